"""Whom an honorific means that stands for a name (وأكد سموه أن، وأشار معاليه إلى): who bears it in the page."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech.scenes import Party, Scene
from takhrij.text import fold_text

_BORNE: Final = {
    "سموه": "سمو السمو الأمير أمير",
    "سموها": "سمو السمو الأميرة الشيخة",
    "معاليه": "معالي المعالي وزير الوزير",
    "معاليها": "معالي وزيرة الوزيرة",
    "سعادته": "سعادة السعادة السفير",
    "فضيلته": "فضيلة الفضيلة الشيخ",
    "سماحته": "سماحة السماحة المفتي",
    "جلالته": "جلالة الملك ملك",
    "فخامته": "فخامة الرئيس رئيس",
    "سيادته": "سيادة الرئيس رئيس",
    "غبطته": "غبطة البطريرك",
    "نيافته": "نيافة المطران",
}
"""Honorifics, and the titles by which their bearers are told."""
_TITLES: Final = {fold_text(word): frozenset(map(fold_text, of.split())) for word, of in _BORNE.items()}
HONORIFICS: Final = frozenset(_TITLES)
"""Folded words that stand for who was named with an honour."""
_BEFORE: Final = 5
"""Words before a name's own titles in which he may be honoured."""
_FAR: Final = 2000
"""Words back to his name, so that a page of a thousand honorifics is read in time."""


def meant(scene: Scene, i: int) -> Party | None:
    """Return the person, as a party of word `i`, whom an honorific there means; None if nobody before it bears it.

    Of several he is whom the page names first: who visits, opens and speaks, before whom he meets.
    """
    titles = _TITLES.get(scene.words[i].text) if i < len(scene.words) else None
    if not titles:
        return None
    for party in scene.parties(range(max(0, i - _FAR), i)):
        if party.kind != "person" or not party.mention:
            continue
        named = scene.words[party.first : party.last]
        before = scene.words[max(0, party.first - _BEFORE) : party.first]
        if any(word.text in titles or word.text[1:] in titles for word in (*before, *named)):
            return party._replace(first=i, last=i + 1)
    return None
