"""The dossier's own work: names resolved, stories told apart, one entry of the time line for a happening."""

from datetime import date

from takhrij import dossier
from takhrij.records import (
    Analysis,
    Article,
    Claim,
    Entity,
    Event,
    Failure,
    Hop,
    Links,
    Page,
    Party,
    Published,
    Sentence,
    Span,
    Statement,
    When,
)

TEXT = "جسر سالمة يفتح\nقال الوزير إن الجسر سيفتح. وصل الوفد."


def _day(number: int) -> When:
    return When(first=date(2025, 3, number), last=date(2025, 3, number), grain="day")


def _page(name: str) -> Page:
    return Page(id=name, text=TEXT, sources=(f"{name}.txt",), raw_sha256="")


def _analysis(page: str, day: int) -> Analysis:
    def span(words: str) -> Span:
        start = TEXT.index(words)
        return Span(page=page, start=start, end=start + len(words))

    article = Article(
        id=f"{page}/a",
        span=span(TEXT),
        title=span("جسر سالمة يفتح"),
        outlet="المرفأ",
        published=(Published(when=_day(day)),),
    )
    statement = Statement(
        id=f"{page}/s",
        article=article.id,
        content=span("إن الجسر سيفتح"),
        cue=span("قال"),
        act="plan",
        hops=(Hop(name="الوزير", via="said", kind="office", mention=f"{page}/m"),),
    )
    event = Event(
        id=f"{page}/e",
        article=article.id,
        span=span("وصل الوفد"),
        type="CONSULT",
        status="occurred",
        actors=(Party(name="الوفد", kind="organization", mention=f"{page}/none"),),
    )
    sentences = ["قال الوزير إن الجسر سيفتح.", "وصل الوفد."]
    return Analysis(
        page=page,
        language="ar",
        articles=(article,),
        sentences=tuple(Sentence(span=span(s), article=article.id, text=s) for s in sentences),
        statements=(statement,),
        events=(event,),
    )


def _claim(name: str, *tellings: str, when: When | None = None) -> Claim:
    return Claim(
        id=name,
        statements=tuple(t for t in tellings if t.endswith("s")),
        events=tuple(t for t in tellings if t.endswith("e")),
        origins=("المرفأ",),
        sources=(),
        when=when,
    )


def test_an_office_is_shown_as_its_holder_and_keeps_the_entity() -> None:
    holder = Entity(id="entity/person/x", kind="person", name="سامي الحلواني", names=("سامي الحلواني",))
    links = Links(entities={holder.id: holder}, entity_of={"p/m": holder.id})
    made = dossier.make([_page("p")], [_analysis("p", 1)], links, [])
    assert made.statements[0].entity == holder.id


def test_the_time_line_is_in_order_and_labelled_with_words_of_a_page() -> None:
    links = Links(claims=(_claim("b", "p/e", when=_day(9)), _claim("a", "p/s", when=_day(2)), _claim("c")))
    made = dossier.make([_page("p")], [_analysis("p", 1)], links, [])
    assert [(entry.when.first, entry.label) for entry in made.timeline] == [
        ("2025-03-02", "قال الوزير إن الجسر سيفتح"),
        ("2025-03-09", "وصل الوفد"),
    ]


def test_pages_that_share_claims_are_one_story_named_by_its_earliest_title() -> None:
    links = Links(claims=(_claim("x", "p/e", "q/e"), _claim("y", "r/s")))
    pages, analyses = [_page(n) for n in "pqr"], [_analysis(n, d) for n, d in zip("pqr", (5, 4, 3), strict=True)]
    made = dossier.make(pages, analyses, links, [])
    assert [story.pages for story in made.stories] == [["p", "q"], ["r"]]
    assert made.stories[0].label == "جسر سالمة يفتح"


def test_sentences_that_nothing_covers_are_named() -> None:
    analysis = _analysis("p", 1)
    (article,) = dossier.make([_page("p")], [analysis], Links(), []).articles
    assert (article.sentences, article.uncovered) == (2, [])
    silent = Analysis(page="p", language="ar", articles=analysis.articles, sentences=analysis.sentences)
    (article,) = dossier.make([_page("p")], [silent], Links(), []).articles
    assert [TEXT[s.start : s.end] for s in article.uncovered] == ["قال الوزير إن الجسر سيفتح.", "وصل الوفد."]


def test_a_page_that_failed_is_shown_with_its_failure() -> None:
    failure = Failure(source="p.txt", stage="analyse", error="died", cure="Leave it out.")
    made = dossier.make([_page("p")], [], Links(), [failure])
    assert "not analysed" in made.pages[0].note
    assert made.failures[0].cure == "Leave it out."
