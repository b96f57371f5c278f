"""Whether the genitive of a verbal noun does it, is done to or says where it was, and who else does it.

Below participants.
"""

from __future__ import annotations

from typing import Final

from takhrij.analyse.events.arguments import around_verb
from takhrij.analyse.events.chunks import BOTH
from takhrij.analyse.events.doers import Doers
from takhrij.analyse.events.governing import act_over, announced, verb_over
from takhrij.analyse.events.pronouns import Pronouns, Scene
from takhrij.analyse.events.sides import Sides
from takhrij.analyse.events.slots import Slots
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import EventRule
from takhrij.records import Party

_BETWEEN: Final = "بين"
_WORDS: Final = frozenset({"AGREE", "REQUEST", "SUPPORT", "CONSULT"})
"""Classes in which the subject of the clause is the doer of its verbal noun (عاجزة عن التوصل إلى تسوية)."""
_DEEDS: Final = frozenset({"ASSAULT", "COERCE"})
"""Classes of deeds whose doers declare them (أعلنت الوزارة تدمير المعسكر)."""
_LED: Final = 4
"""Chunks before a noun: إن, a negation, the verb over it."""
_PRONOUNS: Final = ("ه", "ها", "هم", "نا", "ني")
_SUFFERED: Final = ("kill", "arrest")
"""Modes whose indefinite noun has him who suffers it behind it (مقتل فلسطيني، اعتقال أمريكية)."""
_TALKS: Final = frozenset({"CONSULT", "AGREE", "COOPERATE"})
"""Classes whose noun may bear the adjectives of both sides (المحادثات الروسية التركية)."""


class Genitives:
    """Weighs the genitives on one page."""

    def __init__(
        self, knowledge: Knowledge, vocabulary: Vocabulary, slots: Slots, pronouns: Pronouns, doers: Doers
    ) -> None:
        self._capitals = knowledge.built(_names_of_states)
        self._vocabulary, self._slots, self._pronouns, self._doers = vocabulary, slots, pronouns, doers

    def between(self, scene: Scene, sides: Sides, carrier: tuple[Party, ...]) -> tuple[Party, ...]:
        """Between whom it was; places among them say where (على الحدود بين الرقة والموصل، بين الجيش والتنظيم).

        Where somebody has it with others, "between" is of its matter (أجرى مباحثات مع الملك في الأزمة بين الجارتين).
        """
        if carrier and "مع" in sides.slots:
            return ()
        if BOTH in sides.slots:
            return scene.memory.pair or self._pronouns.last_two(scene)
        two = sides.slots.get(_BETWEEN, [])
        if carrier and two and two[0].first > scene.phrases.chunks[scene.k].last + 1:
            return ()  # أجرى محادثات بشأن الأزمة بين الجارتين
        found = self._slots.parties(scene, two)
        if len(found) == 1:
            return (*self._pronouns.beside(scene, two[0].first), *found)
        return tuple(p for p in found if p.kind != "place") or found

    def saw(self, scene: Scene, sides: Sides) -> tuple[Party, ...]:
        """The ground that saw what a noun tells (شهدت البلدة قصفا، شهدت العاصمة مظاهرة)."""
        phrases, light = scene.phrases, sides.light
        if not 0 <= light < scene.k:
            return ()
        if not self._vocabulary.is_cue("sees", phrases.words[phrases.chunks[light].first].text):
            return ()
        return self._slots.plain(phrases, around_verb(phrases, light, self._vocabulary).subject)

    def controlled(self, scene: Scene, rule: EventRule, sides: Sides) -> bool:
        """Whether a verb of intent stands over a meeting: its genitive is then whom the verb's subject is to meet."""
        if rule.mode not in ("meet", "phone") or "مع" in sides.slots or _BETWEEN in sides.slots or sides.owner:
            return False
        words, k = scene.phrases.words, scene.k
        over = (c for c in scene.phrases.chunks[max(k - 3, 0) : k] if c.kind == "verb")
        return any(self._vocabulary.is_cue("control", words[c.first].text) for c in over)

    def other_doers(self, scene: Scene, rule: EventRule, sides: Sides, targets: list[Party]) -> list[Party]:
        """The doer of a verbal noun that has none as genitive: behind ل, in an adjective, or the clause's subject."""
        at = scene.phrases.chunks[scene.k].last
        near = [c for c in sides.slots.get("ل", ()) if c.first <= at]  # what is farther off belongs to another noun
        behind = self._slots.parties(scene, near, strict=True)
        owners = [p for p in behind if self._owns(p, rule, targets)]
        if owners:
            return owners
        chunk = scene.phrases.chunks[scene.k]
        suffers = rule.mode in _SUFFERED and chunk.trigger is not None and not chunk.trigger.definite
        nations = [] if suffers else self._doers.nations(scene.phrases, scene.k)  # مقتل فلسطيني: he is who was killed
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
        done = rule.genitive != "actor" or act_over(scene.phrases, scene.k, self._vocabulary) is not None
        declared = rule.type in _DEEDS and rule.mode != "kill" and done and "object" in rule.takes
        if declared and announced(scene.phrases, scene.k, self._vocabulary, "declares"):
            return [
                p for p in self._pronouns.clause_subject(scene, speaks=False) if p.kind in ("state", "organization")
            ]
        willed = (
            not chunk.prep and done and (rule.type == "SANCTION" or (rule.type in _DEEDS and "object" in rule.takes))
        )
        if willed and announced(scene.phrases, scene.k, self._vocabulary, "control"):
            # قررت النيابة اعتقال ثلاثة ضباط، قالت الوزارة إنها تعتزم فرض عقوبات
            return [*self._pronouns.clause_subject(scene, speaks=_of_pronoun(scene))]
        if rule.type in _WORDS and _BETWEEN not in sides.slots and not told_again:
            ours = scene.statement is not None and scene.statement.quoted  # خططنا لاتصالات, of whom speaks himself
            speaks = not reported and (ours or rule.type != "CONSULT")
            return [*self._pronouns.clause_subject(scene, speaks=speaks)]
        return []

    def is_place(self, found: Party, rule: EventRule, sides: Sides) -> bool:
        """Whether a genitive is where it happens: a place, or the state that is visited or where people protest."""
        if found.kind == "state":
            talks = rule.type == "CONSULT" and rule.mode in ("meet", "talks")
            if (talks or (rule.type == "ASSAULT" and not rule.mode)) and found.name not in self._capitals:
                return True  # محادثات أستانا: a capital names where it was
            return rule.type == "PROTEST" or (rule.mode == "visit" and "الي" not in sides.slots)
        return found.kind == "place"

    def _owns(self, found: Party, rule: EventRule, targets: list[Party]) -> bool:
        """Whether a phrase with ل behind a noun is its doer (زيارة للوزير إلى), not the other side."""
        if found.kind == "place" or rule.type == "PROTEST" or (rule.mode == "visit" and found.kind == "state"):
            return False
        if rule.type == "CONSULT" and found.kind in ("person", "organization", "office"):
            return True
        return "ل" not in rule.takes and found not in targets

    def acts(self, scene: Scene, rule: EventRule, sides: Sides, carrier: tuple[Party, ...]) -> bool:
        """Whether a genitive is the doer: a force, with somebody behind it who is done to."""
        objects = self._slots.parties(scene, sides.object)
        if self.dies(scene):
            return False
        if rule.genitive == "none" or (sides.owner and sides.object):
            return True
        forces = not carrier and self._slots.forces(scene.phrases, sides)
        if rule.genitive == "target":
            return forces and bool(objects) and "object" in rule.takes
        if forces and not objects and self._slots.indefinite(scene.phrases, sides.subject[0]):
            return False  # استهداف مجموعة مسلحة
        person = forces and sides.subject[0].mention is not None and sides.subject[0].mention.kind == "person"
        return forces and (bool(objects) or "علي" in sides.slots or not person)

    def dies(self, scene: Scene) -> bool:
        """Whether a noun tells of dying rather than killing: whose it is kills nobody (مقتل فلان كبير المراسلين)."""
        return "dying" in self._vocabulary.within[scene.phrases.words[scene.phrases.chunks[scene.k].first].text]

    def turned(
        self,
        scene: Scene,
        rule: EventRule,
        sides: Sides,
        carrier: tuple[Party, ...] | None,
        found: tuple[tuple[Party, ...], tuple[Party, ...]],
    ) -> tuple[tuple[Party, ...], tuple[Party, ...]]:
        """The other sides and the genitive of a noun, the latter among the others where it is done to.

        `carrier`: the subject of the verb that carries the noun, None if that is done to.
        """
        others, genitive = found
        if genitive and self.dies(scene):  # مقتل فلان كبير المراسلين; مقتل المراسل الحربي | فلان
            known = any(p.kind == "person" for p in genitive)
            return () if known else tuple(p for p in others if p.kind == "person"), genitive
        if rule.mode == "invite" and genitive and (carrier or (not sides.owner and self._bidden(scene))):
            return (*genitive, *others), ()  # كرر الأمير دعوة الرئيس، دعوة الوزارة للمشاركة
        if rule.mode == "visit" and carrier and not (others or sides.owner):
            return genitive, ()  # قام الوزير بزيارة الجرحى
        if rule.type == "ASSAULT" and carrier and not others:
            given = self._slots.parties(scene, sides.slots.get("ل", ())[:1]) if sides.light > scene.k else ()
            return given or self.adjacent(scene, sides), genitive  # وجه التحالف ضربات للتنظيم، ضربة وجهها للقاعدة
        if rule.type == "REQUEST" and scene.phrases.chunks[scene.k].prep == "ب" and not (carrier or genitive):
            asking = self._slots.parties(scene, sides.slots.get("من", ())[:1])
            if asking and asking[0] in others:
                return tuple(o for o in others if o not in asking), asking  # بطلب من الحكومة
        return others, genitive

    def lifted(self, scene: Scene) -> bool:
        """Whether a siege is lifted: whoever does that does not besiege (بدأ الجيش عملياته لفك الحصار)."""
        trigger, first = scene.phrases.chunks[scene.k].trigger, scene.phrases.chunks[scene.k].first
        if trigger is None or trigger.rule is None or trigger.rule.mode != "restrict" or not first:
            return False
        before = scene.phrases.words[first - 1].text
        return self._slots.cue("lifts", before, before.removeprefix("ل"), before.removeprefix("ب"))

    def _bidden(self, scene: Scene) -> bool:
        """Whether the genitive of a call is who is to take part in something (دعوة الوزارة للمشاركة في المعرض)."""
        for chunk in scene.phrases.chunks[scene.k + 2 : scene.k + 3]:
            head = scene.phrases.words[chunk.first].text
            words = (head, "ا" + head[1:] if head.startswith("لل") else head.removeprefix("ل"))
            return chunk.kind == "np" and chunk.prep in ("ل", "الي") and self._slots.cue("partaking", *words)
        return False

    def adjacent(self, scene: Scene, sides: Sides) -> tuple[Party, ...]:
        """Who stands with ل right behind a noun with its owner (استقباله لحشد من المعلمين)."""
        at = scene.phrases.chunks[scene.k].last
        return self._slots.parties(scene, [c for c in sides.slots.get("ل", ())[:1] if c.first == at])

    def to_whom(self, scene: Scene, sides: Sides, genitive: tuple[Party, ...]) -> tuple[Party, ...]:
        """Who stands with ل right behind a genitive, which is then the doer (اتهام الحكومة للمعارضة)."""
        if self.dies(scene):
            return ()
        near = [c for c in sides.slots.get("ل", ())[:1] if sides.subject and c.first == sides.subject[-1].last]
        found = self._slots.parties(scene, near)
        return () if {*found} & {*genitive} else found


def _of_pronoun(scene: Scene) -> bool:
    """Whether the subject of the verb over a noun is the pronoun on the إن right before it."""
    before = (c for c in reversed(scene.phrases.chunks[max(scene.k - _LED, 0) : scene.k]))
    that = next((c for c in before if c.kind not in ("verb", "particle")), None)
    return that is not None and that.kind == "that" and scene.phrases.words[that.last - 1].text.endswith(_PRONOUNS)


def _names_of_states(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(state.name for state in knowledge.world.states)
