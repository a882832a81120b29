"""A mapping that cannot be changed, only copied with a difference; a copy costs the size of the difference."""

from collections.abc import ItemsView, Iterator, Mapping, ValuesView
from itertools import compress
from operator import is_not
from types import MappingProxyType
from typing import Any, Final, Generic, NamedTuple, TypeVar, cast

K = TypeVar("K")
V = TypeVar("V")

_MOST = 128
"""Differences that a mapping carries before it lays them down in a base of its own."""


class _Gone:
    """Stands for the value of a key that was taken out."""


_GONE: Final = _Gone()


class _Layers(NamedTuple, Generic[K, V]):
    """What a mapping consists of. No dictionary in here is ever changed."""

    base: dict[K, V]
    delta: dict[K, V | _Gone]
    length: int
    older: dict[K, V]
    """What the base was made from."""
    since: tuple[K, ...]
    """Keys in which the base may differ from the older one."""

    def merged(self) -> dict[K, V]:
        """All items; a dictionary that nobody may change."""
        if not self.delta:
            return self.base
        merged = cast("dict[K, V]", {**self.base, **self.delta})
        for key in [key for key, value in self.delta.items() if value is _GONE]:
            del merged[key]
        return merged

    def perhaps_differing(self, other: "_Layers[K, V]") -> list[K] | None:
        """Keys among which are all that two mappings differ in; None when only looking at every key would tell."""
        if self.base is other.base:
            between: tuple[K, ...] = ()
        elif self.older is other.base:
            between = self.since
        elif self.base is other.older:
            between = other.since
        else:
            return None
        return list(dict.fromkeys((*self.delta, *other.delta, *between)))


def _alone(base: dict[K, V]) -> "_Layers[K, V]":
    return _Layers(base, {}, len(base), base, ())


class FrozenMap(Mapping[K, V], Generic[K, V]):
    """An immutable mapping that keeps the order of insertion; equal to any mapping with the same items.

    Mappings share a base, which none of them changes, and each has its few differences from it. A mapping that laid
    its differences down still knows them, so that what differs from an older one is found without meeting every key.
    """

    __slots__ = ("_layers",)

    def __init__(self, items: Mapping[K, V] | None = None) -> None:
        self._layers: _Layers[K, V] = _alone(dict(items or {}))

    def __getitem__(self, key: K) -> V:
        value = self._layers.delta.get(key, self)
        if value is self:
            return self._layers.base[key]
        if value is _GONE:
            raise KeyError(key)
        return cast("V", value)

    def __iter__(self) -> Iterator[K]:
        return iter(self._layers.merged())

    def __len__(self) -> int:
        return self._layers.length

    def __hash__(self) -> int:
        return hash(frozenset(self.items()))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FrozenMap):
            return isinstance(other, Mapping) and self._layers.merged() == dict(other)
        if len(self) != len(other):
            return False
        mine, theirs = self._layers, other._layers
        keys = mine.perhaps_differing(theirs)
        if keys is None:
            return mine.merged() == theirs.merged()
        return all(self.get(key, _GONE) == other.get(key, _GONE) for key in keys)

    def __repr__(self) -> str:
        return f"FrozenMap({self._layers.merged()!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenMap, (dict(self._layers.merged()),)

    def items(self) -> ItemsView[K, V]:
        """Keys with their values."""
        return MappingProxyType(self._layers.merged()).items()

    def values(self) -> ValuesView[V]:
        """Values in the order of their keys."""
        return MappingProxyType(self._layers.merged()).values()

    def with_(self, key: K, value: V) -> "FrozenMap[K, V]":
        """This mapping with one value set."""
        delta = self._layers.delta
        if delta.get(key) is _GONE:
            # Its old place in the base is not its place any more.
            return FrozenMap({**self._layers.merged(), key: value})
        return self._differing({**delta, key: value}, len(self) + (key not in self))

    def without(self, key: K) -> "FrozenMap[K, V]":
        """This mapping without one key; KeyError when it is not there."""
        if key not in self:
            raise KeyError(key)
        delta = {other: value for other, value in self._layers.delta.items() if other != key}
        if key in self._layers.base:
            delta[key] = _GONE
        return self._differing(delta, len(self) - 1)

    def differing_from(self, earlier: "FrozenMap[K, V]") -> list[K]:
        """Keys whose value is another object than in an earlier mapping, or is only in one of the two."""
        before = earlier._layers  # noqa: SLF001 - a fellow, and 50,000 keys are met per keystroke
        keys = self._layers.perhaps_differing(before)
        if keys is not None:
            return [key for key in keys if self.get(key, _GONE) is not earlier.get(key, _GONE)]
        mine, theirs = self._layers.merged(), before.merged()
        if len(mine) == len(theirs) and list(mine) == list(theirs):
            return list(compress(mine, map(is_not, mine.values(), theirs.values())))
        changed = [key for key, value in mine.items() if theirs.get(key, _GONE) is not value]
        return changed + [key for key in theirs if key not in mine]

    def _differing(self, delta: "dict[K, V | _Gone]", length: int) -> "FrozenMap[K, V]":
        """A mapping on the same base, or with the differences laid down when there are many."""
        made: FrozenMap[K, V] = FrozenMap()
        layers = self._layers._replace(delta=delta, length=length)
        if len(delta) > _MOST:
            layers = _alone(layers.merged())._replace(older=self._layers.base, since=tuple(delta))
        made._layers = layers
        return made
