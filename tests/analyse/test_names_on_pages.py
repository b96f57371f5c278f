"""Where persons' names end, what begins none, and which title behind a name is its bearer's."""

import pytest

from takhrij import lang, world
from takhrij.analyse import mentions
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Block, Mention, Page, Span
from takhrij.text import fold

KNOWLEDGE = Knowledge(lang.load(), world.load())


def _find(text: str) -> tuple[Mention, ...]:
    page = Page(id="p", text=text, sources=("test",), raw_sha256="")
    block = Block(span=Span(page="p", start=0, end=len(text)), kind="body", article="p/article/0")
    return mentions.find(page, fold(text), Analysis(page="p", language="ar", blocks=(block,)), KNOWLEDGE)


def _persons(text: str) -> list[str]:
    return [text[m.span.start : m.span.end] for m in _find(text) if m.kind == "person"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وصل ناصر بن عبد العزيز الداود إلى المدينة", ["ناصر بن عبد العزيز الداود"]),
        ("قال حسن بن عبد الله الحميدان إن الحفل تأجل", ["حسن بن عبد الله الحميدان"]),
        ("أكد سعود العبد اللطيف أن السوق هادئة", ["سعود العبد اللطيف"]),
        ("وصل نايف ـ أيمن الزاهوري ـ سامي الداهوك", ["أيمن الزاهوري", "سامي الداهوك"]),
        ("قام ببطولته مايكل دوغلاس وجون ميلر", ["مايكل دوغلاس", "جون ميلر"]),
        ("حضر الوفد وتركي بن ناصر الداود", ["تركي بن ناصر الداود"]),
        ("عبر عن أمل أوباما في ذلك", ["أوباما"]),
        ("حضر اللواء ركن طيار سامي الداهوك", ["سامي الداهوك"]),
        ("التنظيم بزعامة أبي بكر البغدادي في الشمال", ["أبي بكر البغدادي"]),
    ],
)
def test_names_are_read_to_their_end_and_no_further(text: str, names: list[str]) -> None:
    assert _persons(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "انتهى العمل بعد توفيق الله وحده",
        "في شهر رمضان المبارك تزيد المبيعات",
        "هو صديق عزيز لي",
        "كنت أقول لأبي كل يوم",
        "تشير معلوماتنا إلى تأخر الوفد",
        "يعتمد ذلك على نور البصيرة",
        "داوم على عبادة ربه",
    ],
)
def test_phrases_that_begin_like_a_name_are_none(text: str) -> None:
    assert _persons(text) == []


def test_who_is_joined_by_and_behind_a_comma_does_not_hold_the_office_before_it() -> None:
    found = _find("بينهم عقيل صالح رئيس البرلمان، وعبد الله الداود، رئيس الحكومة، وصلوا")
    (second,) = [m for m in found if m.name == "عبد الله الداود"]
    assert [r.name for r in second.roles] == ["رئيس الحكومة"]


def test_a_title_right_behind_the_subject_of_a_verb_of_saying_is_his() -> None:
    found = _find("وقال النقيب سامي النجداوي المتحدث باسم الشرطة إن الفرق وصلت")
    assert [[r.name for r in m.roles] for m in found if m.kind == "person"] == [["النقيب", "المتحدث باسم الشرطة"]]
    found = _find("استقبل سامي النجداوي رئيس الوزراء في مكتبه")
    assert [m.roles for m in found if m.kind == "person"] == [()]


def test_a_purpose_behind_a_title_or_a_force_is_not_its_own() -> None:
    text = "ميليشيات تهاجم الرئيس للإطاحة بالحكم"
    assert [text[m.span.start : m.span.end] for m in _find(text) if m.kind == "office"] in ([], ["الرئيس"])
    text = "قصف قوات النظام لبلدة الزاهورية"
    assert "قوات النظام لبلدة" not in " ".join(m.name for m in _find(text))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("ونقلت الصحيفة عن المهندس سامي النجداوي مدير عام المطار أنه باق", ["مدير عام المطار"]),
        ("سامي النجداوي المتحدث باسم الشرطة أوضح ذلك", ["المتحدث باسم الشرطة"]),
        ("وحضر عدد من الضيوف، والدكتور سامي النجداوي وزير المالية، وآخرون", ["وزير المالية"]),
        ("وحضر عدد من الضيوف، وسامي النجداوي رئيس البلدية وآخرون", []),
        ("واستقبل سامي النجداوي وزير المالية في مكتبه", []),
        ("وبحث ذلك مع الرئيس سامي النجداوي وزير الخارجية المصري", ["الرئيس"]),
        ("وصل محافظ المؤسسة العامة للتدريب د. سامي النجداوي أمس", ["محافظ المؤسسة العامة للتدريب"]),
        ("أقام سفير خادم الحرمين الشريفين لدى الأردن سامي النجداوي حفلا", ["سفير خادم الحرمين الشريفين لدى الأردن"]),
        ("وحضر مستشار خادم الحرمين الشريفين الأمير سامي النجداوي", ["مستشار خادم الحرمين الشريفين", "الأمير"]),
        ("وقال أمير الكويت لوزير الخارجية سامي النجداوي إن بلاده باقية", ["وزير الخارجية"]),
        ("وحضر رئيس اللجنة العليا سامي النجداوي", ["رئيس اللجنة العليا"]),
        ("وحضر المشرف العام على السباق سامي النجداوي", ["المشرف العام على السباق"]),
        ("وبعد مقتل سامي النجداوي قائد الفرقة أمس", ["قائد الفرقة"]),
        ("وأكد لـ«عكاظ» سامي النجداوي قائد الفرقة أنها باقية", ["قائد الفرقة"]),
        ("وأكد لصحيفة عكاظ الدكتور سامي النجداوي قائد الفرقة أنها باقية", ["قائد الفرقة"]),
        ("لكن رئيس وزرائها سامي النجداوي اعترف بذلك", ["رئيس وزرائها"]),
        ("وافتتح مدير جامعة الزاهورية الدكتور سامي النجداوي الندوة", ["مدير جامعة الزاهورية"]),
        ("وقال الناطق الإعلامي بجوازات المنطقة الرائد سامي النجداوي إنها مغلقة", ["الناطق الإعلامي بجوازات المنطقة"]),
        ("واستقبل وزير الصحة أمس الدكتور سامي النجداوي", []),
        ("وحضر مدير الشرطة بمحافظة جدة العقيد سامي النجداوي", ["مدير الشرطة بمحافظة جدة"]),
        ("وتقدم وكيل المحافظة، ومدير الشرطة سامي النجداوي المصلين", ["مدير الشرطة"]),
        ("وحضر عضو مجلس الوزراء الدكتور مساعد بن محمد النجداوي", ["عضو مجلس الوزراء"]),
    ],
)
def test_a_title_is_of_the_name_beside_it_where_nobody_else_can_hold_it(text: str, roles: list[str]) -> None:
    assert [[r.name for r in m.roles] for m in _find(text) if m.kind == "person"] == [roles]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        (
            "شرف الحفل صاحب السمو الملكي الأمير نادر بن سالم وزير الداخلية، وكبار الضيوف",
            ["الأمير", "وزير الداخلية"],
        ),
        (
            "برعاية الأمير نادر بن سالم مستشار الملك وزير الداخلية.",
            ["الأمير", "مستشار الملك", "وزير الداخلية"],
        ),
        ("شهد الفريق نادر السالمي رئيس هيئة الموانئ التجربة", ["رئيس هيئة الموانئ"]),
        ("استقبل صاحب السمو الملكي الأمير نادر بن سالم وزير الداخلية، وكبار الضيوف", ["الأمير"]),
        ("التقى الأمير نادر بن سالم وزير الداخلية أمس", ["الأمير"]),
    ],
)
def test_an_office_behind_a_name_with_what_honours_it_is_its_bearers_unless_he_receives(
    text: str, roles: list[str]
) -> None:
    (person,) = [m for m in _find(text) if m.kind == "person"]
    assert [r.name for r in person.roles] == roles


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقال عبد الله الصمعين، عضو المجلس، إن العمل بدأ", ["عبد الله الصمعين"]),
        ("وأضاف طالب بن محفوظ أن العمل بدأ", ["طالب بن محفوظ"]),
        ("زار الوزير نادر محفوظ بحاح، ثم عاد", ["نادر محفوظ بحاح"]),
        ("أكد أن أمين المدينة أشرف على العمل", []),
        ("شكر الدكتور عبدالله بن عبدالعزيز الربيعة الحضور", ["عبدالله بن عبدالعزيز الربيعة"]),
        ("عين الأمير نادر بن سالم أميراً للمنطقة", ["نادر بن سالم"]),
        ("شكر الدكتور نادر الصالحي كريم الحضور", ["نادر الصالحي"]),
        ("بينهم سامي حداد المقرب من الوزير", ["سامي حداد"]),
        ("لعبوا في جو اتسم بالمودة", []),
        ("قال القاسم بن سالم ذلك", ["القاسم بن سالم"]),
        ("احتفل الأمير الوليد بن سالم أمس", ["الوليد بن سالم"]),
        ("شكر الدكتور مساعد محمد الطويري الحضور", ["مساعد محمد الطويري"]),
        ("احتفل الشاب علي بن ناصر الداهوك بزواجه", ["علي بن ناصر الداهوك"]),
        ("وقال أبو مالك التلي إن", ["أبو مالك التلي"]),
        ("قام باراك أوباما بأول زيارة", ["باراك أوباما"]),
        ("أوصاهم بعدها تقوى الله وحده", []),
        ("كان اللاعب البرازيلي أصغر لاعب في البطولة", []),
        ("وقال سامي نجار زملاؤنا يعملون كل يوم", ["سامي نجار"]),
    ],
)
def test_names_go_on_with_families_in_no_list_and_end_before_what_is_none(text: str, names: list[str]) -> None:
    assert _persons(text) == names


def test_a_line_that_only_tells_whose_the_article_is_names_its_writer_in_full() -> None:
    text = "داليا أبوالعيش"
    page = Page(id="p", text=text, sources=("test",), raw_sha256="")
    block = Block(span=Span(page="p", start=0, end=len(text)), kind="byline", article="p/article/0")
    (found,) = mentions.find(page, fold(text), Analysis(page="p", language="ar", blocks=(block,)), KNOWLEDGE)
    assert (found.kind, found.name) == ("person", text)
    assert _persons(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("أعلنت الهيئة العامة للسياحة والتراث الوطني البرنامج", ["الهيئة العامة للسياحة والتراث الوطني"]),
        ("وتقدمت القوات الموالية للرئيس السابق نادر سالم بعد ذلك", ["القوات الموالية للرئيس السابق نادر سالم"]),
        ("أعلنت الهيئة الوطنية لمكافحة الفساد البرنامج", ["الهيئة الوطنية لمكافحة الفساد"]),
        ("أعلن اتحاد الجزيرة لكرة القدم البرنامج", ["اتحاد الجزيرة لكرة القدم"]),
        ("دعا المجلس الأعلى لمناقشة الأزمة", ["المجلس الأعلى"]),
        ("وجهت وزارة الصحة لمكافحة الوباء فرقا", ["وزارة الصحة"]),
        ("أبلغ الجيش التركي الجيش الروسي بذلك", ["الجيش التركي", "الجيش الروسي"]),
        ("يصوت المجلس اليوم الخميس على القرار", []),
        ("صدر في 26 أكتوبر / تشرين أول عن المكتب", []),
        ("ينظم القانون تنظيم الحياة السياسية", []),
        ("نقلت صحيفة اليوم عن الوزير ذلك", ["اليوم"]),
    ],
)
def test_bodies_and_outlets_end_where_their_names_do(text: str, names: list[str]) -> None:
    assert [m.name for m in _find(text) if m.kind in ("organization", "outlet")] == names


def test_a_province_that_bears_a_persons_name_is_a_place() -> None:
    (found,) = [m for m in _find("وصل إلى محافظة صلاح الدين أمس") if m.kind in ("person", "place")]
    assert (found.kind, found.name) == ("place", "صلاح الدين")
