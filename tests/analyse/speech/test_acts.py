from invented_speech import statements

from takhrij import lang, world
from takhrij.analyse.speech.acts import act_of
from takhrij.analyse.speech.scenes import Scene
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import Reporting
from takhrij.records import Analysis, Kind
from takhrij.text import fold

KNOWLEDGE = Knowledge(lang.load(), world.load())


def act(content: str, lemma: str = "قال", speaker: Kind = "person") -> str:
    scene = Scene("p", fold(content), Analysis(page="p", language="ar"), KNOWLEDGE)
    return act_of(scene, verb(lemma), 0, len(content), speaker)


def verb(lemma: str) -> Reporting:
    return next(row for row in KNOWLEDGE.language.reporting if row.lemma == lemma)


def test_the_verb_tells_the_act() -> None:
    assert act("أن الجسر آمن") == "say"
    assert act("أن الجسر آمن", "أكد") == "stress"
    assert act("إلى إغلاق الجسر", "دعا") == "demand"
    assert act("أن يكون الجسر مغلقا", "نفى") == "deny"


def test_a_content_of_what_will_be_done_is_a_plan() -> None:
    assert act("أنها ستفتح الجسر") == "plan"
    assert act("أن الوزارة ستفتح الجسر") == "say"
    assert act("أن سياسة الوزارة ثابتة") == "say"


def test_what_ones_own_state_will_do_is_a_plan_too() -> None:
    (ours,) = statements("قال الرئيس الروسي فلاديمير بوتين إن موسكو ستفتح الجسر.")
    assert ours.act == "plan"
    (theirs,) = statements("قال الرئيس الروسي فلاديمير بوتين إن دمشق ستفتح الجسر.")
    assert theirs.act == "say"


def test_anothers_plan_is_not_the_reporters() -> None:
    assert act("أن الوزارة تعتزم فتح الجسر", speaker="outlet") == "say"
    assert act("بأنهم مستعدون للتعاون", speaker="unnamed") == "offer"


def test_refusing_to_comment_and_inviting_need_their_own_words() -> None:
    assert act("التعليق على الحادث", "رفض") == "decline_comment"
    assert act("دعوة للوزير لزيارة المدينة", "وجّه") == "invite"
    assert act("رسالة إلى الوزير", "وجّه") == "say"
    assert act("الوزير إلى زيارة المدينة", "دعا") == "invite"


def test_only_a_description_praises_by_an_adjective() -> None:
    assert act("بأنها إيجابية للغاية", "وصف") == "praise"
    assert act("إن النتائج إيجابية") == "say"


def test_every_content_cues_own_examples_hold() -> None:
    lemmas = {"say": "قال", "stress": "أكد", "demand": "دعا", "invite": "وجّه"}
    for row in KNOWLEDGE.language.content_acts:
        for example in row.examples:
            assert act(example, lemmas[row.outer[0]]) == row.act, example
        for word in row.never:
            assert act(f"أن {word} هنا", lemmas[row.outer[0]]) != row.act, word
