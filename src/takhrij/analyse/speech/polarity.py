"""Whether a passage says that something is not so. What pages say of one another turns on it."""

from __future__ import annotations

from typing import Final

from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.text import Folded

_HEAD: Final = 10
"""Words from the beginning among which the main clause's negation stands; a later one belongs to another clause."""
_JOINED: Final = 2
"""Words from the beginning after which a negation behind a conjunction belongs to a further clause."""


def negated(folded: Folded, start: int, end: int, knowledge: Knowledge) -> bool:
    """Return whether `folded.raw[start:end]` begins with a negated clause ("that Moscow will not withdraw").

    Phrases that only look like a negation (لا يزال "still", لا بد "must") are none; two negations cancel out, and
    an exception after it turns a negation round ("not only", "nothing but").
    """
    words = folded.between(start, end)
    head = range(words.start, min(words.stop, words.start + _HEAD + 4))
    hits = list(knowledge.built(_particles).find(folded, head))
    if any(hit.entry == "excepts" for hit in hits):
        return False
    negations = [hit for hit in hits if hit.entry == "negates" and hit.first < words.start + _HEAD]
    return sum(not hit.prefix or hit.first < words.start + _JOINED for hit in negations) % 2 == 1


def _particles(knowledge: Knowledge) -> Lexicon[str]:
    kinds = {"negative": "negates", "negates": "negates", "affirms": "affirms", "excepts": "excepts"}
    language = knowledge.language
    conjunctions = [clitic for clitic in language.clitics if clitic.prefix in ("و", "ف")]
    rows = [row for row in language.particles if row.kind in kinds]
    bare = {row.phrase for row in rows}
    joined = {clitic.prefix + phrase for clitic in conjunctions for phrase in bare}
    entries = [(row.phrase, kinds[row.kind]) for row in rows if row.phrase not in joined]
    return Lexicon(sorted(entries, key=lambda entry: entry[1] == "negates"), conjunctions)
