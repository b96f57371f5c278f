"""The outlet that somebody speaks to, which so carries what they say (قال لرويترز، في مقابلة مع قناة الغد)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, comma, plain
from takhrij.text import fold_text

_OUTLET: Final = 6
"""Words of an outlet's name between commas, and one more."""
_WITH: Final = tuple(map(fold_text, ("ل", "مع", "إلى", "لدى", "عبر", "على", "في")))
"""Prepositions before the outlet that somebody speaks to; a letter may stand before a mark alone."""


def told_to(s: Stretch, words: range) -> Party | None:
    """Return the outlet that somebody spoke to among `words` (قال لوكالة الغد، في مقابلة مع قناة الغد)."""
    scene = s.scene
    for i in words:
        party = scene.party(i)
        if not party or party.kind != "outlet" or party.last > words.stop or party.lead == "موقع":
            continue  # a site is mostly where one writes, not who is told
        if scene.words[i].text.startswith("ل") and not plain(scene, party, i):
            return party
        before = [scene.words[k].text for k in range(max(words.start, i - 2), i)][::-1]
        known = [scene.knowledge.built(speakers.heads).at(scene.folded, k) is not None for k in range(i - 1, i)]
        if before and (
            (scene.word_is(i - 1, "issued") and before[0][-1] in "اه")
            or before[0] in _WITH
            or (known[0] and (before[0][0] == "ل" or (before[1:2] and before[1] in _WITH)))
        ):
            return party  # إلى رويترز، لصحيفة "الغد"، مع قناة "الغد"
    return None


def past_told(s: Stretch, at: int) -> int:
    """Return the word behind whom it was said to, between commas at word `at` (أكد، لـ"الغد"، وصول), or 0."""
    scene = s.scene
    if (
        scene.words[at].text[0] != "ل"
        or not comma(scene.gap(at))
        or scene.word_is(at, "connective", "adverb", "that")
    ):
        return 0
    k = next((k for k in range(at + 1, min(at + _OUTLET, s.words.stop)) if comma(scene.gap(k))), 0)
    return 0 if any(n in s.cues for n in range(at, k)) else k


def past_addressee(s: Stretch, i: int) -> int:
    """Return the word behind who is spoken to at word `i`, if the speaker follows at once (قال لرويترز الوزير)."""
    scene = s.scene
    if i >= s.words.stop or scene.words[i].text[0] != "ل":
        return i
    at = i + (scene.words[i].text == "ل")  # the letter alone, before a mark (ل "الغد")
    party, quote = scene.party(at), s.quote_before(at) if at > i else None
    if party and (at > i or not plain(scene, party, i)):
        last = party.last
    elif quote and s.is_name(quote):
        last = scene.folded.between(*quote.inner).stop
    else:
        return i
    if last >= s.words.stop or comma(scene.gap(last)) or ":" in scene.gap(last):
        return i
    follows = scene.party(last)
    if follows and not plain(scene, follows, last):
        return i
    return last if follows or speakers.by_words(scene, last, s.words.stop) else i
