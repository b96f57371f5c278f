"""Which phrases are sides of an event, and by what name. Below events."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from takhrij.analyse.events.chunks import OF, Chunk, Phrases
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.records import Party
from takhrij.text import fold_words

_TWO: Final = 2
_BOUND: Final = frozenset(
    fold_words(
        "تابع تابعة تابعين تابعون التابع التابعة التابعين التابعون مرتبط مرتبطة مرتبطين المرتبط المرتبطة المرتبطين "
        "مدعوم مدعومة مدعومين المدعوم المدعومة المدعومين موال موالية موالين الموالي الموالية الموالين محسوب محسوبة "
        "المحسوبة المحسوبين منتمين منتمية المنتمية المنتمين مؤيدة مؤيدين المؤيدة المؤيدين مقربة المقربة المقربين"
    )
)
"""Participles of a side that want whose it is behind them."""
_LYING: Final = frozenset(
    fold_words("الواقع الواقعة واقع واقعة الكائن الكائنة المشرف المشرفة المطل المطلة المتمركزة المتمركزين المتواجدة")
)
"""Participles that tell where a side lies."""
_MARKS: Final = (("(", ")"), ("«", "»"), ("“", "”"), ('"', '"'))


def party(phrases: Phrases, chunk: Chunk, raw: str) -> Party:
    """Return the side that `chunk` names: a mention's name, or its own words with the name that they hold."""
    if chunk.mention is not None and chunk.whole:
        return Party(name=chunk.mention.name, kind=chunk.mention.kind, mention=chunk.mention.id)
    start, last = phrases.words[chunk.first].start + _written_on(phrases, chunk), _end(phrases, chunk)
    name = _closed(raw, start, phrases.words[last - 1].end)
    for written in (raw[w.start : w.end] for w in phrases.words[chunk.first : last]):
        name = name.replace(written, written.replace(" ", ""))  # a word that the page tore
    if phrases.words[chunk.first].text[int(chunk.joins) :].startswith("لل"):
        name = "ا" + name  # the article's first letter, which لل swallows
    return Party(name=" ".join(name.split()), kind="unnamed", mention="")


def _end(phrases: Phrases, chunk: Chunk) -> int:
    """The word behind a side: with what its participle wants (سيارة تابعة للبلدية), without where it lies."""
    last, participle = chunk.last, phrases.words[chunk.last - 1].text
    if last - chunk.first < _TWO or not (participle in _BOUND or participle in _LYING):
        return last
    if participle in _LYING:
        return last - 1  # مبنى الوزارة الواقع بمدينة عدن
    at = bisect_left(phrases.chunks, last, key=lambda c: c.first)
    whose = next(iter(phrases.chunks[at : at + 1]), None)
    bound = whose is not None and whose.kind == "np" and whose.prep and not whose.comma
    near = whose is not None and whose.first - last <= _TWO
    return whose.last if whose is not None and bound and near else last


def _closed(raw: str, start: int, end: int) -> str:
    """The words of a side, with the bracket or mark that closes one opened in them (مسلحو (داعش))."""
    name = raw[start:end]
    for opening, closing in _MARKS:
        left = name.count(opening) % 2 if opening == closing else name.count(opening) > name.count(closing)
        rest = raw[end : end + 2]
        if left and rest.strip()[:1] == closing:
            return name + rest[: rest.index(closing) + 1]
    return name


def _written_on(phrases: Phrases, chunk: Chunk) -> int:
    """How many letters before the noun are clitics (an article that لل swallowed stays)."""
    text = phrases.words[chunk.first].text
    cut = int(chunk.joins and text[0] in "وف")  # the conjunction may stand on a word before it (وبعض المجموعات)
    rest = text[cut:]
    if rest.startswith("لل"):
        return cut + 1
    return cut + 1 if chunk.prep and rest[:1] == chunk.prep else cut


def named(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return `parties` once by each name, in order."""
    return tuple({p.name: p for p in reversed(list(parties))}.values())[::-1]


def is_party(phrases: Phrases, chunk: Chunk, vocabulary: Vocabulary) -> bool:
    """Whether a phrase can be a side of an event: a name, people, forces, bodies, or people that a number counts."""
    if chunk.kind != "np":
        return False
    if chunk.whole:
        return chunk.mention is not None
    words = [phrases.words[i].text for i in range(chunk.first, min(chunk.first + 4, chunk.last))]
    cue = vocabulary.is_cue
    if len(words) > 1 and cue("this", words[0]):
        words = words[1:]
    head = words[0]
    if len(words) > 1 and cue("naming", head):
        return True
    if len(words) > 2 and words[1] == OF:
        words = [head, *words[2:]]  # عدد من الجنود
    if len(words) > 1 and (
        cue("branch", words[1])
        or (cue("one_of", head) and (vocabulary.party[words[1]] or words[1].endswith(("ي", "ين"))))
    ):
        return True  # سلاح الجو، أحد رافضي الحكم
    numbers = head[:1].isdigit()
    if not (numbers or cue("quantity", head) or cue("quantity", head[1:])):
        return vocabulary.party[head] or (bool(chunk.prep or chunk.joins) and vocabulary.people(head))
    after = words[2:3] if len(words) > 2 and cue("alif", words[1]) else words[1:2]  # 40 ألف شخص
    counted = any(vocabulary.party[a] or cue("people", a) or cue("people", a.removeprefix("ال")) for a in after)
    return counted or (not numbers and (chunk.mention is not None or cue("party", head)))


def owner(phrases: Phrases, chunk: Chunk, raw: str, vocabulary: Vocabulary) -> tuple[Party, ...]:
    """Whose a phrase's first word is: the name that it holds, or the people behind that word; alone, nobody's."""
    if chunk.last == chunk.first + 1:
        return ()
    if chunk.mention is not None:
        return (Party(name=chunk.mention.name, kind=chunk.mention.kind, mention=chunk.mention.id),)
    whose = chunk._replace(first=chunk.first + 1, prep="", joins=False)
    return (party(phrases, whose, raw),) if is_party(phrases, whose, vocabulary) else ()


def is_bound(phrases: Phrases, chunk: Chunk) -> bool:
    """Whether a phrase behind a preposition is what a participle before it wants (مدعومة من تركيا)."""
    return bool(chunk.prep) and phrases.words[max(chunk.first - _TWO, 0)].text in _BOUND


def lone_number(phrases: Phrases, chunk: Chunk) -> bool:
    """Whether a phrase is a number and nothing else (أكثر من 1800 | أصيبوا): whom it counts is left unsaid."""
    return chunk.last == chunk.first + 1 and phrases.words[chunk.first].text.isdigit()


def is_force(chunk: Chunk) -> bool:
    """Whether a name is one that acts by force: a state, a body or a person, rather than a place."""
    return chunk.whole and chunk.mention is not None and chunk.mention.kind in ("state", "organization", "person")
