"""Whom one accuses, asks or describes, with whom what is said begins (اتهمت الوزارة | الشركة بإهمال الجسر)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch

_WHOM: Final = 12
"""Words of whom one accuses, asks or describes, before what of or for."""


def from_whom(s: Stretch, cue: Cue, party: Party | None, word: int) -> int:
    """Return where whom one accuses, asks or describes begins (اتهمت الوزارة الشركة ب), -1 if nobody is named.

    `word` is where what of or for begins.
    """
    verb = cue.verb
    at = party.last if party and party.first >= cue.last else cue.last
    at += at == cue.last and s.scene.word_is(at, "pronominal")  # تسجيل يتهم فيه الوزير ب
    told = verb is not None and (verb.kind == "describe" or (verb.kind == "deed" and "whom" in verb.takes))
    if not told or cue.suffix or not at < word <= at + _WHOM:
        return -1
    if verb and verb.kind == "describe" and any(s.quote_before(k) for k in (word, word + 1)):
        return -1  # وصف الحادث بأنه "..."
    quote = s.quote_before(at)
    some = party is not None and party.kind == "unnamed" and party.first >= cue.last
    if some and s.scene.gap(at).isspace() and s.scene.words[at].text.startswith("ال"):
        last = s.scene.words[at - 1].text
        word = word if last.startswith("ال") else -1  # ينصح خبراء الصحة: theirs
    if word < 0 or not _is_whom(s, at, word) or (quote and not party and s.is_name(quote)):
        return -1
    return quote.start if quote else s.scene.words[at].start


def _is_whom(s: Stretch, at: int, stop: int) -> bool:
    """Whether a noun that hangs on nothing begins at word `at`, and nothing but it stands before word `stop`."""
    scene = s.scene
    other = scene.is_a(at, "preposition", "adverb", "pronominal", "setting", "relative", "that", "connective")
    latter = scene.words[at].text in ("الاخير", "الاخيره")
    if (
        other
        or latter
        or at in scene.timed
        or s.is_prefixed(at)
        or scene.words[at].text[0] == "و"
        or scene.forms.adjuncts.at(scene.folded, at)
    ):
        return False
    return not any(k in s.cues or ":" in scene.gap(k) for k in range(at, stop))
