"""`dossier.html` in a real Chromium, opened from disk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import msgspec
import pytest
from dossier_sample import (
    ATTACK,
    CLOSED,
    COST,
    COST_2,
    MET,
    SOON,
    TEXTS,
    UNCOVERED,
    A,
    B,
    C,
    bare,
    sample,
)
from playwright.sync_api import Browser, BrowserContext, Page, expect

from takhrij.contract import Days, Dossier, FailureItem, StoryItem, TimelineItem
from takhrij.exports.html import MOST_BYTES, write
from takhrij.pipeline import build

Open = Callable[..., Page]


@pytest.fixture(scope="module")
def arabic(chromium: Browser) -> Iterator[BrowserContext]:
    context = chromium.new_context(locale="ar")
    yield context
    context.close()


@pytest.fixture
def visit(arabic: BrowserContext, tmp_path: Path) -> Iterator[Open]:
    """Opens a dossier from disk. Afterwards: nothing was asked of a network and the console stayed silent."""
    said: list[str] = []
    asked: list[str] = []
    page = arabic.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))

    def visit(dossier: Dossier, *, width: int = 1366, scheme: str = "light", most_bytes: int = MOST_BYTES) -> Page:
        path = tmp_path / "dossier.html"
        path.write_bytes(write(dossier, most_bytes))
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.goto(path.as_uri())
        return page

    yield visit
    page.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:font/woff2;"))] == []


def lit(page: Page, role: str = "content") -> str:
    return "".join(page.locator(f".reader mark.{role}").all_text_contents())


def labels(page: Page) -> list[str]:
    return page.locator(".entry .entry-label").all_text_contents()


def entry(page: Page, words: str) -> str:
    """The selector of the entry whose label is `words`."""
    name = page.locator(".entry", has=page.locator(".entry-label", has_text=words)).first.get_attribute("id")
    return f"#{name}"


def test_it_opens_in_arabic_from_right_to_left(visit: Open) -> None:
    page = visit(sample())
    root = page.locator("html")
    expect(root).to_have_attribute("lang", "ar")
    expect(root).to_have_attribute("dir", "rtl")
    expect(page.locator("h1")).to_have_text("وزير النقل يعلن إعادة فتح مرفأ سهران")


def test_the_entries_stand_in_order_with_the_words_of_their_sources(visit: Open) -> None:
    assert labels(visit(sample())) == [CLOSED, COST, MET, COST_2, SOON]


@pytest.mark.parametrize(("words", "home"), [(COST, A), (CLOSED, A), (COST_2, C), (MET, C), (SOON, A)])
def test_a_click_lights_those_very_characters_also_after_emoji(visit: Open, words: str, home: str) -> None:
    page = visit(sample())
    page.locator(f"{entry(page, words)} .entry-label").click()
    assert lit(page) == words
    assert page.locator(".reader-body").text_content() == TEXTS[home]


def test_every_quote_button_lights_its_telling(visit: Open) -> None:
    page = visit(sample())
    told = [(s.id, s.page, s.content.start, s.content.end) for s in sample().statements]
    told += [(e.id, e.page, e.start, e.end) for e in sample().events]
    for name, home, start, end in told:
        page.locator(f'[data-telling="{name}"] .source').click()
        assert lit(page) == TEXTS[home][start:end]
        expect(page.locator(".reader mark.content").first).to_be_in_viewport()
    assert lit(page, "cue") == ""


def test_a_statement_also_lights_its_words_of_attribution(visit: Open) -> None:
    page = visit(sample())
    page.locator(f"{entry(page, COST)} .telling .source").click()
    assert lit(page, "cue") == "قوله"


def test_the_chain_goes_from_the_reader_to_an_origin_plainly_unnamed(visit: Open) -> None:
    page = visit(sample())
    hops = page.locator(f"{entry(page, COST)} .chain .hop")
    names = [hop.locator(".hop-name").text_content() for hop in hops.all()]
    assert names == ["القارئ", "المرسى", "وكالة بحرين الغد", "مصدر مطلع على الأعمال"]
    expect(hops.last).to_contain_text("مصدر لم يُسمَّ")
    expect(hops.last).to_contain_text("المصدر")
    boxes = [hop.bounding_box() for hop in hops.all()]
    lefts = [box["x"] for box in boxes if box]
    assert lefts == sorted(lefts, reverse=True)


def test_each_hop_opens_the_words_that_it_rests_on(visit: Open) -> None:
    page = visit(sample())
    hops = page.locator(f"{entry(page, COST)} .chain button")
    for number, words in enumerate(["وزير النقل يعلن إعادة فتح مرفأ سهران", "ونقلت وكالة بحرين الغد", "قوله"]):
        hops.nth(number).click()
        assert lit(page) == words


def test_independent_origins_and_copies_that_do_not_count_are_numbered(visit: Open) -> None:
    page = visit(sample())
    tallies = page.locator(f"{entry(page, SOON)} .tallies")
    expect(tallies).to_contain_text("أصل مستقل واحد: المرسى")
    expect(tallies).to_contain_text("مقال واحد لم يُحتسب")
    expect(page.locator(f"{entry(page, SOON)} .telling-copy")).to_contain_text("نسخة: لا تُحتسب أصلًا")


def test_a_conflict_shows_both_sides_and_opens_each(visit: Open) -> None:
    page = visit(sample())
    conflict = page.locator(f"{entry(page, COST)} .conflict")
    expect(conflict).to_contain_text("خلاف: العدد")
    assert conflict.locator("strong").all_text_contents() == ["40 مليون", "65 مليون"]
    conflict.locator(".source").nth(1).click()
    assert lit(page) == "65 مليون"


def test_the_words_that_date_an_event_open(visit: Open) -> None:
    page = visit(sample())
    page.locator(f"{entry(page, MET)} .dated button").click()
    assert lit(page) == "يوم الأربعاء"


def test_sentences_that_nothing_covers_are_counted_and_marked(visit: Open) -> None:
    page = visit(sample())
    expect(page.locator(".figures")).to_contain_text("جمل لم يغطها شيء25")
    page.locator("[data-view=pages]").click()
    expect(page.locator("#view-pages")).to_contain_text("2 من 8")
    page.locator("#view-pages .source").first.click()
    assert page.locator(".reader .uncovered").all_text_contents() == [UNCOVERED]


def test_parts_outside_the_article_are_folded_and_named(visit: Open) -> None:
    page = visit(sample())
    page.locator(f"{entry(page, COST)} .telling .source").click()
    furniture = page.locator(".reader .furniture")
    expect(furniture).to_have_count(2)
    expect(furniture.first.locator("p").first).to_be_hidden()
    furniture.first.locator("summary").click()
    expect(furniture.first.locator("p").first).to_be_visible()


def test_a_page_leads_back_to_its_entries(visit: Open) -> None:
    page = visit(sample())
    page.locator("[data-view=pages]").click()
    page.locator("#view-pages .source").first.click()
    page.locator(".told summary").click()
    expect(page.locator(".told a")).to_have_text([SOON, COST, CLOSED])
    page.locator(".told a").nth(1).click()
    expect(page.locator(entry(page, COST))).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(".reader")).to_be_hidden()


def test_the_way_to_an_entry_is_open_even_when_filters_hide_it(visit: Open) -> None:
    page = visit(sample())
    page.locator("select[name=outlet]").select_option("وكالة بحرين الغد")
    assert labels(page) == [COST]
    page.get_by_role("link", name="إلى مدخل هذا القول").click()
    expect(page.locator(entry(page, COST_2))).to_be_focused()


def test_several_stories_are_told_and_chosen(visit: Open) -> None:
    one = StoryItem(id="story/1", label="قصة صغيرة", pages=[C], claims=["claim/3"])
    two = StoryItem(id="story/2", label="قصة كبيرة", pages=[A, B], claims=["claim/1", "claim/2", "claim/4"])
    page = visit(msgspec.structs.replace(sample(), stories=[one, two]))
    expect(page.locator("h1")).to_have_text("قصة كبيرة")
    expect(page.locator(".more-stories")).to_contain_text("وقصة أخرى في الملف")
    page.locator("select[name=story]").select_option("story/1")
    assert labels(page) == [COST_2]


def test_what_no_claim_took_up_and_what_has_no_date_is_still_there(visit: Open) -> None:
    page = visit(msgspec.structs.replace(sample(), claims=[], timeline=[], conflicts=[], stories=[]))
    expect(page.locator(".entry")).to_have_count(6)
    expect(page.locator(".period").last).to_have_text("بلا تاريخ معروف")
    expect(page.locator(".entry").last).to_contain_text("بلا تاريخ معروف")
    expect(page.locator(".entry", has_text=COST_2).locator(".entry-grain")).to_have_text("نُشر: 6 مارس 2031")


def test_markup_in_a_page_stays_text(visit: Open) -> None:
    page = visit(sample())
    page.locator(f"{entry(page, COST_2)} .telling .source").click()
    expect(page.locator(".reader-body")).to_contain_text(ATTACK)
    assert page.locator("#app img, #app script, #app b").count() == 0
    assert "broken" not in page.title()
    page.locator("[data-view=failures]").click()
    expect(page.locator(".failure")).to_contain_text("الملف فارغ <b>0</b>")


def test_only_web_addresses_become_links(visit: Open) -> None:
    page = visit(sample())
    page.locator("[data-view=pages]").click()
    buttons = page.locator("#view-pages .source")
    buttons.nth(0).click()
    expect(page.locator(".reader a.outside")).to_have_attribute("href", "https://example.org/harbour")
    buttons.nth(1).click()
    expect(page.locator(".reader a.outside")).to_have_count(0)


def test_the_policy_stops_scripts_handlers_styles_and_images(chromium: Browser, tmp_path: Path) -> None:
    path = tmp_path / "dossier.html"
    path.write_bytes(write(sample()))
    page = chromium.new_page()
    blocked: list[str] = []
    page.on("console", lambda message: blocked.append(message.text))
    page.goto(path.as_uri())
    page.evaluate("""() => {
        const box = document.createElement("div");
        const image = `<img src="https://example.org/x.png" onerror="window.ran = 1">`;
        box.innerHTML = `${image}<p id="p" style="color: red">x</p>`;
        const script = document.createElement("script");
        script.textContent = "window.ran = 2";
        document.body.append(box, script);
    }""")
    page.wait_for_function("() => true")
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.querySelector('#p').style.color") == ""
    assert any("script-src" in text for text in blocked)
    assert any("style-src" in text for text in blocked)
    page.close()


@pytest.mark.parametrize(
    ("field", "choice", "left"),
    [
        ("person", "person/2", [COST_2]),
        ("person", "person/1", [MET, SOON]),
        ("person", "unnamed/1", [COST]),
        ("outlet", "شبكة الضفة", [MET, COST_2]),
        ("outlet", "وكالة بحرين الغد", [COST]),
        ("kind", "event", [CLOSED, MET]),
        ("kind", "statement:stress", [COST_2]),
        ("kind", "event:CONSULT", [MET]),
    ],
)
def test_filters_by_person_outlet_and_kind(visit: Open, field: str, choice: str, left: list[str]) -> None:
    page = visit(sample())
    page.locator(f"select[name={field}]").select_option(choice)
    assert labels(page) == left
    assert page.locator(".marks .mark").count() == len(left) - (CLOSED in left)


def test_filters_by_time_take_in_every_entry_that_may_lie_in_it(visit: Open) -> None:
    page = visit(sample())
    page.locator("input[name=from]").fill("2031-03-05")
    assert labels(page) == [MET, COST_2, SOON]
    page.locator("input[name=to]").fill("2031-03-31")
    assert labels(page) == [MET, COST_2]
    page.locator("input[name=from]").fill("2015-06-01")
    page.locator("input[name=to]").fill("2015-06-02")
    assert labels(page) == [CLOSED]


def test_filters_by_words_conflict_and_back_to_all(visit: Open) -> None:
    page = visit(sample())
    page.locator("input[name=search]").fill("ملِيون")
    assert labels(page) == [COST, COST_2]
    page.locator("input[name=search]").fill("")
    page.locator("input[name=conflicts]").check()
    assert labels(page) == [COST, COST_2]
    page.locator("select[name=kind]").select_option("event")
    assert labels(page) == []
    expect(page.locator(".filter-count")).to_have_text("لا مدخل من 5")
    expect(page.get_by_text("لا مدخل يطابق هذه التصفية")).to_be_visible()
    page.get_by_role("button", name="امسح التصفية").click()
    assert len(labels(page)) == 5


def test_dragging_over_the_axis_chooses_the_days_under_it(visit: Open) -> None:
    page = visit(sample())
    bar = page.locator(".mark.bar").bounding_box()
    stage = page.locator(".stage").bounding_box()
    assert bar
    assert stage
    page.mouse.move(bar["x"] - 4, stage["y"] + 8)
    page.mouse.down()
    page.mouse.move(bar["x"] + bar["width"] - 4, stage["y"] + 8, steps=4)
    page.mouse.up()
    assert labels(page) == [SOON]


def test_the_axis_is_true_to_time(visit: Open) -> None:
    page = visit(sample())
    dots = [dot.bounding_box() for dot in page.locator(".mark.dot").all()]
    middles = [dot["x"] + dot["width"] / 2 for dot in dots if dot]
    bar = page.locator(".mark.bar").bounding_box()
    assert bar
    day = (middles[0] - middles[2]) / 2
    assert middles[0] > middles[1] > middles[2], "time runs from right to left"
    assert middles[0] - middles[1] == pytest.approx(day, abs=1)
    assert bar["width"] == pytest.approx(30 * day, rel=0.02), "April, uncertain, is drawn in its whole length"
    assert middles[2] - (bar["x"] + bar["width"]) == pytest.approx(25.5 * day, rel=0.03)


def test_old_background_does_not_squeeze_the_running_story(visit: Open) -> None:
    page = visit(sample())
    marks = page.locator(".marks .mark")
    expect(marks).to_have_count(4)
    expect(page.get_by_role("button", name="القصة الجارية")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("button", name="أقدم (1)")).to_be_enabled()
    page.get_by_role("button", name="كل الزمن").click()
    expect(marks).to_have_count(5)
    expect(page.get_by_role("button", name="أقدم")).to_be_disabled()


def test_the_axis_comes_closer_and_goes_along(visit: Open) -> None:
    page = visit(sample())
    closer = page.get_by_role("button", name="تقريب")
    for _ in range(6):
        closer.click()
        assert page.locator(".marks .mark").count() > 0, "closer never ends where nothing is"
    expect(page.get_by_role("button", name="أحدث (1)")).to_be_enabled()
    page.get_by_role("button", name="أحدث").click()
    page.get_by_role("button", name="القصة الجارية").click()
    expect(page.locator(".marks .mark")).to_have_count(4)


def test_the_keyboard_alone_goes_the_whole_way(visit: Open) -> None:
    page = visit(sample())
    press = page.keyboard.press
    press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    for _ in range(40):
        press("Tab")
        if page.evaluate("document.activeElement.classList.contains('mark')"):
            break
    marks = page.locator(".marks .mark")
    expect(marks.nth(0)).to_be_focused()
    press("ArrowLeft")
    expect(marks.nth(1)).to_be_focused()
    press("End")
    expect(marks.last).to_be_focused()
    press("Home")
    expect(page.locator(".axis-preview")).to_contain_text(COST)
    press("Enter")
    expect(page.locator(entry(page, COST))).to_be_focused()
    press("Tab")
    for _ in range(3):
        press("Tab")
    opener = page.locator(f"{entry(page, COST)} .telling .source")
    expect(opener).to_be_focused()
    press("Enter")
    assert lit(page) == COST
    expect(page.locator(".reader-body")).to_be_focused()
    press("Escape")
    expect(page.locator(".reader")).to_be_hidden()
    expect(opener).to_be_focused()


def test_what_has_the_focus_is_seen(visit: Open) -> None:
    page = visit(sample())
    for _ in range(14):
        page.keyboard.press("Tab")
        outline = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert outline >= 2


def test_every_control_has_a_name(visit: Open) -> None:
    page = visit(sample())
    for view in ("people", "pages", "failures", "timeline"):
        page.locator(f"[data-view={view}]").click()
    page.locator(".telling .source").first.click()
    nameless = page.evaluate("""() => [...document.querySelectorAll("button, a, input, select, summary")]
        .filter((one) => ![one.getAttribute("aria-label"), one.closest("label")?.textContent, one.textContent]
            .some((name) => name?.trim()))
        .map((one) => one.outerHTML)""")
    assert nameless == []


def test_the_language_switches_and_back(visit: Open) -> None:
    page = visit(sample())
    page.locator("select[name=kind]").select_option("event")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("html")).to_have_attribute("dir", "ltr")
    expect(page.locator("[data-view=timeline]")).to_contain_text("Time line")
    expect(page.get_by_role("button", name="English")).to_be_focused()
    assert labels(page) == [CLOSED, MET], "the filters stay"
    page.locator(f"{entry(page, MET)} .telling .source").click()
    assert lit(page) == MET
    expect(page.locator(f"{entry(page, MET)} .entry-date")).to_contain_text("5 March 2031")
    page.keyboard.press("Escape")
    page.get_by_role("button", name="العربية").click()
    expect(page.locator("html")).to_have_attribute("dir", "rtl")
    expect(page.locator(f"{entry(page, MET)} .entry-date")).to_contain_text("5 مارس 2031")


def test_dates_are_no_finer_than_known(visit: Open) -> None:
    page = visit(sample())
    expect(page.locator(f"{entry(page, CLOSED)} .entry-date")).to_have_text("2015")
    expect(page.locator(f"{entry(page, CLOSED)} .entry-grain")).to_contain_text("سنة")
    expect(page.locator(f"{entry(page, SOON)} .entry-date")).to_have_text("أبريل 2031")


def test_people_and_offices_say_who_held_what_when(visit: Open) -> None:
    page = visit(sample())
    page.locator("[data-view=people]").click()
    holders = page.locator(".office dd")
    expect(holders.nth(0)).to_contain_text("سالم الهادي")
    expect(holders.nth(0)).to_contain_text("من 1 يناير 2026 إلى 31 مايو 2030")
    expect(holders.nth(1)).to_contain_text("نادر الصافي")
    expect(holders.nth(1)).to_contain_text("منذ 1 يونيو 2030")
    card = page.locator(".people .card", has_text="نادر الصافي")
    card.locator(".mentions summary").click()
    card.locator(".mentions button").first.click()
    assert lit(page) == "نادر الصافي"


def test_failures_are_shown_with_what_to_do(visit: Open) -> None:
    page = visit(sample())
    page.get_by_role("link", name="مصدر واحد لم تتم قراءته.").click()
    expect(page.locator(".failure")).to_contain_text("broken.html")
    expect(page.locator(".failure")).to_contain_text("احفظ الصفحة من جديد")


def test_an_empty_dossier_says_what_happened(visit: Open) -> None:
    page = visit(bare())
    expect(page.locator("main")).to_contain_text("قُرئ كل ما أُعطي للبرنامج")
    page.locator("[data-view=timeline]").click()
    expect(page.locator("main")).to_contain_text("لا قول ولا حدث في هذا الملف")


def test_a_dossier_of_failures_only_opens_on_them(visit: Open) -> None:
    failure = FailureItem(source="x.bin", stage="read", error="not text", cure="Leave it out.")
    page = visit(bare(failures=[failure]))
    expect(page.locator(".failure")).to_be_visible()
    expect(page.locator(".failure")).to_contain_text("not text")
    expect(page.locator(".failure")).to_contain_text("اتركه")


def test_a_shortened_file_says_so_and_still_lights_the_same_characters(visit: Open) -> None:
    page = visit(sample(), most_bytes=1)
    expect(page.locator(".masthead")).to_contain_text("لا يحمل من نصوص الصفحات إلا المقاطع المستشهد بها")
    page.locator(f"{entry(page, COST)} .entry-label").click()
    assert lit(page) == COST
    expect(page.locator(".reader-head")).to_contain_text("إلا المقاطع المستشهد بها")
    assert page.locator(".reader .cut").count() > 0
    page.locator(f"{entry(page, COST_2)} .entry-label").click()
    assert lit(page) == COST_2


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [380, 800, 1366])
def test_nothing_is_wider_than_the_screen(visit: Open, width: int, scheme: str) -> None:
    page = visit(sample(), width=width, scheme=scheme)
    for view in ("people", "pages", "failures", "timeline"):
        page.locator(f"[data-view={view}]").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.locator(f"{entry(page, COST)} .telling .source").click()
    assert lit(page) == COST
    assert page.evaluate("document.querySelector('.reader-body').scrollWidth") <= width


def test_the_vendored_font_draws_the_arabic(visit: Open) -> None:
    page = visit(sample())
    page.evaluate("document.fonts.ready")
    loaded = page.evaluate(
        "[...document.fonts].filter((face) => face.status === 'loaded').map((face) => face.family)"
    )
    assert set(loaded) == {'"Noto Naskh Arabic"'} or set(loaded) == {"Noto Naskh Arabic"}


def test_line_ends_and_signs_of_direction_move_nothing(visit: Open) -> None:
    turn, back = "\u202e", "\u202c"
    text = TEXTS[A].replace("\n", "\r\n", 2).replace("عشر", f"{turn}عشر{back}")
    dossier = sample()
    pages = [msgspec.structs.replace(dossier.pages[0], text=text), *dossier.pages[1:]]
    page = visit(msgspec.structs.replace(dossier, pages=pages))
    page.locator("[data-view=pages]").click()
    page.locator("#view-pages .source").first.click()
    assert page.locator(".reader-body").text_content() == text


def test_of_many_entries_a_part_is_drawn_until_more_are_wanted(visit: Open) -> None:
    dossier = sample()
    first = date(2031, 1, 1)
    days = [(first + timedelta(n // 2)).isoformat() for n in range(400)]
    many = [
        TimelineItem(when=Days(first=d, last=d, grain="day"), label=COST, place=dossier.timeline[1].place, claims=[])
        for d in days
    ]
    page = visit(msgspec.structs.replace(dossier, claims=[], statements=[], events=[], timeline=many))
    expect(page.locator(".filter-count")).to_contain_text("400")
    assert page.locator(".entry").count() < 200
    page.locator(".mark").first.focus()
    page.keyboard.press("End")
    assert page.locator(".mark").count() <= 400
    page.goto(f"{page.url}#e-400")
    expect(page.locator("#e-400")).to_be_focused()
    expect(page.locator(".entry")).to_have_count(400)


EXAMPLES = Path(__file__).parents[2] / "examples"
READ_ALL = """() => {
    while (!document.querySelector(".more").hidden) document.querySelector(".more").click();
    for (const more of document.querySelectorAll("details")) more.open = true;
    const told = [...document.querySelectorAll("[data-telling]")].map((telling) => {
        telling.querySelector(".source").click();
        const lit = [...document.querySelectorAll(".reader mark.content")];
        return [telling.dataset.telling, lit.map((mark) => mark.textContent).join("")];
    });
    const hops = [...document.querySelectorAll(".chain button")].map((hop) => {
        hop.click();
        return document.querySelectorAll(".reader mark.content").length;
    });
    return { told: Object.fromEntries(told), hops };
}"""


def test_every_telling_of_the_example_story_lights_its_very_characters(visit: Open) -> None:
    dossier = build([EXAMPLES / "pages"], worlds=[EXAMPLES / "world"])
    texts = {page.id: page.text for page in dossier.pages}
    wanted = {s.id: texts[s.page][s.content.start : s.content.end] for s in dossier.statements}
    wanted |= {e.id: texts[e.page][e.start : e.end] for e in dossier.events}
    page = visit(dossier)
    found = page.evaluate(READ_ALL)
    assert found["told"] == wanted
    assert 0 not in found["hops"], "every hop opens words"


def test_page_texts_of_the_sample_hold_their_statements() -> None:
    assert SOON in TEXTS[B]


def test_positions_stand_matter_by_matter_in_both_languages(visit: Open) -> None:
    page = visit(sample())
    page.locator('[data-view="positions"]').click()
    matter = page.locator(".positions .card")
    expect(matter).to_have_count(1)
    expect(matter.locator("h3")).to_have_text("مرفأ سهران")
    expect(matter.locator(".stance .act")).to_have_text(["خطة", "رفض"])
    expect(matter.locator("blockquote").first).to_have_text(SOON)
    page.locator('.languages [lang="en"]').click()
    expect(page.locator(".positions .stance .act")).to_have_text(["plan", "refusal"])
    page.locator(".positions button.source").first.click()
    expect(page.locator("mark.content").first).to_have_text(SOON)
