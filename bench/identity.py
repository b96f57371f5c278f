"""Measures identity: are two names, with what their pages tell of them, one person? Ours beside rapidfuzz alone.

    python -m bench.identity [--half train|test|second|develop|fourth|fifth|sixth|seventh|eighth] [--misses] [--pages]

`bench/labels/identity.jsonl` holds pairs of names with their roles, drawn from the corpora and labelled by hand
(`labels/README.md`). Each pair goes through `link.entities` alone, as two pages (or one, if both stand on one) that
name the two and a few others. `second` is a later list of other pages and names, measured after the rules were last
mended; `develop` and the later ones are drawn to be read. rapidfuzz sees the two folded names; the threshold of
each of its scorers is the one that is best on the training half. `--misses` lists wrong pairs of the halves that may
be read. `--pages` reads the pages of the pairs anew and links each two with the roles and company that are found now;
a pair is left out where a name is found no more, since it stands in a list of stories or ends elsewhere.
"""

from __future__ import annotations

import argparse
import gzip
import html
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Final, NamedTuple

from rapidfuzz import fuzz

from bench import intervals, shared
from takhrij import analyse, lang, pipeline, world
from takhrij.analyse.mentions import titles
from takhrij.analyse.mentions.bearers import bearers
from takhrij.analyse.mentions.officekeys import offices
from takhrij.analyse.mentions.skeletons import LISTED, skeletons
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import wordbook
from takhrij.knowledge import Knowledge
from takhrij.link import entities, run, tenures
from takhrij.records import Analysis, Article, Links, Mention, Page, Published, Role, Span, When, identify
from takhrij.text import fold, fold_text

LABELS: Final = Path(__file__).parent / "labels" / "identity.jsonl"
READ: Final = ("train", "develop", "fourth", "fifth", "sixth", "seventh", "eighth")
"""The halves whose pairs may be read."""
HALVES: Final = ("train", "test", "second", "develop", "fourth", "fifth", "sixth", "seventh", "eighth")
SCORERS: Final[tuple[tuple[str, Callable[[str, str], float]], ...]] = (
    ("rapidfuzz ratio", fuzz.ratio),
    ("rapidfuzz token_set_ratio", fuzz.token_set_ratio),
    ("rapidfuzz WRatio", fuzz.WRatio),
)


class Score(NamedTuple):
    """Pairs rightly joined, wrongly joined, and wrongly left apart."""

    right: int
    wrong: int
    missed: int

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / (2 * self.right + self.wrong + self.missed) if self.right else 0.0


@cache
def rows(half: str) -> tuple[dict[str, Any], ...]:
    """Return the labelled pairs of a half, in the file's order."""
    found = map(json.loads, LABELS.open(encoding="utf-8"))
    return tuple(row for row in found if row["half"] == half)


def joined(row: dict[str, Any], knowledge: Knowledge) -> tuple[bool, str]:
    """Return whether `link.entities` makes the pair one person, and its reason."""
    sides = row["left"], row["right"]
    together = sides[0]["page"] == sides[1]["page"]
    analyses = [_analysis([*sides], "p0", knowledge)] if together else []
    analyses = analyses or [_analysis([side], f"p{k}", knowledge) for k, side in enumerate(sides)]
    links = run(entities, analyses, Links(tenures=tenures.known(knowledge)))
    found = [analyses[0].mentions[0], analyses[-1].mentions[1 if together else 0]]
    ours = [links.entities[links.entity_of[m.id]] for m in found]
    return ours[0] is ours[1], "; ".join(f"{why.rule}: {why.note}" for why in ours[0].why)


def on_pages(half: str, knowledge: Knowledge) -> tuple[Score, int]:
    """Return our score on a half when its pages are read anew, and of how many pairs both names are still found."""
    wanted = {row[side]["page"] for row in rows(half) for side in ("left", "right")}
    read = {id_: _read(id_, text, knowledge) for id_, text in _texts(wanted)}
    told = [(_linked([row["left"], row["right"]], read, knowledge), row["same"]) for row in rows(half)]
    both = [(ours, same) for ours, same in told if ours is not None]
    return Score(both.count((True, True)), both.count((True, False)), both.count((False, True))), len(both)


def _linked(sides: Sequence[dict[str, Any]], read: dict[str, Analysis], knowledge: Knowledge) -> bool | None:
    """Return whether two names of their pages are one person; None where one is found no more."""
    pages = [read[id_] for id_ in dict.fromkeys(side["page"] for side in sides)]
    found = [m for side in sides if (m := _named(read[side["page"]], fold_text(side["name"])))]
    links = run(entities, pages, Links(tenures=tenures.known(knowledge)))
    return len({links.entity_of[m.id] for m in found}) == 1 if len(found) == len(sides) else None


def _named(analysis: Analysis, name: str) -> Mention | None:
    """Return the first mention of a page that has a name, or one that begins so."""
    persons = [(fold_text(m.name), m) for m in analysis.mentions if m.kind == "person"]
    same = [m for told, m in persons if told == name]
    return next(iter(same or [m for told, m in persons if told.startswith(name)]), None)


def _texts(wanted: set[str]) -> Iterator[tuple[str, str]]:
    """Yield the pages of both corpora that are wanted, with their text."""
    for file, start, key in (("syria_pages", "sy:", "page"), ("saudi_bylines", "sa:", "id")):
        with gzip.open(shared.SHARED / "corpora" / f"{file}.jsonl.gz", "rt", encoding="utf-8") as lines:
            for row in map(json.loads, lines):
                if start + row[key] in wanted:
                    yield start + row[key], row.get("text") or f"{row['title']}\n{html.unescape(row['content'])}"


def _read(id_: str, text: str, knowledge: Knowledge) -> Analysis:
    return analyse.analyse(Page(id=id_.replace(":", "-"), text=text, sources=(id_,), raw_sha256=""), knowledge)


def _analysis(sides: Sequence[dict[str, Any]], id_: str, knowledge: Knowledge) -> Analysis:
    """Return a page that names persons with their roles, and those who are named beside them."""
    told = [(side["name"], side["roles"]) for side in sides]
    told += [(name, []) for name in dict.fromkeys(n for side in sides for n in side["company"])]
    mentions: list[Mention] = []
    start = 0
    for name, roles in told:
        mention = _mention(Span(page=id_, start=start, end=start + len(name)), name, roles, knowledge)
        same = next((m for m in mentions if m.name == name), None)
        mentions.append(mention if same is None else _refer(mention, same.refers))
        start = mention.span.end + 1
    whole = Span(page=id_, start=0, end=start)
    days = [date.fromisoformat(side["day"]) for side in sides[:1] if side["day"]]
    published = tuple(Published(when=When(first=day, last=day, grain="day")) for day in days)
    article = Article(id=identify("article", whole), span=whole, published=published)
    return Analysis(page=id_, language="ar", articles=(article,), mentions=tuple(mentions))


def _refer(mention: Mention, to: str) -> Mention:
    return Mention(id=mention.id, span=mention.span, kind="person", name=mention.name, refers=to)


def _mention(span: Span, name: str, written: Sequence[str], knowledge: Knowledge) -> Mention:
    book = knowledge.built(wordbook)
    tagged = Tagged(span.page, fold(name), book)
    hit, fact = tagged.hit(0), tagged.fact(0, "person")
    known = fact if hit and fact and hit.last == len(tagged.words) else None
    roles = tuple(_roles(span, written, knowledge))
    bones = knowledge.built(skeletons)
    return Mention(
        id=identify("mention", span),
        span=span,
        kind="person",
        name=name,
        refers=identify("mention", span),
        skeleton=LISTED + bones.listed(known.key) if known else bones.of(name),
        state=next((r.state for r in roles if r.state), known.state if known else ""),
        roles=roles,
        bearers=knowledge.built(bearers).count[name],
    )


def _roles(span: Span, written: Sequence[str], knowledge: Knowledge) -> Iterator[Role]:
    for words in written:
        page = Page(id=span.page, text=words, sources=("bench",), raw_sha256="")
        tagged = Tagged(page.id, fold(words), knowledge.built(wordbook))
        title = titles.parse(tagged, 0, len(tagged.words))
        if title and title.kind != "rank":
            role = titles.role(tagged, title, knowledge.built(offices), wide=True)
            yield Role(name=words, span=span, office=role.office, state=role.state)


def score(answers: Sequence[bool], half: str) -> Score:
    """Return how answers stand to the labels of a half."""
    truth = [row["same"] for row in rows(half)]
    both = list(zip(answers, truth, strict=True))
    return Score(both.count((True, True)), both.count((True, False)), both.count((False, True)))


def rival(scorer: Callable[[str, str], float]) -> tuple[int, dict[str, Score]]:
    """Return the threshold that is best for F1 on the training half, and the scores of both halves with it."""

    def at(threshold: int, half: str) -> Score:
        pairs = [(fold_text(r["left"]["name"]), fold_text(r["right"]["name"])) for r in rows(half)]
        return score([scorer(a, b) >= threshold for a, b in pairs], half)

    best = max(range(50, 101), key=lambda t: (at(t, "train").f1, t))
    return best, {half: at(best, half) for half in HALVES}


def line(found: Score) -> str:
    """Return precision and recall with their intervals, and F1."""
    precision = intervals.share(found.right, found.right + found.wrong)
    recall = intervals.share(found.right, found.right + found.missed)
    return f"precision {precision}  recall {recall}  F1 {found.f1:.3f}"


def ours(half: str, knowledge: Knowledge, *, misses: bool = False) -> Score:
    """Return our score on a half; print its misses if asked to, which the test half does not."""
    answers = []
    for row in rows(half):
        answer, why = joined(row, knowledge)
        answers.append(answer)
        if misses and half in READ and answer != row["same"]:
            told = [f"{s['name']} ({'; '.join(s['roles'])})" for s in (row["left"], row["right"])]
            print(f"  {'joined' if answer else 'apart'}: {' | '.join(told)}  [{row['kind']}] {why}")
    return score(answers, half)


def by_kind(half: str, knowledge: Knowledge) -> str:
    """Return how many pairs of each kind are judged as they are labelled."""
    good: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for row in rows(half):
        every[row["kind"]] += 1
        good[row["kind"]] += joined(row, knowledge)[0] == row["same"]
    return ", ".join(f"{kind} {good[kind]}/{every[kind]}" for kind in sorted(every))


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--half", choices=HALVES)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--pages", action="store_true", help="read the pages anew")
    asked = parser.parse_args()
    if asked.pages:
        shared.or_skip()
        known = pipeline.knowledge_of(())
        for half in (asked.half,) if asked.half else HALVES:
            found, pairs = on_pages(half, known)
            print(f"{half}, pages read anew, {pairs} of {len(rows(half))} pairs: {line(found)}")
        return
    knowledge = Knowledge(lang.load(), world.load())
    rivals = [(name, *rival(scorer)) for name, scorer in SCORERS]
    for half in (asked.half,) if asked.half else HALVES:
        if not rows(half):
            continue
        same = sum(row["same"] for row in rows(half))
        print(f"{half}: {len(rows(half))} pairs, {same} of them one person")
        print(f"  {'ours':34} {line(ours(half, knowledge, misses=asked.misses))}")
        print(f"  {'':34} {by_kind(half, knowledge)}")
        for name, threshold, scores in rivals:
            print(f"  {f'{name} >= {threshold}':34} {line(scores[half])}")


if __name__ == "__main__":
    main()
