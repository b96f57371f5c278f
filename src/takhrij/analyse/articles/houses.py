"""Whose text an article is by a line that says nothing else: "the Gazette - Jeddah", '"the Gazette" from Jeddah'.

Such a name is often an ordinary word (today, the city), which elsewhere proves nothing: these lines are asked last.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from takhrij.analyse.articles import sourcelines
from takhrij.analyse.articles.texts import Text
from takhrij.analyse.outletnames import ordinary_names
from takhrij.analyse.selfnaming import sections
from takhrij.knowledge import Knowledge
from takhrij.records import Hop
from takhrij.text import fold_text

_HOUSED: Final = ({"house", "town"}, {"house", "desk"}, {"house", "crowd"}, {"house", "town", "crowd"})
"""What a line is made of that tells whose text it is."""


def find(text: Text) -> Iterator[Hop]:
    """Yield the one known outlet of a line that is else a town, a desk or "agencies": the page's own, most often.

    A name that several papers have is that of the town's state; where none is, it stays as it is printed.
    """
    for block in sourcelines.lines(text):
        parts = sourcelines.read(text, text.folded.between(block.span.start, block.span.end), guess=True)
        found = [part for part in parts if part.kind == "house" and part.outlet]
        if len(found) == 1 and {part.kind for part in parts} - {"stamp"} in _HOUSED:
            (part,) = found
            words = " ".join(text.folded.texts[part.first : part.last])
            if words in text.knowledge.built(sections) or not _is_apart(text, part, parts):
                continue
            cue = text.span(part.start, text.folded.words[part.last - 1].end)
            own = _of_state(text, words, parts)
            yield Hop(name=own or text.page.text[cue.start : cue.end], via="carried", kind="outlet", cue=cue)


def _is_apart(text: Text, part: sourcelines.Part, parts: list[sourcelines.Part]) -> bool:
    """Whether a sign, or "from", parts the name from whatever is beside it."""
    folded = text.folded
    if part.start != folded.words[part.first].start:
        return False  # "Britain and the Arabs"
    after = part is parts[-1] or folded.texts[part.last] == "من" or folded.gap(part.last - 1, part.last).strip()
    return bool(after) and (part is parts[0] or bool(folded.gap(part.first - 1, part.first).strip()))


def _of_state(text: Text, words: str, parts: list[sourcelines.Part]) -> str:
    """The outlet of that name, of one word only where it is in the state of the line's towns; empty for none."""
    named = [o for o in text.knowledge.world.outlets if words in map(fold_text, (o.name, *o.spellings))]
    states = text.knowledge.built(_states)
    lying = {states.get(" ".join(text.folded.texts[p.first : p.last])) for p in parts if p.kind == "town"}
    plain = " " not in words and words in text.knowledge.built(ordinary_names) and lying - {None, ""}
    there = [o for o in named if o.country in lying] if plain or len(named) > 1 else named
    return there[0].name if len(there) == 1 else ""


def _states(knowledge: Knowledge) -> dict[str, str]:
    """The state of each town, by its folded names."""
    return {fold_text(name): row.country for row in knowledge.world.places for name in (row.name, *row.spellings)}
