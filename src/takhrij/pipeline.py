"""The whole program on one screen: paths -> pages -> analyses -> links -> dossier."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

from msgspec.structs import replace

from takhrij import contract, dossier, engines, judgements, lang, world
from takhrij.analyse import analyse
from takhrij.analyse.mentions import learned, training
from takhrij.errors import InputError
from takhrij.expressions import PageTimes, of_page
from takhrij.knowledge import Knowledge
from takhrij.link import link
from takhrij.plugins import modules
from takhrij.readers import read_all, read_bytes
from takhrij.records import Analysis, Failure, Page, When
from takhrij.timex import Prefer

PAGE_SECONDS = 60.0
"""Limit of last resort for one page. The slowest of 1,736 real pages takes under one second."""

Progress = Callable[[str, int, int], None]
"""Told of a stage, how many pages are done, and of how many (0: not known yet)."""


def build(  # noqa: PLR0913 - all that a run may be told
    paths: Sequence[Path],
    *,
    engine: str = "serial",
    worlds: Sequence[Path] = (),
    fields: Mapping[str, str] | None = None,
    names: Path | None = None,
    rulings: Path | None = None,
    own: Sequence[Path] = (),
    progress: Progress | None = None,
) -> contract.Dossier:
    """Return the dossier of all pages at `paths`. Same bytes in, same dossier out, whatever the engine.

    `fields` says under which names lines of JSON and rows of tables hold what: `{"text": "content"}`. `names` is a
    model that `train_names` wrote, `rulings` a file of what people ruled (`judgements`), `own` what the run
    will write, which is no page where a folder holds it.

    Raises:
        InputError: for a path that is not there, when there is no page at all, or for a line that is no judgement.
        LanguageError, WorldError: for a wrong row of data.
        ModelError: for a model that cannot be used.
    """
    tell = progress or silent
    ruled = judgements.read(rulings) if rulings else ()
    make = Maker(tuple(worlds), names)
    knowledge = make.knowledge
    pages, failures = gather(paths, tell, fields, own)
    results: list[Analysis | Failure] = []
    run = modules(engines)[engine].run
    for result in run(pages, make, PAGE_SECONDS):
        results.append(result)
        tell("analyse", len(results), len(pages))
    failures += [result for result in results if isinstance(result, Failure)]
    tell("link", 0, 0)
    ruled = judgements.placed(ruled, {page.id: page.text for page in pages})
    analyses, links = link([result for result in results if isinstance(result, Analysis)], knowledge, ruled)
    return dossier.make(pages, analyses, links, failures)


class Maker:
    """Makes the function from page to analysis that engines run. Sent to another process, it loads anew there."""

    def __init__(self, worlds: tuple[Path, ...], names: Path | None = None) -> None:
        self.worlds = worlds
        self.names = names

    @cached_property
    def knowledge(self) -> Knowledge:
        return knowledge_of(self.worlds, self.names)

    def __call__(self) -> Callable[[Page], Analysis]:
        return partial(analyse, knowledge=self.knowledge)

    def __reduce__(self) -> tuple[type[Maker], tuple[tuple[Path, ...], Path | None]]:
        return Maker, (self.worlds, self.names)


def knowledge_of(worlds: tuple[Path, ...], names: Path | None = None) -> Knowledge:
    """Return the Arabic language and the base world, with the user's own worlds before it, and the model `names`."""
    return Knowledge(lang.load(), world.load(*worlds), learned.Tagger(names) if names else None)


def train_names(data: Path, model: Path, progress: Progress | None = None) -> training.Trained:
    """Write a model of names trained on `data`, a token and its tag a line, and return what it was made of.

    Raises:
        ModelError: where the extra `names` is missing, or the data cannot be read or hold no name.
    """
    tell = progress or silent
    return training.train(data, model, knowledge_of(()), lambda done, of: tell("read", done, of))


def gather(
    paths: Sequence[Path], progress: Progress, fields: Mapping[str, str] | None = None, own: Sequence[Path] = ()
) -> tuple[list[Page], list[Failure]]:
    """Return the pages at `paths` by id, equal bytes once with all their sources, and what could not be read.

    Raises:
        InputError: for a path that is not there, or when not one page can be read.
    """
    pages: dict[str, Page] = {}
    failures: list[Failure] = []
    for number, found in enumerate(read_all(paths, fields, own), 1):
        progress("read", number, 0)
        if isinstance(found, Failure):
            failures.append(found)
        elif found.id in pages:
            sources = sorted({*pages[found.id].sources, *found.sources})
            pages[found.id] = replace(pages[found.id], sources=tuple(sources))
        else:
            pages[found.id] = found
    if not pages:
        told = "".join(f"\n  {failure.source}: {failure.error}. {failure.cure}" for failure in failures[:20])
        more = f"\n  ... and {len(failures) - 20} more" if len(failures) > 20 else ""
        cure = "" if failures else "Give files, or folders that hold some."
        raise InputError(f"no page in {_names(paths)}{told}{more}", cure=cure)
    return sorted(pages.values(), key=lambda page: page.sources), failures


def timed(
    paths: Sequence[Path],
    *,
    anchor: When | None = None,
    prefer: Prefer = "closest",
    fields: Mapping[str, str] | None = None,
    stdin: Callable[[], bytes] | None = None,
) -> Iterator[tuple[Page, PageTimes] | Failure]:
    """Yield each page at `paths` with its times, as soon as it is read; the path `-` stands for what `stdin` gives.

    Raises:
        InputError: for a path that is not there.
    """
    knowledge = knowledge_of(())
    for path in paths:
        piped = stdin is not None and path == Path("-")
        for found in read_bytes("stdin", stdin()) if piped and stdin else read_all([path], fields):
            yield found if isinstance(found, Failure) else (found, of_page(found, knowledge, anchor, prefer))


def silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def _names(paths: Iterable[Path]) -> str:
    return ", ".join(str(path) for path in paths)
