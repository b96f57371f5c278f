"""Which of people's rulings stand: a later one on the same takes the place of an earlier one, or takes it back.

Later is who ruled later, not who was imported later.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final, Literal

from msgspec.structs import replace

from takhrij.records import Article, Judgement, Links, Ruled, Span, Standings, Why

RULE: Final = "a person's ruling"
"""The reason that whatever a person ruled is given."""
READ: Final = "what the rules read"
"""The reason beside it: what stood there without the ruling."""
Family = Literal["who", "date", "copy", "said", "split"]
_FAMILIES: Final[dict[str, Family]] = {
    "same person": "who",
    "not the same person": "who",
    "wrong date": "date",
    "not a copy": "copy",
    "not said by": "said",
    "wrong split": "split",
}
_OF_ONE: Final = ("date", "said")
"""Families whose rulings are on their left place alone."""


def family(judgement: Judgement) -> Family:
    """Return what a ruling is about; one that takes back says it in `value`, and else means who is who."""
    told = judgement.value if judgement.ruling == "withdrawn" else judgement.ruling
    return _FAMILIES.get(told, "who")


def standing(judgements: Sequence[Judgement], *families: Family) -> Iterator[tuple[Judgement, Standings | None]]:
    """Yield the rulings of some families by their time, each with why it does not stand; None where it does."""
    mine = [judgement for judgement in in_time(judgements) if family(judgement) in families]
    last = {_subject(judgement): k for k, judgement in enumerate(mine)}
    for k, judgement in enumerate(mine):
        if last[_subject(judgement)] != k:
            yield judgement, "replaced"
        else:
            yield judgement, "withdrawn" if judgement.ruling == "withdrawn" else None


def in_time(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Return rulings by when they were made, whenever they came: a colleague's may be older than one's own.

    One that tells no time, or none that is ISO 8601, is as old as the one before it; of equal times the order holds.
    """
    times: list[datetime] = []
    for judgement in judgements:
        times.append(_instant(judgement.at) or (times[-1] if times else _NEVER))
    order = sorted(range(len(times)), key=lambda k: (times[k], k))
    return [judgements[k] for k in order]


def last_of(known: Sequence[Judgement], judgement: Judgement) -> Judgement:
    """Return a ruling with the time that it tells, or that of the last one on the same and a thousandth of a second.

    So one that was taken back can be made again within a second, and one of a clock that is fast be taken back.
    """
    about, now = _subject(judgement), _instant(judgement.at)
    times = [_instant(other.at) for other in known if _subject(other) == about]
    latest = max(filter(None, times), default=None)
    if now is None or latest is None or latest < now:
        return judgement
    later = (latest + timedelta(milliseconds=1)).isoformat(timespec="milliseconds")
    return replace(judgement, at=later.replace("+00:00", "Z"))


def _instant(at: str) -> datetime | None:
    """Return the moment that a ruling tells, None for none; one without a time zone is UTC."""
    try:
        found = datetime.fromisoformat(at)
        return found.astimezone(UTC) if found.tzinfo else found.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None


_NEVER: Final = datetime.min.replace(tzinfo=UTC)


def _subject(judgement: Judgement) -> tuple[Family, frozenset[Span | None]]:
    about = family(judgement)
    return about, frozenset((judgement.left,) if about in _OF_ONE else (judgement.left, judgement.right))


def reason(judgement: Judgement) -> Why:
    """Return why something is as a person ruled: who, when, and the note."""
    return Why(rule=RULE, rests_on=_places(judgement), note=note(judgement))


def note(judgement: Judgement) -> str:
    """Return who ruled, when, and what they noted."""
    told = " ".join(filter(None, (judgement.by, judgement.at)))
    return ": ".join(filter(None, (told, judgement.note)))


def _places(judgement: Judgement) -> tuple[Span, ...]:
    return tuple(span for span in (judgement.left, judgement.right) if span and span.start < span.end)


def is_ruled(article: Article) -> bool:
    """Whether a person dated an article: then nothing that another page tells dates it."""
    return any(why.rule == RULE for published in article.published[:1] for why in published.why)


def shared(one: Span, other: Span) -> float:
    """Return the share of the shorter of two spans that lies in the other; an empty span shares nothing."""
    both = min(one.end, other.end) - max(one.start, other.start)
    least = min(one.end - one.start, other.end - other.start)
    return both / least if one.page == other.page and both > 0 and least > 0 else 0.0


def alike(one: Span, other: Span) -> float:
    """Return the share of the characters of two spans that both have."""
    both = min(one.end, other.end) - max(one.start, other.start)
    return (
        both / (max(one.end, other.end) - min(one.start, other.start)) if one.page == other.page and both > 0 else 0
    )


def ordered(links: Links) -> tuple[Ruled, ...]:
    """Return what became of every ruling, in the order made; whom a place names is said by its entity."""
    order = {judgement: k for k, judgement in reversed(list(enumerate(links.judgements)))}
    found = sorted(links.ruled, key=lambda ruled: order[ruled.judgement])
    return tuple(
        Ruled(
            judgement=ruled.judgement,
            status=ruled.status,
            left=ruled.left,
            right=links.holder_of.get(ruled.right) or links.entity_of.get(ruled.right, ruled.right),
        )
        for ruled in found
    )
