"""A writer's name between headline and text, without a word or sign that says so.

Dumps of pages glue it to the first sentence ("headline name sentence"). A name of people there is the writer's if the
article never has its last part again: whom a story is about, it names more than once. What follows is no verb of
saying or in the present, no job, and no further name but one of the headline's, with which a caption begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from takhrij.analyse.articles import sourcelines
from takhrij.analyse.articles.texts import Text
from takhrij.analyse.articles.writernames import writer
from takhrij.analyse.outletnames import no_names, plain_words
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.records import Hop
from takhrij.text import fold_text, fold_words

LEAST: Final = 4
"""Words of a headline that is looked for again over the text; before a title one less."""
OVER: Final = 120
"""Words before and behind the first paragraph's first one in which the headline may come again."""
BOX: Final = 120
"""Characters behind the text in which its writer's box stands."""
_PRESENT: Final = "ي"
"""What a man's deeds begin with in the present."""
_PLAIN: Final = re.compile(r"^\s$")
_ENDED: Final = re.compile(r"^(?:\s|\s?[-–—|:]\s?|\s?\n\s?)$")


class _Boxed(NamedTuple):
    about: frozenset[str]
    desks: frozenset[str]
    next: Lexicon[str]


def find(text: Text) -> Iterator[Hop]:
    """Yield the first such writer, else the one whose box ends the article."""
    known = text.knowledge.built(sourcelines.known_words)
    texts = text.folded.texts
    for place in _places(text):
        first = next((k for k in range(place, len(texts)) if texts[k] not in known.honours), place)
        if last := _name(text, first, known):
            yield writer(text, first, last)
            return
    for last in _ends(text):
        if begin := _name_before(text, last, known):
            yield writer(text, begin, last)
            return
    yield from _box(text)


def _box(text: Text) -> Iterator[Hop]:
    """The name between "about" and the next articles' heading, at the begin of the last block or right behind it."""
    ended = max(text.blocks, key=lambda b: b.span.end).span
    known, texts = text.knowledge.built(_boxed), text.folded.texts
    words = text.folded.between(ended.start, ended.end + BOX)
    behind = text.folded.between(ended.end, ended.end + BOX)
    first = next((k + 1 for k in (*words[:1], *behind[:2]) if texts[k] in known.about), words.stop)
    for last in range(first + 1, min(first + max(sourcelines.NAME), words.stop)):
        if not _PLAIN.match(text.folded.gap(last - 1, last)) or not texts[last - 1].isalpha():
            return
        if known.next.at(text.folded, last, clitics=False):
            if known.desks.isdisjoint(texts[first:last]):
                yield writer(text, first, last)
            return


def _ends(text: Text) -> Iterator[int]:
    """The words before which a writer's name may end: a headline that comes again."""
    folded = text.folded
    titles = [folded.between(b.span.start, b.span.end) for b in text.blocks if b.kind == "title"]
    for k, words in enumerate(titles):
        head = folded.texts[words.start : words.start + LEAST]
        if len(head) == LEAST and any(folded.texts[o.start : o.start + LEAST] == head for o in titles[:k]):
            yield words.start


def _name_before(text: Text, last: int, known: sourcelines.Known) -> int:
    """Where the name begins that ends before word `last`, behind a section or sign and untold of; 0 for none."""
    texts = text.folded.texts
    jobs, sections = text.knowledge.built(_jobs), text.knowledge.built(_sections)
    for size in reversed(sourcelines.NAME):
        first = last - size
        if (
            first > 0
            and all(_PLAIN.match(text.folded.gap(k - 1, k)) for k in range(first + 1, last))
            and sourcelines.person(texts[first:last], known) == "person"
            and jobs.isdisjoint(texts[first - 1 : last])
            and (texts[first - 1] in sections or not _PLAIN.match(text.folded.gap(first - 1, first)))
            and texts[first - 1] not in known.never
            and not _again(text, first, last)
        ):
            return first
    return 0


def _places(text: Text) -> Iterator[int]:
    """The words behind the headline, wherever it stands over the text, and the first of the text."""
    folded = text.folded
    body = folded.between(text.first, text.first + 1).start
    honours = text.knowledge.built(sourcelines.known_words).honours
    for title in text.blocks:
        words = folded.between(title.span.start, title.span.end) if title.kind == "title" else range(0)
        head = folded.texts[words.start : words.stop]
        if len(head) >= LEAST - 1:
            for k in range(max(0, body - OVER), min(body + OVER, len(folded.texts)) - len(head)):
                again = folded.texts[k] == head[0] and folded.texts[k : k + len(head)] == head
                if again and (len(head) >= LEAST or folded.texts[k + len(head)] in honours):
                    yield k + len(head)
    if any(b.span.end <= text.first for b in text.near):
        yield body


def _name(text: Text, first: int, known: sourcelines.Known) -> int:
    """Where the writer's name that begins with word `first` ends; 0 if none does."""
    folded, texts = text.folded, text.folded.texts
    jobs = text.knowledge.built(_jobs)
    for last in range(min(first + max(sourcelines.NAME), len(texts) - 1), first + 1, -1):
        plain = all(_PLAIN.match(folded.gap(k - 1, k)) for k in range(first + 1, last))
        named = plain and sourcelines.person(texts[first:last], known) == "person"
        if not named or any(_in_headline(text, word) for word in texts[first + 2 : last]):
            continue
        following = texts[last]
        goes_on = following in known.units or (following[:2] == "ال" and following[-1] == "ي")
        other = goes_on and not _in_headline(text, following)
        button = following in text.knowledge.built(plain_words)
        if not other and _ENDED.match(folded.gap(last - 1, last)) and (button or not _again(text, first, last)):
            told = (following in known.never and not button) or following.startswith(_PRESENT)
            return 0 if told or jobs.intersection(texts[first : last + 1]) else last
    return 0


def _in_headline(text: Text, word: str) -> bool:
    """Whether a headline has the word: what follows the writer is a caption then."""
    titles = (text.folded.between(b.span.start, b.span.end) for b in text.blocks if b.kind == "title")
    return any(word in text.folded.texts[words.start : words.stop] for words in titles)


def _again(text: Text, first: int, last: int) -> bool:
    """Whether the article has the name's last word again, but for the whole name before it."""
    texts = text.folded.texts
    words = text.folded.between(text.blocks[0].span.start, max(b.span.end for b in text.blocks))
    size, name = last - first, texts[first:last]
    others = [k for k in (*range(words.start, first), *range(last, words.stop)) if texts[k] == name[-1]]
    return any(k > last or texts[k - size + 1 : k + 1] != name for k in others)


def _sections(knowledge: Knowledge) -> frozenset[str]:
    """What a piece may be called before its writer's name (report, investigations), and parts of sites."""
    genres = (row.phrase for row in knowledge.language.credits if row.part == "genre")
    return knowledge.built(no_names) | frozenset(map(fold_text, genres))


def _jobs(knowledge: Knowledge) -> frozenset[str]:
    """Titles and other words for who somebody is."""
    language = knowledge.language
    named = [form for title in language.titles for form in (title.title, *title.forms)]
    return frozenset(map(fold_text, [*named, *(row.word for row in language.source_nouns if row.kind == "head")]))


def _boxed(knowledge: Knowledge) -> _Boxed:
    rows = knowledge.language.credits
    return _Boxed(
        about=frozenset(fold_text(row.phrase) for row in rows if row.part == "about"),
        desks=frozenset(word for row in rows if row.part == "desk" for word in fold_words(row.phrase)),
        next=Lexicon(((row.phrase, row.phrase) for row in rows if row.part == "next"), ()),
    )
