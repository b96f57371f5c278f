from __future__ import annotations

from typing import Any

import pytest
from invented_tellings import day, days, happened, linked, page, said
from invented_tellings import found as place
from msgspec.structs import replace

from takhrij.link import claims, conflicts, copies, order, run
from takhrij.records import Analysis, Conflict, TimeExpression, When, identify

STRIKE = "غارة ليلية على أرصفة ميناء الفنار أوقعت قتلى"
SIDES: Any = {"actors": ("سلاح الجزر",), "targets": ("ميناء الفنار",)}


def found(*analyses: Analysis) -> tuple[Conflict, ...]:
    links = linked(*analyses)
    for stage in (copies, order, claims, conflicts):
        links = run(stage, analyses, links)
    return links.conflicts


def strike(name: str, published: str, killed: float | None = None, when: When | None = None, **more: Any) -> Analysis:
    told = page(name, f"{STRIKE} {name}", "دار " + name, published)
    return happened(
        told, STRIKE, "ASSAULT", "aerial", when=when or day("2024-05-03"), killed=killed, **{**SIDES, **more}
    )


class TestANumber:
    def test_that_two_tell_differently_is_a_conflict_with_both_places(self) -> None:
        a, b = strike("a", "2024-05-04", 12), strike("b", "2024-05-04", 15)
        (conflict,) = found(a, b)
        assert conflict.about == "number"
        assert {span.page for span in conflict.spans} == {"a", "b"}
        assert "12 and 15 killed" in conflict.why[0].note
        assert "error" not in conflict.why[0].note

    @pytest.mark.parametrize(("one", "other"), [(17, 71), (6.9, 9.6), (1.97, 97.1)])
    def test_of_the_same_digits_is_likely_an_error(self, one: float, other: float) -> None:
        (conflict,) = found(strike("a", "2024-05-04", one), strike("b", "2024-05-04", other))
        assert "likely an error of transmission" in conflict.why[0].note

    def test_that_rises_from_day_to_day_is_a_series(self) -> None:
        assert found(strike("a", "2024-05-04", 12), strike("b", "2024-05-06", 15)) == ()

    def test_that_falls_from_day_to_day_is_a_conflict(self) -> None:
        assert [c.about for c in found(strike("a", "2024-05-04", 15), strike("b", "2024-05-06", 12))] == ["number"]

    def test_of_another_happening_is_none(self) -> None:
        assert found(strike("a", "2024-05-04", 12), strike("b", "2024-06-20", 15, day("2024-06-19"))) == ()

    def test_in_one_speakers_statement_is_a_conflict(self) -> None:
        words = "أن حصة الميناء من التجارة البحرية بلغت {} بالمئة هذا الموسم"
        told = [
            said(page(name, "أعلن سالم هاني " + words.format(n), name), words.format(n), "سالم هاني")
            for name, n in (("a", "6.9"), ("b", "9.6"))
        ]
        (conflict,) = found(*told)
        assert conflict.about == "number"
        assert "error of transmission" in conflict.why[0].note

    def test_of_several_in_a_statement_that_has_its_digits_in_another_order_is_an_error(self) -> None:
        words = "أن {} من عمال الأرصفة القديمة و {} من حراس الميناء الشمالي أصيبوا خلال العاصفة"
        told = [
            said(page(name, "أعلن سالم هاني " + words.format(22, n), name), words.format(22, n), "سالم هاني")
            for name, n in (("a", 48), ("b", 84))
        ]
        (conflict,) = found(*told)
        assert "error of transmission" in conflict.why[0].note
        assert conflict.left != conflict.right

    @pytest.mark.parametrize(("other", "clashes"), [(52, 1), (27, 0)])
    def test_behind_one_hedge_is_an_error_only_where_its_digits_changed_places(
        self, other: float, clashes: int
    ) -> None:
        told = [strike("a", "2024-05-04", 25), strike("b", "2024-05-04", other)]
        hedged = [
            replace(
                a,
                events=tuple(
                    replace(e, counts=tuple(replace(c, mod="at_least") for c in e.counts)) for e in a.events
                ),
            )
            for a in told
        ]
        assert len(found(*hedged)) == clashes

    def test_of_one_formula_of_two_days_is_none(self) -> None:
        words = "أن دوريات الميناء والجمارك ضبطت {} من مهربي البضائع الممنوعة على الأرصفة القديمة يوم {}"
        told = {
            on: said(page(on, "أعلن سالم هاني " + words.format(n, on), on), words.format(n, on), "سالم هاني")
            for n, on in ((19, "الخميس"), (24, "السبت"))
        }
        assert [c.about for c in found(*told.values())] == ["number"]
        assert found(*(timed(analysis, on) for on, analysis in told.items())) == ()


def timed(analysis: Analysis, words: str) -> Analysis:
    """Return the page with the words as a time that it tells."""
    span = place(analysis, words)
    return replace(analysis, times=(TimeExpression(id=identify("time", span), span=span, type="DATE"),))


class TestADate:
    def test_near_another_is_a_conflict(self) -> None:
        (conflict,) = found(
            strike("a", "2024-05-06", when=day("2024-05-03")), strike("b", "2024-05-06", when=day("2024-05-04"))
        )
        assert conflict.about == "date"

    def test_a_month_off_on_the_same_day_is_likely_mis_copied(self) -> None:
        (conflict,) = found(
            strike("a", "2024-06-06", when=day("2024-05-15")), strike("b", "2024-06-07", when=day("2024-10-15"))
        )
        assert "mis-copied" in conflict.why[0].note

    def test_with_day_and_month_exchanged_is_told(self) -> None:
        (conflict,) = found(
            strike("a", "2022-12-06", when=day("2022-12-02")), strike("b", "2022-12-07", when=day("2022-02-12"))
        )
        assert "changed places" in conflict.why[0].note

    def test_that_is_only_rougher_is_none(self) -> None:
        month = days("2024-05-01", "2024-05-31", "month")
        assert found(strike("a", "2024-05-06"), strike("b", "2024-05-06", when=month)) == ()

    def test_weeks_away_is_another_happening(self) -> None:
        assert found(strike("a", "2024-05-06"), strike("b", "2024-05-28", when=day("2024-05-27"))) == ()


class TestAStance:
    def test_of_who_denies_what_another_affirms_is_a_conflict(self) -> None:
        told = "أن المفاوضات على بيع الأرصفة بدأت قبل الصيف بأسابيع"
        a = said(page("a", "قالت مصادر ملاحية " + told, "مرايا", "2024-05-03"), told, "مصادر ملاحية", kind="unnamed")
        b = said(page("b", "نفى سالم هاني " + told, "نداء", "2024-05-04"), told, "سالم هاني", "deny")
        (conflict,) = found(a, b)
        assert conflict.about == "stance"

    def test_is_told_by_a_negation_too(self) -> None:
        told = "المفاوضات على بيع الأرصفة بدأت قبل الصيف بأسابيع"
        a = said(
            page("a", "قالت مصادر ملاحية إن " + told, "مرايا", "2024-05-03"), told, "مصادر ملاحية", kind="unnamed"
        )
        b = said(page("b", "قال سالم هاني إن " + told, "نداء", "2024-05-04"), told, "سالم هاني", negated=True)
        assert [c.about for c in found(a, b)] == ["stance"]

    def test_of_two_of_which_one_is_of_an_unknown_time_is_none(self) -> None:
        told = "أن المفاوضات على بيع الأرصفة بدأت قبل الصيف بأسابيع"
        a = said(page("a", "قالت مصادر ملاحية " + told, "مرايا"), told, "مصادر ملاحية", kind="unnamed")
        b = said(page("b", "نفى سالم هاني " + told, "نداء", "2024-05-04"), told, "سالم هاني", "deny")
        assert found(a, b) == ()

    def test_of_one_speaker_is_none(self) -> None:
        told = "المفاوضات على بيع الأرصفة بدأت قبل الصيف بأسابيع"
        a = said(page("a", "قال سالم هاني إن " + told, "مرايا", "2024-05-03"), told, "سالم هاني")
        b = said(page("b", "نفى سالم هاني أن " + told, "نداء", "2024-05-04"), told, "سالم هاني", "deny")
        assert found(a, b) == ()

    def test_of_who_refuses_what_another_demands_is_none(self) -> None:
        told = "دفع تعويضات الصيادين عن الأرصفة المغلقة قبل الصيف"
        a = said(page("a", "طلب رامي فارس " + told, "مرايا", "2024-05-03"), told, "رامي فارس", "demand")
        b = said(page("b", "رفض سالم هاني " + told, "نداء", "2024-05-04"), told, "سالم هاني", "refuse")
        assert found(a, b) == ()

    def test_on_another_thing_of_the_same_matter_is_none(self) -> None:
        told = "أن بيع الأرصفة سيغلق السوق القديم في الفنار قبل الصيف"
        denied = "أن تكون المفاوضات على بيع الأرصفة بدأت قبل الصيف"
        a = said(page("a", "قالت مصادر ملاحية " + told, "مرايا", "2024-05-03"), told, "مصادر ملاحية", kind="unnamed")
        b = said(page("b", "نفى سالم هاني " + denied, "نداء", "2024-05-04"), denied, "سالم هاني", "deny")
        assert found(a, b) == ()


class TestAPlan:
    @pytest.mark.parametrize(("planned_on", "expected"), [("2024-05-01", []), ("2024-05-08", ["status"])])
    def test_conflicts_with_the_fact_only_when_told_after_it(self, planned_on: str, expected: list[str]) -> None:
        words = "لقاء سالم هاني ورامي فارس في ميناء الفنار"
        sides: Any = {"actors": ("سالم هاني",), "targets": ("رامي فارس",)}
        plan = happened(page("a", words, "مرايا", planned_on), words, "CONSULT", "meet", status="planned", **sides)
        fact = happened(page("b", words, "نداء", "2024-05-04"), words, "CONSULT", "meet", **sides)
        assert [c.about for c in found(plan, fact)] == expected


def test_reprints_never_conflict_but_for_a_number_that_changed_on_the_way() -> None:
    text = STRIKE + " وأصابت مخازن الحبوب ومكاتب الصيادين، وقالت إدارة المرفأ إن عدد القتلى بلغ {} شخصا حتى المساء"
    told = [
        happened(
            page(name, text.format(n), name, "2024-05-04"),
            text.format(n),
            "ASSAULT",
            "aerial",
            when=day(d),
            killed=n,
            **SIDES,
        )
        for name, n, d in (("a", 12, "2024-05-03"), ("b", 12, "2024-05-02"), ("c", 21, "2024-05-03"))
    ]
    assert [(c.about, "transmission" in c.why[0].note) for c in found(*told)] == [("number", True)]


def test_a_claim_never_conflicts_with_itself_nor_twice_with_another() -> None:
    pages = [strike(f"a{i}", "2024-05-04", 12) for i in range(3)] + [
        strike(f"b{i}", "2024-05-04", 15) for i in range(3)
    ]
    (conflict,) = found(*pages)
    assert conflict.left < conflict.right


class TestATollOfAHappening:
    TOLD = "انهيار رصيف الفنار الكبير فجر السبت"
    TOLLS = "ما أودى بحياة {} شخصا بحسب الحصيلة"

    def told(self, name: str, published: str, killed: float) -> Analysis:
        toll = self.TOLLS.format(int(killed))
        told = page(name, f"{self.TOLD} {toll}", "دار " + name, published)
        told = happened(told, self.TOLD + " " + toll, "OTHER", "disaster", when=day("2024-05-04"), killed=killed)
        return happened(told, toll, "ASSAULT", "kill", killed=killed)

    def test_is_a_conflict_of_tolls_within_one_claim_of_the_happening(self) -> None:
        a, b = self.told("a", "2024-05-04", 17), self.told("b", "2024-05-04", 71)
        toll = linked(a, b)
        for stage in (copies, order, claims, conflicts):
            toll = run(stage, (a, b), toll)
        assert [len(c.events) for c in toll.claims if a.events[0].id in c.events] == [2]
        assert [c.about for c in toll.conflicts] == ["number"]
