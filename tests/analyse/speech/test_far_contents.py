"""What is said behind more of its subject: callings, short names in marks, times, and أن behind a comma."""

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and content of every statement."""
    return [(s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements]


def test_a_calling_behind_a_name_is_not_what_was_said() -> None:
    text = "أكد الوزير سمير حداد أستاذ الاقتصاد بجامعة المدينة أن الجسر لم يغلق بعد."
    assert said(text) == [("سمير حداد", "أن الجسر لم يغلق بعد")]
    text = "تؤكد مصادر خاصة مقيمة في لندن وتتعاون مع الوزارة، ان الجسر لم يغلق بعد."
    assert said(text) == [("مصادر خاصة", "ان الجسر لم يغلق بعد")]


def test_what_was_said_stays_a_noun_where_a_clause_of_another_verb_follows() -> None:
    text = "أكدت الوزارة استمرار العمل في الجسر، بأن أرسلت المهندسين إليه."
    assert said(text)[0] == ("الوزارة", "استمرار العمل في الجسر، بأن أرسلت المهندسين إليه")


def test_a_name_of_one_word_in_marks_and_a_time_stand_before_what_is_announced() -> None:
    text = 'أعلنت وكالة الفضاء الأمريكية "ناسا" نجاح مهمة المركبة في الفضاء.'
    assert said(text) == [("وكالة الفضاء الأمريكية", "نجاح مهمة المركبة في الفضاء")]
    text = 'وأعلن "فيفا" في أيار (مايو) الماضي استخدام نظام جديد لمراقبة المباريات.'
    assert said(text) == [("فيفا", "استخدام نظام جديد لمراقبة المباريات")]
    text = "استنكرت مملكة البحرين وبشدة تصريحات الوزير ضد المملكة."
    assert said(text) == [("مملكة البحرين", "تصريحات الوزير ضد المملكة")]


def test_explaining_late_in_a_sentence_is_no_between() -> None:
    text = "وفي تصريح للصحفيين بين المهندس سمير حداد أن الجسر لم يغلق بعد."
    assert said(text) == [("سمير حداد", "أن الجسر لم يغلق بعد")]
    assert said("وفي المدينة اتفاق بين الوزارة والبلدية أن يفتح الجسر غدا.") == []
    assert said("أثار الخلاف بين المهندس سمير حداد أن الجسر لم يغلق.") == []


def test_before_as_an_adverb_keeps_what_was_said() -> None:
    text = "وكان نتانياهو قد اعتبر من قبل أن الاتفاق يهدد أمن المدينة."
    assert said(text) == [("نتانياهو", "أن الاتفاق يهدد أمن المدينة")]


def test_a_body_called_by_letters_like_a_verb_does_not_speak_twice() -> None:
    text = "أكدت إدارة الكوارث التابعة لمجلس الوزراء التركي (آفاد)، أنها أرسلت أربعة آلاف خيمة."
    assert said(text) == [("إدارة الكوارث", "أنها أرسلت أربعة آلاف خيمة")]


def test_an_accusation_of_a_short_deed_is_found() -> None:
    text = 'بدوره اتهم التلفزيون السوري "التحالف" بشن الغارات على المدينة.'
    assert [name for name, _ in said(text)] == ["التلفزيون السوري"]


def test_a_verb_of_the_present_that_begins_its_sentence_is_speech_of_nobody_known() -> None:
    text = "أغلق الجسر القديم صباح أمس بعد أن ظهرت فيه شقوق.\n\nويرى أن إصلاح الجسر لن يتم قبل الصيف."
    assert said(text)[-1:] == [("", "أن إصلاح الجسر لن يتم قبل الصيف")]
    assert said("أغلق الجسر صباح أمس.\n\nويروي لنا التاريخ كيف أن الجسور تنهار.") == []


def test_whom_an_attribution_names_may_stand_behind_to_whom_when_and_where_it_was_said() -> None:
    closed = "أغلقت البلدية الجسر القديم ليلة أمس"
    for words in ("قاله لي", "كشف عنه اليوم الثلاثاء", "قاله في تصريح صحفي", "قاله في تصريح للصحفيين"):
        assert said(f"{closed}، وفق ما {words} الوزير سمير حداد.") == [("سمير حداد", closed)]


def test_a_relative_clause_that_no_comma_ends_is_past_where_speech_begins() -> None:
    text = "وقال المصدر العسكري ، الذي رفض كشف اسمه إن القوارب وصلت أمس."
    assert said(text) == [("المصدر العسكري", "إن القوارب وصلت أمس")]


def test_a_name_that_is_cut_off_does_not_swallow_what_is_said() -> None:
    text = "وقال مدير المرصد سامي عبد ان 13 قاربا غرقت قرب الجسر."
    assert [content for _, content in said(text)] == ["ان 13 قاربا غرقت قرب الجسر"]
