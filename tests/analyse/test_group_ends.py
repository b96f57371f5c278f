"""Where an organisation's name ends: before verbs, and before what its men are about."""

import pytest

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("تقدمت قوات النظام للسيطرة على المدينة.", ["قوات النظام"]),
        ("انسحبت القوات الموالية للحكومة من المدينة.", ["القوات الموالية للحكومة"]),
        ("أعلنت المنظمة عثرت على ألغام قديمة.", []),
        ("وصلت شركة رانجان إلى السوق.", ["شركة رانجان"]),
        ("تتعاون مع القوات الروسية والتغطية الجوية.", ["القوات الروسية"]),
        ("أعلنت وزارة الشؤون العربية والخارجية الفرنسية ذلك.", ["وزارة الشؤون العربية والخارجية الفرنسية"]),
        ("تقدم جهاز مكافحة الإرهاب في المدينة.", ["جهاز مكافحة الإرهاب"]),
        ("أنشئ مركز مكافحة تمويل الإرهاب في المدينة.", ["مركز مكافحة تمويل الإرهاب"]),
        ("فاز مكتب دراسات ألماني بالعقد.", []),
    ],
)
def test_an_organisations_name_ends_before_verbs_and_errands(text: str, names: list[str]) -> None:
    found = analysed(text, KNOWLEDGE).mentions
    assert [text[m.span.start : m.span.end] for m in found if m.kind == "organization"] == names


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ('أعلن لواء "خالد بن سالم" انسحابه.', "organization", "لواء خالد بن سالم"),
        ("تحدث اللواء خالد بن سالم أمس.", "person", "خالد بن سالم"),
        ("وصل السكان إلى حي بستان الزهر في المدينة.", "place", "حي بستان الزهر"),
        ("قالت القناة 20 الإسرائيلية إن الجسر آمن.", "outlet", "القناة 20 الإسرائيلية"),
    ],
)
def test_units_districts_and_channels_are_named_whole(text: str, kind: str, name: str) -> None:
    assert (kind, name) in [(m.kind, m.name) for m in analysed(text, KNOWLEDGE).mentions]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("قال الوزير لصحيفة الغد إن الجسر آمن.", "الوزير"),
        ("دعا الرئيس الفرنسي للبدء في حوار.", "الرئيس الفرنسي"),
        ("شكرت الوزيرة الحكومة المصرية على ذلك.", "الوزيرة"),
        ("قال وزير الدولة للشؤون الخارجية إن الجسر آمن.", "وزير الدولة للشؤون الخارجية"),
    ],
)
def test_an_office_ends_before_whom_its_bearer_speaks_to(text: str, office: str) -> None:
    assert office in [m.name for m in analysed(text, KNOWLEDGE).mentions if m.kind == "office"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("قال وزير الحرب في تنظيم داعش إن المدينة آمنة.", ("", "")),
        ("قال وزير الدفاع في جبهة النصرة إن المدينة آمنة.", ("", "")),
        ("قال سامي حداد، وزير الدفاع في تنظيم القاعدة، إن المدينة آمنة.", ("", "")),
        ("قال وزير الدفاع في الجيش إن المدينة آمنة.", ("defence_minister", "")),
        ("قال وزير الدفاع العراقي في مجلس الأمن الوطني إن المدينة آمنة.", ("defence_minister", "IQ")),
    ],
)
def test_the_minister_of_a_body_is_no_states_minister(text: str, key: tuple[str, str]) -> None:
    roles = [r for m in analysed(text, KNOWLEDGE).mentions for r in m.roles]
    assert key in [(r.office, r.state) for r in roles]
