"""Who stands before a verb of saying: its subject with titles, asides and relative clauses (الوزير ... قال)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech.asides import begins, behind_asides, described, hiding, parted
from takhrij.analyse.speech.cues import Cue, back_again
from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.analyse.speech.speakers import LONGEST, after, by_words, guess, hole, serves
from takhrij.analyse.speech.stretches import plain
from takhrij.text import fold_words

_RELATIVE: Final = 5
"""Words of a relative clause that ends with a party, right before the verb."""
_AND_HE: Final = ("وهو", "وهي")
_WAS: Final = ("كان", "كانت")
_STILL: Final = ("زال", "زالت", "زالوا", "يزال", "تزال", "يزالون")
"""Verbs that with the negative before them only say that something goes on (ما زالت تقول)."""
_ANEW: Final = ("فقد", "وقد", "كما", "فيما", "بينما")
"""Words that begin a clause, so that its subject stands behind the verb."""
_OPENING: Final = 14
"""Words from the beginning of a clause to its verb."""
_SHORT: Final = 3
"""Letters of a word that only looks like a verb (يد)."""
_MARKED: Final = 4
"""Words of a person's name in marks, and one more."""
_HAILING: Final = ("من", "في", "مدير", "رئيس", "عضو", "المتحدث", "الناطق")
"""Words behind a name that tell where one is from or what one is."""
_WHO: Final = {"الذي": (False, False), "التي": (True, False), "الذين": (False, True)}
"""Relative pronouns, and whether the verbs of whom they hang on are feminine and plural."""
_CLAUSE: Final = 30
"""Words of a relative clause between commas."""
_FROM: Final = 8
"""Words from where somebody is from to the verb."""
_BLESSINGS: Final = tuple(
    tuple(fold_words(blessing))
    for blessing in ("صلى الله عليه وسلم", "رضي الله عنه", "رضي الله عنها", "عليه السلام", "رحمه الله", "حفظه الله")
)
"""What is said of the dead, the prophets and kings behind their names."""
_COLON: Final = 5
"""Words from a verb to the colon before what it says (يقول ردا على السؤال: ...)."""


def before(scene: Scene, cue: Cue, start: int) -> Party | None:
    """Return the subject that stands before a verb (الوزير قال), None if the verb has none there.

    It must begin its clause: at the sentence's start, or after a comma, a connective or أن.
    """
    i = cue.first - 1
    while i >= start and (i in scene.timed or scene.is_a(i, "adverb")):
        i -= 1
    i = _unblessed(scene, i, start)
    if i > start and scene.words[i].text in _STILL:
        return before(scene, cue._replace(first=i - 1), start)
    if i < start or hole(scene.gap(i + 1)) or ":" in scene.gap(i + 1) or scene.word_is(cue.first - 1, "when"):
        return None
    if once := _once(scene, cue, start) or _in_marks(scene, cue, start) or _from(scene, cue, start):
        return once
    if told := _told_of(scene, cue, start):
        return told
    if scene.words[i].text in _AND_HE and i > start and (busy := scene.members.get(i - 1)) and busy.last == i:
        return busy if busy.kind == "person" and cue.imperfect else None  # سمعنا سمير حداد وهو يقول
    if any(scene.words[k].text in _ANEW for k in range(i + 1, cue.first)):
        cue = cue._replace(prefix="ف")  # فقد أعلن الحزب: a clause of its own
    party = scene.members.get(i)
    apart = any(scene.marked(k, "،,") for k in range(i + 1, cue.first + 1))
    if not party and apart:
        party = described(scene, i, start) or parted(scene, i, start)
    if cue.prefix == "ل":
        k = back_again(scene.folded, cue.first, start)
        return after(scene, k + 1, cue.first) if k >= 0 else None
    if cue.prefix:
        whereas = cue.prefix == "ف" and party and party.first > start and scene.words[party.first - 1].text == "اما"
        return party if whereas else None
    found = _unparted(scene, cue, party, i, start) or hiding(scene, i, start)
    if not found and apart and i in scene.members:
        found = described(scene, i, start) or parted(scene, i, start)
    return found or (behind_asides(scene, i, start) if apart else None)


def _unblessed(scene: Scene, i: int, start: int) -> int:
    """Return the word before a blessing of the one named that ends with word `i` (النبي، صلى الله عليه وسلم)."""
    texts = scene.folded.texts
    sizes = (len(b) for b in _BLESSINGS if i - len(b) >= start and tuple(texts[i + 1 - len(b) : i + 1]) == b)
    return i - next(sizes, 0)


def _told_of(scene: Scene, cue: Cue, start: int) -> Party | None:
    """Return who begins the sentence, before a relative clause between commas (حداد، التي تحدثت مع نجار، قالت)."""
    leads = scene.is_a(start, "connective", "adverb") or _was(scene, start)
    party = scene.party(start + leads)
    if cue.prefix or not party or not 0 < cue.first - party.last <= _CLAUSE or not plain(scene, party, party.first):
        return None
    agrees = _WHO.get(scene.words[party.last].text)
    between = scene.marked(party.last, "،,") and scene.marked(cue.first, "،,")
    fits = agrees == (cue.feminine, cue.many)
    return party if between and fits and party.last < cue.first else None


def _in_marks(scene: Scene, cue: Cue, start: int) -> Party | None:
    """Return whose name stands in marks first of all, before where he is from ("سمير حداد" من أهالي المدينة قال)."""
    at = scene.words[start].start
    if cue.prefix or scene.raw[max(0, at - 2) : at].strip() not in tuple('"“«') or start + 2 >= cue.first:
        return None
    last = next((k for k in range(start + 1, min(start + _MARKED, cue.first)) if scene.gap(k).strip()), -1)
    if last < 0 or scene.gap(last).strip() not in tuple('"”»') or scene.words[last].text != "من":
        return None
    bare = not any(scene.gap(k).strip() for k in range(last + 1, cue.first + 1)) and cue.first - last <= _FROM
    return Party(start, last, scene.name(start, last), "person", None, scene.words[start].text) if bare else None


def _from(scene: Scene, cue: Cue, start: int) -> Party | None:
    """Return the name that no list knows that a sentence begins with, before where he is from (لارش هولم من هنا قال).

    أن follows the verb at once, so that no adjunct of the verb's own is taken for one of his.
    """
    if cue.prefix or not start + 3 < cue.first <= start + _FROM + 3 or not scene.word_is(cue.last, "that"):
        return None
    last = next((k for k in range(start + 2, start + 4) if scene.words[k].text in _HAILING), start)
    between = range(last, cue.first)
    if any(scene.gap(k).strip() for k in range(start + 1, cue.first + 1)) or last == start:
        return None
    if any(_is_verb(scene, k) or scene.word_is(k, "that", "relative", "connective") for k in between):
        return None
    if any(scene.words[k].text in scene.forms.verbs for k in between if k not in scene.members):
        return None
    return _of_strange_words(scene, start, last)


def _of_strange_words(scene: Scene, first: int, last: int) -> Party | None:
    """Return the person whose name words `first` to `last` are, none of them a common noun or a particle."""
    texts = [scene.words[k].text for k in range(first, last)]
    known = any(t.startswith("ال") or "ال" + t in scene.forms.counts or t in scene.forms.particles for t in texts)
    if len(texts) < 2 or known or not all(t.isalpha() for t in texts):
        return None
    return Party(first, last, scene.name(first, last), "person", None, lead_of(texts[0]))


def _unparted(scene: Scene, cue: Cue, party: Party | None, i: int, start: int) -> Party | None:
    """Return the subject that ends with word `i`, which is of `party` if it is of any."""
    if party and (party.last == i + 1 or i not in scene.members):
        found = _related(scene, party.first, start) or _titled(scene, _first_of(scene, party, start), start)
        if not found and party.kind == "unnamed" and party.last == cue.first and plain(scene, party, party.first):
            verb = scene.forms.finite.get(scene.words[party.first - 1].text.removeprefix("و"))
            told = party.first > start and verb is not None and verb.kind != "within"  # وردت تقارير تفيد
            return None if told or scene.gap(cue.first).strip() else party  # وسط تقارير تفيد، قال قيادي يدعي
        return (
            found
            or _adjoining(scene, party, cue, start)
            or _opening(scene, cue, start)
            or _at_hand(scene, party, cue, start)
        )
    if party := _opening(scene, cue, start):
        return party
    if scene.gap(cue.first).strip():
        return None
    if party := _unknown(scene, i, start, _directly(scene, cue)):
        return party
    loose = bool(cue.verb and cue.verb.kind == "contain")
    for first in range(i, max(start, i - LONGEST) - 1, -1):
        party = by_words(scene, first, cue.first)
        if party and party.last == i + 1:
            some = not scene.words[first].text.startswith("ال") or not scene.is_a(first - 1, "preposition")
            document = party.kind == "unnamed" and not scene.prefixed(first) and some  # وسط تقارير تفيد
            return party if loose or document or begins(scene, first, start) else None
        if scene.gap(first).strip() or scene.is_a(first, "that", "connective", "relative"):
            return None
    return None


def _adjoining(scene: Scene, party: Party, cue: Cue, start: int) -> Party | None:
    """Return the person right before a verb whose title no list knows (المفكر البارز سمير حداد قال)."""
    titled = party.mention is not None and scene.words[party.first].start < party.mention.span.start
    apart = scene.gap(cue.first).strip() and not (titled and scene.gap(cue.first).strip() in ("،", ","))
    if (
        party.kind != "person"
        or apart
        or not plain(scene, party, party.first)
        or (cue.imperfect and cue.verb is not None and cue.verb.kind not in ("say", "more"))
    ):
        return None
    k = party.first - 1
    bound = k < start or scene.word_is(k, "preposition", "relative") or scene.words[k].text in scene.forms.finite
    return None if bound else party


def _at_hand(scene: Scene, party: Party, cue: Cue, start: int) -> Party | None:
    """Return the party right before a verb that أن follows, whatever its sentence began with (... الجيش يؤكد أن).

    What it hangs on must not be a noun: that may be the subject itself.
    """
    party = _backed(scene, party) or party
    at = cue.last
    while at < len(scene.words) and (at in scene.timed or scene.is_a(at, "adverb")):
        at += 1
    many = scene.words[cue.first].text.endswith("وا") and party.kind != "unnamed"
    if (
        cue.prefix
        or many
        or not scene.is_a(at, "that")
        or party.kind == "place"
        or not plain(scene, party, party.first)
    ):
        return None
    k = party.first - 1
    if k < start or scene.word_is(k, "preposition", "relative") or scene.words[k].text in scene.forms.finite:
        return None
    word, gap = scene.words[k].text, scene.gap(party.first)
    loose = word.startswith("ال") or word[-1] == "ا" or word.isdigit() or k in scene.members or scene.is_a(k, "that")
    feminine = scene.raw[scene.words[k].end - 1] == "ة" and not cue.feminine
    return party if loose or feminine or gap.strip() else None


def _backed(scene: Scene, party: Party) -> Party | None:
    """Return whom an epithet with `party` in it belongs to (القوات المدعومة من روسيا، المنظمة التابعة للجيش)."""
    k = party.first - 1
    k -= scene.words[k].text == "من"
    head = scene.members.get(k - 1)
    bound = scene.words[k].text.startswith("الم") or scene.words[k].text.startswith("التابع")
    return head if head and head.last == k and bound and scene.gap(k).isspace() else None


def _related(scene: Scene, i: int, start: int) -> Party | None:
    """Return the party whose relative clause ends with the party at word `i` (التحالف الذي تقوده بلاده قال)."""
    if begins(scene, i, start):
        return None
    for k in range(i, max(start, i - _RELATIVE), -1):
        if scene.gap(k).strip() or scene.is_a(k, "that", "connective"):
            return None
        if scene.is_a(k, "relative"):
            wide = k - 1 not in scene.members and scene.words[k - 1].text.startswith("ال")
            last = k - wide  # قوات التحالف الدولي الذي
            party = scene.members.get(last - 1)
            return party if party and party.last == last and begins(scene, party.first, start) else None
    return None


def _opening(scene: Scene, cue: Cue, start: int) -> Party | None:
    """Return the party with which the clause of a verb begins, behind أن or first of all, with its adjuncts between.

    Nothing but what belongs to the party may stand between them (مصادر إعلامية في المنطقة أوضحت).
    """
    for k in range(cue.first - 1, max(start, cue.first - _OPENING) - 1, -1):
        marked = scene.marked(k + 1, '"”»')  # "سمير سيجري": a name
        if hole(scene.gap(k + 1)) or (_is_verb(scene, k) and not marked) or scene.is_a(k, "relative", "so"):
            return None
        that = scene.is_a(k, "since") or (scene.is_a(k, "that") and not bound(scene, k + 1))
        leads = that or scene.is_a(k, "connective") or (k == start and scene.is_a(k, "adverb")) or _was(scene, k)
        first = k + 1 if leads else k
        if not leads and k > start and not scene.marked(k, "،,:؛"):
            continue
        if not leads and scene.is_a(first, "preposition") and scene.marked(cue.first, "،,"):
            continue  # سمير حداد، من أهل القرية، قال
        some = scene.word_is(first, "demonstrative") and first + 1 < cue.first
        party = scene.party(first) or (after(scene, first, cue.first) if some else by_words(scene, first, cue.first))
        party = party or (_name_before_comma(scene, first, cue.first) if that else None)
        if not party or party.last > cue.first or party.kind == "place" or not plain(scene, party, party.first):
            return None
        return party
    return None


def _name_before_comma(scene: Scene, first: int, stop: int) -> Party | None:
    """Return the name of two or three words that no list knows from word `first` up to a comma (أن سعدي حداد، من)."""
    last = next((k for k in range(first + 1, min(first + 4, stop)) if scene.marked(k, "،,")), first)
    return _of_strange_words(scene, first, last)


def _once(scene: Scene, cue: Cue, start: int) -> Party | None:
    """Return who did something before (سبق للوزير سمير حداد أن أعلن)."""
    if scene.words[cue.first - 1].text != "ان":
        return None
    back = range(cue.first - 2, max(start, cue.first - _OPENING) - 1, -1)
    k = next((k for k in back if scene.words[k].text.removeprefix("و") == "سبق"), -1)
    return scene.party(k + 1) or by_words(scene, k + 1, cue.first - 1) if k >= 0 else None


def _was(scene: Scene, i: int) -> bool:
    return scene.words[i].text.removeprefix("و") in _WAS


def _is_verb(scene: Scene, i: int) -> bool:
    """Whether word `i` is a verb of saying, or looks like a verb of the present or future."""
    word = scene.words[i].text
    if word in scene.forms.finite:
        return True
    present = word.startswith(("ي", "سي", "ست")) and i not in scene.members and i not in scene.timed
    return present and "ال" + word not in scene.forms.counts and len(word) > _SHORT


def _directly(scene: Scene, cue: Cue) -> bool:
    """Whether a verb of saying has its words at once behind a colon (حداد يقول: ...)."""
    if cue.verb is None or cue.verb.kind not in ("say", "shout"):
        return False
    gaps = (scene.gap(k) for k in range(cue.last, min(cue.last + _COLON, len(scene.words))))
    return ":" in next((gap for gap in gaps if gap.strip()), "")


def _unknown(scene: Scene, i: int, start: int, direct: bool) -> Party | None:
    """Return a name of at most three words that no list knows, from its clause's beginning up to word `i`.

    `direct`: only one who speaks can stand there, be it a common noun, or behind "and".
    """
    for first in range(i, max(start, i - 3) - 1, -1):
        if first in scene.members or (scene.gap(first).strip() and first < i and not begins(scene, first, start)):
            return None
        if scene.words[first].text.isdigit() or (
            first > start and scene.word_is(first - 1, "that") and bound(scene, first)
        ):
            return None
        joined = scene.words[first].text[0] == "و"
        if begins(scene, first, start) and (direct or not joined):
            if "ال" + scene.words[first].text.removesuffix("ا") in scene.forms.counts and first < i:
                return None  # أن توافقا متينا أعلن
            party = guess(scene, first, i + 1)
            was = first > start and scene.words[first - 1].text.removeprefix("و") in _WAS  # وكان المعهد أعلن
            many = party is not None and _are_many(scene, party, scene.words[i + 1].text)
            speaks = party is not None and (party.kind == "person" or was or many or direct)
            if not party or not speaks or party.last != i + 1:
                return None
            return party._replace(name=party.name[1:]) if joined and len(party.name.split()[0]) > _SHORT else party
    return None


def _are_many(scene: Scene, party: Party, verb: str) -> bool:
    """Whether a verb in the plural shows that a noun is of people (شهود أكدوا، لكن الأتراك يقولون)."""
    people = party.last == party.first + 1 and scene.words[party.first].text.startswith("ال") and verb.endswith("ون")
    return people or (party.kind == "unnamed" and verb.endswith("وا"))


def _first_of(scene: Scene, party: Party, start: int) -> Party:
    """Return the first of the parties that "and" joins to `party` (العراق وسوريا أعلنا)."""
    while party.first > start and scene.words[party.first].text[0] == "و" and scene.gap(party.first).isspace():
        earlier = scene.members.get(party.first - 1)
        if not earlier or earlier.last != party.first or earlier.kind == "place" or not party.mention:
            break
        if party.mention.span.start == scene.words[party.first].start:
            break  # the letter is the name's own
        party = earlier
    return party


def bound(scene: Scene, first: int) -> bool:
    """Whether the that before word `first` bears a pronoun, so that a verb follows and no subject (بأنه استقبل)."""
    return scene.words[first - 1].text not in ("ان", "بان", "فان")


def _titled(scene: Scene, party: Party, start: int) -> Party | None:
    """Return the subject that ends with `party`, back to where its clause begins; None if that is nowhere near."""
    if begins(scene, party.first, start):
        return party
    if party.kind == "office" and plain(scene, party, party.first) and scene.gap(party.first).isspace():
        named = scene.members.get(party.first - 1)  # الجنرال سمير حداد رئيس الأركان قال
        owner = named is not None and named.kind == "person" and named.last == party.first
        return _titled(scene, named, start) if named and owner else None
    if party.kind not in ("person", "outlet", "organization"):
        return None
    for k in range(party.first - 1, max(start, party.first - LONGEST) - 1, -1):
        title = scene.party(k) or by_words(scene, k, party.first)
        if title and title.kind == "unnamed" and not plain(scene, party, party.first) and begins(scene, k, start):
            return title  # تقرير للأمم المتحدة كشف
        if title and serves(title, party) and begins(scene, k, start):
            return title  # متحدث باسم الرئيس سمير حداد قال
        if (
            title
            and title.kind in ("office", "organization", "unnamed", "person", "outlet")
            and begins(scene, k, start)
        ):
            return party._replace(first=k, lead=title.lead) if party.kind in ("person", title.kind) else None
        if scene.words[k].text in scene.forms.finite or scene.is_a(k, "that", "relative", "connective"):
            return None
    return None
