"""Who did it and to whom: applies a rule's frame to what stands around its trigger. Below events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

from takhrij.analyse.events.agreement import gender
from takhrij.analyse.events.arguments import around_noun, around_verb
from takhrij.analyse.events.chunks import Chunk, Phrases
from takhrij.analyse.events.doers import Doers, joined, owned
from takhrij.analyse.events.genitives import Genitives
from takhrij.analyse.events.governing import accused, blow_behind, described, goes_on, verb_over
from takhrij.analyse.events.parties import lone_number, named, party
from takhrij.analyse.events.pronouns import GENDER_OF, Pronouns, Scene, Subject
from takhrij.analyse.events.sides import Sides
from takhrij.analyse.events.slots import Slots
from takhrij.analyse.events.subjects import Subjects
from takhrij.analyse.events.triggers import Trigger, Vocabulary
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import EventRule
from takhrij.records import Analysis, Party

_BETWEEN: Final = "بين"
_GROUND: Final = ("seize", "restrict", "heavy weapons", "aerial")
"""Modes that are done to places: so a pronoun behind them may stand for one (السيطرة عليها، قصفها)."""
_CLAUSE: Final = 8
"""Chunks before a joined verb among which the verb stands whose subject it shares."""
_TALK: Final = frozenset({"REQUEST", "ACCUSE", "REJECT", "THREATEN", "AGREE", "SUPPORT"})
"""Classes of words: whose they are, the statement knows that such a verb leads."""
_SHELLED: Final = ("heavy weapons", "aerial")
"""Modes that are done to the ground that sees them."""
_OF_PEOPLE: Final = frozenset({"kill", "abduct", "targeted", "arrest"})
"""Modes that are done to people: a place or a state behind them is where it was."""
_MUTUAL: Final = frozenset({"CONSULT", "AGREE", "COOPERATE", "ASSAULT", "RETREAT", "SUPPORT"})
"""Classes that happen between two sides."""
_ONE_SIDED: Final = ("kill", "heavy", "aerial", "explosives", "suicide", "targeted", "abduct", "destroy", "release")
"""Modes of these classes that one side does to another: "between" is then of something else."""


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
        self._vocabulary = vocabulary
        self._doers = Doers(raw, knowledge, vocabulary)
        self._pronouns = Pronouns(raw, vocabulary)
        self._slots = Slots(raw, sofar, knowledge, vocabulary, self._pronouns)
        self._subjects = Subjects(raw, vocabulary, self._slots, self._doers)
        self._genitives = Genitives(knowledge, vocabulary, self._slots, self._pronouns, self._doers)

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
        subject, sides = self._subjects.found(scene, rule, sides)
        teller, sides = self._teller(scene, rule, sides)
        if self._clashes(phrases, sides, trigger.form.agrees):
            return self._made(scene, sides, (), ())
        implied = not sides.subject or (not subject and phrases.chunks[k].kind == "word")
        subject, sides = self._subject(scene, rule, sides, (subject, teller))
        objects = self._slots.parties(scene, sides.object)
        if not objects and rule.mode == "meet" and sides.subject:
            beside = (c for c in sides.object[:1] if c.first == sides.subject[-1].last and not c.comma)
            objects = tuple(party(phrases, c, self._raw) for c in beside)  # التقى الملك فاعليات أكاديمية
        if trigger.pronoun and not objects and "object" in rule.takes:
            objects = self._taken(scene, trigger, subject)
        others = self._others(scene, rule, sides, objects)
        asked = rule.type in _TALK and bool(subject) and (rule.type == "REQUEST" or bool(sides.object))
        agents = () if asked else self._slots.agents(scene, sides)  # طالب بتهدئة من قبل الأطراف: who is to calm it
        agents = agents or self._doers.by_fire(phrases, sides)
        done_to = rule.subject == "target" or trigger.form.passive or accused(phrases, k, rule)
        counted = any(self._numbered(phrases, c) for c in sides.subject[:1]) and trigger.form.agrees == "ms"
        counted = counted and not sides.before  # قتل ستة عناصر من القوات
        alone = (
            counted
            or not sides.object
            or (sides.before and not objects and not self._numbered(phrases, sides.object[0]))
        )
        done_to = done_to or (rule.subject == "either" and alone and not trigger.pronoun)
        if rule.subject == "target" and rule.mode == "kill" and not agents:
            agents = tuple(self._doers.blow_before(phrases, k))
        if rule.subject == "target" and objects and subject and self._slots.forces(phrases, sides):
            actors, targets = subject, objects  # أوقع الجيش 17 مسلحا
        elif agents or done_to:
            suffers = not implied or (rule.subject == "either" and all(p.kind == "person" for p in subject))
            actors, targets = agents, (*(subject if suffers else ()), *others)
        else:
            actors, targets = subject, others
        if rule.type == "ASSAULT" and all(self._slots.lifeless(a) for a in actors):
            actors = self._doers.striker(phrases, k, sides)
        if _mutual(rule) and not actors:
            actors = (*actors, *self._slots.parties(scene, sides.slots.get(_BETWEEN, ())))
        return self._made(scene, sides, named(actors), named(targets))._replace(implied=implied)

    def _teller(self, scene: Scene, rule: EventRule, sides: Sides) -> tuple[tuple[Party, ...], Sides]:
        """Who speaks in the statement that a verb of words leads, and the sides.

        The one phrase behind the verb is then whom he asks or accuses (ودعا دول العالم إلى).
        """
        trigger = scene.phrases.chunks[scene.k].trigger
        if trigger is None or rule.type not in _TALK:
            return (), sides
        teller = self._pronouns.teller(scene, self._form(scene, trigger))
        if any(_one(who, p) for who in teller for p in self._slots.parties(scene, sides.object)):
            return (), sides
        lone = bool(sides.subject) and not (sides.before or sides.object or trigger.pronoun)
        himself = any(_one(who, p) for who in teller for p in self._slots.parties(scene, sides.subject))
        if teller and lone and not himself and "object" in rule.takes:
            sides = sides._replace(subject=(), object=sides.subject)
        return teller, sides

    def _subject(
        self, scene: Scene, rule: EventRule, sides: Sides, known: tuple[tuple[Party, ...], tuple[Party, ...]]
    ) -> tuple[tuple[Party, ...], Sides]:
        """The subject of a verb where it is known, or stands in the verb's ending, and the sides."""
        phrases, k = scene.phrases, scene.k
        trigger = phrases.chunks[k].trigger
        assert trigger is not None
        subject, teller = known
        if not sides.subject or (not subject and phrases.chunks[k].kind == "word"):
            return () if blow_behind(phrases, k) else teller or self._implied(scene, trigger), sides
        if self._called(scene, rule, sides, subject):
            return self._implied(scene, trigger), sides._replace(subject=(), object=sides.subject)
        if rule.mode == "meet" and not sides.before and not sides.object:
            return self._met(scene, subject, sides)
        return subject, sides

    def _taken(self, scene: Scene, trigger: Trigger, subject: tuple[Party, ...]) -> tuple[Party, ...]:
        """Whom the pronoun on a verb stands for: a joined verb's for whom that of the verb before does."""
        pronoun, before = scene.memory.taken
        if not (scene.phrases.chunks[scene.k].joins and pronoun == trigger.pronoun and before):
            before = self._pronouns.stand_for(scene, GENDER_OF.get(trigger.pronoun, "?"), but=subject, spoken=False)
        scene.memory.taken = (trigger.pronoun, before)
        return before

    def _called(self, scene: Scene, rule: EventRule, sides: Sides, subject: tuple[Party, ...]) -> bool:
        """Whether people behind a joined verb are called upon by the verb's own subject (ويدعو المدنيين إلى)."""
        trigger = scene.phrases.chunks[scene.k].trigger
        joins = scene.phrases.chunks[scene.k].joins  # a page may write the conjunction as a word of its own
        joins = joins or goes_on(scene.phrases, scene.k)
        if trigger is None or not joins or rule.type != "REQUEST" or sides.before or sides.object:
            return False
        common = len(subject) == 1 and subject[0].kind == "unnamed"
        if common and scene.memory.clause is not None:
            return True
        head = scene.phrases.words[sides.subject[0].first].text if sides.subject else ""
        behind = any(c.kind == "verb" for c in scene.phrases.chunks[max(scene.k - _CLAUSE, 0) : scene.k])
        return behind and self._vocabulary.is_cue("urged", head)  # عبرت عن قلقها، وتدعو المنظمات الدولية إلى

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
        if (speaker := self._pronouns.reported(scene, form)) is not None:
            return (speaker,)
        form = self._form(scene, trigger)
        apart = trigger.form.of == "word" and chunks[scene.k].comma  # a state of its clause's subject (متهما، مشيدة)
        if apart and (speaker := self._pronouns.speaks(scene, form)) is not None:
            return (speaker,)
        found = self._pronouns.stand_for(scene, form, but)
        rule, statement = trigger.rule, scene.statement
        if rule is not None and rule.type == "ASSAULT" and form[:1] != "1" and statement is not None:
            said = statement.speaker
            found = tuple(p for p in found if p.kind != "person" or p.name != said.name)  # who tells it, saw it
        return found

    def _form(self, scene: Scene, trigger: Trigger) -> str:
        """The person, gender and number that a verb or a state shows."""
        if trigger.form.of != "word":
            return trigger.form.agrees
        if trigger.rule is not None and trigger.rule.mode == "change":
            return "?"  # ضرورة is no state of anybody
        text = scene.phrases.words[trigger.first].text
        return "fs" if text.endswith("ه") else "ms" if text.endswith("ا") else "mp"

    def _noun(self, scene: Scene, rule: EventRule) -> Told:
        phrases, k = scene.phrases, scene.k
        sides = owned(around_noun(phrases, k, self._vocabulary))
        objects = self._slots.parties(scene, sides.object)
        genitive = self._genitive(scene, rule, sides, objects)
        carrier, gets = self._carrier(scene, sides)
        there = tuple(p for p in genitive if self._genitives.is_place(p, rule, sides))
        genitive = tuple(p for p in genitive if p not in there)
        if self._genitives.controlled(scene, rule, sides):
            genitive, objects = (), (*genitive, *objects)
        receivers = self._genitives.to_whom(scene, sides, genitive) if _receives(rule) else ()
        seen = self._genitives.saw(scene, sides)
        others = receivers or self._beside(scene, rule, sides, objects) or (seen if rule.mode in _SHELLED else ())
        actors: list[Party] = [] if gets else [*carrier]
        targets: list[Party] = [*carrier] if gets else []
        others, genitive = self._genitives.turned(scene, rule, sides, None if gets else carrier, (others, genitive))
        agents = self._slots.agents(scene, sides)
        suffers = rule.genitive != "actor" and not (receivers or self._genitives.acts(scene, rule, sides, carrier))
        done_to = suffers or (bool(agents) and not sides.owner)  # تم استقبال الوزير من قبل الرئيس
        if done_to:
            targets += [*genitive, *others]
        else:
            inner = {*self._slots.parties(scene, sides.subject)} - {
                *self._slots.parties(scene, sides.subject, strict=True)
            }
            actors += [p for p in genitive if p not in inner] if rule.genitive != "none" else []
            targets += others
        unknown = bool(agents or (sides.owner and not (genitive or there)))  # the owner, whoever it is
        if not (actors or gets or unknown):
            actors = self._genitives.other_doers(scene, rule, sides, targets)
        targets = [t for t in targets if t not in actors]
        targets += there if rule.mode == "visit" or done_to else ()
        actors += agents
        if done_to and not actors:
            actors += self._doers.by_fire(phrases, sides)
        if gets and not actors:
            actors += self._slots.parties(scene, sides.slots.get("من", ()))
        struck = rule.type == "ASSAULT" and done_to and bool(genitive)  # إصابة مواطن على الحدود بين البلدين
        between = self._genitives.between(scene, sides, carrier) if _mutual(rule) and not struck else ()
        actors = [a for a in actors if not between[1:] or a not in carrier]  # وسط تواصل القتال بين الطرفين
        actors, targets = [*between[:1], *actors], [*between[1:], *targets]
        made = self._made(scene, sides, named(actors), named(targets))
        ground = next((p for p in (*there, *seen) if p in there or p.kind == "place"), None)
        return made._replace(place=made.place or ground, carried=verb_over(phrases, k) or sides.light >= 0)

    def _beside(self, scene: Scene, rule: EventRule, sides: Sides, objects: tuple[Party, ...]) -> tuple[Party, ...]:
        """The other side of a noun, which may stand behind its owner (استقباله لوفد)."""
        others = self._others(scene, rule, sides, objects)
        if sides.owner and not (others or objects) and rule.type in _MUTUAL:
            return self._genitives.adjacent(scene, sides)
        return others

    def _genitive(self, scene: Scene, rule: EventRule, sides: Sides, objects: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who stands as a noun's genitive, or for whom the pronoun on it stands."""
        phrases = scene.phrases
        genitive = self._slots.parties(scene, sides.subject) or self._doers.numbered(phrases, sides, rule)
        if genitive:
            return genitive
        if sides.owner and (whom := described(phrases, scene.k)) is not None:
            return (party(phrases, whom, self._raw),)
        if sides.owner:
            genitive = self._pronouns.stand_for(scene, GENDER_OF.get(sides.owner, "?"), objects, owner=True)
        if not genitive and rule.type == "OTHER" and sides.times:
            return tuple(party(phrases, chunk, self._raw) for chunk in sides.subject)
        return genitive

    def _made(self, scene: Scene, sides: Sides, actors: tuple[Party, ...], targets: tuple[Party, ...]) -> Told:
        trigger = scene.phrases.chunks[scene.k].trigger
        assert trigger is not None
        rule = trigger.rule
        assert rule is not None
        lifeless = rule.mode in (*_OF_PEOPLE, "curfew") or rule.type == "MOBILIZE"
        gone = tuple(t for t in targets if lifeless and t.kind in ("place", "state"))
        same = {a.name for a in actors if a.kind == "person"}  # سنحمله, said by whom the pronoun then cannot mean
        targets = tuple(t for t in targets if t not in (*actors, *gone) and not self._slots.is_kind("bomb", t))
        targets = tuple(t for t in targets if t.name not in same)
        actors = tuple(a for a in actors if not self._slots.lifeless(a))
        times = tuple(c.time for c in sides.times if c.time)
        where, k = self._slots.place(scene.phrases, sides, (*targets, *gone)), scene.k
        return Told(actors, targets, where, times, min(sides.begin, k), max(sides.end, k + 1), sides.light)

    def _carrier(self, scene: Scene, sides: Sides) -> tuple[tuple[Party, ...], bool]:
        """The subject of the light verb that carries a noun, and whether it is done to (تلقى، تعرض)."""
        if sides.light < 0 or (sides.light < scene.k and self._genitives.lifted(scene)):
            return (), False
        trigger = scene.phrases.chunks[sides.light].trigger
        noun = scene.phrases.chunks[scene.k].trigger
        assert trigger is not None
        assert noun is not None
        rule_type = noun.rule.type if noun.rule is not None else ""
        kind = trigger.form.light
        if sides.light > scene.k:
            if sides.antecedent is not None:
                return self._slots.parties(scene, joined(scene.phrases, sides.antecedent)), False
            return (
                self._pronouns.stand_for(scene, trigger.form.agrees)
                if kind in ("does", "undertakes", "begins")
                else ()
            ), False
        if kind not in ("does", "undertakes", "gets", "manages", "begins"):
            return (), False
        verb = around_verb(scene.phrases, sides.light, self._vocabulary)
        if not verb.subject and self._goes_on(scene, sides.light):
            return (), False
        found = self._slots.parties(scene, verb.subject)
        if kind == "gets" and verb.subject and not found and rule_type == "ASSAULT":
            found = tuple(party(scene.phrases, chunk, self._raw) for chunk in verb.subject)  # أحياء تعرضت لقصف
        if not verb.subject or (not found and all(lone_number(scene.phrases, c) for c in verb.subject)):
            found = self._pronouns.stand_for(scene.at(sides.light), trigger.form.agrees)
        return found, kind == "gets"

    def _goes_on(self, scene: Scene, light: int) -> bool:
        """Whether a verb opens its clause right before a definite deed, of which it tells (تواصل القصف)."""
        chunks, noun = scene.phrases.chunks, scene.phrases.chunks[scene.k]
        opens = light == 0 or chunks[light - 1].kind in ("stop", "break")
        acts = self._vocabulary.is_cue("acts", scene.phrases.words[chunks[light].first].text.removeprefix("و"))
        return opens and acts and light == scene.k - 1 and noun.trigger is not None and noun.trigger.definite

    def _others(self, scene: Scene, rule: EventRule, sides: Sides, objects: tuple[Party, ...]) -> tuple[Party, ...]:
        """The other side: the first place of `takes` in which somebody stands."""
        for slot in rule.takes:
            prep = self._vocabulary.folded[slot]
            behind = self._slots.unowned(scene.phrases, sides.slots.get(prep, ()))
            found = objects if slot == "object" else self._slots.parties(scene, behind)
            found = self._pronouns.taken_up(scene, prep, ground=rule.mode in _GROUND) or found
            grounds = ("place", "state") if rule.mode == "meet" else ("place",)  # اجتمع في بون بألمانيا
            found = tuple(p for p in found if slot != "ب" or p.kind not in grounds)  # انفجار بناحية المدينة
            if found:
                return found
        if rule.type == "REJECT":
            return self._slots.voiced(scene.phrases, sides.object)
        verbal = scene.phrases.chunks[scene.k].kind != "noun"
        if (
            rule.type not in ("ASSAULT", "COERCE")
            or rule.mode == "primitive"
            or (sides.owner and rule.mode in _OF_PEOPLE)
        ):
            return ()  # عملية دهس على جسر، اعتقالها على الحدود
        acts = verbal and "object" in rule.takes and rule.subject == "actor" and rule.mode not in _OF_PEOPLE
        return self._doers.ground(
            scene.phrases, sides.object if acts else (), sides.slots.get("علي", ()) if "على" in rule.takes else ()
        )


def _one(one: Party, two: Party) -> bool:
    """Whether two parties are one, as far as their names tell: one mention, or one last word."""
    return one.mention == two.mention or one.name.split()[-1:] == two.name.split()[-1:]


def _receives(rule: EventRule) -> bool:
    """Whether who stands with ل behind a noun's genitive is done to (اجتياح القوات للبلدة), not visited or met."""
    return rule.genitive != "actor" or rule.type == "ASSAULT"


def _mutual(rule: EventRule) -> bool:
    """Whether what a rule tells may happen between two sides."""
    return rule.type in _MUTUAL and not rule.mode.startswith(_ONE_SIDED)
