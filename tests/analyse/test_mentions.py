"""Who and what a page names, with titles, short forms and unnamed sources; ordinary words name nobody."""

from time import process_time

import pytest

from takhrij import lang, world
from takhrij.analyse import mentions
from takhrij.analyse.mentions.officekeys import offices
from takhrij.analyse.mentions.skeletons import skeletons
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Block, Mention, Page, Span
from takhrij.text import fold

KNOWLEDGE = Knowledge(lang.load(), world.load())


def _find(*articles: str) -> tuple[str, tuple[Mention, ...]]:
    text, blocks = "", []
    for number, article in enumerate(articles):
        for line in article.split("\n"):
            span = Span(page="p", start=len(text), end=len(text) + len(line))
            blocks.append(Block(span=span, kind="body", article=f"p/article/{number}"))
            text += line + "\n"
    page = Page(id="p", text=text, sources=("test",), raw_sha256="")
    return text, mentions.find(page, fold(text), Analysis(page="p", language="ar", blocks=tuple(blocks)), KNOWLEDGE)


def _of(text: str, kind: str) -> list[tuple[str, str]]:
    raw, found = _find(text)
    return [(raw[m.span.start : m.span.end], m.name) for m in found if m.kind == kind]


def _roles(text: str) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for m in _find(text)[1]:
        if m.kind == "person" and m.roles:
            found.setdefault(m.name, []).extend((r.name, r.office, r.state) for r in m.roles)
    return found


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (
            "قال وزير الخارجية الأردني، سامي النجداوي، إن الوفد وصل",
            "سامي النجداوي",
            ("وزير الخارجية الأردني", "foreign_minister", "JO"),
        ),
        (
            "التقى نائب وزير الخارجية الروسي أندريه بتروفسكي نظيره",
            "أندريه بتروفسكي",
            ("نائب وزير الخارجية الروسي", "deputy_foreign_minister", "RU"),
        ),
        (
            "وجه دعوة لوزير الدفاع العراقي حازم العبيدي أمس",
            "حازم العبيدي",
            ("وزير الدفاع العراقي", "defence_minister", "IQ"),
        ),
        (
            "استقبل رئيس المرحلة الانتقالية في ليبيا، عمر الزنتاني، الوفد",
            "عمر الزنتاني",
            ("رئيس المرحلة الانتقالية في ليبيا", "head_of_state", "LY"),
        ),
        (
            "قال فكتور سوبوليف، المبعوث الخاص للكرملين إلى اليمن، إن",
            "فكتور سوبوليف",
            ("المبعوث الخاص للكرملين إلى اليمن", "", "RU"),
        ),
        ("بحضور سعد الرفاعي، زعيم حزب الوطن للعدالة.", "سعد الرفاعي", ("زعيم حزب الوطن للعدالة", "", "")),
        (
            "صرح المحلل السياسي ألكسي دوبروفين بأن",
            "ألكسي دوبروفين",
            ("المحلل السياسي", "", ""),
        ),
        (
            "حضر وزير الصحة في الحكومة العراقية المؤقتة خالد الدالاتي اللقاء",
            "خالد الدالاتي",
            ("وزير الصحة في الحكومة العراقية المؤقتة", "health_minister", "IQ"),
        ),
    ],
)
def test_a_title_gives_the_person_a_role(text: str, name: str, role: tuple[str, str, str]) -> None:
    assert role in _roles(text)[name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قبضوا على رجل يلقب بأبي مالك الداهوكي أمس", "أبي مالك الداهوكي"),
        ("رسالة من كاتب سوري لمحسن الطويري أمس", "محسن الطويري"),
        ("قال روبرت زلاتين حاكم ولاية إن", "روبرت زلاتين"),
        ("أعلن روبرت زلاتين نيته خوض السباق", "روبرت زلاتين"),
        ("حضر سالم وعبد العزيز الدنهقي أمس", "عبد العزيز الدنهقي"),
    ],
)
def test_a_name_has_no_clitic_and_no_word_that_goes_on_with_the_sentence(text: str, name: str) -> None:
    assert name in [told for _, told in _of(text, "person")]


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("وأوضح سامر الداهوك وزير المالية أن", "سامر الداهوك", "وزير المالية"),
        ("وأوضح سامر الداهوك المتحدث الرسمي للهلال الأحمر أن", "سامر الداهوك", "المتحدث الرسمي للهلال الأحمر"),
    ],
)
def test_a_title_right_behind_the_subject_of_a_verb_of_saying_is_his(text: str, name: str, role: str) -> None:
    assert [r for r, _, _ in _roles(text)[name]] == [role]


def test_a_rank_behind_an_office_is_no_part_of_it() -> None:
    assert _roles("استقبل وكيل الوزارة الدكتور ظافر الداهوك الوفد")["ظافر الداهوك"][0][0] == "وكيل الوزارة"
    assert _roles("أشاد قائد الفريق ظافر الداهوك باللاعبين")["ظافر الداهوك"][0][0] == "قائد الفريق"


def test_stacked_titles_are_all_roles_of_the_one_name() -> None:
    text = "المبعوث الخاص للرئيس الفرنسي إلى لبنان، ونائب وزير الخارجية، جان مورو، قال إن"
    roles = [name for name, _, _ in _roles(text)["جان مورو"]]
    assert roles == ["المبعوث الخاص للرئيس الفرنسي إلى لبنان", "نائب وزير الخارجية"]


def test_offices_of_two_states_in_a_row_are_two_persons() -> None:
    roles = _roles("استقبل أمير الكويت وزير الخارجية المصري سامر الداهوك في قصره")
    assert roles["سامر الداهوك"] == [("وزير الخارجية المصري", "foreign_minister", "EG")]


def test_who_speaks_in_the_name_of_an_office_does_not_hold_it() -> None:
    roles = _roles("وقال سامر الداهوك، المتحدث باسم الرئيس التركي، إن الخطة جاهزة")
    assert roles["سامر الداهوك"] == [("المتحدث باسم الرئيس التركي", "", "TR")]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("قال متحدث باسم الرئيس سامي بادي إن الخطة جاهزة", {"سامي بادي": ["الرئيس"]}),
        ("قال المتحدث باسم الرئيس سامي بادي إن الخطة جاهزة", {"سامي بادي": ["المتحدث باسم الرئيس"]}),
        ("قالت المتحدثة باسم الرئيس فلاديمير بوتين إن الخطة جاهزة", {"فلاديمير بوتين": ["الرئيس"]}),
        ("قال مستشار الرئيس الروسي فلاديمير بوتين إن الخطة جاهزة", {"فلاديمير بوتين": ["الرئيس الروسي"]}),
        ("قال مستشار الرئيس الروسي سامي بادي إن الخطة جاهزة", {"سامي بادي": ["مستشار الرئيس الروسي"]}),
        ("قال نائب الرئيس الأميركي جو بايدن إن الخطة جاهزة", {"جو بايدن": ["نائب الرئيس الأميركي"]}),
        (
            "قال نائب وزير النقل المصري، المبعوث الخاص للرئيس إلى الخليج سامي بادي، إن الخطة جاهزة",
            {"سامي بادي": ["نائب وزير النقل المصري", "المبعوث الخاص للرئيس إلى الخليج"]},
        ),
        (
            "قال كمال الدمنهوري، المتحدث باسم الرئيس سامي بادي، إن الخطة جاهزة",
            {"كمال الدمنهوري": ["المتحدث باسم الرئيس"], "سامي بادي": ["الرئيس"]},
        ),
    ],
)
def test_a_name_behind_the_office_of_one_who_is_served_is_of_him_who_can_hold_it(
    text: str, roles: dict[str, list[str]]
) -> None:
    assert {name: [role for role, _, _ in told] for name, told in _roles(text).items()} == roles


def test_a_counterpart_has_the_same_office_of_the_other_state() -> None:
    text = "التقى الرئيس المصري كمال الدمنهوري ونظيره التركي أورهان كايا في القاهرة"
    assert _roles(text)["أورهان كايا"] == [("الرئيس التركي", "head_of_state", "TR")]


def test_a_counterpart_without_a_name_is_an_office_also_of_one_named_long_before() -> None:
    _, found = _find("التقى الرئيس المصري كمال الدمنهوري الوفد\nوقال الدمنهوري إنه وجه دعوة إلى نظيره التركي")
    (office,) = [m for m in found if m.kind == "office"]
    assert [(r.name, r.office, r.state) for r in office.roles] == [("الرئيس التركي", "head_of_state", "TR")]


@pytest.mark.parametrize(
    "title",
    ["الرئيس السوري السابق", "الرئيس المخلوع", "نائب رئيس مجلس الشعب", "رئيس مجلس الشعب", "رئيس الشيشان"],
)
def test_who_holds_no_such_office_any_more_or_another_one_has_no_key(title: str) -> None:
    assert KNOWLEDGE.built(offices).of(title) == ""


@pytest.mark.parametrize(
    ("title", "key"),
    [
        ("المندوبة الأمريكية لدى الأمم المتحدة", "un_ambassador"),
        ("سفيرة الولايات المتحدة في الأمم المتحدة", "un_ambassador"),
        ("مندوب سوريا الدائم في الأمم المتحدة", "un_ambassador"),
        ("نائب المندوب الروسي لدى الأمم المتحدة", ""),
        ("سفيره في الأمم المتحدة", ""),
        ("السفير الأمريكي في ليبيا", ""),
    ],
)
def test_a_states_ambassador_to_the_united_nations_is_one_office_however_it_is_worded(title: str, key: str) -> None:
    assert KNOWLEDGE.built(offices).of(title) == key


def test_a_surname_alone_means_the_person_named_in_full_also_behind_clitics() -> None:
    text = "قال وزير المالية وليد الصوراني إن الموازنة جاهزة\nوأضاف الصوراني أن\nوقال للصوراني"
    assert [name for _, name in _of(text, "person")] == ["وليد الصوراني"] * 3
    assert len({m.refers for m in _find(text)[1] if m.kind == "person"}) == 1


def test_an_office_alone_means_its_holder_of_the_article() -> None:
    _, found = _find("أعلن الرئيس الروسي إيغور سمولين الخبر\nوأكد الرئيس الروسي ذلك")
    person, office = [m for m in found if m.kind in ("person", "office")]
    assert (office.kind, office.name, office.refers) == ("office", "إيغور سمولين", person.id)


def test_an_office_without_a_holder_on_the_page_stays_an_office() -> None:
    _, found = _find("وأكد الرئيس الجزائري دعم بلاده")
    (office,) = [m for m in found if m.kind == "office"]
    assert (office.name, office.refers, office.roles[0].office, office.state) == (
        "الرئيس الجزائري",
        office.id,
        "head_of_state",
        "DZ",
    )


def test_two_articles_do_not_share_their_surnames() -> None:
    _, found = _find("قال الوزير مازن الحلاق إن\nوأضاف الحلاق", "قال الخبير عمر الحلاق إن\nوأضاف الحلاق")
    assert [m.name for m in found if m.kind == "person"] == ["مازن الحلاق"] * 2 + ["عمر الحلاق"] * 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سلمان بن عبد العزيز", "عبدالله بن عبد العزيز"),
        ("عبد الله الصوراني", "عبد الكريم الصوراني"),
        ("علي سعد الحلاق", "أحمد علي سعد الحلاق"),
    ],
)
def test_names_of_one_family_on_one_page_are_two_persons(one: str, other: str) -> None:
    _, found = _find(f"قال {one} إن\nوقال {other} إن")
    assert len({m.refers for m in found if m.kind == "person"}) == 2


def test_two_of_one_surname_named_as_often_leave_it_unresolved() -> None:
    _, found = _find("حضر سالم الطويري وحسن الطويري\nوقال الطويري")
    last = found[-1]
    assert last.refers == last.id
    assert last.why[0].note


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("وقالت مصادر مطلعة على الصفقة إن", "مصادر مطلعة على الصفقة"),
        ("نقلا عن خمسة مصادر سورية أن", "خمسة مصادر سورية"),
        ("وقال مصدر أمني لبناني إن", "مصدر أمني لبناني"),
        ("قال مسؤول طلب عدم الكشف عن هويته إن", "مسؤول طلب عدم الكشف عن هويته"),
        ("صرح مسؤولون في وزارة الدفاع العراقية بأن", "مسؤولون في وزارة الدفاع العراقية"),
        ("وتشير التقديرات إلى أن", "التقديرات"),
    ],
)
def test_an_unnamed_source_keeps_its_own_words(text: str, words: str) -> None:
    assert [span for span, _ in _of(text, "unnamed")] == [words]


def test_the_source_named_again_is_the_one_before() -> None:
    _, found = _find("قال مصدر عراقي مطلع على الملف إن الاتفاق قريب\nوقال المصدر إن التوقيع غدا")
    assert len({m.refers for m in found if m.kind == "unnamed"}) == 1


@pytest.mark.parametrize(
    ("text", "kind", "state"),
    [
        ("أكدت موسكو أن", "state", "RU"),
        ("وصل إلى موسكو أمس", "place", "RU"),
        ("أكد الجانب السوري أن", "state", "SY"),
        ("رحبت الإدارة السورية الجديدة بـ", "state", "SY"),
        ("رحبت الحكومة المؤقتة في دمشق", "state", "SY"),
        ("وقالت وزارة الخارجية الروسية إن", "organization", "RU"),
        ("أعلن الكرملين أن", "organization", "RU"),
        ("قصفت قاعدة حميميم الجوية", "place", "SY"),
        ("نشرت صحيفة نوفايا فولنا الروسية تقريرا", "outlet", "RU"),
        ("قال حارسان لرويترز إن", "outlet", ""),
    ],
)
def test_states_organisations_outlets_and_places_are_told_apart(text: str, kind: str, state: str) -> None:
    assert (kind, state) in [(m.kind, m.state) for m in _find(text)[1]]


def test_a_head_alone_points_back() -> None:
    _, found = _find("ذكرت صحيفة نوفايا فولنا الروسية أن\nوأضافت الصحيفة أن")
    assert len({m.refers for m in found if m.kind == "outlet"}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "على الأرض جرت المعارك بين الطرفين في مدينة كبيرة",
        "لا أحد يعلم ما حدث بين البلدين لصالح الجميع",
        "قال الرئيس إن زيادة الأسعار كبيرة جدا",
        "في العالم العربي مشكلات كثيرة",
    ],
)
def test_ordinary_words_are_nobody(text: str) -> None:
    assert _of(text, "person") == []


def test_mentions_are_in_order_and_do_not_overlap() -> None:
    _, found = _find("زار وفد روسي برئاسة نائب وزير الخارجية الروسي أندريه بتروفسكي دمشق والتقى الرئيس السوري")
    ends = [m.span.end for m in found]
    assert all(end <= m.span.start for end, m in zip(ends, found[1:], strict=False))


@pytest.mark.parametrize(
    ("left", "right"),
    [("ديمتري", "دميتري"), ("بوغدانوف", "بوجدانوف"), ("رجب أردوغان", "رجب إردوغان"), ("عبدالله", "عبد الله")],
)
def test_spellings_of_one_name_share_a_skeleton(left: str, right: str) -> None:
    bones = KNOWLEDGE.built(skeletons)
    assert bones.of(left) == bones.of(right)


@pytest.mark.parametrize(("left", "right"), [("حسن", "حسين"), ("سالم", "سليم"), ("أحمد", "محمد"), ("بشار", "ماهر")])
def test_names_that_differ_keep_their_skeletons_apart(left: str, right: str) -> None:
    bones = KNOWLEDGE.built(skeletons)
    assert bones.of(left) != bones.of(right)


@pytest.mark.parametrize("unit", ["محمد ", "الرئيس ", "وزير الخارجية ", "أبو ", "مصدر مطلع على ", "قال سعد، وزير "])
def test_time_grows_with_the_length_of_a_hostile_page(unit: str) -> None:
    def seconds(size: int) -> float:
        text = (unit * (size // len(unit) + 1))[:size]
        began = process_time()
        _find(text)
        return process_time() - began

    seconds(1_000)
    large = min(seconds(100_000) for _ in range(3))  # the collector of a long test run weighs on a single one
    assert large / max(seconds(10_000), 0.005) <= 30


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("استقبله محمد بن عبد الكريم الزنتاني والوفد", "محمد بن عبد الكريم الزنتاني"),
        ("التقى حمد بن سالم بن جبر آل زيدان والوفد", "حمد بن سالم بن جبر آل زيدان"),
        ("قال القس سعد سيروف إن", "سعد سيروف"),
        ("حضر سمير أبو جبل اللقاء", "سمير أبو جبل"),
        ("وصف الشيخ محمود الهاشمي الزيداني", "محمود الهاشمي الزيداني"),
        ("وقال كلاندور إن الخطة جاهزة", "كلاندور"),
        ("تأهل السويسري رودي كافندر إلى الدور الثاني", "رودي كافندر"),
        ("قال سامي النجداوي أمين المتحف إن", "سامي النجداوي"),
        ("أكدت الوزيرة ماريا كافندر ستزور المنطقة", "ماريا كافندر"),
    ],
)
def test_a_name_goes_to_its_end_and_no_further(text: str, name: str) -> None:
    assert [found for found, _ in _of(text, "person")] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "قبل نهاية شهر رمضان المبارك",
        "عقد اتفاق روسي تركي إيراني على الحدود",
        "اصابة المراسل الحربي في المدينة",
        "بقي القتال قرب بئر الشيخ سعد وقرية أبو الزين",
        "كشف تحقيق عن الخلل",
        "وقال كلمته أمام الحضور",
        "يرفع راية نصرة الدين",
    ],
)
def test_what_is_no_person_is_none(text: str) -> None:
    assert _of(text, "person") == []


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("دخلت القوات التركية المدينة أمس", "organization", "القوات التركية"),
        ("قصف الجيش السوري المدينة", "organization", "الجيش السوري"),
        ("قالت متحدثة باسم الشرطة لصحيفة الصباح إن", "office", "متحدثة باسم الشرطة"),
        ("قرب بئر الشيخ سعد أمس", "place", "بئر الشيخ سعد"),
    ],
)
def test_groups_and_titles_end_where_the_sentence_goes_on(text: str, kind: str, words: str) -> None:
    assert words in [found for found, _ in _of(text, kind)]


@pytest.mark.parametrize(
    "text",
    [
        "دافع الجنود عن البلاد أمس",
        "جاء في شهر تشرين الثاني بيان",
        "رجح فارس أن تكون خسارة",
        "احتل المنتخب المركز الثاني",
        "وصل الدخان إلى موقع القصف",
    ],
)
def test_ordinary_words_are_no_group(text: str) -> None:
    assert [m.name for m in _find(text)[1] if m.kind in ("organization", "outlet")] == []


def test_a_name_joined_to_a_person_is_one_too() -> None:
    text = "قال الخبير سامي النجداوي ودركوف بيركنسيل إن"
    assert [found for found, _ in _of(text, "person")] == ["سامي النجداوي", "دركوف بيركنسيل"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("التقى الأمير تركي بن محمد بن فهد الوفد", "تركي بن محمد بن فهد"),
        ("أعلن وزير الدفاع تركي الدخيل أن", "تركي الدخيل"),
        ("قال سلطان بن خالد الداهوك إن", "سلطان بن خالد الداهوك"),
        ("زار الدكتور سلطان بن خالد البلاد", "سلطان بن خالد"),
        ("وأضاف خالد بن علي زلاتين أن", "خالد بن علي زلاتين"),
    ],
)
def test_a_name_that_is_a_title_or_a_nationality_too_is_a_name_where_the_grammar_shows_it(
    text: str, name: str
) -> None:
    assert [told for _, told in _of(text, "person")] == [name]


def test_the_sultan_of_oman_is_not_of_amman() -> None:
    (role,) = _roles("استقبل سلطان عمان هيثم بن طارق الوفد")["هيثم بن طارق"]
    assert role == ("سلطان عمان", "head_of_state", "OM")
    (role,) = _roles("قال سفير سلطنة عمان سامي النجداوي أمس")["سامي النجداوي"]
    assert role[2] == "OM"
    assert [m.state for m in _find("وصل الوفد إلى عمان أمس")[1] if m.name == "عمان"] == ["JO"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("كتائب الجبل خطفت ثلاثة مدنيين", "كتائب الجبل"),
        ("كتائب عز الدين القسام قصفت الموقع", "كتائب عز الدين القسام"),
    ],
)
def test_a_verb_behind_a_body_is_no_part_of_its_name(text: str, name: str) -> None:
    assert [n for _, n in _of(text, "organization")] == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("أعلنت وزارة الثقافة والإعلام أمس", "وزارة الثقافة والإعلام"),
        ("أكد المجلس الاقتصادي والاجتماعي أمس", "المجلس الاقتصادي والاجتماعي"),
        ("أعلنت وزارة الدفاع والجيش أمس", "وزارة الدفاع"),
        ("دعي مجلس الوزراء للتصويت أمس", "مجلس الوزراء"),
        ("خرج أهالي البلدة مع لواء اليرموك أمس", "لواء اليرموك"),
    ],
)
def test_an_organisation_ends_where_its_fields_end(text: str, name: str) -> None:
    assert name in [found for _, found in _of(text, "organization")]


@pytest.mark.parametrize("text", ["عقد اجتماع برئاسة الأمير أمس", "رصد العلماء حركة القمر أمس"])
def test_who_presides_and_what_moves_are_no_organisation(text: str) -> None:
    assert _of(text, "organization") == []


def test_a_name_ends_where_another_persons_begins() -> None:
    found = [name for _, name in _of("حضر عمر المهنا ناصر الجديع الحفل", "person")]
    assert found[0] == "عمر المهنا"


def test_a_listed_town_of_two_words_is_no_person() -> None:
    assert _of("وصل الوفد إلى أبو ظبي أمس", "person") == []


def test_all_parts_of_a_region_are_its_name() -> None:
    assert ("ريف حلب الشمالي الشرقي",) * 2 in [*_of("سيطروا على ريف حلب الشمالي الشرقي أمس", "place")]


@pytest.mark.parametrize(
    "text",
    [
        "نقلت صحيفة أردنية ذلك",
        "ذكرت قناة فضائية ذلك",
        "رفع الثوار علم الثورة السورية أمس",
    ],
)
def test_one_of_many_and_ordinary_words_are_no_outlet(text: str) -> None:
    assert _of(text, "outlet") == []


@pytest.mark.parametrize("text", ["أعيد تنظيم السير أمس", "وصلوا إلى مركز محافظة نينوى أمس", "عقد مجلس للجنة أمس"])
def test_ordinary_nouns_are_no_organisation(text: str) -> None:
    assert _of(text, "organization") == []


def test_a_paper_may_bear_a_states_name() -> None:
    assert _of("كتبت جريدة فلسطين أمس", "outlet") == [("جريدة فلسطين", "جريدة فلسطين")]


def test_two_spellings_of_a_nationality_are_one_organisation() -> None:
    _, one = _find("أعلنت وزارة العدل الأمريكية ذلك")
    _, other = _find("أعلنت وزارة العدل الأميركية ذلك")
    assert one[0].skeleton == other[0].skeleton


def test_a_word_that_the_page_prints_twice_is_no_part_of_a_name() -> None:
    assert ("حيدر العبادي", "حيدر العبادي") in _of("قال حيدر حيدر العبادي أمس", "person")


def test_the_latter_is_the_person_or_office_named_last() -> None:
    raw, found = _find("التقى سمير النجداوي نظيره هادي الطويري أمس. وأكد الأخير أن الوفد وصل")
    latter = next(m for m in found if raw[m.span.start : m.span.end] == "الأخير")
    assert (latter.kind, latter.name) == ("person", "هادي الطويري")
    raw, found = _find("التقى سمير النجداوي وفد حزب الله أمس. وأكد الأخير أن الوفد وصل")
    assert "الأخير" not in [raw[m.span.start : m.span.end] for m in found]
    raw, found = _find("التقى سمير النجداوي الوفد في الأسبوع الأخير")
    assert "الأخير" not in [raw[m.span.start : m.span.end] for m in found]


@pytest.mark.parametrize("words", ["مسؤولا أمنيا", "مسؤولا سوريا رفيعا", "مصدرا في الوزارة"])
def test_an_unnamed_source_may_be_an_object(words: str) -> None:
    assert [span for span, _ in _of(f"وأضاف أن {words} أبلغه بالأمر", "unnamed")] == [words]


def test_who_is_responsible_for_something_is_no_source() -> None:
    assert not _of("كان مسؤولا عن الأمن", "unnamed")


def test_an_office_behind_a_name_is_his_whose_title_says_the_same() -> None:
    found = _roles("رعى الأمير ظافر بن مساعد أمير منطقة نجران الحفل")["ظافر بن مساعد"]
    assert [name for name, _, _ in found] == ["الأمير", "أمير منطقة نجران"]
    (role,) = _roles("استقبل الأمير ظافر بن مساعد وزير الخارجية الفرنسي أمس")["ظافر بن مساعد"]
    assert role[0] == "الأمير"


def test_a_grandfathers_name_is_no_familys() -> None:
    found = _of("قال ظافر بن سلمان بن مساعد إن الأمر تم\nوأضاف ظافر بن مساعد أن", "person")
    assert len({name for _, name in found}) == 2


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال الناطق باسم الوزارة سامي بادي إن الوفد وصل", "سامي بادي"),
        ("استقالت مديرة المكتب هدى خلف بعد الاجتماع", "هدى خلف"),
        ("وجه الأمير نايف الفيصل شرطة المنطقة", "نايف الفيصل"),
        ("وجه الأمير خالد الفيصل بن عبدالعزيز شرطة المنطقة", "خالد الفيصل بن عبدالعزيز"),
        ("قال المدرب التونسي ناصيف البياوي إن الفريق وصل", "ناصيف البياوي"),
        ("قال الخبير تشارلز هندرستون من المصرف", "تشارلز هندرستون"),
        ("قال المستشار صالح بن عودة النجداوي أمس", "صالح بن عودة النجداوي"),
        ("قال المصور سامي أبو رحمة أمس", "سامي أبو رحمة"),
        ("ويذكر الشيخ صالح أن الوفد وصل", "صالح"),
        ("وصل القائد سامي اليوم", "سامي"),
    ],
)
def test_a_title_and_a_given_name_show_a_family_name_that_is_an_ordinary_word(text: str, name: str) -> None:
    assert name in [span for span, _ in _of(text, "person")]


def test_a_site_that_bears_a_kings_name_is_no_king() -> None:
    assert _of("وصل الوفد إلى مطار الملك خالد الدولي أمس", "place") == [("مطار الملك خالد", "مطار الملك خالد")]
    assert _of("علاج الجرحى بمستشفى الملك فهد", "place")[0][0] == "مستشفى الملك فهد"
    assert _of("أعلن مركز الملك سلمان للإغاثة", "organization")[0][0] == "مركز الملك سلمان"
    found = _roles("وأوضح المتحدث الرسمي لمركز الملك سلمان للإغاثة سامي النجداوي أن")
    assert [name for name, _, _ in found["سامي النجداوي"]] == ["المتحدث الرسمي لمركز الملك سلمان للإغاثة"]
    assert "مركز سامي النجداوي" not in [span for span, _ in _of("زار الوفد مركز سامي النجداوي", "organization")]


def test_a_deputy_without_a_name_is_not_whom_he_stands_for() -> None:
    (found,) = [m for m in _find("قال نائب الرئيس الأمريكي إن الوفد وصل")[1] if m.kind == "office"]
    assert (found.name, found.roles[0].office) == ("نائب الرئيس الأمريكي", "vice_president")
    assert [m.kind for m in _find("تعهد بمساعدة إيران")[1]] == ["state"]


def test_what_begins_a_second_title_is_no_name() -> None:
    found = _roles("قال رئيس مجلس الوزراء حاكم دبي الشيخ سامي النجداوي إن")
    assert [name for name, _, _ in found["سامي النجداوي"]][1] == "حاكم دبي"


def test_the_armed_forces_are_told_in_full() -> None:
    assert _of("أعلنت القوات المسلحة السورية أن", "organization")[0][0] == "القوات المسلحة السورية"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("وصل المهندس سامي إبراهيم السلامة وحضر الحفل", "سامي إبراهيم السلامة"),
        ("رعى الأمير سلطان بن سلمان بن عبدالعزيز التهاني بالعيد", "سلطان بن سلمان بن عبدالعزيز"),
        ("قال الشيخ سامي بن فهد الشهواني إن", "سامي بن فهد الشهواني"),
        ("قال وزير النفط الإيراني بيجان نمدار زنجنة: يجب", "بيجان نمدار زنجنة"),
        ("فاز المدرب يواكيم لوفنر بجائزة أمس", "يواكيم لوفنر"),
        ("حضر وزير الدفاع والإنتاج الحربي الفريق سامي النجداوي", "سامي النجداوي"),
        ("وقال عضو شرف الهلال سامي النجداوي", "سامي النجداوي"),
    ],
)
def test_what_follows_a_fathers_name_or_two_foreign_ones_ends_the_name(text: str, name: str) -> None:
    assert [span for span, _ in _of(text, "person")] == [name]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "وأوضح المتحدث الرسمي لمديرية الصحة بمنطقة عسير سامي النجداوي أن",
            "المتحدث الرسمي لمديرية الصحة بمنطقة عسير",
        ),
        ("وأوضح المتحدث الرسمي للهلال الأحمر بالباحة سامي النجداوي أن", "المتحدث الرسمي للهلال الأحمر بالباحة"),
        ("وقال المتحدث الإعلامي لحرس الحدود سامي النجداوي أن", "المتحدث الإعلامي لحرس الحدود"),
    ],
)
def test_a_title_goes_on_to_where_it_is_held(text: str, role: str) -> None:
    assert [name for name, _, _ in _roles(text)["سامي النجداوي"]] == [role]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("سجل الفريق ( 24 ) هدفا", "outlet"),
        ("وقعت الدولتان على مبادئ حسن الجوار بينهما", "person"),
        ("تدرب على كمال الأجسام في النادي", "person"),
        ("أما من ناحية إيران فلا شيء", "place"),
    ],
)
def test_numbers_virtues_and_aspects_name_nothing(text: str, kind: str) -> None:
    assert _of(text, kind) == []


def test_a_year_is_no_part_of_an_organisations_name() -> None:
    assert _of("درس في جامعة القاهرة عام 1970 ثم عاد", "organization") == [("جامعة القاهرة", "جامعة القاهرة")]


def test_where_a_person_is_said_to_be_married_or_of_an_age_his_name_ends() -> None:
    assert _of("اعتقل سامي خميس البالغ من العمر ستين عاما", "person") == [("سامي خميس", "سامي خميس")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("تقدمت القوات الموالية لهادي نحو الميناء", "القوات الموالية لهادي"),
        ("القوات الموالية للرئيس السابق كمال الدين الطحان انسحبت", "القوات الموالية للرئيس السابق كمال الدين الطحان"),
        ("وقصفت القوات الموالية للحكومة الشرعية الجسر", "القوات الموالية للحكومة الشرعية"),
        (
            "القوات الموالية للقائد العسكري المشير سالم المرزوقي غربا",
            "القوات الموالية للقائد العسكري المشير سالم المرزوقي",
        ),
    ],
)
def test_loyal_forces_are_named_with_whom_they_are_loyal_to(text: str, name: str) -> None:
    assert [found for found, _ in _of(text, "organization")] == [name]


def test_forces_that_are_loyal_to_them_name_nobody() -> None:
    assert _of("اشتبك الحوثيون والقوات الموالية لهم مع الأهالي", "organization") == [("الحوثيون", "الحوثيون")]


def test_a_paper_named_as_a_region_is_a_paper_where_somebody_speaks_to_it() -> None:
    text = "وقال المدير لـ«الشرق الأوسط» إن دول الشرق الأوسط مدعوة"
    assert _of(text, "outlet") == [("الشرق الأوسط", "الشرق الأوسط")]
    assert _of(text, "place") == [("الشرق الأوسط", "الشرق الأوسط")]


def test_a_quoted_paper_may_be_the_last_words_of_a_page() -> None:
    assert [m.kind for m in _find("قال المدير لـ«الشرق الأوسط»")[1] if m.name == "الشرق الأوسط"] == ["outlet"]
    assert _find("عاد المدير إلى «الشرق الأوسط")[1]


@pytest.mark.parametrize("word", ["سفينة", "سجدة", "سوفا"])
def test_the_futures_letter_stands_before_no_name(word: str) -> None:
    assert _find(f"رأى الصياد {word} قرب المرسى")[1] == ()


def test_one_group_has_one_name_in_all_its_spellings() -> None:
    _, found = _find("انسحبت ميليشيات الحوثي ثم عادت مليشيات الحوثي، وقال الحوثيون إن المتمردين الحوثيين باقون")
    assert len({m.skeleton for m in found if m.kind == "organization"}) == 1
