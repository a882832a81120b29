"""The shapes of the authored files, and how one is read: fields are named as the model names what they fill."""

import re
import tomllib
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, TypeVar

import msgspec

from cmdesk.i18n import _
from cmdesk.model.answer import ParagraphKind
from cmdesk.model.evidence import EvidenceKind, Level, Permission, Reliability, SourceType
from cmdesk.model.language import Language, Wording
from cmdesk.model.stage import Stage
from cmdesk.sample.errors import SampleError
from cmdesk.sample.notation import folded

T = TypeVar("T")


_POSITION = re.compile(r"\[(\d+)\]")
_CODES = {"thai": "th", "english": "en"}


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename=_CODES):
    """Plain words in both languages."""

    thai: str = ""
    english: str = ""

    @property
    def wording(self) -> Wording:
        """The model's form of them, each on one line."""
        return Wording(folded(self.thai), folded(self.english))


class Authored(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A table of an authored file; a field that it doesn't know is a mistake."""


class People(Authored, frozen=True):
    """Consent of the people shown."""

    adults: Permission = Permission.NOT_NEEDED
    minors: Permission = Permission.NOT_NEEDED


class Measured(Authored, frozen=True):
    """The value of a statistic."""

    value: Decimal
    unit: Words = Words()
    year: int | None = None
    baseline: Decimal | None = None
    baseline_year: int | None = None


class Record(Authored, frozen=True):
    """An evidence record. `period` is a date or two with a slash between; `files` lie in the folder `files`."""

    kind: EvidenceKind
    title: Words
    caption: Words = Words()
    summary: Words = Words()
    period: str = ""
    place: Words = Words()
    level: Level | None = None
    source: Words = Words()
    author: Words = Words()
    language: str = ""
    source_type: SourceType | None = None
    measure: Measured | None = None
    participants: int | None = None
    locator: str = ""
    rights_holder: Words = Words()
    licence: str = ""
    people: People = People()
    reliability: Reliability | None = None
    tags: tuple[str, ...] = ()
    key_features: tuple[str, ...] = ()
    criteria: tuple[str, ...] = ()
    notes: Words = Words()
    address: str = ""
    files: tuple[str, ...] = ()


class Stages(Authored, frozen=True, rename=_CODES):
    """How far each side of a paragraph is; None where nothing is said."""

    thai: Stage | None = None
    english: Stage | None = None

    def over(self, others: "Stages") -> dict[Language, Stage]:
        """These stages, and others where these say nothing."""
        both = {Language.THAI: self.thai or others.thai, Language.ENGLISH: self.english or others.english}
        return {language: stage for language, stage in both.items() if stage}


class Pair(Authored, frozen=True, rename=_CODES):
    """A paragraph in both languages, in the notation; `before` is the leading text that a stale translation is of."""

    thai: str = ""
    english: str = ""
    kind: ParagraphKind = ParagraphKind.BODY
    leading: Language = Language.THAI
    stage: Stages = Stages()
    before: str = ""


class Field(Authored, frozen=True):
    """A field of a card."""

    item: str
    words: Words


class Row(Authored, frozen=True):
    """A row of a fact table; `source` is the key of an evidence record."""

    item: str = ""
    label: Words = Words()
    value: Decimal | None = None
    unit: Words = Words()
    year: int | None = None
    scope: Level | None = None
    source: str = ""
    remark: Words = Words()


class Enclosure(Authored, frozen=True):
    """A supporting material; `evidence` is the key of an evidence record."""

    title: Words
    date: str = ""
    language: str = ""
    address: str = ""
    evidence: str = ""
    backs: tuple[str, ...] = ()


class Reply(Authored, frozen=True):
    """An answer: `question` names what it answers, and the kind of that question which other fields it has."""

    question: str
    stage: Stages = Stages()
    paragraph: tuple[Pair, ...] = ()
    field: tuple[Field, ...] = ()
    row: tuple[Row, ...] = ()
    material: tuple[Enclosure, ...] = ()
    chosen: tuple[str, ...] = ()
    remark: Words = Words()
    name: Words = Words()
    title: Words = Words()


class Said(Authored, frozen=True):
    """Something said in a note, in whatever language its author speaks."""

    author: str
    at: Annotated[datetime, msgspec.Meta(tz=True)]
    words: str


class Thread(Authored, frozen=True):
    """A note on an answer, on a paragraph of it counted from 1, or on words of that paragraph."""

    question: str
    remark: Annotated[tuple[Said, ...], msgspec.Meta(min_length=1)]
    paragraph: Annotated[int, msgspec.Meta(ge=1)] | None = None
    on: Words = Words()
    to: str = ""
    done: bool = False


class Stone(Authored, frozen=True):
    """A milestone."""

    title: Words
    due: str


class Frame(Authored, frozen=True):
    """What `dossier.toml` says: the form and the cover."""

    form: str
    title: Words
    city: Words
    joined_network: str
    milestone: tuple[Stone, ...] = ()


def read(path: Path, shape: type[T]) -> T:
    """What a TOML file says, in the shape asked for; SampleError naming the file and the place otherwise."""
    return _shaped(_tables(path), shape, path.name)


def read_each(path: Path, shape: type[T]) -> dict[str, T]:
    """The tables of a TOML file, each in the shape asked for, by their keys; SampleError otherwise."""
    return {key: _shaped(table, shape, path.name, f"{key}.") for key, table in _tables(path).items()}


def _tables(path: Path) -> dict[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SampleError(path.name, "TOML", str(error)) from error


def _shaped(table: object, shape: type[T], file: str, where: str = "") -> T:
    try:
        return msgspec.convert(table, shape)
    except msgspec.ValidationError as error:
        problem, _between, path = str(error).partition(" - at ")
        place = where + _POSITION.sub(_from_one, path.strip("`").removeprefix("$.").removeprefix("$"))
        raise SampleError(file, place.strip(".") or _("at the top"), problem) from error


def _from_one(position: re.Match[str]) -> str:
    return f"[{int(position[1]) + 1}]"
