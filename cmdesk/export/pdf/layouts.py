"""Paragraphs already set, so that a document that was changed in one place is set again in that place only."""

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Layouts:
    """What was set for the last document and for this one; what neither wanted is forgotten."""

    def __init__(self) -> None:
        self._last: dict[Hashable, object] = {}
        self._these: dict[Hashable, object] = {}

    def begin(self) -> None:
        """Begin another document."""
        self._last, self._these = self._these, {}

    def kept(self, key: Hashable, make: Callable[[], T]) -> T:
        """What was made for a key, made now if it was not before."""
        found = self._these.get(key)
        if found is None:
            found = self._last.get(key) or make()
            self._these[key] = found
        return cast("T", found)
