"""Where two texts part."""


def alike(one: str, other: str) -> int:
    """How many letters two texts have in common from their start."""
    shorter = min(len(one), len(other))
    if one[:shorter] == other[:shorter]:
        return shorter
    return next(place for place in range(shorter) if one[place] != other[place])
