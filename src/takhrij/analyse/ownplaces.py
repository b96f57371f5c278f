"""Where the name of a page's own outlet may begin: the places in which only names stand.

Behind the headline in the page's title, behind "all rights reserved", behind words like paper or site, before its own
dateline, on a line alone; and where the text says to whom somebody spoke, or whose reporter saw it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from takhrij.analyse.outletnames import carriers_of, given_names, no_names, plain_words
from takhrij.knowledge import Knowledge
from takhrij.text import Folded, fold_text

HEAD: Final = 70
TAIL: Final = 130
"""Words at the page's beginning and end in which it names itself."""
TITLE: Final = 45
"""Words in which the page's title ends."""
LONGEST: Final = 5
"""Most words of a name."""
REACH: Final = 7
"""Words behind a copyright in which a name begins."""
EDGE: Final = 3000
"""Characters at the page's beginning and end in which a copyright stands."""
DATELINE: Final = 10
"""Words of a text in which a dateline's names begin."""
GLUED: Final = 150
"""Words of a page in which a dateline stands behind other matter."""
WITH_PARTICLE: Final = 4
"""Letters that a name with "to" before it has more than."""
COMMON: Final = 400
"""How often a word occurs in the frequency list to be a common one."""
FAMILY: Final = 3
"""How often a name is a family's to be one."""
FIRST: Final = 20
"""How often a word was the first of a story to begin one here."""
HOUSES: Final = 3
"""Outlets whose names begin or end with a word that many names begin or end with."""
_SIGN: Final = re.compile(r"[|»~]|(?<=\s)[-–—](?=\s)|::|: :|/ /|\" \"")
_CLOSES: Final = re.compile(r"^\s?[)\]]?\s?[-–—:/]")
_OPENS: Final = re.compile(r"[-–—:/|(\[]\s*$")
_QUOTED: Final = re.compile(r"[\"“«(/]")
_PARTS: Final = ("house", "between", "reporter", "interview", "that")
_COMMA: Final = re.compile(r"[,،]")
_RIGHTS: Final = re.compile(r"حقوق|محفوظ|©|copyright")


class Place(NamedTuple):
    """A name may begin at word `first`, behind `cut` letters, with `restored` before it; `kind` says why.

    `whole`: only what ends at a sign may be it.
    """

    first: int
    kind: str
    cut: int = 0
    restored: str = ""
    whole: bool = False

    def words(self, folded: Folded, last: int) -> tuple[str, ...]:
        """Return the folded words up to word `last`, without the particle."""
        first, *rest = folded.texts[self.first : last]
        return (self.restored + first[self.cut :], *rest)


class Words(NamedTuple):
    """What the language and the world know of single words and of whole names, folded."""

    carriers: Collection[str]
    houses: Collection[str]
    carried: Collection[str]
    plain: Collection[str]
    sections: Collection[str]
    common: Collection[str]
    given: Collection[str]
    family: Collection[str]
    people: Collection[str]
    particles: Collection[str]
    openers: Collection[str]
    towns: Collection[str]
    skipped: Collection[str]
    leads: Collection[str]
    ends: Collection[str]
    heard: Collection[str]
    reporters: Collection[str]
    interviews: Collection[str]
    that: Collection[str]
    sources: Collection[str]
    cues: re.Pattern[str]


def find(raw: str, folded: Folded, opening: int, headline: range, known: Words) -> Iterator[Place]:
    """Yield where a name may begin; behind a word like paper there also behind that word.

    `opening` is where the text begins, -1 for none; `headline` holds the words of the one that comes again.
    """
    size = len(folded.words)
    line = raw.find("\n", folded.words[0].start)
    title = len(folded.between(0, line)) if line > 0 else size
    for place in (
        *_titles(folded, min(title, TITLE, size)),
        *_headline(folded, headline),
        *_lines(folded, "head", range(1, min(HEAD, size)), known),
        *_lines(folded, "tail", range(max(HEAD, size - TAIL, 1), size), known),
        *_rights(folded, known),
        *_opening(folded, opening, known),
        *_glued(folded, known),
        *_told(folded, known),
    ):
        yield place
        if not place.cut and place.first + 1 < size and folded.texts[place.first] in known.carriers:
            yield place._replace(first=place.first + 1)


def _titles(folded: Folded, stop: int) -> Iterator[Place]:
    yield Place(0, "first words")
    for k in range(1, stop):
        if (gap := folded.gap(k - 1, k)) != " " and _SIGN.search(gap):
            yield Place(k, "behind the headline" if k > 2 else "behind the first sign")


def _headline(folded: Folded, headline: range) -> Iterator[Place]:
    """Before and behind the headline in its first place, where a sign parts it from the name."""
    if not headline:
        return
    if headline.start and _SIGN.search(folded.gap(headline.start - 1, headline.start)):
        yield Place(0, "before the whole headline", whole=True)
    if headline.stop < len(folded.words) and _SIGN.search(folded.gap(headline.stop - 1, headline.stop)):
        yield Place(headline.stop, "behind the whole headline")


def _glued(folded: Folded, known: Words) -> Iterator[Place]:
    """Behind a town and a sign amid the page's first words: a dateline with other matter glued before it."""
    texts = folded.texts
    for k in range(1, min(GLUED, len(texts))):
        if texts[k - 1] in known.towns and _OPENS.search(folded.gap(k - 1, k)):
            until = range(k + 1, min(k + LONGEST + 1, len(texts)))
            if any(_CLOSES.match(folded.gap(i - 1, i)) for i in until):
                yield Place(k, "behind a town and a sign", whole=True)


def _told(folded: Folded, known: Words) -> Iterator[Place]:
    """Whose reporter it was, and to whom somebody spoke: in quotes or before a comma, where its end is seen."""
    texts = folded.texts
    for k in range(1, len(texts)):
        before, word = texts[k - 1], texts[k]
        if before in known.reporters:
            yield Place(k, "behind its reporter")
        elif before in known.sources:
            yield Place(k, "behind a source's label")
        elif before == "ل" and _QUOTED.search(folded.gap(k - 1, k)):
            yield Place(k, "told to it in quotes", whole=True)
        elif word[0] == "ل" and len(word) > WITH_PARTICLE and (cut := _to(word)):
            if before in known.interviews:
                yield cut._replace(first=k, kind="behind an interview")
            elif k + 1 < len(texts) and texts[k + 1] in known.that and _COMMA.search(folded.gap(k, k + 1)):
                yield cut._replace(first=k, kind="told to it before a comma", whole=True)


def _to(word: str) -> Place:
    """The place behind the preposition that a word begins with."""
    return Place(0, "", 1, "ا") if word.startswith("لل") else Place(0, "", 1)


def _lines(folded: Folded, name: str, zone: range, known: Words) -> Iterator[Place]:
    texts = folded.texts
    for k in zone:
        if texts[k - 1] in known.carried:
            yield Place(k, f"behind a carrier in the {name}")
        if "\n" in folded.gap(k - 1, k) and texts[k : k + 3] != texts[:3]:
            yield Place(k, f"a line of the {name}", whole=True)


def _rights(folded: Folded, known: Words) -> Iterator[Place]:
    """Behind "rights reserved" and the like: the first word that is no year, preposition, paper or site."""
    text = folded.text
    ends = ((0, EDGE), (max(EDGE, len(text) - EDGE), len(text)))
    for match in (match for start, stop in ends for match in known.cues.finditer(text, start, stop)):
        end = folded.span(match.start(), match.end())[1]
        near = folded.between(end, end + 80)[:REACH]
        kind = "behind a copyright" if _RIGHTS.search(match.group()) else "behind the page's own words"
        for k in near:
            word = folded.texts[k]
            if k > near.start and "\n" in folded.gap(k - 1, k):
                break
            if word in known.skipped or word in known.carried or word[0].isdigit() or known.cues.search(word):
                continue
            if word.startswith("لل") and len(word) > 4:
                yield Place(k, kind, cut=1, restored="ا")
            elif word.startswith("ل") and len(word) > 3:
                yield Place(k, kind, cut=1)
            yield Place(k, kind)
            break


def _opening(folded: Folded, opening: int, known: Words) -> Iterator[Place]:
    """In the dateline: the first words before a sign, and those behind a town."""
    if opening < 0:
        return
    words = folded.between(opening, opening + 120)[:DATELINE]
    for k in words:
        behind = k > words.start and folded.texts[k - 1] in known.towns and _OPENS.search(folded.gap(k - 1, k))
        if k > words.start and not behind:
            continue
        until = range(k + 1, min(k + LONGEST + 1, len(folded.words)))
        if any(_CLOSES.match(folded.gap(i - 1, i)) for i in until):
            yield Place(k, "behind the dateline's town" if behind else "the dateline's first words")


def dateline(folded: Folded, words: range) -> int:
    """Return how many of a text's first words may be a dateline: those before the last sign that closes one."""
    closed = (n for n in range(min(len(words), DATELINE) - 1, 0, -1))
    return next((n for n in closed if _CLOSES.match(folded.gap(words[n] - 1, words[n]))), 0)


def words_of(knowledge: Knowledge) -> Words:
    language, world = knowledge.language, knowledge.world
    carriers = knowledge.built(carriers_of)
    plain = [c for c in carriers if " " not in c]
    people = [name for person in world.people for name in (person.name, *person.spellings)]
    people += [name for state in world.states for name in (state.name, *state.spellings, *state.voices)]
    people += [name for org in world.orgs for name in (org.name, *org.spellings)]
    people += [form for title in language.titles for form in (title.title, *title.forms)]
    towns = [name for place in world.places for name in (place.name, *place.spellings)]
    towns += [name for state in world.states for name in (state.name, *state.spellings)]
    parts = {part: frozenset(fold_text(r.phrase) for r in language.credits if r.part == part) for part in _PARTS}
    cues = {fold_text(row.phrase).removesuffix(" ل") for row in language.credits if row.part == "owner"}
    return Words(
        carriers=frozenset(carriers),
        houses=parts["house"],
        carried=frozenset(p + c for c in plain for p in ("", "ل", "ب", "و", "لل"))
        | frozenset("لل" + c.removeprefix("ال") for c in plain),
        plain=knowledge.built(plain_words),
        sections=knowledge.built(no_names),
        common=frozenset(row.word for row in language.frequencies if row.count >= COMMON),
        given=knowledge.built(given_names),
        family=frozenset(u.name for u in language.name_units if u.family >= FAMILY),
        people=frozenset(map(fold_text, people)) | frozenset(fold_text(p.name).split()[-1] for p in world.people),
        particles=frozenset(fold_text(row.word) for row in language.function_words),
        openers=frozenset(row.word for row in language.openings if row.first >= FIRST and row.first > row.elsewhere),
        towns=frozenset(fold_text(name).split()[-1] for name in towns),
        skipped=parts["between"],
        leads=_often(knowledge, 0),
        ends=_often(knowledge, -1),
        heard=frozenset(row.word for row in language.frequencies) | frozenset(u.name for u in language.name_units),
        reporters=parts["reporter"],
        interviews=parts["interview"],
        that=parts["that"],
        sources=frozenset(
            fold_text(r.phrase) for r in language.credits if r.part == "label" and r.via == "republished"
        ),
        cues=re.compile("|".join(sorted(map(re.escape, cues), key=lambda p: -len(p))) or r"(?!)"),
    )


def _often(knowledge: Knowledge, at: int) -> frozenset[str]:
    """Words that the names of several outlets begin or end with."""
    counts: Counter[str] = Counter()
    for outlet in knowledge.world.outlets:
        names = [fold_text(n).split() for n in (outlet.name, *outlet.spellings)]
        counts.update({words[at] for words in names if len(words) > 1})
    return frozenset(word for word, count in counts.items() if count >= HOUSES)
