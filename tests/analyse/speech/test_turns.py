"""Interviews: each answer is a statement, of whoever stands before its colon or of whom the article is about."""

import pytest
from invented_speech import statements, told

LEAD = "وقال الوزير سمير حداد إن الجسر آمن. وأضاف حداد أن العمل مستمر."
NAMED = """{lead}
الغد: متى يفتح الجسر أمام الناس؟
الوزير سمير حداد: سنفتح الجسر في الربيع. وقد تأخر العمل بسبب الأمطار.
الغد: وماذا عن كلفة الجسر؟
حداد: الكلفة أقل مما قيل في المدينة.
الغد: وهل من كلمة أخيرة؟
حداد: أشكر العمال على صبرهم الطويل."""
DASHED = """{lead}
* متى يفتح الجسر أمام الناس؟
- سنفتح الجسر في الربيع. وقد تأخر العمل بسبب الأمطار.
* وماذا عن كلفة الجسر؟
- الكلفة أقل مما قيل في المدينة.
* وهل من كلمة أخيرة؟
- أشكر العمال على صبرهم الطويل."""
ANSWERS = [
    "سنفتح الجسر في الربيع. وقد تأخر العمل بسبب الأمطار",
    "الكلفة أقل مما قيل في المدينة",
    "أشكر العمال على صبرهم الطويل",
]


def test_answers_behind_a_name_and_a_colon_are_whole_and_the_questions_are_nobodys() -> None:
    found = told(NAMED.format(lead=LEAD))[2:]
    assert [said for _, _, said in found] == ANSWERS
    assert {who for who, _, _ in found} == {"سمير حداد"}


def test_answers_behind_dashes_are_whose_the_lead_names_most() -> None:
    found = told(DASHED.format(lead=LEAD))[2:]
    assert [said for _, _, said in found] == ANSWERS
    assert {who for who, _, _ in found} == {"سمير حداد"}


def test_an_answer_says_by_which_mark_it_is_known() -> None:
    answer = statements(NAMED.format(lead=LEAD))[2]
    assert answer.quoted
    assert answer.why[0].rule == "answer"
    assert NAMED.format(lead=LEAD)[answer.cue.start : answer.cue.end] == ":"


def test_what_readers_ask_and_a_paper_answers_is_no_interview() -> None:
    asked = """* ما الجسر المعلق؟
- هو جسر تحمله الحبال فوق النهر.
* ومتى يفتح أمام الناس؟
- يفتح في الصباح ويغلق في المساء.
* وأين يقع في المدينة؟
- يقع في الحي القديم قرب السوق."""
    assert told(asked) == []


def test_a_list_of_questions_is_no_interview() -> None:
    listed = (
        "وهنا أسئلة كثيرة: - هل الجسر آمن؟ - هل الكلفة كبيرة؟ - هل العمل مستمر؟ - هل الحديقة مفتوحة؟ - هل نحن بخير؟"
    )
    assert told(listed) == []


def test_headings_with_colons_are_no_turns() -> None:
    listed = """الهدف: الجسر القديم في المدينة.
الكلفة: مليون دينار في العام.
الهدف: السوق الجديد في الحي.
الكلفة: مليونا دينار في العام.
الهدف: الحديقة الكبيرة قرب النهر.
الكلفة: ثلاثة ملايين دينار في العام."""
    assert told(listed) == []


@pytest.mark.parametrize(("begins", "ends"), [("[", "]"), ("(", ")")])
def test_who_cuts_in_is_told_by_his_name_and_ends_the_others_answer(begins: str, ends: str) -> None:
    cuts_in = f"{begins} مقاطعا {ends}"
    found = told(f"""{LEAD}
الغد: متى يفتح الجسر أمام الناس؟
سمير حداد: سنفتح الجسر في الربيع القادم..
نبيل كرم {cuts_in}: هذا ما قلتم في العام الماضي.
سمير حداد {cuts_in}: الأمطار أخرت العمل هذه المرة.
الغد: وماذا عن كلفة الجسر؟
نبيل كرم: الكلفة أكثر مما قيل لنا.
سمير حداد: الكلفة أقل مما يظن الناس.
نبيل كرم {cuts_in}: لم نر حسابا واحدا بعد.""")[2:]
    assert [(who, said.split()[0]) for who, _, said in found] == [
        ("سمير حداد", "سنفتح"),
        ("نبيل كرم", "هذا"),
        ("سمير حداد", "الأمطار"),
        ("نبيل كرم", "الكلفة"),
        ("سمير حداد", "الكلفة"),
        ("نبيل كرم", "لم"),
    ]
