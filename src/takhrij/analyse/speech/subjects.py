"""Who the subject of a verb of saying is: before it, behind it, in apposition, or a name that no list knows."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from takhrij.analyse.speech import (
    attributed,
    chants,
    endings,
    issuers,
    leads,
    objects,
    papers,
    placing,
    preceding,
    relatives,
    speakers,
)
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.honorifics import meant
from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.analyse.speech.stretches import Stretch, before_marks, comma, plain

_DOUBTFUL: Final = ("allege", "estimate")
"""Acts whose verbs are mostly passive behind a relative pronoun (الذي يتهم بالقتل، التي يتوقع)."""
SHOWING: Final = (
    "أشار",
    "أكد",
    "كشف",
    "عبّر",
    "بيّن",
    "بيّنت",
    "برّر",
    "فسّر",
    "أفاد",
    "رأى",
    "رفض",
    "هدد",
    "حكى",
    "أوضح",
    "ذهب",
)
"""Verbs whose subject may be a thing that shows something (أن الأدلة تشير)."""
_TELLING: Final = ("that", "quote")
_SOURCES: Final = ("مصدر", "مصادر")
"""Heads of sources that nobody names."""
_MEN: Final = ("ون", "ين", "ان")
"""Endings of nouns of many men, before whose verb no feminine stands, nor behind them."""
_ONE: Final = ("احد", "احدي")
_ONE_MAN: Final = "احد"
_WAS: Final = ("كان", "كانت")
_SMALL: Final = ("preposition", "that", "relative", "adverb", "connective", "pronoun", "negative")
"""Kinds of particle that begin no name."""
_OBJECTS: Final = frozenset({"whom", "object"})
REACH: Final = 20
"""Words from عن to his saying (قوله); longer descriptions of a source are not found in news."""


def subject(s: Stretch, cue: Cue, i: int, dropped: bool) -> tuple[Party | None, int, int]:
    """Return who speaks, the first word of the clause, and the word from which to look for the content."""
    scene = s.scene
    if dropped or chants.are_of_many(s, cue) or pronominal(s, cue):
        return None, cue.first, cue.last  # إنه أبلغ نظيره: the pronoun is the subject, and who follows is spoken to
    done = cue.first > s.words.start + 1 and scene.words[cue.first - 1].text == "قد" and not cue.prefix
    done = done and scene.words[cue.first - 2].text.removeprefix("و") not in _WAS  # وكان قد أكد المركز أن
    follows = meant(scene, i) or (None if done else behind(s, cue, i))  # وكان القائد، في المدينة، قد أمر العمال
    if follows and (written := _in_writing(s, cue, follows)):
        return written
    ahead = preceding.before(scene, cue, s.words.start)
    if ahead and ((cue.many and ahead.kind in ("state", "place")) or placing.is_topic(s, cue, ahead)):
        ahead = None  # كثيرون في سوريا يعتقدون أن
    side = scene.forms.adjuncts.at(scene.folded, cue.first - 2) if cue.first - 2 > s.words.start else None
    if ahead and side and cue.feminine and scene.words[ahead.first].text.endswith("ون"):
        ahead = None  # مقاتلون في المدينة، من جهتها قالت الوزارة: a caption before the text
    told = cue.last < s.words.stop and scene.word_is(cue.last, "pronominal")
    if ahead and told and ahead.kind == "unnamed":  # بيان قالت فيه: what it was said in says nothing itself
        ahead = None
    if told and not ahead and (issuer := issuers.of(s, cue)):
        return issuer, cue.first, cue.last
    taking = cue.verb is not None and ("whom" in cue.verb.takes or cue.verb.kind in ("describe", "deed", "unsaid"))
    beside = follows is not None and follows.first == cue.last and ahead is not None and ahead.kind == "person"
    if beside and not taking and not cue.suffix and not s.is_prefixed(cue.last):
        ahead = None  # a byline before the text: سمير حداد قال ضابط إن
    if ahead and not (follows and _apart(s, cue, ahead, follows)):
        return ahead, ahead.first, cue.last
    if follows:
        return follows, cue.first, follows.last
    if cue.suffix and cue.first > s.words.start and scene.is_a(cue.first - 1, "relative"):
        return None, cue.first, cue.last  # الهجوم الذي وصفته بأنه: what the relative hangs on is no speaker
    who = cue.first - 1
    who -= who > s.words.start and scene.is_a(who, "adverb")  # والذي بدوره أشار
    if who >= s.words.start and scene.is_a(who, "relative") and _is_active(s, cue):
        return relatives.antecedent(s, cue, who), cue.first, cue.last
    return None, cue.first, cue.last


def _in_writing(s: Stretch, cue: Cue, follows: Party) -> tuple[Party, int, int] | None:
    """Return what `subject` does for a document that asks (قرار يدعو الوزارة إلى), or in which another accuses."""
    if follows.mention and papers.asks(s, cue, follows):
        return issuers.publisher(s, cue.first - 1) or papers.asking(s, cue), cue.first, cue.last
    told = cue.last < s.words.stop and s.scene.word_is(cue.last, "pronominal")
    if told and papers.accuses_another(s, cue, follows):
        return follows, cue.first, follows.last  # في بيان اتهمت فيه الوزارة الشركة ب
    return None


def _is_active(s: Stretch, cue: Cue) -> bool:
    """Whether a verb behind a relative pronoun is no passive (الذي يعتبر): it has an object, or is never one."""
    scene, at = s.scene, _behind_adverbs(s, cue)
    if not cue.imperfect or (at < s.words.stop and scene.is_a(at, "that")):
        return True
    if at >= s.words.stop or not cue.verb or cue.verb.act in _DOUBTFUL or cue.verb.kind in ("describe", "carry"):
        named = scene.party(at) if at < s.words.stop and cue.verb and "whom" in cue.verb.takes else None
        return named is not None and plain(scene, named, at) and scene.gap(at).isspace()
    return leads.lead(s, at, set(cue.verb.takes)) == "preposition"


def _behind_adverbs(s: Stretch, cue: Cue) -> int:
    """Return the word behind a verb and the adverbs and times that follow it."""
    at = cue.last
    while at < s.words.stop and (at in s.scene.timed or s.scene.is_a(at, "adverb")):
        at += 1
    return at


def _apart(s: Stretch, cue: Cue, ahead: Party, follows: Party) -> bool:
    """Whether who stands before a verb is not its subject: parted from it, or an outlet credited before the text."""
    gap, first = s.scene.gap(cue.first), ahead.first
    if comma(gap) and first > s.words.start and s.scene.words[first - 1].text.removeprefix("و") in _WAS:
        return False  # وكان الوزير سمير حداد، دعا البلدية إلى
    credited = ahead.kind == "outlet" and not cue.prefix and cue.verb is not None and "whom" not in cue.verb.takes
    return comma(gap) or any(c in gap for c in "()-–—") or (credited and follows.first == cue.last)


def _is_post(scene: Scene, party: Party) -> bool:
    """Whether a post or calling needs a noun behind it (وزير صحة الإقليم، خبراء الصحة)."""
    head = scene.knowledge.built(speakers.heads).at(scene.folded, party.first)
    definite = scene.words[party.first].text.startswith("ال")
    return head is not None and head.entry.kind in ("person", "unnamed", "outlet") and not definite


def behind(s: Stretch, cue: Cue, i: int) -> Party | None:
    """Return the subject that follows its verb at word `i`, None where something else does."""
    scene = s.scene
    if i >= s.words.stop:
        return None
    gap = scene.gap(i)
    every = cue.verb is not None and cue.verb.act == "demand" and "whom" in cue.verb.takes
    if cue.many or (every and scene.words[i].text in ("جميع", "كافه")):
        return None  # أخبروا رويترز أن: a plural never stands before its subject; ودعت جميع الدول إلى
    quote = s.quote_before(i)
    named = quote is not None and cue.verb is not None and "quote" not in cue.verb.takes
    if ":" in gap or (quote and not (named and quote.closed) and not s.is_name(quote)):
        return None
    if led := _led_on(s, cue, i):
        return led
    if scene.word_is(i, "document") and (issuer := attributed.issuer(s, i)):
        return issuer._replace(first=i)  # بيان صادر عن الوزارة
    honoured = _honoured(s, i)
    party = honoured or speakers.after(scene, i, s.words.stop)
    if not party or not (honoured or plain(scene, party, i)):
        return None
    if party.mention is None and cue.verb:
        party = endings.before_demand(s, party, cue.verb.takes)
    party = endings.before_another(scene, endings.with_its_name(s, before_marks(s, party)))
    if (
        party.mention is None
        and cue.verb
        and (cue.verb.kind == "describe" or "whom" in cue.verb.takes)
        and ("object" not in cue.verb.takes)
    ):
        party = endings.without_object(scene, party)
    elif party.mention is None and cue.verb and "object" in cue.verb.takes:
        said = (
            k
            for k in range(party.first + 1, party.last)
            if (objects.is_said(s, k) and not (k == party.first + 1 and _is_post(scene, party)))
            or (cue.verb.objects and objects.is_object(s, cue, k))
        )
        last = next(said, party.last)
        party = party._replace(last=last, name=scene.name(party.first, last))
    if cue.verb and (cue.verb.kind == "describe" or not _OBJECTS.isdisjoint(cue.verb.takes)):
        party = endings.without_his(scene, party)
    relative = cue.first > s.words.start and scene.is_a(cue.first - 1, "relative")
    whom = cue.verb is not None and "whom" in cue.verb.takes and cue.form == "finite" and not cue.suffix
    if (whom and (relative or _is_object(s, cue, party))) or _is_hers(s, cue, party):
        return None
    return None if party.mention is None and (comma(gap) or s.is_prefixed(i)) else party


def _led_on(s: Stretch, cue: Cue, i: int) -> Party | None:
    """Return the subject behind "each of" at word `i`, or in brackets (يؤكد كل من حداد ونجار، يؤكد (حداد))."""
    each = s.scene.words[i].text == "كل" and i + 2 < s.words.stop and s.scene.words[i + 1].text == "من"
    if not each:
        return _bracketed(s, i)
    both = behind(s, cue, i + 2)
    return both._replace(first=i) if both else None


def _bracketed(s: Stretch, i: int) -> Party | None:
    """Return the person whose name of a word or two stands in brackets behind a verb (ويؤكد (حداد) أهمية الجسر)."""
    scene = s.scene
    if scene.gap(i).strip() != "(":
        return None
    last = next((k for k in range(i + 1, min(i + 3, s.words.stop)) if scene.gap(k).strip() == ")"), -1)
    texts = [scene.words[k].text for k in range(i, last)]
    small = any(scene.is_a(k, *_SMALL) for k in range(i, last))
    if last < 0 or small or not all(t.isalpha() and t not in scene.forms.verbs for t in texts):
        return None
    party = scene.party(i)
    if party:
        return party if party.last == last else None
    free = not any(k in scene.timed or k in s.cues for k in range(i, last))
    return Party(i, last, scene.name(i, last), "person", None, lead_of(texts[0])) if free else None


def _is_object(s: Stretch, cue: Cue, party: Party) -> bool:
    """Whether the party behind a verb is of another gender than its subject: ودعا الحكومة إلى (he called on it)."""
    head = s.scene.words[party.first].text
    if cue.feminine and party.kind == "unnamed":
        return head == _ONE_MAN or (
            head.startswith("ال") and head.endswith(_MEN)
        )  # أخبرت أحد الحراس، ونصحت السكان بالبقاء
    if cue.feminine or party.kind not in ("state", "organization", "outlet"):
        return False
    return head.endswith("ه") or (
        party.kind == "state" and " " not in party.name and not s.scene.word_is(party.first, "masculine")
    )


def _is_hers(s: Stretch, cue: Cue, party: Party) -> bool:
    """Whether a noun of the feminine stands right behind a masculine verb that may take it (واعتبر الحركة خطرة)."""
    head = s.scene.words[party.first]
    if not cue.verb or "object" not in cue.verb.takes or party.first != cue.last:
        return False
    masculine = not cue.feminine and bool(cue.prefix) and not cue.imperfect
    return masculine and party.kind == "organization" and s.scene.raw[head.end - 1] == "ة"


def _honoured(s: Stretch, i: int) -> Party | None:
    """Return the person named one or two words after word `i`, behind an honorific that is no title (آية الله)."""
    scene = s.scene
    if scene.party(i) or i in scene.members:
        return None
    for k in range(i, min(i + 3, s.words.stop)):
        party = scene.party(k)
        if party:
            return party._replace(first=i) if k > i and party.kind == "person" and plain(scene, party, k) else None
        if scene.is_a(k, "preposition", "that", "relative", "setting") or k in scene.timed or s.is_prefixed(k):
            return None
        if (k > i and scene.gap(k).strip()) or k in s.cues:
            return None
    return None


def apposed(s: Stretch, party: Party, stop: int) -> Party:
    """Return the person whose bare name stands between commas behind a title (الخبير في المركز، سمير حداد، إن)."""
    scene = s.scene
    named = party.mention is not None and party.kind not in ("office", "unnamed")
    if party.kind == "unnamed" and any(scene.words[k].text == "من" for k in range(party.first, stop)):
        return party  # المصدر المقرب من قائد الشرطة، سمير حداد: whom it is near to does not speak
    if named or party.kind not in ("office", "unnamed", "organization", "person"):
        return party
    edges = [k for k in range(party.last, stop + 1) if k == stop or comma(scene.gap(k))]
    if closing := _closing(s, party, edges[0] if edges else stop):
        return closing
    for first, last in pairwise(edges):
        known = next((p for k in range(first, min(first + 3, last)) if (p := scene.party(k))), None)
        ranks = known and all(scene.words[k].text.startswith("ال") for k in range(first, known.first))
        if known and ranks and known.kind == "person" and known.last == last:
            return known._replace(first=party.first, lead=party.lead)
        texts = [scene.words[k].text for k in range(first, last)]
        free = not any(k in scene.timed or k in scene.members for k in range(first, last))
        named = all(t.isalpha() and len(t) > 1 and t not in scene.forms.particles for t in texts)
        given = texts[0] in scene.knowledge.built(speakers.given_names)  # قاسم قصير: the second is a common word too
        named = named and (given or not any("ال" + t in scene.forms.counts for t in texts))
        if 2 <= len(texts) <= 4 and free and named and not scene.raw.startswith("ال", scene.words[first].start):
            return Party(party.first, last, scene.name(first, last), "person", None, party.lead)
    return party


def past_one_of(s: Stretch, party: Party | None, at: int) -> int:
    """Return the word behind which of many a person is, at word `at` (سمير حداد أحد مستشاري الوزير | "الجسر آمن")."""
    if not party or party.kind != "person" or at != party.last or at >= s.words.stop:
        return at
    if s.scene.words[at].text not in _ONE or not s.scene.gap(at).isspace():
        return at
    one = speakers.by_words(s.scene, at, s.words.stop)
    ends = one is not None and (
        one.last in s.scene.timed or s.quote_before(one.last) or s.scene.gap(one.last).strip()
    )
    return one.last if one and ends else at


def _closing(s: Stretch, party: Party, stop: int) -> Party | None:
    """Return the person whose name closes a calling at word `stop` (المسؤول عن الملف في الحزب سمير حداد).

    The word before the name has the article or is a name itself, so that the person is nobody's own (مكتب سمير حداد).
    """
    scene = s.scene
    named = scene.members.get(stop - 1)
    if not named or named.kind != "person" or named.last != stop or named.first <= party.last:
        return None
    called = party.kind in ("office", "unnamed") or (party.kind == "person" and not party.mention)
    if party.lead in _SOURCES or not called or not plain(scene, named, named.first):
        return None
    between = range(party.last, named.first)
    if any(k in s.cues or comma(scene.gap(k)) or scene.is_a(k, "that", "relative") for k in between):
        return None
    if any((other := scene.party(k)) and other.kind in ("office", "person", "unnamed") for k in between):
        return None
    before = named.first - 1
    owner = scene.members.get(before)
    closed = owner is not None and owner.last == named.first and owner.kind != "person"
    if not closed and not scene.words[before].text.startswith(("ال", "وال", "لل")):
        return None
    return named._replace(first=party.first, lead=party.lead)


def unlisted_ahead(s: Stretch, cue: Cue) -> bool:
    """Whether a noun that nothing knows stands between أن and the verb: it is the subject, and none follows."""
    scene, k = s.scene, cue.first - 1
    if k <= s.words.start or cue.prefix or scene.words[k - 1].text not in ("ان", "بان", "فان") or k in scene.members:
        return False
    bare = scene.words[k].text not in scene.forms.particles and k not in scene.timed
    return (
        bare and scene.gap(k).isspace() and scene.gap(k + 1).isspace() and not speakers.by_words(scene, k, cue.first)
    )


def noun_ahead(s: Stretch, cue: Cue, lead: str) -> Party | None:
    """Return the noun between أن and a verb as its subject (أن المنتدى يطالب), None where it may be evidence.

    Things show and confirm too (أن الأدلة تشير إلى): they do not speak, but in verbs of telling and asking.
    """
    verb, k = cue.verb, cue.first - 1
    deed = verb is not None and verb.kind == "deed"
    if (
        not verb
        or verb.kind == "show"
        or (lead == "quote" if deed else lead not in _TELLING)
        or not unlisted_ahead(s, cue)
    ):
        return None
    party = speakers.guess(s.scene, k, cue.first)
    named = party is not None and party.kind == "person" and lead in _TELLING  # أن آمال تؤكد أن
    return party if named or verb.lemma not in SHOWING else None


def pronominal(s: Stretch, cue: Cue) -> bool:
    """Whether the verb's subject is the pronoun on the that before it (إنه أبلغ)."""
    k = cue.first - 1
    k -= k > s.words.start and s.scene.word_is(k, "negative")
    return k >= s.words.start and s.scene.word_is(k, "that") and preceding.bound(s.scene, k + 1)


def described(s: Stretch, i: int) -> Party | None:
    """Return the person between commas behind words that no list knows (عن الباحثة في المعهد، ليلى حداد، قولها)."""
    scene = s.scene
    kinds = ("said", "announced", "that")
    stop = next((k for k in range(i + 1, min(i + REACH, s.words.stop)) if scene.word_is(k, *kinds)), -1)
    if stop < 0:
        return None
    if not any(scene.gap(k).strip(' "') for k in range(i + 1, stop + 1)):
        known = speakers.guess(scene, i, stop)  # عن سمر المقيمة في المدينة قولها، عن القوة الجوية إعلانها
        body = known and known.kind == "organization" and known.last == stop and scene.word_is(stop, "announced")
        return known if known and (body or known.kind == "person") and known.last > i + 1 else None
    described = Party(i, i + 1, scene.name(i, i + 1), "unnamed", None, lead_of(scene.words[i].text))
    found = apposed(s, described, stop)
    return found if found.kind == "person" else None
