from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.model.ranks import between, evenly

RANKS = st.text("0123abz", max_size=8).map(lambda digits: digits + "1")


@settings(max_examples=300, deadline=None)
@given(RANKS, RANKS)
def test_between_two_ranks_another_always_fits(one: str, other: str) -> None:
    low, high = sorted((one, other))

    if low != high:
        assert low < between(low, high) < high


@given(RANKS)
def test_before_and_after_every_rank_another_fits(rank: str) -> None:
    assert between(None, rank) < rank < between(rank, None)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.integers(0, 30), max_size=60))
def test_ranks_stay_in_order_wherever_one_inserts(places: list[int]) -> None:
    ranks: list[str] = []
    for wanted in places:
        place = min(wanted, len(ranks))
        before = ranks[place - 1] if place else None
        ranks.insert(place, between(before, ranks[place] if place < len(ranks) else None))

    assert ranks == sorted(set(ranks))


@given(RANKS, RANKS)
def test_no_made_rank_ends_in_a_zero(one: str, other: str) -> None:
    low, high = sorted((one, other))

    assert low == high or not between(low, high).endswith("0")


@pytest.mark.parametrize(("before", "after"), [("b", "a"), ("a", "a"), ("a", "a0"), (None, "0"), (None, "")])
def test_where_no_rank_fits_it_is_said(before: str | None, after: str | None) -> None:
    with pytest.raises(ValueError, match="no rank between"):
        between(before, after)


@pytest.mark.parametrize(("before", "after"), [("a0", "b"), ("a", "b00"), ("a00", "a01")])
def test_zeros_at_the_end_of_a_foreign_rank_do_no_harm(before: str, after: str) -> None:
    assert before < between(before, after) < after


def test_a_thousand_insertions_at_one_place_keep_ranks_short() -> None:
    rank = between(None, None)
    for _time in range(1_000):
        rank = between(rank, "z")

    assert len(rank) < 300


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 3_000))
def test_even_ranks_are_in_order_with_room_between(count: int) -> None:
    ranks = evenly(count)

    assert len(ranks) == count
    assert all(len(between(low, high)) <= len(max(low, high, key=len)) + 1 for low, high in pairwise(ranks))
