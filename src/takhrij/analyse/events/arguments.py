"""Who takes part in an event: reads subject, object, genitive and prepositions around a trigger. Below events.

Arabic news puts the subject behind the verb or before it, hides it in the verb's ending, or hangs it on a
verbal noun as its genitive, its owner pronoun or a nationality adjective; a light verb (أجرى زيارة)
lends its subject to its noun.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from takhrij.analyse.events.agreement import agrees
from takhrij.analyse.events.chunks import AMONG, Chunk, Phrases, no_genitive
from takhrij.analyse.events.governing import opening_time, resumed
from takhrij.analyse.events.sides import FAR, FENCES, OBJECT, SUBJECT, Sides, after, behind_relative
from takhrij.analyse.events.triggers import Trigger, Vocabulary
from takhrij.text import fold_text

_OPENERS: Final = ("that", "break", "stop", "participle")
_BEGUN: Final = ("", "ب", "في")
"""Prepositions behind which a beginning carries its noun (بدأ القصف، بدأ بقصف، بدأ في قصف)."""
_OF_HIM: Final = ("عن", "من", "علي", "ضد", "ل", "مع")
"""Prepositions behind which an indefinite man may have a relative clause of his own."""
_AS_FOR: Final = ("اما", "واما")
_OVER: Final = "على"
_SKIPPED: Final = 5
"""Governed phrases between a subject and its verb."""


_CARRIED: Final = {
    "": "",
    "ب": "undertakes",
    "ل": "gets",
    "من": "manages",
    "في": "manages",
    "الي": "manages",
    "علي": "manages",
}
"""Preposition of a noun -> the kind of verb that carries it: قام به، تعرض له، تمكن منه، نجح فيه، عمد إليه."""


def around_verb(phrases: Phrases, k: int, vocabulary: Vocabulary) -> Sides:
    """Return what stands around the verb (or participle) that is chunk `k`."""
    chunks = phrases.chunks
    trigger = chunks[k].trigger
    verbal = chunks[k].kind == "verb"
    believed = _believed(phrases, k - 1, vocabulary)
    subject, begin, antecedent = (
        ((chunks[believed],), believed, None) if believed >= 0 else _before(phrases, k, vocabulary)
    )
    plural = trigger is not None and trigger.form.agrees[1:] in ("p", "d")  # before its subject a verb is singular
    told = bool(subject) or plural or not verbal or _pronoun_before(phrases, k, vocabulary)
    right = after(chunks, k + 1, OBJECT if told else SUBJECT)
    if verbal and right.end < len(chunks) and chunks[right.end].kind == "relative":
        right = _over_relative(right, chunks, trigger)
    own = right.times[:1] if right.times and k + 1 < len(chunks) and right.times[0] is chunks[k + 1] else ()
    times = (*own, *_times_before(chunks, k), *right.times) or _dateline(chunks, k) or opening_time(chunks, k)
    made = right._replace(
        subject=subject, times=times, begin=begin, at=k, before=bool(subject), antecedent=antecedent
    )
    if antecedent is not None and (slot := resumed(phrases, k, vocabulary)):
        return made._replace(slots={**right.slots, slot: [antecedent]}, subject=right.subject, before=False)
    if antecedent is not None and trigger is not None and not trigger.pronoun:
        made = made._replace(subject=(antecedent,), before=True)
        if right.subject and not right.object:
            made = made._replace(object=right.subject)
    elif right.subject:
        made = made._replace(subject=right.subject)
    if made.before and made.object and trigger is not None and trigger.pronoun:  # فلان خطفه مسلحون
        made = made._replace(subject=made.object, object=made.subject)
    if antecedent is not None and trigger is not None and trigger.pronoun:
        made = made._replace(object=(antecedent,))
    return made


def _over_relative(right: Sides, chunks: Sequence[Chunk], trigger: Trigger | None) -> Sides:
    """What stands to the right of a verb of taking, read on behind the relative clause that describes its subject."""
    takes = trigger.rule.takes if trigger is not None and trigger.rule is not None else ()
    if takes[:1] != (_OVER,) or right.object or not right.subject or fold_text(_OVER) in right.slots:
        return right
    found = behind_relative(chunks, right.end, fold_text(_OVER))
    if found is None:
        return right
    return right._replace(slots={**right.slots, fold_text(_OVER): [found[0]]}, end=found[1])


def _pronoun_before(phrases: Phrases, k: int, vocabulary: Vocabulary) -> bool:
    """Whether a pronoun right before a verb is its subject (إنها ستطالب): a bare phrase behind is done to."""
    before = _back_over(phrases.chunks, k - 1, ("particle",))
    if before < 0 or phrases.chunks[before].kind not in ("that", "break"):
        return False
    return vocabulary.is_cue("subject_pronoun", phrases.words[phrases.chunks[before].last - 1].text)


def around_noun(phrases: Phrases, k: int, vocabulary: Vocabulary) -> Sides:
    """Return what stands around the verbal noun that is chunk `k`; `subject` is its genitive."""
    chunks = phrases.chunks
    trigger = chunks[k].trigger
    right = after(chunks, k + 1, SUBJECT, glued=True)
    if shared := _shared_genitive(phrases, k + 1, vocabulary):
        right = right._replace(subject=shared)
    if no_genitive(chunks[k]):
        right = right._replace(subject=())  # the verb's, which reads it as its own
    owner = trigger.pronoun if trigger else ""
    light = _light_before(phrases, k, vocabulary)
    if light < 0:
        right = right._replace(times=(*right.times, *_dateline(chunks, k)))
    inside = light >= 0 and not chunks[k].comma  # what stands before a comma dates another clause
    between = tuple(c for c in reversed(chunks[max(light, 0) : k]) if c.kind == "time") if inside else ()
    times = right.times if light < 0 else (*between, *_times_before(chunks, light), *right.times)
    if not times and trigger is not None and trigger.rule is not None and trigger.rule.mode == "disaster":
        times = _times_before(chunks, k)  # what it brought about is dated for it
    end, begin = right.end, light if light >= 0 else k
    made = right._replace(times=times, light=light, owner=owner, begin=begin, at=k)
    if end < len(chunks) and chunks[end].kind == "relative" and end <= k + 2:
        return _relative(phrases, made, end + 1)
    if end < len(chunks) and light < 0 and end <= k + 2:
        return _relative(phrases, made, end)
    return made


def _shared_genitive(phrases: Phrases, k: int, vocabulary: Vocabulary) -> tuple[Chunk, ...]:
    """The genitive of chunk `k`, a noun joined to the one before it, which shares it (مقتل وإصابة عشرات المدنيين)."""
    twin = phrases.chunks[k] if k < len(phrases.chunks) else None
    if twin is None or twin.prep or twin.comma or twin.whole:
        return ()
    if twin.kind == "noun" and twin.joins:
        return after(phrases.chunks, k + 1, SUBJECT, glued=True).subject
    head = phrases.words[twin.first].text
    toll = head[0] == "و" and (vocabulary.is_cue("killed", head) or vocabulary.is_cue("wounded", head))
    alone = twin.kind != "np" or twin.last == twin.first + 1
    visit = phrases.chunks[k - 1].trigger
    if visit is not None and visit.rule is not None and visit.rule.type == "CONSULT" and not alone:
        toll = twin.joins and head.endswith("ه") and not vocabulary.party[head]  # زيارة ومعايدة مرضى المستشفى
    return (twin._replace(first=twin.first + 1, joins=False),) if toll and not alone else ()


def _relative(phrases: Phrases, sides: Sides, k: int) -> Sides:
    """Read on in a relative clause that only carries the noun: the visit that X made, talks that joined X and Y."""
    chunks = phrases.chunks
    direct = k == sides.end
    while not direct and k < min(sides.end + 5, len(chunks)) and chunks[k].kind in ("np", "that", "particle"):
        k += 1
    if k >= len(chunks) or chunks[k].trigger is None:
        return sides
    trigger = chunks[k].trigger
    assert trigger is not None
    if not trigger.form.light and not direct:  # only says when it was
        return sides._replace(times=(*after(chunks, k + 1, 1).times, *sides.times))
    takes_up = not direct or bool(trigger.pronoun)  # an indefinite noun needs no relative pronoun (غارات شنتها)
    if trigger.form.light not in (("does", "undertakes", "begins", "joins", "happens") if takes_up else ("happens",)):
        return sides
    if direct and _describes_another(phrases, chunks[k - 1]):
        return sides
    right = after(chunks, k + 1, 1)
    slots = {**right.slots, **sides.slots}
    made = sides._replace(slots=slots, times=(*sides.times, *right.times), end=right.end, light=k)
    if trigger.form.light == "joins" and right.subject:
        both = [*right.subject, *right.object]
        return made._replace(slots={**slots, "بين": [*slots.get("بين", []), *both]})
    if trigger.form.light in ("does", "undertakes", "begins"):
        return made._replace(antecedent=right.subject[0] if right.subject else None)
    return made


def _describes_another(phrases: Phrases, before: Chunk) -> bool:
    """Whether a clause without a pronoun describes the indefinite phrase before it (هجمات بأسلحة | قدمتها)."""
    own = (
        bool(before.prep) or before.last > before.first + 1
    )  # a lone word is the noun's adjective (غارات مكثفة شنتها)
    return before.kind == "np" and own and _indefinite(phrases, before)


def _before(phrases: Phrases, k: int, vocabulary: Vocabulary) -> tuple[tuple[Chunk, ...], int, Chunk | None]:
    """The subject before a verb, where its phrase begins, and what a relative clause before it stands for."""
    chunks = phrases.chunks
    i = _back_over(chunks, k - 1, ("particle", "time"))
    relative = i >= 0 and chunks[i].kind == "relative"
    if not relative and (i < 0 or (chunks[k].joins and not _as_for(phrases, k))):
        return (), k, None
    owned = i == k - 1 > 0 and chunks[i].kind == "np" and chunks[i].prep == "ل" and chunks[i - 1].kind == "noun"
    i = i - 1 if owned and chunks[i - 1].prep else i  # في قصف للطيران | استهدف
    governed = chunks[i].kind == "noun" and bool(chunks[i].prep) and i >= k - 1 - owned
    struck = governed and _strikes(phrases, chunks[i], chunks[k], vocabulary)  # قتل عشرة في هجوم استهدف السوق
    aside = i > 0 and chunks[i - 1].prep == AMONG  # ثلاثة أشخاص منهم طفلان من عائلة واحدة | قتلوا
    if relative or struck or (not aside and _does(phrases, chunks[i], chunks[k], vocabulary)):
        return (), i if struck else k, _antecedent(chunks, i) if relative else chunks[i]
    skipped = 0
    while i >= 0 and chunks[i].kind in ("np", "noun") and _governed(chunks, i) and skipped < _SKIPPED:
        i = _back_over(chunks, i - 1, ("particle",))
        skipped += 1
    if i >= 0 and chunks[i].kind == "noun":
        opens = i == 0 or chunks[i - 1].kind in _OPENERS
        if _strikes(phrases, chunks[i], chunks[k], vocabulary, opens):
            return (), i, chunks[i]
    apart = chunks[k].comma and chunks[k].kind == "verb"  # علاوة على المساعدة، قدمت الدولة
    if i < 0 or chunks[i].kind != "np" or chunks[i].prep or (apart and chunks[i].mention is None):
        return (), k, None
    found = [chunks[i]]
    while chunks[i].joins and i > 0 and chunks[i - 1].kind == "np" and not chunks[i - 1].prep:
        i -= 1
        found.insert(0, chunks[i])
    if chunks[k].kind == "word":
        return (tuple(found), i, None) if not chunks[k].comma and not chunks[k].prep else ((), k, None)
    j = _back_over(chunks, i - 1, ("particle", "time"))
    helped = i > 0 and vocabulary.is_cue("auxiliary", phrases.words[chunks[i - 1].first].text)  # ظلت أنقرة تطالب
    helped = helped and not (apart and j >= 0 and chunks[j].kind == "relative")
    opens = j < 0 or chunks[j].kind in _OPENERS or found[0].comma or found[0].joins or helped
    opens = opens or (chunks[i].whole and _all_titles(chunks, j))
    trigger = chunks[k].trigger
    if opens and trigger is not None and agrees(phrases, found, trigger.form.agrees, vocabulary):
        return tuple(found), i, None
    plain = not any(c.comma for c in chunks[i + 1 : k + 1])  # شاهدوا مسلحين من القبائل يطلقون النار
    if not opens and i == k - 1 - skipped and plain and _indefinite(phrases, chunks[i]):
        return (), k, chunks[i]  # an indefinite noun takes its relative clause without a pronoun
    return (), k, None


def _as_for(phrases: Phrases, k: int) -> bool:
    """Whether "so" only takes up whom "as for" named at the sentence's beginning (أما الوزارة فحثت القوات)."""
    words = phrases.words
    opening = words[phrases.chunks[0].first].text
    return words[phrases.chunks[k].first].text[0] == "ف" and opening in _AS_FOR


def _does(phrases: Phrases, one: Chunk, verb: Chunk, vocabulary: Vocabulary) -> bool:
    """Whether a man behind a preposition does what the verb right behind him tells (عن رجل قتل ثلاثة)."""
    if one.prep not in _OF_HIM or one.last != verb.first or verb.comma or verb.trigger is None:
        return False
    head, form = phrases.words[one.first].text.removeprefix(one.prep), verb.trigger.form
    who = vocabulary.party[head] and not vocabulary.is_cue("source", head)
    bare = _indefinite(phrases, one) and who and not (form.passive or vocabulary.is_cue("quantity", head))
    return bare and agrees(phrases, [one], form.agrees, vocabulary)


def _believed(phrases: Phrases, i: int, vocabulary: Vocabulary) -> int:
    """Index of whom a clause of belief describes that ends at chunk `i` (طائرات | يعتقد أنها إسرائيلية); −1: none."""
    chunks = phrases.chunks
    if i < 3 or [c.kind for c in chunks[i - 2 : i + 1]] != ["verb", "that", "np"] or chunks[i - 3].kind != "np":
        return -1
    return i - 3 if vocabulary.is_cue("believed", phrases.words[chunks[i - 2].first].text) else -1


def _all_titles(chunks: Sequence[Chunk], k: int) -> bool:
    """Whether only phrases stand from the clause's beginning to chunk `k`: the title of whom the next one names."""
    i = _back_over(chunks, k, ("np",))
    opening = chunks[i + 1]
    name = opening.whole and opening.mention is not None and opening.mention.kind != "office"
    return k >= 0 and not (opening.prep or name) and (i < 0 or chunks[i].kind in _OPENERS)


def _governed(chunks: Sequence[Chunk], i: int) -> bool:
    """Whether a preposition governs chunk `i`, or the one that it is joined to (بين الانفصاليين والقوات)."""
    while i > 0 and not chunks[i].prep and chunks[i].joins and chunks[i - 1].kind == "np":
        i -= 1
    return bool(chunks[i].prep)


def _strikes(phrases: Phrases, noun: Chunk, verb: Chunk, vocabulary: Vocabulary, opens: bool = False) -> bool:
    """Whether a verbal noun is what the verb behind it tells of (غارة إسرائيلية استهدفت مبنى).

    A definite one has to open the clause (أن الغارات استهدفت); `opens` says so.
    """
    if noun.trigger is None or verb.trigger is None or verb.comma:
        return False
    if noun.trigger.definite and not (opens and vocabulary.is_cue("strikes", phrases.words[noun.first].text)):
        return False
    feminine = phrases.words[noun.first].text.endswith(("ه", "ات"))
    return verb.trigger.form.agrees == ("fs" if feminine else "ms")


def _back_over(chunks: Sequence[Chunk], i: int, kinds: tuple[str, ...]) -> int:
    """Index of the first chunk at or before `i` that is none of `kinds`; −1 if there is none."""
    while i >= 0 and chunks[i].kind in kinds:
        i -= 1
    return i


def _indefinite(phrases: Phrases, chunk: Chunk) -> bool:
    words = (phrases.words[n].text for n in range(chunk.first, chunk.last))
    return chunk.mention is None and not any(w.startswith(("ال", "وال", "لل")) for w in words)


def _antecedent(chunks: Sequence[Chunk], i: int) -> Chunk | None:
    for chunk in reversed(chunks[max(i - 3, 0) : i]):
        if chunk.kind in ("np", "noun"):
            return chunk
        if chunk.kind in FENCES and not (chunk.kind == "break" and chunk is chunks[i - 1] and not chunk.joins):
            return None  # a pronoun right before it only stresses whom it is about (إيران هي التي)
    return None


def _dateline(chunks: Sequence[Chunk], k: int) -> tuple[Chunk, ...]:
    """The time that opens a line right before its event (6 أبريل: مقتل)."""
    i = k - 1
    if i > 0 and chunks[i].kind == "stop":
        i -= 1
    return (chunks[0],) if i == 0 and chunks[0].kind == "time" else ()


def _light_before(phrases: Phrases, k: int, vocabulary: Vocabulary) -> int:
    """Index of the light verb that carries noun `k`; −1 if none does."""
    chunks = phrases.chunks
    prep, over = chunks[k].prep, chunks[max(k - 1, 0)]
    if not prep and over.prep in _CARRIED and over.last == over.first + 1:
        written = phrases.words[over.first].text  # تمكنت من استعادة السيطرة، قام بشن غارات
        carrying = any(vocabulary.is_cue("carrying", word) for word in (written, written.removeprefix(over.prep)))
        prep = over.prep if carrying else prep
    if prep not in _CARRIED:
        return -1
    for i in range(k - 1, max(k - 8, -1), -1):
        chunk = chunks[i]
        if chunk.kind == "verb":
            light = chunk.trigger.form.light if chunk.trigger is not None else ""
            if light == "begins":
                return i if prep in _BEGUN else -1
            carried = _CARRIED[prep]
            bare = not (prep or light in ("undertakes", "manages"))
            escaped = light == "gets" and prep == "من"  # نجا من هجوم
            aimed = light == "gets" and prep == "ل" and any(_accusative(phrases, c) for c in chunks[i + 1 : k])
            took = chunk.trigger is not None and chunk.trigger.pronoun and light == "does"
            escaped = escaped or bool(took and prep == "من")  # ما ارتكبوه من مجازر
            return i if light and (light == carried or bare or escaped) and not aimed else -1
        if chunk.kind in ("that", "break", "stop", "relative", "participle") or (chunk.kind == "noun" and i < k - 2):
            return -1
    return -1


def _accusative(phrases: Phrases, chunk: Chunk) -> bool:
    """Whether a bare phrase shows by its ending that it is an object (تلقت | إنذارا | لإخلاء الموقع)."""
    ending = phrases.words[chunk.first].text.endswith("ا")
    return ending and chunk.kind == "np" and not chunk.prep and _indefinite(phrases, chunk)


def _times_before(chunks: Sequence[Chunk], k: int) -> tuple[Chunk, ...]:
    """Times in the clause of verb `k` that stand before it, nearest first."""
    found = []
    for i in range(k - 1, max(k - FAR, -1), -1):
        if chunks[i].kind in (*FENCES, "relative"):
            break
        if chunks[i].kind == "time":
            found.append(chunks[i])
    return tuple(found)
