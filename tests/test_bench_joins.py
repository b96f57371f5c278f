"""The bench of joined pages puts headlines where it says, and its halves never meet."""

import pytest

joins = pytest.importorskip("bench.joins", reason="bench/ is on the path only with `python -m pytest`")
needs_corpus = pytest.mark.skipif(not joins.CORPUS.is_file(), reason=f"{joins.CORPUS} is not there")

ONE = joins.Item("1", "عنوان أول قصير", "محمد القاسم - جدة", ("فقرة أولى.", "فقرة ثانية."))
TWO = joins.Item("2", "عنوان آخر مختلف", "", ("كلام آخر.", "وبقيته."))


@pytest.mark.parametrize("name", sorted(joins.CUES))
def test_the_second_headline_stands_where_the_page_says(name: str) -> None:
    for n in range(6):
        made = joins.CUES[name](n, ONE, TWO)
        assert [made.text[h.start : h.stop] for h in made.heads] == [ONE.title, TWO.title]


@pytest.mark.parametrize("name", sorted(joins.SINGLES))
def test_a_single_page_has_one_headline(name: str) -> None:
    assert [made.stop - made.start for made in joins.SINGLES[name](1, ONE, TWO).heads] == [len(ONE.title)]


def test_a_page_is_right_if_as_many_articles_stand_under_their_headlines() -> None:
    made = joins.CUES["also-read"](1, ONE, TWO)
    assert not joins.is_right(made, ())


@needs_corpus
def test_halves_have_no_article_in_common() -> None:
    develop, test = ({item.id for item in joins.items(half)} for half in ("develop", "test"))
    assert develop.isdisjoint(test)
