"""The four sets of `bench.times`, read from `../shared` into one form."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from bench import shared

CORPORA = shared.SHARED / "corpora"
LEFT_OUT = Path(__file__).parent / "labels" / "recognizers_left_out.tsv"
KINDS = ("title", "byline", "caption", "body")
NOON = "T12:00:00"


class Wanted(NamedTuple):
    """Where a time stands, and the values that are right: any of them; none where only the words are asked for."""

    start: int
    end: int
    values: tuple[str, ...]
    readings: int = 1


class Case(NamedTuple):
    """A text and its times. `inside`: the parts that count, if not all. `left_out`: why curating leaves it out."""

    id: str
    text: str
    at: str
    wanted: tuple[Wanted, ...]
    prefer: str = "closest"
    inside: tuple[tuple[int, int], ...] = ()
    left_out: str = ""


def sets() -> dict[str, list[Case]]:
    """Return the sets by name."""
    return {
        "five pages": list(_five()),
        "time_probes": list(_probes()),
        "duckling (prefer future)": list(_duckling()),
        "recognizers": list(_recognizers()),
    }


def pages(number: int) -> Iterator[str]:
    """Yield the texts of the first pages of `syria_pages`."""
    for item in islice(_lines("syria_pages"), number):
        yield item["text"]


def _lines(name: str) -> Iterator[dict[str, Any]]:
    with gzip.open(CORPORA / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def _five() -> Iterator[Case]:
    gold = shared.SHARED / "gold"
    seeds = yaml.safe_load((gold / "seeds.yaml").read_text(encoding="utf-8"))["pages"]
    times = [json.loads(line) for line in (gold / "times.jsonl").open(encoding="utf-8")]
    blocks = [json.loads(line) for line in (gold / "blocks.jsonl").open(encoding="utf-8")]
    for path in sorted(shared.PAGES.glob("*.txt")):
        name, text = path.stem, path.read_bytes().decode("utf-8")
        inside = tuple((b["start"], b["end"]) for b in blocks if b["page"] == name and b["kind"] in KINDS)
        wanted = []
        for t in times:
            if t["page"] == name:
                vague = t["value"].endswith("_REF") or "X" in t["value"]
                values = () if vague else (t["value"], *t.get("also", ()))
                wanted.append(Wanted(t["start"], t["end"], values))
        published = seeds[name]["articles"][0]["published"]["value"]
        yield Case(name, text, f"{published}{NOON}", tuple(wanted), inside=inside)


def _probes() -> Iterator[Case]:
    for item in _lines("time_probes"):
        wanted = () if item["trap"] else (Wanted(item["start"], item["end"], tuple(item["values"])),)
        yield Case(item["id"], item["text"], item["dct"] + NOON, wanted)


def _duckling() -> Iterator[Case]:
    for item in _lines("duckling_ar"):
        if item["dim"] not in ("time", "duration"):
            continue
        wanted: tuple[Wanted, ...] = ()
        if not item["negative"]:
            expected = item["expected"]
            value = expected["value"]
            if expected.get("grain") == "second" and value == item["reference"][:19]:
                wanted = (Wanted(0, len(item["input"]), (value, "PRESENT_REF")),)
            else:
                wanted = (Wanted(0, len(item["input"]), (value,)),)
        yield Case(item["id"], item["input"], item["reference"][:19], wanted, prefer="future")


def _recognizers() -> Iterator[Case]:
    why = {}
    if LEFT_OUT.exists():
        rows = (line.rstrip("\n").split("\t") for line in LEFT_OUT.open(encoding="utf-8") if "\t" in line)
        why = {row[0]: row[1] for row in rows}
    for item in _lines("recognizers_ar"):
        if item["family"] != "datetime":
            continue
        at = (item["reference"] or "2016-11-07T00:00:00")[:19]
        wanted = []
        for result in item["results"]:
            start = item["input"].find(result["text"]) if result["start"] is None else result["start"]
            end = start + len(result["text"]) if result["start"] is None else result["end"]
            values = () if item["level"] == "extract" else tuple(_values(result, at[:10]))
            wanted.append(Wanted(start, end, values))
        yield Case(item["id"], item["input"], at, tuple(wanted), left_out=why.get(item["id"], ""))


def _values(result: dict[str, Any], day: str) -> Iterator[str]:
    """Yield every value that Recognizers gives, as TIMEX3: of the two ways of reading, either."""
    timex = result.get("timex", "")
    if timex.startswith("P") or result["type"] == "set":
        yield timex
        return
    if timex and not set("X(#") & set(timex) and timex[0].isdigit():
        yield timex
    told = result.get("values") or (result["resolution"] if isinstance(result.get("resolution"), dict) else {}).get(
        "values", ()
    )
    for value in told:
        if value.get("timex", "").startswith("P"):
            yield value["timex"]
        elif "start" in value and "end" in value:
            yield f"{_stamp(value['start'], day)}/{_stamp(value['end'], day)}"
        elif value.get("value", "not resolved") != "not resolved":
            yield _stamp(value["value"], day)
        elif value.get("timex", "")[:1].isdigit():
            yield value["timex"]
        else:
            yield from (_stamp(value[k], day) for k in ("start", "end") if k in value)
    for side in (result.get("future") or {}, result.get("past") or {}):
        ends = [v for k, v in side.items() if k.startswith(("start", "end"))]
        if len(ends) == 2:
            yield "/".join(_stamp(v, day) for v in ends)
        elif side and not str(next(iter(side.values()))).startswith("0001"):
            yield _stamp(str(next(iter(side.values()))), day)


def _stamp(value: str, day: str) -> str:
    """A stamp of Recognizers as a value: `2016-11-07 16:00:00`, `16:00:00` of the reference day, `2016-11-07`."""
    value = value.replace(" ", "T")
    return f"{day}T{value}" if value[2:3] == ":" else value
