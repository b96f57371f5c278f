"""`takhrij build`, `explain`, `check` and `train-names`."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from takhrij import casework, checks, contract, exports, pipeline
from takhrij.cli import options
from takhrij.cli.console import SOME_FAILED, USAGE, complain, complain_of, progress, say, told
from takhrij.errors import DossierError
from takhrij.explain import explain as explained
from takhrij.output import Output
from takhrij.plugins import modules
from takhrij.store import database

app = typer.Typer()


@app.command()
def build(  # noqa: PLR0913, PLR0917 - a command has as many options as users need
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Pages as files, folders or archives.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="OUT", help="Folder for the dossier.")],
    engine: Annotated[str, typer.Option(callback=options.engine, help=options.ENGINES)] = options.ENGINE,
    world: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A folder of your own facts; again for more.")
    ] = None,
    fields: Annotated[str, typer.Option(callback=options.fields, metavar="MAP", help=options.FIELDS)] = "",
    names: Annotated[
        Path | None, typer.Option(metavar="MODEL", help="A model of names that `train-names` wrote.")
    ] = None,
    judgements: Annotated[
        Path | None, typer.Option(metavar="FILE", help="What people ruled of who is who, as JSON Lines.")
    ] = None,
    allow_failures: Annotated[
        bool, typer.Option("--allow-failures", help="Exit with 0 also when pages failed.")
    ] = False,
) -> None:
    """Read PATHs and write OUT/dossier.json and OUT/dossier.html.

    PATHs are text, Markdown, HTML, MHTML, JSON, JSON Lines, Parquet, RSS or Atom, WARC or WACZ, gzip and zip files,
    and folders of these.

    Exit status: 0 all read, 3 some pages failed, 2 wrong usage or no page at all, 130 interrupted.
    """
    built = [export for export in modules(exports).values() if getattr(export, "BUILT", False)]
    with told(), Output(output) as target:
        with progress() as tell:
            dossier = pipeline.build(
                paths,
                engine=engine,
                worlds=world or [],
                fields=options.named(fields),
                names=names,
                rulings=judgements,
                own=[output / export.NAME for export in built],
                progress=tell,
            )
        for export in built:
            target.write(export.NAME, export.write(dossier))
        target.keep()
    _summary(dossier, output)
    if dossier.failures and not allow_failures:
        raise typer.Exit(SOME_FAILED)


@app.command()
def train_names(
    data: Annotated[Path, typer.Argument(metavar="DATA", help="A token and its tag a line, in UTF-8.")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="MODEL", help="File for the model.")],
) -> None:
    """Train a tagger of persons, places and organisations on DATA, for `build --names MODEL`.

    DATA is CoNLL-like: a token and its tag (B-PER, I-PER, B-LOC, B-ORG, O) a line, an empty line behind a sentence.
    Needs the extra `names`: pip install '.[names]'. The same DATA make the same MODEL.
    """
    with told(), progress() as tell:
        trained = pipeline.train_names(data, output, tell)
    say(f"{trained.tokens} tokens with {trained.names} names; the model is {output}.")


@app.command()
def explain(
    wanted: Annotated[str, typer.Argument(metavar="ID", help="Id of a statement or event, or its beginning or end.")],
    path: Annotated[Path, typer.Argument(metavar="DOSSIER", help="A dossier.json, or a case.")],
) -> None:
    """Print one statement or event: its words, where they stand, the chain, the date, and who else says it."""
    with told():
        for line in explained(load(path), wanted):
            say(line)


@app.command()
def check(
    world: Annotated[
        list[Path] | None, typer.Option(metavar="DIR", help="A world folder of your own; again for more.")
    ] = None,
    language: Annotated[Path | None, typer.Option(metavar="DIR", help="A language folder of your own.")] = None,
) -> None:
    """Check language and world folders; tell each problem with file and line. Exit status 2 if there is one.

    Tenures that overlap are told as notes: they may be meant.
    """
    problems = checks.problems(language, tuple(world or ()))
    for problem in problems:
        complain(f"{problem}. {problem.cure}")
    if problems:
        raise typer.Exit(USAGE)
    for note in checks.notes(tuple(world or ())):
        complain(f"note: {note}")
    say("No problem found.")


def load(path: Path) -> contract.Dossier:
    """Return the dossier in a file, or of a case as its last update left it; say on stderr if pages wait for one.

    Raises:
        DossierError: when there is none.
        CaseError: for a case that cannot be read.
    """
    if database.is_case(path):
        if waiting := casework.status(path).waiting:
            complain(f"Pages that wait, and are not told of here: {waiting}. First: takhrij update {path}")
        return casework.read(path)
    try:
        return msgspec.json.decode(path.read_bytes(), type=contract.Dossier)
    except OSError as error:
        raise DossierError(
            f"{path}: {error.strerror}", cure="Give the dossier.json that `takhrij build` wrote."
        ) from error
    except msgspec.DecodeError as error:
        raise DossierError(f"{path}: no dossier: {error}", cure="Build it again with `takhrij build`.") from error


def _summary(dossier: contract.Dossier, output: Path) -> None:
    dated = sum(bool(article.published) for article in dossier.articles)
    longest = max((len(statement.chain) for statement in dossier.statements), default=0)
    several = sum(len(claim.origins) > 1 for claim in dossier.claims)
    for name, value in (
        ("pages", f"{len(dossier.pages)}{_without(dossier)}"),
        ("articles", f"{len(dossier.articles)}"),
        ("dates", f"{dated} of {len(dossier.articles)} articles dated, {len(dossier.times)} expressions of time"),
        ("statements", f"{len(dossier.statements)}"),
        ("events", f"{len(dossier.events)}"),
        ("chains", f"{len(dossier.statements)}, the longest of {longest} hops"),
        ("origins", f"{several} of {len(dossier.claims)} claims have more than one independent origin"),
        ("copies", f"{len(dossier.copies)}"),
        ("conflicts", f"{len(dossier.conflicts)}"),
        ("failures", f"{len(dossier.failures)}"),
    ):
        say(f"{name:<12}{value}")
    complain_of(dossier.failures)
    say(f"Open {output / 'dossier.html'} in a browser.")


def _without(dossier: contract.Dossier) -> str:
    """Return how many pages have no article, and why, for the end of a line; "" where each has one."""
    reasons = Counter(page.note.removeprefix("no article: ") for page in dossier.pages if page.note)
    return "".join(f"; {count} without an article: {reason}" for reason, count in sorted(reasons.items()))
