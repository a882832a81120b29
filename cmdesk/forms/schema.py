"""The schema of form templates: what a file may hold, and the form that it stands for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cmdesk.i18n import _
from cmdesk.model.form import (
    Form,
    Item,
    Limit,
    Part,
    Provenance,
    Question,
    QuestionKind,
    Responder,
    Surety,
    Topic,
    Unit,
)
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language, Wording
from cmdesk.toml_files.fields import Ledger, Table
from cmdesk.toml_files.mistakes import Place

_FORM_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_QUESTION_ID = re.compile(r"[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*")
_ITEM_ID = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*")
_LANGUAGE_CODE = re.compile(r"[a-z]{2}")
_WEB_ADDRESS = re.compile(r"https?://\S+")

_NEEDS_ADDRESS = {Surety.SOURCED, Surety.TOPIC_SOURCED}
_NEEDS_BASIS = set(Surety) - _NEEDS_ADDRESS
_HAS_ITEMS = {QuestionKind.CARD, QuestionKind.FACTS, QuestionKind.CHOICE, QuestionKind.RATING}
_HAS_MOST = {QuestionKind.CHOICE, QuestionKind.RATING}
_UNITS: Mapping[QuestionKind, frozenset[Unit]] = {
    QuestionKind.PROSE: frozenset({Unit.WORDS, Unit.CHARACTERS, Unit.PAGES}),
    QuestionKind.MATERIALS: frozenset({Unit.ITEMS, Unit.PAGES}),
}
"""What may be limited in answers of a kind; those of the other kinds have no limits."""

_NOWHERE = Provenance(Surety.RECALLED)


@dataclass(frozen=True, slots=True)
class _Known:
    """The names that questions may refer to."""

    sources: Mapping[str, Provenance]
    criteria: tuple[Topic, ...] = ()
    key_features: tuple[Topic, ...] = ()


def read(content: dict[str, object], lines: Mapping[Place, int]) -> tuple[Form, Ledger]:
    """The form in a template's tables, and the mistakes found; with any, the form is good for nothing."""
    ledger = Ledger(lines)
    return _form(Table(content, (), ledger)), ledger


def _form(table: Table) -> Form:
    sources = {name: _source(source) for name, source in table.named_tables("sources").items()}
    known = _Known(
        sources,
        _topics(table.tables("criteria"), _Known(sources)),
        _topics(table.tables("key_features"), _Known(sources)),
    )
    form = Form(
        id=_identifier(table, _FORM_ID),
        edition=table.text("edition"),
        title=table.wording("title"),
        about=table.wording("about"),
        provenance=_provenance(table, known),
        parts=_parts(table, known),
        criteria=known.criteria,
        key_features=known.key_features,
        submission_languages=_submission_languages(table),
    )
    table.close()
    return form


def _source(table: Table) -> Provenance:
    surety = table.one_of("surety", Surety)
    address = table.text("address", required=surety in _NEEDS_ADDRESS)
    if address and not _WEB_ADDRESS.fullmatch(address):
        table.note("address", _("this must be a web address that begins with https:// or http://."))
    basis = table.wording("basis", required=surety in _NEEDS_BASIS)
    table.close()
    return Provenance(surety or Surety.RECALLED, address, basis)


def _provenance(table: Table, known: _Known) -> Provenance:
    name = table.text("provenance")
    if name:
        table.listed("provenance", name, known.sources)
    return known.sources.get(name, _NOWHERE)


def _topics(tables: list[Table], known: _Known) -> tuple[Topic, ...]:
    topics = []
    for table in tables:
        topics.append(Topic(table.text("code"), table.wording("title"), _provenance(table, known)))
        table.close()
    _distinct(tables, "code", [topic.code for topic in topics])
    return tuple(topics)


def _submission_languages(table: Table) -> tuple[str, ...]:
    codes = table.texts("submission_languages", required=True)
    if not codes or not all(_LANGUAGE_CODE.fullmatch(code) for code in codes):
        problem = _("this must list at least one language by its code of two small letters, such as “en”.")
        table.note("submission_languages", problem)
    return tuple(codes)


def _parts(table: Table, known: _Known) -> tuple[Part, ...]:
    parts = []
    questions: list[Table] = []
    for part in _filled(table, "parts"):
        inner = _filled(part, "questions")
        parts.append(Part(part.wording("title"), tuple(_question(question, known) for question in inner)))
        questions += inner
        part.close()
    _distinct(questions, "id", [question.id for part in parts for question in part.questions])
    return tuple(parts)


def _filled(table: Table, key: str) -> list[Table]:
    """The tables of a list that may not be empty."""
    tables = table.tables(key, required=True)
    if key in table and not tables:
        table.note(key, _("this list is empty."))
    return tables


def _question(table: Table, known: _Known) -> Question:
    kind = table.one_of("kind", QuestionKind)
    if kind is None:
        table.leave("limits", "items", "most")
    items = _items(table, kind) if kind else ()
    question = Question(
        id=QuestionId(_identifier(table, _QUESTION_ID)),
        title=table.wording("title"),
        kind=kind or QuestionKind.PROSE,
        provenance=_provenance(table, known),
        guidance=table.wording("guidance", required=False),
        required=table.flag("required", default=True),
        responder=table.one_of("responder", Responder, required=False) or Responder.CITY,
        limits=_limits(table, kind, known) if kind else (),
        items=items,
        most=_most(table, kind, len(items)) if kind else None,
        criteria=_codes(table, "criteria", known.criteria),
        key_features=_codes(table, "key_features", known.key_features),
    )
    table.close()
    return question


def _limits(table: Table, kind: QuestionKind, known: _Known) -> tuple[Limit, ...]:
    limits = table.tables("limits")
    if limits and kind not in _UNITS:
        table.note("limits", _("a question of the kind “{kind}” has no limits.").format(kind=kind.value))
        return ()
    return tuple(_limit(limit, kind, known) for limit in limits)


def _limit(table: Table, kind: QuestionKind, known: _Known) -> Limit:
    unit = table.one_of("unit", Unit)
    if unit is not None and unit not in _UNITS[kind]:
        problem = _("an answer of the kind “{kind}” is not counted in {unit}.")
        table.note("unit", problem.format(kind=kind.value, unit=unit.value))
    limit = Limit(
        amount=table.number("amount", least=1) or 1,
        unit=unit or Unit.WORDS,
        provenance=_provenance(table, known),
        language=table.one_of("language", Language, required=False),
    )
    table.close()
    return limit


def _items(table: Table, kind: QuestionKind) -> tuple[Item, ...]:
    if kind not in _HAS_ITEMS:
        if table.tables("items"):
            table.note("items", _("a question of the kind “{kind}” has no items.").format(kind=kind.value))
        return ()
    tables = _filled(table, "items")
    items = tuple(_item(item, kind) for item in tables)
    _distinct(tables, "id", [item.id for item in items])
    return items


def _item(table: Table, kind: QuestionKind) -> Item:
    item = Item(
        id=_identifier(table, _ITEM_ID),
        label=table.wording("label"),
        unit=table.wording("unit", required=False) if kind is QuestionKind.FACTS else Wording(),
        required=table.flag("required", default=True),
    )
    table.close()
    return item


def _most(table: Table, kind: QuestionKind, options: int) -> int | None:
    most = table.number("most", least=1, required=kind is QuestionKind.RATING)
    if most is None:
        return None
    if kind not in _HAS_MOST:
        table.note("most", _("only a choice or a rating has this field."))
    if kind is QuestionKind.CHOICE and most > options:
        problem = _("{most} options may be chosen, but only {options} are listed.")
        table.note("most", problem.format(most=most, options=options))
    return most


def _codes(table: Table, key: str, topics: Iterable[Topic]) -> tuple[str, ...]:
    codes = table.texts(key)
    for code in codes:
        table.listed(key, code, [topic.code for topic in topics])
    return tuple(codes)


def _identifier(table: Table, pattern: re.Pattern[str]) -> str:
    name = table.text("id")
    if name and not pattern.fullmatch(name):
        problem = _("“{id}” is no id: use Latin letters and digits, joined as in the forms shipped with CMDesk.")
        table.note("id", problem.format(id=name))
    return name


def _distinct(tables: list[Table], key: str, names: list[str]) -> None:
    """Note every name that an earlier table of the list has too."""
    first: dict[str, Table] = {}
    for table, name in zip(tables, names, strict=True):
        if name and name in first:
            line = table.ledger.line((*first[name].place, key))
            table.note(key, _("“{name}” is already used in line {line}.").format(name=name, line=line))
        first.setdefault(name, table)
