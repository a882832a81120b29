"""A document as plain text: every word of it, in reading order, for mail and for whatever else reads only letters."""

from collections.abc import Iterator
from pathlib import Path

from cmdesk.export.blocks import (
    Block,
    Cell,
    ContactSheet,
    Contents,
    Cover,
    Document,
    Flow,
    Heading,
    Look,
    PageBreak,
    Pair,
    Paragraph,
    Picture,
    Table,
)
from cmdesk.progress import SILENT, Progress

UNDERLINES = {1: "=", 2: "-"}
LONGEST_LINE = 72
STEP_IN = "  "


def write(document: Document, target: Path, progress: Progress = SILENT) -> None:
    """Put the document at target as UTF-8 text, one line for each paragraph."""
    stanzas: list[str] = []
    for done, block in enumerate(document.blocks):
        progress.step(done, len(document.blocks))
        stanzas += (stanza for stanza in _stanzas(block, document) if stanza.strip())
    target.write_bytes(("\n\n".join(stanzas) + "\n").encode())
    progress.step(len(document.blocks), len(document.blocks))


def _stanzas(block: Block, document: Document) -> Iterator[str]:
    match block:
        case Cover():
            yield _underlined(_plain(block.title), "=")
            yield _plain(block.subtitle)
            yield _plain(block.lines)
        case Contents():
            headings = [each for each in document.blocks if isinstance(each, Heading) and each.level <= block.depth]
            entries = (STEP_IN * (each.level - 1) + _title(each) for each in headings)
            yield "\n".join([_underlined(_plain(block.title), "-"), *entries])
        case Heading():
            yield _underlined(_title(block), UNDERLINES.get(block.level, ""))
        case Paragraph():
            yield paragraph_text(block)
        case Pair():
            yield from (paragraph_text(side) for side in (block.thai, block.english) if side)
            yield _plain(block.notes or ())
        case Table():
            yield "\n".join(_rows(block))
        case Picture():
            yield picture_text(block)
        case ContactSheet():
            yield "\n".join(picture_text(picture) for picture in block.pictures)
        case PageBreak():
            return


def _plain(flows: tuple[Flow, ...]) -> str:
    return "\n".join(flow.plain for flow in flows)


def _title(heading: Heading) -> str:
    words = " / ".join(flow.plain for flow in heading.flows)
    return f"{heading.number}  {words}" if heading.number else words


def _underlined(words: str, rule: str) -> str:
    longest = max(map(len, words.split("\n")))
    return f"{words}\n{rule * min(longest, LONGEST_LINE)}".rstrip("\n") if words else ""


def paragraph_text(paragraph: Paragraph) -> str:
    """Its label and words; a line to sign on is drawn."""
    if paragraph.look is Look.SIGNATURE:
        return f"{'_' * 40}\n{paragraph.flow.plain}"
    return f"{paragraph.label} {paragraph.flow.plain}" if paragraph.label else paragraph.flow.plain


def picture_text(picture: Picture) -> str:
    """What stands for a picture where none can be shown: its label, its caption, and what it shows."""
    caption = _plain(picture.caption)
    shown = [picture.label, caption, picture.alt.plain if picture.alt.plain != caption else ""]
    return "[" + ": ".join(words for words in shown if words) + "]"


def _rows(table: Table) -> Iterator[str]:
    """Each row as its first cell with the others below, each after the head of its column."""
    heads = [_cell(cell) for cell in table.head]
    for row in table.rows:
        first, *others = map(_cell, row)
        if len(others) == 1:
            yield f"{first}: {others[0]}"
        else:
            yield first
            yield from (f"{STEP_IN}{head}: {words}" for head, words in zip(heads[1:], others, strict=False))


def _cell(cell: Cell) -> str:
    return " / ".join(" ".join(flow.plain.split("\n")) for flow in cell.flows)
