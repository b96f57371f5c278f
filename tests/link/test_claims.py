from __future__ import annotations

from typing import Any

import pytest
from invented_tellings import day, days, happened, holding, linked, named, naming, page, said
from msgspec.structs import replace

from takhrij.link import claims, copies, order, run
from takhrij.records import Analysis, Claim, Hop, Links, TimeExpression

CALL = "أجرى الرئيس سالم هاني اتصالا هاتفيا مع الملك رامي فارس"
BASES = "إن الدولة تأمل في الاحتفاظ بالأرصفة البحرية والمخازن الجوية في ميناء الفنار"
SIDES: Any = {"actors": ("سالم هاني",), "targets": ("رامي فارس",)}


def claimed(*analyses: Analysis, **known: object) -> Links:
    links = linked(*analyses, **known)
    for stage in (copies, order, claims):
        links = run(stage, analyses, links)
    return links


def call(name: str, outlet: str, published: str, when: str = "", words: str = CALL, **more: object) -> Analysis:
    told = page(name, words + "، بحسب ما رآه كاتب السطور.", outlet, published, **more)  # type: ignore[arg-type]
    return happened(told, words, "CONSULT", "phone", when=day(when) if when else None, **SIDES)


def yesterday(analysis: Analysis) -> Analysis:
    """Return the analysis with its event's day told by how far it lies from the article's own."""
    span = analysis.events[0].span
    time = TimeExpression(id=analysis.page + "/time", span=replace(span, end=span.start + 1), type="DATE")
    event = replace(analysis.events[0], time=time.id)
    return replace(analysis, times=(time,), events=(event,))


def sole(links: Links) -> Claim:
    (claim,) = (c for c in links.claims if len(c.statements) + len(c.events) > 1)
    return claim


class TestTheSameHappening:
    def test_is_one_claim_where_one_page_has_no_date(self) -> None:
        a = call("a", "مرايا", "2024-05-04", "2024-05-03")
        b = call("b", "نداء الجزر", "2024-05-06", words="تحدث سالم هاني هاتفيا مع رامي فارس")
        claim = sole(claimed(a, b))
        assert claim.origins == ("مرايا", "نداء الجزر")
        assert claim.when == day("2024-05-03")

    def test_is_one_claim_with_a_rougher_date(self) -> None:
        a = call("a", "مرايا", "2024-06-04", "2024-05-03")
        b = page("b", CALL, "نداء الجزر", "2024-06-06")
        b = happened(b, CALL, "CONSULT", "phone", when=days("2024-05-01", "2024-05-31", "month"), **SIDES)
        assert sole(claimed(a, b)).when == day("2024-05-03")

    def test_is_another_on_another_day(self) -> None:
        a, b = call("a", "مرايا", "2024-05-04", "2024-05-03"), call("b", "نداء", "2024-05-09", "2024-05-08")
        assert len(claimed(a, b).claims) == 2

    def test_is_another_with_another_party(self) -> None:
        a = call("a", "مرايا", "2024-05-04", "2024-05-03")
        words = "أجرى الرئيس سالم هاني اتصالا هاتفيا مع الوزير جمال زاهر"
        b = happened(
            page("b", words, "نداء", "2024-05-04"),
            words,
            "CONSULT",
            "phone",
            actors=("سالم هاني",),
            targets=("جمال زاهر",),
            when=day("2024-05-03"),
        )
        assert len(claimed(a, b).claims) == 2

    def test_is_not_its_plan(self) -> None:
        words = "يلتقي سالم هاني رامي فارس في الفنار"
        plan = happened(page("a", words, "مرايا", "2024-05-01"), words, "CONSULT", "meet", status="planned", **SIDES)
        fact = happened(page("b", words, "نداء", "2024-05-03"), words, "CONSULT", "meet", **SIDES)
        assert len(claimed(plan, fact).claims) == 2

    def test_with_another_number_of_dead_is_another_claim(self) -> None:
        words = "غارة على ميناء الفنار قتلت صيادين"
        told = [
            happened(
                page(name, words, name, "2024-05-03"),
                words,
                "ASSAULT",
                "aerial",
                actors=("سلاح الجزر",),
                when=day("2024-05-03"),
                killed=killed,
            )
            for name, killed in (("a", 12), ("b", 12), ("c", 21))
        ]
        assert sorted(len(c.events) for c in claimed(*told).claims) == [1, 2]

    def test_told_by_a_chain_of_likeness_does_not_join_two(self) -> None:
        undated = call("b", "ضفاف", "2024-05-08")
        a, c = call("a", "مرايا", "2024-05-04", "2024-05-03"), call("c", "نداء", "2024-05-09", "2024-05-08")
        links = claimed(a, undated, c)
        assert sorted(len(claim.events) for claim in links.claims) == [1, 2]

    def test_long_ago_is_not_what_an_undated_line_of_today_tells(self) -> None:
        a, b = call("a", "مرايا", "2024-05-04"), call("b", "نداء", "2024-05-04", "2019-02-01")
        assert len(claimed(a, b).claims) == 2

    def test_is_told_by_a_delegation_or_by_one_of_its_state(self) -> None:
        texts = {"a": "زار وفد من بلاد الفنار مدينة المرج", "b": "زار الوزير جمال زاهر مدينة المرج"}
        a = named(page("a", texts["a"], "مرايا", "2024-05-04"), "وفد من بلاد الفنار", "organization", "XF")
        b = named(page("b", texts["b"], "نداء", "2024-05-04"), "جمال زاهر", "person", "XF")
        told = []
        for analysis, who in ((a, "وفد من بلاد الفنار"), (b, "جمال زاهر")):
            event = happened(
                analysis,
                texts[analysis.page],
                "CONSULT",
                "visit",
                actors=(who,),
                targets=("المرج",),
                when=day("2024-05-03"),
            )
            kind = analysis.mentions[0].kind
            sides = tuple(replace(e, actors=(replace(e.actors[0], kind=kind),)) for e in event.events)
            told.append(replace(event, events=sides))
        assert len(sole(claimed(*told)).events) == 2


class TestAStatement:
    def test_joins_another_wording_of_the_same_speaker(self) -> None:
        a = page("a", "أكد سالم هاني ضرورة رفع القيود الاقتصادية عن الجزر", "مرايا", "2024-05-04")
        b = page("b", "شدد سالم هاني على أن الجزر تنتظر رفع القيود الاقتصادية", "نداء", "2024-05-05")
        a = said(a, "ضرورة رفع القيود الاقتصادية عن الجزر", "سالم هاني", "demand")
        b = said(b, "الجزر تنتظر رفع القيود الاقتصادية", "سالم هاني", "stress")
        claim = sole(claimed(a, b))
        assert claim.origins == ("مرايا", "نداء")
        assert claim.sources == ("سالم هاني",)

    def test_of_another_speaker_is_another_claim(self) -> None:
        words = "ضرورة رفع القيود الاقتصادية عن الجزر"
        a = said(page("a", "أكد سالم هاني " + words, "مرايا"), words, "سالم هاني", "demand")
        b = said(page("b", "أكد جمال زاهر " + words, "نداء"), words, "جمال زاهر", "demand")
        assert len(claimed(a, b).claims) == 2

    def test_is_not_its_denial(self) -> None:
        words = "رفع القيود الاقتصادية عن الجزر"
        a = said(page("a", "أعلن سالم هاني " + words, "مرايا"), words, "سالم هاني")
        b = said(page("b", "نفى سالم هاني " + words, "نداء"), words, "سالم هاني", "deny")
        assert len(claimed(a, b).claims) == 2

    def test_that_negates_is_not_one_that_affirms(self) -> None:
        a = said(
            page("a", "قال سالم هاني ستغلق البلدية السوق القديم", "مرايا"), "ستغلق البلدية السوق القديم", "سالم هاني"
        )
        words = "لن تغلق البلدية السوق القديم"
        b = said(page("b", "قال سالم هاني " + words, "نداء"), words, "سالم هاني", negated=True)
        c = said(page("c", "نفى سالم هاني " + words[3:], "ضفاف"), words[3:], "سالم هاني", "deny")
        assert sorted(len(claim.statements) for claim in claimed(a, b, c).claims) == [1, 2]

    def test_of_another_day_is_another_claim(self) -> None:
        words = "ضرورة رفع القيود الاقتصادية عن الجزر"
        a = said(page("a", "أكد سالم هاني " + words, "مرايا"), words, "سالم هاني", on="2024-05-03")
        b = said(page("b", "أكد سالم هاني " + words, "نداء"), words, "سالم هاني", on="2024-09-03")
        assert len(claimed(a, b).claims) == 2

    def test_is_one_claim_with_the_demand_that_it_is(self) -> None:
        words = "ضرورة رفع القيود الاقتصادية عن الجزر"
        a = said(page("a", "أكد سالم هاني " + words, "مرايا"), words, "سالم هاني", "demand")
        a = happened(a, words, "REQUEST", "change", actors=("سالم هاني",), status="demanded", by=words)
        (claim,) = claimed(a).claims
        assert (len(claim.statements), len(claim.events)) == (1, 1)

    def test_of_unnamed_sources_of_two_outlets_has_two_origins_and_two_sources(self) -> None:
        a = page("a", "قالت مصادر ملاحية " + BASES, "مرايا", "2024-05-03")
        a = said(a, BASES, "مصادر ملاحية", kind="unnamed")
        words = "إن الدولة تسعى إلى الاحتفاظ في ميناء الفنار بالأرصفة البحرية والمخازن الجوية"
        b = page("b", "وفق مصادر مطلعة " + words, "ضفاف", "2024-05-04")
        b = said(b, words, "مصادر مطلعة", kind="unnamed", via="وكالة البحر")
        claim = sole(claimed(a, b, families={"وكاله البحر": "وكالة البحر"}))
        assert set(claim.origins) == {"مرايا", "وكالة البحر"}
        assert set(claim.sources) == {"مصادر ملاحية", "مصادر مطلعة"}

    def test_of_a_body_and_of_its_press_office_has_one_source(self) -> None:
        told = []
        for name, outlet, speaker, words in (
            ("a", "مرايا", "المرفأ", "إن الطرفين اتفقا على مواصلة المباحثات البحرية"),
            ("b", "نداء", "المكتب الصحفي للمرفأ", "إن مواصلة المباحثات البحرية متفق عليها بين الطرفين"),
        ):
            told.append(
                said(
                    named(page(name, f"قال {speaker} {words}", outlet, "2024-05-03"), speaker, "organization", "XF"),
                    words,
                    speaker,
                    kind="organization",
                )
            )
        claim = sole(claimed(*told))
        assert (len(claim.origins), len(claim.sources)) == (2, 1)


class TestWordForWord:
    """One paper names who spoke, another his office or state; the words at length tell that it is one statement."""

    WORDS = "إن سفن الحبوب الراسية قبالة المرفأ القديم ستفرغ حمولتها خلال يومين بعد إصلاح الرافعات"

    def told(self, name: str, speaker: str, kind: str, state: str, words: str = WORDS) -> Analysis:
        one = page(name, f"قال {speaker} {words}", f"دار {name}", "2024-05-03")
        return said(named(one, speaker, kind, state), words, speaker, kind=kind)

    @pytest.mark.parametrize(
        ("speaker", "kind", "state", "expected"),
        [
            ("وزارة الموانئ", "organization", "XF", 1),
            ("وزارة الموانئ", "organization", "XG", 2),  # what two states say alike is a form of words
            ("رامي فارس", "person", "XF", 2),
        ],
    )
    def test_is_one_claim_of_one_source(self, speaker: str, kind: str, state: str, expected: int) -> None:
        found = claimed(self.told("a", "سالم هاني", "person", "XF"), self.told("b", speaker, kind, state))
        assert len(found.claims) == expected
        assert all(len(claim.sources) == 1 for claim in found.claims)

    def test_fewer_words_are_two(self) -> None:
        words = "إن سفن الحبوب ستفرغ حمولتها"
        told = [self.told("a", "سالم هاني", "person", "XF", words)]
        told.append(self.told("b", "وزارة الموانئ", "organization", "XF", words))
        assert len(claimed(*told).claims) == 2


class TestAnOrigin:
    def test_is_counted_once_for_a_credited_reprint(self) -> None:
        a = call("a", "مرايا", "2024-05-04", "2024-05-03")
        b = call("b", "ضفاف", "2024-05-04", "2024-05-03", credited=("مرايا",))
        claim = sole(claimed(a, b))
        assert claim.origins == ("مرايا",)
        assert [n.article for n in claim.not_counted] == [b.articles[0].id]
        assert "مرايا" in claim.not_counted[0].why[0].note

    def test_is_counted_once_for_copied_words_without_credit(self) -> None:
        words = CALL + " بحثا خلاله مستقبل الأرصفة الجديدة ومواعيد رحلات العبارات بين الضفتين في موسم الصيد"
        a = call("a", "مرايا", "2024-05-04", "2024-05-03", words)
        b = call("b", "ضفاف", "2024-05-05", "2024-05-03", words)
        claim = sole(claimed(a, b))
        assert claim.origins == ("مرايا",)
        assert claim.not_counted[0].why[0].rule == "origins/copy"
        assert "without credit" in claim.not_counted[0].why[0].note

    def test_is_counted_once_for_two_outlets_of_one_house(self) -> None:
        families = {"مرايا": "دار المرايا", "مرايا سبورت": "دار المرايا"}
        a = call("a", "مرايا", "2024-05-04", "2024-05-03")
        b = call("b", "مرايا سبورت", "2024-05-04", "2024-05-03", words="تحدث سالم هاني هاتفيا مع رامي فارس")
        claim = sole(claimed(a, b, families=families))
        assert claim.origins == ("مرايا",)
        assert claim.not_counted[0].why[0].rule == "origins/same-house"

    def test_is_one_whether_or_not_the_word_for_paper_stands_before_its_name(self) -> None:
        a = call("a", "صحيفة مرايا", "2024-05-04", "2024-05-03")
        b = call("b", "مرايا", "2024-05-05", "2024-05-03", words="تحدث سالم هاني هاتفيا مع رامي فارس")
        assert len(sole(claimed(a, b)).origins) == 1

    def test_without_a_name_is_none_beside_a_known_one(self) -> None:
        a = call("a", "مرايا", "2024-05-04", "2024-05-03")
        b = call("b", "", "2024-05-05", "2024-05-03", words="تحدث سالم هاني هاتفيا مع رامي فارس")
        claim = sole(claimed(a, b))
        assert claim.origins == ("مرايا",)
        assert claim.not_counted[0].why[0].rule == "origins/unknown-outlet"

    def test_is_the_agency_that_is_quoted(self) -> None:
        a = said(page("a", "قالت وكالة البحر " + BASES, "مرايا"), BASES, "وكالة البحر", kind="outlet")
        (claim,) = claimed(a).claims
        assert (claim.origins, claim.sources) == (("وكالة البحر",), ())

    def test_is_counted_once_for_one_wording_of_one_speaker(self) -> None:
        a = said(page("a", "قال سالم هاني: " + BASES, "مرايا"), BASES, "سالم هاني")
        words = BASES.replace("إن ", "أن ")
        b = said(page("b", "أكد الرئيس اليوم في كلمته " + words, "نداء"), words, "سالم هاني")
        assert len(sole(claimed(a, b)).origins) == 1

    def test_is_counted_twice_for_two_wordings_of_one_speaker(self) -> None:
        words = ("إن الدولة تأمل في الاحتفاظ بالأرصفة البحرية", "إن الدولة تسعى إلى الاحتفاظ بالأرصفة البحرية كلها")
        told = [
            said(page(n, "قال " + w, f"دار {n}", "2024-05-03"), w, "سالم هاني")
            for n, w in zip("ab", words, strict=True)
        ]
        claim = sole(claimed(*told))
        assert (len(claim.origins), claim.sources) == (2, ("سالم هاني",))

    def test_is_not_added_by_an_article_of_an_unknown_time_nor_by_whom_only_a_quote_names(self) -> None:
        words = ("إن الدولة تأمل في الاحتفاظ بالأرصفة البحرية", "إن الاحتفاظ بالأرصفة البحرية أمر تأمل فيه الدولة")
        for published, via in (("", ""), ("2024-05-04", "وكالة المجهول")):
            a = said(page("a", "قال " + words[0], "دار a", "2024-05-03"), words[0], "سالم هاني")
            b = said(page("b", "قال " + words[1], "دار b", published), words[1], "سالم هاني", via=via)
            claim = sole(claimed(a, b))
            assert claim.origins == ("دار a",)
            assert [left_out.why[0].rule for left_out in claim.not_counted] == ["origins/in-doubt"]

    def test_is_the_agency_that_one_of_its_reprints_owns_to(self) -> None:
        agency = {"agencies": frozenset({"وكاله البحر"})}
        a = said(page("a", "قال سالم هاني: " + BASES, "مرايا", "2024-05-02"), BASES, "سالم هاني")
        b = said(
            page("b", "قال سالم هاني: " + BASES, "نداء", "2024-05-04", credited=("وكالة البحر",)), BASES, "سالم هاني"
        )
        assert sole(claimed(a, b, **agency)).origins == ("وكالة البحر",)

    def test_is_counted_once_for_two_articles_that_work_from_one_text(self) -> None:
        text = (
            "وأضاف الرئيس في كلمته أمام البحارة أن موسم الصيد سيبدأ بعد عودة العبارات من المضيق وأن الدولة ستدفع ثمن "
            "الشباك التي مزقتها العاصفة قبل حلول الشتاء"
        )
        words = ("إن الدولة تأمل في الاحتفاظ بالأرصفة البحرية", "إن الاحتفاظ بالأرصفة أمل قديم عند الدولة")
        told = [
            said(page(n, f"قال {w}. وعاد صحفي {n} إلى بيته ماشيا. {text}", f"دار {n}", "2024-05-03"), w, "سالم هاني")
            for n, w in zip("ab", words, strict=True)
        ]
        claim = sole(claimed(*told))
        assert claim.origins == ("دار a",)
        assert [left_out.why[0].rule for left_out in claim.not_counted] == ["origins/one-text"]

    @pytest.mark.parametrize(("beside", "count"), [(True, 1), (False, 2)])
    def test_is_counted_once_where_a_shared_passage_stands_beside_both(self, beside: bool, count: int) -> None:
        passage = "وأضاف أن موسم الصيد سيبدأ بعد عودة العبارات من المضيق وأن الدولة ستدفع ثمن الشباك قبل حلول الشتاء"
        words = ("إن الدولة تأمل في الاحتفاظ بالأرصفة البحرية", "إن الاحتفاظ بالأرصفة أمل قديم عند الدولة")
        others = ("وعاد الصيادون إلى بيوتهم عند الغروب ومعهم سمك كثير.", "وفتحت مدارس الحي القديم أبوابها صباحا.")
        told = []
        for n, w, other in zip("ab", words, others, strict=True):
            own = " ".join([other] * 24)
            text = f"قال {w}. {passage}. {own}" if beside else f"قال {w}. {own} {passage}."
            told.append(said(page(n, text, f"دار {n}", "2024-05-03"), w, "سالم هاني"))
        assert len(sole(claimed(*told)).origins) == count

    def test_is_not_added_by_an_article_owned_to_agencies_without_a_name(self) -> None:
        words = ("إن الدولة تأمل في الاحتفاظ بالأرصفة البحرية", "إن الدولة تسعى إلى الاحتفاظ بالأرصفة البحرية كلها")
        a, b = (
            said(page(n, "قال " + w, f"دار {n}", "2024-05-03"), w, "سالم هاني")
            for n, w in zip("ab", words, strict=True)
        )
        owned = (Hop(name="وكالات", via="republished", kind="unnamed"),)
        b = replace(b, articles=(replace(b.articles[0], credits=owned),))
        claim = sole(claimed(a, b))
        assert claim.origins == ("دار a",)
        assert [left_out.why[0].rule for left_out in claim.not_counted] == ["origins/agencies-without-name"]


class TestTwoTimes:
    """Armies shell and meet every week: without a common time few words make no claim."""

    def test_of_one_kind_of_happening_are_two_claims_where_pages_have_no_date(self) -> None:
        told = [
            happened(page(n, w, n), w, "ASSAULT", "heavy weapons", actors=("سلاح الجزر",), targets=(t,))
            for n, w, t in (
                ("a", "قصف سلاح الجزر المدينة القديمة", "المدينة القديمة"),
                ("b", "قصف سلاح الجزر بلدة العين", "بلدة العين"),
            )
        ]
        assert len(claimed(*told).claims) == 2

    def test_of_few_words_are_one_only_within_a_week(self) -> None:
        for published, expected in (("2024-05-06", 1), ("2024-05-23", 2)):
            words = "مسؤوليته عن الهجوم"
            told = [
                said(page(n, f"أعلن {who} {words}", n, on), words, "سالم هاني")
                for n, who, on in (("a", "سالم هاني", "2024-05-03"), ("b", "هاني", published))
            ]
            assert len(claimed(*told).claims) == expected

    def test_of_a_short_statement_within_a_long_one_are_two_claims(self) -> None:
        long = "تحرير المدينة سيبدأ مطلع الصيف بعد وصول السفن الجديدة والبحارة من الجزر"
        told = [
            said(page(n, "أعلن سالم هاني " + w, n), w, "سالم هاني") for n, w in (("a", "تحرير المدينة"), ("b", long))
        ]
        assert len(claimed(*told).claims) == 2

    def test_of_an_unknown_time_share_most_of_the_longer_too(self) -> None:
        words = "سيطرة الجيش على أحياء المدينة القديمة"
        for more, expected in (("", 1), (" بعد وصول السفن الجديدة من الجزر وانسحاب البحارة", 2)):
            told = [
                said(page(n, f"قال {who} إن {w}", n), w, who, kind="outlet")
                for n, who, w in (("a", "مرايا", words), ("b", "نداء", words + more))
            ]
            assert len(claimed(*told).claims) == expected

    def test_of_an_army_within_a_month_share_more_than_a_word(self) -> None:
        for words, expected in (
            (("سيطر في قرية العين", "سيطر في وادي الزهر"), 2),
            (("سيطر في قرية العين",) * 2, 1),
        ):
            told = [
                happened(
                    page(n, f"{w} سلاح الجزر", n, "2024-06-20"),
                    w,
                    "COERCE",
                    "seize",
                    actors=("سلاح الجزر",),
                    when=days("2024-06-01", "2024-06-30", "month"),
                )
                for n, w in zip("ab", words, strict=True)
            ]
            assert len(claimed(*told).claims) == expected


class TestWordsOfEveryDay:
    """An army takes places every day, and a story has words that all who speak of it use: they make nothing one."""

    EVERY_DAY = frozenset({"سيطر", "مواقع", "مدينه", "شمال", "اتفاق", "حرب", "جديد"})

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (("سيطر سلاح الجزر على مواقع شمال المدينة", "سيطر سلاح الجزر على مواقع شمال المدينة في تلة الزعفران"), 2),
            (("سيطر سلاح الجزر على تلة الزعفران شمال المدينة", "سيطر سلاح الجزر أمس على تلة الزعفران"), 1),
        ],
    )
    def test_do_not_tell_which_of_a_days_seizures_is_meant(self, words: tuple[str, str], expected: int) -> None:
        told = [
            happened(
                page(n, w, n, "2024-06-20"), w, "COERCE", "seize", actors=("سلاح الجزر",), when=day("2024-06-19")
            )
            for n, w in zip("ab", words, strict=True)
        ]
        assert len(claimed(*told, ordinary=self.EVERY_DAY).claims) == expected

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            (("إما اتفاق جديد وإما حرب", "لا يريد حربا بعد اتفاق جديد"), 2),
            (("إما اتفاق الفنار وإما حرب", "اتفاق الفنار أو حرب"), 1),
        ],
    )
    def test_do_not_make_two_statements_of_a_speaker_one(self, words: tuple[str, str], expected: int) -> None:
        told = [
            said(page(n, "قال سالم هاني إنه " + w, n, "2024-06-20"), w, "سالم هاني")
            for n, w in zip("ab", words, strict=True)
        ]
        assert len(claimed(*told, ordinary=self.EVERY_DAY).claims) == expected


class TestAReprint:
    TEXT = CALL + (
        " بحثا خلاله مستقبل الأرصفة الجديدة ومواعيد رحلات العبارات بين الضفتين في موسم الصيد، وتناولا كذلك أحوال "
        "البحارة العالقين خلف المضيق وسبل إيصال المؤن إلى القرى البعيدة قبل حلول الشتاء"
    )

    def test_tells_its_originals_happening_whatever_its_own_day(self) -> None:
        a = yesterday(call("a", "مرايا", "2024-05-04", "2024-05-03", self.TEXT))
        b = yesterday(call("b", "ضفاف", "2024-05-20", "2024-05-19", self.TEXT))
        assert sole(claimed(a, b)).origins == ("مرايا",)

    def test_with_another_written_day_is_another_claim(self) -> None:
        a = call("a", "مرايا", "2024-05-04", "2024-05-03", self.TEXT)
        b = call("b", "ضفاف", "2024-05-04", "2024-04-03", self.TEXT)
        assert len(claimed(a, b).claims) == 2

    def test_with_another_number_stays_apart(self) -> None:
        told = [
            happened(page(name, self.TEXT, name, "2024-05-04"), self.TEXT, "ASSAULT", "aerial", killed=n, **SIDES)
            for name, n in (("a", 12), ("b", 21))
        ]
        assert len(claimed(*told).claims) == 2


class TestAToll:
    """Papers that tell of an attack in words of their own have its toll in common, and little else."""

    def blast(self, name: str, words: str, killed: float, place: str = "", on: str = "2024-05-04") -> Analysis:
        told = page(name, words, f"دار {name}", on)
        told = naming(told, place) if place else told
        return happened(told, words, "ASSAULT", "explosives", killed=killed, place=place)

    @pytest.mark.parametrize(
        ("killed", "place", "expected"),
        [
            (243, "", 1),  # so many never fall twice in a story's time
            (43, "الفنار", 1),
            (43, "", 2),
            (40, "الفنار", 2),  # round numbers are guesses
        ],
    )
    def test_and_its_place_make_two_tellings_one(self, killed: float, place: str, expected: int) -> None:
        a = self.blast("a", f"سقط {killed} قتيلا حين تطايرت شظايا {place}".strip(), killed, place)
        b = self.blast("b", f"أودى الدوي بحياة {killed} راكبا {place}".strip(), killed, place)
        assert len(claimed(a, b).claims) == expected

    def test_of_another_week_is_another_s(self) -> None:
        a = self.blast("a", "سقط 243 قتيلا حين تطايرت شظايا", 243)
        b = self.blast("b", "أودى الدوي بحياة 243 راكبا", 243, on="2024-05-24")
        assert len(claimed(a, b).claims) == 2


class TestSomebodyWithoutAName:
    def test_is_nobody_else_than_on_another_page(self) -> None:
        told = []
        for name, words in (("a", "قتل ضابط بعبوة قرب جسر النواعير"), ("b", "عبوة قرب جسر النواعير قتلت ضابطا")):
            one = page(name, words, f"دار {name}", "2024-05-04")
            told.append(happened(one, words, "ASSAULT", "explosives", targets=("ضابط",), when=day("2024-05-03")))
        entity_of = {f"{name}#ضابط": f"entity/unnamed/ضابط/{name}/mention/0-4" for name in "ab"}
        links = replace(linked(*told), entity_of=entity_of)
        for stage in (copies, order, claims):
            links = run(stage, told, links)
        assert len(links.claims) == 1


class TestAKnownPersonsDeath:
    def test_is_one_however_few_other_words_are_in_both(self) -> None:
        told = [
            happened(
                page(n, words + ".", n, "2024-05-04"),
                words,
                "ASSAULT",
                targets=("سالم هاني",),
                when=day("2024-05-03"),
            )
            for n, words in (
                ("a", "مقتل الرئيس البحري السابق سالم هاني بعد تفجير منزله في المدينة"),
                ("b", "بمقتل الرئيس البحري السابق سالم هاني"),
            )
        ]
        assert len(sole(claimed(*told, ordinary=frozenset({"رييس", "سابق", "بحري"}))).events) == 2


class TestTheSamePlaceOfOnePassage:
    TEXT = (
        "وذكر التقرير أن القوارب لا تستطيع عبور المضيق إلا عند المد وأن الصيادين الذين يخرجون منه إما يعودون بلا سمك "
        "وإما يستهدفها قناصة من التلال المشرفة على الخليج قبل أن تبلغ رصيف الميناء القديم عند الغروب، ولذلك فرغت "
        "أسواق البلدة من السمك منذ أسابيع وارتفعت أسعار الخبز فيها إلى ثلاثة أضعاف"
    )

    def test_is_told_once_whatever_the_words(self) -> None:
        told = [
            happened(page(n, self.TEXT, n, "2024-05-04"), "يستهدفها قناصة", "ASSAULT", targets=(n,)) for n in "ab"
        ]
        assert len(sole(claimed(*told)).events) == 2


class TestAReprintedStatement:
    WORDS = (
        "إن الأطراف المشاركة في مفاوضات الجزر اتفقت على إطلاق سراح البحارة المحتجزين وتسليم جثامين الغرقى وتحديد "
        "مكان المفقودين، وإن لجنة من خمس دول ستراقب عبور السفن في المضيق حتى نهاية الموسم وترفع تقريرا عنه كل أسبوع"
    )

    @pytest.mark.parametrize("kind", ["person", "unnamed"])
    def test_is_one_claim_whoever_is_told_to_have_said_it(self, kind: str) -> None:
        a = said(page("a", f"وقال رامي فارس {self.WORDS}.", "a", "2024-05-04"), self.WORDS, "رامي فارس")
        b = said(page("b", f"وقال الوسيط {self.WORDS}.", "b", "2024-05-05"), self.WORDS, "الوسيط", kind=kind)
        assert len(sole(claimed(a, b)).statements) == 2

    def test_of_another_speaker_in_an_article_of_its_own_words_is_another(self) -> None:
        words = "إن الأطراف اتفقت على تحديد مكان المفقودين"
        told = [
            said(page(who, f"{text} {words}.", who, "2024-05-04"), words, who)
            for who, text in (("سالم هاني", "عند الظهيرة قال الرئيس"), ("رامي فارس", "ورأى ملك الجزر في خطابه"))
        ]
        assert len(claimed(*told).claims) == 2


class TestOneOutletsOwnWords:
    @pytest.mark.parametrize(("outlet", "expected"), [("مرايا", 1), ("ضفاف", 2)])
    def test_printed_again_at_an_unknown_time_are_one_claim(self, outlet: str, expected: int) -> None:
        words = "تحدث سالم هاني هاتفيا مع رامي فارس مساء"
        told = [call("a", "مرايا", "", words=words), call("b", outlet, "", words=words)]
        assert len(claimed(*told).claims) == expected


class TestWhatSomebodySaysWithinWhatIsSaid:
    INNER = "إن مصير السفينة يقرره ركابها"
    OUTER = "سالم هاني دعا إلى بيع السفينة فورا بعد أسبوع على قوله " + INNER

    def test_is_not_the_outer_statement(self) -> None:
        a = said(
            said(page("a", self.OUTER + ".", "a", "2024-05-04"), self.OUTER, "سالم هاني"), self.INNER, "سالم هاني"
        )
        b = said(page("b", "قال سالم هاني " + self.INNER + ".", "b", "2024-05-04"), self.INNER, "سالم هاني")
        links = claimed(a, b)
        outer, inner = a.statements
        assert len(holding(links, outer.id, inner.id)) == 2
        assert set(holding(links, inner.id)[0].statements) == {inner.id, b.statements[0].id}

    def test_is_the_same_where_little_else_is_said(self) -> None:
        outer = "قوله " + self.INNER
        a = said(said(page("a", outer + ".", "a", "2024-05-04"), outer, "سالم هاني"), self.INNER, "سالم هاني")
        assert len(claimed(a).claims) == 1


class TestEveryTelling:
    def test_is_in_exactly_one_claim(self) -> None:
        pages = [call(name, name, "2024-05-04", "2024-05-03") for name in ("a", "b")]
        pages.append(said(page("c", "قالت مصادر ملاحية " + BASES), BASES, "مصادر ملاحية", kind="unnamed"))
        links = claimed(*pages)
        told = [t for c in links.claims for t in (*c.statements, *c.events)]
        assert sorted(told) == sorted(
            [e.id for p in pages for e in p.events] + [s.id for p in pages for s in p.statements]
        )

    def test_keeps_its_claim_whatever_the_order_of_pages(self) -> None:
        pages = [
            call(name, name, "2024-05-04", when)
            for name, when in (("a", "2024-05-03"), ("b", ""), ("c", "2024-05-02"))
        ]
        assert claimed(*pages).claims == claimed(*reversed(pages)).claims

    def test_of_a_hundred_like_it_is_found(self) -> None:
        pages = [call(f"p{n:03}", f"دار{n}", "2024-05-04", "2024-05-03") for n in range(100)]
        links = claimed(*pages)
        assert len(holding(links, pages[0].events[0].id)[0].events) == 100
