"""Speakers in brackets or behind where they serve, and who is no speaker: verbs of the present, those told of."""

from invented_speech import told

HADDAD = "سمير حداد"


def test_a_name_in_brackets_behind_a_verb_speaks() -> None:
    assert told("ويصرح (حداد) بأن الورقة البيضاء كانت تزعجه كثيرا.")[0][0] == "حداد"
    assert told("ويؤكد (حداد) أهمية الجملة الأولى في الرواية.")[0] == (
        "حداد",
        "stress",
        "أهمية الجملة الأولى في الرواية",
    )
    assert [s[0] for s in told("وقال (في بيان) إن الجسر آمن.")] == [""]


def test_a_calling_is_closed_by_a_name_and_where_one_serves_is_not_said() -> None:
    said = told("من جانبه، أكد مساعد المدير العام للشؤون الهندسية المهندس سمير حداد بأن المشروع كبير.")
    assert said == [(HADDAD, "stress", "بأن المشروع كبير")]
    said = told("وأفاد عميد شؤون المكتبات بالجامعة الدكتور سمير حداد، أن المعرض يهدف إلى تشجيع القراءة.")
    assert said == [(HADDAD, "say", "أن المعرض يهدف إلى تشجيع القراءة")]


def test_a_participle_goes_on_for_whoever_told_of_some() -> None:
    said = told("وشدد سمير حداد على أن البعض يقول إن الجسر قديم، مؤكدا أن الجسر آمن.")
    assert [s[0] for s in said] == [HADDAD, f"{HADDAD} > البعض", HADDAD]


def test_a_verb_of_the_present_and_one_man_for_many_are_no_speakers() -> None:
    said = told("وأضاف يستمد هذا المنتدى أهميته من الظروف التي تحتم أن يبحث الجميع عن الحل.")
    assert all(s[0] != "يستمد" for s in said)
    assert told("وزار سمير حداد المدينة، واستغل السائقون الطريق في ذلك بزعمهم أنها قانونية.") == []
