"""Events as PLOVER records and as GDELT's table: fields by their names, dates no finer than told, spans that hold."""

from __future__ import annotations

import csv
import io
import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from takhrij import exports, pipeline
from takhrij.cli import app
from takhrij.contract import Dossier
from takhrij.exports import gdelt, plover
from takhrij.plugins import modules

STORY = """غارة على الميناء

المرفأ - طرابلس

قصفت القوات التركية مدينة عفرين يوم 2 آذار 2025، ما أدى إلى مقتل خمسة مدنيين وإصابة سبعة آخرين بجروح.

ولم تقصف القوات العراقية مدينة الموصل يوم الأحد، ولم يصدر عنها شيء حتى الآن على الرغم من كل ما قيل في المدينة.

وقال وزير الخارجية الأردني أيمن الصفدي إن وفدا من بلاده سيزور بغداد في أيار 2025 للقاء المسؤولين العراقيين هناك.
"""


@pytest.fixture(scope="module")
def dossier(tmp_path_factory: pytest.TempPathFactory) -> Dossier:
    folder = tmp_path_factory.mktemp("pile")
    (folder / "story.txt").write_text(STORY, encoding="utf-8")
    return pipeline.build([folder])


def _records(dossier: Dossier) -> list[dict[str, Any]]:
    return [json.loads(line) for line in plover.write(dossier).decode().splitlines()]


def _rows(dossier: Dossier) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(gdelt.write(dossier).decode()), delimiter="\t", quoting=csv.QUOTE_NONE))


def test_every_event_of_plovers_classes_is_a_record(dossier: Dossier) -> None:
    assert [r["id"] for r in _records(dossier)] == [e.id for e in dossier.events if e.type != "OTHER"]
    assert {"ASSAULT", "AGREE"} <= {r["event"][0] for r in _records(dossier)}


def test_a_record_names_its_sides_with_country_and_sector(dossier: Dossier) -> None:
    blow = next(r for r in _records(dossier) if r["event"] == ["ASSAULT"] and not r["context"])
    assert [(a["entity_text"], a["code"], a["sector"]) for a in blow["actor"]] == [("القوات التركية", "TUR", "MIL")]
    assert (blow["date"], blow["quad_code"]) == ("2025-03-02", 4)
    assert blow["size"] == {"dead": 5, "injured": 7}


def test_what_is_denied_says_so_in_plovers_word(dossier: Dossier) -> None:
    denied = [r for r in _records(dossier) if r["takhrij"]["status"] == "denied"]
    assert [r["context"] for r in denied] == [["negation"]]
    assert denied[0]["event_text"][0].startswith("ولم تقصف")


def test_every_span_of_a_record_is_words_of_its_page(dossier: Dossier) -> None:
    pages = {page.id: page.text for page in dossier.pages}
    for record in _records(dossier):
        text = pages[record["takhrij"]["page"]]
        own = record["text_info"]
        assert text[own["start"] : own["end"]] == record["event_text"][0]
        trigger = record["takhrij"]["trigger"]
        assert own["start"] <= trigger["start"] < trigger["end"] <= own["end"]
        for party in (*record["actor"], *record["recipient"]):
            if party["start"] is not None:
                assert text[party["start"] : party["end"]].strip()
        for count in record["takhrij"]["counts"]:
            assert text[count["start"] : count["end"]].strip()


def test_the_table_has_gdelts_columns_in_order_and_ours_behind_them(dossier: Dossier) -> None:
    names = gdelt.write(dossier).decode().splitlines()[0].split("\t")
    assert len(gdelt.COLUMNS) == 58
    assert names == [*gdelt.COLUMNS, *gdelt.MORE]
    assert (names[0], names[57]) == ("GLOBALEVENTID", "SOURCEURL")


def test_a_row_tells_codes_day_and_words(dossier: Dossier) -> None:
    pages = {page.id: page.text for page in dossier.pages}
    rows = _rows(dossier)
    assert len({row["GLOBALEVENTID"] for row in rows}) == len(rows)
    blow = next(r for r in rows if r["PloverClass"] == "ASSAULT" and r["Status"] == "occurred")
    assert (blow["SQLDATE"], blow["MonthYear"], blow["Year"]) == ("20250302", "202503", "2025")
    assert (blow["Actor1Code"], blow["Actor1Name"]) == ("TURMIL", "القوات التركية")
    assert (blow["EventRootCode"], blow["QuadClass"], blow["IsRootEvent"]) == ("19", "4", "1")
    for row in rows:
        words = pages[row["PageId"]][int(row["EventStart"]) : int(row["EventEnd"])]
        assert " ".join(words.split()) == row["EventText"]
        for start, end in pairwise(("Actor1Start", "Actor1End")):
            assert not row[start] or pages[row["PageId"]][int(row[start]) : int(row[end])].strip()


def test_a_month_is_no_day(dossier: Dossier) -> None:
    visit = next(r for r in _rows(dossier) if r["PloverClass"] == "AGREE")
    assert (visit["SQLDATE"], visit["MonthYear"], visit["DateGrain"]) == ("", "202505", "month")


def test_only_what_is_meant_for_people_is_built(dossier: Dossier) -> None:
    built = {name for name, module in modules(exports).items() if getattr(module, "BUILT", False)}
    assert built == {"html", "json"}


def test_the_command_writes_a_file_or_to_stdout(dossier: Dossier, tmp_path: Path) -> None:
    source = tmp_path / "dossier.json"
    source.write_bytes(modules(exports)["json"].write(dossier))
    runner = CliRunner()
    told = runner.invoke(app, ["export", str(source), "--format", "plover"])
    assert told.exit_code == 0
    assert told.stdout_bytes == plover.write(dossier)
    target = tmp_path / "new" / "events.tsv"
    assert runner.invoke(app, ["export", str(source), "--format", "gdelt", "-o", str(target)]).exit_code == 0
    assert target.read_bytes() == gdelt.write(dossier)


def test_an_unknown_form_and_a_missing_dossier_are_told(tmp_path: Path) -> None:
    runner = CliRunner()
    assert runner.invoke(app, ["export", "x.json", "--format", "nothing"]).exit_code == 2
    assert runner.invoke(app, ["export", str(tmp_path / "x.json"), "--format", "plover"]).exit_code == 2
