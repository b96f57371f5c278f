"""Places by the noun before them (مطار القامشلي، بلدة سروج), whether or not a list has their names."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress
from typing import Final

from takhrij.analyse.mentions import nameparts
from takhrij.analyse.mentions.allegiances import adjectival
from takhrij.analyse.mentions.drafts import Draft, Group, grouped
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE, has_article
from takhrij.records import Block

RULE: Final = "place behind its noun"
_UNLISTED: Final = "unlisted place behind its noun"
AGAIN: Final = "place of the page"
_LEAST: Final = 3
"""Letters of an unlisted name of one word."""
_BEGIN: Final = (ARTICLE[0], "و", "ف", "ب", "ل", "ك")
"""With these a word begins that goes on behind a town's name: بلدة فوتوكول بشمال الكاميرون."""
_LED, _SEA = "بل", ("ابيض", "شرق", "غرب", "شمال", "جنوب")
"""So begins a place's name where something happens there or goes there; and what stands before that of a sea."""
_AT: Final = "", "ب", "وب"
"""What is written onto a place's name where something happens there."""


def placed(t: Tagged, i: int, stop: int) -> Group | None:
    """Return the place whose noun is word `i`: مطار القامشلي، قاعدة حميميم الجوية، بلدة سروج التركية."""
    hit = t.hit(i)
    if hit is None or not t.fact(i, "place_head") or hit.last >= stop or not t.joined(hit.last):
        return None
    own = t.text(i).removeprefix(hit.prefix) in t.book.said("itself")
    there = t.hit(hit.last)
    fact = t.fact(hit.last, "place", "voice", "state")
    if there and fact and not there.prefix:
        if fact.kind == "state" and t.text(i) in t.book.said("aspect"):
            return None  # من ناحية إيران: as for Iran
        last = there.last
        while last < stop and t.joined(last) and t.text(last).startswith(ARTICLE) and adjectival(t, last):
            last += 1
        group = grouped(t, i, last, "place", fact.state, RULE)
        if own:
            name = t.clean(t.words[hit.last].start, t.words[there.last - 1].end)
            return group._replace(name=name, known=fact.key if fact.kind == "place" else "")
        return group
    if hit.last > i + 1 or has_article(t.text(i)) or t.text(i)[len(hit.prefix) :] not in t.book.opens:
        return None
    last = _unlisted(t, i + 1, stop)
    if last == i + 1:
        return None
    told = t.fact(last, "adjective") if last < stop and t.joined(last) and has_article(t.text(last)) else None
    group = grouped(t, i, last, "place", told.state if told else "", _UNLISTED)
    return group._replace(name=t.clean(t.words[i + 1].start, t.words[last - 1].end)) if own else group


def shown(t: Tagged, i: int, prefix: str) -> bool:
    """Whether the town's name at word `i` means the town: no adverb (باكرا), nor a word that is ordinary too (دوما).

    Of such a word the page shows the town where it names it behind a preposition, beside other places and the like.
    """
    if nameparts.adverb(t, i):
        return False
    name = t.text(i)[len(prefix) :]
    if name not in t.book.said("shown"):
        return True
    forms = {p + name for p in ("", "و", *_AT, "ل")}
    told = (k for k, word in enumerate(t.folded.texts) if word in forms and (word[0] in _LED or _placed_by(t, k)))
    return next(told, None) is not None


def _placed_by(t: Tagged, k: int) -> bool:
    """Whether what stands around word `k` makes it a place's name."""
    before, behind = (t.text(n) if t.joined(max(k, n)) else "" for n in (k - 1, k + 1))
    if before in t.book.said("inside") or before.removeprefix(ARTICLE) in _SEA or "place_head" in t.entry(before):
        return True
    listed = any(t.fact(n, "place") is not None for n in (k - 1, k + 1) if n >= 0)
    return listed or "place_head" in t.entry(behind.removeprefix(ARTICLE))


def _unlisted(t: Tagged, i: int, stop: int) -> int:
    """Return the word behind the unlisted name of a town at word `i`, right behind its noun; `i` if there is none.

    Any word in no list may be one, and two of them (بلدة كفرعويد، بلدة كري سبي); so may two words of which the first
    begins the names of towns (خان بني سعد، تل الضمان).
    """
    word = t.text(i)
    if word in t.book.said("homonym"):
        return i + 1
    j = i
    while j < stop and t.tight(j) and t.text(j) in t.book.said("town"):
        j += 1
    if j > i:
        return j + 1 if j < stop and t.tight(j) and _may_end(t, j) else i
    if word.startswith(ARTICLE):
        ordinal = word in t.book.particles["ordinal"]
        return i + 1 if len(word) > _LEAST + 1 and not ordinal and nameparts.unknown(t, i) else i
    if len(word) < _LEAST or not nameparts.unknown(t, i):
        return i
    return (
        i + 1 + (i + 1 < stop and t.tight(i + 1) and t.text(i + 1)[0] not in _BEGIN and nameparts.unknown(t, i + 1))
    )


def _may_end(t: Tagged, j: int) -> bool:
    """Whether word `j` may end the name of a town of two words."""
    if t.stop(j) or t.text(j) in t.book.prepositions or len(t.text(j)) < _LEAST:
        return False
    return not has_article(t.text(j)) or (t.text(j).startswith(ARTICLE) and not adjectival(t, j))


def again(t: Tagged, found: Sequence[Draft], blocks: Sequence[Block]) -> Iterator[Draft]:
    """Yield where a town that the page names behind its noun stands without it, behind في and the like."""
    named = {t.text(d.first + 1): d for d in found if d.rule == _UNLISTED}
    named = {word: d for word, d in named.items() if not (word.startswith(ARTICLE) or word in t.book.said("homonym"))}
    if not named:
        return
    taken = {k for d in found for k in range(d.first, d.last)}
    forms = {
        prefix + word: (len(prefix), d)
        for word, d in named.items()
        for prefix in _AT[: 1 if len(word) <= _LEAST else None]
    }
    for block in blocks:
        words = t.folded.between(block.span.start, block.span.end)
        for i in compress(words, map(forms.__contains__, t.folded.texts[words.start : words.stop])):
            cut, town = forms[t.text(i)]
            last = i + town.last - town.first - 1
            rest = all(t.tight(k) and t.text(k) == t.text(town.first + 1 + k - i) for k in range(i + 1, last))
            led = cut or (t.tight(i) and t.text(i - 1).removeprefix("و") in t.book.said("inside"))
            if rest and led and taken.isdisjoint(range(i, last)):
                start = t.words[i].start + cut
                name = t.clean(start, t.words[last - 1].end)
                yield Draft(block, i, last, start, "place", name, town.state, rule=AGAIN, known=town.known)
