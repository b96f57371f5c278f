"""How much two tellings say the same, and in what they differ."""

from __future__ import annotations

from typing import Final, NamedTuple

from takhrij.link.counts import misprinted, numbers_agree, one_toll, tolls
from takhrij.link.sides import cover
from takhrij.link.tellings import HAPPENING, Telling
from takhrij.link.who import Who
from takhrij.link.wording import at_most, shared
from takhrij.records import When

_NEAR: Final = 30
"""Days between two articles within which two undated tellings may be one: a story's life in the papers."""
_WEEK: Final = 7
"""Days between two articles within which an undated event of both is of one time."""
SPEECH_ACTS: Final = ("REQUEST", "AGREE", "SUPPORT", "REJECT", "ACCUSE", "THREATEN")
"""Classes of events that happen by being said."""
WISHES: Final = ("demand", "offer", "invite", "refuse")
"""Acts by which something is wished for, not told."""
_DENIALS: Final = ("deny", "refuse", "decline_comment")
_SHARE: Final = 0.5
"""Share of the shorter statement's terms that the longer must have."""
_REPORTED: Final = 5
"""Terms that two reports without a common speaker must share."""
_CORE: Final = 3
"""Of those, terms outside names and titles: two reports on one man need not say the same of him."""
_EVENT: Final = 2.4
"""Evidence that makes two events one: two shared parties and a shared mode, or a party, a date and some words."""
_DAILY: Final = ("ASSAULT", "COERCE")
_FEW_WORDS: Final = 2
"""Classes of what an army does many times a month, and terms that two of them must share where only one party
agrees, and no day."""
_SEVERAL: Final = 3
"""Terms that make two events of one date one where their parties do not."""
_ALL_SAID: Final = 0.35
"""Share of a statement's terms that the event must have: one that is only mentioned in it is not what is said."""
_ASKED: Final = 0.45
"""Share of terms that two demands, offers or agreements must have in common: one party has many of them."""
_UNTIMED: Final = 5
_UNTIMED_SHARE: Final = 0.6
"""Terms, and their share, that two tellings must have in common of which it is not known that they are of one time:
armies shell, meet and withdraw every week. Of statements the share is the longer's, unless they agree at length."""
AT_LENGTH: Final = 8
"""Terms in common from which one speaker's words are the same words, wherever a negation stands in them."""
_WORD_FOR_WORD: Final = 0.75
"""Share of the longer statement's terms, so many, from which two are one whoever is named: one paper names the body,
another its state, a third who spoke for it."""
_SURE: Final = 3
"""Terms from which a statement says more than what is said every month ("claimed the attack")."""
_DETAILS: Final = {"said": 1, "reported": 2, "event": 2}
"""Details that tellings of two pages must share: "war" and "agreement" are in all that is said of a story."""
_DOUBTFUL: Final = 0.75
"""Likeness at most of two that may be of different times: they are one only in a copied passage."""
NEARLY_ALL: Final = 0.9
"""Share of terms from which one telling may be the other's reprint."""
_MONTH: Final = 31
EITHER: Final = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "RETREAT", "MOBILIZE", "OTHER")
"""Classes of events in which both sides take part, so that doer and done-to may be named in either order."""


class Likeness(NamedTuple):
    """`score` is the evidence that both say the same, 1 when it is enough; `differ` the points they differ in.

    `terms` are shared, `share` of the shorter telling's.
    """

    score: float
    differ: tuple[str, ...]
    terms: int = 0
    share: float = 0.0


def compare(left: Telling, right: Telling, most: int = 0, least: float = 0.0) -> Likeness | None:
    """Return how alike two tellings are; None when they are of kinds that never say the same.

    The likeness of two that differ in more than `most` points is not worked out, nor are all of these: it is 0. Nor
    is that of two whose score can be seen to be below `least`, unless nearly all their terms may be shared.
    """
    if left.kind == right.kind == "event":
        return _events(left, right, most, least)
    if left.kind == right.kind:
        return _statements(left, right, most, least)
    if {left.kind, right.kind} == {"said", "reported"}:
        found = _statements(left._replace(kind="reported"), right._replace(kind="reported"), most, least)
        if word_for_word(left, right):
            return found._replace(score=min(found.score, 1.0))
        return found._replace(differ=("actor", *found.differ))
    if {left.kind, right.kind} == {"said", "event"}:
        said, event = (left, right) if left.kind == "said" else (right, left)
        return _speech_act(said, event) if event.what in SPEECH_ACTS else None
    return None


def met(left: Telling, right: Telling) -> Likeness | None:
    """Return how alike two tellings are that differ in one point at most; None where nothing speaks for it.

    Works a pair out once, however often it meets.
    """
    first, second = (left, right) if left.id <= right.id else (right, left)
    if second.id in first.met:
        known: Likeness | None = first.met[second.id]
        return known
    likeness = compare(first, second, most=1, least=1.0)
    found = likeness if likeness and (likeness.score or likeness.terms) else None
    first.met[second.id] = found
    return found


def overlap(left: When | None, right: When | None) -> bool:
    """Whether two times may be one: an unknown one may be any."""
    return left is None or right is None or (left.first <= right.last and right.first <= left.last)


def _statements(left: Telling, right: Telling, most: int, floor: float) -> Likeness:
    """Compare two statements. What a named person says is his: another's like words are another statement."""
    differ = []
    one_voice = left.kind != "said" or left.who[0].speaks_for(right.who[0])
    if not one_voice and not word_for_word(left, right):
        differ.append("actor")
    if denies(left) != denies(right) and not _said_at_length(left, right):
        differ.append("stance")
    if left.kind == "reported" and (left.what in WISHES) != (right.what in WISHES):
        differ.append("status")
    if left.numbers and right.numbers and (not left.numbers & right.numbers or misprinted(left, right)):
        differ.append("number")
    if not overlap(left.when, right.when) or not _together(left, right):
        differ.append("date")
    if left.kind == "reported" and _elsewhere(left, right):
        differ.append("place")
    least = min(len(left.terms), len(right.terms))
    if not least or len(differ) > most or _hopeless(at_most(left.stems, right.stems), left, right, floor):
        return Likeness(0.0, tuple(differ))
    common = shared(left.terms, right.terms)
    score = _said_alike(common, left, right)
    if score and left.kind == "reported" and shared(left.core, right.core) < _CORE:
        score = 0.0
    if left.page != right.page and common < AT_LENGTH and shared(left.details, right.details) < _DETAILS[left.kind]:
        score = min(score, _DOUBTFUL)
    if not one_voice:
        score = min(score, 1.0)  # those of one voice go first
    recurs = common < _SURE and not timed(left, right, _WEEK)
    whole = least if common > AT_LENGTH else max(len(left.terms), len(right.terms))
    if recurs or (not timed(left, right) and common < _UNTIMED_SHARE * whole):
        score = min(score, _DOUBTFUL)
    return Likeness(score, tuple(differ), common, common / least)


def _said_at_length(left: Telling, right: Telling) -> bool:
    """Whether a speaker's words are so much the same that a negation in one of them only belongs to less of them.

    Nobody says a thing and its contrary at such length.
    """
    if left.kind != "said" or {left.what, right.what} & {*_DENIALS}:
        return False
    least = max(AT_LENGTH, _SHARE * min(len(left.terms), len(right.terms)))
    return at_most(left.stems, right.stems) >= least and shared(left.terms, right.terms) >= least


def word_for_word(left: Telling, right: Telling) -> bool:
    """Whether two statements are so much the same at such length that one and the same is meant by both speakers.

    Not where both are known and of two states, or are two persons: there are words that all say (congratulations).
    """
    wanted = max(AT_LENGTH, _WORD_FOR_WORD * max(len(left.terms), len(right.terms)))
    if min(len(left.terms), len(right.terms)) < wanted or not _may_be_one(left.who[0], right.who[0]):
        return False
    return at_most(left.stems, right.stems) >= wanted and shared(left.terms, right.terms) >= wanted


def _may_be_one(one: Who, other: Who) -> bool:
    if not (one.known and other.known):
        return True
    if one.state and other.state and one.state != other.state:
        return False
    return one.group or other.group or (one.office != other.office and one.state == other.state)


def timed(left: Telling, right: Telling, within: int = _NEAR) -> bool:
    """Whether it is known that two tellings are of one time: both dated, or in articles so many days apart at most.

    Events come again and again (armies shell every week), so theirs is shorter than a statement's; and a month of a
    year has many of them, so that year tells nothing of which one is meant.
    """
    if left.when and right.when and (left.when == right.when or max(map(_days, (left.when, right.when))) <= _MONTH):
        return True
    a, b = left.published, right.published
    near = _WEEK if left.kind == "event" else within
    return a is not None and b is not None and _apart(a, b) <= near


def _hopeless(common: int, left: Telling, right: Telling, floor: float) -> bool:
    least = min(len(left.terms), len(right.terms))
    return _said_alike(common, left, right) < floor and common < NEARLY_ALL * least


def _said_alike(common: int, left: Telling, right: Telling) -> float:
    """Return the likeness of two statements that share so many terms."""
    least = min(len(left.terms), len(right.terms))
    longer = min(max(len(left.terms), len(right.terms)), 2 * least)
    score = (0.6 * common / least + 0.4 * common / longer) / _SHARE if common > 1 else 0.0
    return score * min(1.0, common / _REPORTED) if left.kind == "reported" else score


def denies(telling: Telling) -> bool:
    """Whether a statement says that something is not so: by its act, or by a negation, but not by both."""
    return (telling.what in _DENIALS) != telling.negated


def _together(left: Telling, right: Telling) -> bool:
    """Whether two articles are near enough in time for an undated telling to be of one occasion."""
    if left.when and right.when:
        return True
    a, b = left.published, right.published
    return not a or not b or _apart(a, b) <= _NEAR


def _apart(a: When, b: When) -> int:
    return min(abs(a.first - b.last), abs(b.first - a.last)).days


def _events(left: Telling, right: Telling, most: int, floor: float) -> Likeness | None:
    """Compare two events of one class: evidence of party, date, mode, source and words, over what makes them one."""
    if left.what != right.what:
        return None
    same_mode = left.mode == right.mode
    dated = left.when is not None and right.when is not None
    if not same_mode and left.mode and right.mode and not (dated and left.what in ("OTHER", "CONSULT")):
        return None
    differ = []
    if left.status != right.status and {left.status, right.status} != {"occurred", "offered"}:
        differ.append("status")
    date = _one_date(left, right)
    if date is None:
        differ.append("date")
    if len(differ) > most:
        return Likeness(0.0, tuple(differ))
    parties = _parties(left, right)
    if parties is None or _others(left, right):
        differ.append("actor")
    if not _one_place(left.place, right.place) or _elsewhere(left, right):
        differ.append("place")
    if left.what != HAPPENING and not numbers_agree(left, right):
        differ.append("number")
    if len(differ) > most:
        return Likeness(0.0, tuple(differ))
    least = max(min(len(left.terms), len(right.terms)), 1)
    near = at_most(left.stems, right.stems)
    if near < NEARLY_ALL * least and _happened_alike(near, left, right, date or 0.0, parties or 0.0) < floor:
        return Likeness(0.0, tuple(differ))
    common = shared(left.terms, right.terms)
    score = _happened_alike(common, left, right, date or 0.0, parties or 0.0)
    return Likeness(score, tuple(differ), common, common / least)


def _happened_alike(common: int, left: Telling, right: Telling, date: float, parties: float) -> float:
    """Return the likeness of two events that share so many terms, by what else speaks for it."""
    least = min(len(left.terms), len(right.terms))
    share = common / max(least, 1)
    one_mode = bool(left.mode) and left.mode == right.mode
    if left.page != right.page and one_toll(left, right, timed=timed(left, right)):
        return 1.0
    one_source = left.page != right.page and _one_source(left.source, right.source)
    score = date + parties + (2.0 if common >= 3 else 1.5) * common / max(least, 2)
    score += (0.5 if one_mode else 0.0) + one_source
    asked = left.what not in SPEECH_ACTS or share >= _ASKED
    named = common or date > 1
    if left.what in _DAILY and parties <= 1 and not _on_a_day(left, right):
        named = common >= _FEW_WORDS
    alike = share > _SHARE and (parties or common >= _REPORTED)
    anchored = parties > 1 or (date > 1 and (parties or common >= _SEVERAL)) or one_source or alike
    daily = left.what in _DAILY and left.page != right.page
    if not (asked and named and anchored) or (daily and not _one_of_many(common, left, right)):
        return min(score / _EVENT, 0.5)
    known = timed(left, right) or _printed_again(common, left, right)
    if not known and (common < _UNTIMED or share < _UNTIMED_SHARE):
        return min(score / _EVENT, _DOUBTFUL)
    return score / _EVENT


def _printed_again(common: int, left: Telling, right: Telling) -> bool:
    """Whether two tellings of one outlet are in the same words, of which it prints few twice of two happenings."""
    same = bool(left.article.outlet) and left.article.outlet == right.article.outlet
    return same and common >= max(_SURE, NEARLY_ALL * max(len(left.terms), len(right.terms)))


def _one_of_many(common: int, left: Telling, right: Telling) -> bool:
    """Whether two attacks or seizures share what tells one from others of that war: details, numbers, place, day.

    So do two of one known person, who dies or is held once in a while, and two in the same words.
    """
    if common >= max(_SEVERAL, NEARLY_ALL * max(len(left.terms), len(right.terms))):
        return True
    if common >= _SEVERAL and any(_person(one) and one.same(other) for one in left.whom for other in right.whom):
        return True
    targets = {key for who in left.whom for key in who.keys} & {key for who in right.whom for key in who.keys}
    places = sum(1 + (key in targets) for key in left.places & right.places)
    same_day = left.when is not None and left.when == right.when and left.when.grain == "day"
    wanted = _DETAILS["event"] - len(tolls(left) & tolls(right)) - places - same_day / 2
    return wanted <= 0 or (
        min(len(left.details), len(right.details)) >= wanted and shared(left.details, right.details) >= wanted
    )


def _person(who: Who) -> bool:
    return who.known and not who.group


def _on_a_day(left: Telling, right: Telling) -> bool:
    """Whether both are dated to a week or less: in a month an army takes many places."""
    return all(telling.when is not None and _days(telling.when) <= _WEEK for telling in (left, right))


def _one_date(left: Telling, right: Telling) -> float | None:
    """Return the evidence of a common date, most when both are of a month or less; None when they cannot be one."""
    if not overlap(left.window, right.window) or not _together(left, right):
        return None
    if not left.when or not right.when:
        return 0.0
    return 1.5 if max(_days(left.when), _days(right.when)) <= _MONTH else 0.5


def _one_source(left: Who | None, right: Who | None) -> bool:
    return bool(left and right and left.speaks_for(right))


def _days(when: When) -> int:
    return (when.last - when.first).days + 1


def _parties(left: Telling, right: Telling) -> float | None:
    """Return the evidence of shared parties; None when each names one whom the other cannot mean.

    Many are accused, asked or struck by many on one day: without the doer, the done-to counts half.
    """
    if left.what in EITHER:
        return cover(left.who + left.whom, right.who + right.whom)
    who, whom = cover(left.who, right.who), cover(left.whom, right.whom)
    if who is None or whom is None:
        return None
    return who + whom if who else whom / 2


def _one_place(left: Who | None, right: Who | None) -> bool:
    """Whether two places may be one: the same, or in one state (which of two is the wider is not known)."""
    return not left or not right or left.same(right) or bool(left.state and left.state == right.state)


def _elsewhere(left: Telling, right: Telling) -> bool:
    """Whether each of two tellings names places and none is named in both, in other words or on no common day.

    Of one happening of a day one names the village and another the province.
    """
    if not left.places or not right.places or left.places & right.places:
        return False
    if left.when and left.when == right.when and left.when.grain == "day":
        return False
    common = at_most(left.stems, right.stems)
    return common < max(_UNTIMED, _UNTIMED_SHARE * min(len(left.terms), len(right.terms)))


def _others(left: Telling, right: Telling) -> bool:
    """Whether each of two meetings names somebody whom the other does not, and at most one is named in both."""
    common = left.people & right.people
    return left.what in EITHER and len(common) < min(2, len(left.people), len(right.people))


def _speech_act(said: Telling, event: Telling) -> Likeness:
    """Compare a statement with the event that its utterance is (a demand, an offer, an invitation).

    Only within an article is that seen for certain: beyond it the score is 0.
    """
    differ = []
    if not any(said.who[0].speaks_for(who) for who in event.who):
        differ.append("actor")
    if not overlap(said.when, event.when) or not _together(said, event):
        differ.append("date")
    least = min(len(said.terms), len(event.terms))
    common = shared(said.terms, event.terms)
    share = common / max(least, 1)
    whole = said.article.id == event.article.id and common >= _ALL_SAID * len(said.terms)
    return Likeness(share / _SHARE if common > 1 and whole else 0.0, tuple(differ), common, share)
