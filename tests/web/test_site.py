"""A case in the browser, asked as a program asks: every view, hostile words, and who is refused."""

import re
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

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
from takhrij.web.reasons import Reasons
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
        f"/correct?at={quoted.page}:{quoted.content.start}-{quoted.content.end}&named=%D8%A7%D9%84",
        f"/correct/person?entity={person.id}&named=%D8%A7%D9%84",
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


def test_an_office_is_shown_over_time_with_its_holders_in_order(client: TestClient[Litestar]) -> None:
    shown = client.get("/entities", params={"kind": "office", "named": "وزير النقل السنداري"}).text
    assert shown.index("سليم الورداني") < shown.index("رامي العسلي")
    assert "<time>من \u20662021\u2069 إلى \u20662024-10-20\u2069</time>" in shown
    assert "طارق الجلندي" not in shown
    assert "سليم الورداني" in client.get("/entities", params={"kind": "office", "named": "الورداني"}).text


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
        ("/search%3Fquery%3D%D8%AC%D8%B3%D8%B1%26kind%3Dstatement", "/search?query=جسر&kind=statement"),
    ):
        answer = client.get(f"/language/en?back={back}", follow_redirects=False)
        assert unquote(answer.headers["location"]) == there


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
        long = [("data", ("字" * 120 + ".txt", "صفحة".encode()))]
        assert client.post("/upload/files", files=long, follow_redirects=False).status_code == 303
        assert _worked(client) == {"state": "idle", "error": ""}
    assert not [folder for folder in tmp_path.iterdir() if folder.is_dir()]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    path = tmp_path / "ruled.case"
    casework.new(path, [WORLD])
    casework.add(path, [STORY], AT)
    casework.update(path, AT)
    return path


def _rule(client: TestClient[Litestar], **form: str) -> None:
    told = {"note": "<i>x</i>", "by": "Huda", **form}
    assert client.post("/judgements/new", data=told, follow_redirects=False).status_code == 303
    assert _worked(client) == {"state": "idle", "error": ""}


def test_a_ruling_is_kept_applied_shown_and_taken_back(own: Path) -> None:
    before = casework.read(own)
    first, second = [entity for entity in before.entities if entity.kind == "person"][:2]
    with TestClient(application(own, hosts=[HOST])) as client:
        found = client.get("/correct/person", params={"entity": first.id, "named": second.name.split()[-1]}).text
        right = re.findall(r'name="right" value="([^"]+)"', found)[0]
        left = re.findall(r'name="left" value="([^"]+)"', found)[0]
        assert second.name in found
        _rule(client, ruling="same person", left=left, right=right)
        shown = client.get("/judgements").text
        assert "مطبَّق" in shown
        assert "&lt;i&gt;x&lt;/i&gt;" in shown
        assert len(casework.read(own).entities) == len(before.entities) - 1
        client.post("/judgements/withdraw", data={"number": "1"})
        assert _worked(client)["state"] == "idle"
        assert casework.read(own).entities == before.entities
        form = {"ruling": "same person", "left": left, "right": right}
        for wrong in (
            {"left": "none:1-2"},
            {"left": left + "9999"},
            {"ruling": "nobody"},
            {"ruling": "withdrawn"},
            {"right": ""},
            {"ruling": "wrong date", "value": "soon"},
            {"ruling": "not said by", "speaker": "other", "value": " "},
        ):
            assert client.post("/judgements/new", data=form | wrong).status_code == 400
        for number in ("0", "2", "99", "-1", "x"):
            assert client.post("/judgements/withdraw", data={"number": number}).status_code == 400


def test_every_kind_of_ruling_has_a_form_and_is_shown_as_a_persons_where_it_holds(own: Path) -> None:
    before = casework.read(own)
    said = next(s for s in before.statements if s.speaker_kind == "person")
    two = next([a for a in before.articles if a.page == p.id] for p in before.pages if "/03" in p.source)
    with TestClient(application(own, hosts=[HOST])) as client:
        asked = {"at": f"{said.page}:{said.content.start}-{said.content.end}", "named": "الجلندي"}
        form = client.get("/correct", params=asked).text
        assert 'value="not said by"' in form
        speaker = re.findall(r'name="speaker" value="(\w+:[^"]+)"', form)[0]
        date = re.findall(r'value="wrong date"><input type="hidden" name="left" value="([^"]+)"', form)[-1]
        _rule(client, ruling="not said by", left=asked["at"], speaker=speaker)
        _rule(client, ruling="wrong date", left=date, value="2024-10-30")
        join = client.get("/correct", params={"at": two[0].id.replace("/article/", ":")}).text
        pair = re.findall(r'name="left" value="([^"]+)"><input type="hidden" name="right" value="([^"]+)"', join)[0]
        _rule(client, ruling="wrong split", left=pair[0], right=pair[1])
        copied = client.get("/copies/1").text
        sides = [re.findall(f'name="{side}" value="([^"]+)"', copied)[0] for side in ("left", "right")]
        _rule(client, ruling="not a copy", left=sides[0], right=sides[1], all="yes")
        after = casework.read(own)
        assert {j.status for j in after.judgements} == {"applied"}
        assert next(s for s in after.statements if s.id == said.id).speaker == "طارق الجلندي"
        assert len(after.copies) == 1
        person = "حكم إنسان"
        assert person in client.get(f"/tellings/{said.id}").text
        assert person in client.get(f"/pages/{said.page}").text
        assert person in client.get(f"/pages/{two[0].page}").text
        assert said.speaker in client.get(f"/tellings/{said.id}").text, "what the program read stands beside it"
        unknown = {"left": asked["at"], "speaker": "unknown", "value": "forgotten"}
        _rule(client, ruling="not said by", **unknown)
        assert next(s for s in casework.read(own).statements if s.id == said.id).speaker == ""
        assert client.get(f"/tellings/{said.id}").status_code == 200


def test_a_selection_is_found_by_its_words_near_where_it_was_made(
    client: TestClient[Litestar], dossier: Dossier
) -> None:
    said = dossier.statements[0]
    text = next(page.text for page in dossier.pages if page.id == said.page)
    quote = text[said.content.start : said.content.end]
    asked = {"at": f"{said.page}:{said.content.start + 3}-{said.content.end + 3}", "quote": quote}
    assert (
        f'name="left" value="{said.page}:{said.content.start}-{said.content.end}"'
        in client.get("/correct", params=asked).text
    )
    for wrong in ("", "none:1-2", f"{said.page}:5-5", f"{said.page}:9-999999999", "x" * 5000):
        assert client.get("/correct", params={"at": wrong}).status_code == 404
    assert client.get("/correct/person", params={"entity": "nobody"}).status_code == 404


def test_a_conflict_shows_both_sentences_with_the_number_lit_and_who_tells_it_when(
    client: TestClient[Litestar], dossier: Dossier
) -> None:
    texts = {page.id: page.text for page in dossier.pages}
    clash = next(c for c in dossier.conflicts if c.about == "number")
    shown = client.get("/conflicts?about=number").text
    for place in clash.spans:
        number = texts[place.page][place.start : place.end]
        article = next(a for a in dossier.articles if a.page == place.page and a.start <= place.start < a.end)
        assert re.search(rf">[^<]{{2,}}<mark>{number}</mark>[^<]{{5,}}", shown)
        assert article.outlet in shown
        assert article.published[0].first in shown


def test_an_article_that_is_not_counted_is_told_by_outlet_and_title(
    client: TestClient[Litestar], dossier: Dossier
) -> None:
    claim = next(c for c in dossier.claims if c.not_counted)
    article = next(a for a in dossier.articles if a.id == claim.not_counted[0].article)
    shown = client.get(f"/claims/{claim.id}").text
    part = shown[shown.index("لم تُحتسب") : shown.index("من رواه")]
    assert article.outlet in part
    assert article.title in part
    assert article.page not in re.sub(r'href="[^"]+"', "", part)


def test_reasons_are_said_in_words_of_the_readers_language(dossier: Dossier) -> None:
    reasons = Reasons("ar", words("ar"))
    whys = [why for entity in dossier.entities for why in entity.why]
    whys += [why for article in dossier.articles for published in article.published for why in published.why]
    whys += [why for records in (dossier.copies, dossier.conflicts, dossier.claims) for r in records for why in r.why]
    whys += [why for claim in dossier.claims for one in claim.not_counted for why in one.why]
    said = [reasons.said(why) for why in whys]
    assert [s for s in said if re.search("[A-Za-z]{2}", f"{s.rule} {s.note}")] == []
    english = Reasons("en", words("en"))
    assert not [why for why in whys if "/" in english.said(why).rule]
    assert not [why for why in whys if re.search("[0-9a-f]{16}", english.said(why).note)]


def test_forms_of_notes_are_sound() -> None:
    for language in LANGUAGES:
        reasons = Reasons(language, words(language))
        assert reasons.note("no form has this") == "no form has this"
        assert reasons.note("12 words in common; told once").count("12") == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_case_says_everywhere_what_to_do_next(language: str, tmp_path: Path) -> None:
    path = tmp_path / "empty.case"
    casework.new(path)
    with TestClient(application(path, hosts=[HOST])) as client:
        client.get(f"/language/{language}")
        for view in ("/", "/entities", "/positions", "/conflicts", "/copies", "/pages", "/changes", "/judgements"):
            shown = client.get(view).text
            told = re.findall(r'class="none">([^<]+)', shown)
            assert told, view
            assert len(told[0].split()) > 4, view


def test_pages_stand_in_the_order_of_the_numbers_in_their_names(own: Path, tmp_path: Path) -> None:
    for number in (2, 10, 1):
        said = f"قال وزير النقل، اليوم الأحد 2 آذار 2025، إن الجسر {number} سيفتح بعد أسبوع من الآن.\n" * 3
        (tmp_path / f"page-{number}.txt").write_text(said, encoding="utf-8")
    casework.add(own, [tmp_path / f"page-{number}.txt" for number in (2, 10, 1)], AT)
    with TestClient(application(own, hosts=[HOST])) as client:
        assert re.findall(r"page-\d+\.txt", client.get("/pages?named=page-").text) == [
            "page-1.txt",
            "page-2.txt",
            "page-10.txt",
        ]


def test_what_could_not_be_read_is_told_with_the_cure(own: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")
    casework.add(own, [broken], AT)
    with TestClient(application(own, hosts=[HOST])) as client:
        shown = client.get("/upload").text
        assert "broken.json" in shown
        assert "صدّر" in shown
        client.get("/language/en")
        shown = client.get("/upload").text
        assert casework.read(own).failures[0].cure in shown.replace("&#39;", "'").replace("&#34;", '"')


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


def test_facts_that_are_no_longer_where_they_were_are_told_with_the_cure(tmp_path: Path) -> None:
    world = tmp_path / "facts"
    shutil.copytree(WORLD, world)
    path = tmp_path / "own.case"
    casework.new(path, [world])
    shutil.rmtree(world)
    with TestClient(application(path, hosts=[HOST]), raise_server_exceptions=False) as client:
        for view in ("/search?query=%D8%AC%D8%B3%D8%B1", "/api/search?query=%D8%AC%D8%B3%D8%B1"):
            answer = client.get(view)
            assert answer.status_code == 503
            assert "facts" in answer.text
