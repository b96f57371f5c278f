"""Posts that a page embeds: the words, a dash, and who wrote them with the account (... - سمير حداد (@samir))."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from takhrij.analyse.clauses import trimmed
from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.records import Sentence

_ACCOUNT: Final = re.compile(r"[-–—][ \t]*([^-–—()@\n]{2,60}?)[ \t]*\([ \t]*@[ \t]*[A-Za-z0-9_-]{2,40}[ \t]*\)")
_ARABIC: Final = re.compile("[ء-ي]")
_FEWEST: Final = 4
"""Words of a post; fewer are a caption's."""


class Post(NamedTuple):
    """A post: its words, who wrote it, and the characters of the name."""

    start: int
    end: int
    party: Party
    cue: tuple[int, int]


def posts(scene: Scene, sentences: Sequence[Sentence]) -> Iterator[Post]:
    """Yield the posts among an article's sentences: the words before the dash, else the sentence before."""
    for number, sentence in enumerate(sentences):
        begin = sentence.span.start
        for match in _ACCOUNT.finditer(scene.raw, begin, sentence.span.end):
            start, end = trimmed(scene.raw, begin, match.start())
            if len(scene.folded.between(start, end)) < _FEWEST and number and match.start() - begin <= _FEWEST:
                earlier = sentences[number - 1].span
                start, end = trimmed(scene.raw, earlier.start, earlier.end)
            start = _foreign(scene.raw, start, end)
            name = scene.folded.between(*match.span(1))
            begin = match.end()
            if name and len(scene.folded.between(start, end)) >= _FEWEST:
                yield Post(start, end, _writer(scene, name), match.span(1))


def _foreign(raw: str, start: int, end: int) -> int:
    """Return where a post in another script begins, behind the colon of the page's own words before it."""
    colon = raw.rfind(":", start, end)
    while colon >= 0 and raw.startswith("//", colon + 1):
        colon = raw.rfind(":", start, colon)
    if colon < 0 or not _ARABIC.search(raw, start, colon) or _ARABIC.search(raw, colon, end):
        return start
    return trimmed(raw, colon + 1, end)[0]


def _writer(scene: Scene, name: range) -> Party:
    known = scene.party(name.start)
    if known and known.last <= name.stop:
        return known
    words = scene.name(name.start, name.stop)
    return Party(name.start, name.stop, words, "person", None, lead_of(scene.words[name.start].text))
