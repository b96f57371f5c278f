"""Whom a relative clause hangs on, so that it is who speaks in it (المرصد السوري المعارض | الذي يقول إن)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import speakers
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.analyse.speech.stretches import Stretch, comma

_BESIDE: Final = ("مع", "ضد", "لدي", "عن")
"""Prepositions behind which a state is one who acts, and no place."""
_AND_WHO: Final = "والذي"
_FAR: Final = 20
"""Words from a person to ، والذي."""
_BACK: Final = 5
"""Words of a noun phrase before a relative pronoun, but one."""


def antecedent(s: Stretch, cue: Cue, relative: int) -> Party | None:
    """Return who speaks in a relative clause: whom its pronoun at word `relative` hangs on, of the verb's gender."""
    return _of_gender(s, cue, _hung_on(s, relative))


def _of_gender(s: Stretch, cue: Cue, party: Party | None) -> Party | None:
    """Return whom a relative clause hangs on, or the man named before, where its verb is of another gender.

    So in تصريحات سمير حداد للقناة التي قال فيها, حداد رئيس محكمة روما الذي قال.
    """
    which = s.scene.words[cue.first - 1].text.removeprefix("و")
    her = party is not None and party.kind in ("organization", "state", "outlet", "place", "unnamed")
    his = not (cue.feminine or cue.many or (cue.verb is not None and "object" in cue.verb.takes and cue.imperfect))
    masculine = party is not None and s.scene.word_is(party.first, "masculine")
    state = party is not None and party.kind == "state" and " " not in party.name
    if not party or not her or not his or not (which == "التي" or (which == "الذي" and state and not masculine)):
        return party
    men = [p for p in s.scene.parties(range(s.words.start, party.first)) if p.kind in ("person", "office")]
    return men[-1] if men else None


def _hung_on(s: Stretch, relative: int) -> Party | None:
    """Return the party that a relative pronoun hangs on, by its mention or its words (النواب الذين يقولون)."""
    scene, i = s.scene, relative - 1
    party = scene.members.get(i) if i >= s.words.start else None
    party = party or _with_epithet(s, i)
    if not party:
        back = range(i, max(s.words.start, i - _BACK) - 1, -1)
        found = (p for k in back if (p := speakers.by_words(scene, k, relative)) and p.last == relative)
        party = next(found, None)
    party = party or _named_behind_comma(scene, relative, s.words.start)
    if not party and scene.words[relative].text == _AND_WHO and comma(scene.gap(relative)):
        return _last_man(s, relative)
    if not party or party.last != relative:
        return None
    if scene.words[relative].text == "والتي" and party.kind == "person":
        return None  # دعوى المحامي سمير حداد، والتي تطالب: what he wrote
    bound = party.first > s.words.start and scene.is_a(party.first - 1, "preposition")
    beside = scene.words[party.first - 1].text in _BESIDE or comma(scene.gap(relative))
    whither = bound and not beside  # في سوريا التي تقول, but مع روسيا التي، من الصين، التي
    if not whither or party.kind not in ("place", "state", "office"):
        return party
    sits = scene.members.get(party.first - 2)  # سفير البلاد في باريس الذي قال
    near = sits is not None and sits.last == party.first - 1 and scene.gap(party.first - 1).isspace()
    return sits if sits and near and sits.kind in ("person", "office", "unnamed") else None


def _last_man(s: Stretch, relative: int) -> Party | None:
    """Return the only person named before ، والذي (بقيادة سمير حداد كطرف ثالث، والذي أكد)."""
    scene = s.scene
    near = scene.parties(range(max(s.words.start, relative - _FAR), relative))
    men = [p for p in near if p.kind in ("person", "office") and p.last <= relative]
    return men[-1] if len({p.name for p in men}) == 1 else None


def _with_epithet(s: Stretch, i: int) -> Party | None:
    """Return the body that ends before word `i`, an epithet of it (المرصد السوري المعارض | الذي يقول)."""
    named = s.scene.members.get(i - 1) if i > s.words.start else None
    bodies = named is not None and named.last == i and named.kind in ("organization", "outlet")
    if not named or not bodies or not s.scene.words[i].text.startswith("ال") or not s.scene.gap(i).isspace():
        return None
    return named._replace(last=i + 1)


def _named_behind_comma(scene: Scene, relative: int, start: int) -> Party | None:
    """Return the name of two or three words that no list knows between a comma and a relative pronoun."""
    first = next((k for k in range(relative - 1, max(start, relative - 4), -1) if comma(scene.gap(k))), relative)
    words = range(first, relative)
    texts = [scene.words[k].text for k in words]
    known = any("ال" + t in scene.forms.counts or t in scene.forms.particles or not t.isalpha() for t in texts)
    known = known or any(t.startswith("ال") for t in texts[:-1]) or any(k in scene.members for k in words)
    if len(texts) < 2 or known or texts[0][0] in "وف":
        return None
    return Party(first, relative, scene.name(first, relative), "person", None, lead_of(texts[0]))
