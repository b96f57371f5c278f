"""Agencies in a dateline that stands amid other matter: glued to a headline, a stamp or a caption, or without a sign.

Dumps of pages run title, stamp, dateline and first sentence together, so that the dateline need not open a paragraph.
An agency is one there by what stands on both sides of it: a town, an outlet or a stamp before its sign, and behind it
another sign, a town, or the verb of the first sentence. Photo credits stand behind words of their caption instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse import outlets
from takhrij.analyse.articles.signoffs import hop_of, signers
from takhrij.analyse.articles.texts import Text
from takhrij.analyse.outletnames import is_arabic, is_cut, ordinary_names
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit, Lexicon
from takhrij.records import Hop
from takhrij.text import fold_text, fold_words
from takhrij.world.tables import Outlet

WITHIN: Final = 40
"""Words from the first paragraph's first ones in which the dateline stands, with a line that is glued before it."""
OVER: Final = 60
"""Words from an article's first ones to its first paragraph: a headline that is printed twice, stamps."""
NAMED: Final = 4
"""Most words of a town's or an outlet's name."""
STAMP: Final = 14
"""Most words of a stamp before its agency."""
_SIGN: Final = re.compile(r"^\W*?(?:[-–—/|:(\[«\"“]|(?<!\w)ـ)\W*$")
_OPEN: Final = re.compile(r"[-–—/|:.?؟!»\"”)\]\n]|(?<!\w)ـ")
_CLOSE: Final = re.compile(r"^\s?[»\"”]?\s?[)\]]?\s?(?:[-–—:/|]|(?<!\w)ـ)")
_ENDED: Final = re.compile(r"^\s?[»\"”]?\s?(?:[)\]]|\n)")
_JOINED: Final = re.compile(r"^(?:[\s/|،,+–—\-()\[\]و«»\"]|(?<!\w)ـ)*$")
_PARTED: Final = re.compile(r"[-–—/|،,+()]|(?<!\w)ـ")


class _Known(NamedTuple):
    towns: Lexicon[str]
    stamps: frozenset[str]
    verbs: frozenset[str]
    apart: frozenset[str]


def find(text: Text) -> list[Hop]:
    """Return the agencies of the first such dateline, in order; none where nothing stands on both sides of one."""
    folded, known = text.folded, text.knowledge.built(_known)
    opening = next((b for b in text.blocks if b.kind == "body"), None)
    if opening is None:
        return []
    first = folded.between(text.blocks[0].span.start, text.blocks[0].span.end).start
    body = folded.between(opening.span.start, opening.span.end).start
    words = range(max(first, body - OVER), min(body + WITHIN, len(folded.words)))
    others = (b for b in (*text.blocks, *text.near) if b.kind != "title")
    lines = {folded.before(b.span.start) for b in others}
    for chain in _chains(text, words):
        if _opens(text, chain, lines, known):
            return [hop_of(text, hit, "carried") for hit in chain]
    return _later(text, known)


def _later(text: Text, known: _Known) -> list[Hop]:
    """The agency of the datelines that begin later paragraphs, if they are one's: other matter begins the text."""
    found: list[Hop] = []
    for block in [b for b in text.blocks if b.kind == "body"][1:]:
        first = text.folded.between(block.span.start, block.span.end).start
        town = known.towns.at(text.folded, first, clitics=False)
        hit = text.knowledge.built(signers).at(text.folded, town.last) if town else None
        if hit and hit.entry and hit.entry.kind == "agency" and not hit.prefix:
            signed = _SIGN.match(text.folded.gap(hit.first - 1, hit.first))
            if signed and _closes(text, hit.last, known) == "sign":
                found.append(hop_of(text, hit, "carried"))
    return found[:1] if len({hop.name for hop in found}) == 1 else []


def _chains(text: Text, words: range) -> Iterator[list[Hit[Outlet | None]]]:
    """Agencies and crowds, those together that nothing but signs parts."""
    chain: list[Hit[Outlet | None]] = []
    for hit in text.knowledge.built(signers).find(text.folded, words):
        if (hit.entry is not None and hit.entry.kind != "agency") or is_cut(text.folded, hit):
            continue
        gap = text.page.text[chain[-1].end : hit.start] if chain else ""
        if chain and _JOINED.match(gap) and (hit.prefix or _PARTED.search(gap)):
            chain.append(hit)
            continue
        if chain:
            yield chain
        chain = [] if hit.prefix else [hit]
    if chain:
        yield chain


def _opens(text: Text, chain: list[Hit[Outlet | None]], lines: set[int], known: _Known) -> bool:
    first, last = chain[0].first, chain[-1].last
    before = text.folded.gap(first - 1, first) if first else "\n"
    closed = _closes(text, last, known) or ("end" if last in lines else "")
    if first in lines and not before:
        return False  # glued to a caption's last word: who took the photo
    if last < len(text.folded.texts) and text.folded.texts[last] in known.apart:
        return False  # "agency / archive": where the photo is from
    if _starts(text, first, lines) and _begins(chain, closed):
        return True
    if chain[0].entry and first in lines and text.folded.texts[first - 1][0].isdigit():
        return True
    if not first or not _SIGN.match(before):
        return False
    town = _ends(text, first, known.towns)
    if not closed:
        return town is not None and _is_sure(text, chain[0]) and _starts(text, town, lines)
    house = None if town is not None else _house(text, first)
    start = town if town is not None else house
    if start is None:
        return closed != "town" and _is_stamp(text, first, lines, known)
    begins = _starts(text, start, lines) or not start or bool(_OPEN.search(text.folded.gap(start - 1, start)))
    begins = begins or _ends(text, start, known.towns) is not None  # two towns in a row: one ends what went before
    return begins or (closed == "sign" and house is None)


def _is_sure(text: Text, hit: Hit[Outlet | None]) -> bool:
    """Whether the name is an agency's and no ordinary word."""
    plain = text.knowledge.built(ordinary_names)
    return hit.entry is not None and " ".join(text.folded.texts[hit.first : hit.last]) not in plain


def _starts(text: Text, first: int, lines: set[int]) -> bool:
    """Whether word `first` begins a line, or stands right behind an address or number."""
    return first in lines or (first > 0 and not is_arabic(text.folded.texts[first - 1]))


def _is_dated(text: Text, i: int, known: _Known) -> bool:
    return i >= 0 and (text.folded.texts[i][0].isdigit() or text.folded.texts[i] in known.stamps)


def _begins(chain: list[Hit[Outlet | None]], closed: str) -> bool:
    """Whether agencies that begin a line are its dateline: "agencies" begins sentences; one alone took a photo."""
    named = chain[0].entry is not None
    return closed == "sign" or (named and (closed == "town" or (closed == "end" and len(chain) > 1)))


def _closes(text: Text, last: int, known: _Known) -> str:
    """What stands behind the agencies: a sign, a bracket or line end, a town, a verb or a date; else empty."""
    if last >= len(text.folded.words):
        return ""
    gap, texts = text.folded.gap(last - 1, last), text.folded.texts
    if (hit := known.towns.at(text.folded, last, clitics=False)) and hit.last < len(texts):
        behind = text.folded.gap(hit.last - 1, hit.last)
        if _CLOSE.match(behind) or "(" in gap or texts[hit.last] in known.verbs:
            return "town"
    if _CLOSE.match(gap) or _house_follows(text, last):
        return "sign"
    if _ENDED.match(gap):
        return "end"
    dated = texts[last][0].isdigit() or texts[last] in known.stamps
    return "verb" if dated or texts[last] in known.verbs else ""


def _house_follows(text: Text, last: int) -> bool:
    """Whether an outlet's name follows in quotation marks or behind a sign ("agencies "the Gazette":")."""
    if text.folded.gap(last - 1, last).isspace():
        return False
    words, own = text.folded.words[last : last + NAMED], fold_words(text.own)
    if own and text.folded.texts[last : last + len(own)] == own:
        return True
    hit = next(outlets.known(text.folded, text.knowledge, words[0].start, words[-1].end, common=True), None)
    return hit is not None and hit.first == last and not hit.prefix


def _ends(text: Text, first: int, names: Lexicon[str]) -> int | None:
    """The word at which a name begins that ends before word `first`, the longest; None for none."""
    for start in range(max(0, first - NAMED), first):
        hit = names.at(text.folded, start, clitics=False)
        if hit and hit.last == first:
            return start
    return None


def _house(text: Text, first: int) -> int | None:
    """The same of an outlet's name."""
    start = text.folded.words[max(0, first - NAMED)].start
    end = text.folded.words[first - 1].end
    hits = [h for h in outlets.known(text.folded, text.knowledge, start, end, common=True) if h.last == first]
    return hits[0].first if hits and not hits[0].prefix else None


def _is_stamp(text: Text, first: int, lines: set[int], known: _Known) -> bool:
    """Whether there is a stamp and nothing else from a line's first word to word `first`."""
    for i in range(first - 1, max(-1, first - STAMP), -1):
        if not _is_dated(text, i, known):
            return False
        if i in lines:
            return True
    return False


def _known(knowledge: Knowledge) -> _Known:
    language, world = knowledge.language, knowledge.world
    towns = [name for place in world.places for name in (place.name, *place.spellings)]
    towns += [name for state in world.states for name in (state.name, *state.spellings)]
    towns += [row.phrase for row in language.credits if row.part == "town"]
    stamps = [row.name for row in language.weekdays] + [row.word for row in language.stamps if row.part == "inside"]
    stamps += [row.name for row in language.months]
    return _Known(
        towns=Lexicon(((name, name) for name in towns), ()),
        stamps=frozenset(word for name in stamps for word in fold_words(name)),
        verbs=frozenset(fold_text(form) for row in language.reporting for form in row.forms),
        apart=frozenset(fold_text(row.phrase) for row in language.credits if row.part == "apart"),
    )
