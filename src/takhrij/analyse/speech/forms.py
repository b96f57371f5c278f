"""The tables that verbs, nouns and attributions of saying are looked up in, by folded words."""

from __future__ import annotations

from typing import Final, NamedTuple

from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.lang.tables import Attribution, Reporting
from takhrij.text import fold_text

PREFIXES: Final = ("و", "ف")
SUFFIXES: Final = ("ها", "هم", "هما", "ه")


class Forms(NamedTuple):
    """What `cues.find` looks words up in, built once for a language."""

    finite: dict[str, Reporting]
    unsaid: dict[str, Reporting]
    final_alef: frozenset[str]
    final_hamza: frozenset[str]
    participles: dict[str, Reporting]
    nouns: dict[str, Reporting]
    owned: dict[str, Reporting]
    attributions: Lexicon[Attribution]
    particles: dict[str, frozenset[str]]
    frames: Lexicon[str]
    adjuncts: Lexicon[str]
    counts: dict[str, int]
    verbs: frozenset[str]


def forms(knowledge: Knowledge) -> Forms:
    """Build the look-ups. The first row that has a form keeps it."""
    language = knowledge.language
    finite: dict[str, Reporting] = {}
    unsaid: dict[str, Reporting] = {}
    participles: dict[str, Reporting] = {}
    nouns = {fold_text(noun): row for row in language.reporting for noun in row.nouns}
    for row in language.reporting:
        for form in row.forms:
            (unsaid if row.kind == "unsaid" else finite).setdefault(fold_text(form), row)
        for form in row.participles:
            participles.setdefault(fold_text(form), row)
    kinds: dict[str, set[str]] = {}
    for particle in language.particles:
        if " " not in particle.phrase:
            kinds.setdefault(fold_text(particle.phrase), set()).add(particle.kind)
    joined = [c for c in language.clitics if c.prefix in PREFIXES]
    phrases: dict[str, Lexicon[str]] = {
        kind: Lexicon([(p.phrase, p.kind) for p in language.particles if p.kind == kind], joined)
        for kind in ("frame", "adjunct")
    }
    attributions = Lexicon([(row.phrase, row) for row in language.attributions], joined)
    frozen = {word: frozenset(found) for word, found in kinds.items()}
    counts = {row.word: row.count for row in language.frequencies}
    ends = {f: f[-1] for row in language.reporting for f in row.forms if f.endswith(("ى", "أ"))}
    final_alef = frozenset(fold_text(f) for f, letter in ends.items() if letter == "ى")
    final_hamza = frozenset(fold_text(f) for f, letter in ends.items() if letter == "أ")
    return Forms(
        finite,
        unsaid,
        final_alef,
        final_hamza,
        participles,
        nouns,
        _owned(nouns),
        attributions,
        frozen,
        phrases["frame"],
        phrases["adjunct"],
        counts,
        frozenset(word for row in language.eventcues if row.kind == "verbform" for word in row.forms),
    )


def _owned(nouns: dict[str, Reporting]) -> dict[str, Reporting]:
    """Return the verbal nouns with a pronoun (دعوتها), by their folded forms."""
    stems = {(noun[:-1] + "ت" if noun.endswith("ه") else noun): row for noun, row in nouns.items()}
    return {stem + suffix: row for stem, row in stems.items() for suffix in SUFFIXES if row.act != "refuse"}
