"""Under an article a page may go on with other stories though nothing parts the two."""

from invented_articles import BODY, knowledge, page

from takhrij.analyse import blocks
from takhrij.records import Analysis
from takhrij.text import fold

OTHERS = (
    "قال وزير الزراعة في ساردونيا أمس السبت إن موسم الزيتون هذا العام هو الأفضل منذ عقد رغم قلة وصلت إلى ميناء"
    " التلال صباح اليوم الأحد سفينة تحمل مئة حافلة كهربائية ستعمل على خطوط العاصمة في",
    "قتل صيادان وأصيب ثالث في انقلاب قاربهم قبالة جزيرة المنارة أمس الجمعة حسب ما ذكر خفر السواحل في"
    " افتتحت الجامعة الوطنية أمس الخميس مختبرا لدراسة الزلازل يضم ثلاثين باحثا ويموله صندوق محلي",
    "تأهل فريق الميناء لكرة السلة إلى نهائي الكأس بعد فوزه على ضيفه فريق الجبل مساء أمس الجمعة بفارق"
    " نفت شركة الكهرباء اليوم الأحد أنباء عن رفع أسعار التيار مؤكدة أن التعرفة الحالية تبقى حتى نهاية",
)


def _body(text: str) -> str:
    found = blocks.find(page(text), fold(text), Analysis(page="p", language="ar"), knowledge())
    return "\n".join(text[b.span.start : b.span.end] for b in found if b.kind == "body")


def test_stories_glued_to_one_another_under_an_article_are_none_of_it() -> None:
    body = _body("\n".join(("عودة الجسر القديم في ميرسان", *BODY, *BODY, *BODY, *OTHERS)))
    assert BODY[-1] in body
    assert OTHERS[-1] not in body


def test_an_article_that_goes_on_with_its_matter_stays() -> None:
    body = _body("\n".join(("عودة الجسر القديم في ميرسان", *BODY, *OTHERS[:1], *BODY)))
    assert body.endswith(BODY[-1])
