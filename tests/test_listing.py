"""Times as lines: columns stand under their heads whatever the words look like."""

import json
from datetime import date

from takhrij import times
from takhrij.listing import jsonl, table

TEXT = "وصل أَمْسِ الثُّلاثاءَ\nومكث  الأسبوع  الماضي\nثم يومين"
TIMES = times(TEXT, date(2025, 2, 19))


def test_the_columns_stand_under_their_heads() -> None:
    head, *rows = table(TEXT, TIMES)
    for name in ("type", "value", "days"):
        at = head.index(name)
        assert {row[at - 1] for row in rows} == {" "}
    assert len({row.index("\u2068") for row in rows}) == 1
    assert head.index("words") == rows[0].index("\u2068")


def test_words_stand_in_isolates_on_one_line() -> None:
    _, first, second, third = table(TEXT, TIMES)
    assert first.endswith("\u2068أَمْسِ الثُّلاثاءَ\u2069")
    assert second.endswith("\u2068الأسبوع الماضي\u2069")
    assert [row.split()[0] for row in (first, second, third)] == ["1", "2", "3"]


def test_a_line_of_json_has_every_field_also_the_empty_ones() -> None:
    first, *_ = map(json.loads, jsonl("a.txt", TIMES))
    assert first["source"] == "a.txt"
    assert {"start", "end", "words", "type", "value", "mod", "edtf", "first", "last", "basis", "why"} <= set(first)
    assert (first["mod"], first["anchored_by"]) == ("", None)
