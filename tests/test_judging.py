"""A newsroom's judgements from the command line: one of each kind, shown in `explain`, handed on, taken back."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from takhrij import casework, pipeline
from takhrij.cli import app
from takhrij.contract import Dossier
from takhrij.errors import InputError
from takhrij.explain import explain
from takhrij.exports import json
from takhrij.records import Judgement, Span

EXAMPLES = Path(__file__).parents[1] / "examples"
AT = "2026-11-22T07:00:00Z"


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("judging") / "bridge.case"
    casework.new(path, [EXAMPLES / "world"])
    casework.add(path, [EXAMPLES / "pages"], AT)
    casework.update(path, AT)
    return path


@pytest.fixture(scope="module")
def before(case: Path) -> Dossier:
    return casework.read(case)


def _run(*arguments: object, status: int = 0) -> str:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    assert result.exit_code == status, result.output
    return result.output


def test_one_judgement_of_each_kind_holds_is_explained_handed_on_and_taken_back(
    case: Path, before: Dossier, tmp_path: Path
) -> None:
    statement = next(s for s in before.statements if s.speaker_kind == "person")
    first, second = [e for e in before.entities if e.kind == "person" and e.id != statement.entity][:2]
    at = {m.entity: f"{m.page}:{m.start}-{m.end}" for m in reversed(before.mentions)}
    two = next([a for a in before.articles if a.page == p.id] for p in before.pages if "/03" in p.source)
    copy = before.copies[0]
    passages = [f"{side.page}:{side.start}-{side.end}" for side in (copy.left, copy.right)]
    by = ("--by", "هدى", "--note", "سألنا الوزارة")
    for told in (
        ("wrong-date", statement.article, "--is", "2024-10-30"),
        ("not-said-by", statement.id, at[first.id]),
        ("not-a-copy", *passages),
        ("same-person", at[first.id], at[second.id]),
        ("wrong-split", two[0].id, two[1].id),
    ):
        assert "1 new judgement." in _run("judge", case, *told, *by)
    _run("update", case)
    after = casework.read(case)
    assert [j.status for j in after.judgements] == ["applied"] * 5
    lines = "\n".join(explain(after, statement.id))
    assert "what people ruled" in lines
    assert "wrong date: it is 2024-10-30 (applied)" in lines
    assert "a person's ruling: هدى" in lines
    whole = next(a for a in before.articles if a.id == statement.article)
    assert all(len(quote) <= whole.end - whole.start for quote in after.judgements[0].quotes)
    assert after.judgements[0].quotes == [whole.title]
    handed = tmp_path / "rulings.jsonl"
    handed.write_text(_run("judged", case), encoding="utf-8")
    build = pipeline.build([EXAMPLES / "pages"], worlds=[EXAMPLES / "world"], rulings=handed)
    assert json.write(build) == json.write(after)
    for number in range(1, 6):
        _run("judge", case, "withdrawn", number, *by)
    _run("update", case)
    back = casework.read(case)
    assert back.articles == before.articles
    assert (back.claims, back.copies, back.entities) == (before.claims, before.copies, before.entities)
    assert [j.status for j in back.judgements] == ["replaced"] * 5 + ["withdrawn"] * 5


@pytest.mark.parametrize(
    ("told", "cure"),
    [
        (("wrong-date", "nowhere"), "PAGE:START-END"),
        (("wrong-date", "none:1-2", "--is", "2024"), "no such place"),
        (("wrong-date", "{page}:1-2", "--is", "soon"), "2024-10-12"),
        (("wrong-date", "{page}:1-999999", "--is", "2024"), "no such place"),
        (("not-a-copy", "{page}:1-2"), "second place"),
        (("wrong-split",), "one place, or two"),
        (("withdrawn", "99"), "judged"),
        (("rulings-that-are-not-there.jsonl",), "correct-a-name"),
    ],
)
def test_a_judgement_that_means_nothing_is_told_with_the_cure(
    told: tuple[str, ...], cure: str, case: Path, before: Dossier
) -> None:
    said = [argument.format(page=before.pages[0].id) for argument in told]
    held = casework.judged(case)
    assert cure in " ".join(_run("judge", case, *said, status=2).split())
    assert casework.judged(case) == held


def test_a_judgement_that_a_later_one_replaced_is_not_taken_back_with_it(case: Path, before: Dossier) -> None:
    article = before.articles[0].id
    for day in ("2024-10-29", "2024-10-30"):
        _run("judge", case, "wrong-date", article, "--is", day)
    held = casework.judged(case)
    number = len(held) - 1
    assert "Take back the later one" in _run("judge", case, "withdrawn", number, status=2)
    assert casework.judged(case) == held
    _run("judge", case, "withdrawn", number + 1)


def test_bytes_that_are_no_text_are_told_with_the_cure(case: Path, before: Dossier) -> None:
    for told in (
        (before.articles[0].id, "--note", "\udcff"),
        (before.articles[0].id, "--by", "\udcff"),
        ("\udcff:0-4",),
    ):
        assert "UTF-8" in _run("judge", case, "wrong-date", *told, "--is", "2024-10-30", status=2)


def test_explain_takes_a_case_and_a_search_in_an_empty_one_says_what_to_do(case: Path, tmp_path: Path) -> None:
    statement = casework.read(case).statements[0]
    assert statement.speaker in _run("explain", statement.id, case)
    empty = tmp_path / "empty.case"
    casework.new(empty)
    assert "takhrij add" in _run("search", empty, "الجسر")


def test_a_ruling_that_was_taken_back_can_be_made_again_within_a_second(tmp_path: Path) -> None:
    case = tmp_path / "quick.case"
    casework.new(case)
    made = Judgement(ruling="wrong date", left=Span(page="0e331a4ee8ecee0d", start=0, end=10), value="2024")
    assert casework.rule(case, [made], AT) == 1
    assert casework.rule(case, [casework.taken_back(case, 1)], AT) == 1
    assert casework.rule(case, [made], AT) == 1
    assert [judgement.ruling for judgement in casework.judged(case)] == ["wrong date", "withdrawn", "wrong date"]
    with pytest.raises(InputError, match="replaced or taken back"):
        casework.taken_back(case, 1)
    assert casework.taken_back(case, 3).value == "wrong date"
    assert casework.judge(case, casework.judged(case)) == 0
