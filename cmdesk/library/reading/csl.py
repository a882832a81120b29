"""CSL-JSON (the citation style language's data model) into references."""

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from cmdesk.library.reading.found import Reference, Trouble
from cmdesk.library.reading.refused import Refused


def references(text: str) -> Iterator[Reference | None]:
    """The items of a file in order; None for each that is no item."""
    try:
        items = json.loads(text, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Refused(Trouble.DAMAGED, str(error)[:100]) from error
    for item in items if isinstance(items, list) else [items]:
        yield _reference(item) if isinstance(item, dict) else None


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no number of JSON's")


def _reference(item: dict[str, Any]) -> Reference | None:
    found = Reference(
        type=_text(item, "type"),
        key=_text(item, "id"),
        title=_text(item, "title"),
        authors=tuple(filter(None, map(_name, _list(item, "author") or _list(item, "editor")))),
        issued=_date(item.get("issued")),
        publisher=_text(item, "publisher"),
        container=_text(item, "container-title"),
        place=_text(item, "publisher-place") or _text(item, "event-place"),
        pages=_text(item, "page"),
        url=_text(item, "URL"),
        doi=_text(item, "DOI"),
        accessed=_date(item.get("accessed")),
        language=_text(item, "language"),
        abstract=_text(item, "abstract"),
        note=_text(item, "note"),
        rights=_text(item, "license") or _text(item, "rights"),
        keywords=tuple(word.strip() for word in _text(item, "keyword").split(",") if word.strip()),
    )
    return found if found.title or found.authors or found.url else None


def _text(item: dict[str, Any], name: str) -> str:
    value = item.get(name)
    return str(value).strip() if isinstance(value, str | int) else ""


def _list(item: dict[str, Any], name: str) -> list[Any]:
    value = item.get(name)
    return value if isinstance(value, list) else []


def _name(person: Any) -> str:
    if not isinstance(person, dict):
        return ""
    parts = (_text(person, "given"), _text(person, "non-dropping-particle"), _text(person, "family"))
    return _text(person, "literal") or " ".join(filter(None, parts))


def _date(value: Any) -> str:
    parts = value.get("date-parts") if isinstance(value, dict) else None
    first = parts[0] if isinstance(parts, list) and parts and isinstance(parts[0], list) else []
    numbers = [str(part) for part in first[:3]]
    if not numbers or not all(number.isascii() and number.isdecimal() for number in numbers):
        return ""
    return "-".join([numbers[0].zfill(4), *(number.zfill(2) for number in numbers[1:])])
