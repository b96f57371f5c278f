"""Names that a page gives itself, whether they are known or not, each with the signs that speak for it.

A site says its name where only names stand: behind the headline in the page's title, behind "all rights reserved",
behind words like paper or site, before its own dateline, on a line alone. One place tells where a name begins and
seldom where it ends; the same words in a second place tell both. What signs weigh is learned (`bench/ownnames.py`).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Final, NamedTuple

from takhrij.analyse import transliteration
from takhrij.analyse.outletnames import carriers_of, given_names, is_arabic, no_names, plain_words
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
LETTERS: Final = 3
"""Fewest letters of a name."""
COMMON: Final = 400
"""How often a word occurs in the frequency list to be a common one."""
OFTEN: Final = 3
"""How often words stand in mid-page to be its topic."""
FAMILY: Final = 3
"""How often a name is a family's to be one."""
FIRST: Final = 20
"""How often a word was the first of a story to begin one here."""
OPEN: Final = ("", "before a particle")
"""What does not end a name for sure."""
_SIGN: Final = re.compile(r"[|»~]|(?<=\s)[-–—](?=\s)|::|: :|/ /|\" \"")
_CLOSERS: Final = (
    ("before a bar", re.compile(r"[\n|»~©@#<>{}]")),
    ("before a colon", re.compile(r":")),
    ("before a dash", re.compile(r"(?<=\s)[-–—/](?=\s)")),
    ("before a stop", re.compile(r"[,،.؟?!;؛\"“”()\[\]]")),
)
_CLOSES: Final = re.compile(r"^\s?[)\]]?\s?[-–—:/]")
_OPENS: Final = re.compile(r"[-–—:/|(\[]\s*$")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_RIGHTS: Final = re.compile(r"حقوق|محفوظ|©|copyright")


class Candidate(NamedTuple):
    """`words`, folded, from `start` to `end` may be the page's own name; `restored` goes before them."""

    words: tuple[str, ...]
    start: int
    end: int
    restored: str
    signs: tuple[str, ...]


class _Place(NamedTuple):
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


class _Words(NamedTuple):
    """What the language and the world know of single words and of whole names, folded."""

    carriers: Collection[str]
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
    cues: re.Pattern[str]


def find(
    raw: str, folded: Folded, opening: int, knowledge: Knowledge, addresses: tuple[str, ...]
) -> Iterator[Candidate]:
    """Yield what may be the page's name, with its signs.

    `opening` is where its text begins, -1 if it has none. The first of the `addresses` is the page's own, or empty.
    """
    if not folded.words:
        return
    known = knowledge.built(_words)
    found: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    where: dict[tuple[str, ...], _Place] = {}
    ends = _Ends(folded, known)
    for place in _places(raw, folded, opening, known):
        for last in range(place.first + 1, min(place.first + LONGEST, len(folded.words)) + 1):
            closed = ends.at(last)
            if closed or not place.whole:
                key = place.words(folded, last)
                ended = closed if place.first == 0 and closed else "closed" if closed else "open"
                found[key].add(f"{place.kind}, {ended}")
                if closed and place.first:
                    found[key].add(closed)
                where.setdefault(key, place)
            if closed not in OPEN:
                break
    own, printed = transliteration.skeletons(addresses[:1]), transliteration.skeletons(addresses[1:])
    repeats = _Repeats(folded, {key[0] for key in found}, ends)
    for key, signs in found.items():
        if (
            key[-1] in known.carriers
            or all(len(t) == 1 or t[0].isdigit() for t in key)
            or sum(map(len, key)) < LETTERS
        ):
            continue
        place = where[key]
        begin = folded.words[place.first]
        start = folded.offset(begin.at + place.cut) if place.cut else begin.start
        end = folded.words[place.first + len(key) - 1].end
        every = [*signs, *_own(key, signs, known), *repeats.signs(key)]
        if own and transliteration.matches(key, own):
            every.append("its letters in the page's address")
        if printed and transliteration.matches(key, printed):
            every.append("its letters in an address")
        yield Candidate(key, start, end, place.restored, tuple(every))


def _own(key: tuple[str, ...], signs: set[str], known: _Words) -> Iterator[str]:
    """Signs of the words themselves, and how many kinds of places they stand in."""
    first, last, whole = key[0], key[-1], " ".join(key)
    yield f"{min(len({s.split(',')[0] for s in signs if ',' in s}), 4)} kinds of places"
    yield f"{len(key)} words"
    if not is_arabic(whole):
        yield "other letters"
    if len(key) == 1 and first in known.common:
        yield "a common word"
    if first in known.given:
        yield "a given name first"
    if last in known.family:
        yield "a family name last"
    if whole in known.people:
        yield "a person, state or body"
    if whole in known.sections:
        yield "a town or section"
    if first in known.plain or last in known.plain:
        yield "a button's word"
    if first in known.carriers:
        yield "a carrier first"
    if len(key) == 1 and first.startswith("ال"):
        yield "one definite word"
    if len(last) == 1 or last in known.particles:
        yield "a particle last"
    if len(first) == 1 or first in known.particles:
        yield "a particle first"


class _Ends:
    """Knows where a name cannot go on: at signs, other letters, dates, buttons, the headline's repeat."""

    def __init__(self, folded: Folded, known: _Words) -> None:
        self.folded, self.known = folded, known
        self.head = folded.texts[:3]
        self.told: dict[int, str] = {}

    def at(self, k: int) -> str:
        """Return what ends a name that has word `k - 1`, empty if nothing does."""
        if k not in self.told:
            self.told[k] = self._at(k)
        return self.told[k]

    def _at(self, k: int) -> str:
        texts, known = self.folded.texts, self.known
        if k >= len(texts):
            return "before a bar"
        gap = self.folded.gap(k - 1, k)
        if gap != " " and (sign := next((name for name, pattern in _CLOSERS if pattern.search(gap)), "")):
            return sign
        word = texts[k]
        if word[0].isdigit() and (_YEAR.match(word) or len(word) > 3 or len(word) < 2):
            return "before a date"
        if word in known.plain or (not word[0].isdigit() and is_arabic(word) != is_arabic(texts[k - 1])):
            return "before a button or other letters"
        if texts[k : k + 3] == self.head:
            return "before the headline"
        return "before a particle" if word in known.particles or word in known.openers else ""


class _Repeats:
    """Knows how often words stand on the page, and what follows them."""

    def __init__(self, folded: Folded, firsts: set[str], ends: _Ends) -> None:
        self.folded, self.ends = folded, ends
        self.at: defaultdict[str, list[int]] = defaultdict(list)
        for i, text in enumerate(folded.texts):
            if text in firsts:
                self.at[text].append(i)

    def signs(self, key: tuple[str, ...]) -> Iterator[str]:
        """Yield where the words stand; what a headline repeats with them counts once."""
        texts, size, parts = self.folded.texts, len(key), list(key)
        every = [i for i in self.at[key[0]] if size == 1 or texts[i : i + size] == parts]
        if len(every) < 2:
            return
        distinct = {tuple(texts[i + size : i + size + 2]): i for i in reversed(every)}
        every = sorted(distinct.values())
        if len(every) < 2:
            yield "again with the same words behind"
            return
        head = sum(i < HEAD for i in every)
        tail = sum(i >= max(HEAD, len(texts) - TAIL) for i in every)
        middle = len(every) - head - tail
        if head and tail:
            yield "at both ends"
        if head > 1 or tail > 1:
            yield "twice at one end"
        if middle:
            yield "in mid-page" if middle < OFTEN else "often in mid-page"
        following = [texts[i + size] if self.ends.at(i + size) in OPEN else "" for i in every]
        closed = following.count("")
        if closed == len(every):
            yield "always closed"
        elif closed:
            yield "mostly closed" if 2 * closed >= len(every) else "mostly open"
        elif len(set(following)) == 1:
            yield "always the same word behind"
        else:
            yield "other words behind"


def _places(raw: str, folded: Folded, opening: int, known: _Words) -> Iterator[_Place]:
    """Where a name may begin; behind a word like paper there also behind that word."""
    size = len(folded.words)
    line = raw.find("\n", folded.words[0].start)
    title = len(folded.between(0, line)) if line > 0 else size
    for place in (
        *_titles(folded, min(title, TITLE, size)),
        *_lines(folded, "head", range(1, min(HEAD, size)), known),
        *_lines(folded, "tail", range(max(HEAD, size - TAIL, 1), size), known),
        *_rights(folded, known),
        *_opening(folded, opening, known),
    ):
        yield place
        if not place.cut and place.first + 1 < size and folded.texts[place.first] in known.carriers:
            yield place._replace(first=place.first + 1)


def _titles(folded: Folded, stop: int) -> Iterator[_Place]:
    yield _Place(0, "first words")
    for k in range(1, stop):
        if (gap := folded.gap(k - 1, k)) != " " and _SIGN.search(gap):
            yield _Place(k, "behind the headline" if k > 2 else "behind the first sign")


def _lines(folded: Folded, name: str, zone: range, known: _Words) -> Iterator[_Place]:
    texts = folded.texts
    for k in zone:
        if texts[k - 1] in known.carried:
            yield _Place(k, f"behind a carrier in the {name}")
        if "\n" in folded.gap(k - 1, k) and texts[k : k + 3] != texts[:3]:
            yield _Place(k, f"a line of the {name}", whole=True)


def _rights(folded: Folded, known: _Words) -> Iterator[_Place]:
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
                yield _Place(k, kind, cut=1, restored="ا")
            elif word.startswith("ل") and len(word) > 3:
                yield _Place(k, kind, cut=1)
            yield _Place(k, kind)
            break


def _opening(folded: Folded, opening: int, known: _Words) -> Iterator[_Place]:
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
            yield _Place(k, "behind the dateline's town" if behind else "the dateline's first words")


def _words(knowledge: Knowledge) -> _Words:
    language, world = knowledge.language, knowledge.world
    carriers = knowledge.built(carriers_of)
    plain = [c for c in carriers if " " not in c]
    people = [name for person in world.people for name in (person.name, *person.spellings)]
    people += [name for state in world.states for name in (state.name, *state.spellings, *state.voices)]
    people += [name for org in world.orgs for name in (org.name, *org.spellings)]
    people += [form for title in language.titles for form in (title.title, *title.forms)]
    towns = [name for place in world.places for name in (place.name, *place.spellings)]
    towns += [name for state in world.states for name in (state.name, *state.spellings)]
    cues = {fold_text(row.phrase).removesuffix(" ل") for row in language.credits if row.part == "owner"}
    return _Words(
        carriers=frozenset(carriers),
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
        skipped=frozenset(fold_text(row.phrase) for row in language.credits if row.part == "between"),
        cues=re.compile("|".join(sorted(map(re.escape, cues), key=lambda p: -len(p))) or r"(?!)"),
    )
