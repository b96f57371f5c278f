"""Persons' names: where one begins and where it ends."""

from __future__ import annotations

from takhrij.analyse.mentions.nameparts import (
    adverb,
    bare,
    conjoined,
    deputy,
    fathers,
    given,
    part,
    sonned,
    surname,
    unknown,
)
from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE, SURE

LONGEST = 8
"""No name of a person in the news has more words (حمد بن جاسم بن جبر آل ثاني has seven)."""
_SOME = 5
"""So many bearers are enough where another part of a name follows."""
_FEW = 3
"""So many are enough between a given name behind a title and what ends a name."""
_COMMON = 100
"""A given name of so many bearers is one before any word with the article (محمد الدخيل), a rarer one is not."""
_HAMZAS = ("أ", "إ", "آ")
"""So begin words behind و, for no name begins with both."""


_TITLES = ("office", "deputy", "job", "rank", "org_head", "state_head", "place_head", "time", "former")
"""What stands behind a given name and is no family's."""
_OF_OFFICES = ("state", "place", "place_head", "of", "adjective")
"""What an office is of: أمير منطقة."""


_TO, _TO_THE = "ل", "لل"
_BEFORE_WHOM = ("ل", "ب")
"""Clitics behind which a title's own name never stands."""
_OURS = ("نا", "كم", "هم")
"""So end words of ours and theirs, behind a name that is whole (وقال ماهر حداد زملاونا)."""
_YA = "ي"
_VERBS = ("ه", "ت")
"""So end words with his, adjectives of hers and her deeds: no third part of a foreigner's name that no list has."""


def begins(t: Tagged, i: int) -> bool:
    """Whether word `i` may begin a name that no title announces: a given name, or a foreign family name."""
    word = t.text(i)
    if t.text(i - 1) in t.book.said("calendar") or (word.startswith(ARTICLE) and t.book.ordinary[word]):
        return False
    if t.fact(i, "adjective") and i + 1 < len(t.words) and t.fact(i + 1, "adjective"):  # روسي تركي
        return False
    if t.book.ordinary[word] and t.text(i - 1) in t.book.said("preposition") and t.text(i + 1) in t.book.foreign:
        return False  # عن أمل أوباما
    led = t.text(i - 1).removeprefix("و") in t.book.said("inside") and t.joined(i)
    if len(word) < _FEW and led and not part(t, i + 1):
        return False  # في جو مفعم
    return given(t, i) or sonned(t, i) or (t.text(i) in t.book.families and not t.stop(i))


def behind_clitic(t: Tagged, i: int) -> int:
    """Return how many letters of word `i` are clitics before a given name; 0 if it is none, or begins with none.

    A part of a name has to follow; behind a foreign given name of five letters or more, any unlisted word will do.
    """
    book = t.book
    inside = book.inside[t.text(i)]
    if not inside or t.stop(i):
        return int(fathers(t, i))
    if t.text(i + 1) in book.sons and t.tight(i + 1) and t.tight(i + 2):
        return inside[0].cut  # وتركي بن ناصر: a nationality by itself
    if t.hit(i):
        return 0
    for cut, name, count in inside:
        if name in book.families:
            return cut
        if i + 1 >= len(t.words) or not t.joined(i + 1):
            continue
        bound = name in book.particles["opens"] and t.text(i + 1) in book.particles["tail"]  # وعبد الله
        if bound or ((count >= _SOME or len(name) > 3) and part(t, i + 1)):
            return cut
        if len(name) > 4 and name in book.foreign and unknown(t, i + 1):
            return cut
        if count >= SURE and unknown(t, i + 1) and _family(t.text(i + 1)):
            return cut
    return 0


def may_begin(t: Tagged, i: int) -> bool:
    """Whether a person's name may begin at word `i`: a look before the exact ones, which spares most words those."""
    return t.book.begins_name[t.words[i].text] or i in t.apposed


def direct(t: Tagged, i: int, stop: int, *, titled: bool, cut: int = 0) -> int:
    """Return the word behind the name that begins at word `i`, or `i` if none does.

    With a title before it (`titled`) the first word may be unknown; without one it has to be a given name and
    a second part has to follow. `cut` letters of the first word are clitics.
    """
    if i >= stop or (not cut and t.text(i + 1) in t.book.phrases.get(t.text(i), ())):
        return i
    lone = t.text(i)[cut:] in t.book.families
    sure = lone or given(t, i) or (titled and (part(t, i) or unknown(t, i) or deputy(t, i)))
    if not cut and not sonned(t, i) and (t.stop(i) or not sure):
        return i
    if titled and not cut and t.text(i)[:1] in _BEFORE_WHOM and not given(t, i):
        hit = t.hit(i)
        if (hit and hit.prefix and t.fact(i, "person")) or behind_clitic(t, i):
            return i  # كاتب لمحسن الداهوك: said to him, and none of the title's
    if titled and not cut and not given(t, i) and t.text(i).startswith((ARTICLE, "و")) and not part(t, i):
        return i
    first = t.text(i)[cut:]
    j = _end(t, i, i + 1, stop, first, titled=titled)
    if (titled or t.text(j - 2) in t.book.sons) and not cut and (behind := _family_behind(t, j, stop)) > j:
        j = _end(t, i, behind, stop, first, titled=titled)
    while j > i and t.text(j - 1) in t.book.particles["inside"]:
        j -= 1
    ruler = titled and j <= i + 2 and not first.startswith(ARTICLE)  # الفريق الهلالي الأول is none
    if ruler and j < stop and t.joined(j) and t.text(j) in t.book.particles["ordinal"]:
        return j + 2 if t.text(j + 1) in t.book.said("teen") and t.joined(j + 1) else j + 1
    if j == i + 1 and not lone and not (titled and part(t, i)):
        return i
    return j


def _end(t: Tagged, i: int, j: int, stop: int, first: str, *, titled: bool) -> int:
    """Return the word behind the parts, from word `j` on, of the name that begins at word `i` with `first`."""
    while j < min(stop, i + LONGEST) and t.tight(j) and _goes_on(t, i, j, first, titled=titled):
        j += 1
    return j


def _family_behind(t: Tagged, j: int, stop: int) -> int:
    """Return the word behind a family name at word `j` that is an ordinary word too, or `j`.

    A title and a given name show it, for hardly anybody is told by both alone: الوزير راجح بادي. A given name with
    the article is a family's. Behind الملك and the like the word has to be known as a name, or the site that bears
    the king's goes on (الملك خالد الدولي).
    """
    if j >= stop or not t.tight(j) or not given(t, j - 1):
        return j
    word, known = t.text(j), t.book.parts.get(t.text(j), 0)
    if word.startswith(ARTICLE):
        borne = known >= _SOME or t.book.given.get(word.removeprefix(ARTICLE), 0) >= SURE
        if t.fact(j, *_TITLES) and not (borne and _closed(t, j, stop)):
            return j
        second = t.text(j - 2) not in (t.book.said("honour") | t.book.sons if t.book.ordinary[word] else ())
        borne = borne or (second and _family(word) and not t.hit(j))
        return j + 1 if borne and not t.stop(j) and not t.fact(j, "place", "state") else j
    if t.fact(j, *_TITLES) or adverb(t, j) or word.startswith(_TO_THE):
        return j
    looks = word.endswith(t.book.endings) and len(word) > _SOME
    if t.text(j - 1) in t.book.foreign and (looks or (word.startswith(t.book.beginnings) and _closed(t, j, stop))):
        return j if t.stop(j) or t.book.ordinary[word] or t.hit(j) else j + 1  # القس جيري فالويل،
    if surname(t, j) and _closed(t, j, stop):
        return j + 1  # العقيد ريان ديلون إن
    enough = SURE if t.stop(j) else _FEW
    return j + 1 if known >= enough and word not in t.book.prone and _closed(t, j, stop) else j


def _closed(t: Tagged, j: int, stop: int) -> bool:
    """Whether what follows word `j` can belong to no name: a mark, an ordinary word, a title."""
    return j + 1 >= stop or not t.tight(j + 1) or t.stop(j + 1) or t.fact(j + 1, *_TITLES) is not None


def goes_on(t: Tagged, first: int, i: int, stop: int) -> bool:
    """Whether a known part of names stands at word `i`, behind a listed name from `first`: then it is another's.

    Behind a surname alone (دي ميستورا) nothing goes on.
    """
    if t.text(first) in t.book.particles["foreign"]:
        return False
    if i >= stop or not t.tight(i) or t.text(i) in t.book.inner or _listed_too(t, first, i):
        return i > stop
    if t.text(i).startswith(ARTICLE) and t.text(i) not in t.book.particles["inside"]:
        family = t.text(_unit(t, i - 1)) in t.book.sons and not t.fact(i, "place", "state", "adjective", *_TITLES)
        return family and (part(t, i) or unknown(t, i))  # عبدالله بن عبدالعزيز الربيعة is not the king
    written = t.folded.raw[t.words[i].start + 1 : t.words[i].start + 2]
    return part(t, i) and not (t.text(i)[0] in t.book.clitics and written in _HAMZAS)  # بأول is not باول


def _listed_too(t: Tagged, first: int, i: int) -> bool:
    """Whether behind a listed name another begins that is as whole: ترامب بوتين، فلاديمير بوتين بشار الأسد."""
    one, other = t.hit(first), t.hit(i)
    if one is None or other is None or not t.fact(i, "person"):
        return False
    if one.last == first + 1:
        return other.last == i + 1 and all(t.book.given.get(t.text(k), 0) < SURE for k in (first, i))
    return other.last > i + 1


def _goes_on(t: Tagged, i: int, j: int, first: str, *, titled: bool) -> bool:
    """Whether word `j` belongs to the name that begins at word `i` with `first`."""
    before, word, particles = t.text(j - 1), t.text(j), t.book.particles
    known = part(t, j) or (j == i + 1 and bool(t.fact(j, "adjective")) and t.book.parts.get(word, 0) >= _SOME)
    if word in particles["tail"]:
        return True
    if word in particles["inside"]:
        return _leads_on(t, j, first)
    house = before == ARTICLE and j > i + 1  # آل, as it folds
    if house or (before in particles["compound"] and word.startswith(ARTICLE) and not t.stop(j)):
        return True
    after = not t.stop(j) and (known or before in particles["binds"] or unknown(t, j))
    if before in particles["inside"] and (after or t.book.parts.get(word, 0) >= (SURE if t.stop(j) else _SOME)):
        return True
    if before != ARTICLE and _kunya(t, i, j, first) and (_family(word) or _short_family(t, j)) and not t.stop(j):
        return True
    if known and word.startswith(ARTICLE):
        return not (before.startswith(ARTICLE) and _unit(t, j - 1) == j - 1 > i)
    if known:
        office = t.fact(j, "office") and (titles_on(t, j) or (j > i + 1 and first in t.book.foreign))
        return not office and not _ended(t, i, j) and not _describes(t, j) and not _another(t, i, j, first)
    to_whom = titled and j == i + 1 and word.startswith(_TO) and t.book.inside[word]  # قاله الملك سمير لكارم
    return unknown(t, j) and not (to_whom or conjoined(t, j)) and _fits(t, i, j, first, titled=titled)


def _ended(t: Tagged, i: int, j: int) -> bool:
    """Whether a name ends before the known word `j`: a given name behind a family's, or an adverb (أميرا)."""
    before, word, given = t.text(j - 1), t.text(j), t.book.given
    if adverb(t, j):
        return True
    if j - 1 == i or not _family(before) or _unit(t, j - 1) != j - 1:
        return False
    family = 2 * given.get(before, 0) < t.book.parts.get(before, 0)
    return family and 2 * given.get(word, 0) > t.book.parts.get(word, 0) and word not in t.book.families


def _another(t: Tagged, i: int, j: int, first: str) -> bool:
    """Whether another person's name begins at word `j`, right behind a whole one (عمر المهنا ناصر الجديع).

    It is whole with a definite family name, rather than a given one; another begins with a given name that has a part
    of its own, or is a foreign family name behind an Arab's.
    """
    before, word = t.text(j - 1), t.text(j)
    if not before.startswith(ARTICLE) or _unit(t, j - 1) != j - 1 or j - 1 == i:
        return False
    if 2 * t.book.given.get(before, 0) > t.book.parts.get(before, 0):
        return False
    if word in t.book.families and first not in t.book.foreign and not t.book.given.get(word, 0):
        return True
    return t.book.bearers(word) >= SURE and t.tight(j + 1) and _of_its_own(t, j + 1)


def _of_its_own(t: Tagged, j: int) -> bool:
    """Whether word `j` may be the second part of a name."""
    word = t.text(j)
    return (part(t, j) or (word.startswith(ARTICLE) and not t.stop(j) and not t.hit(j))) and word not in t.book.sons


def _kunya(t: Tagged, i: int, j: int, first: str) -> bool:
    """Whether the words from `i` to `j` are أبو and what it is bound to: where he is from follows (العراقي)."""
    particles = t.book.particles
    if first not in particles["one"] or not (first in particles["opens"] or first in particles["case"]):
        return False
    return j == i + 2 or _unit(t, j - 1) == i


def _leads_on(t: Tagged, j: int, first: str) -> bool:
    """Whether the small word `j` has the rest of its name behind it; دي and its like only in foreign names."""
    if j + 1 >= len(t.words) or not t.joined(j + 1):
        return False
    arab = first not in t.book.foreign and t.book.given.get(first, 0)
    if t.text(j) in t.book.particles["foreign"] and (arab or first in t.book.particles["inside"]):
        return False
    borne = t.book.parts.get(t.text(j + 1), 0) >= _SOME  # بن عودة, أبو رحمة: ordinary words too
    free = t.text(j) == ARTICLE or (t.text(j) in t.book.particles["opens"] and (borne or not t.stop(j + 1)))
    return free or part(t, j + 1) or unknown(t, j + 1)


def _describes(t: Tagged, j: int) -> bool:
    """Whether a word that is a name too (نجم المنتخب، أمين المتحف) is a noun with its genitive here."""
    if t.text(j) not in t.book.said("noun") or j + 1 >= len(t.words) or not t.joined(j + 1):
        return False
    return t.text(j + 1).startswith(ARTICLE) and (t.fact(j + 1, "office") is not None or not part(t, j + 1))


def _fits(t: Tagged, i: int, j: int, first: str, *, titled: bool) -> bool:
    """Whether the unlisted word `j` may be a part of the name that begins at word `i` with `first`.

    Foreign names go on with any two unlisted words, Arab ones with one: behind a title any, without one only
    with the article (and where the given name is rare, with the ending of a family name).
    """
    article, count = t.text(j).startswith(ARTICLE), t.book.given.get(first, 0)
    if article and j == i + 2 and _servant(t, i):
        count = _COMMON  # عبد الستار is as surely a given name as محمد
    elif first in t.book.foreign and count:
        return j <= i + 2 and not article and (j == i + 1 or not t.text(j).endswith(_VERBS))
    if first in t.book.families and not count:
        return False
    if article and j == i + 1 and first in t.book.said("ambiguous"):
        return titled and t.folded.raw[t.words[i].end - 1] == _YA  # الشيخ علي الحرقان
    if titled and j == i + 2 and not article and unknown(t, i) and unknown(t, j - 1) and not t.book.bears[t.text(j)]:
        return not t.tight(j + 1) or t.stop(j + 1)  # بيجان نمدار زنجنة
    if _unit(t, j - 1) > i:
        known = titled and j == i + 2 and t.book.bearers(first) >= SURE and not t.text(j - 1).startswith(ARTICLE)
        known = known and _closed(t, j, len(t.words)) and not t.text(j).endswith(_OURS)
        if (t.text(_unit(t, j - 1)) in t.book.sons or _two_given(t, i, j) or known) and bare(t, j):
            return article or j + 1 >= len(t.words) or not unknown(t, j + 1)
        again = t.text(j - 1).startswith(ARTICLE) and _unit(t, j - 1) == j - 1
        again = again and not (_family(t.text(j)) and _family(t.text(j - 1)))
        return article and count > 0 and first not in t.book.foreign and not again
    if titled and (given(t, i) or unknown(t, i) or (j == i + 1 and first in t.book.foreign)):
        return not first.startswith(ARTICLE)
    told = j == i + 1 and count >= SURE and not article and bare(t, j) and _told_of(t, i, j + 1)
    return told or (article and count > 0 and (_family(t.text(j)) or count >= _COMMON))


def _told_of(t: Tagged, i: int, stop: int) -> bool:
    """Whether a verb of saying stands before words `i` to `stop`, and a clause or a title behind them.

    So in وأكد عمر زواك المتحدث باسم, where no list has the second word.
    """
    if not t.joined(i) or t.text(i - 1) not in t.book.reports or stop >= len(t.words) or not t.tight(stop):
        return False
    titled = t.text(stop).startswith(ARTICLE) and t.fact(stop, "office", "deputy", "job") is not None
    return titled or (t.text(stop) in t.book.said("clause") and t.text(stop) not in t.book.said("preposition"))


def _servant(t: Tagged, i: int) -> bool:
    """Whether words `i` and the next are عبد and one of God's names."""
    return t.book.bearers(t.text(i) + t.text(i + 1)) > 0 and t.text(i) in t.book.particles["one"]


def _two_given(t: Tagged, i: int, j: int) -> bool:
    """Whether two given names that are no other words stand before word `j` (محمد أحمد): a family name may follow."""
    sure = (t.book.bearers(t.text(k)) >= SURE and t.text(k) not in t.book.said("ambiguous") for k in (i, j - 1))
    return j == i + 2 and all(sure)


def _unit(t: Tagged, j: int) -> int:
    """Return where the part of a name begins that word `j` ends: عبد الرحمن and نور الدين are one."""
    while j > 0 and (t.text(j) in t.book.particles["tail"] or t.text(j - 1) in t.book.particles["inside"]):
        j -= 1
    return j


def _family(word: str) -> bool:
    """Whether a word has the form of most Arab family names (الطويري)."""
    return word.startswith(ARTICLE) and word.endswith("ي") and len(word) > 5


def _short_family(t: Tagged, j: int) -> bool:
    """Whether word `j` may be where somebody with a kunya is from: أبو مالك التلي."""
    word = t.text(j)
    return word.startswith(ARTICLE) and word.endswith("ي") and len(word) == _SOME and unknown(t, j)


def titles_on(t: Tagged, j: int) -> bool:
    """Whether a word that is a name too (ملك) goes on as a title does: أمين عام, أمين العاصمة."""
    hit = t.hit(j)
    if hit and hit.last > j + 1 and t.fact(j, "office") and not t.fact(j, "person"):
        return True
    return j + 1 < len(t.words) and t.joined(j + 1) and t.fact(j + 1, *_OF_OFFICES) is not None
