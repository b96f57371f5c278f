"""Makes the row `verbform` of `lang/ar/eventcues.tsv` anew: finite verbs, known by the company of their forms.

python -m bench.verbforms --write

No verb bears the article. So a word of the vocabulary is a past or present form where its other forms occur as well
and the word with the article never does; names and words that other tables know as something else are left out.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

import takhrij
from takhrij import lang, world
from takhrij.text import fold_text

TABLE: Final = Path(takhrij.__file__).parent / "lang" / "ar" / "eventcues.tsv"
LEAST: Final = 16
"""A form that occurs less often in 8.5 million words is left out: there a word's article may be missing by chance."""
_ARTICLES: Final = ("ال", "بال", "لل", "كال", "وال")
_LEFT_OUT: Final = Path(__file__).parent / "verbforms_left_out.txt"
_OWN_WAW: Final = frozenset(
    [
        "واجه",
        "واجهت",
        "واصل",
        "واصلت",
        "وافق",
        "وافقت",
        "وجه",
        "وجهت",
        "وزع",
        "وزعت",
        "وسع",
        "وسعت",
        "وصفت",
        "وصلت",
        "وضعت",
        "وقعت",
        "وقفت",
        "وقع",
        "وعدت",
        "ولدت",
        "وجد",
        "وجدت",
        "وثق",
        "وثقت",
        "وردت",
    ]
)
"""Verbs whose first letter is و; elsewhere it is the conjunction, which readers of the table take off themselves."""


def verbs() -> list[str]:
    """Return the folded verb forms, in the order of the alphabet."""
    language, base = lang.load(), world.load()
    known = {word: row.least for row in language.vocabulary for word in row.words}
    names = {fold_text(unit.name) for unit in language.name_units} | {fold_text(w.word) for w in language.timewords}
    names |= {fold_text(place.name) for place in base.places} | {fold_text(state.name) for state in base.states}
    names |= {line for line in _LEFT_OUT.read_text("utf-8").splitlines() if not line.startswith("#")}
    often = {word for word, least in known.items() if least >= LEAST and not word.startswith(_ARTICLES)}
    nominal = {word for word in often if "ال" + word in known or word in names}

    def feminine(word: str) -> bool:
        return len(word) > 3 and word in often and word[-1] == "ت" and word[-2] != "ا" and word not in nominal

    def present(word: str) -> bool:
        other = "ي" + word[1:]
        return word[0] == "ت" and len(word) > 3 and word[-1] not in "هت" and other in often and word not in nominal

    found = {w for w in often if feminine(w) or present(w)}
    found |= {w for w in often if len(w) > 2 and w[0] != "ت" and w not in nominal and feminine(w + "ت")}
    return sorted(w for w in found if (w in _OWN_WAW or w[0] not in "وفبلك") and w not in names)


def main() -> None:
    """Print how many forms there are; with `--write` put them into the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.verbforms", description=__doc__)
    parser.add_argument("--write", action="store_true")
    found = verbs()
    if parser.parse_args().write:
        kept = [line for line in TABLE.read_text("utf-8").splitlines() if not line.startswith("verbform\t")]
        TABLE.write_text("\n".join([*kept, "verbform\t" + "|".join(found), ""]), "utf-8")
    print(f"{len(found)} forms")


if __name__ == "__main__":
    main()
