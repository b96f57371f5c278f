"""Plain text and Markdown: the characters of the file, and what front matter says of them."""

from __future__ import annotations

import pytest

from takhrij.readers import read_bytes
from takhrij.records import Page

MARKDOWN = """---
title: "افتتاح جسر سالمة"
date: 2025-03-02
url: https://marfa.example/1
source: صحيفة المرفأ
tags:
  - اقتصاد
---

# افتتاح جسر سالمة

![الجسر](a.jpg) أعلن [الوزير](https://marfa.example/2) أن الجسر جاهز.
"""


def _page(name: str, text: str) -> Page:
    (page,) = read_bytes(name, text.encode())
    assert isinstance(page, Page)
    return page


@pytest.mark.parametrize("text", [MARKDOWN, MARKDOWN.replace("\n", "\r\n"), "\ufeff" + MARKDOWN])
def test_front_matter_becomes_marks_and_the_text_stays_as_it_is(text: str) -> None:
    page = _page("a.md", text)
    assert page.text == text
    assert page.url == "https://marfa.example/1"
    assert [(mark.kind, mark.value) for mark in page.marks] == [
        ("title", "افتتاح جسر سالمة"),
        ("published", "2025-03-02"),
        ("url", "https://marfa.example/1"),
        ("site", "صحيفة المرفأ"),
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [("a.txt", MARKDOWN), ("a.md", "---\ntitle: بلا نهاية\n"), ("a.md", MARKDOWN[4:]), ("a.md", "---\n" * 200_000)],
)
def test_what_is_no_front_matter_says_nothing(name: str, text: str) -> None:
    assert _page(name, text).marks == ()
