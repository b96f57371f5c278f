"""The time line of the five real pages: the facts that several of them tell stand in it, once, on their day."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest
import yaml

from takhrij import pipeline

SHARED = Path(__file__).parents[2] / "shared"


def _score() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _told(fact: dict[str, Any], made: dict[str, Any], score: ModuleType) -> dict[str, set[str]]:
    """Return for every page of a fact the ids of what tells it there."""
    texts = {Path(page["source"]).stem: (page["id"], page["text"]) for page in made["pages"]}
    found = {}
    for name, quotes in fact["told"].items():
        page, text = texts[name[:3]]
        spans = [score.find(text, quote) for quote in quotes]
        statements = [(s["id"], score.span(s["content"])) for s in made["statements"] if s["page"] == page]
        events = [(e["id"], score.span(e)) for e in made["events"] if e["page"] == page]
        found[name] = {i for i, at in statements if any(score.says(at, span) for span in spans)}
        found[name] |= {i for i, at in events if any(score.iou(at, span) >= 0.4 for span in spans)}
    return found


@pytest.mark.skipif(not SHARED.is_dir(), reason="../shared is missing: the five pages are not read")
def test_at_least_four_facts_stand_once_in_the_time_line_on_their_day() -> None:
    score = _score()
    gold = yaml.safe_load((SHARED / "gold" / "seeds.yaml").read_text(encoding="utf-8"))
    made = msgspec.to_builtins(pipeline.build([SHARED / "pages"]))
    members = {claim["id"]: {*claim["statements"], *claim["events"]} for claim in made["claims"]}
    right = []
    for fact in gold["across"]["facts"]:
        told = _told(fact, made, score)
        claims = {c for c, ids in members.items() if sum(bool(ids & of_page) for of_page in told.values()) > 1}
        entries = [entry for entry in made["timeline"] if claims & {*entry["claims"]}]
        assert len(entries) <= 1, fact["name"]
        if "date" in fact and entries:
            first, last = score.edtf(fact["date"])
            when = score.days(entries[0]["when"])
            assert when[0] <= first, fact["name"]
            assert when[1] >= last, fact["name"]
            right.append(fact["name"])
    assert len(right) >= 4
