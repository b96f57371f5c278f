"""Who stands in the place of a verb's subject, and what stands there but is done to. Below participants."""

from __future__ import annotations

from takhrij.analyse.events.agreement import disagrees, oblique
from takhrij.analyse.events.doers import Doers
from takhrij.analyse.events.governing import no_subject
from takhrij.analyse.events.parties import lone_number, party
from takhrij.analyse.events.pronouns import Scene
from takhrij.analyse.events.sides import Sides
from takhrij.analyse.events.slots import Slots
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.lang.tables import EventRule
from takhrij.records import Party
from takhrij.text import fold_text


class Subjects:
    """Finds the subjects of the verbs of one page."""

    def __init__(self, raw: str, vocabulary: Vocabulary, slots: Slots, doers: Doers) -> None:
        self._raw, self._vocabulary, self._slots, self._doers = raw, vocabulary, slots, doers

    def found(self, scene: Scene, rule: EventRule, sides: Sides) -> tuple[tuple[Party, ...], Sides]:
        """Return the parties in the place of a verb's subject, and the sides: what cannot be one is done to."""
        phrases, k = scene.phrases, scene.k
        trigger = phrases.chunks[k].trigger
        assert trigger is not None
        found = self._slots.parties(scene, sides.subject, strict=True) or self._doers.described(phrases, k, sides)
        if not found and rule.type == "ASSAULT" and rule.subject != "actor" and sides.before:
            found = tuple(party(phrases, c, self._raw) for c in sides.subject if lone_number(phrases, c))
        behind = bool(sides.subject) and not sides.before
        if behind and rule.type in ("ASSAULT", "COERCE"):
            found = (*self._doers.countryman(phrases, sides.subject[0]), *found)
        if behind and not found and self._entitles(sides):
            found, sides = self._slots.parties(scene, sides.object[:1]), sides._replace(object=sides.object[1:])
        if (
            (self._struck(found, rule, sides) and not trigger.pronoun)
            or self._goes_on_to(scene, rule, sides, found)
            or (behind and not found and no_subject(phrases, k, rule, sides.subject[0]))
        ):
            return (), sides._replace(subject=(), object=(*sides.object, *sides.subject))
        if behind and self._suffers(scene, rule, sides):
            return (), sides._replace(subject=(), object=(*sides.subject, *sides.object))
        return found, sides

    def _entitles(self, sides: Sides) -> bool:
        """Whether a subject of one word that is nobody is the title of the person right behind it."""
        title, name = sides.subject[0], sides.object[0] if sides.object else None
        if name is None or title.last != name.first or title.last != title.first + 1 or name.comma or name.joins:
            return False
        return name.whole and name.mention is not None and name.mention.kind == "person"

    def _goes_on_to(self, scene: Scene, rule: EventRule, sides: Sides, found: tuple[Party, ...]) -> bool:
        """Whether nobody in particular behind a joined verb is struck by the subject of the verb before.

        As in: دمر الجيش المستودعات وهاجم مجموعات مسلحة. A plural in the nominative strikes (وهاجم مسلحون).
        """
        trigger = scene.phrases.chunks[scene.k].trigger
        if sides.before or sides.object or not sides.subject or trigger is None or rule.subject != "actor":
            return False
        if "object" not in rule.takes or trigger.pronoun or not scene.phrases.chunks[scene.k].joins:
            return False
        form, parties = scene.memory.clause or ("", ())
        head = scene.phrases.words[sides.subject[0].first].text
        vague = self._slots.indefinite(scene.phrases, sides.subject[0]) and not head.endswith(("ون", "ان"))
        return bool(parties and found) and vague and form[:1] == trigger.form.agrees[:1]

    def _suffers(self, scene: Scene, rule: EventRule, sides: Sides) -> bool:
        """Whether what stands behind a verb is its object by case, gender or number (واعتقلت العشرات).

        Papers confuse the cases of whom a verb of force kills or who strikes (قتل جنديين، هاجم مسلحين المخفر).
        """
        trigger, chunk = scene.phrases.chunks[scene.k].trigger, sides.subject[0]
        assert trigger is not None
        if trigger.form.passive or rule.subject == "target":
            return False
        head, form = scene.phrases.words[chunk.first].text, trigger.form.agrees
        if rule.mode == "expel" and not sides.object and head.removeprefix("ال") in map(fold_text, rule.needs):
            return True  # ويستدعي السفير
        form = "fs" if form == "ms" and scene.phrases.words[trigger.first].text.endswith("ت") else form
        counted = head[:1].isdigit() or self._vocabulary.is_cue("quantity", head)
        if rule.subject == "either" and form == "fs" and counted and not sides.object:
            return True
        near = chunk.first == scene.phrases.chunks[sides.at].last
        forceful = rule.type in ("ASSAULT", "COERCE")
        if chunk.mention is not None and chunk.mention.kind == "state":
            near = near and "object" in rule.takes and not forceful  # زار سوريا, but ضرب إيران may be a noun
        by_case = form != "ms" or not forceful or (head.startswith("ال") and rule.subject == "actor")
        return (by_case and oblique(scene.phrases, chunk, self._vocabulary)) or (
            near and disagrees(scene.phrases, chunk, form, self._vocabulary)
        )

    def _struck(self, subject: tuple[Party, ...], rule: EventRule, sides: Sides) -> bool:
        """Whether what stands behind a verb of force are only things: they are struck (استهدفت قواعد عسكرية)."""
        if sides.before or not subject or sides.object or not {"object", "علي"} & {*map(fold_text, rule.takes)}:
            return False
        return rule.subject == "actor" and all(self._slots.is_kind("thing", p) or p.kind == "place" for p in subject)
