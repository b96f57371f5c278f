"""Which mentions of a page are one: surnames and full names, offices and their holders, short forms and long."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import compress

from takhrij.analyse.mentions import bodyoffices, groupkeys, latters, titles, towns
from takhrij.analyse.mentions.bearers import Bearers, bearers
from takhrij.analyse.mentions.drafts import Draft
from takhrij.analyse.mentions.officekeys import Offices, offices
from takhrij.analyse.mentions.skeletons import LISTED, Skeletons, skeletons
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE
from takhrij.knowledge import Knowledge
from takhrij.records import Block, Mention, Role, Span, Why, identify
from takhrij.text import fold_text

_BOUND = "_"  # between the words of a family name of two
_SON = {"بن": "ابن", "ابن": "بن"}  # the word for son is written so or so
_MOTHER = "ام"  # behind this word a name is her child's


def resolve(t: Tagged, drafts: list[Draft], blocks: Sequence[Block], knowledge: Knowledge) -> tuple[Mention, ...]:
    """Return the drafts as mentions, with those added that only a full name elsewhere on the page gives away."""
    added = (*_surnames(t, drafts, blocks), *towns.again(t, drafts, blocks), *latters.drafts(t, blocks))
    drafts = sorted([*drafts, *added], key=lambda d: d.start)
    drafts = _merged(t, drafts)
    bones = knowledge.built(skeletons)
    by_article: defaultdict[str, list[Draft]] = defaultdict(list)
    for draft in drafts:
        by_article[draft.block.article].append(draft)
    for found in by_article.values():
        _link_persons(t, found, bones)
        _link_counterparts(t, found, knowledge.built(offices))
        found[:] = [d for d in found if d.kind != "office" or d.roles or d.rule == latters.RULE]
        bodyoffices.settle(t, found)
        _link_offices(t, found)
        _link_groups(t, found)
        latters.link(found)
    named = [d for d in drafts if (d.kind != "office" or d.roles or d.rule == latters.RULE)]
    named = [d for d in named if d.rule not in ("head alone", latters.RULE) or d.to is not None]
    return tuple(_records(t, named, bones, knowledge.built(bearers)))


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
        words = t.folded.between(block.span.start, block.span.end)
        for i in compress(words, map(forms.__contains__, t.folded.texts[words.start : words.stop])):
            if taken[i] or (t.text(i - 1) == _MOTHER and t.tight(i)):
                continue  # قالت أم محمد
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
        own, *rest = fold_text(_surname(t, d.name)).split()
        if (len(own) < 3 and not rest) or _ordinary(t, own):
            continue
        for first in (own, _SON[own]) if own in _SON else (own,):
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
        or (book.ordinary[word] and word not in book.families)
        or not t.entry(word)
        .keys()
        .isdisjoint(("rank", "office", "job", "adjective", "state", "place", "time", "former"))
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
            and before.rule != titles.SERVES
            and d.kind == "person"
            and before.last == d.first
            and t.joined(d.first)
            and d.start == t.words[d.first].start
        ):
            kept.pop()
            d.roles = (*before.roles, *d.roles)
            d.state = d.state or before.state
        if before and _title_again(t, before, d):
            before.roles, before.last = (*before.roles, *d.roles), d.last
            before.state = before.state or d.state
            continue
        kept.append(d)
    return kept


def _title_again(t: Tagged, person: Draft, d: Draft) -> bool:
    """Whether an office right behind a person says of what he is what his title said: الأمير فيصل أمير منطقة عسير."""
    if person.kind != "person" or d.kind != "office" or person.last != d.first or not t.joined(d.first):
        return False
    heads = {fold_text(role.name).split()[0] for role in person.roles}
    return ARTICLE + fold_text(d.name).split()[0] in heads


def _link_persons(t: Tagged, found: Sequence[Draft], bones: Skeletons) -> None:
    """Point every mention of a person in one article to the first of that person."""
    full: dict[tuple[str, ...], Draft] = {}
    families: defaultdict[str, list[Draft]] = defaultdict(list)
    heads: Counter[int] = Counter()
    named = [d for d in found if d.kind == "person" and " " in d.name]
    bound = {_family(family, bones) for d in named if " " in (family := _surname(t, d.name))}
    alone = {id(d) for d in found if " " not in d.name or (not d.roles and _family(d.name, bones) in bound)}
    for d in found:
        if d.kind == "person" and id(d) not in alone:
            keys = _keys(d, bones)
            same = next((full[k] for k in keys if k in full), None)
            d.to = same
            heads[id(same or d)] += 1
            for k in keys:
                full.setdefault(k, same or d)
            if same is None:
                families[_family(_surname(t, d.name), bones)].append(d)
    lone: dict[str, Draft] = {}
    for d in found:
        if d.kind != "person" or id(d) not in alone or d.rule == latters.RULE:
            continue
        d.to = full.get(("known", d.known)) if d.known else None
        if d.to is None:
            d.to = _bearer(d, families.get(_family(d.name, bones), []), heads)
        if d.to is None:
            first = lone.setdefault(d.known or _family(d.name, bones), d)
            d.to = None if first is d else first


def _family(name: str, bones: Skeletons) -> str:
    """Return under what a family name is found again; of one of two words under all its spellings (نصرالله)."""
    units = bones.units(name)
    return units[0] if len(units) == 1 and _BOUND in units[0] else fold_text(name)


def _keys(d: Draft, bones: Skeletons) -> list[tuple[str, ...]]:
    """Return under what a full name is found again: all its parts, and given and family name alone.

    A grandfather's name is no family's: سعود بن نايف بن عبد العزيز is not سعود بن عبد العزيز.
    """
    units = bones.units(d.name)
    keys = [tuple(units)]
    if len(units) > 1 and not bones.grandson(units):
        keys.append((units[0], units[-1]))
    return [*keys, *([("known", d.known)] if d.known else [])]


def _bearer(d: Draft, fits: Sequence[Draft], heads: Counter[int]) -> Draft | None:
    """Return whom a surname alone means: who was named before it, of several who is named in full most."""
    if len(fits) < 2:
        return fits[0] if fits else None
    before = [f for f in fits if f.start < d.start] or fits
    best = sorted(before, key=lambda f: (-heads[id(f)], f.start))
    if len(before) == 1 or heads[id(best[0])] > heads[id(best[1])]:
        return best[0]
    d.note = "two persons of the article have this surname"
    return None


def _link_counterparts(t: Tagged, found: Sequence[Draft], known: Offices) -> None:
    """Give counterparts the office of the person or office named right before, for the state that they are of."""
    held: dict[int, Role] = {}
    before: Draft | None = None
    for d in found:
        if d.kind not in ("person", "office"):
            continue
        root = d.to or d
        if d.like[1] and before is not None and (role := held.get(id(before))):
            first, last = d.like
            span = Span(page=t.page, start=t.words[first].start, end=t.words[last - 1].end)
            state = t.clean(t.words[first + 1].start, span.end)
            name = " ".join([*[w for w in role.name.split() if not known.tells_state(w)][:3], state])
            if office := known.of(name):
                d.roles = (*d.roles, Role(name=name, span=span, office=office, state=d.state))
                d.name = name if d.kind == "office" else d.name
        for role in d.roles:
            if role.office:
                held[id(root)] = role
        before = root


def _link_offices(t: Tagged, found: Sequence[Draft]) -> None:
    """Point an office without a name to the only one before it who has it; to the office named before, if nobody."""
    holders: defaultdict[tuple[str, ...], dict[int, Draft]] = defaultdict(dict)
    vacant: defaultdict[tuple[str, ...], dict[int, Draft]] = defaultdict(dict)
    states: defaultdict[str, set[str]] = defaultdict(set)
    for d in found:
        if d.kind == "office":
            _hold(d, holders, vacant, states, newly=_newly(t, d))
        for role in d.roles:
            if role.office and role.state:
                states[role.office].add(role.state)
            if d.kind == "person" or (d.kind == "office" and d.to is None):
                for key in _role_keys(role, d.state, alone=False):
                    (holders if d.kind == "person" else vacant)[key][id(d.to or d)] = d.to or d


Told = dict[tuple[str, ...], dict[int, Draft]]
"""Whom an article tells to have an office, under every key by which the office is known again."""


def _newly(t: Tagged, d: Draft) -> bool:
    """Whether a counterpart is said to be new (نظيره الجديد): not who was named with that office before."""
    behind = d.like[1]
    return 0 < behind < len(t.words) and t.text(behind) in t.book.said("new")


def _hold(d: Draft, holders: Told, vacant: Told, states: dict[str, set[str]], *, newly: bool) -> None:
    role = d.roles[0]
    if newly:
        d.note = "said to be new: whoever holds it on that day"
        return
    if role.office and not role.state and len(states[role.office]) > 1:
        d.note = "the article has this office of several states"
        return
    for told in (holders, vacant):
        fits: dict[int, Draft] = {}
        for key in _role_keys(role, d.state, alone=True):
            fits.update(told.get(key, {}))
        if len(fits) == 1:
            d.to = next(iter(fits.values()))
        elif fits:
            d.note = "several of the article have this office"
        if fits:
            return


def _role_keys(role: Role, state: str, *, alone: bool) -> Iterator[tuple[str, ...]]:
    """Yield by what an office is known again: its words, its key and state; its first word where it is `alone`."""
    words = fold_text(role.name).split()
    yield ("words", *words)
    if role.office and (role.state or state):
        yield "office", role.office, role.state or state
    if not alone or len(words) == 1:
        yield "head", words[0].removeprefix(ARTICLE)


def _link_groups(t: Tagged, found: Sequence[Draft]) -> None:
    """Point equal names to the first of them, and a head alone (الوكالة) to the last group that it began."""
    first: dict[tuple[str, str], Draft] = {}
    headed: dict[str, Draft] = {}
    sources: dict[str, Draft] = {}
    inside: dict[str, str] = {}
    outlets: dict[int, Draft] = {}
    for d in found:
        if d.kind == "unnamed":
            _link_unnamed(t, d, sources)
            if d.to is None and (body := _whose(t, d)):
                inside[body[0]] = body[1]
                headed.pop(body[0], None)
            continue
        if d.rule == "head alone" and (name := inside.get(head := _head(t, d))) and head not in headed:
            d.name, d.rule = name, groupkeys.HEADED
        if d.rule == "head alone":
            d.to = headed.get(_head(t, d))
            if d.to is None and d.kind == "outlet" and len(outlets) == 1:
                d.to = next(iter(outlets.values()))
            d.kind = d.to.kind if d.to and d.to.kind != "state" else d.kind  # وكالة الفضاء
        elif d.kind in ("organization", "outlet", "state", "place"):
            name, seat = d.state if d.kind == "state" else fold_text(d.known or d.name), groupkeys.seat(t, d)
            kept = first.setdefault((d.kind, f"{name} {seat}" if seat else name), d)
            if seat:
                first.setdefault((d.kind, name), d)
            d.to = None if kept is d else kept
            headed[_head(t, d)] = kept
            if d.kind == "outlet":
                outlets[id(kept)] = kept
    groupkeys.link_shorter([d for d in found if d.kind == "organization" and d.rule != "head alone"])


def _whose(t: Tagged, d: Draft) -> tuple[str, str] | None:
    """Return the body that an unnamed source is of, by its noun and whole: مسؤول في وزارة الدفاع."""
    words = d.name.split()
    for k, word in enumerate(map(fold_text, words[1:-1]), 1):
        head = t.entry(word).get("org_head")
        if head and head.state == "organization" and not word.startswith(ARTICLE):
            return word, " ".join(words[k:])
    return None


def _head(t: Tagged, d: Draft) -> str:
    """Return the first word of a group, folded, without clitics and article."""
    hit = t.hit(d.first)
    word = t.text(d.first)
    prefix = hit.prefix if hit and not hit.prefix.endswith("لل") else ""
    return word.removeprefix(prefix).removeprefix(ARTICLE).removeprefix("لل")


def _link_unnamed(t: Tagged, d: Draft, sources: dict[str, Draft]) -> None:
    """Point المصدر and هذه المصادر to the last source of that number."""
    words = fold_text(d.name).split()
    definite = [w for w in words if w.startswith(ARTICLE) and len(w) > 4]
    if words[-1] in t.book.said("again") or (len(words) <= 2 and definite):
        d.to = sources.get(definite[0].removeprefix(ARTICLE) if definite else words[0])
        if d.to is not None:
            return
    for word in words:
        sources[word.removeprefix(ARTICLE)] = d


def _records(t: Tagged, drafts: Sequence[Draft], bones: Skeletons, counted: Bearers) -> Iterator[Mention]:
    fullest: dict[int, str] = {}
    roots: dict[int, Draft] = {}
    for d in drafts:
        root = d.to or d
        while root.to is not None:
            root = root.to
        roots[id(d)] = root
        if d.kind == root.kind and d.kind == "person" and len(d.name) > len(fullest.get(id(root), root.name)) + 1:
            fullest[id(root)] = d.name
    across: dict[str, str] = {}
    made: dict[tuple[int, str], str] = {}  # skeletons, by root and name
    for d in drafts:
        root = roots[id(d)]
        name = fullest.get(id(root), root.name) if root.kind == "person" else root.name
        if d.kind == "state":
            name = d.name
        end = d.end if d.end >= 0 else t.words[d.last - 1].end
        span = Span(page=t.page, start=d.start, end=end)
        mine = Span(page=t.page, start=root.start, end=root.end if root.end >= 0 else t.words[root.last - 1].end)
        if (id(root), name) not in made:
            made[id(root), name] = _skeleton(t, root, name, bones)
        refers = identify("mention", mine)
        if root.kind == "person" and " " in name:
            refers = across.setdefault(fold_text(name), refers)
        rests = (mine,) if root is not d else ()
        state = root.state or d.state
        yield Mention(
            id=identify("mention", span),
            span=span,
            kind=d.kind,
            name=name,
            refers=refers,
            skeleton=made[id(root), name],
            state=state,
            roles=d.roles,
            why=(Why(rule=d.rule, rests_on=rests, note=d.note),),
            bearers=counted.count[name] if root.kind == "person" and " " in name else 0,
        )


def _skeleton(t: Tagged, root: Draft, name: str, bones: Skeletons) -> str:
    """Return the listed name's skeleton where the name is listed.

    A group's is its folded words without articles, an organisation's with the state for its adjective.
    """
    if root.kind == "person":
        return LISTED + bones.listed(root.known) if root.known else bones.of(name)
    told = root.known or name
    if root.kind == "organization" and not root.known:  # الأمريكية، الأميركية
        return f"{groupkeys.body(t, told)} {groupkeys.seat(t, root)}".rstrip()
    if root.kind == "place":
        return groupkeys.place(t, told, known=bool(root.known))
    return " ".join(groupkeys.plain(fold_text(told)) if root.kind in _PLAIN else fold_text(told).split())


_PLAIN = ("organization", "outlet")
"""Whose names are compared without articles."""
