"""Words in marks that no verb of saying leads: somebody does something before the colon, or words point back."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.clauses import Quotation
from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.complements import Complement
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.framed import Frame, begun
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, comma, plain
from takhrij.text import fold_words

_SAID: Final = 5
"""Words in marks that are surely what somebody said."""
_NEAR: Final = 12
"""Words between whoever does something and the colon."""
_BEHIND: Final = 6
"""Words from what points back to a quotation to whoever said it."""
_VERB: Final = 3
"""Letters of a verb, at least."""
_KINDS: Final = ("person", "office")
_ACTING: Final = ("person", "office", "organization", "unnamed", "outlet")
"""Who may say what أن leads in; before a colon a body has lists of things."""
_OPENING: Final = ("كما", "وكما")
_SAYING: Final = frozenset(fold_words("القول بالقول بالآتي بالتالي"))
"""Words before a colon behind which nothing but words follows (وخلص المقال إلى القول: "...")."""
_WHEN: Final = 6
"""Words that tell when, before a comma."""
_HEARS: Final = frozenset(fold_words("تبلغ تبلغت تلقى تلقت سمع سمعت"))
"""Verbs of whom something is told to."""
_THERE: Final = frozenset(fold_words("هناك ثمة"))
_POINTS: Final = frozenset(fold_words("بهذه بهذا هكذا"))
_THIS: Final = frozenset(fold_words("هذا ذلك"))
_WHAT: Final = "ما"
_AROUND: Final = ' \u00a0.…!?؟،,-–—"“”«»'


def introduced(s: Stretch) -> Frame | None:
    """Return the frame of a sentence in which somebody does something before words in marks.

    They stand behind a colon (وسخرت ليلى نجار: "...") or أن (وقرر المجلس أن "...").
    """
    scene, first = s.scene, s.words.start
    found = _led_in(s) if s.quotes and first + 2 < s.words.stop else None
    if not found:
        return None
    quote, at = found
    colon = ":" in scene.gap(at)
    saying = not colon or scene.words[at - 1].text in _SAYING
    party = _doing(s, _past_when(s), at, _ACTING if saying else _KINDS)
    if not party or at - party.last > _NEAR:
        return None
    offset = scene.words[at - 1].end + scene.gap(at).index(":") if colon else scene.words[at - 1].start
    frame = Frame(Cue(at - 1, at, offset, "colon"), party, -1, first=party.first, clause=scene.words[first].start)
    return begun(s, frame, Complement(at, "quote", quote))


def _led_in(s: Stretch) -> tuple[Quotation, int] | None:
    """Return the first quotation of a clause behind a colon or أن, and its first word; None if others lead it."""
    scene = s.scene
    for quote in s.quotes:
        inside = scene.folded.between(*quote.inner)
        if len(inside) < _SAID or inside.start <= s.words.start:
            continue
        at = inside.start
        led = ":" in scene.gap(at) or scene.word_is(at - 1, "that")
        return (quote, at) if led and not scene.word_is(at - 1, "titles") else None
    return None


def _past_when(s: Stretch) -> int:
    """Return the word behind what tells when, up to a comma, or behind one small word that a clause begins with."""
    scene, first = s.scene, s.words.start
    near = range(first + 1, min(first + _WHEN, s.words.stop))
    past = next((k for k in near if comma(scene.gap(k))), first)
    if past > first and all(k in scene.timed or scene.is_a(k, "preposition") for k in range(first, past)):
        return past
    return first + (scene.is_a(first, "connective", "adverb") or scene.words[first].text in _OPENING)


def _doing(s: Stretch, begin: int, at: int, kinds: tuple[str, ...]) -> Party | None:
    """Return who does something from word `begin` up to word `at`: behind the verb, or before it."""
    scene = s.scene
    verb_first = begin in s.cues or _is_verb(s, begin)
    party = speakers.after(scene, begin + 1 if verb_first else begin, at)
    if not party or party.kind not in kinds or not plain(scene, party, party.first):
        return None
    if not verb_first and (party.mention is None or party.kind not in _KINDS):
        return None
    others = range(party.last, at - 1)
    apart = any(
        scene.is_a(k, "relative", "that")
        or scene.words[k].text.removeprefix("ف") in _THERE
        or (scene.words[k].text in scene.forms.finite and k > party.last)
        for k in others
    )
    hears = scene.words[begin].text.removeprefix("و") in _HEARS
    return None if apart or hears else party


def _is_verb(s: Stretch, i: int) -> bool:
    """Whether word `i` may be a verb, in a list or in none: no name, no particle, and nothing that has an article."""
    scene, word = s.scene, s.scene.words[i].text
    stem = word[1:] if word[0] == "و" and len(word) > _VERB else word
    if stem in scene.forms.verbs or word in scene.forms.verbs:
        return True
    noun = stem.startswith("ال") or stem[-1] == "ه" or "ال" + stem in scene.forms.counts
    particle = word in scene.forms.particles or stem in scene.forms.particles
    return len(stem) >= _VERB and stem.isalpha() and not (noun or particle or i in scene.members)


def pointed_back(s: Stretch) -> Frame | None:
    """Return the frame of words in marks to which the next words point back ("..."، بهذه الكلمات بدأ حداد حديثه)."""
    scene = s.scene
    quote = s.quotes[-1] if s.quotes else None
    if not quote or not quote.closed:
        return None
    inside = scene.folded.between(*quote.inner)
    if len(inside) < _SAID:
        return None
    party = _told_of(s, quote)
    if not party:
        return None
    points = scene.folded.between(quote.end, len(scene.raw)).start
    cue = Cue(points, points + 1, scene.words[points].start, "colon")
    frame = Frame(cue, party, -1, first=party.first, clause=quote.start)
    return begun(s, frame, Complement(inside.start, "quote", quote))


def _told_of(s: Stretch, quote: Quotation) -> Party | None:
    """Return whom the clause right behind a quotation tells of, if it begins by pointing back to the words."""
    scene, words = s.scene, s.scene.words
    i = scene.folded.between(0, quote.end).stop
    if i + 2 >= len(words) or scene.raw[quote.end : words[i].start].strip(_AROUND).strip():
        return None
    says = words[i].text in _THIS and words[i + 1].text in (_WHAT, _WHAT + "ا")
    if not says and words[i].text not in _POINTS:
        return None
    for k in range(i + 1, min(i + _BEHIND, len(words) - 1)):
        if k > i + 1 and any(mark in scene.gap(k) for mark in ".،,:\n"):
            return None
        party = speakers.after(scene, k, min(k + _BEHIND, len(words)))
        if party and party.kind in (*_KINDS, "organization", "outlet") and (party.mention or party.kind in _KINDS):
            return party if not scene.prefixed(k) else None
    return None
