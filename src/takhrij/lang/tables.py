"""The tables of a language folder: one row type a file. A language is a folder with these file names."""

from __future__ import annotations

from typing import Literal

from takhrij.records import Act, Grain, Kind
from takhrij.tables import Row


class Clitic(Row):
    """A prefix written onto the next word. `restores`: what the word begins with once it is cut (لل → ال)."""

    prefix: str
    restores: str = ""


class Furniture(Row):
    """A phrase of what stands beside articles: what `kind` of block it shows, and `where` in a line it has to stand.

    whole: all of the line but two words at most; start, end, any; colon: the start, with a colon, dash or bar
    behind it, or nothing; section: as whole, but also lists of articles hold it; glued: anywhere, and a line is cut
    around it, for no sentence has such words. `opens`: what the lines under it
    are (related, comment; form: readers' comments if another phrase near it says so, else the page's own form;
    about: a site's words about itself; teasers: all text of the page, which lists a topic or a day), empty if
    nothing.
    `never`: lines that hold the phrase and are no furniture for it.
    """

    phrase: str
    kind: Literal["byline", "caption", "promo", "related", "chrome", "comment"]
    where: Literal["whole", "start", "end", "any", "colon", "section", "glued"]
    opens: Literal["related", "comment", "form", "about", "teasers", ""] = ""
    never: tuple[str, ...] = ()


class Opening(Row):
    """How often a folded word was the first or the second of a news story, and how often it stood elsewhere."""

    word: str
    first: int
    second: int
    elsewhere: int


class SeamWeight(Row):
    """What a sign weighs (log odds) that a news story begins at a word."""

    sign: str
    weight: float


class NameWeight(Row):
    """What a sign weighs (log odds) that words of a page are the name of its outlet."""

    sign: str
    weight: float


class JointWeight(Row):
    """What a sign weighs (log odds) that a line in mid-page begins another article."""

    sign: str
    weight: float


class BeginningWeight(Row):
    """What a sign weighs (log odds) that another story begins at a word of running text."""

    sign: str
    weight: float


class SiteWord(Row):
    """A folded word that sites speak of themselves with: its log odds that a sentence is the site's own."""

    word: str
    weight: float


class ListingWeight(Row):
    """What a sign weighs (log odds) that the whole text of a page is a list of stories."""

    sign: str
    weight: float


class Credit(Row):
    """A word by which an article owns to where its text is from; `part` says how it is used, `via` what hop it shows.

    carrier: an outlet's name stands behind it; verb: what an outlet did with a piece; piece: what it published;
    translated: the name follows; label: a line's label; crowd: agencies without a name;
    owner: the page's own name stands beside it; desk: a part of the outlet's own house, which is no credit;
    plain: a word of buttons and headings, which begins and ends no outlet's name;
    between: what stands between a copyright and the owner's name; by: a writer's name follows, also without a sign;
    reporter: the outlet's name follows in running text; interview: "to" and the outlet's name follow; that: begins
    what was said to it; source: a label where a known outlet follows it and its colon; town: stands in a dateline as
    a town does; honour: a title that a slash parts from a writer's name; talk: an interview that another outlet had;
    apart: in a source line, who follows took the pictures or heads the house; genre: there, who follows wrote it;
    taken: the name follows near the text's end, also without a colon; house: what an outlet is, which by itself is
    no name; about, next: a writer's name stands between the two behind the text;
    job: stands behind a writer's name in its line.
    """

    phrase: str
    part: Literal[
        "carrier",
        "verb",
        "piece",
        "translated",
        "label",
        "crowd",
        "owner",
        "desk",
        "town",
        "honour",
        "house",
        "about",
        "next",
        "job",
        "talk",
        "apart",
        "taken",
        "genre",
        "plain",
        "between",
        "by",
        "reporter",
        "interview",
        "that",
        "source",
    ]
    via: Literal["published", "republished", "translated", "carried", "reported", "wrote", ""] = ""


class StampWord(Row):
    """A word of date stamps. inside: stands in one; text: a date behind it is no stamp; ago: a length follows."""

    word: str
    part: Literal["inside", "text", "ago"]


class Neighbour(Row):
    """A language of the same script: its most frequent words, and the letters that only it and its kin write."""

    code: str
    name: str
    words: tuple[str, ...]
    letters: str = ""


class FunctionWord(Row):
    """A word that says nothing of the matter: particles, pronouns, prepositions; `verb`: a verb of reporting."""

    word: str
    verb: bool = False


class Pictured(Row):
    """A noun with which a picture's caption begins: whom or what photographs show, without the article.

    `side`: it says in brackets on which side of the picture somebody stands, and begins nothing.
    """

    word: str
    side: bool = False


class Month(Row):
    """A month's name. `bare`: may stand without day, year or a word for month (مارس is also a verb)."""

    name: str
    number: int
    calendar: Literal["gregorian", "hijri"] = "gregorian"
    bare: bool = False


class Weekday(Row):
    """A day of the week, 1 is Monday. `bare`: may stand alone (without the article it is also a name or a number)."""

    name: str
    number: int
    bare: bool = False


class Number(Row):
    """A number word. `kind` says how it joins others: أحد (before_ten) + عشر (ten), خمسة (unit) + عشرين (tens)."""

    word: str
    value: int
    kind: Literal[
        "unit", "before_ten", "ten", "tens", "hundred", "hundreds", "thousand", "thousands", "ordinal", "ordinal_tens"
    ]


class TimeUnit(Row):
    """A word for a unit of time. `count`: 1 singular, 2 dual, 0 plural."""

    word: str
    grain: Grain
    count: int


class Deictic(Row):
    """Words that point from the day of speaking. `value`: `day` or part of it and a distance, or a reference."""

    phrase: str
    value: str


class TimeWord(Row):
    """A word beside a unit, month or weekday, or a time by itself; `slot` is its name in `times`' patterns."""

    word: str
    slot: str
    value: str = ""


class TimeRule(Row):
    """A pattern over time words. `{slot}` takes a word of a table; `make` names the code that reads the slots.

    `starts` are the slots and words that a match may begin with. `next`: where it begins with a figure or with a word
    of every second sentence (a slot's `from`), one of these must come second. `after`: the word before must be one of
    these ("^": no word); `not_after`, `not_before`: must not. Examples: words, the expression in them, its value when
    told on Wednesday 2025-02-19.
    """

    name: str
    pattern: str
    make: str
    starts: tuple[str, ...]
    next: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    examples: tuple[tuple[str, str, str], ...] = ()
    never: tuple[str, ...] = ()


class Tense(Row):
    """A cue that what follows lies ahead. One with `*` is the beginning of a word; "none" excepts words from that."""

    cue: str
    tense: Literal["past", "future", "none"]


class DatelineCue(Row):
    """Words beside a date that say what it dates.

    `role`: published, updated, other, mention, copyright and archive before it, photographer behind it.
    """

    phrase: str
    role: str


class Particle(Row):
    """A small word or phrase by which clauses and complements are found; what the kinds mean stands in the table."""

    phrase: str
    kind: str


class Frequency(Row):
    """How often a folded word occurs in a large body of newspaper Arabic."""

    word: str
    count: int


class Vocabulary(Row):
    """Words that occur `least` times or more in the news, by what they are beside names: `kind` (see the file)."""

    least: int
    kind: Literal["ordinary", "name", "either", "rare"]
    words: tuple[str, ...]


class ShapeWeight(Row):
    """What a sign of a word's look tells of a clitic at its beginning, in log odds; made by bench/clitics.py."""

    sign: str
    weight: float


class Ending(Row):
    """One inflected form. `weak` stands for `ending` (and the base's last letter) if the base ends in a long vowel.

    `agrees`: m or f and s, d or p; `1s`, `1p`. `suffix`: yes for the form before a pronoun only. `long`: yes for
    bases of four letters and more that begin with alef.
    """

    of: Literal["past", "present", "noun"]
    begins: str = ""
    ending: str = ""
    weak: str = ""
    agrees: str = ""
    suffix: str = ""
    long: str = ""


class EventCue(Row):
    """Small words of one kind by which the status, the doer and the numbers of events are read."""

    kind: str
    forms: tuple[str, ...]


class EventRule(Row):
    """Words that tell an event of one class.

    `verbs` are `past/present`; `passives` alike, with a subject that is done to. `nouns` are inflected, `words` are
    not. One stem of `needs` stands in the clause (`ب-` any word with that prefix, `@person` a person's name), none of
    `unless` beside the word. `takes`: where the other side stands, `object` or prepositions. `genitive`: who follows
    the noun. `subject`: whom the verb's subject is. `content`: what becomes of events that are told below this one.
    `status`: what it is unless the clause says more.
    """

    name: str
    type: str
    mode: str = ""
    verbs: tuple[str, ...] = ()
    passives: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    takes: tuple[str, ...] = ()
    genitive: Literal["actor", "target", "either", "none"] = "actor"
    subject: Literal["actor", "target", "either"] = "actor"
    content: Literal["keep", "drop", "alleged"] = "keep"
    status: Literal["", "planned", "demanded", "offered"] = ""
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Sector(Row):
    """A part of society in PLOVER's code, and the words of names and titles that show it, without the article."""

    sector: str
    words: tuple[str, ...]


class NameUnit(Row):
    """A part of a person's name; `given` and `family` say how many bear it in that place (0: hardly any)."""

    name: str
    given: int = 0
    family: int = 0


class Title(Row):
    """A noun that begins a title, with its other forms.

    `kind`: office (may stand for its holder), deputy (before another title), rank (before a name), job.
    """

    title: str
    kind: Literal["office", "deputy", "rank", "job"]
    forms: tuple[str, ...] = ()


class TitleWord(Row):
    """A word behind the head of a title: time (الجديد), former (السابق), of (الخارجية), link (باسم), whom."""

    word: str
    kind: Literal["time", "former", "of", "link", "whom"]


class NameStop(Row):
    """A word that stands behind names and belongs to none; `begins` is no where it only never begins one."""

    word: str
    begins: str = ""


class NameParticle(Row):
    """A small word of names, or what ordinary words begin or end with; `kind` says where it stands (see the file).

    `stands_for`: the form that it is a case or spelling of (أبا: أبو).
    """

    word: str
    kind: tuple[str, ...]
    stands_for: str = ""


class MentionWord(Row):
    """A small word by which mentions are read; what each kind means stands in the file."""

    word: str
    kind: tuple[str, ...]


class OrgHead(Row):
    """A noun that begins an organisation's name; `named`: a bare proper name may follow; `entity`: its kind."""

    head: str
    kind: Literal["named", "body"]
    entity: Literal["organization", "outlet"] = "organization"
    forms: tuple[str, ...] = ()


class Head(Row):
    """A noun that, with more behind it, names a state or a place; `opens`: an unlisted name may follow (yes)."""

    head: str
    forms: tuple[str, ...] = ()
    opens: str = ""


class SourceNoun(Row):
    """A word of an unnamed source: its head, a count before it, what may follow (adjective, on, in, hides).

    `owned` is a plural head that stands right before whose or of what it is.
    """

    word: str
    kind: Literal["head", "owned", "count", "adjective", "on", "in", "hides"]


class LetterClass(Row):
    """Letters that spellings of one foreign name exchange; `letter` stands for all of `same`, for two only at first.

    `only_arabic`: no foreign name is spelt with this letter, so a name that has it keeps its spelling.
    """

    letter: str
    same: tuple[str, ...] = ()
    only_arabic: bool = False


class Reporting(Row):
    """A verb of saying with the forms in use. What `kind`, `takes` and `objects` mean stands in the table.

    `examples` hold one statement each, `never` none.
    """

    lemma: str
    act: Act
    kind: Literal["say", "more", "deed", "carry", "show", "describe", "contain", "wrote", "shout", "unsaid", "within"]
    takes: tuple[str, ...]
    forms: tuple[str, ...]
    objects: tuple[str, ...] = ()
    participles: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Attribution(Row):
    """Words that attribute without a verb. `clitic` is written onto the next word. Examples as in `Reporting`."""

    phrase: str
    form: Literal["source", "clause", "passing", "tongue"]
    clitic: str = ""
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class ContentCue(Row):
    """Words in a content's first `within` words that say what is done by saying it; `prefix`: a word's beginning,
    `own` where that word's subject must be the speaker too. `outer` are the acts that give way to it.
    """

    phrase: str
    act: Act
    within: int
    outer: tuple[Act, ...]
    prefix: str = ""
    examples: tuple[str, ...] = ()
    never: tuple[str, ...] = ()


class Hedge(Row):
    """Words that keep the narrator's distance (على حد تعبيره). `act`: what they make of it, empty if nothing."""

    phrase: str
    act: Act | Literal[""] = ""


class SourceHead(Row):
    """A noun that heads a source's name; `kind` is what such a source is."""

    word: str
    kind: Kind
    forms: tuple[str, ...] = ()
    act: Act | Literal[""] = ""


class Language(Row):
    """How a language works. Every field is a file of the language's folder."""

    clitics: tuple[Clitic, ...] = ()
    furniture: tuple[Furniture, ...] = ()
    neighbours: tuple[Neighbour, ...] = ()
    credits: tuple[Credit, ...] = ()
    stamps: tuple[StampWord, ...] = ()
    function_words: tuple[FunctionWord, ...] = ()
    pictured: tuple[Pictured, ...] = ()
    months: tuple[Month, ...] = ()
    weekdays: tuple[Weekday, ...] = ()
    numbers: tuple[Number, ...] = ()
    units: tuple[TimeUnit, ...] = ()
    deictics: tuple[Deictic, ...] = ()
    timewords: tuple[TimeWord, ...] = ()
    times: tuple[TimeRule, ...] = ()
    tenses: tuple[Tense, ...] = ()
    sectors: tuple[Sector, ...] = ()
    datelines: tuple[DatelineCue, ...] = ()
    particles: tuple[Particle, ...] = ()
    frequencies: tuple[Frequency, ...] = ()
    vocabulary: tuple[Vocabulary, ...] = ()
    openings: tuple[Opening, ...] = ()
    seams: tuple[SeamWeight, ...] = ()
    ownnames: tuple[NameWeight, ...] = ()
    joints: tuple[JointWeight, ...] = ()
    beginnings: tuple[BeginningWeight, ...] = ()
    listings: tuple[ListingWeight, ...] = ()
    sitewords: tuple[SiteWord, ...] = ()
    clitic_shapes: tuple[ShapeWeight, ...] = ()
    endings: tuple[Ending, ...] = ()
    eventcues: tuple[EventCue, ...] = ()
    events: tuple[EventRule, ...] = ()
    name_units: tuple[NameUnit, ...] = ()
    foreign_names: tuple[NameUnit, ...] = ()
    name_stops: tuple[NameStop, ...] = ()
    name_particles: tuple[NameParticle, ...] = ()
    mentionwords: tuple[MentionWord, ...] = ()
    titles: tuple[Title, ...] = ()
    title_words: tuple[TitleWord, ...] = ()
    org_heads: tuple[OrgHead, ...] = ()
    state_heads: tuple[Head, ...] = ()
    place_heads: tuple[Head, ...] = ()
    source_nouns: tuple[SourceNoun, ...] = ()
    skeleton: tuple[LetterClass, ...] = ()
    reporting: tuple[Reporting, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    content_acts: tuple[ContentCue, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    sources: tuple[SourceHead, ...] = ()
