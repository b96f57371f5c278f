"""A headline that names its speaker before a colon is a statement, where the text lets the same one speak."""

import pytest
from invented_articles import page

from takhrij import lang, world
from takhrij.analyse import analyse
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())
BODY = (
    "\n\nبيروت - قال الوزير سمير حداد أمس إن الجسر الجديد مفتوح أمام الشاحنات في الأسبوع المقبل."
    "\n\nوأضاف أن المهندسين فحصوا الأعمدة كلها وأن التقرير سينشر يوم الأحد أمام الصحفيين في مقر الوزارة."
)


def _of_headline(headline: str) -> list[tuple[str, str]]:
    text = headline + BODY
    found = analyse(page(text), KNOWLEDGE).statements
    spans = [(s.speaker.name, s.content) for s in found if s.content.start < len(headline)]
    return [(name, text[span.start : span.end]) for name, span in spans]


def test_what_a_headline_tells_behind_its_speaker_is_his() -> None:
    assert _of_headline("الوزير سمير حداد: الجسر آمن للسكان ولن يغلق") == [("سمير حداد", "الجسر آمن للسكان ولن يغلق")]


@pytest.mark.parametrize(
    "headline",
    [
        "لبنان: فتح الجسر الجديد أمام الشاحنات",
        "الوزير رامي منصور: الجسر آمن للسكان ولن يغلق",
        "أزمة الجسر: الشاحنات تنتظر منذ أسبوع",
        "سمير حداد: الجسر",
    ],
)
def test_places_topics_and_who_says_nothing_in_the_text_do_not_speak_in_headlines(headline: str) -> None:
    assert _of_headline(headline) == []
