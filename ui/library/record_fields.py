"""The fields of a record that are typed and mean more than words: dates, values, addresses, counts, tags."""

from decimal import Decimal
from typing import Any

from cmdesk.checks.asked import interface_language
from cmdesk.i18n import _
from cmdesk.library.columns import number_of
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Evidence, EvidenceKind, Measure
from cmdesk.model.language import Wording
from cmdesk.model.links import is_allowed
from cmdesk.thai.eras import date_words, parse_year
from ui.library.field_kit import RecordField, Say, TextLine, WrongWordsError
from ui.library.moments import parse_moment, shown


class PlainField(RecordField):
    """One line of plain text."""

    def __init__(self, name: str, say: Say) -> None:
        super().__init__((name,), say)
        self.line = TextLine()
        self.line.finished.connect(self.edited)
        self.add_line(self.line)

    def show_record(self, record: Evidence) -> None:
        """Show the text."""
        self.line.write(self.told(record))

    def told(self, record: Evidence) -> str:
        """The text that a record has here."""
        return str(getattr(record, self.names[0]))

    def taken(self, record: Evidence) -> dict[str, Any]:  # noqa: ARG002 - the line is all it is
        """The text as written."""
        return {self.names[0]: self.read(self.line.text().strip())}

    def read(self, words: str) -> Any:
        """What the words mean; raises `WrongWordsError`."""
        return words


class AddressField(PlainField):
    """A web address."""

    def read(self, words: str) -> str:
        """The address; one that could not be a link is refused."""
        if words and not is_allowed(words):
            raise WrongWordsError(_("A web address begins with https:// or http://."))
        return words


class DayField(PlainField):
    """One date."""

    def told(self, record: Evidence) -> str:
        """The date as the reader writes it."""
        return shown(getattr(record, self.names[0]), interface_language())

    def read(self, words: str) -> PartialDate | None:
        """The date that is meant."""
        return moment(words) if words else None


class CountField(PlainField):
    """A whole number, or none."""

    def told(self, record: Evidence) -> str:
        """The number."""
        value = getattr(record, self.names[0])
        return "" if value is None else f"{value:,}"

    def read(self, words: str) -> int | None:
        """The number that is meant."""
        value = number(words)
        if value is not None and (value != int(value) or value < 0):
            raise WrongWordsError(_("“{words}” is no whole number.").format(words=words))
        return None if value is None else int(value)


class TagsField(PlainField):
    """Words with commas between them."""

    def told(self, record: Evidence) -> str:
        """The words."""
        return ", ".join(getattr(record, self.names[0]))

    def read(self, words: str) -> tuple[str, ...]:
        """Each word once."""
        return tuple(dict.fromkeys(part.strip() for part in words.replace("،", ",").split(",") if part.strip()))


class PeriodField(RecordField):
    """A date, or a stretch of time from one to another."""

    def __init__(self, say: Say) -> None:
        super().__init__(("period",), say)
        self.start, self.end = TextLine(), TextLine()
        for line in (self.start, self.end):
            line.finished.connect(self.edited)
        self.add_line(self.start, name=_("Date, or first day"))
        self.add_line(self.end, "–", name=_("Last day"))

    def retranslate(self) -> None:
        """Speak the interface's language."""
        super().retranslate()
        self.setToolTip(_("A year, a month or a day, in either era: 2566, April 2023, 5/4/2566"))

    def show_record(self, record: Evidence) -> None:
        """Show both ends as the reader writes dates."""
        start = record.period.start if record.period else None
        end = record.period.end if record.period else None
        self.start.write(shown(start, interface_language()))
        self.end.write(shown(end, interface_language()))
        self.end.setPlaceholderText(_("until, if it lasted"))
        self.start.setPlaceholderText(_("For example 2566, or 5/4/2566"))

    def taken(self, record: Evidence) -> dict[str, Any]:  # noqa: ARG002 - the lines are all it is
        """The period as written."""
        start, end = (line.text().strip() for line in (self.start, self.end))
        if not start:
            if end:
                raise WrongWordsError(_("A last day needs a first one."))
            return {"period": None}
        first, last = moment(start), moment(end) if end else None
        try:
            return {"period": Period(first, last)}
        except ValueError as error:
            raise WrongWordsError(_("The last day is before the first.")) from error


class MeasureField(RecordField):
    """A value with unit and year, and the one that it is compared with."""

    def __init__(self, say: Say) -> None:
        super().__init__(("measure",), say)
        names = (
            _("Value"),
            _("Unit in Thai"),
            _("Unit in English"),
            _("Year"),
            _("Baseline"),
            _("Year of the baseline"),
        )
        self.parts = [TextLine() for _name in names]
        self.value, self.thai, self.english, self.year, self.baseline, self.baseline_year = self.parts
        for line, name, sign in zip(self.parts, names, ("", "ไทย", "EN", "", "", ""), strict=True):
            line.finished.connect(self.edited)
            line.setPlaceholderText(name)
            self.add_line(line, sign, name)

    def show_record(self, record: Evidence) -> None:
        """Show the value and what belongs to it."""
        known = record.measure or Measure(Decimal(0))
        words = (
            _plain(known.value if record.measure else None),
            known.unit.thai,
            known.unit.english,
            _year_words(known.year),
            _plain(known.baseline),
            _year_words(known.baseline_year),
        )
        for line, told in zip(self.parts, words, strict=True):
            line.write(told)

    def taken(self, record: Evidence) -> dict[str, Any]:
        """The value as written; a statistic without one is refused, since sentences may show it."""
        words = [line.text().strip() for line in self.parts]
        if not any(words):
            if record.kind is EvidenceKind.STATISTIC and record.measure is not None:
                raise WrongWordsError(_("A statistic needs its value."))
            return {"measure": None}
        value = number(words[0])
        if value is None:
            raise WrongWordsError(_("Write the value as a number: 12.5 or 127,240."))
        unit = Wording(words[1], words[2])
        return {"measure": Measure(value, unit, _year(words[3]), number(words[4]), _year(words[5]))}


def moment(words: str) -> PartialDate:
    """The date that somebody wrote; raises `WrongWordsError`."""
    try:
        return parse_moment(words)
    except ValueError as error:
        told = _("“{words}” is no date. Write 2566, April 2023 or 5/4/2566.")
        raise WrongWordsError(told.format(words=words)) from error


def number(words: str) -> Decimal | None:
    """The number that somebody wrote, None for nothing; raises `WrongWordsError`."""
    value = number_of(words) if words else None
    if words and value is None:
        raise WrongWordsError(_("“{words}” is no number.").format(words=words))
    return value


def _year(words: str) -> int | None:
    year = parse_year(words) if words else None
    if words and year is None:
        raise WrongWordsError(_("“{words}” is no year of either era.").format(words=words))
    return year


def _year_words(year: int | None) -> str:
    return "" if year is None else date_words(interface_language().value, year)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else f"{value:,f}"
