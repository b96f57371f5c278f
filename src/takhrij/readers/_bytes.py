"""What readers share: the identity of bytes, and the encoding of Arabic text."""

from __future__ import annotations

import codecs
import hashlib
import re
from typing import Final

from takhrij.errors import InputError

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY: Final = ["cp1256", "iso8859_6"]
"""Arabic code pages still met. On the first 300 articles of `saudi_bylines`, cut at 120 and at 1,000 characters,
charset-normalizer told them apart in all 895 that the code pages can hold; counting common words, in 864."""
_MESS: Final = 0.4
"""How odd the characters may look. At the library's default of 0.2 one article of numbers and Latin names is lost."""

_ARABIC: Final = re.compile("[\u0600-\u06ff]")
_COMMON: Final = "".join(map(chr, range(9, 127)))
_NOT_ASCII: Final = bytes(range(128, 256))


def identity(raw: bytes) -> tuple[str, str]:
    """Return a page's id (16 hex digits) and the SHA-256 of its bytes."""
    digest = hashlib.sha256(raw).hexdigest()
    return digest[:16], digest


def decode(raw: bytes, declared: str = "") -> tuple[str, str]:
    """Return the text of `raw` and the encoding it is in; a byte-order mark stays in the text.

    A byte-order mark decides; then UTF-16 without one, valid UTF-8, and what charset-normalizer says of the Arabic
    code pages and of `declared`, which alone decides nothing: headers lie. UTF-8 with a few broken bytes is still
    UTF-8: each broken byte becomes U+FFFD.

    Raises:
        InputError: when the bytes are no text in any of them, or a part in UTF-8 and a part not.
    """
    for bom, encoding in _BOMS:
        if raw.startswith(bom):
            return raw.decode(encoding, "replace"), encoding
    if raw.count(0) > len(raw) // 1000:
        if bare := _bare_utf16(raw):
            return bare
        raise InputError("binary data, not text", cure="Export the page's text or HTML.")
    text = raw.decode("utf-8", "replace")
    foreign = len(text) - len(raw.translate(None, _NOT_ASCII))
    if text.count("\ufffd") <= foreign // 50:
        return text, "utf-8"
    if 2 * len(_ARABIC.findall(text)) > foreign // 20:
        raise InputError("a part in UTF-8 and a part in another encoding", cure="Split it, or save all as UTF-8.")
    from charset_normalizer import from_bytes  # noqa: PLC0415 (most pages are UTF-8: none waits for it)

    best = from_bytes(raw, cp_isolation=[*_LEGACY, *_known(declared)], threshold=_MESS).best()
    if best is None:
        raise InputError("no encoding fits these bytes", cure="Save the page as UTF-8.")
    return str(best), best.encoding


def back(raw: bytes, encoding: str, start: int, end: int) -> tuple[int, int]:
    """Return the bytes of `raw` that the characters `start` to `end` of its text came from.

    `encoding` is what `decode` said. A broken stretch is one character, U+FFFD, and comes
    back as its bytes.
    """
    places = [0, 0]
    wanted, at, length = (start, end), 0, 0
    while at <= len(raw):
        try:
            piece, broken = raw[at:].decode(encoding), 0
        except UnicodeDecodeError as error:
            piece, broken = raw[at : at + error.start].decode(encoding), error.end - error.start
        for k, place in enumerate(wanted):
            if length <= place <= length + len(piece):
                places[k] = at + len(piece[: place - length].encode(encoding))
        at += len(piece.encode(encoding)) + broken
        length += len(piece) + 1
        if not broken:
            break
    return places[0], places[1]


def _bare_utf16(raw: bytes) -> tuple[str, str] | None:
    """UTF-16 without a mark: it decodes, and nine characters of ten are Arabic or ASCII, some of them Arabic."""
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        arabic = len(_ARABIC.findall(text))
        if arabic and arabic + sum(text.count(char) for char in _COMMON) > 9 * len(text) // 10:
            return text, encoding
    return None


def _known(declared: str) -> list[str]:
    try:
        return [codecs.lookup(declared).name.replace("-", "_")] if declared else []
    except (LookupError, ValueError):
        return []
