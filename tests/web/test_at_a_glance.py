"""What a researcher has to see at once: who told it first, who copied whom, what is disputed, what is new."""

import json
import re
import sqlite3
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from msgspec.structs import replace

from takhrij import casework
from takhrij.contract import ArticleItem, Dossier, FailureItem, PublishedItem
from takhrij.store import views
from takhrij.store.database import opened
from takhrij.store.searching import Wanted
from takhrij.web import application
from takhrij.web.claims import _earliest
from takhrij.web.templates import by_cause, some, words

EXAMPLES = Path(__file__).parents[2] / "examples"
SOURCE = Path(__file__).parents[2] / "src" / "takhrij"
AT = "2026-11-22T07:00:00Z"
HOST = "testserver.local"
BRIDGE = "الجسر"


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("glance") / "bridge.case"
    casework.new(path, [EXAMPLES / "world"])
    casework.add(path, [EXAMPLES / "pages"], AT)
    casework.update(path, AT)
    return path


@pytest.fixture(scope="module")
def dossier(bridge: Path) -> Dossier:
    return casework.read(bridge)


@pytest.fixture
def client(bridge: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(application(bridge, hosts=[HOST])) as made:
        made.get("/language/en")
        yield made


def test_the_time_line_stands_under_its_days_and_names_who_told_it(
    client: TestClient[Litestar], dossier: Dossier
) -> None:
    shown = client.get("/").text
    claims = {claim.id: claim for claim in dossier.claims}
    days = re.findall(r"<h2><time>([^<]+)</time></h2>", shown)
    assert len(days) == len(set(days)) < len(dossier.timeline)
    for entry in dossier.timeline[:50]:
        told = claims[entry.claims[0]]
        assert all(name in shown for name in (*told.origins[:3], *told.sources[:3]))
    disputed = {c for clash in dossier.conflicts for c in (clash.left, clash.right)}
    marked = {entry.claims[0] for entry in dossier.timeline} & disputed
    assert marked
    assert set(re.findall(r'href="/claims/([^"]+)#conflicts"', shown)) == marked


def test_of_many_names_some_are_told_and_how_many_more() -> None:
    assert some(["ا", "ب"]) == "(\u2068ا\u2069, \u2068ب\u2069)"
    assert some(["1", "2", "3", "4", "5"]).endswith("\u20683\u2069 + 2)")


def test_years_lead_to_their_entries(client: TestClient[Litestar], dossier: Dossier) -> None:
    years = re.findall(r'<a href="(/\?since=\d{4}[^"]+)">(\d{4})</a> <small>\((\d+)\)', client.get("/").text)
    assert sum(int(number) for _, _, number in years) == len(dossier.timeline)
    link, year, _ = years[0]
    assert re.findall(r"<h2><time>(\d{4})", client.get(link.replace("&amp;", "&")).text)[0] == year


def test_the_earliest_by_date_are_all_that_may_be_the_first(dossier: Dossier) -> None:
    def article(name: str, first: str, last: str) -> ArticleItem:
        days = [PublishedItem(first=first, last=last, grain="day", why=[])] if first else []
        return replace(dossier.articles[0], id=name, published=days)

    known = [article("late", "2024-10-14", "2024-10-14"), article("a", "2024-10-12", "2024-10-13")]
    overlapping = [*known, article("b", "2024-10-13", "2024-10-20"), article("never", "", "")]
    assert [a.id for a in _earliest(known)] == ["a"]
    assert [a.id for a in _earliest(overlapping)] == ["a", "b"]
    assert _earliest([article("never", "", "")]) == []


def test_a_claim_tells_its_articles_by_date_and_leads_to_the_copy(
    client: TestClient[Litestar], dossier: Dossier
) -> None:
    copied = next(c for c in dossier.claims for n in c.not_counted if any(w.rule == "origins/copy" for w in n.why))
    shown = client.get(f"/claims/{copied.id}").text
    assert 'id="earliest"' in shown
    assert re.search(r'href="/copies/\d+"', shown)
    assert words("en")["not_counted.tag"] in shown
    several = max(dossier.claims, key=lambda claim: len(claim.statements) + len(claim.events))
    told = client.get(f"/claims/{several.id}").text.split('<section id="conflicts">')[0]
    days = re.findall(r"<p class=\"about\">\s*<bdi>[^<]*</bdi> · <time>(\d{4}[\d-]*)", told)
    assert len(days) > 1
    assert days == sorted(days)


def test_a_conflict_names_who_says_either_side(client: TestClient[Litestar], dossier: Dossier) -> None:
    shown = client.get("/conflicts").text
    claims = {claim.id: claim for claim in dossier.claims}
    for clash in dossier.conflicts:
        assert all(name in shown for side in (clash.left, clash.right) for name in claims[side].sources)


def test_a_search_tells_how_many_it_found_and_leads_to_all(client: TestClient[Litestar], bridge: Path) -> None:
    total = casework.search(bridge, Wanted(BRIDGE)).total
    shown = client.get("/search", params={"query": BRIDGE}).text
    assert f"Found: <b>{total}</b>" in shown
    assert total > 50
    assert f'name="query" type="search" dir="auto" placeholder="Search the case" value="{BRIDGE}"' in shown
    assert "Search: " in shown[shown.index("<title>") : shown.index("</title>")]
    refs = re.compile(r'class="show-lit"><a href="([^"]+)"')
    rest = client.get("/search", params={"query": BRIDGE, "first": 50}).text
    assert len({*refs.findall(shown), *refs.findall(rest)}) == total


def test_a_search_is_ordered_by_time_and_what_has_none_comes_last(bridge: Path) -> None:
    oldest = [hit.first or "9" for hit, _ in casework.search(bridge, Wanted(BRIDGE, limit=99, order="oldest")).rows]
    newest = [hit.last or "" for hit, _ in casework.search(bridge, Wanted(BRIDGE, limit=99, order="newest")).rows]
    assert oldest == sorted(oldest)
    assert newest == sorted(newest, reverse=True)


def test_a_statement_is_found_within_its_sentence(bridge: Path, client: TestClient[Litestar]) -> None:
    hits = casework.search(bridge, Wanted(BRIDGE, ("statement",), limit=99)).rows
    wider = [(hit, page) for hit, page in hits if hit.around.end - hit.around.start > hit.end - hit.start]
    assert wider
    for hit, page in wider:
        assert page.text[hit.start : hit.end] in page.text[hit.around.start : hit.around.end]
    assert 'class="own"' in client.get("/search", params={"query": BRIDGE, "kind": "statement"}).text


def test_what_is_new_is_told_by_run_and_kind(client: TestClient[Litestar], bridge: Path) -> None:
    changes = casework.diff(bridge, "0")
    shown = client.get("/changes").text
    assert f"Run {changes[-1].run} · <time>2026-11-22 07:00</time>" in shown
    assert f"new claim ({sum(change.kind == 'claim' for change in changes)})" in shown
    conflicts = client.get("/changes?kind=conflict").text
    assert "new claim</span>" not in conflicts
    assert conflicts.count("new conflict</span>") == sum(change.kind == "conflict" for change in changes)


def test_a_conflict_of_numbers_says_what_is_counted(bridge: Path, dossier: Dossier) -> None:
    numbers = [c for c in casework.diff(bridge, "0") if c.kind == "conflict" and c.label == "number"]
    assert numbers
    assert all(re.match(r"[^:(≠]{5,}: \S+ \(", change.after) for change in numbers)


def test_another_spelling_of_a_name_is_no_news_and_another_name_is(
    bridge: Path, dossier: Dossier, tmp_path: Path
) -> None:
    case = tmp_path / "bridge.case"
    case.write_bytes(bridge.read_bytes())
    bearers = [name for entity in dossier.entities for name in {entity.name, *entity.names}]
    known = {
        entity.name: next(n for n in entity.names if n != entity.name and bearers.count(n) == 1)
        for entity in dossier.entities
        if any(n != entity.name and bearers.count(n) == 1 for n in entity.names)
    }
    spelt = next(c for c in dossier.claims if len(c.sources) == 1 and c.sources[0] in known)
    other = next(c for c in dossier.claims if c.id != spelt.id and len(c.sources) == 1)
    _say(case, spelt.id, known[spelt.sources[0]])
    _say(case, other.id, "رجل آخر")
    run = casework.update(case, AT).run
    news = [change.ref for change in casework.diff(case, str(run - 1)) if change.kind == "origins"]
    assert news == [other.id]


def _say(case: Path, claim: str, source: str) -> None:
    """Let a case say that it told a claim of another source before."""
    with sqlite3.connect(case) as database:
        database.execute("UPDATE claims SET item = json_set(item, '$.sources[0]', ?) WHERE id = ?", (source, claim))
        database.execute("UPDATE settled SET inputs = ''")
    database.close()


def test_two_pages_that_share_several_passages_stand_on_one_row(
    client: TestClient[Litestar], dossier: Dossier
) -> None:
    pairs = {(copy.left.page, copy.right.page) for copy in dossier.copies}
    assert client.get("/copies").text.count("<tr><td>") == len(pairs)


def test_people_are_found_in_any_spelling(client: TestClient[Litestar]) -> None:
    assert "سليم الورداني" in client.get("/entities", params={"named": "سليم الوردانى"}).text


def test_what_somebody_says_stands_under_its_days(client: TestClient[Litestar], dossier: Dossier) -> None:
    said = [s.entity for s in dossier.statements if s.entity]
    entity = max(set(said), key=said.count)
    shown = client.get(f"/entities/{entity}").text
    days = re.findall(r"<h3><time>([^<]+)</time></h3>", shown)
    assert 1 < len(days) == len(set(days))


def test_pages_are_listed_by_title_and_in_order_of_their_dates(client: TestClient[Litestar], bridge: Path) -> None:
    with opened(bridge, readonly=True) as database:
        newest, oldest = (views.listed(database, order=order).rows for order in ("newest", "oldest"))
    last = [max((a.published[0].last for a in page.articles if a.published), default="") for page in newest]
    first = [min((a.published[0].first for a in page.articles if a.published), default="9") for page in oldest]
    assert last == sorted(last, reverse=True)
    assert first == sorted(first)
    shown = client.get("/pages?order=newest").text
    titled = next(a for page in newest for a in page.articles if a.title)
    assert f">{titled.title}</a>" in shown


def test_a_cause_that_many_pages_share_is_told_once() -> None:
    failed = [FailureItem(source=f"{n}.json", stage="read", error="cut", cure="Send it whole") for n in range(3)]
    failed.append(FailureItem(source="x", stage="read", error="empty", cure="Fill it"))
    assert [(cause, len(several)) for cause, several in by_cause(failed)] == [
        (("cut", "Send it whole"), 3),
        (("empty", "Fill it"), 1),
    ]


def test_pages_that_failed_are_told_on_the_time_line(tmp_path: Path) -> None:
    case = tmp_path / "a.case"
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    casework.new(case)
    casework.add(case, [tmp_path / "broken.json"], AT)
    with TestClient(application(case, hosts=[HOST])) as client:
        assert words("ar")["failures.some"] in client.get("/").text


def test_every_place_where_somebody_is_named_can_be_reached(client: TestClient[Litestar], dossier: Dossier) -> None:
    named = [mention.entity for mention in dossier.mentions if mention.entity]
    entity = max(set(named), key=named.count)
    rest = client.get(f"/entities/{entity}?places=5").text.split('<section id="named">')[1]
    assert len(set(re.findall(r'href="(/pages/[^"]+)#lit"', rest))) == named.count(entity) - 5
    assert 'rel="prev" href="' in rest
    assert "?places=0" in rest


def test_what_is_not_there_has_a_title_of_its_own(client: TestClient[Litestar]) -> None:
    assert "<title>Not there · takhrij</title>" in client.get("/nothing").text


def test_every_mode_of_an_event_and_every_rule_has_words() -> None:
    rules = tomllib.loads(files("takhrij.lang.ar").joinpath("events.toml").read_text(encoding="utf-8"))
    modes = set(re.findall(r"'mode': '([^']+)'", str(rules)))
    assert modes
    assert {f"mode.{mode}" for mode in modes} <= words("en").keys()
    table = json.loads((SOURCE / "web" / "templates" / "reasons.json").read_text(encoding="utf-8"))
    used = {
        name
        for module in (SOURCE / "link").rglob("*.py")
        for name in re.findall(r'rule="([a-z]+/[a-z/-]+)"', module.read_text(encoding="utf-8"))
    }
    assert used - table["rules"].keys() == set()


def test_an_upload_of_nothing_is_told(client: TestClient[Litestar]) -> None:
    assert client.post("/upload/files").status_code == 400
    assert client.post("/upload/files", json={}).status_code == 400


def test_a_defect_is_told_and_its_cause_is_seen_by_who_serves_alone(
    bridge: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = tmp_path / "a.case"
    case.write_bytes(bridge.read_bytes())
    with sqlite3.connect(case) as database:
        database.execute("UPDATE stories SET item = '{'")
    database.close()
    with TestClient(application(case, hosts=[HOST])) as client:
        answer = client.get("/")
    assert answer.status_code == 500
    assert "عيب في البرنامج" in answer.text
    assert "DecodeError" not in answer.text
    assert "DecodeError" in capsys.readouterr().err
