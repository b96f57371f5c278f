"""Words that a verb of saying introduces with nothing: no mark, no colon, no أن (وأضاف، لو فتحنا الجسر ...)."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import openings, speakers
from takhrij.analyse.speech.complements import Complement
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.scenes import Party
from takhrij.analyse.speech.stretches import Stretch, comma
from takhrij.text import fold_words

_SAYS: Final = ("قال", "أضاف", "أردف", "استطرد", "أجاب", "تابع", "أوضح")
"""Verbs that take no noun but "this" and the like: what stands behind their subject is what was said."""
_ALONE: Final = ("قال", "أضاف", "أردف", "استطرد")
"""Those that are hardly ever another verb."""
_FEWEST: Final = 4
"""Words of what is said without a mark."""
_WHOLE: Final = 6
"""The same where nothing shows that they begin a clause."""
_REACH: Final = 12
"""Words behind the verb among which no colon and no quotation may stand."""
_OPENING: Final = 14
"""Words before the verb in its sentence, where it does not begin it."""
_BEHIND: Final = 15
"""Words of where and to whom it was said, before what only a speaker says."""
_ASIDE: Final = frozenset(fold_words("كما ما حسبما مثلما كيفما هكذا ذلك هذا الذي التي حيث ألا هل لم وكما"))
"""Words before a verb of saying that is no clause of its own."""
_BEGINS: Final = frozenset(
    fold_words("أما لو إذا لولا ثم كلما عندما حينما هل لماذا كيف أين متى ماذا إنما ربما لعل ليت بل هذا هذه هؤلاء تلك")
) | frozenset(fold_words("تم تمت سيتم ستتم يتم"))
"""Words with which a clause begins, and no name or place of a saying."""
_AND_HE: Final = ("وهو", "وهي", "وهم")
_SURE: Final = frozenset(
    fold_words("نحن أنا إننا إنني لقد لن نريد أريد نأمل آمل أتمنى نتمنى أعتقد نعتقد سوف علينا لدينا نشكر أشكر")
)


def at_once(s: Stretch, cue: Cue, at: int, party: Party | None) -> Complement | None:
    """Return what begins at word `at`, right behind the verb or its subject, with what only a speaker says."""
    verb, gap = cue.verb, s.scene.gap(at)
    says = verb is not None and verb.lemma in _SAYS and not cue.suffix and s.words.stop - at >= _FEWEST
    if not says or ":" in gap or comma(gap) or s.quote_before(at) or not (party or at == cue.last):
        return None
    return Complement(at, "colon") if openings.begins(s, at, party is not None) else None


def clause(s: Stretch, cue: Cue, at: int, party: Party | None) -> Complement | None:
    """Return the clause that follows `cue` or its subject, up to word `at`, as what was said."""
    scene, verb = s.scene, cue.verb
    if not verb or verb.lemma not in _SAYS or cue.suffix or s.words.stop - at < _FEWEST or not _leads(s, cue):
        return None
    if any(":" in scene.gap(k) or _quoted(s, k) for k in range(cue.last, min(at + _REACH, s.words.stop))):
        return None
    if at in s.cues and not (comma(scene.gap(at)) or _other(s, cue, at)):
        return None
    sure = verb.lemma in _ALONE
    if openings.begins(s, at, True) or (sure and (_begins(s, at) or at in s.cues)):
        return Complement(at, "colon")
    alone = party is None and at == cue.last and sure and comma(scene.gap(at))
    if alone and not _sets(s, at):
        return Complement(at, "colon")
    if verb.lemma == "قال" and party and party.kind in ("person", "office") and not _sets(s, at) and _whole(s, at):
        return Complement(at, "colon")
    farther = _farther(s, at) if sure else 0
    return Complement(farther, "colon") if farther else None


def _whole(s: Stretch, at: int) -> bool:
    """Whether nothing of the speaker's name and no title begins at word `at`, right behind him."""
    scene = s.scene
    head = scene.knowledge.built(speakers.heads).at(scene.folded, at)
    return not head and scene.gap(at).isspace() and s.words.stop - at >= _WHOLE


def _quoted(s: Stretch, i: int) -> bool:
    quote = s.quote_before(i)
    return quote is not None and not s.is_name(quote)


def _other(s: Stretch, cue: Cue, at: int) -> bool:
    """Whether a verb of saying right behind a man's is not his own form, so that he tells what "I" said (تحدثت)."""
    return not cue.feminine and s.cues[at].form == "finite" and s.cues[at].feminine and not s.cues[at].imperfect


def _leads(s: Stretch, cue: Cue) -> bool:
    """Whether a verb is the first of its sentence, or of a clause with "and" behind a comma."""
    scene, first = s.scene, s.words.start
    if cue.first == first:
        return True
    if cue.verb and cue.verb.lemma not in _ALONE:
        return False
    hangs = scene.is_a(cue.first - 1, "relative", "that", "preposition", "negative", "when")
    if hangs or scene.words[cue.first - 1].text in _ASIDE:
        return False
    if cue.prefix == "و" and scene.marked(cue.first, '،,؛."”»-'):
        return True
    return cue.first - first <= _OPENING and min(s.cues) == cue.first


def _begins(s: Stretch, i: int) -> bool:
    """Whether a clause begins at word `i`: with a conjunction, a demonstrative or a finite verb."""
    scene, word = s.scene, s.scene.words[i].text
    if i in scene.members or i in scene.timed:
        return False
    verb = word in scene.forms.verbs and "ال" + word not in scene.forms.counts
    return word in _BEGINS or verb or scene.word_is(i, "negative")


def _sets(s: Stretch, i: int) -> bool:
    """Whether word `i` tells where, when or how it was said, or what the speaker is."""
    scene = s.scene
    about = scene.word_is(i, "preposition", "relative", "setting", "adverb", "that", "pronominal") or i in scene.timed
    about = about or scene.forms.adjuncts.at(scene.folded, i) is not None or s.is_prefixed(i)
    return about or scene.words[i].text in _AND_HE or i in s.cues


def _farther(s: Stretch, at: int) -> int:
    """Return where words begin that only a speaker says, behind where or to whom he said them; 0 if nowhere."""
    scene = s.scene
    if not (scene.word_is(at, "preposition", "relative", "setting", "pronominal") or s.is_prefixed(at)):
        return 0
    for k in range(at + 1, min(at + _BEHIND, s.words.stop - _FEWEST)):
        if scene.is_a(k, "that") or k in s.cues:
            return 0
        if scene.words[k].text in _SURE and not scene.is_a(k - 1, "relative", "that", "negative", "connective"):
            return k
        if (
            scene.word_is(at, "preposition")
            and _acts(s, k)
            and not any(scene.is_a(j, "relative") for j in range(at, k))
        ):
            return k
    return 0


def _acts(s: Stretch, k: int) -> bool:
    """Whether word `k` is a finite verb that begins a clause behind where it was said (وقال في تصريح له فتحنا)."""
    scene, word = s.scene, s.scene.words[k].text
    if k in scene.members or scene.is_a(k - 1, "preposition", "inner", "negative", "modal", "document", "setting"):
        return False
    return word in scene.forms.verbs and "ال" + word not in scene.forms.counts
