"""A case in the browser, asked as a program asks: every view, hostile words, and who is refused."""

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from litestar import Litestar
from litestar.testing import TestClient
from schemathesis.specs.openapi.checks import positive_data_acceptance

from takhrij import casework
from takhrij.contract import Dossier
from takhrij.web import application
from takhrij.web.layers import Layer, pieces, side_by_side
from takhrij.web.templates import LANGUAGES, words

STORY = Path(__file__).parents[2] / "examples" / "pages"
WORLD = Path(__file__).parents[2] / "examples" / "world"
AT = "2026-11-22T07:00:00Z"
HOSTILE = (
    "قال <script>alert(1)</script> & \"'\u202eوزير\n\n"
    + "قال وزير النقل سامي الحلواني إن <b>الجسر</b> لن يفتح.\n" * 4
)
HOST = "testserver.local"


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("web")
    path = folder / "bridge.case"
    (folder / "hostile.txt").write_text(HOSTILE, encoding="utf-8")
    casework.new(path, [WORLD])
    casework.add(path, [STORY, folder / "hostile.txt"], AT)
    casework.update(path, AT)
    return path


@pytest.fixture(scope="module")
def dossier(bridge: Path) -> Dossier:
    return casework.read(bridge)


@pytest.fixture
def client(bridge: Path) -> Iterator[TestClient[Litestar]]:
    with TestClient(application(bridge, hosts=[HOST])) as made:
        yield made


def _views(dossier: Dossier) -> list[str]:
    told = max(dossier.claims, key=lambda claim: len(claim.statements))
    person = next(entity for entity in dossier.entities if entity.kind == "person")
    quoted = dossier.statements[0]
    return [
        "/",
        "/?since=2024-10-01&until=2024-10-31",
        f"/?story={dossier.stories[0].id}",
        f"/claims/{told.id}",
        *(f"/claims/{claim.id}" for claim in dossier.claims),
        f"/tellings/{quoted.id}",
        "/entities",
        "/entities?kind=outlet",
        "/entities?named=%D8%A7%D9%84",
        f"/entities/{person.id}",
        "/positions",
        "/conflicts",
        "/conflicts?about=number",
        "/copies",
        "/copies/0",
        "/pages",
        "/pages?named=collapse",
        *(f"/pages/{page.id}" for page in dossier.pages),
        f"/pages/{quoted.page}?lit={quoted.content.start}-{quoted.content.end}",
        "/search",
        "/search?query=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1&kind=statement",
        "/search?query=((",
        "/changes",
        "/changes?since=nonsense",
        "/upload",
        "/judgements",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_view_is_shown_in_both_languages(language: str, client: TestClient[Litestar], dossier: Dossier) -> None:
    client.get(f"/language/{language}")
    for view in _views(dossier):
        answer = client.get(view)
        assert answer.status_code == 200, view
        assert f'<html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}">' in answer.text


def test_both_languages_have_words_for_everything() -> None:
    assert words("ar").keys() == words("en").keys()
    assert all(words("ar").values())
    assert not [key for key, told in words("en").items() if re.search("[\u0600-\u06ff]", told) and key != "other"]


def test_a_view_shows_the_words_of_the_page_and_the_whole_chain(
    client: TestClient[Litestar], dossier: Dossier
) -> None:
    long = max(dossier.statements, key=lambda statement: len(statement.chain))
    shown = client.get(f"/tellings/{long.id}").text
    assert all(hop.name in shown for hop in long.chain)
    text = next(page.text for page in dossier.pages if page.id == long.page)
    assert " ".join(text[long.content.start : long.content.end].split()) in shown.replace("&#34;", '"')


def test_markup_in_a_page_is_text(client: TestClient[Litestar], dossier: Dossier) -> None:
    hostile = next(page.id for page in dossier.pages if page.source.endswith("hostile.txt"))
    for view in (f"/pages/{hostile}", "/", "/search?query=%D8%A7%D9%84%D8%AC%D8%B3%D8%B1", "/search?query=<script>"):
        shown = client.get(view).text
        assert "<script>alert" not in shown
        assert "<b>ال" not in shown
        assert shown.count("<script") == 1  # our own


def test_nothing_may_run_or_load_but_the_servers_own(client: TestClient[Litestar]) -> None:
    answer = client.get("/")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert not re.findall(r'(?:src|href)="(?:https?:)?//', answer.text)
    assert not re.search(r"<[^>]+\son\w+=|<[^>]+\sstyle=", answer.text)


def test_a_foreign_name_of_the_server_is_refused(client: TestClient[Litestar]) -> None:
    assert client.get("/", headers={"host": "evil.example"}).status_code == 403
    assert client.get("/api/status", headers={"host": "evil.example:8300"}).status_code == 403


@pytest.mark.parametrize(
    "headers", [{"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"}]
)
def test_a_page_of_another_site_may_not_write(headers: dict[str, str], client: TestClient[Litestar]) -> None:
    assert client.post("/update", headers=headers).status_code == 403
    assert client.post("/judgements/new", headers=headers, data={"ruling": "withdrawn"}).status_code == 403
    assert client.post("/upload/files", headers=headers, files={"data": ("a.txt", b"a")}).status_code == 403


def test_without_the_token_nobody_is_answered_and_with_it_the_address_loses_it(bridge: Path) -> None:
    with TestClient(application(bridge, token="secret", hosts=[HOST])) as client:
        for view in ("/", "/api/status", "/static/case.css", "/api/openapi.json"):
            assert client.get(view).status_code == 401
        assert client.get("/?token=wrong").status_code == 401
        assert client.get("/api/status", headers={"authorization": "Bearer secret"}).status_code == 200
        first = client.get("/?token=secret", follow_redirects=False)
        assert first.headers["location"] == "/"
        assert "HttpOnly" in first.headers["set-cookie"]
        assert "SameSite=strict" in first.headers["set-cookie"]
        assert client.get("/").status_code == 200


def test_a_server_on_every_address_answers_to_any_name_but_only_with_the_token(bridge: Path) -> None:
    with TestClient(application(bridge, token="secret", hosts=["*"])) as client:
        for path in ("/", "/static/case.js", "/api/status", "/api/openapi.json"):
            assert client.get(path, headers={"host": "Newsroom:8300"}).status_code == 401
            told = {"host": "Newsroom:8300", "authorization": "Bearer secret"}
            assert client.get(path, headers=told).status_code == 200
    with pytest.raises(ValueError, match="token"):
        application(bridge, hosts=["*"])


def test_numbers_too_large_for_the_case_are_answered(client: TestClient[Litestar], dossier: Dossier) -> None:
    large = "9" * 25
    assert client.get(f"/?first={large}").status_code == 200
    assert client.get(f"/copies/{large}").status_code == 404
    assert client.get(f"/changes?since={large}").status_code == 200
    assert client.get(f"/api/changes?since={large}").status_code == 400
    assert client.get(f"/pages/{dossier.pages[0].id}?lit=1-{'9' * 5000}").status_code == 200
    assert client.get("/language/ar?back=//[", follow_redirects=False).headers["location"] == "/"


def test_what_is_not_there_is_told(client: TestClient[Litestar]) -> None:
    for view in ("/claims/none", "/tellings/none", "/entities/none", "/copies/99999", "/pages/none", "/none"):
        answer = client.get(view)
        assert answer.status_code == 404
        assert "</html>" in answer.text
    assert client.get("/api/pages/none").json()["status"] == 404


def test_choosing_a_language_leads_back_here_and_nowhere_else(client: TestClient[Litestar]) -> None:
    for back, there in (
        ("/pages", "/pages"),
        ("//evil.example/x", "/x"),
        ("https://evil.example/", "/"),
        ("/\\evil", "/"),
    ):
        answer = client.get(f"/language/en?back={back}", follow_redirects=False)
        assert answer.headers["location"] == there


def _worked(client: TestClient[Litestar]) -> dict[str, Any]:
    for _ in range(300):
        told: dict[str, Any] = client.get("/api/work").json()
        if told["state"] != "running":
            return told
        time.sleep(0.2)
    raise AssertionError("the work did not end")


def test_pages_that_are_dropped_are_added_and_linked(tmp_path: Path) -> None:
    path = tmp_path / "new.case"
    casework.new(path, [WORLD])
    files = sorted(file for file in STORY.rglob("*.txt"))[:3]
    with TestClient(application(path, hosts=[HOST])) as client:
        sent = [("data", (f"../../{file.name}", file.read_bytes())) for file in files]
        assert client.post("/upload/files", files=sent, follow_redirects=False).status_code == 303
        assert _worked(client) == {"state": "idle", "error": ""}
        held = client.get("/api/status").json()
        assert (held["pages"], held["waiting"]) == (3, 0)
        assert held["claims"]
        assert client.get("/api/changes").json()
        assert client.post("/upload/files", files=[("data", ("", b""))]).status_code == 400
    assert not [folder for folder in tmp_path.iterdir() if folder.is_dir()]


def test_a_ruling_is_kept_applied_shown_and_taken_back(tmp_path: Path) -> None:
    path = tmp_path / "ruled.case"
    casework.new(path, [WORLD])
    casework.add(path, [STORY], AT)
    casework.update(path, AT)
    before = casework.read(path)
    first, second = [entity for entity in before.entities if entity.kind == "person"][:2]
    at = {m.entity: f"{m.page}:{m.start}-{m.end}" for m in reversed(before.mentions)}
    form = {"ruling": "same person", "left": at[first.id], "right": at[second.id], "note": "<i>x</i>", "by": "Huda"}
    with TestClient(application(path, hosts=[HOST])) as client:
        assert at[first.id] in client.get(f"/entities/{first.id}").text
        assert client.post("/judgements/new", data=form, follow_redirects=False).status_code == 303
        assert _worked(client)["state"] == "idle"
        shown = client.get("/judgements").text
        assert "مطبَّق" in shown
        assert "&lt;i&gt;x&lt;/i&gt;" in shown
        assert len(casework.read(path).entities) == len(before.entities) - 1
        client.post("/judgements/new", data={**form, "ruling": "withdrawn"})
        assert _worked(client)["state"] == "idle"
        assert casework.read(path).entities == before.entities
        for wrong in ({"left": "none:1-2"}, {"left": at[first.id] + "9999"}, {"ruling": "nobody"}):
            assert client.post("/judgements/new", data=form | wrong).status_code == 400


def test_what_failed_beside_the_server_is_told(tmp_path: Path) -> None:
    path = tmp_path / "new.case"
    casework.new(path)
    with TestClient(application(path, hosts=[HOST])) as client:
        path.write_bytes(b"broken")
        client.post("/update")
        told = _worked(client)
        assert told["state"] == "failed"
        assert "takhrij:" in told["error"]


def test_uploaded_pages_are_kept_while_the_case_cannot_take_them_and_added_later(tmp_path: Path) -> None:
    path = tmp_path / "new.case"
    casework.new(path)
    good = path.read_bytes()
    sent = [("data", (f"{i}.txt", "صفحة".encode())) for i in range(1200)]
    with TestClient(application(path, hosts=[HOST])) as client:
        path.write_bytes(b"broken")
        assert client.post("/upload/files", files=sent, follow_redirects=False).status_code == 303
        assert _worked(client)["state"] == "failed"
    for left in tmp_path.glob("new.case-*"):
        left.unlink()
    path.write_bytes(good)
    with TestClient(application(path, hosts=[HOST])) as client:
        assert _worked(client) == {"state": "idle", "error": ""}
    assert casework.status(path).pages == 1
    assert not [folder for folder in tmp_path.iterdir() if folder.is_dir()]


def test_the_description_of_the_api_holds_for_whatever_is_asked(bridge: Path) -> None:
    app = application(bridge, hosts=[HOST, "testserver"])
    schema = schemathesis.openapi.from_asgi("/api/openapi.json", app)
    described: Any = schema.include(path_regex="^/api/").get_all_operations()
    operations = [found.ok() for found in described]
    assert len(operations) >= 13
    for operation in operations:

        @settings(
            max_examples=12, deadline=None, derandomize=True, database=None, suppress_health_check=[*HealthCheck]
        )
        @given(asked=operation.as_strategy())
        def holds(asked: Any) -> None:
            asked.call_and_validate(excluded_checks=[positive_data_acceptance])  # a query may mean nothing

        holds()


def test_pieces_of_a_text_are_the_text_again() -> None:
    text = "قال الوزير إن الجسر سيفتح"
    layers = [Layer(0, 10, "a"), Layer(4, 18, "b", link="/x"), Layer(6, 8, "c", link="/y"), Layer(20, 20, "none")]
    made = list(pieces(text, 0, len(text), layers))
    assert "".join(piece.text for piece in made) == text
    assert {piece.link for piece in made} == {"", "/x", "/y"}
    assert "none" not in {piece.css for piece in made}


def test_common_words_of_two_passages_are_found_in_any_spelling() -> None:
    left, right = side_by_side("أعلن الوزير فتح الجسر", "واعلن ان الوزير فتح الجسر غدا")
    assert [piece.text for piece in left if piece.css] == ["الوزير فتح الجسر"]
    assert [piece.text for piece in right if piece.css] == ["الوزير فتح الجسر"]
