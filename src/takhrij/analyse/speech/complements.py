"""Finds where what a verb says begins, and with what."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from takhrij.analyse.clauses import Quotation
from takhrij.analyse.speech import attributed, speakers
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, comma, plain
from takhrij.records import Via
from takhrij.text import fold_text

_REACH: Final = 45
"""Words between a verb and what it says; longer titles and adjuncts are not found in news."""
_PREPOSITION: Final = 3
"""Letters of the longest preposition that is a word of its own among those that a verb takes."""
_TITLE: Final = 20
"""Words of what a speaker is, from its head noun to what is said."""
_LONGEST_TERM: Final = 6
"""Words of a quotation that may still be the name of a body (المتحدثة باسم "...")."""
_VERBAL_NOUN: Final = re.compile(
    r"(?:ت[^ا]{2}ي[^ا]|[^ا]{2}و[^هي]|(?:ا|ان|است|ا[^ل]ت)[^ا]{2,3}ا[^هي]|استعداد\w*|رفع|لعب|دعم|رفض\w*|تمسك\w*|حرص\w*|مقتل|مصرع|وقوع"
    r"|وجود|بدء|عدم|نيت\w+|عزم\w+)(?:ه|ها|هم|هما)?"
)
"""Folded shapes of verbal nouns that take the place of a clause (يرجح تفعيل الاتفاق)."""
_CONTRACTED: Final = {"عن": ("عما", "عمن"), "من": ("مما", "ممن"), "في": ("فيما",)}
"""Folded prepositions that run into the "what" or "who" behind them."""
_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
_BEARING: Final = 4
"""Letters of a noun with a pronoun, at least."""
_RELATIVE: Final = 20
"""Words of a relative clause between commas, between a verb and what it says."""
_FARTHER: Final = 10
"""Words of a subject's other half, or of where it was said, before the noun that was said."""
_HIDDEN: Final = 4
"""Words from a verb to the name that its source hides (رافضا الكشف عن اسمه)."""
Lead = Literal["that", "quote", "preposition", "object", "colon", "clause", ""]


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
    if "object" in takes and (found := _object(s, cue, at, own)):
        return Complement(found, "object")
    loose = {"ل"} if "إلى" in takes else set()  # دعا للحوار, but دعا العاملين لديه إلى الحوار
    spare: Complement | None = None
    i = at
    while i < min(s.words.stop, at + _REACH):
        if direct := _direct(s, i, at, takes, own or "object" in takes):
            return direct
        if (past := _past(s, cue, i, met)) != i:
            if past < 0:
                return spare
            i = past
            continue
        if cue.verb and cue.verb.kind == "unsaid" and _asked(s, cue, i):
            return Complement(i, "preposition")
        if kind := lead(s, i, takes - loose):
            return _begun(s, cue, at, Complement(i, kind), spare)
        if not spare and lead(s, i, takes & loose):
            spare = Complement(i, "preposition")
        party = s.scene.members.get(i)
        i = party.last if party and party.first == i else i + 1
    return spare


def _direct(s: Stretch, i: int, at: int, takes: set[str], own: bool) -> Complement | None:
    """Return the direct speech that begins at word `i`, behind a colon or in quotation marks.

    `own`: the verb's subject is known, so that a noun before the marks is another thing (a letter, a question).
    """
    if "quote" not in takes:
        return None
    quote, colon = s.quote_before(i), ":" in s.scene.gap(i)
    if quote and not colon and len(s.scene.words[i - 1].text) == 1:
        return None  # a preposition alone before the mark: قال ل "صحيفة الغد"
    if quote and not colon and _is_title(s, quote, i):
        return None
    if quote and (colon or not (_is_term(s, quote) or (own and _has_object(s, at, i)))):
        return Complement(i, "quote", quote)
    if own and i == at and "object" not in takes and s.scene.is_a(i, "opens_speech"):
        return Complement(i, "colon")  # قال سمير حداد لقد فتحنا الجسر
    digit = s.scene.raw[s.scene.words[i].end - 1].isdigit()
    return Complement(i, "colon") if colon and not digit else None


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


def _past(s: Stretch, cue: Cue, i: int, met: list[tuple[Party, Via]]) -> int:
    """Return the word behind another's cue at word `i`: `i` if none is in the way, -1 if it takes what follows."""
    other = s.cues.get(i)
    if not other or i == cue.first or s.within_quote(i):
        return i
    if other.form == "finite" and i > s.words.start and s.scene.words[i - 1].text == "كما":
        at = other.last + (other.last < s.words.stop and s.scene.word_is(other.last, "pronominal"))
        if teller := speakers.after(s.scene, at, s.words.stop):
            s.taken.add(i)  # قال سمير حداد كما نقلت عنه الوكالة
            met.append((teller, "reported"))
            return teller.last
    if other.form == "attribution":
        party = attributed.source(s, other)
        if party:
            s.taken.add(i)
            met.append((party, "told" if other.words and other.words.form == "passing" else "reported"))
        return party.last if party else i
    if (
        other.form == "finite"
        and not other.prefix
        and s.scene.words[i].text.endswith("وا")
        and s.scene.gap(i).isspace()
    ):
        return other.last  # أحد السكان تحدثوا إلينا: a plural behind its noun is a relative clause
    relative = s.scene.is_a(i - 1, "relative")
    if other.last < s.words.stop and s.scene.word_is(other.last, "pronominal") and not other.prefix:
        return other.last  # في بيان أعلنت فيه تحرير المدينة
    if relative and comma(s.scene.gap(i - 1)):
        return next(
            (k for k in range(other.last, min(other.last + _RELATIVE, s.words.stop)) if comma(s.scene.gap(k))), -1
        )
    near = range(other.last, min(other.last + _HIDDEN, s.words.stop))
    if hidden := next((k for k in near if s.scene.word_is(k, "hidden")), 0):
        return hidden + 1  # رافضا كشف اسمه
    hiding = other.last < s.words.stop and s.scene.word_is(other.last, "negates")  # طلب عدم ذكر اسمه
    kind = other.verb.kind if other.verb else ""
    inner = (relative and kind == "more") or kind in ("deed", "contain")
    apart = other.form == "finite" and any(comma(s.scene.gap(k)) for k in range(cue.last, i + 1))
    aside = kind == "deed" and (relative or hiding)
    return i if other.form == "noun" or (inner and not apart) or aside else -1


def _begun(s: Stretch, cue: Cue, at: int, found: Complement, spare: Complement | None) -> Complement | None:
    """Return `found` as `cue` may take it: from the verbal noun that it completes, or not at all."""
    verb, i = cue.verb, found.word
    takes = verb.takes if verb else ()
    if found.lead == "preposition" and "object" in takes and _is_verbal(s, i - 1, at):
        return Complement(i - 1, "object")
    if verb and verb.objects and "object" not in takes:
        joined = found.lead == "preposition" and len(s.scene.words[i].text) > _PREPOSITION
        return found if i + 1 < s.words.stop and is_object(s, cue, i + (not joined)) else None
    deed = verb is not None and verb.kind == "deed" and found.lead == "that"
    return spare if deed and any(comma(s.scene.gap(k)) for k in range(at, i + 1)) else found


def _asked(s: Stretch, cue: Cue, i: int) -> bool:
    """Whether words that elsewhere only set the scene (على سؤال) are what was not answered."""
    return s.scene.words[i].text == "علي" and i + 1 < s.words.stop and is_object(s, cue, i + 1)


def _is_verbal(s: Stretch, i: int, at: int) -> bool:
    """Whether word `i` is a verbal noun that a preposition completes (أعلن ...، انشقاقه عن الحزب)."""
    scene = s.scene
    return i > at and i not in scene.members and bool(_VERBAL_NOUN.fullmatch(scene.words[i].text))


def _is_term(s: Stretch, quote: Quotation) -> bool:
    """Whether a quotation marks a name, and what is said comes behind it: it is short, and أن follows."""
    if s.is_name(quote):
        return True
    inside = s.scene.folded.between(*quote.inner)
    reach = range(inside.stop, min(inside.stop + _REACH, s.words.stop))
    clause = next((i for i in reach if lead(s, i, {"that"}) or i in s.cues), -1)
    return len(inside) <= _LONGEST_TERM and clause >= 0 and lead(s, clause, {"that"}) == "that"


def lead(s: Stretch, i: int, takes: set[str]) -> Lead:
    """Return what kind of beginning of a content word `i` is for a verb that takes `takes`, empty if none."""
    scene = s.scene
    word = scene.words[i].text
    if "that" in takes and scene.is_a(i, "that") and scene.raw[scene.words[i].start] != "آ":
        before = scene.words[i - 1].text if i and scene.is_a(i - 1, "preposition") else ""
        raw = scene.raw[scene.words[i].start]
        fits = not before or raw == "إ" or before in {fold_text(t.removesuffix("+")) for t in takes}
        return "that" if fits else ""
    if i in scene.timed or scene.forms.adjuncts.at(scene.folded, i):
        return ""
    if (other := s.cues.get(i)) and other.form == "attribution":
        return ""  # بحسب begins with no ب of the verb's
    for preposition in takes - {"that", "quote", "object", "whom"}:
        if preposition.endswith("+"):
            continue  # only before أن
        short = fold_text(preposition)
        if len(short) > 1:
            known = i in scene.members or i + 1 >= s.words.stop or i + 1 in scene.timed
            if (word == short and not known) or word in _CONTRACTED.get(short, ()):
                return "preposition"
        elif word == short:
            if i + 1 < s.words.stop and "-" in scene.gap(i + 1):
                return "preposition"
        elif word.startswith(short) and len(word) > 3 and (s.is_prefixed(i) or word not in scene.forms.counts):
            party = scene.members.get(i)
            if not party or not plain(scene, party, i):
                return "preposition"
    return ""


def is_object(s: Stretch, cue: Cue, i: int) -> bool:
    """Whether word `i` is one of the nouns that the verb's object must begin with, if it names any."""
    word = s.scene.words[i].text.removeprefix("ال")
    verb = cue.verb
    if verb and verb.kind == "unsaid" and word[0] in "لب":  # لم تستجب لطلب
        word = word[2:] if word.startswith("لل") else word[1:]
    if not verb:
        return False
    return not verb.objects or any(word.startswith(fold_text(o).removeprefix("ال")) for o in verb.objects)


def _object(s: Stretch, cue: Cue, at: int, own: bool) -> int:
    """Return the word at which a noun that is what was said begins, 0 if none does."""
    scene, verb, begin = s.scene, cue.verb, at
    while (
        own
        and at < s.words.stop
        and (
            at in scene.timed
            or scene.is_a(at, "adverb", "pronominal")
            or "(" in scene.gap(at)
            or scene.gap(at).startswith("(")
        )
    ):
        at += 1
    told = scene.party(at) if own and verb else None
    if told and told.kind == "outlet" and scene.words[at].text[0] == "ل" and not plain(scene, told, at):
        at = told.last  # نفى الوزير لرويترز دخول الشاحنات
    if not verb or at >= s.words.stop:
        return 0
    takes = set(verb.takes)
    if verb.objects:
        farther = own and (s.is_joined(at) or "whom" in takes)  # حمل الوزير الشركة مسؤولية الحادث
        near = range(at, min(at + _FARTHER, s.words.stop)) if farther else range(at, at + 1)
        found = next((k for k in near if is_object(s, cue, k)), 0)
        parted = any(comma(scene.gap(k)) for k in range(at, found + 1)) and not (own and found == at)
        return found if found and not parted else 0
    if verb.lemma == "اعتبر" and (cue.imperfect or not own):
        return 0  # يعتبر الجسر من أقدم الجسور: it is considered
    if own and _VERBAL_NOUN.fullmatch(scene.words[at].text) and at not in scene.members:
        return at
    if not own:
        return at if is_said(s, at) or (cue.prefix and _is_deed(s, at)) else 0
    aside = at > begin and comma(scene.gap(begin))  # أعلن، الأسبوع الماضي، إلغاء
    plainly = not comma(scene.gap(at)) or aside
    return at if plainly and _is_bare(s, at) else _farther(s, at, takes)


def is_said(s: Stretch, i: int) -> bool:
    """Whether word `i` is a noun that no speaker is called by: a known one, or one with the speaker's pronoun."""
    scene, word = s.scene, s.scene.words[i].text
    if i in scene.members or i in s.cues or scene.gap(i).strip(' "') or s.is_prefixed(i):
        return False
    feminine = scene.raw[scene.words[i].end - 1] == "ة"  # no pronoun, though it folds alike
    stems = {word, word.removeprefix("ال"), *(word.removesuffix(x) for x in _PRONOUNS if word.endswith(x))}
    stems |= {stem[:-1] + "ه" for stem in stems if stem.endswith("ت")}
    if any("said_noun" in scene.forms.particles.get(stem, ()) for stem in stems):
        return True
    bearing = (
        not feminine
        and word.endswith(_PRONOUNS)
        and len(word) > _BEARING
        and not scene.word_is(i, "pronominal", "that", "adverb")
    )
    following = next((k for k in range(i + 1, min(i + 8, s.words.stop)) if lead(s, k, {"that"}) or k in s.cues), -1)
    return bearing and following < 0 and bool(_VERBAL_NOUN.fullmatch(word) or word[0] == "م")


def _is_deed(s: Stretch, i: int) -> bool:
    """Whether word `i` is a verbal noun that heads no source, so that it is what was said (ورفض اعتبار)."""
    scene = s.scene
    head = scene.knowledge.built(speakers.heads).at(scene.folded, i) or i in scene.members or i in s.cues
    return not head and not scene.gap(i).strip(' "') and bool(_VERBAL_NOUN.fullmatch(scene.words[i].text))


def _farther(s: Stretch, at: int, takes: set[str]) -> int:
    """Return the noun that is what was said behind more of the subject (الأمم المتحدة ووكالات إغاثة قلقها)."""
    if s.is_prefixed(at) and s.scene.words[at].text[0] == "ب" and at + 2 < s.words.stop:
        led = s.scene.party(at + 1)  # التحالف بقيادة واشنطن خلو المدينة
        behind = led.last if led else at + 2
        if behind < s.words.stop and not s.scene.gap(behind).strip() and _is_bare(s, behind):
            return behind
    for i in range(at, min(at + _FARTHER, s.words.stop)):
        if i in s.cues or s.scene.is_a(i, "that", "relative") or lead(s, i, takes):
            return 0
        if quote := s.quote_before(i):
            return 0 if "quote" in takes or s.is_name(quote) else i  # أدانت الوزارة، في بيان، "الهجوم الغادر"
        if i > at and is_said(s, i) and not s.scene.is_a(i - 1, "preposition", "inner"):
            return i
        aside = i > at and comma(s.scene.gap(i)) and s.scene.word_is(at, "preposition", "setting")
        if aside and i not in s.scene.timed:
            return i if _is_bare(s, i) else 0
    return 0


def _is_bare(s: Stretch, at: int) -> bool:
    """Whether the noun at word `at` stands alone as an object, and no clause is what was said."""
    scene, word = s.scene, s.scene.words[at].text
    if at in scene.members or at in s.cues or at in scene.timed or s.is_joined(at):
        return False
    if scene.word_is(at, "that", "preposition", "relative", "adverb", "connective", "setting", "pronoun"):
        return False
    quote = s.quote_before(at)
    if s.is_prefixed(at) or (quote and s.is_name(quote)) or word[0].isdigit() or _in_apposition(s, at):
        return False
    for i in range(at + 1, min(at + 12, s.words.stop)):
        if comma(scene.gap(i)):
            break
        if (scene.is_a(i, "that") and not scene.is_a(i - 1, "preposition")) or i in s.cues:
            return word.endswith(("ه", "ها")) or word == "ما"
    return True


def _in_apposition(s: Stretch, at: int) -> bool:
    """Whether the noun at word `at` says what the speaker is, and أن follows (أكد سمير حداد عضو المجلس، أن)."""
    head = s.scene.knowledge.built(speakers.heads).at(s.scene.folded, at)
    if not head or head.entry.kind not in ("person", "unnamed"):
        return False
    reach = range(head.last, min(head.last + _TITLE, s.words.stop))
    stop = next((i for i in reach if lead(s, i, {"that"}) or i in s.cues), -1)
    return stop >= 0 and stop not in s.cues


def _has_object(s: Stretch, at: int, i: int) -> bool:
    """Whether a bare noun follows at word `at`, before the quotation at `i`: the verb has its object already."""
    scene = s.scene
    if at >= i or scene.gap(at).strip() or at in scene.members or at in scene.timed:
        return False
    particle = scene.word_is(at, "preposition", "adverb", "relative", "setting", "connective", "said")
    word = scene.words[at].text
    if word[-1] == "ا" and not word.startswith("ال"):
        return False  # how it was said: قال مخاطبا الناس "..."
    joined = s.is_prefixed(at) or s.is_joined(at)
    if word.startswith("ال") and scene.words[at - 1].text.startswith(("ال", "لل")):
        return False  # مجلس الأمن القومي "...": still the subject
    return not particle and not joined and not scene.forms.adjuncts.at(scene.folded, at)
