"""What a source line says: towns, outlets, agencies, desks, dates and people, with signs between them.

"Tunis - name", "agency (town)", "the paper | name", "name from Jeddah", "report: name": whatever their order, such a
line holds nothing else, so that a name is its writer's because all of the rest is explained. It stands by itself
between the headline and the text, or before the sign that parts it from the first sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from takhrij.analyse.articles.texts import Text
from takhrij.analyse.outletnames import carriers_of, ordinary_names, plain_words
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.records import Block, Hop, Via
from takhrij.text import fold_text, fold_words
from takhrij.world.tables import Outlet

LONGEST: Final = 16
"""Most words of a source line."""
OPENING: Final = 12
"""Most words before the first sentence that are one."""
NAME: Final = range(2, 5)
"""Parts of a person's name."""
UNKNOWN: Final = 3
"""Most words of a town that no list has."""
RARE: Final = 2
"""Letters that a name in no list has more than."""
EDITED: Final = "تحرير"
"""Behind a writer's name it says who edited the text."""
BEFORE: Final = 40
"""Characters before a line in which such words stand."""
_ON: Final = " على "
"""Pages with this word spell the name (علي) apart from it."""
_CARRIERS: Final = {
    "agency": ("وكالة", "وكالة أنباء", "موقع"),
    "channel": ("قناة", "تلفزيون", "موقع"),
    "site": ("موقع", "شبكة"),
}
"""What stands before the names of outlets of a kind; before others, what stands before a paper's."""
_PARTS: Final = re.compile(r"[-–—|/\\:()\[\]،,«»\"“”;؛*•>@_\n]|(?<!\w)ـ+(?!\w)")
_STOPS: Final = re.compile(r"[.؟?!…]")
_CLOSES: Final = re.compile(r"[-–—|/:)\]\n]|(?<!\w)ـ+(?!\w)")

Kind = Literal[
    "town",
    "guess",
    "house",
    "agency",
    "crowd",
    "desk",
    "writes",
    "apart",
    "stamp",
    "person",
    "given",
    "foreign",
    "other",
]
_BESIDE: Final = frozenset(["town", "guess", "house", "agency", "crowd", "desk", "writes"])
"""What makes the names beside it those of writers."""
_NAMED: Final = frozenset(["house", "agency", "person", "given"])


class Part(NamedTuple):
    """What words `first` to `last` of the page are; `start` is where the name begins, behind a joined "and"."""

    kind: Kind
    first: int
    last: int
    start: int
    outlet: Outlet | None = None


class Known(NamedTuple):
    """What is known of the words of source lines, folded."""

    things: Lexicon[tuple[Kind, Outlet | None]]
    ordinary: frozenset[str]
    stamps: frozenset[str]
    honours: frozenset[str]
    given: frozenset[str]
    units: frozenset[str]
    small: frozenset[str]
    common: frozenset[str]
    never: frozenset[str]
    binding: frozenset[str]
    public: frozenset[str]
    jobs: frozenset[str]


def find(text: Text) -> list[Hop]:
    """Return whom the article's source lines and its first words name: writers, agencies and houses, in order."""
    found: list[Hop] = []
    opening = text.opening()
    for block in lines(text):
        parts = read(text, text.folded.between(block.span.start, block.span.end), guess=True)
        if block.kind != "caption" or _is_dateline(text, block, parts):
            found += hops(text, parts, alone=True)
    if opening:
        found += hops(text, _before_sentence(text, *opening), alone=False)
    return found


def _is_dateline(text: Text, block: Block, parts: list[Part]) -> bool:
    """Whether what seems to be the caption of an agency's picture is its town: a known one, or words in no list."""
    kinds = {part.kind for part in parts}
    if kinds == {"person", "town"}:
        return all(a.kind != b.kind for a, b in pairwise(parts))  # "name (town), name (town)"
    if "agency" not in kinds or kinds.isdisjoint(["town", "guess"]):
        return False
    known = text.knowledge.built(known_words)
    unknown = (w for p in parts if p.kind == "guess" for w in text.folded.texts[p.first : p.last])
    apart = not text.page.text[block.span.end :].lstrip(" ").startswith("\n")
    return not any(apart or w in known.common or w in known.units for w in unknown)


def lines(text: Text) -> Iterator[Block]:
    """Yield the lines from the headline to the text, and the text's first where it is one by itself."""
    body = [b for b in text.blocks if b.kind == "body"]
    headline = next((b for b in text.blocks if b.kind == "title"), None)
    for block in sorted({*text.near, *text.blocks}, key=lambda b: b.span.start) if body else ():
        if block.span.start >= body[0].span.start:
            break
        if block is not headline and block.kind not in ("related", "promo"):
            yield block
    if len(body) > 1 and "\n" in text.page.text[body[0].span.end : body[1].span.start]:
        yield body[0]
        if headline is None and len(body) > 2 and "\n" in text.page.text[body[1].span.end : body[2].span.start]:
            yield body[1]  # the headline itself was taken for text


def read(text: Text, words: range, *, guess: bool = False) -> list[Part]:
    """Return the parts of a source line, in order; none if something in it is no part of one.

    With `guess` one part that nothing explains is a town.
    """
    if not 0 < len(words) <= LONGEST:
        return []
    parts = [part for first, last in _cut(text, words) for part in _read(text, first, last)]
    odd = [part for part in parts if part.kind == "other"]
    others = {part.kind for part in parts if not _is_state(text, odd, part)}
    if guess and len(odd) == 1 and _is_town(odd[0], others, text.folded.texts):
        return [part._replace(kind="guess") if part is odd[0] else part for part in parts]
    return [] if odd else parts


def _is_state(text: Text, odd: list[Part], part: Part) -> bool:
    """Whether a town's part stands in brackets right behind the one that nothing explains: where that town is."""
    return (
        part.kind == "town"
        and len(odd) == 1
        and part.first == odd[0].last
        and "(" in text.folded.gap(part.first - 1, part.first)
    )


def _is_town(odd: Part, kinds: set[Kind], texts: list[str]) -> bool:
    """Whether a part that nothing explains is one: few words beside an agency, a house or a writer, and no other."""
    return (
        odd.last - odd.first <= UNKNOWN
        and not kinds.isdisjoint(_NAMED)
        and "town" not in kinds
        and all(len(word) > RARE for word in texts[odd.first : odd.last])
    )


def _cut(text: Text, words: range) -> Iterator[tuple[int, int]]:
    """The stretches of words that no sign parts."""
    first = words.start
    for k in range(words.start + 1, words.stop):
        gap = text.folded.gap(k - 1, k)
        initial = min(len(text.folded.texts[k - 1]), len(text.folded.texts[k])) == 1
        if _PARTS.search(gap) or (_STOPS.search(gap) and not initial):
            yield first, k
            first = k
    yield first, words.stop


def _read(text: Text, first: int, last: int) -> list[Part]:
    """The parts of a stretch without signs: known things one behind the other, a label or town beside a name."""
    known, texts = text.knowledge.built(known_words), text.folded.texts
    found: list[Part] = []
    at = first
    while at < last:
        part = _thing(text, at, last, known, whole=at == first)
        if part is None:
            break
        found.append(part)
        at = part.last
    if at == last:
        return found
    if found and found[-1].kind not in ("writes", "apart", "stamp", "desk"):
        at, found = first, []
    start = text.folded.words[at].start
    if at == first and texts[at] == "من" and at + 1 < last:
        town = _thing(text, at + 1, last, known, whole=True)
        if town and town.kind == "town" and town.last == last:
            return [town]  # '"the Gazette" from Jeddah'
    if "من" in texts[at + 2 : last - 1]:
        k = texts.index("من", at + 2, last)
        town = _thing(text, k + 1, last, known, whole=True)
        if town and town.kind == "town" and town.last == last:
            return [*found, *_people(text, at, k, known), town]
    return [*found, *_people(text, at, last, known)] or [Part("other", at, last, start)]


def _thing(text: Text, at: int, last: int, known: Known, *, whole: bool) -> Part | None:
    """The town, outlet, label or date that begins with word `at`; an ordinary word only where it is `whole`."""
    folded = text.folded
    stamp = Part("stamp", at, at + 1, folded.words[at].start)
    own = text.own_words
    if own and folded.texts[at : at + len(own)] == own and at + len(own) <= last:
        return Part("house", at, at + len(own), folded.words[at].start)
    if at and folded.gap(at - 1, at).endswith(("@", "_")):
        return stamp  # an account beside its owner's name
    hit = known.things.at(folded, at)
    if folded.texts[at][0].isdigit() or hit is None or hit.last > last:
        return stamp if folded.texts[at][0].isdigit() or folded.texts[at] in known.stamps else None
    kind, outlet = hit.entry
    ordinary = " ".join(folded.texts[at : hit.last]) in known.ordinary
    if ordinary and kind in ("house", "agency") and not (whole and hit.last == last):
        return stamp if folded.texts[at] in known.stamps else None  # a paper has a month's name
    return Part(kind, at, hit.last, hit.start, outlet)


def _people(text: Text, first: int, last: int, known: Known) -> list[Part]:
    """The people whom the words name, those joined by "and" apart; if they name none, one part that is unknown."""
    texts, words = text.folded.texts, text.folded.words
    found: list[Part] = []
    at = first
    for k in range(first + 2, last + 1):
        joined = k < last and texts[k][0] == "و" and texts[k][1:] in known.given and texts[k] not in known.given
        if k < last and not joined:
            continue
        start = text.folded.offset(words[at].at + 1) if at > first else words[at].start
        kind = person(texts[at:k] if at == first else [texts[at][1:], *texts[at + 1 : k]], known)
        if kind != "person" and _is_ali(text, at):
            kind = person(texts[at:k], known._replace(small=known.small - {texts[at]}))
        if not kind:
            break
        skipped = next((i for i in range(at, k) if texts[i] not in known.honours), at)
        found.append(Part(kind, skipped, k, start if skipped == at else words[skipped].start))
        at = k
    return found if at == last and found else [Part("other", first, last, words[first].start)]


def _is_ali(text: Text, at: int) -> bool:
    """Whether word `at` is a function word only as it is folded, on a page that spells the two apart (علي, على)."""
    known, word = text.knowledge.built(known_words), text.folded.words[at]
    raw = text.page.text[word.start : word.end]
    return word.text in known.small and raw not in text.knowledge.built(_spelt) and _ON in text.page.text


def _spelt(knowledge: Knowledge) -> frozenset[str]:
    """Function words as they are spelt."""
    return frozenset(row.word for row in knowledge.language.function_words)


def person(texts: list[str], known: Known) -> Kind | None:
    """Return what name of a person words are: a given name first and no ordinary words behind it, or foreign ones."""
    while texts and texts[0] in known.honours:
        texts = texts[1:]
    count = sum(k == 0 or texts[k - 1] not in known.binding for k in range(len(texts)))
    if (
        count not in NAME
        or not all(map(str.isalpha, texts))
        or " ".join(texts) in known.public
        or not known.never.isdisjoint(texts)
        or not known.jobs.isdisjoint(word.removeprefix("و") for word in texts[2:])
    ):
        return None
    odd = [known.common.isdisjoint([w, w.removeprefix("و")]) and len(w) > RARE and not w.isascii() for w in texts]
    named = [w in known.units or w in known.binding or texts[k - 1] in known.binding for k, w in enumerate(texts)]
    family = texts[-1].startswith("ال") and texts[-1].endswith("ي")
    whole = all(named[k] or odd[k] or (family and k + 1 == len(texts)) for k in range(1, len(texts)))
    if (texts[0] in known.given or texts[0].startswith("عبدال")) and known.small.isdisjoint(texts[1:]):
        if all(named) or (whole and texts[0] not in known.small):
            return "person"
        return None if texts[0] in known.small and not family else "given"
    articled = any(w.startswith("ال") and texts[k] not in known.binding for k, w in enumerate(texts[:-1]))
    told = all(o or n for o, n in zip(odd, named, strict=True)) or (family and all(odd[:-1]))
    return "foreign" if told and not articled else None


def _before_sentence(text: Text, start: int, end: int) -> list[Part]:
    """The longest source line before a sign among the text's first words."""
    words = text.folded.between(start, end)
    for k in range(min(len(words), OPENING) - 1, 0, -1):
        if _CLOSES.search(text.folded.gap(words.start + k - 1, words.start + k)):
            parts = read(text, words[:k])
            if parts and any(p.kind in _BESIDE for p in parts):
                return parts
    return []


def hops(text: Text, parts: list[Part], *, alone: bool, via: Via = "carried") -> Iterator[Hop]:
    """Whom the parts credit: agencies and houses beside something else, people beside those or alone in a line."""
    beside = {part.kind for part in parts} & _BESIDE
    lone = alone and sum(part.kind != "stamp" for part in parts) == 1 and not _is_headed(text, parts[0])
    apart = named = False
    for part in parts:
        if part.kind in ("apart", "writes"):
            apart = part.kind == "apart" or (named and text.folded.texts[part.last - 1] == EDITED)
        named = named or part.kind in ("person", "foreign", "given")
        if apart or (len(parts) == 1 and part.kind != "person"):
            continue
        last = text.folded.words[part.last - 1].end
        cue = text.span(part.start, last)
        if part.kind in ("agency", "house", "crowd"):
            if part.kind == "house" and (part.outlet is None or is_ordinary(text, part) or _is_joined(text, part)):
                continue  # a name that is a word too is most often the page's own
            name = part.outlet.name if part.outlet else text.page.text[part.start : last]
            yield Hop(name=name, via=via, kind="outlet" if part.outlet else "unnamed", cue=cue)
        elif (
            part.kind == "person" and (beside or (lone and not text.tells_of(text.folded.texts[part.last - 1])))
        ) or (part.kind in ("foreign", "given") and (beside - {"agency", "crowd"})):
            yield Hop(name=text.page.text[part.start : last], via="wrote", kind="person", cue=cue)


def _is_joined(text: Text, part: Part) -> bool:
    """Whether "and" stands on the name and no sign before it ("Britain and the Arabs")."""
    folded = text.folded
    return (
        part.first > 0
        and part.start > folded.words[part.first].start
        and folded.gap(part.first - 1, part.first) == " "
    )


def _is_headed(text: Text, part: Part) -> bool:
    """Whether the words that end before a line say that who follows took the pictures or heads the house."""
    rows = text.knowledge.language.credits
    before = fold_text(text.page.text[max(0, part.start - BEFORE) : part.start]).rstrip(" :|-–")
    return before.endswith(tuple(fold_text(row.phrase) for row in rows if row.part == "apart"))


def is_ordinary(text: Text, part: Part) -> bool:
    """Whether an outlet's name is an ordinary word too."""
    return " ".join(text.folded.texts[part.first : part.last]) in text.knowledge.built(ordinary_names)


def known_words(knowledge: Knowledge) -> Known:
    """Return the words that source lines are made of."""
    language, world = knowledge.language, knowledge.world
    rows = language.credits
    kinds: dict[str, Kind] = {
        "crowd": "crowd",
        "desk": "desk",
        "town": "town",
        "apart": "apart",
        "by": "writes",
        "genre": "writes",
    }
    things: list[tuple[str, tuple[Kind, Outlet | None]]] = []
    towns = [name for place in world.places for name in (place.name, *place.spellings)]
    towns += [name for state in world.states for name in (state.name, *state.spellings)]
    things += [(name, ("town", None)) for name in towns]
    apart = sorted((row for row in rows if row.part in kinds), key=lambda row: row.part != "apart")
    things += [(row.phrase, (kinds[row.part], None)) for row in apart]
    things += [(row.phrase, ("writes", None)) for row in rows if row.part == "label" and row.via == "wrote"]
    for outlet in world.outlets:
        kind: Kind = "agency" if outlet.kind == "agency" else "house"
        names = (outlet.name, *outlet.spellings)
        things += [(name, (kind, outlet)) for name in names]
        led = _CARRIERS.get(outlet.kind, knowledge.built(carriers_of)[:2])
        things += [(f"{carrier} {name}", (kind, outlet)) for name in names for carrier in led]
    stamps = [row.name for row in language.weekdays] + [row.word for row in language.stamps if row.part == "inside"]
    stamps += [row.name for row in language.months]
    people = (name for person in world.people for name in (person.name, *person.spellings))
    return Known(
        things=Lexicon(things, (c for c in language.clitics if c.prefix == "و")),
        ordinary=knowledge.built(ordinary_names),
        stamps=frozenset(word for name in stamps for word in fold_words(name)),
        honours=frozenset(fold_text(r.phrase) for r in rows if r.part == "honour"),
        given=frozenset(u.name for u in language.name_units if u.given >= 3),
        units=frozenset(u.name for u in language.name_units if u.given + u.family >= 3),
        small=frozenset(fold_text(row.word) for row in language.function_words),
        common=_ordinary(knowledge),
        never=knowledge.built(plain_words) | _verbs(knowledge),
        binding=frozenset(fold_text(r.word) for r in language.name_particles if {"binds", "one"} & set(r.kind)),
        public=frozenset(map(fold_text, people)),
        jobs=_jobs(knowledge),
    )


def _jobs(knowledge: Knowledge) -> frozenset[str]:
    """Jobs without an article, as they stand behind a name."""
    forms = {fold_text(f) for t in knowledge.language.titles if t.kind == "job" for f in (t.title, *t.forms)}
    rows = (fold_text(row.phrase) for row in knowledge.language.credits if row.part == "job")
    return frozenset(form for form in {*forms, *rows} if not form.startswith("ال"))


def _ordinary(knowledge: Knowledge) -> frozenset[str]:
    language = knowledge.language
    return frozenset(row.word for row in language.frequencies) | frozenset(
        fold_text(row.word) for row in language.function_words
    )


def _verbs(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(form) for row in knowledge.language.reporting for form in row.forms)
