"""Tells one statement or event in plain lines: the words, where they stand, the chain, the date, who else."""

from __future__ import annotations

from collections.abc import Iterator

from takhrij.contract import ArticleItem, ClaimItem, Dossier, EventItem, HopItem, PageItem, Reason, StatementItem
from takhrij.errors import DossierError

Telling = StatementItem | EventItem


def explain(dossier: Dossier, wanted: str) -> list[str]:
    """Return the lines that explain the statement or event `wanted`; the beginning of an id does if it fits one.

    Raises:
        DossierError: when no id, or more than one, begins so.
    """
    told: list[Telling] = [*dossier.statements, *dossier.events]
    tellings = {telling.id: telling for telling in told}
    telling = tellings[_one(wanted, sorted(tellings))]
    page = next(p for p in dossier.pages if p.id == telling.page)
    article = next(a for a in dossier.articles if a.id == telling.article)
    claim = next((c for c in dossier.claims if telling.id in (*c.statements, *c.events)), None)
    lines = [telling.id, *_words(telling, page)]
    lines += list(_statement(telling, page) if isinstance(telling, StatementItem) else _event(telling))
    lines += list(_date(telling, article, page, dossier))
    lines += list(_others(telling, claim, dossier, tellings)) if claim else []
    lines += ["", "why", *_reasons(telling.why, page)]
    lines += list(_ruled({telling.id, telling.article, telling.time, claim.id if claim else None}, claim, dossier))
    return lines


def _ruled(ids: set[str | None], claim: ClaimItem | None, dossier: Dossier) -> Iterator[str]:
    """Yield what people ruled of the telling, of its article or date, and of the articles that tell the same."""
    known = {s.id: s.article for s in dossier.statements} | {e.id: e.article for e in dossier.events}
    beside = {known[t] for t in (*claim.statements, *claim.events)} if claim else set()
    told = [
        j
        for j in dossier.judgements
        if j.status in ("applied", "contradicted")
        and (j.target in ids or (j.ruling == "not a copy" and {j.target, j.other} <= beside))
    ]
    if told:
        yield ""
        yield "what people ruled"
    for j in told:
        right = j.value or (j.quotes[1] if j.ruling == "not said by" and len(j.quotes) > 1 else "")
        yield f"  {j.ruling}{f': it is {right}' if right else ''} ({j.status})"
        signed = ", ".join(filter(None, (j.by, j.at, j.note)))
        if signed:
            yield f"    {signed}"


def _one(wanted: str, ids: list[str]) -> str:
    if wanted in ids:
        return wanted
    fitting = [i for i in ids if i.startswith(wanted) or i.endswith(wanted)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        some = ", ".join(fitting[:5])
        raise DossierError(f"{len(fitting)} ids fit {wanted}", cure=f"Give one of them whole: {some} ...")
    cure = "Take an id from the `statements` or `events` of dossier.json, or as `takhrij search` prints it."
    raise DossierError(f"no statement or event {wanted}", cure=cure)


def _span(telling: Telling) -> tuple[int, int]:
    return (
        (telling.content.start, telling.content.end)
        if isinstance(telling, StatementItem)
        else (telling.start, telling.end)
    )


def _words(telling: Telling, page: PageItem) -> Iterator[str]:
    start, end = _span(telling)
    line = page.text.count("\n", 0, start) + 1
    yield f"  {' '.join(page.text[start:end].split())}"
    yield f"  {page.source}, line {line}, characters {start} to {end}"


def _statement(telling: StatementItem, page: PageItem) -> Iterator[str]:
    yield ""
    yield f"{telling.act}{' (quoted)' if telling.quoted else ''}: {_name(telling.chain[-1])}"
    yield f"  chain, reader first: {'  →  '.join(f'{_name(hop)} ({hop.via})' for hop in telling.chain)}"
    yield from (_hop(number, hop, page) for number, hop in enumerate(telling.chain, 1))
    if telling.hedge:
        yield f"  hedge: {telling.hedge}"


def _hop(number: int, hop: HopItem, page: PageItem) -> str:
    """Return the line of one hop: what it did, who it is, and the words of the page that show it."""
    if hop.cue is None:
        by = "the page's own" if number == 1 else "by no words of this page"
        return f"    {number}. {hop.via}: {_name(hop)}, {by}"
    words = " ".join(page.text[hop.cue.start : hop.cue.end].split())
    line = page.text.count("\n", 0, hop.cue.start) + 1
    return f"    {number}. {hop.via}: {_name(hop)}, by «{words}», line {line}"


def _name(hop: HopItem) -> str:
    name = hop.name or "nobody known"
    return f"{name} [unnamed]" if hop.kind == "unnamed" else name


def _event(telling: EventItem) -> Iterator[str]:
    yield ""
    yield f"{telling.type} {telling.mode}, {telling.status}".replace(" ,", ",")
    yield f"  actors: {'، '.join(telling.actors) or 'not named'}"
    yield f"  targets: {'، '.join(telling.targets) or 'not named'}"
    if telling.place:
        yield f"  place: {telling.place}"
    if telling.statement:
        yield f"  told in {telling.statement}"


def _date(telling: Telling, article: ArticleItem, page: PageItem, dossier: Dossier) -> Iterator[str]:
    time = next((t for t in dossier.times if t.id == telling.time), None)
    yield ""
    when = telling.when
    yield f"date: {_days(when.first, when.last, when.grain)}" if when else "date: the page does not date it"
    yield from (f"  {line}" for line in _reasons(time.why if time else [], page))
    yield f"  in: {article.title or article.id}, {article.outlet or 'outlet unknown'}"
    if article.published:
        best = article.published[0]
        yield f"  published: {_days(best.first, best.last, best.grain)}"
        yield from (f"  {line}" for line in _reasons(best.why, page))
    else:
        yield "  published: unknown"


def _days(first: str, last: str, grain: str) -> str:
    return first if first == last else f"{first} to {last} ({grain})"


def _others(telling: Telling, claim: ClaimItem, dossier: Dossier, tellings: dict[str, Telling]) -> Iterator[str]:
    yield ""
    plural = "" if len(claim.origins) == 1 else "s"
    yield f"{len(claim.origins)} independent origin{plural}: {'، '.join(claim.origins) or 'none known'}"
    if claim.sources:
        yield f"  sources: {'، '.join(claim.sources)}"
    sources = {page.id: page.source for page in dossier.pages}
    for other in (*claim.statements, *claim.events):
        if other != telling.id:
            yield f"  also told in {sources[tellings[other].page]}: {other}"
    for left_out in claim.not_counted:
        notes = "; ".join(reason.note or reason.rule for reason in left_out.why)
        yield f"  not counted: {left_out.article} ({notes})"
    for conflict in dossier.conflicts:
        if claim.id in (conflict.left, conflict.right):
            sides = " / ".join(_words_at(dossier, p.page, p.start, p.end) for p in conflict.spans)
            yield f"  in conflict about {conflict.about}: {sides}"


def _words_at(dossier: Dossier, page: str, start: int, end: int) -> str:
    return next(" ".join(p.text[start:end].split()) for p in dossier.pages if p.id == page)


def _reasons(reasons: list[Reason], page: PageItem) -> Iterator[str]:
    for reason in reasons:
        words = "، ".join(page.text[p.start : p.end] for p in reason.rests_on if p.page == page.id)
        yield f"  {reason.rule}: {reason.note} {f'«{words}»' if words else ''}".rstrip(": ").rstrip()
