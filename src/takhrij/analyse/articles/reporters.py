"""People who wrote an article, where their names are glued to other matter and nothing else in the line says so.

Dumps run title, name, stamp and caption together. A person's name is a byline there if the house stands beside it
("name - exclusive", "outlet - name", "name and agencies"), a town behind it ("name from Tangier"), a word like
"written by" before it, with or without a title, or if it stands behind the last sentence and before "journalist" or
a button.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from takhrij.analyse.articles.signoffs import signers
from takhrij.analyse.articles.sourcelines import EDITED
from takhrij.analyse.articles.texts import Text
from takhrij.analyse.articles.writernames import LONGEST, RARE, Known, is_unit, known_words, names, writer
from takhrij.records import Hop
from takhrij.text import Folded, fold_text

WITHIN: Final = 160
"""Words from an article's first ones in which its byline stands."""
OVER: Final = 40
"""Words over its first block, where a byline may be taken for furniture."""
BEHIND: Final = 12
"""Words behind the last sentence in which the writer is named."""
CLOSE: Final = 250
"""Characters around the end of a text in which a label may name its writer."""
WORDED: Final = 3
"""Most words of a label."""
BULLETIN: Final = "للنشره"
"""For what an agency's editor prepares another's text."""
LISTED: Final = 8
"""Words within which a label stands again in a list of columns."""
_SIGN: Final = re.compile(r"^\s?[-–—/|]\s?$")
_COLON: Final = re.compile(r"^\s?[:：/–-]\s?$")
_SURE: Final = re.compile(r"^\s?[:：]\s?$")
_SLASH: Final = re.compile(r"^\s?/\s?$")
_DASHED: Final = re.compile(r"^\s?(?:[-–—]|(?<!\w)ـ)\s?$")
_SIGNED: Final = re.compile(r"^\s?[*:：\"“«(/|\n–—-]")
_CLOCK: Final = re.compile(r"^\s?:\s?$")
_DASH: Final = re.compile(r"^\s?[-–—/]\s?$")
_STOPPED: Final = re.compile(r"[-–—/|?!.؟…\n]\s*$")
_PLAIN: Final = re.compile(r"^\s$")
_QUOTED: Final = re.compile(r"[^.!?؟…\s]\s*[»”\"]\s*$")
_STOPS: Final = (".", "!", "؟")
_ENDED: Final = re.compile(r"[.!؟?»”\"]\s*[-–—]?\s*$")


class _Glued(NamedTuple):
    """Where a name ends: before word `last`, with so many letters of the word before."""

    last: int
    letters: int


def find(text: Text) -> Iterator[Hop]:
    """Yield the first writer whom the article's head names in this way, else the one behind its last sentence."""
    known = text.knowledge.built(known_words)
    folded = text.folded
    end = max((b.span.end for b in text.blocks if b.kind == "body"), default=0)
    close = folded.between(max(0, end - CLOSE), end + CLOSE)
    head, lines, behind = _head(text), _lines(text), folded.between(end - 1, end + 200)
    editors: list[Hop] = []
    for i in (*head, *(k for k in close if k >= head.stop)):
        if not _may_name(folded.texts, i, known):
            continue
        if last := _latin(text, i, known):
            yield writer(text, i, last)
            return
        named = folded.texts[i] in known.given
        honoured = _is_honoured(text, i, known, lines, behind)
        if not (named or honoured or _is_labelled(text, i, known, sign=True)):
            continue
        if last := _byline(text, i, known, lines, honoured=honoured):
            if folded.texts[i - 1] == EDITED:
                editors.append(writer(text, i, last))
                continue
            yield writer(text, i, last)
            return
    for i in (*_last_sentence(text, end), *behind[:2]):
        if folded.texts[i] in known.given and (last := _signature(text, i, known)):
            yield writer(text, i, last)
            return
    if behind and (last := _before_initials(text, behind.start)):
        yield writer(text, behind.start, last)
        return
    yield from list(correspondents(text)) or editors[:1]  # they wrote it, if nobody else did


def _may_name(texts: Sequence[str], i: int, known: Known) -> bool:
    """Whether word `i` is a given name, or a label or title stands before it: a quick look, for few words do so."""
    before, over = texts[i - 1] if i else "", texts[i - 2] if i > 1 else ""
    return (
        texts[i] in known.given or before in known.label_ends or before in known.honours or over in known.label_ends
    )


def _latin(text: Text, first: int, known: Known) -> int:
    """Where a name in Latin letters ends that begins behind "written by"; 0 for none, and for editors' accounts."""
    texts, last = text.folded.texts, first
    while last < min(first + WORDED, len(texts)) and texts[last].isascii() and texts[last].isalpha():
        last += 1
    named = first < last and known.words.isdisjoint(texts[first:last]) and known.plain.isdisjoint(texts[first:last])
    return last if named and _is_labelled(text, first, known) else 0


def correspondents(text: Text) -> Iterator[Hop]:
    """Yield who reported an agency's story by its own form ("from name, town (agency)"): others may sign below."""
    known = text.knowledge.built(known_words)
    for i in _head(text):
        if i and text.folded.texts[i - 1] == "من" and text.folded.texts[i] in known.given:
            if end := _before_glued_town(text, i, known):
                yield writer(text, i, end.last, end.letters)
                return
            for last in names(text, i, known, rare=True):
                if _from_town(text, i, last, known):
                    yield writer(text, i, last)
                    return


def preparers(text: Text) -> Iterator[Hop]:
    """Yield who prepared an agency's text for its bulletin ("prepared by name for the Arabic bulletin")."""
    known, folded = text.knowledge.built(known_words), text.folded
    end = max((b.span.end for b in text.blocks if b.kind == "body"), default=0)
    for k in folded.between(max(0, end - CLOSE), end + CLOSE):
        if folded.texts[k] == BULLETIN:
            first = next(
                (i for i in range(k - 2, max(0, k - LONGEST), -1) if folded.texts[i - 1] in known.label_ends), k
            )
            if first < k and all(_PLAIN.match(folded.gap(i - 1, i)) for i in range(first + 1, k)):
                yield replace(writer(text, first, k), via="translated")
                return


def _head(text: Text) -> range:
    """The words around an article's beginning in which its writer is named."""
    first = text.folded.between(text.blocks[0].span.start, text.blocks[0].span.end).start
    return range(max(0, first - OVER), min(first + WITHIN, len(text.folded.words)))


def _lines(text: Text) -> frozenset[int]:
    """The first words of lines and of what was cut apart within them."""
    found = (b for b in (*text.blocks, *text.near) if b.kind != "title")
    return frozenset(text.folded.between(b.span.start, b.span.end).start for b in found)


def _byline(text: Text, first: int, known: Known, lines: frozenset[int], *, honoured: bool = False) -> int:
    """Where the name that begins with word `first` ends, if it is a byline; 0 if not."""
    folded = text.folded
    size = len(folded.words)
    before = folded.gap(first - 1, first) if first else ""
    housed = bool(first and _DASH.match(before)) and _ends_with_house(text, first, known)
    labelled = honoured or _is_labelled(text, first, known)
    stopped = bool(_STOPPED.search(before)) or first in lines
    dated = _behind_a_town(text, first, known) or _behind_a_stamp(text, first, known)
    ends = list(names(text, first, known, rare=True))
    if labelled and ends:
        sure = [k for k in ends if all(is_unit(folded.texts, i, first, known) for i in range(first, k))]
        ends = sure[:1] or ends[-1:]  # other words that are in no list are buttons
    for last in ends:
        after = folded.gap(last - 1, last) if last < size else ""
        following = folded.texts[last] if last < size else ""
        if following == BULLETIN:
            return 0  # an agency's own editor, of what another wrote
        hit = known.house.at(folded, last) if last < size and _SIGN.match(after) else None
        own = hit is not None and fold_text(hit.entry) in known.words
        named = hit is not None or bool(last < size and _DASHED.match(after) and _is_own(text, last))
        signed = own or (named and stopped) or (dated and bool(_SIGNED.match(after)))
        signed = signed or _from_town(text, first, last, known)
        crowded = following.startswith("و") and following[1:] in known.crowds
        town = following == "من" and last + 1 < size and folded.texts[last + 1] in known.towns and stopped
        whole = all(is_unit(folded.texts, i, first, known) for i in range(first, last))
        stamped = housed and bool(following) and (following[0].isdigit() or following in known.days)
        told = signed or crowded or labelled or stamped
        cut = following not in known.units or following in known.plain
        if (told or (whole and (housed or town))) and (cut or signed):
            return last
    return 0


def _is_own(text: Text, first: int) -> bool:
    """Whether word `first` begins the name of the page's own outlet."""
    words = text.own_words
    return bool(words) and text.folded.texts[first : first + len(words)] == words


def _behind_a_town(text: Text, first: int, known: Known) -> bool:
    """Whether a town that begins a line or stands behind a sign, and a dash, are before word `first`."""
    folded = text.folded
    if not first or not _DASHED.match(folded.gap(first - 1, first)):
        return False
    hits = (known.places.at(folded, k, clitics=False) for k in range(max(0, first - WORDED), first))
    hit = next((h for h in hits if h and h.last == first), None)
    return hit is not None and (not hit.first or bool(_STOPPED.search(folded.gap(hit.first - 1, hit.first))))


def _behind_a_stamp(text: Text, first: int, known: Known) -> bool:
    """Whether a clock time is before word `first`, or before the title there."""
    folded = text.folded
    k = first - 1 if first and folded.texts[first - 1] in known.honours else first
    gap = folded.gap(k - 2, k - 1) if k > 1 else ""
    return k > 1 and folded.texts[k - 1].isdigit() and folded.texts[k - 2].isdigit() and bool(_CLOCK.match(gap))


def _is_honoured(text: Text, first: int, known: Known, lines: frozenset[int], behind: range) -> bool:
    """Whether a title and a slash are before word `first`, behind the text or first in a line ("Dr. / name")."""
    folded = text.folded
    if first < 1 or folded.texts[first - 1] not in known.honours or not _SLASH.match(folded.gap(first - 1, first)):
        return False
    return first - 1 in lines or first - 1 in behind


def _from_town(text: Text, first: int, last: int, known: Known) -> bool:
    """Whether "from" stands before the name, and a town and an agency in brackets behind it, as Reuters has it."""
    folded = text.folded
    if (
        not first
        or last >= len(folded.words)
        or folded.texts[first - 1] != "من"
        or folded.texts[last] not in known.towns
    ):
        return False
    agencies = text.knowledge.built(signers)
    return any(
        "(" in folded.gap(i - 1, i) and agencies.at(folded, i)
        for i in range(last + 1, min(last + LONGEST, len(folded.words)))
    )


def _before_glued_town(text: Text, first: int, known: Known) -> _Glued | None:
    """Where a name ends that the town of its dateline is written onto, with an agency in brackets behind that."""
    folded, agencies = text.folded, text.knowledge.built(signers)
    for k in range(first + 1, min(first + LONGEST, len(folded.words) - 1)):
        if not _PLAIN.match(folded.gap(k - 1, k)) or folded.texts[k] in known.towns:
            return None
        word = folded.texts[k]
        signed = any(
            "(" in folded.gap(i - 1, i) and agencies.at(folded, i)
            for i in range(k + 1, min(k + 4, len(folded.words)))
        )
        for n in range(RARE + 1, len(word) - RARE) if signed else ():
            if word[n:] in known.towns:
                return _Glued(k + 1, n)
    return None


def _signature(text: Text, first: int, known: Known) -> int:
    """Where the name behind the last sentence ends, if a job or a button is right behind it, or nothing; 0 if not."""
    folded = text.folded
    before = folded.raw[max(0, folded.words[first].start - 4) : folded.words[first].start]
    if not _ENDED.search(before) and not (first and folded.texts[first - 1] in known.plain):
        return 0
    ended = bool(_ENDED.search(before))
    for last in names(text, first, known, rare=ended):
        whole = all(is_unit(folded.texts, i, first, known) for i in range(first, last))
        if not whole and not (last < len(folded.words) and folded.texts[last] in known.plain):
            continue  # words in no list are a name before a button only
        if last == len(folded.words):
            within = folded.raw[folded.words[last - 1].end :].lstrip().startswith(_STOPS) and _QUOTED.search(before)
            return 0 if within else last  # «the dean» name.
        following = folded.texts[last]
        if not _PLAIN.match(folded.gap(last - 1, last)):
            continue
        translated = following in known.translated and bool(_SURE.match(folded.gap(last, last + 1)))
        if translated or following in known.jobs or following in known.plain:
            return last
    return 0


def _before_initials(text: Text, first: int) -> int:
    """Where the name behind the text ends that has a slash and its editors' initials behind it; 0 if none does."""
    folded = text.folded
    for last in range(first + 2, min(first + LONGEST, len(folded.words))):
        if not _PLAIN.match(folded.gap(last - 2, last - 1)):
            break
        initial = len(folded.texts[last]) == 1 and folded.texts[last].isalpha()
        if _SLASH.match(folded.gap(last - 1, last)) and initial:
            return last
    return 0


def _last_sentence(text: Text, end: int) -> Iterator[int]:
    """The words right behind a full stop among the last ones of the text."""
    words = text.folded.between(max(0, end - 120), end)
    for i in words[-BEHIND:]:
        if i and _ENDED.search(text.folded.gap(i - 1, i)):
            yield i


def _ends_with_house(text: Text, first: int, known: Known) -> bool:
    """Whether an outlet's name ends before the sign before word `first`, behind another sign or at a line's begin."""
    folded = text.folded
    for start in range(max(0, first - LONGEST), first):
        hit = known.house.at(folded, start)
        if hit and hit.last == first and fold_text(hit.entry) not in known.crowds:
            return start > 0 and (not _PLAIN.match(folded.gap(start - 1, start)) or hit.last - hit.first > 1)
    return False


def _is_labelled(text: Text, first: int, known: Known, *, sign: bool = False) -> bool:
    """Whether "written by" and a colon stand before word `first`, or before the title there; `sign`: only so."""
    folded = text.folded
    titled = first > 1 and folded.texts[first - 1] in known.titles and _PLAIN.match(folded.gap(first - 1, first))
    return any(_is_label(folded, k, known, sign=sign) for k in ([first - 1, first - 2] if titled else [first - 1]))


def _is_label(folded: Folded, k: int, known: Known, *, sign: bool) -> bool:
    """Whether a label ends with word `k`, and a colon or, for some, nothing stands behind it."""
    if k < 0 or folded.texts[k] not in known.label_ends or _is_listed(folded, k):
        return False
    gap = folded.gap(k, k + 1)
    phrases = {" ".join(folded.texts[max(0, k - n) : k + 1]) for n in range(WORDED)}
    if _COLON.match(gap) if not sign else _SURE.match(gap):
        return not phrases.isdisjoint(known.labels | known.by)
    return not sign and bool(_PLAIN.match(gap)) and not phrases.isdisjoint(known.by)


def _is_listed(folded: Folded, k: int) -> bool:
    """Whether the label stands a few words on or back again, with another name behind it: a list of columns."""
    texts = folded.texts
    around = (i for i in range(max(0, k - LISTED), min(k + LISTED, len(texts) - 1)) if abs(i - k) > 1)
    return any(texts[i] == texts[k] and texts[i + 1] != texts[k + 1 : k + 2][0] for i in around if k + 1 < len(texts))
