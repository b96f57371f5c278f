"""The bytes of `dossier.html`; what it does in a browser is tested in tests/browser."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from importlib.resources import files
from typing import Any

import pytest
from dossier_sample import ATTACK, CLOSED, COST, COST_2, HARBOUR, MET, TEXTS, A, bare, sample

from takhrij.contract import FailureItem
from takhrij.exports.html import NAME, SCRIPTS, STYLES, write

FOLDER = files("takhrij.exports.html")


def data_of(html: bytes) -> Any:
    found = re.search(rb'<script type="application/json" id="data">(.*?)</script>', html, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_the_export_names_its_file() -> None:
    assert NAME == "dossier.html"


def test_the_licences_that_ask_for_it_stand_in_every_copy() -> None:
    html = write(bare()).decode()
    for name in ("LICENSE-d3.txt", "LICENSE-internmap.txt"):
        assert FOLDER.joinpath("vendor", name).read_text("utf-8") in html
    assert "SIL Open Font License 1.1" in html


def test_the_same_dossier_gives_the_same_bytes() -> None:
    assert write(sample()) == write(sample())


def test_the_file_names_no_address_to_load_from() -> None:
    html = write(sample()).decode()
    without_data = re.sub(r'<script type="application/json".*?</script>', "", html, flags=re.DOTALL)
    assert re.findall(r"""(?:src|href)\s*=\s*["']?(?!data:|#)""", without_data.replace('href="#', "")) == []
    assert re.findall(r"@import|url\((?!\"data:)", without_data) == []
    assert "fetch(" not in without_data
    assert "XMLHttpRequest" not in without_data


def test_the_policy_holds_the_hash_of_every_script_and_style() -> None:
    html = write(sample()).decode()
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    inline = re.findall(r"<script>(.*?)</script>|<style>(.*?)</style>", html, re.DOTALL)
    assert len(inline) == 3
    for script, style in inline:
        digest = base64.b64encode(hashlib.sha256((script or style).encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy[1]
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]


def test_markup_in_a_page_ends_no_script_and_opens_no_comment() -> None:
    html = write(sample())
    assert html.count(b"<!--") == 1
    assert html.count(b"</script>") == 4
    assert data_of(html)["pages"][2]["pieces"][0]["text"].count(ATTACK) == 1


def test_line_separators_come_back_as_they_were() -> None:
    label = "أ\u2028ب\u2029ج <!-- \\< \\\\<"
    dossier = bare(failures=[FailureItem(source=label, stage="read", error="", cure="")])
    html = write(dossier)
    assert b"\xe2\x80\xa8" not in html
    assert data_of(html)["failures"][0]["source"] == label


def test_whole_page_texts_lie_in_the_file() -> None:
    pages = data_of(write(sample()))["pages"]
    assert {page["id"]: page["pieces"][0]["text"] for page in pages} == TEXTS
    assert [page["length"] for page in pages] == [len(text) for text in TEXTS.values()]


def test_a_file_that_would_be_too_large_holds_the_cited_passages_with_their_blocks() -> None:
    data = data_of(write(sample(), most_bytes=1))
    page = data["pages"][0]
    kept = "".join(piece["text"] for piece in page["pieces"])
    assert data["shortened"] is True
    assert "وكالة بحرين الغد عن مصدر مطلع" in kept
    assert "عشر وصفات للسمك" not in kept
    assert "اشترك في نشرتنا" not in kept
    assert page["length"] == len(HARBOUR)
    for piece in page["pieces"]:
        assert HARBOUR[piece["start"] : piece["start"] + len(piece["text"])] == piece["text"]
    assert {block["kind"] for block in data["blocks"]}.isdisjoint({"chrome", "related"})


@pytest.mark.parametrize("words", [COST, CLOSED])
def test_every_quoted_word_survives_the_shortening(words: str) -> None:
    pieces = data_of(write(sample(), most_bytes=1))["pages"][0]["pieces"]
    assert any(words in piece["text"] for piece in pieces)


def test_only_what_a_dossier_needs_is_shortened() -> None:
    html = write(sample())
    assert data_of(html)["shortened"] is False
    assert data_of(write(sample(), most_bytes=len(html)))["shortened"] is False
    assert data_of(write(sample(), most_bytes=len(html) - 1))["shortened"] is True


def test_every_entry_keeps_its_words() -> None:
    labels = [entry["label"] for entry in data_of(write(sample()))["timeline"]]
    assert labels[:4] == [CLOSED, COST, MET, COST_2]


def test_an_empty_dossier_is_a_page_too() -> None:
    assert data_of(write(bare()))["pages"] == []


def test_both_languages_have_the_same_words() -> None:
    tables = json.loads(FOLDER.joinpath("strings.json").read_text("utf-8"))
    assert list(tables) == ["ar", "en"]
    assert list(tables["ar"]) == list(tables["en"])
    for key, words in tables["ar"].items():
        assert isinstance(words, dict) == isinstance(tables["en"][key], dict), key


def test_every_word_that_the_scripts_ask_for_is_there() -> None:
    table = json.loads(FOLDER.joinpath("strings.json").read_text("utf-8"))["ar"]
    source = "".join(FOLDER.joinpath("js", name).read_text("utf-8") for name in SCRIPTS)
    asked = set(re.findall(r'\bsay\("([\w.]+)"', source))
    assert len(asked) > 60
    assert asked - set(table) == set()


def test_every_script_and_style_of_the_folders_is_in_the_file() -> None:
    assert sorted(entry.name for entry in FOLDER.joinpath("js").iterdir()) == sorted(SCRIPTS)
    assert sorted(entry.name for entry in FOLDER.joinpath("css").iterdir()) == sorted(STYLES)


def test_the_scripts_never_take_markup() -> None:
    source = "".join(FOLDER.joinpath("js", name).read_text("utf-8") for name in SCRIPTS)
    assert re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", source) == []
    assert re.findall(r'setAttribute\("style|\b(?:h|svg)\([^)]*\bstyle:', source) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("ink", "paper", 7),
        ("ink", "sheet", 7),
        ("soft", "paper", 4.5),
        ("soft", "sheet", 4.5),
        ("soft", "sunk", 4.5),
        ("soft", "warn-soft", 4.5),
        ("accent", "paper", 4.5),
        ("accent", "sheet", 4.5),
        ("accent", "accent-soft", 4.5),
        ("paper", "accent", 4.5),
        ("warn", "warn-soft", 4.5),
        ("warn", "sheet", 4.5),
        ("lit-ink", "lit", 7),
        ("cue-ink", "cue", 7),
        ("uncovered", "sheet", 3),
    ],
)
def test_colours_keep_the_contrast_of_wcag_aa(scheme: str, front: str, back: str, least: float) -> None:
    blocks = re.findall(r":root \{(.*?)\}", FOLDER.joinpath("css", "base.css").read_text("utf-8"), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): #(\w{6});", blocks[scheme == "dark"]))
    assert _contrast(colours[front], colours[back]) >= least


def _contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""
    bright, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    shares = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_page_a_has_wide_characters_before_its_statements() -> None:
    before = TEXTS[A][: TEXTS[A].index(COST)]
    assert sum(ord(char) > 0xFFFF for char in before) > 5
