from collections import Counter

from bench.statements import Told, matched, same
from takhrij.text import fold_words


def _told(start: int, text: str, speaker: str = "") -> Told:
    return Told(start, start + len(text), Counter(fold_words(text)), speaker, "say", "indirect", ())


def test_every_statement_is_matched_once_the_best_pair_first() -> None:
    gold = [_told(0, "إن الجسر سيفتح غدا"), _told(30, "إن الميناء سيبقى مغلقا")]
    mine = [_told(0, "إن الجسر سيفتح غدا أمام الشاحنات"), _told(0, "إن الجسر سيفتح غدا")]
    assert matched(gold, mine) == [(gold[0], mine[1])]


def test_a_speaker_may_be_told_with_or_without_the_title() -> None:
    assert same("وزير النقل سامي الخوري", "سامي الخوري")
    assert not same("وزير النقل سامي الخوري", "ليلى حداد")


def test_a_lost_name_is_right_only_where_ours_is_lost() -> None:
    assert same("?", "?")
    assert not same("?", "سامي الخوري")
