"""The lexicon of outlets: which known one a name, a stretch of text or an address means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Hit, Lexicon
from takhrij.text import Folded, domain_of, fold_text
from takhrij.world.tables import Outlet

_TAILS: Final = frozenset(
    ["news", "network", "agency", "tv", "channel", "newspaper", "online", "net", "com", "org", "arabic", "newsagency"]
)
"""What English names of outlets end with, and their addresses do not."""
_KINDS: Final = frozenset(["com", "net", "org", "gov", "co", "edu", "info"])
_SITE: Final = "موقع"
_LED: Final = {
    "صحيفه": "paper",
    "جريده": "paper",
    "قناه": "channel",
    "تلفزيون": "channel",
    "فضاييه": "channel",
    "وكاله": "agency",
}
"""What stands before the names of outlets, folded, and the kind of those."""
_TO_THE: Final = re.compile(r"^\w{0,2}?لل")
_APOSTROPHE: Final = re.compile(r"^\s?['’`]\s?$")
LABEL: Final = 4
"""Letters that the name in an address has more than, to be known by itself."""
LEAST: Final = 3
"""Fewest letters of an unknown name: shorter ones are ends of addresses."""


def known(
    folded: Folded, knowledge: Knowledge, start: int, end: int, *, common: bool = False
) -> Iterator[Hit[Outlet]]:
    """Yield the known outlets named from `start` to `end`, left to right.

    A name that is also an ordinary word is taken behind a word like paper or channel, anywhere with `common`.
    """
    carriers, ordinary = knowledge.built(carriers_of), knowledge.built(ordinary_names)
    lexicon = knowledge.built(_lexicon)
    for found in lexicon.find(folded, folded.between(start, end)):
        hit = _longer(folded, found, lexicon, carriers)
        if is_cut(folded, hit):
            continue
        if (
            common
            or phrase(folded, hit) not in ordinary
            or (not hit.prefix and hit.first and any(folded.words[hit.first - 1].text.endswith(c) for c in carriers))
        ):
            yield hit


def _longer(folded: Folded, hit: Hit[Outlet], lexicon: Lexicon[Outlet], carriers: tuple[str, ...]) -> Hit[Outlet]:
    """The hit, or the longer name behind its first word, which is one like paper ("paper the New Day")."""
    if hit.last - hit.first < 2 or not folded.texts[hit.first].endswith(carriers):
        return hit
    inner = lexicon.at(folded, hit.first + 1, clitics=False)
    return inner if inner and inner.last > hit.last else hit


def is_cut(folded: Folded, hit: Hit[Any]) -> bool:
    """Whether a hit is a part of something longer: of a word with an apostrophe, or of editors' initials."""
    return is_cut_by_apostrophe(folded, hit) or _is_initials(folded, hit)


def _is_initials(folded: Folded, hit: Hit[Any]) -> bool:
    """Whether a full stop alone parts single letters from one more: "Z. A. P." is no agency."""
    texts = folded.texts
    if any(len(word) > 1 for word in texts[hit.first : hit.last]):
        return False
    before = hit.first > 0 and len(texts[hit.first - 1]) == 1 and folded.gap(hit.first - 1, hit.first).strip() == "."
    after = hit.last < len(texts) and len(texts[hit.last]) == 1 and folded.gap(hit.last - 1, hit.last).strip() == "."
    return before or after


def is_cut_by_apostrophe(folded: Folded, hit: Hit[Any]) -> bool:
    """Whether a hit in Latin letters goes on behind an apostrophe, which a dump sets apart ("Sana ' a Centre")."""
    last = hit.last
    if last >= len(folded.words) or not folded.texts[last - 1].isascii() or not folded.texts[last].isascii():
        return False
    return bool(_APOSTROPHE.match(folded.gap(last - 1, last)))


def phrase(folded: Folded, hit: Hit[Outlet]) -> str:
    """Return the folded words of a hit, without the particle in front; "to the" gives its article back."""
    words = " ".join(folded.texts[hit.first : hit.last])
    return _TO_THE.sub("ال", words) if hit.prefix.endswith("لل") else words.removeprefix(hit.prefix)


def is_ordinary(folded: Folded, hit: Hit[Outlet], knowledge: Knowledge) -> bool:
    """Whether the name is an ordinary word too."""
    return phrase(folded, hit) in knowledge.built(ordinary_names)


def named(text: str, knowledge: Knowledge) -> Outlet | None:
    """Return the outlet whose name or spelling `text` is, or whose address it is in Latin letters (Al Mada)."""
    words = tidy(text)
    found = knowledge.built(_names).get(words) or _led(words.split(), knowledge)
    return found or (_by_label(words.split(), knowledge) if words[:1].isascii() and words.isascii() else None)


def _led(words: list[str], knowledge: Knowledge) -> Outlet | None:
    """The outlet of the kind that the word before its name says ("paper today", "site of channel so-and-so")."""
    rest = words[1:] if len(words) > 1 and words[0] == _SITE else words
    kind = _LED.get(rest[0]) if len(rest) > 1 else None
    bare = rest[1:] if kind else rest
    found = knowledge.built(_names).get(" ".join(bare)) if len(bare) < len(words) else None
    return found if found and (kind in (None, found.kind) or words[0] == _SITE) else None


def _by_label(words: list[str], knowledge: Knowledge) -> Outlet | None:
    """The outlet whose address is made of these words, without "news" and the like; also of letters with spaces."""
    names, labels = knowledge.built(_names), knowledge.built(_labels)
    if len(words) > LEAST and all(len(word) == 1 for word in words):
        return names.get("".join(words))
    while words:
        if found := labels.get("".join(words)):
            return found
        if words[-1] not in _TAILS:
            return None
        words = words[:-1]
    return None


def _labels(knowledge: Knowledge) -> dict[str, Outlet]:
    """Outlets by the name in their addresses, where no two share it and it is long enough to be a name."""
    found: dict[str, Outlet] = {}
    shared = set()
    for outlet in knowledge.world.outlets:
        for domain in outlet.domains:
            parts = [part for part in domain.lower().split(".")[:-1] if part not in _KINDS]
            label = re.sub(r"[^a-z0-9]", "", parts[-1]) if parts else ""
            if found.setdefault(label, outlet) is not outlet:
                shared.add(label)
    return {label: o for label, o in found.items() if label not in shared and len(label) > LABEL}


def by_words(words: str, knowledge: Knowledge) -> Outlet | None:
    """Return the outlet whose name or spelling the folded words are, a space between two."""
    return knowledge.built(_names).get(words)


def ends_known(folded: Folded, first: int, knowledge: Knowledge) -> int:
    """Return where the longest known name ends that begins with word `first`; 0 if none does."""
    hit = knowledge.built(_lexicon).at(folded, first)
    return hit.last if hit else 0


def by_address(url: str, knowledge: Knowledge) -> tuple[str, Outlet | None]:
    """Return the address's domain, without "www.", and the outlet that is known to own it or its parent."""
    host = domain_of(url)
    for prefix in ("www.", "m.", "amp."):
        host = host.removeprefix(prefix)
    parts, domains = host.split("."), knowledge.built(_domains)
    for k in range(len(parts) - 1):
        if found := domains.get(".".join(parts[k:])):
            return host, found
    return host, None


def tidy(text: str) -> str:
    """Return the folded words of a text, a space between two."""
    return " ".join(re.findall(r"\w+", fold_text(text)))


def _spellings(knowledge: Knowledge) -> Iterator[tuple[str, Outlet]]:
    for outlet in knowledge.world.outlets:
        for spelling in (outlet.name, *outlet.spellings):
            yield spelling, outlet


def _lexicon(knowledge: Knowledge) -> Lexicon[Outlet]:
    return Lexicon(_spellings(knowledge), knowledge.language.clitics)


def _names(knowledge: Knowledge) -> dict[str, Outlet]:
    return {tidy(s): o for s, o in reversed(list(_spellings(knowledge)))}


def ordinary_names(knowledge: Knowledge) -> frozenset[str]:
    """Return the names that are ordinary words too, folded."""
    return frozenset(fold_text(name) for outlet in knowledge.world.outlets for name in outlet.common)


def carriers_of(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the words behind which an outlet's name stands (paper, site), folded."""
    return tuple(fold_text(row.phrase) for row in knowledge.language.credits if row.part == "carrier")


def _domains(knowledge: Knowledge) -> dict[str, Outlet]:
    return {d.lower(): o for o in reversed(knowledge.world.outlets) for d in o.domains}


def whole_name(text: str, knowledge: Knowledge) -> str:
    """An unknown name without what is glued to it: buttons, weekdays, the same in other letters; empty for none."""
    plain, end = knowledge.built(plain_words), 0
    for k, word in enumerate(re.finditer(r"\S+", text)):
        if fold_text(word.group()) in plain or (k and is_arabic(word.group()) != is_arabic(text[:end])):
            break
        end = word.end()
    name = text[:end]
    return "" if len(name) < LEAST or fold_text(name) in knowledge.built(no_names) else name


def is_arabic(text: str) -> bool:
    """Whether Arabic letters stand in the text."""
    return any("ء" <= c <= "ي" for c in text)


def no_names(knowledge: Knowledge) -> frozenset[str]:
    """Sections, buttons and towns: what stands in a page's title and is nobody's name."""
    parts = [row.phrase for row in knowledge.language.furniture if row.where != "any"]
    parts += [name for row in knowledge.world.places for name in (row.name, *row.spellings)]
    parts += [name for row in knowledge.world.states for name in (row.name, *row.spellings)]
    parts += [row.phrase for row in knowledge.language.credits if row.part in ("plain", "label", "crowd")]
    return frozenset(map(fold_text, parts))


def plain_words(knowledge: Knowledge) -> frozenset[str]:
    """Return words of buttons and the days of the week, folded: they end a name."""
    language = knowledge.language
    buttons = [row.phrase for row in language.credits if row.part == "plain"]
    return frozenset(map(fold_text, [*buttons, *(row.name for row in language.weekdays)]))


def given_names(knowledge: Knowledge) -> frozenset[str]:
    """Return names that are given to people at least as often as they are a family's."""
    return frozenset(u.name for u in knowledge.language.name_units if u.given >= max(u.family, 3))
