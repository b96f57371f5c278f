"""Words in marks that no verb of saying leads: somebody does something before the colon, or words point back."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.clauses import Quotation
from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.complements import Complement
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.framed import Frame, begun
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, plain
from takhrij.text import fold_words

_SAID: Final = 5
"""Words in marks that are surely what somebody said."""
_NEAR: Final = 7
"""Words between whoever does something and the colon."""
_BEHIND: Final = 6
"""Words from what points back to a quotation to whoever said it."""
_VERB: Final = 3
"""Letters of a verb, at least."""
_KINDS: Final = ("person", "office")
_POINTS: Final = frozenset(fold_words("بهذه بهذا هكذا"))
_THIS: Final = frozenset(fold_words("هذا ذلك"))
_WHAT: Final = "ما"
_AROUND: Final = ' \u00a0.…!?؟،,-–—"“”«»'


def introduced(s: Stretch) -> Frame | None:
    """Return the frame of a sentence in which somebody does something before a colon (وسخرت ليلى نجار: "...")."""
    scene, first = s.scene, s.words.start
    if not s.quotes or first + 2 >= s.words.stop or ":" not in scene.raw[s.begins(first) : s.end]:
        return None
    if first not in s.cues and not _is_verb(s, first):
        return None
    party = speakers.after(scene, first + 1, s.words.stop)
    if not party or party.kind not in _KINDS or not plain(scene, party, party.first):
        return None
    near = range(party.last, min(party.last + _NEAR, s.words.stop))
    at = next((k for k in near if ":" in scene.gap(k) or k in s.cues or s.quote_before(k)), -1)
    quote = s.quote_before(at) if at > 0 and ":" in scene.gap(at) else None
    if not quote or len(scene.folded.between(*quote.inner)) < _SAID or scene.word_is(at - 1, "titles"):
        return None
    colon = scene.words[at - 1].end + scene.gap(at).index(":")
    frame = Frame(Cue(first, at, colon, "colon"), party, -1, first=party.first, clause=scene.words[first].start)
    return begun(s, frame, Complement(at, "quote", quote))


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
