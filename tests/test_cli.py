"""What a person meets at the command line: results, messages, exit statuses, and bad input of every kind."""

import json
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from takhrij.cli import app
from takhrij.engines import __name__ as engines_name
from takhrij.plugins import modules

STORY = """جسر سالمة يفتح بعد أسبوع

المرفأ - سالمة

أعلن وزير النقل سامي الحلواني، اليوم الأحد 2 آذار 2025، أن الجسر الجديد في مدينة سالمة سيفتح بعد أسبوع.

وقال الحلواني في مؤتمر صحفي إن العمل لم يتوقف يوما واحدا على الرغم من المطر الذي أغرق الطرق في الشهر الماضي.
"""
PERSIAN = (
    "وزیر راه گفت که این پل تازه تا یک هفته دیگر باز می‌شود و کار در آن با وجود باران از روز نخست ادامه داشته است.\n"
)
KURDISH = (
    "وەزیری گواستنەوە ڕایگەیاند کە پردە نوێیەکە لە ماوەی هەفتەیەکدا دەکرێتەوە و کارەکان لەگەڵ بارانیشدا نەوەستاون.\n"
)
MENU = """الرئيسية
أخبار
سياسة
اقتصاد
رياضة
من نحن
اتصل بنا
سياسة الخصوصية
فيسبوك تويتر واتساب
جميع الحقوق محفوظة
"""


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(a) for a in arguments])


def _build(tmp_path: Path, *more: object, status: int = 0) -> dict[str, Any]:
    result = _run("build", tmp_path / "pile", "-o", tmp_path / "out", *more)
    assert result.exit_code == status, result.output
    dossier: dict[str, Any] = json.loads((tmp_path / "out" / "dossier.json").read_text(encoding="utf-8"))
    return dossier


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return folder


def test_a_pile_becomes_a_dossier_in_both_forms(pile: Path, tmp_path: Path) -> None:
    dossier = _build(tmp_path)
    assert dossier["format"] == "takhrij/1"
    assert [page["source"] for page in dossier["pages"]] == ["pile/story.txt"]
    assert (tmp_path / "out" / "dossier.html").read_bytes().lower().startswith(b"<!doctype html>")


def test_the_summary_names_what_was_found(pile: Path, tmp_path: Path) -> None:
    output = _run("build", pile, "-o", tmp_path / "out").output
    for word in (
        "pages",
        "articles",
        "dates",
        "statements",
        "chains",
        "origins",
        "conflicts",
        "failures",
        "dossier.html",
    ):
        assert word in output


def test_a_dossier_written_among_its_pages_is_no_page(pile: Path) -> None:
    for _ in range(2):
        result = _run("build", pile, "-o", pile)
        assert result.exit_code == 0, result.output


def test_every_engine_writes_the_same_bytes(pile: Path, tmp_path: Path) -> None:
    (pile / "other.txt").write_text(STORY.replace("أسبوع", "شهر"), encoding="utf-8")
    engines = modules(sys.modules[engines_name])
    for engine in engines:
        assert _run("build", pile, "-o", tmp_path / engine, "--engine", engine).exit_code == 0
    for name in ("dossier.json", "dossier.html"):
        assert len({(tmp_path / engine / name).read_bytes() for engine in engines}) == 1


def test_an_unknown_engine_is_a_usage_error_that_names_the_known(pile: Path, tmp_path: Path) -> None:
    result = _run("build", pile, "-o", tmp_path / "out", "--engine", "steam")
    assert result.exit_code == 2
    assert "serial" in result.output


def test_a_path_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    result = _run("build", tmp_path / "none", "-o", tmp_path / "out")
    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "no such file or folder" in result.output


def test_an_empty_folder_is_a_usage_error(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    result = _run("build", tmp_path / "pile", "-o", tmp_path / "out")
    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "no page in" in result.output


def test_a_pile_of_which_nothing_can_be_read_is_no_pile(tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    (tmp_path / "pile" / "a.txt").write_bytes(b"")
    result = _run("build", tmp_path / "pile", "-o", tmp_path / "out")
    assert (result.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "the file is empty" in result.output


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", b""), ("a.txt", bytes(range(256)) * 50), ("a.html", b"<script>1</script>"), ("a.jsonl", b"{broken")],
)
def test_a_bad_page_is_a_failure_and_the_others_are_read(
    pile: Path, tmp_path: Path, name: str, content: bytes
) -> None:
    (pile / name).write_bytes(content)
    dossier = _build(tmp_path, status=3)
    assert [page["source"] for page in dossier["pages"]] == ["pile/story.txt"]
    (failure,) = dossier["failures"]
    assert failure["source"].startswith(f"pile/{name}")
    assert failure["cure"]
    assert _build(tmp_path, "--allow-failures", status=0)["failures"] == [failure]


def test_a_line_of_200_megabytes_is_a_failure_and_not_a_crash(pile: Path, tmp_path: Path) -> None:
    for name in ("a.txt", "a.jsonl"):
        with (pile / name).open("wb") as file:
            for _ in range(200):
                file.write(b"\xd9\x82" * 500_000)
    dossier = _build(tmp_path, status=3)
    assert [f["source"] for f in dossier["failures"]] == ["pile/a.jsonl:1", "pile/a.txt"]


def test_windows_1256_is_read_right(pile: Path, tmp_path: Path) -> None:
    (pile / "story.txt").write_bytes(STORY.encode("windows-1256"))
    (page,) = _build(tmp_path)["pages"]
    assert page["text"] == STORY


@pytest.mark.parametrize(
    ("text", "language"),
    [(PERSIAN, "fa"), (KURDISH, "ckb"), ("A bridge was opened in the city on Sunday, the minister said.\n", None)],
)
def test_a_page_in_another_language_is_named_and_not_analysed(
    pile: Path, tmp_path: Path, text: str, language: str | None
) -> None:
    (pile / "story.txt").write_text(text * 5, encoding="utf-8")
    dossier = _build(tmp_path)
    (page,) = dossier["pages"]
    assert page["note"]
    assert language in (None, page["language"])
    assert dossier["articles"] == dossier["statements"] == dossier["events"] == []


def test_a_page_of_only_menus_holds_no_article_and_says_so(pile: Path, tmp_path: Path) -> None:
    (pile / "story.txt").write_text(MENU, encoding="utf-8")
    dossier = _build(tmp_path)
    assert dossier["articles"] == []
    assert dossier["pages"][0]["note"]


def test_the_summary_tells_why_pages_have_no_article(pile: Path, tmp_path: Path) -> None:
    (pile / "menu.txt").write_text(MENU, encoding="utf-8")
    (pile / "english.txt").write_text("The bridge fell, and the minister is gone.\n", encoding="utf-8")
    summary = _run("build", pile, "-o", tmp_path / "out").stdout
    assert "pages       3; 1 without an article: every line is furniture; 1 without an article: no Arabic" in summary


def test_bidi_controls_change_no_finding(pile: Path, tmp_path: Path) -> None:
    plain = _build(tmp_path)
    marked = STORY.replace("وزير", "\u202bوزير\u202c").replace("سامي", "\u200fسامي")
    (pile / "story.txt").write_text(marked, encoding="utf-8")
    hidden = _build(tmp_path)
    assert hidden["pages"][0]["text"] == marked
    for key in ("articles", "statements", "events", "times"):
        assert len(hidden[key]) == len(plain[key])
    assert [s["speaker"] for s in hidden["statements"]] == [s["speaker"] for s in plain["statements"]]


def test_the_same_page_twice_is_one_page_with_two_sources(pile: Path, tmp_path: Path) -> None:
    (pile / "again.txt").write_text(STORY, encoding="utf-8")
    (page,) = _build(tmp_path)["pages"]
    assert page["sources"] == ["pile/again.txt", "pile/story.txt"]


def test_one_url_captured_twice_is_never_two_origins(pile: Path, tmp_path: Path) -> None:
    (pile / "story.txt").unlink()
    lines = [
        {"url": "https://marfa.example/1", "source": "المرفأ", "text": STORY},
        {
            "url": "https://marfa.example/1",
            "source": "المرفأ",
            "text": STORY + "\nوأضاف الحلواني أن الجسر آمن تماما.\n",
        },
    ]
    (pile / "a.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
    dossier = _build(tmp_path)
    assert len(dossier["pages"]) == 2
    assert all(len(claim["origins"]) <= 1 for claim in dossier["claims"])


@pytest.mark.parametrize("place", ["story.txt", "story.txt/out"])
def test_a_place_that_cannot_be_written_is_a_usage_error(pile: Path, place: str) -> None:
    result = _run("build", pile, "-o", pile / place)
    assert result.exit_code == 2
    assert "-o" in result.output
    assert (pile / "story.txt").read_text(encoding="utf-8") == STORY


@pytest.mark.parametrize("engine", modules(sys.modules[engines_name]))
def test_an_interrupt_leaves_nothing(tmp_path: Path, engine: str) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    lines = (json.dumps({"text": f"{STORY}\nالعدد {n}"}) for n in range(20_000))
    (pile / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "takhrij", "build", str(pile), "-o", str(tmp_path / "out"), "--engine", engine]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as run:
        deadline = time.monotonic() + 30
        while not list(tmp_path.glob(".out.*")) and time.monotonic() < deadline:
            time.sleep(0.05)
        run.send_signal(signal.SIGINT)
        _, told = run.communicate(timeout=60)
    assert run.returncode == 130, told
    assert "interrupted" in told
    assert sorted(p.name for p in tmp_path.iterdir()) == ["pile"]


def test_explain_tells_the_words_the_place_the_chain_and_the_date(pile: Path, tmp_path: Path) -> None:
    dossier = _build(tmp_path)
    statement = dossier["statements"][0]
    output = _run("explain", statement["id"], tmp_path / "out" / "dossier.json").output
    text = dossier["pages"][0]["text"]
    words = text[statement["content"]["start"] : statement["content"]["end"]]
    for part in (
        words,
        "pile/story.txt, line",
        "chain, reader first",
        "published",
        "independent origin",
        statement["speaker"],
    ):
        assert part in output


@pytest.mark.parametrize(("wanted", "name"), [("none/statement/1-2", "dossier.json"), ("x", "none.json")])
def test_explain_says_what_is_wrong(pile: Path, tmp_path: Path, wanted: str, name: str) -> None:
    _build(tmp_path)
    result = _run("explain", wanted, tmp_path / "out" / name)
    assert result.exit_code == 2
    assert "takhrij: " in result.output


def test_check_finds_nothing_wrong_with_what_is_shipped() -> None:
    result = _run("check")
    assert result.exit_code == 0, result.output


def test_check_tells_every_wrong_row_with_file_and_line(tmp_path: Path) -> None:
    world = tmp_path / "mine"
    world.mkdir()
    (world / "outlets.tsv").write_text("name\tkind\nالمرفأ\tballoon\n", encoding="utf-8")
    (world / "persons.tsv").write_text("name\n", encoding="utf-8")
    (world / "people.tsv").write_bytes("name\nسامي\n".encode("windows-1256"))
    (world / "holders.tsv").write_text(
        "office\tstate\tperson\tfirst\tlast\nx\tSY\tا ب\t2020\t2019\tz\n", encoding="utf-8"
    )
    result = _run("check", "--world", world)
    assert result.exit_code == 2
    for place in ("outlets.tsv:2: ", "persons.tsv: ", "holders.tsv:2: ", "people.tsv: "):
        assert place in result.output


def test_check_notes_tenures_that_overlap_and_lets_them_be(tmp_path: Path) -> None:
    world = tmp_path / "world"
    world.mkdir()
    rows = (
        "office\tstate\tperson\tfirst\tlast",
        "health_minister\tSY\tس\t2020-01\t2021-05",
        "health_minister\tSY\tص\t2021-03\t",
    )
    (world / "holders.tsv").write_text("\n".join(rows), encoding="utf-8")
    result = _run("check", "--world", world)
    assert result.exit_code == 0
    assert "note: س (2020-01 to 2021-05) and ص (from 2021-03) overlap as health_minister of SY" in result.output


def test_check_finds_tenures_that_cannot_be(tmp_path: Path) -> None:
    world = tmp_path / "mine"
    world.mkdir()
    (world / "holders.tsv").write_text(
        "office\tstate\tperson\tfirst\tlast\nhead_of_state\tSY\tا ب\t2011\t2012\npresident\tXX\tا ب\t2020\t2019\n",
        encoding="utf-8",
    )
    result = _run("check", "--world", world)
    assert result.exit_code == 2
    assert "holders.tsv:3: " in result.output
    assert "no state XX" in result.output
    assert "ends before it begins" in result.output


def test_help_is_plain() -> None:
    assert "Exit status" in _run("build", "--help").output


def test_a_page_cannot_command_the_terminal(pile: Path, tmp_path: Path) -> None:
    (pile / "story.txt").write_text(STORY.replace("سيفتح", "سيفتح\x1b[2J"), encoding="utf-8")
    dossier = _build(tmp_path)
    output = _run("explain", dossier["statements"][0]["id"], tmp_path / "out" / "dossier.json").output
    assert "\x1b" not in output


def test_an_end_of_tenure_that_is_no_date_is_told(tmp_path: Path) -> None:
    (tmp_path / "holders.tsv").write_text(
        "office\tstate\tperson\tfirst\nhead_of_state\tSY\tا ب\tsoon\n", encoding="utf-8"
    )
    result = _run("check", "--world", tmp_path)
    assert result.exit_code == 2
    assert "holders.tsv:2: " in result.output


def _times(*arguments: object, given: bytes | None = None) -> Result:
    return CliRunner().invoke(app, ["times", *map(str, arguments)], input=given)


def test_times_of_a_page_lean_on_its_own_day_and_say_so(pile: Path) -> None:
    result = _times(pile / "story.txt")
    assert result.exit_code == 0
    assert "2025-02-01 to 2025-02-28" in result.stdout
    assert "story.txt: read on 2025-03-02, its own day." in result.stderr


def test_times_of_a_page_lean_on_the_day_that_is_given(pile: Path) -> None:
    result = _times(pile / "story.txt", "--anchor", "2024-05-01")
    assert "2024-04-01 to 2024-04-30" in result.stdout
    assert result.stderr == ""


def test_times_from_a_pipe_in_every_form() -> None:
    given = "وصل أمس".encode()
    arguments = ("-", "--anchor", "2025-02-19")
    assert "2025-02-18" in _times(*arguments, given=given).stdout
    (line,) = _times(*arguments, "--format", "jsonl", given=given).stdout.splitlines()
    told = json.loads(line)
    assert (told["source"], told["words"], told["value"]) == ("stdin", "أمس", "2025-02-18")
    document = _times(*arguments, "--format", "timeml", given=given).stdout
    assert document.startswith("<?xml")
    assert 'value="2025-02-18"' in document


def test_times_of_a_pipe_that_is_too_long_are_a_failure() -> None:
    result = _times("-", "--anchor", "2025-02-19", given=b"x" * 20_000_001)
    assert (result.exit_code, "20 MB" in result.stderr) == (2, True)


def test_times_without_any_day_say_that_they_stay_open() -> None:
    result = _times("-", given="وصل أمس".encode())
    assert (result.exit_code, "XXXX-XX-XX" in result.stdout, "stays open" in result.stderr) == (0, True, True)


def test_times_prefer_a_side() -> None:
    given = "في أغسطس".encode()
    values = {p: _times("-", "--anchor", "2025-02-19", "--prefer", p, given=given).stdout for p in ("past", "future")}
    assert ("2024-08" in values["past"], "2025-08" in values["future"]) == (True, True)


def test_times_of_several_pages_are_told_apart(pile: Path, tmp_path: Path) -> None:
    (pile / "other.txt").write_text("وصل الوفد أمس الأول ثم غادر بعد ذلك إلى المدينة في هدوء.", encoding="utf-8")
    printed = _times(pile).stdout
    assert printed.index("pile/other.txt") < printed.index("pile/story.txt")
    refused = _times(pile, "--format", "timeml")
    assert (refused.exit_code, "-o" in refused.stderr) == (2, True)
    assert _times(pile, "--format", "timeml", "-o", tmp_path / "out").exit_code == 0
    assert [p.suffix for p in (tmp_path / "out").iterdir()] == [".tml", ".tml"]
    assert _times(pile, "-o", tmp_path / "out").exit_code == 2


def test_times_of_html_and_lines_of_json(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><p>وصل أمس</p></body></html>", encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"content": "وصل غدا"}) + "\n", encoding="utf-8")
    arguments = (tmp_path / "a.html", tmp_path / "a.jsonl", "--anchor", "2025-02-19", "--fields", "text=content")
    printed = _times(*arguments).stdout
    assert ("2025-02-18" in printed, "2025-02-20" in printed) == (True, True)


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("-", "--anchor", "soon"), "2025-02-19"),
        (("-", "--anchor", "2025-02-30"), "2025-02-19"),
        (("-", "--format", "xml"), "timeml"),
        (("-", "--prefer", "soon"), "closest"),
        (("nowhere.txt",), "no such file"),
        ((), "FILE"),
    ],
)
def test_times_say_what_is_wrong_with_their_arguments(arguments: tuple[str, ...], told: str) -> None:
    result = _times(*arguments, given="أمس".encode())
    assert (result.exit_code, told in result.stderr) == (2, True)


def test_times_of_what_cannot_be_read_are_a_failure(pile: Path, tmp_path: Path) -> None:
    (pile / "a.txt").write_bytes(b"")
    result = _times(pile)
    assert (result.exit_code, "failed: pile/a.txt" in result.stderr) == (3, True)
    assert "2025-03-02" in result.stdout
    assert _times(pile / "a.txt").exit_code == 2


def test_times_tell_what_xml_cannot_hold() -> None:
    result = _times("-", "--anchor", "2025-02-19", "--format", "timeml", given="أمس\x1b[2J".encode())
    assert "1 characters that XML cannot hold" in result.stderr
    assert "\x1b" not in result.stdout


def test_times_do_not_command_the_terminal() -> None:
    result = _times("-", "--anchor", "2025-02-19", given="وصل \x1b[2Jأمس".encode())
    assert "\x1b" not in result.output


def test_the_version_is_told() -> None:
    result = _run("--version")
    assert result.exit_code == 0
    assert result.output.startswith("takhrij ")


def test_the_same_pages_make_the_same_bytes_whatever_python_hashes_to(tmp_path: Path) -> None:
    story = Path(__file__).parents[1] / "examples"
    made = []
    for seed in ("1", "3", "5"):
        command = [sys.executable, "-m", "takhrij", "build", str(story / "pages"), "--world", str(story / "world")]
        subprocess.run(
            [*command, "-o", tmp_path / seed], env={"PYTHONHASHSEED": seed}, check=True, capture_output=True
        )
        made.append((tmp_path / seed / "dossier.json").read_bytes())
    assert made[0] == made[1] == made[2]


def test_check_tells_every_wrong_cell_in_words_for_people(tmp_path: Path) -> None:
    world = tmp_path / "facts"
    world.mkdir()
    rows = ["office state person first last hue", "minister SY سامي 2025-13-01 12/5/2025 red", " SY سامي 2024  "]
    table = "\n".join(row.replace(" ", "\t") for row in rows)
    (world / "holders.tsv").write_text(table, encoding="utf-8")
    told = _run("check", "--world", world).output
    assert "first: '2025-13-01' is no day, month or year (2024-10-12, 2024-10, 2024)" in told
    assert "last: '12/5/2025' is no day" in told
    assert "no column is called hue" in told
    assert "holders.tsv:3: office is missing" in told
    assert "regex" not in told


def test_of_a_folder_without_a_page_every_file_is_told_with_its_own_cure(tmp_path: Path) -> None:
    pile, case = tmp_path / "pile", tmp_path / "story.case"
    pile.mkdir()
    (pile / "a.pdf").write_bytes(b"%PDF-1.4\n1 0 obj\n")
    (pile / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\0")
    told = _run("build", pile, "-o", tmp_path / "out").output
    assert "not text. Extract its text first: pdftotext FILE.pdf." in told
    assert "not text. Leave it out, or put its text into a .txt file." in told
    _run("new", case)
    added = _run("add", case, pile)
    assert added.exit_code == 3
    assert "a.pdf: this is a PDF, not text. Extract its text first" in added.output
    assert "b.png: this is a PNG picture, not text. Leave it out" in _run("status", case).output
