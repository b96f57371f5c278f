from takhrij import lang
from takhrij.lang.lexicon import Lexicon
from takhrij.text import fold

LEXICON = Lexicon(
    [("الرئيس", "office"), ("الرئيس السوري", "office of a state"), ("بوتين", "person"), ("لبنان", "state")],
    lang.load().clitics,
)


def _found(raw: str) -> list[tuple[str, str, str]]:
    return [(raw[hit.start : hit.end], hit.entry, hit.prefix) for hit in LEXICON.find(fold(raw))]


def test_the_longest_phrase_wins() -> None:
    assert _found("قال الرئيس السوري") == [("الرئيس السوري", "office of a state", "")]


def test_a_clitic_stays_outside_the_hit() -> None:
    assert _found("وبوتين ولبوتين") == [("بوتين", "person", "و"), ("بوتين", "person", "ول")]


def test_a_contracted_article_is_restored_to_match() -> None:
    assert _found("قال للرئيس") == [("لرئيس", "office", "لل")]


def test_a_known_name_is_never_cut() -> None:
    assert _found("لبنان") == [("لبنان", "state", "")]


def test_marks_and_spellings_do_not_matter() -> None:
    assert _found("الرّئيسُ السّورى") == [("الرّئيسُ السّورى", "office of a state", "")]


def test_a_phrase_inside_a_longer_word_is_no_hit() -> None:
    assert _found("بوتينية") == []
