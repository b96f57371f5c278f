"""A tagger trained on a small invented corpus reads names in the place of the rules, the same on every run."""

import pickle
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from takhrij import lang, world
from takhrij.analyse import analyse
from takhrij.analyse.mentions.learned import Tagger
from takhrij.analyse.mentions.training import page_of, train
from takhrij.errors import ModelError
from takhrij.knowledge import Knowledge
from takhrij.records import Mention, Page
from takhrij.text import fold

KNOWLEDGE = Knowledge(lang.load(), world.load())
LINE = ["وصل", "زفاركو", "دنكراف", "إلى", "السوق", "."]
NAMES = ("زفاركو", "بلندور", "قشتوار", "مرغانو", "سلفكور", "دنكراف")


def _corpus(path: Path) -> Path:
    lines = []
    for first in NAMES:
        for second in NAMES:
            lines += ["وصل O", f"{first} B-PERS", f"{second} I-PERS", "إلى O", "السوق O", ". O", ""]
            lines += ["افتتحت O", "شركة O", f"{second} B-ORG", "فرعا O", "في O", "بيروت B-LOC", ". O", ""]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("names")
    train(_corpus(folder / "data.txt"), folder / "model", KNOWLEDGE)
    return folder / "model"


def _found(model: Path, words: Sequence[str]) -> list[tuple[str, str]]:
    page, sofar = page_of([words])
    mentions = Tagger(model).find(page, fold(page.text), sofar, KNOWLEDGE)
    return [(m.kind, page.text[m.span.start : m.span.end]) for m in mentions]


def test_a_name_that_no_rule_knows_is_found(model: Path) -> None:
    assert _found(model, LINE) == [("person", "زفاركو دنكراف")]


def test_what_the_tagger_adds_says_so(model: Path) -> None:
    page, sofar = page_of([LINE])
    (mention,) = Tagger(model).find(page, fold(page.text), sofar, KNOWLEDGE)
    assert [why.rule for why in mention.why] == ["learned tagger"]


def test_titles_and_states_are_still_the_rules(model: Path) -> None:
    found = _found(model, ["أكد", "الرئيس", "المصري", "كمال", "الدمنهوري", "أن", "موسكو", "وافقت"])
    assert ("person", "كمال الدمنهوري") in found
    assert ("state", "موسكو") in found


def test_analysis_uses_the_tagger_that_the_knowledge_has(model: Path) -> None:
    text = "وصل زفاركو دنكراف إلى السوق الكبير في المدينة صباح اليوم ثم عاد إلى بيته مع رفاقه.\n" * 3
    page = Page(id="p", text=text, sources=("test",), raw_sha256="")
    knowledge = Knowledge(KNOWLEDGE.language, KNOWLEDGE.world, Tagger(model))
    names: set[str] = {m.name for m in analyse(page, knowledge).mentions}
    assert "زفاركو دنكراف" in names


def test_the_same_data_make_the_same_model(tmp_path: Path, model: Path) -> None:
    train(_corpus(tmp_path / "data.txt"), tmp_path / "again", KNOWLEDGE)
    assert (tmp_path / "again").read_bytes() == model.read_bytes()


def test_a_tagger_is_read_anew_in_another_process(model: Path) -> None:
    again: Tagger = pickle.loads(pickle.dumps(Tagger(model)))
    page, sofar = page_of([LINE])
    found: tuple[Mention, ...] = again.find(page, fold(page.text), sofar, KNOWLEDGE)
    assert len(found) == 1


@pytest.mark.parametrize("content", [b"no model", b""])
def test_a_file_that_is_no_model_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "model").write_bytes(content)
    with pytest.raises(ModelError, match="model"):
        Tagger(tmp_path / "model")


def test_a_model_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="nowhere"):
        Tagger(tmp_path / "nowhere")


@pytest.mark.parametrize("data", ["قال O\nالوزير O\n", "", "كلمة\nكلمة\n"])
def test_data_without_a_name_make_no_model(tmp_path: Path, data: str) -> None:
    (tmp_path / "data").write_text(data, encoding="utf-8")
    with pytest.raises(ModelError, match="no tag of a name"):
        train(tmp_path / "data", tmp_path / "model", KNOWLEDGE)


def test_the_missing_extra_is_named_with_its_cure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pycrfsuite", None)
    with pytest.raises(ModelError) as raised:
        Tagger(tmp_path / "model")
    assert raised.value.cure == "In the folder of takhrij: pip install '.[names]'"
