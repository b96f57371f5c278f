"""Reads times of the clock, in words and in figures, and parts of the day that stand alone."""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse.times.grammar import Grammar
from takhrij.analyse.times.made import (
    PARTS,
    Made,
    Slots,
    hour_of,
    leaning,
    modified,
    part_of,
    timed,
    zone_of,
)
from takhrij.records import Shift

_SHARES: Final = {"half": 30, "fourth": 15, "third": 20}
"""Minutes that a part of an hour is."""
_TODAY: Final = Shift(unit="day", by=0)


def clock(slots: Slots, grammar: Grammar) -> Made | None:
    """A time of the day by itself, in figures."""
    made = timed(leaning(Made("DATE", "XXXX-XX-XX"), slots, grammar), slots, grammar)
    if made.type != "TIME":
        return None
    return made._replace(shift=_TODAY) if not made.weekday else made


def clock_words(slots: Slots, grammar: Grammar) -> Made | None:
    """`الساعة الثالثة والنصف عصرا`, `9 مساء`."""
    hour = _hour(next(slots[k] for k in ("clockhour", "ordinal", "hour", "digits") if slots.get(k)), grammar)
    if hour is None or not 0 <= hour <= 24:
        return None
    parts = grammar.words["part"]
    minute = _SHARES.get(parts.get(slots.get("part", ""), ""), 0)
    less = _SHARES.get(parts.get(slots.get("part2", ""), ""), 0)
    if slots.get("n4"):
        less = grammar.numbers.value(slots["n4"]) or 0
    if more := slots.get("n2") or slots.get("n3"):
        minute = grammar.numbers.value(more) or 0
    part = part_of(slots.get("oclock") or slots.get("daypart") or slots.get("mark", ""), grammar)
    minute -= less
    if minute < 0:
        hour, minute = hour - 1, minute + 60
    return _at(hour_of(hour, part), minute, slots, grammar)


def _at(hour: int, minute: int, slots: Slots, grammar: Grammar) -> Made | None:
    if not (0, 0) <= (hour, minute) <= (24, 0) or minute > 59:
        return None
    return Made("TIME", f"XXXX-XX-XXT{hour:02}:{minute:02}{zone_of(slots, grammar)}", shift=_TODAY)


def clocks(slots: Slots, grammar: Grammar) -> Made | None:
    """From one time of the clock to another; the part of the day behind the second is the first's too."""
    first, second = _told(slots["clocktime"], grammar), _told(slots["clocktime2"], grammar)
    if first is None or second is None:
        return None
    part2 = part_of(slots.get("mark2", ""), grammar)
    part = part_of(slots.get("mark", ""), grammar) or part2
    plain = not (slots.get("word") or slots.get("other") or part)
    if plain and not (":" in slots["clocktime"] and ":" in slots["clocktime2"]):
        return None
    a, b = hour_of(first[0], part), hour_of(second[0], part2)
    if a > b and not slots.get("mark") and part2:
        a = first[0]
    if not part2 and part and second[0] < 12 and b < a:
        b = second[0] + 12
    if max(a, b) > 24 or (a == b and first[1] >= second[1]):
        return None
    zone = zone_of(slots, grammar)
    written = f"XXXX-XX-XXT{a:02}:{first[1]:02}{zone}/XXXX-XX-XXT{b:02}:{second[1]:02}{zone}"
    return Made("TIME", written, shift=_TODAY)


def daypart(slots: Slots, grammar: Grammar) -> Made | None:  # noqa: ARG001 (every maker has this form)
    """Midnight and midday."""
    return Made("TIME", f"XXXX-XX-XXT{'12' if slots.get('midday') else '24'}:00", shift=_TODAY)


def daypart_alone(slots: Slots, grammar: Grammar) -> Made | None:
    """`في المساء`: of which day is not told."""
    part = PARTS[grammar.words["partalone"][slots["partalone"]]]
    return modified(Made("TIME", f"XXXX-XX-XX{part}"), slots, grammar)


def _hour(words: str, grammar: Grammar) -> int | None:
    named = grammar.words["hour"].get(words)
    return int(named) if named else grammar.numbers.value(words)


def _told(words: str, grammar: Grammar) -> tuple[int, int] | None:
    """Hour and minute of a time in figures or of an hour in words with its part."""
    if figures := re.fullmatch(r"(\d{1,2}):(\d\d)", words):
        return int(figures[1]), int(figures[2])
    hour = _hour(words, grammar)
    if hour is not None:
        return hour, 0
    for join in grammar.words["and"]:
        head, found, tail = words.rpartition(f" {join}")
        share = _SHARES.get(grammar.words["part"].get(tail.strip(), ""))
        if found and share and (hour := _hour(head.strip(), grammar)) is not None:
            return hour, share
    return None
