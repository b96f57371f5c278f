"""Reads one cue with what stands around it: who speaks, through whom, and where the content begins."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from takhrij.analyse import speakers
from takhrij.analyse.clauses import Quotation, quotations
from takhrij.analyse.cues import Cue
from takhrij.analyse.scenes import Party, Scene
from takhrij.knowledge import Knowledge
from takhrij.records import Via
from takhrij.text import fold_text

_REACH: Final = 45
"""Words between a verb and what it says; longer titles and adjuncts are not found in news."""
_VERBAL_NOUN: Final = re.compile("ت[^ا]{2}ي[^ا]|(?:ا|ان|است|ا[^ل]ت)[^ا]{2,3}ا[^هي]|استعداد.*|رفع|لعب|دعم|رفض|تمسك|حرص")
"""Folded shapes of verbal nouns that take the place of a clause (يرجح تفعيل الاتفاق)."""
_SHORTEST_QUOTE: Final = 3
"""Words of a quotation that may be what was said; shorter ones are names and single terms."""
Lead = Literal["that", "quote", "preposition", "object", "colon", "clause", ""]


class Frame(NamedTuple):
    """A cue and its complement.

    `start` is where the content begins (-1: none found), `lead` what it begins with, `quote` the quotation that it
    is. `carriers` stand between the narrator and `party`, nearest the reader first. `clause` is where the clause of
    the cue begins, `first` its first word. `inner`: the cue stands in a clause within another, such as a relative.
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


class Stretch(NamedTuple):
    """The sentence that is being read: its words and its quotations."""

    scene: Scene
    words: range
    end: int
    quotes: tuple[Quotation, ...]
    cues: dict[int, Cue]
    taken: set[int]

    def quote_before(self, i: int) -> Quotation | None:
        """Return the quotation that opens between word `i` - 1 and word `i`."""
        low = self.scene.words[i - 1].end if i > self.words.start else self.scene.words[i].start - 2
        return next((q for q in self.quotes if low <= q.start < self.scene.words[i].start), None)

    def within_quote(self, i: int) -> bool:
        """Whether word `i` stands inside a closed quotation."""
        at = self.scene.words[i].start
        return any(q.start < at < q.end and q.closed for q in self.quotes)


def stretch(scene: Scene, start: int, end: int, cues: tuple[Cue, ...]) -> Stretch:
    """Return the sentence from `start` to `end` ready for reading."""
    words = scene.folded.between(start, end)
    return Stretch(scene, words, end, quotations(scene.raw, start, end), {c.first: c for c in cues}, set())


def read(s: Stretch, cue: Cue) -> Frame | None:
    """Return the frame of `cue`, None where it is no speech at all."""
    if s.within_quote(cue.first) and not (cue.form == "participle" and s.scene.gap(cue.first).strip()):
        return None
    if cue.form == "attribution":
        if cue.first in s.taken:
            return None
        return _attribution(s, cue)
    return _participle(s, cue) if cue.form == "participle" else _finite(s, cue)


def _finite(s: Stretch, cue: Cue) -> Frame | None:
    scene = s.scene
    i = _skip_adverbs(s, cue.last)
    dropped = i < s.words.stop and speakers.hole(scene.gap(i))
    party = None if dropped or cue.last >= s.words.stop else _subject(s, i)
    first = cue.first
    own = party is not None
    if not party and not dropped:
        party = speakers.before(scene, cue, s.words.start)
        if party:
            first = party.first
        elif cue.first > s.words.start and scene.is_a(cue.first - 1, "relative"):
            party = _antecedent(s, cue.first - 1)
    carriers: list[tuple[Party, Via]] = []
    frame = Frame(cue, party, -1, first=first, hole=dropped, clause=_clause(s, first), inner=_inner(s, first, cue))
    at = party.last if own and party else cue.last
    if cue.verb and cue.verb.kind == "carry":
        frame, at = _carried(s, frame, at)
    if found := _complement(s, cue, at, own, carriers):
        word, lead, quote = found
        start = quote.inner[0] if lead == "quote" and quote else scene.words[word].start
        frame = frame._replace(start=start, lead=lead, word=word, quote=quote)
    return _with_carriers(frame, carriers)


def _subject(s: Stretch, i: int) -> Party | None:
    """Return the subject that follows its verb at word `i`, None where something else does."""
    scene = s.scene
    if i >= s.words.stop:
        return None
    gap = scene.gap(i)
    if ":" in gap or ((quote := s.quote_before(i)) and not _is_name(s, quote)):
        return None
    party = speakers.after(scene, i, s.words.stop)
    if party and party.mention is None and _comma(gap):
        return None
    return party if not (party and _prefixed(scene, party, i)) else None


def _complement(
    s: Stretch, cue: Cue, at: int, own: bool, carriers: list[tuple[Party, Via]]
) -> tuple[int, Lead, Quotation | None] | None:
    """Return the word where what is said begins, and with what; parties met on the way go to `carriers`."""
    scene, verb = s.scene, cue.verb
    if not verb:
        return None
    takes = set(verb.takes)
    if "object" in takes and (found := _object(s, cue, at, own)):
        return found, "object", None
    i = at
    while i < min(s.words.stop, at + _REACH):
        quote = s.quote_before(i)
        gap = scene.gap(i)
        if "quote" in takes and quote and (":" in gap or not (_is_name(s, quote) or _has_object(s, at, i))):
            return i, "quote", quote
        if "quote" in takes and ":" in gap and not scene.raw[scene.words[i].end - 1].isdigit():
            return i, "colon", None
        if i in s.cues and i > cue.first:
            other = s.cues[i]
            if other.form == "attribution" and (source := _source(s, other)):
                s.taken.add(i)
                carriers.append((source, "told" if other.words and other.words.form == "passing" else "reported"))
                i = source.last
                continue
            if not (i > at and scene.is_a(i - 1, "relative") and other.verb and other.verb.kind == "deed"):
                return None
        if lead := _lead(s, i, takes):
            return i, lead, None
        i = scene.members[i].last if i in scene.members and scene.members[i].first == i else i + 1
    return None


def _has_object(s: Stretch, at: int, i: int) -> bool:
    """Whether a bare noun follows at word `at`, before the quotation at `i`: the verb has its object already."""
    scene = s.scene
    if at >= i or scene.gap(at).strip() or at in scene.members or at in scene.timed:
        return False
    word = scene.words[at].text
    particle = scene.word_is(at, "preposition", "adverb", "relative", "setting", "connective")
    return not particle and word[0] not in "وفبلك" and not scene.forms.adjuncts.at(scene.folded, at)


def _lead(s: Stretch, i: int, takes: set[str]) -> Lead:
    scene = s.scene
    word = scene.words[i].text
    if "that" in takes and scene.is_a(i, "that"):
        return "that"
    if i in scene.timed or scene.forms.adjuncts.at(scene.folded, i):
        return ""
    for preposition in takes - {"that", "quote", "object"}:
        short = fold_text(preposition)
        if len(short) == 1:
            party = scene.members.get(i)
            if (
                word.startswith(short)
                and len(word) > 3
                and not (party and _plain(scene, party, i))
                and _is_noun(s, i)
            ):
                return "preposition"
        elif word == short and i not in scene.members:
            if i + 1 < s.words.stop and ((scene.is_a(i + 1, "that") and "that" in takes) or i + 1 not in scene.timed):
                return "preposition"
    return ""


def _is_noun(s: Stretch, i: int) -> bool:
    """Whether word `i`, which begins with a letter that may be a preposition, is that preposition and a noun."""
    scene = s.scene
    word = scene.words[i].text
    if scene.is_a(i, "adverb", "preposition", "inner", "that"):
        return False
    counts = scene.knowledge.built(_counts)
    stem = "ال" + word[2:] if word.startswith("لل") else word[1:]
    alone = counts.get(stem, 0) + counts.get("ال" + stem, 0)
    return alone > counts.get(word, 0) * 0.3 or stem.startswith("ال")


def _counts(knowledge: Knowledge) -> dict[str, int]:
    return {row.word: row.count for row in knowledge.language.frequencies}


def _object(s: Stretch, cue: Cue, at: int, own: bool) -> int:
    """Return the word at which a noun that is what was said begins, 0 if none does."""
    scene, verb = s.scene, cue.verb
    if not verb or at >= s.words.stop or _comma(scene.gap(at)):
        return 0
    word = scene.words[at].text
    bare = word.removeprefix("ال")
    if verb.objects:
        return at if any(bare.startswith(_bare(fold_text(o))) for o in verb.objects) else 0
    if own and _VERBAL_NOUN.fullmatch(word) and at not in scene.members:
        return at
    if not own or at in scene.members or at in scene.timed or at in s.cues or word[0] in "وف":
        return 0
    if scene.word_is(at, "that", "preposition", "relative", "adverb", "connective", "setting", "demonstrative"):
        return 0
    if (word[0] in "بل" and _is_noun(s, at)) or s.quote_before(at) or word[0].isdigit():
        return 0
    for i in range(at + 1, min(at + 12, s.words.stop)):
        if _comma(scene.gap(i)):
            break
        if scene.is_a(i, "that") or i in s.cues:
            return 0 if word[-1] != "ه" and not word.endswith("ها") else at
    return at


def _bare(word: str) -> str:
    return word.removeprefix("ال")


def _carried(s: Stretch, frame: Frame, at: int) -> tuple[Frame, int]:
    """Read نقلت X عن Y: Y speaks, X carries."""
    scene = s.scene
    for i in range(at, min(at + 12, s.words.stop)):
        if scene.words[i].text == "عن" and i not in scene.members and i + 1 < s.words.stop:
            source = speakers.after(scene, i + 1, s.words.stop)
            if source:
                carriers: tuple[tuple[Party, Via], ...] = ((frame.party, "carried"),) if frame.party else ()
                return frame._replace(party=source, carriers=carriers), source.last
    return frame, at


def _with_carriers(frame: Frame, carriers: list[tuple[Party, Via]]) -> Frame:
    """Put parties met between verb and content where they belong: who is quoted comes last, who is cited first."""
    for party, via in carriers:
        if via == "told" and frame.party:
            frame = frame._replace(carriers=(*frame.carriers, (frame.party, "said")), party=party)
        elif via == "told":
            frame = frame._replace(party=party)
        else:
            frame = frame._replace(carriers=((party, via), *frame.carriers))
    return frame


def _participle(s: Stretch, cue: Cue) -> Frame | None:
    scene, verb = s.scene, cue.verb
    if not verb or cue.last >= s.words.stop:
        return None
    frame = Frame(cue, None, -1, first=cue.first, clause=_clause(s, cue.first))
    takes = {*verb.takes, "that"}
    quote = s.quote_before(cue.last)
    if quote and "quote" in takes:
        return frame._replace(start=quote.inner[0], lead="quote", word=cue.last, quote=quote)
    for i in range(cue.last, min(cue.last + 9, s.words.stop)):
        if i > cue.last and _comma(scene.gap(i)):
            break
        if ":" in scene.gap(i):
            quote = s.quote_before(i)
            start = quote.inner[0] if quote else scene.words[i].start
            return frame._replace(start=start, lead="quote" if quote else "colon", word=i, quote=quote)
        if lead := _lead(s, i, takes):
            person = scene.party(cue.last)
            if i > cue.last and verb.kind == "deed" and person:
                i = cue.last
            return frame._replace(start=scene.words[i].start, lead=lead, word=i)
        if i in s.cues:
            break
    word = scene.words[cue.last].text
    plain = not scene.word_is(cue.last, "preposition", "relative", "setting", "connective", "that")
    if "object" in takes and plain and cue.last not in scene.timed and not scene.gap(cue.last).strip():
        bare = _bare(word)
        if not verb.objects or any(bare.startswith(_bare(fold_text(o))) for o in verb.objects):
            return frame._replace(start=scene.words[cue.last].start, lead="object", word=cue.last)
    return frame


def _attribution(s: Stretch, cue: Cue) -> Frame | None:
    """Read بحسب X: before the content at the start of a sentence, behind it elsewhere."""
    scene = s.scene
    carriers: list[tuple[Party, Via]] = []
    party = _source(s, cue)
    if not party or not cue.words:
        return None
    if cue.words.form == "clause":
        verb = s.cues.get(cue.last)
        if verb and verb.verb and verb.verb.kind == "carry":
            inner, at = _carried(s, Frame(verb, party, -1), party.last)
            if inner.carriers and inner.party:
                carriers, party = list(inner.carriers), inner.party
    frame = Frame(
        cue, party, -1, lead="clause", carriers=tuple(carriers), first=cue.first, clause=_clause(s, cue.first)
    )
    opening = all(i in scene.timed or scene.is_a(i, "adverb", "connective") for i in range(s.words.start, cue.first))
    if not opening:
        return frame._replace(trailing=True)
    i = party.last
    while i < min(party.last + 25, s.words.stop):
        if scene.is_a(i, "so"):
            return frame._replace(start=scene.words[i].start, word=i, lead="that")
        if _comma(scene.gap(i)) and i not in scene.timed and not _setting(s, i):
            return frame._replace(start=scene.words[i].start, word=i)
        i += 1
    return None


def _setting(s: Stretch, i: int) -> bool:
    """Whether an adjunct of the saying begins at word `i` (في بيان)."""
    return s.scene.is_a(i, "preposition") and i + 1 < s.words.stop and s.scene.word_is(i + 1, "setting")


def _source(s: Stretch, cue: Cue) -> Party | None:
    """Return whom an attribution names, None if what follows is no source (وفقا للقانون)."""
    scene = s.scene
    i = cue.last
    if cue.words and cue.words.form == "clause":
        if not (verb := s.cues.get(i)) or verb.form != "finite":
            return None
        i = verb.last
    if i >= s.words.stop or speakers.hole(scene.gap(i)):
        return None
    return speakers.after(scene, i, s.words.stop)


def _antecedent(s: Stretch, relative: int) -> Party | None:
    """Return the party that a relative pronoun hangs on."""
    i = relative - 1
    party = s.scene.members.get(i) if i >= s.words.start else None
    if not party or party.last != relative or party.first > s.words.start and s.scene.is_a(party.first - 1, "preposition"):
        return None
    return party


def _clause(s: Stretch, first: int) -> int:
    """Return where the clause that begins with word `first` begins, connectives and commas before it included."""
    scene = s.scene
    while first > s.words.start and scene.is_a(first - 1, "adverb", "connective") and not _comma(scene.gap(first)):
        first -= 1
    return scene.words[first - 1].end if first > s.words.start else scene.words[first].start


def _inner(s: Stretch, first: int, cue: Cue) -> bool:
    """Whether the cue's clause stands inside another: no comma, connective or و parts it from what is before."""
    scene = s.scene
    if first <= s.words.start:
        return False
    if scene.is_a(first - 1, "relative"):
        return True
    if cue.prefix or any(c in scene.gap(first) for c in "،,؛;:.-–"):
        return False
    return not (scene.words[first].text[0] == "و" or scene.is_a(first - 1, "adverb", "connective", "pronoun"))


def _skip_adverbs(s: Stretch, i: int) -> int:
    scene = s.scene
    while i < s.words.stop and (i in scene.timed or scene.is_a(i, "adverb")) and not speakers.hole(scene.gap(i)):
        i += 1
    return i


def _is_name(s: Stretch, quote: Quotation) -> bool:
    """Whether a quotation only marks a name or a term."""
    inside = s.scene.folded.between(*quote.inner)
    if len(inside) < _SHORTEST_QUOTE:
        return True
    party = s.scene.members.get(inside.start)
    return bool(party and party.last >= inside.stop)


def _prefixed(scene: Scene, party: Party, i: int) -> bool:
    """Whether a preposition is written onto the party: it is spoken to or of, and does not speak."""
    return not _plain(scene, party, i)


def _plain(scene: Scene, party: Party, i: int) -> bool:
    if party.first != i or not party.mention:
        return True
    starts = [party.mention.span.start, *(role.span.start for role in party.mention.roles)]
    return scene.words[i].start in starts or min(starts) <= scene.words[i].start


def _comma(gap: str) -> bool:
    return any(c in gap for c in "،,؛;")
