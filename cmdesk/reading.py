"""Text as a reader meets it: figures written out, citations left out, dates and numbers in the language's own way."""

import unicodedata
from collections.abc import Iterator, Mapping
from decimal import Decimal

from babel.numbers import format_decimal

from cmdesk.model.answer import (
    Answer,
    Card,
    Choice,
    Consent,
    FactRow,
    Facts,
    Materials,
    Prose,
    Rating,
    Signature,
)
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Citation, Figure, Run, Span, Text
from cmdesk.thai.eras import date_words, period_words

MISSING_FIGURE = "[?]"
"""Stands where a figure's record is gone or has no value: seen on paper, and never mistaken for a number."""

_UNITS_BEFORE = ("ร้อยละ",)
_UNITS_CLOSE = ("%", "°")


def shown(text: Text, language: Language, evidence: Mapping[EvidenceId, Evidence]) -> str:
    """The plain words of a text, each figure as number and unit, citations left out."""
    return "".join(_shown_run(run, language, evidence) for run in text.runs)


def _shown_run(run: Run, language: Language, evidence: Mapping[EvidenceId, Evidence]) -> str:
    match run:
        case Span():
            return run.text
        case Figure():
            record = evidence.get(run.evidence)
            return MISSING_FIGURE if record is None else figure_words(record, language)
        case Citation():
            return ""


def figure_words(record: Evidence, language: Language) -> str:
    """The value of a statistic record with its unit; `MISSING_FIGURE` when the record has no value."""
    if record.measure is None:
        return MISSING_FIGURE
    return quantity_words(record.measure.value, record.measure.unit, language)


def quantity_words(value: Decimal, unit: Wording, language: Language) -> str:
    """A value with its unit, placed as the language does: "12.5%", "ร้อยละ 12.5", "US$91", "40.2 km²"."""
    number, name = number_words(value, language), unit.best(language)
    if not name:
        return number
    if name in _UNITS_BEFORE:
        return f"{name} {number}"
    if unicodedata.category(name[-1]) == "Sc":
        return f"{name}{number}"
    return f"{number}{name}" if name.startswith(_UNITS_CLOSE) else f"{number} {name}"


def number_words(value: Decimal, language: Language) -> str:
    """A number as the language groups its digits, with all the decimal places that it was given with."""
    exponent = value.as_tuple().exponent
    places = max(-exponent, 0) if isinstance(exponent, int) else 0
    written: str = format_decimal(value, "#,##0" + ("." + "0" * places if places else ""), locale=language.value)
    return written


def moment_words(moment: PartialDate, language: Language) -> str:
    """A date in the language's words and era: "April 2023", "เมษายน 2566"."""
    return date_words(language.value, moment.year, moment.month, moment.day)


def span_words(period: Period, language: Language) -> str:
    """A period in the language's words and era: "7–8 November 2022"."""
    return period_words(language.value, period.start, period.end)


def answer_texts(answer: Answer, language: Language, evidence: Mapping[EvidenceId, Evidence]) -> list[str]:
    """Everything that an answer of any kind says in a language, piece by piece, without empty pieces."""
    return [words for words in _texts(answer, language, evidence) if words.strip()]


def _texts(answer: Answer, language: Language, evidence: Mapping[EvidenceId, Evidence]) -> Iterator[str]:
    match answer:
        case Prose():
            return (shown(paragraph.in_(language), language, evidence) for paragraph in answer.paragraphs)
        case Facts():
            return (words for row in answer.rows for words in _row_texts(row, language))
        case Materials():
            return (item.title.in_(language) for item in answer.items)
        case _:
            return (wording.in_(language) for wording in _wordings(answer))


def _row_texts(row: FactRow, language: Language) -> tuple[str, ...]:
    value = "" if row.value is None else quantity_words(row.value, row.unit, language)
    return row.label.in_(language), value, row.remark.in_(language)


def _wordings(answer: Card | Choice | Rating | Signature | Consent) -> tuple[Wording, ...]:
    match answer:
        case Card():
            return tuple(entry.words for entry in answer.entries)
        case Choice():
            return (answer.remark,)
        case Signature():
            return answer.name, answer.title
        case Consent():
            return (answer.given_by,)
        case Rating():
            return ()


def entries(answer: Answer, language: Language) -> int:
    """How many things an answer lists: paragraphs written in the language, rows, materials, fields, options, marks."""
    match answer:
        case Prose():
            return sum(bool(paragraph.in_(language)) for paragraph in answer.paragraphs)
        case Facts():
            return sum(row.value is not None for row in answer.rows)
        case Card():
            return sum(bool(entry.words) for entry in answer.entries)
        case _:
            return len(_listed(answer))


def _listed(answer: Materials | Choice | Rating | Signature | Consent) -> tuple[object, ...]:
    match answer:
        case Materials():
            return answer.items
        case Choice():
            return answer.chosen
        case Rating():
            return answer.scores
        case Signature():
            return (answer,) if answer.signed_on else ()
        case Consent():
            return (answer,) if answer.given else ()
