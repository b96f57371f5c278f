"""A few sentences behind furniture under an article are its own only where they share its rare words."""

from invented_articles import BODY, OTHER, kinds

TITLE = "ميرسان تفتح الجسر الجديد أمام الشاحنات"
TEXT = (
    *BODY,
    "ويعبر الجسر كل يوم آلاف السائقين القادمين من الساحل، وينتظر كثيرون منهم ساعات طويلة عند مدخل المدينة.",
    "ويرى مهندسون أن الأعمدة الجديدة تحتمل ضعف ما كانت تحتمله الأعمدة القديمة قبل ظهور التشققات فيها.",
)
BAR = "شارك هذا الخبر"


def test_sentences_of_another_matter_are_no_text() -> None:
    found = {words: kind for kind, words in kinds("\n".join([TITLE, *TEXT, BAR, *OTHER[:1]]))}
    assert found[OTHER[0]] == "related"
    assert [found[line] for line in TEXT] == ["body"] * len(TEXT)


def test_sentences_that_go_on_with_the_matter_are_text() -> None:
    more = "السائقون ينتظرون فتح الجسر أمام الشاحنات منذ عام، والمهندسون يعملون على ترميم الأعمدة حتى الآن."
    assert ("body", more) in kinds("\n".join([TITLE, *TEXT, BAR, more]))
