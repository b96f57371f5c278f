"""A case that lasts: nothing accepted is lost, nothing is done twice, and the result is that of a clean rebuild."""

import random
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from typer.testing import CliRunner

from takhrij import casework, judgements, pipeline
from takhrij.cli import app
from takhrij.errors import CaseError, InputError
from takhrij.exports import json
from takhrij.records import Failure, Judgement, Mark, Page, Span
from takhrij.store import database, pages
from takhrij.store.searching import Hit, Wanted

STORY = Path(__file__).parents[2] / "examples" / "pages"
WORLD = Path(__file__).parents[2] / "examples" / "world"
FILES = sorted(path for path in STORY.rglob("*") if path.is_file())
PAGES = 16
AT = "2026-11-22T07:00:00Z"


def _page(number: int, text: str = "") -> Page:
    source = f"{number:05}.txt"
    return Page(id=f"{number:016x}", text=text or f"صفحة {number}", sources=(source,), raw_sha256=f"{number:064x}")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.case"
    casework.new(path, [WORLD])
    return path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cases") / "bridge.case"
    casework.new(path, [WORLD])
    casework.add(path, [STORY], AT)
    casework.update(path, AT)
    return path


def test_a_case_says_byte_for_byte_what_one_run_over_the_folder_says(whole: Path) -> None:
    assert json.write(casework.read(whole)) == json.write(pipeline.build([STORY], worlds=[WORLD]))


def test_pages_that_come_one_by_one_end_in_the_same_dossier_as_a_clean_rebuild(case: Path, whole: Path) -> None:
    casework.add(case, FILES[:-2], AT)
    casework.update(case, AT)
    for path in FILES[-2:]:
        casework.add(case, [path], AT)
        casework.update(case, AT)
    grown = json.write(casework.read(case))
    found = _refs(case, "وزير")
    assert casework.update(case, AT, rebuild=True).analysed == PAGES
    assert json.write(casework.read(case)) == grown
    assert _refs(case, "وزير") == found != []


def test_the_same_bytes_are_one_page_and_nothing_is_analysed_twice(case: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin.txt"
    twin.write_bytes(FILES[0].read_bytes())
    assert casework.add(case, [FILES[0]], AT).new == 1
    assert casework.add(case, [twin], AT).again == 1
    assert casework.update(case, AT).analysed == 0
    assert casework.read(case).pages[0].sources == [FILES[0].name, twin.name]


def test_an_update_without_anything_new_does_nothing(whole: Path) -> None:
    assert casework.update(whole, AT) == casework.Updated(0, 0, 0)


def test_only_pages_that_say_something_else_are_written_anew(case: Path) -> None:
    casework.add(case, FILES[:3], AT)
    casework.update(case, AT)
    casework.add(case, [FILES[-1]], AT)
    assert casework.update(case, AT).changed < 4


def test_changes_tell_new_pages_and_claims_and_other_origins(case: Path) -> None:
    casework.add(case, FILES[:6], AT)
    first = casework.update(case, AT).run
    casework.add(case, FILES[6:], "2026-11-23T07:00:00Z")
    casework.update(case, "2026-11-23T07:00:00Z")
    late = casework.diff(case, str(first))
    assert {change.ref for change in late if change.kind == "page"} == {
        page.id for page in casework.read(case).pages
    } - {change.ref for change in casework.diff(case, "0") if change.run == first and change.kind == "page"}
    assert {"page", "claim", "origins"} <= {change.kind for change in late}
    assert casework.diff(case, "2026-11-23") == late
    assert all(change.before != change.after for change in late)


def test_what_a_desk_reads_first_comes_first_and_counts_are_words_of_english(case: Path) -> None:
    casework.add(case, FILES[:3], AT)
    casework.update(case, AT)
    casework.add(case, FILES[3:], AT)
    run = casework.update(case, AT).run
    late = casework.diff(case, str(run - 1))
    order = ["conflict", "date", "origins", "claim", "gone", "page"]
    kinds = [order.index(change.kind) for change in late]
    assert kinds == sorted(kinds)
    assert {"conflict", "origins", "claim", "page"} <= {change.kind for change in late}
    for change in late:
        assert " 1 origins" not in f" {change.after} {change.before}"
        assert " 1 sources" not in f" {change.after} {change.before}"
        assert "0 " not in change.after if change.kind in {"claim", "origins"} else True
    origins = [len(change.after.split(";")[0].split(", ")) for change in late if change.kind == "claim"]
    assert origins == sorted(origins, reverse=True)


def test_an_event_told_in_a_statement_that_is_news_itself_is_no_second_news(case: Path) -> None:
    casework.add(case, FILES, AT)
    run = casework.update(case, AT).run
    dossier = casework.read(case)
    news = {change.ref for change in casework.diff(case, str(run - 1)) if change.kind == "claim"}
    claim_of = {telling: claim.id for claim in dossier.claims for telling in (*claim.statements, *claim.events)}
    said = {event.id: event.statement for event in dossier.events}
    within = [c for c in dossier.claims if not c.statements and all(said[event] for event in c.events)]
    assert within
    assert all(claim.id not in news for claim in within)
    assert all(claim_of[statement.id] in news for statement in dossier.statements)


def test_a_conflict_is_told_with_who_says_either_side(case: Path) -> None:
    casework.add(case, FILES, AT)
    run = casework.update(case, AT).run
    clashes = [change for change in casework.diff(case, str(run - 1)) if change.kind == "conflict"]
    assert clashes
    for clash in clashes:
        left, right = clash.after.split(" ≠ ")
        assert left.endswith(")")
        assert right.endswith(")")


def test_a_failure_is_kept_until_its_source_is_read(case: Path, tmp_path: Path) -> None:
    broken = tmp_path / "page.json"
    broken.write_text("{", encoding="utf-8")
    assert casework.add(case, [broken], AT).failed == 1
    assert casework.status(case).failures == 1
    broken.write_bytes(msgspec.json.encode({"text": FILES[0].read_text(encoding="utf-8")}))
    assert casework.add(case, [broken], AT).new == 1
    assert casework.status(case).failures == 0


def test_pages_come_back_as_they_went_in(case: Path) -> None:
    page = Page(
        id="0" * 16,
        text="\ufeffنص\r\nفيه \x00 و \U0001f600",
        sources=("b", "a"),
        raw_sha256="0" * 64,
        media="text/html",
        encoding="windows-1256",
        url="https://example.org/1",
        fetched="2025-03-02",
        marks=(Mark(kind="h1", start=0, end=3), Mark(kind="site", value="سالمة")),
    )
    with database.opened(case) as opened, database.transaction(opened):
        pages.accept(opened, [page], pages.begin(opened, "add", AT))
    with database.opened(case, readonly=True) as opened:
        assert list(pages.read(opened)) == [page]


def test_a_folder_without_a_page_is_told(case: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    with pytest.raises(InputError, match="no page in"):
        casework.add(case, [empty], AT)


def test_a_case_among_its_pages_is_no_page(tmp_path: Path) -> None:
    path = tmp_path / "bridge.case"
    (tmp_path / "story.txt").write_bytes(FILES[0].read_bytes())
    casework.new(path, [WORLD])
    for _ in range(2):
        assert casework.add(path, [tmp_path], AT).failed == 0


def test_a_port_on_which_somebody_answers_is_told(case: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        told = CliRunner().invoke(app, ["serve", str(case), "--port", str(taken.getsockname()[1])])
    assert told.exit_code == 2
    assert "--port" in told.output
    assert "Open http" not in told.output


def test_a_batch_is_accepted_whole_or_not_at_all(case: Path) -> None:
    def stopped() -> Iterator[Page | Failure]:
        yield _page(1)
        raise KeyboardInterrupt

    with database.opened(case) as opened:
        with pytest.raises(KeyboardInterrupt), database.transaction(opened):
            pages.accept(opened, stopped(), pages.begin(opened, "add", AT))
        assert list(pages.read(opened)) == []


_WRITER = """
import sys
from itertools import count
from pathlib import Path
from takhrij.records import Page
from takhrij.store import database, pages
with database.opened(Path(sys.argv[1])) as case:
    (before,) = case.execute("SELECT count(*) FROM pages").fetchone()
    for batch in count(before // 20):
        with database.transaction(case):
            run = pages.begin(case, "add", "2026-11-22T07:00:00Z")
            pages.accept(case, [Page(id=f"{i:016x}", text="x" * 3000, sources=(str(i),), raw_sha256="") for i in
                                range(20 * batch, 20 * batch + 20)], run)
        print(20 * batch + 20, flush=True)
"""


def test_no_accepted_page_is_lost_when_the_program_is_killed_at_any_of_fifty_moments(case: Path) -> None:
    moments = random.Random(9)
    for _ in range(50):
        with subprocess.Popen(
            [sys.executable, "-c", _WRITER, str(case)], stdout=subprocess.PIPE, text=True
        ) as writer:
            assert writer.stdout
            told = [writer.stdout.readline()]
            time.sleep(moments.uniform(0, 0.05))
            writer.send_signal(signal.SIGKILL)
            told += writer.stdout.read().splitlines(keepends=True)
        accepted = max(int(line) for line in told if line.endswith("\n"))
        with database.opened(case) as opened:
            assert opened.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            held = opened.execute("SELECT count(*) FROM pages").fetchone()[0]
        assert held >= accepted
        assert held % 20 == 0


def test_several_read_while_one_writes(whole: Path) -> None:
    with database.opened(whole) as writing, database.transaction(writing):
        pages.accept(writing, [_page(1)], pages.begin(writing, "add", AT))
        seen: list[int] = []
        readers = [threading.Thread(target=lambda: seen.append(casework.status(whole).pages)) for _ in range(3)]
        for reader in readers:
            reader.start()
        for reader in readers:
            reader.join()
        writing.execute("DELETE FROM pages WHERE id = ?", (_page(1).id,))
    assert seen == [PAGES] * 3


def test_the_cache_is_made_anew_when_the_program_or_its_data_change(case: Path, tmp_path: Path) -> None:
    facts = tmp_path / "facts"
    facts.mkdir()
    table = facts / "people.tsv"
    table.write_text("name\tspellings\n", encoding="utf-8")
    path = tmp_path / "own.case"
    casework.new(path, [facts])
    casework.add(path, FILES[:1], AT)
    casework.update(path, AT)
    table.write_text("name\tspellings\nسامي الحلواني\tسامي حلواني\n", encoding="utf-8")
    assert casework.update(path, AT).analysed == 1


def test_a_persons_ruling_is_applied_shown_handed_on_and_never_changed(case: Path, tmp_path: Path) -> None:
    casework.add(case, FILES, AT)
    casework.update(case, AT)
    before = casework.read(case)
    first, second = [entity for entity in before.entities if entity.kind == "person"][:2]
    places = {m.entity: Span(page=m.page, start=m.start, end=m.end) for m in reversed(before.mentions)}
    ruling = Judgement(ruling="same person", left=places[first.id], right=places[second.id], by="Huda", at=AT)
    assert casework.judge(case, [ruling]) == 1
    assert casework.judge(case, [ruling]) == 0
    casework.update(case, AT)
    after = casework.read(case)
    assert [(j.ruling, j.status, j.by) for j in after.judgements] == [("same person", "applied", "Huda")]
    assert len(after.entities) == len(before.entities) - 1
    file = tmp_path / "rulings.jsonl"
    file.write_bytes(judgements.write(casework.judged(case)))
    again = pipeline.build(FILES, worlds=[WORLD], rulings=file)
    assert json.write(after) == json.write(again)
    with database.opened(case) as opened, pytest.raises(sqlite3.IntegrityError, match="taken back"):
        opened.execute("DELETE FROM judgements")


@pytest.mark.parametrize(
    ("make", "cure"),
    [
        (lambda path: path.write_text("not a case", encoding="utf-8"), "takhrij new"),
        (lambda path: sqlite3.connect(path).execute("CREATE TABLE a (b)"), "takhrij new"),
        (lambda path: None, "takhrij new"),
    ],
    ids=["a text", "another program's database", "nothing"],
)
def test_what_is_no_case_is_told_with_the_cure(make: object, cure: str, tmp_path: Path) -> None:
    path = tmp_path / "wrong.case"
    make(path)  # type: ignore[operator]
    with pytest.raises(CaseError) as told:
        casework.status(path)
    assert cure in told.value.cure


def test_a_case_is_never_overwritten(case: Path) -> None:
    with pytest.raises(CaseError, match="is there already"):
        casework.new(case)


def test_a_case_of_a_newer_program_is_left_alone(case: Path) -> None:
    with sqlite3.connect(case) as raw:
        raw.execute("PRAGMA user_version = 99")
    with pytest.raises(CaseError, match="newer"):
        casework.status(case)


def _refs(case: Path, query: str) -> list[str]:
    return [hit.ref for hit, _ in casework.search(case, Wanted(query, limit=1000)).rows]


def _lit(whole: Path, wanted: Wanted) -> list[tuple[Hit, list[str]]]:
    return [
        (hit, [page.text[mark.start : mark.end] for mark in hit.lit])
        for hit, page in casework.search(whole, wanted).rows
    ]


@pytest.mark.parametrize("written", ["الجسر", "جسر", "للجسر", "والجسر", "بالجسر", "الجِسْر"])
def test_a_word_is_found_with_any_clitic_and_lit_as_the_page_has_it(written: str, whole: Path) -> None:
    found = _lit(whole, Wanted(written, limit=1000))
    assert [hit.ref for hit, _ in found] == _refs(whole, "جسر") != []
    assert {"الجسر", "للجسر"} <= {word for _, words in found for word in words}


def test_a_phrase_is_found_only_where_it_stands_whole(whole: Path) -> None:
    found = _lit(whole, Wanted('"انهيار الجسر"', limit=1000))
    assert found
    assert all("".join(words).count("انهيار") == "".join(words).count("جسر") for _, words in found)
    assert _refs(whole, "الجسر انهيار") == _refs(whole, "انهيار AND الجسر") != []
    assert _refs(whole, '"الجسر انهيار"') == []


def test_words_can_be_joined_left_out_and_begun(whole: Path) -> None:
    both, either = set(_refs(whole, "ميناء AND جسر")), set(_refs(whole, "ميناء OR جسر"))
    without = set(_refs(whole, "ميناء -جسر"))
    assert both | without < either
    assert not both & without
    assert set(_refs(whole, "(ميناء OR جسر) NOT جسر")) == without
    assert set(_refs(whole, "مينا*")) >= set(_refs(whole, "ميناء"))


def test_a_search_is_narrowed_by_kind_speaker_outlet_and_days(whole: Path) -> None:
    said = _lit(whole, Wanted("الجسر", ("statement",), speaker="الورداني", limit=1000))
    assert said
    assert all(hit.kind == "statement" and "الورداني" in hit.speaker for hit, _ in said)
    late = _lit(whole, Wanted("الجسر", first="2024-11-01", last="2024-11-30", limit=1000))
    assert late
    assert all(hit.last and hit.first and hit.last >= "2024-11-01" and hit.first <= "2024-11-30" for hit, _ in late)
    outlet = next(hit.outlet for hit, _ in said)
    assert all(hit.outlet == outlet for hit, _ in _lit(whole, Wanted("الجسر", outlet=outlet, limit=1000)))


def test_what_speaks_of_a_word_most_is_found_first(tmp_path: Path) -> None:
    case = tmp_path / "rank.case"
    casework.new(case)
    line = "قال وزير النقل سامي الحلواني إن جسر {0} سيفتح بعد {1} أيام أمام السيارات والشاحنات القادمة من الميناء.\n"
    for name, bridges in {"aside": ["المرفأ", "السوق", "الدهناوية"], "whole": ["الدهناوية"] * 3}.items():
        page = tmp_path / f"{name}.txt"
        page.write_text("".join(line.format(b, n) for n, b in enumerate(bridges, 3)), encoding="utf-8")
        casework.add(case, [page], AT)
    found = casework.search(case, Wanted("الدهناوية", ("article",))).rows
    assert [Path(page.sources[0]).stem for _, page in found] == ["whole", "aside"]


@pytest.mark.parametrize(
    "query", ["", "   ", "-جسر", "((", '"', "AND", "جسر)", "OR جسر", "***", 'ا"ب', "x' OR 1=1 --"]
)
def test_any_query_is_answered_or_told_wrong(query: str, whole: Path) -> None:
    try:
        casework.search(whole, Wanted(query))
    except CaseError as error:
        assert error.cure


def test_a_page_that_another_process_has_yet_to_analyse_is_linked_once_it_is(case: Path) -> None:
    casework.add(case, FILES, AT)
    with database.opened(case) as writing:
        version = writing.execute("SELECT maker FROM analyses").fetchone()[0]
        page = writing.execute("SELECT page FROM analyses ORDER BY page").fetchone()[0]
        set_maker = "UPDATE analyses SET maker = ? WHERE page = ?"
        writing.execute(set_maker, ("another", page))
        with pytest.MonkeyPatch.context() as patched:  # the moment between acceptance and analysis
            patched.setattr(casework, "_analyse", lambda *_: 0)
            assert casework.update(case, AT).run
        writing.execute(set_maker, (version, page))
    assert casework.update(case, AT).run
    linked = casework.read(case)
    casework.update(case, AT, rebuild=True)
    assert casework.read(case) == linked


def test_a_rebuild_tells_no_page_and_no_claim_as_new(case: Path) -> None:
    casework.add(case, FILES, AT)
    run = casework.update(case, AT).run
    before = casework.read(case)
    assert casework.update(case, AT, rebuild=True).analysed == PAGES
    assert not casework.diff(case, str(run))
    assert casework.read(case) == before


def test_what_another_program_made_findable_is_made_so_anew(case: Path) -> None:
    casework.add(case, FILES, AT)
    casework.update(case, AT)
    found = _refs(case, "الجسر")
    with database.opened(case) as writing, database.transaction(writing):
        writing.execute("UPDATE words SET normal = 'x'")
        writing.execute("UPDATE runs SET maker = 'older'")
        writing.execute("UPDATE settled SET inputs = 'older'")
    assert not _refs(case, "الجسر")
    assert casework.update(case, AT).changed == 0
    assert _refs(case, "الجسر") == found


def test_a_failed_analysis_is_forgiven_under_every_source_of_its_page(case: Path) -> None:
    with database.opened(case) as writing, database.transaction(writing):
        run = pages.begin(writing, "add", AT)
        pages.accept(writing, [_page(5)], run)
        pages.keep_failure(writing, Failure(source="00005.txt", stage="analyse", error="slow", cure=""))
        pages.accept(writing, [msgspec.structs.replace(_page(5), sources=("00001.txt",))], run)
        pages.forgive(writing, _page(5).id, "analyse")
        assert not pages.failures(writing)


def test_no_phrase_runs_from_one_block_into_the_next(whole: Path) -> None:
    told = casework.read(whole)
    text = {page.id: page.text for page in told.pages}
    article = next(a for a in told.articles if a.title)
    title, body = (
        next(b for b in told.blocks if b.article == article.id and b.kind == kind) for kind in ("title", "body")
    )
    last = text[title.page][title.start : title.end].split()[-1]
    first = text[body.page][body.start : body.end].split()[0]
    assert article.id in _refs(whole, f"{last} {first}")
    assert article.id not in _refs(whole, f'"{last} {first}"')


def test_brackets_can_be_left_out(whole: Path) -> None:
    assert _refs(whole, "الجسر")
    assert not _refs(whole, "الجسر -(الجسر OR الوزير)")
