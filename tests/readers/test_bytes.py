"""Encodings: what people's files are in, what headers claim of them, and the way back to the bytes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from takhrij.errors import InputError
from takhrij.readers import back
from takhrij.readers._bytes import decode
from takhrij.readers._markup import page_of_html

STORY = "أعلن وزير النقل في مدينة سالمة أن الجسر الجديد سيفتح بعد أسبوع، وقال إن العمل لم يتوقف على الرغم من المطر.\n"
ENCODINGS = ["utf-8", "utf-8-sig", "windows-1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("length", [30, 105, 3_000])
def test_text_of_any_length_is_read_in_every_encoding_that_arabic_comes_in(encoding: str, length: int) -> None:
    text = (STORY * 30)[:length]
    assert decode(text.encode(encoding))[0].removeprefix("\ufeff") == text


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso8859-6"])
@pytest.mark.parametrize("declared", ["utf-8", "windows-1256", "iso-8859-6", "iso-8859-1", "utf-16", "x-none"])
def test_a_page_is_read_whatever_its_header_claims(encoding: str, declared: str) -> None:
    markup = f'<html><head><meta charset="{declared}"></head><body><p>{STORY}</p></body></html>'
    assert page_of_html(markup.encode(encoding), "a.html", declared).text == STORY


@pytest.mark.parametrize(
    "raw",
    [
        STORY.encode("utf-8") * 5 + STORY.encode("windows-1256") * 5,
        STORY.encode("windows-1256") * 9 + STORY.encode("utf-8"),
        (STORY.encode("utf-8") + STORY.encode("iso8859-6")) * 3,
    ],
)
def test_two_encodings_in_one_file_are_told_and_not_guessed(raw: bytes) -> None:
    with pytest.raises(InputError, match="another encoding") as told:
        decode(raw)
    assert "UTF-8" in told.value.cure


def test_a_few_nul_bytes_stay_in_the_text() -> None:
    text = STORY * 30 + "\0" + STORY
    assert decode(text.encode()) == (text, "utf-8")


ARABIC = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآةى،؛؟ \r\n0123456789abc", min_size=1)


def _slices_come_back(raw: bytes, start: int, length: int) -> None:
    try:
        text, encoding = decode(raw)
    except InputError:
        return
    start = min(start, len(text))
    end = min(start + length, len(text))
    first, last = back(raw, encoding, start, end)
    assert raw[first:last].decode(encoding, "replace") == text[start:end]


@given(ARABIC, st.sampled_from(ENCODINGS), st.integers(0, 80), st.integers(0, 80))
@settings(deadline=None)
def test_every_slice_of_a_text_has_its_bytes(text: str, encoding: str, start: int, length: int) -> None:
    if encoding == "iso8859-6":
        text = "".join(char for char in text if char not in "ٱپچ")
    _slices_come_back(text.encode(encoding), start, length)


@given(ARABIC.filter(lambda text: len(text) > 9), st.binary(max_size=3), st.integers(0, 400), st.integers(0, 80))
@settings(deadline=None)
def test_every_slice_of_a_broken_text_has_its_bytes(text: str, broken: bytes, start: int, length: int) -> None:
    raw = text.encode() * 20
    _slices_come_back(raw[:start] + broken + raw[start:], start, length)


@given(st.binary(max_size=200), st.integers(0, 50), st.integers(0, 50))
@settings(deadline=None)
def test_every_slice_of_any_text_has_its_bytes(raw: bytes, start: int, length: int) -> None:
    _slices_come_back(raw, start, length)
