"""The notation of authored paragraphs."""

import pytest

from cmdesk.model.ids import EvidenceId
from cmdesk.model.text import Citation, Figure, Span, Text
from cmdesk.sample.errors import NotationError
from cmdesk.sample.notation import text

AREA = EvidenceId("01GX7BD400AYXRT22RAG46BTNZ")
KEYS = {"area": AREA}


def runs(authored: str) -> tuple[object, ...]:
    return text(authored, KEYS).runs


def test_plain_words_are_one_span() -> None:
    assert text("เมืองแห่งการเรียนรู้", KEYS) == Text.of("เมืองแห่งการเรียนรู้")


def test_two_stars_make_bold_and_one_makes_italic() -> None:
    assert runs("**ก** ข *ค*") == (Span("ก", bold=True), Span(" ข "), Span("ค", italic=True))


def test_bold_and_italic_may_lie_within_each_other() -> None:
    expected = (Span("a ", bold=True), Span("b", bold=True, italic=True), Span(" c", bold=True))
    assert runs("**a *b* c**") == expected


def test_a_citation_names_its_record() -> None:
    assert runs("Claim.[@area]") == (Span("Claim."), Citation(AREA))


def test_a_citation_may_say_where_in_the_record() -> None:
    assert runs("[@area, p. 4, left]") == (Citation(AREA, "p. 4, left"),)


def test_a_figure_is_live() -> None:
    assert runs("มีพื้นที่ [#area]") == (Span("มีพื้นที่ "), Figure(AREA))


def test_a_link_keeps_the_look_around_it() -> None:
    address = "https://example.org/a_b?c=1"
    assert runs(f"*see [this \\[page\\]]({address})*") == (
        Span("see ", italic=True),
        Span("this [page]", italic=True, link=address),
    )


def test_escaped_marks_are_letters() -> None:
    assert text(r"2\*3 \[sic\] C:\\", KEYS) == Text.of("2*3 [sic] C:\\")


def test_a_line_end_and_its_blanks_are_one_space() -> None:
    assert text("\nบรรทัดแรก  \n   บรรทัดสอง\n", KEYS) == Text.of("บรรทัดแรก บรรทัดสอง")


def test_nothing_is_an_empty_text() -> None:
    assert not text(" \n ", KEYS)


@pytest.mark.parametrize(
    ("authored", "position", "told"),
    [
        ("ab **cd", 4, "never ends"),
        ("ab *cd", 4, "never ends"),
        ("**a *b** c", 5, "never ends"),
        ("see [@nobody]", 7, "“nobody”"),
        ("see [#nobody]", 7, "“nobody”"),
        ("see [@]", 7, "“”"),
        ("a [stray", 3, "needs a backslash"),
        ("a stray]", 8, "needs a backslash"),
        ("[words] and no address", 1, "needs a backslash"),
        (r"a \b", 3, "a backslash stands only"),
        ("a \\", 3, "a backslash stands only"),
        ("[go](file:///etc/passwd)", 6, "“file:///etc/passwd”"),
    ],
)
def test_a_mistake_is_told_with_its_place(authored: str, position: int, told: str) -> None:
    with pytest.raises(NotationError) as caught:
        text(authored, KEYS)

    assert caught.value.position == position
    assert told in caught.value.what
