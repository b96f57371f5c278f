"""Organisations, outlets, states and places: by list, by the noun that begins their name, by nationality."""

from __future__ import annotations

from takhrij.analyse.mentions import additions, nameparts, names, towns
from takhrij.analyse.mentions.allegiances import loyal
from takhrij.analyse.mentions.drafts import Group, grouped
from takhrij.analyse.mentions.groupkeys import HEADED
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE, SURE, has_article
from takhrij.records import Kind

LONGEST = 10
"""Words of the longest organisation's name that a head word may open."""
_LONG_NAME = 5
"""Letters of an agency's name from which one word behind "to" names it: shorter ones are also other words' ends."""
_MANY = ("ين", "ون")
"""So end many men: behind a body and its state they are no more of its name (قاتل الجيش اليمني الحوثيين)."""
_CHAIN = ("of", "time", "place", "state", "voice", "org_head", "place_head", "state_head", "org")


def read(t: Tagged, i: int, stop: int) -> Group | None:
    """Return the organisation, outlet, state or place that begins at word `i`, None if there is none."""
    hit = t.hit(i)
    if hit is None or hit.last > stop:
        return None
    facts = t.facts(i)
    found = _listed(t, i) if "org" in facts or "outlet" in facts else None
    if not found and "state_head" in facts:
        found = _spoken(t, i, stop)
    if not found and "org_head" in facts:
        found = _headed(t, i, stop)
    if not found and "place_head" in facts:
        found = towns.placed(t, i, stop)
    return found or _state(t, i)


def eponym(t: Tagged, i: int, stop: int) -> Group | None:
    """Return the site or unit at word `i` that bears a person's name, with a title or without: بئر الشيخ سعد.

    A unit (لواء) is also a rank and a مركز an ordinary noun, so that there a title has to stand between, as behind
    any clitic but و.
    """
    cut = t.book.eponyms[t.text(i)]
    start = t.words[i].start + cut
    name = i + 1
    while name < stop and t.tight(name) and t.text(name) in t.book.said("honour"):
        name += 1
    titled = name > i + 1
    word = t.text(i)
    alone = not t.fact(i, "rank") and word[cut:] not in t.book.said("titled") and (not cut or word[0] == "و")
    quoted = t.joined(name) and not t.tight(name)
    alone = alone or (quoted and t.fact(i, "org_head") is not None)  # لواء "خالد بن الوليد"
    if name >= stop or not t.joined(name) or not (titled or alone):
        return None
    last = names.direct(t, name, stop, titled=titled)
    if last == name or (not titled and (last < name + 2 or not nameparts.given(t, name))):
        return None
    kind: Kind = "organization" if t.fact(i, "org_head", "rank") else "place"
    itself = not titled and word[cut:] in t.book.said("itself")  # محافظة صلاح الدين
    named = t.clean(t.words[name].start if itself else start, t.words[last - 1].end)
    return Group(i, last, start, kind, named, "", "named after a person")


def _listed(t: Tagged, i: int) -> Group | None:
    """An organisation or outlet of the world's lists; a word that may be ordinary has to be shown as an outlet."""
    hit = t.hit(i)
    fact = t.fact(i, "org", "outlet")
    if hit is None or fact is None:
        return None
    told = _told_to(t, i, hit.last)
    if (t.fact(i, "state", "place", "adjective") and not told) or _of_phrase(t, i) or _of_phrase(t, hit.last):
        return None
    if t.text(i).isdigit() and hit.last == i + 1 and not (t.fact(i - 1, "org_head") and t.joined(i)):
        return None  # a site is called 24, and so are hours
    if fact.kind == "org":
        return grouped(t, i, hit.last, "organization", fact.state, "listed")._replace(known=fact.key)
    if fact.state == "common" and hit.last > i + 1:  # الثورة السورية
        shown = told or _outlet_context(t, i)
        return grouped(t, i, hit.last, "outlet", "", "listed")._replace(known=fact.key) if shown else None
    short = len(t.text(i)) - len(hit.prefix) < 4
    other = fact.state != "agency" or short or nameparts.given(t, i) or t.fact(i, "office", "org_head") is not None
    to = hit.prefix.endswith("ل") and len(t.text(i)) - len(hit.prefix) >= _LONG_NAME  # قال شهود لرويترز
    if hit.last == i + 1 and (other or (hit.prefix and not to)) and not t.quoted(i) and not _outlet_context(t, i):
        return None
    return grouped(t, i, hit.last, "outlet", "", "listed")._replace(known=fact.key)


def _of_phrase(t: Tagged, k: int) -> bool:
    """Whether word `k` and the one before name nothing together: حق النقض (فيتو)، الضفة الغربية لنهر."""
    return t.text(k) in t.book.phrases.get(t.text(k - 1), ())


def _told_to(t: Tagged, i: int, last: int) -> bool:
    """Whether words `i` to `last` are quoted as the paper that tells or is told: لـ«الشرق الأوسط» is no region."""
    whole = t.fact(i, "outlet") is not None and t.quoted(i) and _closed(t, last)
    return whole and (t.text(i - 1) in _TO or _outlet_context(t, i))


_TO = ("ل", "ول")


def _outlet_context(t: Tagged, i: int) -> bool:
    """Whether the word before makes an ordinary word (الجديد، البلاد) an outlet: قناة، نقلت، وفق، المصدر."""
    if not i:
        return False
    before = t.text(i - 1)
    ordinals, behind = t.book.particles["ordinal"], t.text(i + 1)
    if t.joined(i + 1) and (behind in ordinals or ARTICLE + behind in ordinals):  # تشرين الثاني، تشرين أول
        return False
    if t.folded.gap(i - 1, i).strip()[-1:] in _DATELINE:
        return True
    fact, head = t.fact(i, "outlet"), t.fact(i - 1, "org_head")
    headed = head is not None and head.state == "outlet"  # يصوت المجلس اليوم: no outlet of that body
    if fact and fact.state == "common":
        return headed and t.joined(i) and not _parted(t, i - 1, i)
    if t.stop(i):
        return headed
    bare = before[1:] if before.startswith(("و", "ف")) and len(before) > 3 else before
    return headed or not {bare, before}.isdisjoint(t.book.said("tells"))


_DATELINE = ("(", "-", "–", "/", "|")


def _parted(t: Tagged, head: int, i: int) -> bool:
    """Whether a definite head bears no name at word `i`, being without article and mark: الصحيفة سبق أن نشرت."""
    return _with_article(t, head) and not (has_article(t.text(i)) or t.opened(i))


def _spoken(t: Tagged, i: int, stop: int) -> Group | None:
    """A state by the noun that speaks for it: الجانب السوري، السلطات السورية الجديدة، حكومة دمشق."""
    hit = t.hit(i)
    if hit is None or not t.fact(i, "state_head"):
        return None
    j, state = hit.last, ""
    while j < min(stop, i + LONGEST) and t.joined(j):
        here = t.hit(j)
        if here and not here.prefix and (fact := t.fact(j, "adjective")):
            state = state or fact.state
        elif here and not here.prefix and t.fact(j, "state", "voice") and j == hit.last and not _with_article(t, i):
            fact = t.fact(j, "state", "voice")
            state = fact.state if fact else ""
        elif not (here and not here.prefix and t.fact(j, "time", "former")):
            break
        j = here.last
    if not state and j + 1 < stop and t.joined(j) and t.text(j) == "في" and t.joined(j + 1) and not _after_in(t, i):
        fact, there = t.fact(j + 1, "state", "voice"), t.hit(j + 1)
        if fact and there:
            state, j = fact.state, there.last
    return grouped(t, i, j, "state", state, "spoken for") if state else None


def _after_in(t: Tagged, i: int) -> bool:
    return i > 0 and t.joined(i) and t.text(i - 1) in t.book.said("into")


def _with_article(t: Tagged, i: int) -> bool:
    return has_article(t.text(i))


def _headed(t: Tagged, i: int, stop: int) -> Group | None:
    """An organisation by its first noun."""
    hit, fact = t.hit(i), t.fact(i, "org_head")
    if hit is None or fact is None or t.text(i) in t.book.said("led"):
        return None
    kind: Kind = "outlet" if fact.state == "outlet" else "organization"
    j = hit.last
    if fact.key == "named" and (group := _named(t, i, j, stop, kind)):
        return group
    bare = t.text(i)[len(hit.prefix) :]
    nothing = t.joined(j) and t.text(j) in t.book.phrases.get(bare, ())  # حركة المرور
    if (
        nothing
        or bare in t.book.said("verbal")
        or (_loose(t, i) and j < stop and t.joined(j) and t.fact(j, "place_head"))
    ):
        return None
    last, state, inner = _chain(t, i, j, stop)
    if t.text(last - 1) in t.book.said("loyal") and last > j:
        last = loyal(t, last, stop)
        if not last:
            return None  # القوات الموالية لها: whose they are, only the sentence tells
    if kind == "outlet" and not any(has_article(t.text(k)) or t.fact(k, *_OWN) for k in range(i, last)):
        return None  # صحيفة أردنية: one of many
    whole = j > i + 1 and has_article(t.text(j - 1))  # وكالة الاستخبارات
    if last == j and not (whole or _with_article(t, i)):
        return None
    if last == j or inner:
        return grouped(t, i, last, kind, state, HEADED if last > j or whole else "head alone")
    return None


_OWN = ("outlet", "state", "voice", "place", "org")
"""What makes an outlet one of its own beside a definite word: جريدة فلسطين."""


def _named(t: Tagged, i: int, j: int, stop: int, kind: Kind) -> Group | None:
    """A head, then a listed outlet, a quoted name or, without an article, bare unlisted words; then a nationality."""
    if j >= stop or not t.joined(j):
        return None
    hit, k, known = t.hit(j), j, ""
    listed = t.fact(j, "outlet", "org") if kind == "outlet" else t.fact(j, "org")
    if listed and listed.state == "common" and _parted(t, i, j):
        return None
    if hit and listed and not hit.prefix:
        k, known = hit.last, listed.key
        kind = "outlet" if listed.kind == "outlet" else "organization"
    elif t.opened(j):
        k = _marked(t, i, j, stop)
    elif j > i + 1 and kind == "organization" and _pair(t, j, stop):
        k = j + 2
    elif not _with_article(t, i):  # المنظمة عثرت على
        while (
            k < min(stop, j + 4)
            and t.joined(k)
            and _bare(t, k)
            and (
                nameparts.unknown(t, k)
                or (nameparts.part(t, k) and not t.fact(k, "adjective"))
                or (k > j and kind == "organization" and _town(t, k))  # غرفة عمليات حور كلس
            )
        ):
            if k > j and t.text(k - 1).startswith(ARTICLE) and not (has_article(t.text(k)) or nameparts.part(t, k)):
                break  # كتائب الجبل خطفت: behind a definite word no bare one goes on
            k += 1
    if k == j:
        return None
    name = t.clean(t.words[j].start, t.words[k - 1].end)
    state = ""
    while k < stop and t.joined(k) and (fact := t.fact(k, "adjective")) and has_article(t.text(k)):
        state, k = state or fact.state, k + 1
    group = grouped(t, i, k, kind, state, "named behind its noun")._replace(known=known)
    return group._replace(name=name) if kind == "outlet" else group


def _marked(t: Tagged, i: int, j: int, stop: int) -> int:
    """Return the word behind the name in quotation marks from word `j` on, or `j`: what somebody said is longer.

    An adjective in them is what somebody calls the body (جماعة "متشددة").
    """
    k = j
    while k < min(stop, j + 5) and (k == j or t.joined(k)) and (k == j or not _closed(t, k)):
        k += 1
    if t.quoted(j):
        return k
    ordinary = k == j + 1 and t.book.ordinary[t.text(j)] and t.text(j).endswith("ه")
    said = t.text(j) in t.book.said("preposition") | t.book.said("clause")
    return j if ordinary or said or _with_article(t, i) or not _closed(t, k) else k


def _town(t: Tagged, k: int) -> bool:
    return t.fact(k, "place") is not None and t.fact(k, "adjective") is None and not t.stop(k)


def _pair(t: Tagged, j: int, stop: int) -> bool:
    """Whether behind a head of two words a noun and a place or definite word name it: غرفة عمليات غضب الفرات."""
    if j + 1 >= stop or not t.tight(j) or not t.tight(j + 1) or t.stop(j) or t.stop(j + 1) or t.text(j)[0] == "ل":
        return False
    noun = not t.text(j).startswith(ARTICLE) and not t.fact(j, "adjective") and _bare(t, j)
    noun = noun and not t.fact(j + 1, "adjective")
    return noun and (t.fact(j + 1, "place") is not None or t.text(j + 1).startswith(ARTICLE))


def _bare(t: Tagged, k: int) -> bool:
    """Whether word `k` does not look like an ordinary adjective or plural (شركة كبيرة، منظمات دولية)."""
    return not t.text(k).endswith(("ه", "ات", "يه", "ين", "ون")) or t.book.parts.get(t.text(k), 0) >= SURE


def _closed(t: Tagged, k: int) -> bool:
    """Whether a quotation closes right before word `k`, or behind the last word of all."""
    behind = t.folded.gap(k - 1, k) if k < len(t.words) else t.folded.raw[t.words[-1].end :]
    return any(c in "\"”»’'“" for c in behind)


def _chain(t: Tagged, i: int, j: int, stop: int) -> tuple[int, str, bool]:
    """Return where the chain of words behind a head ends, its state, and whether it names anything."""
    state, names_it = "", False
    construct = not has_article(t.text(j - 1))
    while j < min(stop, i + LONGEST) and t.joined(j):
        hit, word = t.hit(j), t.text(j)
        if (more := additions.end(t, i, j, stop, named=names_it, construct=construct)) > j:
            names_it, construct, j = True, False, more
            continue
        told = hit and hit.prefix and outlet(t, j)  # الشرطة لصحيفة: whom it is told to
        stormed = names_it and hit and hit.prefix == "ل" and t.fact(j, "place_head")  # قصف قوات الطاهر لبلدة
        errand = word.startswith("لل") and _complete(t, i, j)
        dated = word in t.book.said("year") and t.text(j + 1).isdigit() and t.joined(j + 1)  # جامعة القاهرة عام 1970
        another = (
            hit and not hit.prefix and not construct and t.fact(j, "org_head", "state_head")
        )  # أبلغ الجيش التركي الجيش الروسي
        whom = word.endswith(_MANY) and word.startswith(ARTICLE) and t.fact(j - 1, "adjective") is not None
        whom = whom and not t.text(j - 1).endswith(_MANY)
        if told or stormed or errand or dated or another or whom or word in t.book.particles["ordinal"]:
            break
        if (hit and hit.prefix.startswith(("و", "ف", "ب", "ك"))) or (
            t.stop(j) and not (hit and t.fact(j, "of", "state_head"))
        ):
            break
        if hit and (fact := t.fact(j, "adjective", "org")) and (fact.kind == "adjective" or construct):
            state, names_it, construct = state or fact.state, True, False
            j = hit.last
        elif hit and (fact := t.fact(j, *_CHAIN)):
            if fact.kind not in ("of", "time", "org") and not (construct or hit.prefix):
                break
            if fact.kind == "of" and not (construct or hit.prefix or has_article(word)):
                break  # انضم إلى الحزب فرع المدينة
            state = state or (fact.state if fact.kind in ("state", "voice") else "")
            names_it = names_it or fact.kind != "time"
            construct = not t.text(hit.last - 1).startswith((ARTICLE, "لل")) and fact.kind not in (
                "state",
                "voice",
                "place",
            )
            j = hit.last
        elif (
            word.startswith((ARTICLE, "لل"))
            and not nameparts.given(t, j)
            and not (j == i + 1 and _loose(t, i) and t.book.ordinary[word] and not _led_on(t, j, stop))
            and (
                word.startswith("لل")
                or construct
                or (word.endswith(("ي", "يه")) and "place_head" not in t.entry(word[2:]))
            )
        ):
            names_it, construct = True, False
            j += 1
        elif (
            construct
            and j == i + 1
            and nameparts.unknown(t, j)
            and j + 1 < stop
            and t.joined(j + 1)
            and t.text(j + 1).startswith(ARTICLE)
        ) or (word.isascii() and word.isalpha() and len(word) > 2):
            names_it = True
            j += 1
        else:
            break
    return j, state, names_it


def _complete(t: Tagged, i: int, j: int) -> bool:
    """Whether a body's name ends before word `j`, so that a purpose is an errand: مجلس الوزراء للتصويت."""
    said, hit = t.book.said("complete"), t.hit(i)
    return j == i + 1 or t.text(i)[len(hit.prefix) if hit else 0 :] in said or t.text(j - 1) in said


def _loose(t: Tagged, i: int) -> bool:
    """Whether the head at word `i` is as often an ordinary noun (موقع القصف، مجموعة الحوافز)."""
    return t.text(i) in t.book.said("loose")


def _led_on(t: Tagged, j: int, stop: int) -> bool:
    """Whether another definite word goes on behind word `j`: مركز الدراسات الدولية."""
    return j + 1 < stop and t.joined(j + 1) and t.text(j + 1).startswith((ARTICLE, "لل"))


def outlet(t: Tagged, j: int) -> bool:
    """Whether a listed outlet or the noun that begins one stands at word `j`."""
    head = t.fact(j, "org_head")
    return t.fact(j, "outlet") is not None or (head is not None and head.state == "outlet")


def _state(t: Tagged, i: int) -> Group | None:
    """A state, a capital that speaks for one, or a place."""
    hit = t.hit(i)
    fact = t.fact(i, "state", "voice", "place")
    if (
        hit is None
        or fact is None
        or (len(hit.prefix) > 1 and hit.last == i + 1 and len(t.text(i)) - len(hit.prefix) < 4)
    ):
        return None
    if nameparts.given(t, i) and (t.joined(i + 1) and nameparts.part(t, i + 1)):
        return None
    if _of_phrase(t, hit.last) or (fact.kind == "place" and hit.last == i + 1 and not towns.shown(t, i, hit.prefix)):
        return None  # الضفة الغربية لنهر
    if (
        t.fact(i, "adjective")
        and i
        and t.joined(i)
        and (t.text(i - 1).endswith("ه") or t.fact(i - 1, "source_head", "source_adjective"))
    ):
        return None
    before = t.text(i - 1) if i and t.joined(i) else ""
    inside = (
        before in t.book.said("inside")
        or hit.prefix in ("ب", "وب")
        or (t.fact(i - 1, "place_head") is not None and bool(before))
    )
    kind: Kind = "place" if fact.kind == "place" or (fact.kind == "voice" and inside) else "state"
    if fact.kind == "place" and t.fact(i, "voice") and not inside:
        kind = "state"
    group = grouped(t, i, hit.last, kind, fact.state, "listed")
    return group._replace(known=fact.key) if fact.kind == "place" and kind == "place" else group
