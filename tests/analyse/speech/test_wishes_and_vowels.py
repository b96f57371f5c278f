"""Wishes for who speaks, vowel marks at a word's end, others beside the subject, and who spoke behind a comma."""

from invented_speech import told

from takhrij.text import fold

HADDAD = "سمير حداد"


def test_vowel_marks_at_a_words_end_are_the_words() -> None:
    assert fold("مؤكداً حرص، شكراً.").gaps == ["", " ", "، "]
    said = told("وزار سمير حداد الجسر، مؤكداً حرص الوزارة على صيانته.")
    assert said == [(HADDAD, "stress", "حرص الوزارة على صيانته")]


def test_a_wish_between_dashes_parts_no_verb_from_what_it_says() -> None:
    said = told("قال سمير حداد إن الجسر آمن.\nوأشاد ـ حفظه الله ـ بتميز العلاقات بين البلدين.")
    assert said[1:] == [(HADDAD, "praise", "بتميز العلاقات بين البلدين")]
    assert told("وأكد وزير النقل - حفظه الله - حرص الوزارة على الجسر.")[0][2] == "حرص الوزارة على الجسر"


def test_others_beside_the_subject_are_no_part_of_what_is_said() -> None:
    said = told("انتقد عدد من المسؤولين والمواطنين الإماراتيين هجوم الكاتب سمير حداد على الجسر.")
    assert said == [("عدد من المسؤولين", "say", "هجوم الكاتب سمير حداد على الجسر")]


def test_whom_a_late_relative_clause_is_about_speaks_in_it() -> None:
    said = told("ووقع العقد رئيس المؤسسة فهد حداد كطرف ثالث في هذه الشراكة، والذي أكد على دعم المسابقة سنويا.")
    assert said == [("فهد حداد", "stress", "على دعم المسابقة سنويا")]
    said = told("وقدمت الفرقة عروضها بقيادة راشد حداد، والذي بدوره أشار إلى أن الفرقة قامت بالتحضير للمناسبة.")
    assert said[0][0] == "راشد حداد"


def test_participles_go_on_past_the_outlet_that_they_are_said_to_and_weigh_things() -> None:
    said = told('ودعا سمير حداد السكان إلى الهدوء، مؤكدا في تصريح إلى "الوطن" أن الجسر آمن.')
    assert said[1][1:] == ("stress", "أن الجسر آمن")
    said = told("وأعرب السكان عن سعادتهم بالحفل، معتبرين هذا الحفل بمثابة فرصة للقاء.")
    assert said[1][2] == "هذا الحفل بمثابة فرصة للقاء"


def test_participles_go_on_past_an_attribution_and_an_adverb() -> None:
    said = told("ونفى سمير حداد ذلك، مشيرا بحسب بيان لأمانة المجلس الوطني إلى أن الجسر آمن.")
    assert said[1][2] == "إلى أن الجسر آمن"
    assert told("ونفى سمير حداد ذلك، مؤكدا أيضا حرص الوزارة على الجسر.")[1][2] == "حرص الوزارة على الجسر"
