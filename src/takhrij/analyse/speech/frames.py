"""Reads one cue with what stands around it: who speaks, through whom, and where the content begins."""

from __future__ import annotations

from typing import Final

from takhrij.analyse.clauses import Quotation
from takhrij.analyse.speech import (
    addressees,
    attributed,
    between,
    carrying,
    chants,
    complements,
    endings,
    issuers,
    leads,
    nouns,
    objects,
    placing,
    speakers,
    subjects,
    unlisted,
    unmarked,
)
from takhrij.analyse.speech.complements import Complement
from takhrij.analyse.speech.cues import Cue
from takhrij.analyse.speech.framed import Frame, begun
from takhrij.analyse.speech.honorifics import HONORIFICS, meant
from takhrij.analyse.speech.scenes import Party, Scene, lead_of
from takhrij.analyse.speech.stretches import Stretch, bare_noun, comma, in_source, noun_too, quoted_before
from takhrij.analyse.speech.whom import from_whom
from takhrij.records import Via

_I: Final = (["انا"], ["نحن"])
_SET_APART: Final = (["ي"], ["ت"], ["وي"], ["وت"])
"""Letters that begin a verb of the present, apart from it."""
_TAIL: Final = 6
"""Words that may still belong to a source's name before the comma after it."""
_SAID: Final = 5
"""Words of a quotation that is surely what the verb behind it says, parted from it by a comma or not."""
_AS_WELL: Final = "كما"
_SAYS: Final = "قال"
_ACCUSES: Final = "اتهم"
_WHOM: Final = ("اياه", "اياها", "اياهم")
_NAME: Final = 3
"""Words of a name in marks to whom something is said."""
_WEIGHS: Final = "اعتبر"
_NEAR: Final = 9
"""Words between a participle and its content: adjuncts such as في الوقت نفسه."""


def read(s: Stretch, cue: Cue) -> Frame | None:
    """Return the frame of `cue`, None where it is no speech at all."""
    if s.within_quote(cue.first) and not (cue.form == "participle" and s.scene.gap(cue.first).strip()):
        return None
    before = s.scene.folded.texts[cue.first - 1 : cue.first]
    apart = before in _SET_APART and not cue.prefix and s.scene.gap(cue.first).isspace()  # ي لاحظ, ت حسب: passives
    if cue.first in s.taken or in_source(s, cue) or before in _I or apart:
        return None  # أنا طالبت الوزارة ب: the writer's own
    if cue.form == "attribution":
        return _attribution(s, cue)
    if cue.form == "noun":
        return nouns.read(s, cue)
    if cue.form == "participle":
        if cue.last < s.words.stop:
            read_on = _participle(s, _past_highness(s, cue))
            return read_on and read_on._replace(cue=cue)
        return Frame(cue, None, -1, first=cue.first)  # قائلا: what was said stands in the next paragraph
    deed = cue.verb is not None and cue.verb.kind == "deed"
    if (deed and _hides(s, cue)) or (cue.last < s.words.stop and s.scene.word_is(cue.last, "condition")):
        return None  # دبلوماسيون تحدثوا شريطة عدم ذكر أسمائهم
    told = cue._replace(last=between.past_wish(s, cue.last))
    frame = _finite(s, told if meant(s.scene, told.last) else _past_highness(s, told))
    return frame and frame._replace(cue=frame.cue._replace(last=cue.last))


def _finite(s: Stretch, cue: Cue) -> Frame | None:
    scene = s.scene
    if cue.verb and cue.verb.kind == "within":
        return _within(s, cue)
    i = placing.past_adverbs(s, cue.last)
    i = placing.past_echo(s, cue, addressees.past_addressee(s, i))
    dropped = i < s.words.stop and (speakers.hole(scene.gap(i)) or subjects.unlisted_ahead(s, cue))
    party, first, at = subjects.subject(s, cue, i, dropped)
    if _behind_a_hole(scene, cue, party) or _lost_its_name(scene, cue, party):
        party, first, at, dropped = None, cue.first, cue.last, True
    opens = placing.opens(s, cue, party) or placing.opens_quote(s, cue) or placing.opens_clause(s, cue)
    inner = not opens and placing.is_inner(s, first, cue)
    written = noun_too(s, cue) and not (chants.is_sign(s, cue) or scene.word_is(cue.last, "pronominal"))
    if inner and first == cue.first and written and not scene.is_a(first - 1, "relative"):
        return _noun(s, cue) or Frame(cue, None, -1, first=first, inner=True)
    frame = Frame(cue, party, -1, first=first, hole=dropped, clause=placing.clause_start(s, first), inner=inner)
    carrier = frame.party
    if cue.verb and (cue.verb.kind == "carry" or carrying.from_sources(s, frame, at)):
        frame, at = carrying.carried(s, frame, at)
    sourced = frame.party is not carrier  # ونقلت عن سمير حداد: whoever went on carries
    frame = carrying.of_him(s, frame) if cue.verb and cue.verb.kind == "carry" and not sourced else frame
    met: list[tuple[Party, Via]] = []
    if cue.verb and cue.verb.kind == "carry" and not (frame.carriers or sourced or carrying.carries(frame.party)):
        return frame
    if cue.verb and "من" in cue.verb.takes and cue.verb.kind == "carry" and not carrying.learnt(frame):
        return None
    taken = set(s.taken)
    at = subjects.past_one_of(s, party, at)
    found = unmarked.at_once(s, cue, at, party) or complements.find(s, cue, at, party is not None, met)
    found = found or unmarked.clause(s, cue, at, party)
    if not found:
        s.taken.intersection_update(taken)
        frame = frame if frame.party or dropped else frame._replace(party=_before_saying(s, cue, i))
        return None if scene.word_is(cue.first, "preposition") else _as_it_said(s, frame, i)
    if party and _is_described(cue, party, found):
        kept = endings.without_object(scene, party)
        frame = frame._replace(party=kept if kept.last < party.last else None)
    elif not party and not dropped and not subjects.pronominal(s, cue) and found.word > i:
        frame = _with_unlisted(s, frame, i, found)
    elif dropped and not speakers.hole(scene.gap(i)) and (noun := subjects.noun_ahead(s, cue, found.lead)):
        frame = frame._replace(party=noun, hole=False, first=noun.first)
    elif frame.party and at == frame.party.last:
        apposed = subjects.apposed(s, frame.party, found.word)
        frame = frame._replace(party=frame.party if scene.lost_between(at - 1, apposed.last - 1) else apposed)
    frame = _with_carriers(_with_whom(s, begun(s, frame, found)), met)
    return frame if frame.carriers or not cue.verb or cue.verb.kind == "deed" else _told(s, frame, found)


def _noun(s: Stretch, cue: Cue) -> Frame | None:
    """Read a verb that is written like its verbal noun as that noun (ناقش المجلس طلب الحكومة بإلغاء القرار)."""
    row = s.scene.forms.nouns.get(s.scene.words[cue.first].text)
    return nouns.read(s, cue._replace(form="noun", verb=row, feminine=False, imperfect=False)) if row else None


def _with_unlisted(s: Stretch, frame: Frame, i: int, found: Complement) -> Frame:
    """Return `frame` with the subject at word `i` that no list knows, or with a hole where nothing can be read."""
    cue = frame.cue
    if chants.is_chant(s, i):
        return frame  # رددوا هتافات بينها "...": no subject
    party = frame.party or unlisted.unlisted(s, cue, i, found)
    lost = _behind_a_hole(s.scene, cue, party)
    if party and not frame.party and found.lead in ("quote", "colon"):
        party = subjects.apposed(s, party, found.word)  # قال العامل في المدينة، سمير حداد: "..."
    frame = frame._replace(party=None if lost else party)
    filled = not frame.party and unlisted.occupied(s, i)
    if filled and not lost and (named := unlisted.between(s, i, found.word)):
        frame, filled = frame._replace(party=named), False
    return frame._replace(hole=lost or (filled and not _goes_on_whom(s, cue)))


def _before_saying(s: Stretch, cue: Cue, i: int) -> Party | None:
    """Return the subject from word `i` to قائلا that no list knows (ومضى الحدادي، قائلا إن)."""
    if not cue.verb or cue.verb.kind not in ("say", "more"):
        return None
    k = next((k for k in range(i, min(i + _TAIL, s.words.stop)) if k in s.cues), i)
    saying = s.cues[k].verb if k in s.cues and s.cues[k].form == "participle" else None
    some = speakers.guess(s.scene, i, k) if k > i and saying and saying.lemma == _SAYS else None
    return some if some and some.last == k and not s.is_prefixed(i) else None


def _goes_on_whom(s: Stretch, cue: Cue) -> bool:
    """Whether a verb goes on for somebody, so that the noun behind it is its object (ودعا السكان إلى، كما دعا)."""
    joined = bool(cue.prefix) or (cue.first > s.words.start and s.scene.words[cue.first - 1].text == _AS_WELL)
    return bool(cue.verb and joined and ("whom" in cue.verb.takes or cue.verb.kind == "describe"))


def _is_described(cue: Cue, party: Party, found: Complement) -> bool:
    """Whether the only noun between a verb and what follows is what is described or accused (ووصف حدادا بأنه)."""
    verb = cue.verb
    whom = verb is not None and (verb.kind == "describe" or verb.lemma == _ACCUSES)
    if not whom or cue.suffix or party.first < cue.last:
        return False
    return party.last == found.word and found.lead in ("that", "preposition")


def _told(s: Stretch, frame: Frame, found: Complement) -> Frame:
    """Return `frame` with the outlet that its speaker speaks to, if the sentence names it."""
    cue = frame.cue
    linked = not frame.party and s.linked(cue.first) < cue.first  # في مقابلة مع قناة الغد، حيث قال
    begins = s.words.start + (
        s.scene.words[s.words.start].text[0] == "و" and len(s.scene.words[s.words.start].text) == 1
    )
    set_first = s.is_setting(begins) or (
        s.scene.words[begins].text in ("وفي", "وخلال") and s.scene.word_is(begins + 1, "setting")
    )
    told = addressees.told_to(s, range(s.words.start if linked or set_first else cue.last, found.word))
    return frame._replace(carriers=((told, "carried"),)) if told else frame


def _hides(s: Stretch, cue: Cue) -> bool:
    """Whether a source hides its name by the cue (طلب عدم الكشف عن اسمه، رافضا ذكر هويته)."""
    near = range(cue.last, min(cue.last + _TAIL, s.words.stop))
    return any(s.scene.word_is(k, "hidden") for k in near)


def _behind_a_hole(scene: Scene, cue: Cue, party: Party | None) -> bool:
    """Whether a name was dropped between a verb and the last word of the party behind it: others may have spoken."""
    return party is not None and party.first >= cue.last and scene.lost_between(cue.last - 1, party.last - 1)


def _lost_its_name(scene: Scene, cue: Cue, party: Party | None) -> bool:
    """Whether an outlet behind its verb is only called what it is, and its name was dropped (قال موقع " " إن)."""
    if not party or party.kind != "outlet" or party.mention or party.first < cue.last:
        return False
    return party.last == party.first + 1 and scene.lost_between(party.first, party.last)


def _within(s: Stretch, cue: Cue) -> Frame | None:
    """Read جاء في بيان لـX أن: X speaks, or the document itself where nobody issued it.

    Who issued what فيه points back to may stand in the sentence before: then nobody is named here.
    """
    scene, at = s.scene, cue.last + 1
    if cue.last < s.words.stop and scene.word_is(cue.last, "pronominal"):
        who = issuers.publisher(s, cue.first - 1)
        said = complements.find(s, cue, at, False, [])
        frame = Frame(cue, who, -1, first=cue.first, clause=placing.clause_start(s, cue.first))
        return begun(s, frame, said) if said else None
    if at >= s.words.stop or not scene.is_a(cue.last, "preposition", "inner") or not scene.gap(at).isspace():
        return None
    document = speakers.by_words(scene, at, s.words.stop) or _some_document(s, at)
    owner = issuers.whose(s, at)
    if owner:
        document = owner
    elif not document or document.kind != "unnamed":
        return None
    party = owner or attributed.issuer(s, at) or document
    found = complements.find(s, cue, max(party.last, document.last), False, [])
    frame = Frame(
        cue,
        party,
        -1,
        first=cue.first,
        clause=placing.clause_start(s, cue.first),
        inner=placing.is_inner(s, cue.first, cue),
    )
    return begun(s, frame, found) if found else None


def _some_document(s: Stretch, i: int) -> Party | None:
    """Return the words from word `i` to a colon or a quoted clause as a document (جاء في حيثيات القرار: "...")."""
    scene = s.scene
    for k in range(i + 1, min(i + _TAIL, s.words.stop)):
        if ":" in scene.gap(k) or (scene.is_a(k, "that") and s.quote_before(k + 1)):
            return Party(i, k, scene.name(i, k), "unnamed", None, lead_of(scene.words[i].text))
        if scene.gap(k).strip() or k in s.cues:
            break
    return None


def _as_it_said(s: Stretch, frame: Frame, i: int) -> Frame:
    """Read كما قال X behind a content as an attribution of it."""
    scene, cue = s.scene, frame.cue
    cited = any(not q.closed and q.inner[0] < cue.offset for q in s.quotes)  # inside what somebody else says
    if i >= s.words.stop or cue.first <= s.words.start + 1 or cited:
        return frame
    behind = frame.party if frame.party and frame.party.first >= cue.last else None
    party = behind or speakers.guess(scene, i, s.words.stop)
    if quote := _quoted_before(s, cue):
        opened = scene.folded.between(*quote.inner).start
        return frame._replace(party=party, start=quote.inner[0], lead="quote", word=opened, quote=quote)
    more = cue.verb is not None and cue.verb.kind == "more"  # كما واصل عمله: he went on with it
    if cue.first <= s.words.start + 3 or scene.words[cue.first - 1].text != "كما" or more:
        return frame
    return frame._replace(party=party, trailing=party is not None, first=cue.first - 1)


def _quoted_before(s: Stretch, cue: Cue) -> Quotation | None:
    """Return the quotation that ends right before a verb of saying ("الجسر آمن"، قال سمير حداد)."""
    verb, scene = cue.verb, s.scene
    if not verb or "quote" not in verb.takes or verb.kind not in ("say", "more", "shout") or cue.prefix:
        return None
    so = cue.first - 1 if scene.words[cue.first - 1].text == "هكذا" else cue.first
    quote = quoted_before(s, so)
    if not quote:
        return None
    inside = scene.folded.between(*quote.inner)
    loose = inside.start > s.words.start and not comma(scene.gap(cue.first))
    return None if loose and len(inside) < _SAID else quote


def _with_carriers(frame: Frame, met: list[tuple[Party, Via]]) -> Frame:
    """Put parties met between verb and content where they belong: who is quoted comes last, who is cited first."""
    for party, via in met:
        outlet = frame.party is not None and frame.party.kind == "outlet"
        if via == "told" or (outlet and party.kind in ("person", "office", "unnamed")):
            carriers: tuple[tuple[Party, Via], ...] = ((frame.party, "carried"),) if frame.party else ()
            frame = frame._replace(carriers=(*frame.carriers, *carriers), party=party)
        else:
            frame = frame._replace(carriers=((party, via), *frame.carriers))
    return frame


def _with_whom(s: Stretch, frame: Frame) -> Frame:
    """Return `frame` with a content that begins with whom one accuses, asks or describes."""
    if frame.hole or frame.lead in ("quote", "colon"):
        return frame
    start = from_whom(s, frame.cue, frame.party, frame.word)
    return frame if start < 0 else frame._replace(start=start)


def _past_highness(s: Stretch, cue: Cue) -> Cue:
    """Return a cue with the honorific behind it that only says again who speaks (مؤكدا سموه أن، وأشار معاليه إلى)."""
    again = cue.last + 1 < s.words.stop and s.scene.words[cue.last].text in HONORIFICS
    return cue._replace(last=cue.last + 1) if again else cue


def _participle(s: Stretch, cue: Cue) -> Frame | None:
    scene, verb = s.scene, cue.verb
    if not verb or (verb.kind == "deed" and _hides(s, cue)):
        return None
    frame = Frame(cue, None, -1, first=cue.first, clause=placing.clause_start(s, cue.first))
    takes = {*verb.takes, "that"}
    completed = bool(leads.lead(s, cue.last, takes))
    adverb = "quote" not in takes and scene.words[cue.first].text.startswith("بال") and not completed
    if adverb or (completed and verb.act == "allege" and "whom" in takes):
        return None  # بالتأكيد is an adverb too; متهمة بالإهمال: she is accused
    quote = s.quote_before(cue.last)
    fits = "quote" in takes or (verb.objects and objects.is_object(s, cue, cue.last))  # مبديا "استعداد الوزارة"
    if quote and fits and not (verb.kind == "deed" and s.is_name(quote)):
        return begun(s, frame, Complement(cue.last, "quote", quote))
    opened = "quote" in takes and "object" not in takes and scene.is_a(cue.last, "opens_speech")  # مضيفا هناك طرق
    at = _object_at(s, cue) if "object" in takes else cue.last * opened
    if at:
        return begun(s, frame, Complement(at, "colon" if opened else "object"))
    first = placing.past_told(s, placing.past_aside(s, _past_cited(s, cue)))
    for i in range(first, min(first + _NEAR, s.words.stop)):
        if i > first and comma(scene.gap(i)):
            break
        if ":" in scene.gap(i):
            quote = s.quote_before(i)
            return begun(s, frame, Complement(i, "quote" if quote else "colon", quote))
        farther = s.quote_before(i) if "quote" in takes and verb.kind in ("say", "more") and i > first else None
        if farther and not (s.is_name(farther) or _names(s, farther)):
            return begun(s, frame, Complement(i, "quote", farther))
        if lead := leads.lead(s, i, takes):
            # داعيا الوزير إلى زيارة: the invited belongs to it
            whole = verb.kind == "deed" and scene.party(cue.last) and first == cue.last
            led = begun(s, frame, Complement(cue.last if whole else i, lead))
            return led if whole or first != cue.last else _with_whom(s, led)
        if i in s.cues and not (s.cues[i].form == "noun" and s.is_setting(i - 1)):
            break  # but مؤكدا في تصريح لصحيفة الغد أن
    return frame


def _past_cited(s: Stretch, cue: Cue) -> int:
    """Return the word behind an attribution right behind a participle (مشيرة بحسب بيان للوزارة | إلى أن)."""
    other, taken = s.cues.get(cue.last), set(s.taken)
    if not other or other.form != "attribution":
        return cue.last
    past = between.past_cue(s, cue, cue.last, [])
    takes = {"that", *(cue.verb.takes if cue.verb else ())} - {"ل", "ب"}
    if cue.last < past < s.words.stop and leads.lead(s, past, takes):
        return past
    s.taken.intersection_update(taken)
    return cue.last


def _names(s: Stretch, quote: Quotation) -> bool:
    """Whether a word or two in marks name somebody, and أن follows them (مؤكدا في تصريح إلى "الغد" أن)."""
    inside = s.scene.folded.between(*quote.inner)
    return len(inside) <= _NAME and inside.stop < s.words.stop and s.scene.word_is(inside.stop, "that")


def _object_at(s: Stretch, cue: Cue) -> int:
    """Return the noun that a participle says, right behind it or behind whom it is said to (محملا إياه مسؤولية)."""
    at = cue.last
    while at + 1 < s.words.stop and (at in s.scene.timed or s.scene.is_a(at, "adverb")) and s.scene.gap(at).isspace():
        at += 1  # مؤكدا أيضا حرص الوزارة
    if cue.verb and cue.verb.lemma == _WEIGHS and s.scene.word_is(at, "demonstrative") and s.scene.gap(at).isspace():
        return at  # معتبرين هذا الحفل فرصة للقاء
    if objects.is_object(s, cue, at) and bare_noun(s, at) and not s.scene.is_a(at, "pronominal"):
        return at  # but مؤيدين له: those who side with him
    whom = s.scene.words[at].text in _WHOM and at + 1 < s.words.stop
    return at + 1 if whom and objects.is_object(s, cue, at + 1) else 0


def _at_once(s: Stretch, party: Party) -> Complement | None:
    """Return the words in marks right behind whom an attribution names and a colon (على ما تروي ليلى: "...")."""
    if party.last >= s.words.stop or ":" not in s.scene.gap(party.last):
        return None
    quote = s.quote_before(party.last)
    said = quote is not None and len(s.scene.folded.between(*quote.inner)) >= _SAID
    return Complement(party.last, "quote", quote) if said else None


def _attribution(s: Stretch, cue: Cue) -> Frame | None:
    """Read بحسب X: before the content at the start of a sentence, behind it elsewhere."""
    scene = s.scene
    party = attributed.source(s, cue)
    if not party or not cue.words:
        return None
    frame = Frame(cue, party, -1, lead="clause", first=cue.first, clause=placing.clause_start(s, cue.first))
    if cue.words.form == "clause":
        verb = s.cues.get(cue.last)
        s.taken.add(cue.last)
        if verb and verb.verb and verb.verb.kind == "carry":
            frame = carrying.carried(s, frame, party.last)[0]
    someone = cue.words.form == "clause" or party.mention is not None or party.kind == "person"
    if someone and (direct := _at_once(s, party)):
        return begun(s, frame, direct)
    fronted = cue.prefix == "و" and comma(scene.gap(cue.first)) and placing.verb_follows(s, party.last)
    if fronted:
        return None  # ، ونقلا عن رويترز، أكد مسؤول: it belongs to what follows
    opening = all(i in scene.timed or scene.is_a(i, "adverb", "connective") for i in range(s.words.start, cue.first))
    anew = cue.words.form in ("source", "clause") and comma(scene.gap(cue.first))
    opening = opening or (cue.prefix == "و" and anew)  # ، ووفقا لمصادر أخرى فقد وصل
    reach = range(party.last, min(party.last + 25, s.words.stop))
    so = next((i for i in reach if scene.is_a(i, "so")), 0)
    if so and (opening or so <= party.last + _NEAR):
        return begun(s, frame, Complement(so, "that"))
    if not opening:
        told = party.last < s.words.stop and cue.words.form in ("passing", "tongue")
        if told and leads.lead(s, party.last, {"that"}):  # جاء على لسان X أن
            return begun(s, frame, Complement(party.last, "that"))
        return None if cue.words.form == "tongue" else frame._replace(trailing=True)
    gaps = (i for i in reach if comma(scene.gap(i)) and i not in scene.timed and not s.is_setting(i))
    parted = next(gaps, 0)
    near = bool(parted) and parted - party.last <= _TAIL
    free = near or (reach and not s.is_setting(party.last) and party.last not in scene.timed)
    return begun(s, frame, Complement(parted if near else party.last, "clause")) if free else None
