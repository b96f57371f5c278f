"""What many shout, and what stands on their signs: whose words they are (محتجون يهتفون "...")."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Party, lead_of
from takhrij.analyse.speech.stretches import Stretch
from takhrij.text import fold_text

_CROWD: Final = "مئات آلاف عشرات حشود جماهير بعض شبان طلاب أهالي سكان"
_SOME: Final = frozenset(map(fold_text, _CROWD.split()))
"""Folded nouns of many people that no ending shows."""
_SHOUTS: Final = "هتافات هتافا هتاف شعارات شعارا شعار عبارات عبارة بهتافات بشعارات بعبارات"
_CHANTS: Final = frozenset(map(fold_text, _SHOUTS.split()))
_FEW: Final = 3
"""Words between a verb of shouting and what is shouted."""
_ON_IT: Final = ("عليها", "عليه")


def are_of_many(s: Stretch, cue: Cue) -> bool:
    """Whether whoever was named before a verb, next to it or not, speaks by it: many shout, or carry a sign."""
    return is_sign(s, cue) or (cue.many and cue.verb is not None and cue.verb.kind == "shout")


def is_sign(s: Stretch, cue: Cue) -> bool:
    """Whether a verb of writing tells what stands on a sign (لافتات كتب عليها)."""
    wrote = cue.verb is not None and cue.verb.kind == "wrote" and not cue.prefix
    return wrote and cue.last < s.words.stop and s.scene.words[cue.last].text in _ON_IT


def is_chant(s: Stretch, i: int) -> bool:
    """Whether word `i` is a noun for what is shouted (هتافات)."""
    return i < s.words.stop and s.scene.words[i].text in _CHANTS


def may_be_brief(s: Stretch, cue: Cue, at: int, i: int) -> bool:
    """Whether a word or two in marks before word `i` are what is shouted or stands on a sign, looked for from `at`.

    They stand right behind the verb, or behind a word for chants (رددوا هتافات بينها "...").
    """
    if is_sign(s, cue):
        return at <= i <= at + 1
    shouts = cue.verb is not None and cue.verb.kind == "shout"
    return shouts and (i == at or (0 < i - at <= _FEW and any(is_chant(s, k) for k in range(at, i))))


def crowd(s: Stretch, cue: Cue) -> Party | None:
    """Return the last many named before a verb of shouting or a sign (تجمع محتجون في الساحة يهتفون "...")."""
    scene = s.scene
    for k in range(cue.first - 1, s.words.start - 1, -1):
        noun = lead_of(scene.words[k].text)
        if not (noun in _SOME or noun.endswith(("ون", "ين"))):
            continue
        party = scene.party(k) or speakers.by_words(scene, k, cue.first)
        if not (noun in _SOME if party is None else party.kind == "unnamed" and party.last <= cue.first):
            continue
        counted = k > s.words.start and scene.words[k - 1].text in _SOME  # مئات المتظاهرين
        head = scene.knowledge.built(speakers.heads).at(scene.folded, k)
        bound = len(head.prefix) if head is not None and not counted else 0  # لمتظاهرين، ودبلوماسيون
        return Party(k - counted, k + 1, scene.name(k - counted, k + 1)[bound:], "unnamed", None, "")
    return None
