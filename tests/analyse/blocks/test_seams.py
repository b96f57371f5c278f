"""A story's first word is found behind the caption or headline that nothing parts from it."""

from invented_articles import knowledge

from takhrij.analyse.blocks import seams
from takhrij.text import fold

CAPTION = "شاحنات تعبر الجسر الجديد في ميرسان صباح افتتاحه"
LEAD = "أعلنت وزارة النقل اليوم الأحد افتتاح الجسر الجديد أمام الشاحنات بعد عام من الإغلاق."


def _seam(text: str, least: float = 0.5) -> str:
    folded = fold(text)
    seam = seams.find(folded, knowledge(), range(len(folded.words)), least)
    return text[folded.words[seam.word].start :] if seam else ""


def test_the_verb_that_opens_a_story_ends_the_caption_before_it() -> None:
    assert _seam(f"{CAPTION} {LEAD}") == LEAD


def test_a_story_alone_stays_whole() -> None:
    assert _seam(LEAD) == ""


def test_a_sentence_that_names_its_subject_first_stays_whole() -> None:
    assert (
        _seam("وزير النقل في ميرسان، الذي زار الجسر أمس، قال إن الشاحنات ستعبره ابتداء من يوم الاثنين المقبل.") == ""
    )


def test_a_seam_says_what_speaks_for_it() -> None:
    folded = fold(f"{CAPTION} {LEAD}")
    seam = seams.find(folded, knowledge(), range(len(folded.words)), 0.5)
    assert seam is not None
    assert seam.value >= 0.5
    assert any(reason.startswith("words recur") for reason in seam.reasons)


def test_too_few_words_hold_no_seam() -> None:
    assert _seam("ميرسان") == ""


def test_a_story_that_has_begun_behind_its_agencies_is_not_cut_at_its_next_verb() -> None:
    text = f"وكالات : أعلن الوزير في ميرسان أن مدير الجسر الجديد التقى مساء الاثنين سائقي الشاحنات. {LEAD}"
    folded = fold(text)
    assert seams.candidates(folded, knowledge(), range(len(folded.words))) == []
