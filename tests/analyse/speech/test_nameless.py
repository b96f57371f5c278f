"""Speech whose speaker the page does not show stays speech, and nobody is made up for it."""

from invented_speech import statements, told


def test_a_dropped_name_leaves_quoted_words_without_a_speaker() -> None:
    (statement,) = statements('قال , , نائب المدير : "لن نغلق الجسر قبل نهاية الشهر المقبل".')
    assert (statement.speaker.name, statement.speaker.kind, statement.quoted) == ("", "unnamed", True)
    assert statement.why[0].note


def test_words_that_go_on_for_nobody_have_no_speaker() -> None:
    assert told('وأضاف: "لن نغلق الجسر قبل نهاية الشهر".') == [("", "say", "لن نغلق الجسر قبل نهاية الشهر")]


def test_who_goes_on_behind_a_dropped_name_is_not_whoever_spoke_before() -> None:
    text = 'قال سمير حداد إن الجسر آمن.\nوقال , , نائب المدير : "الجسر قديم جدا".\nوأضاف: "سنغلقه غدا صباحا".'
    assert [hops for hops, _, _ in told(text)] == ["سمير حداد", "", ""]


def test_an_attribution_behind_the_words_names_their_speaker() -> None:
    assert told('وأضاف: "لن نغلق الجسر قبل نهاية الشهر"، بحسب وزارة النقل.')[0][0].endswith("وزارة النقل")


def test_without_marks_a_verb_of_the_past_before_that_is_speech_whoever_said_it() -> None:
    assert told("وأضاف أن الجسر آمن.") == [("", "say", "أن الجسر آمن")]
    assert told("ويلاحظ أن الجسر آمن.") == []
    assert told("كان يتابع من بعيد أنه يجوز فتح الجسر.") == []
    assert told("دعا إلى فتح الجسر.") == []


def test_a_term_in_marks_behind_a_verb_is_not_said() -> None:
    assert told('أعلن "مجلس أعيان المدينة الكبرى" موقفه.') == []


def test_what_ends_its_clause_is_no_name_however_short() -> None:
    assert told('وقال "الجسر منزل صغير متواضع"، لكنه لم يزره.')[0][2] == "الجسر منزل صغير متواضع"


def test_a_pronoun_is_no_speaker() -> None:
    assert told('وقال لي، "هم ينتشرون في كل أنحاء البلاد".')[0][0] == ""
