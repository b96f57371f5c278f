"""Statements and events in the one form in which they are compared across pages."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any, Final, Literal, NamedTuple

from takhrij.knowledge import Knowledge
from takhrij.lang.ordinary import ordinary as words_of_every_day
from takhrij.link.carriers import carriers
from takhrij.link.who import MOST_BEFORE, Who
from takhrij.link.wording import Stems, stems
from takhrij.records import (
    Analysis,
    Article,
    Event,
    Hop,
    Links,
    Mention,
    Party,
    Span,
    Statement,
    TimeExpression,
    When,
)
from takhrij.text import fold_words

Class = Literal["said", "reported", "event"]
"""`said` by somebody named; `reported` by an outlet or an unnamed source (only the content counts); an `event`."""

HAPPENING: Final = "OTHER"
"""The class of what happens without a doer (a collapse, an earthquake): one happening whatever its toll."""
_NAMED: Final = ("person", "organization", "state", "office")
_PAST: Final = timedelta(days=45)
"""How long before its article an undated happening is taken to lie: papers retell for weeks, dated or not."""
_FUTURE: Final = timedelta(days=120)
"""How long after its article an undated plan is taken to lie."""
_LEFT: Final = 3
_LEFT_SHARE: Final = 0.4
"""Terms, and their share, that a statement has besides those told within it, for it to say something of its own."""
_BOUND: Final = 2
"""Letters of the words that stand in names and everywhere else."""
_LOCAL: Final = "/mention/"
"""In the key of one whom only his page knows ("an officer")."""
_DAY: Final = len("2024-05-03")
_AHEAD: Final = ("planned", "demanded", "offered")
_NOUNS: Final = ("noun", "word")
"""How the reason of an event begins that no verb tells."""


class Telling(NamedTuple):
    """One statement or event. `who` speaks or acts, `whom` is addressed or done to; `source` is the last speaker.

    `core` are the terms that belong to no person's name or title, `stems` what their forms begin with. `numbers` are
    those among the terms that tell no time, `beside` all numbers of its sentences, `times` the words of its times;
    `day`: its time is a written day, not one that counts from the article's. `people` and `places` are those named in
    it, by entity. `details` are the terms that tell this one from others of its kind: no words of every day, no
    numbers, nor words by which an event was found or that name its known sides. `carrier` is the outlet through which
    it came although its own words name none (`carriers`). `around` are the words of its sentences in order, an empty
    one for each of a name or time (`runs`). `for_itself`: an event that a verb tells, or that leads its sentence; of
    others one also speaks as of a wish or a plan. `met` keeps what came of comparing it with others
    (`likeness.met`), since two meet under every word that they share.
    """

    id: str
    kind: Class
    article: Article
    span: Span
    what: str
    mode: str
    status: str
    who: tuple[Who, ...]
    whom: tuple[Who, ...]
    place: Who | None
    when: When | None
    terms: frozenset[str]
    core: frozenset[str]
    counts: tuple[tuple[str, float, str, Span], ...]
    numbers: frozenset[str]
    negated: bool
    hops: tuple[Hop, ...]
    source: Who | None
    statement: str
    stems: Stems
    beside: frozenset[str] = frozenset()
    times: frozenset[str] = frozenset()
    day: bool = False
    people: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    details: frozenset[str] = frozenset()
    carrier: str = ""
    around: tuple[tuple[str, ...], ...] = ()
    for_itself: bool = True
    met: dict[str, Any] = {}  # noqa: RUF012 (each telling is given its own)

    @property
    def published(self) -> When | None:
        """The best date of the article."""
        return self.article.published[0].when if self.article.published else None

    @property
    def page(self) -> str:
        """The page that it stands on."""
        return self.span.page

    @property
    def window(self) -> When | None:
        """The days that it may be of: its own, else what its article's date leaves likely, else None (any)."""
        published = self.published
        if self.when or not published:
            return self.when
        if self.kind == "event" and self.status in _AHEAD:
            return When(first=published.first - _PAST, last=published.last + _FUTURE, grain="year")
        return When(first=published.first - _PAST, last=published.last + timedelta(days=1), grain="year")


def tellings(analysis: Analysis, links: Links) -> tuple[Telling, ...]:
    """Return all statements of a page, then all its events, in the page's order.

    They are worked out once for all stages that see the same entities and chains.
    """
    seen = (analysis, links.entity_of, links.holder_of, links.chain_of, links.families)
    held = links.worked.get("tellings " + analysis.page)
    if held is None or any(one is not other for one, other in zip(held[0], seen, strict=True)):
        view = _View(analysis, links)
        told = (*map(view.statement, analysis.statements), *map(view.event, analysis.events))
        held = links.worked["tellings " + analysis.page] = (seen, told)
    found: tuple[Telling, ...] = held[1]
    return found


def ordinary(knowledge: Knowledge) -> frozenset[str]:
    """Return the words of every day."""
    return words_of_every_day(knowledge.language)


class _View:
    """What one page and the links tell of ids."""

    def __init__(self, analysis: Analysis, links: Links) -> None:
        self.links = links
        self.articles = {article.id: article for article in analysis.articles}
        self.mentions = {mention.id: mention for mention in analysis.mentions}
        self.times = {time.id: time for time in analysis.times}
        self.statements = {statement.id: statement for statement in analysis.statements}
        self.carriers = carriers(analysis, links)
        self.within_others = _nested(analysis.statements)
        self.sentences = sorted(analysis.sentences, key=lambda sentence: sentence.span)
        self.ats = [sentence.span.start for sentence in self.sentences]
        self.told = sorted(analysis.times, key=lambda time: time.span)
        self.named = sorted(analysis.mentions, key=lambda mention: mention.span)
        self.starts = [mention.span.start for mention in self.named]
        self.worded: dict[int, tuple[str, ...]] = {}
        self.folded: dict[str, tuple[str, ...]] = {}
        self.known_stems: dict[str, frozenset[str]] = links.worked.setdefault("stems", {})
        self.states: dict[str, str] = {}
        for mention in analysis.mentions:
            state = self._state(mention.id)
            if state and mention.kind != "office":
                self.states.setdefault(links.entity_of.get(mention.id, mention.id), state)

    def statement(self, statement: Statement) -> Telling:
        speaker = statement.speaker
        who = self.who(speaker.name, speaker.kind, speaker.mention)
        terms = self.own_terms(statement) - who.words
        time = self.times.get(statement.time)
        timed = self.timed(statement.content)
        return Telling(
            id=statement.id,
            kind="said" if speaker.kind in _NAMED else "reported",
            article=self.articles[statement.article],
            span=statement.content,
            what=statement.act,
            mode="",
            status="",
            who=(who,),
            whom=(),
            place=None,
            when=time.readings[0].when if time and time.readings else None,
            terms=terms,
            core=_without(terms, self.names(statement.content, "person", "office")),
            counts=(),
            numbers=_numbers(statement.terms) - timed,
            negated=statement.negated,
            hops=self.hops(statement),
            source=who,
            statement=statement.id,
            stems=stems(terms, self.known_stems),
            beside=self.beside(statement.content),
            times=timed,
            day=_written_day(time),
            places=self.within(statement.content, "place"),
            details=self.telling(terms),
            carrier=self.carriers.get(statement.id, ""),
            around=self.around(statement.content),
            met={},
        )

    def own_terms(self, statement: Statement) -> frozenset[str]:
        """Return the terms of what is said, without what is told in it that somebody says, if much else is left.

        Of little else ("reports of information that ...") it is the same, told through one more.
        """
        terms = frozenset(statement.terms)
        own = terms.difference(*(inner.terms for inner in self.within_others.get(statement.id, ())))
        return own if len(own) >= max(_LEFT, _LEFT_SHARE * len(terms)) else terms

    def event(self, event: Event) -> Telling:
        told = self.statements.get(event.statement)
        sides = (
            () if event.type == HAPPENING else (*event.actors, *event.targets)
        )  # what collapsed says what happened
        terms = _without(event.terms, self.words(event.time) | _named(sides))
        known = (*event.actors, *(party for party in event.targets if party.mention))
        speaker = told.speaker if told else None
        timed = self.timed(event.span)
        return Telling(
            id=event.id,
            kind="event",
            article=self.articles[event.article],
            span=event.span,
            what=event.type,
            mode=event.mode,
            status="occurred" if event.status == "alleged" else event.status,
            who=self.parties(event.actors),
            whom=self.parties(event.targets),
            place=self.party(event.place) if event.place else None,
            when=event.when,
            terms=terms,
            core=terms,
            counts=tuple((c.of, c.value, c.mod, c.span) for c in event.counts),
            numbers=_numbers(event.terms) - timed,
            negated=False,
            hops=self.hops(told) if told else _own(self.articles[event.article]),
            source=self.who(speaker.name, speaker.kind, speaker.mention) if speaker else None,
            statement=event.statement,
            stems=stems(terms, self.known_stems),
            beside=self.beside(event.span),
            times=timed,
            day=_written_day(self.times.get(event.time)),
            people=self.within(event.span, "person", "office"),
            places=self.within(event.span, "place"),
            details=self.telling(
                _without(event.terms, self.words(event.time) | self.found_by(event) | _named(known))
            ),
            carrier=self.carriers.get(event.statement, ""),
            around=self.around(event.span),
            for_itself=event.leads or not (event.passing or any(w.note.startswith(_NOUNS) for w in event.why[:1])),
            met={},
        )

    def hops(self, statement: Statement) -> tuple[Hop, ...]:
        chain = self.links.chain_of.get(statement.id)
        return chain.hops if chain else (*_own(self.articles[statement.article]), *statement.hops)

    def inside(self, span: Span, *kinds: str) -> Iterator[Mention]:
        """Yield the mentions of some kinds that begin in `span`."""
        for mention in self.named[bisect_left(self.starts, span.start) :]:
            if mention.span.start >= span.end:
                break
            if mention.kind in kinds:
                yield mention

    def names(self, span: Span, *kinds: str) -> frozenset[str]:
        """Return the folded words of the names of some kinds in `span`, with their titles."""
        found: set[str] = set()
        for mention in self.inside(span, *kinds):
            for name in (mention.name, *(role.name for role in mention.roles)):
                found.update(self.split(name))
        return frozenset(found)

    def split(self, name: str) -> tuple[str, ...]:
        """Return the folded words of a name."""
        if name not in self.folded:
            self.folded[name] = tuple(fold_words(name))
        return self.folded[name]

    def within(self, span: Span, *kinds: str) -> frozenset[str]:
        """Return the entities of some kinds that are named in `span`, an office as its holder."""
        links = self.links
        keys = (links.holder_of.get(m.id) or links.entity_of.get(m.id) for m in self.inside(span, *kinds))
        return frozenset(key for key in keys if key)

    def beside(self, span: Span) -> frozenset[str]:
        """Return the numbers, in figures, of the sentences that `span` touches."""
        return frozenset(word for words in self.around(span) for word in words if word.isdigit())

    def around(self, span: Span) -> tuple[tuple[str, ...], ...]:
        """Return the folded words of the sentences that `span` touches, an empty one for each of a name or time."""
        first = max(0, bisect_right(self.ats, span.start) - 1)
        last = bisect_left(self.ats, span.end)
        return tuple(self.words_at(i) for i in range(first, last) if self.sentences[i].span.overlaps(span))

    def words_at(self, i: int) -> tuple[str, ...]:
        """Return the folded words of the sentence at `i`, those of names and times left empty but for figures."""
        if i not in self.worded:
            sentence = self.sentences[i]
            named = self.names(sentence.span, *_NAMED, "place") | self.timed(sentence.span)
            told = {word for word in named if len(word) > _BOUND and not word.isdigit()}
            words = fold_words(sentence.text)  # one may stand behind a conjunction or preposition of one letter
            self.worded[i] = tuple("" if w in told or w[1:] in told else w for w in words) if told else tuple(words)
        return self.worded[i]

    def timed(self, span: Span) -> frozenset[str]:
        """Return the words of all times told within `span`."""
        first = bisect_left(self.told, span.start, key=lambda time: time.span.start)
        found: set[str] = set()
        for time in self.told[first:]:
            if time.span.start >= span.end:
                break
            found |= self.words(time.id)
        return frozenset(found)

    def words(self, time: str) -> frozenset[str]:
        """Return the folded words of a time expression: when something was is compared as a date."""
        found = self.times.get(time)
        if found is None:
            return frozenset()
        return self.written(found.span)

    def written(self, span: Span) -> frozenset[str]:
        """Return the folded words at a place within one sentence; none where no sentence holds it."""
        i = bisect_right(self.ats, span.start) - 1
        if i < 0 or not span.within(self.sentences[i].span):
            return frozenset()
        at = self.ats[i]
        return frozenset(fold_words(self.sentences[i].text[span.start - at : span.end - at]))

    def telling(self, terms: frozenset[str]) -> frozenset[str]:
        """Return the terms that are no numbers and no words of every day."""
        return frozenset(term for term in terms - self.links.ordinary if not term[0].isdigit())

    def found_by(self, event: Event) -> frozenset[str]:
        """Return the folded words by which an event was found."""
        spans = (span for why in event.why if why.rule.startswith("event:") for span in why.rests_on)
        return frozenset().union(*map(self.written, spans))

    def parties(self, parties: Iterable[Party]) -> tuple[Who, ...]:
        return tuple(self.party(party) for party in parties)

    def party(self, party: Party) -> Who:
        return self.who(party.name, party.kind, party.mention)

    def who(self, name: str, kind: str, mention: str) -> Who:
        """Return who a name means: the office's holder, the mention's entity, at last the name itself."""
        entity = self.links.holder_of.get(mention) or self.links.entity_of.get(mention)
        words = self.split(name)
        keys = {entity} if entity else {" ".join(words)}
        house = self.links.families.get(" ".join(words))
        if house:
            keys.add("house " + " ".join(fold_words(house)))
        state = self._state(mention) or self.states.get(entity or "", "")
        known = bool(state or house) or bool(entity and _LOCAL not in entity)
        return Who(frozenset(keys), state, kind not in ("person", "office"), frozenset(words), known)

    def _state(self, mention: str) -> str:
        found: Mention | None = self.mentions.get(mention)
        if found is None:
            return ""
        return found.state or next((role.state for role in found.roles if role.state), "")


def _nested(statements: Iterable[Statement]) -> dict[str, list[Statement]]:
    """Return for statements in whose content others stand, cue and all, those others."""
    ordered = sorted(statements, key=lambda statement: (statement.content.start, -statement.content.end))
    found: dict[str, list[Statement]] = {}
    for i, outer in enumerate(ordered):
        for inner in ordered[i + 1 :]:
            if inner.content.start >= outer.content.end:
                break
            if inner.content.within(outer.content) and inner.cue.within(outer.content):
                found.setdefault(outer.id, []).append(inner)
    return found


def _written_day(time: TimeExpression | None) -> bool:
    """Whether a time's words name a day and its month, not only how far they lie from another ("the 3rd of this")."""
    return time is None or (
        len(time.written) >= _DAY and time.written[_DAY - len("05-03") : _DAY].replace("-", "").isdigit()
    )


def _own(article: Article) -> tuple[Hop, ...]:
    """Return the hops that every telling of an article begins with."""
    outlet = (Hop(name=article.outlet, via="published"),) if article.outlet else ()
    return outlet + article.credits


def _named(parties: Iterable[Party]) -> frozenset[str]:
    return frozenset(word for party in parties for word in fold_words(party.name))


def _without(terms: Iterable[str], words: frozenset[str]) -> frozenset[str]:
    """Return the terms that are none of `words`, nor one of them without an article or preposition."""
    return frozenset(
        term
        for term in terms
        if term not in words and not any(w.endswith(term) and len(w) - len(term) <= MOST_BEFORE for w in words)
    )


def _numbers(terms: Iterable[str]) -> frozenset[str]:
    return frozenset(term for term in terms if term[0].isdigit())
