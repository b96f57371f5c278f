"""The dossier as one HTML file that a person reads: no network, works from disk, Arabic first.

The file holds a template, one style sheet (`css/` in the order of `STYLES`), one script (`js/` in the order of
`SCRIPTS`, after the vendored d3), the interface's words and the data. A strict Content-Security-Policy names the
style and the scripts by their hashes and forbids all else, so nothing in a page's text can run or load. Page text is
only ever data: it lies in a JSON block and the script puts it on the screen as text nodes.
"""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

import msgspec

from takhrij.contract import Dossier
from takhrij.exports.html.views import shorten, view

NAME = "dossier.html"
BUILT = True

MOST_BYTES = 25_000_000
"""Above this size the file holds only the cited passages with their blocks: browsers still open 25 MB at once."""

SCRIPTS = (
    "text.js",
    "model.js",
    "words.js",
    "dom.js",
    "filters.js",
    "reader.js",
    "chain.js",
    "entries.js",
    "axis.js",
    "people.js",
    "positions.js",
    "pages.js",
    "main.js",
)
"""Our own modules in the order in which they stand in the file; each uses only those before it."""

STYLES = ("base.css", "axis.css", "entries.css", "lists.css", "reader.css", "screens.css")
"""Our style sheets in the order in which they are joined; the last overrides."""

_FOLDER = files(__name__)
_UNSAFE = {
    b"<": rb"\u003c",
    b">": rb"\u003e",
    b"\xe2\x80\xa8": rb"\u2028",
    b"\xe2\x80\xa9": rb"\u2029",
}


def write(dossier: Dossier, most_bytes: int = MOST_BYTES) -> bytes:
    """Return the whole HTML file, in UTF-8. Same dossier, same bytes.

    Where it would be larger than `most_bytes`, page texts are cut to the cited passages with their blocks and the
    file says so on its first screen; the rest stays in `dossier.json`.
    """
    full = view(dossier)
    page = _assemble(_embed(full))
    return page if len(page) <= most_bytes else _assemble(_embed(shorten(full)))


def _assemble(data: bytes) -> bytes:
    """Fill the template in one pass, so that nothing that was filled in is read as a place to fill."""
    style = "".join(_text("css", name) for name in STYLES).replace("ARABIC_FONT", _font("noto-naskh-arabic.woff2"))
    style = style.replace("LATIN_FONT", _font("noto-naskh-latin.woff2"))
    notices = _text("vendor", "LICENSE-d3.txt"), _text("vendor", "LICENSE-internmap.txt")  # ISC: in every copy
    library = "/*\n" + "\n".join(notices) + "*/\n" + _text("vendor", "d3.min.js")
    script = '"use strict";\n(() => {\n' + "\n".join(_text("js", name) for name in SCRIPTS) + "\n})();\n"
    parts = {
        "policy": _policy(style, library, script).encode(),
        "style": style.encode(),
        "library": library.encode(),
        "script": script.encode(),
        "words": _embed(msgspec.json.decode(_text("strings.json"))),
        "data": data,
    }
    pieces = re.split(r"\{\{(\w+)\}\}", _text("page.html"))
    return b"".join(parts[piece] if i % 2 else piece.encode() for i, piece in enumerate(pieces))


def _policy(style: str, *scripts: str) -> str:
    return (
        f"default-src 'none'; script-src {' '.join(map(_hash, scripts))}; style-src {_hash(style)}; "
        "font-src data:; base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _embed(data: object) -> bytes:
    """Return `data` as JSON that an HTML parser takes for plain text: no `<`, so no end tag and no comment."""
    encoded = msgspec.json.encode(data)
    for char, escaped in _UNSAFE.items():
        encoded = encoded.replace(char, escaped)
    return encoded


def _font(name: str) -> str:
    return base64.b64encode(_FOLDER.joinpath("vendor", name).read_bytes()).decode()


def _text(*path: str) -> str:
    return _FOLDER.joinpath(*path).read_text("utf-8").replace("\r\n", "\n")
