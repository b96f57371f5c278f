"""What is done by saying something: the verb's act, unless the content's first words show another."""

from __future__ import annotations

from takhrij.analyse.scenes import Scene
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.lang.tables import ContentCue, Hedge, Reporting
from takhrij.records import Act, Kind
from takhrij.text import fold_text

_REPORTERS = ("outlet", "unnamed")
"""Speakers who tell of others: another's plan or offer is not theirs."""
_OWN = ("plan", "offer", "invite", "refuse", "demand")


def act_of(scene: Scene, verb: Reporting | None, start: int, end: int, speaker: Kind) -> Act:
    """Return what is done by `verb` with a content at `start` to `end`, said by a `speaker` of that kind."""
    act: Act = verb.act if verb else "say"
    describes = bool(verb and verb.kind == "describe")
    words = scene.folded.between(start, end)
    if act == "refuse" and _begins_with(scene, words, "التعليق", "تعليق"):
        return "decline_comment"
    if act == "invite" and not _begins_with(scene, words, "دعوة"):
        return "say"
    for cue in scene.knowledge.language.content_acts:
        if act not in cue.outer or (cue.act == "praise" and not describes):
            continue
        if cue.act in _OWN and speaker in _REPORTERS and not _of_themselves(scene, words):
            continue
        if _holds(scene, words[: cue.within], cue):
            return cue.act
    return act


def _of_themselves(scene: Scene, words: range) -> bool:
    """Whether the content begins with a that of the speaker's own person (بأنهم، أننا)."""
    return bool(words) and scene.word_is(words[0], "that") and len(scene.words[words[0]].text.removeprefix("ب")) > 2


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
            and len(word) >= 4
            and (len(begin) > 2 or "ال" + word not in scene.forms.counts)
            and i not in scene.members
            and word not in never
        ):
            return True
    return False


def _begins_with(scene: Scene, words: range, *nouns: str) -> bool:
    return bool(words) and any(scene.words[words[0]].text.endswith(fold_text(noun)) for noun in nouns)
