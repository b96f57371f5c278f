"""The chains as PROV-JSON (W3C member submission): each hop's version of the words is derived from the next one's."""

from __future__ import annotations

from typing import Any, Final

import msgspec

from takhrij.contract import Dossier

NAME = "chains.prov.json"
_PREFIX: Final = {"takhrij": "urn:takhrij:", "via": "urn:takhrij:via:"}


def write(dossier: Dossier) -> bytes:
    """Return one document: an entity for a statement at every hop of its chain, an agent for every carrier.

    Hop 0 is what the reader has before him, the last is what the speaker said. An unnamed carrier is an agent of
    its own for each statement: two unnamed sources are not known to be one.
    """
    entity: dict[str, Any] = {}
    agent: dict[str, Any] = {}
    derived: dict[str, Any] = {}
    attributed: dict[str, Any] = {}
    number: dict[tuple[str, str], str] = {}
    texts = {page.id: page.text for page in dossier.pages}
    for place, statement in enumerate(dossier.statements):
        for step, hop in enumerate(statement.chain):
            here = f"takhrij:s{place}h{step}"
            entity[here] = {"prov:label": statement.id, "takhrij:hop": step}
            key = (hop.kind, f"{statement.id}/{step}" if hop.kind == "unnamed" else hop.name)
            who = number.setdefault(key, f"takhrij:a{len(number)}")
            agent[who] = {"prov:label": hop.name, "takhrij:kind": hop.kind}
            attributed[f"_:at{place}h{step}"] = {"prov:entity": here, "prov:agent": who}
            if step:
                derived[f"_:from{place}h{step}"] = {
                    "prov:generatedEntity": f"takhrij:s{place}h{step - 1}",
                    "prov:usedEntity": here,
                    "prov:type": {"$": f"via:{statement.chain[step - 1].via}", "type": "prov:QUALIFIED_NAME"},
                }
        if statement.chain:
            text = texts[statement.page][statement.content.start : statement.content.end]
            entity[f"takhrij:s{place}h0"]["prov:value"] = text
    made = {
        "prefix": _PREFIX,
        "entity": entity,
        "agent": agent,
        "wasDerivedFrom": derived,
        "wasAttributedTo": attributed,
    }
    return msgspec.json.encode({name: told for name, told in made.items() if told}) + b"\n"
