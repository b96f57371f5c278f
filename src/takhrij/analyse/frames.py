"""Reads one cue with what stands around it: who speaks, through whom, and where the content begins."""

from __future__ import annotations

from itertools import pairwise
from typing import Final, NamedTuple

from takhrij.analyse import complements, speakers
from takhrij.analyse.clauses import Quotation
from takhrij.analyse.complements import Complement, Lead
from takhrij.analyse.cues import Cue
from takhrij.analyse.scenes import Party, lead_of
from takhrij.analyse.stretches import Stretch, bare_noun, before_time, comma, in_source, noun_too, plain
from takhrij.records import Via

_TAIL: Final = 6
"""Words that may still belong to a source's name before the comma after it."""
_REACH: Final = 20
"""Words from عن to his saying (قوله); longer descriptions of a source are not found in news."""
_NEAR: Final = 9
"""Words between a participle and its content: adjuncts such as في الوقت نفسه."""


class Frame(NamedTuple):
    """A cue and its complement.

    `start` is where the content begins (-1: none found), `lead` what it begins with, `quote` the quotation that it
    is. `carriers` stand between the narrator and `party`, nearest the reader first. `clause` is where the clause of
    the cue begins, `first` its first word. `inner`: the cue stands in a clause within another, such as a relative.
    `trailing`: it closes what stands before it. `hole`: the page lost the speaker's name.
    """

    cue: Cue
    party: Party | None
    start: int
    lead: Lead = ""
    word: int = -1
    quote: Quotation | None = None
    carriers: tuple[tuple[Party, Via], ...] = ()
    clause: int = -1
    first: int = -1
    inner: bool = False
    trailing: bool = False
    hole: bool = False


def read(s: Stretch, cue: Cue) -> Frame | None:
    """Return the frame of `cue`, None where it is no speech at all."""
    if s.within_quote(cue.first) and not (cue.form == "participle" and s.scene.gap(cue.first).strip()):
        return None
    if cue.first in s.taken or in_source(s, cue):
        return None
    if cue.form == "attribution":
        return _attribution(s, cue)
    if cue.form == "noun":
        return _noun(s, cue)
    return _participle(s, cue) if cue.form == "participle" else _finite(s, cue)


def _finite(s: Stretch, cue: Cue) -> Frame | None:
    scene = s.scene
    i = _skip_adverbs(s, cue.last)
    dropped = i < s.words.stop and (speakers.hole(scene.gap(i)) or _unlisted_ahead(s, cue))
    party, first, at = _subject(s, cue, i, dropped)
    inner = _inner(s, first, cue) and not _opens(s, cue, party)
    if inner and first == cue.first and noun_too(s, cue) and not scene.is_a(first - 1, "relative"):
        return Frame(cue, None, -1, first=first, inner=True)
    frame = Frame(cue, party, -1, first=first, hole=dropped, clause=_clause(s, first), inner=inner)
    if cue.verb and cue.verb.kind == "carry":
        frame, at = _carried(s, frame, at)
    met: list[tuple[Party, Via]] = []
    if cue.verb and cue.verb.kind == "carry" and not frame.carriers and not _carries(frame.party):
        return frame
    found = complements.find(s, cue, at, party is not None, met)
    if not found:
        return None if scene.word_is(cue.first, "preposition") else _as_it_said(s, frame, i)
    if not party and not dropped and not _pronominal(s, cue) and found.word > i and found.lead != "object":
        frame = frame._replace(party=frame.party or _unknown(s, cue, i, found))
        frame = frame._replace(hole=not frame.party and _occupied(s, i))
    elif frame.party and at == frame.party.last:
        frame = frame._replace(party=_apposed(s, frame.party, found.word))
    return _with_carriers(_begun(s, frame, found), met)


def _pronominal(s: Stretch, cue: Cue) -> bool:
    """Whether the verb's subject is the pronoun on the that before it (إنه أبلغ)."""
    k = cue.first - 1
    return k >= s.words.start and s.scene.word_is(k, "that") and speakers.bound(s.scene, cue.first)


def _noun(s: Stretch, cue: Cue) -> Frame | None:
    """Read إعلان X أن: the subject must follow at once, and a clause or preposition it."""
    party = _behind(s, cue, cue.last)
    if not party or party.kind == "place" or party.first != cue.last or not cue.verb:
        return None
    found = next((k for k in range(party.last, min(party.last + 6, s.words.stop)) if _says(s, cue, k)), 0)
    if not found or any(comma(s.scene.gap(k)) for k in range(cue.last, found + 1)):
        return None
    frame = Frame(cue, party, -1, first=cue.first, clause=_clause(s, cue.first), inner=True)
    return _begun(s, frame, Complement(found, "that"))


def _says(s: Stretch, cue: Cue, i: int) -> bool:
    verb = cue.verb
    return bool(verb and complements.lead(s, i, {"that"} | ({"إلى"} & set(verb.takes))))


def _subject(s: Stretch, cue: Cue, i: int, dropped: bool) -> tuple[Party | None, int, int]:
    """Return who speaks, the first word of the clause, and the word from which to look for the content."""
    scene = s.scene
    if dropped:
        return None, cue.first, cue.last
    if _pronominal(s, cue):
        return None, cue.first, cue.last  # إنه أبلغ نظيره: the pronoun is the subject, and who follows is spoken to
    behind = _behind(s, cue, i)
    ahead = speakers.before(scene, cue, s.words.start)
    if ahead and not (behind and comma(scene.gap(cue.first))):
        return ahead, ahead.first, cue.last
    if behind:
        return behind, cue.first, behind.last
    if cue.suffix and cue.first > s.words.start and scene.is_a(cue.first - 1, "relative"):
        return None, cue.first, cue.last  # الهجوم الذي وصفته بأنه: what the relative hangs on is no speaker
    active = not cue.imperfect or (cue.last < s.words.stop and scene.is_a(cue.last, "that"))  # الذي يعتبر is passive
    if cue.first > s.words.start and scene.is_a(cue.first - 1, "relative") and active:
        return _antecedent(s, cue.first - 1), cue.first, cue.last
    return None, cue.first, cue.last


def _unlisted_ahead(s: Stretch, cue: Cue) -> bool:
    """Whether a noun that nothing knows stands between أن and the verb: it is the subject, and none follows."""
    scene, k = s.scene, cue.first - 1
    if k <= s.words.start or cue.prefix or scene.words[k - 1].text not in ("ان", "بان", "فان") or k in scene.members:
        return False
    bare = scene.words[k].text not in scene.forms.particles and k not in scene.timed
    return (
        bare and scene.gap(k).isspace() and scene.gap(k + 1).isspace() and not speakers.by_words(scene, k, cue.first)
    )


def _behind(s: Stretch, cue: Cue, i: int) -> Party | None:
    """Return the subject that follows its verb at word `i`, None where something else does."""
    scene = s.scene
    if i >= s.words.stop:
        return None
    gap = scene.gap(i)
    quote = s.quote_before(i)
    if ":" in gap or (quote and not s.is_name(quote)):
        return None
    honoured = _honoured(s, i)
    party = honoured or speakers.after(scene, i, s.words.stop)
    if not party or not (honoured or plain(scene, party, i)):
        return None
    if cue.verb and "whom" in cue.verb.takes and _is_object(s, cue, party):
        return None
    return None if party.mention is None and (comma(gap) or s.is_prefixed(i)) else party


def _is_object(s: Stretch, cue: Cue, party: Party) -> bool:
    """Whether the party behind a verb is of another gender than its subject: ودعا الحكومة إلى (he called on it)."""
    if cue.feminine or party.kind not in ("state", "organization", "outlet"):
        return False
    head = s.scene.words[party.first].text
    return head.endswith("ه") or (
        party.kind == "state" and " " not in party.name and not s.scene.word_is(party.first, "masculine")
    )


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


def _unknown(s: Stretch, cue: Cue, i: int, found: Complement) -> Party | None:
    """Return a subject at word `i` that no list and no head noun knows, if it is parted from what is said."""
    scene, stop = s.scene, found.word
    quote = s.quote_before(i)
    if not cue.verb or cue.verb.kind == "carry" or noun_too(s, cue) or comma(scene.gap(i)) or ":" in scene.gap(i):
        return None
    if cue.verb.kind == "deed":
        plural = scene.words[i].text.endswith("ون")
        if "whom" in cue.verb.takes or plural:
            return speakers.guess(scene, i, i + 1) if plural else None
        party = speakers.guess(scene, i, stop)
        return party if party and party.last == stop else None
    if (quote and not s.is_name(quote)) or s.is_prefixed(i) or s.is_joined(i):
        return None
    accusative = scene.words[i].text[-1] == "ا"
    if (cue.imperfect and accusative) or (
        "object" in cue.verb.takes and (cue.imperfect or accusative or s.is_joined(i))
    ):
        return None
    party = speakers.guess(scene, i, stop)
    if not party:
        return None
    last = next((k for k in range(i + 1, party.last) if s.is_prefixed(k)), party.last)
    vague = last != stop and (cue.imperfect or party.kind != "person")
    if (cue.imperfect or "object" in cue.verb.takes) and (vague or found.lead == "preposition"):
        return None
    return party._replace(last=last, name=scene.name(i, last))


def _occupied(s: Stretch, i: int) -> bool:
    """Whether a noun at word `i` takes the subject's place, so that the verb goes on for nobody."""
    scene = s.scene
    if (
        comma(scene.gap(i))
        or s.is_prefixed(i)
        or speakers.addressed(scene, i)
        or i in scene.timed
        or scene.forms.adjuncts.at(scene.folded, i)
    ):
        return False
    return not scene.word_is(i, "preposition", "adverb", "setting", "that", "relative", "connective", "self")


def _apposed(s: Stretch, party: Party, stop: int) -> Party:
    """Return the person whose bare name stands between commas behind a title (الخبير في المركز، سمير حداد، إن)."""
    scene = s.scene
    if party.kind not in ("office", "unnamed", "organization") or (party.kind == "organization" and party.mention):
        return party
    edges = [k for k in range(party.last, stop + 1) if k == stop or comma(scene.gap(k))]
    for first, last in pairwise(edges):
        known = scene.party(first)
        if known and known.kind == "person" and known.last == last:
            return known._replace(first=party.first, lead=party.lead)
        texts = [scene.words[k].text for k in range(first, last)]
        free = not any(k in scene.timed or k in scene.members for k in range(first, last))
        named = all(
            t.isalpha() and t not in scene.forms.particles and "ال" + t not in scene.forms.counts for t in texts
        )
        if 2 <= len(texts) <= 4 and free and named and not scene.raw.startswith("ال", scene.words[first].start):
            return Party(party.first, last, scene.name(first, last), "person", None, party.lead)
    return party


def _as_it_said(s: Stretch, frame: Frame, i: int) -> Frame:
    """Read كما قال X behind a content as an attribution of it."""
    scene, cue = s.scene, frame.cue
    if i >= s.words.stop or cue.first <= s.words.start + 3 or scene.words[cue.first - 1].text != "كما":
        return frame
    party = frame.party or speakers.guess(scene, i, s.words.stop)
    return frame._replace(party=party, trailing=party is not None, first=cue.first - 1)


def _carried(s: Stretch, frame: Frame, at: int) -> tuple[Frame, int]:
    """Read نقلت X عن Y: Y speaks, X carries."""
    scene = s.scene
    for i in range(at, min(at + 12, s.words.stop)):
        if scene.words[i].text == "عن" and i not in scene.members and i + 1 < s.words.stop:
            source = speakers.after(scene, i + 1, s.words.stop)
            carriers: tuple[tuple[Party, Via], ...] = ((frame.party, "carried"),) if frame.party else ()
            if source := source or _apposed_name(s, i + 1):
                return frame._replace(party=source, carriers=carriers), source.last
            if any(s.scene.word_is(k, "said") for k in range(i + 1, min(i + _REACH, s.words.stop))):
                return frame._replace(party=None, hole=True, carriers=carriers), i + 1
    return frame, at


def _apposed_name(s: Stretch, i: int) -> Party | None:
    """Return the person between commas behind words that no list knows (عن الباحثة في المعهد، ليلى حداد، قولها)."""
    scene = s.scene
    stop = next((k for k in range(i + 1, min(i + _REACH, s.words.stop)) if scene.word_is(k, "said", "that")), -1)
    if stop < 0:
        return None
    described = Party(i, i + 1, scene.name(i, i + 1), "unnamed", None, lead_of(scene.words[i].text))
    found = _apposed(s, described, stop)
    return found if found.kind == "person" else None


def _carries(party: Party | None) -> bool:
    """Whether a verb that also means to move things (نقل) has a subject that carries news."""
    return party is None or party.kind in ("outlet", "unnamed", "organization")


def _with_carriers(frame: Frame, met: list[tuple[Party, Via]]) -> Frame:
    """Put parties met between verb and content where they belong: who is quoted comes last, who is cited first."""
    for party, via in met:
        if via == "told":
            carriers: tuple[tuple[Party, Via], ...] = ((frame.party, "carried"),) if frame.party else ()
            frame = frame._replace(carriers=(*frame.carriers, *carriers), party=party)
        else:
            frame = frame._replace(carriers=((party, via), *frame.carriers))
    return frame


def _begun(s: Stretch, frame: Frame, found: Complement) -> Frame:
    """Return `frame` with its content."""
    quoted = found.lead == "quote" and found.quote
    start = found.quote.inner[0] if quoted and found.quote else s.scene.words[found.word].start
    if not quoted and (opened := s.quote_before(found.word)):
        start = opened.start
    return frame._replace(start=start, lead=found.lead, word=found.word, quote=found.quote)


def _participle(s: Stretch, cue: Cue) -> Frame | None:
    scene, verb = s.scene, cue.verb
    if not verb or cue.last >= s.words.stop:
        return None
    frame = Frame(cue, None, -1, first=cue.first, clause=_clause(s, cue.first))
    takes = {*verb.takes, "that"}
    quote = s.quote_before(cue.last)
    if quote and "quote" in takes and not (verb.kind == "deed" and s.is_name(quote)):
        return _begun(s, frame, Complement(cue.last, "quote", quote))
    if "object" in takes and complements.is_object(s, cue, cue.last) and bare_noun(s, cue.last):
        return _begun(s, frame, Complement(cue.last, "object"))
    for i in range(cue.last, min(cue.last + _NEAR, s.words.stop)):
        if i > cue.last and comma(scene.gap(i)):
            break
        if ":" in scene.gap(i):
            quote = s.quote_before(i)
            return _begun(s, frame, Complement(i, "quote" if quote else "colon", quote))
        if lead := complements.lead(s, i, takes):
            whole = verb.kind == "deed" and scene.party(cue.last)  # داعيا الوزير إلى زيارة: the invited belongs to it
            return _begun(s, frame, Complement(cue.last if whole else i, lead))
        if i in s.cues:
            break
    return frame


def _attribution(s: Stretch, cue: Cue) -> Frame | None:
    """Read بحسب X: before the content at the start of a sentence, behind it elsewhere."""
    scene = s.scene
    party = complements.source(s, cue)
    if not party or not cue.words:
        return None
    frame = Frame(cue, party, -1, lead="clause", first=cue.first, clause=_clause(s, cue.first))
    if cue.words.form == "clause":
        verb = s.cues.get(cue.last)
        s.taken.add(cue.last)
        if verb and verb.verb and verb.verb.kind == "carry":
            frame = _carried(s, frame, party.last)[0]
    opening = all(i in scene.timed or scene.is_a(i, "adverb", "connective") for i in range(s.words.start, cue.first))
    reach = range(party.last, min(party.last + 25, s.words.stop))
    so = next((i for i in reach if scene.is_a(i, "so")), 0)
    if so and (opening or so <= party.last + _NEAR):
        return _begun(s, frame, Complement(so, "that"))
    if not opening:
        return frame._replace(trailing=True)
    gaps = (i for i in reach if comma(scene.gap(i)) and i not in scene.timed and not s.is_setting(i))
    parted = next(gaps, 0)
    if parted and parted - party.last <= _TAIL:
        return _begun(s, frame, Complement(parted, "clause"))
    if reach and not s.is_setting(party.last) and party.last not in scene.timed:
        return _begun(s, frame, Complement(party.last, "clause"))
    return None


def _antecedent(s: Stretch, relative: int) -> Party | None:
    """Return the party that a relative pronoun hangs on."""
    i = relative - 1
    party = s.scene.members.get(i) if i >= s.words.start else None
    if not party or party.last != relative:
        return None
    return None if party.first > s.words.start and s.scene.is_a(party.first - 1, "preposition") else party


def _clause(s: Stretch, first: int) -> int:
    """Return where the clause that begins with word `first` begins, connectives and commas before it included."""
    scene = s.scene
    while first > s.words.start and not comma(scene.gap(first)):
        before = first - 1 if scene.is_a(first - 1, "adverb") else s.linked(first)
        if before == first:
            break
        first = before
    return scene.words[first - 1].end if first > s.words.start else scene.words[first].start


def _inner(s: Stretch, first: int, cue: Cue) -> bool:
    """Whether the cue's clause stands inside another: no comma, connective or و parts it from what is before."""
    scene = s.scene
    while first > s.words.start and (first - 1 in scene.timed or before_time(s, first - 1)):
        first -= 1  # وفي مايو الماضي دعا: the time belongs to the verb's own clause
    if first <= s.words.start:
        return False
    if scene.is_a(first - 1, "relative"):
        return True
    if cue.prefix or any(c in scene.gap(first) for c in '،,؛;:.-–"”»'):
        return False
    linked = s.linked(first) < first or scene.is_a(first - 1, "adverb", "pronoun")
    return not (linked or scene.words[first].text[0] == "و")


def _opens(s: Stretch, cue: Cue, party: Party | None) -> bool:
    """Whether a verb with its subject behind it is the sentence's first, after a dateline or an unmarked heading."""
    i = cue.first - 1
    bound = s.scene.is_a(i, "relative", "that", "preposition") or s.scene.words[i].text in s.scene.forms.particles
    return bool(party and party.first > cue.first and not bound and min(s.cues) == cue.first)


def _skip_adverbs(s: Stretch, i: int) -> int:
    scene = s.scene
    while i < s.words.stop and (i in scene.timed or scene.is_a(i, "adverb")) and not speakers.hole(scene.gap(i)):
        i += 1
    return i
