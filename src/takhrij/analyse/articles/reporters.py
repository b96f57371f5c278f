"""People who wrote an article, where their names are glued to other matter and nothing else in the line says so.

Dumps run title, name, stamp and caption together. A person's name is a byline there if the house stands beside it
("name - exclusive", "outlet - name", "name and agencies"), a town behind it ("name from Tangier"), a word like
"written by" before it, with or without a title, or if it stands behind the last sentence and before "journalist" or
a button.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse import outlets
from takhrij.analyse.articles.texts import Text
from takhrij.analyse.outletnames import given_names, plain_words
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.records import Hop
from takhrij.text import fold_text

WITHIN: Final = 120
"""Words from an article's first ones in which its byline stands."""
OVER: Final = 40
"""Words over its first block, where a byline may be taken for furniture."""
LONGEST: Final = 4
"""Most words of a person's name."""
BEHIND: Final = 12
"""Words behind the last sentence in which the writer is named."""
CLOSE: Final = 250
"""Characters around the end of a text in which a label may name its writer."""
WORDED: Final = 3
"""Most words of a label."""
RARE: Final = 2
"""Letters that a name in no list has more than."""
_SIGN: Final = re.compile(r"^\s?[-–—/|]\s?$")
_COLON: Final = re.compile(r"^\s?[:：/–-]\s?$")
_SURE: Final = re.compile(r"^\s?[:：]\s?$")
_SLASH: Final = re.compile(r"^\s?/\s?$")
_DASH: Final = re.compile(r"^\s?[-–—/]\s?$")
_STOPPED: Final = re.compile(r"[-–—/|?!.؟…\n]\s*$")
_PLAIN: Final = re.compile(r"^\s$")
_ENDED: Final = re.compile(r"[.!؟?»”\"]\s*[-–—]?\s*$")


class _Known(NamedTuple):
    given: frozenset[str]
    units: frozenset[str]
    public: frozenset[str]
    towns: frozenset[str]
    labels: frozenset[str]
    by: frozenset[str]
    common: frozenset[str]
    titles: frozenset[str]
    jobs: frozenset[str]
    crowds: frozenset[str]
    words: frozenset[str]
    plain: frozenset[str]
    house: Lexicon[str]
    binding: frozenset[str]


def find(text: Text) -> Iterator[Hop]:
    """Yield the first writer whom the article's head names in this way, else the one behind its last sentence."""
    known = text.knowledge.built(_known)
    folded = text.folded
    first = folded.between(text.blocks[0].span.start, text.blocks[0].span.end).start
    end = max((b.span.end for b in text.blocks if b.kind == "body"), default=0)
    close = folded.between(max(0, end - CLOSE), end + CLOSE)
    head = range(max(0, first - OVER), min(first + WITHIN, len(folded.words)))
    for i in (*head, *(k for k in close if k >= head.stop)):
        named = folded.texts[i] in known.given
        if (named or _is_labelled(text, i, known, sign=True)) and (last := _byline(text, i, known)):
            yield _hop(text, i, last)
            return
    behind = folded.between(end - 1, end + 200)
    for i in (*_last_sentence(text, end), *behind[:2]):
        if folded.texts[i] in known.given and (last := _signature(text, i, known)):
            yield _hop(text, i, last)
            return
    if behind and (last := _before_initials(text, behind.start)):
        yield _hop(text, behind.start, last)


def _byline(text: Text, first: int, known: _Known) -> int:
    """Where the name that begins with word `first` ends, if it is a byline; 0 if not."""
    folded = text.folded
    size = len(folded.words)
    before = folded.gap(first - 1, first) if first else ""
    housed = bool(first and _DASH.match(before)) and _ends_with_house(text, first, known)
    labelled = _is_labelled(text, first, known)
    ends = list(_names(text, first, known, rare=True))
    if labelled and ends:
        sure = [k for k in ends if all(_is_unit(folded.texts, i, first, known) for i in range(first, k))]
        ends = sure[:1] or ends[-1:]  # other words that are in no list are buttons
    for last in ends:
        after = folded.gap(last - 1, last) if last < size else ""
        following = folded.texts[last] if last < size else ""
        hit = known.house.at(folded, last) if last < size and _SIGN.match(after) else None
        own = hit is not None and fold_text(hit.entry) in known.words
        signed = hit is not None and (own or bool(_STOPPED.search(before)))
        crowded = following.startswith("و") and following[1:] in known.crowds
        town = (
            following == "من"
            and last + 1 < size
            and folded.texts[last + 1] in known.towns
            and bool(_STOPPED.search(before))
        )
        whole = all(_is_unit(folded.texts, i, first, known) for i in range(first, last))
        told = signed or crowded or labelled or _from_town(text, first, last, known)
        if (told or (whole and (housed or town))) and (following not in known.units or signed):
            return last
    return 0


def _is_unit(texts: list[str], i: int, first: int, known: _Known) -> bool:
    """Whether word `i` is a name of people, or one with the word before it (عبد الله)."""
    return texts[i] in known.units or texts[i] in known.binding or (i > first and texts[i - 1] in known.binding)


def _from_town(text: Text, first: int, last: int, known: _Known) -> bool:
    """Whether "from" stands before the name, and a town and an agency in brackets behind it, as Reuters has it."""
    folded = text.folded
    if (
        not first
        or last >= len(folded.words)
        or folded.texts[first - 1] != "من"
        or folded.texts[last] not in known.towns
    ):
        return False
    return any(
        "(" in folded.gap(i - 1, i) and known.house.at(folded, i)
        for i in range(last + 1, min(last + LONGEST, len(folded.words)))
    )


def _signature(text: Text, first: int, known: _Known) -> int:
    """Where the name behind the last sentence ends, if a job or a button is right behind it, or nothing; 0 if not."""
    folded = text.folded
    before = folded.raw[max(0, folded.words[first].start - 4) : folded.words[first].start]
    if not _ENDED.search(before) and not (first and folded.texts[first - 1] in known.plain):
        return 0
    for last in _names(text, first, known):
        if last == len(folded.words):
            return last
        following = folded.texts[last]
        if _PLAIN.match(folded.gap(last - 1, last)) and (following in known.jobs or following in known.plain):
            return last
    return 0


def _before_initials(text: Text, first: int) -> int:
    """Where the name behind the text ends that has a slash and its editors' initials behind it; 0 if none does."""
    folded = text.folded
    for last in range(first + 2, min(first + LONGEST, len(folded.words))):
        if not _PLAIN.match(folded.gap(last - 2, last - 1)):
            break
        if _SLASH.match(folded.gap(last - 1, last)) and len(folded.texts[last]) == 1:
            return last
    return 0


def _last_sentence(text: Text, end: int) -> Iterator[int]:
    """The words right behind a full stop among the last ones of the text."""
    words = text.folded.between(max(0, end - 120), end)
    for i in words[-BEHIND:]:
        if i and _ENDED.search(text.folded.gap(i - 1, i)):
            yield i


def _names(text: Text, first: int, known: _Known, *, rare: bool = False) -> Iterator[int]:
    """Where a name of two to four words that begins with word `first` may end, the longest first.

    All of them are names of people; with `rare` words that are in no list at all may be, too.
    """
    folded, ends = text.folded, []
    for last in range(first + 1, min(first + LONGEST, len(folded.words)) + 1):
        if last - first > 1 and not _PLAIN.match(folded.gap(last - 2, last - 1)):
            break
        word = folded.texts[last - 1]
        joined = word.startswith("و") and (word[1:] in known.crowds or word[1:3] == "ال")
        odd = rare and word not in known.common and word not in known.plain and len(word) > RARE and word.isalpha()
        bound = last - first > 1 and folded.texts[last - 2] in known.binding
        named = not joined and word not in known.plain and (word in known.units or odd or bound)
        if not named and word not in known.binding:
            break
        if last - first > 1 and named and word not in known.binding:
            ends.append(last)
    for last in reversed(ends):
        name = " ".join(folded.texts[first:last])
        if name not in known.public and outlets.by_words(name, text.knowledge) is None:
            yield last


def _ends_with_house(text: Text, first: int, known: _Known) -> bool:
    """Whether an outlet's name ends before the sign before word `first`, behind another sign or at a line's begin."""
    folded = text.folded
    for start in range(max(0, first - LONGEST), first):
        hit = known.house.at(folded, start)
        if hit and hit.last == first and fold_text(hit.entry) not in known.crowds:
            return start > 0 and (not _PLAIN.match(folded.gap(start - 1, start)) or hit.last - hit.first > 1)
    return False


def _is_labelled(text: Text, first: int, known: _Known, *, sign: bool = False) -> bool:
    """Whether "written by" and a colon stand before word `first`, or before the title there; `sign`: only so."""
    folded = text.folded
    k = first - 1
    if k > 0 and folded.texts[k] in known.titles and _PLAIN.match(folded.gap(k, first)):
        k -= 1
    if k < 0:
        return False
    gap = folded.gap(k, k + 1)
    phrases = {" ".join(folded.texts[max(0, k - n) : k + 1]) for n in range(WORDED)}
    if _COLON.match(gap) if not sign else _SURE.match(gap):
        return not phrases.isdisjoint(known.labels | known.by)
    return not sign and bool(_PLAIN.match(gap)) and not phrases.isdisjoint(known.by)


def _hop(text: Text, first: int, last: int) -> Hop:
    start, end = text.folded.words[first].start, text.folded.words[last - 1].end
    return Hop(name=text.page.text[start:end], via="wrote", kind="person", cue=text.span(start, end))


def _known(knowledge: Knowledge) -> _Known:
    language, world = knowledge.language, knowledge.world
    rows = language.credits
    outlets_named = [n for o in world.outlets for n in (o.name, *o.spellings) if o.kind != "agency"]
    house = [row.phrase for row in rows if row.part in ("crowd", "desk")]
    binding = {fold_text(r.word) for r in language.name_particles if {"binds", "one"} & set(r.kind)}
    return _Known(
        given=knowledge.built(given_names) | frozenset(w for w in binding if len(w) > 2),
        units=frozenset(u.name for u in language.name_units if u.given + u.family >= 3),
        public=frozenset(fold_text(n) for p in world.people for n in (p.name, *p.spellings)),
        towns=frozenset(fold_text(n).split()[0] for p in world.places for n in (p.name, *p.spellings)),
        labels=frozenset(fold_text(r.phrase) for r in rows if r.part == "label" and r.via == "wrote"),
        by=frozenset(fold_text(r.phrase) for r in rows if r.part == "by"),
        common=frozenset(row.word for row in language.frequencies)
        | frozenset(fold_text(row.word) for row in language.function_words),
        titles=frozenset(fold_text(f) for t in language.titles for f in (t.title, *t.forms)),
        jobs=frozenset(fold_text(f) for t in language.titles if t.kind == "job" for f in (t.title, *t.forms)),
        crowds=frozenset(fold_text(r.phrase) for r in rows if r.part == "crowd"),
        words=frozenset(map(fold_text, house)),
        plain=knowledge.built(plain_words),
        house=Lexicon(((n, n) for n in (*house, *outlets_named)), ()),
        binding=frozenset(binding),
    )
