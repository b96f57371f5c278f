"""Claims that are counted as told by two independent origins or more: do two of them tell one thing?

    python -m bench.corroborated [--read --half develop|test] [--articles 1500]

`--read` links the first articles of a half of `../shared/corpora/saudi_bylines` (by SHA-256 of the id; even:
develop), with their bylines and days, and prints for a reader one telling of each of two origins of 60 claims, the
first by SHA-256 of their tellings. `judged/corroborated.jsonl` has verdicts, without text (one fact, told by two that
do not have it from one another: right; two facts; one origin: they have it from one another or from one agency).
Without `--read` the shares of each sample that was read are printed.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from bench import intervals, joins, shared
from takhrij import pipeline
from takhrij.analyse import analyse
from takhrij.link import link
from takhrij.records import Claim, Event, Links, Page, Span, Statement

JUDGED: Final = Path(__file__).parent / "judged" / "corroborated.jsonl"
READ: Final = 60
"""Claims that a reader gets."""


def main() -> None:
    """Print what was judged, or with `--read` what there is to judge."""
    parser = argparse.ArgumentParser(prog="python -m bench.corroborated", description=__doc__)
    parser.add_argument("--read", action="store_true", help="print claims for a reader")
    parser.add_argument("--half", choices=("develop", "test"), default="develop")
    parser.add_argument("--articles", type=int, default=1_500)
    arguments = parser.parse_args()
    if not arguments.read:
        print("\n".join(judged()))
        return
    shared.or_skip()
    print("\n".join(reading(pages(arguments.half, arguments.articles))))


def pages(half: joins.Half, most: int) -> list[Page]:
    """Return the first articles of a half, read as a user's file of them is."""
    with tempfile.TemporaryDirectory() as folder, gzip.open(joins.CORPUS, "rt", encoding="utf-8") as lines:
        pile = Path(folder, "articles.jsonl")
        with pile.open("w", encoding="utf-8") as file:
            for row in map(json.loads, lines):
                if bool(hashlib.sha256(row["id"].encode()).digest()[-1] % 2) == (half == "test") and most > 0:
                    most -= 1
                    text = "\n".join(filter(None, (row["title"], row["author"], row["content"])))
                    one = {"text": text, "url": row["url"], "date": row["date_extracted"]}
                    file.write(json.dumps(one, ensure_ascii=False) + "\n")
        return pipeline.gather([pile], lambda *_: None)[0]


def reading(of: list[Page]) -> Iterator[str]:
    """Yield claims of two origins for a reader: what each says, who says it there, and the sentences around it."""
    knowledge = pipeline.knowledge_of(())
    analyses, links = link([analyse(page, knowledge) for page in of], knowledge)
    tellings: dict[str, Statement | Event] = {}
    for analysis in analyses:
        tellings |= {statement.id: statement for statement in analysis.statements}
        tellings |= {event.id: event for event in analysis.events}
    claims = [claim for claim in links.claims if len(claim.origins) > 1]
    yield f"# {len(claims)} of {len(links.claims)} claims have two origins or more, in {len(of)} pages"
    text = {page.id: page.text for page in of}
    around = {analysis.page: analysis.sentences for analysis in analyses}
    for claim in sorted(claims, key=_drawn)[:READ]:
        left_out = {item.article for item in claim.not_counted}
        one_each: dict[str, Statement | Event] = {}
        for name in (*claim.statements, *claim.events):
            if tellings[name].article not in left_out:
                one_each.setdefault(tellings[name].article, tellings[name])
        yield f"claim: {', '.join(claim.origins)}; {claim.when.first if claim.when else 'no day'}"
        for telling in list(one_each.values())[:2]:
            span = _span(telling)
            sentences = " ".join(s.text for s in around[span.page] if s.span.overlaps(span))
            told = text[span.page][span.start : span.end]
            yield f"  {span.page}/{span.start}-{span.end} {_told(telling, links)}: {told}"
            yield f"    in: {sentences}"


def _drawn(claim: Claim) -> str:
    return hashlib.sha256(" ".join((*claim.statements, *claim.events)).encode()).hexdigest()


def _span(telling: Statement | Event) -> Span:
    return telling.span if isinstance(telling, Event) else telling.content


def _told(telling: Statement | Event, links: Links) -> str:
    if isinstance(telling, Event):
        return f"{telling.type} {telling.status} {telling.when.first if telling.when else ''}"
    chain = links.chain_of.get(telling.id)
    return f"{telling.act} " + " < ".join(hop.name or "?" for hop in (chain.hops if chain else telling.hops))


def judged() -> Iterator[str]:
    """Yield the shares of those judged right."""
    rows = [json.loads(line) for line in JUDGED.open(encoding="utf-8")] if JUDGED.exists() else []
    for sample in sorted({row["sample"] for row in rows}):
        verdicts = [row["verdict"] for row in rows if row["sample"] == sample]
        two, one = verdicts.count("two facts"), verdicts.count("one origin")
        right = intervals.share(verdicts.count("right"), len(verdicts))
        yield f"{sample}: {right} right; two facts {two}, one origin {one}"


if __name__ == "__main__":
    main()
