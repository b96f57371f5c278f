"""Where a page names its own known outlet in passing: a dateline amid glued lines, and its last words.

Each of these is weaker than a masthead. Agencies are reprinted with their datelines, so that theirs count for little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from takhrij.analyse.outletnames import carriers_of, is_ordinary, known, no_names, phrase, plain_words
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit
from takhrij.records import Page, Span, Why
from takhrij.text import Folded, fold_text
from takhrij.world.tables import Outlet

HEAD: Final = 150
"""Words in which a dateline stands, also behind a title, stamps and a caption that are glued to it."""
TAIL: Final = 60
LAST: Final = 30
"""Words at the end in which a site's name stands among buttons."""
_OPENS: Final = re.compile(r"^\s?[-–—:/|(\[]\s?$")
_CLOSES: Final = re.compile(r"^\s?[)\]]?\s?[-–—:/)]")
_HOUSE: Final = re.compile(r"^\s?[-–—/|(]\s?")
_ALL: Final = frozenset(["جميع", "كل", "كافه"])
_YEAR: Final = re.compile(r"^\W{0,3}(?:19|20)\d\d\b")
_AFTER_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\s{1,2}$")
DATELINE: Final = 2.5
CITED: Final = 0.7
LINE: Final = 1.5
ENDING: Final = 1.3


def find(page: Page, folded: Folded, knowledge: Knowledge) -> Iterator[tuple[Hit[Outlet], Why, float]]:
    """Yield the known outlets that the head or tail of a page names as its own, each with its reason and weight."""
    words = folded.words
    if not words:
        return
    stop = min(HEAD, len(words))
    for hit in known(folded, knowledge, 0, words[stop - 1].end, common=True):
        if weight := _datelined(folded, hit, knowledge):
            quoted = hit.entry.kind in ("agency", "official")
            yield hit, _why(page, hit, "a dateline"), CITED if quoted else weight
    first = max(min(stop, len(words) // 2), len(words) - TAIL)
    if first < len(words):
        for hit in known(folded, knowledge, words[first].start, len(page.text), common=True):
            if weight := _ending(page, folded, hit, knowledge):
                yield hit, _why(page, hit, "the page's last words"), weight


def _datelined(folded: Folded, hit: Hit[Outlet], knowledge: Knowledge) -> float:
    words = folded.words
    if hit.prefix or hit.last >= len(words):
        return 0.0
    before = folded.gap(hit.first - 1, hit.first) if hit.first else "\n"
    after = folded.gap(hit.last - 1, hit.last)
    towns = knowledge.built(_towns)
    if hit.first and folded.texts[hit.first - 1] in towns and _OPENS.match(before) and _CLOSES.match(after):
        return DATELINE
    if _HOUSE.match(after) and (folded.texts[hit.last] in knowledge.built(_house)):
        return DATELINE
    if "/" in after and hit.last - hit.first > 1 and not is_ordinary(folded, hit, knowledge):
        return LINE
    if not hit.first and "|" in after and phrase(folded, hit) not in knowledge.built(sections):
        return LINE
    return 0.0


def _ending(page: Page, folded: Folded, hit: Hit[Outlet], knowledge: Knowledge) -> float:
    if hit.entry.kind in ("agency", "official") and hit.prefix:
        return 0.0
    if _YEAR.match(page.text[hit.end : hit.end + 12]) and not phrase(folded, hit).isdigit():
        return DATELINE
    if len(folded.words) - hit.last > LAST:
        return 0.0
    if _AFTER_YEAR.search(page.text[max(0, hit.start - 12) : hit.start]) and not is_ordinary(folded, hit, knowledge):
        return DATELINE  # the sign of the copyright is often lost
    carried = any(folded.texts[i] in knowledge.built(carriers_of) for i in (max(hit.first - 1, 0), hit.first))
    return ENDING if carried else 0.0


def _why(page: Page, hit: Hit[Outlet], rule: str) -> Why:
    return Why(rule=rule, rests_on=(Span(page=page.id, start=hit.start, end=hit.end),))


def _towns(knowledge: Knowledge) -> frozenset[str]:
    """The last words of the names of towns and states."""
    names = [name for place in knowledge.world.places for name in (place.name, *place.spellings)]
    names += [name for state in knowledge.world.states for name in (state.name, *state.spellings)]
    return frozenset(fold_text(name).split()[-1] for name in names)


def _house(knowledge: Knowledge) -> frozenset[str]:
    """What stands behind the outlet in its dateline: agencies, "exclusive", a desk."""
    parts = ("crowd", "desk")
    return frozenset(fold_text(row.phrase).split()[0] for row in knowledge.language.credits if row.part in parts)


def sections(knowledge: Knowledge) -> frozenset[str]:
    """Return sections and buttons without the towns, whose names some outlets have."""
    towns = {fold_text(n) for row in knowledge.world.places for n in (row.name, *row.spellings)}
    return knowledge.built(no_names) - towns


def led_before(page: Page, folded: Folded, cue: int, knowledge: Knowledge) -> Span | None:
    """Return the name between "paper" or the like and "all rights reserved" behind it; None for none."""
    words, carriers = folded.between(max(0, cue - 80), cue), knowledge.built(carriers_of)
    last = words.stop
    while last > words.start and folded.words[last - 1].text in _ALL:
        last -= 1
    for first in range(last - 1, max(words.start, last - 4), -1):
        if folded.words[first - 1].text in carriers and not _is_parted(folded, first, last):
            plain = knowledge.built(plain_words)
            named = not any(w.text in plain or w.text[0].isdigit() for w in folded.words[first:last])
            start, end = folded.words[first].start, folded.words[last - 1].end
            return Span(page=page.id, start=start, end=end) if named else None
    return None


def _is_parted(folded: Folded, first: int, last: int) -> bool:
    """Whether a sign stands between the words of a name."""
    return any(re.search(r"[^\s\"“”«»']", folded.gap(k - 1, k)) for k in range(first, last))
