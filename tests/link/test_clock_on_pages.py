"""Whole pages of an invented story: what one page does not tell of its day, another fixes, and times lean on it."""

from datetime import date
from pathlib import Path

from takhrij import pipeline
from takhrij.contract import Dossier

CALL = """المنبر اليوم

الهاشمي وقاسم يبحثان هاتفيا سد النهر

تاريخ النشر: 12 شباط 2025

أجرى الرئيس نادر الهاشمي اتصالا هاتفيا مع الرئيس سليم قاسم اليوم، الأربعاء 12 من شباط، بحثا فيه سد النهر ومياهه.

وقال نادر الهاشمي إن بلاده تريد حصة عادلة من مياه النهر في الصيف.
"""
VISIT = """صدى الوادي

قاسم يستعد لزيارة السد

يستعد الرئيس سليم قاسم لزيارة سد النهر مع وفد من المهندسين بعد أن طلب الأهالي ذلك.

وكان الرئيس سليم قاسم أجرى اتصالا هاتفيا مع الرئيس نادر الهاشمي قبل أسبوع، بحسب بيان المكتب الإعلامي.
"""
FLOOD = """قال مدير السدود في الوادي إن الخزان بلغ ثلثي سعته بعد أمطار غزيرة هطلت أمس على الجبال ساعات متواصلة.

وأضاف المدير أن فرق الصيانة فتحت بوابتين من بوابات السد لتصريف الماء الزائد نحو القرى التي تزرع القمح والزيتون.

وأوضح أن المهندسين يراقبون الجدار الشرقي كل ساعة وأن المدارس القريبة من المجرى أغلقت أبوابها احتياطا.

وشكر الأهالي الذين فتحوا بيوتهم لجيرانهم ونقلوا مواشيهم إلى التلال قبل أن ترتفع المياه في السهل.
"""


def _dossier(folder: Path, *pages: str) -> Dossier:
    for n, text in enumerate(pages):
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    return pipeline.build([folder])


def _published(dossier: Dossier, headline: str) -> list[tuple[str, str, str]]:
    by_id = {page.id: page.text for page in dossier.pages}
    (article,) = [a for a in dossier.articles if headline in (a.title or "") and a.page in by_id]
    return [(str(p.first), str(p.last), p.why[0].rule) for p in article.published[:1]]


def test_a_week_ago_is_fixed_by_the_page_that_dates_the_call(tmp_path: Path) -> None:
    dossier = _dossier(tmp_path, CALL, VISIT)
    expected = [("2025-02-18", "2025-02-20", "one happening, dated elsewhere")]
    assert _published(dossier, "لزيارة السد") == expected


def test_without_that_page_the_article_stays_undated(tmp_path: Path) -> None:
    assert _published(_dossier(tmp_path, VISIT), "لزيارة السد") == []


def test_a_reprint_has_the_day_of_its_first_publisher_a_day_either_way(tmp_path: Path) -> None:
    source = f"المنبر اليوم\n\nبوابات السد تفتح بعد الأمطار\n\nتاريخ النشر: 3 آذار 2024\n\n{FLOOD}"
    dossier = _dossier(tmp_path, source, f"صدى الوادي\n\nأمطار الجبال تملأ السد\n\n{FLOOD}")
    expected = [("2024-03-02", "2024-03-04", "reprint of a dated article")]
    assert _published(dossier, "أمطار الجبال") == expected
    days = sorted((str(t.first), str(t.last)) for t in dossier.times if t.first and t.value.startswith("2024-03"))
    assert ("2024-03-01", "2024-03-03") in days, "yesterday leans on all the days that the reprint may be of"
    assert date.fromisoformat(days[-1][1]) <= date(2024, 3, 4)
