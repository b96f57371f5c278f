"""Who is no speaker: whom one accuses, whom one tells of, verbs, objects and prepositions that look like a name."""

from invented_speech import told

from bench.bare import analysed
from takhrij import lang, world
from takhrij.knowledge import Knowledge

KNOWLEDGE = Knowledge(lang.load(), world.load())


def said(text: str) -> list[tuple[str, str]]:
    """Return speaker and content of every statement."""
    return [(s.speaker.name, text[s.content.start : s.content.end]) for s in analysed(text, KNOWLEDGE).statements]


def test_who_alone_stands_behind_a_verb_of_accusing_is_accused() -> None:
    text = "قال سمير حداد إن الجسر آمن. ثم اتهم زياد نجار بالإهمال."
    assert said(text)[-1] == ("سمير حداد", "زياد نجار بالإهمال")
    assert said("وقد اتهم زياد نجار بالإهمال.") == []


def test_nobody_speaks_of_himself_by_name_behind_a_verb_without_a_subject() -> None:
    text = "قال الوزير سمير حداد إن الجسر آمن. وأضاف أن سمير حداد أخطأ في ذلك."
    assert said(text)[-1] == ("", "أن سمير حداد أخطأ في ذلك")


def test_what_completes_a_verb_is_no_speaker() -> None:
    text = "قال الوزير سمير حداد إن الجسر آمن. وكشف النقاب عن خطة جديدة."
    assert said(text)[-1] == ("سمير حداد", "عن خطة جديدة")


def test_a_clause_with_when_has_its_subject_behind_its_verb() -> None:
    text = "العمل يسير على قدم وسائق، وعندما يقول زياد نجار إن الجسر مغلق يصدقه الناس."
    assert [speaker for speaker, _ in said(text)] == ["زياد نجار"]


def test_a_preposition_is_no_imam_and_a_verb_no_name() -> None:
    assert all(not speaker.startswith("أمام") for speaker, _ in said("وادعت أمام الحضور أن الجسر آمن."))
    assert said("كل رد يقوم على أن الجسر آمن.") == []
    assert said("أكد ياسر الحدادي أن الجسر آمن.") == [("ياسر الحدادي", "أن الجسر آمن")]


def test_one_goes_on_with_ones_work_without_saying_anything() -> None:
    assert said("فتحت الشركة الجسر القديم في المدينة كما واصلت أعمالها في القرية.") == []


def test_whoever_goes_on_may_speak_without_marks() -> None:
    text = "قال الوزير سمير حداد إن الجسر آمن. وأضاف نحن نعمل على فتح الطريق."
    assert said(text)[-1] == ("سمير حداد", "نحن نعمل على فتح الطريق")


def test_what_something_is_held_to_be_may_stand_in_marks() -> None:
    assert said('وتعتبر وزارة النقل الجسر "نسخة مزيفة".') == [("وزارة النقل", 'الجسر "نسخة مزيفة"')]


def test_a_blessing_behind_a_name_is_nobody_and_a_mother_is_not_her_son() -> None:
    said = told("عن عبد الله بن عمرو أن النبي صلى الله عليه وسلم قال: الراحمون يرحمهم الرحمن.")
    assert [s[0] for s in said] == ["النبي"]
    said = told("ووصل سمير محمد إلى المدينة. وقالت أم محمد إن الجسر آمن.")
    assert [s[0] for s in said] == ["أم محمد"]
