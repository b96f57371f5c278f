"""Joins neighbours into one expression: a day and its clock time, a day and a part of it, both ends of a range.

Each rule finds its own words; what stands beside them is one step here, so that no rule spells out all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from takhrij.analyse.times.grammar import Grammar
from takhrij.analyse.times.made import PARTS, Made, hour_of
from takhrij.records import Shift

_REACH = 24
"""Characters before an expression in which a part of its day or the beginning of a range is looked for."""
_NAMES = {code: name for name, code in PARTS.items()}


class Found(NamedTuple):
    """Folded offsets, the name of the rule, and what it made of the words."""

    start: int
    end: int
    rule: str
    made: Made


class Joints:
    """What may stand between neighbours that are one. Built once."""

    def __init__(self, grammar: Grammar) -> None:
        words = {
            slot: "|".join(map(re.escape, sorted(found, key=len, reverse=True))) for slot, found in _slots(grammar)
        }
        self.beside = re.compile(rf" ?[،,@|–-]? ?(?:(?:{words['at']}) ){{0,2}}")
        self.until = re.compile(rf" ?(?:{words['until']}) |(?<=\d) ?[–-] ?")
        self.both = re.compile(rf" ?{grammar.joiner} ?")
        self.origin = re.compile(rf"(?<![^\W\d_])({words['from']}) $")
        self.between = frozenset(w for w in grammar.words["from"] if w not in grammar.words["of"])
        part = rf"(?:(?P<mod>{words['modifier']}) )?(?P<eve>{words['eve']})"
        self.part_before = re.compile(rf"(?<![^\W\d_])[{''.join(grammar.words['and'])}]?({part}) $")
        self.hour_after = re.compile(rf" (?:{words['oclock_in']}) ({words['hour']})(?![^\W\d_])(?! {grammar.joiner})")
        self.part_after = re.compile(rf" (?:{words['adverb']})(?![^\W\d_])")


def _slots(grammar: Grammar) -> Iterable[tuple[str, Iterable[str]]]:
    return (
        (slot, grammar.words[slot])
        for slot in ("at", "until", "from", "eve", "adverb", "hour", "oclock_in", "modifier")
    )


def joined(text: str, found: Iterable[Found], grammar: Grammar, joints: Joints) -> list[Found]:
    """Return the expressions with neighbours that are one joined, left to right."""
    done: list[Found] = []
    for each in found:
        one = _with_part_before(text, each, grammar, joints, done[-1].end if done else 0)
        if done:
            done[-1] = _with_part_after(text, done[-1], one.start, grammar, joints)
        while done and (both := _one(text, done[-1], one, joints)):
            done.pop()
            one = both
        done.append(one)
    if done:
        done[-1] = _with_part_after(text, done[-1], len(text), grammar, joints)
    return done


def kind(made: Made) -> str:
    """Return "clock", "part", "day", "week", "month" or "set", and "" for all that joins nothing."""
    if made.mod == "NAME":
        return ""
    if made.type == "TIME":
        return _kind_of_time(made)
    if made.type != "DATE" or "/" in made.written:
        return "set" if made.type == "SET" else ""
    if made.written:
        day = re.search(r"-\d\d-\d\d$", made.written) or re.fullmatch(r"XXXX-XX-\d\d", made.written)
        return "day" if day else "month" if re.fullmatch(r"[\dX]{4}-(?:0\d|1[0-2])", made.written) else ""
    if made.weekday or (made.shift and made.shift.unit == "day"):
        return "day"
    return "week" if made.shift and made.shift.unit == "week" else ""


def _kind_of_time(made: Made) -> str:
    bare = made.written.startswith("XXXX-XX-XXT") and not made.weekday and made.shift == Shift(unit="day", by=0)
    if not made.written[11:12].isdigit():
        return "part"
    return "clock" if bare else ""


def _one(text: str, left: Found, right: Found, joints: Joints) -> Found | None:
    """Both as one, if they are."""
    if right.start - left.end > _REACH:
        return None
    a, b, gap = kind(left.made), kind(right.made), text[left.end : right.start]
    if not a or not b:
        return None
    made = None
    if joints.beside.fullmatch(gap):
        made = _beside(left.made, a, right.made, b)
        if made:
            return Found(left.start, right.end, f"{left.rule}, {right.rule}", made)
    return _range(text, left, right, joints) if a == b and a in ("day", "month") else None


def _beside(left: Made, a: str, right: Made, b: str) -> Made | None:
    if a == "day" and b in ("clock", "part") and not (b == "part" and (right.shift or right.weekday)):
        return _at(left, right)
    if b == "day" and a in ("clock", "part") and not (a == "part" and (left.shift or left.weekday)):
        return _at(right, left)
    if a == "part" and b == "clock":
        return _in_part(left, right)
    if a == "part" and left.weekday and not left.note and b == "day" and right.written and not right.weekday:
        return _at(right._replace(weekday=left.weekday), left)
    if a == "week" and b == "day" and not right.written and right.weekday and not right.shift:
        return left._replace(written=f"XXXX-WXX-{right.weekday}")
    if a == "set" and b == "clock":
        return _in_part(left, right) if left.written.startswith("XXXX-XX-XXT") else _often(left, right)
    return _often(right, left) if a == "clock" and b == "set" else None


def _at(day: Made, clock: Made) -> Made:
    return day._replace(
        type="TIME", written=(day.written or "XXXX-XX-XX") + clock.written[10:], mod=clock.mod or day.mod
    )


def _in_part(part: Made, clock: Made) -> Made | None:
    """`هذا الصباح الساعة السابعة`: the part says which half of the day is meant."""
    day, _, code = part.written.partition("T")
    if "/" in clock.written:
        return None
    hour, minutes = int(clock.written[11:13]), clock.written[13:]
    at = hour_of(hour, _NAMES.get(f"T{code}", ""))
    shift = part.shift or (None if part.weekday or part.type == "SET" or day.strip("X-") else clock.shift)
    return part._replace(written=f"{day}T{at:02}{minutes}", shift=shift) if at <= 24 else None


def _often(often: Made, clock: Made) -> Made | None:
    if often.written in ("P1D", "XXXX-XX-XX"):
        return often._replace(written=clock.written)
    return (
        often._replace(written=often.written + clock.written[10:]) if often.written.startswith("XXXX-WXX-") else None
    )


def _range(text: str, left: Found, right: Found, joints: Joints) -> Found | None:
    """From one day or month to another. `و` joins them only behind a word for between."""
    begin = joints.origin.search(text, max(left.start - _REACH, 0), left.start)
    gap = text[left.end : right.start]
    both = joints.both.fullmatch(gap) and begin and begin[1] in joints.between
    if not both and not joints.until.fullmatch(gap):
        return None
    made = _ends(left.made, right.made)
    start = begin.start(1) if begin else left.start
    return Found(start, right.end, f"{left.rule}, {right.rule}", made) if made else None


def _ends(a: Made, b: Made) -> Made | None:
    """The interval; only its end may lean on more than the digits that it lacks."""
    weekday = b.weekday if not b.written else 0
    if weekday and a.weekday and not a.written and not a.shift:
        return b._replace(written=f"XXXX-WXX-{a.weekday}/XXXX-WXX-{weekday}", weekday=0)
    if not a.written or not b.written or a.shift or a.written[:1] == "H" or b.written[:1] == "H":
        return None
    first = a.written
    if first.startswith("XXXX-") and b.written[:4].isdecimal() and "XX" not in first[5:]:
        year = int(b.written[:4]) - (first[5:] > b.written[5:])
        first = f"{year}{first[4:]}"
    return b._replace(written=f"{first}/{b.written}", weekday=0)


def _with_part_before(text: str, found: Found, grammar: Grammar, joints: Joints, done: int) -> Found:
    if kind(found.made) != "day":
        return found
    part = joints.part_before.search(text, max(found.start - _REACH, done), found.start)
    if not part:
        return found
    code, mod = PARTS[grammar.words["eve"][part["eve"]]], grammar.words["modifier"].get(part["mod"] or "", "")
    return found._replace(start=part.start(1), made=_at(found.made, Made("TIME", f"XXXX-XX-XX{code}", mod=mod)))


def _with_part_after(text: str, found: Found, limit: int, grammar: Grammar, joints: Joints) -> Found:
    a = kind(found.made)
    hour = joints.hour_after.match(text, found.end) if a in ("day", "part") else None
    if hour and hour.end() <= limit:
        clock = Made("TIME", f"XXXX-XX-XXT{int(grammar.words['hour'][hour[1]]):02}:00", shift=Shift(unit="day", by=0))
        made = _at(found.made, clock) if a == "day" else _in_part(found.made, clock)
        return found._replace(end=hour.end(), made=made) if made else found
    part = joints.part_after.match(text, found.end) if a == "day" else None
    if not part or part.end() > limit:
        return found
    code = PARTS[grammar.words["adverb"][part.group().strip()]]
    return found._replace(end=part.end(), made=_at(found.made, Made("TIME", f"XXXX-XX-XX{code}")))
