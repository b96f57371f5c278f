"""What governs a chunk of a sentence, or follows from its place: verbs over it, relative clauses. Below events."""

from __future__ import annotations

from collections.abc import Sequence

from takhrij.analyse.events.chunks import Chunk, Phrases
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.lang.tables import EventRule

_TOLD_OF = ("", "ب", "عن")
"""Prepositions behind which a verb of saying tells what happened."""
_AS_WELL = "كما"
_OPENING = 6
"""Chunks that a date and a place before a headline make at most."""


def present(phrases: Phrases, k: int) -> bool:
    """Whether chunk `k` is a verb in the present tense."""
    trigger = phrases.chunks[k].trigger
    return trigger is not None and trigger.form.tense == "present"


def describes(phrases: Phrases, k: int) -> bool:
    """Whether a relative pronoun stands right before a verb."""
    return any(c.kind == "relative" for c in phrases.chunks[max(k - 2, 0) : k])


def takes_up_thing(phrases: Phrases, k: int) -> bool:
    """Whether a verb's pronoun stands for the thing before it, and for no side (صاروخ أطلقه الجيش)."""
    trigger = phrases.chunks[k].trigger
    rule = trigger.rule if trigger is not None and trigger.pronoun and phrases.chunks[k].kind == "verb" else None
    return rule is not None and "object" not in rule.takes


def opens(phrases: Phrases, k: int) -> bool:
    """Whether chunk `k` opens its sentence, behind a date or a place with its mark at most."""
    return k < _OPENING and all(c.kind in ("time", "stop") for c in phrases.chunks[:k])


def heads_clause(phrases: Phrases, k: int) -> bool:
    """Whether noun `k` opens a clause and a past verb follows, whose subject it is (أن هجوما على القرية أسفر عن)."""
    if k and phrases.chunks[k - 1].kind != "that":
        return False
    for chunk in phrases.chunks[k + 1 : k + 6]:
        if chunk.kind == "verb":
            return not (chunk.joins or phrases.words[chunk.first].text[:1] in ("ي", "ت", "س"))
        if chunk.kind not in ("np", "time", "particle"):
            return False
    return False


def past_over(phrases: Phrases, k: int) -> bool:
    """Whether a verb that is not in the present stands right before noun `k` (هز انفجار السوق), of nobody."""
    verb = k - 1 - (k > 1 and phrases.chunks[k - 1].kind == "time")
    if verb < 0 or phrases.chunks[verb].kind != "verb" or phrases.chunks[k].prep:
        return False
    text = phrases.words[phrases.chunks[verb].first].text
    return not (describes(phrases, verb) or text.removeprefix("و")[:1] in ("ي", "ت"))


def words_over(phrases: Phrases, k: int) -> list[str]:
    """The two words before a verbal noun, with and without clitics."""
    first = phrases.chunks[k].first
    words = [phrases.words[n].text for n in range(max(first - 2, 0), first)]
    return [*words, *(w[n:] for w in words for n in (1, 2))]


def opening_time(chunks: Sequence[Chunk], k: int) -> tuple[Chunk, ...]:
    """The time that opens a sentence, for its verb behind a clause in commas (في 2015، وبعد معارك عنيفة، انسحب)."""
    if not chunks[k].comma or chunks[k].joins or chunks[0].kind != "time":
        return ()
    between = [c.kind for c in chunks[1:k]]
    aside = any(c.comma for c in chunks[1:k]) and ("verb" in between or "noun" in between)
    return (chunks[0],) if aside and not {"that", "stop"} & {*between} else ()


def blow_behind(phrases: Phrases, k: int) -> bool:
    """Whether a noun of violence stands right behind a verb, as its subject (أسفر الهجوم عن، استهدفت غارة مبنى)."""
    for chunk in phrases.chunks[k + 1 : k + 3]:
        if chunk.kind == "noun" and not chunk.prep:
            return (
                chunk.trigger is not None and chunk.trigger.rule is not None and chunk.trigger.rule.type == "ASSAULT"
            )
        if chunk.kind not in ("time", "particle"):
            return False
    return False


def blow_before(phrases: Phrases, k: int) -> bool:
    """Whether a noun of violence that opens the sentence stands right before a verb, as its subject in a headline."""
    before = phrases.chunks[k - 1] if k else None
    if before is None or before.kind != "noun" or before.trigger is None or before.trigger.rule is None:
        return False
    return before.trigger.rule.type == "ASSAULT" and not before.trigger.definite and opens(phrases, k - 1)


def announced(phrases: Phrases, k: int, vocabulary: Vocabulary, kind: str = "reporting") -> bool:
    """Whether a verb of saying, of that `kind`, stands over noun `k`, with its subject (أعلن الجيش مقتل جندي)."""
    for chunk in reversed(phrases.chunks[max(k - 4, 0) : k]):
        if chunk.kind == "verb":
            return vocabulary.is_cue(kind, phrases.words[chunk.first].text)
        if chunk.kind not in ("np", "time", "particle"):
            return False
    return False


def verb_over(phrases: Phrases, k: int) -> bool:
    """Whether a verb stands over noun `k`, or over the one that it is joined to, in its own clause."""
    joined = phrases.chunks[k].joins
    for chunk in reversed(phrases.chunks[max(k - 5, 0) : k]):
        if chunk.kind == "verb":
            return True
        if chunk.kind in ("stop", "that", "break", "relative") or (chunk.kind == "noun" and not joined):
            return False
        joined = chunk.joins if chunk.kind == "noun" else joined
    return False


def resumed(phrases: Phrases, k: int, vocabulary: Vocabulary) -> str:
    """Return the preposition that takes up with a pronoun whom a verb's relative clause describes (سيطرت عليها)."""
    for chunk in phrases.chunks[k + 1 : k + 5]:
        word = phrases.words[chunk.first].text
        if chunk.kind == "particle" and (slot := vocabulary.governed[word]):
            return slot
        if chunk.kind not in ("np", "time", "particle"):
            break
    return ""


def described(phrases: Phrases, k: int) -> Chunk | None:
    """Whom a relative clause describes whose verb only carries noun `k` (المعتدون الذين تم اعتقالهم)."""
    chunks = phrases.chunks
    if k < 3 or chunks[k - 1].kind != "verb" or chunks[k - 2].kind != "relative":
        return None
    return chunks[k - 3] if chunks[k - 3].kind == "np" else None


def no_subject(phrases: Phrases, k: int, rule: EventRule, chunk: Chunk) -> bool:
    """Whether a phrase behind a verb that names nobody is done to, or part of what is said far behind it."""
    trigger = phrases.chunks[k].trigger
    pronoun = trigger is not None and bool(trigger.pronoun)
    done_to = rule.genitive == "none" and rule.subject == "actor"
    return pronoun or done_to or chunk.first > phrases.chunks[k].last


def act_over(phrases: Phrases, k: int, vocabulary: Vocabulary) -> Chunk | None:
    """Return the phrase of a noun of doing or happening that governs noun `k` (أعلن شن عشرين غارة، بوقوع انفجار)."""
    before = phrases.chunks[k - 1] if k else None
    if before is None or before.kind != "np" or before.prep not in _TOLD_OF or phrases.chunks[k].comma:
        return None
    head = phrases.words[before.first].text
    head = head.removeprefix("ب") if before.prep == "ب" else head
    return before if vocabulary.is_cue("acts", head) else None


def accused(phrases: Phrases, k: int, rule: EventRule) -> bool:
    """Whether who is in the state of accusing is rather accused: of what, stands right behind (متهمين بالفساد)."""
    behind = phrases.chunks[k + 1 : k + 2]
    return phrases.chunks[k].kind == "word" and rule.type == "ACCUSE" and bool(behind) and behind[0].prep == "ب"


def goes_on(phrases: Phrases, k: int) -> bool:
    """Whether "as well" stands right before a verb, which then has the subject of the one before (كما دعا)."""
    before = phrases.chunks[k - 1] if k else None
    return before is not None and before.kind == "break" and phrases.words[before.first].text == _AS_WELL
