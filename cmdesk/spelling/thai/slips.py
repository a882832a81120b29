"""How likely it is that a Thai word was written as another: one slip of knowledge or of the finger.

Weights are in the half bits of `Lexicon.rarity`, and were set on the development half of the labelled sentences.
"""

from itertools import permutations

from cmdesk.spelling.differing import differing

_ALIKE = (
    *("นณญรลฬ", "จชซดตถทธศษสฎฏฐฑฒ", "กขคฆฅ", "บปพภฟ", "ผพภฝฟ", "ฉชฌ", "รลว", "ญย", "สซ", "มน"),
    *("ใไ", "เแ", "ิีื", "ึืี", "ุู", "็่้๊๋", "ะัา", "็ั", "ี้"),
)
"""Letters of one sound at an end or a beginning, of one shape, and marks taken for each other."""
_PAIRS = frozenset(pair for letters in _ALIKE for pair in permutations(letters, 2))
_LIGHT = frozenset("่้๊๋์็ะิุั")
"""Signs that are often forgotten or set where none belongs."""
_CLUSTER = frozenset("รลวห")
"""Letters that are hardly heard in a cluster."""

LIKELY, POSSIBLE, UNLIKELY, RANDOM = 14.0, 17.0, 23.0, 26.0


def slip(wrong: str, right: str) -> float | None:
    """The weight of the one slip between two words; None when there are more."""
    parts = differing(wrong, right)
    if parts.is_exchange:
        return POSSIBLE
    if not parts.is_one_letter:
        return None
    if parts.one and parts.other:
        return LIKELY if (parts.one, parts.other) in _PAIRS else RANDOM
    return _extra(parts.one or parts.other, parts.shared)


def _extra(letter: str, before: str) -> float:
    """The weight of a letter too many or too few."""
    if letter in _LIGHT or before.endswith(letter):
        return LIKELY
    return POSSIBLE if letter in _CLUSTER else UNLIKELY
