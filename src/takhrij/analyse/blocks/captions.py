"""Finds the caption of a picture in mid-text that nothing parts from the sentence behind it.

A caption has no verb (رئيس البلدية خلال الافتتاح). Where a verb of saying with its conjunction follows at once
(وأضاف ...), or a story's verb whose subject is what the caption showed, the sentence begins there.
"""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse.blocks import seams, signatures
from takhrij.analyse.blocks.wordlists import function_words, said_on
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit
from takhrij.lang.tables import Furniture
from takhrij.text import Folded, fold_text

LEAST, MOST = 2, 16
"""Words of a caption."""
MOST_SIGNED: Final = 30
"""Words of one that its maker in brackets ends."""
SENTENCE: Final = 6
"""Fewest words of the sentence behind it."""
OPENS: Final = -2.2
"""Log odds above which a verb opens a story, and does not only stand in one."""
SUBJECT: Final = 6
"""Words behind a story's verb in which its subject stands."""
MATTER: Final = 3
"""Letters of the shortest word that has a matter of its own."""
AND: Final = ("و", "ف")
_CLAUSE: Final = frozenset({"that", "so", "connective", "negative", "negates", "modal", "pronoun"})
"""Kinds of particles that no caption has."""
_ENDS: Final = re.compile(r"[.!?؟…][\s\"”»’')\]]*$")
_BRACKETS: Final = re.compile(r"\(([^()]{3,20})\)")
_INNER: Final = re.compile(r"[^\s\"“”«»()\-–/]")
"""What may not stand between the words of a caption."""


def behind(folded: Folded, knowledge: Knowledge, words: range, *, head: bool = False) -> int | None:
    """Return the word of a line at which the sentence behind a caption begins; None if none does.

    But for a page's head the line has to begin where a sentence does.
    """
    if len(words) < LEAST + SENTENCE or not _shown(folded, knowledge, words.start):
        return None
    if not (head or _starts(folded, words.start)):
        return None
    barred = knowledge.built(_barred)
    said = knowledge.built(said_on)
    units = knowledge.built(_units)
    for i in range(words.start, min(words.start + MOST, words.stop - SENTENCE) + 1):
        word = folded.words[i].text
        size = i - words.start
        goes_on = word in said or (word[0] == AND[0] and seams.opens(knowledge, word[1:]) > OPENS)
        if size >= LEAST and goes_on and _closed(folded, words.start, i):
            return i
        if size > LEAST and _opens(folded, knowledge, words.start, i) and _closed(folded, words.start, i):
            return i
        if size >= LEAST and _dateline(folded, knowledge, i) and _closed(folded, words.start, i):
            return i
        if word in barred or not "ء" <= word[0] <= "ۿ" or word in said:
            return None
        named = size == 1 and units.get(word, False)  # behind a rank; many given names open stories
        if (seams.opens(knowledge, word) > seams.OPENS and not named) or _INNER.search(folded.gap(i, i + 1)):
            return None
    return None


def signed(folded: Folded, knowledge: Knowledge, words: range, *, head: bool = False) -> int | None:
    """Return the word of a line behind what a photograph shows and its maker in brackets, None if there are none.

    In a sentence a source in brackets stands behind a dateline, and the line does not begin as captions do; or the
    sentence goes on with a verb that has its subject before it. Behind other parts of a line (`head`) a caption need
    not begin where a sentence does.
    """
    if not (begins(folded, knowledge, words) and (head or _starts(folded, words.start))):
        return None
    seam = _behind_signature(folded, knowledge, words)
    if seam is None or words.stop - seam < SENTENCE or seam - words.start > MOST_SIGNED:
        return None
    if any(_ENDS.search(folded.gap(i - 1, i).rstrip()) for i in range(words.start + 1, seam)):
        return None
    word = folded.words[seam].text
    goes_on = word[0] in AND and len(word) > LEAST
    told = goes_on or seams.opens(knowledge, word) > OPENS or signatures.archival(knowledge, folded.texts[seam - 1])
    return seam if told else None


def _behind_signature(folded: Folded, knowledge: Knowledge, words: range) -> int | None:
    """Return the word of a line behind the first brackets that hold nothing but who made a picture; None if none."""
    last = folded.words[min(words.stop, words.start + MOST_SIGNED) - 1].end
    match = signatures.SIGNATURE.search(folded.raw, folded.words[words.start].start, last + 3)
    if match is None or not signatures.signed(knowledge, match.group()):
        return None
    inside = folded.between(match.start(), match.end())
    return inside.stop if inside and inside.stop < words.stop else None


def pictured(folded: Folded, knowledge: Knowledge, words: range) -> bool:
    """Whether words begin with a noun for what photographs show; names are bylines too, "the city" a paper's name."""
    word = folded.words[words.start].text
    bare = word in knowledge.built(_pictured)
    noun = bare or word.removeprefix(seams.ARTICLE) in knowledge.built(_pictured)
    return noun and len(words) >= (LEAST if bare else LEAST + 1)


def sided(knowledge: Knowledge, raw: str) -> bool:
    """Whether brackets say on which side of a picture somebody stands (إلى اليمين)."""
    sides = knowledge.built(_sides)
    return "(" in raw and any(fold_text(match.group(1)).strip() in sides for match in _BRACKETS.finditer(raw))


def begins(folded: Folded, knowledge: Knowledge, words: range) -> bool:
    """Whether words begin with whom or what a photograph shows."""
    return len(words) >= LEAST and _shown(folded, knowledge, words.start)


def marked(folded: Folded, words: range, hits: list[Hit[tuple[Furniture, ...]]], cuts: list[int]) -> list[range]:
    """Return the captions that a Latin agency's mark opens, glued to them (AFPجنود ...), and marks by themselves.

    Where links and pictures were dropped, the mark stands right behind the last word or the stop before it.
    """
    found: list[range] = []
    for hit in hits:
        if not folded.words[hit.first].text.isascii() or not any(_is_mark(row) for row in hit.entry):
            continue
        before = folded.gap(hit.first - 1, hit.first) if hit.first > words.start else "."
        after = folded.gap(hit.last - 1, hit.last) if hit.last < words.stop else "\n"
        if before and not _ENDS.search(before.rstrip()) and hit.first not in cuts:
            continue
        if not after:
            stop = next((i for i in range(hit.last, words.stop) if _ENDS.search(folded.gap(i - 1, i).rstrip())), 0)
            found.append(range(hit.first, stop or words.stop))
        elif hit.last == words.stop or hit.last in cuts:
            found.append(range(hit.first, hit.last))
    return found


def shows(folded: Folded, knowledge: Knowledge, words: range) -> bool:
    """Whether a few words without a verb begin with whom or what a photograph shows."""
    if not LEAST <= len(words) <= MOST or not _shown(folded, knowledge, words.start):
        return False
    return verbless(folded, knowledge, words)


def verbless(folded: Folded, knowledge: Knowledge, words: range) -> bool:
    """Whether none of the words is a verb of saying or of stories' beginnings, or a small word of clauses."""
    barred, texts = knowledge.built(_barred), folded.texts[words.start : words.stop]
    return not any(word in barred or seams.opens(knowledge, word) > seams.OPENS for word in texts)


def _is_mark(row: Furniture) -> bool:
    return row.kind == "caption" and row.where == "end"


def _dateline(folded: Folded, knowledge: Knowledge, i: int) -> bool:
    """Whether word `i` is a place before a colon and a story's verb (ميرسان : أعلن ...)."""
    return ":" in folded.gap(i, i + 1) and seams.opens(knowledge, folded.words[i + 1].text) > OPENS


def _opens(folded: Folded, knowledge: Knowledge, start: int, i: int) -> bool:
    """Whether word `i` opens a story about what stands before it: its subject repeats a word of it."""
    if seams.opens(knowledge, folded.words[i].text) <= OPENS:
        return False
    function = knowledge.built(function_words)
    told = [folded.words[k].text for k in range(i + 1, min(i + 1 + SUBJECT, len(folded.words)))]
    own = {folded.words[k].text for k in range(start, i)} - function
    return bool(told) and told[0] not in function and any(len(w) > MATTER and w in own for w in told)


def _starts(folded: Folded, word: int) -> bool:
    """Whether the words before have ended a sentence."""
    gap = folded.gap(word - 1, word) if word else ""
    return bool(_ENDS.search(gap.rstrip("\n\r ") or " "))


def _closed(folded: Folded, start: int, stop: int) -> bool:
    """Whether every quotation and bracket that opens among the words is closed, and no sign of a sentence follows."""
    raw = folded.raw[folded.words[start].start : folded.words[stop].start]
    return raw.count('"') % 2 == 0 and all(raw.count(a) == raw.count(b) for a, b in seams.PAIRS)


def _shown(folded: Folded, knowledge: Knowledge, i: int) -> bool:
    """Whether word `i` begins what names whom or what a photograph shows; subheads begin otherwise."""
    word, units = folded.words[i].text, knowledge.built(_units)
    if word.removeprefix(seams.ARTICLE) in knowledge.built(_pictured) or word in knowledge.built(_titles):
        return True
    return units.get(word, False) and folded.words[i + 1].text in units  # many given names are words too


def _pictured(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(row.word) for row in knowledge.language.pictured if not row.side)


def _sides(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(row.word) for row in knowledge.language.pictured if row.side)


def _titles(knowledge: Knowledge) -> frozenset[str]:
    """First words of titles."""
    titles = knowledge.language.titles
    return frozenset(fold_text(form).split()[0] for row in titles for form in (row.title, *row.forms))


def _units(knowledge: Knowledge) -> dict[str, bool]:
    """Words of names, and whether each is a given name."""
    return {unit.name: bool(unit.given) for unit in knowledge.language.name_units}


def _barred(knowledge: Knowledge) -> frozenset[str]:
    """Words that a caption has not: verbs of saying, and small words that clauses begin with."""
    language = knowledge.language
    verbs = (form for verb in language.reporting for form in verb.forms)
    small = (row.phrase for row in language.particles if row.kind in _CLAUSE and " " not in row.phrase)
    plain = frozenset(map(fold_text, (*verbs, *small)))
    return plain | {prefix + word for prefix in AND for word in plain}
