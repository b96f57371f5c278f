"""Finds the words that show speech: finite verbs, participles, and attributions without a verb."""

from __future__ import annotations

from itertools import compress, takewhile
from typing import Final, Literal, NamedTuple

from takhrij.analyse.speech.forms import PREFIXES, SUFFIXES, Forms, forms
from takhrij.knowledge import Knowledge
from takhrij.lang.perword import PerWord
from takhrij.lang.tables import Attribution, Reporting
from takhrij.text import Folded, fold_text

_DID_NOT: Final = "لم"
_IN_ANSWER: Final = ("تعقيبا", "تعليقا", "ردا")
"""Words that a preposition follows and that are adverbs where a verb does (تعقيبا أعلنت الوزارة أن)."""
_CALLED: Final = ("يدعي", "تدعي")
_BOUND: Final = ("ل", "ب")
_DOUBLED: Final = frozenset("\u0651 ")
"""What shows that a letter is doubled: its mark, or the space of a page that took marks off (عب ر)."""
_VERB: Final = 3
"""Letters that a verb has at least before such a pronoun."""
_LETTERS: Final = frozenset("تثجحخذرزسشصضطظعغقنهي")
"""Letters that stand alone only where a page parted a word: the others are clitics and titles."""
_THAT = ("ان", "بان", "لان")
"""Words that a noun stands behind, and no verb of the past."""
_COMPLETED: Final = 16
"""Words from a verb that is written like a preposition, at its sentence's beginning, to what completes it."""
_EXPLAINS: Final = "بيّن"
_EXPLAINED: Final = 8
"""Words of its subject at most, to أن."""
_SEVERAL: Final = ("ين", "ات")
"""Endings of those between whom something is."""
_MANY: Final = ("وا", "ون")
"""Endings of a verb's plural."""
_PRESENT: Final = ("ي", "ت")
"""First letters of verbs of the present."""
_AGAIN = ("عاد", "عادت", "عادوا", "يعود", "تعود")
"""Verbs behind which one of saying bears a ل (عاد ليقول)."""
_FAR_BACK: Final = 12
"""Words from such a verb to the one of saying: a subject and its titles."""
_WHAT: Final = "ما"
_THIS: Final = ("هو", "هي", "هذا", "ذلك")
_OPENING: Final = '"“«'
_QUOTED: Final = 12
"""Words from a verb that takes up what was told to the words in marks behind it."""
_WEIGHS: Final = "اعتبر"
_ASKING: Final = ("طالب", "حذر", "هدد", "نصح", "ناشد", "توعد")
"""Verbs that bear the pronoun of whom they speak to, though nouns are written like them (طالبها)."""
_NOT_OF: Final = ("بعد", "بين", "بدون", "بسبب")
"""Words that begin like what such a verb takes."""
_TOLD = frozenset({"said", "announced"})
"""Kinds of particle that are nouns of saying with a pronoun."""
_TAKEN_BACK = frozenset({"negative", "negates", "supposes"})
"""Kinds of particle before a verb by which nobody said it."""
_DETERMINERS = ("اي", "ايه", "باي", "لاي", "كل", "اول", "اخر")
"""What only a noun follows: any request (أي طلب)."""
_PARTING: Final = '،,؛.:"“”«»'
"""Marks behind which a verb hangs on nothing before it."""
WAS: Final = (
    *("كان", "كانت", "يكون", "تكون", "بات", "باتت", "اصبح", "اصبحت", "يعتبر", "تعتبر", "يعد", "تعد"),
    *("ظل", "ظلت", "بقي", "بقيت", "يبقي", "تبقي"),
)
"""Verbs behind which a participle is what somebody was (كان مهددا بالسقوط)."""
Form = Literal["finite", "participle", "noun", "attribution", "colon"]


class Cue(NamedTuple):
    """Words `first` to `last` (half-open) show speech. `offset` is where the cue begins, after its clitic.

    `suffix`: the verb bears an object pronoun (وصفها). `prefix` is the clitic before it, empty if none. `many`: it is
    a plural, which stands behind its subject only.
    """

    first: int
    last: int
    offset: int
    form: Form
    verb: Reporting | None = None
    words: Attribution | None = None
    prefix: str = ""
    suffix: bool = False
    imperfect: bool = False
    feminine: bool = False
    many: bool = False


def find(folded: Folded, words: range, knowledge: Knowledge) -> tuple[Cue, ...]:
    """Return the cues among `words`, left to right, none overlapping.

    Left out: verbs that are denied, only possible or still to come (لم يقل، قد يعلن، أن يؤكد), verbs that stand
    where a noun does (after a preposition), frames that say nothing (يمكن القول) and background markers (يذكر أن).
    """
    tables, shows = knowledge.built(forms), knowledge.built(_shows)
    found: list[Cue] = []
    shown = map(shows.__getitem__, folded.texts[words.start : words.stop])
    past = words.start
    for i in compress(words, shown):
        if i < past:
            continue
        if (frame := tables.frames.at(folded, i)) and not _personal(folded, i, words.start, tables):
            past = frame.last
            continue
        cue = _attribution(folded, i, tables) or _verb(folded, i, words.start, tables)
        if cue and not cue.prefix and i > words.start and folded.texts[i - 1] in PREFIXES:
            cue = cue._replace(prefix=folded.texts[i - 1])  # و أوضح: a page that sets the letter apart
        if cue and cue.last <= words.stop and not (cue.form == "finite" and _is_noun(folded, found, cue, tables)):
            found.append(cue)
            past = cue.last
    return tuple(found)


def _shows(knowledge: Knowledge) -> PerWord[bool]:
    """Build the look-up whether a word, whatever stands around it, may begin a cue or a frame: most do not."""
    tables = knowledge.built(forms)
    stems = {stem for rows in (tables.participles, tables.nouns, tables.finite, tables.unsaid) for stem in rows}
    stems |= {stem.removesuffix("ا") for stem in tables.participles}  # a page may have lost the letter
    stems |= {stem + suffix for stem in tables.finite if len(stem) >= _VERB for suffix in SUFFIXES}

    def shows(word: str) -> bool:
        if word in stems or (word[0] in PREFIXES and word[1:] in stems):
            return True
        if word[0] in _BOUND and word[1:] in tables.nouns:
            return True
        if word[0] == "ل" and word[1:2] in _PRESENT and word[1:] in tables.finite:
            return True
        if word in tables.owned or (word[0] in PREFIXES + _BOUND and word[1:] in tables.owned):
            return True
        return tables.frames.begins(word) or tables.attributions.begins(word)

    return PerWord(shows)


def _personal(folded: Folded, i: int, start: int, tables: Forms) -> bool:
    """Whether a pronoun or لم before the verb shows that it is no background marker (وهو يتوقع أن، لم يستبعد أن)."""
    before = folded.words[i - 1].text if i > start else ""
    return "pronoun" in tables.particles.get(before, ()) or before.removeprefix("و") == _DID_NOT


def _attribution(folded: Folded, i: int, tables: Forms) -> Cue | None:
    hit = tables.attributions.at(folded, i)
    if not hit or hit.prefix == "ف":  # فحسب is another word
        return None
    if hit.entry.form == "clause" and not _cites(folded, hit.first, hit.last, tables):
        return None
    clitic = fold_text(hit.entry.clitic)
    if clitic and not (hit.last < len(folded.words) and folded.words[hit.last].text.startswith(clitic)):
        return None
    return Cue(hit.first, hit.last, hit.start, "attribution", words=hit.entry, prefix=hit.prefix)


def _cites(folded: Folded, first: int, last: int, tables: Forms) -> bool:
    """Whether words that a preposition begins stand behind a comma, before a verb of saying (، على ما قال)."""
    if "preposition" not in tables.particles.get(folded.words[first].text, ()):
        return True
    word = folded.words[last].text if last < len(folded.words) else ""
    verb = word in tables.finite or _without_suffix(word, tables) is not None
    return verb and first > 0 and any(c in folded.gap(first - 1, first) for c in "،,")


def _verb(folded: Folded, i: int, start: int, tables: Forms) -> Cue | None:
    """Return the verb of saying at word `i`, with "and" before it or without."""
    word = folded.words[i].text
    cue = _form(folded, i, 0, start, tables)
    if cue and not (cue.verb and cue.verb.kind == "within" and word[0] == "و" and not _into(folded, i, tables)):
        return cue  # ورد في بيان, but ورد سمير حداد: he answered
    if word[0] in _BOUND and (row := tables.nouns.get(word[1:])) and word not in tables.finite:
        return Cue(i, i + 1, folded.offset(folded.words[i].at + 1), "noun", row)  # استجابة لطلب الوزارة
    again = word[0] == "ل" and word[1:2] in _PRESENT
    again = again and (back_again(folded, i, start) >= 0 or (i > start and _leads_colon(folded, i)))
    joined = again or (word[:1] in PREFIXES and not _whole(word, word[1:], tables))
    return (_form(folded, i, 1, start, tables) if joined else None) or _own_noun(folded, i, tables)


def _leads_colon(folded: Folded, i: int) -> bool:
    """Whether a colon follows the verb with a ل at word `i`, behind its subject or at once (ليقول سمير حداد: ...)."""
    near = range(i, min(i + _FAR_BACK, len(folded.words) - 1))
    gaps = (folded.gap(k, k + 1) for k in near)
    return any(":" in gap for gap in takewhile(lambda gap: "." not in gap and "؟" not in gap, gaps))


def back_again(folded: Folded, i: int, start: int) -> int:
    """Return the verb of coming back before the verb with a ل at word `i` (عاد الوزير ليؤكد), -1 if none is there."""
    for k in range(i - 1, max(start, i - _FAR_BACK) - 1, -1):
        if folded.words[k].text.removeprefix("و") in _AGAIN:
            return k
        if not folded.gap(k, k + 1).isspace():
            return -1
    return -1


def _own_noun(folded: Folded, i: int, tables: Forms) -> Cue | None:
    """Return the noun of saying with a pronoun that word `i` is, behind a clitic or not (وإعلانها أن)."""
    word = folded.words[i].text
    cut = 0 if word in tables.owned else 1 if word[0] in PREFIXES + _BOUND else -1
    row = tables.owned.get(word[cut:]) if cut >= 0 else None
    if not row or not tables.particles.get(word, _TOLD) <= _TOLD:
        return None
    offset = folded.offset(folded.words[i].at + cut)
    feminine = word.endswith("ها")
    return Cue(i, i + 1, offset, "noun", row, prefix=word[:cut], suffix=True, feminine=feminine)


def _into(folded: Folded, i: int, tables: Forms) -> bool:
    """Whether a preposition or a that follows word `i`."""
    word = folded.words[i + 1].text if i + 1 < len(folded.words) else ""
    return not tables.particles.get(word, frozenset()).isdisjoint(("preposition", "that", "pronominal"))


def _form(folded: Folded, i: int, cut: int, start: int, tables: Forms) -> Cue | None:
    """Return the cue that word `i` without its first `cut` letters is, None if it is no form of a verb of saying."""
    word = folded.words[i]
    stem, prefix, offset = word.text[cut:], word.text[:cut], folded.offset(word.at + cut)
    if (row := tables.participles.get(stem)) and not (
        (i > start and not _parted(folded, i) and _before(folded, i, tables) & {"negates", "preposition", "that"})
        or _of_whom(folded, i, start, tables)
    ):
        feminine = stem.endswith("ها") if stem[0] == "ب" else stem[-1] == "ه"  # بقوله is his
        return Cue(i, i + 1, offset, "participle", row, prefix=prefix, feminine=feminine)
    dotless = stem in tables.final_alef and folded.raw[word.start : word.end].endswith("ى")  # نفى is no نفي
    verb = stem in tables.finite and not (i > start and "preposition" in _before(folded, i, tables))  # طلب: he asked
    if prefix in ("", "و") and not dotless and not verb and (row := tables.nouns.get(stem)):
        return Cue(i, i + 1, offset, "noun", row, prefix=prefix)
    if not cut and (row := tables.unsaid.get(stem)) and _denied(folded, i, start, tables):
        return Cue(i, i + 1, offset, "finite", row, imperfect=True, feminine=stem[0] == "ت")
    row, suffix = tables.finite.get(stem), False
    last = folded.raw[word.end - 1]
    below = folded.raw[offset] in "إآ" and row is not None and row.lemma.startswith("أ")  # إبان is no أبان
    if (
        below
        or _is_called(folded, i, stem)
        or (row and ((stem in tables.final_alef and last != "ى") or (stem in tables.final_hamza and last != "أ")))
    ):
        return None
    if not row:
        row, suffix = _without_suffix(stem, tables) if last != "ة" else None, True  # دعاة
        bears = row is not None and (_bears(row, stem, tables) or _after_ma(folded, i, start, tables))
        bears = bears or (row is not None and cut > 0 and _asks_them(folded, i, row))
        row = row if bears or (row and _taken_up(folded, i, start)) else None
    if not row or _goes_on(folded, i):
        return None
    imperfect = stem[0] in "يت" and not fold_text(row.lemma).startswith(stem[:3])
    if _unreal(folded, i, start, imperfect, tables) or (
        "preposition" in tables.particles.get(stem, ()) and not _surely(folded, i, start, row, tables)
    ):
        return None
    own = stem == fold_text(row.lemma)  # لفت: the letter is the verb's own
    feminine = stem[0] == "ت" if imperfect else (stem[-1] == "ت" and not own) or (suffix and "ت" in stem[-4:])
    cue = Cue(i, i + 1, offset, "finite", row, prefix=prefix)
    many = row is not None and stem.endswith(_MANY) and not own
    return cue._replace(suffix=suffix, imperfect=imperfect, feminine=feminine, many=many)


def _of_whom(folded: Folded, i: int, start: int, tables: Forms) -> bool:
    """Whether a relative clause tells what somebody is by the participle at word `i` (الذي يعد مؤيدا للحزب)."""
    told = i > start + 1 and folded.words[i - 1].text in WAS and folded.gap(i - 1, i).isspace()
    return told and "relative" in _before(folded, i - 1, tables)


def _is_called(folded: Folded, i: int, stem: str) -> bool:
    """Whether the word tells a name (ضابط يدعى سمير), which but for the dots is written like: he claims."""
    if stem not in _CALLED or not folded.raw[folded.words[i].start : folded.words[i].end].endswith("ى"):
        return False
    following = folded.words[i + 1].text if i + 1 < len(folded.words) else ""
    return following not in _THAT and not following.startswith(("انه", "انها", "بان"))


def _goes_on(folded: Folded, i: int) -> bool:
    """Whether a letter that is no word was parted from word `i`, so that it is another verb (لوح ق)."""
    if i + 1 >= len(folded.words) or folded.gap(i, i + 1) != " ":
        return False
    end = folded.words[i + 1].end
    return folded.words[i + 1].text in _LETTERS and folded.raw[end : end + 1] == " "


def _surely(folded: Folded, i: int, start: int, row: Reporting, tables: Forms) -> bool:
    """Whether a word that is mostly a preposition (عبر، بين) is the verb: first of all, doubled, or completed."""
    word, particles = folded.words[i], tables.particles
    following = folded.words[i + 1].text if i + 1 < len(folded.words) else ""
    behind = folded.words[i + 2].text if i + 2 < len(folded.words) else ""
    if "adverb" in particles.get(following, ()) and behind in {fold_text(t) for t in row.takes}:
        return True  # عبر كذلك عن
    doubled = not _DOUBLED.isdisjoint(folded.raw[word.start : word.end])
    takes = {fold_text(t) for t in row.takes}
    near = (word.text for word in folded.words[i + 1 : i + _COMPLETED])
    side = tables.adjuncts.at(folded, start) if i > start else None
    first = i == start or (side is not None and side.last == i)  # من جانبه، عبر الوزير عن
    begins = first and any(text in takes or "that" in particles.get(text, ()) for text in near)
    return doubled or begins or following in takes or _explains(folded, i, start, row, tables)


def _explains(folded: Folded, i: int, start: int, row: Reporting, tables: Forms) -> bool:
    """Whether بين with a subject and أن behind it is the verb, late in its sentence (وفي تصريح له بين الوزير أن).

    Between two stand "and" or a plural; the verb has its subject only. Before it ends a phrase that sets the scene.
    """
    if row.lemma != _EXPLAINS:
        return False
    joined = folded.words[i].text[0] == "و"
    opens = "preposition" in tables.particles.get(folded.words[start].text.removeprefix("و"), ())
    if not (joined or opens):
        return False
    for k in range(i + 1, min(i + _EXPLAINED, len(folded.words))):
        word = folded.words[k].text
        if "that" in tables.particles.get(word, ()):
            return k > i + 1
        if folded.gap(k - 1, k).strip() or word[0] == "و" or word.endswith(_SEVERAL):
            return False
    return False


def _bears(row: Reporting, stem: str, tables: Forms) -> bool:
    """Whether a verb may bear the pronoun of whom it is said to or of (وصفها، اتهمه), and is no noun (طلبه)."""
    noun = any("ال" + stem.removesuffix(suffix) in tables.counts for suffix in SUFFIXES if stem.endswith(suffix))
    return row.kind == "describe" or (("whom" in row.takes or row.lemma == _WEIGHS) and not noun)


def _asks_them(folded: Folded, i: int, row: Reporting) -> bool:
    """Whether what a verb takes of whom it speaks to follows it at once (وطالبها بالتعويض، وحذرها من)."""
    following = folded.words[i + 1].text if i + 1 < len(folded.words) else ""
    if row.lemma not in _ASKING or not following or not folded.gap(i, i + 1).isspace():
        return False
    takes = [fold_text(t) for t in row.takes]
    return following in takes or ("ب" in takes and following[0] == "ب" and following not in _NOT_OF)


def _whole(word: str, stem: str, tables: Forms) -> bool:
    """Whether a word is one stem, though it begins with a letter that may be a clitic (فرات)."""
    return word[0] == "ف" and tables.counts.get(stem, 0) * 0.01 < tables.counts.get(word, 0) * 0.02


def _after_ma(folded: Folded, i: int, start: int, tables: Forms) -> bool:
    """Whether the word before lets a verb of saying bear an object: وفق ما نقلته."""
    hit = tables.attributions.at(folded, max(start, i - 2)) or tables.attributions.at(folded, max(start, i - 1))
    return bool(hit and hit.entry.form == "clause")


def _taken_up(folded: Folded, i: int, start: int) -> bool:
    """Whether the verb takes up what was told with whose words follow in marks (وهو ما أكدته ليلى حداد "...")."""
    this = i > start + 1 and folded.texts[i - 1] == _WHAT and folded.texts[i - 2].removeprefix("و") in _THIS
    near = range(i + 2, min(i + _QUOTED, len(folded.words))) if this else ()  # right behind it stands a name
    gaps = takewhile(lambda gap: "." not in gap and ":" not in gap, (folded.gap(k - 1, k) for k in near))
    return any(mark in gap for gap in gaps for mark in _OPENING)


def _without_suffix(stem: str, tables: Forms) -> Reporting | None:
    for suffix in SUFFIXES:
        if (
            stem.endswith(suffix)
            and len(stem) - len(suffix) >= _VERB
            and (row := tables.finite.get(stem[: -len(suffix)]))
        ):
            return row
    return None


def _unreal(folded: Folded, i: int, start: int, imperfect: bool, tables: Forms) -> bool:
    """Whether what stands before the verb takes away that it was said."""
    if i <= start or _parted(folded, i):
        return False
    if i > start + 1 and folded.words[i - 1].text == "ان" and folded.words[i - 2].text.removeprefix("و") == "قبل":
        return False  # قبل أن يضيف
    before = _before(folded, i, tables)
    if before & _TAKEN_BACK or ("preposition" in before and folded.words[i - 1].text != "بعد"):
        return True
    stem = folded.words[i].text
    noun = "ال" + stem in tables.counts and folded.words[i - 1].text in _THAT  # أن تخوف الوزارة من
    return noun or (imperfect and bool(before & {"modal", "that"}))


def _parted(folded: Folded, i: int) -> bool:
    """Whether a mark stands before word `i`, so that it hangs on nothing before it (من قبل ، وأضاف)."""
    gap = folded.gaps[i]
    return gap != " " and any(mark in gap for mark in _PARTING)


def _before(folded: Folded, i: int, tables: Forms) -> frozenset[str]:
    """Return the kinds of particle that the word before word `i` is, with "and" or without."""
    word = folded.words[i - 1].text
    found = tables.particles.get(word, frozenset())
    if word in _IN_ANSWER:
        return frozenset()
    return found | tables.particles.get(word[1:], frozenset()) if word[0] in PREFIXES else found


def _denied(folded: Folded, i: int, start: int, tables: Forms) -> bool:
    """Whether a negative stands before the word."""
    return i > start and "negative" in _before(folded, i, tables)


def _is_noun(folded: Folded, found: list[Cue], cue: Cue, tables: Forms) -> bool:
    """Whether the word hangs on the verb just before it, as its subject or object (قال طالب)."""
    if not cue.prefix and cue.first and folded.words[cue.first - 1].text in _DETERMINERS:
        return "ال" + folded.words[cue.first].text in tables.counts  # أي طلب, but مصدر آخر قال
    if not found or cue.prefix or found[-1].form not in ("finite", "noun"):
        return False
    if found[-1].last == cue.first - 1:  # أكد الحدادي رفض حكومته
        between, last = folded.words[cue.first - 1].text, found[-1]
        takes = last.form == "finite" and last.verb is not None and "object" in last.verb.takes
        stem = folded.words[cue.first].text
        noun = "ال" + stem in tables.counts or "said_noun" in tables.particles.get(stem, ())
        bare = noun and between.startswith("ال") and not cue.suffix and between not in tables.particles
        return takes and bare and all(folded.gap(k - 1, k).isspace() for k in (cue.first - 1, cue.first))
    noun = found[-1].form == "finite" or "ال" + folded.words[cue.first].text in tables.counts  # تصريح قالت فيه
    return noun and found[-1].last == cue.first and folded.gap(cue.first - 1, cue.first).isspace()
