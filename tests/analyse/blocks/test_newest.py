"""A site's list goes back from today, a chronicle on from day to day."""

from invented_articles import BODY, knowledge, page

from takhrij.analyse import blocks
from takhrij.analyse.blocks import newest
from takhrij.analyse.blocks.lines import cut
from takhrij.records import Analysis
from takhrij.text import fold

STORIES = (
    "عادت محطة الحافلات القديمة في ميرسان إلى العمل بعد عام من الصيانة وسط ترحيب السكان",
    "وصل فريق الميناء لكرة القدم إلى المباراة النهائية بعد فوز صعب على فريق التلال",
    "افتتحت مكتبة جديدة للأطفال في حي المنارة تضم ثلاثة آلاف كتاب وقاعة واسعة للرسم",
    "أغلق الطريق الساحلي ليلا أمام الشاحنات حتى نهاية الشهر لأعمال الصيانة المقررة هناك",
    "منحت جامعة الساحل جائزة السنة لعالمة نبات درست أشجار الزيتون في الجبال العالية",
)


def _body(text: str) -> str:
    found = blocks.find(page(text), fold(text), Analysis(page="p", language="ar"), knowledge())
    return "\n".join(text[b.span.start : b.span.end] for b in found if b.kind == "body")


def _listed(text: str) -> bool:
    folded = fold(text)
    return newest.listed(page(text), folded, knowledge(), cut(page(text), folded, knowledge())) is not None


def test_stories_each_behind_its_day_newest_first_are_a_list() -> None:
    days = (21, 21, 20, 20, 19)
    assert not _body(" . ".join(f"2018 / 1 / {day} - {story}" for day, story in zip(days, STORIES, strict=True)))
    named = (f"مدار , {day} كانون الثاني ( يناير ) 2018 - {s}" for day, s in zip(days, STORIES, strict=True))
    assert not _body(" .\n".join(named))


def test_days_that_go_on_are_a_chronicle() -> None:
    days = [f"2018 / 1 / {day} - {story} في ذلك اليوم ." for day, story in enumerate(STORIES, 3)]
    assert not _listed("\n".join((*BODY, *days)))
    assert _listed("\n".join(reversed(days)))


def test_years_newest_first_and_entries_behind_a_colon_are_a_chronicle() -> None:
    apart = [f"5 يناير {2018 - n} - {story} في ذلك اليوم ." for n, story in enumerate(STORIES)]
    assert not _listed("\n".join(apart))
    colon = [f"{21 - n} يناير 2018 : {story} في ذلك اليوم ." for n, story in enumerate(STORIES)]
    assert not _listed("\n".join(colon))


def test_stories_each_behind_the_time_that_has_gone_by_are_a_list() -> None:
    assert not _body(" ".join(f"منذ {n + 2} ساعات {story}" for n, story in enumerate(STORIES)))


def test_stamps_in_a_row_under_an_article_leave_it_alone() -> None:
    body = _body("\n".join((*BODY, *BODY, "2018 / 01 / 21 " * 5)))
    assert BODY[0] in body


def test_an_article_over_a_list_of_days_stays_however_short() -> None:
    days = (21, 21, 20, 20, 19)
    listed = " . ".join(f"2018 / 1 / {day} - {story}" for day, story in zip(days, STORIES, strict=True))
    assert _body("\n".join((BODY[0], listed))) == BODY[0]


def test_paragraphs_of_an_article_that_each_stand_twice_are_text() -> None:
    told = (BODY[0], *(f"وأضاف الوزير أن {story} كما كان مقررا منذ أشهر ." for story in STORIES))
    assert BODY[0] in _body("\n".join(f"{line}\n{line}" for line in told))


def test_an_article_s_own_day_begins_no_list_of_others() -> None:
    days = (20, 20, 19, 19, 18)
    listed = "\n".join(f"2018 / 1 / {day} - {story}" for day, story in zip(days, STORIES, strict=True))
    assert BODY[0] in _body("\n".join(("2018 / 1 / 21 -", *BODY, listed)))
