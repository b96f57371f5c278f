"""Nouns of saying with their subject and what was said: إعلان الوزارة فتح الجسر."""

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and content of every statement."""
    return [(s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements]


def test_a_noun_stands_behind_a_name_in_marks_or_brackets() -> None:
    text = 'وجاء ذلك بعد يوم من إعلان كتلة "الغد"، الانفصال عن الائتلاف.'
    assert said(text) == [("كتلة الغد", "الانفصال عن الائتلاف")]
    text = "فتح الجسر بعد ثلاث سنوات من إعلان تنظيم (داعش) الرقة عاصمة له."
    assert [content for _, content in said(text)] == ["الرقة عاصمة له"]


def test_a_verbal_noun_or_the_head_of_another_is_what_was_said() -> None:
    text = "يأتي ذلك بعد إعلان الرئيس سمير حداد الاعتراف بالقدس عاصمة."
    assert said(text) == [("سمير حداد", "الاعتراف بالقدس عاصمة")]
    assert said("بقي الجسر مغلقا رغم تأكيد الوزارة سلامة الجسر.") == [("الوزارة", "سلامة الجسر")]
    assert said("بقي الجسر مغلقا رغم تأكيد الوزارة الدائم.") == []


def test_what_a_call_is_for_follows_its_subject_at_once() -> None:
    assert said("فتح الجسر تلبية لدعوة الأهالي لفتح الطريق القديم.") == [("الأهالي", "لفتح الطريق القديم")]
    assert said("ورغم دعوة الوزارة إلى فتح الجسر، فإن الكثيرين يخافون.") == [("الوزارة", "إلى فتح الجسر")]
    assert said("يعرف تحفظه على دعوة الأهالي في المدينة القديمة لأمنهم.") == []
