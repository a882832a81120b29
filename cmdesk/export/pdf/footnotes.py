"""Notes at the foot of pages: the records that the marks on a page lead to, where a document wants them there."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cmdesk.export.blocks import Document, Look, Pair, Paragraph, Sourcing
from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box, Placed
from cmdesk.export.pdf.paragraphs import flow_box
from cmdesk.export.pdf.press import Press
from cmdesk.export.pdf.tags import Node, Tag
from cmdesk.model.language import Language

ENTRIES = (Look.ENTRY, Look.BACKING)


class Footnotes:
    """The notes of one document; none unless it wants them."""

    def __init__(self, document: Document, press: Press, measure: float, within: Node) -> None:
        self._press = press
        self._measure = measure
        self._within = within
        wanted = document.sourcing is Sourcing.FOOTNOTES
        self._entries = dict(_entries(document)) if wanted else {}

    def of(self, placed: Sequence[Placed]) -> tuple[Box, ...]:
        """The notes that these boxes ask for, each record once, in the language it was first cited in."""
        if not self._entries:
            return ()
        asked: dict[str, Language] = {}
        for one in placed:
            for anchor, language in one.box.cited():
                if (anchor, language) in self._entries:
                    asked.setdefault(anchor, language)
        return tuple(self._note(self._entries[key]) for key in asked.items())

    def _note(self, entry: Paragraph) -> Box:
        style = replace(self._press.style(look.FOOTNOTE), hang=0)
        item = self._within.child(Tag.NOTE, entry.flow.language)
        box = flow_box(entry.flow, style, self._measure, self._press.fonts, entry.label)
        return replace(box, node=item.child(Tag.PARAGRAPH), label_node=item.child(Tag.LABEL))


def room_of(notes: Sequence[Box]) -> float:
    """How much of a page some notes take."""
    return look.FOOTNOTES_BEFORE + sum(note.height for note in notes) if notes else 0.0


def _entries(document: Document) -> Iterator[tuple[tuple[str, Language], Paragraph]]:
    """Every record's entry, by its place in the document and its language."""
    for block in document.blocks:
        sides = (block.thai, block.english) if isinstance(block, Pair) else (block,)
        entries = [side for side in sides if isinstance(side, Paragraph) and side.look in ENTRIES]
        anchors = [entry.anchor for entry in entries if entry.anchor]
        for entry in entries if anchors else ():
            yield (anchors[0], entry.flow.language), entry
