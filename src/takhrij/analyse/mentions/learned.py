"""Names by a tagger trained on labelled text, over all that the rules know: an adapter in the place of `find`.

Needs the extra `names`: `pip install '.[names]'`. The rules still read titles, roles, offices, states and unnamed
sources; the tagger decides where persons' names begin and end, and adds persons, places and organisations.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, Final, NamedTuple, cast

from takhrij.analyse.mentions import told
from takhrij.analyse.mentions.coreference import resolve
from takhrij.analyse.mentions.drafts import Draft
from takhrij.analyse.mentions.features import Seen
from takhrij.analyse.mentions.reading import drafts
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import wordbook
from takhrij.errors import ModelError
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Block, Kind, Mention, Page
from takhrij.text import Folded

RULE: Final = "learned tagger"
KINDS: Final[tuple[Kind, ...]] = ("person", "place", "organization")
"""What a tagger tells."""
_CURE: Final = "In the folder of takhrij: pip install '.[names]'"


class Named(NamedTuple):
    """Words `first` to `last` (half-open) of a page name one of a kind."""

    first: int
    last: int
    kind: Kind


class Tagger:
    """A trained model. Sent to another process, it is read there anew."""

    def __init__(self, path: Path) -> None:
        """Read the model at `path`.

        Raises:
            ModelError: where python-crfsuite is not installed, or the file is no model of `takhrij train-names`.
        """
        self._path = path
        self._model: Any = crfsuite().Tagger()
        try:
            self._model.open(str(path))
            labels = set(self._model.labels())
        except (OSError, ValueError) as error:
            raise ModelError(f"{path}: {error}", cure="Make one with `takhrij train-names DATA -o MODEL`.") from error
        if not labels <= {"O", *(f"{place}-{kind}" for place in "BI" for kind in KINDS)}:
            raise ModelError(f"{path}: a model of other labels", cure="Make one with `takhrij train-names`.")

    def __reduce__(self) -> tuple[type[Tagger], tuple[Path]]:
        return Tagger, (self._path,)

    def find(self, page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[Mention, ...]:
        """Return mentions as `mentions.find` does, with the tagger's names among them."""
        t, blocks = Tagged(page.id, folded, knowledge.built(wordbook)), told(sofar)
        ruled = list(drafts(t, blocks, knowledge))
        mentions = resolve(t, list(drafts(t, blocks, knowledge)), blocks, knowledge)
        named = list(self.named(t, blocks, mentions, knowledge))
        return resolve(t, list(_joined(t, blocks, ruled, named)), blocks, knowledge)

    def named(
        self, t: Tagged, blocks: Iterable[Block], mentions: Iterable[Mention], knowledge: Knowledge
    ) -> Iterator[Named]:
        """Yield what the tagger alone reads in `blocks`; `mentions` are the rules' reading of them."""
        seen = Seen(t, mentions, knowledge)
        for block in blocks:
            words = t.folded.between(block.span.start, block.span.end)
            if words:
                yield from _spans(words, self._model.tag(seen.of(words)))


def crfsuite() -> ModuleType:
    """Return python-crfsuite.

    Raises:
        ModelError: where it is not installed.
    """
    try:
        import pycrfsuite  # noqa: PLC0415 - an extra: only who uses it needs it
    except ImportError as error:
        raise ModelError("a learned tagger needs python-crfsuite", cure=_CURE) from error
    return cast("ModuleType", pycrfsuite)


def _spans(words: range, tags: Sequence[str]) -> Iterator[Named]:
    """Yield the runs of tags; one that begins inside is taken as a beginning."""
    first, open_ = words.start, ""
    for i, tag in zip((*words, words.stop), (*tags, "O"), strict=True):
        if open_ and tag != f"I-{open_}":
            yield Named(first, i, cast("Kind", open_))
            open_ = ""
        if tag != "O" and not open_:
            first, open_ = i, tag[2:]


def _joined(t: Tagged, blocks: Sequence[Block], ruled: Sequence[Draft], named: Sequence[Named]) -> Iterator[Draft]:
    """Yield the rules' drafts as the tagger leaves them, then those that it adds."""
    of = {i: name for name in named for i in range(name.first, name.last)}
    taken: set[int] = set()
    for draft in ruled:
        end = _end(t, draft)
        over = sorted({of[i] for i in range(draft.first, end) if i in of})
        persons = [name for name in over if name.kind == "person"]
        if draft.kind == "person" and not draft.roles and not draft.known and not persons:
            continue
        if draft.kind == "person" and len(persons) == 1:
            _moved(t, draft, persons[0])
        elif draft.kind in ("organization", "outlet", "place") and persons and len(over) == 1:
            continue
        taken.update(range(draft.first, draft.last))
        yield draft
    for name in named:
        block = next((b for b in blocks if b.span.start <= t.words[name.first].start < b.span.end), None)
        if block and taken.isdisjoint(range(name.first, name.last)):
            start = _start(t, name)
            text = t.clean(start, t.words[name.last - 1].end)
            yield Draft(block, name.first, name.last, start, name.kind, text, rule=RULE)


def _moved(t: Tagged, draft: Draft, name: Named) -> None:
    """Give a person of the rules the borders that the tagger sees."""
    end = _end(t, draft)
    if (name.first, name.last) == (draft.first, end):
        return
    behind = draft.last > end
    start = _start(t, name) if name.first != draft.first else draft.start
    draft.first, draft.start, draft.end = name.first, start, t.words[name.last - 1].end
    draft.last = max(draft.last, name.last) if behind else name.last
    draft.name, draft.known = t.clean(start, draft.end), ""
    draft.rule = RULE


def _end(t: Tagged, draft: Draft) -> int:
    """Return the word behind the name itself, which roles may follow."""
    return t.folded.between(draft.start, draft.end).stop if draft.end >= 0 else draft.last


def _start(t: Tagged, name: Named) -> int:
    """Return where a name begins, behind the clitics that a list or a known name behind them shows."""
    word = t.words[name.first]
    hit = t.hit(name.first)
    if hit:
        return hit.start
    inner = t.book.inside[word.text]
    return word.start + (inner[0].cut if inner else 0)
