"""Subjects of a verb of saying that no list and no head noun knows."""

from __future__ import annotations

from takhrij.analyse.speech import extents, objects, speakers, subjects
from takhrij.analyse.speech.complements import Complement
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, comma, leads_that, noun_too, plain

_CLEAR = ("that", "quote", "colon")
"""Beginnings of a content before which a noun can be nothing but the subject."""
_I_SAID = ("قلت", "قلنا")
"""Verbs that begin what is said, and name nobody (وأضاف قلت لها: ...)."""
_LETTERS = 2
"""Letters of a name too short to be taken for one anywhere but between a verb and what it says (قال دن: ...)."""
_WHICH = ("ما", "مما", "من")
"""Pronouns of which the verb behind them tells something."""
_SAYS = "قال"
_ONE_MAN = "احد"
"""Of these a verb in the feminine tells nothing: he is told."""
_NAME = (2, 3)
"""Words of a name that no list has, at least and at most."""
_MARKED = 5
"""Words of a body's name in quotation marks; longer quotations are what was said."""


def unlisted(s: Stretch, cue: Cue, i: int, found: Complement) -> Party | None:
    """Return the subject at word `i`, None where the words may be something else."""
    scene, verb = s.scene, cue.verb
    parted = comma(scene.gap(i)) or ":" in scene.gap(i) or scene.forms.adjuncts.at(scene.folded, i)
    told = cue.feminine and scene.words[i].text == _ONE_MAN  # أخبرت أحد الحراس أنها
    other = cue.many or told or i in s.cues or scene.words[i].text in _I_SAID
    if not verb or verb.kind == "carry" or parted or other:
        return None  # يتحدث مرة أخرى عن أن: an adjunct is nobody
    if found.lead == "preposition" and verb.kind != "deed" and leads_that(s, found.word):
        found = found._replace(lead="that")  # ولفت حداد إلى أن
    clear = found.lead in _CLEAR
    if clear and scene.is_a(i, "pronominal") and i + 1 < found.word:
        i += 1  # قالت لها ليلى
    if cue.first > s.words.start and not cue.prefix and scene.words[cue.first - 1].text in _WHICH and not clear:
        return None  # هذا ما يبرر تسمية العملية
    many = cue.prefix and "whom" in verb.takes and scene.words[i].text.endswith("ون")  # وطالب المعتقلون بالإفراج
    if noun_too(s, cue) and not (cue.prefix and clear) and not many:
        return None
    if verb.kind == "deed":
        return _of_deed(s, cue, i, found)
    quote = s.quote_before(i)
    relative = cue.first > s.words.start and scene.is_a(cue.first - 1, "relative")
    if quote and quote.closed and found.lead == "that" and not s.is_name(quote):
        inside = scene.folded.between(*quote.inner)
        head = scene.knowledge.built(speakers.heads).at(scene.folded, i)
        beside = head is not None if inside.stop == found.word else _adjunct(s, inside.stop)
        short = len(inside) <= _MARKED and inside.stop <= found.word and beside
        kind = head.entry.kind if head and head.entry.kind != "person" else "organization"
        return Party(i, inside.stop, scene.name(i, inside.stop), kind, None, "") if short else None
    if (quote and not s.is_name(quote)) or s.is_prefixed(i) or (relative and verb.kind == "more"):
        return None
    if not _fits(s, cue, i, clear):
        return None
    party = _short(s, i, found) or _ali(s, i, found.word) or speakers.guess(scene, i, found.word)
    return _bounded(s, cue, party, found) if party else None


def _short(s: Stretch, i: int, found: Complement) -> Party | None:
    """Return the name of two letters that stands alone between a verb and what it says (وأضاف دن: "...")."""
    scene, word = s.scene, s.scene.words[i].text
    alone = found.lead in _CLEAR and found.word == i + 1 and scene.gap(i + 1).strip(' "“«') in ("", ":")
    if (
        not alone
        or len(word) != _LETTERS
        or not word.isalpha()
        or word[0] in "لبكفو"
        or word in scene.forms.particles
    ):
        return None
    return Party(i, i + 1, scene.name(i, i + 1), "person", None, word)


def _ali(s: Stretch, i: int, stop: int) -> Party | None:
    """Return a person whose first name is written like a preposition (علي ألفونه), but for the dots."""
    scene = s.scene
    if scene.words[i].text != "علي" or scene.raw[scene.words[i].end - 1] != "ي" or i + 1 >= stop:
        return None
    rest = speakers.guess(scene, i + 1, stop)
    return rest._replace(first=i, name=scene.name(i, rest.last), kind="person") if rest else None


def _of_deed(s: Stretch, cue: Cue, i: int, found: Complement) -> Party | None:
    """Return the subject of a demand or an accusation, whose object may follow too (ناشد الحداد السكان بأن)."""
    scene = s.scene
    word = scene.words[i].text
    if cue.verb and "whom" in cue.verb.takes:
        family = word.startswith("ال") and word.endswith("ي") and word not in scene.forms.counts
        return speakers.guess(scene, i, i + 1) if word.endswith("ون") or family else None
    if word.endswith("ون"):
        return speakers.guess(scene, i, i + 1)
    party = speakers.guess(scene, i, found.word)
    whole = party is not None and (
        party.last == found.word or (bool(cue.verb and cue.verb.objects) and _adjunct(s, party.last))
    )
    return party if whole else None


def _fits(s: Stretch, cue: Cue, i: int, clear: bool) -> bool:
    """Whether the noun at word `i` may be a subject: no accusative, and no object where the verb takes one."""
    accusative = s.scene.words[i].text[-1] == "ا"
    noun = cue.verb is not None and "object" in cue.verb.takes
    if (accusative and (cue.imperfect or noun)) or (s.is_joined(i) and (noun or not clear)):
        return False
    return not noun or (clear and not objects.is_said(s, i)) or not cue.imperfect


def _apposed(s: Stretch, named: Party) -> bool:
    """Whether a comma and who one is follow a name of two words or three (وقالت آنا كونلي، والدة الفتاة، ...)."""
    scene, last = s.scene, named.last
    if named.kind != "person" or not _NAME[0] <= last - named.first <= _NAME[1] or last >= s.words.stop:
        return False
    texts = [scene.words[k].text for k in range(named.first, last)]
    strange = not any("ال" + t in scene.forms.counts or t in scene.forms.counts for t in texts[:1])
    head = scene.knowledge.built(speakers.heads).at(scene.folded, last)
    who = (head is not None and head.entry.kind in ("person", "unnamed")) or scene.is_a(last, "relative")
    return bool(comma(scene.gap(last)) and strange and who)


def _bounded(s: Stretch, cue: Cue, party: Party, found: Complement) -> Party | None:
    """Return `party` as far as it is the subject, None where too little shows that it is one."""
    scene, verb, first = s.scene, cue.verb, party.first
    last = next((k for k in range(first + 1, party.last) if s.is_prefixed(k)), party.last)
    told = verb is not None and (verb.kind == "describe" or "whom" in verb.takes)
    if verb and verb.kind == "describe" and last == found.word and not cue.suffix:
        return None  # ووصف الوضع بأنه خطير: what is described
    epithet = first + 1 < found.word and scene.words[first + 1].text.endswith(("ي", "يه"))
    if verb and verb.kind == "describe" and scene.words[first].text.startswith("ال") and epithet:
        return None  # فيما وصف الموقف القطري بالمعقول: who did is not said
    owned = extents.owned(scene, first)
    if told and not owned and last > first + 1 and scene.words[last - 1].text.startswith("ال"):
        last -= 1  # وصف حاكم أوكيناوا الحادث: what is described is no part of the name
    named = party._replace(last=last, name=scene.name(first, last))
    if found.lead in _CLEAR and (last == found.word or _adjunct(s, last)):
        common = party.kind == "organization" and cue.imperfect and found.lead == "that"
        spoken = verb is not None and verb.lemma not in subjects.SHOWING and last == found.word
        return named if not common or spoken or (verb is not None and verb.lemma == _SAYS) else None
    if found.lead in _CLEAR and _apposed(s, named):
        return named
    vague = last != found.word and (cue.imperfect or party.kind != "person")
    takes = verb.takes if verb else ()
    rare = last == found.word == first + 1 and not scene.words[first].text.startswith("ال") and party.kind == "person"
    rare = rare and scene.words[last].text == "عن" and not cue.imperfect  # أعلنت موبايلي عن
    if (cue.imperfect or "object" in takes) and (vague or (found.lead == "preposition" and not rare)):
        return None
    return named


def _adjunct(s: Stretch, i: int) -> bool:
    """Whether what begins at word `i` tells where, when or of whom, so that the subject ends before it."""
    scene = s.scene
    if scene.words[i].text.startswith("التابع"):
        return True
    particle = scene.word_is(i, "preposition", "adverb", "relative", "setting", "pronominal")
    return particle or i in scene.timed or s.is_prefixed(i) or comma(scene.gap(i))


def between(s: Stretch, i: int, stop: int) -> Party | None:
    """Return the only person named between a verb and what is said (مدير مكتب الوكالة والناشط سمير حداد)."""
    scene = s.scene
    people = [p for p in scene.parties(range(i, stop)) if p.kind == "person"]
    if len(people) != 1 or not plain(scene, people[0], people[0].first):
        return None
    person = people[0]
    bound = scene.word_is(person.first - 1, "preposition", "relative")
    apart = any(scene.word_is(k, "relative", "that") or k in s.cues for k in range(i, person.first))
    return None if bound or apart else person._replace(first=i)


def occupied(s: Stretch, i: int) -> bool:
    """Whether a noun at word `i` takes the subject's place, so that the verb goes on for nobody."""
    scene = s.scene
    if (
        comma(scene.gap(i))
        or i in s.cues
        or s.is_prefixed(i)
        or speakers.addressed(scene, i)
        or i in scene.timed
        or scene.forms.adjuncts.at(scene.folded, i)
        or speakers.manner(scene, i)
    ):
        return False
    if scene.words[i].text.startswith("ال") and scene.words[i].text.endswith("ين") and i not in scene.members:
        return False  # دعا الصحافيين إلى: whom he asks
    kinds = (
        "preposition",
        "adverb",
        "setting",
        "that",
        "relative",
        "connective",
        "self",
        "pronominal",
        "those",
        "completes",
    )
    return not scene.word_is(i, *kinds)
