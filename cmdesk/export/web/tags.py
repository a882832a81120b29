"""Elements of HTML, made as a tree: text can never become markup."""

from lxml import etree

from cmdesk.export.blocks import Flow, Piece
from cmdesk.model.language import Language
from cmdesk.model.links import is_allowed
from cmdesk.thai.cleaning import clean

Element = etree._Element  # noqa: SLF001 - lxml gives the type of its elements no other name


def tag(name: str, *children: Element | None, text: str = "", **attributes: str) -> Element:
    """An element; attributes that are empty and children that are None are left out, `class_` stands for `class`."""
    named = {key.rstrip("_").replace("_", "-"): clean(value) for key, value in attributes.items() if value}
    made = etree.Element(name, named)
    made.text = clean(text) or None
    made.extend([child for child in children if child is not None])
    return made


def flowing(element: Element, flow: Flow, around: Language) -> Element:
    """An element with the pieces of a flow added, and its language where it is another one than around."""
    if flow.language is not around:
        element.set("lang", flow.language.value)
    for piece in flow.pieces:
        _add(element, piece)
    return element


def stacked(element: Element, flows: tuple[Flow, ...], around: Language) -> Element:
    """An element with one span for each flow, each on a line of its own."""
    element.extend([flowing(tag("span"), flow, around) for flow in flows])
    return element


def _add(element: Element, piece: Piece) -> None:
    marks = [name for name, wanted in _marks(piece) if wanted]
    inner = element
    for name in marks:
        inner = etree.SubElement(inner, name)
    target = piece.link if piece.link and is_allowed(piece.link) else f"#{piece.anchor}" if piece.anchor else ""
    if target:
        inner = etree.SubElement(inner, "a", href=clean(target))
    _write(inner, clean(piece.text))


def _marks(piece: Piece) -> tuple[tuple[str, bool], ...]:
    looks = (("strong", piece.bold), ("em", piece.italic), ("sup", piece.raised))
    return ("del", piece.struck), ("ins", piece.inserted), *looks


def _write(element: Element, text: str) -> None:
    """Add text after what is there, its line feeds as breaks."""
    first, *more = text.split("\n")
    _append(element, first)
    for line in more:
        etree.SubElement(element, "br")
        _append(element, line)


def _append(element: Element, text: str) -> None:
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
