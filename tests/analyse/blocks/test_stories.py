"""In a list another story begins every few lines, often in mid-sentence; an article begins once."""

from invented_articles import BODY, knowledge, page

from takhrij.analyse import blocks
from takhrij.analyse.blocks import stories
from takhrij.records import Analysis
from takhrij.text import fold

CUT = (
    "أعلنت بلدية ميرسان اليوم الأحد عن فتح الجسر القديم أمام المارة بعد ترميم دام عامين وشارك فيه مهندسون من",
    "قال وزير الزراعة في ساردونيا أمس السبت إن موسم الزيتون هذا العام هو الأفضل منذ عقد رغم قلة",
    "وصلت إلى ميناء التلال صباح اليوم الأحد سفينة تحمل مئة حافلة كهربائية ستعمل على خطوط العاصمة في",
    "قتل صيادان وأصيب ثالث في انقلاب قاربهم قبالة جزيرة المنارة أمس الجمعة حسب ما ذكر خفر السواحل في",
    "افتتحت الجامعة الوطنية أمس الخميس مختبرا لدراسة الزلازل يضم ثلاثين باحثا ويموله صندوق محلي",
    "تأهل فريق الميناء لكرة السلة إلى نهائي الكأس بعد فوزه على ضيفه فريق الجبل مساء أمس الجمعة بفارق",
    "نفت شركة الكهرباء اليوم الأحد أنباء عن رفع أسعار التيار مؤكدة أن التعرفة الحالية تبقى حتى نهاية",
)


def _body(text: str) -> str:
    found = blocks.find(page(text), fold(text), Analysis(page="p", language="ar"), knowledge())
    return "\n".join(text[b.span.start : b.span.end] for b in found if b.kind == "body")


def test_stories_cut_in_mid_sentence_without_dots_are_a_list() -> None:
    assert not _body("\n".join(" ".join(CUT[k : k + 2]) for k in range(0, len(CUT), 2)))


def test_stories_cut_without_dots_over_a_list_of_stories_cut_with_dots_are_a_list_too() -> None:
    teasers = ("أكدت وزارة النقل أن الطريق الساحلي سيغلق ليلا", "قال مدير الميناء إن ثلاث سفن وصلت صباح اليوم")
    dotted = [f"وأوضح رئيس البلدية أن الجسر . . . {teasers[k % 2]} من الجزر القريبة ." for k in range(6)]
    assert not _body("\n".join((*CUT, *dotted)))


def test_an_article_is_none_though_a_story_stands_behind_it() -> None:
    assert BODY[0] in _body("\n".join((*BODY, *BODY, *BODY, CUT[0])))


def test_a_day_s_round_up_goes_on() -> None:
    told = " . ".join(("وأضاف أن ما جرى في الميناء يخص أهل ميرسان وحدهم", *BODY))
    assert _body(told + " .")


def test_a_verb_in_mid_sentence_may_open_a_story_but_not_behind_a_comma() -> None:
    text = "رئيس البلدية في الجسر القديم أعلن المدير عن فتح المكتبة أمام الزوار ، قال المدير إن الزوار كثر"
    folded = fold(text)
    told = stories.told(folded, knowledge(), [range(len(folded.words))])
    assert [told.words[i] for i, start in stories.candidates(told, knowledge()) if not start] == ["اعلن"]


def test_stories_behind_a_heading_of_related_ones_are_none_of_the_article_s_however_long() -> None:
    body = _body("\n".join(("عودة الجسر القديم في ميرسان", *BODY, *BODY[1:], *BODY[1:], "مقالات ذات صلة", *CUT[:4])))
    assert BODY[0] in body
    assert CUT[2] not in body


def test_an_article_goes_on_behind_a_list_between_its_paragraphs() -> None:
    assert BODY[2] in _body("\n".join((*BODY[:2], "مقالات ذات صلة", "طقس ماطر على الساحل", *BODY[1:], *BODY[1:])))


def test_an_article_whose_headline_is_printed_twice_is_kept_over_a_list_without_a_heading() -> None:
    head = "الجسر الجديد فوق النهر في ميرسان أمام الشاحنات"
    body = _body("\n".join((head, "الرئيسية", head, BODY[0], " ".join(CUT))))
    assert body == BODY[0]
    assert not _body("\n".join((head, BODY[0], " ".join(CUT))))


def test_an_article_comes_back_to_what_it_begins_with_and_a_list_does_not() -> None:
    def comes_back(text: str) -> float:
        folded = fold(text)
        found = stories.signs(stories.told(folded, knowledge(), [range(len(folded.words))]), knowledge())
        return found.signs["the lead's words later"] if found else -1.0

    later = "ويربط الجسر ضفتي النهر في ميرسان، وتنتظر الشاحنات على جانبيه منذ أن أغلق."
    assert comes_back(" ".join((*BODY, later))) > 0.2 > comes_back(" ".join(CUT)) >= 0


def test_a_short_text_is_no_list_where_no_other_story_begins() -> None:
    text = (
        'سبق- التلال: احتفل "سالم بن هاني البحري"، بزواج نجله "نادر" على ابنة الشيخ "كمال بن رامي الجبلي"، وذلك '
        "بقاعة السلام للاحتفالات بالتلال، وسط حضور كبير من الأهل والأصدقاء والأقارب، وعدد من مشايخ ووجهاء المجتمع. "
        '"سبق" تهنئ العروسين وتتمنى لهما حياة زوجية سعيدة.'
    )
    assert "بزواج نجله" in _body(f'"البحري" يحتفل بزفاف "نادر"\n\n{text}')
