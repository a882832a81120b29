"""Answers as authored, turned into the model's."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from cmdesk.i18n import _
from cmdesk.model import ranks
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
    Signature,
)
from cmdesk.model.dates import PartialDate
from cmdesk.model.form import QuestionKind
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId, RowId
from cmdesk.model.text import Text
from cmdesk.sample import notation
from cmdesk.sample.authored import Enclosure, Reply, Row
from cmdesk.sample.errors import located
from cmdesk.sample.keys import id_of

Keys: TypeAlias = Mapping[str, EvidenceId]


def answer(kind: QuestionKind, reply: Reply, file: str, keys: Keys) -> Answer:
    """The answer to a question of a kind; `keys` are the records that it may name. Raises SampleError."""
    with located(file, "question"):
        if kind not in _MAKERS:
            raise ValueError(_("the sample has no notation for answers of this kind."))
    return _MAKERS[kind](reply, file, keys)


def _prose(reply: Reply, file: str, keys: Keys) -> Prose:
    places = ranks.evenly(len(reply.paragraph))
    return Prose(
        tuple(
            Paragraph(
                id=ParagraphId(id_of(reply.question, "paragraph", str(number))),
                rank=rank,
                kind=pair.kind,
                leading=pair.leading,
                thai=_text(pair.thai, file, f"paragraph[{number}].th", keys),
                english=_text(pair.english, file, f"paragraph[{number}].en", keys),
            )
            for number, (rank, pair) in enumerate(zip(places, reply.paragraph, strict=True))
        )
    )


def _text(authored: str, file: str, place: str, keys: Keys) -> Text:
    with located(file, place):
        return notation.text(authored, keys)


def _facts(reply: Reply, file: str, keys: Keys) -> Facts:
    return Facts(tuple(_row(reply, number, row, file, keys) for number, row in enumerate(reply.row)))


def _row(reply: Reply, number: int, row: Row, file: str, keys: Keys) -> FactRow:
    return FactRow(
        id=RowId(id_of(reply.question, "row", str(number))),
        item=row.item,
        label=row.label.wording,
        value=row.value,
        unit=row.unit.wording,
        year=row.year,
        scope=row.scope,
        source=_record(row.source, file, f"row[{number}].source", keys),
        remark=row.remark.wording,
    )


def _record(key: str, file: str, place: str, keys: Keys) -> EvidenceId | None:
    with located(file, place):
        if key and key not in keys:
            raise ValueError(_("there is no evidence record “{key}”.").format(key=key))
    return keys.get(key)


def _card(reply: Reply, _file: str, _keys: Keys) -> Card:
    return Card(tuple(Entry(field.item, field.words.wording) for field in reply.field))


def _materials(reply: Reply, file: str, keys: Keys) -> Materials:
    return Materials(tuple(_enclosures(reply, file, keys)))


def _enclosures(reply: Reply, file: str, keys: Keys) -> Iterator[Material]:
    for number, enclosure in enumerate(reply.material):
        place = f"material[{number}]"
        with located(file, f"{place}.date"):
            date = PartialDate.parse(enclosure.date) if enclosure.date else None
        record = _record(enclosure.evidence, file, f"{place}.evidence", keys)
        yield _material(RowId(id_of(reply.question, "material", str(number))), enclosure, date, record)


def _material(row: RowId, enclosure: Enclosure, date: PartialDate | None, record: EvidenceId | None) -> Material:
    return Material(
        id=row,
        title=enclosure.title.wording,
        date=date,
        language=enclosure.language,
        address=enclosure.address,
        evidence=record,
        backs=tuple(map(QuestionId, enclosure.backs)),
    )


def _choice(reply: Reply, _file: str, _keys: Keys) -> Choice:
    return Choice(reply.chosen, reply.remark.wording)


def _signature(reply: Reply, _file: str, _keys: Keys) -> Signature:
    return Signature(reply.name.wording, reply.title.wording)


def _consent(reply: Reply, _file: str, _keys: Keys) -> Consent:
    return Consent(given_by=reply.name.wording)


_MAKERS: dict[QuestionKind, Callable[[Reply, str, Keys], Answer]] = {
    QuestionKind.PROSE: _prose,
    QuestionKind.FACTS: _facts,
    QuestionKind.CARD: _card,
    QuestionKind.MATERIALS: _materials,
    QuestionKind.CHOICE: _choice,
    QuestionKind.SIGNATURE: _signature,
    QuestionKind.CONSENT: _consent,
}
