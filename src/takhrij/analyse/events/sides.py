"""What stands to the right of a trigger, put where it belongs. Below arguments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from takhrij.analyse.events.chunks import AGENT, AMONG, BOTH, Chunk, no_genitive
from takhrij.text import fold_text

FENCES: Final = ("stop", "that", "break", "verb", "participle")
OBJECT, SUBJECT, NOTHING = 0, 1, 2
"""Which bare phrase is still awaited to the right of a trigger."""
_SINCE: Final = fold_text("منذ بعد قبل عقب إثر قبيل").split()
_MEETINGS: Final = ("CONSULT", "COOPERATE")
_SIDES: Final = ("بين", "مع")
_BETWEEN: Final = "بين"
_NEAR: Final = ("ل", "ب")
_AGAINST: Final = "علي"
_ONCE: Final = ("مع", "علي", "ضد")
"""Prepositions of the other side: behind other phrases a second one belongs to these."""
_ITS_MAN: Final = ("مع", "ل", "الي", "ضد", "عن")
"""Prepositions behind which a man may stand with his title behind him."""
_PLACING: Final = ("في", "من", "قرب", "داخل", "ل")
FAR: Final = 12
"""Chunks that are read to either side of a trigger: more than the longest clause seen, so that time stays linear."""


class Sides(NamedTuple):
    """What stands around the trigger `at`, from chunk `begin` to `end`.

    `slots`: preposition -> phrases. `light`: index of the verb that carries a noun, −1 if none does. `owner`: the
    pronoun on a noun. `before`: the subject stands before its verb. `antecedent`: whom a relative clause describes.
    """

    subject: tuple[Chunk, ...] = ()
    object: tuple[Chunk, ...] = ()
    slots: dict[str, list[Chunk]] = {}  # noqa: RUF012
    times: tuple[Chunk, ...] = ()
    light: int = -1
    owner: str = ""
    end: int = 0
    begin: int = 0
    at: int = 0
    before: bool = False
    antecedent: Chunk | None = None


def after(chunks: Sequence[Chunk], k: int, wants: int, *, glued: bool = False) -> Sides:
    """Read to the right from chunk `k`.

    `wants` 1: the first bare phrase is the subject (or a noun's genitive, `glued` to it), 0: the object.
    """
    reading = _Reading(wants, glued, k)
    while k < len(chunks) and k < reading.first + FAR:
        chunk = chunks[k]
        if chunk.kind in (*FENCES, "relative") or begins_clause(chunks, k) or not reading.takes(chunk, k):
            break
        k += 1
    return Sides(
        subject=tuple(reading.subject),
        object=tuple(reading.object),
        slots=reading.slots,
        times=tuple(reading.times),
        end=k,
    )


class _Reading:
    """What has been read to the right of a trigger."""

    def __init__(self, wants: int, glued: bool, first: int) -> None:
        self.subject: list[Chunk] = []
        self.object: list[Chunk] = []
        self.slots: dict[str, list[Chunk]] = {}
        self.times: list[Chunk] = []
        self.first = first
        self._wants, self._glued = wants, glued
        self._last: list[Chunk] | None = None
        self._noun = -1
        self._since = 0
        self._meeting = False
        self._purpose = self._manner = -1
        self._others = 0
        self._inner: set[str] = set()

    def takes(self, chunk: Chunk, k: int) -> bool:
        """Put `chunk` where it belongs; False if the clause ends before it."""
        if chunk.kind == "time":
            if not (self._since and chunk.first <= self._since + 1 and not chunk.comma):
                self.times.append(chunk)  # else it dates what this came after (منذ الانقلاب في 2013)
            return True
        self._since = chunk.last if chunk.kind == "np" and chunk.prep in _SINCE else 0
        if chunk.kind in ("noun", "word"):
            if chunk.joins and not chunk.prep and chunk.comma:
                return False
            self._last = None
            if k == self.first and not chunk.prep and no_genitive(chunk) and not self._glued:
                self._wants = OBJECT  # the noun is the subject (استهدف تفجير انتحاري مركزا)
            elif not chunk.prep or self.subject or self._glued:
                self._wants = NOTHING  # what follows bare belongs to that noun
            self._noun = chunk.last
            rule = chunk.trigger.rule if chunk.trigger is not None else None
            self._inner = {fold_text(slot) for slot in rule.takes} if rule is not None and chunk.prep else set()
            self._meeting = self._meeting or (rule is not None and rule.type in _MEETINGS)
        elif chunk.kind == "np":
            return self._phrase(chunk, k)
        return True

    def _is_its(self, chunk: Chunk) -> bool:
        """Whether a phrase behind a preposition belongs to the trigger rather than to what stands between.

        Behind other phrases ل and ب hang on them (في العاصمة على قرار لإسرائيل), as does what follows a purpose
        (للضغط على الأهالي) and what is between the sides of another meeting (زيارة للقاء بين الوزيرين).
        """
        purpose, self._purpose = self._purpose, chunk.last if chunk.prep == "ل" and chunk.mention is None else -1
        manner, self._manner = self._manner, -1
        if chunk.prep == "ب" and chunk.last == chunk.first + 1 and chunk.mention is None:
            self._manner = chunk.last
        if chunk.prep == "مع" and manner in (chunk.first, chunk.first - 1):
            return False  # بالتنسيق مع التحالف: whoever helps is no other side
        if chunk.prep == AGENT and self._noun >= 0:
            return False  # قصف من قبل الجيش, behind other talk
        if chunk.prep in self._inner or (chunk.prep in _ONCE and not chunk.comma and self.slots.get(chunk.prep)):
            return False  # شن هجوما على البلدة بعد سيطرته على التلة; مع قطر لمزيد من الاصطفاف مع السعودية
        farther = self._others > 0 and chunk.prep in _NEAR
        self._others += chunk.prep not in _PLACING and chunk.prep != AMONG
        aside = purpose == chunk.first - 1 and chunk.prep == _AGAINST
        return not (farther or aside or (self._meeting and chunk.prep in _SIDES))

    def _names(self, chunk: Chunk) -> bool:
        """Put a name in the place of the title right before it that a preposition governs (بين الرئيسين | فلان)."""
        last = self._last[-1] if self._last else None
        if last is None or self._last is None or last.whole or not (last.prep or last.joins):
            return False
        plain = not (chunk.prep or chunk.joins or chunk.comma) and chunk.whole and last.last == chunk.first
        if not plain or chunk.mention is None or chunk.mention.kind != "person":
            return False
        self._last[-1] = chunk._replace(prep=last.prep)
        return True

    def _is_called(self, chunk: Chunk) -> bool:
        """Put a name between commas in the place of the subject's office (اتهم وزير النقل في مصر، فلان، المعارضة)."""
        name = chunk.comma and chunk.whole and not (chunk.prep or chunk.joins or self.object)
        if not name or not self.subject or chunk.mention is None or chunk.mention.kind != "person":
            return False
        bare = chunk.last - chunk.first <= len(chunk.mention.name.split())  # with a title of his own he is another
        office = bare and self.subject[0].mention is not None and self.subject[0].mention.kind == "office"
        if office:
            self.subject[:] = [chunk]
            self._last = None
        return office

    def _is_his_title(self, chunk: Chunk) -> bool:
        """Whether a phrase is the title of the person right before it that a preposition governs (مع فلان رئيس)."""
        last = self._last[-1] if self._last else None
        if last is None or not last.whole or last.last != chunk.first or chunk.mention is None:
            return False
        if last.prep not in _ITS_MAN:
            return False
        if chunk.prep or chunk.joins or last.mention is None or last.mention.kind != "person":
            return False
        return chunk.mention.kind == "office" or chunk.last - chunk.first > len(chunk.mention.name.split())

    def _phrase(self, chunk: Chunk, k: int) -> bool:
        again = chunk.prep == _BETWEEN and _BETWEEN in self.slots  # بين الجيش، وبين المسلحين
        if chunk.comma and chunk.joins and not (chunk.whole or again):
            return False
        if self._names(chunk) or self._is_called(chunk) or self._is_his_title(chunk):
            return True
        timed = bool(self.times) and self.times[-1].last == chunk.first and chunk.mention is not None  # its comma
        if chunk.first == self._noun and not chunk.prep and not chunk.joins:
            self._last = []  # the genitive of a noun that a preposition governs (قام بزيارة سوريا)
        elif chunk.prep:
            between = self.slots.get(_BETWEEN, [])
            if chunk.prep == BOTH:
                self.slots[BOTH] = [chunk]
                self._last = None
                return True
            if self._is_its(chunk):
                self._last = self.slots.setdefault(chunk.prep, [])
            elif chunk.prep != "مع" or len(between) != 1:
                self._last = []
            else:  # بين الجيش بالتنسيق مع التحالف والتنظيم: the second of the two is still to come
                self._last = between
                return True
        elif chunk.joins and self._last is not None:
            between = self.slots.get(_BETWEEN, [])
            place = chunk.mention is not None and chunk.mention.kind == "place"
            places = self._last[-1:] and self._last[-1].mention is not None and self._last[-1].mention.kind == "state"
            if len(between) == 1 and self._last is not between and not (place or places):
                self._last = between  # بين الجيش في ريف المدينة والتنظيم
        elif self._wants == SUBJECT and not self.subject and not (self._glued and k != self.first):
            self._last = self.subject
        elif self._wants != NOTHING and not self.object and not (self._glued and chunk.comma and not timed):
            self._last = self.object
        else:
            return bool(chunk.comma and self._last)
        self._last.append(chunk)
        return True


def behind_relative(chunks: Sequence[Chunk], k: int, wanted: str) -> tuple[Chunk, int] | None:
    """The phrase with the `wanted` preposition behind a relative clause that begins at chunk `k`, and its end.

    As in: سيطر اللواء الذي يضم مئات المقاتلين | على المقرات. The clause has a verb of its own, with its object or its
    subject before that phrase.
    """
    bare = False
    for i in range(k + 1, min(k + FAR, len(chunks))):
        chunk = chunks[i]
        if (i == k + 1) != (chunk.kind == "verb") or chunk.kind in (*FENCES[:3], "relative", "noun", "word"):
            return None
        if chunk.kind == "np" and chunk.prep == wanted:
            return (chunk, i + 1) if bare else None
        bare = bare or (chunk.kind == "np" and not chunk.prep)
    return None


def begins_clause(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether a joined name is the subject of the verb right behind it (مع بغداد | وبغداد تسعى)."""
    if not (chunks[k].joins and chunks[k].whole and chunks[k].kind == "np") or k + 1 >= len(chunks):
        return False
    verb = chunks[k + 1]
    return verb.kind == "verb" and not (verb.joins or verb.comma)
