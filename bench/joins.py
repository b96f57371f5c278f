"""Pages of two articles: how many are split, and how many pages of one are split falsely.

    python -m bench.joins [--half develop|test] [--misses SET-UP]

Every page is made at run time: the headline and paragraphs of one article of `../shared/corpora/saudi_bylines`, then
another's, with a cue between the two and without. Articles with an even SHA-256 of their id are for developing the
rules, the others test them. A page of two counts as split if exactly two articles are found and the second's title
stands where its headline was put.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import html
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from msgspec.structs import replace

from bench import intervals, labelled, shared
from takhrij import pipeline
from takhrij.analyse import articles, blocks
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Article, Page
from takhrij.text import fold, fold_words

Half = Literal["develop", "test"]
CORPUS: Final = shared.SHARED / "corpora" / "saudi_bylines.jsonl.gz"
PAGES: Final = 250
"""Pages of each set-up."""
PARAGRAPHS: Final = 2
WORDS: Final = 60
"""Least that an article has: notices of two lines are not what pages are joined from."""
TITLE: Final = range(3, 26)
"""Words of a headline."""
RARE: Final = range(2, 60)
"""In how many articles of the half a word stands that makes a topic."""
SAME_TEXT: Final = 0.4
"""Share of words in common from which two articles are one story printed twice: no two articles."""
_SOURCES: Final = ("وكالات", "رويترز", "واس", "صدى الميناء", "الأناضول", "مواقع إلكترونية")
_STAMPS: Final = (
    "نشر في: 2015-07-22 10:31",
    "الأربعاء 22 يوليو 2015 - 10:31",
    "تاريخ النشر: 22/07/2015 10:31 ص",
    "22 تموز/يوليو 2015",
)
_MENU: Final = ("الرئيسية", "أخبار محلية", "أخبار العالم", "اقتصاد", "رياضة", "منوعات", "اتصل بنا")
_FOOTER: Final = ("شارك هذا الخبر", "اترك تعليقا", "جميع الحقوق محفوظة © 2015")


class Item(NamedTuple):
    """An article of the corpus."""

    id: str
    title: str
    author: str
    paragraphs: tuple[str, ...]

    @property
    def lines(self) -> tuple[str, ...]:
        return self.title, *self.paragraphs


class Made(NamedTuple):
    """A page, and of each of its articles the characters in which its title may begin."""

    text: str
    heads: tuple[range, ...]


class Result(NamedTuple):
    """Of `of` pages so many came out right; `wrong` are their numbers in the set-up."""

    hits: int
    of: int
    wrong: tuple[int, ...]


def items(half: Half) -> list[Item]:
    """Return the articles of a half, in the order of the SHA-256 of their ids."""
    found = []
    with gzip.open(CORPUS, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            digest = hashlib.sha256(row["id"].encode()).digest()
            if bool(digest[-1] % 2) != (half == "test"):
                continue
            paragraphs = tuple(p.strip() for p in html.unescape(row["content"]).splitlines() if p.strip())
            title = " ".join(html.unescape(row["title"]).split())
            author = " ".join(html.unescape(row["author"] or "").split())
            long = len(paragraphs) >= PARAGRAPHS and sum(len(p.split()) for p in paragraphs) >= WORDS
            if long and len(title.split()) in TITLE:
                found.append((digest, Item(row["id"], title, author, paragraphs)))
    return [item for _, item in sorted(found)]


def pairs(half: Half) -> dict[str, list[tuple[Item, Item]]]:
    """Return pairs of articles that have nothing to do with one another, and pairs of one topic."""
    known = items(half)
    middle = len(known) // 2
    chance = list(zip(known[:middle], known[middle:], strict=False))
    return {"any two": chance[:PAGES], "two of one topic": list(_alike(known))[:PAGES]}


def _alike(known: Sequence[Item]) -> Iterator[tuple[Item, Item]]:
    """Each article with the one that has most rare words in common with it, texts printed twice left out."""
    words = [frozenset(w for line in item.lines for w in fold_words(line)) for item in known]
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for n, own in enumerate(words):
        for word in own:
            holders[word].append(n)
    for n, own in enumerate(words):
        common: Counter[int] = Counter()
        for word in sorted(own):
            if len(holders[word]) in RARE:
                common.update({m: 1 for m in holders[word] if m != n})
        for m, _ in sorted(common.items(), key=lambda pair: (-pair[1], pair[0]))[:10]:
            if len(own & words[m]) < SAME_TEXT * min(len(own), len(words[m])):
                yield known[n], known[m]
                break


def _page(n: int, *parts: tuple[Sequence[str], int]) -> Made:
    """Join lines, each part with the number of its first lines that may be its headline (0: no article).

    Pages differ by their number in spacing and furniture.
    """
    gap = "\n\n" if n % 2 else "\n"
    furnished = n % 3 == 0
    text = "".join(line + gap for line in _MENU) if furnished else ""
    heads = []
    for lines, head in parts:
        if head:
            heads.append(range(len(text), len(text) + len(gap.join(lines[:head]))))
        text += "".join(line + gap for line in lines)
    text += gap.join(_FOOTER) if furnished else ""
    return Made(text, tuple(heads))


def _between(*lines: str) -> Callable[[int, Item, Item], Made]:
    return lambda n, one, two: _page(n, (one.lines, 1), (lines, 0), (two.lines, 1))


def _source(n: int, one: Item, two: Item) -> Made:
    return _between(f"المصدر: {_SOURCES[n % len(_SOURCES)]}")(n, one, two)


def _source_and_more(n: int, one: Item, two: Item) -> Made:
    return _between(f"المصدر: {_SOURCES[n % len(_SOURCES)]}", "إقرأ أيضاً:")(n, one, two)


def _stamp_over(n: int, one: Item, two: Item) -> Made:
    return _between(_STAMPS[n % len(_STAMPS)])(n, one, two)


def _under(line: str, n: int, one: Item, two: Item) -> Made:
    first, second = ((item.title, line, *item.paragraphs) for item in (one, two))
    return _page(n, (first, 1), (second, 1))


def _stamp_under(n: int, one: Item, two: Item) -> Made:
    return _under(_STAMPS[n % len(_STAMPS)], n, one, two)


def _byline(n: int, one: Item, two: Item) -> Made:
    first, second = ((i.title, i.author or "محمد القاسم - جدة", *i.paragraphs) for i in (one, two))
    return _page(n, (first, 1), (second, 1))


def _dateline(n: int, one: Item, two: Item) -> Made:
    told = f"جدة ({_SOURCES[n % len(_SOURCES)]}) - {two.paragraphs[0]}"
    return _page(n, (one.lines, 1), ((two.title, told, *two.paragraphs[1:]), 1))


CUES: Final[dict[str, Callable[[int, Item, Item], Made]]] = {
    "a source line": _source,
    "a source line and also-read": _source_and_more,
    "also-read": _between("اقرأ أيضا"),
    "a stamp over the headline": _stamp_over,
    "a stamp under the headline": _stamp_under,
    "a byline under the headline": _byline,
    "a dateline": _dateline,
    "a share bar": _between("شارك هذا الخبر"),
    "a share bar and a comment form": _between("شارك هذا الخبر", "اترك تعليقا"),
}


def _promo(n: int, one: Item, two: Item) -> Made:
    middle = max(1, len(one.paragraphs) // 2)
    lines = (one.title, *one.paragraphs[:middle], f"اقرأ أيضا: {two.title}", *one.paragraphs[middle:])
    return _page(n, (lines, 1))


def _listed(n: int, one: Item, two: Item) -> Made:
    middle = max(1, len(one.paragraphs) // 2)
    listed = "اقرأ أيضا", two.title, "طقس ماطر على الساحل نهاية الأسبوع"
    return _page(n, ((one.title, *one.paragraphs[:middle], *listed, *one.paragraphs[middle:]), 1))


SINGLES: Final[dict[str, Callable[[int, Item, Item], Made]]] = {
    "an article": lambda n, one, _: _page(n, (one.lines, 1)),
    "an article under its stamp": lambda n, one, _: _page(n, ((one.title, _STAMPS[n % 4], *one.paragraphs), 1)),
    "an article with a promo between paragraphs": _promo,
    "an article with a list between paragraphs": _listed,
}


def read(text: str, knowledge: Knowledge, url: str = "") -> tuple[Article, ...]:
    """Return the articles of a page of this text, and of this address if it is told, read no further than that."""
    page = Page(id="p", text=text, sources=("bench",), raw_sha256="", url=url)
    folded, sofar = fold(text), Analysis(page="p", language="ar")
    sofar = replace(sofar, blocks=blocks.find(page, folded, sofar, knowledge))
    return articles.find(page, folded, sofar, knowledge)[0]


def is_right(made: Made, found: Sequence[Article]) -> bool:
    """Whether each article but the first stands under its headline, and none is too many."""
    if len(made.heads) == 1:
        return len(found) <= 1
    return len(found) == len(made.heads) and all(
        article.title is not None and article.title.start in head
        for article, head in zip(found[1:], made.heads[1:], strict=True)
    )


def measure(made: Sequence[Made], knowledge: Knowledge) -> Result:
    """Return how many pages are told apart rightly; of pages of one article: that are left whole."""
    wrong = tuple(n for n, page in enumerate(made) if not is_right(page, read(page.text, knowledge)))
    return Result(len(made) - len(wrong), len(made), wrong)


def two(half: Half) -> dict[str, list[Made]]:
    """Return the pages of two articles, set-up by set-up: with a cue, then without ("no cue, ...").

    Behind a cue stand by turns two of any two and two of one topic.
    """
    couples = pairs(half)
    mixed = [two if n % 4 < 2 else alike for n, (two, alike) in enumerate(zip(*couples.values(), strict=True))]
    found = {name: [make(n, *pair) for n, pair in enumerate(mixed)] for name, make in CUES.items()}
    return {**found, **{f"no cue, {k}": [_between()(n, *p) for n, p in enumerate(c)] for k, c in couples.items()}}


def single(half: Half) -> dict[str, list[Made]]:
    """Return pages of one article: of the corpus, of the labelled pages of the half, and the five real pages."""
    couples = pairs(half)["any two"]
    found = {name: [make(n, *c) for n, c in enumerate(couples)] for name, make in SINGLES.items()}
    pages = labelled.pages("test" if half == "test" else "train")
    found["a labelled page of one article"] = [
        Made(p.text, (range(1),)) for p, s in pages if len(labelled.articles(s)) == 1
    ]
    return found


def labelled_joins(half: Half) -> dict[str, list[Made]]:
    """Return pages of two articles of labelled pages, each with its own title, stamps, captions and text only."""
    cleaned = []
    for page, segments in labelled.pages("test" if half == "test" else "train"):
        for number in labelled.articles(segments):
            parts = list(labelled.own(page, segments, number))
            head = next(i for i, part in enumerate(parts) if part.kind == "body")
            if any(part.kind == "title" for part in parts[:head]):
                cleaned.append(([part.text for part in parts], head))
    return {"articles of labelled pages": [_page(2 * n + 1, *pair) for n, pair in enumerate(pairwise(cleaned))]}


def figures(knowledge: Knowledge, half: Half = "test") -> Iterator[str]:
    """Yield the lines to print, pooled figures first."""
    results = {name: measure(made, knowledge) for name, made in two(half).items()}
    real = {name: measure(made, knowledge) for name, made in labelled_joins(half).items()}
    whole = {name: measure(made, knowledge) for name, made in single(half).items()}
    cued = [r for name, r in results.items() if not name.startswith("no cue")]
    bare = [r for name, r in results.items() if name.startswith("no cue")]
    yield f"# Pages of two articles, {half}"
    yield f"split, with a cue: {_pooled(cued)}"
    yield f"split, without a cue: {_pooled(bare)}"
    wrong = sum(r.of - r.hits for r in whole.values())
    yield f"false splits a page of one article: {intervals.share(wrong, sum(r.of for r in whole.values()))}"
    for name, result in {**results, **real}.items():
        yield f"  {name}: {intervals.share(result.hits, result.of)}"
    for name, result in whole.items():
        yield f"  falsely split, {name}: {intervals.share(result.of - result.hits, result.of)}"


def _pooled(results: Sequence[Result]) -> str:
    return intervals.share(sum(r.hits for r in results), sum(r.of for r in results))


def main() -> None:
    """Print the figures of the test half, or of the other with `--half develop`."""
    parser = argparse.ArgumentParser(prog="python -m bench.joins", description=__doc__)
    parser.add_argument("--half", choices=("develop", "test"), default="test")
    parser.add_argument(
        "--misses", help="numbers of the pages of a set-up that come out wrong (developing half only)"
    )
    arguments = parser.parse_args()
    shared.or_skip()
    knowledge = pipeline.knowledge_of(())
    if arguments.misses:
        made = {**two("develop"), **single("develop"), **labelled_joins("develop")}[arguments.misses]
        print(*measure(made, knowledge).wrong)
        return
    for line in figures(knowledge, arguments.half):
        print(line)


if __name__ == "__main__":
    main()
