"""One sentence ready for the reading of speech: its words, quotations and cues, and small questions about them."""

from __future__ import annotations

from typing import Final, NamedTuple

from takhrij.analyse.clauses import Quotation, connectives
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.quoting import quotes_of
from takhrij.analyse.speech.scenes import Party, Scene

_SHORTEST_QUOTE: Final = 3
"""Words of a quotation that may be what was said; shorter ones are names and single terms."""


class Stretch(NamedTuple):
    """A sentence's words, quotations, and cues by first word. `taken` are cues read as part of another's frame."""

    scene: Scene
    words: range
    end: int
    quotes: tuple[Quotation, ...]
    cues: dict[int, Cue]
    taken: set[int]

    def begins(self, i: int) -> int:
        """Return where word `i` begins; behind the last word, where the text ends."""
        return self.scene.words[i].start if i < len(self.scene.words) else len(self.scene.raw)

    def quote_before(self, i: int) -> Quotation | None:
        """Return the quotation that opens between word `i` - 1 and word `i`."""
        if not self.quotes:
            return None
        low = self.scene.words[i - 1].end if i > self.words.start else self.begins(i) - 2
        at = self.begins(i)
        opened = [q for q in self.quotes if low <= q.start < at]
        full = [q for q in opened if q.inner[1] > at]  # in ل " " : "الجسر آمن" a name was lost between the first two
        return next(iter(full or opened), None)

    def quote_ends(self, i: int) -> bool:
        """Whether a quotation closes right before word `i`."""
        low = self.scene.words[i - 1].end if i > self.words.start else self.begins(i)
        return any(q.closed and low <= q.end - 1 < self.begins(i) for q in self.quotes)

    def within_quote(self, i: int) -> bool:
        """Whether word `i` stands inside a closed quotation."""
        if not self.quotes:
            return False
        at = self.begins(i)
        return any(q.start < at < q.end and q.closed for q in self.quotes)

    def is_name(self, quote: Quotation) -> bool:
        """Whether a quotation only marks a name or a term."""
        inside = self.scene.folded.between(*quote.inner)
        if len(inside) < _SHORTEST_QUOTE:
            return True
        party = self.scene.members.get(inside.start)
        return bool(party and party.last >= inside.stop)

    def is_setting(self, i: int) -> bool:
        """Whether an adjunct of the saying begins at word `i` (في بيان)."""
        scene = self.scene
        return scene.is_a(i, "preposition") and i + 1 < self.words.stop and scene.word_is(i + 1, "setting")

    def is_prefixed(self, i: int) -> bool:
        """Whether word `i` begins with a preposition of one letter and not with a letter of its own."""
        return self.scene.prefixed(i)

    def linked(self, first: int) -> int:
        """Return the first word of the connective that ends right before word `first`, or `first` if none does."""
        lexicon = self.scene.knowledge.built(connectives)
        for k in range(max(self.words.start, first - 3), first):
            hit = lexicon.at(self.scene.folded, k)
            if hit and hit.last == first:
                return k
        return first

    def is_joined(self, i: int) -> bool:
        """Whether word `i` begins with "and" and not with a letter of its own (ورفض، but وقوع)."""
        word = self.scene.words[i].text
        counts = self.scene.forms.counts
        whole = counts.get(word, 0) > 0 and counts.get(word[1:], 0) * 0.12 < counts[word] * 0.3
        return word[0] in "وف" and not whole


def stretch(scene: Scene, start: int, end: int, cues: tuple[Cue, ...]) -> Stretch:
    """Return the sentence from `start` to `end` ready for reading."""
    words = scene.folded.between(start, end)
    quotes = quotes_of(scene, start, end, cues)
    return Stretch(scene, words, end, quotes, {c.first: c for c in cues}, set())


def quoted_before(s: Stretch, i: int) -> Quotation | None:
    """Return the quotation that ends right before word `i`, if a clause begins with it and it is no name."""
    scene = s.scene
    if i <= s.words.start or i >= s.words.stop:
        return None
    low, at = scene.words[i - 1].end, scene.words[i].start
    quote = next((q for q in s.quotes if q.closed and low < q.end <= at), None)
    if not quote or s.is_name(quote):
        return None
    first = scene.folded.between(*quote.inner).start
    begins = first == s.words.start or scene.marked(first, "،,.:")
    return quote if begins or scene.is_a(first - 1, "connective") else None  # لكن "الجسر آمن"، يقول حداد


def leads_that(s: Stretch, i: int) -> bool:
    """Whether a clause with أن follows the preposition at word `i` (إلى أن الجسر)."""
    return i + 1 < s.words.stop and s.scene.word_is(i + 1, "that")


def comma(gap: str) -> bool:
    """Whether the characters between two words part them."""
    return gap != " " and any(c in gap for c in "،,؛;")


def plain(scene: Scene, party: Party, i: int) -> bool:
    """Whether no preposition is written onto the party that begins at word `i`: else it is spoken to or of."""
    if party.first != i or not party.mention:
        return True
    starts = [party.mention.span.start, *(role.span.start for role in party.mention.roles)]
    word = scene.words[i]
    if word.end <= min(starts) and not scene.prefixed(i):
        return True  # a rank that is no part of the mention
    return min(starts) <= word.start or word.text[0] in "وف"


def bare_noun(s: Stretch, i: int) -> bool:
    """Whether word `i` is a noun that hangs on nothing before it."""
    scene = s.scene
    other = scene.word_is(i, "preposition", "relative", "setting", "connective", "that", "adverb", "demonstrative")
    return not (
        other or i in scene.timed or scene.gap(i).strip() or s.is_prefixed(i) or scene.words[i].text[0].isdigit()
    )


def noun_too(s: Stretch, cue: Cue) -> bool:
    """Whether the verb is written like a common noun (رد، طلب): alone it does not make a name of what follows it.

    A final alef without dots is a verb's (رأى، نفى), where the noun has a ya.
    """
    if s.scene.raw[s.scene.words[cue.last - 1].end - 1] == "ى":
        return False
    stem = s.scene.words[cue.first].text[len(cue.prefix) :]
    return "ال" + stem in s.scene.forms.counts


def in_source(s: Stretch, cue: Cue) -> bool:
    """Whether the cue belongs to what names an unnamed source (مسؤول اشترط عدم ذكر اسمه)."""
    party = s.scene.members.get(cue.first)
    return party is not None and party.kind == "unnamed" and party.first < cue.first


def before_time(s: Stretch, i: int) -> bool:
    """Whether word `i` is the particle before a time (في مايو)."""
    scene = s.scene
    particle = scene.words[i].text.removeprefix("و") in scene.forms.particles
    return i + 1 in scene.timed and particle and scene.gap(i + 1).isspace()


def before_marks(s: Stretch, party: Party) -> Party:
    """Return a party without the first words of a quotation that its name ran into (المجلة | "اليوم تسعى ...")."""
    for k in range(party.first + 1, party.last):
        quote = s.quote_before(k)
        if quote and s.scene.folded.between(*quote.inner).stop > party.last + 1:
            return party._replace(last=k, name=s.scene.name(party.first, k))
    return party
