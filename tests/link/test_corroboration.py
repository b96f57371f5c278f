"""In a crowd of claims alike only what is surely one thing, in words of its own, is counted as told twice."""

from __future__ import annotations

from invented_tellings import day, happened, linked, page, said

from takhrij.link import claims, copies, order, run
from takhrij.records import Analysis, Claim, Links

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
    NEARLY = "المرفأ الجديد سيفتح أبوابه أمام العبارات في الصيف القادم"

    def test_in_nearly_the_same_words_has_two_origins_where_the_speaker_says_little(self) -> None:
        assert sole(claimed(remark("a", self.ONE), remark("b", self.NEARLY))).origins == ("دار a", "دار b")

    def test_in_nearly_the_same_words_has_one_origin_where_he_says_much(self) -> None:
        claim = sole(claimed(remark("a", self.ONE), remark("b", self.NEARLY), *crowd()))
        assert claim.origins == ("دار a",)
        assert [left_out.why[0].rule for left_out in claim.not_counted] == ["origins/same-wording"]


class TestAHappening:
    EVERY_DAY = frozenset({"جوله", "محادثات", "جديده", "بدا"})

    def talks(self, name: str, words: str, on: str = "") -> Analysis:
        told = page(name, f"{words} بحسب الحاضرين", f"دار {name}", "2024-05-04")
        return happened(told, words, "CONSULT", "talks", actors=("الوفد",), when=day(on) if on else None)

    def crowd(self) -> list[Analysis]:
        return [self.talks(f"c{i}", f"محادثات عن {word}", f"2024-03-{i + 1:02}") for i, word in enumerate(FISH)]

    def test_without_a_day_is_counted_once_among_many_like_it(self) -> None:
        pair = [self.talks(n, w) for n, w in (("a", "جولة محادثات جديدة"), ("b", "بدأ جولة محادثات جديدة"))]
        assert sole(claimed(*pair, ordinary=self.EVERY_DAY)).origins == ("دار a", "دار b")
        claim = sole(claimed(*pair, *self.crowd(), ordinary=self.EVERY_DAY))
        assert claim.origins == ("دار a",)
        assert [w.note for left_out in claim.not_counted for w in left_out.why] == [
            "one of many like it, and not surely the same as those counted"
        ]
