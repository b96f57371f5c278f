"""An address in Latin letters and an Arabic name agree by their consonants."""

from __future__ import annotations

import pytest

from takhrij.analyse import transliteration
from takhrij.text import fold_words


@pytest.mark.parametrize(
    ("host", "name", "same"),
    [
        ("www.marsaalbahr.example", "مرسى البحر", True),
        ("marsa-albahr-news.example", "مرسى البحر", True),
        ("sawtqarya.example", "صوت القرية", True),
        ("khatwah.example", "خطوة", False),
        ("marsaalbahr.example", "مدار الساحل", False),
        ("madar-sahel.example", "مدار الساحل", True),
        ("marsa.example", "Marsa News", False),
    ],
)
def test_consonants_tell_whether_a_host_is_a_name(host: str, name: str, same: bool) -> None:
    assert transliteration.matches(fold_words(name), transliteration.skeletons([host])) is same


def test_no_hosts_match_nothing() -> None:
    assert not transliteration.matches(("مرسي",), transliteration.skeletons([]))
