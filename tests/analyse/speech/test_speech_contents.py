"""Where what was said ends, and what of it is told by others."""

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and content of every statement."""
    return [(s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements]


def test_a_noun_that_was_said_ends_where_a_verb_goes_on_behind_a_comma() -> None:
    text = "وأعلنت وزارة النقل بدء العمل في الجسر، واتسم العمل بالسرعة."
    assert said(text) == [("وزارة النقل", "بدء العمل في الجسر")]
    text = "دعت وزارة النقل إلى فتح الجسر، فاتفق العمال على موعد قريب."
    assert said(text) == [("وزارة النقل", "إلى فتح الجسر")]


def test_a_description_ends_where_the_narrator_goes_on() -> None:
    text = "ووصف الوزير سمير حداد الجسر بالخطير، فيما بقيت الطريق مفتوحة."
    assert said(text) == [("سمير حداد", "الجسر بالخطير")]


def test_what_is_only_described_is_no_frame_for_what_is_said_next() -> None:
    text = "ووصف الوزير سمير حداد الجسر والطريق بالخطيرين، وقال إن العمل يبدأ غدا."
    assert said(text) == [("سمير حداد", "الجسر والطريق بالخطيرين"), ("سمير حداد", "إن العمل يبدأ غدا")]


def test_a_verb_whose_first_letter_looks_like_and_stays_inside_the_saying() -> None:
    text = "ويقول المرصد السوري إنه وثق مقتل ألف مدني، وكان بينهم مئة طفل."
    assert said(text) == [("المرصد السوري", "إنه وثق مقتل ألف مدني، وكان بينهم مئة طفل")]


def test_a_quoted_clause_behind_more_of_the_subject_is_what_was_said() -> None:
    text = "وأعلن سمير حداد، المدير الشريك في شركة الغد، خلال معرض المدينة، “إن العقد يشمل مئة جسر جديد”."
    assert said(text)[0][1] == "إن العقد يشمل مئة جسر جديد"
