"""How days and news are said in the reader's language: no date and no count reads backwards from right to left."""

import pytest

from takhrij.contract import Days, TenureItem
from takhrij.web.templates import LANGUAGES, between, days, held, news, words

AR, EN = (words(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2024-10-12", "2024-10-12", "2024-10-12"),
        ("2024-10-01", "2024-10-31", "2024-10"),
        ("2024-01-01", "2024-12-31", "2024"),
        ("2023-01-01", "2024-12-31", "2023 to 2024"),
        ("2024-02-01", "2024-03-31", "2024-02 to 2024-03"),
        ("2024-10-14", "2024-10-20", "2024-10-14 to 2024-10-20"),
    ],
)
def test_days_are_said_no_finer_than_they_are(first: str, last: str, told: str) -> None:
    assert days(Days(first=first, last=last, grain="day"), EN) == told


def test_both_ends_of_a_time_stand_in_the_order_of_the_language() -> None:
    when = Days(first="2024-10-14", last="2024-10-20", grain="day")
    assert days(when, AR) == "من \u20662024-10-14\u2069 إلى \u20662024-10-20\u2069"
    assert days(None, AR) == ""
    assert (between("2021", None, EN), between(None, "2024", EN), between(None, None, EN)) == (
        "since 2021",
        "until 2024",
        "…",
    )


def test_news_of_origins_is_said_in_the_readers_language_with_names_in_their_own_direction() -> None:
    told = "2 origins: المرسى, صدى الميناء; no named source"
    assert news(told, EN) == "independent origins: 2 (\u2068المرسى, صدى الميناء\u2069) · sources: 0"
    assert news(told, AR).startswith("أصول مستقلة: 2 (")
    assert news("no named origin; 1 source: الوزير", EN) == "independent origins: 0 · sources: 1 (\u2068الوزير\u2069)"
    assert news("2024-10-14/2024-10-20", EN) == "2024-10-14 to 2024-10-20"
    assert news("17 (الوزارة) ≠ 71 (الدفاع المدني)", AR) == "17 (الوزارة) ≠ 71 (الدفاع المدني)"


def test_an_office_is_held_no_finer_than_it_is_known() -> None:
    years = TenureItem(office="و", holder="ه", first="2021-01-01", last="2024-10-20", why=[], first_grain="year")
    assert held(years, EN) == "2021 to 2024-10-20"
    assert (
        held(TenureItem(office="و", holder="ه", first="2016-01-01", last=None, why=[], first_grain="year"), EN)
        == "since 2016"
    )
