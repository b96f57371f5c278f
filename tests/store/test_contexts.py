"""What a person is shown before he rules: the sentence around some words, and whom a typed name may mean."""

from pathlib import Path

import pytest

from takhrij import casework
from takhrij.contract import Dossier
from takhrij.store import contexts
from takhrij.store.database import opened

EXAMPLES = Path(__file__).parents[2] / "examples"
AT = "2026-11-22T07:00:00Z"
PERSONS = ("person",)


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contexts") / "bridge.case"
    casework.new(path, [EXAMPLES / "world"])
    casework.add(path, [EXAMPLES / "pages"], AT)
    casework.update(path, AT)
    return path


@pytest.fixture(scope="module")
def dossier(case: Path) -> Dossier:
    return casework.read(case)


def test_words_are_shown_within_their_sentence_and_article(case: Path, dossier: Dossier) -> None:
    texts = {page.id: page.text for page in dossier.pages}
    with opened(case, readonly=True) as database:
        for s in dossier.statements:
            found = contexts.around(database, s.page, s.content.start, s.content.end)
            assert found
            assert found.words == " ".join(texts[s.page][s.content.start : s.content.end].split())
            assert found.before + found.words + found.after in " ".join(texts[s.page].split())
            assert found.article
            assert found.article.id == s.article


@pytest.mark.parametrize("place", [(5, 5), (9, 3), (-1, 4), (0, 10**9)])
def test_a_place_that_is_none_has_no_context(case: Path, dossier: Dossier, place: tuple[int, int]) -> None:
    with opened(case, readonly=True) as database:
        assert contexts.around(database, dossier.pages[0].id, *place) is None
        assert contexts.around(database, "none", 0, 4) is None


@pytest.mark.parametrize("typed", ["طارق الجلندي", "الجلندى", "جلند", "الجلندي طارق", "  طارق  "])
def test_a_name_in_any_spelling_and_order_finds_whom_it_may_mean(case: Path, typed: str) -> None:
    with opened(case, readonly=True) as database:
        found = contexts.people(database, typed, PERSONS)
        assert [one.item.name for one in found] == ["طارق الجلندي"]
        assert found[0].pages > 1
        assert contexts.people(database, typed, PERSONS, without=found[0].item.id) == []


def test_those_on_most_pages_come_first_and_nothing_finds_nobody(case: Path) -> None:
    with opened(case, readonly=True) as database:
        pages = [one.pages for one in contexts.people(database, "ا", PERSONS)]
        assert pages == sorted(pages, reverse=True) != []
        assert contexts.people(database, "", PERSONS) == []
        assert contexts.people(database, "لا أحد بهذا الاسم", PERSONS) == []
