"""A text with its times as a TimeML document, in the form of TempEval-3 (TimeML 1.2.1 with DOCID, DCT and TEXT).

The TEXT element holds the text exactly: without its tags, and with its five entities read, it is the text itself,
character for character. The one exception is what XML 1.0 cannot hold in any spelling (control characters other
than tab and line ends, unpaired surrogates, U+FFFE and U+FFFF): each is written U+FFFD, so that offsets stay, and a
comment at the head counts them; `unwritable` tells where they are. TIMEX3's attributes and their values are those of
the TimeML 1.2.1 specification (October 2005); what it has no form for is said in its own terms:

- An interval, and a month or year of the Hijri calendar, is a DURATION between two empty TIMEX3 (`beginPoint`,
  `endPoint`) of its first and last day, as the specification has it for durations with two ends.
- A value that may be one of several days, because its anchor is, has an X for what is not known (`2025-02-XX`).
- What leans on the document's day has `temporalFunction="true"` and `anchorTimeID="t0"`; on another day, the id of
  an empty TIMEX3 of it. A window ("the last three days") ends at its anchor (`endPoint`), or begins there.
- A day that names an event, and a disagreement of a printed weekday, stand in `comment`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Final, Literal

from takhrij.edtf import covering
from takhrij.expressions import Time
from takhrij.records import When

DocumentTime = Literal["CREATION_TIME", "PUBLICATION_TIME"]

_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES: Final = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_QUOTED: Final = {**_ESCAPES, '"': "&quot;", "\t": "&#9;", "\n": "&#10;"}
_MODS: Final = frozenset(
    {
        *("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN"),
        *("EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END", "APPROX"),
    }
)
"""The values of `mod` in TimeML 1.2.1."""
_LOST: Final = "\ufffd"


def unwritable(text: str) -> list[int]:
    """Return the offsets of the characters that XML 1.0 cannot hold."""
    return [match.start() for match in _FORBIDDEN.finditer(text)]


def write(
    text: str,
    times: Sequence[Time],
    told: When | None = None,
    *,
    name: str = "",
    function: DocumentTime = "CREATION_TIME",
) -> bytes:
    """Return the TimeML document of a text, in UTF-8.

    `told` is the document's day or days, `name` its DOCID, `function` what its day is. Times are numbered from t1 in
    order of place. TIMEX3 cannot hold one another: of times that overlap the first and longest is around its
    words, and each of the others an empty tag behind it.
    """
    return _Document(text, times, told).write(name, function).encode("utf-8")


class _Document:
    """One document as it is written: the numbers of its times, and the points that they need besides."""

    def __init__(self, text: str, times: Sequence[Time], told: When | None) -> None:
        self._text = text
        self._told = told
        self._times = sorted(enumerate(times), key=lambda p: (p[1].start, -p[1].end, p[0]))
        self._ids = {place: f"t{number}" for number, (place, _) in enumerate(self._times, 1)}
        self._points: dict[str, str] = {}

    def write(self, name: str, function: DocumentTime) -> str:
        body = "".join(self._body())
        points = "".join(_tag({"tid": tid, **_dated(value)}, "") for value, tid in self._points.items())
        lost = len(unwritable(self._text))
        note = f"<!-- {lost} characters that XML cannot hold are written U+FFFD -->\n" if lost else ""
        value = covering(self._told.first, self._told.last) if self._told else "XXXX-XX-XX"
        day = {"tid": "t0", **_dated(value), "temporalFunction": "false", "functionInDocument": function}
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n{note}<TimeML>\n<DOCID>{_escaped(name)}</DOCID>\n'
            f"<DCT>{_tag(day, value)}</DCT>\n<TEXT>{body}{points}</TEXT>\n</TimeML>\n"
        )

    def _body(self) -> Iterator[str]:
        done = 0
        for place, time in self._times:
            inside = time.start < done
            if not inside:
                yield _escaped(self._text[done : time.start])
                done = time.end
            yield _tag(self._attributes(place, time), "" if inside else _escaped(self._text[time.start : time.end]))
        yield _escaped(self._text[done:])

    def _attributes(self, place: int, time: Time) -> dict[str, str]:
        given = {"tid": self._ids[place], "type": time.type, "value": time.value}
        ends = {"quant": time.quant, "freq": time.freq, "mod": time.mod if time.mod in _MODS else ""}
        if _is_span(time):
            begin, end = _ends(time)
            given["type"], given["value"] = "DURATION", _length(time)
            ends |= {"beginPoint": self._point(begin), "endPoint": self._point(end)}
        elif time.first and time.last and "/" in time.value:
            given["value"] = covering(time.first, time.last)
        else:
            given["value"] = _gregorian(time.value)
        leans = bool(time.anchor)
        anchor = self._anchor(time) if leans else ""
        if leans and time.type == "DURATION":
            ends["endPoint" if time.tense == "past" else "beginPoint"] = anchor
        ends |= {"temporalFunction": "true" if leans else "false", "anchorTimeID": anchor, "comment": _comment(time)}
        return given | {key: value for key, value in ends.items() if value}

    def _anchor(self, time: Time) -> str:
        """The id of what the time leans on: another time, the document's day, or an empty one of another day."""
        if time.anchored_by is not None and time.anchored_by in self._ids:
            return self._ids[time.anchored_by]
        first, _, last = time.anchor.partition("/")
        days = date.fromisoformat(first), date.fromisoformat(last or first)
        if self._told and days == (self._told.first, self._told.last):
            return "t0"
        return self._point(covering(*days))

    def _point(self, value: str) -> str:
        return self._points.setdefault(value, f"t{len(self._ids) + len(self._points) + 1}")


def _is_span(time: Time) -> bool:
    """Whether the words themselves tell an interval, or a period that only its days name."""
    uncertain = time.edtf.startswith("[") or "/" in time.anchor
    hijri_year = time.value.startswith("H") and time.first is not None
    return time.type in ("DATE", "TIME") and (hijri_year or "/" in time.value) and not uncertain


def _ends(time: Time) -> tuple[str, str]:
    """The values of the first and last part of a span."""
    begin, _, end = time.value.partition("/")
    if end or not (time.first and time.last):
        return _gregorian(begin), _gregorian(end or begin)
    return time.first.isoformat(), time.last.isoformat()


def _gregorian(value: str) -> str:
    """A Hijri date whose year nobody knows has no part that TimeML could tell."""
    return "XXXX-XX-XX"[: len(value) - 1] if value.startswith("H") else value


def _length(time: Time) -> str:
    """How long a span is, both ends included, counted as its words count: 2011 to 2015 are five years."""
    if time.type == "TIME":
        return _minutes(*time.value.split("/"))
    if time.first is None or time.last is None:
        return "PXD"
    first, last = time.first, time.last
    if time.value.startswith("H"):
        return "P1Y"
    if time.grain == "year":
        return f"P{last.year - first.year + 1}Y"
    if time.grain == "month":
        return f"P{12 * (last.year - first.year) + last.month - first.month + 1}M" if first.day == 1 else "P1M"
    return f"P{(last - first).days + 1}D"


def _minutes(begin: str, end: str) -> str:
    """The minutes between two instants, X where one of them is not told to the minute."""
    try:
        length = datetime.fromisoformat(end) - datetime.fromisoformat(begin)
    except (ValueError, TypeError):
        return "PTXM"
    return f"PT{length // timedelta(minutes=1)}M"


def _comment(time: Time) -> str:
    notes = ["names an event"] if time.mod == "NAME" else []
    notes += [b.by.partition("; ")[2] for b in time.basis if b.part == "weekday" and "disagree" in b.by]
    notes += [b.by for b in time.basis if b.part == "calendar"]
    return "; ".join(notes)


def _dated(value: str) -> dict[str, str]:
    return {"type": "DATE", "value": value}


def _tag(attributes: Mapping[str, str], content: str) -> str:
    written = "".join(f' {name}="{_escaped(value, _QUOTED)}"' for name, value in attributes.items())
    return f"<TIMEX3{written}>{content}</TIMEX3>" if content else f"<TIMEX3{written}/>"


def _escaped(text: str, escapes: Mapping[str, str] = _ESCAPES) -> str:
    text = _FORBIDDEN.sub(_LOST, text)
    return "".join(escapes.get(char, char) for char in text)
