"""Words in quotation marks find their verb and their speaker, wherever these stand."""

import pytest

from tests.analyse.test_speech import told


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            'هدد سمير حداد السكان قائلا "سنغلق الجسر كما أغلقناه من قبل"، وأضاف "لن ننتظر أكثر من يوم".',
            "سمير حداد",
            "لن ننتظر أكثر من يوم",
        ),
        ('نشرت وزارة النقل بيانا قالت فيه "الجسر آمن للناس جميعا".', "وزارة النقل", "الجسر آمن للناس جميعا"),
        (
            'الجنرال سمير حداد رئيس هيئة الأركان قال "إن الجسر آمن اليوم".',
            "سمير حداد",
            "إن الجسر آمن اليوم",
        ),
        (
            'زار سمير حداد الجسر، "كنا سعداء جدا بما رأيناه هناك" قال مدير البلدية.',
            "مدير البلدية",
            "كنا سعداء جدا بما رأيناه هناك",
        ),
    ],
)
def test_quoted_words_are_their_speakers(text: str, speaker: str, said: str) -> None:
    assert (speaker, said) in [(hops, words) for hops, _, words in told(text)]


def test_behind_its_topic_a_verb_goes_on_for_the_last_speaker() -> None:
    text = 'قال سمير حداد إن الجسر آمن.\nوفيما يتعلق بالطريق قال "سنفتحه في الشهر المقبل".'
    assert [hops for hops, _, _ in told(text)] == ["سمير حداد", "سمير حداد"]

