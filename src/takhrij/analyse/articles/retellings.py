"""Whose piece an article retells: translators and publishers whom its first paragraphs name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from takhrij.analyse import outlets
from takhrij.analyse.articles.texts import Text
from takhrij.analyse.outletnames import is_arabic
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit, Lexicon
from takhrij.lang.tables import Credit
from takhrij.records import Block, Hop, Via
from takhrij.text import fold_text
from takhrij.world.tables import Outlet

LEAD: Final = 2
"""Paragraphs in which an article says whose report it retells."""


def retold(text: Text) -> list[Hop]:
    """Return whose piece the article retells, nearest the reader first: translators, then publishers."""
    translators: list[Hop] = []
    publishers: list[Hop] = []
    body = [b for b in text.blocks if b.kind == "body"][: LEAD + 1]
    for block in body:
        words = text.folded.between(block.span.start, block.span.end)
        hits = list(text.knowledge.built(cues).find(text.folded, words, clitics=False))
        for k, hit in enumerate(hits):
            for row in hit.entry:
                if row.part == "verb" and row.phrase.endswith("ه") and text.page.text[hit.end - 1] == "ة":
                    continue  # a bulletin, not "published it"
                if row.part == "translated":
                    translators.extend(name_after(text, hit.last, block, "translated"))
                elif row.part == "verb" and block in body[:LEAD] and _has_piece(hits[max(0, k - 1) :]):
                    after = outlet_at(text, hit.last, block)
                    if after is not None and not _has_piece(hits[k:]):
                        publishers.append(Hop(name=after.entry.name, via="published", cue=text.span(*after[2:4])))
                        continue
                    carrier = next((h for h in hits[k:] if any(r.part == "carrier" for r in h.entry)), None)
                    if carrier is not None and carrier.first - hit.last <= 3:
                        publishers.extend(name_after(text, carrier.last, block, "published"))
    return [*translators[:1], *publishers[:1]]


def _has_piece(hits: list[Hit[tuple[Credit, ...]]]) -> bool:
    return any(row.part == "piece" for hit in hits for row in hit.entry)


def outlet_at(text: Text, first: int, block: Block, *, common: bool = False) -> Hit[Outlet] | None:
    """Return the known outlet that word `first` begins to name, up to the block's end; None for none.

    With `common` its name may be an ordinary word too.
    """
    start = text.folded.words[first].start if first < len(text.folded.words) else block.span.end
    hit = next(outlets.known(text.folded, text.knowledge, start, block.span.end, common=common), None)
    return hit if hit and hit.first == first else None


def name_after(text: Text, first: int, block: Block, via: Via, until: int = 0) -> Iterator[Hop]:
    """Yield the outlet named from word `first`: a known one, or the words up to a nationality, a piece or a stop.

    Nothing behind the block, or behind offset `until`, belongs to it.
    """
    words, raw = text.folded.words, text.page.text
    stop = text.folded.between(block.span.start, until or block.span.end).stop
    lexicon = text.knowledge.built(cues)
    carrier = lexicon.at(text.folded, first, clitics=False) if first < stop else None
    if carrier and any(row.part == "carrier" for row in carrier.entry):
        first = carrier.last
    if first >= stop:
        return
    end = words[min(first + 6, stop) - 1].end
    hit = next(outlets.known(text.folded, text.knowledge, words[first].start, end, common=True), None)
    if hit and hit.first == first:
        yield Hop(name=hit.entry.name, via=via, cue=text.span(hit.start, hit.end))
        return
    if words[first].text in text.knowledge.built(_particles) or words[first].text.startswith("وال"):
        return  # "what is called the media office" is no name, and "translating and the presenting of" names nobody
    if via == "translated" and words[first].text.startswith("ال") and not (carrier and first >= carrier.last):
        return  # "by translating the series": what was translated
    last = first
    while last < min(stop, first + 4):
        gap = text.folded.gap(last - 1, last) if last > first else ""
        word = words[last].text
        ends = re.search(r"[،,.؛:\"”»)]|\s[-–—]\s", gap) or (last > first and _adjective(word))
        ends = ends or is_arabic(word) != is_arabic(words[first].text)
        if ends or lexicon.at(text.folded, last, clitics=False):
            break
        last += 1
    if last > first:
        start, end = words[first].start, words[last - 1].end
        yield Hop(name=raw[start:end], via=via, cue=text.span(start, end))


def _particles(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(row.word) for row in knowledge.language.function_words)


def _adjective(word: str) -> bool:
    return word.startswith("ال") and word.endswith(("يه", "ي")) and len(word) > 5


def cues(knowledge: Knowledge) -> Lexicon[tuple[Credit, ...]]:
    """Return the words of `credits.tsv`, each with all its rows."""
    grouped: dict[str, list[Credit]] = {}
    for row in knowledge.language.credits:
        grouped.setdefault(fold_text(row.phrase), []).append(row)
    return Lexicon(((phrase, tuple(rows)) for phrase, rows in grouped.items()), ())
