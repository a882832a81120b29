import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.comparing import Kind, compare, position_in_old
from cmdesk.model.ids import EvidenceId
from cmdesk.model.text import Citation, Figure, Run, Span, Text

RUNS: st.SearchStrategy[Run] = st.one_of(
    st.builds(Span, st.text(st.sampled_from("aก็่ \n😀ข."), max_size=8), st.booleans()),
    st.builds(Citation, st.sampled_from([EvidenceId("A"), EvidenceId("B")])),
    st.builds(Figure, st.just(EvidenceId("A"))),
)
TEXTS = st.builds(Text, st.lists(RUNS, max_size=6).map(tuple))
SAME, DELETED, INSERTED = Kind


def told(old: str | Text, new: str | Text) -> list[tuple[Kind, str]]:
    old, new = (Text.of(text) if isinstance(text, str) else text for text in (old, new))
    return [(stretch.kind, stretch.text.characters) for stretch in compare(old, new)]


@settings(deadline=None, max_examples=200)
@given(TEXTS, TEXTS)
def test_the_stretches_joined_are_both_texts(old: Text, new: Text) -> None:
    stretches = compare(old, new)

    assert sum((each.text for each in stretches if each.kind is not INSERTED), Text()) == old
    assert sum((each.text for each in stretches if each.kind is not DELETED), Text()) == new


@settings(deadline=None, max_examples=100)
@given(TEXTS, TEXTS)
def test_every_stretch_stands_where_it_says(old: Text, new: Text) -> None:
    for stretch in compare(old, new):
        length = len(stretch.text)
        if stretch.kind is not INSERTED:
            assert old.part(stretch.old, stretch.old + length) == stretch.text
        if stretch.kind is not DELETED:
            assert new.part(stretch.new, stretch.new + length) == stretch.text


def test_thai_is_compared_by_its_words() -> None:
    assert told("เมืองแห่งการเรียนรู้", "เมืองเพื่อการเรียนรู้") == [
        (SAME, "เมือง"),
        (DELETED, "แห่ง"),
        (INSERTED, "เพื่อ"),
        (SAME, "การเรียนรู้"),
    ]


def test_a_changed_phrase_is_one_change() -> None:
    assert told("a big red house", "a small old house") == [
        (SAME, "a "),
        (DELETED, "big red"),
        (INSERTED, "small old"),
        (SAME, " house"),
    ]


def test_equal_texts_are_one_stretch() -> None:
    assert told("one two", "one two") == [(SAME, "one two")]


def test_a_look_that_changed_is_a_change() -> None:
    assert told("one two", Text((Span("one "), Span("two", bold=True)))) == [
        (SAME, "one "),
        (DELETED, "two"),
        (INSERTED, "two"),
    ]


def test_another_record_cited_is_a_change() -> None:
    old, new = (Text((Span("so"), Citation(EvidenceId(name)))) for name in "AB")

    assert [kind for kind, _letters in told(old, new)] == [SAME, DELETED, INSERTED]


@pytest.mark.parametrize(("position", "was"), [(0, 0), (4, 4), (6, 4), (9, 9), (11, 11)])
def test_a_position_is_found_where_it_was(position: int, was: int) -> None:
    assert position_in_old(Text.of("one three x"), Text.of("one thris x"), position) == was


@settings(deadline=None, max_examples=100)
@given(TEXTS, st.integers(0, 30))
def test_in_an_equal_text_every_position_stays(text: Text, position: int) -> None:
    position = min(position, len(text))

    assert position_in_old(text, text, position) == position


def test_texts_out_of_all_measure_are_compared_at_once() -> None:
    old, new = (Text.of(" ".join(f"{letter}{n % 7}" for n in range(6_000))) for letter in "ab")
    begun = time.perf_counter()

    stretches = compare(old, new)

    assert time.perf_counter() - begun < 1
    assert [stretch.kind for stretch in stretches] == [DELETED, INSERTED]
