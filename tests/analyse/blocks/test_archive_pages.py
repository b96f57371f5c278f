"""An archive of whole posts is no list; an archive of beginnings is one."""

from invented_articles import knowledge, page

from takhrij.analyse.blocks import archives, lines
from takhrij.text import fold

WHOLE = [
    "زرت أمس متحف البحر في ميرسان مع أصدقاء من القرية .",
    "وكان المدير ينتظرنا عند الباب مع خرائط قديمة للميناء .",
    "لكن القاعة الكبيرة بقيت مغلقة بسبب أعمال الصيانة هذا الشتاء .",
    "كما وجدنا مركبا صغيرا صنعه صياد من أهل البلدة .",
]
BEGINNINGS = [
    "افتتحت البلدية حديقة جديدة في حي المنارة صباح الخميس .",
    "أعلنت شركة المياه خفض أسعار الاشتراك للأسر الكبيرة هذا العام .",
    "فاز فريق النسور ببطولة كرة السلة للمرة الثالثة مساء السبت .",
    "وصلت سفينة تحمل مواد بناء إلى ميناء البلدة فجر أمس .",
]


def _opens(posts: list[str]) -> list[str]:
    text = "\n".join(["أرشيف التصنيف : رحلات", *posts])
    folded = fold(text)
    found = archives.freed(page(text), folded, knowledge(), lines.cut(page(text), folded, knowledge()))
    return [cue.row.opens for line in found for cue in line.cues if cue.row.opens]


def test_a_heading_over_whole_posts_opens_no_list() -> None:
    assert _opens(WHOLE * 3) == []


def test_a_heading_over_beginnings_opens_a_list() -> None:
    assert _opens(BEGINNINGS * 3) == ["teasers"]


def test_posts_that_break_off_are_a_list() -> None:
    assert _opens([post[:-1] + ". . ." for post in WHOLE] * 3) == ["teasers"]


def test_a_few_lines_do_not_tell() -> None:
    assert _opens(WHOLE) == ["teasers"]
