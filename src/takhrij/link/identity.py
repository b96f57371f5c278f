"""Whether two names mean one person: what their pages tell for it and against it.

Names that fit are never enough by themselves where they differ, and letters that are close are never enough at all:
an office, words of a role, a state, a page or the company of others have to agree. Every answer says why.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher
from typing import NamedTuple

from takhrij.link.parts import (
    BOUND,
    FATHER,
    SHORTEST,
    alike_between,
    common,
    cut_off,
    ends,
    fathers_differ,
    part_of,
    same_word,
    slip,
    within,
)
from takhrij.link.referents import SHARED, Profile, Referent, longer, role_words
from takhrij.text import fold_text

GIVEN_ALONE, LISTED = "~", "="
"""So begins the skeleton of a given name alone, which tells nobody from another, and of a listed name."""
SAME_NAME = "same given and family name"
ONE_TITLE = "one title, and few bear the shorter name"
"""The note where nothing else agrees: then nobody else of the group may fit."""
ONE_ROLE = "one role"
"""So begins the note where the words of a role agree."""
COMPANY = 2
"""So many others named beside both show that two pages tell of one circle; one alone may be a head of state."""
WHOLE = 3
"""Names that agree in so many parts are one person's whatever the roles: namesakes share given and family name."""
RARE = 4
"""Of ten million so many at most bear a name that two pages hardly give to two persons."""
SELDOM = 100
"""A name that more bear is no person's by itself; of a fuller and a shorter form of one that fewer bear, one other
who is named beside both is enough."""
LEFT_OUT = 300
"""The same where both ends agree, and one form leaves out what is between."""
OFTEN = 1000
"""The same of one form: one other or the state has to agree, and where more bear it, more than that. Looked at on the
pairs of `bench.identity` that may be read and on 3,354 more pages."""
VOWELS = frozenset("اوي")
"""Long vowels: where these are the same, spellings of one skeleton are spellings of one name."""
LIKE = 0.62
"""So much of their letters spellings of one short name share: more than مقرن and ماكرون, less than هيغ and هيج."""


class Verdict(NamedTuple):
    """Whether two are one, by which rule, and what it rests on or why not."""

    same: bool
    rule: str
    note: str


def judge(known: Profile, r: Referent) -> Verdict:
    """Return whether `r`, whose given and family name agree, is the person of `known`.

    One full name is one person unless offices or roles speak against it; a name with a part more, or with a father's
    name for a family's, needs something that speaks for it.
    """
    if against := _against(known, r):
        return Verdict(False, "other office", against)
    if r.listed and any(m.listed for m in known.members[:1]):
        return Verdict(r.skeleton in known.skeletons, "one listed person", "")
    if not spelt_alike(known, r):
        return Verdict(False, "other vowels", "the family names share a few consonants and little else")
    if any(fathers_differ(a, r.skeleton) for a in known.skeletons):
        return Verdict(False, "other father", "the fathers' names differ")
    if r.skeleton not in known.skeletons and _begun(known, r):
        return _going_on(known, r)
    return _fitting(known, r)


def _fitting(known: Profile, r: Referent) -> Verdict:
    """Return whether `r` is the person of `known`, against whom nothing speaks."""
    told = evidence(known, r)
    if not any(within(a, r.skeleton) for a in known.skeletons):
        alike = any(alike_between(a, r.skeleton) for a in known.skeletons) or _one_slip(known.first, r)
        if told and (alike or (_rare(r) and told.startswith("one office: "))):
            return Verdict(True, SAME_NAME, f"{told}; between them a part is spelt in another way")
        return Verdict(False, "other names between", "the parts between given and family name differ")
    if r.skeleton in known.skeletons and (len(r.skeleton) >= WHOLE or not r.skeleton[-1].startswith(FATHER)):
        against = "" if told or len(r.skeleton) >= WHOLE or rare(r.bearers) else _another(known, r)
        return Verdict(not against, "other roles" if against else SAME_NAME, against or told)
    return _more_or_less(known, r, told)


def _one_slip(a: Referent, b: Referent) -> bool:
    """Whether two names of as many words differ by slips, none of them in a father's name."""
    differ = [x for x, y in zip(a.skeleton, b.skeleton, strict=False) if x != y]
    x, y = (fold_text(r.names[0]).split() for r in (a, b))
    if len(a.skeleton) != len(b.skeleton) or len(x) != len(y) or any(part.startswith(FATHER) for part in differ):
        return False
    return all(slip(one, other) for one, other in zip(x, y, strict=True) if one != other)


def _more_or_less(known: Profile, r: Referent, told: str) -> Verdict:
    """Return whether a name with a part more or less, or with a father's name for a family's, is the person's."""
    equal = r.skeleton in known.skeletons
    if any(len(known_as) != len(r.skeleton) and cut_off(known_as, r.skeleton) for known_as in known.skeletons):
        told = evidence(known, r if _one_page_three(known, r) else beside_page(r))
    if not told and not equal and _other_than_known(known, r):
        return Verdict(False, "nothing in common", "one is well known, and the other's name tells a father")
    if not told and not equal and (_foreign(known, r) or _seldom(known, r, RARE)) and not strangers(known, r):
        told = "both are rare, and one page leaves out what is between"
    if not told and equal and 0 < r.bearers <= SELDOM and titled(known, r):
        told = "one title, and few bear the name"
    if not told and not equal and r.state and r.state in known.states and _seldom(known, r, SELDOM):
        told = "one state, and few bear the shorter name"
    if not told and not equal and _few_bear(known, r) and titled(known, r) and not strangers(known, r):
        told = ONE_TITLE
    if not told and equal and rare(r.bearers) and not strangers(known, r):
        told = "hardly anybody bears the name"
    if told:
        return Verdict(True, SAME_NAME, told)
    lacks = "a father's name is no family's" if equal else "a part of the name more or less"
    return Verdict(False, "nothing in common", f"{lacks}, and nothing else agrees")


def _other_than_known(known: Profile, r: Referent) -> bool:
    """Whether one is in the world's list, and the other's name tells another father: سعود بن خالد الفيصل."""
    a, b = known.first, r
    if a.listed == b.listed:
        return False
    return any(part.startswith(FATHER) for part in (b if a.listed else a).skeleton[1:-1])


def _one_page_three(known: Profile, r: Referent) -> bool:
    """Whether a page has both names, and the shorter has three parts: given name, father's and the last agree."""
    if r.page not in known.pages:
        return False
    return any(min(len(a), len(r.skeleton)) >= WHOLE and a[1] == r.skeleton[1] for a in known.skeletons)


def _few_bear(known: Profile, r: Referent) -> bool:
    """Whether few bear the shorter of two names: the longer begins with it, or it has no father's at its end."""
    for skeleton, count in known.skeletons.items():
        (short, few), (long, _) = sorted([(skeleton, count), (r.skeleton, r.bearers)], key=lambda name: len(name[0]))
        if 0 < few <= SELDOM and (part_of(short, long) or (within(short, long) and not short[-1].startswith(FATHER))):
            return True
    return False


def _begun(known: Profile, r: Referent) -> bool:
    """Whether one name is the beginning of the other and ends with no father's: a family's name, or half of two."""
    short, long = sorted((known.first.skeleton, r.skeleton), key=len)
    return part_of(short, long) and short[-1] != long[-1] and not short[-1].startswith(FATHER)


def _going_on(known: Profile, r: Referent) -> Verdict:
    """Return whether a name that goes on behind another's end is its bearer's; a page that has both tells nothing."""
    if told := evidence(known, beside_page(r)):
        return Verdict(True, SAME_NAME, told)
    shorter = min(known.first, r, key=lambda x: len(x.skeleton))
    if 0 < shorter.bearers <= OFTEN and r.page not in known.pages:
        beside = _others(known, r, sorted(known.company & set(r.company)))
        if len(beside) >= COMPANY:
            return Verdict(True, SAME_NAME, f"{len(beside)} others are named beside both")
    return Verdict(_few_begin(known, r), SAME_NAME, "hardly anybody bears the name with which the other begins")


def _few_begin(known: Profile, r: Referent) -> bool:
    """Whether hardly anybody bears the shorter name, and it is no kunya or two given names of a foreigner."""
    short = min((known.first, r), key=lambda x: len(x.skeleton))
    return rare(short.bearers) and BOUND not in short.skeleton[0] and not foreign(short) and not strangers(known, r)


def titled(known: Profile, r: Referent) -> bool:
    """Whether one of the two has a title of one word (الأمير) with which a role of the other begins or ends."""
    mine, theirs = ([fold_text(role).split() for role in x.roles] for x in (known.first, r))
    pairs = [pair for a in mine for b in theirs for pair in ((a, b), (b, a)) if len(pair[0]) == 1]
    return any(title[0] == role[-1] or same_word(title[0], role[0]) for title, role in pairs)


def _another(known: Profile, r: Referent) -> str:
    """Return what speaks against one given and family name being one person's, where nothing speaks for it."""
    if not _rare(r) and strangers(known, r):
        return "one name with other roles, and nothing in common"
    one_state = bool(r.state) and r.state in known.states
    if r.bearers > (OFTEN if one_state else SELDOM) and not known.first.listed:
        return "a name that many bear, and nothing in common"
    return "on one page the name stands for a longer one" if _goes_on_otherwise(known, r) else ""


def beside_page(r: Referent) -> Referent:
    """Return what tells of a referent beside its page, which names a father and his son alike."""
    return r._replace(page="", company=())


def evidence(known: Profile, r: Referent) -> str:
    """Return what speaks for one person beside the name, empty if nothing does."""
    if r.page in known.pages:
        return "one page names both"
    if pen := next((pen for pen in r.pens if pen in known.pens), ""):
        return f"both write for {pen}"
    if office := next((o for o in r.offices if o in known.offices and o[1]), None):
        return f"one office: {office[0]} of {office[1]}"
    if office_fits(known, r) and len(r.skeleton) > 1:
        return "one office, of which only one page tells the state"
    if role := next((both for a in role_words(r) for b in known.roles if len(both := common(a, b)) >= SHARED), None):
        return f"{ONE_ROLE}: {' '.join(sorted(role))}"
    names = {" ".join(s) for s in (*known.skeletons, r.skeleton)}
    beside = sorted((known.company & set(r.company)) - names)
    if len(beside) >= COMPANY:
        return f"{len(beside)} others are named beside both"
    few = _seldom(known, r, SELDOM if _begun(known, r) else LEFT_OUT)
    few = few or (r.skeleton in known.skeletons and 0 < r.bearers <= OFTEN)
    if few and (others := _others(known, r, beside)):
        return f"{others[0]} is named beside both, and few bear the name"
    return ""


def evidence_of_slips(known: Profile, r: Referent) -> str:
    """Return what speaks for one person where both names are spellings of one, empty if nothing does."""
    if told := evidence(known, r):
        return told
    names = {" ".join(s) for s in (*known.skeletons, r.skeleton)}
    others = _others(known, r, sorted((known.company & set(r.company)) - names))
    both = all(rare(count) for count in (known.first.bearers, r.bearers))
    return f"{others[0]} is named beside both, and hardly anybody bears either name" if others and both else ""


def _others(known: Profile, r: Referent, beside: Iterable[str]) -> list[str]:
    """Return those beside both who are in no list of the world's and are neither he himself nor his kin."""
    unlisted = (name for name in beside if name not in known.famous and name not in r.famous)
    return [name for name in unlisted if not _shares(name, r)]


def _shares(name: str, r: Referent) -> bool:
    """Whether one named beside may be the person himself in another form, or his kin."""
    parts = name.split(" ")
    return parts[0] == r.skeleton[0] or parts[-1] == r.skeleton[-1]


def rare(bearers: int) -> bool:
    """Whether so few bear a name that two pages hardly give it to two persons."""
    return 0 < bearers <= RARE


def _seldom(known: Profile, r: Referent, most: int) -> bool:
    """Whether at most so many bear the name, the shorter of two; where it ends with a father's his sons are many."""
    for skeleton, bearers in known.skeletons.items():
        if within(skeleton, r.skeleton):
            short, many = min((skeleton, bearers), (r.skeleton, r.bearers), key=lambda name: len(name[0]))
            if 0 < many <= most and not short[-1].startswith(FATHER):
                return True
    return False


def office_fits(known: Profile, r: Referent) -> bool:
    """Whether both have one office, in one state where both tell it."""
    return any(a == b and (not s or not t or s == t) for a, s in r.offices for b, t in known.offices)


def _against(known: Profile, r: Referent) -> str:
    """Return the office that both have in different states, empty if there is none."""
    for office, state in r.offices:
        states = {s for o, s in known.offices if o == office and s}
        if state and states and state not in states:
            return f"{office} of {state}, not of {' and '.join(sorted(states))}"
    return ""


def _rare(r: Referent) -> bool:
    """Whether the family name is one of which only the consonants are compared: no common one, so hardly two."""
    last = r.skeleton[-1]
    return not last.startswith(FATHER) and BOUND not in last and not fold_text(r.names[0]).endswith(last)


def _foreign(known: Profile, r: Referent) -> bool:
    """Whether of given and family name both only the consonants are compared, on both sides."""
    first = known.first
    return all(_rare(x) and foreign(x) for x in (first, r))


def foreign(r: Referent) -> bool:
    """Whether of a name's first part only the consonants are compared: no Arabic name that the language lists."""
    return BOUND not in r.skeleton[0] and fold_text(r.names[0]).split()[0] != r.skeleton[0]


def spelt_alike(known: Profile, r: Referent) -> bool:
    """Whether a family name of which few consonants are compared has like vowels too (مقرن is not ماكرون)."""
    last = r.skeleton[-1]
    if len(last) > SHORTEST or last != known.first.skeleton[-1]:
        return True
    word, other = (fold_text(x.names[0]).split()[-1] for x in (r, known.first))
    if len(word) == len(other) and all(
        a == b for a, b in zip(word, other, strict=True) if a in VOWELS or b in VOWELS
    ):
        return True  # غيغر، جيجر
    return SequenceMatcher(None, word, other, autojunk=False).ratio() >= LIKE


def strangers(known: Profile, r: Referent) -> bool:
    """Whether both have roles that say more than a rank, of no state that both tell, and no word in common."""
    if r.state and r.state in known.states:
        return False
    mine = {w for words in role_words(r) for w in words}
    theirs = {w for words in known.roles for w in words}
    return bool(mine and theirs) and not any(ends(a, b) for a in mine for b in theirs)


def _goes_on_otherwise(known: Profile, r: Referent) -> bool:
    """Whether one side's page has a longer name that begins with this one, and the other side's knows of none."""
    his = {" ".join(skeleton) for skeleton in known.skeletons}
    mine, theirs = longer(r) - his, known.longer - his
    return bool(mine or theirs) and theirs.isdisjoint(mine)
