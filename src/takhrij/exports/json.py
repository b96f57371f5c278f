"""`dossier.json`: the dossier in the form of `contract`, a line an item, so that two runs compare by eye."""

from __future__ import annotations

import msgspec

from takhrij.contract import Dossier

NAME = "dossier.json"
BUILT = True


def write(dossier: Dossier) -> bytes:
    """Return the dossier as UTF-8 JSON. Same dossier, same bytes."""
    parts = []
    for field in msgspec.structs.fields(dossier):
        value = getattr(dossier, field.name)
        key = msgspec.json.encode(field.name)
        if isinstance(value, list) and value:
            parts.append(key + b": [\n" + b",\n".join(msgspec.json.encode(item) for item in value) + b"\n]")
        else:
            parts.append(key + b": " + msgspec.json.encode(value))
    return b"{\n" + b",\n".join(parts) + b"\n}\n"
