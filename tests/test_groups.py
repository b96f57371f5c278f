from random import Random

from hypothesis import given
from hypothesis import strategies as st

from takhrij.groups import closed

PAIRS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh")))


def test_pairs_that_share_a_member_are_one_group_named_by_its_least() -> None:
    assert closed([("c", "b"), ("b", "a"), ("x", "y")]) == {"a": "a", "b": "a", "c": "a", "x": "x", "y": "x"}


@given(PAIRS, st.randoms())
def test_the_order_of_the_pairs_does_not_matter(pairs: list[tuple[str, str]], random: Random) -> None:
    other = [(b, a) for a, b in pairs]
    random.shuffle(other)
    assert closed(pairs) == closed(other)
