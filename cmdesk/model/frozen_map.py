"""A mapping that cannot be changed, only copied with a difference."""

from collections.abc import Iterator, Mapping
from itertools import compress
from operator import is_not
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FrozenMap(Mapping[K, V], Generic[K, V]):
    """An immutable mapping that keeps the order of insertion; equal to any mapping with the same items."""

    __slots__ = ("_items",)

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        self._items: dict[K, V] = dict(items or {})

    def __getitem__(self, key: K) -> V:
        return self._items[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenMap({self._items!r})"

    def with_(self, key: K, value: V) -> "FrozenMap[K, V]":
        """This mapping with one value set."""
        return FrozenMap({**self._items, key: value})

    def without(self, key: K) -> "FrozenMap[K, V]":
        """This mapping without one key; KeyError when it is not there."""
        rest = dict(self._items)
        del rest[key]
        return FrozenMap(rest)

    def differing_from(self, earlier: "FrozenMap[K, V]") -> list[K]:
        """Keys whose value is another object than in an earlier mapping, or is only in one of the two."""
        mine, theirs = self._items, earlier._items  # noqa: SLF001 - a fellow, and 50,000 keys are met per keystroke
        if len(mine) == len(theirs) and list(mine) == list(theirs):
            return list(compress(mine, map(is_not, mine.values(), theirs.values())))
        changed = [key for key, value in mine.items() if theirs.get(key, earlier) is not value]
        return changed + [key for key in theirs if key not in mine]
