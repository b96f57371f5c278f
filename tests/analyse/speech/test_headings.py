"""Who speaks before a colon: people of a calling, governments, states that say we; and who does not."""

import pytest
from invented_speech import told


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("محللون: الجسر لن يفتح قبل الشتاء المقبل.", "محللون"),
        ("الحكومة العراقية: إغلاق الجسر القديم قرار خاطئ تماما.", "الحكومة العراقية"),
        ("المغرب: اضطررنا إلى إغلاق الجسر أمام الشاحنات.", "المغرب"),
        ("وزارة النقل: سمير حداد لن يستقيل هذا العام.", "وزارة النقل"),
    ],
)
def test_people_governments_and_states_that_say_we_speak_before_a_colon(text: str, speaker: str) -> None:
    assert [(who, said) for who, _, said in told(text)] == [(speaker, text.partition(": ")[2].rstrip("."))]


@pytest.mark.parametrize(
    "text",
    [
        "المغرب: ارتفاع عدد الزوار في الشتاء الماضي.",
        "وزير النقل: سمير حداد من مواليد المدينة القديمة.",
    ],
)
def test_a_state_as_a_topic_and_a_profile_say_nothing(text: str) -> None:
    assert told(text) == []


def test_what_a_body_is_or_a_page_links_to_is_said_by_nobody() -> None:
    assert told("اللجنة المالية: هي اللجنة المسؤولة عن جميع شؤون الحزب.") == []
    assert told("شاهد أيضا: نتيجة اجتماع وزراء داخلية الولايات.") == []
