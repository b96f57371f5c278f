"""The invented story of examples/: its gold is proved against the pages, then the program against the gold.

A test's name says the page, the kind and the number of the gold's line; a failure says what was read instead.
`example_gaps.txt` beside this file lists what is not held yet: such a case must fail.
"""

from __future__ import annotations

import codecs
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from example_reading import Reading, dated, same, shared, sides

from takhrij import contract, pipeline
from takhrij.explain import explain
from takhrij.readers import read_all
from takhrij.records import Page

EXAMPLES = Path(__file__).parents[1] / "examples"
GOLD: dict[str, Any] = tomllib.loads((EXAMPLES / "gold.toml").read_text(encoding="utf-8"))
PAGES: dict[str, Any] = GOLD["pages"]
GAPS = set(Path(__file__).with_name("example_gaps.txt").read_text(encoding="utf-8").splitlines())


def lines(kind: str) -> pytest.MarkDecorator:
    """Return the parameters of all the gold's lines of one kind: the page, and the line."""
    found = [(page, row, n) for page, gold in PAGES.items() for n, row in enumerate(gold.get(kind, ()), 1)]
    return pytest.mark.parametrize(
        ("page", "gold"), [pytest.param(page, row, id=f"{page}-{kind}-{n}") for page, row, n in found]
    )


def across(kind: str) -> pytest.MarkDecorator:
    """Return the parameters of one kind of line on several pages together."""
    rows = [(row, row.get("name", f"{kind}-{n}")) for n, row in enumerate(GOLD[kind], 1)]
    return pytest.mark.parametrize("gold", [pytest.param(row, id=name.replace(" ", "-")) for row, name in rows])


@pytest.fixture(scope="module")
def reading() -> Reading:
    return Reading(pipeline.build([EXAMPLES / "pages"], worlds=[EXAMPLES / "world"]))


@pytest.fixture(autouse=True)
def _known_gap(request: pytest.FixtureRequest) -> None:
    if request.node.name in GAPS:
        request.applymarker(pytest.mark.xfail(strict=True, reason="a known gap: example_gaps.txt"))


def texts() -> Iterator[tuple[str, Page]]:
    for page in read_all([EXAMPLES / "pages"]):
        assert isinstance(page, Page), page
        yield page.sources[0].removeprefix("pages/"), page


def quotes(node: Any, page: str = "") -> Iterator[tuple[str, str]]:
    """Yield every quote below a part of the gold with its page."""
    if isinstance(node, dict):
        page = node.get("page", page)
        for key, value in node.items():
            if key == "told":
                yield from ((where, quote) for where, several in value.items() for quote in several)
            elif key == "quote":
                yield page, value
            else:
                yield from quotes(value, page)
    elif isinstance(node, list):
        for item in node:
            yield from quotes(item, page)


class TestTheGoldItself:
    def test_every_page_has_its_gold_and_nothing_else_has(self) -> None:
        assert sorted(PAGES) == sorted(name for name, _ in texts())

    def test_every_quote_stands_in_its_page_exactly_once(self) -> None:
        text = {name: page.text for name, page in texts()}
        asked = [pair for name, gold in PAGES.items() for pair in quotes(gold, name)]
        asked += list(quotes({key: value for key, value in GOLD.items() if key != "pages"}))
        assert len(asked) > 280
        assert [pair for pair in asked if text[pair[0]].count(pair[1]) != 1] == []

    def test_the_words_of_a_line_stand_in_its_quote_once(self) -> None:
        rows = [row for gold in PAGES.values() for kind in ("times", "titles") for row in gold.get(kind, ())]
        assert [row for row in rows if row["quote"].count(row.get("words", row["quote"])) != 1] == []

    def test_one_page_is_in_the_old_encoding_of_windows(self) -> None:
        named = {name: codecs.lookup(gold["encoding"]).name for name, gold in PAGES.items() if "encoding" in gold}
        assert named == {
            name: codecs.lookup(page.encoding).name for name, page in texts() if page.encoding != "utf-8"
        }


@pytest.mark.parametrize("page", PAGES)
class TestAPage:
    def test_is_read_in_its_language(self, reading: Reading, page: str) -> None:
        assert reading.pages[page].language == PAGES[page]["language"]

    def test_has_so_many_articles(self, reading: Reading, page: str) -> None:
        wanted = [article["title"] for article in PAGES[page]["articles"]]
        assert [a.title for a in reading.articles(page)] == wanted
        assert bool(reading.pages[page].note) == (not wanted)

    def test_says_nothing_where_its_furniture_stands(self, reading: Reading, page: str) -> None:
        blocks = [b for b in reading.dossier.blocks if b.page == reading.pages[page].id]
        quiet = [b for b in blocks if b.kind in ("promo", "related", "chrome", "comment")]
        told = reading.told(page, "statements") + reading.told(page, "events")
        assert [t for t in told for b in quiet if min(t[1], b.end) > max(t[0], b.start)] == []


@lines("articles")
class TestAnArticle:
    def test_names_its_outlet(self, reading: Reading, page: str, gold: Any) -> None:
        assert same(reading.article(page, gold).outlet, gold["outlet"]), reading.article(page, gold).outlet

    def test_owns_to_its_credits(self, reading: Reading, page: str, gold: Any) -> None:
        names = [hop.name for hop in reading.article(page, gold).credits if not same(hop.name, gold["outlet"])]
        assert len(names) == len(gold["credits"]), names
        assert all(same(got, wanted) for got, wanted in zip(names, gold["credits"], strict=True)), names

    def test_is_dated(self, reading: Reading, page: str, gold: Any) -> None:
        published = reading.article(page, gold).published
        assert published, "no date"
        got = contract.Days(first=published[0].first, last=published[0].last, grain="day")
        assert dated(got, gold["published"][0], gold.get("slack", 0)), (got.first, got.last)


@lines("blocks")
def test_a_line_is_of_its_kind(reading: Reading, page: str, gold: Any) -> None:
    start, end = reading.at(page, gold)
    kinds = {
        b.kind for b in reading.dossier.blocks if b.page == reading.pages[page].id and b.start < end and b.end > start
    }
    assert kinds, (gold["quote"], "in no block")
    assert kinds <= set(gold["kind"].split(" | ")), (gold["quote"], kinds)


@lines("times")
def test_an_expression_of_time_has_its_value(reading: Reading, page: str, gold: Any) -> None:
    wanted = reading.at(page, gold)
    near = [t for t in reading.dossier.times if t.page == reading.pages[page].id]
    found = [t for t in near if shared((t.start, t.end), wanted) >= 0.5]
    assert found, (gold["quote"], "not found")
    assert found[0].value in gold["value"].split(" | "), (gold["quote"], found[0].value)


@lines("statements")
def test_a_statement_has_its_speaker_and_its_chain(reading: Reading, page: str, gold: Any) -> None:
    found = reading.statements(page, gold)
    assert found, (gold["quote"], "not found")
    best = max(found, key=lambda s: same(s.speaker, gold["speaker"]))
    assert same(best.speaker, gold["speaker"]), (gold["quote"], best.speaker)
    assert best.speaker_kind in gold["kind"].split(" | "), (gold["quote"], best.speaker_kind)
    assert best.act in gold["act"].split(" | "), (gold["quote"], best.act)
    assert best.quoted or not gold.get("quoted"), (gold["quote"], "not in quotation marks")
    chain = [hop.name for hop in best.chain]
    assert len(chain) == len(gold["chain"]), (gold["quote"], chain)
    assert all(same(got, wanted) for got, wanted in zip(chain, gold["chain"], strict=True)), (gold["quote"], chain)


@lines("events")
def test_an_event_has_its_sides_and_its_day(reading: Reading, page: str, gold: Any) -> None:
    found = reading.events(page, gold)
    assert found, (gold["quote"], f"no {gold['type']}")
    best = max(found, key=lambda e: (e.status in gold["status"].split(" | "), len(sides(e, gold))))
    assert best.status in gold["status"].split(" | "), (gold["quote"], best.status)
    missing = [name for side in ("actors", "targets") for name in gold.get(side, ()) if name not in sides(best, gold)]
    assert missing == [], (gold["quote"], best.actors, best.targets)
    if "date" in gold:
        slack = PAGES[page]["articles"][gold.get("article", 1) - 1].get("slack", 0)
        assert dated(best.when, gold["date"], slack), (gold["quote"], best.when)
    counts = [[c.value, c.of] for event in found for c in event.counts]
    assert [c for c in gold.get("counts", ()) if c not in counts] == [], (gold["quote"], counts)


@pytest.mark.parametrize(("kind", "most"), [("statements", 2), ("events", 3)])
def test_little_is_told_beyond_the_gold(reading: Reading, kind: str, most: int) -> None:
    """Careful readers differ on a few; what nobody would tell shows here."""
    told = {
        page: [reading.at(page, row) for side in ("statements", "events") for row in gold.get(side, ())]
        for page, gold in PAGES.items()
    }
    beyond = []
    for page, source in ((p, reading.pages[p]) for p in PAGES):
        for start, end in reading.told(page, kind):
            if all(min(end, e) <= max(start, s) for s, e in told[page]):
                beyond.append((page, source.text[start:end]))
    assert len(beyond) <= most, beyond


@lines("people")
def test_a_person_has_all_spellings_and_roles(reading: Reading, page: str, gold: Any) -> None:
    people = [e for e in reading.dossier.entities if e.kind == "person"]
    found = [e for e in people if any(same(name, gold["name"]) for name in (e.name, *e.names))]
    assert len(found) == 1, [e.names for e in found] or f"{gold['name']} not found"
    lacking = [n for n in gold.get("written", ()) if n not in found[0].names]
    lacking += [r for r in gold["roles"] if not any(same(given, r) for given in found[0].roles)]
    assert lacking == [], (found[0].names, found[0].roles)


@lines("titles")
def test_a_title_alone_means_whoever_held_the_office_that_day(reading: Reading, page: str, gold: Any) -> None:
    names = reading.entities(page, *reading.at(page, gold))
    assert any(same(name, gold["holder"]) for name in names), (gold["quote"], names)


@across("claims")
def test_a_claim_is_told_by_its_pages_and_counts_its_origins(reading: Reading, gold: Any) -> None:
    told = [set[str]().union(*(reading.tellings(page, q) for q in several)) for page, several in gold["told"].items()]
    assert all(told), dict(zip(gold["told"], told, strict=True))
    claims = [c for c in reading.claims(told[0]) if all(ids & {*c.statements, *c.events} for ids in told)]
    assert claims, "no one claim holds all of them"
    for kind, names in (("origins", claims[0].origins), ("sources", claims[0].sources)):
        wanted = gold.get(kind, names)
        assert len(names) == len(wanted) or gold.get("open"), (kind, names)
        assert all(any(same(n, w) for n in names) for w in wanted), (kind, names)
    if "when" in gold:
        assert dated(claims[0].when, gold["when"], 1), claims[0].when
    others = [g["name"] for g in GOLD["claims"] if g is not gold and claims[0] in claims_of(reading, g)]
    assert others == [], "one claim that mixes two facts"


def claims_of(reading: Reading, gold: Any) -> list[contract.ClaimItem]:
    return reading.claims(
        {i for page, several in gold["told"].items() for q in several for i in reading.tellings(page, q)}
    )


@across("copies")
def test_a_reprint_without_credit_is_seen(reading: Reading, gold: Any) -> None:
    by_id = {page.id: name for name, page in reading.pages.items()}
    found = []
    for copy in reading.dossier.copies:
        spans = {by_id[side.page]: (side.start, side.end) for side in (copy.left, copy.right)}
        wanted = {row["page"]: reading.at(row["page"], row) for row in gold["sides"]}
        if set(spans) == set(wanted):
            found += [copy] if all(spans[p][0] <= w[0] and w[1] <= spans[p][1] for p, w in wanted.items()) else []
    assert found, len(reading.dossier.copies)
    assert found[0].earlier, "which came first is open"
    assert by_id[found[0].earlier] == gold["earlier"]


def test_no_other_pages_are_taken_for_copies(reading: Reading) -> None:
    by_id = {page.id: name for name, page in reading.pages.items()}
    pairs = {tuple(sorted((by_id[c.left.page], by_id[c.right.page]))) for c in reading.dossier.copies}
    assert {p for p in pairs if p[0] != p[1]} <= {
        tuple(sorted(row["page"] for row in gold["sides"])) for gold in GOLD["copies"]
    }


def between(reading: Reading, gold: Any) -> list[contract.ConflictItem]:
    """Return the conflicts between the claims of a line's two quotes."""
    sets = [
        {c.id for c in reading.claims(reading.tellings(gold[s]["page"], gold[s]["quote"]))} for s in ("left", "right")
    ]
    assert all(sets), (
        f"no claim of: {[gold[s]['quote'] for s, found in zip(('left', 'right'), sets, strict=True) if not found]}"
    )
    return [
        c
        for c in reading.dossier.conflicts
        if (c.left in sets[0] and c.right in sets[1]) or (c.left in sets[1] and c.right in sets[0])
    ]


@across("conflicts")
def test_a_conflict_is_told_with_its_kind(reading: Reading, gold: Any) -> None:
    assert [c.about for c in between(reading, gold) if c.about in gold["about"].split(" | ")]


def test_no_other_conflict_is_told(reading: Reading) -> None:
    expected = {(c.left, c.right) for gold in GOLD["conflicts"] for c in between(reading, gold)}
    others = [c for c in reading.dossier.conflicts if (c.left, c.right) not in expected]
    text = {page.id: page.text for page in reading.dossier.pages}
    assert [[text[s.page][s.start : s.end] for s in c.spans] for c in others] == []


@across("positions")
def test_a_matter_in_dispute_has_its_positions_in_order(reading: Reading, gold: Any) -> None:
    matters: dict[str, list[contract.PositionItem]] = {}
    for position in reading.dossier.positions:
        matters.setdefault(position.matter, []).append(position)
    found = [lines for matter, lines in matters.items() if gold["matter"] in matter]
    assert len(found) == 1, list(matters)
    told = [(p.holder, p.act) for p in found[0]]
    assert told == [(line["holder"], line["act"]) for line in gold["lines"]]
    for position, line in zip(found[0], gold["lines"], strict=True):
        start, end = reading.at(line["page"], line)
        spans = [(s.start, s.end) for why in position.why for s in why.rests_on]
        assert any(s <= start and end <= e for s, e in spans), (line["quote"], spans)


@across("agreements")
def test_two_figures_of_two_days_are_no_conflict(reading: Reading, gold: Any) -> None:
    assert between(reading, gold) == []


@across("plans")
def test_a_plan_and_what_came_of_it_are_told_apart(reading: Reading, gold: Any) -> None:
    found = {key: reading.events(gold[key]["page"], gold[key]) for key in ("planned", "occurred")}
    for status, events in found.items():
        assert any(e.status == status and dated(e.when, gold["when"]) for e in events), (status, events)


@across("tenures")
def test_an_office_has_its_holder_on_a_day(reading: Reading, gold: Any) -> None:
    holders = {
        t.holder
        for t in reading.dossier.tenures
        if same(t.office, gold["office"]) and (t.first or "0") <= gold["at"] <= (t.last or "9")
    }
    assert len(holders) == 1, holders
    assert all(same(name, gold["holder"]) for name in holders), holders


@across("apart")
def test_namesakes_stay_apart(reading: Reading, gold: Any) -> None:
    forms = [{e.name, *e.names} for e in reading.dossier.entities if e.kind == "person"]
    found = [[f for f in forms if any(same(n, name) for n in f)] for name in gold["names"]]
    assert [len(f) for f in found] == [1] * len(found), found
    assert found[0] != found[1]


def test_the_tutorial_explains_a_chain_of_four_hops(reading: Reading) -> None:
    page = (EXAMPLES.parent / "docs" / "tutorial.md").read_text(encoding="utf-8")
    wanted = re.search(r"takhrij explain (\S+) ", page)
    assert wanted
    told = [s for s in reading.dossier.statements if s.id == wanted[1]]
    assert told, f"no statement {wanted[1]}: the page or its reading has changed"
    assert len(told[0].chain) == 4
    assert told[0].chain[-1].kind == "unnamed"
    shown = re.search(r"```text\n(.*?)```", page, re.DOTALL)
    assert shown
    assert [line for line in shown[1].splitlines() if line not in explain(reading.dossier, wanted[1])] == []
