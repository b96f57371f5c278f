"""Finds the words of a page that tell a time. What they are is data: `lang/*/times.toml` and the tables beside it.

Trigger-first: a word that no rule begins with costs one look-up; where one begins, only its rules run, from there.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import category, combining

from takhrij.analyse.times import quotes
from takhrij.analyse.times.grammar import Grammar, Rule, grammar
from takhrij.analyse.times.joining import Found, Joints, joined
from takhrij.analyse.times.making import MAKERS
from takhrij.knowledge import Knowledge
from takhrij.records import Analysis, Page, Span, Tense, TimeExpression, Why, identify
from takhrij.text import Folded

_FUTURE_REACH: Final = 14
"""How many words before an expression a cue of the future may stand, within its sentence."""
_CLAUSE_END: Final = ".!?؟؛\n"
_SPACES: Final = re.compile(" +")
_FOLLOWING: Final = re.compile(r"[ \"“«]{0,3}([^\W\d_]+)")


def find(page: Page, folded: Folded, sofar: Analysis, knowledge: Knowledge) -> tuple[TimeExpression, ...]:
    """Return the time expressions of all blocks, left to right; where two overlap the leftmost, then longest, wins.

    Spans are the whole noun phrase without the preposition before it and without glued و ف ب ل. `written` never says
    more than the words do. `anchor` is the article of the block; `readings` stay empty until `anchoring.settled`.
    """
    rules = knowledge.built(grammar)
    blocks = [(b.span.start, b.span.end, b.article) for b in sofar.blocks]
    starts = [b[0] for b in blocks]
    made = []
    text = _with_articles(folded.text, rules)
    for found in joined(text, _scan(text, folded, rules), rules, knowledge.built(_joints)):
        start, end = _whole(page.text, *folded.span(found.start, found.end))
        if page.text[start:end] in rules.others:
            continue  # a name that folding makes a time's word
        span = Span(page=page.id, start=start, end=end)
        at = bisect_right(starts, start) - 1
        article = blocks[at][2] if at >= 0 and start < blocks[at][1] else ""
        made.append(_expression(span, article, found, _tense(folded, found.start, rules)))
    return quotes.read(folded, made, rules)


def _whole(raw: str, start: int, end: int) -> tuple[int, int]:
    """Take in the marks that folding drops behind the last letter (tanwin, tatweel), and none before the first."""
    at = end
    while at < len(raw) and (raw[at] == "ـ" or combining(raw[at]) or category(raw[at]) == "Cf"):
        at += 1
        if category(raw[at - 1]) != "Cf":  # a control of direction ends no word
            end = at
    return start, end


def _expression(span: Span, article: str, found: Found, tense: Tense | None) -> TimeExpression:
    made = found.made
    leans = made.shift is None and ("X" in made.written or made.weekday)
    return TimeExpression(
        id=identify("time", span),
        span=span,
        type=made.type,
        written=made.written,
        weekday=made.weekday,
        shift=made.shift,
        tense=made.tense or (tense if leans else None),
        mod=made.mod,
        quant=made.quant,
        freq=made.freq,
        anchor=article,
        why=(Why(rule=f"time: {found.rule}", rests_on=(span,), note=made.note),),
    )


def _joints(knowledge: Knowledge) -> Joints:
    return Joints(knowledge.built(grammar))


def _scan(text: str, folded: Folded, rules: Grammar) -> Iterator[Found]:
    done = 0
    begun = [
        i for i, cuts in enumerate(map(rules.cuts.__getitem__, folded.texts)) if cuts
    ]  # most words begin nothing
    before_figures = (i - 1 for i in begun if i and folded.texts[i][0].isdigit())
    for i in sorted({*begun, *before_figures}):
        word = folded.words[i]
        if word.at + len(word.text) <= done:
            continue
        best = None
        for start in _begins(folded, i, rules):
            if start >= done and (found := _longest(text, start, i, folded, rules)):
                best = found
                break
        if best:
            yield best
            done = best.end


def _with_articles(text: str, rules: Grammar) -> str:
    """Write ال for لل, so that للعام matches as العام does. The length stays."""
    return rules.swallowed.sub(rules.article, text) if rules.swallowed else text


def _begins(folded: Folded, i: int, rules: Grammar) -> Sequence[int]:
    """Where an expression may begin at word `i`: at it, behind its clitics, or at a weekday glued to a name."""
    word = folded.words[i]
    cuts = rules.cuts[word.text]
    found = [word.at + cut for cut in cuts] if cuts else []
    if i + 1 < len(folded.words) and folded.words[i + 1].text[0].isdigit():
        ends = [name for name in rules.bare_weekdays if word.text.endswith(name) and len(word.text) > len(name) + 2]
        found += [word.at + len(word.text) - len(name) for name in ends]
    return found


def _longest(text: str, start: int, i: int, folded: Folded, rules: Grammar) -> Found | None:
    matches = []
    for rule in rules.starting(text, start):
        match = rule.pattern.match(text, start)
        if match and match.end() > start and _ends(text, match):
            matches.append((match.end(), match, rule))
    matches.sort(key=lambda m: -m[0])
    for end, match, rule in matches:
        slots = {k: _SPACES.sub(" ", v).strip() for k, v in match.groupdict().items() if v}
        made = MAKERS[rule.row.make](slots, rules)
        if made and _allowed(text, match, i, folded, rule, rules):
            last = start + len(text[start:end].rstrip(" ،,:(.-"))
            return Found(start + (text[start] != folded.text[start]), last, rule.row.name, made)
    return None


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether the match ends where a word does; a glued mark may end inside one."""
    end = match.end()
    if "glued" in match.re.groupindex or end == len(text):
        return True
    return not (text[end].isalpha() and text[end - 1].isalpha())


def _allowed(text: str, match: re.Match[str], i: int, folded: Folded, rule: Rule, rules: Grammar) -> bool:
    start, end = match.span()
    if rule.not_before:
        following = _FOLLOWING.match(text, end)
        if following and (following[1] in rule.not_before):
            return False
    if not rule.after and not rule.not_after:
        return True
    word = folded.words[i]
    glued = text[word.at : start]
    before = ""
    if i and "\n" not in folded.gap(i - 1, i):
        before = folded.words[i - 1].text
    if rule.not_after and not rule.not_after.isdisjoint((before, *(before.removeprefix(p) for p in rules.prefixes))):
        return False
    if not rule.after:
        return True
    if glued:
        return any(g in rule.after for g in glued)
    return before in rule.after or rules.bared(before) in rule.after or (not before and "^" in rule.after)


def _tense(folded: Folded, start: int, rules: Grammar) -> Tense | None:
    """Future where a cue of it stands before the words in their sentence."""
    last, gaps = folded.before(folded.offset(start)) - 1, folded.gaps
    for i in range(last, max(last - _FUTURE_REACH, -1), -1):
        if rules.tells_future[folded.texts[i]]:
            return "future"
        if gaps[i] != " " and any(c in _CLAUSE_END for c in gaps[i]):
            return None
    return None
