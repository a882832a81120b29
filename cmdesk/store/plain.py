"""Values of the model as plain JSON values and back. A field that has its default is left out.

The defaults are therefore part of the format: a default that changes needs a new minor version and a migration.
"""

from dataclasses import MISSING, Field, fields, is_dataclass
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Any, TypeVar, cast

import msgspec

from cmdesk.store.line import Record

T = TypeVar("T")


def plain(value: Any) -> Any:
    """A value of the model as JSON knows it: an object for a dataclass, text for a decimal number or a choice."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return record(value) if is_dataclass(value) else value


def record(value: Any) -> Record:
    """The fields of a dataclass that differ from their defaults."""
    pairs = ((name, default, getattr(value, name)) for name, default in _defaults(cast("Any", type(value))))
    return {name: plain(part) for name, default, part in pairs if default is MISSING or part != default}


@cache
def _defaults(kind: Any) -> tuple[tuple[str, Any], ...]:
    return tuple((each.name, _default(each)) for each in fields(kind))


def _default(each: "Field[Any]") -> Any:
    return each.default_factory() if each.default_factory is not MISSING else each.default


def value_of(kind: type[T], found: Any) -> T:
    """The value of a kind that a plain one stands for; msgspec.ValidationError names the path to what is wrong."""
    return msgspec.convert(found, kind)


def with_unknown(new: Record, stored: Record, understood: Record) -> Record:
    """A new record with what a newer program had stored in the old one and we did not understand.

    `understood` is what we would have written for the stored record.
    """
    made = dict(new)
    for key, old in stored.items():
        if key not in understood:
            made.setdefault(key, old)
        elif key in new:
            made[key] = _with_unknown_inside(new[key], old, understood[key])
    return made


def _with_unknown_inside(new: Any, stored: Any, understood: Any) -> Any:
    if isinstance(new, dict) and isinstance(stored, dict) and isinstance(understood, dict):
        return with_unknown(new, stored, understood)
    if isinstance(new, list) and isinstance(stored, list) and isinstance(understood, list):
        before = dict(_by_id(stored))
        known = dict(_by_id(understood))
        return [_row(each, before, known) for each in new]
    return new


def _by_id(rows: list[Any]) -> list[tuple[str, Record]]:
    return [(row["id"], row) for row in rows if isinstance(row, dict) and isinstance(row.get("id"), str)]


def _row(new: Any, before: dict[str, Record], known: dict[str, Record]) -> Any:
    name = new.get("id") if isinstance(new, dict) else None
    return with_unknown(new, before[name], known[name]) if name in before and name in known else new
