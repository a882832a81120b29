"""JSON written in one way only, and read strictly: no NaN, no key twice, no endless depth."""

import json
from typing import Any, NoReturn

import msgspec

DEEPEST = 40


def canonical(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys and without blanks: equal values have equal bytes."""
    return msgspec.json.encode(value, order="sorted")


def strictly(data: bytes) -> Any:
    """The value of a JSON text; ValueError when it has any of what is forbidden here."""
    try:
        value = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from error
    check_depth(value)
    # Canonical text can't hold a key twice, so only foreign text pays for looking.
    return value if canonical(value) == data else _without_twins(data)


def _without_twins(data: bytes) -> Any:
    return json.loads(data, object_pairs_hook=_object, parse_constant=_no_constant)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("a key stands twice in one object")
    return made


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def check_depth(value: Any, left: int = DEEPEST) -> None:
    """Pass over a value that is not nested too deep; ValueError for others."""
    if left == 0 and isinstance(value, dict | list):
        raise ValueError(f"nested more than {DEEPEST} deep")
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    for part in parts:
        # Most parts are words: a call for each would be half the time that opening takes.
        kind = type(part)
        if kind is dict or kind is list:
            check_depth(part, left - 1)
