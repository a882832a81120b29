"""Thai digits in the Thai text of a finished document.

Arabic ones stay where Thai offices keep them: in addresses, and beside Latin letters, as in "PM2.5" or "A7".
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from cmdesk.export.blocks import (
    Block,
    Cell,
    ContactSheet,
    Contents,
    Cover,
    Document,
    Flow,
    Heading,
    Pair,
    Paragraph,
    Picture,
    Piece,
    Table,
)
from cmdesk.model.language import Language
from cmdesk.thai.numerals import to_thai_digits

_WORD = re.compile(r"\S+")
_LATIN = re.compile(r"[A-Za-z]|://|@")


def with_thai_digits(document: Document) -> Document:
    """The document with Thai digits in all of its Thai text."""
    return replace(
        document,
        running_head=_flow(document.running_head),
        footer=_flow(document.footer),
        blocks=tuple(map(_block, document.blocks)),
        thai_digits=True,
    )


def _block(block: Block) -> Block:  # noqa: PLR0911 - a line for each block
    match block:
        case Paragraph():
            return _paragraph(block)
        case Pair():
            notes = block.notes if block.notes is None else _flows(block.notes)
            return Pair(block.thai and _paragraph(block.thai), block.english and _paragraph(block.english), notes)
        case Heading():
            number = (
                to_thai_digits(block.number) if block.number.isdecimal() and _is_thai(block.flows) else block.number
            )
            return replace(block, flows=_flows(block.flows), number=number)
        case Table():
            return replace(block, head=_cells(block.head), rows=tuple(map(_cells, block.rows)))
        case Cover():
            return Cover(_flows(block.title), _flows(block.subtitle), _flows(block.lines))
        case Contents():
            return replace(block, title=_flows(block.title))
        case Picture():
            return _picture(block)
        case ContactSheet():
            return replace(block, pictures=tuple(map(_picture, block.pictures)))
        case _:
            return block


def _is_thai(flows: tuple[Flow, ...]) -> bool:
    return any(flow.language is Language.THAI for flow in flows[:1])


def _paragraph(block: Paragraph) -> Paragraph:
    thai = block.flow.language is Language.THAI
    return replace(block, flow=_flow(block.flow), label=to_thai_digits(block.label) if thai else block.label)


def _picture(block: Picture) -> Picture:
    label = to_thai_digits(block.label) if _is_thai(block.caption) else block.label
    return replace(block, alt=_flow(block.alt), caption=_flows(block.caption), label=label)


def _cells(cells: tuple[Cell, ...]) -> tuple[Cell, ...]:
    return tuple(replace(cell, flows=_flows(cell.flows)) for cell in cells)


def _flows(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    return tuple(map(_flow, flows))


def _flow(flow: Flow) -> Flow:
    if flow.language is not Language.THAI:
        return flow
    return Flow(flow.language, tuple(piece if piece.link else _piece(piece) for piece in flow.pieces))


def _piece(piece: Piece) -> Piece:
    return replace(piece, text=_WORD.sub(_in_thai, piece.text))


def _in_thai(word: re.Match[str]) -> str:
    return word[0] if _LATIN.search(word[0]) else to_thai_digits(word[0])
