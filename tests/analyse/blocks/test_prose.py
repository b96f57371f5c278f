"""What a source says of its own address is told; what the page says of itself is none of its text."""

from invented_articles import BODY, kinds, knowledge

from takhrij.analyse.blocks import wordlists


def test_a_verb_of_saying_and_that_tell_what_somebody_said() -> None:
    told = ["اعلن", "الموقع", "الالكتروني", "للبلدية", "ان", "الجسر", "مغلق"]
    assert wordlists.reports(told, knowledge())
    assert wordlists.reports(["وقال", "عبر", "البريد", "الالكتروني", "انه", "غادر"], knowledge())


def test_what_a_page_says_of_itself_has_no_verb_of_saying_before_that() -> None:
    assert not wordlists.reports(["جميع", "الحقوق", "محفوظه", "لموقع", "البلدية", "الالكتروني"], knowledge())
    assert not wordlists.reports(["ان", "الموقع", "الالكتروني", "قال"], knowledge())


def test_a_line_full_of_words_of_sites_is_the_site_s_own_whatever_it_says() -> None:
    rules = (
        "تود الصحيفة أن تعلن لزوار الموقع الالكتروني أن التعليقات المنشورة تعبر عن أصحابها وأن جميع الحقوق محفوظة"
        " ويمكنكم الاشتراك في النشرة البريدية."
    )
    assert ("body", rules) not in kinds("\n\n".join((*BODY, rules)))


def test_scripture_whose_vowel_signs_were_dropped_is_no_row_of_headlines() -> None:
    verse = "وكتب في اللوح القديم : " + "ي ا أ ي ه ا ال ذ ين ع ب ر وا ال ن ه ر " * 4 + "وهكذا انتهى الكلام في اللوح ."
    assert ("body", verse) in kinds("\n".join((*BODY, verse, *BODY)))


def test_a_row_of_those_who_came_is_no_row_of_headlines() -> None:
    names = " ".join(f"وعضو مجلس بلدية ميرسان المهندس سالم {name} المروني" for name in ("عمر", "نبيل", "زياد") * 4)
    assert ("body", f"حضر الافتتاح {names}.") in kinds("\n".join((*BODY, f"حضر الافتتاح {names}.", *BODY)))
