"""Whose words they are: the noun phrase beside a cue, and what earlier speakers a page has for "the same source"."""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse.speech import extents
from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.knowledge import Knowledge
from takhrij.lang.lexicon import Lexicon
from takhrij.lang.tables import SourceHead
from takhrij.records import Kind
from takhrij.text import fold_text

_SHORT_NAME: Final = 5
"""Letters of a name that may end like a plural (هارون)."""
_ENDS: Final = ("that", "so", "relative", "adverb", "asks", "becomes", "negative")
"""Kinds of particle that no name goes on with."""
_KUNYA: Final = ("ام", "ابو", "ابي", "ابا")
"""Words that a by-name after a child begins with; the first is also "or"."""
_YEARS: Final = ("عاما", "سنه", "عام", "اعوام", "سنوات")
LONGEST: Final = 9
"""Words of a subject that no mention covers; longer ones are sentences."""
_LETTERS: Final = 3
"""Letters of a name's first word at least."""
_CONSTRUCT: Final = 5
"""Letters of a plural too short to be the head of a construct (آخرون، whose construct would be أخرى)."""
_MANNER: Final = 5
"""Letters of a participle that tells how something was said; names that look so are shorter (مهنا)."""
_ASKING: Final = ("يست", "تست", "نست")
"""What verbs of the present begin with that no name does."""
_COMMON: Final = 100
"""How often a word of the present is met that is no rare name."""
_ONE: Final = "واحد"
"""A numeral, that looks like one of many behind and."""
_ARTICLE, _TO_THE = "ال", "لل"
_BOUND: Final = ("لل", "بال")
"""Clitics behind which nobody's name begins."""
_TWO: Final = 2
"""Words of a name, at least, before which definite words are a title."""
_NAMES: Final = 3
"""Words of a name behind a rank."""
_MARKED: Final = 5
"""Words of a name in quotation marks, and one more; longer quotations are what is said."""
_BORNE: Final = 20
"""People of public life who bear a given name that is surely one."""
_WHAT: Final = "ما"
_ONE_OF: Final = ("احد", "احدي")
_THIS: Final = ("هذا", "هذه", "هولاء", "تلك", "اولئك")
_MISTER: Final = ("السيد", "الشيخ", "الامام", "الدكتور", "المهندس", "الاستاذ", "الحاج")
_HOLE: Final = re.compile(r"[،,]\s*[،,]|[\"“«]\s*[\"”»]")


def hole(gap: str) -> bool:
    """Whether the characters between two words show that a name was dropped there: two commas, or empty marks."""
    return bool(_HOLE.search(gap))


def after(scene: Scene, i: int, stop: int) -> Party | None:
    """Return the party that begins at word `i`, by its mention or else by its words; None if no name is there."""
    party = _after(scene, i, stop) if i < stop else None
    return extents.whole(scene, party, stop) if party else None


def _after(scene: Scene, i: int, stop: int) -> Party | None:
    demonstrative = scene.word_is(i, "demonstrative") and i + 1 < stop
    if party := scene.party(i) or (scene.party(i + 1) if demonstrative else None):
        if party.kind == "outlet" and party.last == i + 1 and _is_document(scene, i):
            return by_words(scene, i + demonstrative, stop)
        ranked = party.kind == "organization" and party.last == i + 1 and _ranked(scene, party, stop)
        party = ranked or _apposed(scene, party, stop)
    else:
        party = by_words(scene, i + demonstrative, stop)
        if party is None and demonstrative and scene.words[i].text in _ONE_OF:
            return by_words(scene, i, stop) if scene.words[i + 1].text.startswith(_ARTICLE) else None
    return _some(scene, party, i) if party and demonstrative else party


def _some(scene: Scene, party: Party, i: int) -> Party:
    """Return some or one of a party, where word `i` says so (أحد أعضاء المجلس), the party itself behind هذا."""
    if party.kind != "unnamed" or party.first != i + 1 or scene.words[i].text in _THIS:
        return party
    return party._replace(first=i, name=scene.name(i, party.last))


def _is_document(scene: Scene, i: int) -> bool:
    """Whether word `i`, alone a newspaper's name, is a document sooner (البيان)."""
    head = scene.knowledge.built(heads).at(scene.folded, i)
    return head is not None and head.entry.kind == "unnamed"


def _ranked(scene: Scene, party: Party, stop: int) -> Party | None:
    """Return the person whose rank is written like a body (اللواء سمير), None if the body itself is meant."""
    head = scene.knowledge.built(heads).at(scene.folded, party.first)
    if not head or head.entry.kind != "person":
        return None
    last = min(end(scene, party.last, stop), party.last + _NAMES)
    inner = scene.party(party.last)
    if inner and inner.kind == "person":
        return inner._replace(first=party.first, lead=party.lead)
    if last == party.last or scene.words[party.last].text.startswith("ال"):
        return None
    return Party(party.first, last, scene.name(party.last, last), "person", None, party.lead)


def guess(scene: Scene, i: int, stop: int) -> Party | None:
    """Return words `i` to `stop` as a party of which nothing is known but that it spoke; None for what is no name.

    A first word that is a common noun makes it a body, any other a person; some of many are unnamed.
    """
    if scene.word_is(i, "demonstrative") and i + 1 < stop:
        some = guess(scene, i + 1, stop)
        if some is None:
            return None
        return extents.whole(scene, some._replace(first=i, name=scene.name(i, some.last), kind="unnamed"), stop)
    if scene.words[i].text in _KUNYA and i + 1 < stop and not scene.gap(i + 1).strip():
        child = guess(scene, i + 1, stop)
        return child._replace(first=i, name=scene.name(i, child.last), kind="person") if child else None
    last = end(scene, i, min(stop, i + LONGEST))
    last = next((k for k in range(i + 1, last) if scene.words[k].text in scene.knowledge.built(no_names)), last)
    if last == i or _no_speaker(scene, i, last):
        return None
    word = scene.words[i].text
    kind: Kind = "person"
    if word.endswith("ون") and len(word) > _SHORT_NAME and last == i + 1:
        kind = "unnamed"
    elif word.startswith("ال") or "ال" + word in scene.forms.counts or word.isascii():
        kind = "unnamed" if word.endswith(("ون", "ين")) else "organization"
    party = Party(i, last, scene.name(i, last), kind, None, lead_of(word))
    return extents.whole(scene, party._replace(kind="unnamed"), stop) if extents.owned(scene, i) else party


def _no_speaker(scene: Scene, i: int, last: int) -> bool:
    """Whether words `i` to `last` tell something else: a particle, a verb, whom it was said to, how it was said."""
    word, forms = scene.words[i].text, scene.forms
    if not word.isalpha() or len(word) < _LETTERS or i in scene.timed or word in scene.knowledge.built(no_names):
        return True
    if scene.is_a(i, "preposition", "that", "relative", "pronoun") or addressed(scene, i):
        return True
    if word.endswith("وا") or word in forms.finite or word in forms.participles or _is_verb(scene, i):
        return True
    if last > i + 1:
        so = _indefinite(scene, i) and _indefinite(scene, i + 1)  # توافقا متينا, but ديمتروفا غوشتيروفا
        so = so and any(
            w[:-1] in forms.counts or "ال" + w[:-1] in forms.counts for w in (word, scene.words[i + 1].text)
        )
    else:
        so = word[-1] == "ا" and (word[:-1] in forms.counts or "ال" + word[:-1] in forms.counts)  # ساخرا
    return so or (manner(scene, i) and scene.is_a(i + 1, "preposition"))  # متوجها إلى


def _is_verb(scene: Scene, i: int) -> bool:
    """Whether word `i` is a verb: one that tells an event, or a common word of the present that takes no article."""
    word, forms = scene.words[i].text, scene.forms
    if word.startswith(_ASKING) and len(word) >= _MANNER and i not in scene.members:
        return True  # وأضاف يستمد هذا المنتدى أهميته
    present = word[0] == "ي" and forms.counts.get(word, 0) > _COMMON and "ال" + word not in forms.counts
    name = i in scene.members or word in scene.knowledge.built(given_names)
    return word in forms.verbs or (present and not name)


def _indefinite(scene: Scene, i: int) -> bool:
    """Whether word `i` looks like an indefinite accusative and is no part of a name: none that speaks is one."""
    word = scene.words[i].text
    return word[-1] == "ا" and len(word) >= _MANNER and i not in scene.members


def manner(scene: Scene, i: int) -> bool:
    """Whether word `i` is a participle that tells how something was said (متوجها إلى الناس)."""
    word = scene.words[i].text
    return word[0] == "م" and word[-1] == "ا" and len(word) >= _MANNER and i not in scene.members


def addressed(scene: Scene, i: int) -> bool:
    """Whether word `i`, which nothing knows, bears a preposition (لعنب بلدي): names with ل go on with a vowel."""
    word = scene.words[i].text
    bare = word[0] == "ل" and word[1:2] not in ("ا", "و", "ي")
    return word[0] in "لب" and (bare or scene.normal(word) != word)


def bare_name(scene: Scene, party: Party) -> str:
    """Return a party's name; a person's who is in no list without the titles before it (الشاعر | علي الخوار)."""
    if party.mention is not None or party.kind != "person":
        return party.name
    words = range(party.first, party.last)
    first = next((k for k in words if not scene.words[k].text.startswith("ال")), party.last)
    if first == party.first or not _TWO <= party.last - first <= _NAMES:
        return party.name
    word = scene.words[first].text
    common = word.startswith(_BOUND) or word in scene.knowledge.built(no_names) or "ال" + word in scene.forms.counts
    if common and word not in scene.knowledge.built(given_names):
        return party.name  # المنسق العام للجنة, المؤلف حادثة
    return scene.name(first, party.last)


def no_names(knowledge: Knowledge) -> frozenset[str]:
    """Return words that are part of no unknown name: particles and function words, but for those inside names."""
    language = knowledge.language
    words = {fold_text(p.phrase) for p in language.particles if p.kind not in ("inner", "rule")}
    return frozenset(words | {fold_text(row.word) for row in language.function_words} - {"من", "في", "باسم"})


def given_names(knowledge: Knowledge) -> frozenset[str]:
    """Return given names, none of which is mostly a family name."""
    return frozenset(u.name for u in knowledge.language.name_units if u.given >= _BORNE and u.given > u.family)


def by_words(scene: Scene, i: int, stop: int) -> Party | None:
    """Return a party that no mention knows: a noun that heads sources, and what belongs to it."""
    head = scene.knowledge.built(heads).at(scene.folded, i)
    if head and scene.words[i].text == _ONE and scene.raw[scene.words[i].start + 1] == _ONE[1]:
        return None  # أمر واحد
    before = scene.word_is(i, "preposition") and scene.raw[scene.words[i].start] != "إ"  # أمام is no إمام
    if not head or head.last > stop or before:
        return _aged(scene, i, stop)
    last = end(scene, head.last, stop)
    # A person's or body's name that follows the head at once is the one who speaks.
    called = head.last < last < stop and scene.words[last - 1].text in _MISTER  # مرشد الثورة السيد | سمير حداد
    for k in range(head.last, last + called):
        inner = scene.party(k)
        if scene.words[k].text in ("من", "عن"):
            break  # المصدر المقرب من: whom it is near to is not the source
        titled = inner is not None and inner.mention is not None and scene.words[k].start < inner.mention.span.start
        if titled and head.entry.kind == "unnamed":
            break  # مستشار الوزير سمير حداد: the minister's
        if inner and inner.kind == "person" and head.entry.kind in ("person", "unnamed") and k <= i + 6:
            return inner._replace(first=i, lead=lead_of(scene.words[i].text))
    if head.entry.kind == "outlet" and last == head.last and (bracketed := _bracketed(scene, i, last, stop)):
        return bracketed
    name = scene.name(i, last)[_clitic(scene, i, head.prefix) :]
    if name.startswith(_TO_THE) and _TO_THE in head.prefix:
        name = _ARTICLE + name.removeprefix(_TO_THE)  # للأنباء التي تتحدث عن
    kind: Kind = "unnamed" if head.entry.kind == "person" and _any(scene, i, last) else head.entry.kind
    return Party(i, last, name, kind, None, lead_of(_stem(scene.words[i].text, head.prefix)))


def _bracketed(scene: Scene, i: int, at: int, stop: int) -> Party | None:
    """Return the outlet at word `i` whose name stands in brackets from word `at` (صحيفة (الغد) اليومية)."""
    if at >= stop or scene.gap(at).strip() != "(":
        return None
    last = next((k for k in range(at + 1, min(at + _MARKED, stop)) if ")" in scene.gap(k)), -1)
    if last < 0 or any(scene.gap(k).strip() for k in range(at + 1, last)):
        return None
    named = scene.party(at)
    mention = named.mention if named and named.kind == "outlet" and named.last == last else None
    return Party(i, last, scene.name(at, last), "outlet", mention, lead_of(scene.words[i].text))


def _aged(scene: Scene, i: int, stop: int) -> Party | None:
    """Return the person whose name ends at word `i`, before an age in brackets (ليلى (48 عاما))."""
    age = i + 2 < stop and scene.gap(i + 1).strip() == "(" and scene.words[i + 1].text.isdigit()
    if not age or scene.words[i + 2].text not in _YEARS or i in scene.timed or not scene.words[i].text.isalpha():
        return None
    return Party(i, i + 1, scene.name(i, i + 1), "person", None, lead_of(scene.words[i].text))


def _any(scene: Scene, first: int, last: int) -> bool:
    """Whether a title is anybody's (مهندس في البلدية، وزير سابق), and no office of one (رئيس الوزراء، وزير فرنسا)."""
    head, nxt = scene.words[first].text, scene.words[first + 1] if first + 1 < last else None
    definite = lead_of(head) != head
    owned = nxt is not None and (nxt.text.startswith(("ال", "لل")) or first + 1 in scene.members)
    return not definite and not owned


def heads(knowledge: Knowledge) -> Lexicon[SourceHead]:
    """Build the lexicon of nouns that head a source's name."""
    entries = [(form, row) for row in knowledge.language.sources for form in (row.word, *row.forms)]
    many = [(form, row) for form, row in entries if row.kind == "unnamed" and form.endswith("ون")]
    entries += [(form[:-2] + "ين", row) for form, row in many]  # بعض المراقبين
    some = [(form[:-2], row) for form, row in many if not form.startswith("ال") and len(form) > _CONSTRUCT]
    entries += [(stem + end, row) for stem, row in some for end in ("و", "ي")]  # مقاتلي القوات
    some = [(form, row) for form, row in entries if row.kind == "unnamed" and form.endswith(("ون", "ين"))]
    entries += [("ال" + form, row) for form, row in some if not form.startswith("ال")]
    entries += [(form + "ا", row) for form, row in entries if _masculine(form) and row.kind in ("person", "unnamed")]
    return Lexicon(entries, [c for c in knowledge.language.clitics if c.prefix in ("و", "ل", "لل", "ولل", "ب")])


def _masculine(form: str) -> bool:
    """Whether a noun may take the ending of the accusative (مسؤولا)."""
    return (
        " " not in form and not form.startswith("ال") and not form.endswith(("ة", "ا", "ى", "ون", "ين", "ات", "اء"))
    )


def _apposed(scene: Scene, party: Party, stop: int) -> Party:
    """Return the person named in apposition to a title or body (المتحدث باسم الوزارة، سمير حداد،), else `party`."""
    if party.kind not in ("office", "unnamed") or _sits_with(scene, party):
        return party
    for k in range(party.last, min(party.last + 3, stop)):
        place = scene.party(k + 1) if scene.words[k].text == "في" else None
        named = scene.party(place.last) if place and place.kind in ("place", "state") else None
        if place and named and named.kind == "person" and scene.gap(place.last).isspace():
            return named._replace(first=party.first, lead=party.lead)
        following = scene.party(k)
        if scene.words[k].text.startswith("نظير"):
            return party  # أبلغ الرئيس نظيريه الروسي سمير حداد و
        if following:
            close = following.kind == "person" and not hole(scene.gap(k)) and not serves(party, following)
            return following._replace(first=party.first, lead=party.lead) if close else party
        if scene.gap(k).strip() or k in scene.timed or scene.forms.particles.get(scene.words[k].text):
            return party
    return party


def serves(party: Party, named: Party) -> bool:
    """Whether a title is of somebody who serves whoever is named behind it (متحدث باسم | الرئيس سمير حداد)."""
    if not party.mention or not named.mention:
        return False
    return any(role.span.start > party.mention.span.start for role in named.mention.roles)


def _sits_with(scene: Scene, party: Party) -> bool:
    """Whether a source sits in what belongs to whoever is named next (مصدر في مكتب | الوزير سمير حداد)."""
    last = scene.words[party.last - 1].text
    inside = any(scene.word_is(k, "inner") for k in range(party.first, party.last - 1))
    return party.kind == "unnamed" and inside and not last.startswith("ال") and "ال" + last in scene.forms.counts


def end(scene: Scene, i: int, stop: int) -> int:
    """Return where a noun phrase that has reached word `i` ends."""
    first, named = i, -1
    while i < stop and i - first < LONGEST:
        word = scene.words[i].text
        gap = scene.gap(i).strip()
        if gap and (gap.strip('"“”«»') or (i > named and i > first and (named := _marked(scene, i)) < 0)):
            break
        inner = scene.word_is(i, "inner") and i == first and i + 1 < stop and not _is_setting(scene, i + 1)
        if i in scene.timed or scene.is_a(i, *_ENDS) or word in scene.forms.finite or word == _WHAT:
            break
        if (scene.is_a(i, "preposition") and not inner) or scene.forms.adjuncts.at(scene.folded, i):
            break
        if word in scene.forms.participles or scene.forms.attributions.at(scene.folded, i):
            break
        if i > first and scene.word_is(i, "demonstrative"):
            break  # اعتبر وزير خارجيتها | هذا الهجوم
        if scene.word_is(i, "pronominal") and scene.words[i - 1].text.startswith("ال"):
            break  # قال الأمن | لهم
        owed = scene.word_is(i + 1, "pronominal") and word.startswith("ال")  # الحكومة المعترف بها
        if (i > first and (scene.prefixed(i) or owed or word.startswith("التابع"))) or (
            first and _closed(scene, first - 1, i)
        ):
            break
        i += 1
    return i


def _marked(scene: Scene, i: int) -> int:
    """Return the word behind the quotation that opens before word `i`, -1 where it is too long for part of a name."""
    reach = range(i + 1, min(i + _MARKED, len(scene.words)))
    return next((k for k in reach if any(mark in scene.gap(k) for mark in '"“”«»')), -1)


def _closed(scene: Scene, head: int, i: int) -> bool:
    """Whether a noun phrase with the article is over at word `i`, which lacks it (الحكومة | صحة الأنباء)."""
    before, word = scene.words[i - 1].text, scene.words[i].text
    if i == head + 1 and before.endswith("نا") and len(before) > _SHORT_NAME:
        return not (scene.word_is(i, "inner") or word.startswith("ال"))  # مراسلنا | مقتل رجل
    title = scene.knowledge.built(heads).at(scene.folded, head)
    both = i == head + 1 and before.startswith("ال") and word.startswith("ال") and _feminine(scene, head)
    if both and title and title.entry.kind == "organization":
        return not _feminine(scene, i)  # رفضت الوزارة | القرار: no adjective of hers
    loose = word.startswith(("ال", "لل")) or scene.prefixed(i) or scene.word_is(i, "inner")
    inner = scene.word_is(i - 1, "inner", "preposition")
    whose = scene.members.get(i - 1)
    if whose and whose.last == i and whose.kind in ("state", "place") and i - 1 > head and not loose:
        return i not in scene.members and scene.gap(i).isspace() and word[0] != "و"  # قادة سوريا | قرار الوزارة
    return before.startswith("ال") and not loose and not inner and not (title and title.entry.kind == "person")


def _feminine(scene: Scene, i: int) -> bool:
    """Whether word `i` is written with the ending of the feminine."""
    return scene.raw[scene.words[i].end - 1] == "ة"


def _is_setting(scene: Scene, i: int) -> bool:
    """Whether word `i` names an occasion of speaking (في بيان)."""
    return i in scene.timed or scene.word_is(i, "setting")


def _clitic(scene: Scene, i: int, prefix: str) -> int:
    return len(prefix) if prefix and scene.words[i].text.startswith(prefix) and "لل" not in prefix else 0


def _stem(word: str, prefix: str) -> str:
    return word[len(prefix) :] if prefix and "لل" not in prefix else word


def kind_of(party: Party) -> Kind:
    """Return what a speaker is; a place that speaks is its state."""
    return "state" if party.kind == "place" else party.kind
