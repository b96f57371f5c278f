"""Evidence is total: every span of a dossier slices to the characters that it claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from takhrij import contract, dossier, pipeline
from takhrij.analyse import analyse
from takhrij.link import link
from takhrij.records import Page

ROOT = Path(__file__).parents[1]
STORY = ROOT / "examples" / "pages"
WORLD = ROOT / "examples" / "world"
SHARED = ROOT.parent / "shared" / "pages"
KNOWLEDGE = pipeline.knowledge_of((WORLD,))
TEXTS = sorted(path.read_text(encoding="utf-8", errors="replace") for path in STORY.glob("*.txt"))


def _spans(item: Any, page: str = "") -> Iterator[tuple[str, int, int]]:
    """Yield every span anywhere in `item`; one without a page is of the page of what holds it."""
    if isinstance(item, dict):
        page = item.get("page", page)
        if isinstance(item.get("start"), int):
            yield page, item["start"], item["end"]
        for value in item.values():
            yield from _spans(value, page)
    elif isinstance(item, list):
        for value in item:
            yield from _spans(value, page)


def _words(text: str) -> str:
    return " ".join(text.split())


def prove(made: contract.Dossier) -> None:
    """Fail unless every span of `made` lies in its page, is not empty, and says what is claimed of it."""
    plain = msgspec.to_builtins(made)
    texts = {page.id: page.text for page in made.pages}
    for page, start, end in _spans(plain):
        assert 0 <= start < end <= len(texts[page])
    articles = {article.id: article for article in made.articles}
    for article in made.articles:
        assert article.title in _words(texts[article.page])
    for page, name in [(s.page, s.article) for s in made.statements] + [(e.page, e.article) for e in made.events]:
        assert articles[name].page == page
    for statement in made.statements:
        assert statement.chain
        assert statement.chain[-1].name == statement.speaker
        assert texts[statement.page][statement.content.start : statement.content.end].strip()
    for entry in made.timeline:
        place = entry.place
        assert entry.label == _words(texts[place.page][place.start : place.end])
    assert {mention.entity for mention in made.mentions} <= {*(entity.id for entity in made.entities), ""}
    told_ids = {s.id for s in made.statements} | {e.id for e in made.events}
    assert {i for claim in made.claims for i in (*claim.statements, *claim.events)} == told_ids


@pytest.mark.parametrize("folder", [STORY, SHARED], ids=["invented", "real"])
def test_every_span_of_a_dossier_slices_to_what_it_claims(folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip(f"{folder} is not there")
    prove(pipeline.build([folder], worlds=[WORLD]))


NOISE = st.sampled_from(
    ["\u200f", "\u202b", "ـ", "ً", "🙂", "\ufeff", "\u00a0", "\r\n", "“", '"', "»", ".", "، ،", "\n\n"]
)


@given(st.sampled_from(TEXTS), st.lists(st.tuples(st.floats(0, 1), NOISE), max_size=30), st.floats(0.2, 1))
@settings(max_examples=25, deadline=None)
def test_evidence_holds_on_pages_with_any_noise_in_them(
    text: str, noise: list[tuple[float, str]], keep: float
) -> None:
    for place, piece in noise:
        at = int(place * len(text))
        text = text[:at] + piece + text[at:]
    text = text[: int(keep * len(text))]
    page = Page(id="0" * 16, text=text, sources=("noisy.txt",), raw_sha256="")
    analyses, links = link([analyse(page, KNOWLEDGE)], KNOWLEDGE)
    prove(dossier.make([page], analyses, links, []))


@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_a_page_may_begin_and_end_anywhere(text: str) -> None:
    words = text.split(" ")
    for i in range(0, len(words), max(len(words) // 30, 1)):
        for piece in (words[:i], words[i:]):
            page = Page(id="p", text=" ".join(piece), sources=("test",), raw_sha256="")
            prove(dossier.make([page], *link([analyse(page, KNOWLEDGE)], KNOWLEDGE), []))
