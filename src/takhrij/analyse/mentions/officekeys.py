"""The key of the office that a title's words mean, whatever state or time they name beside it."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.mentions.wordbook import ARTICLE
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.text import fold_text

_AT_UN: Final = tuple(f" {at} {fold_text('الأمم المتحدة')}" for at in ("لدي", "في"))
_ONE_WORD: Final = " لدي_الامم_المتحده"
"""Where an ambassador is are one word here, for the last of them is also a state's (الولايات المتحدة)."""


class Offices:
    """Finds the key of the office that a title's words mean."""

    __slots__ = ("_former", "_idle", "_keys", "_longest", "_meant", "_states")

    def __init__(self, knowledge: Knowledge) -> None:
        self._keys: dict[tuple[str, ...], str] = {}
        for office in knowledge.world.offices:
            for title in office.titles:
                self._keys.setdefault(_bare(title), office.key)
        self._longest = max((len(k) for k in self._keys), default=0)
        idle = [w.word for w in knowledge.language.title_words if w.kind == "time"]
        idle += [w.word for w in knowledge.language.mentionwords if "idle" in w.kind]
        self._former = frozenset(
            x for w in knowledge.language.title_words if w.kind == "former" for x in _bare(w.word)
        )
        self._idle = frozenset(x for w in idle for x in _bare(w))
        self._states: dict[str, str] = {}
        for state in knowledge.world.states:
            for phrase in (state.name, *state.spellings, *state.adjectives, *state.voices):
                for word in _bare(phrase):
                    self._states.setdefault(word, state.key)
        self._meant = PerWord(self._means)  # the same titles stand on every page

    def tells_state(self, word: str) -> bool:
        """Whether a word of a title only tells its state or its time."""
        bare = _bare(word)
        return all(w in self._states or w in self._idle for w in bare)

    def of(self, title: str) -> str:
        """Return the key of the office that `title` means, empty if none or if it is held no more.

        Words of states, and words that only say when or where, do not count; any other word behind an office's
        wording makes it another office (رئيس مجلس الشعب is not رئيس).
        """
        return self._meant[title]

    def _means(self, title: str) -> str:
        words = _bare(title)
        if any(w in self._former for w in words):
            return ""
        if _ONE_WORD.strip() in words and not any(w in self._states for w in words):
            return ""  # سفيره لدى الأمم المتحدة: whose is not told
        for size in range(min(self._longest, len(words)), 0, -1):
            key = self._keys.get(words[:size])
            if key and all(w in self._states or w in self._idle for w in words[size:]):
                return key
        kept = tuple(w for w in words if w not in self._states and w not in self._idle)
        return self._keys.get(kept, "") if kept else ""


def _bare(phrase: str) -> tuple[str, ...]:
    """Return folded words without articles (لل and ال alike)."""
    found = []
    folded = fold_text(phrase)
    for at in _AT_UN:
        folded = folded.replace(at, _ONE_WORD)
    for word in folded.split():
        cut = next((a for a in ("لل", ARTICLE) if word.startswith(a) and len(word) > 4), "")
        found.append(word.removeprefix(cut))
    return tuple(found)


def offices(knowledge: Knowledge) -> Offices:
    """Return the finder of offices; ask for it through `knowledge.built`."""
    return Offices(knowledge)
