"""Who stands near a deed and neither did nor suffered it: titles, whom a relative clause names, who is to calm it."""

import pytest
from invented_events import only, read, sides


@pytest.mark.parametrize(
    ("text", "kind", "doers", "struck"),
    [
        (
            "سيطر لواء الساحل الذي يضم مئات المقاتلين على مقرات حركة النور في ريف حماة أمس.",
            "COERCE",
            ["لواء الساحل"],
            ["مقرات حركة النور"],
        ),
        ("طالب رئيس الوزراء بتهدئة الأمور من قبل جميع الأطراف.", "REQUEST", ["رئيس الوزراء"], []),
        ("تم استجواب سامر حداد في الرباط أمس.", "ACCUSE", [], ["سامر حداد"]),
        ("أعقب ذلك أعمال عنف واعتقل المشتبه بهم الثلاثة أمس.", "COERCE", [], ["المشتبه بهم الثلاثة"]),
        ("داهمت الشرطة المنزل أمس.", "COERCE", ["الشرطة"], ["المنزل"]),
        ("مقتل سامر حداد كبير المراسلين في الإعلام الحربي أمس.", "ASSAULT", [], ["سامر حداد"]),
        ("هجوم لمسلحي داعش على مراكز أمنية في حمص أمس.", "ASSAULT", ["مسلحي داعش"], ["مراكز أمنية"]),
        ("ولطالما عارض حزب ميركل ، الاتحاد المسيحي ، عضوية تركيا.", "REJECT", ["حزب ميركل"], []),
        ("جاء ذلك بعد الحكم بإعدام سامر حداد أمس.", "SANCTION", [], ["سامر حداد"]),
    ],
)
def test_sides_that_hang_on_other_words(text: str, kind: str, doers: list[str], struck: list[str]) -> None:
    assert sides(only(text, kind)) == (doers, struck)


def test_who_is_met_keeps_his_place_before_his_title() -> None:
    met = only("عقد الوفد اجتماعا مع سلمى حداد مستشارة الرئيس السوري سمير لكارم في دمشق أمس.", "CONSULT")
    assert [p.name for p in met.targets] == ["سلمى حداد"]


def test_whom_a_blow_struck_did_not_strike() -> None:
    text = "وقال المتحدث إن تلك الضربات أدت إلى مقتل مئات من المقاتلين، ودمرت مواقع عدة للتنظيم."
    assert [sides(e) for e in read(text)] == [([], ["مئات من المقاتلين"])]


def test_where_somebody_comes_from_is_not_where_it_was() -> None:
    assert only("اعتقلت الشرطة رجلا قادما من مصر أمس.", "COERCE").place is None


def test_a_verbal_noun_in_a_list_has_no_doer_behind_it() -> None:
    found = read("وأكد الوزير أن استعادة البلدة وطرد مسلحي داعش منها سيستغرقان أياما.")
    assert all("مسلحي داعش" not in sides(e)[0] for e in found)


def test_his_ministry_and_its_organs_tell_no_event() -> None:
    assert not read("وأكد الوزير أن وزارته أجرت تحاليل على المصابين أمس.")
    assert not read("وضعت الحكومة أجهزتها في حالة تأهب أمس.")
