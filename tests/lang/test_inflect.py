"""Verbs and nouns are written out in all their forms."""

from takhrij import lang
from takhrij.lang.inflect import inflect

ENDINGS = lang.load().endings


def _forms(of: str, base: str) -> dict[str, str]:
    return {form.text: form.agrees for form in reversed(list(inflect(of, base, ENDINGS))) if not form.suffixed}


def test_a_sound_verb_takes_the_endings_as_they_are() -> None:
    assert {"قتل": "ms", "قتلت": "fs", "قتلوا": "mp"}.items() <= _forms("past", "قتل").items()


def test_a_weak_verb_gives_up_its_last_letter() -> None:
    assert {"التقي": "ms", "التقت": "fs", "التقوا": "mp"}.items() <= _forms("past", "التقى").items()


def test_a_final_hamza_is_no_long_vowel() -> None:
    assert _forms("past", "أنشأ")["انشات"] == "fs"


def test_a_present_verb_changes_its_first_letter() -> None:
    assert {"يزور": "ms", "تزور": "fs", "يزورون": "mp"}.items() <= _forms("present", "يزور").items()


def test_the_past_dual_is_left_out_because_it_is_written_like_a_noun() -> None:
    assert "قتلا" not in _forms("past", "قتل")
