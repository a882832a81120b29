"""How alike two pictures or two texts are."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from itertools import combinations

from cmdesk.thai.normalizing import search_key

_NEAR_PICTURES = 10
"""Bits of 128 in which two fingerprints of the same photograph may differ."""
_BANDS = 11
"""Of two fingerprints that differ in ten bits, one of eleven bands at least is equal."""
_BITS = 128
_GRAM = 5
"""Letters of a shingle."""
_SKETCH = 128
"""Shingles that stand for a text: those with the lowest hashes."""
_NEAR_TEXTS = 0.7
_SHORTEST = 60
"""Letters below which texts are too short to be told apart by their shingles."""
_MOST_LETTERS = 20_000

Pair = tuple[str, str]


def near_pictures(fingerprints: Mapping[str, str]) -> Iterator[Pair]:
    """Pairs of names whose pictures look alike, each once; flat pictures look like nothing."""
    numbers = {name: int(fingerprint, 16) for name, fingerprint in fingerprints.items() if int(fingerprint, 16)}
    buckets: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for name, number in numbers.items():
        for band, value in enumerate(_bands(number)):
            buckets[band, value].append(name)
    for one, other in _pairs(buckets):
        if (numbers[one] ^ numbers[other]).bit_count() <= _NEAR_PICTURES:
            yield one, other


def _bands(number: int) -> Iterator[int]:
    width = -(-_BITS // _BANDS)
    mask = (1 << width) - 1
    return ((number >> band * width) & mask for band in range(_BANDS))


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
    return int.from_bytes(blake2b(shingle.encode(), digest_size=8).digest())


def resemblance(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of shingles that two texts have in common, by their sketches; from 0 to 1."""
    mine, theirs = set(one), set(other)
    lowest = sorted(mine | theirs)[:_SKETCH]
    return sum(shingle in mine and shingle in theirs for shingle in lowest) / len(lowest) if lowest else 0.0
