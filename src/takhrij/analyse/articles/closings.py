"""Source lines behind the text, and writers who say what they are: "name - the Gazette", "name, a novelist".

A short line right behind the last paragraph names its writer, house and agencies as lines over the text do, if all of
its words are such. A name with a job without an article behind it, and little else, is the writer's at either end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from takhrij.analyse.articles import sourcelines
from takhrij.analyse.articles.texts import Text
from takhrij.analyse.articles.writernames import writer
from takhrij.records import Block, Hop

LINES: Final = 2
"""Lines behind the text that may name its writer or source."""
LONGEST: Final = 10
"""Most words of such a line."""
SHORT: Final = 4
"""Most words of a last paragraph that is such a line."""
_KINDS: Final = frozenset(["byline", "chrome", "caption"])
_FROM: Final = ("عن", "نقلا عن", "via")
"""What stands before the names of a whole line of sources."""
_ENDED: Final = re.compile(r"[.!?؟…»\"”)\]\n]\s*$")
_BESIDE: Final = re.compile(r"^\s?[-–—:،,/|(*]*\s?$")


_NEAR: Final = 2
"""Characters from a name within which its bracket stands."""


def find(text: Text) -> Iterator[Hop]:
    """Yield whom the lines behind the text name, and the writer whose job stands beside the name."""
    jobs = text.knowledge.built(sourcelines.known_words).jobs
    for block in _behind(text):
        words = text.folded.between(block.span.start, block.span.end)
        if not 0 < len(words) <= LONGEST:
            return
        rest = _from(text, words)
        parts = sourcelines.read(text, rest)
        named = {part.kind for part in parts}
        if not named.isdisjoint(["foreign", "given"]):
            continue  # words in no list behind a label are buttons
        if len(parts) > 1 and not (block.kind == "caption" and "person" in named):
            yield from sourcelines.hops(text, parts, alone=False, via="republished")
        elif len(parts) == 1 and rest != words and parts[0].outlet:
            yield from _lone(text, parts[0])
        elif named == {"person"} and _is_set_apart(text, words, parts[0]):
            yield writer(text, parts[0].first, parts[0].last)
        elif last := _with_job(text, words, jobs):
            yield writer(text, words.start, last)
    for block in _over(text):
        words = text.folded.between(block.span.start, block.span.end)
        if 0 < len(words) <= LONGEST and (last := _with_job(text, words, jobs)):
            yield writer(text, words.start, last)


def _lone(text: Text, part: sourcelines.Part) -> Iterator[Hop]:
    """The one outlet that a line is from, if its name is no ordinary word."""
    if part.outlet and not sourcelines.is_ordinary(text, part):
        cue = text.span(part.start, text.folded.words[part.last - 1].end)
        yield Hop(name=part.outlet.name, via="republished", cue=cue)


def _is_set_apart(text: Text, words: range, part: sourcelines.Part) -> bool:
    """Whether brackets or a title make a name the writer's whom the article does not tell of."""
    start, end = text.folded.words[words.start].start, text.folded.words[words.stop - 1].end
    brackets = "(" in text.page.text[max(start - _NEAR, 0) : start] and ")" in text.page.text[end : end + _NEAR]
    signed = part.first > words.start or brackets
    return signed and not text.tells_of(text.folded.texts[part.last - 1])


def _behind(text: Text) -> list[Block]:
    """The first lines right behind the text that are no other stories and no forms."""
    body = [b for b in text.blocks if b.kind == "body"]
    if len(body) > 1 and len(text.folded.between(body[-1].span.start, body[-1].span.end)) <= SHORT:
        return body[-1:] if "\n" in text.page.text[body[-2].span.end : body[-1].span.start] else []
    end = body[-1].span.end if body else 0
    lines = sorted({b for b in (*text.near, *text.blocks) if b.span.start >= end}, key=lambda b: b.span.start)
    if not end or not lines or not _ENDED.search(text.page.text[max(0, end - 3) : lines[0].span.start]):
        return []
    stop = next((k for k, b in enumerate(lines) if b.kind not in _KINDS), len(lines))
    return lines[: min(stop, LINES)]


def _over(text: Text) -> Iterator[Block]:
    """The lines from the headline to the text."""
    seen = False
    for block in text.blocks:
        if block.kind == "body":
            return
        if seen and block.kind == "byline":
            yield block
        seen = seen or block.kind == "title"


def _from(text: Text, words: range) -> range:
    """The words of a line behind "from" or "quoted from", all if it does not begin so."""
    texts = text.folded.texts
    for phrase in _FROM:
        size = len(phrase.split())
        if len(words) > size and texts[words.start : words.start + size] == phrase.split():
            return words[size:]
    return words


def _with_job(text: Text, words: range, jobs: frozenset[str]) -> int:
    """Where the name ends that begins a line and has a job without an article behind it; 0 if none does."""
    texts, known = text.folded.texts, text.knowledge.built(sourcelines.known_words)
    for last in range(words.start + 2, min(words.start + 5, words.stop)):
        if texts[last] in jobs and _BESIDE.match(text.folded.gap(last - 1, last)):
            named = sourcelines.person(texts[words.start : last], known)
            told = any(word in known.never for word in texts[last : words.stop])
            return last if named and not told else 0
    return 0
