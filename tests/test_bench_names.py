"""The arithmetic of the bench of names: spans in whole tokens, classes left out, the cut at five sixths."""

from bench.taggedtext import Line, Name, Told, conll, pages, parted
from bench.taggedtext import _line as line_of
from takhrij import pipeline
from takhrij.analyse import mentions
from takhrij.text import fold

KNOWLEDGE = pipeline.knowledge_of(())


def _read(text: str, *, nested: bool = False) -> set[tuple[str, str]]:
    line = Line(tuple(text.split()), frozenset())
    ((page, sofar, part),) = pages([line])
    found = mentions.find(page, fold(page.text), sofar, KNOWLEDGE)
    (names,) = Told(page, sofar, part).names(found, KNOWLEDGE, nested=nested)
    return {(" ".join(line.tokens[n.first : n.last]), n.kind) for n in names}


def test_a_clitic_stays_in_the_token() -> None:
    assert _read("سافر إلى بيروت ولبنان") == {("بيروت", "place"), ("ولبنان", "place")}


def test_the_class_of_a_place_or_paper_is_no_part_of_its_name() -> None:
    assert ("دمشق", "place") in _read("وصل إلى مدينة دمشق")
    assert ("مدينة دمشق", "place") in _read("وصل إلى مدينة دمشق", nested=True)


def test_a_body_without_a_proper_name_is_none_there() -> None:
    assert _read("أعلنت وزارة الزراعة أن") == set()
    assert _read("أعلنت وزارة الزراعة أن", nested=True) == {("وزارة الزراعة", "organization")}


def test_states_inside_titles_count() -> None:
    assert ("ليبيا", "place") in _read("أكد رئيس وزراء ليبيا عمر الزنتاني أن")


def test_tags_make_names_and_names_make_tags() -> None:
    line = line_of([("سمير", ["B-PERS"]), ("حداد", ["I-PERS"]), ("في", ["O"]), ("عكا", ["B-GPE", "B-ORG"])])
    assert line.names == {Name(0, 2, "person"), Name(3, 4, "place"), Name(3, 4, "organization")}
    assert conll([Line(line.tokens, frozenset([Name(0, 2, "person")]))]).splitlines()[:3] == [
        "سمير B-PER",
        "حداد I-PER",
        "في O",
    ]


def test_the_cut_is_at_the_line_end_nearest_five_sixths() -> None:
    lines = [Line(("كلمة",) * size, frozenset()) for size in (40, 41, 10, 9)]
    before, behind = parted(lines)
    assert (len(before), len(behind)) == (2, 2)
