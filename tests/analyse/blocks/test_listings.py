"""What a site cuts by machine it cuts evenly; a writer's dots stand anywhere."""

from invented_articles import BODY, knowledge, page

from takhrij.analyse import blocks
from takhrij.records import Analysis
from takhrij.text import fold

STORIES = (
    "محطة الحافلات القديمة في ميرسان تعود إلى العمل بعد عام من الصيانة وسط ترحيب السكان الذين انتظروا . . .",
    "فريق الميناء لكرة القدم يصل إلى المباراة النهائية بعد فوز صعب في الدقائق الأخيرة على فريق التلال . . .",
    "مكتبة جديدة للأطفال في حي المنارة تضم ثلاثة آلاف كتاب وقاعة للرسم يشرف عليها متطوعون من المدرسة . . .",
    "الطريق الساحلي يغلق ليلا أمام الشاحنات حتى نهاية الشهر لأعمال الصيانة التي بدأتها الوزارة هناك . . .",
)


def _body(text: str) -> str:
    found = blocks.find(page(text), fold(text), Analysis(page="p", language="ar"), knowledge())
    return "\n".join(text[b.span.start : b.span.end] for b in found if b.kind == "body")


def test_a_page_that_only_lists_beginnings_has_no_text_whether_they_stand_in_lines_or_are_glued() -> None:
    assert not _body("\n".join(STORIES))
    assert not _body(" ".join(STORIES))


def test_beginnings_behind_an_article_leave_it_alone() -> None:
    body = _body("\n".join((*BODY, *BODY, *STORIES)))
    assert BODY[0] in body
    assert not any(story[:40] in body for story in STORIES)


def test_a_writers_dots_are_no_list() -> None:
    told = "قال لي . . . ثم سكت طويلا وهو ينظر إلى البحر . . . لا أحد يعود ! . . . هكذا قال . . . "
    assert BODY[0] in _body("\n".join((*BODY, told, *BODY[:1])))


def test_stories_each_under_a_date_and_an_hour_are_a_list() -> None:
    dated = [f"السبت , {day} يناير 2018 - {day} : 10 م {story[:90]}" for day, story in enumerate(STORIES, 3)]
    assert not _body("\n".join(dated))


def test_a_story_may_break_off_behind_any_word_before_the_next_one_s_stamp() -> None:
    dated = [f"January {day} , 2018 0{day} : 10 PM {story[:90]} مع" for day, story in enumerate(STORIES, 3)]
    assert not _body(" ".join(dated))


def test_a_chronicle_of_days_is_text() -> None:
    days = [f"{day} يناير 2018 {story[:90]} في ذلك اليوم ." for day, story in enumerate(STORIES, 3)]
    assert BODY[0] in _body("\n".join((*BODY, *days)))
