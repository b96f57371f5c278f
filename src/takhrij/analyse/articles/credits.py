"""What an article owns to: who it was taken from, who translated it, whose report it retells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import Final

from takhrij.analyse import outletnames, outlets
from takhrij.analyse.articles import sourcelines
from takhrij.analyse.articles.retellings import cues, name_after, outlet_at
from takhrij.analyse.articles.texts import Text
from takhrij.analyse.outletnames import is_arabic
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit
from takhrij.lang.tables import Credit
from takhrij.records import Block, Hop, Kind, Via
from takhrij.text import fold_text, fold_words
from takhrij.world.tables import Outlet

HEAD: Final = 14
"""Words of a text in which a dateline may stand."""
_SEPARATOR: Final = re.compile(r"^[\s\"”»’)\]]{0,6}[-–—:/|_(،]")
_BEFORE: Final = re.compile(r"[-–—:/|_(\"“«]\s*$")
_UNKNOWN: Final = re.compile(r"^[\s:\-–—]{0,6}((?:[^\W\d_]{3,}\s){0,2}[^\W\d_]{3,})\s?:\s?[-–—]")
"""A name with both a colon and a dash, as only sites sign."""
_COLON: Final = re.compile(r"\s?[:：/|]")
MOST: Final = 4
"""Words of a person's name; where more stand behind "by", other matter is glued to it."""
LABELLED: Final = 24
"""Words of a line in which a label with a colon may stand behind others."""
INITIALS: Final = 3
"""Letters that no word of editors' initials has."""
_BULLETIN: Final = "للنشرة"
"""For what an agency's own editor prepares another's text ("for the Arabic bulletin")."""
_TRANSLATION: Final = re.compile(r"(?<=\w) ?(?:ال)?ترجمة ?:")
"""The next label, which may be written onto a name."""
ENDS: Final = 300
"""Characters around a text's beginning and end in which its source may stand amid other words."""
_DATELINE_SIGN: Final = re.compile(r"^\s?[-–—:/(]")
_DATELINE_END: Final = re.compile(r"[-–—:]|//|\s/\s")
_TWICE: Final = re.compile(r"^(\w[\w .]{3,38}\w)\s?\1")
_PARTS: Final = re.compile(r" ?(?:[|،,+/؛]|\s[-–—]\s|\sو(?=ال)) ?")


def dateline(text: Text) -> list[Hop]:
    """Return the outlets named before the first sentence of the text, in order."""
    opening = text.opening()
    if opening is None:
        return []
    start = opening[0]
    words = text.folded.between(*opening)[:HEAD]
    if not words:
        return []
    found, places = [], text.knowledge.built(_places)
    head_end = text.folded.words[words.stop - 1].end
    for hit in outlets.known(text.folded, text.knowledge, start, head_end, common=True):
        before, after = text.page.text[start : hit.start], text.page.text[hit.end : hit.end + 6]
        if fold_text(text.page.text[hit.start : hit.end]) in places or _ends_desk(text, hit):
            continue
        opens = hit.first == words.start or (_BEFORE.search(before) and not _is_word(text, hit))
        glued = hit.start > 0 and not hit.prefix and text.page.text[hit.start - 1].isalpha()  # who took the photo
        dated = _is_word(text, hit) and hit.last < words.stop and text.folded.texts[hit.last][0].isdigit()
        if (
            opens
            and not dated
            and not glued
            and not hit.prefix
            and _SEPARATOR.match(after)
            and (hit.first - words.start) <= 8
        ):
            rest = text.page.text[hit.end : head_end]
            if _DATELINE_END.search(rest) or _DATELINE_END.search(before):
                found.append(Hop(name=hit.entry.name, via="carried", cue=text.span(hit.start, hit.end)))
    found.extend(_crowds(text, words))
    if not found and (match := _UNKNOWN.match(text.page.text[start : opening[1]])):
        at = start + match.start(1)
        found.append(Hop(name=match.group(1), via="carried", cue=text.span(at, at + len(match.group(1)))))
    return found


def _ends_desk(text: Text, hit: Hit[Outlet]) -> bool:
    """Whether the name and the word before it are a part of the house ("news centre")."""
    return hit.first > 0 and " ".join(text.folded.texts[hit.first - 1 : hit.last]) in text.knowledge.built(_desks)


def _is_word(text: Text, hit: Hit[Outlet]) -> bool:
    """Whether the name is an ordinary word and stands without one like paper before it."""
    return hit.last - hit.first == 1 and outlets.is_ordinary(text.folded, hit, text.knowledge)


def _crowds(text: Text, words: range) -> Iterator[Hop]:
    """ "Agencies" before the first sentence: the dateline's first word or behind a sign or a name, before a sign."""
    for hit in text.knowledge.built(cues).find(text.folded, words, clitics=False):
        if any(row.part == "crowd" for row in hit.entry):
            before = text.page.text[text.folded.words[words.start].start : hit.start]
            after = text.page.text[hit.end : hit.end + 4]
            opens = hit.first == words.start or _BEFORE.search(before)
            if opens and _DATELINE_SIGN.match(after) and hit.first - words.start <= MOST:
                cue = text.span(hit.start, hit.end)
                yield Hop(name=text.page.text[hit.start : hit.end], via="carried", kind="unnamed", cue=cue)
                return


def labelled(text: Text) -> list[Hop]:
    """Return what bylines and source lines name: known outlets, and whatever stands behind a label."""
    found: list[Hop] = []
    for block in (*text.near, *text.later):
        raw = text.raw(block)
        label = _label(text, block)
        if block in text.later and (label is None or not _writes(text, block, label)):
            continue
        if label is not None:
            found.extend(_behind(text, block, label))
            continue
        if block.kind != "byline" or _pictures(text, block):
            continue
        hits = list(outlets.known(text.folded, text.knowledge, block.span.start, block.span.end))
        if twice := _TWICE.match(raw):
            name = twice.group(1)
            outlet = outlets.named(name, text.knowledge)
            at = text.span(block.span.start, block.span.start + len(name))
            found.append(Hop(name=outlet.name if outlet else name, via="wrote", cue=at))
        else:
            via: Via = "carried" if block.span.end <= text.first else "republished"
            found.extend(Hop(name=h.entry.name, via=via, cue=text.span(h.start, h.end)) for h in hits if not h.prefix)
    return found


def _pictures(text: Text, block: Block) -> bool:
    """Whether a line says that it names who took the photo."""
    words = text.folded.between(block.span.start, block.span.end)
    hits = text.knowledge.built(cues).find(text.folded, words, clitics=False)
    return any(row.part == "apart" for hit in hits for row in hit.entry)


def _label(text: Text, block: Block) -> Hit[tuple[Credit, ...]] | None:
    """The label that a byline begins with, or that stands with a colon in a line of no article."""
    words = text.folded.between(block.span.start, block.span.end)
    if block.kind in ("body", "title", "related"):
        return None
    for hit in text.knowledge.built(cues).find(text.folded, words, clitics=False):
        if any(row.part == "label" for row in hit.entry) and hit.last < words.stop:
            first = hit.first == words.start
            colon = bool(_COLON.match(text.page.text, hit.end))
            if (first and (colon or block.kind == "byline" or _is_long(hit))) or (colon and len(words) <= LABELLED):
                return hit
            if first and outlet_at(text, hit.last, block, common=_ends(text, block)):
                return hit
    return None


def _ends(text: Text, block: Block) -> bool:
    """Whether a line stands behind the text: what begins there with "source" says whose it is."""
    return block.span.start > text.last


def _writes(text: Text, block: Block, label: Hit[tuple[Credit, ...]]) -> bool:
    """Whether a line begins with "the writer" and a colon, as it may far behind the text."""
    first = label.start == text.folded.words[text.folded.between(block.span.start, block.span.end).start].start
    return first and bool(_COLON.match(text.page.text, label.end)) and any(row.via == "wrote" for row in label.entry)


def _is_long(hit: Hit[tuple[Credit, ...]]) -> bool:
    return hit.last - hit.first > 1


def _behind(text: Text, block: Block, label: Hit[tuple[Credit, ...]]) -> Iterator[Hop]:
    via: Via = next((row.via for row in label.entry if row.part == "label" and row.via), "republished")
    end, hits = block.span.end, _outlets_behind(text, block, label, via)
    if hits:
        for hit in hits:
            yield Hop(name=hit.entry.name, via=via, cue=text.span(hit.start, hit.end))
        yield from _crowd_behind(text, hits[-1].end, end)
        return
    words = text.folded.between(label.end, end)
    if not words:
        return
    start, at = text.folded.words[words.start].start, 0
    crowd = text.knowledge.built(_crowd)
    if via == "wrote" and len(words) > 2 * LABELLED:
        return  # other matter is glued to the line
    for k, part in enumerate(_PARTS.split(text.page.text[start:end])):
        if via == "wrote" and k and part.startswith(sourcelines.EDITED):
            continue
        bare = _TRANSLATION.split(part)[0].rpartition(":")[2] if via == "wrote" else part
        bare = bare.strip(" .*:\"'“”«»()[]").partition(" (")[0]
        name = _name(text, bare if via == "wrote" else _before_button(text, bare), person=via == "wrote")
        if _is_own(text, name) or all(len(word) < INITIALS for word in name.split()):
            continue  # with a button glued to it; editors' initials
        if name and not name[0].isdigit() and not (via == "wrote" and _is_desk(text, name)):
            at = text.page.text.find(name, start, end)
            person = via == "wrote" or (via == "translated" and _is_person(text, name))
            kind: Kind = "unnamed" if fold_text(name) in crowd else "person" if person else "outlet"
            bulletin = any(word.startswith(_BULLETIN) for word in part.split())
            yield Hop(name=name, via="translated" if bulletin else via, kind=kind, cue=text.span(at, at + len(name)))


def _outlets_behind(text: Text, block: Block, label: Hit[tuple[Credit, ...]], via: Via) -> list[Hit[Outlet]]:
    """The known outlets that lead what stands behind a label, or stand alone in it."""
    end = block.span.end
    hits: list[Hit[Outlet]] = []
    for hit in outlets.known(text.folded, text.knowledge, label.end, end, common=True):
        joined = (
            not hits or hit.first == hits[-1].last or bool(_PARTS.fullmatch(text.page.text[hits[-1].end : hit.start]))
        )
        led = hit.first == label.last + 1 and _is_carrier(text, label.last)
        leads = hit.first == label.last or led or (bool(hits) and joined)
        plain = _is_word(text, hit)
        rest = plain and hit.first > label.last and not led and not text.folded.gap(hit.first - 1, hit.first).strip()
        first = hit.first == label.last and _ends(text, block)
        if via == "wrote" and hit.first - label.last > LABELLED:
            break  # other matter is glued to the line
        if via == "wrote" and hit.last - hit.first == 1 and not _alone(text, hit.end, end):
            continue  # a given name that an agency has, too
        if (leads and (first or not plain)) or (_alone(text, hit.end, end) and not rest):
            hits.append(hit)
    return hits


def _is_person(text: Text, name: str) -> bool:
    """Whether a given name is its first word and more follow."""
    words = fold_words(name)
    return len(words) > 1 and words[0] in text.knowledge.built(sourcelines.known_words).given


def _is_carrier(text: Text, i: int) -> bool:
    return text.folded.texts[i] in text.knowledge.built(outletnames.carriers_of)


def _crowd_behind(text: Text, start: int, end: int) -> Iterator[Hop]:
    """ "Agencies" right behind the last outlet of a source line, also with "and" before them."""
    crowd, words = text.knowledge.built(_crowd), text.folded.between(start, end)
    if words and (word := text.folded.words[words.start]):
        joined = word.text[:1] == "و" and word.text[1:] in crowd
        at = text.folded.offset(word.at + 1) if joined else word.start
        if (joined or word.text in crowd) and not text.page.text[start : word.start].strip(" +/|,،-–"):
            name = text.page.text[at : word.end]
            yield Hop(name=name, via="republished", kind="unnamed", cue=text.span(at, word.end))


def amid(text: Text) -> list[Hop]:
    """Return known outlets right behind "source" and a colon near the text's ends, whatever the line's kind."""
    body = [b for b in text.blocks if b.kind == "body"]
    first, last = text.blocks[0].span.start, body[-1].span.end if body else text.blocks[-1].span.end
    own = (*text.blocks, *text.near, *text.later)
    over, under = min(b.span.start for b in own), max(b.span.end for b in own)
    near = [
        (max(over, first - ENDS), min(first + ENDS, under)),
        (max(first + ENDS, last - ENDS), min(last + ENDS, under)),
    ]
    for start, end in near:
        for hit in text.knowledge.built(cues).find(text.folded, text.folded.between(start, end), clitics=False):
            source = any(
                row.part == "source" or (row.via == "republished" and row.part == "label") for row in hit.entry
            )
            colon = _COLON.match(text.page.text, hit.end) if source else None
            if colon and (found := _chain(text, hit.last) or list(_glued_crowd(text, hit.last))):
                return found
            taken = next((row for row in hit.entry if row.part == "taken" and row.via), None)
            if taken and taken.via and (named := list(name_after(text, hit.last, own[-1], taken.via, end))):
                return named
    return []


def _glued_crowd(text: Text, i: int) -> Iterator[Hop]:
    """ "Agencies", also where a name is written onto them."""
    word = text.folded.words[i] if i < len(text.folded.words) else None
    for crowd in sorted(text.knowledge.built(_crowd), key=len, reverse=True) if word else ():
        if word and word.text.startswith(crowd):
            start, end = word.start, text.folded.offset(word.at + len(crowd))
            yield Hop(name=text.page.text[start:end], via="republished", kind="unnamed", cue=text.span(start, end))
            return


def _chain(text: Text, first: int) -> list[Hop]:
    """The known outlets from word `first` on, with nothing but signs between them."""
    found: list[Hop] = []
    start = text.folded.words[first].start if first < len(text.folded.words) else len(text.page.text)
    for hit in outlets.known(text.folded, text.knowledge, start, start + ENDS, common=True):
        joined = hit.first == first if not found else bool(_PARTS.fullmatch(text.page.text[start : hit.start]))
        if hit.prefix or not joined:
            break
        found.append(Hop(name=hit.entry.name, via="republished", cue=text.span(hit.start, hit.end)))
        start = hit.end
    return found


def _before_button(text: Text, part: str) -> str:
    """The words before the first one of a button or another label, which the page glues to the name."""
    words, plain = part.split(), text.knowledge.built(_labels_or_buttons)
    end = next((k for k, word in enumerate(words) if fold_text(word) in plain), len(words))
    return " ".join(words[:end])


def _is_own(text: Text, name: str) -> bool:
    """Whether a name begins as the page's own does."""
    return bool(text.own) and fold_text(name).startswith(fold_text(text.own))


def _is_desk(text: Text, name: str) -> bool:
    """Whether the name is of a part of the outlet itself: its bureau in a town, its editors."""
    desks = text.knowledge.built(_desks)
    folded = fold_text(name)
    return folded in desks or folded.split()[0] in desks


def _desks(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(row.phrase) for row in knowledge.language.credits if row.part == "desk")


def _name(text: Text, part: str, *, person: bool) -> str:
    """The name that a part of a source line is, without "site" or "agency" before it; empty if it is none."""
    words = part.split()
    if words and fold_text(words[0]) in text.knowledge.built(_crowd):
        return words[0]
    carriers = text.knowledge.built(outletnames.carriers_of)
    if len(words) > 1 and fold_text(words[0]) in carriers:
        words = words[1:]
    if person and words:
        if words[0] in text.knowledge.built(_small):
            return ""
        if not is_arabic(words[0]):
            words = list(takewhile(lambda word: not is_arabic(word), words))
    if person and len(words) > 2:
        words = words[: _person_words(text, words)]
    return " ".join(words) if 1 <= len(words) <= 5 else ""


def _person_words(text: Text, words: list[str]) -> int:
    """How many of the words are the person's name: two units, more only as long as they are names of people."""
    units, binding, towns = (text.knowledge.built(table) for table in (_units, _binding, _places))
    k = count = 0
    while k < len(words) and count < 3:
        wide = 2 if fold_text(words[k]) in binding and k + 1 < len(words) else 1
        if count >= 2 and fold_text(words[k]).startswith("لل"):
            break  # "prepared by name for the bulletin"
        last = fold_text(words[k + wide - 1])
        if count >= 2 and (len(words) > MOST or wide > 1 or last in towns) and last not in units:
            break
        k, count = k + wide, count + 1
    return k


def _units(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(u.name for u in knowledge.language.name_units)


def _binding(knowledge: Knowledge) -> frozenset[str]:
    """Words that make one name with the next."""
    return frozenset(fold_text(r.word) for r in knowledge.language.name_particles if {"binds", "one"} & set(r.kind))


def _alone(text: Text, end: int, stop: int) -> bool:
    """Whether nothing but signs parts the name from the next, or from the line's end."""
    return not text.page.text[end:stop].strip() or bool(_PARTS.match(text.page.text, end, stop))


def _places(knowledge: Knowledge) -> frozenset[str]:
    """Towns and regions: in a dateline they are where, though a paper may have the name."""
    return frozenset(fold_text(name) for row in knowledge.world.places for name in (row.name, *row.spellings))


def _labels_or_buttons(knowledge: Knowledge) -> frozenset[str]:
    """Words at which a source line's name ends."""
    parts = ("label", "translated", "genre", "desk")
    return knowledge.built(outletnames.plain_words) | frozenset(
        fold_text(r.phrase) for r in knowledge.language.credits if r.part in parts
    )


def _small(knowledge: Knowledge) -> frozenset[str]:
    """Function words as they are spelt: folded, one of them is a given name."""
    return frozenset(row.word for row in knowledge.language.function_words)


def _crowd(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(fold_text(r.phrase) for r in knowledge.language.credits if r.part == "crowd")
