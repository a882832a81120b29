"""How alike two pictures or two texts are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from zlib import crc32

from cmdesk.thai.normalizing import search_key

_NEAR_PICTURES = 10
"""Bits of 128 in which two fingerprints of the same photograph may differ."""
_BANDS = 11
"""Of two fingerprints that differ in ten bits, one of eleven bands at least is equal."""
_WIDTH = 12
_GRAM = 5
"""Letters of a shingle."""
_SKETCH = 128
"""Shingles that stand for a text: those with the lowest hashes."""
_NEAR_TEXTS = 0.7
_SHORTEST = 60
"""Letters below which texts are too short to be told apart by their shingles."""
_MOST_LETTERS = 8_000

Pair = tuple[str, str]


def near_pictures(fingerprints: Mapping[str, str]) -> Iterator[Pair]:
    """Pairs of names whose pictures look alike, each once; flat pictures look like nothing."""
    numbers = {name: int(fingerprint, 16) for name, fingerprint in fingerprints.items() if int(fingerprint, 16)}
    buckets: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for name, number in numbers.items():
        for band in range(_BANDS):
            buckets[band, _band(number, band)].append(name)
    for (band, _value), names in buckets.items():
        for one, other in combinations(names, 2):
            difference = numbers[one] ^ numbers[other]
            if difference.bit_count() <= _NEAR_PICTURES and _first_equal(difference) == band:
                yield one, other


def _band(number: int, band: int) -> int:
    return (number >> band * _WIDTH) & ((1 << _WIDTH) - 1)


def _first_equal(difference: int) -> int:
    """The first band in which two fingerprints agree: a pair is told there and nowhere else."""
    return next(band for band in range(_BANDS) if not _band(difference, band))


def _pairs(buckets: Mapping[tuple[int, int], list[str]]) -> Iterator[Pair]:
    seen: set[Pair] = set()
    for names in buckets.values():
        for pair in combinations(names, 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def near_texts(texts: Mapping[str, str]) -> Iterator[Pair]:
    """Pairs of names whose texts share most of their shingles, each once."""
    sketches = {name: sketch for name, text in texts.items() if (sketch := sketch_of(text))}
    buckets: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for name, sketch in sketches.items():
        for shingle in sketch[: _SKETCH // 8]:
            buckets[0, shingle].append(name)
    for one, other in _pairs(buckets):
        if resemblance(sketches[one], sketches[other]) >= _NEAR_TEXTS:
            yield one, other


def sketch_of(text: str) -> tuple[int, ...]:
    """The lowest hashes of a text's shingles, in order; empty for a text that is too short."""
    key = search_key(text[:_MOST_LETTERS]).replace(" ", "")
    if len(key) < _SHORTEST:
        return ()
    shingles = {key[at : at + _GRAM] for at in range(len(key) - _GRAM + 1)}
    return tuple(sorted(map(_hash, shingles))[:_SKETCH])


def _hash(shingle: str) -> int:
    return crc32(shingle.encode("utf-8", "replace"))


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of shingles that two texts have in common, by their sketches; from 0 to 1."""
    mine, theirs = set(one), set(other)
    lowest = sorted(mine | theirs)[:_SKETCH]
    return sum(shingle in mine and shingle in theirs for shingle in lowest) / len(lowest) if lowest else 0.0
