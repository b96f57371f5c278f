"""A plain CRF over words and their letters: what a tagger of names scores without any knowledge of Arabic."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pycrfsuite

from bench.taggedtext import Line, Name
from takhrij.analyse.mentions.training import SETTINGS


def train(lines: Sequence[Line]) -> Any:
    """Return a tagger trained on `lines`, with the settings of our own."""
    trainer = pycrfsuite.Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    for line in lines:
        trainer.append(_features(line.tokens), _tags(line))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "plain"
        trainer.train(str(path))
        tagger = pycrfsuite.Tagger()
        tagger.open_inmemory(path.read_bytes())
    return tagger


def names(tagger: Any, line: Line) -> frozenset[Name]:
    """Return the names that the tagger reads in a line."""
    tags = [*tagger.tag(_features(line.tokens)), "O"]
    found, first = set(), -1
    for i, tag in enumerate(tags):
        if first >= 0 and tag != "I" + tags[first][1:]:
            found.add(Name(first, i, tags[first][2:]))
            first = -1
        if first < 0 and tag.startswith("B-"):
            first = i
    return frozenset(found)


def _features(tokens: Sequence[str]) -> list[list[str]]:
    """Return of each token the word, its first and last three letters, and two words on either side."""
    padded = ["-", "-", *tokens, "-", "-"]
    rows = []
    for i, word in enumerate(tokens):
        row = ["bias", f"w={word}", f"digits={word.isdigit()}"]
        for size in (1, 2, 3):
            row += [f"p={word[:size]}", f"s={word[-size:]}"]
        row += [f"{step}={padded[i + 2 + step]}" for step in (-2, -1, 1, 2)]
        rows.append(row)
    return rows


def _tags(line: Line) -> list[str]:
    tags = ["O"] * len(line.tokens)
    for name in sorted(line.names):
        tags[name.first : name.last] = ["B-" + name.kind] + ["I-" + name.kind] * (name.last - name.first - 1)
    return tags
