"""Title grammar: [نائب] + [وزير] + of what + of which state, and the name before or behind it."""

from __future__ import annotations

from typing import NamedTuple

from takhrij.analyse.mentions import groups, nameparts, names
from takhrij.analyse.mentions.facts import Fact
from takhrij.analyse.mentions.officekeys import Offices
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE, has_article, restored
from takhrij.records import Role, Span
from takhrij.text import fold_text

LONGEST = 16
"""No title in the pages read has more words."""
_TOLD = frozenset(map(fold_text, ["للصحفيين", "للصحافيين", "للمراسلين", "للإعلاميين", "للحاضرين"]))
"""Whom something is told, behind a title alone."""
SERVES = "title of one who serves another"
"""The rule by which a title is of nobody named, though a name stands behind it."""
_KING = "الملك"
_HIS, _HERS = ("ه", "هم", "ها", "نا"), "ة"
"""So end what is of his, theirs and ours, and a title of hers, which folds to the same (ملكة)."""
_HEADS = ("office", "deputy")
_BODIES = ("org_head", "state_head")
_OF = ("of", "time", "former", "org_head", "state_head", "place_head", "link")


class Title(NamedTuple):
    """Words `first` to `last` are a title; `start` stands behind a clitic, `text` is its normal form.

    `wide` is where it ends if words behind a preposition belong to it, which only a name behind them shows.
    `whole`: no word is missing behind its last one (مدير بعثة), and it tells one office (رئيس مصري does not).
    `of`: where the title of a named person begins whose officer this is (متحدث باسم الرئيس NAME); 0 if there is none.
    """

    first: int
    last: int
    wide: int
    start: int
    kind: str
    text: str
    state: str
    former: bool
    whole: bool = True
    of: int = 0


def parse(t: Tagged, i: int, stop: int) -> Title | None:
    """Return the title that begins at word `i`, None if there is none."""
    head = t.fact(i, *_HEADS) or t.fact(i, "rank", "job")
    hit = t.hit(i) if head else None
    if hit is None or head is None:
        return None
    reader = _Reader(t, i, min(stop, i + LONGEST), hit.last, head.kind)
    reader.run()
    last = reader.core or reader.at
    if head.kind == "deputy" and last == hit.last and not _definite(t, i):
        return None
    whole = not reader.vague and not t.fact(last - 1, "link") and not (reader.construct and last > hit.last)
    text = normal(t, hit.start, last, hit.prefix)
    return Title(i, last, reader.at, hit.start, head.kind, text, reader.state, reader.former, whole, reader.of)


def together(t: Tagged, title: Title, inner: Title) -> Title:
    """Return a title up to the end of the one that it is of: متحدث باسم + الرئيس السوري."""
    hit = t.hit(title.first)
    text = normal(t, title.start, inner.last, hit.prefix if hit else "")
    return title._replace(last=inner.last, wide=inner.last, text=text, state=inner.state, whole=True, of=0)


def normal(t: Tagged, start: int, last: int, prefix: str) -> str:
    """Return the title's words in clean spelling; the article comes back that لل has swallowed."""
    return restored(t.clean(start, t.words[last - 1].end), prefix)


def definite(title: Title) -> bool:
    """Whether the title tells one office by itself: with the article, or of something."""
    return title.whole and (fold_text(title.text).startswith(ARTICLE) or title.last - title.first > 1)


def bare(t: Tagged, title: Title) -> bool:
    """Whether a title is one word without the article or a pronoun: whoever is named right behind has it not.

    Of 21 such titles on 1,389 pages 17 were of him (مستشار ترامب), or he was nobody (طبيب جراح، ملكة جمال); behind
    a pronoun (مديره) the name was the bearer's.
    """
    word = fold_text(title.text)
    if title.kind == "rank" or title.last > title.first + 1 or word.startswith(ARTICLE):
        return False
    if word.endswith(_HIS) and t.folded.raw[t.words[title.first].end - 1] != _HERS:
        return False
    return title.last < len(t.words) and t.joined(title.last) and not t.fact(title.last, "rank", "office", "deputy")


def complete(t: Tagged, title: Title) -> bool:
    """Whether the title tells one office, or ends with a definite word that no list has (مدير عام المطار)."""
    return definite(title) or (title.last - title.first > 1 and t.text(title.last - 1).startswith(ARTICLE))


class _Reader:
    """Reads on from the head of a title, one word after another."""

    __slots__ = ("at", "construct", "core", "former", "head", "kind", "of", "opened", "state", "stop", "t", "vague")

    def __init__(self, t: Tagged, head: int, stop: int, at: int, kind: str) -> None:
        self.t, self.head, self.stop, self.at, self.kind = t, head, stop, at, kind
        self.core = 0
        self.of = 0
        self.state = ""
        self.former = False
        self.opened = False
        self.vague = False
        self.construct = not _definite(t, head)

    def run(self) -> None:
        """Move `at` behind the title."""
        while self.at < self.stop and self.t.joined(self.at) and self._takes(self.at):
            pass
        while self.core and self.at > self.core and self.t.text(self.at - 1) in self.t.book.said("preposition"):
            self.at -= 1

    def _takes(self, j: int) -> bool:
        """Take the words at `j` if the title goes on with them."""
        t = self.t
        hit = t.hit(j)
        if t.text(j) in t.book.said("preposition"):
            return self._prepose(j)
        if (j == self.head + 1 or (j == self.at and t.fact(j - 1, *_HEADS))) and self._disagrees(j):
            return False
        if self.kind == "rank":
            name = (
                (nameparts.given(t, j) and not _of_what(t, j))
                or nameparts.sonned(t, j)
                or nameparts.deputy(t, j)
                or nameparts.ruler(t, j)
            )
            goes_on = hit is not None and t.fact(j, "rank", *_HEADS) is not None and not name
            return goes_on and hit is not None and self._move(hit.last)
        if t.text(j) in t.book.eponyms and t.text(j + 1) in t.book.said("honour") and self.kind in _HEADS:
            site = groups.eponym(t, j, self.stop)
            if site is not None:  # مدير مستشفى الملك فهد
                self.construct = False
                return self._move(site.last)
        alone = j == self.head + 1 and not t.text(self.head).startswith(ARTICLE)
        if hit and hit.prefix and self.kind in _HEADS and not alone and groups.outlet(t, j):
            return False  # قالت متحدثة باسم الشرطة لصحيفة: whom it is told to
        taken = self._listed(j, hit.last, hit.prefix) if hit else None
        return self._unlisted(j) if taken is None else taken

    def _disagrees(self, j: int) -> bool:
        """Whether a definite feminine stands behind a definite masculine head, so none of his (الوزير الحكومة)."""
        t, words = self.t, self.t.words
        if not (t.text(j - 1).startswith(ARTICLE) and t.text(j).startswith(ARTICLE)):
            return False
        head, his, hers = (t.folded.raw[words[k].end - 1] == "ة" for k in (self.head, j - 1, j))
        body = self.kind == "office" and not t.facts(j).keys().isdisjoint(_BODIES)  # الوزيرة الحكومة
        return (body or (hers and not (his or head))) and not self._before_name(j)

    def _unlisted(self, j: int) -> bool:
        """Take a word that is in no list of titles: definite, or behind a clitic that goes on."""
        t = self.t
        word = t.text(j)
        if self._up_to_name(j):
            return self._move(j + 1)
        if t.stop(j):
            return False
        if t.fact(j - 1, "place_head") and not _definite(t, j - 1) and not nameparts.given(t, j):
            return self._move(j + 1)  # منطقة عسير: whatever stands behind the head is its name
        if word.startswith(ARTICLE):
            before_name = self._before_name(j)
            name = nameparts.part(t, j) and not self.construct and not before_name
            spoken_for = t.book.ordinary[word] and t.fact(j - 1, "link") is not None  # المتحدث باسم الوحدات
            goes_on = self.construct or self.opened or before_name or spoken_for
            goes_on = goes_on or (_adjective(word) and not self._named(j))
            return not name and goes_on and self._move(j + 1)
        named = word.startswith("بال") and t.tight(j + 1) and (nameparts.given(t, j + 1) or t.fact(j + 1, "rank"))
        if (word.startswith("وال") or named) and j > self.head + 1:  # المتحدث بالمنطقة سامي
            return self._open(j) and self._move(j + 1)
        if word.startswith("لل"):
            ruler = self.state and t.text(self.head).removeprefix(ARTICLE) in t.book.said("rules")
            alone = (ruler or j == self.head + 1) and t.text(self.head).startswith(ARTICLE) and self.kind == "office"
            return not (alone and (t.book.ordinary[word] or word in _TOLD)) and self._move(
                j + 1
            )  # دعوة الرئيس للتنحي
        if word.startswith("ل") and len(word) > 3 and not nameparts.given(t, j) and not names.behind_clitic(t, j):
            return self._purpose(j)
        return self.construct and self.kind in _HEADS and self._genitive(j)

    def _listed(self, j: int, last: int, prefix: str) -> bool | None:
        """Take a listed phrase if the title goes on with it; None where the lists do not say."""
        t = self.t
        of = t.fact(j, *_OF)
        if prefix.startswith("و"):
            fact = t.fact(j, *_OF, "place", "state")
            if fact is None:
                return None
            return fact.kind in ("of", "place", "state") and self._open(j) and self._move(last)
        if of and not self.construct and t.fact(j, "outlet", "place"):
            return self._of(j, last, of)
        if fact := t.fact(j, "adjective"):
            if not self.construct and j == self.at and not has_article(t.text(j)) and nameparts.given(t, j):
                return False  # الأمير تركي: what says more of a definite title has the article too
            self.state = self.state or fact.state
            self.vague = self.vague or (self.construct and j == self.head + 1)
            self.construct = False
            return self._move(last)
        if t.fact(j, *_HEADS):
            return self._office(j, last, prefix)
        if fact := t.fact(j, "state", "voice", "place", "org", "outlet", "whom"):
            return self._whose(j, last, prefix, fact)
        return self._of(j, last, of) if of else self._served(j, last)

    def _served(self, j: int, last: int) -> bool | None:
        """Take whom an adviser or envoy serves, where what for follows: مستشار ترامب للأمن القومي."""
        t = self.t
        served = t.fact(j, "person") and self.construct and j == self.head + 1 and t.tight(last)
        if not served or not t.text(last).startswith("لل") or not t.book.ordinary[t.text(last)[2:]]:
            return None
        self.construct = False
        return self._move(last)

    def _office(self, j: int, last: int, prefix: str) -> bool:
        """Take the office of whoever is spoken for, served or stood in for, unless he is named behind it."""
        if (
            prefix in ("ل", "لل")
            and self.state
            and self.t.text(self.head).removeprefix(ARTICLE) in self.t.book.said("rules")
        ):
            return False  # قال أمير الكويت لوزير الخارجية
        told = self.t.fact(j - 1, "link") is not None or prefix in ("ل", "لل")  # المتحدث باسم الرئيس
        free = self.construct or told or self.kind == "deputy"
        if free and self.kind != "deputy" and self._borne(j, prefix, told=told):
            self.of = j
            return False
        return free and self._move(last) and self._begin(last - 1)

    def _borne(self, j: int, prefix: str, *, told: bool) -> bool:
        """Whether a name right behind the title at word `j` is that one's own, and not of whom the head tells.

        It is if such an office was ever held by that name (باسم الرئيس فلاديمير بوتين), and, where a link or
        preposition stands between (`told`), behind a head that is anybody's (متحدث باسم) or follows its own name.
        """
        t = self.t
        inner = parse(t, j, self.stop) if told or t.text(j) not in t.book.said("honour") else None
        for end in {inner.last, inner.wide} if inner else ():
            if end >= self.stop or not t.joined(end):
                continue
            last = names.direct(t, end, self.stop, titled=True)
            if last > end:
                own = told and (self._named_before() or not _definite(t, self.head))
                return own or t.book.holds(t.text(j)[len(prefix) :], t.text(end), t.text(last - 1))
        return False

    def _named_before(self) -> bool:
        """Whether a name and a comma stand before the title: it is that one's."""
        t, i = self.t, self.head - 1
        return t.after_comma(self.head) and (nameparts.part(t, i) or (i > 0 and nameparts.given(t, i - 1)))

    def _whose(self, j: int, last: int, prefix: str, fact: Fact) -> bool | None:
        """Take the state, place, organisation or king that the office is of."""
        t = self.t
        if not (self.construct or self.opened or prefix in ("ل", "لل") or t.fact(j - 1, "link", "state_head")):
            return False
        if fact.kind == "whom" and t.text(last) == _KING:
            return False  # he is named behind it
        if fact.kind == "place" and nameparts.given(t, j) and not self.opened:
            return None
        head = t.hit(j - 1)
        held = t.book.held.get((t.text(j - 1)[len(head.prefix) if head else 0 :], t.text(j)), "")
        self.state = self.state or held or (fact.state if fact.kind != "outlet" else "")
        self.construct = False
        return self._move(last)

    def _of(self, j: int, last: int, fact: Fact) -> bool:
        t = self.t
        if (
            t.fact(j, "org_head")
            and (group := groups.read(t, j, self.stop))
            and group.first == j
            and group.last > last
        ):
            self.state = self.state or group.state
            self.construct = False
            return self._move(group.last)
        self.former = self.former or fact.kind == "former"
        if nameparts.given(t, j) and t.joined(j + 1) and nameparts.part(t, j + 1) and not self.construct:
            return False
        if fact.kind not in ("time", "former", "link"):
            self.construct = not t.text(last - 1).startswith((ARTICLE, "لل"))
        return self._move(last)

    def _purpose(self, j: int) -> bool:
        """Take لحقوق الإنسان, لتأهيل ضحايا العنف: for something, up to its definite word."""
        t = self.t
        for k in range(j + 1, min(self.stop, j + 4)):
            if not t.joined(k) or t.stop(k):
                return False
            if t.text(k).startswith(ARTICLE):
                return not nameparts.given(t, k) and self._move(k + 1)
        return False

    def _prepose(self, j: int) -> bool:
        """Take a preposition when a definite or listed word follows; the title may have ended before it."""
        t = self.t
        if j + 1 >= self.stop or not t.joined(j + 1) or (t.stop(j + 1) and not t.fact(j + 1, *_OF)):
            return False
        if not (t.fact(j + 1, "state", "place", "voice", *_OF) or t.text(j + 1).startswith(ARTICLE)):
            return False
        self._open(j)
        self.construct = True
        return self._move(j + 1)

    def _open(self, j: int) -> bool:
        self.core = self.core or j
        self.opened = True
        return True

    def _begin(self, j: int) -> bool:
        self.construct = not self.t.text(j).startswith((ARTICLE, "لل"))
        return True

    def _move(self, to: int) -> bool:
        self.at = to
        return True

    def _before_name(self, j: int) -> bool:
        """Whether up to three definite words stand before a given name: الخبير البحري الأردني سامي النجداوي."""
        t, k = self.t, j
        while k < min(self.stop, j + 3) and t.tight(k) and t.text(k).startswith(ARTICLE):
            k += 1
        if k + 1 >= min(self.stop, len(t.words)) or not t.tight(k) or not t.tight(k + 1):
            return False
        if k == j + 1 and t.text(k) in t.book.sons and nameparts.part(t, j):
            return False  # الأمير الوليد بن خالد
        return nameparts.given(t, k) and (nameparts.part(t, k + 1) or nameparts.unknown(t, k + 1))

    def _up_to_name(self, j: int) -> bool:
        """Whether words in no list stand before a rank and a given name (مدير جامعة أم القرى الدكتور سامي)."""
        t, k = self.t, j
        if self.kind not in _HEADS or not (self.construct or t.text(j).startswith(("ل", "ب"))):
            return False
        opens = t.book.particles["opens"]
        while k < min(self.stop, j + 3) and t.tight(k) and not t.fact(k, "rank", "time", *_HEADS):
            if t.stop(k) and t.text(k) not in opens:
                return False
            k += 1
        ranked = t.tight(k) and t.fact(k, "rank") and (t.text(k).startswith(ARTICLE) or t.abbreviated(k))
        if ranked:
            return k > j and (nameparts.part(t, k + 1) or nameparts.unknown(t, k + 1) or nameparts.sonned(t, k + 1))
        return nameparts.sonned(t, j + 1) and t.tight(j + 1) and not nameparts.given(t, j) and not t.stop(j)

    def _named(self, j: int) -> bool:
        return nameparts.part(self.t, j) or (j + 1 < self.stop and nameparts.given(self.t, j))

    def _genitive(self, j: int) -> bool:
        """Take one unlisted word that the head or its body may be of (مدير شركة أبل), unless a name begins there."""
        t = self.t
        if nameparts.given(t, j) or nameparts.part(t, j) or not nameparts.unknown(t, j):
            return False
        if j > self.head + 1:
            named = t.tight(j + 1) and nameparts.part(t, j + 1) and not nameparts.given(t, j + 1)
            if named or has_article(t.text(j - 1)) or not t.fact(j - 1, "org_head"):
                return False
            self.construct = False
        return self._move(j + 1)


def _of_what(t: Tagged, j: int) -> bool:
    """Whether an office that is a given name too has an ordinary definite word behind it: معالي أمين المنطقة."""
    word = t.text(j + 1)
    if not t.fact(j, "office") or not t.tight(j + 1) or not word.startswith(ARTICLE):
        return False
    return t.book.ordinary[word] and not nameparts.part(t, j + 1)


def _definite(t: Tagged, i: int) -> bool:
    hit = t.hit(i)
    return hit is not None and has_article(t.text(i))


def _adjective(word: str) -> bool:
    return word.endswith(("ي", "يه", "يين", "يون")) and len(word) > 5


def _ended(t: Tagged, i: int) -> bool:
    """Whether an office may end with word `i`, so that a rank behind it is its bearer's."""
    return has_article(t.text(i)) or not (t.stop(i) or t.fact(i, *_HEADS, *_OF))


def role(t: Tagged, title: Title, known: Offices, *, wide: bool = False) -> Role:
    """Return the role that a title gives; `wide` takes the words behind a preposition too."""
    last = title.wide if wide else title.last
    while last - 2 > title.first and t.fact(last - 1, "rank") and _ended(t, last - 2):
        last -= 1  # وكيل الوزارة الدكتور: the rank is the bearer's, not the office's
    start, end = title.start, t.words[last - 1].end
    hit = t.hit(title.first)
    name = normal(t, start, last, hit.prefix if hit else "")
    return Role(name=name, span=Span(page=t.page, start=start, end=end), office=known.of(name), state=title.state)
