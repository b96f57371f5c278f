"""A dossier without pages holds no word of them but those that are cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from takhrij import pipeline
from takhrij.cited import cited
from takhrij.contract import HIDDEN, Dossier
from takhrij.text import fold_text

EXAMPLES = Path(__file__).parents[1] / "examples"
OWN = ("text", "rule", "office")
"""Keys whose words are not the pages': the cited text itself, names of rules, titles of the world's table."""


@pytest.fixture(scope="module")
def whole() -> Dossier:
    return pipeline.build([EXAMPLES / "pages"], worlds=[EXAMPLES / "world"])


def test_no_word_of_a_page_is_left_that_is_not_cited(whole: Dossier) -> None:
    without = cited(whole)
    shown = fold_text("\n".join(page.text for page in without.pages))
    pages = set(_words("\n".join(page.text for page in whole.pages)))
    left = {word for value in _strings(msgspec.to_builtins(without)) for word in _words(value)}
    assert pages - set(_words(shown))
    assert [word for word in left & pages if word not in shown] == []


def test_a_role_a_dateline_and_a_reason_go_with_the_words_that_they_stand_on(whole: Dossier) -> None:
    article = msgspec.structs.replace(whole.articles[0], dateline="كلمة ليست هنا")
    entity = msgspec.structs.replace(whole.entities[0], roles=["كلمة ليست هنا"])
    without = cited(msgspec.structs.replace(whole, articles=[article], entities=[entity]))
    assert without.articles[0].dateline == ""
    assert without.entities[0].roles == []


def test_what_is_cited_stands_where_it_stood(whole: Dossier) -> None:
    before = {page.id: page.text for page in whole.pages}
    for page in cited(whole).pages:
        assert len(page.text) == len(before[page.id])
        assert all(a in {b, HIDDEN} for a, b in zip(page.text, before[page.id], strict=True))


def _strings(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _strings(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner, key)
    elif isinstance(value, str) and key not in OWN:
        yield value


def _words(text: str) -> list[str]:
    return re.findall("[\u0621-\u064a]{3,}", fold_text(text))
