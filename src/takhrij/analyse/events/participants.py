"""Who did it and to whom: applies a rule's frame to what stands around its trigger. Below events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from takhrij.analyse.events.agreement import gender
from takhrij.analyse.events.arguments import Sides, around_noun, around_verb
from takhrij.analyse.events.chunks import AGENT, Chunk, Phrases
from takhrij.analyse.events.doers import Doers, owned
from takhrij.analyse.events.governing import described, no_subject, verb_over
from takhrij.analyse.events.parties import is_force, is_party, lone_number, named, party
from takhrij.analyse.events.pronouns import GENDER_OF, Pronouns, Scene, Subject
from takhrij.analyse.events.triggers import Trigger, Vocabulary
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import EventRule
from takhrij.records import Analysis, Party
from takhrij.text import fold_text

_BETWEEN: Final = "بين"
_WORDS: Final = frozenset({"AGREE", "REQUEST", "SUPPORT", "CONSULT"})
"""Classes in which the subject of the clause is the doer of its verbal noun (عاجزة عن التوصل إلى تسوية)."""
_TALKS: Final = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Classes whose noun may bear the adjectives of both sides (المحادثات الروسية التركية)."""
_GROUND: Final = ("seize", "restrict", "heavy weapons", "aerial")
"""Modes that are done to places: so a pronoun behind them may stand for one (السيطرة عليها، قصفها)."""
_ITSELF: Final = "ايا"
"""Carries a pronoun that is an object of its own (داعية إياها إلى)."""
_LISTED: Final = 16
"""Chunks of a list of doers that are read."""
_OF_PEOPLE: Final = frozenset({"kill", "abduct", "targeted", "arrest"})
"""Modes that are done to people: a place or a state behind them is where it was."""
_MUTUAL: Final = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT", "RETREAT", "SUPPORT"})
"""Classes that happen between two sides."""


class Told(NamedTuple):
    """The sides of one event; `times` are ids, nearest first; `begin` and `end` the chunks that tell it.

    `implied`: the subject stands in the verb's ending. `carried`: a verb stands over the noun.
    """

    actors: tuple[Party, ...]
    targets: tuple[Party, ...]
    place: Party | None
    times: tuple[str, ...]
    begin: int
    end: int
    light: int
    implied: bool = False
    carried: bool = False


class Participants:
    """Reads the sides of the events of one page."""

    def __init__(self, raw: str, sofar: Analysis, knowledge: Knowledge, vocabulary: Vocabulary) -> None:
        self._raw = raw
        self._mentions = {mention.id: mention for mention in sofar.mentions}
        self._states = {state.key: state.name for state in knowledge.world.states}
        self._vocabulary = vocabulary
        self._doers = Doers(raw, knowledge, vocabulary)
        self._pronouns = Pronouns(raw, vocabulary)

    def told(self, scene: Scene) -> Told:
        """Return the sides of the event that the scene's chunk tells."""
        chunk = scene.phrases.chunks[scene.k]
        assert chunk.trigger is not None
        rule = chunk.trigger.rule
        assert rule is not None
        return self._noun(scene, rule) if chunk.kind == "noun" else self._verb(scene, rule)

    def subject(self, chunks: Iterable[tuple[Phrases, Chunk]]) -> Subject | None:
        """Return the first side of a sentence that no preposition governs, with its gender; None if there is none."""
        return self._pronouns.subject(chunks)

    def _verb(self, scene: Scene, rule: EventRule) -> Told:
        phrases, k = scene.phrases, scene.k
        sides = around_verb(phrases, k, self._vocabulary)
        trigger = phrases.chunks[k].trigger
        assert trigger is not None
        subject = self._parties(scene, sides.subject, strict=True) or self._doers.described(phrases, k, sides)
        if not subject and rule.type == "ASSAULT" and rule.subject != "actor" and sides.before:
            subject = tuple(party(phrases, c, self._raw) for c in sides.subject if lone_number(phrases, c))
        if self._struck(subject, rule, sides) or (
            not subject and sides.subject and not sides.before and no_subject(phrases, k, rule, sides.subject[0])
        ):
            subject = ()
            sides = sides._replace(subject=(), object=(*sides.object, *sides.subject))
        if self._clashes(phrases, sides, trigger.form.agrees):
            return self._made(scene, sides, (), ())
        implied = not sides.subject or (not subject and phrases.chunks[k].kind == "word")
        if implied:
            subject = self._implied(scene, trigger)
        elif self._called(scene, rule, sides, subject):
            subject, sides = self._implied(scene, trigger), sides._replace(subject=(), object=sides.subject)
        elif rule.mode == "meet" and not sides.before and not sides.object:
            subject, sides = self._met(scene, subject, sides)
        objects = self._parties(scene, sides.object)
        if trigger.pronoun and not objects:
            objects = self._pronouns.stand_for(scene, GENDER_OF.get(trigger.pronoun, "?"), but=subject, spoken=False)
        others = self._others(scene, rule, sides, objects)
        agents = self._parties(scene, sides.slots.get(AGENT, ())) or self._doers.by_fire(phrases, sides)
        done_to = rule.subject == "target" or trigger.form.passive
        alone = not sides.object or (sides.before and not objects and not self._numbered(phrases, sides.object[0]))
        done_to = done_to or (rule.subject == "either" and alone and not trigger.pronoun)
        if rule.subject == "target" and rule.mode == "kill" and not agents:
            agents = tuple(self._doers.blow_before(phrases, k))
        if rule.subject == "target" and objects and subject and self._forces(phrases, sides):
            actors, targets = subject, objects  # أوقع الجيش 17 مسلحا
        elif agents or done_to:
            suffers = not implied or (rule.subject == "either" and all(p.kind == "person" for p in subject))
            actors, targets = agents, (*(subject if suffers else ()), *others)
        else:
            actors, targets = subject, others
        if rule.type in _MUTUAL and not (sides.subject and actors):
            actors = (*actors, *self._parties(scene, sides.slots.get(_BETWEEN, ())))
        return self._made(scene, sides, named(actors), named(targets))._replace(implied=implied)

    def _called(self, scene: Scene, rule: EventRule, sides: Sides, subject: tuple[Party, ...]) -> bool:
        """Whether people behind a joined verb are called upon by the verb's own subject (ويدعو المدنيين إلى)."""
        trigger = scene.phrases.chunks[scene.k].trigger
        joins = scene.phrases.chunks[scene.k].joins  # a page may write the conjunction as a word of its own
        joined = trigger is not None and joins and scene.memory.clause is not None
        common = len(subject) == 1 and subject[0].kind == "unnamed"
        return joined and common and rule.type == "REQUEST" and not (sides.before or sides.object)

    def _struck(self, subject: tuple[Party, ...], rule: EventRule, sides: Sides) -> bool:
        """Whether what stands behind a verb of force are only things: they are struck (استهدفت قواعد عسكرية)."""
        if sides.before or not subject or sides.object or not {"object", "علي"} & {*map(fold_text, rule.takes)}:
            return False
        return rule.subject == "actor" and all(self._is("thing", p) or p.kind == "place" for p in subject)

    def _forces(self, phrases: Phrases, sides: Sides) -> bool:
        """Whether the subject is one that acts by force."""
        head = phrases.words[sides.subject[0].first].text if sides.subject else ""
        return bool(sides.subject) and (is_force(sides.subject[0]) or self._vocabulary.is_cue("force", head))

    def _numbered(self, phrases: Phrases, chunk: Chunk) -> bool:
        """Whether a phrase begins with a number: it counts somebody (قتلت 17 من المقاتلين), it gives no ground."""
        head = phrases.words[chunk.first].text
        return head[:1].isdigit() or self._vocabulary.is_cue("quantity", head)

    def _clashes(self, phrases: Phrases, sides: Sides, form: str) -> bool:
        """Whether a masculine verb stands right before a feminine name: another word then (تدخل: she enters)."""
        if not sides.subject or sides.before or len(sides.subject) > 1:
            return False
        chunk = sides.subject[0]
        state = chunk.whole and chunk.mention is not None and chunk.mention.kind == "state"
        return (
            state
            and chunk.first == phrases.chunks[sides.at].last
            and form[:1] == "m"
            and gender(phrases, chunk, self._vocabulary) == "f"
        )

    def _met(self, scene: Scene, found: tuple[Party, ...], sides: Sides) -> tuple[tuple[Party, ...], Sides]:
        """Whoever meets meets somebody: a lone phrase behind the verb is met by the subject in the verb's ending."""
        trigger = scene.phrases.chunks[scene.k].trigger
        if len(found) != 1 or "مع" in sides.slots or "ب" in sides.slots or trigger is None:
            return found, sides
        head = scene.phrases.words[sides.subject[0].first].text
        if head.endswith(("ون", "ان")) and found[0].kind == "unnamed":
            return found, sides  # a nominative: they meet
        implied = self._implied(scene, trigger, but=found)
        return (implied, sides._replace(subject=(), object=sides.subject)) if implied else (found, sides)

    def _implied(self, scene: Scene, trigger: Trigger, but: tuple[Party, ...] = ()) -> tuple[Party, ...]:
        """The subject in a verb's ending: that of the verb it is joined to, or whom the ending stands for."""
        last = scene.memory.clause
        chunks = scene.phrases.chunks
        if last and (chunks[scene.k].joins or chunks[scene.k - 1].kind == "break"):
            form, parties = last
            if parties and form[:1] == trigger.form.agrees[:1]:
                return parties
        form = trigger.form.agrees
        if trigger.form.of == "word":  # an accusative of state goes with the subject of its clause (متهما، مشيدة)
            text = scene.phrases.words[trigger.first].text
            form = "fs" if text.endswith("ه") else "ms" if text.endswith("ا") else "mp"
        return self._pronouns.stand_for(scene, form, but)

    def _noun(self, scene: Scene, rule: EventRule) -> Told:
        phrases, k = scene.phrases, scene.k
        sides = owned(around_noun(phrases, k))
        genitive = self._parties(scene, sides.subject) or self._doers.numbered(phrases, sides, rule)
        whom = described(phrases, k) if sides.owner else None
        if whom is not None and not genitive:
            genitive = (party(phrases, whom, self._raw),)
        elif sides.owner and not genitive:
            genitive = self._pronouns.stand_for(scene, GENDER_OF.get(sides.owner, "?"), owner=True)
        if not genitive and rule.type == "OTHER" and sides.times:
            genitive = tuple(party(phrases, chunk, self._raw) for chunk in sides.subject)
        carrier, gets = self._carrier(scene, sides)
        there = tuple(p for p in genitive if self._is_place(p, rule, sides))
        genitive = tuple(p for p in genitive if p not in there)
        objects = self._parties(scene, sides.object)
        if self._controlled(scene, rule, sides):
            genitive, objects = (), (*genitive, *objects)
        others = self._others(scene, rule, sides, objects)
        actors: list[Party] = [] if gets else [*carrier]
        targets: list[Party] = [*carrier] if gets else []
        done_to = rule.genitive == "target" or (
            rule.genitive == "either" and not self._acts(phrases, sides, objects, carrier)
        )
        done_to = done_to and not (sides.owner and sides.object)
        if done_to:
            targets += [*genitive, *others]
        else:
            inner = {*self._parties(scene, sides.subject)} - {*self._parties(scene, sides.subject, strict=True)}
            actors += [p for p in genitive if p not in inner] if rule.genitive != "none" else []
            targets += others
        actors = actors or self._other_doers(scene, rule, sides, targets)
        targets = [t for t in targets if t not in actors]
        targets += there if rule.mode == "visit" or done_to else ()
        actors += self._parties(scene, sides.slots.get(AGENT, ()))
        if done_to and not actors:
            actors += self._doers.by_fire(phrases, sides)
        if gets and not actors:
            actors += self._parties(scene, sides.slots.get("من", ()))
        between = self._between(scene, sides) if rule.type in _MUTUAL else ()
        actors, targets = [*between[:1], *actors], [*between[1:], *targets]
        made = self._made(scene, sides, named(actors), named(targets))
        made = made._replace(place=made.place or next(iter(there), None))
        return made._replace(carried=verb_over(phrases, k) or sides.light >= 0)

    def _between(self, scene: Scene, sides: Sides) -> tuple[Party, ...]:
        """Between whom it was; places among them say where (على الحدود بين الرقة والموصل، بين الجيش والتنظيم)."""
        found = self._parties(scene, sides.slots.get(_BETWEEN, ()))
        return tuple(p for p in found if p.kind != "place") or found

    def _controlled(self, scene: Scene, rule: EventRule, sides: Sides) -> bool:
        """Whether a verb of intent stands over a meeting: its genitive is then whom the verb's subject is to meet."""
        if rule.mode not in ("meet", "phone") or "مع" in sides.slots or _BETWEEN in sides.slots or sides.owner:
            return False
        words, k = scene.phrases.words, scene.k
        over = (c for c in scene.phrases.chunks[max(k - 3, 0) : k] if c.kind == "verb")
        return any(self._vocabulary.is_cue("control", words[c.first].text) for c in over)

    def _other_doers(self, scene: Scene, rule: EventRule, sides: Sides, targets: list[Party]) -> list[Party]:
        """The doer of a verbal noun that has none as genitive: behind ل, in an adjective, or the clause's subject."""
        at = scene.phrases.chunks[scene.k].last
        near = [c for c in sides.slots.get("ل", ()) if c.first <= at]  # what is farther off belongs to another noun
        behind = self._parties(scene, near, strict=True)
        owners = [p for p in behind if self._owns(p, rule, targets)]
        if owners:
            return owners
        chunk = scene.phrases.chunks[scene.k]
        dead = rule.mode == "kill" and not chunk.trigger.definite if chunk.trigger is not None else False
        nations = [] if dead else self._doers.nations(scene.phrases, scene.k)  # مقتل فلسطيني: he is who was killed
        if nations:
            return nations if rule.type in _TALKS else nations[:1]
        definite = chunk.trigger is not None and chunk.trigger.definite
        told_again = (
            rule.type == "CONSULT"
            and not chunk.prep
            and (definite or not (scene.statement or verb_over(scene.phrases, scene.k)))
        )
        reported = self._vocabulary.is_cue("fact", chunk.prep)  # قال إنه خلال المحادثات
        if rule.type == "CONSULT" and rule.mode != "visit" and chunk.prep == "في" and "مع" not in sides.slots:
            return []  # نددت بالعرقلة في محادثات جنيف
        if rule.type in _WORDS and _BETWEEN not in sides.slots and not told_again:
            return [*self._pronouns.clause_subject(scene, speaks=not reported)]
        return []

    def _is_place(self, found: Party, rule: EventRule, sides: Sides) -> bool:
        """Whether a genitive is where it happens: a place, or the state that is visited or where people protest."""
        if found.kind == "state":
            talks = rule.type == "CONSULT" and rule.mode in ("meet", "talks")
            if (talks or (rule.type == "ASSAULT" and not rule.mode)) and found.name not in self._states.values():
                return True  # محادثات أستانا: a capital names where it was
            return rule.type == "PROTEST" or (rule.mode == "visit" and "الي" not in sides.slots)
        return found.kind == "place"

    def _owns(self, found: Party, rule: EventRule, targets: list[Party]) -> bool:
        """Whether a phrase with ل behind a noun is its doer (زيارة للوزير إلى), not the other side."""
        if found.kind == "place" or rule.type == "PROTEST" or (rule.mode == "visit" and found.kind == "state"):
            return False
        if rule.type == "CONSULT" and found.kind in ("person", "organization"):
            return True
        return "ل" not in rule.takes and found not in targets

    def _made(self, scene: Scene, sides: Sides, actors: tuple[Party, ...], targets: tuple[Party, ...]) -> Told:
        trigger = scene.phrases.chunks[scene.k].trigger
        assert trigger is not None
        rule = trigger.rule
        assert rule is not None
        lifeless = rule.mode in (*_OF_PEOPLE, "curfew") or rule.type == "MOBILIZE"
        gone = tuple(t for t in targets if lifeless and t.kind in ("place", "state"))
        targets = tuple(t for t in targets if t not in (*actors, *gone) and not self._is("bomb", t))
        actors = tuple(a for a in actors if not any(self._is(kind, a) for kind in ("thing", "bomb", "victim")))
        times = tuple(c.time for c in sides.times if c.time)
        place, k = self._place(sides, (*targets, *gone)), scene.k
        return Told(actors, targets, place, times, min(sides.begin, k), max(sides.end, k + 1), sides.light)

    def _is(self, kind: str, found: Party) -> bool:
        """Whether a side is a thing without a name: houses do nothing, bombs are neither doer nor target."""
        if found.kind != "unnamed":
            return False
        words = fold_text(found.name).split()[: None if kind == "bomb" else 1]
        return any(self._cue(kind, w, w.removeprefix("ال")) for w in words)

    def _carrier(self, scene: Scene, sides: Sides) -> tuple[tuple[Party, ...], bool]:
        """The subject of the light verb that carries a noun, and whether it is done to (تلقى، تعرض)."""
        if sides.light < 0:
            return (), False
        trigger = scene.phrases.chunks[sides.light].trigger
        assert trigger is not None
        kind = trigger.form.light
        if sides.light > scene.k:
            if sides.antecedent is not None:
                return self._parties(scene, _joined(scene.phrases, sides.antecedent)), False
            return (
                self._pronouns.stand_for(scene, trigger.form.agrees)
                if kind in ("does", "undertakes", "begins")
                else ()
            ), False
        if kind not in ("does", "undertakes", "gets", "manages", "begins"):
            return (), False
        verb = around_verb(scene.phrases, sides.light, self._vocabulary)
        found = self._parties(scene, verb.subject)
        if not verb.subject or (not found and all(lone_number(scene.phrases, c) for c in verb.subject)):
            found = self._pronouns.stand_for(scene.at(sides.light), trigger.form.agrees)
        return found, kind == "gets"

    def _others(self, scene: Scene, rule: EventRule, sides: Sides, objects: tuple[Party, ...]) -> tuple[Party, ...]:
        """The other side: the first place of `takes` in which somebody stands."""
        for slot in rule.takes:
            found = objects if slot == "object" else self._parties(scene, sides.slots.get(fold_text(slot), ()))
            found = self._pronouns.taken_up(scene, fold_text(slot), ground=rule.mode in _GROUND) or found
            found = tuple(p for p in found if slot != "ب" or p.kind != "place")  # انفجار بناحية المدينة
            if found:
                return found
        verbal = scene.phrases.chunks[scene.k].kind != "noun"
        if rule.type == "ASSAULT" and not verbal and sides.subject and sides.slots.get("ل"):
            return self._parties(scene, sides.slots["ل"])  # قصف الجيش لمواقع
        if rule.type not in ("ASSAULT", "COERCE"):
            return ()
        acts = verbal and "object" in rule.takes and rule.subject == "actor" and rule.mode not in _OF_PEOPLE
        return self._doers.ground(
            scene.phrases, sides.object if acts else (), sides.slots.get("علي", ()) if "على" in rule.takes else ()
        )

    def _acts(self, phrases: Phrases, sides: Sides, objects: tuple[Party, ...], carrier: tuple[Party, ...]) -> bool:
        """Whether an ambiguous genitive is the doer: a force, with something behind it that is done to."""
        if carrier or not sides.subject:
            return False
        chunk = sides.subject[0]
        forces = is_force(chunk) or self._vocabulary.is_cue("force", phrases.words[chunk.first].text)
        person = chunk.mention is not None and chunk.mention.kind == "person"
        return forces and (bool(objects) or "علي" in sides.slots or not person)

    def _parties(self, scene: Scene, chunks: Sequence[Chunk], *, strict: bool = False) -> tuple[Party, ...]:
        """The sides that phrases name; `strict`: a name inside another phrase is none (سياسة الرئيس)."""
        phrases, memory = scene.phrases, scene.memory
        found: list[Party] = []
        for chunk in chunks:
            head, end = phrases.words[chunk.first].text, phrases.words[chunk.first].end
            bare = head[1:] if head[:1] in "وفبل" else head
            if bare.startswith(_ITSELF) and bare.removeprefix(_ITSELF) in GENDER_OF:
                found += self._pronouns.stand_for(scene, GENDER_OF[bare.removeprefix(_ITSELF)], spoken=False)
            elif self._cue("both", head, bare):
                found += memory.pair or (party(phrases, chunk, self._raw),)
            elif not chunk.whole and self._cue("own_country", head, bare) and self._raw[end - 1] != "ة":  # بلدة
                owners = self._pronouns.stand_for(scene, "f" if head.endswith("ها") else "m", owner=True)
                found += map(self._state_of, owners) if self._cue("own_state", head, bare) else owners
            elif is_party(phrases, chunk, self._vocabulary):
                found.append(party(phrases, chunk, self._raw))
            elif chunk.mention is not None and not strict:
                found.append(Party(name=chunk.mention.name, kind=chunk.mention.kind, mention=chunk.mention.id))
        return tuple(found)

    def _state_of(self, owner: Party) -> Party:
        """The state of whoever speaks of his country (بلاده), himself where it is not known."""
        mention = self._mentions.get(owner.mention)
        first = self._mentions.get(mention.refers) if mention is not None else None
        key = (mention.state if mention is not None else "") or (first.state if first is not None else "")
        return Party(name=self._states[key], kind="state") if key in self._states else owner

    def _cue(self, kind: str, *words: str) -> bool:
        return any(self._vocabulary.is_cue(kind, word) for word in words)

    def _place(self, sides: Sides, targets: tuple[Party, ...]) -> Party | None:
        for slot in ("في", "ب", "قرب", "من", "الي", "علي"):
            for chunk in sides.slots.get(slot, ()):
                if chunk.mention is not None and chunk.mention.kind in ("place", "state"):
                    return Party(name=chunk.mention.name, kind=chunk.mention.kind, mention=chunk.mention.id)
        return next((t for t in targets if t.kind == "place"), None)


def _joined(phrases: Phrases, first: Chunk) -> list[Chunk]:
    """A phrase with those joined to it right behind it."""
    found = [first]
    at = bisect_left(phrases.chunks, first.first, key=lambda chunk: chunk.first)
    for chunk in phrases.chunks[at + 1 : at + _LISTED]:
        if chunk.kind != "np" or chunk.prep or not chunk.joins:
            break
        found.append(chunk)
    return found
