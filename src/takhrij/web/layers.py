"""A page's text in pieces, each with the layers that lie on it: blocks, times, names, statements, events."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

import msgspec

from takhrij.store.views import Reading
from takhrij.text import fold

LAYERS = ("blocks", "times", "names", "statements", "events")


class Layer(msgspec.Struct, frozen=True):
    """Characters with a class for the style sheet and what to say of them."""

    start: int
    end: int
    css: str
    title: str = ""
    link: str = ""


class Piece(msgspec.Struct, frozen=True):
    """Characters on which the same layers lie; `at` is where they begin, `link` where a click leads."""

    at: int
    text: str
    css: str
    title: str
    link: str


def of_page(page: Reading, words: Mapping[str, str], lit: tuple[int, int] | None = None) -> list[Piece]:
    """Return the pieces of a whole page in order; `lit` are characters that somebody wants to see.

    `words` are the interface's: a layer's title says in them what it is.
    """
    layers = [Layer(b.start, b.end, f"block b-{b.kind}", words[f"block.{b.kind}"]) for b in page.blocks]
    layers += [Layer(t.start, t.end, "time", t.edtf or t.value) for t in page.times]
    layers += [
        Layer(
            m.start, m.end, f"name n-{m.kind}", words[f"kind.{m.kind}"], f"/entities/{m.entity}" if m.entity else ""
        )
        for m in page.mentions
    ]
    for s in page.statements:
        layers.append(
            Layer(
                s.content.start,
                s.content.end,
                "statement",
                f"{s.speaker}: {words[f'act.{s.act}']}",
                f"/tellings/{s.id}",
            )
        )
        layers.append(Layer(s.cue.start, s.cue.end, "cue", words[f"act.{s.act}"]))
    layers += [
        Layer(
            e.start, e.end, "event", f"{words[f'event.{e.type}']}: {words[f'status.{e.status}']}", f"/tellings/{e.id}"
        )
        for e in page.events
    ]
    if lit:
        layers.append(Layer(*lit, "lit"))
    return list(pieces(page.text, 0, len(page.text), layers))


def pieces(text: str, start: int, end: int, layers: Sequence[Layer]) -> Iterator[Piece]:
    """Yield `text[start:end]` cut wherever a layer begins or ends; of several links the innermost wins."""
    opening: defaultdict[int, list[Layer]] = defaultdict(list)
    edges = {start, end}
    for layer in layers:
        if layer.start < layer.end and layer.start < end and layer.end > start:
            opening[max(layer.start, start)].append(layer)
            edges |= {max(layer.start, start), min(layer.end, end)}
    current: list[Layer] = []
    ordered = sorted(edges)
    for here, there in pairwise(ordered):
        current = [layer for layer in current if layer.end > here] + opening[here]
        innermost = sorted(current, key=lambda layer: layer.end - layer.start)
        yield Piece(
            here,
            text[here:there],
            " ".join(dict.fromkeys(layer.css for layer in current)),
            " · ".join(dict.fromkeys(layer.title for layer in innermost if layer.title)),
            next((layer.link for layer in innermost if layer.link), ""),
        )


def side_by_side(left: str, right: str) -> tuple[list[Piece], list[Piece]]:
    """Return two passages in pieces; the words that both have, in the same order, are of the class `common`."""
    a, b = fold(left), fold(right)
    matcher = SequenceMatcher(None, a.texts, b.texts, autojunk=False)
    sides: tuple[list[Layer], list[Layer]] = ([], [])
    for i, j, size in matcher.get_matching_blocks():
        if size:
            sides[0].append(Layer(a.words[i].start, a.words[i + size - 1].end, "common"))
            sides[1].append(Layer(b.words[j].start, b.words[j + size - 1].end, "common"))
    return list(pieces(left, 0, len(left), sides[0])), list(pieces(right, 0, len(right), sides[1]))
