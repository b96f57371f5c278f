"""What is done by saying something: the verb's act, unless the content's first words show another."""

from __future__ import annotations

from typing import Final, NamedTuple

from takhrij.analyse.speech.scenes import Scene
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.lang.tables import ContentCue, Hedge, Reporting
from takhrij.records import Act, Kind
from takhrij.text import fold_text

_REPORTERS = ("outlet", "unnamed")
"""Speakers who tell of others: another's plan or offer is not theirs."""
_OWN = ("plan", "offer", "invite", "refuse", "demand")
_FARTHEST: Final = 12
"""Words of a content that are looked at; what stands behind them is mostly another's doing."""
_SHORTEST: Final = 4
_OWNED: Final = "own"
"""Stands at a beginning of words whose subject must be the speaker (أنها ستفتح)."""
_FUTURE: Final = 2
"""Letters of the prefix of the future (سي، ست): a noun that the table knows may begin with them too."""


class _Cue(NamedTuple):
    phrase: tuple[str, ...]
    opening: str
    never: frozenset[str]
    row: ContentCue


def act_of(
    scene: Scene, verb: Reporting | None, start: int, end: int, speaker: Kind, states: frozenset[str] = frozenset()
) -> Act:
    """Return what is done by `verb` (None: an attribution) with a content, said by a `speaker` of that kind.

    What one of the speaker's `states` will do is a plan; what others will do is a forecast.
    """
    act: Act = verb.act if verb else "say"
    describes = bool(verb and verb.kind == "describe")
    words = scene.folded.between(start, end)
    if act == "refuse" and _begins_with(scene, words, "التعليق", "تعليق"):
        return "decline_comment"
    if act == "invite" and not _begins_with(scene, words, "دعوة"):
        return "say"
    texts = ["" if i in scene.members else scene.words[i].text for i in words[:_FARTHEST]]
    openings = {text[:_FUTURE] for text in texts} | {text[1 : 1 + _FUTURE] for text in texts if text[:1] == "و"}
    themselves = _of_themselves(scene, words)
    told = speaker in _REPORTERS and not themselves
    for cue in scene.knowledge.built(_cues).get(act, ()):
        if cue.opening not in openings or (cue.row.act == "praise" and not describes):
            continue
        if told and cue.row.act in _OWN:
            continue
        if cue.row.prefix == _OWNED and not (themselves or _of_theirs(scene, words, states)):
            continue  # أن الشركة ستفتح الجسر: a forecast, but of who speaks for it
        if _holds(scene, texts[: cue.row.within], cue):
            return cue.row.act
    return act


def _of_themselves(scene: Scene, words: range) -> bool:
    """Whether the content begins with a that of the speaker's own person (بأنهم، أننا)."""
    return bool(words) and scene.word_is(words[0], "that") and len(scene.words[words[0]].text.removeprefix("ب")) > 2


def _of_theirs(scene: Scene, words: range, states: frozenset[str]) -> bool:
    """Whether the content is about one of the states that the speaker belongs to (أن موسكو ستفتح)."""
    first = words.start + (bool(words) and scene.word_is(words.start, "that"))
    first += first == words.start and first + 1 < words.stop and scene.word_is(first + 1, "that")  # إلى أن
    first += first < words.stop and scene.word_is(first, "that")
    party = scene.party(first) if first < words.stop else None
    return party is not None and party.mention is not None and not states.isdisjoint(scene.states(party.mention.id))


def hedges(knowledge: Knowledge) -> Lexicon[Hedge]:
    """Build the lexicon of hedges."""
    joined = [c for c in knowledge.language.clitics if c.prefix in ("و", "ف")]
    return Lexicon([(row.phrase, row) for row in knowledge.language.hedges], joined)


def _cues(knowledge: Knowledge) -> dict[Act, tuple[_Cue, ...]]:
    """Return the cues by the acts that give way to them."""
    made: dict[Act, list[_Cue]] = {}
    for row in knowledge.language.content_acts:
        phrase = tuple(fold_text(row.phrase).split())
        cue = _Cue(phrase, phrase[0][:_FUTURE], frozenset(map(fold_text, row.never)), row)
        for act in row.outer:
            made.setdefault(act, []).append(cue)
    return {act: tuple(cues) for act, cues in made.items()}


def _holds(scene: Scene, texts: list[str], cue: _Cue) -> bool:
    """Whether `texts`, the words of a content's beginning with names left empty, hold the cue."""
    size = len(cue.phrase)
    if not cue.row.prefix:
        first = cue.phrase[0]
        return first in texts and any(tuple(texts[k : k + size]) == cue.phrase for k in range(len(texts)))
    begin = cue.phrase[0]
    for text in texts:
        word = text[1:] if text[:1] == "و" and text[1:].startswith(begin) else text
        noun = len(begin) <= _FUTURE and "ال" + word in scene.forms.counts
        if word.startswith(begin) and len(word) >= _SHORTEST and not noun and word not in cue.never:
            return True
    return False


def _begins_with(scene: Scene, words: range, *nouns: str) -> bool:
    return bool(words) and any(scene.words[words[0]].text.endswith(fold_text(noun)) for noun in nouns)
