"""JSON written in one way only, and read strictly: no NaN, no key twice, no endless depth."""

import json
import re
from typing import Any, NoReturn

import msgspec

DEEPEST = 40
_STRING = re.compile(rb'"(?:[^"\\]|\\.)*"')
_BRACKETS = bytes.maketrans(b"{}", b"[]")
_ALL_BUT_BRACKETS = bytes(set(range(256)) - set(b"[]{}"))


def canonical(value: Any) -> bytes:
    """UTF-8 JSON with sorted keys and without blanks: equal values have equal bytes."""
    return msgspec.json.encode(value, order="sorted")


def strictly(data: bytes) -> Any:
    """The value of a JSON text; ValueError when it has any of what is forbidden here."""
    _check_depth(data)
    try:
        value = msgspec.json.decode(data)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise ValueError(str(error)) from error
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


def _check_depth(data: bytes) -> None:
    brackets = _STRING.sub(b"", data).translate(_BRACKETS, _ALL_BUT_BRACKETS)
    for _round in range(DEEPEST):
        if not brackets:
            return
        brackets = brackets.replace(b"[]", b"")
    if brackets:
        raise ValueError(f"nested more than {DEEPEST} deep, or brackets do not match")
