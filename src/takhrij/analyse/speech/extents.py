"""How far a speaker's noun phrase reaches beyond its mention: whose or of what a source is, and of what kind."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech.scenes import Party, Scene
from takhrij.knowledge import Knowledge
from takhrij.text import fold_text

_ARTICLE: Final = "ال"
_BODIES: Final = ("organization", "outlet", "state", "place")
_DESCRIBED: Final = ("unnamed", "organization", "outlet")
_OF: Final = "من"
_AT, _AND = "ب", "و"
_SOURCES, _CLITICS = "مصادر", "لب"
_TO: Final = ("preposition", "that")
_OFFICIAL: Final = ("مسوول", "مسيول")
"""Who is told by what he is over (مسؤول المالية)."""
_ENDINGS: Final = ("ين", "ون")
"""So end definite epithets of a source that no list has."""
_NEAR: Final = "informed"


def whole(scene: Scene, party: Party, stop: int) -> Party:
    """Return a party with the words right behind it that are still its own.

    An unnamed source goes on with the body or place whose it is (سكان حي النهر), or that it comes from (مصدر من
    المعارضة); a definite party with a definite epithet (للتقارير الدولية، الهلال الأحمر السوري).
    """
    last = party.last
    if party.kind == "unnamed":
        last = _owned(scene, party, stop)
    if party.kind in _DESCRIBED:
        last = _described(scene, party, last, stop)
    if last == party.last:
        return party
    grown = party.kind == "unnamed"
    return party._replace(last=last, name=f"{party.name} {scene.name(party.last, last)}" if grown else party.name)


def owned(scene: Scene, i: int) -> bool:
    """Whether word `i` is a plural of which many sources are (أفراد العائلة)."""
    return scene.words[i].text in scene.knowledge.built(_many)


def _owned(scene: Scene, party: Party, stop: int) -> int:
    """Return the word behind the body or place that an unnamed source is of, sits in or comes from."""
    last, head = party.last, scene.words[party.last - 1].text
    epithets = scene.knowledge.built(_epithets)
    while head in epithets and _follows(scene, last, stop):
        word = scene.words[last].text
        if word.removeprefix(_AND) not in epithets or (word[0] != _AND and last == party.last):
            break
        last += 1  # مسؤولون مصريون وروس
    if not _follows(scene, last, stop):
        return last
    if scene.words[last].text == _OF and _follows(scene, last + 1, stop):
        return _behind_of(scene, last, stop, near=head in scene.knowledge.built(_near))
    if head.startswith(_ARTICLE) or head in epithets:
        return _seated(scene, last, stop)
    medium = scene.party(last)
    if medium and medium.kind == "outlet" and head == _SOURCES and scene.words[last].text[0] not in _CLITICS:
        return medium.last  # مصادر الجزيرة
    many = head in scene.knowledge.built(_many)
    if not many and party.last == party.first + 1:
        return _seated(scene, last, stop)
    return _genitive(scene, last, stop) if many or scene.forms.counts.get(_ARTICLE + head) else last


def _genitive(scene: Scene, at: int, stop: int) -> int:
    """Return the word behind the body, place or definite noun at word `at`, or `at`."""
    if not _follows(scene, at, stop):
        return at
    word, group = scene.words[at].text, scene.party(at)
    if group:
        return group.last if group.kind in _BODIES and group.last <= stop else at
    if word in scene.knowledge.built(_sites) and _follows(scene, at + 1, stop):
        return at + 2
    return at + 1 if word.startswith(_ARTICLE) and word not in scene.forms.finite else at


def _behind_of(scene: Scene, at: int, stop: int, *, near: bool) -> int:
    """Return the word behind those that a source at word `at` is one of, or whom it is near to; else `at`."""
    group, last = scene.party(at + 1), at + 2
    if group:
        kinds = (*_BODIES, "unnamed", "person", "office") if near else (*_BODIES, "unnamed")
        if group.kind not in kinds or group.last > stop:
            return at
        last = group.last
    many = scene.words[last - 1].text in scene.knowledge.built(_many)
    owned = _genitive(scene, last, stop) if many else last
    return owned if owned > last or group else at


def _seated(scene: Scene, at: int, stop: int) -> int:
    """Return the word behind that at which a source sits, before what it says (مصدر بالبنك المركزي، بأن)."""
    word, group = scene.words[at].text, scene.party(at)
    last = group.last if group and group.kind == "organization" else at + 1
    if word[0] == _AT and not scene.word_is(at, "that"):
        whose = not group and _follows(scene, last, stop) and scene.words[last].text.startswith(_ARTICLE)
        if not (group or whose or word.startswith(_AT + _ARTICLE)):
            return at
        last += whose and not word.startswith(_AT + _ARTICLE)  # مسؤول بقطاع الكهرباء
    elif group or not word.startswith(_ARTICLE) or scene.words[at - 1].text not in _OFFICIAL or scene.is_a(at, *_TO):
        return at
    return last if last < stop and scene.word_is(last, "that") else at


def _described(scene: Scene, party: Party, last: int, stop: int) -> int:
    """Return the word behind the definite epithets that follow a definite party."""
    definite = scene.words[last - 1].text.startswith((_ARTICLE, "لل"))
    while definite and _follows(scene, last, stop) and scene.party(last) is None:
        word = scene.words[last].text
        listed = word[len(_ARTICLE) :] in scene.knowledge.built(_epithets)
        if not word.startswith(_ARTICLE) or scene.word_is(last, "relative"):
            break
        if not (listed or (party.kind == "unnamed" and word.endswith(_ENDINGS))):
            break
        last += 1
    return last


def _follows(scene: Scene, i: int, stop: int) -> bool:
    """Whether word `i` stands behind the one before with nothing but a space, and is no time."""
    return i < stop and scene.gap(i).isspace() and i not in scene.timed


def _many(knowledge: Knowledge) -> frozenset[str]:
    """Plural nouns of sources that stand before whose they are (سكان، أهالي، عناصر)."""
    return frozenset(fold_text(row.word) for row in knowledge.language.source_nouns if row.kind == "owned")


def _near(knowledge: Knowledge) -> frozenset[str]:
    """Words by which a source is near to somebody (مقرب من الوزير)."""
    rows = knowledge.language.mentionwords
    return frozenset(fold_text(row.word) for row in rows if _NEAR in row.kind)


def _sites(knowledge: Knowledge) -> frozenset[str]:
    """Nouns before the name of a place (حي، محافظة)."""
    return frozenset(fold_text(form) for row in knowledge.language.place_heads for form in (row.head, *row.forms))


def _epithets(knowledge: Knowledge) -> frozenset[str]:
    """Adjectives of sources and of states, folded, without the article."""
    states = (form for state in knowledge.world.states for form in state.adjectives)
    nouns = (row.word for row in knowledge.language.source_nouns if row.kind == "adjective")
    return frozenset(fold_text(form).removeprefix(_ARTICLE) for form in (*states, *nouns))
