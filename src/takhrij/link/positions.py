"""Who demands, offers, agrees to or refuses what: the positions in each matter in dispute, as they moved with time.

Matters come from the claims, not from a list: what several sides of a story call by one name (`matters`), and else
two claims that take a position and share content words, fewer where the same parties stand in both. A matter
is in dispute where somebody wants or refuses something and more than one side, or one side in other words on another
day, has a position in it. What one passage tells twice (a demand as a statement and as an event) and what is only
told again is one position.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from takhrij.link.claims import paired
from takhrij.link.keys import Key
from takhrij.link.matters import (
    Bond,
    Called,
    Matter,
    Stance,
    adjectives_of,
    called,
    date_of,
    groups,
    largest,
    named,
    prays,
)
from takhrij.link.tellings import Telling, tellings
from takhrij.link.who import Who
from takhrij.link.wording import also, at_most, shared, stems
from takhrij.records import Analysis, Claim, Event, Links, Party, Position, Sentence, Span, Why
from takhrij.text import fold_words

_NAMED: Final = "named "
_STANCES: Final = ("demand", "offer", "refuse", "deny", "plan", "invite", "decline_comment")
"""Acts of statements that take a position."""
_EVENTS: Final = {
    ("REQUEST", "demanded"): "demand",
    ("REQUEST", "occurred"): "demand",
    ("REJECT", "occurred"): "refuse",
    ("AGREE", "offered"): "offer",
    ("AGREE", "planned"): "plan",
    ("AGREE", "occurred"): "agree",
}
_SAID: Final = ("REQUEST", "REJECT")
"""Classes of events whose verb only says that something is asked or refused."""
_ASKS: Final = ("demand", "offer", "invite")
_REFUSES: Final = ("refuse", "deny", "decline_comment")
_ORDER: Final = ("demand", "offer", "invite", "plan", "agree", "deny", "refuse", "decline_comment")
"""Acts in the order in which one answers another on a day."""
_SHARE: Final = 0.4
_TERMS: Final = 2
"""Content words that two positions of the same parties share in one matter."""
_ANY_SHARE: Final = 0.5
_ANY_TERMS: Final = 3
"""The same for positions of parties that have nothing to do with one another."""
_ALL_SHARE: Final = 0.8
"""The same where they name no place in common: everybody calls for restraint, here and there."""
_MANY: Final = 30
"""Positions under one word from which it is too common to hold a matter together by itself."""
_DAYS: Final = 400
"""Days between two positions of one matter: parties that have it out for years do so step by step."""
_ANY_DAYS: Final = 14
"""The same for parties that have nothing to do with one another: calls for calm and for prisoners recur."""
_AGAIN: Final = 0.8
"""Share of terms from which a holder's position is the one told before, only on another day."""
_LEAST: Final = 3
"""Letters of a word that may hold a matter together."""
_CHORUS: Final = 2
_SAME: Final = 0.9
_SAME_TERMS: Final = 5
"""Share of terms, and how many, from which two positions are the same words, whoever is told to have said them."""


_WORDS: Final = Why(
    rule="positions/shared-words", rests_on=(), note="positions in one matter share words and parties"
)
_NAME_OF: Final = Why(rule="positions/one-name", rests_on=(), note="sides of one story call the matter so")


def keys(analysis: Analysis, links: Links) -> Iterable[Key]:
    """Yield every telling that takes a position, under what each of its content words begins with."""
    told = [(telling, act) for telling in tellings(analysis, links) if (act := _act(telling))]
    if not told:
        return
    said = {word for mention in analysis.mentions if mention.kind != "place" for word in fold_words(mention.name)}
    said |= {word for time in analysis.times for word in fold_words(_words(time.span, analysis.sentences))}
    events = {event.id: event for event in analysis.events}
    names = said.union(*(fold_words(role.name) for mention in analysis.mentions for role in mention.roles))
    story_of = _stories(links)
    adjectives = adjectives_of(analysis.sentences) if analysis.page in story_of else {}
    for telling, act in told:
        event = events.get(telling.id)
        holder = _name(telling, event.actors, links) if event else telling.hops[-1].name
        if not holder or telling.negated:
            continue
        saying = _saying(event, analysis.sentences) if event else frozenset()
        terms = telling.core - said - saying
        terms = frozenset(term for term in terms if not term[0].isdigit() and len(term) >= _LEAST)
        words = tuple(filter(None, map(_bare, _words(telling.span, analysis.sentences).split())))
        if act == "demand" and prays(words):
            continue
        stance = Stance(telling, holder, act, terms, stems(terms), dict(_written(words, terms)), words)
        yield from (Key("matter " + stem, stance) for stem in sorted(stance.stems.together))
        if telling.page in story_of and telling.for_itself:
            yield from (
                Key(f"{_NAMED}{story_of[telling.page]} {noun}", one)
                for noun, one in called(stance, names, adjectives)
            )


def _stories(links: Links) -> dict[str, str]:
    """Return the story of every page that is one of several of its story, worked out once."""
    if "story of" not in links.worked:
        links.worked["story of"] = {page: story[0] for story in links.stories for page in story[1:] and story}
    found: dict[str, str] = links.worked["story of"]
    return found


def join(value: str, members: Sequence[Stance | Called]) -> Iterable[Bond | Matter]:
    """Yield the pairs of a group that are of one matter, or the matter that all call alike."""
    if value.startswith(_NAMED):
        return named([one for one in members if isinstance(one, Called)])
    return _bonds([one for one in members if isinstance(one, Stance)])


def _bonds(members: Sequence[Stance]) -> Iterator[Bond]:
    """Yield the pairs of a group that are of one matter; under a word that many share, only those much alike."""
    of = {stance.telling.id: stance for stance in members}
    least = _TERMS if len(members) > _MANY else 1
    for one, other in paired([stance.telling for stance in members]):
        if one.span.overlaps(other.span):
            continue
        left, right = of[one.id], of[other.id]
        words = _bound(left, right, least) if _near(left, right, _DAYS) else frozenset()
        if words:
            yield Bond(left, right, words)


def _near(left: Stance, right: Stance, days: int) -> bool:
    """Whether two positions are so many days apart at most; of undated ones of two articles nobody knows."""
    a, b = left.when, right.when
    if a is None or b is None:
        return left.telling.article.id == right.telling.article.id
    return abs((a.first - b.first).days) <= days


def gather(found: Sequence[Bond | Matter], links: Links) -> Links:
    """Add the positions: matter by matter in order of their first day, each matter's in order of time.

    A position in a matter that has a name is in no other.
    """
    claim_of = {name: claim for claim in links.claims for name in (*claim.statements, *claim.events)}
    lines: list[tuple[str, list[Position]]] = []
    taken: set[str] = set()
    for matter in sorted((m for m in found if isinstance(m, Matter)), key=lambda m: (-len(m.stances), m.name)):
        stances = [stance for stance in matter.stances if stance.telling.id not in taken]
        positions = _positions(matter.name, _apart(stances), claim_of, _NAME_OF)
        if _disputed(positions) and len({p.holder for p in positions}) > 1:
            lines.append((date_of(positions[0].when), positions))
            taken.update(stance.telling.id for stance in stances)
    bonds = {(b.left.telling.id, b.right.telling.id): b for b in found if isinstance(b, Bond)}
    open_bonds = [bonds[key] for key in sorted(bonds) if taken.isdisjoint(key)]
    while open_bonds:
        left = []
        for group in groups(open_bonds):
            words, members, others = largest(group)
            left += others
            positions = _positions(words, _apart(members), claim_of)
            if words and _disputed(positions):
                lines.append((date_of(positions[0].when), positions))
        open_bonds = left
    lines.sort(key=lambda line: (line[0], line[1][0].matter, line[1][0].claims))
    return replace(links, positions=tuple(position for _, positions in lines for position in positions))


def _act(telling: Telling) -> str:
    if telling.kind == "event":
        return _EVENTS.get((telling.what, telling.status), "")
    return telling.what if telling.kind == "said" and telling.what in _STANCES else ""


def _saying(event: Event, sentences: Sequence[Sentence]) -> frozenset[str]:
    """Return the words by which an event asks or refuses, as terms: they tell nothing of what for."""
    if event.type not in _SAID:
        return frozenset()
    words = {word for why in event.why for span in why.rests_on[:1] for word in fold_words(_words(span, sentences))}
    return frozenset(term for term in event.terms if any(word.endswith(term) for word in words))


def _name(telling: Telling, parties: Sequence[Party], links: Links) -> str:
    """Return the full name of an event's first doer, or the page's own words for him; "" if nobody knows him."""
    if not telling.who or not telling.who[0].known:
        return ""
    entities = (links.entities.get(key) for key in sorted(telling.who[0].keys)) if telling.who else ()
    return next((entity.name for entity in entities if entity), parties[0].name if parties else "")


def _written(words: Sequence[str], terms: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield each term with the word of the telling that it is the normal form of, as it is written."""
    for word in words:
        yield from ((term, word) for form in fold_words(word) for term in terms if form.endswith(term))


def _bare(word: str) -> str:
    return "".join(c for c in word if unicodedata.category(c)[0] != "P")


def _words(span: Span, sentences: Sequence[Sentence]) -> str:
    """Return what stands in a span of the page's sentences, which are in order."""
    first = max(0, bisect_right(sentences, span.start, key=lambda s: s.span.start) - 1)
    parts = []
    for sentence in sentences[first:]:
        at = sentence.span.start
        if at >= span.end:
            break
        parts.append(sentence.text[max(0, span.start - at) : span.end - at])
    return " ".join(parts)


def _bound(left: Stance, right: Stance, least: int) -> frozenset[str]:
    """Return the words of the first that two positions share if they are of one matter, else none.

    One word is enough where one side refuses what the other, whom it answers, asks for. `least` words are wanted.
    """
    one, other = left.telling, right.telling
    if {left.act, right.act} <= {"plan", "agree", *_REFUSES} and {left.act, right.act} & {"deny", "decline_comment"}:
        return frozenset()  # what is denied is told, not wanted
    akin = _akin((*one.who, *one.whom), (*other.who, *other.whom))
    if at_most(left.stems, right.stems) < (least if akin else _ANY_TERMS):
        return frozenset()
    common = also(left.terms, left.stems, right.terms, right.stems)
    share = len(common) / max(min(len(left.terms), len(right.terms)), 1)
    apart = one.page != other.page
    answers = akin and (_akin(one.whom, other.who) or _akin(other.whom, one.who))
    refused = answers and {left.act in _REFUSES, right.act in _REFUSES} == {True, False} and share >= _SHARE / 2
    if refused and len(common) >= least and (len(common) >= _TERMS or _near(left, right, _ANY_DAYS)):
        return common
    if apart and (len(common) < _ANY_TERMS or not common & one.details) and len(common & one.details) < _TERMS:
        return frozenset()  # "reach an agreement", "make a new start": of what, other words tell
    if akin:
        return common if len(common) >= max(_TERMS, least) and share >= _SHARE else frozenset()
    alike = _ALL_SHARE if apart and not one.places & other.places else _ANY_SHARE
    return common if len(common) >= _ANY_TERMS and share >= alike and _near(left, right, _ANY_DAYS) else frozenset()


def _akin(left: Iterable[Who], right: Sequence[Who]) -> bool:
    return any(one.known and other.known and one.akin(other) for one in left for other in right)


def _positions(
    matter: str, stances: Sequence[Stance], claim_of: dict[str, Claim], why: Why = _WORDS
) -> list[Position]:
    """Return a line for every holder, act and day of a matter, in order of time, then of asking and answering.

    `why` is the reason without its words.
    """
    by_claim: defaultdict[str, list[Stance]] = defaultdict(list)
    for stance in stances:
        by_claim[claim_of[stance.telling.id].id].append(stance)
    lines: defaultdict[tuple[str, str, str], list[tuple[str, Stance]]] = defaultdict(list)
    for name in sorted(by_claim):
        members = by_claim[name]
        first = next((s for s in members if s.telling.kind == "said"), members[0])
        day = min(s.day for s in members)
        before = (key for key, of in lines.items() if key[2] == first.act and _told_again(first, key[1], of))
        lines[next(before, (day, first.holder, first.act))] += [(name, s) for s in members]
    found = []
    for (_, holder, act), told in lines.items():
        times = [s.when for _, s in told if s.when]
        found.append(
            Position(
                matter=matter,
                holder=holder,
                act=act,
                claims=tuple(dict.fromkeys(name for name, _ in told)),
                when=min(times, key=lambda t: (t.last - t.first, t.first), default=None),
                why=(replace(why, rests_on=tuple(sorted({s.telling.span for _, s in told}))),),
            )
        )
    return sorted(found, key=lambda p: (date_of(p.when), _ORDER.index(p.act), p.claims))


def _apart(stances: Iterable[Stance]) -> list[Stance]:
    """Return those of which none overlaps another: of what one passage tells twice the statement, if there is one."""
    kept: list[Stance] = []
    for stance in sorted(stances, key=lambda s: (s.telling.kind == "event", s.telling.span)):
        if not any(stance.telling.span.overlaps(other.telling.span) for other in kept):
            kept.append(stance)
    return sorted(kept, key=lambda s: (s.day, s.telling.id))


def _told_again(stance: Stance, holder: str, line: Iterable[tuple[str, Stance]]) -> bool:
    """Whether a position says no more than one of a line of its holder, or of his side, does, or no less.

    In the same words it is another's only where a page tells it of another.
    """
    for _, other in line:
        common, sizes = shared(stance.terms, other.terms), (len(stance.terms), len(other.terms))
        one_side = holder == stance.holder or _akin(stance.telling.who, other.telling.who)
        if one_side and common >= _AGAIN * min(sizes):
            return True
        if common >= max(_SAME * max(sizes), _SAME_TERMS):
            return True
    return False


def _disputed(positions: Sequence[Position]) -> bool:
    """Whether somebody asks or refuses, and several sides have a position, or one side moves from one to another.

    Two who ask for the same have no dispute; often they are one man, named in two ways. Nor has one who wants what he
    plans, or plans what he wants.
    """
    acts = {position.act for position in positions}
    moved = len({date_of(p.when) for p in positions}) > 1 and len(acts) > 1 and bool(acts & {"agree", *_REFUSES})
    several = len({p.holder for p in positions}) > 1 or moved
    answered = len(acts) > 1 or len({p.holder for p in positions}) > _CHORUS
    return several and answered and bool(acts & {*_ASKS, *_REFUSES}) and acts != {"offer"}
