"""Which phrases are sides of an event, and by what name. Below events."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from takhrij.analyse.events.chunks import OF, Chunk, Phrases
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.records import Party

_MARKS: Final = (("(", ")"), ("«", "»"), ("“", "”"), ('"', '"'))


def party(phrases: Phrases, chunk: Chunk, raw: str) -> Party:
    """Return the side that `chunk` names: a mention's name, or its own words with the name that they hold."""
    if chunk.mention is not None and chunk.whole:
        return Party(name=chunk.mention.name, kind=chunk.mention.kind, mention=chunk.mention.id)
    start = phrases.words[chunk.first].start + _written_on(phrases, chunk)
    name = _closed(raw, start, phrases.words[chunk.last - 1].end)
    for written in (raw[w.start : w.end] for w in phrases.words[chunk.first : chunk.last]):
        name = name.replace(written, written.replace(" ", ""))  # a word that the page tore
    if phrases.words[chunk.first].text[int(chunk.joins) :].startswith("لل"):
        name = "ا" + name  # the article's first letter, which لل swallows
    return Party(name=" ".join(name.split()), kind="unnamed", mention="")


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


def lone_number(phrases: Phrases, chunk: Chunk) -> bool:
    """Whether a phrase is a number and nothing else (أكثر من 1800 | أصيبوا): whom it counts is left unsaid."""
    return chunk.last == chunk.first + 1 and phrases.words[chunk.first].text.isdigit()


def is_force(chunk: Chunk) -> bool:
    """Whether a name is one that acts by force: a state, a body or a person, rather than a place."""
    return chunk.whole and chunk.mention is not None and chunk.mention.kind in ("state", "organization", "person")
