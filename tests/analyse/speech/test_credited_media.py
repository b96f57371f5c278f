"""Which credited outlet a definite noun points back to."""

import pytest
from invented_articles import BODY, page, real

from takhrij.analyse import analyse


@pytest.mark.parametrize(
    ("credit", "who", "speaker"),
    [
        ("المصدر: رويترز", "الوكالة", "رويترز"),
        ("المصدر: رويترز", "التلفزيون الرسمي", "التلفزيون الرسمي"),
        ("المصدر: وكالات", "الإعلام الرسمي", "الإعلام الرسمي"),
    ],
)
def test_a_definite_noun_means_the_credited_outlet_but_state_media_are_their_own(
    credit: str, who: str, speaker: str
) -> None:
    last = f"وأفاد{'ت' * (who == 'الوكالة')} {who} حينها أن الترميم تأخر عدة أشهر."
    text = "\n\n".join(["ميرسان تفتح الجسر الجديد أمام الشاحنات", *BODY, last, credit])
    assert analyse(page(text), real()).statements[-1].hops[-1].name == speaker
