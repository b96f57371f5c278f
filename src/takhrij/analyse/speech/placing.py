"""Where a cue stands: what its clause begins with, whether that stands inside another, and what it skips."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, before_time, comma

_OTHER: Final = ("اخري", "ثانيه")
"""Adjectives of an adjunct (من جهة أخرى)."""
_NEAR: Final = 9
"""Words of an aside between commas behind a participle."""
_PHRASE: Final = 12
"""Words of a prepositional phrase that a sentence begins with, before its verb."""
_SAYS: Final = "قال"
_DID_NOT: Final = ("لم", "ولم")
_ALL_SAY: Final = "أجمع"
"""The verb of many, who are always named; alone it is an adjective (للعالم أجمع أن)."""
_HANGING: Final = ("relative", "that", "preposition", "negative", "pronoun", "when", "connective")
"""Kinds of particle before a verb that is not its sentence's own."""
_THERE: Final = ("هناك", "ثمه")
_ABOUT: Final = ("حول", "عن", "بشان", "بخصوص", "ازاء")
_TOPICS: Final = ("فيما", "وفيما", "بالنسبه", "وبالنسبه", "وبخصوص", "وبشان", "عما", "وعما")


def is_topic(s: Stretch, cue: Cue, party: Party) -> bool:
    """Whether a party before a verb is what its saying is about (وحول تصريح الوزير سمير حداد، قال نجار)."""
    scene = s.scene
    if not comma(scene.gap(cue.first)):
        return False
    back = range(party.first, s.words.start, -1)
    first = next((k for k in back if comma(scene.gap(k))), s.words.start)
    return first < party.first and scene.words[first].text.removeprefix("و") in _ABOUT


def past_aside(s: Stretch, i: int) -> int:
    """Return the word behind an aside between commas at word `i` (مؤكدا، في الوقت نفسه، أن)."""
    if not comma(s.scene.gap(i)):
        return i
    reach = range(i + 1, min(i + _NEAR, s.words.stop))
    return next((k for k in reach if comma(s.scene.gap(k))), i)


def verb_follows(s: Stretch, i: int) -> bool:
    """Whether a verb of saying begins right behind the comma at word `i`."""
    return i < s.words.stop and comma(s.scene.gap(i)) and i in s.cues and s.cues[i].form == "finite"


def clause_start(s: Stretch, first: int) -> int:
    """Return where the clause that begins with word `first` begins, connectives and commas before it included."""
    scene = s.scene
    while first > s.words.start and not comma(scene.gap(first)):
        before = s.linked(first)
        if before == first and (scene.is_a(first - 1, "adverb") or scene.words[first - 1].text in _DID_NOT):
            before = first - 1
        if before == first:
            break
        first = before
    return scene.words[first - 1].end if first > s.words.start else scene.words[first].start


def before_it(s: Stretch, first: int) -> bool:
    """Whether a clause with "before" tells what was said next (قبل أن يضيف)."""
    words = s.scene.words
    return first > s.words.start + 1 and words[first - 1].text == "ان" and words[first - 2].text == "قبل"


def is_inner(s: Stretch, first: int, cue: Cue) -> bool:
    """Whether the cue's clause stands inside another: no comma, connective or و parts it from what is before."""
    scene = s.scene
    while first > s.words.start and (first - 1 in scene.timed or before_time(s, first - 1)):
        first -= 1  # وفي مايو الماضي دعا: the time belongs to the verb's own clause
    if first > s.words.start and "negative" in scene.forms.particles.get(
        scene.words[first - 1].text.removeprefix("و"), ()
    ):
        first -= 1  # ولم ترد الوزارة
    if first <= s.words.start or before_it(s, first) or behind_adjunct(s, first):
        return False
    there = first < cue.first and scene.words[first - 1].text in _THERE  # إن هناك دلائل تكشف عن
    if there or scene.is_a(first - 1, "relative"):
        return True
    if cue.prefix or scene.marked(first, '،,؛;:.-–"”»'):
        return False
    linked = s.linked(first) < first or scene.is_a(first - 1, "adverb", "pronoun")
    joined = (
        first < cue.first and s.is_joined(first) and not scene.word_is(first - 1, "that")
    )  # a word's own letter is no "and" (إنه وثق، بأن وفد المدينة)
    return not (linked or joined)


def behind_adjunct(s: Stretch, first: int) -> bool:
    """Whether the sentence has nothing before word `first` but an adjunct (وعلى الفور | طالبت الوزارة)."""
    adjunct = s.scene.forms.adjuncts.at(s.scene.folded, s.words.start)
    other = adjunct is not None and adjunct.last < first and s.scene.words[adjunct.last].text in _OTHER
    return adjunct is not None and adjunct.last + other == first


def opens(s: Stretch, cue: Cue, party: Party | None) -> bool:
    """Whether a verb with its subject behind it is the sentence's first, after a dateline or an unmarked heading."""
    i = cue.first - 1
    bound = s.scene.is_a(i, "relative", "that", "preposition") or s.scene.words[i].text in s.scene.forms.particles
    bound = bound and not (i == s.words.start and s.scene.words[i].text.endswith("ا"))  # تعقيبا أعلنت الوزارة
    finite = min((k for k, c in s.cues.items() if c.form == "finite"), default=cue.first)
    return bool(party and party.first > cue.first and not bound and finite == cue.first)


def opens_quote(s: Stretch, cue: Cue) -> bool:
    """Whether a verb right before words in marks or a colon is the first, behind its topic (وفيما يتعلق بالجسر قال).

    A topic begins with a preposition or an accusative (ردا على سؤال).
    """
    scene, first = s.scene, s.words.start
    if (
        cue.last >= s.words.stop
        or cue.first <= first
        or any(k < cue.first and _says_something(s, c) for k, c in s.cues.items())
        or cue.prefix
        or cue.form != "finite"
    ):
        return False
    direct = s.quote_before(cue.last) or ":" in scene.gap(cue.last)
    if not direct or scene.word_is(cue.first - 1, *_HANGING):
        return False
    head = scene.words[first].text
    kinds = scene.forms.particles.get(head) or scene.forms.particles.get(head.removeprefix("و"), frozenset())
    if "connective" in kinds and scene.party(first + 1):
        return False  # لكن سمير حداد، في رده، قال: he says it
    topic = not kinds.isdisjoint(("preposition", "adverb", "connective")) or s.is_prefixed(first) or head in _TOPICS
    return topic or (head[-1] == "ا" and first not in scene.members)


def opens_clause(s: Stretch, cue: Cue) -> bool:
    """Whether a verb before أن is the first, behind a phrase that names nobody (وفي هذا السياق أشار إلى أن).

    The phrase begins with a preposition, and none of its words is a verb, a document or one who may be the subject.
    """
    scene, words, at = s.scene, range(s.words.start, cue.first), cue.last
    verb = cue.verb
    says = verb and verb.kind in ("say", "more") and verb.lemma != _ALL_SAY and not (cue.imperfect or cue.prefix)
    if not says or cue.form != "finite" or not 1 < len(words) <= _PHRASE or min(s.cues) != cue.first:
        return False
    at += at + 1 < s.words.stop and scene.is_a(at, "preposition")
    head = scene.words[words.start].text
    kinds = scene.forms.particles.get(head) or scene.forms.particles.get(head.removeprefix("و"), frozenset())
    if at >= s.words.stop or not scene.is_a(at, "that") or "preposition" not in kinds:
        return False
    if any(scene.gap(k).strip(' "') or scene.word_is(k, "document", "relative", "that") for k in words[1:]):
        return False
    acts = any(scene.words[k].text in scene.forms.verbs for k in words[1:])
    return not acts and all(party.kind in ("place", "state") for party in scene.parties(words))


def _says_something(s: Stretch, cue: Cue) -> bool:
    """Whether a cue is a saying of its own, and no part of a topic (عما إذا كان يتابع، عن إعلان القائمة)."""
    at = cue.last
    past = cue.form == "finite" and not cue.imperfect
    return past or s.scene.is_a(at, "that") or ":" in s.scene.gap(at) or s.quote_before(at) is not None


def past_echo(s: Stretch, cue: Cue, i: int) -> int:
    """Return the word behind a second word of saying, if that stands right before a quotation (وأضافت تقول "...")."""
    if not cue.verb or cue.verb.kind not in ("say", "more", "wrote") or i + 1 >= s.words.stop:
        return i
    scene = s.scene
    verb = scene.forms.finite.get(scene.words[i].text)
    again = scene.word_is(i, "said") or (verb is not None and verb.lemma == _SAYS)
    direct = s.quote_before(i + 1) or ":" in scene.gap(i + 1)
    return i + 1 if again and direct and scene.gap(i).isspace() else i


def past_told(s: Stretch, i: int) -> int:
    """Return the word behind the comma behind who is spoken to at word `i` (مضيفا لصحيفة "الغد"، أن)."""
    scene = s.scene
    if i + 1 >= s.words.stop or scene.words[i].text[0] != "ل":
        return i
    reach = range(i + 1, min(i + _NEAR, s.words.stop))
    k = next((k for k in reach if comma(scene.gap(k))), -1)
    return k if k > 0 and (scene.is_a(k, "that") or s.quote_before(k)) else i


def past_adverbs(s: Stretch, i: int) -> int:
    """Return the word behind adverbs and times at word `i`, and behind an adjunct before a name (من جهته الوزير)."""
    scene = s.scene
    while i < s.words.stop and (i in scene.timed or scene.is_a(i, "adverb")) and not speakers.hole(scene.gap(i)):
        if (quote := s.quote_before(i)) and not s.is_name(quote):
            return i  # وأضاف "كان هناك كثير من الناس"
        i += 1
    side = scene.forms.adjuncts.at(scene.folded, i) if i < s.words.stop and scene.gap(i).isspace() else None
    if side and side.last < s.words.stop and scene.gap(side.last).isspace() and scene.party(side.last):
        return side.last
    if i < s.words.stop and scene.is_a(i, "pronominal") and i + 1 < s.words.stop and scene.gap(i + 1).isspace():
        named = scene.party(i + 1) or speakers.by_words(scene, i + 1, s.words.stop)
        return i + 1 if named else i  # يعتبر فيه المحللون أن
    return i
