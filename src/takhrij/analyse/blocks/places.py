"""What a line is by its place: between headline and text, over the headline, between paragraphs, under the text.

Words and lists have spoken before; here is decided what they leave.
"""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse import outlets
from takhrij.analyse.blocks import captions, headlines, seams
from takhrij.analyse.blocks.views import View
from takhrij.analyse.blocks.wordlists import connectives, function_words
from takhrij.records import BlockKind, Why

Kinds = list[tuple[BlockKind, Why] | None]
"""What the lines are, with the reason; None: not known yet."""
CAPTION: Final = 6
"""Fewest words of a caption that nothing but its signature tells."""
FEW: Final = 6
"""Most words of one that names what a picture shows, anywhere under the headline: standfirsts are longer."""
SHORTEST: Final = 2
"""Fewest words of a caption that stands right before the text, in its line."""
LONG: Final = 22
"""Words of a line right under the headline that is a standfirst though no stop ends it."""
MOST: Final = 40
"""Most words of a caption that its place alone tells."""
DASHES: Final = ("-", "–", "—")
PICTURES: Final = 2
"""Captions that their place alone tells; more of them are headlines of other stories."""
STORY: Final = -2.2
"""Log odds above which a word opens a story."""
JOINED: Final = 3
"""Letters of a word behind its conjunction."""
LEDE: Final = 9
"""Fewest words of a first sentence over the text."""
LAST: Final = 9
"""Fewest words of the text's last sentence where furniture is glued to it."""
YEAR: Final = 4
"""Digits of a year."""
STAMP: Final = 16
"""Most words of a stamp with its weekday, clock and second calendar."""
LISTED: Final = 5
"""Fewest words of a headline in a list that no heading opens: an entry of a menu has fewer."""
SENTENCE: Final = 6
"""Fewest words of a sentence between paragraphs; a headline of another story there ends without a full stop."""
PAGE_TITLE: Final = 0.5
"""Share of the words of a page's first line that its headline or text has, if it is the page's title."""
OVER: Final = 0.34
"""The same of a line right over the headline."""
APART: Final = 3
"""Lines of furniture inside a form."""
OWN_WORDS: Final = "the site's own words"
LISTS: Final = ("in a related list", "in a comment list")
_STAMP: Final = re.compile(r"\d{1,2}\s?[:٫]\s?\d{2}|(?:19|20)\d\d|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}")
_NAME_LINE: Final = re.compile(r"^[^:]{2,30}[:：]\s*-?$")
_ENDED: Final = re.compile(r"[.!?؟…:][\s\"”»’')]*$")
_STOP: Final = re.compile(r"[.!?؟][\s\"”»’')]*$")
_FULL_STOP: Final = re.compile(r"(?<![.…])(?<!\. )\.[\s\"”»’')]*$")
_ADDRESS: Final = re.compile(r"[A-Za-z0-9_-] ?@ ?[A-Za-z0-9-]+ ?\. ?[A-Za-z]|\d(?: ?[\d-]){6}")
"""An address of electronic mail, or a telephone's number."""
_DOTTED: Final = re.compile(r"[-–—|:*.!؟/]")
SIGNED: Final = re.compile(r"\(([^()]{2,40})\)\W{0,3}$")


def forms(view: View, kinds: Kinds) -> None:
    """Fields of a form are the page's own where no phrase near them speaks of comments."""
    run: list[int] = []
    for i in range(len(kinds) + 1):
        known = kinds[i] if i < len(kinds) else None
        if known is not None and known[0] == "comment":
            run.append(i)
            continue
        if known is not None and known[0] == "chrome" and run and i - run[-1] <= APART:
            continue
        opens = {c.row.opens for k in run for c in view.lines[k].cues if c.row.kind == "comment"}
        if opens and "comment" not in opens:
            for k in run:
                kinds[k] = ("chrome", Why(rule="a field of a form", note="no phrase near it speaks of comments"))
        run = []


def about(view: View, kinds: Kinds, values: list[float]) -> None:
    """Lines of a list that go on with a site's words about itself, in their line or in sentences, are furniture."""
    for i in range(1, len(kinds)):
        known, before = kinds[i], view.lines[i - 1]
        if known is None or known[1].rule not in LISTS:
            continue
        told = any(cue.row.opens == "about" for cue in before.cues)
        own = (kinds[i - 1] or known)[1].rule == OWN_WORDS
        if (before.cut and told) or (values[i] > 0 and (told or own)):
            kinds[i] = ("chrome", Why(rule=OWN_WORDS, note="behind a phrase that says so"))


def heads(view: View, kinds: Kinds) -> None:
    """Mark titles, and what stands between a title and its text."""
    for head in headlines.find(view):
        first = head.line
        if first < 0:
            continue
        kinds[first] = ("title", Why(rule="headline", note="; ".join(head.reasons)))
        own = view.content(first)
        for i in range(max(0, first - 12), head.text):
            if i != first and view.states[i] == "other" and view.may_be_headline(i) and view.content(i) == own:
                kinds[i] = ("title", Why(rule="headline repeated"))
        _between(view, kinds, first, head.text)


def clocks(view: View, kinds: Kinds) -> None:
    """Mark the page's clock as furniture: a stamp over the headline that differs from the one under it."""
    text = next((i for i, state in enumerate(view.states) if state == "body"), 0)
    head = max((i for i, known in enumerate(kinds[:text]) if known and known[0] == "title"), default=-1)
    own = [_numbers(view, i) for i in range(head + 1, text) if _is_stamp(view, i, kinds[i])]
    if head < 0 or not own:
        return
    over = [i for i in range(head) if _is_stamp(view, i, kinds[i])]
    same = [i for i in over if any(len(_numbers(view, i) & numbers) > 1 for numbers in own)]
    for i in over:
        before = kinds[i - 1] if i else None
        if not (before and before[0] == "title") and all(abs(i - k) > APART for k in same):
            kinds[i] = ("chrome", Why(rule="the page's clock", note="the article has a stamp of its own"))


def _is_stamp(view: View, i: int, known: tuple[BlockKind, Why] | None) -> bool:
    return (known is None or known[0] == "byline") and view.size(i) <= STAMP and bool(_STAMP.search(view.raw(i)))


def _numbers(view: View, i: int) -> frozenset[int]:
    words = (view.folded.words[k].text for k in view.lines[i].words)
    return frozenset(int(word) for word in words if word.isdecimal() and len(word) <= YEAR)


def _between(view: View, kinds: Kinds, first: int, text: int) -> None:
    standfirst_possible, told = True, list[int]()
    for i in range(first + 1, text):
        known = kinds[i]
        if known is not None and known[0] == "body" and view.is_byline(i):
            kinds[i] = ("byline", Why(rule="byline by place", note="a name between headline and text"))
            continue
        if known is not None:
            standfirst_possible &= known[0] in ("title", "byline")
            continue
        size, raw = view.size(i), view.raw(i)
        if (picture := _picture(view, i)) is not None:
            kinds[i] = ("caption", picture)
        elif (_STAMP.search(raw) and size <= 14) or (size <= 8 and _NAME_LINE.match(raw)) or view.is_byline(i):
            kinds[i] = ("byline", Why(rule="byline by place", note="a date or name between headline and text"))
        elif (
            view.lines[i].cut
            and _before_text(view, i)
            and captions.shows(view.folded, view.knowledge, view.lines[i].words)
        ):
            kinds[i] = ("caption", Why(rule="caption by place", note="whom a picture shows, right before the text"))
        elif note := _begins_text(view, i, text):
            kinds[i] = ("body", Why(rule="the first sentence", note=note))
        elif standfirst_possible and (note := _standfirst(view, kinds, i, text)):
            kinds[i] = ("title", Why(rule="standfirst", note=note))
            standfirst_possible = False
        elif _captions(view, kinds, first, i) and _speaks_of(view, i, text):
            kinds[i] = ("caption", Why(rule="caption by place", note="between headline and text, no standfirst"))
            told.append(i)
    if len(told) > PICTURES:
        for i in told:
            kinds[i] = None


def _standfirst(view: View, kinds: Kinds, i: int, text: int) -> str:
    """Why line `i` is a standfirst of the text that begins at line `text`, empty if it is none."""
    size, note = view.size(i), ""
    if size >= LEDE and _told(view, kinds, i):
        note = "a sentence right under the headline"
    elif size >= CAPTION and view.may_be_headline(i) and not _names(view, i) and _dated(kinds[i + 1 : text]):
        note = "between the headline and the article's date"
    return note if note and _speaks_of(view, i, text) else ""


def _captions(view: View, kinds: Kinds, first: int, i: int) -> bool:
    """Whether line `i` is a picture's words by its form and by what stands over it; line `first` is the title.

    What stands between the article's date and its text is a picture's on six of six sites read; right under the title
    it was a second title or a menu on nine sites of fourteen, unless it names what a picture shows. A sentence in a
    line of its own, where there is no standfirst, is a picture's too.
    """
    if not (view.size(i) >= CAPTION or _before_text(view, i)) or not _may_be_caption(view, kinds, i):
        return False
    whole = not view.lines[i].cut and not view.lines[i - 1].cut and bool(_STOP.search(view.raw(i)))
    return whole or _dated(kinds[first + 1 : i]) or _names(view, i)


def _dated(kinds: Kinds) -> bool:
    """Whether the article's date or writer stands among lines of these kinds."""
    return any(known is not None and known[0] == "byline" for known in kinds)


def _names(view: View, i: int) -> bool:
    """Whether line `i` begins with whom or what a photograph shows, or is but a few words without a verb."""
    words = view.lines[i].words
    return captions.begins(view.folded, view.knowledge, words) or (
        len(words) <= FEW and captions.verbless(view.folded, view.knowledge, words)
    )


def _told(view: View, kinds: Kinds, i: int) -> bool:
    """Whether line `i` ends as a sentence does, or is too long for a caption: what else stands there is mostly one.

    Of lines right under the headline that end without a stop, six of nine on the labelled pages are captions.
    """
    return view.size(i) > LONG or bool(_ENDED.search(view.raw(i))) or not _may_be_caption(view, kinds, i)


def _picture(view: View, i: int) -> Why | None:
    """Why line `i` is a picture's words by its signature or by whom it shows; None if neither tells."""
    if captions.sided(view.knowledge, view.raw(i)):
        return Why(rule="caption by place", note="its brackets say who stands on which side")
    signed = SIGNED.search(view.raw(i)) if view.size(i) >= CAPTION else None
    if signed and outlets.named(signed.group(1), view.knowledge):
        return Why(rule="signed by an outlet", note="between headline and text")
    if _shows(view, i, signed is not None):
        return Why(rule="caption by place", note="whom a picture shows, under the headline")
    return None


def _begins_text(view: View, i: int, text: int) -> str:
    """Why line `i` is the beginning of the text at line `text`, empty if it is not.

    It is cut from the text behind a word that needs another (التي), so there was no seam; or it is a whole sentence
    that begins with a story's verb, and the text goes on from it with and.
    """
    line, function = view.lines[i], view.knowledge.built(function_words)
    if line.cut and view.states[i + 1 : i + 2] == ["body"] and view.folded.texts[line.words.stop - 1] in function:
        return "a word ends it that none of its own follows"
    first, behind = (view.folded.texts[view.lines[k].words.start] for k in (i, text))
    joined = behind[0] in view.conjunctions and len(behind) > JOINED
    if not joined or (seams.opens(view.knowledge, behind) > seams.OPENS and not view.goes_on(text)):
        return ""
    opens = view.size(i) >= LEDE and seams.opens(view.knowledge, first) > seams.OPENS and _STOP.search(view.raw(i))
    return "the text behind it goes on from it" if opens else ""


def _shows(view: View, i: int, signed: bool) -> bool:
    """Whether line `i` begins as captions do, and ends in brackets or is but a few words without a verb."""
    words = view.lines[i].words
    if not captions.pictured(view.folded, view.knowledge, words):
        return False
    if signed:
        return not _STAMP.search(view.raw(i))
    few = len(words) <= FEW and not _DOTTED.search(view.raw(i)) and _plain(view, i)
    return few and captions.shows(view.folded, view.knowledge, words)


def _speaks_of(view: View, i: int, text: int) -> bool:
    """Whether line `i` shares a word of matter with the text that begins at line `text`."""
    return bool(view.content(i) & view.matter(range(text, len(view.lines))))


def _before_text(view: View, i: int) -> bool:
    """Whether line `i` is a few words cut from the sentence that begins the text, or from a label before it."""
    label = any(
        cue.row.kind == "chrome" and cue.row.where != "any" for line in view.lines[i + 1 : i + 2] for cue in line.cues
    )
    after = view.states[i + 1 + label : i + 2 + label] == ["body"]
    if not after or not view.lines[i].cut or view.size(i) < SHORTEST or not _plain(view, i):
        return False
    return view.raw(i + 1)[0] not in "-–—:/" and not view.page.text[: view.lines[i + 1].start].rstrip().endswith(
        DASHES
    )


def _plain(view: View, i: int) -> bool:
    """Whether line `i` is words of the page's script only, no phrase of furniture and no number among them."""
    words = [view.folded.words[k].text for k in view.lines[i].words]
    return not view.lines[i].cues and all("ء" <= word[0] <= "ۿ" and not word.isdigit() for word in words)


def _may_be_caption(view: View, kinds: Kinds, i: int) -> bool:
    """Whether line `i` has the form of one: no beginning of a sentence, no dots in it."""
    raw = view.raw(i)
    words = view.lines[i].words
    first, before = view.folded.words[words.start].text, view.folded.words[words.start - 1].text
    if view.lines[i - 1].cut and before in view.knowledge.built(function_words):
        return False  # the seam before it is none: a sentence goes on
    if _STOP.search(raw):
        over, cut = kinds[i - 1], view.lines[i].cut or view.lines[i - 1].cut
        if cut or (_STOP.search(view.raw(i - 1)) and not (over and over[0] == "title")):
            return False  # a sentence glued to others, or in a row of them
    return (
        ". ." not in raw
        and view.size(i) <= MOST
        and first not in view.knowledge.built(function_words)
        and "ء" <= first[0] <= "ۿ"
        and not (view.lines[i].cut and seams.opens(view.knowledge, first) > STORY)
    )


def leftovers(view: View, kinds: Kinds, notes: list[str]) -> list[tuple[BlockKind, Why]]:
    """Return the kinds of all lines: what is left gets its kind by place."""
    placed: list[tuple[BlockKind, Why]] = []
    titles = {i for i, k in enumerate(kinds) if k is not None and k[0] == "title"}
    body = [i for i, state in enumerate(view.states) if state == "body"]
    first, last = (body[0], body[-1]) if body else (0, -1)
    before = ""
    for i, known in enumerate(kinds):
        told = known
        if known is None and first < i < last and (said := _of_text(view, i, before, notes[i])):
            told = "body", Why(rule=said, note=notes[i])
        if known is None and i == last + 1 and view.states[i] == "other" and _goes_on(view, i, notes[i]):
            told = "body", Why(rule="a sentence behind the text", note=notes[i])
        given = told or _by_place(view, i, notes[i], (first < i < last, 0 <= last < i), before, titles)
        placed.append(given)
        before = "promo" if given[1].rule == "under a promo at the end" else given[0]
    return placed


def _of_text(view: View, i: int, before: str, note: str) -> str:
    """Why a whole line between paragraphs is text: it is a sentence, or a guide's address. Empty if it is neither."""
    whole = not view.lines[i].cut and not view.lines[i - 1].cut and not any(k.part for k in view.lines[i - 2 : i])
    if whole and view.size(i) >= SENTENCE and _FULL_STOP.search(view.raw(i)) and OWN_WORDS not in note:
        return "a sentence between paragraphs"
    addressed = not view.lines[i].cut and before == "body" and _ADDRESS.search(view.raw(i))
    return "addresses between paragraphs" if addressed else ""


def _goes_on(view: View, i: int, note: str) -> bool:
    """Whether line `i`, right behind the text, goes on with it up to the furniture that is glued to its end.

    No full stop ends it, so that it looks like furniture.
    """
    line, before = view.lines[i], view.lines[i - 1]
    if OWN_WORDS in note or before.cut or not line.cut or view.size(i) < LAST:
        return False
    first = view.folded.texts[line.words.start]
    joined = first[0] in view.conjunctions and len(first) >= JOINED
    return joined or first in view.knowledge.built(connectives)


def _is_listed(view: View, i: int) -> bool:
    """Whether line `i` has the form of a headline of another article; two in a row are a list."""
    if not 0 < i < len(view.lines) or not LISTED <= view.size(i) <= 25 or not view.may_be_headline(i):
        return False
    return "\n" in view.page.text[view.lines[i - 1].end : view.lines[i].start] and not view.lines[i].cut


def _of_headline(view: View, i: int, titles: set[int]) -> str:
    """Why line `i` is a page's title or what stands right over the headline, empty if it is neither."""
    line, own = view.lines[i], view.content(i)
    if line.again:
        return "headline repeated"
    first, last = min(titles), max(titles)
    if i >= last or not own or (i and not line.cut) or not view.may_be_headline(i):
        return ""
    text = next((k for k, state in enumerate(view.states) if state == "body" and k > i), len(view.lines))
    matter = view.matter(range(text, len(view.lines)), 12)
    if i == 0 and len(own & (matter | view.content(first))) >= PAGE_TITLE * len(own):
        return "the page's title"
    if i + 1 in titles and len(own & matter) >= OVER * len(own):
        return "a line over the headline"
    return ""


def _by_place(
    view: View, i: int, note: str, where: tuple[bool, bool], before: str, titles: set[int]
) -> tuple[BlockKind, Why]:
    """The kind of a line that neither words nor list tell; `where`: between lines of text, after the last of them."""
    raw, size = view.raw(i), view.size(i)
    between, after = where
    if titles and (headline := _of_headline(view, i, titles)):
        return "title", Why(rule=headline, note=note)
    near = any(i + step in titles for step in range(1, 7))
    if near and (_NAME_LINE.match(raw) or (size <= 8 and _STAMP.search(raw))):
        return "byline", Why(rule="byline by place", note="a date or name over the headline")
    if view.is_byline(i) and "body" in view.states[max(0, i - 1) : i + 2]:
        return "byline", Why(rule="byline by place", note="two names with a dash, right beside the text")
    if between and size >= 4 and before == "promo":
        return "promo", Why(rule="under a promo", note=note)
    if not between and size >= 3 and before == "promo":
        return "related", Why(rule="under a promo at the end", note=note)
    if after and _is_listed(view, i) and (_is_listed(view, i - 1) or _is_listed(view, i + 1)):
        return "related", Why(rule="a headline under the text", note=note)
    if between and 4 <= size <= 25:
        return "promo", Why(rule="unlabelled promo", note=f"between paragraphs; {note}")
    return "chrome", Why(rule="furniture by place", note=note)
