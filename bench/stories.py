"""Pages that only list stories: learns where another story begins and what a list's text is like, and measures both.

    python -m bench.stories [--write]

Where stories begin is learned from lists made of newspaper articles too (the developing half of `bench.joins`), what
a list's text is like from real pages alone: with made ones fewer are known. The pages are those of
`syria_pages` whose site has no labelled test page: the labelled ones, those judged by reading (`labels/lists.tsv`),
and as articles all others whose address is none of a list. Dots of the lists are left out in three of four, where
they were is where a story begins. Every page is measured with weights learned on the pages of other sites.
`--write` makes `lang/ar/beginnings.tsv` and `lang/ar/listings.tsv` again: weights only.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import hashlib
import json
import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urlsplit

from msgspec.structs import replace

from bench import intervals, joins, labelled, logistic, shared
from takhrij import pipeline
from takhrij.analyse import blocks
from takhrij.analyse.blocks import prose, stories
from takhrij.analyse.blocks.lines import cut
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import BeginningWeight
from takhrij.records import Page
from takhrij.text import Folded, fold, fold_words

FOLDER: Final = Path(__file__).parents[1] / "src" / "takhrij" / "lang" / "ar"
JUDGED: Final = Path(__file__).parent / "labels" / "lists.tsv"
LONGEST: Final = 9000
"""Characters of a page that are looked at."""
FOLDS: Final = 5
MADE: Final = 200
"""Lists made of newspaper articles; twice as many articles stand against them."""
FEW: Final = 0.3
"""How much a page without its dots counts beside one with them."""
LOOSE: Final = 0.1
"""The penalty of a text's signs, each of which moves little: a fifth of the usual one."""
_LISTS: Final = re.compile(
    r"/(tags?|categor\w*|author|writers?|topics?|search|keyword|label|date|page)(/|$|\?)|search|(cat|tag|m|s|paged)="
    r"|itemlist|listbytags|/\d{4}/\d\d/?$|start=\d+|showposts|feed/|Writer/id|archives?/\d{4}|^/?\??$",
    re.IGNORECASE,
)
_DOTS: Final = re.compile(r"(?:\. ?){3,}|…")
_CLOCKS: Final = re.compile(r"\d{1,2} ?: ?\d{2}(?: ?: ?\d\d)?|\d{1,4} ?[-/] ?\d{1,2} ?[-/] ?\d{2,4}")


class Source(NamedTuple):
    """A page's text, its site, whether it is a list, and whether dots tell where its stories begin."""

    page: str
    text: str
    site: str
    is_list: bool


class Example(NamedTuple):
    """Signs, what is right, and how much it counts."""

    signs: dict[str, float]
    right: bool
    weight: float


def sources() -> Iterator[Source]:
    """Yield the pages in the order of the corpus; the first of several with one beginning."""
    labels = {row["page"]: row for row in map(json.loads, labelled.LABELS.open(encoding="utf-8"))}
    with JUDGED.open(encoding="utf-8") as lines:
        judged = {row[0]: row[1] for row in csv.reader((x for x in lines if x[0] != "#"), delimiter="\t")}
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as file:
        items = [json.loads(line) for line in file]
    test = {_site(item["url"]) for item in items if labels.get(item["page"], {}).get("half") == "test"}
    seen: set[str] = set()
    for item in items:
        page, site, address = item["page"], _site(item["url"]), urlsplit(item["url"])
        if site in test or item["text"][:300] in seen or judged.get(page) == "left out":
            continue
        seen.add(item["text"][:300])
        text = item["text"][:LONGEST]
        if page in labels:
            is_list = all(segment[2] != "body" for segment in labels[page]["segments"])
        elif page in judged:
            is_list = True
        elif _LISTS.search(unquote(f"{address.path}?{address.query}")):
            continue
        else:
            is_list = False
        yield Source(page, text, site, is_list)


def main() -> None:
    """Learn; print what was found, or write."""
    parser = argparse.ArgumentParser(prog="python -m bench.stories", description=__doc__)
    parser.add_argument("--write", action="store_true", help="write the tables of lang/ar")
    arguments = parser.parse_args()
    shared.or_skip()
    known = pipeline.knowledge_of(())
    bare = Knowledge(replace(known.language, beginnings=(), listings=()), known.world)
    pages, made = list(sources()), list(_made("develop"))
    texts = [_told(source, bare) for source in pages]
    print(f"{len(pages)} pages, {sum(source.is_list for source in pages)} of them lists")
    if arguments.write:
        begins = _write("beginnings.tsv", _beginnings(pages, made, bare, None))
        _write("listings.tsv", _listings(pages, texts, begins, bare, None), LOOSE)
        return
    for line in _measured(pages, texts, made, bare):
        print(line)


def _measured(
    pages: list[Source], texts: list[stories.Told], made: list[tuple[str, list[int]]], bare: Knowledge
) -> Iterator[str]:
    values: list[tuple[float, Source, bool]] = []
    for k in range(FOLDS):
        begins = _weighed(_beginnings(pages, made, bare, k))
        weights = _weighed(_listings(pages, texts, begins, bare, k), LOOSE)
        knowledge = _knowing(bare, begins)
        for source, text in zip(pages, texts, strict=True):
            found = stories.signs(text, knowledge) if _fold(source.site) == k else None
            if found:
                value = sum(weights[name] * sign for name, sign in found.signs.items())
                late = found.first > min(stories.SOON, stories.HALF * len(text.words))
                values.append((value, source, late))
    for least in (-0.3, 0.0, 0.3, stories.LEAST, 1.0):
        known = [value > (max(least, stories.LATE) if late else least) for value, _, late in values]
        right = [told for told, (_, source, _) in zip(known, values, strict=True) if source.is_list]
        wrong = [
            source.page for told, (_, source, _) in zip(known, values, strict=True) if told and not source.is_list
        ]
        others = sum(not source.is_list for _, source, _ in values)
        yield (
            f"from {least}: lists known {intervals.share(sum(right), len(right))},"
            f" articles lost {intervals.share(len(wrong), others)} {' '.join(wrong[:12])}"
        )


def _beginnings(
    pages: list[Source], made: list[tuple[str, list[int]]], knowledge: Knowledge, skipped: int | None
) -> list[Example]:
    """All words at which a story may begin, of pages whose fold is not the one skipped."""
    found: list[Example] = []
    for text, starts in made[:MADE]:
        folded = fold(text)
        right = {folded.between(start, len(text)).start for start in starts}
        found += [Example(s, i in right, 0.5) for i, s in stories.beginnings(_all(folded, knowledge), knowledge)]
    for text, _ in made[MADE:]:
        found += [Example(s, False, 0.7) for _, s in stories.beginnings(_all(fold(text), knowledge), knowledge)]
    labels = dict(_labelled_texts())
    for source in pages:
        if _fold(source.site) == skipped:
            continue
        if source.is_list:
            found += _cut_off(source, knowledge)
        elif source.page in labels:
            told = _all(fold(labels[source.page]), knowledge)
            found += [Example(signs, False, 1.0) for _, signs in stories.beginnings(told, knowledge)]
    return found


def _cut_off(source: Source, knowledge: Knowledge) -> Iterator[Example]:
    """The words of a list of beginnings; what stands right behind a story's first word is left out."""
    dots = list(_DOTS.finditer(source.text))
    if len(dots) <= FOLDS:
        return
    keep, text, behind, starts = hashlib.sha256(source.page.encode()).digest()[1] % 4 == 0, "", 0, []
    for match in dots:
        text += source.text[behind : match.start()] + (match.group() if keep else " ")
        behind = match.end()
        starts.append(len(text))
    folded = fold(text + source.text[behind:])
    right = {folded.between(start, len(folded.raw)).start for start in starts}
    near = {i + k for i in right for k in range(1, 7)}
    for i, signs in stories.beginnings(_all(folded, knowledge), knowledge):
        if i in right or i not in near:
            yield Example(signs, i in right, 1.0)


def _listings(
    pages: list[Source],
    texts: list[stories.Told],
    begins: dict[str, float],
    bare: Knowledge,
    skipped: int | None,
) -> list[Example]:
    """All texts of pages whose fold is not the one skipped, lists also without dots and clocks."""
    knowledge, found = _knowing(bare, begins), []
    for source, text in zip(pages, texts, strict=True):
        if _fold(source.site) == skipped:
            continue
        found.append((stories.signs(text, knowledge), source.is_list, 1.0))
        if source.is_list or _DOTS.search(source.text):
            plain = _CLOCKS.sub("", _DOTS.sub(" ", source.text))
            less = _told(source._replace(text=plain), bare)
            found.append((stories.signs(less, knowledge), source.is_list, FEW))
    return [Example(signs.signs, right, weight) for signs, right, weight in found if signs]


def _told(source: Source, bare: Knowledge) -> stories.Told:
    """The running text of a page: of a list line by line, of others as `blocks` finds it."""
    page = Page(id=source.page, text=source.text, sources=("bench",), raw_sha256="")
    folded = fold(source.text)
    if source.is_list:
        lines = cut(page, folded, bare)
        states = prose.states([prose.score(page, folded, bare, line, 1) for line in lines])
    else:
        view = blocks.viewed(page, folded, bare).view
        lines, states = view.lines, view.states
    return stories.told(folded, bare, [x.words for x, state in zip(lines, states, strict=True) if state == "body"])


def _all(folded: Folded, knowledge: Knowledge) -> stories.Told:
    """A text of which all is running text, line by line."""
    ends = [folded.between(m.end(), len(folded.raw)).start for m in re.finditer(r"\n+|\Z", folded.raw)]
    begins = sorted({0, *(end for end in ends if end <= len(folded.words)), len(folded.words)})
    return stories.told(folded, knowledge, [range(a, b) for a, b in pairwise(begins)])


def _labelled_texts() -> Iterator[tuple[str, str]]:
    for page, segments in labelled.pages("train"):
        parts = [page.text[s.start : s.end] for s in segments if s.kind == "body" and s.article == 1]
        if parts:
            yield page.id, "\n".join(parts)


def _made(half: joins.Half) -> Iterator[tuple[str, list[int]]]:
    """Lists of stories by turns of any and of one topic, with where each begins, then articles."""
    items, draw = joins.items(half), random.Random(1)
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, item in enumerate(items):
        for word in sorted(set(fold_words(f"{item.title} {item.paragraphs[0]}"))):
            holders[word].append(n)
    topics = [found for word, found in sorted(holders.items()) if 8 <= len(found) <= 60 and len(word) > 3]
    for n in range(MADE):
        topic = draw.choice(topics) if n % 2 == 0 else range(len(items))
        yield _list_of([items[k] for k in draw.sample(topic, min(len(topic), draw.randint(5, 16)))], draw)
    for item in draw.sample(items, 2 * MADE):
        yield draw.choice(("\n", " ", "\n")).join(item.paragraphs), []


def _list_of(items: Sequence[joins.Item], draw: random.Random) -> tuple[str, list[int]]:
    """A page's beginnings of stories, cut in one of the ways that sites have; and where each begins."""
    way = draw.choice(("whole", "whole", "two", "sentence", "cut", "cut with dots"))
    headed, size, parted = draw.random() < 0.45, draw.randint(12, 40), draw.choice(("\n", " ", " ", " "))
    more = draw.choice(("", "", "", "", "المزيد", "اقرأ المزيد"))
    text, starts = "", []
    for item in items:
        told = item.paragraphs[0]
        if way == "two":
            told = " ".join(item.paragraphs[:2])
        elif way == "sentence":
            told = re.split(r"(?<=\.)\s", told)[0]
        elif way != "whole":
            told = " ".join(told.split()[:size]) + (" . . ." if way == "cut with dots" else "")
        if headed:
            starts.append(len(text))
            text += item.title + parted
        starts.append(len(text))
        text += f"{told} {more}{parted}"
    return text, starts


def _knowing(bare: Knowledge, begins: dict[str, float]) -> Knowledge:
    rows = tuple(BeginningWeight(sign=name, weight=weight) for name, weight in begins.items())
    return Knowledge(replace(bare.language, beginnings=rows), bare.world)


def _weighed(examples: list[Example], penalty: float = logistic.PENALTY) -> dict[str, float]:
    names = list(examples[0].signs)
    rows = [[example.signs[name] for name in names] for example in examples]
    right, counts = [example.right for example in examples], [example.weight for example in examples]
    return dict(zip(names, logistic.learn(rows, right, counts, penalty), strict=True))


NOTES: Final = {
    "beginnings.tsv": "Weights of the signs that another story begins at a word (log odds): by bench/stories.py.",
    "listings.tsv": "Weights of the signs that a page's text is a list of stories (log odds): by bench/stories.py.",
}


def _write(name: str, examples: list[Example], penalty: float = logistic.PENALTY) -> dict[str, float]:
    weights = _weighed(examples, penalty)
    rows = [f"{sign}\t{weight:.2f}" for sign, weight in weights.items()]
    (FOLDER / name).write_text("\n".join([f"# {NOTES[name]}", "sign\tweight", *rows]) + "\n", encoding="utf-8")
    return weights


def _fold(site: str) -> int:
    return hashlib.sha256(site.encode()).digest()[0] % FOLDS


def _site(url: str) -> str:
    return urlsplit(url).netloc.removeprefix("www.")


if __name__ == "__main__":
    main()
