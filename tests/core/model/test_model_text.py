import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.model.ids import EvidenceId
from cmdesk.model.links import ForbiddenLinkError
from cmdesk.model.text import Citation, Figure, Run, Span, Text
from cmdesk.thai.cleaning import OBJECT

RECORD = EvidenceId("record")
LINK = "https://uil.unesco.org/"
SPANS = st.builds(Span, st.text("กำ่ab \n", max_size=4), st.booleans(), st.booleans(), st.sampled_from(["", LINK]))
RUNS: st.SearchStrategy[Run] = st.one_of(SPANS, st.just(Citation(RECORD, "p. 1")), st.just(Figure(RECORD)))
TEXTS = st.builds(Text, st.lists(RUNS, max_size=8).map(tuple))
PLACES = st.integers(0, 40)


def looks(text: Text) -> list[Run]:
    """One run for each position."""
    return [run for place in range(len(text)) for run in text.part(place, place + 1).runs]


def test_neighbours_of_one_look_are_one_span() -> None:
    assert Text((Span("a"), Span("b"), Span("c", bold=True))).runs == (Span("ab"), Span("c", bold=True))


def test_spans_with_a_citation_between_stay_two() -> None:
    runs = (Span("a"), Citation(RECORD), Span("b"))

    assert Text(runs).runs == runs


def test_a_text_without_letters_is_empty() -> None:
    assert (Text((Span(""), Span("", bold=True))), bool(Text.of(""))) == (Text(), False)


def test_citations_and_figures_are_one_position_each() -> None:
    text = Text((Span("a"), Citation(RECORD), Figure(RECORD)))

    assert (text.characters, len(text)) == (f"a{OBJECT}{OBJECT}", 3)


def test_records_are_named_as_often_as_they_are_used() -> None:
    assert Text((Citation(RECORD), Span("a"), Figure(RECORD))).evidence == (RECORD, RECORD)


def test_letters_that_no_file_holds_never_come_in() -> None:
    assert Text((Span(f"a\0b{OBJECT}"), Citation(RECORD, "p.\x1f 1"))).runs == (Span("ab"), Citation(RECORD, "p. 1"))


def test_a_link_to_a_file_is_refused() -> None:
    with pytest.raises(ForbiddenLinkError):
        Span("a", link="file:///etc/passwd")


def test_styling_leaves_the_other_style_and_the_link() -> None:
    text = Text((Span("abc", italic=True, link=LINK),)).styled(1, 2, bold=True)

    assert text.runs[1] == Span("b", bold=True, italic=True, link=LINK)


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_span_is_empty_and_no_neighbours_look_alike(text: Text) -> None:
    spans = [run for run in text.runs if isinstance(run, Span)]
    neighbours = zip(text.runs, text.runs[1:], strict=False)

    assert all(span.text for span in spans)
    assert not any(isinstance(one, Span) and one.looks_like(other) for one, other in neighbours)


@settings(max_examples=200, deadline=None)
@given(TEXTS, PLACES)
def test_a_text_cut_anywhere_and_joined_is_itself(text: Text, place: int) -> None:
    assert text.part(0, place) + text.part(place) == text


@settings(max_examples=200, deadline=None)
@given(TEXTS, PLACES, PLACES)
def test_a_part_has_the_characters_of_its_positions(text: Text, start: int, stop: int) -> None:
    assert text.part(start, stop).characters == text.characters[start:stop]


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS, TEXTS)
def test_joining_does_not_mind_which_comes_first(one: Text, two: Text, three: Text) -> None:
    assert (one + two) + three == one + (two + three)


@settings(max_examples=200, deadline=None)
@given(TEXTS, PLACES, PLACES)
def test_styling_changes_no_character_and_nothing_outside(text: Text, one: int, other: int) -> None:
    start, stop = sorted((one, other))
    styled = text.styled(start, stop, bold=True)

    assert styled.characters == text.characters
    assert (styled.part(0, start), styled.part(stop)) == (text.part(0, start), text.part(stop))


@settings(max_examples=200, deadline=None)
@given(TEXTS, PLACES, PLACES)
def test_all_that_is_styled_has_the_style(text: Text, one: int, other: int) -> None:
    start, stop = sorted((one, other))
    inside = looks(text.styled(start, stop, italic=True))[start:stop]

    assert all(run.italic for run in inside if isinstance(run, Span))


@settings(max_examples=200, deadline=None)
@given(TEXTS, PLACES, PLACES)
def test_styling_twice_is_styling_once(text: Text, one: int, other: int) -> None:
    start, stop = sorted((one, other))
    once = text.styled(start, stop, bold=True, italic=False)

    assert once.styled(start, stop, bold=True, italic=False) == once
