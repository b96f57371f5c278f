"""Many pages -> what they say about one another.

Every stage is a module of three functions: `keys(analysis, links)` looks at one page, `join(value, members)` at
one group that shares a key, `gather(found, links)` adds what all groups found to the links. No stage loops over
all pages, so a laptop, a pool and a cluster run the same code. A stage with `ALONE` makes nothing of a group of one
but under values that begin so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

from msgspec.structs import replace

from takhrij.knowledge import Knowledge
from takhrij.link import (
    amending,
    chains,
    claims,
    clock,
    conflicts,
    copies,
    entities,
    happenings,
    offices,
    order,
    positions,
    provenance,
    sites,
    stories,
    tellings,
    tenures,
    tolls,
)
from takhrij.link.settle import settle
from takhrij.link.standing import ordered
from takhrij.records import Analysis, Judgement, Links

STAGES = (
    sites,
    copies,
    clock,
    order,
    provenance,
    entities,
    offices,
    chains,
    claims,
    conflicts,
    happenings,
    tolls,
    stories,
    positions,
)
"""In this order: each sees what came before."""
SETTLING = (sites, clock)
"""After these every analysis is settled: they find what rewrites one."""


def link(
    analyses: Sequence[Analysis],
    knowledge: Knowledge,
    judgements: Sequence[Judgement] = (),
    progress: Callable[[int, int], None] | None = None,
) -> tuple[tuple[Analysis, ...], Links]:
    """Return the analyses, with what other pages fix in them settled, and the links between them.

    `judgements` are what people ruled, in the order made; they go before every rule. `progress` is told before each
    stage how many are done, and of how many.
    """
    settled, ruled = amending.amended(analyses, judgements)
    links = Links(
        tenures=knowledge.built(tenures.known),
        families=knowledge.built(chains.families),
        agencies=knowledge.built(order.agencies),
        homes=knowledge.built(order.homes),
        states=knowledge.built(entities.states),
        ordinary=knowledge.built(tellings.ordinary),
        judgements=tuple(judgements),
        ruled=ruled,
    )
    for done, stage in enumerate(STAGES):
        if progress:
            progress(done, len(STAGES))
        links = run(stage, settled, links)
        if stage in SETTLING:
            settled = tuple(settle(analysis, links) for analysis in settled)
    return amending.named(settled, links), replace(links, ruled=ordered(links), worked={})


def run(stage: ModuleType, analyses: Sequence[Analysis], links: Links) -> Links:
    """Return `links` with what one stage finds."""
    groups: defaultdict[str, list[Any]] = defaultdict(list)
    for analysis in analyses:
        for key in stage.keys(analysis, links):
            groups[key.value].append(key.member)
    alone = getattr(stage, "ALONE", "")
    values = sorted(value for value, members in groups.items() if len(members) > 1 or value.startswith(alone))
    found = [record for value in values for record in stage.join(value, groups[value])]
    result: Links = stage.gather(found, links)
    return result
