"""The words of an evidence record, field by field, as search and exports know them."""

from collections.abc import Iterator
from enum import Enum
from itertools import chain

from cmdesk.i18n import N_, _
from cmdesk.model.evidence import Evidence, Measure
from cmdesk.model.language import Language, Wording
from cmdesk.reading import moment_words, quantity_words, span_words


class Field(Enum):
    """A field that words are found in; those that name a record come first."""

    TITLE = "title"
    CAPTION = "caption"
    SUMMARY = "summary"
    SOURCE = "source"
    AUTHOR = "author"
    PLACE = "place"
    TAGS = "tags"
    PERIOD = "period"
    MEASURE = "measure"
    LOCATOR = "locator"
    RIGHTS_HOLDER = "rights_holder"
    LICENCE = "licence"
    KEY_FEATURES = "key_features"
    CRITERIA = "criteria"
    NOTES = "notes"
    ADDRESS = "address"
    SEEN_ON = "seen_on"
    FILE = "file"
    PAGE = "page"
    """The text of an attached file."""

    @property
    def label(self) -> str:
        """Its name in the interface's language."""
        return _(_LABELS[self])


_LABELS = {
    Field.TITLE: N_("Title"),
    Field.CAPTION: N_("Caption"),
    Field.SUMMARY: N_("Summary"),
    Field.SOURCE: N_("Source or publisher"),
    Field.AUTHOR: N_("Author"),
    Field.PLACE: N_("Place"),
    Field.TAGS: N_("Tags"),
    Field.PERIOD: N_("Date or period"),
    Field.MEASURE: N_("Value"),
    Field.LOCATOR: N_("Page or time"),
    Field.RIGHTS_HOLDER: N_("Rights holder"),
    Field.LICENCE: N_("Licence"),
    Field.KEY_FEATURES: N_("Key features"),
    Field.CRITERIA: N_("Criteria"),
    Field.NOTES: N_("Notes"),
    Field.ADDRESS: N_("Web address"),
    Field.SEEN_ON: N_("Seen on"),
    Field.FILE: N_("File name"),
    Field.PAGE: N_("Text of a file"),
}

WORDINGS = (
    Field.TITLE,
    Field.CAPTION,
    Field.SUMMARY,
    Field.SOURCE,
    Field.AUTHOR,
    Field.PLACE,
    Field.RIGHTS_HOLDER,
    Field.NOTES,
)
"""Fields written in both languages; their names are those of the model."""


def wording(record: Evidence, field: Field) -> Wording:
    """The words of one of the fields in `WORDINGS`."""
    words: Wording = getattr(record, field.value)
    return words


def texts(record: Evidence) -> Iterator[tuple[Field, str]]:
    """Every piece of words in a record with its field, without empty ones; the title comes first."""
    pieces = ((field, words) for field in WORDINGS for words in _both(wording(record, field)))
    return ((field, words) for field, words in chain(pieces, _plain(record)) if words)


def _both(words: Wording) -> tuple[str, ...]:
    return (words.thai,) if words.thai == words.english else (words.thai, words.english)


def _plain(record: Evidence) -> Iterator[tuple[Field, str]]:
    yield from ((Field.TAGS, tag) for tag in record.tags)
    yield from ((Field.KEY_FEATURES, code) for code in record.key_features)
    yield from ((Field.CRITERIA, code) for code in record.criteria)
    yield from ((Field.FILE, attachment.name) for attachment in record.attachments)
    yield Field.LOCATOR, record.locator
    yield Field.LICENCE, record.licence
    yield Field.ADDRESS, record.address
    for language in Language:
        yield from _dated(record, language)


def _dated(record: Evidence, language: Language) -> Iterator[tuple[Field, str]]:
    if record.period is not None:
        yield Field.PERIOD, span_words(record.period, language)
    if record.seen_on is not None:
        yield Field.SEEN_ON, moment_words(record.seen_on, language)
    if record.measure is not None:
        yield from ((Field.MEASURE, words) for words in _measured(record.measure, language))


def _measured(measure: Measure, language: Language) -> Iterator[str]:
    yield quantity_words(measure.value, measure.unit, language)
    if language is Language.ENGLISH:
        yield format(measure.value, "f")
