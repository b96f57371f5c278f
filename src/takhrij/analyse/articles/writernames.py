"""Names of writers: what is known of the words beside them, where such a name ends, and the hop that it is."""

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

LONGEST: Final = 5
"""Most words of a person's name."""
RARE: Final = 2
"""Letters that a name in no list has more than."""
_PLAIN: Final = re.compile(r"^\s$")
_GLUED: Final = re.compile(r"(?<=\w{2})(?:ال)?ترجمة$")
"""The next label, written onto a name."""


class Known(NamedTuple):
    """Words that stand in names, and beside them, folded."""

    given: frozenset[str]
    units: frozenset[str]
    public: frozenset[str]
    towns: frozenset[str]
    labels: frozenset[str]
    by: frozenset[str]
    label_ends: frozenset[str]
    common: frozenset[str]
    titles: frozenset[str]
    jobs: frozenset[str]
    crowds: frozenset[str]
    words: frozenset[str]
    plain: frozenset[str]
    house: Lexicon[str]
    binding: frozenset[str]
    places: Lexicon[str]
    honours: frozenset[str]
    days: frozenset[str]
    translated: frozenset[str]


def names(text: Text, first: int, known: Known, *, rare: bool = False) -> Iterator[int]:
    """Yield where a name of two to four words that begins with word `first` may end, the longest first.

    All of them are names of people; with `rare` words that are in no list at all may be, too.
    """
    folded, ends = text.folded, []
    for last in range(first + 1, min(first + LONGEST, len(folded.words)) + 1):
        if last - first > 1 and not _PLAIN.match(folded.gap(last - 2, last - 1)):
            break
        word = folded.texts[last - 1]
        another = word[1:] in known.given and word not in known.units
        joined = word.startswith("و") and (another or word[1:] in known.crowds or word[1:3] == "ال")
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


def is_unit(texts: list[str], i: int, first: int, known: Known) -> bool:
    """Return whether word `i` is a name of people, or one with the word before it (عبد الله)."""
    return texts[i] in known.units or texts[i] in known.binding or (i > first and texts[i - 1] in known.binding)


def writer(text: Text, first: int, last: int, letters: int = 0) -> Hop:
    """Return the hop of a person whose name begins with word `first` and ends before word `last`.

    `letters` of its last word are the name's, if not all.
    """
    start, ending = text.folded.words[first].start, text.folded.words[last - 1]
    end = text.folded.offset(ending.at + letters) if letters else ending.end
    if glued := _GLUED.search(text.page.text, start, end):
        end = glued.start()
    return Hop(name=text.page.text[start:end], via="wrote", kind="person", cue=text.span(start, end))


def known_words(knowledge: Knowledge) -> Known:
    """Return the words of names, labels, houses and towns, folded."""
    language, world = knowledge.language, knowledge.world
    rows = language.credits
    outlets_named = [n for o in world.outlets for n in (o.name, *o.spellings) if o.kind != "agency"]
    house = [row.phrase for row in rows if row.part in ("crowd", "desk")]
    towns = [n for p in world.places for n in (p.name, *p.spellings)]
    towns += [n for s in world.states for n in (s.name, *s.spellings)]
    towns += [row.phrase for row in rows if row.part == "town"]
    binding = {fold_text(r.word) for r in language.name_particles if {"binds", "one"} & set(r.kind)}
    by = frozenset(fold_text(r.phrase) for r in rows if r.part == "by")
    labels = frozenset(
        fold_text(r.phrase) for r in rows if r.part == "genre" or (r.part == "label" and r.via == "wrote")
    )
    return Known(
        given=knowledge.built(given_names) | frozenset(w for w in binding if len(w) > 2),
        units=frozenset(u.name for u in language.name_units if u.given + u.family >= 3),
        public=frozenset(fold_text(n) for p in world.people for n in (p.name, *p.spellings)),
        towns=frozenset(fold_text(name).split()[0] for name in towns),
        places=Lexicon(((name, name) for name in towns), ()),
        honours=frozenset(fold_text(r.phrase) for r in rows if r.part == "honour"),
        labels=labels,
        by=by,
        label_ends=frozenset(phrase.split()[-1] for phrase in labels | by),
        common=frozenset(row.word for row in language.frequencies)
        | frozenset(fold_text(row.word) for row in language.function_words),
        titles=frozenset(fold_text(f) for t in language.titles for f in (t.title, *t.forms)),
        jobs=frozenset(fold_text(f) for t in language.titles if t.kind == "job" for f in (t.title, *t.forms)),
        crowds=frozenset(fold_text(r.phrase) for r in rows if r.part == "crowd"),
        words=frozenset(map(fold_text, house)),
        plain=knowledge.built(plain_words),
        house=Lexicon(((n, n) for n in (*house, *outlets_named)), ()),
        binding=frozenset(binding),
        days=frozenset(fold_text(row.name) for row in language.weekdays),
        translated=frozenset(fold_text(r.phrase) for r in rows if r.part == "label" and r.via == "translated"),
    )
