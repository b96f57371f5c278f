"""Files made to do harm, and files that are merely broken: a failure each, and all the others are read."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from takhrij.readers import read_all, read_bytes
from takhrij.records import Failure, Page

STORY = "أعلن وزير النقل في مدينة سالمة أن الجسر الجديد سيفتح بعد أسبوع."
LINE = json.dumps({"text": STORY}).encode() + b"\n"


def _read(name: str, content: bytes, **fields: str) -> tuple[list[Page], list[Failure]]:
    found = list(read_bytes(name, content, fields))
    failures = [item for item in found if isinstance(item, Failure)]
    assert all(item.error and item.cure and "defect" not in item.cure for item in failures), failures
    return [item for item in found if isinstance(item, Page)], failures


def _zip(members: list[tuple[str, bytes]]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members:
            packed.writestr(name, content)
    return stream.getvalue()


BAD_LINES = {
    "a list": b"[1, 2]",
    "a number": b"7",
    "null": b"null",
    "not a number": b'{"text": NaN}',
    "a number without end": b'{"text": "x", "n": ' + b"9" * 100_000 + b"e99999}",
    "half a character": b'{"text": "\\ud800"',
    "nested without end": b'{"text": ' + b"[" * 200_000,
    "nested and closed": b'{"text": ' + b"[" * 50_000 + b"]" * 50_000 + b"}",
    "no text": b'{"text": null}',
    "text that is no text": b'{"text": {"a": 1}}',
    "a truth value": b'{"text": true}',
    "not UTF-8": '{"text": "قال"}'.encode("windows-1256"),
    "NUL": b"\0\0\0",
    "cut off": LINE[:20],
}


@pytest.mark.parametrize("name", BAD_LINES)
def test_a_bad_line_costs_itself_only(name: str) -> None:
    pages, failures = _read("a.jsonl", LINE + BAD_LINES[name] + b"\n" + LINE.replace(b"}", b" }"))
    assert ([page.sources[0] for page in pages], [f.source for f in failures]) == (
        ["a.jsonl:1", "a.jsonl:3"],
        ["a.jsonl:2"],
    )


@pytest.mark.parametrize("value", ["1" * 5_000, "1e400", "-1e-999", "123456789012345678901234567890"])
def test_a_number_of_any_size_in_another_field_does_no_harm(value: str) -> None:
    pages, failures = _read("a.jsonl", b'{"text": "x", "date": %s}\n' % value.encode())
    assert len(pages) + len(failures) == 1


def test_half_a_surrogate_pair_can_be_written() -> None:
    pages, failures = _read("a.jsonl", b'{"text": "\\ud83d x"}')
    assert [page.text.encode("utf-8") for page in pages] or failures


def test_lines_may_end_as_on_windows_and_begin_with_a_mark() -> None:
    pages, failures = _read("a.jsonl", b"\xef\xbb\xbf" + LINE.replace(b"\n", b"\r\n") * 2)
    assert ([page.text for page in pages], failures) == ([STORY] * 2, [])


def test_a_mark_where_two_files_were_joined_costs_no_line() -> None:
    pages, failures = _read("a.jsonl", (b"\xef\xbb\xbf" + LINE) * 2)
    assert ([page.sources[0] for page in pages], failures) == (["a.jsonl:1", "a.jsonl:2"], [])


@pytest.mark.parametrize("broken", [0, 1, 2])
def test_a_broken_line_costs_itself_only_in_json_that_is_json_lines(broken: int) -> None:
    lines = [LINE.strip(), LINE.strip(), LINE.strip()]
    lines[broken] = lines[broken][:20]
    pages, failures = _read("a.json", b"\xef\xbb\xbf" + b"\r\n".join(lines) + b"\r\n")
    assert (len(pages), [failure.source for failure in failures]) == (2, [f"a.json:{broken + 1}"])


@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.jsonl", "a.json", "a.warc", "a.rss", "a.zip", "a.parquet", "a.mhtml"]
)
def test_an_empty_file_is_a_failure(name: str) -> None:
    pages, failures = _read(name, b"")
    assert (pages, len(failures)) == ([], 1)


def test_utf16_lines_are_told_once_with_the_cure() -> None:
    _, failures = _read("a.jsonl", (LINE.decode() * 50).encode("utf-16"))
    assert [failure.cure for failure in failures] == ["Save the file as UTF-8."]


def test_a_file_of_bad_records_is_left_after_a_thousand() -> None:
    _, failures = _read("a.jsonl", b"x\n" * 5_000)
    assert len(failures) == 1_001


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (b'[{"text": "a"}, {"body": "b"}, 7]', ["a", "b"]),
        (b'\xef\xbb\xbf{"text": "a"}', ["a"]),
        (b'{\n "title": "t",\n "text": "a"\n}', ["t\n\na"]),
        (b'{"text": "a"}\n{"text": "b"}\n', ["a", "b"]),
        (b"[", []),
        (b"[" * 100_000, []),
    ],
)
def test_json_is_a_list_of_records_or_one(content: bytes, texts: list[str]) -> None:
    assert [page.text for page in _read("a.json", content)[0]] == texts


MHTML = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://marfa.example/1\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html\r\n'
    "Content-Transfer-Encoding: base64\r\nContent-Location: https://marfa.example/1\r\n\r\n{}\r\n--b\r\n"
    "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--b--\r\n"
)


def _mhtml(markup: bytes) -> bytes:
    import base64  # noqa: PLC0415

    return MHTML.replace("{}", base64.encodebytes(markup).decode()).encode()


@pytest.mark.parametrize("encoding", ["utf-8", "windows-1256"])
def test_a_page_saved_in_one_file_is_read_with_its_address(encoding: str) -> None:
    ((page,), failures) = _read("a.mhtml", _mhtml(f"<p>{STORY}</p>".encode(encoding)))
    assert (page.text, page.url, failures) == (f"{STORY}\n", "https://marfa.example/1", [])


def test_a_saved_page_without_html_or_with_parts_without_end_is_a_failure() -> None:
    assert _read("a.mhtml", MHTML.replace("text/html", "text/css").encode())[1]
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(3_000))
    assert _read("a.mhtml", b"A: b\n" + nested)[1]


def test_a_row_with_a_date_keeps_it() -> None:
    import datetime  # noqa: PLC0415

    stream = io.BytesIO()
    rows = {"text": [STORY], "date": [datetime.datetime(2025, 3, 2, 10, 30)]}
    parquet.write_table(pa.table(rows), stream)
    ((page,), _) = _read("a.parquet", stream.getvalue())
    assert [mark.value for mark in page.marks] == ["2025-03-02T10:30:00"]


def test_a_long_cell_stored_once_for_many_rows_is_no_bomb() -> None:
    stream = io.BytesIO()
    parquet.write_table(pa.table({"text": ["x" * 6_000_000] * 33}), stream)
    pages, failures = _read("a.parquet", stream.getvalue())
    assert (pages, len(failures)) == ([], 33)


def test_members_of_one_name_are_all_read_and_bad_ones_cost_themselves(tmp_path: Path) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        content = bytearray(_zip([("a.txt", b"one"), ("a.txt", b"two"), ("b.txt", b"three"), ("c.txt", b"four")]))
    at = content.rindex(b"PK\x01\x02", 0, content.index(b"c.txt", content.index(b"PK\x01\x02")))
    content[at + 16] ^= 0xFF  # the checksum of c.txt
    at = content.rindex(b"PK\x01\x02", 0, content.index(b"b.txt", content.index(b"PK\x01\x02")))
    content[at + 8] |= 1  # b.txt is said to be encrypted
    pages, failures = _read("a.zip", bytes(content))
    assert sorted(page.text for page in pages) == ["one", "two"]
    assert [(failure.source, failure.error.split()[0]) for failure in failures] == [
        ("a.zip/b.txt", "encrypted"),
        ("a.zip/c.txt", "broken"),
    ]


def test_a_link_in_a_zip_is_not_followed_nor_read_as_text() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as packed:
        info = zipfile.ZipInfo("a.txt")
        info.external_attr = 0o120777 << 16
        packed.writestr(info, "/etc/passwd")
    assert [failure.error for failure in _read("a.zip", stream.getvalue())[1]] == ["a link, not a file"]


ESCAPED = """<rss version="2.0"><channel><title>المرفأ</title><item><title>جسر</title>
<pubDate>Sun, 02 Mar 2025 01:00:00 +0300</pubDate>
<description><![CDATA[&lt;div&gt;&lt;p&gt;أعلن <b>الوزير</b>&lt;/p&gt;&lt;p&gt;وقال&lt;/p&gt;&lt;/div&gt;]]>
</description></item><item><description>%s</description></item><item><description>آخر</description></item></channel></rss>"""


@pytest.mark.parametrize(
    "entity", ["&#xD800;", "&#57343;", "&#x110000;", f"&#{'9' * 5_000};", "&#x;", "&salim;", "&", "\x0b"]
)
def test_an_entity_that_names_no_character_costs_no_entry_of_a_feed(entity: str) -> None:
    feed = '<?xml version="1.0"?>' + ESCAPED.replace("<b>الوزير</b>", f"الوزير {entity} سامي") % f"أول{entity}"
    pages, failures = _read("a.rss", feed.encode())
    assert ([page.sources[0] for page in pages], failures) == (["a.rss:1", "a.rss:2", "a.rss:3"], [])
    assert all(word in pages[0].text for word in ("جسر", "أعلن الوزير", "سامي", "وقال"))
    assert pages[2].text == "آخر"


def test_html_in_html_in_a_feed_is_unpacked_and_its_day_is_that_of_its_own_zone() -> None:
    pages, failures = _read("a.rss", (ESCAPED % ("&lt;div&gt;" * 9_000)).encode())
    assert [page.text for page in pages] == ["جسر\n\nأعلن الوزير\nوقال", "آخر"]
    assert [failure.source for failure in failures] == ["a.rss:2"]
    assert "2025-03-02T01:00:00+03:00" in [mark.value for mark in pages[0].marks]


LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "%s">%s]><rss><channel><title>&z9;</title></channel></rss>'
    % (
        b"x" * 1_000,
        b"".join(b'<!ENTITY z%d "%s">' % (n, (b"&z%d;" % (n - 1) if n else b"&a;") * 10) for n in range(10)),
    )
)


def _zeros(size: int, piece: bytes = b"\0", head: bytes = b"") -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    parts = [packer.compress(head)] + [packer.compress(piece * (1 << 20)) for _ in range(size)]
    return b"".join([*parts, packer.flush()])


def _response(body: bytes, more: str = "", status: int = 200) -> bytes:
    http = (
        f"HTTP/1.1 {status} OK\r\nContent-Type: text/html\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    return (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://marfa.example/1\r\n"
        "WARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2025-03-02T10:00:00Z\r\nContent-Type: application/http\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    ).encode() + http + b"\r\n\r\n"  # fmt: skip


def test_redirections_and_error_pages_of_an_archive_are_no_pages() -> None:
    content = b"".join(_response(f"<p>{STORY}{code}</p>".encode(), status=code) for code in (301, 404, 200, 503))
    pages, failures = _read("a.warc", content)
    assert ([page.text.strip()[-3:] for page in pages], failures) == (["200"], [])


INNER = _zip([("a.jsonl", b"\n" * 5_000_000)])
LINE_PACKED = gzip.compress(LINE)
BOMBS: dict[str, Callable[[], bytes]] = {
    "a.jsonl.gz": lambda: LINE_PACKED + _zeros(200),
    "blank.jsonl.gz": lambda: LINE_PACKED + _zeros(200, b"\n"),
    "bad.jsonl.gz": lambda: LINE_PACKED + _zeros(100, b"x\n"),
    "a.txt.gz": lambda: _zeros(200),
    "a.warc.gz": lambda: gzip.compress(_response(f"<p>{STORY}</p>".encode())) + _zeros(200),
    "body.warc": lambda: _response(_zeros(200, b"x"), "Content-Encoding: gzip\r\n"),
    "nested.zip": lambda: _zip([(f"{n}.zip", INNER) for n in range(30)]),
    "a.zip": lambda: _zip([("a.jsonl.gz", _zeros(200))]),
    "a.rss": lambda: LAUGHS,
    "a.json": lambda: b"[" + b"1," * 10_000_000 + b"1]",
}
MEASURED = """
import resource, sys, time
from pathlib import Path
from takhrij.readers import read_all
before, begin = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.process_time()
failures = sum(type(found).__name__ == "Failure" for found in read_all([Path(sys.argv[1])]))
print(failures, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before, time.process_time() - begin)
"""


def _measured(path: Path) -> tuple[int, float, float]:
    """Return failures, kilobytes and seconds of reading a path in a process of its own."""
    done = subprocess.run([sys.executable, "-c", MEASURED, str(path)], check=True, capture_output=True, text=True)
    failures, memory, seconds = done.stdout.split()
    return int(failures), float(memory), float(seconds)


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_failure_and_costs_little(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(BOMBS[name]())
    failures, memory, seconds = _measured(tmp_path / name)
    assert 1 <= failures <= 1_001
    assert memory < 300_000
    assert seconds < 10


@pytest.mark.parametrize(
    "name", ["a.txt", "a.html", "a.jsonl", "a.json", "a.zip", "a.warc", "a.parquet", "a.rss", "a.mhtml"]
)
def test_a_gigabyte_fails_fast_and_is_not_held(tmp_path: Path, name: str) -> None:
    with (tmp_path / name).open("wb") as file:
        file.truncate(1_000_000_000)
    failures, memory, seconds = _measured(tmp_path / name)
    assert failures == 1
    assert memory < 300_000
    assert seconds < 10


def _table() -> bytes:
    stream = io.BytesIO()
    parquet.write_table(pa.table({"text": [STORY] * 3}), stream)
    return stream.getvalue()


def test_a_row_of_a_table_whose_text_is_not_utf8_costs_itself_only() -> None:
    stream = io.BytesIO()
    cells = pa.array([STORY.encode(), STORY.encode("windows-1256"), b"x"])
    column = pa.StringArray.from_buffers(len(cells), cells.buffers()[1], cells.buffers()[2])  # called text unchecked
    parquet.write_table(pa.table({"text": column}), stream)
    pages, failures = _read("a.parquet", stream.getvalue())
    assert ([page.text for page in pages], [failure.source for failure in failures]) == (
        [STORY, "x"],
        ["a.parquet:2"],
    )


VALID = {
    "a.txt": STORY.encode(),
    "a.html": f"<html><head><title>x</title></head><body><p>{STORY}</p></body></html>".encode(),
    "a.jsonl": LINE * 3,
    "a.jsonl.gz": gzip.compress(LINE * 3),
    "a.json": b"[" + LINE + b"," + LINE + b"]",
    "a.warc": _response(STORY.encode()) * 3,
    "a.warc.gz": gzip.compress(_response(STORY.encode())) * 3,
    "a.rss": (ESCAPED % "x").encode(),
    "a.zip": _zip([("a.txt", STORY.encode()), ("b.jsonl", LINE)]),
    "a.mhtml": _mhtml(f"<p>{STORY}</p>".encode()),
    "a.parquet": _table(),
}
EDITS = st.lists(st.tuples(st.integers(0, 5_000), st.integers(0, 40), st.binary(max_size=8)), min_size=1, max_size=5)


@pytest.mark.parametrize("name", VALID)
@given(edits=EDITS)
@settings(max_examples=60, deadline=None)
@example(edits=[(10**6, 0, b"")])
def test_a_valid_file_with_bytes_changed_never_crashes_its_reader(
    name: str, edits: list[tuple[int, int, bytes]]
) -> None:
    content = VALID[name]
    for start, length, new in edits:
        at = start % (len(content) + 1)
        content = content[:at] + new + content[at + length :]
    pages, failures = _read(name, content)
    assert pages or failures or "warc" in name or "zip" in name


@pytest.mark.parametrize("name", VALID)
def test_a_file_cut_anywhere_never_crashes_its_reader(name: str) -> None:
    content = VALID[name]
    for cut in range(0, len(content), max(len(content) // 40, 1)):
        _read(name, content[:cut])


def test_a_cut_gzip_of_lines_gives_the_lines_before_the_cut(tmp_path: Path) -> None:
    lines = [json.dumps({"text": f"{STORY} {zlib.crc32(str(n).encode())}"}) for n in range(5_000)]
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress("\n".join(lines).encode())[:-5_000])
    found = list(read_all([path]))
    assert sum(isinstance(item, Page) for item in found) > 2_000
    assert [item.error[:6] for item in found if isinstance(item, Failure)] == ["broken"]
