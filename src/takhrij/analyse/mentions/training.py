"""Trains a tagger of names on text with a token and its tag a line (CoNLL)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from takhrij.analyse import mentions
from takhrij.analyse.mentions.features import Seen
from takhrij.analyse.mentions.learned import crfsuite
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import wordbook
from takhrij.errors import ModelError
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Block, Page, Span
from takhrij.text import fold

TAGS: Final = {
    "PER": "person",
    "PERS": "person",
    "PERSON": "person",
    "LOC": "place",
    "GPE": "place",
    "FAC": "place",
    "ORG": "organization",
}
"""What the tags of the usual corpora mean; others are read as no name."""
LINES: Final = 20
"""Sentences that are read as one page where the data do not say where a document ends (-DOCSTART-)."""
ENDS: Final = (".", "؟", "?", "!", "…")
LONGEST: Final = 400
"""Tokens of a line at most: data without ends of sentences are cut there."""
SETTINGS: Final = {"c1": 0.1, "c2": 0.05, "max_iterations": 100, "feature.possible_transitions": True}
"""Of L-BFGS with both norms; chosen on nothing: crfsuite's tutorial has nearly these."""

Sentence = list[tuple[str, str]]
"""Tokens with B-, I- and a kind, or O."""


class Trained(NamedTuple):
    """What a model was made of."""

    tokens: int
    names: int


def train(data: Path, model: Path, knowledge: Knowledge, told: Callable[[int, int], None] | None = None) -> Trained:
    """Write a model trained on `data` to `model`. The same data and knowledge make the same bytes.

    `data` holds a token and its tag a line, parted by white space; of more columns the first and the last count. An
    empty line ends a sentence, a line that begins with -DOCSTART- a document; tags are IOB with the kinds of `TAGS`.
    `told` hears of how many of how many pages were read.

    Raises:
        ModelError: where python-crfsuite is not installed, or the data cannot be read or name nobody.
    """
    trainer = crfsuite().Trainer(verbose=False)
    trainer.set_params(SETTINGS)
    documents = list(_pages(data))
    names = sum(tag.startswith("B-") for lines in documents for line in lines for _, tag in line)
    if not names:
        raise ModelError(
            f"{data}: no tag of a name",
            cure=f"Write a token and a tag a line: B- or I- with {', '.join(TAGS)}, or O.",
        )
    for number, lines in enumerate(documents, 1):
        for features, tags in _examples(lines, knowledge):
            trainer.append(features, tags)
        if told:
            told(number, len(documents))
    try:
        trainer.train(str(model))
    except OSError as error:
        raise ModelError(f"{model}: {error}", cure="Give a file in a folder that exists.") from error
    return Trained(sum(len(line) for lines in documents for line in lines), names)


def page_of(lines: Sequence[Sequence[str]]) -> tuple[Page, Analysis]:
    """Return lines of tokens as a page with one article, whose body every line is."""
    blocks, texts, at = [], [" ".join(tokens) for tokens in lines], 0
    for text in texts:
        blocks.append(Block(span=Span(page="data", start=at, end=at + len(text)), kind="body", article="data"))
        at += len(text) + 1
    page = Page(id="data", text="\n".join(texts), sources=("data",), raw_sha256="")
    return page, Analysis(page="data", language="ar", blocks=tuple(blocks))


def tokens_of(t: Tagged, block: Block, tokens: Sequence[str]) -> list[int]:
    """Return for each word of the page in `block` which of the line's tokens it begins in."""
    ends, at = [], block.span.start
    for token in tokens:
        ends.append(at + len(token))
        at += len(token) + 1
    return [bisect_right(ends, t.words[i].start) for i in t.folded.between(block.span.start, block.span.end)]


def _examples(lines: Sequence[Sentence], knowledge: Knowledge) -> Iterator[tuple[list[list[str]], list[str]]]:
    page, sofar = page_of([[token for token, _ in line] for line in lines])
    folded = fold(page.text)
    t = Tagged(page.id, folded, knowledge.built(wordbook))
    seen = Seen(t, mentions.find(page, folded, sofar, knowledge), knowledge)
    for line, block in zip(lines, sofar.blocks, strict=True):
        owners = tokens_of(t, block, [token for token, _ in line])
        if owners:
            yield seen.of(folded.between(block.span.start, block.span.end)), _tags(line, owners)


def _tags(line: Sentence, owners: Sequence[int]) -> list[str]:
    """Return a tag a word: a token of two words begins its name but once."""
    tags = []
    for k, owner in enumerate(owners):
        tag = line[owner][1]
        tags.append("I" + tag[1:] if tag.startswith("B-") and k and owners[k - 1] == owner else tag)
    return tags


def _pages(data: Path) -> Iterator[list[Sentence]]:
    lines: list[Sentence] = []
    for line in _sentences(data):
        if line:
            lines.append(line)
        if lines and (not line or len(lines) == LINES):
            yield lines
            lines = []
    if lines:
        yield lines


def _sentences(data: Path) -> Iterator[Sentence]:
    """Yield the sentences; an empty one where a document ends."""
    try:
        rows = data.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise ModelError(f"{data}: {error}", cure="Give a text file in UTF-8.") from error
    line: Sentence = []
    for row in (*rows, ""):
        cells = row.split()
        if len(cells) > 1 and not row.startswith("-DOCSTART-"):
            line.append((cells[0], _tag(cells[-1], line)))
        if line and (len(cells) < 2 or cells[0] in ENDS or len(line) == LONGEST):
            yield line
            line = []
        if row.startswith("-DOCSTART-"):
            yield []


def _tag(written: str, before: Sentence) -> str:
    """Return a tag in our kinds; I- without a beginning begins."""
    place, _, kind = written.partition("-")
    ours = TAGS.get(kind.upper(), "")
    if place not in ("B", "I") or not ours:
        return "O"
    goes_on = place == "I" and bool(before) and before[-1][1] in (f"B-{ours}", f"I-{ours}")
    return f"{'I' if goes_on else 'B'}-{ours}"
