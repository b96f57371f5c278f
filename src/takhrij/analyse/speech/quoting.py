"""Where the quotations of a sentence begin and end, where the marks alone, all alike and set apart, do not tell."""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse.clauses import Quotation, quotations, trimmed
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Scene

_SUBJECT: Final = 3
"""Words of a subject between a verb and the mark that opens what it says."""
_OUTER: Final = 4
"""Words of the first half of a quotation that a name in marks seems to part; fewer are a name themselves."""
_REST: Final = 6
"""Words of the second half, at least, of a quotation whose first half behind a colon is shorter."""
_LONGEST: Final = 45
"""Words of that half: a longer one began with a mark that was never closed."""
_NAME: Final = 4
"""Words of a name in marks inside a quotation."""
_TERM: Final = 2
"""Words of a quotation that may be a term."""
_SAID: Final = 5
"""Words in brackets behind a colon that are what was said; fewer explain."""
_BRACKETS: Final = re.compile(
    r":\s*(?:\(\s?\((?P<a>[^()\n]+)\)\s?\)|\((?P<b>[^()\n]+)\)|\[(?P<c>[^\[\]\n]+)\]|<<(?P<d>[^<>\n]+)>>"
    r"|'\s?(?P<e>[^'\n]+)')(?=\s*(?:[.،,؛!]|\Z))"
)
"""Brackets and single marks that stand for quotation marks behind a colon (وقال: (الجسر آمن).)."""
_ALIKE: Final = "\"'"
_BOUND: Final = ("و", "ل", "ب", "ك")
"""Letters that stand alone only before a word in marks (ل - " داعش ")."""

_NAMED: Final = ("نوع", "طراز", "اسم", "باسم", "شعار", "مسمي", "لقب", "تنظيم", "لتنظيم", "حركه")
"""Folded nouns that a name follows."""
_OR: Final = ("او", "ثم", "ام")
_PARTICLES: Final = (
    *("preposition", "that", "connective", "relative", "adverb", "negative", "negates", "pronoun", "demonstrative"),
    *("so", "modal", "becomes", "when", "since", "pronominal", "inner"),
)


def quotes_of(scene: Scene, start: int, end: int, cues: tuple[Cue, ...]) -> tuple[Quotation, ...]:
    """Return the quotations of a sentence, outermost only, in order."""
    verbs = {cue.first for cue in cues}
    start = _past_stray(scene, start, end, cues)
    marked = quotations(scene.raw, start, end)
    coloned = bool(cues) and ":" in scene.raw[cues[0].offset : end]
    said = _bracketed(scene, cues[0].offset, end) if coloned else None
    if said and not any(q.start < said.start < q.end for q in marked):
        return tuple(sorted((*(q for q in marked if q.start >= said.end or q.end <= said.start), said)))
    return _whole(scene, _reopened(scene, marked, end, cues), verbs)


def _past_stray(scene: Scene, start: int, end: int, cues: tuple[Cue, ...]) -> int:
    """Return where a sentence begins behind a mark before its verb that nothing closes (" يرى الخبير أن)."""
    raw, cue = scene.raw, cues[0] if cues else None
    says = cue is not None and cue.form == "finite" and cue.verb is not None and cue.verb.kind in ("say", "more")
    if not cue or not says or raw[start] not in _ALIKE or raw[start + 1 : cue.offset].strip() not in ("", "و"):
        return start
    return start + 1 if sum(raw.count(mark, start, end) for mark in _ALIKE[0]) % 2 else start


def _bracketed(scene: Scene, start: int, end: int) -> Quotation | None:
    """Return what stands in brackets or single marks behind a colon, where it is long enough for speech."""
    match = _BRACKETS.search(scene.raw, start, end)
    if not match or not match.lastgroup:
        return None
    inner = trimmed(scene.raw, *match.span(match.lastgroup))
    opens = scene.raw.index(":", match.start()) + 1
    opens += len(scene.raw[opens : inner[0]]) - len(scene.raw[opens : inner[0]].lstrip())
    return Quotation(opens, match.end(), inner, True) if len(scene.folded.between(*inner)) >= _SAID else None


def _whole(scene: Scene, quotes: tuple[Quotation, ...], verbs: set[int]) -> tuple[Quotation, ...]:
    """Return the quotations with those made one that a name in marks of its own seems to part in two.

    In "... لتنظيم " داعش " في المدينة" all marks are alike, so that the name seems to stand between two quotations.
    """
    made: list[Quotation] = []
    for quote in quotes:
        if made and _parted(scene, made[-1], quote, verbs):
            first = made[-1]
            made[-1] = Quotation(first.start, quote.end, (first.inner[0], quote.inner[1]), quote.closed)
        else:
            made.append(quote)
    if made and (end := _past_name(scene, made[-1])):
        last = made.pop()
        made.append(Quotation(last.start, end, trimmed(scene.raw, last.inner[0], end), True))
    return tuple(made)


def _past_name(scene: Scene, quote: Quotation) -> int:
    """Return the offset behind the name with which a quotation ends that seems to close before it, 0 if none does.

    The page then lacks one of the two marks (... قوة باسم " وحدات الجسر " .).
    """
    raw, inside = scene.raw, scene.folded.between(*quote.inner)
    if (
        not quote.closed
        or not inside
        or scene.words[inside.stop - 1].text not in _NAMED
        or raw[quote.end - 1] not in _ALIKE
    ):
        return 0
    closes = raw.find(raw[quote.end - 1], quote.end)
    name = scene.folded.between(quote.end, closes) if closes > 0 else range(0)
    return closes + 1 if 1 <= len(name) <= _NAME and not any(c in raw[quote.end : closes] for c in ".،,:") else 0


def _parted(scene: Scene, first: Quotation, second: Quotation, verbs: set[int]) -> bool:
    """Whether what stands between two quotations is a name inside one: bare nouns that nothing joins to either."""
    raw = scene.raw
    alike = raw[first.end - 1] in _ALIKE and raw[second.start] in _ALIKE and raw[first.end].isspace()
    if not first.closed or not alike:
        return False
    between = scene.folded.between(first.end, second.start)
    outer = scene.folded.between(*first.inner)
    if not 1 <= len(between) <= _NAME or not outer:
        return False
    apart = (raw[a:b] for a, b in _gaps(scene, first.end, between, second.start))
    if any(gap.strip() for gap in apart):
        return False
    if _dangles(scene, outer.stop - 1, first):
        return True
    short = len(outer) < _OUTER and not (_follows_colon(scene, first) and _begins_clause(scene, outer, second))
    if (
        short
        or len(outer) > _LONGEST
        or any(i in verbs for i in between)
        or _names(scene, outer)
        or _is_term(scene, second)
    ):
        return False
    return not any(_joins(scene, i) for i in between)


def _follows_colon(scene: Scene, quote: Quotation) -> bool:
    return scene.raw[max(0, quote.start - 2) : quote.start].rstrip().endswith(":")


def _begins_clause(scene: Scene, outer: range, second: Quotation) -> bool:
    """Whether the few words before a name in marks begin a clause that goes on behind it (صار " داعش " أكبر ...)."""
    rest = scene.folded.between(*second.inner)
    word = scene.words[outer.start].text
    opens = scene.is_a(outer.start, "negative", "modal", "becomes", "that", "so") or word in scene.forms.verbs
    return opens and len(rest) >= _REST


def _is_term(scene: Scene, quote: Quotation) -> bool:
    """Whether a quotation is a word or two that stand in marks by themselves, and no rest of a clause."""
    inside = scene.folded.between(*quote.inner)
    return len(inside) <= _TERM and not (inside and scene.is_a(inside.start, *_PARTICLES, "setting"))


def _gaps(scene: Scene, start: int, words: range, stop: int) -> list[tuple[int, int]]:
    edges = [start, *(edge for i in words for edge in (scene.words[i].start, scene.words[i].end)), stop]
    return list(zip(edges[::2], edges[1::2], strict=True))


def _names(scene: Scene, words: range) -> bool:
    """Whether `words` are somebody's name and nothing else."""
    party = scene.members.get(words.start)
    return party is not None and party.last >= words.stop


def _dangles(scene: Scene, i: int, quote: Quotation) -> bool:
    """Whether a quotation that seems to close behind word `i` cannot: something must follow the word."""
    bracket = scene.raw[quote.inner[1] - 1] in "(["
    return (
        bracket
        or scene.words[i].text in _BOUND
        or scene.is_a(i, "preposition", "that")
        or scene.words[i].text in _NAMED
    )


def _joins(scene: Scene, i: int) -> bool:
    """Whether word `i` is no part of a bare name: a particle, a verb, or a word that "and" or a preposition joins."""
    word = scene.words[i].text
    known = i in scene.members and scene.members[i].mention is not None
    if known:
        return False
    joined = word[0] == "و" or word in _OR or (word[0] == "ف" and scene.forms.counts.get(word[1:], 0) > 0)
    particle = scene.is_a(i, *_PARTICLES) or i in scene.timed
    verb = word in scene.forms.finite or word in scene.forms.participles or word + "ا" in scene.forms.participles
    return joined or particle or verb or scene.prefixed(i)


def _reopened(scene: Scene, quotes: tuple[Quotation, ...], end: int, cues: tuple[Cue, ...]) -> tuple[Quotation, ...]:
    """Return the quotations read anew where a mark that seems to close one follows a verb of saying and its subject.

    That mark opens another quotation (... وقال التقرير "), and the first one, never closed, ends before the verb.
    """
    for n, quote in enumerate(quotes):
        verb = next((c for c in cues if quote.closed and _opens_another(scene, quote, c)), None)
        if verb:
            inner = trimmed(scene.raw, quote.inner[0], verb.offset - len(verb.prefix))
            first = Quotation(quote.start, inner[1], inner, True)
            return (*quotes[:n], first, *_reopened(scene, quotations(scene.raw, quote.end - 1, end), end, cues))
    return quotes


def _opens_another(scene: Scene, quote: Quotation, cue: Cue) -> bool:
    said = cue.prefix == "و" and cue.form == "finite" and cue.verb is not None and "quote" in cue.verb.takes
    if not said or not quote.inner[0] < cue.offset < quote.end or scene.raw[quote.end - 1] != '"':
        return False
    stop = scene.folded.between(0, quote.end).stop
    between = range(cue.last, stop)
    bare = not any(scene.gap(i).strip() for i in between) and not any(scene.is_a(i, "that") for i in between)
    return len(between) <= _SUBJECT and bare
