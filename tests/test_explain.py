from pathlib import Path

import pytest

from takhrij import pipeline
from takhrij.contract import Dossier
from takhrij.errors import DossierError
from takhrij.explain import explain

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return pipeline.build([EXAMPLES / "pages"], worlds=[EXAMPLES / "world"])


def test_every_hop_has_a_line_with_the_words_that_it_rests_on(dossier: Dossier) -> None:
    told = max(dossier.statements, key=lambda s: len(s.chain))
    page = next(p for p in dossier.pages if p.id == told.page)
    lines = explain(dossier, told.id)
    numbered = [
        line.strip() for line in lines if line.startswith("    ") and line.strip()[:2] in ("1.", "2.", "3.", "4.")
    ]
    assert len(numbered) == len(told.chain)
    for hop, line in zip(told.chain, numbered, strict=True):
        assert hop.via in line
        assert hop.name in line
        if hop.cue is not None:
            assert " ".join(page.text[hop.cue.start : hop.cue.end].split()) in line


def test_an_unnamed_origin_is_plainly_unnamed(dossier: Dossier) -> None:
    for told in dossier.statements:
        if told.speaker_kind == "unnamed":
            assert any(line.endswith("[unnamed]") for line in explain(dossier, told.id))


def test_an_id_that_nothing_bears_is_an_error_with_a_cure(dossier: Dossier) -> None:
    with pytest.raises(DossierError, match="no statement or event"):
        explain(dossier, "nothing")
