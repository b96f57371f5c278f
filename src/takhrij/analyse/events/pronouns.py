"""Whom a pronoun, or a subject hidden in a verb's ending, stands for in the events of an article. Below events."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from takhrij.analyse.events.agreement import gender, oblique
from takhrij.analyse.events.chunks import Chunk, Phrases
from takhrij.analyse.events.parties import is_party, named, party
from takhrij.analyse.events.triggers import Vocabulary
from takhrij.records import Party, Sentence, Statement
from takhrij.text import fold_text

_BACK: Final = 16
"""Chunks to the left in which a pronoun's name is sought."""
GENDER_OF: Final = {"ه": "m", "ها": "f", "هم": "p", "هن": "p", "هما": "d", "نا": "1", "ي": "1", "ني": "1"}
"""What a pronoun stands for: a man, a woman, several, two, who speaks."""
_CLAUSES: Final = ("verb", "that", "participle", "relative")
"""Chunks before a verb without a subject that show another clause to stand before it."""
_BARE_THAT: Final = "ان"
_PAIRED: Final = 3
_SUBJECTS: Final = 3
"""Subjects of earlier sentences that a pronoun may reach."""


Subject = tuple[Party, str]
"""The subject of a sentence, and its gender."""


@dataclass
class Memory:
    """What earlier sentences of one article leave to pronouns: the last subjects, the last two sides.

    `subject_of` reads the subject of a sentence. It is asked only when a pronoun needs it, which is seldom.
    """

    subject_of: Callable[[Sentence], Subject | None]
    pair: tuple[Party, ...] = ()
    """The last two sides between whom something was; forgotten after `_PAIRED` sentences."""
    clause: tuple[str, tuple[Party, ...]] | None = None
    """Form and subject of the sentence's last verb that told an event."""
    taken: tuple[str, tuple[Party, ...]] = ("", ())
    """The pronoun on the sentence's last verb that bore one, and whom it stands for."""
    _unread: list[Sentence] = field(default_factory=list)
    _subjects: list[Subject] = field(default_factory=list)
    _known: tuple[Party, ...] = ()
    _aged: int = 0

    def keep(self, sentence: Sentence) -> None:
        """Keep the sentence for its subject, and let the pair grow old."""
        self._unread.append(sentence)
        self._aged = self._aged + 1 if self.pair and self.pair == self._known else 0
        self._known = self.pair
        if self._aged > _PAIRED:
            self.pair = ()

    def subjects(self) -> list[Subject]:
        """Return the last subjects, the latest first."""
        found: list[Subject] = []
        while self._unread and len(found) < _SUBJECTS:
            if (subject := self.subject_of(self._unread.pop())) is not None:
                found.append(subject)
        self._unread.clear()
        self._subjects = [*found, *self._subjects][:_SUBJECTS]
        return self._subjects


class Scene(NamedTuple):
    """Where a trigger stands: its sentence, its chunk, what came before, and the statement that holds it.

    `led`: the statement that the trigger leads, being its cue.
    """

    phrases: Phrases
    k: int
    memory: Memory
    statement: Statement | None
    led: Statement | None = None

    def at(self, k: int) -> Scene:
        """Return the same scene at another chunk."""
        return self._replace(k=k)


class Pronouns:
    """Resolves the pronouns of one page."""

    def __init__(self, raw: str, vocabulary: Vocabulary) -> None:
        self._raw, self._vocabulary = raw, vocabulary

    def subject(self, chunks: Iterable[tuple[Phrases, Chunk]]) -> Subject | None:
        """Return the first side of a sentence that no preposition governs, with its gender; None if there is none."""
        for phrases, chunk in chunks:
            if chunk.kind == "np" and not chunk.prep and self.can_act(phrases, chunk):
                return party(phrases, chunk, self._raw), gender(phrases, chunk, self._vocabulary)
        return None

    def last_two(self, scene: Scene) -> tuple[Party, ...]:
        """The last two names before a noun in its sentence, for "between them"; nobody where there is but one."""
        phrases = scene.phrases
        left = [c for c in phrases.chunks[max(scene.k - _BACK, 0) : scene.k] if c.kind == "np" and c.whole]
        found = named(party(phrases, c, self._raw) for c in left if self.can_act(phrases, c))[-2:]
        return found if len(found) > 1 else ()

    def clause_subject(self, scene: Scene, *, speaks: bool = True) -> tuple[Party, ...]:
        """The nearest side before a noun, in its own clause, that no preposition governs; else who `speaks`."""
        for k in range(scene.k - 1, max(scene.k - _BACK, 0) - 1, -1):
            chunk = scene.phrases.chunks[k]
            if chunk.kind in ("stop", "break", "relative"):
                break
            over = scene.phrases.chunks[k - 1] if k else chunk
            genitive = over.kind == "noun" and not (chunk.joins or chunk.comma)  # جولة مفاوضات أستانا
            if chunk.kind == "np" and not (chunk.prep or genitive) and self.can_act(scene.phrases, chunk):
                return self._with_joined(scene.phrases, k)
            if chunk.kind == "that":
                break
        return self._speaker(scene.statement) if speaks else ()

    def _speaker(self, statement: Statement | None) -> tuple[Party, ...]:
        """The speaker of a statement; a source without a name tells, it does not act."""
        if statement is None or not statement.speaker.name:
            return ()
        found = speaker(statement)
        head = fold_text(found.name.split(" ", 1)[0])
        return () if found.kind == "unnamed" and self._vocabulary.is_cue("source", head) else (found,)

    def _with_joined(self, phrases: Phrases, k: int) -> tuple[Party, ...]:
        """The side that chunk `k` is, with those that it is joined to."""
        found = [party(phrases, phrases.chunks[k], self._raw)]
        while k > 0 and phrases.chunks[k].joins and phrases.chunks[k - 1].kind == "np":
            k -= 1
            if phrases.chunks[k].prep or not self.can_act(phrases, phrases.chunks[k]):
                break
            found.insert(0, party(phrases, phrases.chunks[k], self._raw))
        return tuple(found)

    def stand_for(
        self, scene: Scene, form: str, but: tuple[Party, ...] = (), *, owner: bool = False, spoken: bool = True
    ) -> tuple[Party, ...]:
        """Whom a pronoun or a verb's ending stands for: the nearest name before it that agrees, bare ones first.

        Inside a statement it is somebody named there, else the speaker. A verb's ending rather takes up the subject
        of the verb before. An `owner` is no unnamed source; who is not `spoken` of himself is not the speaker.
        """
        phrases, statement = scene.phrases, scene.statement
        if self._after_hole(scene):
            return ()
        if form[:1] == "1":
            return (speaker(statement),) if statement is not None and statement.speaker.name else ()
        if form[1:] == "d" or form[:1] == "d":
            return scene.memory.pair if form[:1] != "f" else ()
        want = form[:1] if form[:1] in ("m", "f") and form[1:] != "p" else ""
        left = [c for c in reversed(phrases.chunks[max(scene.k - _BACK, 0) : scene.k]) if c.kind == "np"]
        speaks = statement is not None and spoken and (not want or _gender_of(speaker(statement)) in (want, "?"))
        if statement is not None and spoken:
            inside = [c for c in left if phrases.words[c.first].start >= statement.content.start]
            left = inside if speaks or any(self._fits(phrases, c, want) for c in inside) else left
        bare = [c for n, c in enumerate(left) if not (c.prep or (c.joins and left[n + 1 :] and left[n + 1].prep))]
        subjects = self._verb_subjects(scene) if spoken and not owner else []
        if not spoken:
            bare = []  # whom a verb's object stands for may as well have been told of behind a preposition
        ending = spoken and not owner  # whom a preposition governs is hardly the subject of a verb without one
        for chunk in (*[c for c in subjects if c in bare], *bare, *(() if ending and form[1:] == "s" else left)):
            found = self._holder(phrases, chunk)
            if found and owner and found.kind in ("unnamed", "outlet") and chunk.whole:
                continue
            if found and found not in but and self._stands(phrases, chunk, found, form):
                return (found,)
        if statement is not None and speaks:
            return self._speaker(statement)
        if ending and self._amid(scene):
            return ()
        return self._earlier(scene, form, but, want)

    def _after_hole(self, scene: Scene) -> bool:
        """Whether a past verb stands right behind the "that" that opens a statement: the page lost its subject."""
        k, statement, chunks = scene.k, scene.statement, scene.phrases.chunks
        if statement is None or k < 1 or chunks[k - 1].kind != "that":
            return False
        that, trigger = scene.phrases.words[chunks[k - 1].last - 1], chunks[k].trigger
        past = trigger is not None and trigger.form.tense == "past"
        return past and that.text == _BARE_THAT and that.start <= statement.content.start < that.end

    def _amid(self, scene: Scene) -> bool:
        """Whether other clauses stand before a verb: their subjects, which no name tells, are nearer than any before.

        Of a state behind a comma (مشيدا بالجهود) who speaks may be told sentences before.
        """
        chunk = scene.phrases.chunks[scene.k]
        state = chunk.kind == "word" and chunk.comma
        return not state and any(c.kind in _CLAUSES for c in scene.phrases.chunks[: scene.k])

    def _earlier(self, scene: Scene, form: str, but: tuple[Party, ...], want: str) -> tuple[Party, ...]:
        """The subject of an earlier sentence that agrees."""
        for found, kind in scene.memory.subjects():
            if form[1:] == "p" and (found.kind != "unnamed" or not self._several(fold_text(found.name))):
                continue
            if found not in but and (not want or kind in (want, "?")):
                return (found,)
        return ()

    def reported(self, scene: Scene, form: str) -> Party | None:
        """Return the speaker of reported speech for a verb behind its "that he" (قال إنه يرفض، وأنه يدعو)."""
        statement = scene.statement
        before = [c for c in scene.phrases.chunks[max(scene.k - 3, 0) : scene.k] if c.kind != "particle"][-1:]
        if statement is None or statement.quoted or form[1:] != "s" or not before or before[0].kind != "that":
            return None
        found = speaker(statement)
        known = found.kind != "unnamed" and _gender_of(found) in (form[:1], "?")
        pronoun = self._vocabulary.is_cue("subject_pronoun", scene.phrases.words[before[0].first].text)
        return found if known and pronoun else None

    def speaks(self, scene: Scene, form: str) -> Party | None:
        """Return the speaker of what is said, for a state behind a comma that is his (قال إن ...، داعيا إلى)."""
        statement = scene.statement
        if statement is None or statement.quoted or form[1:] != "s" or not self._speaker(statement):
            return None
        found = speaker(statement)
        return found if _gender_of(found) in (form[:1], "?") else None

    def teller(self, scene: Scene, form: str) -> tuple[Party, ...]:
        """Return who speaks in the statement that a verb leads, if he is known and agrees with it; else nobody."""
        found = speaker(scene.led) if scene.led is not None else None
        if found is None or not found.mention or form[1:] != "s":
            return ()
        return (found,) if _gender_of(found) in (form[:1], "?") else ()

    def taken_up(self, scene: Scene, slot: str, *, ground: bool) -> tuple[Party, ...]:
        """Whom a preposition with a pronoun right behind a trigger takes up (ألقت القبض عليه، أطلق النار عليهم).

        `ground`: what is done there is done to places (سيطرة الجيش عليها).
        """
        phrases = scene.phrases
        told = phrases.chunks[scene.k]
        own = [told._replace(kind="particle", first=told.last - 1)] if told.last > told.first + 1 else []  # حكم عليه
        for chunk in (*own, *phrases.chunks[scene.k + 1 : scene.k + 4]):
            word = phrases.words[chunk.first].text
            if chunk.kind == "particle" and self._vocabulary.governed[word] == slot:
                owner = next(p for p in ("هما", "ها", "هم", "ه") if word.endswith(p))
                found = self._ground(scene) if ground and owner in ("ها", "ه") else ()
                return found or self.stand_for(scene, GENDER_OF[owner], spoken=False)
            if chunk.kind not in ("np", "time", "particle") or chunk.prep:
                break
        return ()

    def beside(self, scene: Scene, first: int) -> tuple[Party, ...]:
        """For whom the pronoun on the first "between" stands, where word `first` follows the second (بينها وبين)."""
        word = scene.phrases.words[first - 2].text if first > scene.phrases.chunks[0].first + 1 else ""
        if self._vocabulary.governed[word] != "بين":
            return ()
        return self.stand_for(scene, GENDER_OF.get(word.removeprefix("بين"), "?"))

    def _ground(self, scene: Scene) -> tuple[Party, ...]:
        """The nearest place before a trigger."""
        for chunk in reversed(scene.phrases.chunks[max(scene.k - _BACK, 0) : scene.k]):
            place = chunk.mention is not None and chunk.mention.kind == "place"
            if chunk.kind == "np" and (
                place or self._vocabulary.is_cue("thing", scene.phrases.words[chunk.first].text)
            ):
                return (party(scene.phrases, chunk, self._raw),)
            if chunk.kind == "stop":
                break
        return ()

    def _verb_subjects(self, scene: Scene) -> list[Chunk]:
        """The phrases right behind the verbs before a chunk, nearest first: these verbs' subjects, mostly."""
        chunks = scene.phrases.chunks
        low = max(scene.k - _BACK, 0)
        found = []
        for k in range(scene.k - 1, low - 1, -1):
            if chunks[k].kind == "verb":
                after = [c for c in chunks[k + 1 : scene.k] if c.kind not in ("time", "particle")][:1]
                found += [c for c in after if c.kind == "np" and not c.prep and not c.joins]
        return found

    def _holder(self, phrases: Phrases, chunk: Chunk) -> Party | None:
        """The side that a phrase is, or the name that it holds last; an outlet tells, it does not act."""
        if not (chunk.mention and chunk.mention.kind == "outlet") and self.can_act(phrases, chunk):
            return party(phrases, chunk, self._raw)
        mention = chunk.mention
        if mention is None or mention.kind in ("place", "outlet"):
            return None
        return Party(name=mention.name, kind=mention.kind, mention=mention.id)

    def _stands(self, phrases: Phrases, chunk: Chunk, found: Party, form: str) -> bool:
        """Whether a pronoun of that form may stand for a side: of its gender, and several for several."""
        if form[1:] == "p":
            return found.kind == "unnamed" and not self._single(phrases, chunk)
        if form[1:] == "s" and not chunk.whole and self._of_several(phrases, chunk):
            return False  # يسيطر عليها المتمردون قتلت
        return form[:1] not in ("m", "f") or self._gender(phrases, chunk) in (form[:1], "?")

    def _of_several(self, phrases: Phrases, chunk: Chunk) -> bool:
        """Whether a phrase is people in the sound plural, or an object by its case: of no verb in the singular."""
        head = phrases.words[chunk.first].text
        return self._vocabulary.people(head) or oblique(phrases, chunk, self._vocabulary)

    def _single(self, phrases: Phrases, chunk: Chunk) -> bool:
        """Whether a phrase is one definite thing (البرلمان), for which no plural ending stands."""
        head = phrases.words[chunk.first].text
        return head.removeprefix("و").startswith("ال") and not self._several(head)

    def _several(self, name: str) -> bool:
        """Whether the first word of a name is several people by its ending or its meaning."""
        head = name.split(" ", 1)[0].removeprefix("و")
        if head[:1].isdigit() or head.endswith(("ين", "ون", "ات")):
            return True
        bare = head.removeprefix("ال")
        return any(self._vocabulary.is_cue(kind, w) for kind in ("plural", "several", "people") for w in (head, bare))

    def _fits(self, phrases: Phrases, chunk: Chunk, want: str) -> bool:
        """Whether a phrase names a side of the gender wanted."""
        return self._holder(phrases, chunk) is not None and self._gender(phrases, chunk) in (want, "?")

    def _gender(self, phrases: Phrases, chunk: Chunk) -> str:
        if chunk.mention is not None and not chunk.whole and not is_party(phrases, chunk, self._vocabulary):
            return "f" if chunk.mention.kind == "state" else "?"
        return gender(phrases, chunk, self._vocabulary)

    def can_act(self, phrases: Phrases, chunk: Chunk) -> bool:
        """Whether a phrase can do something: a side that is no place."""
        if chunk.mention and chunk.mention.kind == "place":
            return False
        head = phrases.words[chunk.first].text
        return is_party(phrases, chunk, self._vocabulary) and not self._vocabulary.is_cue("source", head)


def _gender_of(found: Party) -> str:
    """`f` or `m` by the first word of what is no person's name; `?` where it does not tell."""
    head = found.name.split(" ", 1)[0]
    if found.kind == "person":  # a feminine ending does not stand for a man whose names bear none
        return "?" if any(name.endswith(("ة", "ا", "ى", "ه", "ي")) for name in found.name.split()) else "m"
    if head.endswith(("ة", "ات")):
        return "f"
    return "m" if found.kind == "office" or (found.kind == "unnamed" and head.startswith("ال")) else "?"


def speaker(statement: Statement) -> Party:
    """Return the speaker of a statement as a side."""
    hop = statement.speaker
    return Party(name=hop.name, kind=hop.kind, mention=hop.mention)
