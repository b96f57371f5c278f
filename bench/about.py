"""Whether a sentence is about an event that it tells: signs of news are weighed against signs of talk about it.

That a sentence tells violence, the program knows; whether it is *about* it is another question, which the labels of
`plover_sentences` ask. What reports an attack gives numbers, wounds, a weapon, a place, a day; what speaks of one
comes to it late, denies, points, compares, tells other things first. Every sign counts one; which signs there are was
thought of beforehand, and kept where neither part of the developing half, split by a hash, spoke against it. Weights
learnt for the signs do worse in cross-validation (F1 .72 against .78), so they are equal.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from takhrij.analyse.events.triggers import Vocabulary, vocabulary
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Event
from takhrij.text import fold, fold_text

ENOUGH: Final = 0
"""No fewer signs for it than against it. On the developing half F1 is the same at 1, and lower elsewhere."""
_LATE: Final = (10, 18)
"""Words before the first word that tells it: one sign against it each."""
_MASSES: Final = 200
"""So many dead are the toll of a war or of years, no blow."""
_WEAPONS: Final = frozenset({"explosives", "suicide-attack", "aerial", "heavy weapons", "firearms", "chemical"})
_WHERE: Final = frozenset(
    fold_text(
        "شمال جنوب شرق غرب وسط قرب شرقي غربي شمالي جنوبي بوسط منطقة مدينة بلدة محافظة قرية حي"
        " بمدينة بمنطقة بمحافظة ببلدة"
    ).split()
)
_DAY: Final = re.compile(
    fold_text("امس|اليوم|الليلة|السبت|الاحد|الاثنين|الثلاثاء|الاربعاء|الخميس|الجمعة|صباح|مساء|فجر |ظهر ")
)
_PERIOD: Final = re.compile(
    fold_text(
        r"منذ (?:بداية|مطلع|فترة|عام|سنوات|أشهر|شهر|سنة)|حتى الآن|خلال (?:شهر|عام|سنوات|أشهر|العام|السنوات|الأشهر)"
        r"|(?:العام|الشهر|السنة|الأشهر|السنوات) (?:الماضي|الماضية|الحالي|الحالية|الأخير|الأخيرة)"
    )
)
"""What is counted over months and years is no one blow."""
_ARGUES: Final = frozenset(
    fold_text(
        "لقد نحن إننا إنني كنا علينا يجب ينبغي لابد بد إما بسبب رغم تبرير مبررا دليل ظاهرة استراتيجية سياسة سياسات"
    ).split()
)
"""Words of whoever argues rather than reports."""
_HEAD: Final = 1
"""Words before the word that tells it, where it opens its sentence."""
_POINTS: Final = frozenset(fold_text("هذا هذه ذلك تلك هؤلاء أي").split())
_WEIGHS: Final = frozenset(fold_text("لكن ولكن بل إذا لو لأن لأنه").split())


def about(kind: str, analysis: Analysis, text: str, knowledge: Knowledge) -> bool:
    """Whether `text` is about an event of class `kind`.

    For ASSAULT by the signs; for other classes it is enough that one occurred, is told first and not in passing.
    """
    told = [e for e in analysis.events if e.type == kind]
    if kind != "ASSAULT":
        return any(e.status == "occurred" and e.leads and not e.passing for e in told)
    return bool(told) and weight(told, analysis, text, knowledge.built(vocabulary)) >= ENOUGH


def weight(told: Sequence[Event], analysis: Analysis, text: str, known: Vocabulary) -> int:
    """Return how many signs more speak for a report of the events `told` than against it."""
    occurred = [e for e in told if e.status == "occurred"]
    told = occurred or told
    first = [e for e in told if e.leads and not e.passing] or told
    words = [word.text for word in fold(text).words]
    start = min(why.rests_on[0].start for e in first for why in e.why)
    before = [word.text for word in fold(text[:start]).words]
    toll = [c for e in told for c in e.counts if c.of in ("killed", "wounded")]
    masses = any(c.value >= _MASSES for c in toll)
    numbers = sum(word.isdigit() or known.is_cue("quantity", word) for word in words)
    signs_for = (
        bool(toll) and not masses,
        any("wounded" in known.within[word] for word in words),
        any(e.mode in _WEAPONS for e in first),
        not _WHERE.isdisjoint(words),
        bool(_DAY.search(fold_text(text))),
        numbers > 1,
        len(before) <= _HEAD,
    )
    signs_against = (
        masses,
        not occurred,
        *(len(before) > late for late in _LATE),
        all(e.passing for e in told),
        not any(e.leads for e in told),
        any(known.is_cue("negation", word) for word in before),
        any(known.is_cue("relative", word) or word == "حيث" for word in before),
        any(word.lstrip("وبلف") in _POINTS for word in words),
        not _WEIGHS.isdisjoint(words),
        not _ARGUES.isdisjoint({word.removeprefix("و") for word in words}),
        bool(_PERIOD.search(fold_text(text))),
        any(e.type != "ASSAULT" for e in analysis.events),
        sum(m.kind == "person" for m in analysis.mentions) > 1,
    )
    return sum(signs_for) - sum(signs_against)
