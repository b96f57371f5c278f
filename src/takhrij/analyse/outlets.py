"""Names an outlet: the lexicon of known ones, and who a page belongs to.

A page's own name stands in its markup and address, or else is read from the page: whatever may be a name is weighed
by all signs that speak for it (`outletsigns`, `ownnames`), and the heaviest is taken if it weighs enough.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from typing import Final

from takhrij.analyse import outletsigns, ownnames
from takhrij.analyse.outletnames import (
    by_address,
    by_words,
    ends_known,
    is_ordinary,
    known,
    named,
    ordinary_names,
    tidy,
)
from takhrij.analyse.outletsigns import Site
from takhrij.knowledge import Knowledge
from takhrij.records import Block, Page, Span, Why
from takhrij.text import Folded, fold_text
from takhrij.world.tables import Outlet

__all__ = ["Claim", "Site", "by_address", "by_words", "claims", "is_ordinary", "is_refused", "known", "named", "site"]

SURE: Final = 8.0
"""Weight of the markup's own words, or an address that is known: the text is not asked."""
ENOUGH: Final = -1.2
"""Weight above which the heaviest name is the page's own, if it is known: of twenty told, nineteen are right."""
UNKNOWN: Final = -0.4
"""The same for names that no table has: below it half of those told are wrong (`bench/ownnames.py`)."""
LONE: Final = -0.8
"""The same for those that stand in one kind of place, where less can speak for anything."""
SHAPED: Final = 0.4
"""The same for those of one place that begin or end as outlets do: below it nine of ten are wrong."""
SECTION: Final = 0.0
"""The same for known names that sections of sites have, too (news)."""
ADDRESSED: Final = 1.0
"""More for a name whose letters the page's address has: where none is told, the bare address is."""
MOST: Final = 4.0
"""What one rule may weigh, however often it speaks."""
EDGE: Final = (600, 1000)
"""Characters at a page's beginning and end in which addresses are the page's own."""
CUT: Final = 1.0
"""How much less a name of two words may weigh than its first one."""
LONG: Final = 3
"""Words of a known name behind which one more is another's."""
LETTERS: Final = 2
"""Fewest letters of a name."""
_ONCE: Final = "1 kinds of places"
_SECTIONED: Final = "known, a town or section"
_SHAPES: Final = ("a last word of outlets", "a first word of outlets")
_ONE_WORD: Final = "1 words"
_TWO_WORDS: Final = "2 words"
_ORDINARY: Final = "known, an ordinary word"
_LONGER: Final = "a known name and more"
_CLOSED: Final = "behind a copyright, closed"
_LATER: Final = "other letters"
_PUBLIC: Final = "a person, state or body"
_LETTERED: Final = "its letters in the page's address"
_PERSON: Final = frozenset(["a given name first", "a family name last"])
_BUTTON: Final = "a button's word"
_PARTICLE: Final = "a particle last"
_PROSE: Final = "in running text alone"
_HEADLINE: Final = "the headline itself"
_AGAIN: Final = "rule: after the headline, which comes again"
_SAID: Final = (
    "rule: ",
    "told to it",
    "behind its reporter",
    "behind an interview",
    "behind a source's label",
    "first words, before a",
    "before the whole headline",
    "behind the headline",
    "behind the first sign",
    "behind the whole headline",
)
"""What makes a name in headline and text the page's own: a browser's title may be a part of the headline's block."""
_SPEAKER: Final = "nowhere but before a colon or stop"
_CARRIED: Final = "a carrier first"
_CUT_OFF: Final = "known, always the same word behind"
_BLOG: Final = "rule: before a blog's archive"
_BEFORE: Final = "before the whole headline"
_LATIN: Final = ("rule: ", "its letters", "behind a copyright", "behind the whole headline")
"""Signs without which Latin words are buttons."""
_RULED: Final = (
    "rule: ",
    "behind its reporter",
    "behind a copyright",
    "behind the page's own words",
    "at both ends",
    "its letters",
    "a carrier first",
    "behind a carrier in the head",
    _BEFORE,
)
"""Signs of which a name that the story has, too, must show one."""
_OFTEN: Final = "often in mid-page"
_DEFINITE: Final = "one definite word"
_NAMING: Final = (
    "rule: ",
    "behind a c",  # a carrier, a copyright
    "behind the page's own words",
    "behind the headline",
    "behind the whole headline",
    "behind a town",
    "behind the dateline's town",
    "behind its reporter",
    "before the whole headline",
    "first words, before a",
    "the dateline's first words",
    "a line of the",
    _CARRIED,
)
"""Signs of places in which names stand and little else."""
_WHEREVER: Final = frozenset(
    [
        *(f"{n} kinds of places" for n in range(1, 5)),
        "at both ends",
        "twice at one end",
        "in mid-page",
        "often in mid-page",
        "in running text alone",
        "always the same word behind",
        "again with the same words behind",
        "a town or section",
        "a person, state or body",
        "its letters in an address",
        "its letters in the page's address",
    ]
)
_ADDRESS: Final = re.compile(r"((?:[a-z0-9][a-z0-9-]{1,40}\s?\.\s?){1,3}[a-z]{2,6})\b", re.IGNORECASE)
_DAY: Final = re.compile(r"\s?[:：]\s?\d")
_SPACE: Final = re.compile(r"\s")


class Claim:
    """A name that may be the page's own: the signs that speak for it, and where the heaviest one stands."""

    __slots__ = ("heaviest", "known", "latin", "name", "signs", "span")

    def __init__(self, name: str, known: bool, span: Span | None) -> None:
        self.name, self.known, self.span = name, known, span
        self.signs: dict[str, float] = {}
        self.heaviest: Site | None = None
        self.latin: Span | None = None  # where it stands in Latin letters

    def add(self, site: Site) -> None:
        """Add a piece of evidence."""
        sign = f"rule: {site.why.rule}"
        self.signs[sign] = min(self.signs.get(sign, 0.0) + site.weight, MOST)
        if self.heaviest is None or site.weight > self.heaviest.weight:
            self.heaviest, self.span = site, site.span or self.span


def site(page: Page, folded: Folded, blocks: tuple[Block, ...], knowledge: Knowledge) -> Site | None:
    """Return whom the page belongs to, None where nothing says it well enough.

    Markup and known addresses come first; then the name on the page that weighs most, the first of equals; then an
    address that is not known, and the owner of the images.
    """
    marked = list(outletsigns.markup(page, knowledge))
    best = max(marked, key=lambda e: e.weight, default=None)
    if best and best.weight >= SURE:
        return best
    weights = knowledge.built(_weights)
    told = tuple(_weighed(claims(page, folded, blocks, knowledge), weights))
    found = [(claim, weight) for claim, weight in told if weight > enough(claim.signs, known=claim.known)]
    if found:
        claim, weight = _whole(*max(found, key=lambda pair: pair[1]), told)
        return _told(claim, weight, weights)
    return best or outletsigns.images(page, knowledge)


def _weighed(every: Iterable[Claim], weights: dict[str, float]) -> Iterator[tuple[Claim, float]]:
    """What may be told, each with its weight: known names, and others that are refused for nothing."""
    every = tuple(every)
    others = [c.span for c in every if c.span and (c.known or _is_person(c) or _PUBLIC in c.signs)]
    others += [c.latin for c in every if c.latin and c.known]
    parts: dict[int, float] = {}
    for claim in sorted(every, key=lambda c: c.known):
        if is_refused(claim):
            continue
        weight = weights.get("bias", 0.0) + sum(weights.get(s, 0.0) * v for s, v in claim.signs.items())
        weight += ADDRESSED if _LETTERED in claim.signs else 0.0
        start = claim.span.start if claim.span else -1
        if claim.known:
            yield claim, max(weight, parts.get(start, weight) - CUT)
        elif any(claim.span and claim.span.within(p) for p in others):
            if _LATER in claim.signs:
                parts[start] = max(weight, parts.get(start, weight))
        else:
            yield claim, weight


def _whole(claim: Claim, weight: float, told: Iterable[tuple[Claim, float]]) -> tuple[Claim, float]:
    """The claim, or, if it is one word, the two that begin with it and weigh hardly less.

    A known name that is an ordinary word too is a part of a longer one where that is seen to end, and an unknown
    one of a known one that begins with it.
    """
    if not claim.known:
        words = f"{tidy(claim.name)} "
        fuller = [(other, its) for other, its in told if other.known and tidy(other.name).startswith(words)]
        if fuller:
            return max(fuller, key=lambda pair: pair[1])
    longer = [
        (other, its)
        for other, its in told
        if _TWO_WORDS in other.signs
        and its > weight - CUT
        and (_begins(claim, other) if _ONE_WORD in claim.signs else _is_part(claim, other))
    ]
    return max(longer, key=lambda pair: pair[1]) if longer else (claim, weight)


def _begins(claim: Claim, other: Claim) -> bool:
    return bool(claim.span and other.span and other.span.start == claim.span.start)


def _is_part(claim: Claim, other: Claim) -> bool:
    """Whether a known name of one word is cut from another name."""
    ordinary = _ORDINARY in claim.signs and _LONGER in other.signs and _CLOSED in other.signs
    return ordinary and tidy(other.name).startswith(f"{tidy(claim.name)} ")


def claims(page: Page, folded: Folded, blocks: tuple[Block, ...], knowledge: Knowledge) -> Iterable[Claim]:
    """Return whatever may be the name of the page's outlet, in the order in which it was met, with all its signs."""
    found: dict[str, Claim] = {}
    genres = knowledge.built(_genres)
    for evidence in outletsigns.printed(page, folded, blocks, knowledge):
        outlet = named(evidence.name, knowledge)
        bare = tidy(evidence.name)
        if outlet is None and (len(bare) < LETTERS or bare in genres or _is_cut(evidence.span, folded, knowledge)):
            continue
        if outlet and evidence.span and _is_day(evidence.span, page, knowledge):
            continue
        key = outlet.name if outlet else tidy(evidence.name).replace(" ", "")
        if key not in found:
            found[key] = _claim(evidence.name, outlet, evidence.span, knowledge)
        found[key].add(evidence)
    prose = [(b.span.start, b.span.end) for kind in ("body", "title") for b in blocks if b.kind == kind]
    headlines = {tidy(page.text[b.span.start : b.span.end]) for b in blocks if b.kind == "title"}
    for candidate in ownnames.find(page.text, folded, prose, knowledge, (page.url, *_hosts(page))):
        outlet = by_words(" ".join(candidate.words), knowledge) or _latin(candidate, knowledge)
        span = Span(page=page.id, start=candidate.start, end=candidate.end)
        if outlet is None and (_is_no_name(candidate.words, knowledge) or _is_cut(span, folded, knowledge)):
            continue
        if outlet and _is_day(span, page, knowledge):
            continue
        key = outlet.name if outlet else "".join(candidate.words)
        if key not in found:
            name = outlet.name if outlet else candidate.restored + page.text[candidate.start : candidate.end]
            found[key] = _claim(name, outlet, span, knowledge)
        if candidate.words[0].isascii():
            found[key].latin = found[key].latin or span
        found[key].signs.update(dict.fromkeys(_of_known(candidate.signs) if outlet else candidate.signs, 1.0))
        if outlet is None and _begins_known(candidate.words, knowledge):
            found[key].signs[_LONGER] = 1.0
        if outlet is None and " ".join(candidate.words) in headlines:
            found[key].signs[_HEADLINE] = 1.0
    return found.values()


def _latin(candidate: ownnames.Candidate, knowledge: Knowledge) -> Outlet | None:
    """The outlet whose address the words in Latin letters are."""
    return named(" ".join(candidate.words), knowledge) if candidate.words[0].isascii() else None


def _claim(name: str, outlet: Outlet | None, span: Span | None, knowledge: Knowledge) -> Claim:
    claim = Claim(name, outlet is not None, span)
    if outlet:
        claim.signs["known"] = 1.0
        if outlet.kind in ("agency", "official"):
            claim.signs["known, an agency"] = 1.0
        if fold_text(name) in knowledge.built(ordinary_names):
            claim.signs[_ORDINARY] = 1.0
    return claim


def _is_cut(span: Span | None, folded: Folded, knowledge: Knowledge) -> bool:
    """Whether a known name begins with these words and goes on behind them."""
    words = folded.between(span.start, span.end) if span else range(0)
    return bool(words) and ends_known(folded, words.start, knowledge) > words.stop


def _is_day(span: Span, page: Page, knowledge: Knowledge) -> bool:
    """Whether an ordinary word is the page's first and tells its day ("today: 9 March")."""
    if not _DAY.match(page.text, span.end) or page.text[: span.start].strip():
        return False
    return fold_text(page.text[span.start : span.end]) in knowledge.built(ordinary_names)


def _is_no_name(words: tuple[str, ...], knowledge: Knowledge) -> bool:
    """Whether words say what a text is, or are a known name of several words and one more."""
    return " ".join(words) in knowledge.built(_genres) or (
        len(words) > LONG and by_words(" ".join(words[:-1]), knowledge) is not None
    )


def _begins_known(words: tuple[str, ...], knowledge: Knowledge) -> bool:
    return any(by_words(" ".join(words[:k]), knowledge) for k in range(1, len(words)))


def _of_known(signs: Iterable[str]) -> Iterator[str]:
    """The signs that count for a known name: where it stands and how often, not of what shape it is."""
    for sign in signs:
        if "," in sign and not sign.startswith("a person"):
            yield f"known, {sign.rsplit(',', 1)[0]}"
        elif sign in _WHEREVER:
            yield f"known, {sign}"


def _hosts(page: Page) -> Iterator[str]:
    """Addresses printed at the page's beginning and end, also with the spaces of a dump."""
    head, tail = EDGE
    for start, end in ((0, head), (max(head, len(page.text) - tail), len(page.text))):
        for match in _ADDRESS.finditer(page.text, start, end):
            yield _SPACE.sub("", match.group())


def is_refused(claim: Claim) -> bool:
    """Whether a name is none: in the text alone; if unknown, a person, cut short, a speaker, or only often there.

    A known name that is an ordinary word is another's first word where one and the same word always follows it.
    """
    signs = claim.signs
    if _CUT_OFF in signs and _ORDINARY in signs:
        return True
    if claim.known:
        return f"known, {_PROSE}" in signs and not any(s.removeprefix("known, ").startswith(_SAID) for s in signs)
    if not any(s.startswith(_RULED) for s in signs) and _is_of_the_story(signs):
        return True
    sure = _BLOG in signs or _CARRIED in signs or any(s.startswith(_BEFORE) for s in signs)
    speaks = _SPEAKER in signs and not sure
    if _LATER in signs and (_BUTTON in signs or not any(s.startswith(_LATIN) for s in signs)):
        return True
    if (_HEADLINE in signs and _AGAIN not in signs) or (
        _PROSE in signs and not any(s.startswith(_SAID) for s in signs)
    ):
        return True
    return _PUBLIC in signs or _PARTICLE in signs or speaks or not any(s.startswith(_NAMING) for s in signs)


def _is_of_the_story(signs: Container[str]) -> bool:
    """Whether an unknown name that stands in no place of a site's own is one of the story's: there in prose, or again
    and again, or one definite word."""
    lone = _DEFINITE in signs and _ONCE in signs
    return lone or _OFTEN in signs or _PROSE in signs


def enough(signs: Container[str], *, known: bool) -> float:
    """Return the weight above which a name with these signs may be told."""
    if known or _LETTERED in signs:
        return SECTION if _SECTIONED in signs else ENOUGH
    if _ONCE not in signs:
        return UNKNOWN
    return SHAPED if any(sign in signs for sign in _SHAPES) else LONE


def _is_person(claim: Claim) -> bool:
    """Whether the words are a given name and a family's."""
    return claim.signs.keys() >= _PERSON and "1 words" not in claim.signs


def _told(claim: Claim, weight: float, weights: dict[str, float]) -> Site:
    """The claim with the rule that weighs most in it and all its signs as a note."""
    signs = sorted(claim.signs, key=lambda s: -weights.get(s, 0.0) * claim.signs[s])
    rule = claim.heaviest.why.rule if claim.heaviest else signs[0]
    rests_on = (claim.span,) if claim.span else ()
    return Site(claim.name, claim.span, Why(rule=rule, rests_on=rests_on, note="; ".join(signs)), weight)


def _weights(knowledge: Knowledge) -> dict[str, float]:
    return {row.sign: row.weight for row in knowledge.language.ownnames}


def _genres(knowledge: Knowledge) -> frozenset[str]:
    """Words that say what a text is (analysis, report): in brackets behind a headline they are nobody's name."""
    return frozenset(fold_text(row.phrase) for row in knowledge.language.credits if row.part in ("genre", "piece"))
