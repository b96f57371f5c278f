"""What a source says of its own address is told; what the page says of itself is none of its text."""

from invented_articles import knowledge

from takhrij.analyse.blocks import wordlists


def test_a_verb_of_saying_and_that_tell_what_somebody_said() -> None:
    told = "اعلن الموقع الالكتروني للبلدية ان الجسر مغلق".split()
    assert wordlists.reports(told, knowledge())
    assert wordlists.reports(["وقال", "عبر", "البريد", "الالكتروني", "انه", "غادر"], knowledge())


def test_what_a_page_says_of_itself_has_no_verb_of_saying_before_that() -> None:
    assert not wordlists.reports("جميع الحقوق محفوظه لموقع البلدية الالكتروني".split(), knowledge())
    assert not wordlists.reports("ان الموقع الالكتروني قال".split(), knowledge())
