"""A small invented dossier, made by hand, for the tests of the exports. Country, persons and outlets do not exist."""

from __future__ import annotations

import hashlib

from takhrij.contract import (
    ArticleItem,
    BlockItem,
    ClaimItem,
    ConflictItem,
    CopyItem,
    Days,
    Dossier,
    EntityItem,
    EventItem,
    FailureItem,
    HopItem,
    MentionItem,
    NotCountedItem,
    PageItem,
    PartyItem,
    Place,
    PositionItem,
    PublishedItem,
    Range,
    Reason,
    StatementItem,
    StoryItem,
    TenureItem,
    TimeItem,
    TimelineItem,
)

ATTACK = "<img src=x onerror=\"document.title='broken'\"></script><script>document.title='broken'</script><!--"

HARBOUR = """﻿الرئيسية | أخبار | رياضة 🌊🚢
اشترك في نشرتنا

وزير النقل يعلن إعادة فتح مرفأ سهران
صحيفة المرسى - 4 آذار 2031
🚢🌊 صورة للمرفأ 👩‍👩‍👧 قبل إغلاقه في عام 2015.
قال وزير النقل نادر الصافي إن مرفأ سهران سيعود إلى العمل في نيسان المقبل.
ونقلت وكالة بحرين الغد عن مصدر مطلع على الأعمال قوله إن كلفة الترميم بلغت 40 مليون دينار 💰.
وكان المرفأ قد أغلق عام 2015 بعد العاصفة.
ولم يحضر الحفل كثيرون من أهل المدينة.
اقرأ أيضًا: عشر وصفات للسمك
"""

REPRINT = """مرفأ سهران يعود قريبًا
نقلت المرسى عن وزير النقل نادر الصافي قوله إن مرفأ سهران سيعود إلى العمل في نيسان المقبل.
"""

OTHER = f"""كلفة المرفأ موضع سؤال
شبكة الضفة، 6 آذار 2031
أكدت النائبة ريم العابد أن كلفة الترميم بلغت 65 مليون دينار.
والتقى الصافي وفدًا من البحارة في سهران يوم الأربعاء.
{ATTACK}
"""

TEXTS = {"a" * 16: HARBOUR, "b" * 16: REPRINT, "c" * 16: OTHER}
A, B, C = TEXTS
SOON = "إن مرفأ سهران سيعود إلى العمل في نيسان المقبل"
COST = "إن كلفة الترميم بلغت 40 مليون دينار 💰"
COST_2 = "أن كلفة الترميم بلغت 65 مليون دينار"
CLOSED = "أغلق عام 2015 بعد العاصفة"
MET = "والتقى الصافي وفدًا من البحارة في سهران يوم الأربعاء"
UNCOVERED = "ولم يحضر الحفل كثيرون من أهل المدينة."


def place(page: str, words: str) -> Place:
    """Where `words` first stand in `page`, in code points."""
    start = TEXTS[page].index(words)
    return Place(page=page, start=start, end=start + len(words))


def span(page: str, words: str) -> Range:
    where = place(page, words)
    return Range(start=where.start, end=where.end)


def why(rule: str, *rests_on: Place, note: str = "") -> list[Reason]:
    return [Reason(rule=rule, rests_on=list(rests_on), note=note)]


def days(first: str, last: str = "", grain: str = "day") -> Days:
    return Days(first=first, last=last or first, grain=grain)


def _page(page: str, source: str, url: str = "") -> PageItem:
    digest = hashlib.sha256(TEXTS[page].encode()).hexdigest()
    text = TEXTS[page]
    return PageItem(
        id=page, source=source, sources=[source], sha256=digest, text=text, language="ar", note="", url=url
    )


def _blocks(page: str, kinds: str) -> list[BlockItem]:
    """One block a line that is not empty; `kinds` names them in order."""
    made, at = [], 0
    names = iter(kinds.split())
    for line in TEXTS[page].splitlines(keepends=True):
        text = line.rstrip("\n")
        if text.strip():
            kind = next(names)
            article = None if kind in {"chrome", "related", "promo"} else f"{page}/article/1"
            made.append(BlockItem(page=page, start=at, end=at + len(text), kind=kind, article=article, why=[]))
        at += len(line)
    return made


def _article(
    page: str, outlet: str, title: str, published: str, sentences: int, uncovered: tuple[str, ...] = ()
) -> ArticleItem:
    return ArticleItem(
        id=f"{page}/article/1",
        page=page,
        start=place(page, title).start,
        end=len(TEXTS[page]),
        title=title,
        standfirst="",
        byline="",
        dateline="",
        outlet=outlet,
        credits=[],
        published=[PublishedItem(first=published, last=published, grain="day", why=why("byline date"))]
        if published
        else [],
        sentences=sentences,
        uncovered=[span(page, words) for words in uncovered],
        why=why("title"),
    )


def _statement(page: str, act: str, cue: str, content: str, chain: list[HopItem]) -> StatementItem:
    where = place(page, content)
    return StatementItem(
        id=f"{page}/statement/{where.start}-{where.end}",
        article=f"{page}/article/1",
        page=page,
        speaker=chain[-1].name,
        speaker_kind=chain[-1].kind,
        entity=_ENTITY_OF.get(chain[-1].name),
        act=act,
        cue=span(page, cue),
        content=Range(start=where.start, end=where.end),
        quoted=False,
        hedge="",
        time=None,
        when=None,
        chain=chain,
        why=why("verb of saying", place(page, cue), note="قال + اسم + إن"),
    )


def _event(page: str, words: str, kind: str, actors: list[str], when: Days | None) -> EventItem:
    where = place(page, words)
    return EventItem(
        id=f"{page}/event/{where.start}-{where.end}",
        article=f"{page}/article/1",
        page=page,
        statement=None,
        type=kind,
        mode="",
        status="occurred",
        actors=actors,
        targets=[],
        actor_details=[PartyItem(name=name, kind="person", entity=_ENTITY_OF.get(name)) for name in actors],
        target_details=[],
        place="سهران",
        counts=[],
        time=f"{page}/time/{where.start}" if when else None,
        when=when,
        start=where.start,
        end=where.end,
        why=why("event verb", where),
    )


def _time(event: EventItem, words: str, value: str, kind: str) -> TimeItem:
    """The words that date `event`."""
    where = place(event.page, words)
    assert event.when is not None
    assert event.time is not None
    return TimeItem(
        id=event.time,
        page=where.page,
        start=where.start,
        end=where.end,
        type=kind,
        value=value,
        mod="",
        written=value,
        first=event.when.first,
        last=event.when.last,
        readings=[value],
        why=why("weekday before the dateline", place(event.page, "2031")),
    )


def _hop(name: str, via: str, kind: str = "outlet", cue: Range | None = None) -> HopItem:
    return HopItem(name=name, via=via, kind=kind, cue=cue)


_ENTITY_OF = {"نادر الصافي": "person/1", "ريم العابد": "person/2", "مصدر مطلع على الأعمال": "unnamed/1"}


def _entity(name: str, kind: str, names: list[str], roles: list[str]) -> EntityItem:
    return EntityItem(id=_ENTITY_OF[name], kind=kind, name=name, names=names, roles=roles, why=why("full name"))


def _mention(page: str, words: str, entity: str, kind: str = "person") -> MentionItem:
    where = place(page, words)
    return MentionItem(page=page, start=where.start, end=where.end, kind=kind, entity=entity, why=[])


def sample() -> Dossier:
    """Three pages with a reprint, an unnamed source, a conflict of numbers, background of 2015, and a failure."""
    first = _statement(
        A, "say", "قال", SOON, [_hop("المرسى", "published"), _hop("نادر الصافي", "said", "person", span(A, "قال"))]
    )
    again = _statement(
        B,
        "say",
        "قوله",
        SOON,
        [
            _hop("", "published"),
            _hop("المرسى", "carried", "outlet", span(B, "نقلت المرسى")),
            _hop("نادر الصافي", "said", "person", span(B, "قوله")),
        ],
    )
    cost = _statement(
        A,
        "estimate",
        "قوله",
        COST,
        [
            _hop("المرسى", "published"),
            _hop("وكالة بحرين الغد", "carried", "outlet", span(A, "ونقلت وكالة بحرين الغد")),
            _hop("مصدر مطلع على الأعمال", "said", "unnamed", span(A, "قوله")),
        ],
    )
    cost_2 = _statement(
        C,
        "stress",
        "أكدت",
        COST_2,
        [_hop("شبكة الضفة", "published"), _hop("ريم العابد", "said", "person", span(C, "أكدت"))],
    )
    closed = _event(A, CLOSED, "OTHER", [], days("2015-01-01", "2015-12-31", "year"))
    met = _event(C, MET, "CONSULT", ["نادر الصافي"], days("2031-03-05"))
    left_out = NotCountedItem(article=f"{B}/article/1", why=why("names its origin", place(B, "نقلت المرسى")))

    def claim(name: str, origins: list[str], sources: list[str], statements: list[StatementItem]) -> ClaimItem:
        ids = [statement.id for statement in statements]
        gone = [left_out] if again in statements else []
        return ClaimItem(
            id=name, statements=ids, events=[], origins=origins, sources=sources, not_counted=gone, when=None, why=[]
        )

    def told(name: str, event: EventItem, outlet: str) -> ClaimItem:
        return ClaimItem(
            id=name,
            statements=[],
            events=[event.id],
            origins=[outlet],
            sources=[outlet],
            not_counted=[],
            when=event.when,
            why=[],
        )

    return Dossier(
        format="takhrij/1",
        pages=[
            _page(A, "harbour.txt", "https://example.org/harbour"),
            _page(B, "reprint.txt", "javascript:alert(1)"),
            _page(C, "other.txt"),
        ],
        blocks=[
            *_blocks(A, "chrome chrome title byline caption body body body body related"),
            *_blocks(B, "title body"),
            *_blocks(C, "title byline body body body"),
        ],
        articles=[
            _article(A, "المرسى", "وزير النقل يعلن إعادة فتح مرفأ سهران", "2031-03-04", 4, (UNCOVERED,)),
            _article(B, "", "مرفأ سهران يعود قريبًا", "", 1),
            _article(C, "شبكة الضفة", "كلفة المرفأ موضع سؤال", "2031-03-06", 3, (ATTACK,)),
        ],
        times=[_time(closed, "عام 2015", "2015", "DATE"), _time(met, "يوم الأربعاء", "2031-03-05", "DATE")],
        entities=[
            _entity("نادر الصافي", "person", ["نادر الصافي", "الصافي"], ["وزير النقل"]),
            _entity("ريم العابد", "person", ["ريم العابد"], ["النائبة"]),
            _entity("مصدر مطلع على الأعمال", "unnamed", ["مصدر مطلع على الأعمال"], []),
        ],
        mentions=[
            _mention(A, "نادر الصافي", "person/1"),
            _mention(B, "نادر الصافي", "person/1"),
            _mention(C, "الصافي", "person/1"),
            _mention(C, "ريم العابد", "person/2"),
        ],
        tenures=[
            TenureItem(
                office="وزير النقل",
                holder="نادر الصافي",
                first="2030-06-01",
                last=None,
                why=why("named with office", place(A, "وزير النقل نادر الصافي")),
            ),
            TenureItem(office="وزير النقل", holder="سالم الهادي", first="2026-01-01", last="2030-05-31", why=[]),
        ],
        statements=[first, again, cost, cost_2],
        events=[closed, met],
        copies=[
            CopyItem(left=place(A, SOON), right=place(B, SOON), score=1.0, earlier=A, why=why("same words")),
        ],
        claims=[
            claim("claim/1", ["المرسى"], ["نادر الصافي"], [first, again]),
            claim("claim/2", ["وكالة بحرين الغد"], ["مصدر مطلع على الأعمال"], [cost]),
            claim("claim/3", ["شبكة الضفة"], ["ريم العابد"], [cost_2]),
            told("claim/4", closed, "المرسى"),
            told("claim/5", met, "شبكة الضفة"),
        ],
        conflicts=[
            ConflictItem(
                left="claim/2",
                right="claim/3",
                about="number",
                spans=[place(A, "40 مليون"), place(C, "65 مليون")],
                why=why("numbers differ", note="40 ≠ 65"),
            ),
        ],
        positions=[
            PositionItem(
                matter="مرفأ سهران",
                holder="نادر الصافي",
                act="plan",
                claims=["claim/1"],
                when=days("2031-03-04"),
                why=why("positions/shared-words", place(A, SOON)),
            ),
            PositionItem(
                matter="مرفأ سهران",
                holder="ريم العابد",
                act="refuse",
                claims=["claim/3"],
                when=days("2031-03-06"),
                why=why("positions/shared-words", place(C, COST_2)),
            ),
        ],
        stories=[
            StoryItem(
                id="story/1",
                label="وزير النقل يعلن إعادة فتح مرفأ سهران",
                pages=[A, B, C],
                claims=[f"claim/{n}" for n in range(1, 5 + 1)],
            ),
        ],
        judgements=[],
        failures=[
            FailureItem(source="broken.html", stage="read", error="الملف فارغ <b>0</b>", cure="احفظ الصفحة من جديد"),
        ],
        timeline=[
            TimelineItem(
                when=days("2015-01-01", "2015-12-31", "year"),
                label=CLOSED,
                place=place(A, CLOSED),
                claims=["claim/4"],
            ),
            TimelineItem(when=days("2031-03-04"), label=COST, place=place(A, COST), claims=["claim/2"]),
            TimelineItem(when=days("2031-03-05"), label=MET, place=place(C, MET), claims=["claim/5"]),
            TimelineItem(when=days("2031-03-06"), label=COST_2, place=place(C, COST_2), claims=["claim/3"]),
            TimelineItem(
                when=days("2031-04-01", "2031-04-30", "month"), label=SOON, place=place(A, SOON), claims=["claim/1"]
            ),
        ],
    )


def bare(**changes: list[object]) -> Dossier:
    """A dossier of nothing, but for `changes`."""
    fields: dict[str, object] = {name: [] for name in Dossier.__struct_fields__}
    return Dossier(**{**fields, "format": "takhrij/1", **changes})  # type: ignore[arg-type]
