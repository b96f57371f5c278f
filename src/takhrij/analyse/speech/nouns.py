"""What nouns of saying tell: with their subject (إعلان الوزارة أن), or with a pronoun in its place (إعلانه أن)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import leads, objects, placing, speakers, subjects
from takhrij.analyse.speech.complements import Complement
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.framed import Frame, begun
from takhrij.analyse.speech.leads import VERBAL_NOUN
from takhrij.analyse.speech.stretches import Stretch, before_time, comma, leads_that

_TAKE: Final = frozenset({"إلى", "على", "ب", "من", "عن"})
"""Prepositions that begin what a verbal noun's subject says, if its verb takes them (تأكيد الوزير على)."""
_OWNED: Final = frozenset({"إلى"})
"""Those that do so behind a noun with a pronoun; the others mostly tell no saying (إصراره على، رفضه لشروط)."""
_ANNOUNCING: Final = ("أعلن", "نفى")
"""Verbs whose nouns with a pronoun take what was said as a noun (إعلانها انتهاء العملية)."""
_MEANT: Final = ("اعتقد", "توقع")
"""Verbs whose nouns with a pronoun tell what one thinks, and another verb says it (أعرب عن اعتقاده بأن)."""
_NO_NOUN: Final = (
    "preposition",
    "that",
    "relative",
    "adverb",
    "connective",
    "pronoun",
    "pronominal",
    "demonstrative",
    "negative",
    "self",
)
"""Kinds of particle that are no noun."""
_NEAR: Final = 6
"""Words from a noun's subject to what is said."""
_CARRIED: Final = 20
"""Words from a verb to his saying (نقلت عن ... قوله) that belongs to it."""
_OF_HIM: Final = ("ي", "ه", "ين", "ون", "ات")
"""Endings of what may still tell whose it is."""
_DAY: Final = "يوم"
_ASIDE: Final = 9
"""Words of an aside that tells when or where it was said."""


def read(s: Stretch, cue: Cue) -> Frame | None:
    """Read إعلان X أن: the subject must follow at once, or be a pronoun, and a clause or preposition it."""
    if cue.suffix:
        return _owned(s, cue)
    party = subjects.behind(s, cue._replace(prefix=""), cue.last)
    if not party or party.kind == "place" or party.first != cue.last or not cue.verb:
        return None
    frame = Frame(cue, party, -1, first=cue.first, clause=placing.clause_start(s, cue.first), inner=True)
    at = _past_name(s, party.last)
    frame = frame._replace(
        party=party._replace(last=at, name=s.scene.name(party.first, at)) if not party.mention else party
    )
    if "object" in cue.verb.takes and not cue.verb.objects and _is_object(s, cue, at):
        return begun(s, frame, Complement(at, "object"))
    if cue.first > s.words.start and s.scene.words[cue.first - 1].text.removeprefix("و") in ("في", "خلال"):
        return None  # قال في تصريح صحفي إن
    first = _past_aside(s, party.last)
    near = range(first, min(first + _NEAR, s.words.stop))
    found = next((k for k in near if k in s.cues or _says(s, cue, k, k == party.last)), 0)
    found = found if _says(s, cue, found, found == party.last) else 0
    told_of = any(s.scene.is_a(k, "relative", "when") or _acts(s, k) for k in range(first, found))
    broken = told_of or any(
        comma(s.scene.gap(k))
        for k in (*(() if party.mention else range(cue.last, party.last)), *range(first + 1, found + 1))
    )
    if not found or broken or (first == party.last and comma(s.scene.gap(found))):
        clause = _clause(s, first)
        return begun(s, frame, Complement(clause, "that")) if clause else None
    if cue.prefix and not (s.scene.is_a(found, "that") or leads_that(s, found)):
        return None  # واصرار الثوار على القتال, وتهديد المعتقلين بالعقاب
    return begun(s, frame, Complement(found, leads.lead(s, found, {"that"}) or "preposition"))


def _acts(s: Stretch, k: int) -> bool:
    """Whether a finite verb stands at word `k`, so that what follows it is not the noun's."""
    word, forms = s.scene.words[k].text, s.scene.forms
    return k not in s.scene.members and word in forms.verbs and "ال" + word not in forms.counts


def _clause(s: Stretch, first: int) -> int:
    """Return the أن of what is said behind where and when (تأكيد الوزير خلال لقاء مع نظيره أن), 0 if there is none.

    A relative clause between commas may stand there (إعلان التحالف، الذي تقوده بلاده، أنه), and nothing that acts.
    """
    scene, at = s.scene, first
    if at < s.words.stop and comma(scene.gap(at)) and scene.is_a(at, "relative"):
        closing = (k for k in range(at + 1, min(at + _ASIDE, s.words.stop)) if comma(scene.gap(k)))
        at = next(closing, at)
        return at if at > first and leads.lead(s, at, {"that"}) else 0
    sets = at < s.words.stop and (scene.is_a(at, "preposition") or at in scene.timed)
    for k in range(at, min(at + _CARRIED, s.words.stop)) if sets else ():
        if k in s.cues or scene.gap(k).strip(' "') or scene.is_a(k, "relative"):
            return 0
        if scene.is_a(k, "that"):
            wished = k + 1 < s.words.stop and scene.words[k + 1].text[0] in "يت" and scene.words[k].text == "ان"
            return k if leads.lead(s, k, {"that"}) and not wished else 0
        if scene.words[k].text in scene.forms.verbs and k not in scene.members:
            return 0
    return 0


def _past_name(s: Stretch, i: int) -> int:
    """Return the word behind a name in marks or a short one in brackets at word `i` (كتلة "الغد"، تنظيم (الغد))."""
    scene = s.scene
    if (quote := s.quote_before(i)) and quote.closed and s.is_name(quote):
        return scene.folded.between(*quote.inner).stop
    if "(" in scene.gap(i):
        return next((k for k in range(i + 1, min(i + _NEAR, s.words.stop)) if ")" in scene.gap(k)), i)
    return i


def _is_object(s: Stretch, cue: Cue, i: int) -> bool:
    """Whether the noun at word `i`, right behind the subject or the comma that closes its name, is what was said.

    So it is where it is a known noun of what is said, a verbal noun, the head of what has the article, or a name that
    somebody makes something of (إعلان الرئيس المدينة عاصمة).
    """
    scene = s.scene
    if i + 1 >= s.words.stop or scene.gap(i).strip(' \u00a0"“”«»(),،'):
        return False
    word, following = scene.words[i].text, scene.words[i + 1]
    if (cue.verb and cue.verb.act == "deny" and word == "اي") or objects.is_said(s, i):
        return True
    made = i in scene.members or word.startswith("ال")
    if made and scene.raw[following.end - 1] == "ة" and "ال" + following.text in scene.forms.counts:
        return cue.verb is not None and cue.verb.lemma == "أعلن" and i + 1 not in scene.members
    other = i in scene.members or i in s.cues or i in scene.timed or s.is_prefixed(i) or s.is_joined(i)
    if other or scene.word_is(i, *_NO_NOUN) or scene.knowledge.built(speakers.heads).at(scene.folded, i):
        return False
    if VERBAL_NOUN.fullmatch(word.removeprefix("ال")):
        return True
    if cue.verb and cue.verb.act == "refuse" and word.startswith("ال") and not word.endswith(_OF_HIM):
        return scene.gap(i).isspace()  # رفض الشرطة السماح ل, but رفض الوزارة المحلية
    closed = comma(scene.gap(i)) and any(comma(scene.gap(k)) for k in range(cue.last + 1, i))  # الوسيط، سمير حداد،
    return not word.startswith("ال") and (closed or not comma(scene.gap(i))) and following.text.startswith("ال")


def _owned(s: Stretch, cue: Cue) -> Frame | None:
    """Read إعلانه أن: whose it is, the words before tell."""
    at = placing.past_aside(s, cue.last)
    takes = ({"that"} | (_OWNED & set(cue.verb.takes))) if cue.verb else set()
    lead = leads.lead(s, at, takes) if at < s.words.stop else ""
    if not lead and cue.verb and cue.verb.lemma in _ANNOUNCING:
        while at < s.words.stop and (at in s.scene.timed or before_time(s, at)):
            at += 1
        lead = "object" if objects.is_said(s, at) else ""  # منذ إعلانها في مارس انتهاء العملية
    if not lead or any(k in s.cues for k in range(cue.last, at)):
        return None
    if cue.verb and cue.verb.lemma in _MEANT:
        return None
    verbs = [c for k, c in s.cues.items() if cue.first - _CARRIED < k < cue.first and c.form == "finite"]
    carried = any(c.verb and c.verb.kind == "carry" for c in verbs)
    if (verbs and s.scene.word_is(cue.first, "said")) or (carried and s.scene.word_is(cue.first, "announced")):
        return None  # نقلت رويترز عنه تأكيده أن، نقلت عن الوزارة إعلانها إغلاق الجسر
    frame = Frame(cue, None, -1, first=cue.first, clause=placing.clause_start(s, cue.first), inner=True)
    return begun(s, frame, Complement(at, lead))


def _past_aside(s: Stretch, i: int) -> int:
    """Return the word behind an aside between commas that tells when (، يوم الجمعة، عن), else word `i`."""
    if i >= s.words.stop or not (i in s.scene.timed or before_time(s, i) or s.scene.words[i].text == _DAY):
        return i
    if not comma(s.scene.gap(i)):  # إعلان الجامعة أمس، عن لقاء
        past = next((k for k in range(i, s.words.stop) if k not in s.scene.timed), i)
        return past if past > i and past < s.words.stop and comma(s.scene.gap(past)) else i
    reach = range(i + 1, min(i + _ASIDE, s.words.stop))
    return next((k for k in reach if comma(s.scene.gap(k))), i)


def _says(s: Stretch, cue: Cue, i: int, at_once: bool) -> bool:
    """Whether what was said begins at word `i`; with ل only right behind the subject (دعوة الأهالي لفتح الجسر)."""
    takes = _TAKE | {"ل"} if at_once and not s.scene.words[i].text.startswith("لل") else _TAKE
    return bool(cue.verb and leads.lead(s, i, {"that"} | (takes & set(cue.verb.takes))))
