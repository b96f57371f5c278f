"""Where the names and the expressions of time of a page stand among its words. Below phrases."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from takhrij.lang.perword import PerWord
from takhrij.records import Analysis, Mention, TimeExpression
from takhrij.text import Folded, Word

_ASIDE: Final = 5
"""Words in brackets behind a name that may belong to it; more are a remark."""
_RANK: Final = {"person": 0, "organization": 1, "state": 1, "outlet": 1, "unnamed": 2, "place": 3, "office": 4}
"""Which of two mentions of the same words is taken: who acts before where it is."""


def named(folded: Folded, sofar: Analysis) -> dict[int, tuple[Mention, int, int]]:
    """First word -> the mention there, the word after it, and its start; a title beside a name belongs to it."""
    found: dict[int, tuple[Mention, int, int]] = {}
    spans = sorted(
        ((*_with_titles(folded, mention), mention) for mention in sofar.mentions),
        key=lambda s: (s[0], -s[1], _RANK[s[2].kind], s[2].span.start),
    )
    taken = -1
    for whole, end, mention in spans:
        for start in (whole, mention.span.start):
            words = folded.between(start, end)
            first = words.start
            if first > 0 and folded.words[first - 1].end > start:
                first -= 1
            if first < taken:
                continue
            found[first] = (mention, max(words.stop, first + 1), start)
            taken = max(words.stop, first + 1)
            break
    return found


def _with_titles(folded: Folded, mention: Mention) -> tuple[int, int]:
    """Where a mention begins and ends with the titles that stand beside it."""
    start, end = mention.span.start, mention.span.end
    for role in mention.roles:
        between = folded.raw[min(end, role.span.end) : max(start, role.span.start)]
        if not between.strip(' ،,\u00a0()“”"«»'):
            start, end = min(start, role.span.start), max(end, role.span.end)
    return start, end


def timed(folded: Folded, sofar: Analysis) -> dict[int, tuple[str, int]]:
    """First word -> the id of the expression of time there, empty if it dates nothing, and the word after it."""
    found: dict[int, tuple[str, int]] = {}
    for time in sofar.times:
        words = folded.between(time.span.start, time.span.end)
        first = words.start
        if first > 0 and folded.words[first - 1].end > time.span.start:
            first -= 1
        if words.stop > first:
            found[first] = (time.id if _datable(time) else "", words.stop)
    return found


def unbracketed(
    gaps: list[str], names: dict[int, tuple[Mention, int, int]], words: Sequence[Word], party: PerWord[bool]
) -> None:
    """Let a name in brackets belong to the noun before it (مسلحو (داعش)): nothing stands around it in `gaps` then."""
    for first, (_, last, _) in names.items():
        if (
            gaps[first].strip() == "("
            and gaps[last : last + 1] in ([")"], [") "], [" ) "])
            and party[words[first - 1].text]
        ):
            gaps[first] = gaps[last] = " "


def with_asides(
    gaps: list[str], names: dict[int, tuple[Mention, int, int]], times: dict[int, tuple[str, int]]
) -> None:
    """Let a few words in brackets right behind a name belong to it (خالد الحسن (25 عاما)), unless they say when."""
    for first, (mention, last, start) in [*names.items()]:
        if first not in names or gaps[last : last + 1] not in (["("], [" ("], [" ( "]):
            continue
        end = next((n for n in range(last + 1, min(last + _ASIDE, len(gaps))) if gaps[n].strip()), 0)
        if not end or ")" not in gaps[end] or any(times.get(n, ("",))[0] for n in range(last, end)):
            continue
        names[first] = (mention, end, start)
        gaps[last], gaps[end] = " ", gaps[end].replace(")", "") or " "
        for n in range(last, end):
            names.pop(n, None)


def _datable(time: TimeExpression) -> bool:
    """Whether `time` can date an event: a date or an hour, no duration and nothing that recurs."""
    return time.type in ("DATE", "TIME")
