"""A newcomer corrects a case by the keyboard alone, in either language: one judgement of each kind that holds."""

from __future__ import annotations

import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.request import urlopen

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from takhrij import casework
from takhrij.web.templates import LANGUAGES, words

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(path for path in (EXAMPLES / "pages").rglob("*") if path.is_file())
MOST_TABS = 250
expect.set_options(timeout=30_000)


def _takhrij(*arguments: object) -> list[str]:
    return [sys.executable, "-m", "takhrij", *map(str, arguments)]


@pytest.fixture(params=LANGUAGES, scope="module")
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def case(language: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp(f"corrected-{language}") / "bridge.case"
    subprocess.run(_takhrij("new", path, "--world", EXAMPLES / "world"), check=True, capture_output=True)
    return path


@pytest.fixture(scope="module")
def page(case: Path, chromium: Browser) -> Iterator[Page]:
    """One person at a server of an empty case; whatever goes wrong in the console is written down."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://127.0.0.1:{port}"
    wrong: list[str] = []
    with subprocess.Popen(_takhrij("serve", case, "--port", port), stdout=subprocess.DEVNULL) as server:
        for _ in range(150):
            try:
                urlopen(f"{address}/api/status").close()
                break
            except OSError:
                time.sleep(0.2)
        with chromium.new_context(base_url=address) as context:
            opened = context.new_page()
            opened.on("console", lambda m: wrong.append(m.text) if m.type in {"error", "warning"} else None)
            opened.on("pageerror", lambda error: wrong.append(str(error)))
            yield opened
        server.terminate()
    assert wrong == []


@pytest.fixture
def t(language: str) -> dict[str, str]:
    return words(language)


def _reach(page: Page, wanted: Locator) -> None:
    """Press Tab until something has the focus, as a person without a mouse does."""
    expect(wanted).to_be_attached()
    for _ in range(MOST_TABS):
        if wanted.evaluate("e => e === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"the keyboard does not reach {wanted}")


def _enter(page: Page) -> None:
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


def _press(page: Page, wanted: Locator) -> None:
    _reach(page, wanted)
    _enter(page)


def _open(page: Page, wanted: Locator) -> None:
    _reach(page, wanted)
    page.keyboard.press("Enter")


def _write(page: Page, wanted: Locator, told: str) -> None:
    _reach(page, wanted)
    page.keyboard.type(told)


def _go(page: Page, view: str) -> None:
    _press(page, page.locator(f'nav a[href="{view}"]'))


def _keep(page: Page, form: Locator, note: str) -> None:
    """Sign a judgement and keep it."""
    by = form.locator('input[name="by"]')
    if not by.input_value():
        _write(page, by, "هدى")
    _write(page, form.locator('input[name="note"]'), note)
    _press(page, form.locator("button"))
    expect(page).to_have_url(re.compile(r"/judgements$"))


def _sound(page: Page) -> None:
    found = Axe().run(page).response["violations"]
    assert [(f["id"], f["nodes"][0]["html"]) for f in found if f["impact"] in {"serious", "critical"}] == []


def test_an_empty_case_is_filled(page: Page, t: dict[str, str], language: str) -> None:
    page.goto("/")
    if language != LANGUAGES[0]:
        _press(page, page.locator(f'nav a[lang="{language}"]'))
    expect(page.get_by_text(t["empty.new"])).to_be_visible()
    _press(page, page.locator('.none a[href="/upload"]'))
    _reach(page, page.locator("#files"))
    page.locator("#files").set_input_files(FILES)
    _open(page, page.locator("#drop button"))
    expect(page.locator("#counts a")).to_be_visible(timeout=120_000)
    expect(page.locator("#work")).to_contain_text(t["work.idle"])
    expect(page.locator("#held")).to_have_text(str(len(FILES) + 2))  # one file has three lines
    _press(page, page.locator("#counts a"))
    expect(page.locator(".timeline li").nth(10)).to_be_visible()
    _sound(page)


def test_a_statement_is_given_to_who_said_it(page: Page, t: dict[str, str]) -> None:
    _write(page, page.locator("#find"), '"غواصين من البحرية"')
    _enter(page)
    _press(page, page.locator(".hit a").first)
    expect(page.locator(".telling .chain").first).to_contain_text("سليم الورداني")
    _press(page, page.locator('.telling .from a[href^="/correct"]').first)
    _sound(page)
    said = page.locator("#said").first
    _write(page, said.locator('input[name="named"]'), "الجلندي")
    _enter(page)
    form = page.locator("#said form.ruling").first
    _reach(page, form.locator('input[name="speaker"]').first)
    expect(form.locator(".choice").first).to_contain_text("طارق الجلندي")
    expect(form.locator(".choice").first).to_contain_text(t["figure.pages"])
    _keep(page, form, "سمعناه")


def test_an_article_is_given_its_day(page: Page) -> None:
    _go(page, "/pages")
    _press(page, page.locator("tbody tr", has_text="06-resignation").locator("a").first)
    _press(page, page.locator('section.card a[href^="/correct"]').first)
    form = page.locator("#date form.ruling")
    _write(page, form.locator('input[name="value"]'), "2024-11-03")
    _keep(page, form, "رأينا العدد")


def test_two_articles_that_are_one_are_joined(page: Page, t: dict[str, str]) -> None:
    _go(page, "/pages")
    _press(page, page.locator("tbody tr", has_text="03-aggregator").locator("a").first)
    _sound(page)
    _press(page, page.locator('section.card a[href^="/correct"]').first)
    joined = page.locator("details.card", has=page.get_by_role("heading", name=t["correct.join"]))
    _open(page, joined.locator("summary"))
    _keep(page, joined.locator("form"), "مقال واحد")


def test_an_article_is_parted_where_a_second_begins(page: Page) -> None:
    _go(page, "/pages")
    _press(page, page.locator("tbody tr", has_text="02-toll").locator("a").first)
    _press(page, page.locator('section.card a[href^="/correct"]').first)
    split = page.locator("#split")
    _open(page, split.locator("summary"))
    _reach(page, split.locator("select"))
    for _ in range(2):
        page.keyboard.press("ArrowDown")
    _keep(page, split.locator("form"), "مقالان")


def test_what_is_no_copy_is_none(page: Page) -> None:
    _go(page, "/copies")
    _sound(page)
    _press(page, page.locator('tbody a[href^="/copies/"]').first)
    _open(page, page.locator("details.judge summary"))
    _sound(page)
    _keep(page, page.locator("details.judge form"), "يدان")


def test_two_names_of_one_person_are_joined_by_searching_and_choosing(page: Page) -> None:
    _go(page, "/entities")
    _sound(page)
    _write(page, page.locator('.filter input[name="named"]'), "رامي العسلي")
    _enter(page)
    _press(page, page.locator("tbody a").first)
    _sound(page)
    _press(page, page.locator('a.button[href^="/correct/person"]'))
    same = page.locator("#same")
    _write(page, same.locator('input[name="named"]'), "ماجد")
    _enter(page)
    expect(same.locator(".choice")).to_contain_text(["ماجد الورداني"])
    _sound(page)
    _keep(page, same.locator("form.ruling"), "اسم مستعار")


def test_a_place_that_means_another_is_parted(page: Page) -> None:
    _go(page, "/entities")
    _write(page, page.locator('.filter input[name="named"]'), "سليم الورداني")
    _enter(page)
    _press(page, page.locator("tbody a").first)
    _press(page, page.locator('a.button[href^="/correct/person"]'))
    other = page.locator("#other")
    choices = other.locator('input[name="right"]')
    _reach(page, choices.first)
    page.keyboard.press("Space")
    for _ in range(choices.count()):
        if "سليم" in choices.locator("xpath=..").filter(has=page.locator(":checked")).inner_text():
            break
        page.keyboard.press("ArrowDown")
    _keep(page, other.locator("form"), "سميّ له")


def test_all_hold_are_shown_as_a_persons_and_one_is_taken_back(page: Page, t: dict[str, str], case: Path) -> None:
    expect(page.get_by_text(t["standing.waiting"])).to_have_count(0, timeout=120_000)
    expect(page.locator(".rulings")).to_have_count(0, timeout=120_000)
    assert {(j.ruling, j.status) for j in casework.read(case).judgements} == {
        (ruling, "applied")
        for ruling in (
            *("not said by", "wrong date", "wrong split"),
            *("not a copy", "same person", "not the same person"),
        )
    }
    _sound(page)
    _write(page, page.locator("#find"), '"غواصين من البحرية"')
    _enter(page)
    _press(page, page.locator(".hit a").first)
    told = page.locator(".telling", has_text="غواصين من البحرية").first
    expect(told.locator(".chain")).to_contain_text("طارق الجلندي")
    expect(told.locator(".ruled").first).to_contain_text("سمعناه")
    expect(told.locator(".ruled").last).to_contain_text("سليم الورداني")
    _sound(page)
    _go(page, "/judgements")
    _press(page, page.locator('form[action="/judgements/withdraw"] button').last)
    expect(page.get_by_text(t["standing.withdrawn"], exact=True)).to_have_count(1, timeout=120_000)
    _write(page, page.locator("#find"), '"غواصين من البحرية"')
    _enter(page)
    _press(page, page.locator(".hit a").first)
    expect(page.locator(".telling .chain").first).to_contain_text("سليم الورداني")


def test_words_are_selected_in_a_page_and_corrected(page: Page, t: dict[str, str]) -> None:
    page.goto("/pages")
    page.locator("tbody tr", has_text="02-toll").locator("a").first.click()
    page.locator("#text .statement").first.evaluate("e => getSelection().selectAllChildren(e)")
    expect(page.get_by_role("link", name=t["correct.selected"])).to_be_visible()
    chosen = page.locator("#text .statement").first.inner_text()
    page.get_by_role("link", name=t["correct.selected"]).click()
    expect(page.locator("blockquote mark").first).to_have_text(chosen.strip())


def test_choosing_another_language_keeps_what_was_searched(page: Page) -> None:
    page.goto("/search?query=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1&kind=statement")
    hits = page.locator(".hit").count()
    page.locator("nav a[lang]").click()
    assert "kind=statement" in page.url
    expect(page.locator(".hit")).to_have_count(hits)
    page.locator("nav a[lang]").click()
