"""Reads verbs that name their source: نقلت X عن Y, أفادت X عن مصادر, علمت X من Y."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import attributed, leads, speakers, subjects
from takhrij.analyse.speech.framed import Frame
from takhrij.analyse.speech.scenes import Party, Scene
from takhrij.analyse.speech.stretches import Stretch, comma
from takhrij.records import Via

_OF_HER: Final = "عنها"
_OF_WHOM: Final = ("عنه", _OF_HER, "عنهم")
_TAIL: Final = 6
"""Words from a source to what it says."""
_NEAR: Final = 9
"""Words from a document to the saying that it quotes."""
_EPITHET: Final = ("ي", "يه")
"""Endings of what an outlet is called by."""
_SOURCE: Final = 12
"""Words from a verb to the source that it names."""


def carried(s: Stretch, frame: Frame, at: int) -> tuple[Frame, int]:
    """Read نقلت X عن Y: Y speaks, X carries."""
    scene = s.scene
    takes = frame.cue.verb.takes if frame.cue.verb else ()
    behind = "الي" if "إلى" in takes else "من" if "من" in takes else "عن"  # نسبت إلى مسؤول قوله، علمت من مسؤول أن
    for i in range(at, min(at + _SOURCE, s.words.stop)):
        if scene.is_a(i, "that") or ((quote := s.quote_before(i)) and not s.is_name(quote)):
            break
        called = scene.words[i].text == "عما" and i + 1 in s.cues  # نقل عما وصفها بمصادر مطلعة
        first = i + 1 + called
        if (called or scene.words[i].text == behind) and i not in scene.members and first < s.words.stop:
            s.taken.update({i + 1} if called else ())
            source = speakers.after(scene, first, s.words.stop)
            carriers: tuple[tuple[Party, Via], ...] = (
                ((_nameless(scene, frame.party), "carried"),) if frame.party else ()
            )
            reach = range(i + 2, min(i + subjects.REACH, s.words.stop))
            said = any(scene.word_is(k, "said") for k in reach) or _quoted_at_once(s, reach)
            source = source or subjects.described(s, i + 1)
            source = source or (speakers.guess(scene, i + 1, i + 6) if said else _before_that(s, i + 1))
            if source:
                paper = source.kind == "unnamed" and scene.word_is(first, "document")
                issuer = attributed.issuer(s, first) if paper else None  # عن بيان للوزارة، عن بيان نشرته الوزارة
                return frame._replace(party=issuer or source, carriers=carriers), (issuer or source).last
            # Somebody is named there whom nothing knows: the carrier is no speaker, so nobody is.
            return frame._replace(party=None, hole=True, carriers=carriers), i + 1
    return frame, at


def of_him(s: Stretch, frame: Frame) -> Frame:
    """Return the frame of whom a pronoun means where the subject carries him (نقلت عنه الوكالة قوله إن)."""
    near = range(frame.cue.last, min(frame.cue.last + _TAIL, s.words.stop))
    told = next((k for k in near if s.scene.words[k].text in _OF_WHOM), -1)
    if told < 0 or not frame.party or not any(s.scene.word_is(k, "said", "that") for k in range(told, near.stop)):
        return frame
    cue = frame.cue._replace(feminine=s.scene.words[told].text == _OF_HER)
    return frame._replace(cue=cue, party=None, carriers=((_nameless(s.scene, frame.party), "carried"),))


def _before_that(s: Stretch, i: int) -> Party | None:
    """Return the words from word `i` to أن as a source that nothing knows (عن الطاقم الطبي أن)."""
    some = speakers.guess(s.scene, i, s.words.stop)
    return some if some and some.last < s.words.stop and s.scene.is_a(some.last, "that") else None


def _quoted_at_once(s: Stretch, words: range) -> bool:
    """Whether a quotation that is no name opens among `words`, and nothing parts it from them."""
    for k in words:
        if comma(s.scene.gap(k)) or k in s.cues:
            return False
        if quote := s.quote_before(k):
            return not s.is_name(quote)
    return False


def from_sources(s: Stretch, frame: Frame, at: int) -> bool:
    """Whether an outlet tells what unnamed sources say (أفادت الوكالة عن مصادر أمنية أن)."""
    scene = s.scene
    if not frame.party or frame.party.kind != "outlet":
        return False
    at = past_epithets(s, at)
    if at + 1 >= s.words.stop or scene.words[at].text != "عن":
        return False
    source = speakers.after(scene, at + 1, s.words.stop)
    near = range(source.last, min(source.last + _TAIL, s.words.stop)) if source else range(0)
    if source is not None and scene.word_is(at + 1, "document"):
        return any(scene.word_is(k, "said") for k in range(source.last, min(source.last + _NEAR, s.words.stop)))
    if source is not None and source.kind == "person":
        return any(scene.word_is(k, "said") for k in near)  # ذكرت القناة عن حداد قوله إن
    return source is not None and source.kind == "unnamed" and any(leads.lead(s, k, {"that"}) for k in near)


def past_epithets(s: Stretch, i: int) -> int:
    """Return the word behind an outlet's epithets (قناة الغد التركية | عن سمير حداد قوله)."""
    scene = s.scene
    while i < s.words.stop and scene.gap(i).isspace() and i not in scene.members and i not in s.cues:
        if not (scene.words[i].text.startswith("ال") and scene.words[i].text.endswith(_EPITHET)):
            break
        i += 1
    return i


def _nameless(scene: Scene, party: Party) -> Party:
    """Return a carrier as an unnamed one if its name was dropped from the page: its noun alone is nobody's name."""
    lost = party.mention is None and scene.lost_between(party.last - 1, party.last)
    return party._replace(kind="unnamed") if lost else party


def carries(party: Party | None) -> bool:
    """Whether the subject of a verb that also means to move things (نقل) carries news."""
    return party is None or party.kind in ("outlet", "unnamed", "organization")


def learnt(frame: Frame) -> bool:
    """Whether an outlet learnt something (علمت رويترز); I learnt it, is written alike."""
    told = [frame.party, *(party for party, _ in frame.carriers)]
    outlet = any(party is not None and party.kind == "outlet" for party in told)
    return outlet or (frame.party is not None and frame.party.kind == "unnamed")  # علمت "الغد" من مصادر
