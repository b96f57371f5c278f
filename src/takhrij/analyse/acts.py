"""What is done by saying something: the verb's act, unless the content's first words show another."""

from __future__ import annotations

from takhrij.analyse.scenes import Scene
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.lang.tables import ContentCue, Hedge
from takhrij.records import Act, Kind
from takhrij.text import fold_text

_REPORTERS = ("outlet", "unnamed")
"""Speakers who tell of others: another's plan or offer is not theirs."""
_OWN = ("plan", "offer", "invite", "refuse", "demand")


def act_of(scene: Scene, act: Act, start: int, end: int, speaker: Kind) -> Act:
    """Return the act of a content at `start` to `end` that a verb of `act` brings, said by a `speaker` of that kind."""
    words = scene.folded.between(start, end)
    if act == "refuse" and _begins_with(scene, words, "التعليق", "تعليق"):
        return "decline_comment"
    if act == "invite" and not _begins_with(scene, words, "دعوة"):
        return "say"
    for cue in scene.knowledge.language.content_acts:
        if act not in cue.outer or (cue.act in _OWN and speaker in _REPORTERS):
            continue
        if _holds(scene, words[: cue.within], cue):
            return cue.act
    return act


def hedges(knowledge: Knowledge) -> Lexicon[Hedge]:
    """Build the lexicon of hedges."""
    joined = [c for c in knowledge.language.clitics if c.prefix in ("و", "ف")]
    return Lexicon([(row.phrase, row) for row in knowledge.language.hedges], joined)


def _holds(scene: Scene, words: range, cue: ContentCue) -> bool:
    if not cue.prefix:
        phrase = [fold_text(w) for w in cue.phrase.split()]
        found = [scene.words[i].text for i in words]
        return any(found[k : k + len(phrase)] == phrase for k in range(len(found)))
    begin = fold_text(cue.phrase)
    never = {fold_text(w) for w in cue.never}
    for i in words:
        word = scene.words[i].text
        word = word[1:] if word[0] == "و" and word[1:].startswith(begin) else word
        if (
            word.startswith(begin)
            and len(word) >= max(5, len(begin))
            and i not in scene.members
            and word not in never
        ):
            return True
    return False


def _begins_with(scene: Scene, words: range, *nouns: str) -> bool:
    return bool(words) and any(scene.words[words[0]].text.endswith(fold_text(noun)) for noun in nouns)
