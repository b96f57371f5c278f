"""Which mentions of a page are one: surnames and full names, offices and their holders, short forms and long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from takhrij.analyse import names
from takhrij.analyse.naming import ARTICLE, Tagged
from takhrij.knowledge import Knowledge
from takhrij.records import Block, Kind, Mention, Role, Span, Why, identify
from takhrij.text import fold_text


@dataclass(slots=True, eq=False)
class Draft:
    """A mention in the making: words `first` to `last` (roles behind it included) of `block`.

    `end` is where the name itself ends, -1 where the words do; `known` is the listed name, `to` the draft of the
    same referent that came first.
    """

    block: Block
    first: int
    last: int
    start: int
    kind: Kind
    name: str
    state: str = ""
    roles: tuple[Role, ...] = ()
    rule: str = ""
    end: int = -1
    known: str = ""
    note: str = ""
    to: Draft | None = None


def resolve(t: Tagged, drafts: list[Draft], blocks: Sequence[Block], knowledge: Knowledge) -> tuple[Mention, ...]:
    """Return the drafts as mentions, with those added that only a full name elsewhere on the page gives away."""
    drafts = sorted([*drafts, *_surnames(t, drafts, blocks)], key=lambda d: d.start)
    drafts = _merged(t, drafts)
    bones = knowledge.built(names.skeletons)
    by_article: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_article[draft.block.article].append(draft)
    for found in by_article.values():
        _link_persons(t, found)
        _link_offices(found)
        _link_groups(t, found)
    named = [d for d in drafts if d.rule != "head alone" or d.to is not None]
    return tuple(_records(t, named, bones))


def _surname(t: Tagged, name: str) -> str:
    """Return the family part: the last word, with أبو and the like before it."""
    words = name.split()
    particles = t.book.particles
    bound = len(words) > 2 and (
        fold_text(words[-2]) in particles["inside"] or fold_text(words[-1]) in particles["tail"]
    )
    return " ".join(words[-2:]) if bound else words[-1]


def _surnames(t: Tagged, drafts: Sequence[Draft], blocks: Sequence[Block]) -> Iterator[Draft]:
    """Yield mentions by a surname alone, also behind clitics, of persons named in full somewhere on the page."""
    forms = _forms(t, drafts)
    if not forms:
        return
    taken = bytearray(len(t.words))
    for d in drafts:
        taken[d.first : d.last] = b"\x01" * (d.last - d.first)
        for role in d.roles:
            for k in t.folded.between(role.span.start, role.span.end):
                taken[k] = 1
    for block in blocks:
        for i in t.folded.between(block.span.start, block.span.end):
            if taken[i] or t.text(i) not in forms:
                continue
            prefix, restores, rest = forms[t.text(i)]
            size = 1 + len(rest)
            if any(not t.joined(i + k) or t.text(i + k) != word for k, word in enumerate(rest, 1)):
                continue
            start = t.words[i].start + len(prefix) - (1 if restores else 0)
            text = t.clean(start, t.words[i + size - 1].end)
            if restores:
                text = restores[0] + text
            yield Draft(block, i, i + size, start, "person", text, rule="surname of a person of the page")


def _forms(t: Tagged, drafts: Sequence[Draft]) -> dict[str, tuple[str, str, list[str]]]:
    """Return every first word of a family name, clitics before it or none: the clitic, what it swallows, the rest."""
    forms: dict[str, tuple[str, str, list[str]]] = {}
    for d in drafts:
        if d.kind != "person" or " " not in d.name:
            continue
        first, *rest = fold_text(_surname(t, d.name)).split()
        if (len(first) < 3 and not rest) or _ordinary(t, first):
            continue
        for prefix, restores in (*t.book.prefixes, ("", "")):
            if restores and first.startswith(restores):
                forms.setdefault(prefix + first[len(restores) :], (prefix, restores, rest))
            elif not restores:
                forms[prefix + first] = (prefix, restores, rest)
    return {word: form for word, form in forms.items() if word not in t.book.stops}


def _ordinary(t: Tagged, word: str) -> bool:
    """Whether a family name is also an ordinary word, so that alone it names nobody: an ordinal, a title, a stop."""
    book = t.book
    return (
        word in book.particles["ordinal"]
        or word in book.particles["tail"]
        or word in book.stops
        or word in book.titlewords
        or word in book.said("ambiguous")
        or any(
            f.kind in ("rank", "office", "job", "adjective", "state", "place", "time", "former")
            for f in t.entry(word)
        )
    )


def _merged(t: Tagged, drafts: list[Draft]) -> list[Draft]:
    """Give an office that stands right before a person to that person, and drop what overlaps."""
    kept: list[Draft] = []
    for d in drafts:
        if kept and d.first < kept[-1].last:
            continue
        before = kept[-1] if kept else None
        if (
            before
            and before.kind == "office"
            and d.kind == "person"
            and before.last == d.first
            and t.joined(d.first)
            and d.start == t.words[d.first].start
        ):
            kept.pop()
            d.roles = (*before.roles, *d.roles)
            d.state = d.state or before.state
        kept.append(d)
    return kept


def _link_persons(t: Tagged, found: Sequence[Draft]) -> None:
    """Point every mention of a person in one article to the first of that person."""
    full: list[Draft] = []
    for d in found:
        if d.kind == "person" and " " in d.name and not (d.known and " " not in d.name):
            same = next((f for f in full if _same(f, d)), None)
            if same is None:
                full.append(d)
            else:
                d.to = same
    heads = Counter(id(d.to or d) for d in found if d.kind == "person" and " " in d.name)
    for d in found:
        if d.kind != "person" or (" " in d.name and (d in full or d.to)):
            continue
        fits = [
            f for f in full if fold_text(_surname(t, f.name)) == fold_text(d.name) or (d.known and f.known == d.known)
        ]
        if len(fits) > 1:
            before = [f for f in fits if f.start < d.start] or fits
            best = sorted(before, key=lambda f: (-heads[id(f)], f.start))
            fits = best[:1] if len(before) == 1 or heads[id(best[0])] > heads[id(best[1])] else []
            if not fits:
                d.note = "two persons of the article have this surname"
        if fits:
            d.to = fits[0]
    lone: dict[str, Draft] = {}
    for d in found:
        if d.kind == "person" and d.to is None and " " not in d.name:
            first = lone.setdefault(d.known or fold_text(d.name), d)
            d.to = None if first is d else first


def _same(a: Draft, b: Draft) -> bool:
    """Whether two full names are one: equal, or first and last part agree and one has a middle part more."""
    if a.known and a.known == b.known:
        return True
    x, y = fold_text(a.name).split(), fold_text(b.name).split()
    return x == y or (x[0] == y[0] and x[-1] == y[-1]) or (x[-2:] == y[-2:] and min(len(x), len(y)) == 2)


def _link_offices(found: Sequence[Draft]) -> None:
    """Point an office without a name to the person who has it in the same article, if only one has."""
    for k, d in enumerate(found):
        if d.kind != "office":
            continue
        role = d.roles[0]
        fits = _distinct(p for p in found[:k] if p.kind == "person" and any(_fits(role, r, p) for r in p.roles))
        if not role.state and role.office and _several(role.office, found[:k]):
            fits = []
            d.note = "the article has this office of several states"
        if len(fits) == 1:
            d.to = fits[0]
        elif fits:
            d.note = "several persons of the article have this office"


def _several(office: str, found: Sequence[Draft]) -> bool:
    """Whether the office is told of more than one state."""
    return len({r.state for d in found for r in d.roles if r.office == office and r.state}) > 1


def _distinct(found: Iterator[Draft]) -> list[Draft]:
    return list({id(p.to or p): p.to or p for p in found}.values())


def _fits(alone: Role, role: Role, person: Draft) -> bool:
    if fold_text(alone.name) == fold_text(role.name):
        return True
    if alone.office and role.office:
        return alone.office == role.office and (alone.state or person.state) == (role.state or person.state)
    short = fold_text(alone.name).split()
    return len(short) == 1 and fold_text(role.name).split()[0].removeprefix(ARTICLE) == short[0].removeprefix(ARTICLE)


def _link_groups(t: Tagged, found: Sequence[Draft]) -> None:
    """Point equal names to the first of them, and a head alone (الوكالة) to the last group that it began."""
    first: dict[tuple[str, str], Draft] = {}
    headed: dict[str, Draft] = {}
    for d in found:
        if d.kind not in ("organization", "outlet", "state", "place", "unnamed"):
            continue
        if d.rule == "head alone":
            d.to = headed.get(fold_text(d.name).removeprefix(ARTICLE))
            continue
        if d.kind == "unnamed":
            _link_unnamed(t, d, headed)
            continue
        key = (d.kind, d.state if d.kind == "state" else fold_text(d.name))
        kept = first.setdefault(key, d)
        d.to = None if kept is d else kept
        raw = fold_text(d.rule and d.name).split()
        headed[_head_of(d)] = kept
        if raw:
            headed.setdefault(raw[0], kept)


def _head_of(d: Draft) -> str:
    return d.note or ""


def _link_unnamed(t: Tagged, d: Draft, headed: dict[str, Draft]) -> None:
    """Point المصدر and هذه المصادر to the last source of that number."""
    words = fold_text(d.name).split()
    definite = [w for w in words if w.startswith(ARTICLE) and len(w) > 4]
    if words[-1] in t.book.said("again") or (len(words) <= 2 and definite):
        d.to = headed.get(definite[0].removeprefix(ARTICLE) if definite else words[0])
        if d.to is not None:
            return
    for word in words:
        headed["" + word.removeprefix(ARTICLE)] = d


def _records(t: Tagged, drafts: Sequence[Draft], bones: names.Skeletons) -> Iterator[Mention]:
    fullest: dict[int, str] = {}
    roots: dict[int, Draft] = {}
    for d in drafts:
        root = d.to or d
        while root.to is not None:
            root = root.to
        roots[id(d)] = root
        if d.kind == root.kind and d.kind == "person" and len(d.name) > len(fullest.get(id(root), root.name)) + 1:
            fullest[id(root)] = d.name
    across: dict[tuple[str, str], str] = {}
    for d in drafts:
        root = roots[id(d)]
        name = fullest.get(id(root), root.name) if d.kind != "office" and root.kind == "person" else root.name
        if d.kind == "office" and root is not d:
            name = fullest.get(id(root), root.name)
        if d.kind == "state":
            name = d.name
        end = d.end if d.end >= 0 else t.words[d.last - 1].end
        span = Span(page=t.page, start=d.start, end=end)
        mine = Span(page=t.page, start=root.start, end=root.end if root.end >= 0 else t.words[root.last - 1].end)
        refers = identify("mention", mine)
        if root.kind == "person" and " " in name:
            refers = across.setdefault(("person", fold_text(name)), refers)
        rests = (mine,) if root is not d else ()
        state = root.state or d.state
        yield Mention(
            id=identify("mention", span),
            span=span,
            kind=d.kind,
            name=name,
            refers=refers,
            skeleton=bones.of(root.known or name) if root.kind == "person" else fold_text(name),
            state=state,
            roles=d.roles,
            why=(Why(rule=d.rule, rests_on=rests, note=d.note),),
        )
