"""In a crowd of claims alike only what is surely one thing, in words of its own, is counted as told twice."""

from __future__ import annotations

import pytest
from invented_tellings import day, happened, linked, page, said
from msgspec.structs import replace

from takhrij.link import claims, copies, corroboration, order, run
from takhrij.records import Act, Analysis, Claim, Links
from takhrij.text import fold_text

FISH = ("قرش", "حوت", "دلفين", "تونة", "سردين", "محار", "روبيان", "أخطبوط", "حبار", "سلمون", "بلطي", "هامور", "كنعد")


def claimed(*analyses: Analysis, **known: object) -> Links:
    links = linked(*analyses, **known)
    for stage in (copies, order, claims):
        links = run(stage, analyses, links)
    return links


def sole(links: Links) -> Claim:
    (claim,) = (c for c in links.claims if len(c.statements) + len(c.events) > 1)
    return claim


def remark(name: str, words: str) -> Analysis:
    return said(page(name, f"قال سالم هاني إن {words}", f"دار {name}", "2024-05-04"), words, "سالم هاني")


def crowd() -> list[Analysis]:
    """Return many other remarks of the same speaker."""
    return [remark(f"c{i}", f"صيد {word} يبدأ قرب شاطئ رقم {i}") for i, word in enumerate(FISH)]


class TestARemark:
    ONE = "المرفأ الجديد سيفتح أبوابه أمام العبارات والصيادين مطلع الصيف"
    NEARLY = "في الصيف القادم سيفتح أبوابه أمام العبارات المرفأ الجديد"

    def test_in_nearly_the_same_words_has_two_origins_where_the_speaker_says_little(self) -> None:
        assert sole(claimed(remark("a", self.ONE), remark("b", self.NEARLY))).origins == ("دار a", "دار b")

    def test_in_nearly_the_same_words_has_one_origin_where_he_says_much(self) -> None:
        claim = sole(claimed(remark("a", self.ONE), remark("b", self.NEARLY), *crowd()))
        assert claim.origins == ("دار a",)
        assert [left_out.why[0].rule for left_out in claim.not_counted] == ["origins/same-wording"]


class TestAHappening:
    EVERY_DAY = frozenset({"جوله", "محادثات", "جديده", "بدا"})

    mode = "visit"

    def talks(self, name: str, words: str, on: str = "", whom: tuple[str, ...] = ()) -> Analysis:
        told = page(name, f"{words} بحسب الحاضرين", f"دار {name}", "2024-05-04")
        when = day(on) if on else None
        return happened(told, words, "CONSULT", self.mode, actors=("الوفد",), targets=whom, when=when)

    def crowd(self) -> list[Analysis]:
        return [self.talks(f"c{i}", f"محادثات عن {word}", f"2024-03-{i + 1:02}") for i, word in enumerate(FISH)]

    @pytest.mark.parametrize(
        ("mode", "on", "whom", "origins"),
        [
            ("talks", "", (), 1),
            ("talks", "2024-05-03", (), 2),
            ("meet", "", (), 1),
            ("meet", "2024-05-03", (), 2),
            ("meet", "", ("النقابة",), 2),
        ],
    )
    def test_of_those_that_come_by_the_dozen_needs_a_day_or_whom_it_was_with(
        self, mode: str, on: str, whom: tuple[str, ...], origins: int
    ) -> None:
        self.mode = mode
        pair = [self.talks(n, w, on, whom) for n, w in (("a", "جولة محادثات جديدة"), ("b", "بدأ جولة محادثات جديدة"))]
        assert len(sole(claimed(*pair, ordinary=self.EVERY_DAY)).origins) == origins

    def test_without_a_day_is_counted_once_among_many_like_it(self) -> None:
        pair = [self.talks(n, w) for n, w in (("a", "جولة محادثات جديدة"), ("b", "بدأ جولة محادثات جديدة"))]
        assert sole(claimed(*pair, ordinary=self.EVERY_DAY)).origins == ("دار a", "دار b")
        claim = sole(claimed(*pair, *self.crowd(), ordinary=self.EVERY_DAY))
        assert claim.origins == ("دار a",)
        assert [w.note for left_out in claim.not_counted for w in left_out.why] == [
            "one of many like it, and not surely the same as those counted"
        ]


class TestWhatABodyCondemns:
    """Of two condemnations by one body nobody knows that they are one, if no word tells of what."""

    EVERY_DAY = frozenset({"استنكر", "ادان", "اتحاد", "بحاره", "جزر"})

    @pytest.mark.parametrize(
        ("words", "on", "origins"),
        [
            (("استنكر اتحاد بحارة الجزر", "أدان اتحاد بحارة الجزر"), "", 1),
            (("استنكر اتحاد بحارة الجزر", "أدان اتحاد بحارة الجزر"), "2024-05-03", 2),
            (("استنكر اتحاد بحارة الجزر إغلاق الحوض", "أدان اتحاد بحارة الجزر إغلاق الحوض"), "", 2),
        ],
    )
    def test_is_one_with_a_word_or_a_day(self, words: tuple[str, str], on: str, origins: int) -> None:
        told = []
        for name, said_so in zip("ab", words, strict=True):
            told_here = page(name, f"{said_so} بحسب الحاضرين", f"دار {name}", "2024-05-04")
            when = day(on) if on else None
            told.append(happened(told_here, said_so, "ACCUSE", "disapprove", actors=("النقابة",), when=when))
        assert len(sole(claimed(*told, ordinary=self.EVERY_DAY)).origins) == origins


class TestInAPileOfOneStory:
    """Papers of one story tell like things: of what hardly anything is told alike each is counted once."""

    HELD = "اعتقال من دبروا إحراق المرفأ الشرقي القديم"

    @pytest.mark.parametrize(
        ("words", "act", "origins"),
        [
            ("الإسراع في كشف إحراق المرفأ الشرقي القديم", "demand", 1),
            ("القبض على كل الذين دبروا إحراق المبنى القديم في المرفأ الشرقي", "say", 2),
        ],
    )
    def test_what_is_told_and_what_is_asked_are_two(self, words: str, act: Act, origins: int) -> None:
        a = said(page("a", f"أعلن سالم هاني {self.HELD}", "دار a", "2024-05-04"), self.HELD, "سالم هاني")
        b = said(page("b", f"وتحدث سالم هاني عن {words}", "دار b", "2024-05-04"), words, "سالم هاني", act)
        assert len(sole(claimed(a, b)).origins) == origins


class TestWhatIsNamedInPassing:
    """A plan or condition that all call alike, of no day, is no happening that each of them reports."""

    def lifted(self, name: str, words: str, on: str = "") -> Analysis:
        told = page(name, f"{words} بحسب الحاضرين", f"دار {name}", "2024-05-04")
        told = happened(told, words, "CONCEDE", "", targets=("الوفد",), when=day(on) if on else None)
        return replace(told, events=tuple(replace(event, passing=self.passing) for event in told.events))

    PAIR = (("a", "رفع القيود كلها"), ("b", "إن رفع القيود كلها"))
    passing = True
    EVERY_DAY = frozenset({"رفع", "القيود", "قيود", "كلها", "كل"})

    def test_has_one_origin(self) -> None:
        claim = sole(claimed(*(self.lifted(*one) for one in self.PAIR), ordinary=self.EVERY_DAY))
        assert claim.origins == ("دار a",)
        assert [left_out.why[0].rule for left_out in claim.not_counted] == ["origins/in-doubt"]

    def test_has_two_where_it_is_told_for_itself(self) -> None:
        self.passing = False
        assert sole(claimed(*(self.lifted(*one) for one in self.PAIR), ordinary=self.EVERY_DAY)).origins == (
            "دار a",
            "دار b",
        )

    def test_has_two_with_a_day(self) -> None:
        told = [self.lifted(*one, "2024-05-03") for one in self.PAIR]
        assert sole(claimed(*told, ordinary=self.EVERY_DAY)).origins == ("دار a", "دار b")


class TestInAPileOfManyStories:
    @pytest.fixture(autouse=True)
    def many(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(corroboration, "_MANY", 0)

    OWN = "حوض السفن الشرقي يستقبل ناقلات الحبوب بعد ترميم أرصفته القديمة"
    ANEW = "أرصفة الحوض القديمة رممت كلها وناقلات الحبوب ستدخل حوض السفن"
    COPIED = "حوض السفن الشرقي يستقبل ناقلات الحبوب بعد انتهاء الترميم"

    def told(self, words: str, name: str, on: str = "2024-05-04") -> Analysis:
        return said(page(name, f"قال سالم هاني إن {words}", f"دار {name}", on), words, "سالم هاني")

    def test_a_remark_in_other_words_has_two_origins(self) -> None:
        assert sole(claimed(self.told(self.OWN, "a"), self.told(self.ANEW, "b"))).origins == ("دار a", "دار b")

    def test_a_sentence_that_goes_on_as_the_other_does_is_one_hand_s(self) -> None:
        claim = sole(claimed(self.told(self.OWN, "a"), self.told(self.COPIED, "b")))
        assert claim.origins == ("دار a",)
        assert [left_out.why[0].rule for left_out in claim.not_counted] == ["origins/same-wording"]

    def test_a_remark_quoted_days_later_adds_none(self) -> None:
        claim = sole(claimed(self.told(self.OWN, "a"), self.told(self.ANEW, "b", "2024-05-08")))
        assert claim.origins == ("دار a",)
        assert [left_out.why[0].rule for left_out in claim.not_counted] == ["origins/in-doubt"]

    def test_with_other_numbers_it_adds_none(self) -> None:
        more = (f"{self.OWN} وعددها 31", f"{self.ANEW} وعددها 47")
        found = claimed(self.told(more[0], "a"), self.told(more[1], "b"))
        assert all(len(claim.origins) == 1 for claim in found.claims)

    def test_a_paper_quoted_by_the_beginning_of_another_s_name_adds_none(self) -> None:
        quoted = said(
            page("b", f"قال سالم هاني إن {self.ANEW}", "مرايا", "2024-05-04"), self.ANEW, "سالم هاني", via="دار"
        )
        own = said(page("a", f"قال سالم هاني إن {self.OWN}", "دار البحر", "2024-05-04"), self.OWN, "سالم هاني")
        assert sole(claimed(own, quoted, families={"دار": "دار"})).origins == ("دار البحر",)


class TestAnInterview:
    """One whom a paper has through an agency by name is not heard again by another that tells of no way to him."""

    ONE = "المرفأ الجديد سيفتح أبوابه أمام العبارات والصيادين مطلع الصيف"
    ANEW = "مطلع الصيف تدخل العبارات المرفأ الجديد ومعها مراكب الصيادين"

    def pair(self, via: str, own: tuple[str, ...] = ()) -> list[str]:
        first = said(page("a", f"قال سالم هاني إن {self.ONE}", "دار a", "2024-05-04"), self.ONE, "سالم هاني", via=via)
        words = f"قال سالم هاني إن {self.ANEW}"
        second = said(page("b", words, "دار b", "2024-05-04", own), self.ANEW, "سالم هاني")
        houses = {fold_text(name): name for name in ("وكالة الموج", "وكالة البر")}
        return list(sole(claimed(first, second, families=houses)).origins)

    def test_has_one_origin(self) -> None:
        assert self.pair("وكالة الموج") == ["وكالة الموج"]

    def test_has_two_where_no_other_carries_it_or_the_article_owns_to_another(self) -> None:
        assert self.pair("") == ["دار a", "دار b"]
        assert self.pair("وكالة الموج", ("وكالة البر",)) == ["وكالة الموج", "وكالة البر"]
