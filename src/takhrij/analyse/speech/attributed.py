"""Whom an attribution names, and who issued a document: the party behind بحسب, and in بيان صادر عن الوزارة."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.forms import forms
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, plain
from takhrij.knowledge import Knowledge

_NAMES: Final = 3
"""Words of a name that no list knows."""
_CLAUSE: Final = 5
"""Words of a quotation that is a clause, and no name."""
_SO: Final = 9
"""Words from who is cited to the "so" before what is quoted."""
_ISSUED: Final = 5
"""Words from a thing that was issued to the verb that says so (حصيلة جديدة أعلنتها الوزارة)."""
_ME: Final = ("لي", "لنا")
_OF: Final = ("عن", "به", "بها")
_EPITHET: Final = ("في", "يه")
"""Endings of what a statement is (صحفي، تلفزيونية)."""
_REPORTERS: Final = "للصحفيين"


def source(s: Stretch, cue: Cue) -> Party | None:
    """Return whom an attribution names, None if what follows is no source (وفقا للقانون)."""
    scene = s.scene
    i = cue.last
    if cue.words and cue.words.form == "clause":
        if not (verb := s.cues.get(i)) or verb.form != "finite":
            return None
        i = _past_occasion(s, verb.last)
    if i >= s.words.stop or speakers.hole(scene.gap(i)):
        return None
    if i == cue.last and _is_rule(s, i):
        return None
    known = speakers.after(scene, i, s.words.stop)
    if not known or (known.kind == "unnamed" and not known.mention and known.first == i):
        known = issuer(s, i) or known
    passing = cue.words is not None and cue.words.form == "passing"
    return known or (speakers.guess(scene, i, s.words.stop) if i > cue.last or passing else _unlisted(s, cue, i))


def _past_occasion(s: Stretch, i: int) -> int:
    """Return the word behind to whom, when and where it was said (ما قاله لي، ما قاله في تصريح له)."""
    scene = s.scene
    while i < s.words.stop and not speakers.hole(scene.gap(i)):
        if s.is_setting(i) and i + 2 < s.words.stop:
            i += 2
            while i < s.words.stop and scene.words[i].text.endswith(_EPITHET) and i not in scene.members:
                i += 1
            i += scene.words[min(i, s.words.stop - 1)].text == _REPORTERS
        elif scene.word_is(i, "pronominal", "adverb") or scene.words[i].text in _ME or i in scene.timed:
            i += 1
        else:
            break
    return i


def _unlisted(s: Stretch, cue: Cue, i: int) -> Party | None:
    """Return the person or people that no list knows, with whom a clause ends behind a mark (، بحسب شاكر).

    Whatever stands before what is quoted speaks (بحسب والدته: "...").
    """
    scene = s.scene
    some = speakers.guess(scene, i, s.words.stop)
    quote = s.quote_before(some.last) if some and some.last - some.first <= _NAMES else None
    if quote and quote.closed and len(scene.folded.between(*quote.inner)) >= _CLAUSE:
        return some
    so = next((k for k in range(i + 1, min(i + _SO, s.words.stop)) if scene.is_a(k, "so")), 0)
    if some and so and s.quote_before(so + 1):
        return some  # وطبقا للتقويم المؤرخ في يناير، فإن "..."
    if not some or some.kind not in ("person", "unnamed") or not scene.gap(cue.first).strip():
        return None
    if scene.word_is(i, "demonstrative") or scene.words[i].text.endswith(("ه", "ها", "هم")):
        return None  # وفق حصيلة جديدة، وفق تصورهم
    gap = scene.gap(some.last) if some.last < s.words.stop else "."
    closes = some.last >= s.words.stop or any(mark in gap for mark in "،,.؛-–")
    return some if closes and some.last - some.first <= _NAMES else None


def _is_rule(s: Stretch, i: int) -> bool:
    """Whether word `i` is what one acts by and nobody speaks for (وفقا للدستور), an outlet of that name or not."""
    word = s.scene.words[i].text
    bare = "ال" + word[2:] if word.startswith("لل") else word
    if not any("rule" in s.scene.forms.particles.get(w, ()) for w in (word, bare, word.removeprefix("ل"))):
        return False
    return not (i and s.scene.words[i - 1].text in s.scene.forms.particles)


def issuer(s: Stretch, i: int) -> Party | None:
    """Return who issued the thing that is named at word `i` (حصيلة أعلنتها الوزارة، بيان للوزارة، بيان صادر عنها)."""
    scene = s.scene
    for k in range(i + 1, min(i + _ISSUED, s.words.stop)):
        if scene.gap(k).strip():
            return None
        party = scene.party(k)
        if party:
            return party if scene.words[k].text[0] == "ل" and not plain(scene, party, k) else None
        if scene.word_is(k, "issued") and k + 2 < s.words.stop:
            return speakers.after(scene, k + 1 + (scene.words[k + 1].text in _OF), s.words.stop)
    return None


def documents(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded nouns of what one publishes and says something in (بيان)."""
    return frozenset(word for word, kinds in knowledge.built(forms).particles.items() if "document" in kinds)
