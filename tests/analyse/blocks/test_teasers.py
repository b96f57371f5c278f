"""A page of teasers reads like running text line by line; over the lines it does not."""

from invented_articles import BODY, kinds, knowledge, page

from takhrij.analyse import blocks
from takhrij.records import Analysis
from takhrij.text import fold

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"


def _body(*lines: str) -> list[str]:
    text = "\n".join(lines)
    found = blocks.find(page(text), fold(text), Analysis(page="p", language="ar"), knowledge())
    return [text[b.span.start : b.span.end] for b in found if b.kind == "body"]


def test_stories_that_break_off_one_after_another_are_no_article() -> None:
    assert not _body(
        "أعلنت بلدية ميرسان أمس فتح الجسر الجديد أمام الشاحنات بعد عامين من العمل .",
        "وأوضح رئيس البلدية أن الجسر . . . أكدت وزارة النقل أن الطريق الساحلي سيغلق ليلا لأعمال الصيانة .",
        "وأضافت الوزارة في بيان أن . . . قال مدير الميناء إن ثلاث سفن وصلت صباح اليوم من الجزر القريبة .",
        "وتحمل السفن مواد بناء . . . ذكرت شركة المياه أن الضخ سيتوقف ساعتين يوم الجمعة في حي المنارة .",
    )


def test_an_article_with_dots_in_it_stays() -> None:
    told = "وأضاف الوزير أن الجسر كلف كثيرا . . . لكنه سيخدم البلدة وأهلها سنوات طويلة كما يأمل الجميع هنا ."
    assert _body(TITLE, *BODY, told)[-1] == told


def test_one_dateline_opens_one_article() -> None:
    stories = [
        "مدار الساحل - افتتحت بلدية ميرسان مكتبة جديدة للأطفال في حي المنارة أمس .",
        "مدار الساحل - أغلقت شركة النقل محطة الحافلات القديمة وسط البلدة لأعمال الصيانة .",
        "مدار الساحل - وصل فريق الميناء لكرة القدم إلى المباراة النهائية بعد فوز صعب .",
    ]
    assert not _body(*stories)
    assert _body(TITLE, stories[0], *BODY)


def test_a_headline_with_a_dash_that_the_page_s_top_says_again_and_again_opens_no_texts() -> None:
    title = "جسور ميرسان القديمة - الجديدة في خطة النقل"
    assert _body(title, f"{title}\n{title}", *BODY)


def test_a_heading_that_names_an_archive_opens_teasers() -> None:
    assert not _body("أرشيف الوسم : الجسر", *BODY)


def test_headlines_glued_to_their_own_stories_end_the_text() -> None:
    stories = (
        (
            "بلدية الوادي تفتتح حديقة عامة جديدة",
            "افتتحت بلدية الوادي صباح الخميس حديقة عامة جديدة",
            "بعد سنة من العمل",
        ),
        (
            "شركة المياه تخفض أسعار الاشتراك للأسر",
            "أعلنت شركة المياه أنها تخفض أسعار الاشتراك للأسر",
            "منذ أول الشهر",
        ),
        ("فريق النسور يفوز ببطولة كرة السلة", "فاز فريق النسور مساء السبت ببطولة كرة السلة", "للمرة الثالثة هنا"),
    )
    tail = [f"{head} {lead} {rest} وسط اهتمام كبير من السكان ." for head, lead, rest in stories]
    assert _body(TITLE, *BODY, *tail) == _body(TITLE, *BODY)


def test_chapters_whose_heads_are_glued_to_them_stay_text() -> None:
    chapters = [
        f"الجسر والنهر في فصل {name} يصف الكاتب الجسر فوق النهر في {name} وكيف فتحه وزير النقل أمام شاحنات البلدة ."
        for name in ("البدايات", "العمل", "الافتتاح", "النقل", "الصيانة")
    ]
    more = [f"ويقول إن وزير النقل في ميرسان زار الجسر {n} مرات قبل أن تعبره الشاحنات ." for n in (2, 3, 4)]
    body = _body(TITLE, *BODY, *BODY[1:], chapters[0], more[0], chapters[1], more[1], chapters[2], more[2])
    assert chapters[2] in body


def test_beginnings_of_other_stories_in_one_line_under_the_text_are_no_text() -> None:
    run = (
        "أعلنت وزارة النقل اليوم عن خطة جديدة لفتح . . . قالت مصادر محلية إن الجسر القديم قد . . . "
        "استقبل رئيس البلدية وفدا من التجار في قاعة . . . الساحل تويتر"
    )
    found = kinds("\n".join([TITLE, *BODY, *BODY, run]))
    assert [kind for kind, line in found if line.startswith("أعلنت وزارة النقل اليوم")] == ["related"]


def test_a_text_that_leaves_words_out_stays_a_text() -> None:
    line = 'وقال الوزير "سنفتح الجسر . . . لن ننتظر أحدا" وأضاف "لكن الأمر . . . صعب" في كلمته أمام التجار في ميرسان.'
    assert ("body", line) in kinds("\n".join([TITLE, *BODY, *BODY, line]))


def test_a_page_whose_heading_is_a_tag_lists_stories() -> None:
    heading = "الساحل | أخبار - # ميرسان أخبار - # ميرسان"
    assert not _body(f"{heading} {BODY[0]}", *BODY[1:])


def test_sentences_that_each_open_a_story_are_a_list() -> None:
    assert not _body(
        "أعلنت بلدية ميرسان فتح الجسر الجديد أمام الشاحنات بعد عامين من العمل .",
        "استقبل وزير الزراعة وفدا من مزارعي الزيتون في مكتبه صباح اليوم .",
        "أكدت نقابة الصيادين أن الموسم الحالي أفضل من سابقه بكثير جدا .",
        "قالت هيئة الأرصاد إن عاصفة رملية تقترب من الصحراء الشرقية للبلاد .",
        "كشف متحف العاصمة عن لوحة نادرة لرسام مجهول من القرن الماضي .",
        "دعا اتحاد الكتاب أعضاءه إلى انتخاب مجلس جديد نهاية الشهر القادم .",
    )


def test_sentences_printed_twice_of_which_none_goes_on_are_a_list() -> None:
    assert not _body(
        *(
            line
            for line in (
                "شنت قوات الجزيرة هجوما على معقل القراصنة قرب المضيق الغربي فجر السبت .",
                "دعت هيئة الأرصاد سكان الصحراء الشرقية إلى البقاء في بيوتهم ليلا .",
                "رفعت شركة الكهرباء أسعار الاشتراك للأسر بنسبة قليلة منذ أول الشهر .",
                "خرجت تظاهرة للمعلمين في العاصمة طلبا لزيادة الرواتب ظهر أمس .",
                "اتهم اتحاد الكتاب دار نشر أجنبية بسرقة رواية من القرن الماضي .",
                "وصل وفد من تجار الحرير إلى ميرسان لافتتاح معرض كبير للأقمشة .",
                "هاجم سرب من الجراد حقول القمح في الوادي الجنوبي صباح اليوم .",
                "أجرى رئيس الجامعة محادثات مع باحثين يدرسون لغات قديمة منقرضة .",
                "أعلن متحف التاريخ العثور على نقود ذهبية تحت أرض المسرح الروماني .",
                "قتل دب ضال راعيا وجرح كلبه في الجبال الثلجية قرب الحدود .",
                "حسم فريق النسور لقب بطولة السلة بعد مباراة مثيرة مع منافسه .",
            )
            for _ in range(2)
        )
    )
