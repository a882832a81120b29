"""What an element is to a text: the look of the letters in it, or a citation or figure that we wrote ourselves."""

import re
from collections.abc import Container, Mapping
from dataclasses import replace

from cmdesk.model.ids import EvidenceId
from cmdesk.model.links import is_allowed
from cmdesk.model.text import Citation, Figure, Span
from cmdesk.pasting.writer import CITE, FIGURE, LOCATOR

_WEIGHT = re.compile(r"(?:^|;)\s*font-weight\s*:\s*(\w+)", re.IGNORECASE)
_SLANT = re.compile(r"(?:^|;)\s*font-style\s*:\s*(\w+)", re.IGNORECASE)
_BOLD_FROM = 600


def look_inside(outer: Span, tag: str, attributes: Mapping[str, str]) -> Span:
    """The look of letters in an element whose surroundings have a look; what its style says counts for most."""
    look = outer
    if tag in ("b", "strong"):
        look = replace(look, bold=True)
    elif tag in ("i", "em", "cite", "dfn"):
        look = replace(look, italic=True)
    elif tag == "a":
        address = attributes.get("href", "").strip()
        look = replace(look, link=address if is_allowed(address) else "")
    style = attributes.get("style", "")
    weight, slant = _WEIGHT.search(style), _SLANT.search(style)
    if weight is not None:
        look = replace(look, bold=_is_bold(weight[1].lower()))
    if slant is not None:
        look = replace(look, italic=slant[1].lower() in ("italic", "oblique"))
    return look


def _is_bold(weight: str) -> bool:
    return weight in ("bold", "bolder") or (weight.isascii() and weight.isdigit() and int(weight) >= _BOLD_FROM)


def object_of(attributes: Mapping[str, str], known: Container[str]) -> Citation | Figure | None:
    """The citation or figure that an element stands for, if its record is known; None for all other elements."""
    cited, figure = attributes.get(CITE, ""), attributes.get(FIGURE, "")
    if cited in known:
        return Citation(EvidenceId(cited), attributes.get(LOCATOR, ""))
    return Figure(EvidenceId(figure)) if figure in known else None
