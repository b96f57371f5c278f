"""Reads the words of a block from left to right: titles, names, groups and unnamed sources, each where it begins."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress

from takhrij.analyse.mentions import appositions, groups, nameparts, names, shownnames, titles, unnamed
from takhrij.analyse.mentions.drafts import Draft, Group
from takhrij.analyse.mentions.groupkeys import bodies
from takhrij.analyse.mentions.officekeys import offices
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import has_article, restored
from takhrij.knowledge import Knowledge
from takhrij.records import Block, Role
from takhrij.text import fold_text


def drafts(t: Tagged, blocks: Iterable[Block], knowledge: Knowledge) -> Iterator[Draft]:
    """Yield what the blocks name, in order; what is one with what is for `coreference` to say."""
    reader = _Reader(t, knowledge)
    for block in blocks:
        yield from reader.block(block)


_TO = ("ل", "لل")
"""Behind these a second title is of whom the first one's bearer speaks to."""
_PLAIN = frozenset(["adjective"])
"""With these facts, or none, a word begins no title, group or source."""


class _Reader:
    """Reads one block after another."""

    def __init__(self, t: Tagged, knowledge: Knowledge) -> None:
        self.t = t
        self.offices = knowledge.built(offices)
        self.bodies = knowledge.built(bodies)
        self.counterpart = t.book.said("counterpart")
        self.begun = 0

    def block(self, block: Block) -> Iterator[Draft]:
        """Yield what a block names, left to right."""
        words = self.t.folded.between(block.span.start, block.span.end)
        i, stop = words.start, words.stop
        self.begun = i
        begun = compress(words, map(self.t.book.begins.__getitem__, self.t.folded.texts[i:stop]))  # few words do
        for begin in sorted({*begun, *self.t.apposed.intersection(words)}):
            if begin < i:
                continue
            found, i = self._at(begin, stop, block)
            yield from found
            while found and found[-1].kind == "person" and (also := self._also(i, stop, block)):
                yield also
                found, i = [also], also.last

    def _at(self, i: int, stop: int, block: Block) -> tuple[list[Draft], int]:
        """Return what begins at word `i`, and the word to go on from."""
        t = self.t
        if t.words[i].text in t.book.eponyms and (group := groups.eponym(t, i, stop)):
            return [self._group(block, group)], group.last
        facts = t.facts(i)
        plain = facts.keys() <= _PLAIN
        if not plain and (found := self._listed(i, stop, block)):
            return found
        if t.words[i].text in self.counterpart and (pair := self._counterpart(i, stop, block)):
            return pair
        if person := self._somebody(i, stop, block):
            return [person], person.last
        if not plain and (group := groups.read(t, i, stop)):
            return self._inside(group, stop, block) or ([self._group(block, group)], group.last)
        return [], i + 1

    def _also(self, i: int, stop: int, block: Block) -> Draft | None:
        """Return the person joined by و to the one before, whose name no list has: X وكيت بيكنسيل."""
        t = self.t
        last = shownnames.joined_on(t, i, stop)
        if last <= i:
            return None
        draft = self._draft(block, i, last, (), "joined to a person")
        draft.start += 1
        draft.name = t.clean(draft.start, t.words[last - 1].end)
        draft.known = ""
        return draft

    def _listed(self, i: int, stop: int, block: Block) -> tuple[list[Draft], int] | None:
        """Read a title with its name, or an unnamed source."""
        t = self.t
        title = None if nameparts.sonned(t, i) else titles.parse(t, i, stop)
        if title and (titles.definite(title) or title.of or not t.fact(i, "source_head")):
            return self._titled(title, stop, block)
        if not t.facts(i).keys().isdisjoint(unnamed.BEGIN) and (last := unnamed.end(t, i, stop)) > i:
            hit = t.hit(i)
            start = hit.start if hit else t.words[i].start
            return [Draft(block, i, last, start, "unnamed", _restored(t, i, last), rule="unnamed source")], last
        return self._titled(title, stop, block) if title else None

    def _somebody(self, i: int, stop: int, block: Block) -> Draft | None:
        """Return the person whose name begins at word `i`, or right behind it where that word shows a name."""
        t = self.t
        if t.words[i].text in t.book.sayings:
            return self._shown(i, stop, block, "subject of a verb of saying")
        facts = t.facts(i)
        person = self._person(i, stop, block) if "person" in facts or names.may_begin(t, i) else None
        if person is None and "adjective" in facts and has_article(t.text(i)):
            return self._shown(i, stop, block, "name behind a nationality")
        return person

    def _shown(self, i: int, stop: int, block: Block, rule: str) -> Draft | None:
        """Return the person whose name only the word before it shows: a verb of saying, a nationality."""
        last = shownnames.shown(self.t, i + 1, stop, alone=rule.startswith("subject"))
        if last <= i + 1:
            return None
        subject = rule.startswith("subject") and last > i + 2
        return self._draft(block, i + 1, last, self._behind(last, stop, subject=subject)[0], rule)

    def _counterpart(self, i: int, stop: int, block: Block) -> tuple[list[Draft], int] | None:
        """Read نظيره الروسي, with a name behind it or none: the office is the one of whoever was named before."""
        t = self.t
        if t.words[i].text not in self.counterpart or i + 1 >= stop or not t.joined(i + 1):
            return None
        fact, hit = t.fact(i + 1, "adjective"), t.hit(i + 1)
        if fact is None or hit is None:
            return None
        name, last = self._name_behind(hit.last, stop)
        if last:
            draft = self._draft(block, name, last, (), "counterpart of the one before")
        else:
            name, last = i, hit.last
            draft = Draft(block, i, last, t.words[i].start, "office", _restored(t, i, last))
            draft.rule = "counterpart of the one before"
        draft.state = fact.state
        draft.like = (i, hit.last)
        return [draft], last

    def _inside(self, group: Group, stop: int, block: Block) -> tuple[list[Draft], int] | None:
        """Read a name behind a group whose last words are its bearer's title (مكتب رئيس الوزراء، NAME)."""
        t = self.t
        for k in range(group.first + 1, group.last):
            if not t.fact(k, "office"):
                continue
            title = titles.parse(t, k, stop)
            if title is None or title.last != group.last:
                continue
            name, last = self._name_behind(title.last, stop)
            if not last:
                return None
            role = titles.role(t, title, self.offices)
            return [self._group(block, group), self._draft(block, name, last, (role,), "name behind a title")], last
        return None

    def _titled(self, title: titles.Title, stop: int, block: Block) -> tuple[list[Draft], int] | None:
        """Read the name behind a title, or further titles joined to it; a title alone may be an office."""
        t = self.t
        if title.of:
            return self._serving(title, stop, block)
        if titles.bare(t, title):
            return self._beside(title, stop, block)
        for wide in (True, False):
            stack, name, last = self._named(title, stop, wide=wide)
            if not last:
                continue
            roles = [
                titles.role(t, x, self.offices, wide=x is not title or wide)
                for x in stack
                if x.kind != "rank" and x.text and not t.fact(x.last - 1, "link")  # باسم NAME: he is another
            ]
            roles = [r for r in roles if not self._several(r.name)]
            if len(roles) == 2 and _of_two(*roles):
                roles = roles[1:]
            more, end = (
                self._behind(last, stop, subject=last > name + 1 and appositions.said(t, title.first))[0],
                last,
            )
            if not more and last > name + 1 and all(appositions.honour(t, r) for r in roles):
                honoured = bool(roles) or any(x.kind == "rank" for x in stack)
                more, end = self._apposed(title.first, last, stop, honoured=honoured)
            return [self._draft(block, name, last, (*roles, *more), "name behind a title")], max(last, end)
        office = title.kind == "office" or (title.kind == "deputy" and self._deputy(title))
        if not office or not titles.definite(title) or self._several(title.text):
            return None
        role = titles.role(t, title, self.offices)
        draft = Draft(block, title.first, title.last, title.start, "office", title.text, title.state, (role,))
        draft.rule = "title alone"
        return [draft], title.last

    def _beside(self, title: titles.Title, stop: int, block: Block) -> tuple[list[Draft], int] | None:
        """Read the name behind a title that is of its bearer and not his (محامي سامي الداهوك), without the title."""
        t, i = self.t, title.last
        if nameparts.given(t, title.first):
            return None  # أمين عوض
        name, last = self._name_behind(i, stop, title.kind)
        if last <= name + 1 or not nameparts.given(t, name):
            return None
        return [self._draft(block, name, last, (), "given name")], last

    def _serving(self, title: titles.Title, stop: int, block: Block) -> tuple[list[Draft], int] | None:
        """Read the office of whoever serves or speaks for one who is named behind it (متحدث باسم الرئيس NAME)."""
        t = self.t
        inner = titles.parse(t, title.of, stop)
        if inner is None:
            return None
        ends = ((end, *self._name_behind(end, stop)) for end in (inner.wide, inner.last))
        end, name, last = next((found for found in ends if found[2]), (0, 0, 0))
        if not last:
            return None
        whole = titles.together(t, title, inner)
        office = Draft(block, whole.first, whole.last, whole.start, "office", whole.text, whole.state)
        office.roles, office.rule = (titles.role(t, whole, self.offices),), titles.SERVES
        role = titles.role(t, inner, self.offices, wide=end == inner.wide)
        return [office, self._draft(block, name, last, (role,), "name behind a title")], last

    def _deputy(self, title: titles.Title) -> bool:
        """Whether a deputy's title tells whose (نائب الرئيس, وكيل الوزارة); مساعدة is as often help."""
        t = self.t
        if fold_text(title.text).split(" ")[0] in t.book.said("verbal"):
            return False
        return any(t.fact(k, "office", "org_head") for k in range(title.first + 1, title.last))

    def _named(self, title: titles.Title, stop: int, *, wide: bool) -> tuple[list[titles.Title], int, int]:
        """Return the titles before a name, and the name's words; the last number is 0 if no name follows."""
        end = title.wide if wide else title.last
        name, last = self._name_behind(end, stop, title.kind)
        if last:
            return [title], name, last
        more = self._stacked(end, stop)
        for behind in (more.wide, more.last) if more else ():
            name, last = self._name_behind(behind, stop)
            if more and last and not (self._anew(more.first) and self.t.joined(name)):
                return [title, more], name, last
        return [title], name, 0

    def _anew(self, i: int) -> bool:
        """Whether a title stands behind a comma and و: with a name right behind it, it is another person's."""
        hit = self.t.hit(i)
        return hit is not None and hit.prefix.startswith("و") and self.t.after_comma(i)

    def _name_behind(self, i: int, stop: int, kind: str = "office") -> tuple[int, int]:
        """Return the first word of the name at or behind a comma at word `i`, and the word behind it; (i, 0) if none.

        Behind what somebody does (`kind` job) a lone surname is too unsure: العالم العربي is nobody.
        """
        t = self.t
        ranked = i + 1 < stop and t.joined(i) and t.fact(i, "rank") is not None
        if ranked and i + 2 < stop and t.tight(i + 2) and t.fact(i + 1, "adjective") and has_article(t.text(i + 1)):
            i += nameparts.given(t, i + 2)  # العقيد الأمريكي ريان ديلون
        begins = ranked and (nameparts.given(t, i + 1) or nameparts.sonned(t, i + 1))
        if begins and (t.joined(i + 1) or t.abbreviated(i)):
            last = names.direct(t, i + 1, stop, titled=False)
            if not t.joined(i + 1):
                return (i + 1, last) if last > i + 1 else (i, 0)
            i += 1
        if i < stop and t.joined(i) and t.fact(i, "office") and names.titles_on(t, i):
            return i, 0  # رئيس المجلس حاكم دبي
        hit = t.hit(i) if i < stop and t.joined(i) else None
        if hit and not hit.prefix and t.fact(i, "person") and not names.goes_on(t, i, hit.last, stop):
            return i, hit.last
        if i < stop and t.joined(i):
            last = names.direct(t, i, stop, titled=True)
            if last == i + 1 and kind == "job" and not (nameparts.given(t, i) or t.text(i) in t.book.families):
                return i, 0
            return (i, last) if last > i else (i, 0)
        if i < stop and t.after_comma(i) and not nameparts.conjoined(t, i):
            last = shownnames.between_commas(t, i, stop)
            if last == i:
                last = names.direct(t, i, stop, titled=False)
            return (i, last) if last > i else (i, 0)
        return i, 0

    def _several(self, title: str) -> bool:
        """Whether a title stands for several holders, none of whom it tells."""
        return fold_text(title).partition(" ")[0] in self.t.book.said("several")

    def _stacked(self, i: int, stop: int) -> titles.Title | None:
        """Return a second title that begins at word `i`, behind و or a comma."""
        hit = self.t.hit(i) if i < stop and (self.t.joined(i) or self.t.after_comma(i)) else None
        if hit and hit.prefix not in _TO:
            title = titles.parse(self.t, i, stop)
            return title if title and title.kind in ("office", "deputy", "job") else None
        return None

    def _person(self, i: int, stop: int, block: Block) -> Draft | None:
        """Return the person whose name begins at word `i`, perhaps with a title behind a comma."""
        t = self.t
        son = nameparts.fathered(t, i)
        i -= son
        hit, fact = t.hit(i), t.fact(i, "person")
        cut = 0
        if hit and fact and not names.goes_on(t, i, hit.last, stop):
            last, start = hit.last, hit.start
        else:
            plain = son or names.begins(t, i)
            cut = nameparts.joined_before(t, i) if son else 0 if plain else names.behind_clitic(t, i)
            alone = son or (not cut and block.kind == "byline")  # whose it is is all that such a line tells
            last = names.direct(t, i, stop, titled=alone, cut=cut) if cut or plain else i
            start = t.words[i].start + cut
            fact = None
        if hit and fact is None and i + 1 < hit.last >= last and t.fact(i, "place", "state", "voice"):
            return None  # أبو ظبي
        apposed = last <= i
        last = shownnames.apposed(t, i, stop) if apposed and not hit else last
        if last <= i:
            return None
        roles, end = self._behind(last, stop, subject=last > i + 1 and appositions.said(t, i))
        if not roles and last > i + 1:
            roles, end = self._apposed(i, last, stop)
        if apposed and not roles:
            return None
        draft = self._draft(block, i, last, roles, "known person" if fact else "given name")
        draft.start, draft.last = start, max(last, end)
        if start > t.words[i].start:
            draft.name = t.clean(start, t.words[last - 1].end)
        if fact:
            draft.known, draft.state = fact.key, fact.state or draft.state
        return draft

    def _apposed(self, begin: int, last: int, stop: int, *, honoured: bool = False) -> tuple[tuple[Role, ...], int]:
        """Return the role right behind a name that is no subject of a deed, so that it is nobody's whom he meets.

        Such is a name that begins its sentence, or stands behind a preposition, or is one of a list: there the title
        ends at a comma or stop (، والدكتور NAME وزير المالية،). Behind a name with what honours it (`honoured`) its
        bearer's title stands wherever he is, unless he receives somebody.
        """
        t = self.t
        if last >= stop or not t.tight(last) or not t.fact(last, "office", "deputy", "job"):
            return (), last
        first = begin == self.begun or not (t.joined(begin) or t.after_comma(begin))
        behind = t.joined(begin) and appositions.owning(t, t.text(begin - 1))
        behind = behind or (honoured and not appositions.receives(t, begin))
        if not (first or behind or t.after_comma(begin)):
            return (), last
        roles, end = self._behind(last, stop, subject=True)
        listed = first or behind or end >= stop or not t.joined(end)
        if not (roles and listed):
            return (), last
        if honoured and end < stop and t.tight(end) and t.fact(end, "office"):
            more, end = self._behind(end, stop, subject=True)  # مستشار الملك أمير المنطقة
            roles += more
        return roles, end

    def _behind(self, i: int, stop: int, *, subject: bool = False) -> tuple[tuple[Role, ...], int]:
        """Return the roles behind a name and a comma, or right behind a `subject`, and the word to go on from."""
        t = self.t
        if (
            i >= stop
            or not (t.after_comma(i) or (subject and t.tight(i)))
            or not t.hit(i)
            or not t.fact(i, "office", "deputy", "job")
        ):
            return (), i
        hit = t.hit(i)
        title = titles.parse(t, i, stop)
        if title is None or hit is None or hit.prefix:
            return (), i
        if title.of and (inner := titles.parse(t, title.of, stop)):
            return (titles.role(t, titles.together(t, title, inner), self.offices),), title.of
        if not titles.complete(t, title):
            return (), i
        closed = title.wide >= stop or not t.joined(title.wide)
        if self._name_behind(title.wide, stop)[1] and t.joined(title.wide):
            return (), i
        role = titles.role(t, title, self.offices, wide=closed)
        return (() if self._several(role.name) else (role,)), (title.wide if closed else title.last)

    def _draft(self, block: Block, i: int, last: int, roles: tuple[Role, ...], rule: str) -> Draft:
        """Return the draft of a person whose name is the words `i` to `last`."""
        t = self.t
        if last > i + 2 and t.text(i) == t.text(i + 1) and t.fact(i + 1, "person"):
            i += 1  # حيدر حيدر العبادي: a word that the page prints twice
        start, end = t.words[i].start, t.words[last - 1].end
        state = next((r.state for r in roles if r.state), "")
        hit, fact = t.hit(i), t.fact(i, "person")
        known = fact.key if hit and fact and hit.last == last else ""
        name = known if known and t.fact(i, "office", "rank") else t.clean(start, end)
        return Draft(block, i, last, start, "person", name, state, roles, rule=rule, end=end, known=known)

    def _group(self, block: Block, group: Group) -> Draft:
        """Return the draft of a group, with the listed name where its own is a longer form of that."""
        first, last, start, kind, name, state, rule, known = group
        if kind == "organization" and not known and (known := self.bodies.listed(self.t, name)):
            rule = "listed"
        if kind == "place" and not known:
            known = self.bodies.place(self.t, name)
        return Draft(block, first, last, start, kind, name, state, rule=rule, known=known)


def _restored(t: Tagged, i: int, last: int) -> str:
    hit = t.hit(i)
    start = hit.start if hit else t.words[i].start
    return restored(t.clean(start, t.words[last - 1].end), hit.prefix if hit else "")


def _of_two(first: Role, second: Role) -> bool:
    """Whether two titles in a row are two persons': offices of two states (استقبل أمير قطر وزير خارجية مصر)."""
    states = first.state != second.state and bool(first.state and second.state)
    return bool(first.office and second.office) and states
