"""Makes analyses of invented pages by hand, for the tests of `link`: no stage before it takes part."""

from __future__ import annotations

from datetime import date
from typing import Any

from msgspec.structs import replace

from takhrij.records import (
    Act,
    Analysis,
    Article,
    Claim,
    Count,
    Event,
    Hop,
    Links,
    Mention,
    Party,
    Published,
    Reading,
    Sentence,
    Span,
    Statement,
    Status,
    TimeExpression,
    When,
    identify,
)
from takhrij.text import fold_words, sentences


def day(iso: str) -> When:
    """Return one day."""
    return When(first=date.fromisoformat(iso), last=date.fromisoformat(iso), grain="day")


def days(first: str, last: str, grain: Any) -> When:
    """Return several days."""
    return When(first=date.fromisoformat(first), last=date.fromisoformat(last), grain=grain)


def page(
    name: str, text: str, outlet: str = "", published: str = "", credited: tuple[str, ...] = (), url: str = ""
) -> Analysis:
    """Return the analysis of a page that is one article's body."""
    span = Span(page=name, start=0, end=len(text))
    article = Article(
        id=identify("article", span),
        span=span,
        outlet=outlet,
        credits=tuple(Hop(name=credit, via="republished") for credit in credited),
        published=(Published(when=day(published)),) if published else (),
    )
    body = tuple(
        Sentence(span=Span(page=name, start=start, end=end), article=article.id, text=text[start:end])
        for start, end in sentences(text, 0, len(text))
    )
    return Analysis(page=name, language="ar", url=url, articles=(article,), sentences=body)


def terms(words: str) -> tuple[str, ...]:
    """Return normal forms that do for a test: folded words of three letters and more, the article cut."""
    return tuple(sorted({w.removeprefix("ال") for w in fold_words(words) if len(w) > 2 or w.isdigit()}))


def found(analysis: Analysis, words: str) -> Span:
    """Return where `words` stand in a page made by `page`."""
    for sentence in analysis.sentences:
        at = sentence.text.find(words)
        if at >= 0:
            start = sentence.span.start + at
            return Span(page=analysis.page, start=start, end=start + len(words))
    raise AssertionError(words)


def named(analysis: Analysis, name: str, kind: Any = "person", state: str = "") -> Analysis:
    """Add a mention, whose id is the entity's too: `<page>#<name>`."""
    span = analysis.articles[0].span
    mention = Mention(
        id=f"{analysis.page}#{name}", span=replace(span, end=1), kind=kind, name=name, refers="", state=state
    )
    return replace(analysis, mentions=(*analysis.mentions, mention))


def naming(analysis: Analysis, *names: str, kind: Any = "place") -> Analysis:
    """Add mentions where the names stand, each an entity of its own."""
    for name in names:
        span = found(analysis, name)
        mention = Mention(id=identify("mention", span), span=span, kind=kind, name=name, refers="")
        analysis = replace(analysis, mentions=(*analysis.mentions, mention))
    return replace(analysis, mentions=tuple(sorted(analysis.mentions, key=lambda m: m.span)))


def said(
    analysis: Analysis,
    words: str,
    speaker: str,
    act: Act = "say",
    *,
    kind: Any = "person",
    via: str = "",
    on: str = "",
    negated: bool = False,
) -> Analysis:
    """Add a statement of the words; `via` is an outlet that carries it, `on` the day that it was said."""
    span = found(analysis, words)
    hops = (Hop(name=speaker, via="said", kind=kind, mention=f"{analysis.page}#{speaker}"),)
    carrier = (Hop(name=via, via="reported"),) if via else ()
    analysis, time = _dated(analysis, span, on)
    statement = Statement(
        id=identify("statement", span),
        article=analysis.articles[0].id,
        content=span,
        cue=span,
        act=act,
        hops=carrier + hops,
        time=time,
        terms=terms(words),
        negated=negated,
    )
    return replace(analysis, statements=(*analysis.statements, statement))


def happened(
    analysis: Analysis,
    words: str,
    type: str,  # noqa: A002 (as the record has it)
    mode: str = "",
    *,
    actors: tuple[str, ...] = (),
    targets: tuple[str, ...] = (),
    when: When | None = None,
    status: Status = "occurred",
    killed: float | None = None,
    place: str = "",
    by: str = "",
) -> Analysis:
    """Add an event told in the words; `by` are words of the statement that tells it."""
    span = found(analysis, words)
    event = Event(
        id=identify("event-" + type.lower(), span),
        article=analysis.articles[0].id,
        span=span,
        type=type,
        mode=mode,
        status=status,
        actors=tuple(_party(analysis, name) for name in actors),
        targets=tuple(_party(analysis, name) for name in targets),
        place=_party(analysis, place) if place else None,
        counts=(Count(value=killed, of="killed", span=_written(analysis, killed, span)),) if killed else (),
        when=when,
        statement=identify("statement", found(analysis, by)) if by else "",
        terms=terms(words),
    )
    return replace(analysis, events=(*analysis.events, event))


def linked(*analyses: Analysis, **known: Any) -> Links:
    """Return links in which mentions of one name, whatever the page, are one entity."""
    entity_of = {m.id: f"entity/{m.name}" for a in analyses for m in a.mentions}
    for analysis in analyses:
        for party in (p for e in analysis.events for p in (*e.actors, *e.targets)):
            entity_of.setdefault(party.mention, f"entity/{party.name}")
        for hop in (h for s in analysis.statements for h in s.hops if h.mention and h.kind != "unnamed"):
            entity_of.setdefault(hop.mention, f"entity/{hop.name}")
    return Links(entity_of=entity_of, **known)


def holding(links: Links, *ids: str) -> list[Claim]:
    """Return the claims that hold any of the ids."""
    return [claim for claim in links.claims if {*claim.statements, *claim.events} & set(ids)]


def _written(analysis: Analysis, number: float, span: Span) -> Span:
    """Return where the page writes a number, or `span` where it does not."""
    words = f"{number:g}"
    return found(analysis, words) if any(words in s.text for s in analysis.sentences) else span


def _party(analysis: Analysis, name: str) -> Party:
    return Party(name=name, kind="person", mention=f"{analysis.page}#{name}")


def _dated(analysis: Analysis, span: Span, on: str) -> tuple[Analysis, str]:
    if not on:
        return analysis, ""
    time = TimeExpression(
        id=identify("time", span), span=span, type="DATE", readings=(Reading(value=on, when=day(on)),)
    )
    return replace(analysis, times=(*analysis.times, time)), time.id
