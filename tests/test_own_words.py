"""What we wrote is in words of our own: nothing of the pages that were handed to us stands in it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from takhrij.text import fold_words

ROOT = Path(__file__).parents[1]
PAGES = ROOT.parent / "shared" / "pages"
FOLDERS = ("src", "tests", "docs", "examples")
RUN = 6
ARABIC = re.compile("[\u0621-\u064a]")
TITLES: tuple[str, ...] = ()  # titles of office that have no shorter form


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield every run of `RUN` Arabic words. Figures between them are passed over; a Latin word ends a run."""
    words = [word for word in fold_words(text) if not word.isdigit()]
    for run in zip(*(words[start:] for start in range(RUN)), strict=False):
        if all(map(ARABIC.match, run)):
            yield run


def _texts() -> Iterator[tuple[Path, str]]:
    for path in (path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*"))):
        if path.is_file() and "__pycache__" not in path.parts:
            try:
                yield path.relative_to(ROOT), path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue


@pytest.mark.skipif(not PAGES.is_dir(), reason="../shared/pages is not there to compare with")
def test_no_file_of_ours_repeats_six_words_of_a_page_that_was_handed_to_us() -> None:
    pages = {page.name: page.read_text(encoding="utf-8") for page in sorted(PAGES.glob("*.txt"))}
    theirs = {run: name for name, text in pages.items() for run in _runs(text)}
    assert theirs
    allowed = {run for title in TITLES for run in _runs(title)}
    repeated = [
        f"{path} repeats {theirs[run]}: {' '.join(run)}"
        for path, text in _texts()
        for run in _runs(text)
        if run in theirs and run not in allowed
    ]
    assert not repeated, "\n".join(repeated)
