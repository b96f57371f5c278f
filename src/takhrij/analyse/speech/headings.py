"""Speakers named before a colon (الوزير سمير حداد: الجسر آمن)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.complements import Complement
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.framed import Frame, begun
from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.analyse.speech.stretches import Stretch, comma, plain
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text

_HEADING: Final = 9
"""Words of a name and title before a colon."""
_SAID: Final = 3
"""Words behind the colon: fewer are a credit's or a form's."""
_CLAUSE: Final = 5
"""Words of a clause behind the colon that begins with a name."""
_NAME: Final = 5
"""Words of a name that no list knows, and the title behind it."""
_SOON: Final = 6
"""Words behind a colon among which a state shows that it speaks itself."""
_VERB: Final = 4
"""Letters of a verb with its prefix or ending, at least."""
_CREDITS: Final = ("بقلم", "كتب", "انظر")
"""Words before a writer's name."""
_TITLE: Final = 16
"""Words of what its bearer is."""
_ALSO: Final = "ايضا"
_IT_IS: Final = ("هو", "هي", "هم")
_FARTHER: Final = 5
"""Words between a speaker and the colon (السفيرة لدى الأمم المتحدة: ...)."""


def headed(s: Stretch) -> Frame | None:
    """Return the frame of a sentence that names its speaker before a colon (الوزير سمير حداد: الجسر آمن)."""
    if ":" not in s.scene.raw[s.begins(s.words.start) : s.end]:
        return None
    scene, first = s.scene, _after_subhead(s)
    party = speakers.after(scene, first, s.words.stop)
    if not party and (frame := _unlisted(s)):
        return frame
    apposed = (
        party is not None and party.last < s.words.stop and comma(scene.gap(party.last)) and _titles(scene, party)
    )
    near = (
        range(party.last, min(party.last + (_HEADING if apposed else _FARTHER), s.words.stop)) if party else range(0)
    )
    at = next((k for k in near if ":" in scene.gap(k)), 0)
    if (
        not party
        or at - first > (_HEADING + _FARTHER if apposed else _HEADING)
        or s.words.stop - at < _SAID
        or not _may_speak(s, party, first, at)
        or min(s.cues, default=at) < at
    ):
        return None
    if scene.words[at - 1].text == _ALSO:
        return None  # شاهد أيضا: what the site links to
    named = _is_somebody(scene, party, first) if at - first > 1 else party.mention is not None or _are_people(party)
    gap = scene.gap(at)
    quote = s.quote_before(at)
    if ":" not in gap or not named or not plain(scene, party, first) or (_is_form(s, at) and not quote):
        return None
    if any(scene.gap(k).strip(' "()') and not (apposed and k == party.last) for k in range(party.last, at)):
        return None
    colon = scene.words[at - 1].end + gap.index(":")
    cue = Cue(first, at, colon, "colon")
    frame = Frame(cue, party, -1, first=first, clause=scene.words[first].start)
    return begun(s, frame, Complement(at, "quote" if quote else "colon", quote))


def _may_speak(s: Stretch, party: Party, first: int, at: int) -> bool:
    """Whether who stands before the colon at word `at` may say what is behind it, and is no topic.

    A body that the words tell what it is is only told of. A state is mostly where something happens (فرنسا: ارتفاع
    عدد السكان), but for its government, or if it says we.
    """
    if party.kind == "state":
        body = s.scene.words[first].text in s.scene.knowledge.built(_bodies)
        return body or any(_is_ours(s.scene, k) for k in range(at, min(at + _SOON, s.words.stop)))
    if party.kind == "organization" and s.scene.words[at].text.removeprefix("و") in _IT_IS:
        return False  # اللجنة المالية: هي اللجنة المسؤولة عن
    return party.kind != "place" and not (party.kind == "outlet" and party.mention)


def _bodies(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded nouns that speak for a state (الحكومة)."""
    return frozenset(fold_text(word) for row in knowledge.language.state_heads for word in (row.head, *row.forms))


def _is_ours(scene: Scene, i: int) -> bool:
    """Whether word `i` tells of "us": a pronoun, or a verb of the first person (اضطررنا، سنعمل)."""
    word, counts = scene.words[i].text, scene.forms.counts
    verb = (word.endswith("نا") or word.startswith("سن")) and len(word) >= _VERB and "ال" + word not in counts
    return scene.word_is(i, "first_person") or (verb and word not in counts and i not in scene.members)


def _are_people(party: Party) -> bool:
    """Whether one word names several who speak (محللون: ...)."""
    return party.kind == "unnamed" and not party.name.startswith("ال") and party.name.endswith("ون")


def _is_somebody(scene: Scene, party: Party, first: int) -> bool:
    """Whether words that no list of names knows call a speaker (خبيرة ألمانية، وكالات روسية), and no thing."""
    if party.kind not in ("unnamed", "outlet"):
        return True
    owned = scene.words[first + 1].text.startswith("ال") and not scene.words[first].text.startswith("ال")
    return not owned and not scene.word_is(first, "document")  # مصدر الصورة، تقرير مفصل


def _is_form(s: Stretch, at: int) -> bool:
    """Whether a person, a post, a time, a verb of saying or a list stands behind the colon: nothing is said."""
    if at in s.cues or at in s.scene.timed:
        return True  # سمير حداد: وقال نبيل نجار إن، قرارات سمير حداد: 29 أبريل
    party, head = s.scene.party(at), s.scene.knowledge.built(speakers.heads).at(s.scene.folded, at)
    if head and head.entry.kind == "person" and not s.scene.prefixed(at):
        return True  # سمير حداد: رئيس البلدية السابق
    if not party:
        return False
    listed = party.last < s.words.stop and comma(s.scene.gap(party.last))  # الدول الأعضاء: مصر، تونس
    profile = party.kind in ("person", "office") and not _acts(s, party)
    return listed or profile or s.words.stop - at < _CLAUSE


def _acts(s: Stretch, party: Party) -> bool:
    """Whether a verb follows a name at once, so that a clause begins with it (مصدر: حداد لن يستقيل)."""
    i = party.last
    i += i < s.words.stop and s.scene.word_is(i, "negative", "modal")
    word = s.scene.words[i].text if i < s.words.stop else ""
    present = word[:1] in ("ي", "ت") or word[:2] in ("سي", "ست")
    verb = word in s.scene.forms.verbs or (present and "ال" + word not in s.scene.forms.counts)
    return verb and i not in s.scene.members and len(word) >= _VERB


def _unlisted(s: Stretch) -> Frame | None:
    """Return the frame of a name that no list knows, with what its bearer is, before a colon and a quotation."""
    scene, first = s.scene, s.words.start
    part = next((k for k in range(first + 1, min(first + _NAME, s.words.stop)) if scene.gap(k).strip()), -1)
    if part < 0 or not comma(scene.gap(part)) or any(k in s.cues for k in range(first, part)):
        return None
    head = scene.knowledge.built(speakers.heads).at(scene.folded, part)
    near = range(part + 1, min(part + _TITLE, s.words.stop))
    at = next((k for k in near if ":" in scene.gap(k) or comma(scene.gap(k)) or k in s.cues), -1)
    quote = s.quote_before(at) if at > 0 and ":" in scene.gap(at) else None
    named = all(
        scene.words[k].text.isalpha() and "ال" + scene.words[k].text not in scene.forms.counts
        for k in range(first, part)
    )
    if not quote or not named or not head or head.entry.kind not in ("person", "unnamed") or s.is_name(quote):
        return None
    party = Party(first, part, scene.name(first, part), "person", None, lead_of(scene.words[part].text))
    colon = scene.words[at - 1].end + scene.gap(at).index(":")
    frame = Frame(Cue(first, at, colon, "colon"), party, -1, first=first, clause=scene.words[first].start)
    return begun(s, frame, Complement(at, "quote", quote))


def _after_subhead(s: Stretch) -> int:
    """Return the word at which a person's name right before a colon begins, behind a subhead; else the first."""
    scene = s.scene
    for party in scene.parties(s.words):
        if party.first in s.cues or any(k <= party.first for k in s.cues):
            break
        ends = party.last < s.words.stop and scene.gap(party.last).strip() == ":"
        whole = party.last - party.first > 1 and scene.words[party.first - 1].text not in _CREDITS
        bare = party.kind == "person" and whole and plain(scene, party, party.first)
        if ends and bare and not scene.is_a(party.first - 1, "preposition", "relative", "that"):
            return party.first
    return s.words.start


def _titles(scene: Scene, party: Party) -> bool:
    """Whether what a person is follows the name, behind a comma (سمير حداد، وزير النقل: ...)."""
    title, head = scene.party(party.last), scene.knowledge.built(speakers.heads).at(scene.folded, party.last)
    office = title is not None and title.kind == "office"
    return party.kind == "person" and (office or (head is not None and head.entry.kind in ("person", "unnamed")))
