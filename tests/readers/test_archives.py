"""Web archives, zip files, feeds and tables: the good ones whole, and of the broken ones what can be had."""

import gzip
import io
import zipfile
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from takhrij.readers import read_all
from takhrij.records import Failure, Page

STORY = """<html><h1>جسر سالمة</h1><p>أعلن وزير النقل أن الجسر الجديد سيفتح بعد أسبوع،
وقال إن العمل لم يتوقف يوما.</p>{}</html>"""


def _record(number: int, media: str = "text/html; charset=utf-8", more: str = "") -> bytes:
    body = STORY.format(number).encode() + more.encode()
    http = f"HTTP/1.1 200 OK\r\nContent-Type: {media}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    return (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://marfa.example/{number}\r\n"
        f"WARC-Date: 2025-03-0{number}T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip


def _read(tmp_path: Path, name: str, content: bytes, **fields: str) -> tuple[list[Page], list[Failure]]:
    path = tmp_path / name
    path.write_bytes(content)
    found = list(read_all([path], fields))
    return [f for f in found if isinstance(f, Page)], [f for f in found if isinstance(f, Failure)]


def _zip(members: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return stream.getvalue()


RECORDS = [_record(n) for n in (1, 2, 3)]
PACKED = [gzip.compress(record) for record in RECORDS]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.warc", b"".join(RECORDS)),
        ("a.warc.gz", b"".join(PACKED)),
        ("a.warc.gz", gzip.compress(b"".join(RECORDS))),
        (
            "a.wacz",
            _zip({"archive/a.warc.gz": b"".join(PACKED), "pages/pages.jsonl": b"{}", "datapackage.json": b"{}"}),
        ),
        ("a.zip", _zip({"x/a.warc": b"".join(RECORDS)})),
    ],
)
def test_a_web_archive_gives_its_pages_with_address_and_time(tmp_path: Path, name: str, content: bytes) -> None:
    pages, failures = _read(tmp_path, name, content)
    assert [(page.url, page.fetched) for page in pages] == [
        (f"https://marfa.example/{n}", f"2025-03-0{n}T10:00:00Z") for n in (1, 2, 3)
    ]
    assert failures == []
    assert "جسر سالمة" in pages[0].text


def test_pictures_and_scripts_of_an_archive_are_no_pages(tmp_path: Path) -> None:
    pages, failures = _read(tmp_path, "a.warc", _record(1, "image/png") + RECORDS[1] + _record(3, "text/css"))
    assert [page.url for page in pages] == ["https://marfa.example/2"]
    assert failures == []


@pytest.mark.parametrize(
    ("name", "content", "break_"),
    [
        ("a.warc", RECORDS[0] + b"XXXX" + RECORDS[1][4:] + RECORDS[2], len(RECORDS[0])),
        (
            "a.warc.gz",
            PACKED[0] + PACKED[1][:40] + b"broken" * 5 + PACKED[1][70:] + PACKED[2],
            len(PACKED[0]),
        ),
        ("a.warc.gz", PACKED[0] + PACKED[1][:60] + PACKED[2], len(PACKED[0])),
        ("a.warc", RECORDS[0] + RECORDS[1][:60] + RECORDS[2], len(RECORDS[0])),
    ],
)
def test_after_a_broken_record_reading_goes_on_at_the_next_and_one_failure_names_its_first_byte(
    tmp_path: Path, name: str, content: bytes, break_: int
) -> None:
    pages, failures = _read(tmp_path, name, content)
    assert [page.url[-1] for page in pages] == ["1", "3"]
    assert [failure.source for failure in failures] == [f"{name}@{break_}"]
    assert all("broken record" in failure.error and failure.cure for failure in failures)


@pytest.mark.parametrize(
    ("name", "content", "break_"),
    [
        ("a.warc", b"".join(RECORDS[:2]) + RECORDS[2][:60], len(RECORDS[0] + RECORDS[1])),
        ("a.warc.gz", b"".join(PACKED[:2]) + PACKED[2][:60], len(PACKED[0] + PACKED[1])),
    ],
)
def test_an_end_in_the_head_of_a_record_is_a_failure(tmp_path: Path, name: str, content: bytes, break_: int) -> None:
    pages, failures = _read(tmp_path, name, content)
    assert [page.url[-1] for page in pages] == ["1", "2"]
    assert [(failure.source, failure.error) for failure in failures] == [
        (f"{name}@{break_}", "the record is cut off")
    ]


def test_a_record_that_promises_more_than_the_file_holds_swallows_no_other(tmp_path: Path) -> None:
    length = next(line for line in RECORDS[1].split(b"\r\n") if line.startswith(b"Content-Length"))
    long = RECORDS[1].replace(length, b"Content-Length: 99999", 1)
    pages, failures = _read(tmp_path, "a.warc", RECORDS[0] + long + RECORDS[2])
    assert [page.url[-1] for page in pages] == ["1", "3"]
    assert [(failure.source[-1], failure.error) for failure in failures] == [("2", "the record is cut off")]


def test_a_record_behind_bytes_that_are_none_is_read(tmp_path: Path) -> None:
    pages, failures = _read(tmp_path, "a.warc", RECORDS[0] + b"\0\x07rubbish" * 50 + RECORDS[1] + RECORDS[2])
    assert [page.url[-1] for page in pages] == ["1", "2", "3"]
    assert ["broken record" in failure.error for failure in failures] == [True]


@pytest.mark.parametrize(
    ("name", "records"),
    [("a.warc", [_record(n) for n in range(1, 9)]), ("a.warc.gz", [*map(gzip.compress, map(_record, range(1, 9)))])],
)
def test_of_two_breaks_the_second_is_named_where_it_is_and_costs_no_more_than_the_first(
    tmp_path: Path, name: str, records: list[bytes]
) -> None:
    records[1] = records[1][:60]
    records[4] = records[4][:60]
    pages, failures = _read(tmp_path, name, b"".join(records))
    assert [page.url[-1] for page in pages] == ["1", "3", "4", "6", "7", "8"]
    assert [failure.source for failure in failures] == [f"{name}@{len(b''.join(records[:n]))}" for n in (1, 4)]


@pytest.mark.parametrize("filling", [b"\0" * 512, b"\0" * 200_000, b"\r\n \0" * 3])
@pytest.mark.parametrize(("name", "records"), [("a.warc", RECORDS), ("a.warc.gz", PACKED)])
def test_zeros_between_records_and_behind_the_last_are_no_broken_record(
    tmp_path: Path, name: str, records: list[bytes], filling: bytes
) -> None:
    content = records[0] + filling + b"".join(records[1:]) + filling
    pages, failures = _read(tmp_path, name, content)
    assert ([page.url[-1] for page in pages], failures) == (["1", "2", "3"], [])
    _, failures = _read(tmp_path, name, content + b"rubbish")
    assert [failure.source for failure in failures] == [f"{name}@{len(content) - len(filling)}"]


@pytest.mark.parametrize("cut", [20, 60])
def test_a_web_archive_that_is_cut_off_gives_what_came_before(tmp_path: Path, cut: int) -> None:
    pages, failures = _read(tmp_path, "a.warc.gz", b"".join(PACKED)[:-cut])
    assert [page.url[-1] for page in pages] == ["1", "2"]
    assert len(failures) == 1


def test_text_and_lines_of_json_may_be_gzipped(tmp_path: Path) -> None:
    pages, failures = _read(
        tmp_path, "a.jsonl.gz", gzip.compress('{"text": "أعلن الوزير"}\n{"text": "وقال"}\n'.encode())
    )
    assert [page.text for page in pages] == ["أعلن الوزير", "وقال"]
    assert failures == []


def test_a_gzip_that_is_cut_off_is_a_failure(tmp_path: Path) -> None:
    _, failures = _read(tmp_path, "a.txt.gz", gzip.compress(STORY.encode() * 50)[:-9])
    assert "cut off" in failures[0].error


def test_a_zip_is_read_like_a_folder(tmp_path: Path) -> None:
    content = _zip(
        {"b.html": STORY.encode(), "a.txt": b"\xd9\x82", ".x/c.txt": b"x", "in/d.zip": _zip({"e.txt": b"e"})}
    )
    pages, failures = _read(tmp_path, "a.zip", content)
    assert [page.sources[0] for page in pages] == ["a.zip/a.txt", "a.zip/b.html", "a.zip/in/d.zip/e.txt"]
    assert failures == []


def test_zips_in_zips_without_end_are_a_failure(tmp_path: Path) -> None:
    content = _zip({"a.txt": b"x"})
    for _ in range(5):
        content = _zip({"a.zip": content, "b.txt": b"y"})
    pages, failures = _read(tmp_path, "a.zip", content)
    assert len(pages) >= 1
    assert [("one another" in failure.error) for failure in failures] == [True]


def test_a_zip_bomb_is_a_failure_and_costs_no_memory(tmp_path: Path) -> None:
    _, failures = _read(tmp_path, "a.zip", _zip({"a.txt": b"0" * 50_000_000}))
    assert "unpacks to" in failures[0].error


def test_a_name_that_leads_out_of_a_zip_is_a_failure_of_its_own(tmp_path: Path) -> None:
    pages, failures = _read(tmp_path, "a.zip", _zip({"../../etc/x.txt": b"x", "/y.txt": b"y", "z.txt": b"z"}))
    assert [page.sources[0] for page in pages] == ["a.zip/z.txt"]
    assert len(failures) == 2


@pytest.mark.parametrize(
    "name", ["a.zip", "a.wacz", "a.parquet", "a.warc", "a.warc.gz", "a.rss", "a.txt.gz", "a.jsonl.gz"]
)
@given(st.binary(max_size=300))
@settings(max_examples=30, deadline=None)
def test_no_bytes_crash_a_reader(tmp_path_factory: pytest.TempPathFactory, name: str, content: bytes) -> None:
    _, failures = _read(tmp_path_factory.mktemp("any"), name, content)
    assert all(failure.error and failure.cure for failure in failures)


RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>المرفأ</title><item><title>جسر &lt;b&gt;سالمة&lt;/b&gt;</title><link>https://marfa.example/1</link>
<pubDate>Sun, 02 Mar 2025 10:00:00 GMT</pubDate><description>قصير</description>
<content:encoded>
<![CDATA[<p>أعلن الوزير</p><p>وقال <![CDATA[إن]]]]><![CDATA[> الجسر جاهز</p>]]></content:encoded></item>
<item><title>بلا نص</title></item></channel></rss>"""


def test_an_entry_of_a_feed_is_a_page_with_the_longest_of_its_contents(tmp_path: Path) -> None:
    pages, failures = _read(tmp_path, "a.rss", RSS.encode())
    (page,) = pages
    assert page.text.startswith("جسر سالمة\n\nأعلن الوزير\nوقال")
    assert page.url == "https://marfa.example/1"
    assert {"site", "published"} <= {mark.kind for mark in page.marks}
    assert [failure.source for failure in failures] == ["a.rss:2"]


def _table(**columns: list[object]) -> bytes:
    stream = io.BytesIO()
    parquet.write_table(pa.table(columns), stream)
    return stream.getvalue()


def test_a_row_of_a_table_is_a_page_by_the_names_that_the_user_gives(tmp_path: Path) -> None:
    content = _table(id=[1, 2], words=["أعلن الوزير", None], paper=["المرفأ", "المرسى"])
    pages, failures = _read(tmp_path, "a.parquet", content, text="words", outlet="paper")
    assert [(page.text, page.marks[0].value) for page in pages] == [("أعلن الوزير", "المرفأ")]
    assert [failure.source for failure in failures] == ["a.parquet:2"]


def test_a_table_without_the_named_column_is_a_failure_that_names_its_columns(tmp_path: Path) -> None:
    _, failures = _read(tmp_path, "a.parquet", _table(words=["أعلن"]), text="content")
    assert "no column content" in failures[0].error
    assert "words" in failures[0].cure


def test_passim_records_are_read_as_they_are(tmp_path: Path) -> None:
    pages, _ = _read(tmp_path, "a.jsonl", '{"id": "x1", "series": "المرفأ", "text": "أعلن الوزير"}'.encode())
    assert [(page.text, page.marks[0].value) for page in pages] == [("أعلن الوزير", "المرفأ")]


def test_an_empty_day_of_a_feed_is_no_day(tmp_path: Path) -> None:
    feed = RSS.replace("Sun, 02 Mar 2025 10:00:00 GMT", "")
    (page,) = _read(tmp_path, "a.rss", feed.encode())[0]
    assert "published" not in {mark.kind for mark in page.marks}


def test_a_feed_that_is_a_path_opens_nothing(tmp_path: Path) -> None:
    (tmp_path / "other.rss").write_text(RSS, encoding="utf-8")
    pages, failures = _read(tmp_path, "a.rss", str(tmp_path / "other.rss").encode())
    assert pages == []
    assert len(failures) == 1


def test_a_zip_member_packed_in_a_way_that_nobody_knows_costs_itself_only(tmp_path: Path) -> None:
    content = bytearray(_zip({"a.txt": b"x" * 100, "b.txt": b"y" * 100}))
    for signature, at in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        content[content.index(signature) + at] = 9  # Deflate64
    pages, failures = _read(tmp_path, "a.zip", bytes(content))
    assert [failure.source for failure in failures] == ["a.zip/a.txt"]
    assert [page.sources[0] for page in pages] == ["a.zip/b.txt"]


def test_an_address_that_is_none_does_no_harm(tmp_path: Path) -> None:
    pages, failures = _read(tmp_path, "a.jsonl", '{"url": "http://[x", "text": "أعلن الوزير"}'.encode())
    assert (len(pages), failures) == (1, [])
