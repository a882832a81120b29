"""Mappings that share what did not change behave as if each were a dictionary of its own."""

import pickle
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.model import frozen_map
from cmdesk.model.frozen_map import FrozenMap

STEPS = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.none() | st.integers(0, 2)), max_size=40)


@pytest.fixture(autouse=True, params=[1, 3, 128])
def _few_differences(request, monkeypatch):
    monkeypatch.setattr(frozen_map, "_MOST", request.param)


def lived(steps):
    """Mappings after each step, and the dictionaries that they must equal."""
    made, model = [FrozenMap({"a": 0, "b": 1})], [{"a": 0, "b": 1}]
    for key, value in steps:
        rest = {other: kept for other, kept in model[-1].items() if other != key or value is not None}
        if value is not None:
            made.append(made[-1].with_(key, value))
            model.append({**rest, key: value})
        elif key in made[-1]:
            made.append(made[-1].without(key))
            model.append(rest)
    return made, model


@given(STEPS)
@settings(deadline=None, max_examples=60)
def test_every_state_has_its_items_in_the_order_of_their_insertion(steps):
    made, model = lived(steps)

    assert [list(each.items()) for each in made] == [list(each.items()) for each in model]
    assert [(list(each), list(each.values()), len(each)) for each in made] == [
        (list(each), list(each.values()), len(each)) for each in model
    ]


@given(STEPS, st.data())
@settings(deadline=None, max_examples=60)
def test_any_two_states_differ_in_just_what_their_items_differ_in(steps, data):
    made, model = lived(steps)
    one, other = (data.draw(st.integers(0, len(made) - 1)) for _side in range(2))
    wanted = {key for key in {*model[one], *model[other]} if model[one].get(key) != model[other].get(key)}

    assert set(made[one].differing_from(made[other])) == wanted
    assert (made[one] == made[other]) == (model[one] == model[other])


@given(STEPS)
@settings(deadline=None, max_examples=30)
def test_a_state_survives_pickling_and_keeps_its_hash(steps):
    last = lived(steps)[0][-1]
    again = pickle.loads(pickle.dumps(last))  # noqa: S301 - our own bytes

    assert (again, list(again), hash(again)) == (last, list(last), hash(last))


def test_a_map_is_no_other_kind_of_thing():
    assert FrozenMap({"a": 1}) != [("a", 1)]
    assert FrozenMap({"a": 1}) == {"a": 1}


def test_what_was_taken_out_is_not_there():
    rest = FrozenMap({"a": 1}).without("a")

    assert "a" not in rest
    with pytest.raises(KeyError):
        rest["a"]
    with pytest.raises(KeyError):
        rest.without("a")


def test_views_do_not_let_a_map_be_changed():
    with pytest.raises(TypeError):
        FrozenMap({"a": 1}).items().mapping["a"] = 2


def test_a_change_among_many_costs_no_more_than_among_few(monkeypatch):
    monkeypatch.setattr(frozen_map, "_MOST", 128)

    def cost(size):
        before = FrozenMap(dict.fromkeys(range(size), 0))
        start = time.perf_counter()
        for number in range(100):
            after = before.with_(number, number + 1)
            assert after.differing_from(before) == [number]
            before = after
        return time.perf_counter() - start

    assert min(cost(50_000) for _try in range(3)) < 5 * min(cost(500) for _try in range(3))
