"""The feed of changes, read by somebody else's reader."""

import feedparser

from takhrij import feed
from takhrij.store.history import Change

CHANGES = [
    Change(
        3,
        "2026-11-22T07:00:00Z",
        "claim",
        "claim/a/statement/1-2",
        "الجسر \x0b <b>لن</b> يفتح",
        "",
        "1 origin: الرصيف; no named source",
    ),
    Change(4, "2026-11-23T07:00:00Z", "date", "a/article/0-9", "افتتاح الجسر", "2024", "2024-10-12"),
]


def test_a_feed_reader_sees_every_change_the_newest_first() -> None:
    read = feedparser.parse(feed.write("الجسر", CHANGES))
    assert not read.bozo
    assert [entry.title for entry in read.entries] == [
        "other date: افتتاح الجسر",
        "new claim: الجسر � <b>لن</b> يفتح",
    ]
    assert [entry.updated for entry in read.entries] == ["2026-11-23T07:00:00Z", "2026-11-22T07:00:00Z"]
    assert read.entries[0].summary == "2024 → 2024-10-12"
    assert len({entry.id for entry in read.entries}) == 2
    assert read.entries[0].content[0].value == read.entries[0].summary


def test_an_entry_has_one_id_whatever_run_the_feed_begins_with() -> None:
    both, last = (feedparser.parse(feed.write("الجسر", told)) for told in (CHANGES, CHANGES[1:]))
    assert both.entries[0].id == last.entries[0].id


def test_a_feed_of_nothing_is_a_feed() -> None:
    read = feedparser.parse(feed.write("الجسر", []))
    assert not read.bozo
    assert read.feed.title == "takhrij: الجسر"
