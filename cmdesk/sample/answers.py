"""Answers as authored, turned into the model's."""

from collections.abc import Callable

from cmdesk.i18n import _
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
    Signature,
)
from cmdesk.model.dates import PartialDate
from cmdesk.model.form import QuestionKind
from cmdesk.model.ids import EvidenceId, QuestionId, RowId
from cmdesk.sample.authored import Enclosure, Reply, Row
from cmdesk.sample.errors import located
from cmdesk.sample.keys import id_of
from cmdesk.sample.prose import Keys, places, prose


def answer(kind: QuestionKind, reply: Reply, file: str, keys: Keys) -> Answer:
    """The answer to a question of a kind; `keys` are the records that it may name. Raises SampleError."""
    with located(file, "question"):
        if kind not in _MAKERS:
            raise ValueError(_("the sample has no notation for answers of this kind."))
    return _MAKERS[kind](reply, file, keys)


def _facts(reply: Reply, file: str, keys: Keys) -> Facts:
    rows = zip(reply.row, places("row"), strict=False)
    return Facts(tuple(_row(id_of(reply.question, place), row, file, place, keys) for row, place in rows))


def _row(name: str, row: Row, file: str, place: str, keys: Keys) -> FactRow:
    return FactRow(
        id=RowId(name),
        item=row.item,
        label=row.label.wording,
        value=row.value,
        unit=row.unit.wording,
        year=row.year,
        scope=row.scope,
        source=_record(row.source, file, f"{place}.source", keys),
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
    enclosures = zip(reply.material, places("material"), strict=False)
    return Materials(
        tuple(_material(id_of(reply.question, place), each, file, place, keys) for each, place in enclosures)
    )


def _material(name: str, enclosure: Enclosure, file: str, place: str, keys: Keys) -> Material:
    with located(file, f"{place}.date"):
        date = PartialDate.parse(enclosure.date) if enclosure.date else None
    return Material(
        id=RowId(name),
        title=enclosure.title.wording,
        date=date,
        language=enclosure.language,
        address=enclosure.address,
        evidence=_record(enclosure.evidence, file, f"{place}.evidence", keys),
        backs=tuple(map(QuestionId, enclosure.backs)),
    )


def _choice(reply: Reply, _file: str, _keys: Keys) -> Choice:
    return Choice(reply.chosen, reply.remark.wording)


def _signature(reply: Reply, _file: str, _keys: Keys) -> Signature:
    return Signature(reply.name.wording, reply.title.wording)


def _consent(reply: Reply, _file: str, _keys: Keys) -> Consent:
    return Consent(given_by=reply.name.wording)


_MAKERS: dict[QuestionKind, Callable[[Reply, str, Keys], Answer]] = {
    QuestionKind.PROSE: prose,
    QuestionKind.FACTS: _facts,
    QuestionKind.CARD: _card,
    QuestionKind.MATERIALS: _materials,
    QuestionKind.CHOICE: _choice,
    QuestionKind.SIGNATURE: _signature,
    QuestionKind.CONSENT: _consent,
}
