"""Places in an order, as strings between which another always fits.

A rank is a fraction between 0 and 1 written in base 36 without the leading "0."; ordinary string comparison orders
them. Inserting never touches the neighbours, which is what lets two people's insertions merge.
"""

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE = len(_DIGITS)


def between(before: str | None, after: str | None) -> str:
    """Rank that sorts after `before` and before `after`; None stands for the very start or end.

    Raises ValueError when no rank fits, as when `before` does not sort before `after`.
    """
    # A zero at the end is worth nothing: there is no room between "a" and "a0".
    low, high = (before or "").rstrip("0"), None if after is None else after.rstrip("0")
    if high is not None and low >= high:
        raise ValueError(f"no rank between {before!r} and {after!r}")
    made = ""
    while True:
        floor = _digit(low, len(made), 0)
        ceiling = _BASE if high is None else _digit(high, len(made), 0)
        if ceiling - floor > 1:
            return made + _DIGITS[(floor + ceiling) // 2]
        made += _DIGITS[floor]
        if ceiling > floor:
            high = None  # the digit already sorts below `after`: anything may follow


def _digit(rank: str, position: int, default: int) -> int:
    return _DIGITS.index(rank[position]) if position < len(rank) else default


def evenly(count: int) -> list[str]:
    """`count` ranks in order, with room between them, all of one length."""
    width = 2
    while _BASE**width < (count + 1) * _BASE:
        width += 1
    step = _BASE**width // (count + 1)
    return [_spelled(step * (i + 1), width) for i in range(count)]


def _spelled(number: int, width: int) -> str:
    digits = ""
    for _place in range(width):
        number, digit = divmod(number, _BASE)
        digits = _DIGITS[digit] + digits
    return digits.rstrip("0")
