"""Pages of `../shared/corpora/syria_pages` by the site that the address tells, and the sites not to be read."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from msgspec.structs import replace

from bench import labelled
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text

JUDGED: Final = Path(__file__).parent / "judged" / "credits.jsonl"
STRUCK: Final = 4
"""The table of outlets is read in this many ways, each without the outlets of one part."""
OF_A_SITE: Final = 2
"""Most pages of one site in a draw."""


@cache
def corpus() -> tuple[dict[str, str], ...]:
    """Return `page`, `url` and `text` of each page, without those whose text begins as another's."""
    first: dict[str, dict[str, str]] = {}
    for item in _everything():
        first.setdefault(item["text"][:400], item)
    return tuple(first.values())


@cache
def _everything() -> tuple[dict[str, str], ...]:
    with gzip.open(labelled.CORPORA / "syria_pages.jsonl.gz", "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    return tuple({"page": row["page"], "url": row["url"], "text": row["text"]} for row in rows)


def site(url: str) -> str:
    """Return the host of an address without "www." and the like."""
    return re.sub(r"^(?:www|m|amp)\.", "", re.sub(r"^\w+://", "", url).split("/", 1)[0].lower())


@cache
def test_sites() -> frozenset[str]:
    """Return the sites of which a page is in a test half, by labels of blocks or of bylines."""
    rows = [json.loads(line) for path in (labelled.LABELS, JUDGED) for line in path.open(encoding="utf-8")]
    tested = {row["page"] for row in rows if row["half"] == "test"}
    return frozenset(site(item["url"]) for item in _everything() if item["page"] in tested)


def drawn() -> Iterator[dict[str, str]]:
    """Yield pages in the order of the SHA-256 of their id, few of a site, none of a test half's."""
    counted: Counter[str] = Counter()
    for item in sorted(corpus(), key=lambda item: sha256(f"agree{item['page']}".encode()).hexdigest()):
        own = site(item["url"])
        if own not in test_sites() and counted[own] < OF_A_SITE:
            counted[own] += 1
            yield item


def part(name: str, parts: int = STRUCK) -> int:
    """Return which of so many parts a name belongs to."""
    return sha256(fold_text(name).encode()).digest()[-1] % parts


def struck(knowledge: Knowledge) -> tuple[Knowledge, ...]:
    """Return what is known without the outlets of each part."""
    world = knowledge.world
    return tuple(
        Knowledge(knowledge.language, replace(world, outlets=tuple(o for o in world.outlets if part(o.name) != k)))
        for k in range(STRUCK)
    )
