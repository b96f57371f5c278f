"""The stories of a dossier told apart, and its time line: one entry for one happening, background apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, TypeVar

from msgspec.structs import replace

from takhrij import contract
from takhrij.contract import Days
from takhrij.dossier.items import Telling, View, span_of
from takhrij.dossier.references import dates, place, reasons
from takhrij.groups import closed
from takhrij.records import Article, Claim, Event, Span, Statement

K = TypeVar("K")
T = TypeVar("T")
BACKGROUND = timedelta(days=45)
"""How long before the first article of a story something must be over to be its background."""
_SOME: Final = 5
"""Words that a label has, if any telling has as many and a name."""
_BARE: Final = 3
LONG: Final = 250
"""A telling of fewer words is labelled by its sentence, if that has no more code points."""
NEAR: Final = 100
"""Code points at most between a verb of saying and what is said, for both to stand in one label."""


def stories(view: View) -> list[contract.StoryItem]:
    """Return the stories (`link.stories`; pages that share claims where that did not run), the earliest title of
    each as its label."""
    pages_of = {claim.id: _pages(view, claim) for claim in view.links.claims}
    group = {page: story[0] for story in view.links.stories for page in story}
    group = group or closed((first, other) for pages in pages_of.values() for first in pages[:1] for other in pages)
    told = {page for pages in pages_of.values() for page in pages}
    articles = _grouped((group.get(a.span.page), a) for a in view.articles.values() if a.title)
    pages = _grouped((group.get(page), page) for page in view.pages)
    claims = _grouped((group[own[0]], claim) for claim, own in pages_of.items() if own)
    found = []
    for story in sorted({group[page] for page in told}):
        earliest = min(articles.get(story, ()), key=lambda a: (_published(a), a.id), default=None)
        found.append(
            contract.StoryItem(
                id=f"story/{story}",
                label=view.words(earliest.title) if earliest else "",
                pages=pages.get(story, []),
                claims=claims.get(story, []),
            )
        )
    return found


def _pages(view: View, claim: Claim) -> list[str]:
    return sorted({span_of(view.tellings[t]).page for t in (*claim.statements, *claim.events)})


def timeline(view: View, stories: Sequence[contract.StoryItem]) -> list[contract.TimelineItem]:
    """Return one entry for every dated happening: a claim, with those that tell of the same.

    The claim of most origins comes first. Of the tellings the shortest that says enough is the label, a statement
    with who says it.
    """
    dated = {claim.id: claim for claim in view.links.claims if claim.when}
    story_of = {claim: story for story in stories for claim in story.claims}
    begun = _begun(view, stories)
    root = closed([*((name, name) for name in dated), *_one_happening(view, dated)])
    groups: dict[str, list[Claim]] = {}
    for name in sorted(dated):
        groups.setdefault(root[name], []).append(dated[name])
    whys = {name: happening.why for happening in view.links.happenings for name in happening.claims}
    entries = []
    for claims in groups.values():
        claims.sort(key=lambda c: (-len(c.origins), -len(c.statements) - len(c.events), c.id))
        when = min((c.when for c in claims if c.when), key=lambda w: (w.last - w.first, w.first))
        span = _label(view, claims)
        story = story_of[claims[0].id]
        entries.append(
            contract.TimelineItem(
                when=Days(**dates(when)),
                label=view.words(span),
                place=place(span),
                claims=[claim.id for claim in claims],
                story=story.id,
                background=story.id in begun and when.last < begun[story.id] - BACKGROUND,
                why=reasons(dict.fromkeys(why for claim in claims for why in whys.get(claim.id, ()))),
            )
        )
    return sorted(entries, key=lambda e: (e.when.first, e.when.last, e.claims))


def _label(view: View, claims: Sequence[Claim]) -> Span:
    """Return the words that stand for a happening: a telling of the first claim that has one that says enough.

    The shortest that names somebody or a place and has some words; else the longest, or the sentence of a word or
    two. None that only leads to another.
    """
    said = [[(span_of(t), _whole(view, t)) for t in _tellings(view, claim)] for claim in claims]
    every = [one for of_claim in said for one in of_claim]
    fit: list[tuple[int, Span]] = []
    for of_claim in said:
        for span, whole in of_claim:
            if any(span.within(other) and span.end <= content.start for content, other in every):
                continue
            fit.append((whole.end - whole.start, whole))
        enough = [(size, whole) for size, whole in fit if _says_enough(view, whole)]
        if enough:
            return min(enough)[1]
    longest = max(fit, key=lambda one: (one[0], one[1]))[1]
    sentence = view.sentence(longest)
    bare = len(view.words(longest).split()) < _BARE
    return sentence if bare and sentence.end - sentence.start <= LONG else longest


def _tellings(view: View, claim: Claim) -> list[Telling]:
    return [view.tellings[t] for t in (*claim.events, *claim.statements)]


def _says_enough(view: View, span: Span) -> bool:
    """Whether words tell a reader what happened: some, with a name among them."""
    return len(view.words(span).split()) >= _SOME and view.named(span)


def _whole(view: View, telling: Telling) -> Span:
    """Return the words of a telling, what is said from its verb on: a denial has to read as one."""
    span = span_of(telling)
    if not isinstance(telling, Statement) or not 0 <= span.start - telling.cue.end <= NEAR:
        return span
    lead = view.pages[span.page].text[telling.cue.start : span.start]
    return span if "\n" in lead else replace(span, start=telling.cue.start)


def _one_happening(view: View, dated: Mapping[str, Claim]) -> Iterator[tuple[str, str]]:
    """Yield pairs of claims of one happening: found to be one, told with another number, or in each other's words."""
    for happening in view.links.happenings:
        told = [name for name in happening.claims if name in dated]
        yield from ((told[0], name) for name in told)
    for conflict in view.links.conflicts:
        if conflict.about == "number" and conflict.left in dated and conflict.right in dated:
            a, b = dated[conflict.left].when, dated[conflict.right].when
            if a and b and a.first <= b.last and b.first <= a.last:
                yield conflict.left, conflict.right
    on_page: dict[str, list[tuple[Span, str, Claim]]] = {}
    for claim in dated.values():
        for telling in _tellings(view, claim):
            span = _whole(view, telling)
            kind = telling.type if isinstance(telling, Event) else ""
            on_page.setdefault(span.page, []).append((span, kind, claim))
    for told_there in on_page.values():
        ordered = sorted(told_there, key=lambda item: (item[0].start, -item[0].end, item[2].id))
        for (outer, kind, claim), (inner, other_kind, other) in pairwise(ordered):
            if claim.id == other.id or claim.when != other.when:
                continue
            said = not (kind and other_kind)  # of what happened, a seizure told within an attack is another thing
            if inner.overlaps(outer) if said else kind == other_kind and inner.within(outer):
                yield claim.id, other.id


def _begun(view: View, stories: Sequence[contract.StoryItem]) -> dict[str, date]:
    """Return the day of the first article of each story that has a dated one."""
    story_of = {page: story.id for story in stories for page in story.pages}
    days = _grouped(
        (story_of[a.span.page], a.published[0].when.first)
        for a in view.articles.values()
        if a.published and a.span.page in story_of
    )
    return {story: min(told) for story, told in days.items()}


def _grouped(pairs: Iterable[tuple[K, T]]) -> dict[K, list[T]]:
    found: dict[K, list[T]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found


def _published(article: Article) -> str:
    return article.published[0].when.first.isoformat() if article.published else "9"
