"""Every event rule finds its examples and leaves its nevers alone."""

import pytest

from takhrij import lang
from takhrij.analyse.events.triggers import vocabulary
from takhrij.knowledge import Knowledge
from takhrij.lang.tables import EventRule
from takhrij.text import fold
from takhrij.world.tables import World

KNOWLEDGE = Knowledge(lang.load(), World())
RULES = KNOWLEDGE.language.events
CLASSES = {
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT"),
    *("THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "OTHER"),
}


def _rules(text: str) -> set[str]:
    words = fold(text).words
    known = KNOWLEDGE.built(vocabulary)
    return {t.rule.name for i in range(len(words)) for t in known.at(words, i, len(words)) if t.rule}


@pytest.mark.parametrize(
    ("rule", "text"), [(r, e) for r in RULES for e in r.examples], ids=lambda x: getattr(x, "name", x)
)
def test_every_example_of_a_rule_fits_it(rule: EventRule, text: str) -> None:
    assert rule.name in _rules(text)


@pytest.mark.parametrize(
    ("rule", "text"), [(r, e) for r in RULES for e in r.never], ids=lambda x: getattr(x, "name", x)
)
def test_no_never_of_a_rule_fits_it(rule: EventRule, text: str) -> None:
    assert rule.name not in _rules(text)


def test_all_sixteen_classes_and_other_have_rules() -> None:
    assert {rule.type for rule in RULES} == CLASSES


def test_every_rule_has_an_example_and_a_never() -> None:
    assert [rule.name for rule in RULES if not rule.examples or not rule.never] == []
