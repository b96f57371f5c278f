"""Names are joined for a reason that is kept; namesakes and unnamed sources stay apart."""

import pytest
from msgspec.structs import replace

from takhrij import lang, world
from takhrij.analyse import mentions
from takhrij.knowledge import Knowledge
from takhrij.link import entities, run, tenures
from takhrij.records import Analysis, Article, Block, Entity, Hop, Links, Page, Sentence, Span
from takhrij.text import fold

KNOWLEDGE = Knowledge(lang.load(), world.load())


def _read(id_: str, text: str) -> Analysis:
    page = Page(id=id_, text=text, sources=("test",), raw_sha256="")
    blocks = []
    start = 0
    for line in text.split("\n"):
        span = Span(page=id_, start=start, end=start + len(line))
        blocks.append(Block(span=span, kind="body", article=f"{id_}/article/0"))
        start += len(line) + 1
    analysis = Analysis(page=id_, language="ar", blocks=tuple(blocks))
    found = mentions.find(page, fold(text), analysis, KNOWLEDGE)
    return Analysis(page=id_, language="ar", blocks=tuple(blocks), mentions=found)


def _links(*texts: str) -> Links:
    return run(
        entities, [_read(f"p{n}", text) for n, text in enumerate(texts)], Links(states=entities.states(KNOWLEDGE))
    )


def _persons(*texts: str) -> dict[str, Entity]:
    return {e.name: e for e in _links(*texts).entities.values() if e.kind == "person"}


def test_spellings_of_one_name_are_one_person() -> None:
    found = _persons("قال دميتري ميلنيكوف إن", "قال ديمتري ميلنيكوف إن")
    assert len(found) == 1
    assert set(next(iter(found.values())).names) == {"دميتري ميلنيكوف", "ديمتري ميلنيكوف"}


def test_a_misspelling_beside_the_right_name_joins_and_says_so() -> None:
    text = "رئيس سوريا الجديد، أحمد الشعار، في لقطة\nوالتقى الرئيس السوري أحمد الشرع الوفد\nوقال أحمد الشرع إن"
    (entity,) = _persons(text).values()
    assert entity.name == "أحمد الشرع"
    assert set(entity.names) == {"أحمد الشرع", "أحمد الشعار"}
    assert entity.why[0].rule == "misspelling"


@pytest.mark.parametrize(
    ("one", "other"),
    [("أحمد الشرع", "ماهر الشرع"), ("بشار الأسد", "ماهر الأسد"), ("سالم الحموي", "سليم الحموي")],
)
def test_namesakes_stay_apart(one: str, other: str) -> None:
    assert len(_persons(f"قال {one} إن", f"قال {other} إن")) == 2


def test_closeness_of_letters_alone_joins_nothing_across_pages() -> None:
    assert len(_persons("قال أحمد الشرع إن", "قال أحمد الشعار إن")) == 2


def test_two_offices_are_two_persons_though_a_letter_is_off() -> None:
    text = "قال وزير الصحة السوري محمد الحلبي إن\nوقال وزير المالية السوري محمد الجلبي إن"
    assert len(_persons(text)) == 2


def test_one_name_with_one_office_in_two_states_is_two_persons() -> None:
    pages = ("قال وزير الدفاع العراقي خالد الدليمي إن", "قال وزير الدفاع الأردني خالد الدليمي إن")
    assert len([e for e in _links(*pages).entities.values() if e.kind == "person"]) == 2


def test_a_middle_name_more_is_the_same_person() -> None:
    assert len(_persons("قال رجب طيب أردوغان إن", "قال رجب أردوغان إن")) == 1


def test_voices_of_one_state_are_one_entity() -> None:
    found = [
        e
        for e in _links("أكدت دمشق أن", "أكد الجانب السوري أن", "قالت سوريا إن").entities.values()
        if e.kind == "state"
    ]
    assert [e.id for e in found] == ["entity/state/SY"]


def test_a_state_is_called_by_its_name_where_pages_more_often_say_its_capital() -> None:
    texts = ("أكدت دمشق أن", "نفت دمشق أن", "أعلنت دمشق أن", "قالت سوريا إن")
    (state,) = (e for e in _links(*texts).entities.values() if e.kind == "state")
    assert state.name == "سوريا"
    assert set(state.names) == {"سوريا", "دمشق"}


def test_unnamed_sources_of_two_pages_are_never_one() -> None:
    found = _links("قالت مصادر مطلعة إن", "قالت مصادر مطلعة إن").entities.values()
    assert len([e for e in found if e.kind == "unnamed"]) == 2


def test_every_mention_has_an_entity_and_the_order_of_pages_changes_nothing() -> None:
    pages = [_read("p0", "قال أحمد الشرع إن موسكو"), _read("p1", "التقى أحمد الشرع وفدا في دمشق")]
    links = run(entities, pages, Links())
    assert {m.id for p in pages for m in p.mentions} == set(links.entity_of)
    turned = run(entities, pages[::-1], Links())
    assert list(turned.entities) == list(links.entities)


def test_what_was_kept_apart_says_why() -> None:
    pages = ("قال وزير الدفاع العراقي خالد الدليمي إن", "قال وزير الدفاع الأردني خالد الدليمي إن")
    for entity in _links(*pages).entities.values():
        if entity.kind == "person":
            assert [w.rule for w in entity.why] == ["named once", "kept apart"]


def test_a_surname_alone_on_another_page_needs_an_office_or_the_company() -> None:
    named = "قال وزير الدفاع السوري خالد الدليمي إن"
    assert len(_persons(named, "وقال وزير الدفاع السوري الدليمي إن")) == 1
    assert len(_persons(named, "وقال الدليمي إن")) in (
        1,
        2,
    )  # whether a surname alone is a name is for mentions to say


def test_a_misspelt_given_or_family_name_joins_across_pages_where_the_office_agrees() -> None:
    found = _persons("زارنا وزير الخارجية الروسي سيرغي لافروف", "زارنا وزير الخارجية الروسي سيرغي لاقروف")
    (entity,) = found.values()
    assert (entity.name, entity.why[0].rule) == ("سيرغي لافروف", "misspelling")


def test_a_slip_joins_where_a_role_of_three_words_and_the_family_name_agree() -> None:
    pages = (
        "قالت سفيرة فنلندا لدى الأمم المتحدة نيلا كورهونن إن",
        "قالت سفيرة فنلندا لدى الأمم المتحدة نيلا كورهوفن إن",
    )
    found = _persons(*pages)
    assert len(found) == 1
    assert next(iter(found.values())).why[0].rule == "misspelling"


def test_a_latin_form_in_brackets_is_a_name_and_joins_spellings() -> None:
    texts = ("قال جوناثان كيلمور (Jonathan Kilmore) إن", "قال يوناتان كيلمر (Jonathan Kilmore) إن")
    analyses = []
    for n, text in enumerate(texts):
        analysis = _read(f"p{n}", text)
        span = Span(page=f"p{n}", start=0, end=len(text))
        sentence = Sentence(span=span, article=f"p{n}/article/0", text=text)
        analyses.append(replace(analysis, sentences=(sentence,)))
    found = [e for e in run(entities, analyses, Links()).entities.values() if "Jonathan Kilmore" in e.names]
    assert len(found) == 1
    assert len(found[0].mentions) == 2


def _organizations(*texts: str) -> list[Entity]:
    return [e for e in _links(*texts).entities.values() if e.kind == "organization"]


def test_a_ministry_whose_state_nobody_tells_is_one_with_the_only_ministry_of_its_page() -> None:
    pages = ("أعلنت وزارة الدفاع السورية بيانا\nوأضافت وزارة الدفاع ذلك", "أعلنت وزارة الدفاع العراقية بيانا")
    assert sorted(len(e.mentions) for e in _organizations(*pages)) == [1, 2]


def test_a_name_that_organisations_of_two_states_have_is_not_one_across_pages() -> None:
    stated = ("أعلنت وزارة الدفاع السورية بيانا", "أعلنت وزارة الدفاع العراقية بيانا")
    assert len(_organizations(*stated, "أعلنت وزارة الدفاع بيانا", "نفت وزارة الدفاع ذلك")) == 4
    assert len(_organizations(*stated)) == 2
    assert len(_organizations("أعلنت وزارة الدفاع بيانا", "نفت وزارة الدفاع ذلك")) == 1


def test_an_article_more_is_one_name_where_one_page_has_both() -> None:
    assert len(_persons("قال فيصل المزداد إن\nوأضاف فيصل مزداد أن")) == 1
    assert len(_persons("قال محمد المزداد إن", "قال محمد مزداد إن")) == 2


def test_a_first_name_left_out_is_one_person_where_the_office_agrees() -> None:
    long = "قال وزير النقل محمد سالم الحلبي إن"
    assert len(_persons(f"{long}\nوأضاف وزير النقل سالم الحلبي أن")) == 1
    assert len(_persons(long, "قال سالم الحلبي إن")) == 2


def test_a_father_whom_the_page_names_is_not_his_son() -> None:
    assert len(_persons("قال المهاجم رامي سالم الحلبي إن\nوأضاف والده سالم الحلبي أن")) == 2


def test_a_double_given_name_goes_without_its_first() -> None:
    assert len(_persons("قال المحلل محمد باقر الحلبي إن", "قال المحلل باقر الحلبي إن")) == 1


def test_two_names_that_ran_together_join_nobody() -> None:
    assert len(_persons("قال عمر الداهوك إن\nوأضاف ناصر الطويري أن\nوقال عمر الداهوك ناصر الطويري معا")) == 2


def test_a_name_that_is_short_for_a_longer_one_is_no_namesake_of_another_page() -> None:
    long = "قال سالم كامل الطويري إن\nوأضاف سالم كامل أن"
    assert len(_persons(long, "قال سالم كامل إن")) == 2
    assert len(_persons("قال سالم كامل إن", "وأضاف سالم كامل أن")) == 1


def test_a_surname_alone_of_the_same_few_consonants_is_another_word() -> None:
    assert len(_persons("قال الأمير مقرن بن عبد العزيز إن\nوأضاف ماكرون أن")) == 2


def test_two_letters_in_one_title_on_one_page_are_a_misspelling() -> None:
    found = _persons("قال الأمير أبو الزبير إن\nوأضاف الأمير أبو الزير أن")
    assert len(found) == 1
    assert next(iter(found.values())).why[0].rule == "misspelling"


def test_a_given_name_with_its_title_is_the_only_one_of_the_page_who_has_both() -> None:
    assert len(_persons("قال الأمير سالم بن فهد الداهوك إن\nوأضاف الأمير سالم أن")) == 1


def test_a_page_that_spells_a_rare_name_in_two_ways_means_one_unless_the_roles_share_nothing() -> None:
    assert len(_persons("قال ديمتري ميلنيكوف إن\nوقال ديمتري ميلتيكوف إن")) == 1
    assert len(_persons("قال سامي النويجدي إن\nوقال سامي النويجد إن")) == 1
    two = "قال وزير الصحة الروسي ديمتري ميلنيكوف إن\nوقال مدير المتحف البحري ديمتري ميلتيكوف إن"
    assert len(_persons(two)) == 2
    assert len(_persons("قال محمد العبيد إن\nوقال محمد العبيدي إن")) == 2


def test_two_holders_of_one_office_whose_names_resemble_are_one() -> None:
    bad = _persons("قال رئيس الوزراء العراقي حيدر العبادي إن", "قال رئيس الوزراء العراقي حيدر البغدادي إن")
    assert [e.why[0].rule for e in bad.values()] == ["misspelling"]
    assert len(_persons("قال وزير الصحة العراقي سامي الدالاتي إن", "قال وزير الصحة العراقي سامي الطويري إن")) == 2
    left_out = "قال وزير الخارجية السعودي عصام بن سعد بن سعيد إن"
    assert len(_persons(left_out, "قال وزير الخارجية السعودي عصام بن سعيد إن")) == 1
    assert len(_persons(left_out, "قال وزير الصحة السعودي عصام بن سعيد إن")) == 2


def test_a_long_vowel_or_a_letter_in_the_middle_is_a_slip_where_the_role_agrees() -> None:
    role = "المتحدث باسم الدفاع المدني بمنطقة نجران"
    one = _persons(f"قال {role} علي بن عمير آل حرمان الشهراني إن", f"قال {role} علي بن عمير آل جرمان الشهراني إن")
    assert len(one) == 1
    assert len(_persons(f"قال {role} إسماعيل شاهين إن", f"قال {role} إسماعيل شهين إن")) == 1
    assert len(_persons(f"قال {role} علي بن عمير الشهراني إن", f"قال {role} علي بن عامر الشهراني إن")) == 2


def test_a_lone_name_that_begins_one_of_its_page_is_nobodys_surname() -> None:
    king = "قال الملك الحسن الثاني إن\nوأضاف الحسن أن\nوحضر رامي الداهوك وهادي الطويري"
    found = _persons(king, "قال المهدي أحمد الحسن إن\nوحضر رامي الداهوك وهادي الطويري")
    assert not any({"الحسن الثاني", "المهدي أحمد الحسن"} <= {*e.names} for e in found.values())


def test_a_name_of_one_part_is_one_persons_where_the_company_agrees() -> None:
    page = "قال أبو الورد إن\nوحضر رامي الداهوك وهادي الطويري"
    assert len([e for e in _persons(page, page + " أمس").values() if e.name == "أبو الورد"]) == 1


@pytest.mark.parametrize(("name", "count"), [("أبو زعفرائيل", 1), ("أبو خالد", 2)])
def test_father_of_what_nobody_is_named_is_one_person_on_every_page(name: str, count: int) -> None:
    page = f"قال {name} إن الطريق مفتوح"
    assert len([e for e in _links(page, page + " أمس").entities.values() if e.name == name]) == count


@pytest.mark.parametrize(
    ("pages", "count"),
    [
        (("قال عبد الأمير اليازورالي إن", "قال عبد الأمير يازورالي إن"), 1),
        (("قال سامي الناصر إن", "قال سامي ناصر إن"), 2),
        (("قال رايان زيلتون المتحدث باسم البعثة إن", "قال ريان زيلتون المتحدث باسم البعثة إن"), 1),
        (("قال رايان زيلتون لاعب المنتخب إن", "قال ريان زيلتون المتحدث باسم البعثة إن"), 2),
        (("قال حامد الداود المتحدث باسم البعثة إن", "قال حمد الداود المتحدث باسم البعثة إن"), 2),
    ],
)
def test_an_article_or_a_long_vowel_more_is_one_rare_persons(pages: tuple[str, ...], count: int) -> None:
    assert len(_persons(*pages)) == count


def test_a_given_name_alone_is_the_only_one_who_has_it_and_the_office() -> None:
    full = "قال وزير الخارجية المصري ظافر شكري إن"
    assert len(_persons(full, "وصل وزير الخارجية المصري شكري إلى باريس")) == 1
    assert len(_persons(full, "وصل وزير الخارجية التونسي شكري إلى باريس")) == 2


def test_of_a_given_name_of_two_words_the_second_may_be_left_out_on_one_page() -> None:
    assert len(_persons("قال سيف الدين الداهوك إن\nوأضاف سيف الداهوك أن")) == 1
    assert len(_persons("قال سيف الدين الداهوك إن\nوأضاف سيف الدالاتي أن")) == 2


def test_the_beginning_of_a_rare_name_is_its_bearer_on_one_page() -> None:
    assert len(_persons("قال عيدروس بن ظافر إن\nوأكد عيدروس بن ظافر بن مساعد أن")) == 1


def test_a_lone_name_of_two_words_is_the_family_name_of_the_only_one_of_the_page() -> None:
    assert len(_persons("قال ظافر عبدالغفار إن\nوأضاف عبد الغفار أن")) == 1
    assert len(_persons("قال ظافر عبدالغفار إن\nوأضاف سالم عبدالغفار أن\nوختم عبد الغفار")) == 3


def test_a_name_of_which_only_a_space_differs_is_one_where_few_bear_it() -> None:
    assert len(_persons("قال ظافر أبو ثنين إن", "قال ظافر أبوثنين إن")) == 1


def test_a_name_alone_is_the_only_known_holder_of_its_office_who_bears_it() -> None:
    texts = "قال وزير الخارجية الألماني فرانك إن", "التقى وزير الخارجية الألماني فرانك فالتر شتاينماير الوفد"
    known = Links(tenures=tenures.known(KNOWLEDGE))
    found = run(entities, [_read(f"p{n}", text) for n, text in enumerate(texts)], known)
    (holder,) = [e for e in found.entities.values() if e.kind == "person"]
    assert "name of the known holder of the office" in {why.rule for why in holder.why}


def test_of_two_princes_who_go_on_from_one_name_it_means_neither() -> None:
    long = "وصل الأمير سلطام بن ظافر بن رائد الدمام", "وصل الأمير سلطام بن ظافر بن زاهي الدمام"
    assert len(_persons(long[0], "وقال الأمير سلطام بن ظافر إن")) == 1
    assert len(_persons(*long, "وقال الأمير سلطام بن ظافر إن")) == 3


def test_a_page_that_tells_one_name_in_several_lengths_means_one() -> None:
    text = "قال سمير الطاهوك إن\nوصل سمير الطاهوك الزيداني\nوعاد سمير الطاهوك"
    assert len(_persons(text)) == 1


@pytest.mark.parametrize(
    ("pages", "count"),
    [
        (("قال سامي أبو داهوك إن", "قال سامي بوداهوك إن"), 1),
        (("قال سامي أبو داهوك إن", "قال سامي أبو كرادة إن"), 2),
        (("قال أبو الفضل الداهوكي إن", "قال أبو فضل الداهوكي إن"), 2),  # nothing agrees
        (("قال سامي الداهوك إن", "قال سامي آل داهوك إن"), 2),
    ],
)
def test_father_of_may_be_written_onto_a_rare_family_name(pages: tuple[str, ...], count: int) -> None:
    assert len(_persons(*pages)) == count


@pytest.mark.parametrize(
    ("page", "count"),
    [
        ("قال مدير السجن مراد سامر الطويري إن\nوأضاف سامر الطويري أن", 1),
        ("قال مراد سامر الطويري إن\nوقال مدير السجن سامر الطويري إن", 2),  # a father with a role of his own
        ("قال سامر الطويري إن\nوقال مدير السجن مراد سامر الطويري إن", 2),
        ("قال مدير السجن مراد بن سامر الطويري إن\nوأضاف سامر الطويري أن", 2),
        ("غنى المطرب سامر الدهنقي أمس\nوشكر سامر الدنهقي الحضور", 1),
    ],
)
def test_a_page_goes_on_without_the_first_name_or_with_letters_swapped(page: str, count: int) -> None:
    assert len(_persons(page)) == count


def test_who_writes_for_one_outlet_under_one_name_is_one_person() -> None:
    def wrote(id_: str, outlet: str) -> Analysis:
        read = _read(id_, "أحمد علي")
        cue = read.mentions[0].span
        credit = Hop(name="أحمد علي", via="wrote", kind="person", cue=cue)
        return replace(read, articles=(Article(id=f"{id_}/article/0", span=cue, outlet=outlet, credits=(credit,)),))

    pages = [wrote("p0", "الجسر"), wrote("p1", "الجسر"), wrote("p2", "النهر")]
    links = run(entities, pages, Links(states=entities.states(KNOWLEDGE)))
    assert sorted(len(e.mentions) for e in links.entities.values()) == [1, 2]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("وصل الأمير سعود الفيصل", "وصل الأمير سعود بن خالد الفيصل"),
        ("قال عبدالله بن عبدالعزيز آل سعود إن", "قال عبدالله بن عبدالعزيز بن مساعد آل سعود إن"),
        (
            "قال الناطق باسم وزارة الخارجية الأميركية جون كيري إن\nوصل جون كيري",
            "قال الناطق باسم وزارة الخارجية الأميركية جون كيربي إن",
        ),
    ],
)
def test_who_is_well_known_is_no_other_of_nearly_his_name(one: str, other: str) -> None:
    assert len(_persons(one, other)) == 2


def test_a_page_that_runs_a_known_name_into_the_next_word_draws_none_of_his_pages_away() -> None:
    pages = (
        "عين الرئيس المصري السابق حسني مبارك سليمان نائبا له",
        "وحوكم الرئيس المخلوع حسني مبارك أمس",
        "وقال الرئيس المصري السابق حسني مبارك إن",
        "وكان حسني مبارك في المدينة",
    )
    known = {e.name: e for e in _links(*pages).entities.values() if e.kind == "person" and "حسني مبارك" in e.names}
    assert {mention.split("/")[0] for mention in known["حسني مبارك"].mentions} >= {"p1", "p2", "p3"}
