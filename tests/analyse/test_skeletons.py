"""A skeleton keeps what all spellings of a name share, and no more."""

import pytest

from takhrij import lang, world
from takhrij.analyse.mentions.skeletons import skeletons
from takhrij.knowledge import Knowledge

BONES = skeletons(Knowledge(lang.load(), world.load()))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("حسن نصرالله", "حسن نصر الله"),
        ("سمير أبوالعطا", "سمير أبو العطا"),
        ("أبا الزبير", "أبو الزبير"),
        ("مسعود البارزاني", "مسعود بارزاني"),
        ("زيغمار غابرييل", "زيجمار جابرييل"),
    ],
)
def test_spellings_share_a_skeleton(left: str, right: str) -> None:
    assert BONES.of(left) == BONES.of(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("سمير النسور", "سمير النويصر"),
        ("سمير الأعرج", "سمير العريج"),
        ("سمير الحسن", "سمير حسن"),
        ("فيصل سلمان", "فيصل بن سلمان"),
    ],
)
def test_names_that_differ_do_not(left: str, right: str) -> None:
    assert BONES.of(left) != BONES.of(right)


def test_a_father_is_marked_and_a_given_name_alone_too() -> None:
    assert BONES.of("محمد بن سلمان") == "محمد +سلمان"
    assert BONES.of("بن لادن").startswith("+")
    assert BONES.of("عبد الرحمن") == "~عبد_الرحمن"


def test_a_name_of_nothing_but_small_words_keeps_them() -> None:
    assert BONES.of("بن") == "بن"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("أبو بكر الجلادي", "أبوبكر الجلادي"),
        ("تشوركوف زلاتين", "شوركوف زلاتين"),
        ("كاثرين زلاتين", "كاترين زلاتين"),
        ("فيليب زلاتين", "فليب زلاتين"),
        ("جورج سبرة", "جورج صبرا"),
        ("ويليام زلاتين", "وليم زلاتين"),
        ("ميرتش زلاتين", "ميرش زلاتين"),
        ("ستيفان دي زلاتين", "ستيفان دو زلاتين"),
        ("جان لو زلاتين", "جان لا زلاتين"),
        ("سمير قدوحأوغلو", "سمير قدوح أوغلو"),
        ("أليكساندر زلاتين", "ألكسندر زلاتين"),
        ("أورسولا لايين", "أورسولا لاين"),
        ("پاتريك زلاتين", "باتريك زلاتين"),
        ("زلاتين شورتس", "زلاتين شورتيس"),
        ("موشى زلاتين", "موشيه زلاتين"),
    ],
)
def test_more_spellings_of_a_foreign_name_share_a_skeleton(left: str, right: str) -> None:
    assert BONES.of(left) == BONES.of(right)


def test_another_name_of_a_listed_person_has_his_skeleton_in_every_spelling() -> None:
    assert BONES.of("أبومحمد الجولاني") == BONES.of("أبو محمد الجولاني") == BONES.of("أحمد الشرع")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("ويليام زلاتين", "ويلسون زلاتين"),
        ("نادر الشامي", "نادر بن شامي"),
        ("مسعود بارزاني", "مسرور بارزاني"),
        ("سمير دي زلاتين", "سمير زلاتين"),
    ],
)
def test_names_that_are_near_keep_their_own(left: str, right: str) -> None:
    assert BONES.of(left) != BONES.of(right)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("فيليب زلاتين", "فليب زلاتين"),
    ],
)
def test_spellings_of_a_foreign_name_share_a_skeleton(left: str, right: str) -> None:
    assert BONES.of(left) == BONES.of(right)


def test_a_family_that_is_spelt_as_a_small_word_stays_a_family() -> None:
    assert BONES.of("شينزو آبي").split()[-1] != "ابو"


def test_a_word_for_son_before_what_is_no_given_name_begins_a_family_name() -> None:
    assert BONES.of("أحمد بن دغر") == BONES.of("أحمد دغر")
    assert BONES.of("أحمد بن سالم") != BONES.of("أحمد سالم")


@pytest.mark.parametrize(("left", "right"), [("جوزف معلوف", "جوزيف معلوف"), ("طوني الداهوك", "توني الداهوك")])
def test_spellings_of_a_given_name_that_arabs_bear_share_a_skeleton(left: str, right: str) -> None:
    assert BONES.of(left) == BONES.of(right)


def test_two_listed_persons_of_one_skeleton_are_told_apart_by_the_spelling() -> None:
    assert BONES.of("مايكل فالون") == BONES.of("مايكل فلين")
    assert BONES.listed("مايكل فالون") != BONES.listed("مايكل فلين")


@pytest.mark.parametrize(
    ("glued", "parted"), [("منصورأبو رياش", "منصور أبو رياش"), ("محمدبن سلمان الدنهق", "محمد بن سلمان الدنهق")]
)
def test_a_small_word_written_onto_the_given_name_before_it_is_parted(glued: str, parted: str) -> None:
    assert BONES.of(glued) == BONES.of(parted)
