"""The documents are held to the code."""

import datetime
import doctest
import importlib.util
import re
import subprocess
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[1]
MARKDOWN = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("generate", ROOT / "docs" / "generate.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["dossier.md", "cli.md", "times.md", "world.md", "language.md"])
def test_a_reference_page_is_as_the_code_says(name: str) -> None:
    written = (ROOT / "docs" / "reference" / name).read_text(encoding="utf-8")
    assert written == _generator().pages()[name], "run: .venv/bin/python docs/generate.py"


@pytest.mark.parametrize("path", MARKDOWN, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_link_to_a_file_leads_somewhere(path: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.name}: {target}"


def _commands(path: Path) -> list[str]:
    blocks = re.findall(r"```sh\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    return [line.split(" #")[0].strip() for block in blocks for line in block.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("page", "command"),
    [(p, c) for p in MARKDOWN for c in _commands(p) if c.startswith(("make ", "takhrij "))],
    ids=lambda value: value if isinstance(value, str) else value.name,
)
def test_a_command_in_the_documents_is_one_that_there_is(page: Path, command: str) -> None:
    program, name = command.split()[:2]
    if program == "make":
        assert f"\n{name}:" in (ROOT / "Makefile").read_text(encoding="utf-8")
    else:
        assert name in (ROOT / "docs" / "reference" / "cli.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [p for p in MARKDOWN if "```pycon" in p.read_text(encoding="utf-8")], ids=str)
def test_python_in_the_documents_prints_what_they_say(path: Path) -> None:
    blocks = re.findall(r"```pycon\n(.*?)```", path.read_text(encoding="utf-8"), re.DOTALL)
    told = doctest.DocTestParser().get_doctest("".join(blocks), {"datetime": datetime}, path.name, str(path), 0)
    assert doctest.DocTestRunner().run(told).failed == 0


def test_make_demo_shows_the_invented_story() -> None:
    printed = subprocess.run(["make", "demo"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "out/demo/dossier.html" in printed
    assert re.search(r"pages\s+1\d", printed)


def test_changelog_fragments_are_named_by_what_they_are() -> None:
    kinds = {"added", "changed", "fixed", "removed"}
    for path in (ROOT / "changelog.d").glob("*.md"):
        assert path.name == "README.md" or path.name.split(".")[-2] in kinds, path.name
