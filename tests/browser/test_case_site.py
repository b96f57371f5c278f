"""A newcomer's whole way through a case in a real Chromium: from an empty case to a claim and its chain."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from takhrij import casework

STORY = Path(__file__).parents[2] / "examples" / "pages"
WORLD = Path(__file__).parents[2] / "examples" / "world"


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of an empty case, as a person starts it."""
    case = tmp_path_factory.mktemp("served") / "bridge.case"
    casework.new(case, [WORLD])
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "takhrij", "serve", str(case), "--port", str(port)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL) as server:
        for _ in range(100):
            try:
                urlopen(f"http://127.0.0.1:{port}/api/status").close()
                break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}"
        server.terminate()


@pytest.fixture(scope="module")
def reader(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    """One person: what goes wrong in the console, and what is asked of any other machine, is written down."""
    with chromium.new_context(base_url=address) as context:
        yield context


@pytest.fixture
def page(reader: BrowserContext, address: str) -> Iterator[Page]:
    page = reader.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else wrong.append(asked.url))
    yield page
    page.close()
    assert wrong == []


def test_pages_are_chosen_and_become_a_time_line(page: Page) -> None:
    page.goto("/")
    expect(page.get_by_text("الملف فارغ")).to_be_visible()
    page.get_by_role("navigation").get_by_role("link", name="إضافة صفحات").click()
    page.get_by_label("أفلت الصفحات هنا").set_input_files(sorted(STORY.glob("*.txt"))[:8])
    page.get_by_role("button", name="أضف", exact=True).click()
    expect(page.locator("#work")).to_have_text("تُقرأ الصفحات وتُربط… ", timeout=20_000)
    expect(page.locator("#work")).to_have_text("لا عمل جارٍ. ", timeout=90_000)
    assert page.locator("#held").inner_text() == "8"
    page.get_by_role("link", name="الخط الزمني", exact=True).click()
    assert page.locator(".timeline li").count() > 5


def test_a_claim_leads_to_its_chain_and_the_very_words(page: Page) -> None:
    page.goto("/search?query=%22%D8%AB%D9%84%D8%A7%D8%AB%D9%8A%D9%86%20%D8%B9%D8%A7%D9%85%D8%A7%22&kind=statement")
    page.locator(".hit a").first.click()
    expect(page.locator(".chain").first).to_be_visible()
    page.locator(".telling blockquote a").first.click()
    expect(page.locator("#lit")).to_be_in_viewport()
    assert "lit" in (page.locator("#lit").get_attribute("class") or "")


def test_layers_are_switched_over_the_original_text(page: Page) -> None:
    page.goto("/pages")
    page.locator("tbody a").first.click()
    name = page.locator(".name").first
    plain = name.evaluate("e => getComputedStyle(e).backgroundColor")
    page.get_by_label("الأسماء").check()
    assert name.evaluate("e => getComputedStyle(e).backgroundColor") != plain


def test_the_keyboard_alone_is_enough(page: Page) -> None:
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="انتقل إلى المحتوى")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    entry = page.locator(".timeline a").first
    for _ in range(16):
        page.keyboard.press("Tab")
        if entry.evaluate("e => e === document.activeElement"):
            break
    expect(entry).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="من رواه")).to_be_visible()


def test_a_form_of_our_own_pages_may_write(page: Page) -> None:
    page.goto("/upload")
    page.get_by_role("button", name="حدّث الآن").click()
    expect(page.get_by_role("heading", name="إضافة صفحات")).to_be_visible()
    expect(page.locator("#work")).to_have_text("لا عمل جارٍ. ", timeout=60_000)


def test_a_file_that_cannot_be_read_is_told_with_the_cure_without_reloading(page: Page, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    page.goto("/upload")
    page.get_by_label("أفلت الصفحات هنا").set_input_files(broken)
    page.get_by_role("button", name="أضف", exact=True).click()
    expect(page.locator(".failures")).to_contain_text("broken.json", timeout=60_000)
    expect(page.locator(".failures .about").first).not_to_be_empty()
    expect(page.locator("#work")).to_have_text("لا عمل جارٍ. ", timeout=60_000)


def test_english_is_a_click_away_and_mirrors_the_page(page: Page) -> None:
    page.goto("/conflicts")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", name="Conflicts", level=1)).to_be_visible()
    assert page.locator("html").get_attribute("dir") == "ltr"
    page.get_by_role("link", name="العربية").click()
    assert page.locator("html").get_attribute("dir") == "rtl"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "view",
    [
        "/",
        "/entities",
        "/conflicts",
        "/copies",
        "/copies/0",
        "/positions",
        "/pages",
        "/search?query=%D8%AC%D8%B3%D8%B1",
        "/changes",
        "/judgements",
        "/upload",
    ],
)
def test_no_serious_fault_keeps_anybody_out(view: str, scheme: str, page: Page) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(view)
    found = Axe().run(page).response["violations"]
    serious = [
        f"{fault['id']}: {fault['nodes'][0]['html']}" for fault in found if fault["impact"] in {"serious", "critical"}
    ]
    assert serious == []


def test_a_small_screen_does_not_scroll_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    views = ("/", "/entities", "/positions", "/conflicts", "/copies", "/pages", "/changes", "/judgements", "/upload")
    for view in (*views, "/search"):
        page.goto(view)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), view


def test_a_view_prints_light_without_menus_and_forms(page: Page) -> None:
    page.emulate_media(media="print", color_scheme="dark")
    page.goto("/conflicts")
    expect(page.locator("header")).to_be_hidden()
    expect(page.locator("form.filter")).to_be_hidden()
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    tag = page.locator(".tag").first.evaluate("e => [getComputedStyle(e).color, getComputedStyle(e).backgroundColor]")
    assert tag == ["rgb(0, 0, 0)", "rgb(238, 238, 238)"]


def test_layers_stay_at_hand_on_a_long_page_and_what_is_lit_can_be_read(page: Page) -> None:
    page.emulate_media(media="screen", color_scheme="dark")
    page.set_viewport_size({"width": 900, "height": 600})
    page.goto("/pages?order=newest")
    page.locator("tbody a").first.click()
    expect(page.locator("#text")).to_be_visible()
    page.evaluate("document.getElementById('text').style.paddingBottom = '3000px'; scrollTo(0, 2000)")
    expect(page.get_by_label("الأزمنة")).to_be_in_viewport()
    ink = page.locator("#lit").evaluate("e => { e.classList.add('b-chrome'); return getComputedStyle(e).color }")
    assert ink == "rgb(31, 24, 0)"
