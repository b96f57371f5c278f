"""The time line in the hands of TimelineJS itself, in a real Chromium."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from dossier_sample import ATTACK, sample
from msgspec import json
from msgspec.structs import replace
from playwright.sync_api import Browser, Route, expect

from takhrij.exports import timelinejs

PROGRAM = Path(__file__).parents[2] / ".venv-readers" / "node_modules" / "@knight-lab" / "timelinejs" / "dist"
"""Knight Lab's program as npm gives it: `make readers`."""
HOST = "http://timeline.test/"
HOWTO = Path(__file__).parents[2] / "docs" / "howto" / "load-elsewhere.md"
FOLDER = "node_modules/@knight-lab/timelinejs/dist/"


@pytest.fixture(scope="module")
def program() -> Path:
    if not PROGRAM.exists() and os.environ.get("CI") != "true":
        pytest.skip("no TimelineJS here: `make readers`")
    return PROGRAM


def test_timelinejs_in_the_page_of_the_howto_shows_a_slide_for_every_entry_and_no_mark_up_of_a_page(
    chromium: Browser, program: Path
) -> None:
    dossier = sample()
    hostile = replace(dossier.timeline[0], label=ATTACK)
    dossier = replace(dossier, timeline=[hostile, *dossier.timeline[1:]])
    written = timelinejs.write(dossier)
    shows = HOWTO.read_text(encoding="utf-8").partition("```html\n")[2].partition("```")[0]
    context = chromium.new_context(locale="ar")
    page = context.new_page()
    said: list[str] = []
    refused: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(HOST)
        if path == "timeline.json":
            route.fulfill(body=written, content_type="application/json")
        elif path == "":
            route.fulfill(body=shows, content_type="text/html")
        elif path.startswith(FOLDER) and (program / path.removeprefix(FOLDER)).is_file():
            route.fulfill(path=program / path.removeprefix(FOLDER))
        else:
            refused.append(path)
            route.abort()

    page.route("**/*", answer)
    page.goto(HOST)
    entries = json.decode(written)["events"]
    expect(page.locator(".tl-slide")).to_have_count(len(entries))
    expect(page.locator(".tl-timemarker")).to_have_count(len(entries))
    shown = page.locator(".tl-slide .tl-headline").all_text_contents()
    assert sorted(shown) == sorted(entry.label for entry in dossier.timeline)
    assert page.title() == "الخط الزمني"
    assert (said, [path for path in refused if path != "favicon.ico"]) == ([], [])
    context.close()
