"""What each listed phrase may be, out of all tables of language and world."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from takhrij.knowledge import Knowledge
from takhrij.text import fold_text

BEHIND = frozenset(["of", "time", "former", "link", "source_adjective", "source_on", "source_in", "source_hides"])
"""The kinds of phrases with which nothing begins."""


class Fact(NamedTuple):
    """What a phrase may be. `kind` names the list, `key` what it stands for there (a state's key, a name, a sort)."""

    kind: str
    key: str = ""
    state: str = ""


Facts = dict[str, Fact]
"""What one phrase may be, by kind, in the order of the lists."""


def entries_of(knowledge: Knowledge) -> list[tuple[str, Facts]]:
    """Return every listed phrase, folded, with all that it may be."""
    found: defaultdict[str, Facts] = defaultdict(dict)
    for fact, phrases in (*_of_language(knowledge), *_of_world(knowledge)):
        for phrase in phrases:
            folded = fold_text(phrase)
            words = folded.split() if folded.replace(" ", "").isalnum() else re.findall(r"\w+", folded)
            if words:
                found[" ".join(words)].setdefault(fact.kind, fact)
    return list(found.items())


def _of_language(knowledge: Knowledge) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    lang = knowledge.language
    for title in lang.titles:
        yield Fact(title.kind, title.title), (title.title, *title.forms)
    for of in lang.title_words:
        yield Fact(of.kind), (of.word,)
    for org_head in lang.org_heads:
        yield Fact("org_head", org_head.kind, org_head.entity), (org_head.head, *org_head.forms)
    for kind, heads in (("state_head", lang.state_heads), ("place_head", lang.place_heads)):
        for head in heads:
            yield Fact(kind, head.head), (head.head, *head.forms)
    for noun in lang.source_nouns:
        yield Fact("source_" + noun.kind), (noun.word,)


def _of_world(knowledge: Knowledge) -> Iterator[tuple[Fact, tuple[str, ...]]]:
    world = knowledge.world
    for state in world.states:
        yield Fact("state", state.name, state.key), (state.name, *state.spellings)
        yield Fact("adjective", state.name, state.key), state.adjectives
        yield Fact("voice", state.name, state.key), state.voices
    for place in world.places:
        yield Fact("place", place.name, place.country), (place.name, *place.spellings)
    for org in world.orgs:
        yield Fact("org", org.name, org.state), (org.name, *org.spellings)
    for outlet in world.outlets:
        names = (outlet.name, *outlet.spellings, *outlet.common)
        yield Fact("outlet", outlet.name, "common"), outlet.common
        yield Fact("outlet", outlet.name, outlet.kind), tuple(n for n in names if n not in outlet.common)
    for person in world.people:
        yield Fact("person", person.name, person.state), (person.name, *person.spellings)
