"""A statement in the making, and where its content begins and ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from takhrij.analyse.clauses import Quotation, connectives, trimmed
from takhrij.analyse.speech.acts import hedges
from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.scenes import Scene
from takhrij.analyse.speech.stretches import Stretch, comma, leads_that, plain
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.records import Act, Hop, Span, Why

_SETTINGS: Final = (["سياق"], ["السياق"], ["المقابل"], ["الاثناء"], ["غضون"])
_HEADING: Final = 3
"""Words of a heading, at least."""
_GLUED: Final = 12
"""Words of a heading that goes on with the text behind it; no heading is so long."""
_CLAUSE: Final = 5
"""Words of a quotation that is a whole clause; a shorter one may be a part of the content."""
_WHEN: Final = ("بعد", "قبل", "منذ")
_AND_THAT: Final = ("وان", "وانه", "وانها", "وانهم")


@dataclass
class Draft:
    """A statement in the making. `cut`: where a quotation ends at the latest if no mark closes it, -1 if nowhere."""

    frame: Frame
    hops: tuple[Hop, ...]
    start: int
    end: int
    cue: Span
    cut: int = -1
    act: Act = "say"
    quoted: bool = False
    hedge: str = ""
    time: str = ""
    why: Why = field(default_factory=lambda: Why(rule=""))
    alive: bool = True


def once(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without those whose quotation a later verb gives to the same speaker (قالت: "...")."""
    kept: dict[tuple[int, int, str], Draft] = {}
    for draft in drafts:
        quoted = draft.frame.lead == "quote"
        key = (draft.start, draft.end, draft.hops[-1].name if quoted else str(draft.cue.start))
        kept.pop(key, None)
        kept[key] = draft
    return list(kept.values())


def close(s: Stretch, draft: Draft) -> None:
    """Settle where a content begins and ends."""
    raw, frame = s.scene.raw, draft.frame
    end = draft.end if draft.end >= 0 else s.end
    if frame.quote and frame.lead == "quote":
        draft.quoted, draft.cut = True, -1 if frame.quote.closed else draft.end
        draft.start, draft.end = frame.quote.inner
        return
    relative = frame.first > s.words.start and s.scene.is_a(frame.first - 1, "relative", "when")
    contains = frame.cue.verb is not None and frame.cue.verb.kind == "contain"
    brief = _is_deed(frame) or (frame.cue.verb is not None and frame.cue.verb.kind == "describe")
    short = frame.lead == "object" or (frame.lead == "preposition" and brief and not leads_that(s, frame.word))
    if (frame.inner and (relative or (frame.lead == "object" and not contains))) or (relative and short):
        end = _relative_end(s, draft.start, end)
    if short and not contains:
        end = _object_end(s, draft.start, end, frame.inner)
    if frame.cue.verb is not None and frame.cue.verb.kind == "describe":
        end = _described_end(s, frame, end)
    if frame.cue.form == "colon":
        end = _heading_end(s, draft.start, end)
    bar = raw.find("|", draft.start, end)  # between a heading and the name of its site
    draft.start, draft.end = trimmed(raw, draft.start, _turn(s, draft, bar if bar > 0 else end))
    for quote in s.quotes:
        if not quote.closed or not behind_that(s, draft.start, quote):
            continue
        if _narrated(s, draft, quote):
            draft.end = quote.end
        if not raw[quote.end : draft.end].strip(" .،"):
            draft.quoted = True
            draft.start, draft.end = quote.inner


def behind_that(s: Stretch, start: int, quote: Quotation) -> bool:
    """Whether a quotation opens where a content begins, or right behind the أن or إلى أن that it begins with."""
    scene = s.scene
    first = scene.folded.between(start, s.end)
    led = bool(first) and scene.is_a(first.start, "preposition") and leads_that(s, first.start)  # إلى أن "..."
    begins = first.start + led
    begin = scene.words[begins].end if first and scene.is_a(begins, "that", "so") else start
    return quote.start >= begin and not scene.raw[begin : quote.start].strip(" :")


def _narrated(s: Stretch, draft: Draft, quote: Quotation) -> bool:
    """Whether the narrator goes on behind a quoted clause with "and" and a verb (إن "الجسر آمن" وزار المدينة)."""
    scene = s.scene
    rest = scene.folded.between(quote.end, draft.end)
    if not rest or len(scene.folded.between(*quote.inner)) < _CLAUSE:
        return False
    word, verbs = scene.words[rest.start].text, scene.forms.verbs
    return word[0] == "و" and word[1:] in verbs and word not in verbs


def _is_deed(frame: Frame) -> bool:
    return frame.cue.verb is not None and frame.cue.verb.kind == "deed"


def _object_end(s: Stretch, start: int, end: int, inner: bool) -> int:
    """Return where a noun that was said ends: where the narrator goes on about it (وهو الثاني هذا الشهر).

    Behind a comma more words show that, and so does a quotation of a clause of its own.
    """
    scene = s.scene
    inside, within = scene.folded.between(start, end), False
    for i in inside[1:]:
        quote = s.quote_before(i) if i > inside.start + 1 else None
        if quote and scene.word_is(i, "that", "opens_speech"):
            return scene.words[i - 1].end  # أعلنت فتح الجسر "إننا نعمل"
        if s.within_quote(i):
            continue
        tells = _tells(scene, i)
        parted = comma(scene.gap(i)) and (scene.word_is(i, "afterwards") or tells)
        goes_on = scene.words[i].text[0] in "وف" and scene.words[i].text[1:] not in scene.forms.finite
        parted = parted or (tells and goes_on and not within)  # إغلاق الجسر وتشعر بالقلق
        within = within or tells or comma(scene.gap(i)) or scene.is_a(i, "relative", "that")
        outer = inner and scene.words[i].text in _AND_THAT  # إن التنظيم طلب التفاوض وإن: the outer one goes on
        later = i > inside.start + 1 and _sets_time(scene, i, inside.stop)
        if parted or outer or later or scene.word_is(i, "aside"):
            return scene.words[i - 1].end
    return end


def _sets_time(scene: Scene, i: int, stop: int) -> bool:
    """Whether a clause begins at word `i` that tells when it was said (نفى مقتله بعد أن هاجموا المنزل)."""
    after = scene.words[i].text in _WHEN and i + 1 < stop and scene.words[i + 1].text == "ان"
    return after or (scene.is_a(i, "when") and not scene.is_a(i - 1, "preposition"))  # في حين


def _tells(scene: Scene, i: int) -> bool:
    """Whether word `i` is a finite verb, with "and" before it or without: a clause of its own begins."""
    word = scene.words[i].text
    return i not in scene.members and not {word, word[1:] if word[0] in "وف" else word}.isdisjoint(scene.forms.verbs)


def _described_end(s: Stretch, frame: Frame, end: int) -> int:
    """Return where a description in marks ends: with the marks, where a clause of the narrator's follows them."""
    quote = s.quote_before(frame.word + 1) or s.quote_before(frame.word)
    rest = s.scene.folded.between(quote.end, end) if quote and quote.closed else range(0)
    if not quote or not rest or s.scene.words[rest.start].text[0] == "و":
        return end
    return quote.end if s.scene.knowledge.built(connectives).at(s.scene.folded, rest.start) else end


def _heading_end(s: Stretch, start: int, end: int) -> int:
    """Return where a heading ends that the text behind it is glued to: before "for his part" and the like.

    Behind a long one it is "and" with a verb of the past and who did it (... وحضر سمير حداد), which headings lack.
    """
    inside = s.scene.folded.between(start, end)
    glued = len(inside) > _GLUED
    near = (
        i
        for i in inside[_HEADING:]
        if (_sets_in(s, i) or (glued and _tells_anew(s.scene, i))) and not s.within_quote(i)
    )
    i = next(near, -1)
    return s.scene.words[i - 1].end if i > 0 else end


def _tells_anew(scene: Scene, i: int) -> bool:
    """Whether "and" with a verb of the past begins at word `i`, and somebody named is its subject."""
    word, verbs = scene.words[i].text, scene.forms.verbs
    past = word[0] == "و" and word[1:] in verbs and word not in verbs and word[1] not in "ينتا"
    party = scene.party(i + 1) if past else None
    return party is not None and party.kind != "place" and plain(scene, party, i + 1)


def _sets_in(s: Stretch, i: int) -> bool:
    """Whether an adjunct begins at word `i` with which sentences begin (من جهته، وفي سياق منفصل)."""
    scene = s.scene
    setting = scene.word_is(i + 1, "setting") or scene.folded.texts[i + 1 : i + 2] in _SETTINGS
    return bool(scene.forms.adjuncts.at(scene.folded, i)) or (scene.words[i].text == "وفي" and setting)


def _relative_end(s: Stretch, start: int, end: int) -> int:
    """Return where a relative clause ends: at the first comma outside quotation marks."""
    for i in s.scene.folded.between(start, end)[1:]:
        if comma(s.scene.gap(i)) and not s.within_quote(i):
            return s.scene.words[i - 1].end + 1
    return end


def _turn(s: Stretch, draft: Draft, end: int) -> int:
    """Return where the speaker's words end before `end`: at a hedge, or where the narrator goes on."""
    words = s.scene.folded.between(draft.start, end)
    for hit in s.scene.knowledge.built(_turns).find(s.scene.folded, words):
        if hit.first > words.start + 2 and not s.within_quote(hit.first):
            return s.scene.words[hit.first - 1].end
    for hedge in s.scene.knowledge.built(hedges).find(s.scene.folded, words):
        draft.hedge = hedge.entry.phrase
        if hedge.first > words.start + 2 and not s.within_quote(hedge.first):
            return s.scene.words[hedge.first - 1].end
    return end


def _turns(knowledge: Knowledge) -> Lexicon[str]:
    return Lexicon([(p.phrase, p.kind) for p in knowledge.language.particles if p.kind == "turn"], ())
