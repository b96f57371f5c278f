"""What a cue is read as: who speaks, through whom, and where the content begins."""

from __future__ import annotations

from typing import NamedTuple

from takhrij.analyse.clauses import Quotation
from takhrij.analyse.speech.complements import Complement
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.leads import Lead
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch
from takhrij.records import Via


class Frame(NamedTuple):
    """A cue and its complement.

    `start` is where the content begins (-1: none found), `lead` what it begins with, `quote` the quotation that it
    is. `carriers` stand between the narrator and `party`, nearest the reader first. `clause` is where the clause of
    the cue begins, `first` its first word. `inner`: the cue stands in a clause within another, such as a relative.
    `trailing`: it closes what stands before it. `hole`: the page lost the speaker's name.
    """

    cue: Cue
    party: Party | None
    start: int
    lead: Lead = ""
    word: int = -1
    quote: Quotation | None = None
    carriers: tuple[tuple[Party, Via], ...] = ()
    clause: int = -1
    first: int = -1
    inner: bool = False
    trailing: bool = False
    hole: bool = False


def begun(s: Stretch, frame: Frame, found: Complement) -> Frame:
    """Return `frame` with its content."""
    quoted = found.lead == "quote" and found.quote
    start = found.quote.inner[0] if quoted and found.quote else s.scene.words[found.word].start
    if not quoted and (opened := s.quote_before(found.word)) and opened.inner[1] > start:
        start = opened.start
    return frame._replace(start=start, lead=found.lead, word=found.word, quote=found.quote)
