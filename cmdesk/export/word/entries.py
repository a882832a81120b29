"""The entries of the evidence: which bear a number that fields can ask for, and which are noted below their marks."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from cmdesk.export.blocks import Block, Document, Flow, Look, Pair, Paragraph, Sourcing
from cmdesk.model.language import Language

NAMES = {Sourcing.FOOTNOTES: "footnote", Sourcing.ENDNOTES: "endnote"}
ENTRIES = (Look.ENTRY, Look.BACKING)
COUNTED = re.compile(r"\[(?P<number>[0-9]+)(?P<rest>[^\]]*)\]")
"""A label or a mark whose number a field can show; fields in Thai digits are only understood by Word."""


@dataclass(slots=True)
class Notes:
    """The notes of one document. None are made when its marks only lead to the list of evidence."""

    name: str = ""
    """footnote or endnote; empty for none."""
    entries: dict[tuple[str, Language], Flow] = field(default_factory=dict)
    given: list[tuple[Flow, str]] = field(default_factory=list)
    """What was noted so far, and under which mark."""

    @classmethod
    def of(cls, document: Document) -> "Notes":
        """The notes that a document may have: one for each record of its evidence, in each language."""
        if document.sourcing not in NAMES:
            return cls()
        return cls(NAMES[document.sourcing], dict(_flows(document.blocks)))

    def number(self, anchor: str, language: Language, mark: str) -> int | None:
        """Number of a new note on the record at an anchor; None when there is nothing to note."""
        flow = self.entries.get((anchor, language))
        if flow is None:
            return None
        self.given.append((flow, mark))
        return len(self.given)


def numbered_entries(blocks: Iterable[Block]) -> Iterator[str]:
    """Anchors of the entries whose label is a number in brackets."""
    return (entry.anchor for entry in entries_of(blocks) if entry.anchor and COUNTED.fullmatch(entry.label))


def entries_of(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """The entries of the evidence, in all languages."""
    for block in blocks:
        sides = (block.thai, block.english) if isinstance(block, Pair) else (block,)
        yield from (side for side in sides if isinstance(side, Paragraph) and side.look in ENTRIES)


def _flows(blocks: Iterable[Block]) -> Iterator[tuple[tuple[str, Language], Flow]]:
    for entry in entries_of(blocks):
        anchor = entry.anchor or entry.refers
        again = any(piece.anchor == anchor for piece in entry.flow.pieces)
        if anchor and not again:
            yield (anchor, entry.flow.language), entry.flow
