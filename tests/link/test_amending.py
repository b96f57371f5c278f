"""Rulings on dates, speakers, copies and splits hold on every run, are shown as a person's, and change no rule."""

from functools import cache
from pathlib import Path

import pytest

from takhrij import dossier as dossiers
from takhrij.analyse import analyse
from takhrij.contract import ArticleItem, Dossier, JudgementItem, StatementItem
from takhrij.judgements import placed
from takhrij.link import link
from takhrij.pipeline import gather, knowledge_of
from takhrij.records import Analysis, Judgement, Page, Rulings, Span

EXAMPLES = Path(__file__).parents[2] / "examples"
KNOWLEDGE = knowledge_of((EXAMPLES / "world",))
RULE = "a person's ruling"


@cache
def _story() -> tuple[tuple[Page, ...], tuple[Analysis, ...]]:
    pages, _ = gather([EXAMPLES / "pages"], lambda *_: None)
    return tuple(pages), tuple(analyse(page, KNOWLEDGE) for page in pages)


def _build(*judgements: Judgement) -> Dossier:
    pages, analyses = _story()
    ruled = placed(judgements, {page.id: page.text for page in pages})
    return dossiers.make(pages, *link(analyses, KNOWLEDGE, ruled), ())


@pytest.fixture(scope="module")
def plain() -> Dossier:
    return _build()


def _judgement(ruling: Rulings, left: Span, right: Span | None = None, value: str = "") -> Judgement:
    return Judgement(ruling=ruling, left=left, right=right, value=value, note="سألناه", by="هدى", at="2026-11-22")


def _place(name: str, words: str) -> Span:
    page = next(page for page in _story()[0] if f"/{name}" in page.sources[0])
    return Span(page=page.id, start=page.text.index(words), end=page.text.index(words) + len(words))


def _only(dossier: Dossier) -> JudgementItem:
    (item,) = dossier.judgements
    return item


def _article(dossier: Dossier, name: str, number: int = 0) -> ArticleItem:
    page = next(page.id for page in dossier.pages if f"/{name}" in page.source)
    return [a for a in dossier.articles if a.page == page][number]


def _title(dossier: Dossier, name: str) -> Span:
    article = _article(dossier, name)
    return _place(name, article.title)


def _of(span: StatementItem) -> Span:
    return Span(page=span.page, start=span.content.start, end=span.content.end)


def test_an_article_has_the_date_that_a_person_gives_and_what_the_rules_read_stands_behind(plain: Dossier) -> None:
    read = _article(plain, "06").published
    ruled = _build(_judgement("wrong date", _title(plain, "06"), value="2024-11-03"))
    published = _article(ruled, "06").published
    assert (published[0].first, published[0].last, published[0].grain) == ("2024-11-03", "2024-11-03", "day")
    assert (published[0].why[0].rule, published[0].why[0].note) == (RULE, "هدى 2026-11-22: سألناه")
    assert published[1:] == read
    item = _only(ruled)
    assert (item.status, item.target, item.value) == ("applied", _article(ruled, "06").id, "2024-11-03")


def test_what_leans_on_the_date_of_an_article_moves_with_it(plain: Dossier) -> None:
    ruled = _build(_judgement("wrong date", _title(plain, "05"), value="2024-12-24"))
    page = _article(ruled, "05").page
    before = {t.id: t.first for t in plain.times if t.page == page and t.written == ""}
    after = {t.id: t.first for t in ruled.times if t.page == page and t.written == ""}
    assert before.keys() == after.keys() != set()
    assert all((after[i] or "9") > (before[i] or "") for i in before)


@pytest.mark.parametrize("value", ["2024-11", "2024", "2024-11-03/2024-11-09"])
def test_a_date_may_be_as_rough_as_the_person_knows_it(plain: Dossier, value: str) -> None:
    ruled = _build(_judgement("wrong date", _title(plain, "06"), value=value))
    best = _article(ruled, "06").published[0]
    assert best.first in {"2024-11-01", "2024-01-01", "2024-11-03"}
    assert best.last > best.first
    assert best.why[0].rule == RULE


def test_words_that_tell_a_time_are_dated_and_their_event_with_them(plain: Dossier) -> None:
    event = next(e for e in plain.events if e.time and e.when)
    time = next(t for t in plain.times if t.id == event.time)
    ruled = _build(_judgement("wrong date", Span(page=time.page, start=time.start, end=time.end), value="2024-09-09"))
    moved = next(e for e in ruled.events if e.id == event.id)
    assert moved.when
    assert moved.when.first == "2024-09-09"
    told = next(t for t in ruled.times if t.id == time.id)
    assert [why.rule for why in told.why[:2]] == [RULE, "what the rules read"]
    assert told.why[1].note == time.value


def test_a_statement_has_the_speaker_whom_a_person_names_by_a_place_of_another_page(plain: Dossier) -> None:
    statement = next(s for s in plain.statements if s.speaker_kind == "person" and s.entity)
    other = next(e for e in plain.entities if e.kind == "person" and e.id != statement.entity)
    at = next(m for m in plain.mentions if m.entity == other.id and m.page != statement.page and m.kind == "person")
    place = Span(page=at.page, start=at.start, end=at.end)
    ruled = _build(_judgement("not said by", _of(statement), place))
    said = next(s for s in ruled.statements if s.id == statement.id)
    assert (said.speaker, said.entity) == (other.name, other.id)
    assert said.chain[-1].name == other.name
    assert [why.rule for why in said.why[:2]] == [RULE, "what the rules read"]
    assert said.why[1].note == statement.speaker
    assert (_only(ruled).target, _only(ruled).other) == (statement.id, other.id)
    assert statement.id not in {s.id for s in ruled.statements if s.entity == statement.entity}


def test_a_speaker_whom_no_page_names_may_be_named_and_one_whom_nobody_knows_is_unknown(plain: Dossier) -> None:
    statement = plain.statements[0]
    named = _build(_judgement("not said by", _of(statement), value="نادر الغائب"))
    assert named.statements[0].speaker == "نادر الغائب"
    unknown = _build(_judgement("not said by", _of(statement)))
    assert (unknown.statements[0].speaker, unknown.statements[0].speaker_kind) == ("", "unnamed")
    assert all("" not in claim.sources for claim in unknown.claims)
    assert _only(unknown).status == "applied"


def test_passages_that_are_no_copy_are_none_and_the_claim_says_who_ruled_so(plain: Dossier) -> None:
    copy = max(plain.copies, key=lambda c: c.left.end - c.left.start)
    left, right = (Span(page=s.page, start=s.start, end=s.end) for s in (copy.left, copy.right))
    ruled = _build(_judgement("not a copy", right, left))
    assert [c for c in plain.copies if c not in ruled.copies] == [copy]
    assert _only(ruled).status == "applied"
    assert any(why.rule == RULE for claim in ruled.claims for why in claim.why)


def _wire(dossier: Dossier) -> set[str]:
    return {page.id for page in dossier.pages if "/08" in page.source}


def test_two_articles_of_which_nothing_is_a_copy_are_two_origins(plain: Dossier) -> None:
    copy = next(c for c in plain.copies if c.score == 1 and c.left.page in _wire(plain))
    wire = {copy.left.page, copy.right.page}
    ours = [a for a in plain.articles if a.page in wire]
    left, right = (Span(page=a.page, start=a.start, end=a.end) for a in ours)
    ruled = _build(_judgement("not a copy", left, right))
    assert not [c for c in ruled.copies if {c.left.page, c.right.page} == wire]
    told = next(c for c in ruled.claims if any(why.rule == RULE for why in c.why))
    assert len(told.origins) == len(ours)
    assert (_only(ruled).target, _only(ruled).other) == (ours[0].id, ours[1].id)


def test_an_article_of_which_a_second_begins_within_is_parted_and_each_keeps_what_stands_in_it(
    plain: Dossier,
) -> None:
    article = _article(plain, "06")
    text = next(p.text for p in plain.pages if p.id == article.page)
    lines = [b for b in plain.blocks if b.article == article.id and b.kind == "body"]
    at = Span(page=article.page, start=lines[1].start, end=lines[1].end)
    ruled = _build(_judgement("wrong split", at))
    first, second = (_article(ruled, "06", k) for k in range(2))
    assert (second.start, second.end) == (lines[1].start, article.end)
    assert first.end <= second.start
    assert (first.title, first.published[0].first) == (article.title, article.published[0].first)
    assert second.why[0].rule == RULE
    assert _only(ruled).target == second.id
    places = [(s.page, s.content.start, s.article) for s in ruled.statements]
    places += [(e.page, e.start, e.article) for e in ruled.events]
    for page, start, owner in places:
        assert page != article.page or owner == (second.id if start >= second.start else first.id)
    assert text[second.start : second.end].strip()


def test_the_last_line_of_an_article_may_be_another_but_one_without_text_before_it_may_not(plain: Dossier) -> None:
    article = _article(plain, "02")
    lines = [b for b in plain.blocks if b.article == article.id and b.kind == "body"]
    last, first = (Span(page=article.page, start=b.start, end=b.end) for b in (lines[-1], lines[0]))
    ruled = _build(_judgement("wrong split", last))
    assert (_article(ruled, "02", 1).start, _article(ruled, "02", 1).title) == (last.start, "")
    assert _only(_build(_judgement("wrong split", first))).status == "orphaned"


def test_two_articles_that_are_one_are_joined_and_parted_again_by_withdrawal(plain: Dossier) -> None:
    page = next(p for p in plain.pages if "/03" in p.source)
    left, right = (a for a in plain.articles if a.page == page.id)
    places = [Span(page=page.id, start=a.start, end=a.end) for a in (right, left)]
    join = _judgement("wrong split", places[0], places[1])
    ruled = _build(join)
    (one,) = [a for a in ruled.articles if a.page == page.id]
    assert (one.start, one.end, one.title) == (left.start, right.end, left.title)
    assert all(s.article == one.id for s in ruled.statements if s.page == page.id)
    back = _judgement("withdrawn", places[1], places[0], "wrong split")
    assert _build(join, back).articles == plain.articles
    assert [item.status for item in _build(join, back).judgements] == ["replaced", "withdrawn"]


def test_two_articles_with_a_third_between_them_are_joined_and_the_third_stays(plain: Dossier) -> None:
    page = next(p for p in plain.pages if "/03" in p.source)
    left, right = (a for a in plain.articles if a.page == page.id)
    lines = [b for b in plain.blocks if b.article == right.id and b.kind == "body"]
    behind = Span(page=page.id, start=lines[-1].start, end=lines[-1].end)
    cut = _judgement("wrong split", behind)
    middle, last = [a for a in _build(cut).articles if a.page == page.id][1:]
    whole = _judgement("wrong split", Span(page=page.id, start=left.start, end=left.start + 9), behind)
    ruled = _build(cut, whole)
    one, between = (a for a in ruled.articles if a.page == page.id)
    assert (one.start, one.end, between.id) == (left.start, last.end, middle.id)
    owners = {
        s.article for s in ruled.statements if s.page == page.id and middle.start <= s.content.start < middle.end
    }
    assert owners <= {middle.id}
    assert {b.article for b in ruled.blocks if b.page == page.id and b.start == behind.start} == {one.id}
    dated = _build(
        cut,
        whole,
        _judgement("wrong date", Span(page=page.id, start=middle.start, end=middle.start + 40), value="2024-11-03"),
    )
    assert [a.published[0].first for a in dated.articles if a.id == middle.id] == ["2024-11-03"]
    assert [item.status for item in dated.judgements] == ["applied"] * 3


def test_where_an_article_begins_already_a_ruling_changes_nothing_and_holds(plain: Dossier) -> None:
    second = [a for a in plain.articles if a.page == _article(plain, "03").page][1]
    ruled = _build(_judgement("wrong split", Span(page=second.page, start=second.start, end=second.start + 9)))
    assert ruled.articles == plain.articles
    assert _only(ruled).status == "applied"


def test_a_later_ruling_on_the_same_takes_the_place_of_an_earlier_one(plain: Dossier) -> None:
    title = _title(plain, "06")
    nearly = Span(page=title.page, start=title.start, end=title.end - 3)
    early, late = (
        _judgement("wrong date", at, value=day) for at, day in ((title, "2024-11-01"), (nearly, "2024-11-02"))
    )
    ruled = _build(early, late)
    assert [item.status for item in ruled.judgements] == ["replaced", "applied"]
    assert [p.first for p in _article(ruled, "06").published[:2]] == [
        "2024-11-02",
        _article(plain, "06").published[0].first,
    ]


@pytest.mark.parametrize("ruling", ["wrong date", "not said by", "wrong split", "not a copy"])
def test_a_ruling_whose_page_is_gone_is_orphaned_and_changes_nothing(plain: Dossier, ruling: Rulings) -> None:
    gone = Span(page="gone", start=0, end=5)
    other = gone if ruling == "not a copy" else None
    ruled = _build(_judgement(ruling, gone, other, "2024-11-01" if ruling == "wrong date" else ""))
    assert _only(ruled).status == "orphaned"
    assert (ruled.claims, ruled.articles) == (plain.claims, plain.articles)


def test_rulings_are_told_in_the_order_made_whatever_they_are_about(plain: Dossier) -> None:
    title = _title(plain, "06")
    person = next(m for m in plain.mentions if m.kind == "person")
    named = Span(page=person.page, start=person.start, end=person.end)
    made = (
        _judgement("not said by", _of(plain.statements[0])),
        _judgement("same person", named, Span(page="gone", start=0, end=4)),
        _judgement("wrong date", title, value="2024-11-01"),
        _judgement("wrong split", Span(page="gone", start=0, end=4)),
    )
    told = _build(*made).judgements
    assert [item.ruling for item in told] == [judgement.ruling for judgement in made]
    assert [item.status for item in told] == ["applied", "orphaned", "applied", "orphaned"]


def test_every_span_that_a_ruling_rests_on_is_words_of_a_page(plain: Dossier) -> None:
    ruled = _build(_judgement("wrong date", _title(plain, "06"), value="2024-11-01"))
    texts = {page.id: page.text for page in ruled.pages}
    for place in _only(ruled).places:
        assert texts[place.page][place.start : place.end]
