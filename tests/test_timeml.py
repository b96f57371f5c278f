"""A TimeML document holds the text exactly, and says of its times what TimeML has words for."""

import re
from xml.etree import ElementTree as ET

import pytest
from edtf_forms import is_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from takhrij import Time, lang, times
from takhrij.expressions import told_on
from takhrij.timeml import unwritable, write

TOLD = told_on("2025-02-19")
TYPES = {"DATE", "TIME", "DURATION", "SET"}
MODS = {
    *("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN"),
    *("EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"),
}
FUNCTIONS = {
    *("CREATION_TIME", "EXPIRATION_TIME", "MODIFICATION_TIME", "PUBLICATION_TIME"),
    *("RELEASE_TIME", "RECEPTION_TIME", "NONE"),
}
ATTRIBUTES = {
    *("tid", "type", "value", "mod", "temporalFunction", "anchorTimeID", "functionInDocument"),
    *("beginPoint", "endPoint", "quant", "freq", "comment"),
}
YEAR, CLOCK = r"[\dX]{4}", r"(?:T(?:\d\d(?::\d\d(?::\d\d)?)?(?:Z|[+-]\d\d:?\d\d)?|TDA|DA|MO|MI|AF|EV|NI))?"
DATE_VALUE = re.compile(
    rf"[\dX]{{2,3}}|{YEAR}|{YEAR}-(?:SP|SU|FA|WI|Q[\dX]|H[\dX])|{YEAR}-[\dX]{{2}}"
    rf"|{YEAR}-[\dX]{{2}}-[\dX]{{2}}{CLOCK}|{YEAR}-W[\dX]{{2}}(?:-(?:WE|[\dX]))?{CLOCK}|(?:PAST|PRESENT|FUTURE)_REF|BC\d\d(?:\d\d)?"
)
LENGTH = re.compile(r"P(?=.)(?:[\dX]+(?:DE|CE|[YMWD]))*(?:T(?=.)(?:[\dX]+H)?(?:[\dX]+M)?(?:[\dX.]+S)?)?")
FREQUENCY = re.compile(r"\d+X|P.+")


def _read(document: bytes) -> ET.Element:
    return ET.fromstring(document)


def _text(document: bytes) -> str:
    found = _read(document).find("TEXT")
    assert found is not None
    return "".join(found.itertext())


def _plain(document: bytes) -> str:
    """The text by the letter of the promise: tags out, entities read, without a parser of XML."""
    inner = document.decode("utf-8").partition("<TEXT>")[2].rpartition("</TEXT>")[0]
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&#13;", "\r"), ("&amp;", "&")):
        inner = (
            re.sub("<[^>]*>", "", inner).replace(entity, char) if entity == "&lt;" else inner.replace(entity, char)
        )
    return inner


def conforms(document: bytes) -> None:
    """Fail unless every TIMEX3 keeps to the attributes and values of TimeML 1.2.1 and points to others that exist."""
    root = _read(document)
    assert [child.tag for child in root] == ["DOCID", "DCT", "TEXT"]
    tags = list(root.iter("TIMEX3"))
    ids = [tag.get("tid", "") for tag in tags]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"t\d+", tid) for tid in ids)
    for tag in tags:
        given = tag.attrib
        assert set(given) <= ATTRIBUTES
        assert given["type"] in TYPES
        assert given.get("mod", "APPROX") in MODS
        assert given.get("functionInDocument", "NONE") in FUNCTIONS
        assert given.get("temporalFunction", "true") in ("true", "false")
        assert {given[k] for k in ("anchorTimeID", "beginPoint", "endPoint") if k in given} <= set(ids)
        assert FREQUENCY.fullmatch(given.get("freq", "1X"))
        patterns = {"DURATION": [LENGTH], "SET": [LENGTH, DATE_VALUE]}.get(given["type"], [DATE_VALUE])
        assert any(pattern.fullmatch(given["value"]) for pattern in patterns), given
        assert not list(tag), "a TIMEX3 holds no other"


def _tags(text: str, told: object = TOLD) -> dict[str, dict[str, str]]:
    document = write(text, times(text, told), TOLD)  # type: ignore[arg-type]
    conforms(document)
    assert _text(document) == _plain(document) == text
    return {tag.text or tag.attrib["tid"]: dict(tag.attrib) for tag in _read(document).iter("TIMEX3")}


def test_the_documents_day_is_t0() -> None:
    tags = _tags("وصل أمس")
    assert tags["2025-02-19"] == {
        "tid": "t0",
        "type": "DATE",
        "value": "2025-02-19",
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }
    assert tags["أمس"] == {
        "tid": "t1",
        "type": "DATE",
        "value": "2025-02-18",
        "temporalFunction": "true",
        "anchorTimeID": "t0",
    }


def test_a_date_that_leans_on_nothing_is_no_temporal_function() -> None:
    tag = _tags("افتتح في 8 كانون الأول 2024")["8 كانون الأول 2024"]
    assert (tag["temporalFunction"], tag.get("anchorTimeID")) == ("false", None)


def test_a_window_ends_or_begins_at_the_documents_day() -> None:
    assert _tags("خلال الأيام الثلاثة الماضية")["الأيام الثلاثة الماضية"]["endPoint"] == "t0"
    assert _tags("خلال الأيام الثلاثة المقبلة")["الأيام الثلاثة المقبلة"]["beginPoint"] == "t0"


def test_an_interval_is_a_duration_between_two_empty_points() -> None:
    tags = _tags("من 1999 إلى 2006")
    span = tags["من 1999 إلى 2006"]
    assert (span["type"], span["value"]) == ("DURATION", "P8Y")
    assert [tags[span[end]]["value"] for end in ("beginPoint", "endPoint")] == ["1999", "2006"]


def test_hours_until_another_hour_are_a_duration_of_minutes() -> None:
    tags = _tags("يفتح السوق غدا بين الساعة 9:00 و11:30")
    spans = [tag for tag in tags.values() if tag["type"] == "DURATION"]
    assert [span["value"] for span in spans] == ["PT150M"]
    assert [tags[spans[0][end]]["value"][-6:] for end in ("beginPoint", "endPoint")] == ["T09:00", "T11:30"]


def test_a_hijri_month_is_a_duration_of_its_days() -> None:
    span = _tags("في رمضان 1440 هـ")["رمضان 1440 هـ"]
    assert (span["type"], span["value"]) == ("DURATION", "P1M")
    assert "Umm al-Qura" in span["comment"]


def test_sets_modifiers_and_events_keep_theirs() -> None:
    assert _tags("كل ثلاثة أشهر")["كل ثلاثة أشهر"]["quant"] == "EVERY"
    assert _tags("مطلع العام الماضي")["مطلع العام الماضي"]["mod"] == "START"
    assert _tags("منذ ثورة 25 يناير")["25 يناير"]["comment"] == "names an event"
    assert "Saturday is printed" in _tags("السبت 18 شباط 2025")["السبت 18 شباط 2025"]["comment"]


def test_a_day_that_is_not_known_exactly_has_an_x() -> None:
    text, told = "قبل أسبوع", told_on("2025-02-18/2025-02-20")
    document = write(text, times(text, told), told)
    conforms(document)
    assert [tag.get("value") for tag in _read(document).iter("TIMEX3")] == ["2025-02-XX", "2025-02-XX"]


def test_a_day_other_than_the_documents_is_an_empty_point() -> None:
    tags = _tags("وصل أمس", "2024-01-01")
    assert tags[tags["أمس"]["anchorTimeID"]]["value"] == "2024-01-01"


def test_a_time_inside_a_quotation_names_the_time_that_it_leans_on() -> None:
    tags = _tags("عقد الاجتماع الاثنين. وقال الرئيس “إن اجتماعنا اليوم مهم”.")
    assert tags["اليوم"]["anchorTimeID"] == tags["الاثنين"]["tid"]


def test_without_a_day_the_documents_time_is_all_x() -> None:
    document = write("أمس", times("أمس"))
    conforms(document)
    assert b'value="XXXX-XX-XX"' in document


def _timed(start: int, end: int) -> Time:
    (made,) = times("8 ديسمبر 2024")
    return Time(**{f: getattr(made, f) for f in made.__struct_fields__} | {"start": start, "end": end})


def test_times_that_overlap_are_empty_tags_behind_the_one_that_holds_them() -> None:
    text = "abcdef"
    document = write(text, [_timed(0, 4), _timed(1, 2), _timed(3, 6)], TOLD)
    conforms(document)
    assert _text(document) == text
    assert [(t.get("tid"), t.text) for t in _read(document).iter("TIMEX3")][1:] == [
        ("t1", "abcd"),
        ("t2", None),
        ("t3", None),
    ]


def test_what_xml_cannot_hold_is_replaced_and_told() -> None:
    text = "قبل\x00 \x1b[2Jأسبوع\ufffe \ud800 أمس"
    document = write(text, times(text, TOLD), TOLD)
    assert unwritable(text) == [3, 5, 14, 16]
    assert _text(document) == re.sub("[\x00\x1b\ufffe\ud800]", "\ufffd", text)
    assert b"<!-- 4 characters" in document


def test_a_name_is_escaped() -> None:
    root = _read(write("", (), name='a&b<c>"'))
    assert root.findtext("DOCID") == 'a&b<c>"'


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r", "\t", "\u2028", "\x85"])
def test_line_ends_come_back_as_they_were(line_end: str) -> None:
    text = f"أمس{line_end}غدا & <b> ]]> &amp; \"'"
    assert _text(write(text, times(text, TOLD), TOLD)) == text


@pytest.mark.parametrize("anchor", [None, "2025-02-19", "2025-02-18/2025-03-02"])
def test_every_example_of_the_rules_has_its_form(anchor: str | None) -> None:
    told = told_on(anchor)
    for text in dict.fromkeys(example[0] for rule in lang.load().times for example in rule.examples):
        found = times(text, told)
        document = write(text, found, told)
        conforms(document)
        assert _text(document) == text
        for time in found:
            assert not time.edtf or is_edtf(time.edtf), time
            assert all(not a.edtf or is_edtf(a.edtf) for a in time.alternatives), time


PHRASES = st.sampled_from(
    [
        "أمس",
        "12 كانون الأول",
        "قبل أسبوع",
        "من 10 إلى 14 شباط",
        "رمضان 1440",
        "الأيام الثلاثة الماضية",
        "&",
        "<",
        "\r\n",
    ]
)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(
    st.lists(PHRASES | st.text(max_size=8), max_size=8),
    st.sampled_from([None, "2025-02-19", "2025-02-18/2025-02-20"]),
)
def test_the_text_comes_back_from_any_document(parts: list[str], anchor: str | None) -> None:
    text, told = " ".join(parts), told_on(anchor)
    document = write(text, times(text, told), told)
    conforms(document)
    kept = list(text)
    for offset in unwritable(text):
        kept[offset] = "\ufffd"
    assert _text(document) == _plain(document) == "".join(kept)
