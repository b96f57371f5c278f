"""Finds where what a verb says begins, and with what."""

from __future__ import annotations

from typing import Final, NamedTuple

from takhrij.analyse.clauses import Quotation
from takhrij.analyse.speech import between, chants, objects, openings, speakers
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.leads import VERBAL_NOUN, Lead, lead
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, before_marks, comma
from takhrij.records import Via

_REACH: Final = 45
"""Words between a verb and what it says; longer titles and adjuncts are not found in news."""
_PREPOSITION: Final = 3
"""Letters of the longest preposition that is a word of its own among those that a verb takes."""
_LONGEST_TERM: Final = 6
"""Words of a quotation that may still be the name of a body (المتحدثة باسم "...")."""
_SHORT_NAME: Final = 4
"""Words of a body's name in marks right behind its verb."""
_LONG: Final = 8
"""Words of a quotation behind a verb without an object that is what was said, whatever stands between."""
_RELATIVE: Final = 20
"""Words of a relative clause between commas, between a verb and what it says."""
_CLAUSES: Final = frozenset({"that", "quote"})
"""What verbs take that have no object beside the clause (يعتقد الخبير سمير حداد، أن)."""
_NAME: Final = 3
"""Words of a name between commas."""
_SMALL: Final = ("preposition", "that", "relative", "adverb", "connective", "pronominal")
"""Kinds of particle that are no name."""
_OBJECTS: Final = "اعترض"
_ANSWERS: Final = ("قال", "أجاب", "رد")


class Complement(NamedTuple):
    """The word that a content begins with, what kind of beginning it is, and the quotation that it is."""

    word: int
    lead: Lead
    quote: Quotation | None = None


def find(s: Stretch, cue: Cue, at: int, own: bool, met: list[tuple[Party, Via]]) -> Complement | None:
    """Return where what `cue` says begins, looking from word `at`; None if it says nothing.

    `own`: its subject is known, so that a bare noun may be an object. Sources named on the way (نقلا عن مصدر) go
    to `met`, and their cues to `s.taken`.
    """
    verb = cue.verb
    if not verb:
        return None
    takes = set(verb.takes)
    if "object" in takes and (found := objects.find(s, cue, at, own)):
        clause = _clause_behind(s, found) if own and "that" in takes else 0
        kind: Lead = "that" if clause else "object"
        return _quoted_clause(s, cue, found) or Complement(clause or found, kind)
    past = between.past_dashes(s, at) if own else at
    at = at if any(k in s.cues and s.cues[k].form == "attribution" for k in range(at, past)) else past
    at = _past_name(s, at) if own else at
    loose = {"ل"} if "إلى" in takes else set()  # دعا للحوار, but دعا العاملين لديه إلى الحوار
    spare: Complement | None = None
    i = (own and between.past_place(s, at, takes)) or at
    while i < min(s.words.stop, at + _REACH):
        named = not own and i == at + 1 and _is_unlisted(s, cue, at)
        direct = _direct(s, i, at, takes, (own or "object" in takes) and not named)
        if direct := direct or _answer(s, cue, at, i, own):
            return direct
        if (past := between.past_clause(s, at, i, own) or between.past_cue(s, cue, i, met)) != i:
            if past < 0:
                return spare
            i = past
            continue
        if cue.verb and cue.verb.kind == "unsaid" and _asked(s, cue, i):
            return Complement(i, "preposition")
        if verb.kind == "carry" and s.scene.word_is(i, "announced") and i + 1 < s.words.stop and not _led(s, i + 1):
            return Complement(i + 1, "object")  # نقلت عن الإذاعة إعلانها مقتل الرجل
        kind = lead(s, i, takes - loose)
        if kind == "preposition" and (own or s.is_setting(at)) and between.is_aside(s, at, i):
            i += 1
            continue
        if kind:
            return _begun(s, cue, at, Complement(i, kind), spare, own)
        if not spare and lead(s, i, takes & loose):
            spare = Complement(i, "preposition")
        party = s.scene.members.get(i)
        i = before_marks(s, party).last if party and party.first == i else i + 1
    return spare


def _past_name(s: Stretch, at: int) -> int:
    """Return the أن behind a name between commas whose first letters may be prepositions (الوزير، كمال بركات، أن)."""
    scene = s.scene
    stop = next((k for k in range(at + 2, min(at + _NAME + 1, s.words.stop)) if comma(scene.gap(k))), at)
    if stop == at or not comma(scene.gap(at)) or not scene.word_is(stop, "that"):
        return at
    taken = (k in s.cues or k in scene.timed or scene.word_is(k, *_SMALL) for k in range(at, stop))
    whole = all(scene.words[k].text.isalpha() and (k == at or scene.gap(k).isspace()) for k in range(at, stop))
    return stop if whole and not any(taken) else at


def _quoted_clause(s: Stretch, cue: Cue, i: int) -> Complement | None:
    """Return the quoted clause with أن behind a comma, before which a noun at word `i` is more of the subject."""
    if not cue.verb or "quote" not in cue.verb.takes:
        return None
    for quote in s.quotes:
        first = s.scene.folded.between(*quote.inner).start
        if i < first < i + _REACH and comma(s.scene.gap(first)) and s.scene.word_is(first, "that"):
            apart = any(k in s.cues for k in range(i, first))
            return None if apart else Complement(first, "quote", quote)  # الوزير، المدير العام للشركة، "إن الجسر"
    return None


def _clause_behind(s: Stretch, i: int) -> int:
    """Return the أن at which what is said begins, where the noun at word `i` is more of the subject; 0 if it is not.

    So before a comma and أن (أكدت مصادر مقيمة في لندن، أن), and where word `i` is a calling behind a person's name.
    """
    scene = s.scene
    named = scene.members.get(i - 1)
    title = scene.knowledge.built(speakers.heads).at(scene.folded, i)
    person = named is not None and named.kind == "person" and named.last == i and scene.gap(i).isspace()
    called = person and title is not None and title.entry.kind == "person"
    aside = False
    for k in range(i, min(i + _RELATIVE, s.words.stop)):
        if k in s.cues or s.quote_before(k):
            return 0
        if k > i and comma(scene.gap(k)):
            if scene.word_is(k, "that") and scene.words[k].text[0] == "ا":  # no ، بأنها
                return k
            if aside or not any(scene.party(n) for n in range(k, min(k + 3, s.words.stop))):
                return 0
            aside = True  # المتحدث باسم القوات المشتركة، العميد سمير حداد، أن
        if k > i and called and scene.word_is(k, "that") and not scene.word_is(k - 1, "preposition"):
            return k
    return 0


def _direct(s: Stretch, i: int, at: int, takes: set[str], own: bool) -> Complement | None:
    """Return the direct speech that begins at word `i`, behind a colon or in quotation marks.

    `own`: the verb's subject is known, so that a noun before the marks is another thing (a letter, a question).
    """
    if "quote" not in takes:
        return None
    quote, colon = s.quote_before(i), ":" in s.scene.gap(i)
    if quote and s.scene.word_is(i - 1, "titles"):
        return None  # كتب مقالا بعنوان: "..."
    if quote and not colon and len(s.scene.words[i - 1].text) == 1:
        return None  # a preposition alone before the mark: قال ل "صحيفة الغد"
    if quote and not colon and _is_title(s, quote, i):
        return None
    told = "object" not in takes and len(s.scene.folded.between(*quote.inner)) >= _LONG if quote else False
    if quote and (colon or not (_is_term(s, quote, takes) or (own and not told and _has_object(s, at, i)))):
        return Complement(i, "quote", quote)
    more = "object" not in takes and i == at and (own or _follows_verb(s, i)) and openings.opens(s, i)
    if more:
        return Complement(i, "colon")  # قال سمير حداد لقد فتحنا الجسر، وأضاف نحن نعمل
    digit = s.scene.raw[s.scene.words[i].end - 1].isdigit()
    return Complement(i, "colon") if colon and not digit else None


def _follows_verb(s: Stretch, i: int) -> bool:
    """Whether a verb of saying stands right before word `i` (وقال أنا سعيد)."""
    cue = s.cues.get(i - 1)
    return cue is not None and cue.form == "finite" and s.scene.gap(i).isspace()


def _is_unlisted(s: Stretch, cue: Cue, i: int) -> bool:
    """Whether word `i`, right behind a verb, is a name that no list knows, and no noun that it takes."""
    scene, word = s.scene, s.scene.words[i].text
    if i != cue.last or i in s.cues or not word.isalpha() or not scene.gap(i).isspace():
        return False
    known = word.startswith("ال") or word in scene.forms.particles or "ال" + word in scene.forms.counts
    return not (known or word in scene.forms.counts or VERBAL_NOUN.fullmatch(word) or s.is_prefixed(i))


def _answer(s: Stretch, cue: Cue, at: int, i: int, own: bool) -> Complement | None:
    """Return the word or two in marks with which a sentence ends (قال الوزير "لا".), if they name nobody.

    What is shouted need not end it (يهتفون "ارحل" ويرفعون).
    """
    quote = s.quote_before(i)
    if not quote or not quote.closed or not cue.verb:
        return None
    if chants.may_be_brief(s, cue, at, i):
        return Complement(i, "quote", quote)
    ends = not s.scene.raw[quote.end : s.end].strip(" .")
    answers = own and i == at and cue.verb.lemma in _ANSWERS
    return Complement(i, "quote", quote) if answers and ends and i not in s.scene.members else None


def _is_title(s: Stretch, quote: Quotation, i: int) -> bool:
    """Whether a short quotation behind a noun is that thing's name (في مسرحية "ليل المدينة")."""
    scene = s.scene
    short = len(scene.folded.between(*quote.inner)) < _LONGEST_TERM
    noun = (
        not scene.words[i - 1].text.startswith("ال")
        and i - 1 not in scene.members
        and i - 1 not in s.cues
        and not scene.word_is(i - 1, "document", "setting")
    )
    return short and noun and i - 2 >= s.words.start and scene.is_a(i - 2, "preposition")


def _begun(
    s: Stretch, cue: Cue, at: int, found: Complement, spare: Complement | None, own: bool
) -> Complement | None:
    """Return `found` as `cue` may take it: from the verbal noun that it completes, or not at all."""
    verb, i = cue.verb, found.word
    takes = verb.takes if verb else ()
    if found.lead == "preposition" and "object" in takes and _is_verbal(s, i - 1, at):
        return Complement(i - 1, "object")
    if verb and own and _acts_on(s, cue, at, found):
        return None  # الدفاعات اعترضت طائرات قصفت على
    if verb and verb.objects and "object" not in takes:
        joined = found.lead == "preposition" and len(s.scene.words[i].text) > _PREPOSITION
        return found if i + 1 < s.words.stop and objects.is_object(s, cue, i + (not joined)) else None
    deed = verb is not None and verb.kind == "deed" and found.lead == "that" and not _CLAUSES.issuperset(takes)
    deed = deed and not (
        verb is not None and verb.act == "allege" and s.scene.words[i].text.startswith("بان")
    )  # اتهمت ...، التي تصنفها ...، بأنها
    whom = s.scene.party(at)
    promised = whom is not None and whom.last == i  # وعد دمشق، بأن
    promised = promised or _is_when(s, at, i)
    return spare if deed and not promised and any(comma(s.scene.gap(k)) for k in range(at, i + 1)) else found


def _acts_on(s: Stretch, cue: Cue, at: int, found: Complement) -> bool:
    """Whether a verb of objecting has an object right behind its subject, so that it is another (اعترضت صاروخا)."""
    verb, scene = cue.verb, s.scene
    if not verb or verb.lemma != _OBJECTS or found.lead != "preposition" or found.word <= at:
        return False
    word = scene.words[at].text
    noun = "ال" + word.removesuffix("ا") in scene.forms.counts and word not in scene.forms.particles
    noun = noun and at not in scene.members
    return noun and scene.gap(at) == " " and not (s.is_joined(at) or s.is_prefixed(at) or at in scene.timed)


def _is_when(s: Stretch, at: int, i: int) -> bool:
    """Whether nothing but a time between commas stands between words `at` and `i` (تهدد، منذ عام 2012، بأنها)."""
    scene = s.scene
    between = range(at, i)
    when = any(k in scene.timed for k in between)
    return when and all(k in scene.timed or scene.is_a(k, "preposition", "adverb") for k in between)


def _led(s: Stretch, i: int) -> bool:
    """Whether أن or a quotation follows at word `i`."""
    return bool(lead(s, i, {"that"})) or s.quote_before(i) is not None or ":" in s.scene.gap(i)


def _asked(s: Stretch, cue: Cue, i: int) -> bool:
    """Whether words that elsewhere only set the scene (على سؤال) are what was not answered."""
    return s.scene.words[i].text == "علي" and i + 1 < s.words.stop and objects.is_object(s, cue, i + 1)


def _is_verbal(s: Stretch, i: int, at: int) -> bool:
    """Whether word `i` is a verbal noun that a preposition completes (أعلن ...، انشقاقه عن الحزب)."""
    scene = s.scene
    return i > at and i not in scene.members and bool(VERBAL_NOUN.fullmatch(scene.words[i].text))


def _is_term(s: Stretch, quote: Quotation, takes: set[str]) -> bool:
    """Whether a quotation marks a name, and what is said comes behind it: it is short, and أن follows."""
    if s.is_name(quote):
        return True
    inside = s.scene.folded.between(*quote.inner)
    if len(inside) < _LONGEST_TERM and (behind := _right_behind(s, quote)):
        return len(s.scene.folded.between(*behind.inner)) > len(inside)  # لقناة "ان تي في"، "الجسر آمن ..."
    if "object" in takes and len(inside) <= _SHORT_NAME and _goes_on(s, quote, inside.stop):
        return True  # أعلن "جيش الجسر القديم" الثورة
    near = range(inside.stop, min(inside.stop + _LONGEST_TERM, s.words.stop))
    if len(inside) < _LONGEST_TERM and any(":" in s.scene.gap(i) for i in near):
        return True  # قال، حسب قناة "ان تي في" التلفزيونية: "..."
    reach = range(inside.stop, min(inside.stop + _REACH, s.words.stop))
    clause = next((i for i in reach if lead(s, i, takes) == "that" or i in s.cues), -1)
    return len(inside) <= _LONGEST_TERM and clause >= 0 and lead(s, clause, takes) == "that"


def _goes_on(s: Stretch, quote: Quotation, i: int) -> bool:
    """Whether a noun with the article follows a quotation at once, as the object of whoever the marks name."""
    noun = i < s.words.stop and s.scene.words[i].text.startswith("ال") and i not in s.scene.timed
    inside = s.scene.folded.between(*quote.inner)
    named = s.scene.words[inside.start].text not in s.scene.forms.particles
    return noun and named and not s.scene.raw[quote.end : s.begins(i)].strip()


def _right_behind(s: Stretch, quote: Quotation) -> Quotation | None:
    """Return the quotation that opens behind another one, a comma between them and nothing else."""
    raw = s.scene.raw
    return next(
        (q for q in s.quotes if q.start >= quote.end and raw[quote.end : q.start].strip() in ("،", ",")), None
    )


def _has_object(s: Stretch, at: int, i: int) -> bool:
    """Whether a bare noun follows at word `at`, before the quotation at `i`: the verb has its object already."""
    scene = s.scene
    if at >= i or scene.gap(at).strip() or at in scene.members or at in scene.timed:
        return False
    particle = scene.word_is(at, "preposition", "adverb", "relative", "setting", "connective", "said", "pronoun")
    particle = particle or (i == at + 1 and scene.word_is(at, "pronominal"))  # قال فيه "..."
    named = scene.members.get(at - 1)
    if scene.word_is(i - 1, "said") or (named and named.kind in ("outlet", "organization", "office", "unnamed")):
        return False  # عن قرار أصدره المجلس قوله "..."، مجلة مركز البحوث "..."
    word = scene.words[at].text
    if word[-1] == "ا" and not word.startswith("ال"):
        return False  # how it was said: قال مخاطبا الناس "..."
    joined = s.is_prefixed(at) or s.is_joined(at)
    still = scene.words[at - 1].text.startswith(("ال", "لل")) or at - 1 in scene.members
    if word.startswith("ال") and still:
        return False  # مجلس الأمن القومي "..."، سمير حداد المقيم في المدينة "...": still the subject
    head = scene.knowledge.built(speakers.heads).at(scene.folded, at)
    if head and head.entry.kind == "person":
        return False  # العقيد سمير حداد نائب رئيس الأركان "..."
    return not particle and not joined and not scene.forms.adjuncts.at(scene.folded, at)
