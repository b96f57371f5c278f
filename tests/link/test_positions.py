from __future__ import annotations

from typing import Any

from invented_tellings import happened, linked, named, page, said, terms
from msgspec.structs import replace

from takhrij.link import claims, copies, order, positions, run
from takhrij.records import Analysis, Position

DEMAND = "تعويضات عن غرق السفن في المضيق"
REFUSAL = "دفع تعويضات مالية"


def held(*analyses: Analysis, **known: object) -> tuple[Position, ...]:
    links = linked(*analyses, **known)
    for stage in (copies, order, claims, positions):
        links = run(stage, analyses, links)
    return links.positions


def states(name: str, words: str, published: str, **parties: str) -> Analysis:
    """A page on which states are named, so that a party of one may speak for it."""
    told = page(name, words, "دار " + name, published)
    for party, state in parties.items():
        told = named(told, party.replace("_", " "), "state", state)
    return told


def demanded(name: str = "a", published: str = "2024-05-03", by: str = "ضفاف", of: str = "مرجان") -> Analysis:
    told = states(name, f"طالبت {by} {of} بدفع {DEMAND} أمس.", published, **{by: by, of: of})
    return happened(told, DEMAND, "REQUEST", status="demanded", actors=(by,), targets=(of,))


def refused(name: str = "b", published: str = "2024-05-06", by: str = "مرجان") -> Analysis:
    told = states(name, f"رفضت {by} {REFUSAL} للبحارة.", published, **{by: by})
    return said(told, REFUSAL, by, "refuse", kind="state")


def of_the_canal(
    name: str, holder: str, act: Any, words: str, day: str = "2024-05-03", *, more: str = ""
) -> Analysis:
    return said(page(name, f"تكلم {holder} عن {words}.{more}", "دار " + name, day), words, holder, act)


SIDES = (
    of_the_canal("a", "سالم هاني", "demand", "توسيع القناة البحرية قبل الشتاء"),
    of_the_canal("b", "رامي فارس", "refuse", "القناة البحرية كلها", "2024-05-05"),
    of_the_canal("c", "نادر زيات", "offer", "المال لحفر القناة البحرية", "2024-05-06"),
)
ASIDE = of_the_canal("d", "كمال راضي", "refuse", "إغلاق القناة التلفزيونية المحلية")
ALONE = of_the_canal("e", "هاني بكري", "demand", "فتح القناة ليلا", "2024-05-09", more=" تعبر القناة البحرية سفن.")
BARE = of_the_canal("f", "فادي سمان", "demand", "بث القناة صباحا", "2024-05-09")


def of_one_story(*analyses: Analysis) -> tuple[Position, ...]:
    links = replace(linked(*analyses), stories=(tuple(analysis.page for analysis in analyses),))
    for stage in (copies, order, claims, positions):
        links = run(stage, analyses, links)
    return links.positions


class TestAMatterWithAName:
    def test_holds_what_three_sides_of_a_story_say_of_what_they_call_alike(self) -> None:
        found = of_one_story(*SIDES, ALONE, ASIDE)
        assert {p.matter for p in found} == {"القناة البحرية"}
        assert [(p.holder, p.act) for p in found] == [
            ("سالم هاني", "demand"),
            ("رامي فارس", "refuse"),
            ("نادر زيات", "offer"),
            ("هاني بكري", "demand"),
        ]
        assert {why.rule for p in found for why in p.why} == {"positions/one-name"}

    def test_holds_a_noun_alone_only_where_its_page_gives_it_the_name(self) -> None:
        assert {p.holder for p in of_one_story(*SIDES, ALONE, BARE)} == {
            p.holder for p in of_one_story(*SIDES, ALONE)
        }

    def test_is_none_of_two_sides_or_of_pages_of_several_stories(self) -> None:
        assert of_one_story(*SIDES[:2]) == ()
        assert held(*SIDES, ALONE) == ()


class TestAMatter:
    def test_holds_the_demand_and_the_refusal_of_whom_it_addresses(self) -> None:
        found = held(demanded(), refused())
        assert [(p.holder, p.act) for p in found] == [("ضفاف", "demand"), ("مرجان", "refuse")]
        assert {p.matter for p in found} == {"تعويضات"}

    def test_holds_no_prayer_but_what_is_asked_of_a_party_named_after_god(self) -> None:
        asked = "أن يحفظ سفن الجزر وبحارتها في الشتاء"
        sides: tuple[tuple[str, Any], ...] = (("سالم هاني", "demand"), ("رامي فارس", "refuse"))
        for whom, lines in (("الله", 0), ("حزب الله", 2)):
            told = [
                said(page(who, f"دعا {who} {whom} {asked}.", who, "2024-05-03"), f"{whom} {asked}", who, act)
                for who, act in sides
            ]
            assert len(held(*told)) == lines

    def test_is_told_in_order_of_time(self) -> None:
        found = held(refused("b", "2024-05-01"), demanded("a", "2024-05-03"))
        assert [p.act for p in found] == ["refuse", "demand"]
        assert [p.when.first.isoformat() for p in found if p.when] == ["2024-05-01", "2024-05-03"]

    def test_rests_on_the_words_of_the_pages(self) -> None:
        for position in held(demanded(), refused()):
            (why,) = position.why
            assert why.rests_on
            assert {span.page for span in why.rests_on} <= {"a", "b"}
            assert position.claims

    def test_is_none_where_one_word_is_shared_by_parties_that_have_nothing_to_do_with_each_other(self) -> None:
        assert held(demanded(), refused(by="ساحل")) == ()

    def test_is_none_where_two_pages_share_words_of_every_day(self) -> None:
        acts: tuple[tuple[str, str, Any, str], ...] = (
            ("a", "2024-05-03", "demand", "التوصل إلى اتفاق بين البحارة"),
            ("b", "2024-05-08", "refuse", "التوصل إلى اتفاق القرض"),
        )
        told = [
            said(page(n, f"تكلم سالم هاني عن {words}.", n, when), words, "سالم هاني", act)
            for n, when, act, words in acts
        ]
        assert held(*told, ordinary=frozenset({"توصل", "اتفاق"})) == ()
        assert held(*told) != ()

    def test_of_strangers_who_name_no_place_in_common_is_one_only_in_the_same_words(self) -> None:
        acts: tuple[tuple[str, Any, str], ...] = (
            ("سالم هاني", "demand", "ضبط النفس والتحلي بالحكمة في أزمة الجزر"),
            ("رامي فارس", "refuse", "ضبط النفس والتحلي بالصبر مع جيران السوق"),
        )
        told = [
            said(page(who, f"دعا {who} إلى {words}.", who, "2024-05-03"), words, who, act) for who, act, words in acts
        ]
        assert held(*told) == ()

    def test_is_none_where_nobody_asks_or_refuses(self) -> None:
        words = "بناء أرصفة جديدة في ميناء الفنار"
        told = [
            said(page(n, f"قال {who} إنه يعتزم {words}.", n, "2024-05-03"), words, who, "plan")
            for n, who in (("a", "سالم هاني"), ("b", "رامي فارس"))
        ]
        assert held(*told) == ()

    def test_shows_that_one_side_moved(self) -> None:
        words = "بناء أرصفة جديدة في ميناء الفنار"
        acts: tuple[tuple[str, Any, str], ...] = (("a", "refuse", "2024-05-03"), ("b", "offer", "2024-06-03"))
        told = [
            said(page(n, f"قال سالم هاني كلاما عن {words}.", n, when), words, "سالم هاني", act)
            for n, act, when in acts
        ]
        assert [p.act for p in held(*told)] == ["refuse", "offer"]

    def test_is_none_where_one_side_wants_what_it_plans(self) -> None:
        plan, wish = "زيارة القناة البحرية القديمة في الجزر", "زيارة القناة البحرية القديمة والجزر كلها"
        acts: tuple[tuple[str, str, Any, str], ...] = (
            ("a", plan, "plan", "2024-05-03"),
            ("b", wish, "demand", "2024-05-04"),
        )
        told = [
            said(page(n, f"تحدث سالم هاني عن {words}.", "دار " + n, when), words, "سالم هاني", act)
            for n, words, act, when in acts
        ]
        assert held(*told) == ()
        refusal = replace(told[1], statements=tuple(replace(s, act="refuse") for s in told[1].statements))
        assert [p.act for p in held(told[0], refusal)] == ["plan", "refuse"]

    def test_is_none_where_one_side_only_asks_again_in_other_words(self) -> None:
        told = [
            said(page(n, f"طالب سالم هاني {words} أمس.", n, when), words, "سالم هاني", "demand")
            for n, words, when in (
                ("a", f"بدفع {DEMAND}", "2024-05-03"),
                ("b", "بتعويضات مالية عن السفن كلها قبل الشتاء", "2024-05-06"),
            )
        ]
        assert held(*told) == ()

    def test_is_none_where_nobody_knows_who_asks(self) -> None:
        asking = page("a", f"طالب هؤلاء مرجان بدفع {DEMAND} أمس.", "دار", "2024-05-03")
        asking = named(asking, "مرجان", "state", "مرجان")
        asking = happened(asking, DEMAND, "REQUEST", status="demanded", actors=(), targets=("مرجان",))
        assert held(asking, refused()) == ()

    def test_is_one_where_its_passages_are_told_as_statements_and_as_events(self) -> None:
        both = [
            happened(
                said(analysis, words, by, "demand" if asks else "refuse", kind="state"),
                f"{verb} {words}",
                "REQUEST" if asks else "REJECT",
                status="demanded" if asks else "occurred",
                actors=(by,),
                targets=(of,),
            )
            for analysis, words, verb, by, of, asks in (
                (
                    states("a", f"طالبت ضفاف مرجان {DEMAND} أمس.", "2024-05-03", ضفاف="ضفاف", مرجان="مرجان"),
                    DEMAND,
                    "مرجان",
                    "ضفاف",
                    "مرجان",
                    True,
                ),
                (
                    states("b", f"رفضت مرجان {REFUSAL} لحكومة ضفاف.", "2024-05-06", مرجان="مرجان", ضفاف="ضفاف"),
                    REFUSAL,
                    "مرجان",
                    "مرجان",
                    "ضفاف",
                    False,
                ),
            )
        ]
        assert len({position.matter for position in held(*both)}) == 1

    def test_is_none_where_one_passage_is_told_as_a_demand_of_two(self) -> None:
        told = said(demanded(), f"بدفع {DEMAND} أمس", "قوات الميناء", "demand")
        assert held(told) == ()

    def test_holds_the_narrow_demand_that_is_refused_within_a_wide_one(self) -> None:
        wide = f"فتح الأسواق القديمة وإعادة البحارة الغائبين ودفع {DEMAND}"
        told = states("a", f"طالبت ضفاف مرجان بضرورة {wide} أمس.", "2024-05-03", ضفاف="ضفاف", مرجان="مرجان")
        told = said(told, wide, "ضفاف", "demand", kind="state")
        told = happened(told, DEMAND, "REQUEST", status="demanded", actors=("ضفاف",), targets=("مرجان",))
        assert [(p.holder, p.act) for p in held(told, refused())] == [("ضفاف", "demand"), ("مرجان", "refuse")]

    def test_is_none_where_a_demand_is_only_told_again(self) -> None:
        told = [
            said(page(n, f"طالب سالم هاني بدفع {DEMAND} أمس.", n, when), DEMAND, "سالم هاني", "demand")
            for n, when in (("a", "2024-05-03"), ("b", "2024-05-20"))
        ]
        assert held(*told) == ()

    def test_is_none_where_the_same_words_are_told_of_two(self) -> None:
        told = [
            said(
                page(n, f"طالب {who} بدفع {DEMAND} قبل الشتاء.", n, "2024-05-03"),
                f"{DEMAND} قبل الشتاء",
                who,
                "demand",
            )
            for n, who in (("a", "سالم هاني"), ("b", "رامي فارس"))
        ]
        assert held(*told) == ()

    def test_is_named_by_words_that_stand_together_on_the_page(self) -> None:
        words = "إعادة بناء جسر الفنار القديم"
        sides: tuple[tuple[str, str, Any], ...] = (("a", "سالم هاني", "demand"), ("b", "رامي فارس", "refuse"))
        told = [said(page(n, f"تحدث {who} عن {words}.", n, "2024-05-03"), words, who, act) for n, who, act in sides]
        assert {p.matter for p in held(*told)} == {words}

    def test_is_named_without_what_is_written_onto_its_first_word(self) -> None:
        sides: tuple[tuple[str, str, Any], ...] = (("a", "سالم هاني", "demand"), ("b", "رامي فارس", "refuse"))
        bare = "إعادة بناء جسر الفنار القديم"
        told = [
            replace(one, statements=(replace(one.statements[0], terms=terms(bare)),))
            for n, who, act in sides
            for one in [said(page(n, f"تحدث {who} ل{bare}.", n, "2024-05-03"), f"ل{bare}", who, act)]
        ]
        assert {p.matter for p in held(*told)} == {bare}

    def test_is_held_together_by_one_word_only_where_the_answer_comes_soon(self) -> None:
        assert held(demanded(), refused(published="2024-05-15")) != ()
        assert held(demanded(), refused(published="2024-07-15")) == ()

    def test_of_strangers_is_one_only_when_they_speak_about_one_time(self) -> None:
        words = "إعادة بناء جسر الفنار القديم"
        a = said(page("a", f"طالب سالم هاني بأمر {words}.", "a", "2024-05-03"), words, "سالم هاني", "demand")
        for when, expected in (("2024-05-09", ["demand", "refuse"]), ("2024-06-09", [])):
            b = said(page("b", f"تحدث رامي فارس عن {words}.", "b", when), words, "رامي فارس", "refuse")
            assert [p.act for p in held(a, b)] == expected

    def test_is_the_same_whatever_the_order_of_pages(self) -> None:
        told = (demanded(), refused(), demanded("c", "2024-05-09"))
        assert held(*told) == held(*reversed(told))
