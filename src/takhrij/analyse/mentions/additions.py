"""What is added to a body's name: further fields, what it is for, the number of a channel."""

from __future__ import annotations

from takhrij.analyse.mentions.tagged import Tagged
from takhrij.analyse.mentions.wordbook import ARTICLE, SURE, has_article


def end(t: Tagged, i: int, j: int, stop: int, *, named: bool, construct: bool) -> int:
    """Return the word behind what word `j` adds to a body's name: a field, a purpose, a number; `j` if nothing."""
    if named and _also(t, i, j):
        return j + 1
    if named and j > i + 1 and _purpose(t, i, j, stop):
        return j + 2
    if construct and t.text(j) in t.book.said("purpose"):
        return _aim(t, j, stop)
    return j + 1 if t.text(j).isdigit() and _channel(t, j, stop) else j


def _aim(t: Tagged, j: int, stop: int) -> int:
    """Return the word behind what a body is there for: جهاز مكافحة الإرهاب، مركز مكافحة تمويل الإرهاب."""
    for k in (j + 1, j + 2):
        if k >= stop or not t.tight(k) or t.stop(k):
            return j
        if t.text(k).startswith(ARTICLE) and t.folded.raw[t.words[k].start] != "أ":
            hit = t.hit(k)
            return hit.last if hit and not hit.prefix else k + 1
    return j


def _channel(t: Tagged, j: int, stop: int) -> bool:
    """Whether the number at word `j` is that of a channel whose nationality follows: القناة 12 الإسرائيلية."""
    head = t.fact(j - 1, "org_head")
    of = j + 1 < stop and t.joined(j + 1) and has_article(t.text(j + 1)) and t.fact(j + 1, "adjective")
    return head is not None and head.state == "outlet" and len(t.text(j)) <= _DIGITS and bool(of)


_DIGITS = 2
"""Digits of a channel's number."""


def _purpose(t: Tagged, i: int, j: int, stop: int) -> bool:
    """Whether what the body at word `i` is for stands at word `j`: الهيئة الوطنية لمكافحة الفساد.

    A ministry has its errand there, and so has any body but behind the nouns that tell what bodies are for.
    """
    word, hit = t.text(j), t.hit(i)
    if word[0] != "ل" or word[1:] not in t.book.said("purpose") or j + 1 >= stop or not t.tight(j + 1):
        return False
    head = t.text(i)[len(hit.prefix) if hit else 0 :]
    founded = head.startswith(ARTICLE) or head in t.book.said("founded")
    return founded and t.text(j + 1).startswith(ARTICLE) and not t.stop(j + 1)


def _also(t: Tagged, i: int, j: int) -> bool:
    """Whether و at word `j` adds a field to the head's at word `i`: المجلس الاقتصادي والاجتماعي."""
    word, before = t.text(j), t.text(j - 1)
    stem = word[1:]
    if (
        not word.startswith("وال")
        or j == i + 1
        or not has_article(before)
        or t.stop(j)
        or t.book.bearers(stem) >= SURE
    ):
        return False
    if not t.entry(stem).keys() <= _FIELD or stem in t.book.particles["ordinal"]:
        return False
    alike = any(before.endswith(end) and stem.endswith(end) for end in ("ي", "يه"))
    head = t.text(i)[len(hit.prefix) if (hit := t.hit(i)) else 0 :]
    if before.startswith(("لل", "وال")):
        head = head.removeprefix(ARTICLE)  # الهيئة العامة للسياحة والتراث
    field = head in t.book.said("field")
    if "adjective" in t.entry(before) and not field:
        return False  # القوات الروسية والتغطية
    return alike or (field and not stem.endswith(("ين", "ون")))


_FIELD = frozenset(["of"])
"""What a word that names a field may be besides: anything else may be somebody of its own (وزارة الدفاع والجيش)."""
