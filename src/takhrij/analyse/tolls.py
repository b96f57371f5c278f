"""Numbers of dead, hurt and held, with the places and words told around them, by which they are compared.

A toll is read from the words beside its number, whether or not an event is found there: papers tell most of them in
headlines' grammar (43 dead and 173 hurt). Parts of a toll (12 children among them), rates and what has added up since
some day are none.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from itertools import islice, takewhile
from typing import Final, NamedTuple

from takhrij.analyse.events.triggers import Vocabulary, vocabulary
from takhrij.analyse.numbers import Numbers, numbers
from takhrij.analyse.terms import normaliser, terms
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Page, Sentence, Span, Statement, TimeExpression, Toll, identify
from takhrij.text import Folded, fold_text, fold_words

_KINDS: Final = ("killed", "wounded", "held")
_SIDES: Final = ("forces", "fighters", "civilians", "children")
_PEOPLE: Final = ("people", "victim", "toll_other", *(f"toll_of_{side}" for side in _SIDES))
_MODS: Final = ("at_least", "more_than", "at_most", "about")
_BEFORE: Final = 7
_AFTER: Final = 2
_FAR: Final = 9
"""Words before a number, at once behind it and farther on, that may say what it counts."""
_LEAST: Final = 3
"""Smaller numbers are as often words for some one (one of the dead)."""
_YEARS: Final = range(1900, 2100)
_PARTS: Final = 3
"""Words between "among them" and the number of a part."""
_AGO: Final = 8
"""Words behind a number within which "since" makes it one that has added up."""
_SHORT: Final = 4
"""Letters of the first word of a place's name from which it may stand for the whole name."""
_STILL: Final = 4
"""Words behind a number within which "are still" makes it one of those in hospital."""
_BREAK: Final = frozenset(".؛;!؟?\n")
_GLUED: Final = ("", "و", "ب", "ل", "ف", "وب", "ول", "ال", "وال", "بال")
_AND: Final = "و"
_ARTICLE: Final = "ال"
_COMMA: Final = "،"
_THOUSAND: Final = 1_000
_COURSE: Final = 25
"""Words before a number within which it is told to have risen, or to be an older one."""


class _Cues(NamedTuple):
    """Folded words by what they say of a toll; `any_` are those without which a sentence tells none.

    `heads` begin a place's name, `fine` one of a place within a town or district; `dropped` tell nothing.
    """

    heads: frozenset[str]
    fine: frozenset[str]
    any_: frozenset[str]
    dropped: frozenset[str]


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Toll, ...]:
    """Return the tolls of `page` in reading order."""
    cues: _Cues = knowledge.built(_cues)
    telling = [i for i, s in enumerate(sofar.sentences) if not cues.any_.isdisjoint(_texts(folded, s.span))]
    if not telling:
        return ()
    reader = _Reader(page, folded, sofar, knowledge)
    return tuple(toll for i in telling for toll in reader.tolls(i))


def _texts(folded: Folded, span: Span) -> list[str]:
    words = folded.between(span.start, span.end)
    return folded.texts[words.start : words.stop]


def _cues(knowledge: Knowledge) -> _Cues:
    language = knowledge.language
    heads = {fold_text(form) for head in language.place_heads for form in (head.head, *head.forms)}
    fine = {fold_text(form) for row in language.eventcues if row.kind == "toll_sites" for form in row.forms}
    told = {f"{lead}{kind}" for kind in _KINDS for lead in ("", "toll_")}
    words = {fold_text(form) for row in language.eventcues if row.kind in told for form in row.forms}
    dropped = frozenset(fold_text(row.word) for row in language.function_words)
    return _Cues(
        frozenset(lead + head for head in heads | fine for lead in _GLUED),
        frozenset(lead + head for head in fine for lead in _GLUED),
        frozenset(lead + word for word in words for lead in _GLUED[:3]),
        dropped,
    )


class _Counted(NamedTuple):
    """A number that counts victims: its first word, the word after it, its value, and what it counts."""

    first: int
    last: int
    value: int
    of: str


class _Reader:
    """Reads the tolls of one page."""

    def __init__(self, page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> None:
        self._page, self._folded, self._sofar, self._knowledge = page, folded, sofar, knowledge
        self._cues: _Cues = knowledge.built(_cues)
        self._vocabulary: Vocabulary = knowledge.built(vocabulary)
        self._numbers: Numbers = knowledge.built(numbers)
        self._ordinals = {w for o in self._numbers.words("ordinal") for w in (o, o.removeprefix(_ARTICLE))}
        self._normal: Callable[[str], str] = normaliser(folded, knowledge)
        self._statements = sorted(sofar.statements, key=lambda s: s.content)
        known = [m.span for m in sofar.mentions if m.kind in ("place", "state")]
        self._known = {folded.words[n].start for span in known for n in folded.between(span.start, span.end)}
        self._found: dict[int, list[_Counted]] = {}
        self._contents = [s.content.start for s in self._statements]

    def tolls(self, i: int) -> Iterator[Toll]:
        """Yield the tolls of the sentence at `i`."""
        sentence = self._sofar.sentences[i]
        found = self._counts(i)
        if not found:
            return
        at = self._folded.words
        words = self._folded.between(sentence.span.start, sentence.span.end)
        for first, last, value, of in found:
            own = self._clause(sentence.span, first, [toll for toll in found if toll.of == of])
            span = Span(page=self._page.id, start=at[first].start, end=at[last - 1].end)
            statement = self._statement(span.start)
            around = [own, *self._beside(i, of)]
            yield Toll(
                id=identify("toll", span),
                article=sentence.article,
                span=span,
                sentence=sentence.span,
                value=float(value),
                of=of,
                mod=self._hedge(first, last, words),
                side=self._side(last, words),
                course=self._course(first, last, words),
                statement=statement.id if statement else "",
                time=self._time(sentence, span),
                sites=tuple(sorted({site for other in around for site in self._sites(other)})),
                towns=tuple(sorted({town for other in around for town in self._towns(other)})),
                terms=tuple(sorted({term for other in around for term in self._terms(other)})),
                near=self._terms(own),
            )

    def _counts(self, i: int) -> list[_Counted]:
        """Return the numbers of the sentence at `i` that count victims, worked out once."""
        if i not in self._found:
            sentence = self._sofar.sentences[i]
            told = not self._cues.any_.isdisjoint(_texts(self._folded, sentence.span))
            self._found[i] = list(self._counted(sentence)) if told else []
        return self._found[i]

    def _counted(self, sentence: Sentence) -> Iterator[_Counted]:
        """Yield each number of a sentence that counts victims."""
        words = self._folded.between(sentence.span.start, sentence.span.end)
        timed = {
            n
            for time in self._sofar.times
            if time.span.overlaps(sentence.span)
            for n in self._folded.between(time.span.start, time.span.end)
        }
        i, before = words.start, words.start
        while i < words.stop:
            last, value = self._number(i, words.stop) if i not in timed else (i, None)
            if value is None:
                i += 1
                continue
            of = self._kind(i, last, (before, words.stop), timed)
            if of and value >= _LEAST and not self._left_out(i, last, value, words):
                yield _Counted(i, last, value, of)
            i = before = last

    def _number(self, i: int, end: int) -> tuple[int, int | None]:
        """Return the word after the number that begins at `i`, and its value."""
        texts = self._folded.texts
        if not self._numbers.value(texts[i]) or self._vocabulary.is_cue("preposition", texts[i]):
            return i, None
        if texts[i] in self._ordinals:
            return i, None
        if texts[i].startswith("ال") and not self._vocabulary.is_cue("alif", texts[i]):
            return i, None
        if texts[i].isdecimal():
            size = self._numbers.value(texts[i + 1]) if i + 1 < end and not texts[i + 1].isdecimal() else None
            return (i + 2, int(texts[i]) * size) if size and size >= _THOUSAND else (i + 1, int(texts[i]))
        last, value = i, None
        for stop in range(i + 1, min(i + 5, end) + 1):
            got = self._numbers.value(" ".join(texts[i:stop]))
            if got is None or texts[stop - 1].isdecimal():
                break
            last, value = stop, got
        return last, value

    def _left_out(self, i: int, last: int, value: int, words: range) -> bool:
        """Whether a number is a part of another toll, a year, a rate, or what has added up since some day."""
        texts, is_cue = self._folded.texts, self._vocabulary.is_cue
        if any(is_cue("toll_part", texts[n]) for n in range(max(i - _PARTS, words.start), i)):
            return True
        if any(is_cue("toll_since", texts[n]) for n in range(last, min(last + _AGO, words.stop))):
            return True
        if any(is_cue("toll_still", texts[n]) for n in range(last, min(last + _STILL, words.stop))):
            return True
        if not self._of_people(i, last, words) or self._side(last, words) == _SIDES[-1]:
            return True  # men, women and children are parts of a toll
        if any(is_cue("toll_either", texts[n]) for n in range(last, min(last + _PARTS, words.stop))):
            return True  # so many dead and hurt together
        behind = texts[last] if last < words.stop else ""
        marks = self._folded.raw[self._folded.words[last - 1].end :][:2]
        return (
            (value in _YEARS and texts[i].isdecimal() and not is_cue("people", behind))
            or is_cue("measure", behind)
            or "%" in marks
            or "٪" in marks
            or any(is_cue("vague", texts[n]) for n in range(i, last))
        )

    def _of_people(self, i: int, last: int, words: range) -> bool:
        """Whether what stands behind a number is a word for people, or none; else its deed stands just before it."""
        texts, is_cue = self._folded.texts, self._vocabulary.is_cue
        if last >= words.stop or self._folded.gap(last - 1, last).strip(" \u00a0)"):
            return True
        behind = texts[last]
        if behind in self._cues.dropped or any(is_cue(kind, behind) for kind in _PEOPLE) or self._says(behind):
            return True
        before = next((texts[n] for n in range(i - 1, words.start - 1, -1) if not self._is_hedge(texts[n])), "")
        return bool(self._says(before)) and len(behind) > _SHORT

    def _is_hedge(self, word: str) -> bool:
        return any(self._vocabulary.is_cue(kind, word) for kind in ("toll_between", *_MODS))

    def _kind(self, i: int, last: int, region: tuple[int, int], timed: Collection[int]) -> str:
        """Return what a number counts by the nearest word that says it; empty for nothing known."""
        texts = self._folded.texts
        after = range(last, min(last + _AFTER, region[1]))
        for n in after[:2]:
            if self._parted(n - 1, n) or self._anew(texts[n]):
                break
            if kind := self._says(texts[n]):
                return kind
        previous = i
        told = (n for n in range(i - 1, region[0] - 1, -1) if n not in timed)
        for n in islice(told, _BEFORE):
            if self._parted(n, previous):
                break
            if kind := self._says(texts[n]):
                return kind
            previous = n
        for n in range(last, min(last + _FAR, region[1])):
            if self._parted(n - 1, n) or self._anew(texts[n]):
                break
            if kind := self._says(texts[n]):
                return kind
        return ""

    def _parted(self, n: int, following: int) -> bool:
        """Whether a full stop or the like stands between two words."""
        return not _BREAK.isdisjoint(self._folded.gap(n, following))

    def _anew(self, word: str) -> bool:
        """Whether a word joins a clause of its own that tells of victims."""
        return word[0] == _AND and bool(self._says(word[1:]))

    def _says(self, word: str) -> str:
        for form in (word, word[1:]) if len(word) > _SHORT else (word,):
            kinds = self._vocabulary.kinds[form]
            for kind in _KINDS if kinds else ():
                if kind in kinds or f"toll_{kind}" in kinds:
                    return kind
        return ""

    def _hedge(self, i: int, last: int, words: range) -> str:
        """Return how a number is hedged by the words before it and those behind it in its clause."""
        texts = self._folded.texts
        behind = takewhile(lambda n: not self._anew(texts[n]), range(last, min(last + _STILL, words.stop)))
        near = [texts[n] for n in (*range(max(i - _PARTS, words.start), i), *behind)]
        return next((mod for mod in _MODS if any(self._vocabulary.is_cue(mod, word) for word in near)), "")

    def _side(self, last: int, words: range) -> str:
        """Return what those counted were: it stands behind the number, perhaps behind "of the"."""
        near = [self._folded.texts[n] for n in range(last, min(last + _PARTS, words.stop))]
        near = near if near and near[0] in self._cues.dropped else near[:1]
        is_cue = self._vocabulary.is_cue
        return next((side for side in _SIDES if any(is_cue(f"toll_of_{side}", word) for word in near)), "")

    def _course(self, i: int, last: int, words: range) -> str:
        """Return whether a number is told to have risen, before it, or to be an older one, before or behind it."""
        texts, is_cue = self._folded.texts, self._vocabulary.is_cue
        before = range(max(i - _COURSE, words.start), i)
        if any(is_cue("toll_rises", texts[n]) for n in before):
            return "rises"
        near = (*before, *range(last, min(last + _AGO, words.stop)))
        return "earlier" if any(is_cue("toll_earlier", texts[n]) for n in near) else ""

    def _clause(self, span: Span, first: int, alike: Sequence[_Counted]) -> Span:
        """Return the part of a sentence that is a toll's: between commas, or half way, from others of its kind."""
        at, raw = self._folded.words, self._folded.raw
        start, end = span.start, span.end
        for other in alike:
            if other.last <= first:
                comma = raw.rfind(_COMMA, at[other.last - 1].end, at[first].start)
                start = max(start, comma + 1, at[other.last - 1].end)
            elif other.first > first:
                comma = raw.rfind(_COMMA, at[first].end, at[other.first].start)
                end = min(end, comma if comma >= 0 else (at[first].end + at[other.first].start) // 2)
        return Span(page=span.page, start=start, end=end)

    def _beside(self, i: int, of: str) -> Iterator[Span]:
        """Yield the sentences of the article beside one that have no toll of the kind of their own."""
        sentences = self._sofar.sentences
        for n in (i - 1, i + 1):
            inside = 0 <= n < len(sentences) and sentences[n].article == sentences[i].article
            if inside and all(toll.of != of for toll in self._counts(n)):
                yield sentences[n].span

    def _terms(self, span: Span) -> tuple[str, ...]:
        found = terms(self._folded, span.start, span.end, self._knowledge, self._normal)
        return tuple(sorted({term for term in found if not term[0].isdigit()} - self._people(span)))

    def _people(self, span: Span) -> set[str]:
        """Return the words of the persons that a passage names: they speak of many attacks."""
        names = (m.name for m in self._sofar.mentions if m.kind == "person" and m.span.within(span))
        return {self._normal(word) for name in names for word in fold_words(name)}

    def _sites(self, span: Span) -> Iterator[str]:
        """Yield the names behind words for a place: the first word if it is long, and both.

        A town or province that is known for such is none, nor is a province by one word: much happens there.
        """
        folded, cues = self._folded, self._cues
        words = folded.between(span.start, span.end)
        for n in words:
            if folded.texts[n] not in cues.heads or n + 1 >= words.stop or folded.gap(n, n + 1).strip(' "«“'):
                continue
            name = folded.words[n + 1]
            if name.text in cues.dropped or name.text[0].isdigit() or name.text in cues.heads:
                continue
            if folded.texts[n] not in cues.fine and name.start in self._known:
                continue  # told by `_towns`
            first = self._normal(name.text)
            if len(first) >= _SHORT and not self._vocabulary.is_cue("toll_wide", self._bare(folded.texts[n])):
                yield first
            if n + 2 < words.stop and not folded.gap(n + 1, n + 2).strip():
                behind = folded.texts[n + 2]
                if behind not in cues.dropped and not behind[0].isdigit():
                    yield f"{first} {self._normal(behind)}"

    def _bare(self, head: str) -> str:
        """Return a word for a place without what is written onto it."""
        return next((head[len(lead) :] for lead in _GLUED if lead and self._is_wide(head, lead)), head)

    def _is_wide(self, head: str, lead: str) -> bool:
        return head.startswith(lead) and self._vocabulary.is_cue("toll_wide", head[len(lead) :])

    def _towns(self, span: Span) -> Iterator[str]:
        """Yield the names of the towns and provinces that are known for such in a passage, and its states."""
        for mention in self._sofar.mentions:
            if mention.span.within(span) and (mention.kind == "place" or (mention.kind == "state" and mention.state)):
                yield (
                    mention.state
                    if mention.kind == "state"
                    else " ".join(map(self._normal, fold_words(mention.name)))
                )

    def _statement(self, position: int) -> Statement | None:
        """Return the innermost statement whose content holds `position`."""
        last = bisect_right(self._contents, position)
        holding = [s for s in self._statements[max(last - 40, 0) : last] if position < s.content.end]
        return min(holding, key=lambda s: s.content.end - s.content.start, default=None)

    def _time(self, sentence: Sentence, span: Span) -> str:
        """Return the expression that dates the event of a toll, else the only one of its sentence that dates."""
        for event in self._sofar.events:
            if event.time and any(count.span.overlaps(span) for count in event.counts):
                return event.time
        times = [t for t in self._sofar.times if t.span.within(sentence.span) and _dates(t)]
        return min(times, key=lambda t: (abs(t.span.start - span.start), t.id)).id if times else ""


def _dates(time: TimeExpression) -> bool:
    return time.type in ("DATE", "TIME")
