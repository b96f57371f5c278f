"""Every form that is read, and every way in which a file can be bad."""

import hashlib
import json
import os
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from takhrij.errors import InputError
from takhrij.readers import read_all
from takhrij.readers._bytes import decode
from takhrij.readers._source import MAX_BYTES
from takhrij.records import Failure, Page

STORY = "أعلن وزير النقل في مدينة سالمة أن الجسر الجديد سيفتح بعد أسبوع، وقال إن العمل لم يتوقف على الرغم من المطر.\n"


def _read(path: Path) -> list[Page | Failure]:
    return list(read_all([path]))


def _page(path: Path) -> Page:
    (page,) = _read(path)
    assert isinstance(page, Page)
    return page


def _failure(path: Path) -> Failure:
    (failure,) = _read(path)
    assert isinstance(failure, Failure)
    assert failure.cure
    return failure


def test_a_text_is_its_bytes_decoded_with_mark_and_line_ends_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    raw = ("\ufeff" + STORY.replace("\n", "\r\n")).encode("utf-8")
    path.write_bytes(raw)
    page = _page(path)
    assert page.text == raw.decode("utf-8")
    assert page.raw_sha256 == hashlib.sha256(raw).hexdigest()
    assert page.id == page.raw_sha256[:16]


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256", "iso8859-6", "utf-16", "utf-8-sig"])
def test_arabic_is_read_in_every_encoding_that_it_comes_in(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(STORY.encode(encoding))
    assert _page(path).text.removeprefix("\ufeff") == STORY


def test_a_lying_header_does_not_decide_the_encoding(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_bytes(f'<meta charset="utf-8"><p>{STORY}</p>'.encode("windows-1256"))
    assert STORY.strip() in _page(path).text


def test_a_few_broken_bytes_do_not_make_utf8_something_else() -> None:
    text, encoding = decode(STORY.encode("utf-8") * 20 + b"\xff\xfe" + STORY.encode("utf-8"))
    assert (encoding, text.count("\ufffd")) == ("utf-8", 2)


def test_much_markup_does_not_hide_a_code_page() -> None:
    text = "<p class='a'></p>" * 500 + STORY
    assert decode(text.encode("windows-1256")) == (text, "cp1256")


@given(st.binary(max_size=300))
def test_decoding_never_fails_but_on_purpose(raw: bytes) -> None:
    try:
        text, encoding = decode(raw)
    except InputError as error:
        assert error.cure
    else:
        assert isinstance(text, str)
        assert encoding


def test_a_folder_is_read_in_order_with_names_that_two_machines_agree_on(tmp_path: Path) -> None:
    folder = tmp_path / "pile"
    (folder / "sub").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "sub/c.txt", ".hidden.txt"):
        (folder / name).write_text(name + STORY, encoding="utf-8")
    assert [page.sources[0] for page in _read(folder) if isinstance(page, Page)] == [
        "pile/a.txt",
        "pile/b.txt",
        "pile/sub/c.txt",
    ]


def test_a_path_that_is_not_there_is_told_with_the_cure(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        _read(tmp_path / "none")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "PNG"),
        (bytes(range(256)) * 40, "binary"),
        (b"%PDF-1.7 ...", "PDF"),
    ],
)
def test_what_is_no_text_is_a_failure_that_says_what_it_is(tmp_path: Path, content: bytes, error: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(content)
    assert error in _failure(path).error


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_a_page_above_the_limit_is_a_failure(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    with path.open("wb") as file:
        file.truncate(10 * MAX_BYTES)
    assert "more than 20 MB" in _failure(path).error


def test_a_line_of_json_is_a_page_with_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    line = {"title": "جسر سالمة", "content": STORY, "source": "صحيفة المرفأ", "url": "https://marfa.example/1"}
    path.write_text(json.dumps(line, ensure_ascii=False) + "\n\n", encoding="utf-8")
    page = _page(path)
    assert page.text == f"جسر سالمة\n\n{STORY}"
    assert page.sources == ("a.jsonl:1",)
    assert page.url == "https://marfa.example/1"
    assert {m.kind: m.value or page.text[m.start : m.end] for m in page.marks} == {
        "title": "جسر سالمة",
        "site": "صحيفة المرفأ",
        "url": "https://marfa.example/1",
    }


def test_a_bad_line_of_json_costs_that_line_only(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    good = json.dumps({"text": STORY})
    path.write_bytes(
        b"\n".join([good.encode(), b"{broken", b"[1]", b'{"n": 1}', b'"' + b"x" * 6_000_000, good.encode()])
    )
    found = _read(path)
    assert [isinstance(f, Page) for f in found] == [True, False, False, False, False, True]
    assert [f.source for f in found if isinstance(f, Failure)] == ["a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5"]


HTML = """<!doctype html><html><head><title>جسر سالمة - المرفأ</title>
<link rel="canonical" href="https://marfa.example/1"><meta property="og:site_name" content="المرفأ">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2025-03-02"}]}</script>
<style>p {color: red}</style></head><body><nav><a>الرئيسية</a> <a>اقتصاد</a></nav>
<h1>جسر
   سالمة</h1><figure><img><figcaption>الجسر</figcaption></figure>
<p>قال <b>الوزير</b> إن <a href="#">الجسر</a>جاهز.<script>alert("x")</script></p><p hidden>خفي</p>
<div>سطر<br>آخر</div><footer>حقوق</footer></body></html>"""


def test_html_is_read_as_its_visible_text_a_line_a_block(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(HTML, encoding="utf-8")
    page = _page(path)
    assert page.text.split("\n") == [
        "الرئيسية اقتصاد",
        "جسر سالمة",
        "الجسر",
        "قال الوزير إن الجسرجاهز.",
        "سطر",
        "آخر",
        "حقوق",
        "",
    ]
    assert page.url == "https://marfa.example/1"
    shown = {m.kind: page.text[m.start : m.end] for m in page.marks if m.end}
    assert {k: shown[k] for k in ("h1", "figcaption", "footer")} == {
        "h1": "جسر سالمة",
        "figcaption": "الجسر",
        "footer": "حقوق",
    }
    hidden = {m.kind: m.value for m in page.marks if not m.end}
    assert hidden["site"] == "المرفأ"
    assert hidden["published"] == "2025-03-02"


def test_html_nested_without_end_is_a_failure_and_not_a_crash(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<div>" * 50_000 + STORY, encoding="utf-8")
    assert "nested" in _failure(path).error


def test_html_without_visible_text_is_a_failure(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text("<html><script>1</script></html>", encoding="utf-8")
    assert "no visible text" in _failure(path).error


@given(st.text(alphabet="<>/abp\"'= divقال!-&;#", max_size=200))
def test_no_markup_crashes_the_reader(tmp_path_factory: pytest.TempPathFactory, markup: str) -> None:
    path = tmp_path_factory.mktemp("html") / "a.html"
    path.write_text(markup, encoding="utf-8")
    for found in _read(path):
        if isinstance(found, Page):
            assert all(0 <= m.start <= m.end <= len(found.text) for m in found.marks)


def test_linked_data_of_any_size_is_read_in_proportion(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    script = f'<script type="application/ld+json">[{"0," * 400_000}0]</script>'
    path.write_text(script + HTML, encoding="utf-8")
    begin = process_time()
    assert _page(path).url
    assert process_time() - begin < 5


def test_a_file_name_that_is_no_utf8_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"bad\xff.txt")
    path.write_text(STORY, encoding="utf-8")
    assert _page(path).sources[0].encode("utf-8")


def test_a_charset_that_is_none_does_no_harm() -> None:
    assert decode(STORY.encode("windows-1256"), "\0")[0] == STORY
