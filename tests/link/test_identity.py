"""Letters that are close join nobody; what pages tell beside a name does, or keeps apart."""

import pytest

from takhrij.link.identity import LISTED, ONE_TITLE, evidence, judge, office_fits
from takhrij.link.parts import slip
from takhrij.link.referents import Profile, Referent
from takhrij.link.spellings import house, near
from takhrij.records import Span


def _one(
    skeleton: str,
    page: str = "p",
    roles: tuple[str, ...] = (),
    offices: tuple[tuple[str, str], ...] = (),
    company: tuple[str, ...] = (),
) -> Referent:
    listed, name = skeleton.startswith(LISTED), skeleton.removeprefix(LISTED)
    return Referent(
        id=f"{page}/mention/0-1",
        page=page,
        kind="person",
        names=(name.replace("_", " "),),
        skeleton=tuple(name.split()),
        state="",
        offices=offices,
        roles=roles,
        mentions=(f"{page}/mention/0-1",),
        span=Span(page=page, start=0, end=1),
        company=company,
        listed=listed,
    )


def test_one_full_name_is_one_person() -> None:
    assert judge(Profile(_one("سمير الداهوك")), _one("سمير الداهوك", "q")).same


def test_one_full_name_with_roles_that_share_nothing_is_two() -> None:
    player, mufti = (_one("سمير حسين", p, (role,)) for p, role in (("p", "لاعب المنتخب"), ("q", "مفتي المدينه")))
    verdict = judge(Profile(player), mufti)
    assert (verdict.same, verdict.rule) == (False, "other roles")


def test_a_part_more_needs_something_that_agrees() -> None:
    long = Profile(_one("سمير كامل الداهوك", roles=("قائد الفرقه الثانيه",)))
    assert not judge(long, _one("سمير الداهوك", "q")).same
    assert judge(long, _one("سمير الداهوك", "q", ("قائد الفرقه الثانيه",))).same
    assert judge(long, _one("سمير الداهوك")).note == "one page names both"


def test_the_company_of_two_others_speaks_for_one_person_and_of_one_does_not() -> None:
    known = Profile(_one("سمير كامل الداهوك", company=("رامي الدالاتي", "هادي الطويري")))
    assert evidence(known, _one("سمير الداهوك", "q", company=("رامي الدالاتي", "هادي الطويري")))
    assert not evidence(known, _one("سمير الداهوك", "q", company=("رامي الدالاتي",)))


def _borne(skeleton: str, bearers: int, page: str = "p", role: str = "", company: str = "") -> Referent:
    """Return who has a name that so many bear."""
    found = _one(skeleton, page, (role,) if role else (), company=(company,) if company else ())
    return found._replace(bearers=bearers)


def test_a_part_more_is_one_person_where_hardly_anybody_has_the_shorter_name() -> None:
    long = Profile(_borne("سمير +كامل الداهوك", 1))
    assert judge(long, _borne("سمير الداهوك", 2, "q")).same
    assert not judge(long, _borne("سمير الداهوك", 40, "q")).same
    assert not judge(Profile(_borne("سمير +كامل +ظافر", 1)), _borne("سمير +كامل", 2, "q")).same


def test_a_rare_name_is_two_persons_where_the_roles_share_nothing() -> None:
    long = Profile(_borne("سمير كامل الداهوك", 1, role="لاعب المنتخب"))
    assert not judge(long, _borne("سمير الداهوك", 1, "q", role="مفتي المدينه")).same


def test_one_other_beside_both_is_enough_for_a_name_that_few_bear_unless_everybody_knows_him() -> None:
    long = Profile(_borne("سمير كامل الداهوك", 1, company="رامي الدالاتي"))
    short = _borne("سمير الداهوك", 40, "q", company="رامي الدالاتي")
    assert judge(long, short).note == "رامي الدالاتي is named beside both, and few bear the name"
    assert not judge(long, short._replace(famous=("رامي الدالاتي",))).same
    assert not judge(long, short._replace(bearers=400)).same


def test_who_shares_a_part_of_the_name_is_no_company() -> None:
    long = Profile(_borne("سمير كامل الداهوك", 1, company="رامي الداهوك"))
    assert not judge(long, _borne("سمير الداهوك", 40, "q", company="رامي الداهوك")).same


def test_a_name_that_many_bear_is_one_person_only_where_something_agrees() -> None:
    known = Profile(_borne("سمير الحربي", 400))
    assert not judge(known, _borne("سمير الحربي", 400, "q")).same
    state = Profile(known.first._replace(state="SA"))
    assert judge(state, _borne("سمير الحربي", 400, "q")._replace(state="SA")).same


def test_the_word_for_son_may_be_left_out_between_the_ends_of_a_name() -> None:
    assert judge(Profile(_borne("سمير +كامل الداهوك", 1)), _borne("سمير كامل الداهوك", 1, "q")).same


def test_a_role_agrees_with_an_article_or_without() -> None:
    mayor = Profile(_one("سمير الداهوك", roles=("رئيس البلديه",)))
    assert evidence(mayor, _one("سمير الداهوك", "q", ("رئيس بلديه المحافظه",))) == "one role: بلديه رييس"


def test_a_fathers_name_is_no_familys() -> None:
    assert not judge(Profile(_one("سمير +كامل")), _one("سمير +كامل", "q")).same


def test_a_father_and_a_son_on_one_page_are_two() -> None:
    assert not judge(Profile(_one("سمير +كامل +هادي")), _one("سمير +كامل")).same


def test_three_parts_that_agree_are_one_person_whatever_the_roles() -> None:
    roles = ("لاعب المنتخب",), ("مفتي المدينه",)
    left, right = (_one("سمير كامل الداهوك", p, r) for p, r in zip("pq", roles, strict=True))
    assert judge(Profile(left), right).same


def test_one_office_in_two_states_is_two_persons() -> None:
    left, right = (_one("سمير الداهوك", s, offices=(("defence_minister", s),)) for s in ("SY", "IQ"))
    assert judge(Profile(left), right).rule == "other office"


def test_an_office_whose_state_one_page_leaves_out_fits() -> None:
    known = Profile(_one("سمير الداهوك", offices=(("defence_minister", "SY"),)))
    assert office_fits(known, _one("الداهوك", "q", offices=(("defence_minister", ""),)))
    assert not office_fits(known, _one("الداهوك", "q", offices=(("defence_minister", "IQ"),)))


@pytest.mark.parametrize(
    ("a", "b", "same"), [("سرك لافروف", "سرك لاقروف", True), ("سرك لافروف", "ماهر لاقروف", False)]
)
def test_a_slip_in_one_part_is_near_where_the_other_agrees(a: str, b: str, same: bool) -> None:
    assert near(_one(a), _one(b, "q")) is same


@pytest.mark.parametrize(("a", "b", "same"), [("انور القرقاش", "انور قرقاش", True), ("حسن هل", "حسين هل", False)])
def test_a_name_without_its_article_is_near_and_a_short_one_with_a_vowel_more_is_not(
    a: str, b: str, same: bool
) -> None:
    assert near(_one(a), _one(b, "q")) is same


def test_brothers_are_not_near() -> None:
    assert not near(_one("سمير +كامل"), _one("سمير +كاملي", "q"))
    assert not near(_one("سالم ال_داهوك"), _one("سالمه ال_داهوك", "q"))


def test_two_listed_persons_are_never_near() -> None:
    assert not near(_one("=سلمان الداهوك"), _one("=سلطان الداهوك", "q"))


@pytest.mark.parametrize(
    ("a", "b", "same"), [("شرع", "شعر", False), ("الشرع", "الشعر", True), ("كريم", "سليم", False)]
)
def test_a_slip_is_one_letter_in_a_word_long_enough(a: str, b: str, same: bool) -> None:
    assert slip(a, b) is same


def test_a_fathers_name_and_the_familys_of_one_word_may_mean_one_house() -> None:
    assert house(_one("سمير +كامل"), _one("سمير الكامل", "q"))
    assert not house(_one("سمير +كامل"), _one("هادي الكامل", "q"))
    assert house(_one("سمير +كامل"), _one("سمير كامل", "q"))
    assert not house(_one("سمير الكامل"), _one("سمير كامل", "q"))


def test_two_rare_parts_that_agree_are_one_person_though_a_page_leaves_out_what_is_between() -> None:
    def foreign(page: str, written: str, skeleton: str, roles: tuple[str, ...] = ()) -> Referent:
        return _one(skeleton, page, roles)._replace(names=(written,))

    long = foreign("p", "يورغن فون زلاتين", "اركن فون زلتن", ("مدير المتحف",))
    assert judge(Profile(long), foreign("q", "يورغن زلاتين", "اركن زلتن")).same
    assert not judge(Profile(long), foreign("q", "يورغن زلاتين", "اركن زلتن", ("لاعب المنتخب",))).same
    arab = Profile(_one("سمير رضا الداهوك"))
    assert not judge(arab, _one("سمير الداهوك", "q")).same


def test_sons_of_two_fathers_are_two() -> None:
    known = Profile(_one("سمير +كامل الداهوك", roles=("قائد الفرقه الثانيه",)))
    assert judge(known, _one("سمير +رامي الداهوك", "q", ("قائد الفرقه الثانيه",))).rule == "other father"
    known.add(_one("سمير الداهوك", roles=("قائد الفرقه الثانيه",)))
    assert judge(known, _one("سمير +رامي الداهوك", "q", ("قائد الفرقه الثانيه",))).rule == "other father"


def test_two_given_names_that_keep_their_letters_are_two_unless_an_office_of_one_state_agrees() -> None:
    assert not near(_one("محمد الداهوك"), _one("محمود الداهوك"))
    assert near(_one("محمد الداهوك"), _one("محمود الداهوك"), stated=True)


def test_a_name_that_another_begins_with_is_his_where_hardly_anybody_bears_it() -> None:
    long = Profile(_borne("طلعت حافظ الأمين", 1))
    assert judge(long, _borne("طلعت حافظ", 3, "q")).same
    assert not judge(long, _borne("طلعت حافظ", 40, "q")).same
    assert not judge(Profile(_borne("ابو_ظافر حافظ الأمين", 1)), _borne("ابو_ظافر حافظ", 3, "q")).same


def test_one_title_and_a_rare_name_are_enough_where_it_ends_with_a_fathers() -> None:
    prince = Profile(_borne("سمير +مساعد", 30, role="الأمير"))
    assert judge(prince, _borne("سمير +مساعد", 30, "q", role="الأمير")).same
    assert not judge(prince, _borne("سمير +مساعد", 30, "q", role="الشيخ")).same
    assert judge(prince, _borne("سمير +مساعد", 3, "q")).same
    assert not judge(
        Profile(_borne("سمير +علي", 300, role="الأمير")), _borne("سمير +علي", 300, "q", role="الأمير")
    ).same


def test_short_families_of_one_skeleton_are_one_where_the_long_vowels_stand_alike() -> None:
    def of(name: str, page: str) -> Referent:
        return _one("مرك ككر", page)._replace(names=(name,), skeleton=("مرك", "ككر"))

    assert judge(Profile(of("مارك غيغر", "p")), of("مارك جيجر", "q")).same
    assert not judge(Profile(of("مارك غيغر", "p")), of("مارك كوقار", "q")).same


def test_a_title_agrees_with_a_role_that_ends_with_it_or_begins_with_it_without_its_article() -> None:
    prince = Profile(_borne("سمير +مساعد", 30, role="الأمير"))
    assert judge(prince, _borne("سمير +مساعد", 30, "q", role="وزير الري الأمير")).same
    player = Profile(_borne("سمير +مساعد", 30, role="اللاعب"))
    assert judge(player, _borne("سمير +مساعد", 30, "q", role="لاعب المنتخب السابق")).same
    assert not judge(player, _borne("سمير +مساعد", 30, "q", role="مدرب لاعب المنتخب")).same


def test_a_page_that_tells_given_name_fathers_and_the_last_alike_may_leave_out_what_is_between() -> None:
    long = Profile(_borne("سمير +سليم +كامل +مساعد", 1))
    assert judge(long, _borne("سمير +سليم +مساعد", 1)).same
    assert not judge(long, _borne("سمير +كامل +مساعد", 1)).same
    assert not judge(long, _borne("سمير +سليم +مساعد", 1, "q")).same


def test_a_name_that_another_begins_with_is_his_where_a_role_or_two_unlisted_others_agree() -> None:
    long = _borne("سمير كامل الداهوك", 1, role="مدير السجن")._replace(company=("رامي الدالاتي", "هادي الطويري"))
    assert judge(Profile(long), _borne("سمير كامل", 400, "q", role="مدير السجن")).same
    short = _borne("سمير كامل", 400, "q")._replace(company=long.company)
    assert judge(Profile(long), short).same
    assert not judge(Profile(long), short._replace(bearers=4000)).same
    assert not judge(Profile(long), short._replace(page="p")).same


def test_a_rare_name_with_a_grandfather_more_is_one_where_the_title_agrees() -> None:
    prince = Profile(_borne("سمير +مساعد +كامل", 1, role="الأمير"))
    verdict = judge(prince, _borne("سمير +مساعد", 3, "q", role="الأمير"))
    assert (verdict.same, verdict.note) == (True, ONE_TITLE)
    assert not judge(prince, _borne("سمير +كامل", 3, "q", role="الأمير")).same


def test_a_house_before_the_family_name_may_be_left_out() -> None:
    assert near(_one("سامي ال_داهوك"), _one("سامي داهوك", "q"))
    assert not near(_one("سامي عبد_الله"), _one("سامي فضل_الله", "q"))


def test_a_family_name_of_two_words_may_have_an_article() -> None:
    assert near(_one("سامي الحمد_الا"), _one("سامي حمد_الا", "q"))


def test_a_call_name_is_near_its_given_name_before_a_foreign_family_name_alone() -> None:
    long, short = _one("كرستفر زلتن")._replace(names=("كريستوفر زلاتين",)), _one("كرس زلتن")
    assert near(long, short._replace(names=("كريس زلاتين",)))
    assert not near(_one("عبدالرحمن دوسري"), _one("عبد دوسري"))


def test_a_part_left_out_is_one_person_of_one_state_where_few_bear_the_shorter_name() -> None:
    long = Profile(_borne("سمير كامل الداهوك", 1)._replace(state="SY"))
    short = _borne("سمير الداهوك", 40, "q")
    assert judge(long, short._replace(state="SY")).same
    assert not judge(long, short._replace(state="LB")).same
    assert not judge(long, short._replace(state="SY", bearers=400)).same
