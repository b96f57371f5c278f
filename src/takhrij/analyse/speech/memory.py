"""Who has spoken in an article so far, for the verbs and nouns that point back."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.records import Hop
from takhrij.text import fold_words

_SILENCE: Final = 3
"""Sentences after a saying in which a verb without a subject still means its speaker; farther off, another."""
_GOING_ON: Final = 6
"""The same for a verb by which one goes on (وأضاف): what lies between are mostly the speaker's own words."""
_ALONE: Final = 12
"""The same where nobody else was named since."""
_ALONE_NEAR: Final = 3
"""Sentences back to the only person who may be meant."""
_BROADCASTS: Final = ("اعلام", "تلفزيون", "اذاعه")
"""Media that an adjective tells apart (التلفزيون السوري): with it they mean none that was credited."""
_MINISTRY: Final = "وزاره"
"""Head of bodies that the next word names alone (وزارة الداخلية)."""
_SOURCE: Final = "المصدر"
"""The noun by which any unnamed speaker may be called again."""
_NAMED: Final = ("person", "organization")
"""Kinds of speakers that no list has, who are called by their last name again."""
_BODIES: Final = ("outlet", "organization", "unnamed")
"""Kinds of speakers that are called a source."""
_GENERIC: Final = frozenset(
    map(lead_of, fold_words("صحيفة جريدة مجلة وكالة شبكة قناة موقع نيوز أنباء للأنباء أخبار"))
)
"""Words of outlets' names that say what they are: شبكة بلدي and بلدي نيوز are one."""


class Memory:
    """Who has spoken in an article so far, and the outlets that it credits: الصحيفة may be the last of them."""

    def __init__(self, credits_: tuple[Hop, ...] = (), outlet: str = "") -> None:
        self.last: tuple[Hop, ...] = ()
        self.sentence = 0
        self._topic: tuple[Hop, ...] = ()
        self._topic_at = 0
        self._spoke = 0
        self._quoted: tuple[Hop, ...] = ()
        self._quoted_at = 0
        self._issuer: tuple[Hop, ...] = ()
        self._issued_at = 0
        self._last_feminine: bool | None = None
        self._credits = credits_
        self._outlet = _proper(outlet)
        self._people: list[tuple[int, str, tuple[Hop, ...]]] = []
        self._told: dict[str, tuple[Hop, ...]] = {}
        self._heads: dict[str, tuple[Hop, ...]] = {}
        self._referents: dict[str, tuple[Hop, ...]] = {}
        self._feminine: dict[bool, tuple[Hop, ...]] = {}
        self._surnames: dict[str, tuple[Hop, ...]] = {}

    def keep(self, hops: tuple[Hop, ...], party: Party, feminine: bool | None = None) -> None:
        """Remember a speaker, by what a later noun or verb form may point back to."""
        self.go_on(hops, feminine)
        self.know(hops, party.lead)
        if party.mention:
            self._referents.setdefault(party.mention.refers, hops)
        elif party.kind in _NAMED and " " in party.name and party.name.endswith(hops[-1].name):
            self._surnames.setdefault(fold_words(party.name)[-1], hops)
        if feminine is not None:
            self._feminine[feminine] = hops

    def go_on(self, hops: tuple[Hop, ...], feminine: bool | None = None) -> None:
        """Remember who spoke last, named or not; what shows no gender leaves the same speaker theirs."""
        if feminine is not None or hops != self.last:
            self._last_feminine = feminine
        self.last, self._spoke, self._topic = hops, self.sentence, ()

    def lose(self) -> None:
        """Remember that somebody spoke last of whom nothing is known: who goes on is nobody named before."""
        self.go_on(())
        self._people.clear()

    def quote(self, hops: tuple[Hop, ...]) -> None:
        """Remember who speaks in quotation marks up to the end of this sentence; nobody, if empty."""
        self._quoted, self._quoted_at = hops, self.sentence

    def quoted(self, near: int = 1) -> tuple[Hop, ...]:
        """Return who spoke in quotation marks up to the end of one of the last `near` sentences."""
        return self._quoted if 1 <= self.sentence - self._quoted_at <= near else ()

    def spoke(self, near: int = _SILENCE) -> tuple[Hop, ...]:
        """Return who spoke last, in marks or not, if that was in one of the last `near` sentences; nobody unknown."""
        known = self.last and self.last[-1].name
        return self.last if known and 1 <= self.sentence - self._spoke <= near else ()

    def know(self, hops: tuple[Hop, ...], lead: str) -> None:
        """Remember a party that was named and may be pointed back to, without having spoken."""
        self._heads[_key(lead)] = hops
        words = fold_words(hops[-1].name)
        if hops[-1].kind == "organization" and words[:1] == [_MINISTRY] and len(words) > 1:
            self._heads[lead_of(words[1])] = hops  # وقالت الداخلية

    def own(self, name: str) -> bool:
        """Whether a name is that of the article's own outlet, which carries nothing to itself."""
        words = _proper(name)
        return bool(self._outlet and words) and (self._outlet <= words or words <= self._outlet)

    def told(self, hops: tuple[Hop, ...]) -> tuple[Hop, ...]:
        """Return a speaker's hops with the outlet that they spoke to before, if no other leads to them here."""
        if len(hops) > 1:
            self._told[hops[-1].name] = hops if hops[0].via == "carried" and hops[0].kind == "outlet" else ()
            return hops
        return self._told.get(hops[-1].name) or hops

    def met(self, hops: tuple[Hop, ...]) -> None:
        """Remember that a person was named, whether or not they spoke."""
        self._people.append((self.sentence, hops[-1].name, hops))

    def only_one(self) -> tuple[Hop, ...]:
        """Return the only person whom the last sentences name, empty if they name more, or nobody."""
        near = {name: hops for at, name, hops in self._people if self.sentence - at <= _ALONE_NEAR}
        return next(iter(near.values())) if len(near) == 1 else ()

    def turn_to(self, hops: tuple[Hop, ...]) -> None:
        """Remember whom a sentence without a saying is about; that one may be who speaks next."""
        self._topic, self._topic_at = hops, self.sentence

    def topic(self) -> tuple[Hop, ...]:
        """Return whom the sentence before is about, if it brought no saying."""
        return self._topic if self.sentence - self._topic_at <= 1 else ()

    def issue(self, hops: tuple[Hop, ...], lead: str) -> None:
        """Remember who issued a document: it speaks for them, here and in the next sentence (جاء فيه)."""
        self.know(hops, lead)
        self._issuer, self._issued_at = hops, self.sentence

    def issuer(self) -> tuple[Hop, ...]:
        """Return who issued the document that the sentence before names."""
        return self._issuer if self.sentence - self._issued_at <= 1 else ()

    def note(self, hops: tuple[Hop, ...], lead: str) -> None:
        """As `know`, but a speaker of the same name keeps the longer way that led to it."""
        held = self._heads.get(_key(lead), ())
        if not held or held[-1].name != hops[-1].name:
            self.know(hops, lead)

    def again(self, scene: Scene, party: Party) -> tuple[Hop, ...]:
        """Return the earlier hops that a bare definite noun (المصدر، الصحيفة) points back to, empty if none."""
        mention = party.mention
        if scene.words[party.first].text == _SOURCE and self._unnamed_near():
            return self.last
        alone = mention is None and party.last == party.first + 1 and party.kind in _NAMED
        if alone and (same := self._surnames.get(scene.words[party.first].text)):
            return same[-1:]  # وبين الخوار, whom no list has, behind: قال علي الخوار
        itself = scene.words[party.first].text == _SOURCE and scene.word_is(party.last - 1, "self")
        if itself and self.sentence - self._spoke <= 1 and self.last and self.last[-1].kind in _BODIES:
            return self.last  # وأوضح المصدر ذاته
        if mention and mention.kind == "unnamed" and (same := self._referents.get(mention.refers)):
            return same
        if mention and (mention.refers != mention.id or mention.kind in ("person", "state", "place", "office")):
            return ()
        text = scene.words[party.first].text
        words = range(party.first, party.last)
        described = len(words) == 2 and party.kind == "outlet" and scene.words[words[1]].text.startswith("ال")
        bare = len(words) == 1 or scene.word_is(party.first + 1, "self") or described
        definite = lead_of(text) != text
        if not (bare and definite):
            return ()
        if party.kind == "unnamed":
            same = self.last if scene.word_is(party.last - 1, "self") and self.last[-1:] else ()
            return self._heads.get(_key(party.lead), same if same and same[-1].kind == "unnamed" else ())
        broadcast = described and lead_of(text) in _BROADCASTS
        credited = tuple(hop for hop in self._credits[-1:] if hop.kind == party.kind == "outlet" and not broadcast)
        return self._heads.get(_key(party.lead), credited)[-1:]

    def _unnamed_near(self) -> bool:
        """Whether somebody without a name spoke last, in this sentence or the one before."""
        return self.sentence - self._spoke <= 1 and bool(self.last) and self.last[-1].kind == "unnamed"

    def latest(self, feminine: bool, goes_on: bool = False) -> tuple[Hop, ...]:
        """Return for whom a verb without a subject goes on: the last speaker, if not known to be of the other gender.

        Else the last speaker of that gender. Nobody, where too many sentences without a saying lie between.
        """
        if self.sentence - self._spoke > (_GOING_ON if goes_on else _SILENCE):
            others = {name for at, name, _ in self._people if at > self._spoke} - {h.name for h in self.last[-1:]}
            if others or not self.last or self.sentence - self._spoke > _ALONE:
                return ()
        if self._last_feminine in (None, feminine):
            return self.last
        return self._feminine.get(feminine, ())


def _proper(name: str) -> frozenset[str]:
    """Return the folded words of an outlet's name but for those that say what it is."""
    return frozenset(map(lead_of, fold_words(name))) - _GENERIC


def _key(lead: str) -> str:
    return {"مصادر": "مصدر", "مسوولون": "مسوول", "مسوولين": "مسوول"}.get(lead, lead)
