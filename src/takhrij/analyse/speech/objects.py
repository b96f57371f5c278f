"""Nouns that are what was said: what is announced, denied or condemned, and whom one accuses or asks."""

from __future__ import annotations

import re
from typing import Final

from takhrij.analyse.speech import addressees, between, speakers
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.leads import VERBAL_NOUN, lead
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, bare_noun, comma, plain
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.text import fold_text

_REACH: Final = 20
"""Words of what a speaker is, from its head noun to what is said."""
_PRONOUNS: Final = ("ه", "ها", "هم", "هما")
_BEARING: Final = 4
"""Letters of a noun with a pronoun, at least."""
_WHERE: Final = 14
"""Words of where a body is and in what it said so, before its own deed."""
_FARTHER: Final = 10
"""Words of a subject's other half, or of where it was said, before the noun that was said."""
_NUMBER: Final = "#"
"""Stands among a verb's objects for a number written in digits."""
_YEAR: Final = 4
"""Digits of a year."""
_NAMES: Final = 4
"""Words of a name that no list knows, and the object behind it."""
_THANKING: Final = ("praise", "say")
"""Acts whose object may be somebody's name (شكر، هنأ، انتقد)."""
_OF_WHAT: Final = ("deny", "refuse")
"""Acts whose object may be a clause with "what"."""
_PASSIVE: Final = re.compile("الم[^ا]{2}و[^ا]ه?")
"""Shape of a passive participle with the article."""
_EPITHET: Final = ("ي", "يه")
"""Endings of adjectives of what something is said in (بيان صحفي)."""
_DATED: Final = "بتاريخ"
_THIS: Final = ("هذا", "هذه", "ذلك", "الامر")
"""Words for what is weighed, before words in marks (واعتبر ذلك "خطأ كبيرا")."""
_EVERY: Final = ("جميع", "كافه")
_STRONGLY: Final = "بشده"


def is_object(s: Stretch, cue: Cue, i: int) -> bool:
    """Whether word `i` is one of the nouns that the verb's object must begin with, if it names any."""
    word = s.scene.words[i].text.removeprefix("ال")
    verb = cue.verb
    if verb and verb.kind == "unsaid" and word[0] in "لب":  # لم تستجب لطلب
        word = word[2:] if word.startswith("لل") else word[1:]
    stems = s.scene.knowledge.built(_stems)
    if not verb or not word:  # a lone article
        return False
    if word[0].isdigit():
        return not verb.objects or (_NUMBER in verb.objects and i not in s.scene.timed and len(word) != _YEAR)
    return not verb.objects or any(word.startswith(stems[o]) for o in verb.objects)


def _stems(_knowledge: Knowledge) -> PerWord[str]:
    return PerWord(_stem)


def _stem(noun: str) -> str:
    """Return a noun folded as it stands before a pronoun (رغبة، رغبته)."""
    return fold_text(noun.removesuffix("ة")).removeprefix("ال")


def find(s: Stretch, cue: Cue, at: int, own: bool) -> int:
    """Return the word at which a noun that is what was said begins, 0 if none does."""
    scene, verb, begin = s.scene, cue.verb, at
    at = between.past_manner(s, between.past_dashes(s, between.past_others(s, at))) if own else at
    while at < s.words.stop and (scene.is_a(at, "adverb") or (own and _is_between(s, at))):
        at += 1
    told = scene.party(at) if own and verb else None
    if told and told.kind == "outlet" and scene.words[at].text[0] == "ل" and not plain(scene, told, at):
        at = told.last  # نفى الوزير لرويترز دخول الشاحنات
    if not verb or at >= s.words.stop:
        return 0
    takes = set(verb.takes)
    if verb.objects:
        aside = s.is_joined(at) or scene.is_a(at, "preposition")  # وثق ناشطون منذ أيام نزوح السكان
        title = own and scene.knowledge.built(speakers.heads).at(scene.folded, at)  # جدد سمير حداد رئيس الحزب دعوته
        farther = own and (aside or bool(title) or "whom" in takes)  # حمل الوزير الشركة مسؤولية الحادث
        at = at if farther else _past_epithets(s, cue, at, own)
        near = range(at, min(at + _FARTHER, s.words.stop)) if farther else range(at, at + 1)
        found = next((k for k in near if k < s.words.stop and is_object(s, cue, k)), 0)
        if not own and not found and verb.kind == "deed":  # أبدت مكونات في المعارضة رفضها
            found = next((k for k in range(at + 1, min(at + _FARTHER, s.words.stop)) if is_object(s, cue, k)), 0)
            found = found if found and not any(k in s.cues for k in range(at, found)) else 0
        parted = any(comma(scene.gap(k)) for k in range(at, found + 1)) and not (own and found == at)
        parted = parted or (
            bool(found) and verb.act == "estimate" and scene.words[found].text.endswith(_PRONOUNS[:2]) and not own
        )
        return found if found and not parted else 0
    if verb.lemma == "اعتبر" and (cue.suffix or cue.imperfect or not own):
        marked = scene.words[at].text in _THIS and s.quote_before(at + 1) is not None
        held = _is_held(s, at) if cue.suffix else _is_weighed(s, at)  # تعتبرها الوزارة خطوة، يعتبر من أقدم الجسور
        return at if marked or (own and held) else 0
    verbal = bool(VERBAL_NOUN.fullmatch(scene.words[at].text)) and at not in scene.members
    if own and (done := at if verbal else _behind_where(s, at) if begin > cue.last else 0):
        return done
    if not own:
        goes_on = cue.prefix and (_is_deed(s, at) or _disagrees(s, cue, at))
        goes_on = goes_on or (verb.act == "demand" and "whom" in takes and scene.words[at].text in _EVERY)
        of_number = at + 1 < s.words.stop and scene.words[at + 1].text.isdigit()
        of_number = of_number and scene.words[at].text.startswith("ال")  # وأيد القرار 115 دولة
        said = is_said(s, at) or goes_on
        return at if said and not of_number else _behind_unlisted(s, cue, at)
    if told and _is_thanked(s, cue, told, at):
        return at
    announced = _behind_epithet(s, at)
    if scene.words[at].text == "ما" and verb.act in _OF_WHAT and not scene.word_is(at + 1, "negative"):
        return at  # نفى الوزير، أمس، ما نقلته الوكالة
    aside = at > begin and comma(scene.gap(begin))  # أعلن، الأسبوع الماضي، إلغاء
    plainly = not comma(scene.gap(at)) or aside or _is_announced(s, at)
    announced = _behind_setting(s, at, takes) or announced
    return announced or (at if plainly and _is_bare(s, at) else _farther(s, at, takes))


def _is_between(s: Stretch, at: int) -> bool:
    """Whether word `at` behind the subject tells when, where or how, or stands in brackets."""
    scene = s.scene
    return (
        at in scene.timed
        or scene.is_a(at, "pronominal")
        or "(" in scene.gap(at)
        or scene.gap(at).startswith("(")
        or scene.words[at].text.removeprefix("و") == _STRONGLY
        or (scene.words[at].text == "في" and at + 1 in scene.timed)
        or _is_acronym(s, at)
    )


def _is_acronym(s: Stretch, at: int) -> bool:
    """Whether word `at` alone stands in marks, and what is said behind it (أعلنت وكالة الفضاء "ناسا" نجاح المهمة)."""
    quote = s.quote_before(at)
    if not quote or not quote.closed or at + 2 >= s.words.stop or quote.end > s.scene.words[at + 1].start:
        return False
    return not comma(s.scene.gap(at + 1)) and _is_bare(s, at + 1)


def _behind_where(s: Stretch, at: int) -> int:
    """Return the speaker's own deed behind where he is (أعلنت كتائب الجسر المتواجدة في الريف | انضمامها إلى)."""
    scene, word = s.scene, s.scene.words[at].text
    epithet = word.startswith("ال") and at not in scene.members and scene.gap(at).strip(' "“”«»') == ""
    if not epithet or not scene.is_a(at + 1, "preposition") or VERBAL_NOUN.fullmatch(word.removeprefix("ال")):
        return 0
    for k in range(at + 2, min(at + _WHERE, s.words.stop)):
        if _is_verb(s, k) or scene.is_a(k, "that", "relative") or scene.marked(k, "؛:"):
            return 0
        own = scene.words[k].text.endswith(_PRONOUNS) and is_said(s, k)
        if own and not scene.is_a(k - 1, "preposition", "inner") and not _held_by(s, k):
            return k
    return 0


def _behind_setting(s: Stretch, at: int, takes: set[str]) -> int:
    """Return the noun that was said behind where it was said, no comma between (دان في بيان له أمس الهجوم)."""
    scene, i = s.scene, at + 2
    if not s.is_setting(at) or comma(scene.gap(at)) or lead(s, at, takes):
        return 0  # أعلن عن لقاء قريب: the meeting is what was said
    definite = scene.words[at + 1].text.startswith("ال")
    while i < s.words.stop and not scene.gap(i).strip():
        epithet = scene.words[i].text.startswith("ال") == definite and scene.words[i].text.endswith(_EPITHET)
        epithet = epithet and not scene.is_a(i, "preposition")  # في منشور على صفحتها
        dated = i in scene.timed or scene.word_is(i, "adverb", "pronominal") or scene.words[i].text == _DATED
        if not (dated or (i == at + 2 and epithet)):
            break
        i += 1
    plain_noun = i < s.words.stop and scene.gap(i).isspace() and bare_noun(s, i) and not s.is_joined(i)
    return i if plain_noun and i not in scene.members and _is_bare(s, i) else 0


def _is_thanked(s: Stretch, cue: Cue, party: Party, at: int) -> bool:
    """Whether a name right behind the subject is whom one thanks or criticises (شكر الوزير الحكومة على دعمها)."""
    scene, verb = s.scene, cue.verb
    if not verb or verb.kind != "deed" or verb.act not in _THANKING or not scene.gap(at).isspace():
        return False
    return plain(scene, party, at) and scene.words[at].text[0] != "و"


def _behind_epithet(s: Stretch, at: int) -> int:
    """Return the noun that is announced behind a comma, where word `at` is still what the subject is called.

    So in أعلنت القوات المكونة من السكان، بدء العملية. 0 where there is none.
    """
    scene, named = s.scene, s.scene.members.get(at - 1)
    if not named or named.last != at or not scene.words[at].text.startswith("ال") or scene.gap(at).strip(' "'):
        return 0
    near = range(at + 1, min(at + _FARTHER, s.words.stop))
    return next((k for k in near if comma(scene.gap(k)) and _is_announced(s, k) and _is_bare(s, k)), 0)


def _is_weighed(s: Stretch, at: int) -> bool:
    """Whether a name or definite noun at word `at` is held to be what follows in the accusative (المدينة منطلقا)."""
    scene = s.scene
    definite = at in scene.members or scene.words[at].text.startswith("ال") or s.quote_before(at) is not None
    if not definite or scene.gap(at).strip(' "“”«»'):
        return False
    for i in range(at + 1, min(at + _FARTHER, s.words.stop)):
        word = scene.words[i].text
        if scene.marked(i, "،,؛:.") or i in s.cues or scene.is_a(i, "relative"):
            return False
        if (quote := s.quote_before(i)) and quote.closed:
            return True  # تعتبر الوزارة الجسر "خطرا"
        known = "ال" + word[:-1] in scene.forms.counts or word[:-1] in scene.forms.counts
        ends = scene.raw[scene.words[i].end - 1]
        if ends == "ا" and (known or VERBAL_NOUN.fullmatch(word[:-1])):
            return i not in scene.members
        if ends == "ة" and "ال" + word in scene.forms.counts and _is_whole(s, i - 1) and i not in scene.members:
            return True  # واعتبر الحركة منظمة خطيرة
    return False


def _is_whole(s: Stretch, i: int) -> bool:
    """Whether a noun phrase may end with word `i`: the article or a name closes it."""
    return s.scene.words[i].text.startswith(("ال", "لل")) or i in s.scene.members


def _is_held(s: Stretch, at: int) -> bool:
    """Whether what somebody holds another to be begins at word `at`: a noun without the article, or a quotation."""
    scene = s.scene
    loose = scene.gap(at).strip(' "“”«»') or at in scene.timed or at in s.cues or s.is_prefixed(at)
    particle = scene.word_is(at, "preposition", "that", "relative", "adverb", "connective", "pronoun", "negative")
    return not (loose or particle or scene.words[at].text[0] in "وف")


def _past_epithets(s: Stretch, cue: Cue, at: int, own: bool) -> int:
    """Return the word behind the subject's epithets (الوزارة المختصة | الدعوة)."""
    scene, i = s.scene, at
    while own and i < s.words.stop and not is_object(s, cue, i) and scene.gap(i).isspace():
        if i in scene.members or not scene.words[i].text.startswith("ال"):
            break
        i += 1
    return i if i < s.words.stop and is_object(s, cue, i) else at


def _behind_unlisted(s: Stretch, cue: Cue, at: int) -> int:
    """Return the noun that is what was said behind a subject that no list knows (دان الحدادي سياسة المدينة).

    A noun with the article is no head of a construct: what lacks it and is the head of one itself is the object.
    """
    scene = s.scene
    if at in scene.members or at in s.cues or at in scene.timed or scene.gap(at).strip():
        return 0
    definite = scene.words[at].text.startswith("ال")
    if definite and cue.feminine and scene.words[at].text in scene.forms.counts and _is_his(s, at):
        return 0  # أيدت القرار أكثرية الدول
    for i in range(at + 1, min(at + _NAMES, s.words.stop - 1)):
        if scene.gap(i).strip() or i in scene.members or i in scene.timed or i in s.cues:
            return 0
        if _is_announced(s, i) and bare_noun(s, i):
            return i
        if scene.words[i].text.startswith("ال"):
            continue
        owned = scene.words[i + 1].text.startswith("ال") or i + 1 in scene.members
        owned = owned and not scene.knowledge.built(speakers.heads).at(scene.folded, i)  # رفض الطلب رئيس البلدية
        return i if definite and owned and bare_noun(s, i) and not s.is_joined(i) else 0
    return 0


def _is_his(s: Stretch, at: int) -> bool:
    """Whether a noun has no ending of a feminine or of many."""
    return s.scene.raw[s.scene.words[at].end - 1] not in "ةاىء" and not s.scene.words[at].text.endswith(
        ("ات", "ين", "ون")
    )


def _is_announced(s: Stretch, i: int) -> bool:
    """Whether word `i` is a noun of what is announced, whatever stands before it."""
    scene, word = s.scene, s.scene.words[i].text
    stems = {word, word.removeprefix("ال"), *(word.removesuffix(x) for x in _PRONOUNS if word.endswith(x))}
    return any("said_noun" in scene.forms.particles.get(stem, ()) for stem in stems)


def is_said(s: Stretch, i: int) -> bool:
    """Whether word `i` is a noun that no speaker is called by: a known one, or one with the speaker's pronoun."""
    if i >= s.words.stop:
        return False
    scene, word = s.scene, s.scene.words[i].text
    if i in scene.members or _is_verb(s, i) or scene.gap(i).strip(' "') or s.is_prefixed(i):
        return False
    feminine = scene.raw[scene.words[i].end - 1] == "ة"  # no pronoun, though it folds alike
    stems = {word, word.removeprefix("ال"), *(word.removesuffix(x) for x in _PRONOUNS if word.endswith(x))}
    stems |= {stem[:-1] + "ه" for stem in stems if stem.endswith("ت")}
    if any("said_noun" in scene.forms.particles.get(stem, ()) for stem in stems):
        return True
    bearing = (
        not feminine
        and word.endswith(_PRONOUNS)
        and len(word) > _BEARING
        and not scene.word_is(i, "pronominal", "that", "adverb")
    )
    following = next((k for k in range(i + 1, min(i + 8, s.words.stop)) if lead(s, k, {"that"}) or k in s.cues), -1)
    return bearing and following < 0 and bool(VERBAL_NOUN.fullmatch(word) or word[0] == "م")


def _disagrees(s: Stretch, cue: Cue, i: int) -> bool:
    """Whether a definite feminine noun follows a masculine verb at once: it is no subject (وانتقد السياسة)."""
    scene, word = s.scene, s.scene.words[i].text
    other = i in scene.members or i in s.cues or scene.gap(i).strip(' "') or cue.feminine
    if other or not word.startswith("ال") or scene.raw[scene.words[i].end - 1] != "ة":
        return False
    return not scene.knowledge.built(speakers.heads).at(scene.folded, i)


def _is_deed(s: Stretch, i: int) -> bool:
    """Whether word `i` is a verbal noun that heads no source, so that it is what was said (ورفض اعتبار)."""
    scene = s.scene
    cue = s.cues.get(i)
    other = i in scene.members or (cue is not None and cue.form != "noun")
    head = scene.knowledge.built(speakers.heads).at(scene.folded, i) or other
    return not head and not scene.gap(i).strip(' "') and bool(VERBAL_NOUN.fullmatch(scene.words[i].text))


def _farther(s: Stretch, at: int, takes: set[str]) -> int:
    """Return the noun that is what was said behind more of the subject (الأمم المتحدة ووكالات إغاثة قلقها)."""
    if s.is_prefixed(at) and s.scene.words[at].text[0] in "بل" and at + 2 < s.words.stop:
        led = s.scene.party(at + 1)  # التحالف بقيادة واشنطن خلو المدينة، مركز الغد لحقوق الإنسان الهجوم
        behind = led.last if led else at + 2
        titled = s.scene.words[at].text[0] == "ل" and behind + 1 in s.scene.members  # لحزب الغد السيد سمير حداد
        whole = s.scene.gap(at + 1).isspace() and not s.scene.is_a(at + 1, "that")
        if whole and not titled and behind < s.words.stop and not s.scene.gap(behind).strip() and _is_bare(s, behind):
            return behind
    sits = s.scene.party(at + 1) if s.scene.words[at].text == "في" and at + 1 < s.words.stop else None
    behind = sits.last if sits and sits.kind in ("place", "state") and sits.last < s.words.stop else 0
    happened = behind and s.scene.gap(behind).isspace() and VERBAL_NOUN.fullmatch(s.scene.words[behind].text)
    if happened and _is_bare(s, behind):
        return behind  # أكد مصدر في المدينة وقوع الحادث
    for i in range(at, min(at + _FARTHER, s.words.stop)):
        if _is_verb(s, i) or s.scene.is_a(i, "that", "relative") or lead(s, i, takes):
            return 0
        if (told := addressees.past_told(s, i)) and _is_bare(s, told):
            return told
        if quote := s.quote_before(i):
            return 0 if "quote" in takes or s.is_name(quote) else i  # أدانت الوزارة، في بيان، "الهجوم الغادر"
        announced = comma(s.scene.gap(i)) and _is_announced(s, i) and _is_bare(s, i)
        said = is_said(s, i) and not s.scene.is_a(i - 1, "preposition", "inner") and not _held_by(s, i)
        if i > at and (said or announced):
            return i  # القيادة العامة للقوات، الأحد، تحطم طائرة
        of_it = comma(s.scene.gap(at)) and s.scene.words[at].text.startswith(
            "التابع"
        )  # الصفحة، التابعة للسفارة، مشاركة
        aside = i > at and comma(s.scene.gap(i)) and (of_it or s.scene.word_is(at, "preposition", "setting"))
        if aside and i not in s.scene.timed:
            return i if _is_bare(s, i) else 0
    return 0


def _is_verb(s: Stretch, i: int) -> bool:
    """Whether a cue begins at word `i` that is no noun (أعلن القادة في المدينة | رفض الشرط)."""
    return i in s.cues and s.cues[i].form != "noun"


def _held_by(s: Stretch, i: int) -> bool:
    """Whether word `i` is the verb of whoever held an occasion (خلال اجتماع عقده أمس), and no noun."""
    occasion = s.scene.word_is(i - 1, "setting") and not s.scene.word_is(i - 1, "document")
    return occasion and s.scene.words[i].text.endswith(_PRONOUNS) and not s.scene.words[i - 1].text.startswith("ال")


def _is_bare(s: Stretch, at: int) -> bool:
    """Whether the noun at word `at` stands alone as an object, and no clause is what was said."""
    scene, word = s.scene, s.scene.words[at].text
    said = at in s.cues and s.cues[at].form != "noun"  # نفت الوزارة مزاعم، رفض الوزير دعوة
    if at in scene.members or said or at in scene.timed or s.is_joined(at):
        return False
    if scene.word_is(at, "that", "preposition", "relative", "adverb", "connective", "pronoun"):
        return False
    quote = s.quote_before(at)
    if word.startswith("التابع") or (
        _PASSIVE.fullmatch(word) and at + 1 < s.words.stop and scene.is_a(at + 1, "preposition")
    ):
        return False  # الجيش المدعوم من الحكومة: an epithet
    if s.is_prefixed(at) or (quote and s.is_name(quote)) or word[0].isdigit() or _in_apposition(s, at):
        return False
    for i in range(at + 1, min(at + 12, s.words.stop)):
        if comma(scene.gap(i)) or scene.is_a(i, "relative"):
            break
        if i in s.cues and (s.cues[i].prefix or s.cues[i].form == "participle"):
            break
        said = i in s.cues and s.cues[i].form != "noun"  # توقع فشل دعوات التظاهر
        if (scene.is_a(i, "that") and not scene.is_a(i - 1, "preposition")) or said:
            bears = word.endswith(("ه", "ها")) and scene.raw[scene.words[at].end - 1] != "ة"
            return bears or word == "ما"  # وقفه العمل, but شركة السكك | الحديدية
    return True


def _in_apposition(s: Stretch, at: int) -> bool:
    """Whether the noun at word `at` says what the speaker is, and أن follows (أكد سمير حداد عضو المجلس، أن)."""
    head = s.scene.knowledge.built(speakers.heads).at(s.scene.folded, at)
    if not head or head.entry.kind not in ("person", "unnamed"):
        return False
    reach = range(head.last, min(head.last + _REACH, s.words.stop))
    stop = next((i for i in reach if lead(s, i, {"that"}) or i in s.cues), -1)
    return stop >= 0 and stop not in s.cues
