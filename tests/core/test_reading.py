from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmdesk.model.answer import (
    Answer,
    Card,
    Choice,
    Consent,
    Entry,
    FactRow,
    Facts,
    Material,
    Materials,
    Paragraph,
    Prose,
    Rating,
    Score,
    Signature,
)
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Evidence, EvidenceKind, Measure
from cmdesk.model.ids import EvidenceId, ParagraphId, RowId
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Citation, Figure, Span, Text
from cmdesk.reading import (
    MISSING_FIGURE,
    answer_texts,
    entries,
    figure_words,
    moment_words,
    number_words,
    quantity_words,
    shown,
    span_words,
)

THAI, ENGLISH = Language
POPULATION = EvidenceId("population")
PEOPLE = Wording("คน", "people")
LIBRARY = {
    POPULATION: Evidence(POPULATION, EvidenceKind.STATISTIC, measure=Measure(Decimal(127240), PEOPLE, 2019)),
}
ROW = RowId("row")
SOMEBODY = Wording("นายก", "Mayor")

ANSWERS: list[tuple[Answer, list[str], int]] = [
    (Prose(), [], 0),
    (
        Prose(
            (
                Paragraph(ParagraphId("a"), "i", thai=Text.of("ก")),
                Paragraph(ParagraphId("b"), "r", english=Text.of("x")),
            )
        ),
        ["x"],
        1,
    ),
    (
        Facts(
            (
                FactRow(ROW, label=Wording("ก", "Area"), value=Decimal(40), unit=Wording("ตร.กม.", "km²")),
                FactRow(ROW),
                FactRow(ROW),
            )
        ),
        ["Area", "40 km²"],
        1,
    ),
    (Card((Entry("name", SOMEBODY), Entry("fax"))), ["Mayor"], 1),
    (Materials((Material(ROW, SOMEBODY), Material(ROW))), ["Mayor"], 2),
    (Choice(("a", "b"), Wording("", "both")), ["both"], 2),
    (Rating((Score("a", 3),)), [], 1),
    (Signature(SOMEBODY, SOMEBODY), ["Mayor", "Mayor"], 0),
    (Signature(SOMEBODY, signed_on=PartialDate(2024)), ["Mayor"], 1),
    (Consent(given_by=SOMEBODY), ["Mayor"], 0),
    (Consent(given=True), [], 1),
]


def test_a_figure_is_read_as_number_and_unit_and_a_citation_not_at_all() -> None:
    text = Text((Span("For ", bold=True), Figure(POPULATION), Citation(POPULATION, "p. 3"), Span(".")))

    assert shown(text, ENGLISH, LIBRARY) == "For 127,240 people."


def test_a_figure_is_read_in_the_unit_of_its_language() -> None:
    assert shown(Text((Figure(POPULATION),)), THAI, LIBRARY) == "127,240 คน"


def test_a_figure_whose_record_is_gone_is_seen() -> None:
    assert shown(Text((Span("For "), Figure(EvidenceId("gone")))), ENGLISH, LIBRARY) == f"For {MISSING_FIGURE}"


def test_a_figure_of_a_record_without_a_value_is_seen() -> None:
    assert figure_words(Evidence(POPULATION, EvidenceKind.STATISTIC), ENGLISH) == MISSING_FIGURE


@pytest.mark.parametrize(
    ("value", "unit", "english", "thai"),
    [
        ("40.216", Wording("ตร.กม.", "km²"), "40.216 km²", "40.216 ตร.กม."),
        ("12.50", Wording("ร้อยละ", "%"), "12.50%", "ร้อยละ 12.50"),
        ("91815", Wording("บาท", "US$"), "US$91,815", "91,815 บาท"),
        ("3", Wording("", "°C"), "3°C", "3°C"),
        ("7", Wording(), "7", "7"),
    ],
)
def test_a_unit_stands_where_its_language_puts_it(value: str, unit: Wording, english: str, thai: str) -> None:
    read = tuple(quantity_words(Decimal(value), unit, language) for language in (ENGLISH, THAI))

    assert read == (english, thai)


@pytest.mark.parametrize(
    ("value", "words"), [("1E+3", "1,000"), ("-5", "-5"), ("0.10", "0.10"), ("1234567.891011", "1,234,567.891011")]
)
def test_a_number_keeps_the_places_it_was_given_with(value: str, words: str) -> None:
    assert number_words(Decimal(value), ENGLISH) == words


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12, places=4))
def test_a_written_number_is_worth_what_it_was(value: Decimal) -> None:
    assert Decimal(number_words(value, THAI).replace(",", "")) == value


def test_a_number_that_is_none_is_written_without_failing() -> None:
    assert number_words(Decimal("NaN"), ENGLISH) == "NaN"


def test_dates_and_periods_are_read_in_the_era_of_the_language() -> None:
    start, end = PartialDate(2022, 11, 7), PartialDate(2022, 11, 8)

    assert (moment_words(start, THAI), span_words(Period(start, end), ENGLISH)) == (
        "7 พฤศจิกายน 2565",
        "7–8 November 2022",
    )


@pytest.mark.parametrize(("answer", "english", "listed"), ANSWERS)
def test_every_kind_of_answer_tells_what_it_says(answer: Answer, english: list[str], listed: int) -> None:
    assert (answer_texts(answer, ENGLISH, LIBRARY), entries(answer, ENGLISH)) == (english, listed)
