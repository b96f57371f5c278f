"""Passes what stands between a verb and what it says: other verbs, asides and relative clauses."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.speech import attributed, speakers
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.leads import lead
from takhrij.analyse.speech.scenes import Party, Scene
from takhrij.analyse.speech.stretches import Stretch, comma
from takhrij.records import Via

_RELATIVE: Final = 20
"""Words of a relative clause between commas, between a verb and what it says."""
_AND_HE: Final = ("وهو", "وهي", "وهم")
_WAS: Final = ("كان", "كانت", "كانوا")
_SAYS: Final = "قال"
_NEAR: Final = 9
"""Words between how something is said and the colon before it."""
_HIS: Final = ("ه", "ها", "هم")
"""Pronouns on where somebody published something (على صفحتها)."""
_DASHES: Final = "-–—ـ"
_WISH: Final = 6
"""Words of a wish for whoever speaks (حفظه الله ورعاه)."""
_ASIDE: Final = 20
"""Words of an aside between dashes."""
_IN_A_WAY: Final = ("بشكل", "بصوره", "بطريقه")
_HOW: Final = 4
"""Words that tell how something was said, at most."""
_HIDDEN: Final = 4
"""Words from a verb to the name that its source hides (رافضا الكشف عن اسمه)."""


def past_cue(s: Stretch, cue: Cue, i: int, met: list[tuple[Party, Via]]) -> int:
    """Return the word behind another's cue at word `i`: `i` if none is in the way, -1 if it takes what follows."""
    other = s.cues.get(i)
    if not other or i == cue.first or s.within_quote(i):
        return i
    if other.form == "finite" and i > s.words.start and s.scene.words[i - 1].text == "كما":
        at = other.last + (other.last < s.words.stop and s.scene.word_is(other.last, "pronominal"))
        if teller := speakers.after(s.scene, at, s.words.stop):
            s.taken.add(i)  # قال سمير حداد كما نقلت عنه الوكالة
            met.append((teller, "reported"))
            return teller.last
    if other.form == "attribution":
        party = attributed.source(s, other)
        if party:
            s.taken.add(i)
            if other.words and other.words.form == "clause":
                s.taken.add(other.last)  # بحسب ما أوردت الوكالة: the verb is hers alone
            met.append((party, "told" if _passes_on(cue, other) else "reported"))
        return party.last if party else i
    relative = s.scene.is_a(i - 1, "relative")
    was = s.scene.words[i - 1].text in _WAS and s.scene.is_a(i - 2, "relative")
    talks = (relative or was) and _only_talks(s, other)
    if talks:
        s.taken.add(i)
    if talks or _is_manner(s, cue, other) or _is_plural(s, other):
        return other.last
    if other.last < s.words.stop and s.scene.word_is(other.last, "pronominal") and not other.prefix:
        return other.last  # في بيان أعلنت فيه تحرير المدينة
    if relative and comma(s.scene.gap(i - 1)):
        reach = range(other.last, min(other.last + _RELATIVE, s.words.stop))
        return next((k for k in reach if comma(s.scene.gap(k)) or _opens_long(s, k) or _resumes(s, cue, k)), -1)
    near = range(other.last, min(other.last + _HIDDEN, s.words.stop))
    if hidden := next((k for k in near if s.scene.word_is(k, "hidden")), 0):
        return hidden + 1  # رافضا كشف اسمه
    hiding = other.last < s.words.stop and s.scene.word_is(other.last, "negates")  # طلب عدم ذكر اسمه
    kind = other.verb.kind if other.verb else ""
    inner = (relative and kind == "more") or kind in ("deed", "contain")
    apart = other.form == "finite" and any(comma(s.scene.gap(k)) for k in range(cue.last, i + 1))
    aside = kind == "deed" and (relative or hiding)
    return i if other.form == "noun" or (inner and not apart) or aside else -1


def _resumes(s: Stretch, cue: Cue, k: int) -> bool:
    """Whether قال's own إن stands at word `k`, though no comma ends the relative clause before it."""
    scene = s.scene
    said = cue.verb is not None and cue.verb.lemma == _SAYS and scene.is_a(k, "that")
    return said and scene.folded.raw[scene.words[k].start] == "إ"


def past_clause(s: Stretch, at: int, i: int, own: bool) -> int:
    """Return the word behind what the subject is at word `i`, up to its comma; 0 where none begins there.

    So behind a relative clause right behind the subject, if أن follows its comma, and behind ، وهو مهندس،.
    """
    scene = s.scene
    relative = i == at and scene.is_a(i, "relative")
    if not own or not (relative or (comma(scene.gap(i)) and scene.words[i].text in _AND_HE)):
        return 0
    reach = range(i + 1, min(i + _RELATIVE, s.words.stop))
    k = next((k for k in reach if comma(scene.gap(k)) or ":" in scene.gap(k)), 0)  # ، وهو مهندس: "..."
    return k if not relative or lead(s, k, {"that"}) else 0


def _only_talks(s: Stretch, other: Cue) -> bool:
    """Whether a verb of saying tells that somebody spoke, and nothing that they said (الذي تحدث أمام اللجنة)."""
    verb = other.verb
    says = verb is not None and verb.kind in ("say", "more") and "object" not in verb.takes
    if not says or other.form != "finite" or other.last >= s.words.stop:
        return False
    return not (lead(s, other.last, {"that"}) or s.quote_before(other.last) or ":" in s.scene.gap(other.last))


def _passes_on(cue: Cue, other: Cue) -> bool:
    """Whether whom an attribution names is who speaks (قالت نقلا عن حداد، نقلت على لسان حداد قوله)."""
    form = other.words.form if other.words else ""
    return form == "passing" or (form == "tongue" and cue.verb is not None and cue.verb.kind == "carry")


def _is_plural(s: Stretch, other: Cue) -> bool:
    """Whether a verb in the plural stands right behind its noun, as a relative clause (أحد السكان تحدثوا إلينا)."""
    behind = s.scene.words[other.first].text.endswith("وا") and s.scene.gap(other.first).isspace()
    return other.form == "finite" and not other.prefix and behind


def _is_manner(s: Stretch, cue: Cue, other: Cue) -> bool:
    """Whether a participle only tells how it was said, and what follows is the verb's (أشار مستدركا إلى أن)."""
    parted = bool(other.prefix) or other.last >= s.words.stop or comma(s.scene.gap(other.first))
    if other.form != "participle" or parted or not cue.verb or not other.verb:
        return False
    if "quote" in cue.verb.takes and _before_colon(s, cue, other):
        s.taken.add(other.first)
        return True
    return bool(lead(s, other.last, set(cue.verb.takes))) and not lead(s, other.last, set(other.verb.takes))


def _before_colon(s: Stretch, cue: Cue, other: Cue) -> bool:
    """Whether words stand between a participle and the colon of a quotation (قال مشيرا إلى الجسر: "...")."""
    his = s.scene.words[other.first].text[0] == "ب"  # بقوله: what it says is his
    if his or any(comma(s.scene.gap(k)) for k in range(cue.last, other.first)):
        return False
    at = next((k for k in range(other.last, min(other.last + _NEAR, s.words.stop)) if ":" in s.scene.gap(k)), -1)
    if at <= other.last or not s.quote_before(at):
        return False
    return not any(k in s.cues and s.cues[k].form != "noun" for k in range(other.last, at))


def _opens_long(s: Stretch, i: int) -> bool:
    """Whether a quotation that is no name opens before word `i`."""
    quote = s.quote_before(i)
    return quote is not None and not s.is_name(quote)


def is_aside(s: Stretch, at: int, i: int) -> bool:
    """Whether the preposition at word `i` belongs to a relative clause or a document, and أن follows it farther on.

    So in أكد الناطق باسم الفصيل الذي يسيطر على المعبر أن، أعلنت الإدارة في منشور على صفحتها أن.
    """
    scene = s.scene
    set_in = any(scene.word_is(j, "setting", "document") for j in range(at, i))
    begins = any(comma(scene.gap(k)) for k in range(at, i + 1))
    related = any(scene.is_a(k, "relative") for k in range(at, i))
    written = scene.word_is(i - 1, "document") and i + 1 < s.words.stop and scene.words[i + 1].text.endswith(_HIS)
    if begins or not (related or written or set_in):
        return False
    for k in range(i + 2, min(i + _RELATIVE, s.words.stop)):
        if scene.gap(k).strip(' "') or k in s.cues or scene.word_is(k - 1, "negates"):
            return False
        if scene.is_a(k, "that") and scene.words[k].text[0] == "ا":
            again = scene.words[k - 1].text == scene.words[i].text  # الذي يسيطر على المعبر على أن
            joined = scene.words[k - 1].text[0] == "و"  # على أهمية الجسر وعلى أن
            return again or (
                (related or written) and not (joined or scene.is_a(k - 1, "preposition") or _wished(s, k))
            )
    return False


def _wished(s: Stretch, k: int) -> bool:
    """Whether a verb of the present follows أن at word `k`, so that a noun needs it (على ضرورة أن يتوقف)."""
    following = s.scene.words[k + 1].text if k + 1 < s.words.stop else ""
    return s.scene.words[k].text == "ان" and following[:1] in ("ي", "ت") and k + 1 not in s.scene.members


def past_others(s: Stretch, at: int) -> int:
    """Return the word behind those whom "and" joins to the subject (دانت الحكومة ووزارة النقل | الهجوم)."""
    scene = s.scene
    while at < s.words.stop and scene.gap(at).isspace() and scene.words[at].text[0] == "و":
        party = scene.party(at) or speakers.by_words(scene, at, s.words.stop)
        many = party is not None and not party.mention and party.kind == "unnamed"
        if not party or not (many or party.mention) or (not many and _begins(scene, party, at)):
            break
        at = party.last
    return at


def _begins(scene: Scene, party: Party, at: int) -> bool:
    """Whether a mention begins with the letter that word `at` begins with, so that it is no "and"."""
    return party.mention is not None and party.mention.span.start == scene.words[at].start


def past_dashes(s: Stretch, at: int) -> int:
    """Return the word behind an aside between dashes at word `at` (الوزير - وهو مهندس - | الدعوة)."""
    scene = s.scene
    if at >= s.words.stop or not any(dash in scene.gap(at) for dash in _DASHES):
        return at
    reach = range(at + 1, min(at + _ASIDE, s.words.stop))
    return next((k for k in reach if any(dash in scene.gap(k) for dash in _DASHES)), at)


def past_place(s: Stretch, i: int, takes: set[str]) -> int:
    """Return the أن behind where the subject serves and its name (أفاد العميد بالجامعة سمير حداد، | أن), or 0."""
    scene = s.scene
    serves = i < s.words.stop and takes.issuperset(("that", "ب"))
    serves = serves and scene.words[i].text.startswith("بال") and scene.gap(i).isspace()
    for k in range(i + 1, min(i + _WISH, s.words.stop)) if serves else ():
        named = scene.members.get(k)
        if named and named.kind == "person" and named.first >= k:
            return named.last if named.last < s.words.stop and lead(s, named.last, {"that"}) else 0
        if scene.gap(k).strip() or k in s.cues:
            break
    return 0


def past_wish(s: Stretch, at: int) -> int:
    """Return the word behind a few words between dashes right behind a verb (أشاد - حفظه الله - | بالعمال)."""
    past = past_dashes(s, at)
    wish = at < past <= at + _WISH and not any(k in s.cues or k in s.scene.members for k in range(at, past))
    return past if wish else at


def past_manner(s: Stretch, at: int) -> int:
    """Return the word behind how something was said (أعلن الجيش بشكل شبه يومي | القضاء على المهاجمين)."""
    scene = s.scene
    if at >= s.words.stop or scene.words[at].text not in _IN_A_WAY:
        return at
    near = range(at + 2, min(at + _HOW + 1, s.words.stop))
    return next((k for k in near if scene.words[k].text.startswith("ال") and scene.gap(k).isspace()), at)
