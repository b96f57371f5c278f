"""Who is meant where a verb or participle of saying names nobody: the sentence's subject, or who spoke before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from takhrij.analyse.speech import attributed, chants, placing, speakers, subjects
from takhrij.analyse.speech.cues import WAS, Cue
from takhrij.analyse.speech.forms import PREFIXES
from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.memory import Memory
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, comma, plain
from takhrij.records import Hop

_LED: Final = 3
"""Words before the sentence's subject: a verb that says nothing, an auxiliary, an adverb."""
_SAYS: Final = "قال"
_WHERE: Final = ("في", "من", "الي")
"""Prepositions behind which a state is a place."""
_THINGS: Final = ("أنباء", "بيانات", "بيان", "تقرير", "تقدير", "دراسة", "تصريحات")
"""Heads of sources that are no people."""
_WHEREAS: Final = ("اما", "واما")
_FAR: Final = 20
"""Words from أما to its verb."""
_SUBHEAD: Final = 8
"""Words of a subhead."""
_ISSUED: Final = 30
"""Words from an occasion of speaking to the verb that goes on from it."""
_SPEAKERS: Final = ("person", "office", "organization")
_SINGLE: Final = ("person", "office")
_JOINED: Final = 8
"""Words behind one man among which another is named with him (سمير حداد وزميلته سلمى نجار)."""
_OF_THEM: Final = ("انه", "انها", "انهم", "انهما", "بانه", "بانها", "بانهم")
_OF_WHOM: Final = ("عمن", "ممن", "لمن", "بمن")
_AND_ISSUED: Final = ("ونشر", "وبث")
"""Verbs of publishing with "and", though they are written like what was said."""
_CLAIMS: Final = ("قال", "ذكر", "زعم", "ادعى", "أعلن")
"""Verbs with which one says what somebody or something is."""
_NEAR: Final = 12
"""Words from a sentence's beginning in which a participle without a speaker goes on from the sentences before."""


class Governor(NamedTuple):
    """Who spoke earlier in the sentence, and the gender of the verb, None where it shows none."""

    hops: tuple[Hop, ...]
    feminine: bool | None


def governor(governors: Sequence[Governor], feminine: bool) -> tuple[Hop, ...]:
    """Return the sentence's last speaker of that gender, or of unknown gender."""
    return next((g.hops for g in reversed(governors) if g.feminine in (None, feminine)), ())


def about(s: Stretch) -> Party | None:
    """Return the person whom the sentence begins with, behind a verb or not."""
    first = s.words.start
    while first < s.words.stop and (first in s.scene.timed or s.scene.is_a(first, "adverb", "connective")):
        first += 1  # كما استخدم سمير حداد
    for i in range(first, min(first + 2, s.words.stop)):
        party = s.scene.party(i)
        if party and plain(s.scene, party, i):
            return party if party.kind == "person" else None
        if s.scene.is_a(i, "preposition", "connective", "that", "adverb"):
            return None
    return None


def main_subject(s: Stretch, cue: Cue) -> Party | None:
    """Return whom the sentence's main clause is about, if a verb of saying behind it may go on for that one.

    It stands first, or behind a verb, an auxiliary or adverbs (وزار الوزير سمير حداد المدينة وقال إن).
    """
    scene, i, led = s.scene, _past_subhead(s, cue), 0
    while i < cue.first and led <= _LED:
        if i > s.words.start and speakers.hole(scene.gap(i)):
            return None  # وتقول " " الناطقة بلغات: whom it was about is lost
        party = scene.party(i) or (speakers.by_words(scene, i, cue.first) if i not in s.cues else None)
        if party and plain(scene, party, i) and party.kind != "place" and not s.is_prefixed(i):
            if _is_her(s, i) and not cue.feminine:
                return _other(s, cue, party)  # اتصلت سمر حداد بالوزير سمير نجار، فأكد
            return party if party.last <= cue.first and agrees(s, party, cue) else None
        if scene.is_a(i, "relative", "that", "said_noun") and scene.words[i].text not in _AND_ISSUED:
            return None
        if scene.is_a(i, "preposition") or (i == s.words.start and _sets(s, i)):
            i = _past_phrase(s, i)
            continue
        passed = scene.is_a(i, "adverb", "connective", "pronoun") or i in scene.timed
        led += not passed
        i += 1
    return None


def _past_subhead(s: Stretch, cue: Cue) -> int:
    """Return where a sentence begins behind a subhead glued to it, at من جهتها and the like behind bare words."""
    scene, first = s.scene, s.words.start
    for k in range(first + 1, min(first + _SUBHEAD, cue.first)):
        if scene.gap(k).strip() or scene.words[k - 1].text in scene.forms.verbs:
            return first
        if hit := scene.forms.adjuncts.at(scene.folded, k):
            return hit.last
    return first


def _is_her(s: Stretch, i: int) -> bool:
    """Whether a verb in the feminine stands before the person at word `i`, her name behind it."""
    party = s.scene.party(i)
    before = s.scene.words[i - 1].text if i > s.words.start else ""
    stem, forms = before.removeprefix("و"), s.scene.forms
    verb = before.endswith("ت") and (stem in forms.verbs or stem in forms.finite)
    return party is not None and party.kind == "person" and verb


def _other(s: Stretch, cue: Cue, party: Party) -> Party | None:
    """Return the only person but `party` whom the sentence names before a verb."""
    others = [p for p in s.scene.parties(range(party.last, cue.first)) if p.kind == "person"]
    return others[0] if len(others) == 1 else None


def issuing(s: Stretch, cue: Cue) -> Party | None:
    """Return whose words the last document or occasion before a verb is (في مقابلة أجراها سمير حداد، حيث قال إن)."""
    scene, near = s.scene, range(cue.first - 2, max(s.words.start, cue.first - _ISSUED) - 1, -1)
    for k in near:
        if scene.word_is(k, "document", "setting") and scene.words[k + 1].text != "علي":  # تعليقا على الحادث
            party = attributed.issuer(s, k) or _bound(s, k, cue.first)
            if not party or party.kind in ("outlet", "place") or party.last > cue.first or not agrees(s, party, cue):
                return None
            return subjects.apposed(s, party, cue.first)
    return None


def _bound(s: Stretch, k: int, stop: int) -> Party | None:
    """Return whom a ل behind the document at word `k` and its adjective names by title (تصريح مماثل لوزير النقل)."""
    scene = s.scene
    near = range(k + 1, min(k + 3, stop))
    at = next((j for j in near if scene.words[j].text[0] == "ل" and not scene.gap(j).strip()), -1)
    return speakers.by_words(scene, at, stop) if at > 0 else None


def only_one(s: Stretch, cue: Cue) -> Party | None:
    """Return the one person whom a sentence names before a verb that goes on from it, if no preposition binds them.

    Nobody, where a body or a source is named too that the verb's gender fits.
    """
    kinds = ("person", "office", "organization", "state", "outlet", "unnamed")
    named = [p for p in s.scene.parties(range(s.words.start, cue.first)) if p.kind in kinds and agrees(s, p, cue)]
    if not named or named[0].kind not in ("person", "office") or len({p.name for p in named}) > 1:
        return None
    party, scene = named[0], s.scene
    before = scene.words[party.first - 1].text if party.first > s.words.start else ""
    whose = before in scene.forms.counts and "ال" + before in scene.forms.counts  # قرارات سمير حداد، وقالت
    bound = whose or scene.word_is(party.first - 1, "preposition") or not plain(scene, party, party.first)
    woman = cue.feminine and not scene.words[party.first].text.endswith("ه")
    return None if bound or woman or party.last > cue.first else party


def nearest(s: Stretch, cue: Cue) -> Party | None:
    """Return the last person named before a participle that is always somebody's (قائلا), and not in its clause."""
    if not cue.verb or cue.verb.lemma != _SAYS:
        return None
    people = (p for p in s.scene.parties(range(s.words.start, cue.first)) if _is_human(s, p))
    return next((p for p in reversed(list(people)) if plain(s.scene, p, p.first)), None)


def _is_human(s: Stretch, party: Party) -> bool:
    """Whether a party is a person or a source who is one, and no report or news."""
    head = s.scene.knowledge.built(speakers.heads).at(s.scene.folded, party.first)
    thing = head is not None and head.entry.word in _THINGS
    return party.kind == "person" or (party.kind == "unnamed" and not thing)


def before_that(s: Stretch, cue: Cue) -> Party | None:
    """Return whom the pronoun on the that before a verb means: the only body there of its gender (رغم أنها قالت)."""
    kinds = ("organization", "state", "outlet")
    named = [p for p in s.scene.parties(range(s.words.start, cue.first)) if p.kind in kinds and agrees(s, p, cue)]
    return named[-1] if len({p.name for p in named}) == 1 else None


def owner(s: Stretch, cue: Cue) -> Party | None:
    """Return the last one named before a noun with a pronoun whose gender fits (دعوة الوزارة ... وإعلانها أن)."""
    kinds = ("organization", "state", "outlet", "unnamed", *(() if cue.feminine else ("person",)))
    near = range(max(s.words.start, cue.first - _FAR), cue.first)
    named = [p for p in s.scene.parties(near) if p.kind in kinds and p.last <= cue.first and agrees(s, p, cue)]
    named = [p for p in named if p.kind != "state" or s.scene.words[p.first - 1].text not in _WHERE]
    return named[-1] if named else None


def _sets(s: Stretch, i: int) -> bool:
    """Whether word `i` is a preposition behind "and" (وفي السياق نفسه، اتفق)."""
    word = s.scene.words[i].text
    return word[0] == "و" and "preposition" in s.scene.forms.particles.get(word[1:], ()) and i not in s.scene.members


def tells_of_things(s: Stretch, cue: Cue) -> bool:
    """Whether a verb with إنها behind it tells of the things right before it (صورا قال إنها، مما قال إنها)."""
    scene, k = s.scene, cue.first - 1
    if cue.prefix or k <= s.words.start or cue.last >= s.words.stop or scene.words[cue.last].text not in _OF_THEM:
        return False
    if not cue.verb or cue.verb.lemma not in _CLAIMS or not scene.gap(cue.first).isspace():
        return False
    word = scene.words[k].text
    if scene.is_a(k, "relative"):
        return word == "التي" and not (cue.feminine or cue.many)
    noun = word not in scene.forms.particles and k not in s.cues and k not in scene.timed and k not in scene.members
    verb = word in scene.forms.verbs and not word.endswith("ا")
    if not noun or verb or word.startswith(("ال", "وال")) or word in _OF_WHOM:
        return False
    theirs = scene.words[cue.last].text.endswith(("ها", "هم"))
    if cue.feminine:
        return not scene.words[cue.last].text.endswith("ها")
    return not cue.many and (theirs or scene.raw[scene.words[k].end - 1] == "ة")


def outright(s: Stretch, cue: Cue) -> Party | None:
    """Return whom the sentence itself names as the subject of a verb far from it, whoever spoke before."""
    many = chants.crowd(s, cue) if chants.are_of_many(s, cue) else None
    return many or whereas(s, cue) or interviewed(s, cue)


def of_many(s: Stretch, cue: Cue, hops: tuple[Hop, ...]) -> bool:
    """Whether a verb or participle of many stands where `hops` end with one man: others speak (وطالبوا، رافضين)."""
    several = cue.many or (cue.form == "participle" and s.scene.words[cue.last - 1].text.endswith("ين"))
    if not several or not hops or hops[-1].kind not in _SINGLE or not hops[-1].cue:
        return False
    behind = s.scene.folded.between(0, hops[-1].cue.end).stop
    joined = (k for k in range(behind, min(behind + _JOINED, len(s.scene.words))) if s.scene.words[k].text[0] == "و")
    return not any(party for k in joined if (party := s.scene.party(k)) and party.kind in _SINGLE)


def interviewed(s: Stretch, cue: Cue) -> Party | None:
    """Return with whom the talk was that a sentence begins with (وفي حديث للوكالة مع سمير حداد، أوضح أن).

    Or whose talk it was (وفي كلمة لسمير حداد في البلدية قال).
    """
    scene, first = s.scene, s.words.start
    setting = next((k for k in range(first, min(first + 2, cue.first)) if scene.word_is(k, "setting")), -1)
    if setting < 0 or min(s.cues) != cue.first:
        return None
    if (whose := attributed.issuer(s, setting)) and whose.kind in _SPEAKERS and whose.last <= cue.first:
        return whose if agrees(s, whose, cue) else None
    direct = cue.last < s.words.stop and (":" in scene.gap(cue.last) or s.quote_before(cue.last) is not None)
    if not (comma(scene.gap(cue.first)) or direct):
        return None
    for k in range(setting + 1, cue.first - 1):
        party = speakers.after(scene, k + 1, cue.first) if scene.words[k].text == "مع" else None
        if party:
            named = subjects.apposed(s, party, cue.first)
            return None if named.kind in ("outlet", "place") else named
    return None


def _past_phrase(s: Stretch, i: int) -> int:
    """Return the word behind the prepositional phrase at word `i`: behind its comma, else behind its noun."""
    for k in range(i + 1, min(i + _NEAR, s.words.stop)):
        if comma(s.scene.gap(k)):
            return k
    return s.words.stop


def agrees(s: Stretch, party: Party, cue: Cue) -> bool:
    """Whether a verb's gender fits the party as far as its words show: persons' names show none."""
    if party.kind in ("person", "office", "unnamed"):
        return True
    head = s.scene.words[party.first].text
    feminine = head.endswith("ه") or party.lead.endswith(("ات", "ه")) or party.kind == "state"
    return feminine == cue.feminine or s.scene.word_is(party.first, "masculine")


def opens(s: Stretch, cue: Cue) -> bool:
    """Whether nothing but adverbs, times and asides stands before a verb."""
    whereof = cue.prefix == "ف" and s.scene.words[s.words.start].text in _WHEREAS  # أما عن الجسر فأوضح أن
    return (
        whereof
        or _sets_topic(s, cue)
        or _behind_subhead(s, cue)
        or placing.behind_adjunct(s, cue.first)
        or all(
            s.scene.word_is(i, "adverb", "connective", "pronoun")
            or i in s.scene.timed
            or _aside(s, i)
            or s.scene.words[i].text in PREFIXES
            for i in range(s.words.start, cue.first)
        )
    )


def pronoun(s: Stretch, memory: Memory, governors: Sequence[Governor], frame: Frame) -> tuple[Hop, ...]:
    """Return the earlier speaker whom a verb without a subject means: of the sentence, else of the article."""
    cue, topic = frame.cue, placing.opens_quote(s, frame.cue)
    if governors and not topic:
        linked = s.linked(cue.first) < cue.first
        joined = (
            linked
            or subjects.pronominal(s, cue)
            or cue.prefix
            or s.scene.word_is(cue.first - 1, "adverb", "pronoun")
            or placing.before_it(s, cue.first)
            or comma(s.scene.gap(cue.first))
            or _not_said(s, cue)
        )
        return governor(governors, cue.feminine) if joined else ()
    opening = topic or opens(s, cue)
    more = cue.verb is not None and cue.verb.kind == "more"
    if opening and not more and (about_whom := memory.topic()):
        return about_whom
    if not (opening or more or goes_on(s, cue)):
        return ()
    direct = frame.lead in ("quote", "colon")
    return memory.latest(cue.feminine, more and direct) or (memory.only_one() if opening and direct else ())


def _not_said(s: Stretch, cue: Cue) -> bool:
    """Whether "and not" stands before the verb, or a negative behind a comma (، ولم يستبعد أن)."""
    k, verb = cue.first - 1, cue.verb
    unsaid = k > s.words.start and verb is not None and verb.kind == "unsaid"
    return unsaid and (s.scene.words[k].text[0] in PREFIXES or comma(s.scene.gap(k)))


def tells_of(s: Stretch, frame: Frame, hops: tuple[Hop, ...]) -> bool:
    """Whether what is said begins with its speaker's name: then another says it (وأضاف أن حداد أخطأ)."""
    i = frame.word
    while i < s.words.stop and s.scene.is_a(i, "that", "preposition"):
        i += 1
    party = s.scene.party(i) if frame.lead in ("that", "preposition") and i > frame.word else None
    return party is not None and party.kind == "person" and party.name == hops[-1].name


def goes_on(s: Stretch, cue: Cue) -> bool:
    """Whether a connective before the verb leaves its subject to the sentences before (حيث قال، لكنه قال)."""
    at = s.linked(cue.first)
    return at < cue.first and not cue.imperfect


def joins(s: Stretch, cue: Cue) -> bool:
    """Whether a verb of saying goes on from the clause before it: behind "and", "then", a connective or a comma."""
    if cue.prefix or comma(s.scene.gap(cue.first)) or s.linked(cue.first) < cue.first:
        return True
    return cue.first > s.words.start and s.scene.is_a(cue.first - 1, "adverb")


def whereas(s: Stretch, cue: Cue) -> Party | None:
    """Return the party of أما X ... فقال."""
    near = range(cue.first - 1, max(s.words.start, cue.first - _FAR) - 1, -1)
    first = next((k for k in near if s.scene.words[k].text in _WHEREAS), -1)
    if cue.prefix != "ف" or first < 0 or first + 1 >= cue.first:
        return None
    party = s.scene.party(first + 1) or speakers.guess(s.scene, first + 1, cue.first)
    before = s.scene.members.get(cue.first - 1)
    return before if before and before.kind == "person" else party


def _behind_subhead(s: Stretch, cue: Cue) -> bool:
    """Whether a few words without a verb or a comma stand before "and" and a verb: a subhead, glued on."""
    scene, words = s.scene, range(s.words.start, cue.first)
    if cue.prefix != "و" or not 1 < len(words) <= _SUBHEAD or any(scene.gap(k).strip() for k in words[1:]):
        return False
    texts = [scene.words[k].text for k in words]
    return scene.gap(cue.first).isspace() and not any(
        t in scene.forms.verbs or t in scene.forms.finite for t in texts
    )


def _sets_topic(s: Stretch, cue: Cue) -> bool:
    """Whether only a prepositional phrase stands before the verb (وعن الخطوات المقبلة، لفت إلى)."""
    scene, first = s.scene, s.words.start
    head = scene.words[first].text
    kinds = scene.forms.particles.get(head) or scene.forms.particles.get(head.removeprefix("و"), frozenset())
    apart = comma(scene.gap(cue.first)) or scene.word_is(cue.first - 1, "adverb", "connective")
    return "preposition" in kinds and min(s.cues) == cue.first and (apart or placing.opens_clause(s, cue))


def _aside(s: Stretch, i: int) -> bool:
    return bool(s.scene.forms.adjuncts.at(s.scene.folded, i)) or s.scene.word_is(i - 1, "preposition")


def loose(s: Stretch, cue: Cue) -> bool:
    """Whether a participle is an adjective sooner (احتجاجات منددة بالقرار)."""
    if cue.verb and cue.verb.lemma == _SAYS and cue.last < s.words.stop and s.scene.is_a(cue.last, "that"):
        return False  # ورفضت الحكومة القرار قائلة إن
    adverb = s.scene.words[cue.last - 1].text.endswith("ا")  # مشيدا
    if cue.first == s.words.start and ":" in s.scene.gap(cue.last):
        return False  # مضيفة: الجسر آمن
    maybe = cue.feminine or (cue.verb is not None and cue.verb.kind == "deed" and not adverb)
    was = cue.first > s.words.start and s.scene.words[cue.first - 1].text.removeprefix("و") in WAS
    return was or (maybe and not comma(s.scene.gap(cue.first)) and not cue.prefix)


def unknown(s: Stretch, cue: Cue) -> Party | None:
    """Return the name that no list knows between a sentence's first verb and قائلا (وقاطعه أورايلي قائلا)."""
    scene, i = s.scene, cue.first - 1
    if not cue.verb or cue.verb.lemma != _SAYS or not s.words.start < i <= s.words.start + 2 or cue.prefix:
        return None
    word, counts = scene.words[i].text, scene.forms.counts
    if word in counts or "ال" + word in counts or scene.gap(cue.first).strip() or s.is_prefixed(i):
        return None
    return speakers.guess(scene, i, cue.first)


def from_before(s: Stretch, memory: Memory, cue: Cue) -> tuple[Hop, ...]:
    """Return the article's last speaker for a participle in a sentence that has no speaker of its own."""
    apart = comma(s.scene.gap(cue.first)) or s.quote_ends(cue.first)
    return memory.latest(cue.feminine) if apart or cue.first < s.words.start + _NEAR else ()
