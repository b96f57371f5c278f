"""Interviews: who answers, by the name before a colon (حداد: ...) or a dash behind a question (- ...)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from takhrij.analyse.clauses import trimmed
from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.records import Sentence
from takhrij.text import fold_words

_LABEL: Final = re.compile(
    r"(?:(?<=[\n.؟?!…:])|\A)[\s*•]*([-–—\"]?\s*[^\W\d_][^\n:.,،؛;\"“”«»؟?!()\[\]0-9]{0,44}?)"
    r"\s*(?:[(\[][^\n:()\[\]]{1,20}[)\]]\s*)?:\s"
)
"""What stands before a colon at the beginning of a sentence or line, and how it is said in brackets (مقاطعا)."""
_DASHED: Final = re.compile(r"[؟?]\s*\n?\s*[-–—]\s*(?=\w)")
"""Where an answer begins that only a dash sets apart from its question."""
_BULLET: Final = re.compile(r"[\n*•]")
_STOP: Final = re.compile(r"[.!…:]\s")
_ASKS: Final = re.compile(r"[؟?][\s.]*\Z")
_WORDS: Final = 5
"""Words of a name before its colon, with title."""
_TURNS: Final = 3
"""How often somebody speaks, at least, where two speak in turn."""
_ANSWERS: Final = 3
"""Answers behind dashes, at least: fewer are no interview."""
_LAST: Final = 3
"""Words of an answer, at least."""
_QUESTIONS: Final = frozenset(fold_words("س سؤال السؤال المذيع المذيعة المحاور المحاورة الصحفي الصحافي"))
_REPLIES: Final = frozenset(fold_words("ج جواب الجواب"))


class Turn(NamedTuple):
    """An answer's words from `start` to `end`; `cue` is what shows that it begins: the colon or the dash.

    `begins` is where the name before it does. `party`: whoever that names; None where whoever the article is about
    answers.
    """

    begins: int
    cue: tuple[int, int]
    start: int
    end: int
    party: Party | None


def turns(scene: Scene, sentences: Sequence[Sentence]) -> tuple[Turn, ...]:
    """Return the answers of an interview among an article's sentences, in order; none if it is no interview."""
    if not sentences:
        return ()
    start, end = sentences[0].span.start, sentences[-1].span.end
    if scene.raw.count(":", start, end) < 2 * _TURNS and not _asked(scene, start, end):
        return ()
    return tuple(_named(scene, start, end)) or tuple(_dashed(scene, start, end))


def _asked(scene: Scene, start: int, end: int) -> bool:
    return scene.raw.count("؟", start, end) + scene.raw.count("?", start, end) >= _ANSWERS


def _named(scene: Scene, start: int, end: int) -> Iterator[Turn]:
    """Yield the answers behind a name and a colon, where two or more speak in turn."""
    found = [m for m in _LABEL.finditer(scene.raw, start, end) if _is_label(scene, m)]
    counts = Counter(_key(m) for m in found)
    several = [m for m in found if counts[_key(m)] >= _TURNS or _is_short(m, counts)]
    keys = [_key(m) for m in several]
    if len(set(keys)) < 2 or sum(a != b for a, b in pairwise(keys)) < 2 * _TURNS - 1:
        return
    parties: dict[str, Party | None] = {}
    for match in several:
        party, key = _party(scene, match), _key(match)
        known = parties.get(key)
        if not known or (party and party.mention and not known.mention):
            parties[key] = party
    edges = [*(m.start(1) for m in several), _until(scene, several[-1].end(), end)]
    said = [(m, *trimmed(scene.raw, m.end(), stop)) for m, stop in zip(several, edges[1:], strict=True)]
    asking = Counter(_key(m) for m, first, last in said if _ASKS.search(scene.raw, first, last))
    askers = {key for key in parties if key in _QUESTIONS or 2 * asking[key] > counts[key]}
    if not askers and not any(party and _is_known(scene, party) for party in parties.values()):
        return
    for match, first, last in said:
        key, party = _key(match), parties[_key(match)]
        if key in askers or (party and party.kind == "outlet") or _ASKS.search(scene.raw, first, last):
            continue
        if len(scene.folded.between(first, last)) >= _LAST:
            colon = scene.raw.index(":", match.end(1))
            yield Turn(match.start(1), (colon, colon + 1), first, last, None if key in _REPLIES else party)


def _is_known(scene: Scene, party: Party) -> bool:
    """Whether the page names this party, or a title begins its name (السيد الرئيس)."""
    head = scene.knowledge.built(speakers.heads).at(scene.folded, party.first)
    return party.mention is not None or (head is not None and head.entry.kind == "person")


def _is_label(scene: Scene, match: re.Match[str]) -> bool:
    """Whether the words before a colon may name somebody: few, and none of them a verb of saying."""
    words = scene.folded.between(*match.span(1))
    texts = [scene.words[i].text for i in words]
    verbs = scene.forms.finite
    return 1 <= len(texts) <= _WORDS and not any(text in verbs or text[1:] in verbs for text in texts)


def _key(match: re.Match[str]) -> str:
    """Return by what two names are one: the last word (الوزير سمير حداد، حداد)."""
    return fold_words(match[1])[-1]


def _is_short(match: re.Match[str], counts: Counter[str]) -> bool:
    return counts[_key(match)] > 1 and len(counts) <= _TURNS


def _party(scene: Scene, match: re.Match[str]) -> Party | None:
    """Return whom the words before a colon name: a party of the page, or else the words themselves."""
    words = scene.folded.between(*match.span(1))
    known = speakers.after(scene, words.start, words.stop)
    if known and known.last == words.stop and known.mention:
        return known
    if again := _fuller(scene, words):
        return again
    if _key(match) in _QUESTIONS | _REPLIES:
        return None
    lead = lead_of(scene.words[words.start].text)
    return Party(words.start, words.stop, scene.name(words.start, words.stop), "person", None, lead)


def _fuller(scene: Scene, words: range) -> Party | None:
    """Return the party whose name ends with these words, or an outlet's that has them (صحيفة الغد اليومية، الغد)."""
    texts, said = scene.folded.texts, scene.folded.texts[words.start : words.stop]
    for party in scene.parties(range(words.start)):
        if party.kind == "person" and texts[party.last - len(words) : party.last] == said:
            return party
        if party.kind == "outlet" and len(words) == 1 and said[0] in texts[party.first : party.last]:
            return party
    return None


def _dashed(scene: Scene, start: int, end: int) -> Iterator[Turn]:
    """Yield the answers that a dash sets apart from the questions before them."""
    found = list(_DASHED.finditer(scene.raw, start, end))
    if len(found) < _ANSWERS:
        return
    stops = [*(_question(scene, a.end(), b.start()) for a, b in pairwise(found)), _until(scene, found[-1].end(), end)]
    if 2 * stops.count(-1) > len(stops):
        return  # a list of questions
    for match, stop in zip(found, stops, strict=True):
        first, last = trimmed(scene.raw, match.end(), stop) if stop >= 0 else (0, 0)
        if len(scene.folded.between(first, last)) >= _LAST and not _ASKS.search(scene.raw, first, last):
            dash = match.start() + len(match[0].rstrip()) - 1
            yield Turn(dash, (dash, dash + 1), first, last, None)


def _question(scene: Scene, start: int, asked: int) -> int:
    """Return where the question that ends at `asked` begins: at its bullet or line, behind a full stop, or -1."""
    if bullets := list(_BULLET.finditer(scene.raw, start, asked)):
        return bullets[-1].start()
    stops = list(_STOP.finditer(scene.raw, start, asked))
    return stops[-1].end() if stops else -1


def of_oneself(scene: Scene, answers: Sequence[Turn]) -> bool:
    """Whether somebody speaks of himself in two answers or more, so that they are no list of what readers ask."""
    mine = (any(scene.word_is(i, "first_person") for i in scene.folded.between(t.start, t.end)) for t in answers)
    return sum(mine) > 1


def _until(scene: Scene, start: int, end: int) -> int:
    """Return where the last answer ends: with its paragraph, as nothing shows more."""
    line = scene.raw.find("\n", start, end)
    return line if line >= 0 else end


def outside(answers: Sequence[Turn], start: int, end: int) -> tuple[int, int]:
    """Return the part of `start` to `end` that no answer holds: the first one, empty if there is none."""
    for turn in answers:
        if turn.begins <= start < turn.end:
            start = min(turn.end, end)
        elif start < turn.begins < end:
            end = turn.begins
    return start, end


def answering(scene: Scene, before: int, sentences: Sequence[Sentence]) -> Party | None:
    """Return whom an interview is with: the person named most before its first answer, and twice at least."""
    named: Counter[str] = Counter()
    parties: dict[str, Party] = {}
    for party in scene.parties(scene.folded.between(sentences[0].span.start, before)):
        if party.kind == "person" and party.mention:
            named[party.mention.refers] += 1
            parties.setdefault(party.mention.refers, party)
    most = named.most_common(2)
    clear = most and most[0][1] > 1 and (len(most) < 2 or most[0][1] > most[1][1])
    return parties[most[0][0]] if clear else None
