"""Keeps the rows of two documents level: the shorter block of a pair gets a bottom margin.

A block's height is measured from its top to the next one's, so that what Qt adds between lines is in it.
"""

from collections.abc import Iterable, Sequence

from PySide6.QtGui import QTextBlock, QTextBlockFormat, QTextCursor, QTextDocument

GAP = 14
"""Distance between rows."""
_TOLERANCE = 0.4


class Leveller:
    """Levels the rows of some documents that have as many blocks each."""

    def __init__(self, *documents: QTextDocument) -> None:
        self._documents = documents

    def level(self, rows: Iterable[int]) -> None:
        """Make some rows level; numbers of rows that are not there do no harm."""
        blocks = [tuple(document.findBlockByNumber(row) for document in self._documents) for row in rows if row >= 0]
        self._level(tuple(pair for pair in blocks if all(block.isValid() for block in pair)))

    def _level(self, pairs: Sequence[tuple[QTextBlock, ...]]) -> None:
        heights = [tuple(map(_height, self._documents, pair)) for pair in pairs]
        for place, document in enumerate(self._documents):
            cursor = QTextCursor(document)
            cursor.beginEditBlock()
            for pair, of_pair in zip(pairs, heights, strict=True):
                _set_margin(pair[place], GAP + max(of_pair) - of_pair[place])
            cursor.endEditBlock()


def _height(document: QTextDocument, block: QTextBlock) -> float:
    layout = document.documentLayout()
    room = layout.blockBoundingRect(block)
    following = block.next()
    if not following.isValid():
        return room.height()
    return layout.blockBoundingRect(following).top() - room.top() - block.blockFormat().bottomMargin()


def _set_margin(block: QTextBlock, margin: float) -> None:
    if abs(block.blockFormat().bottomMargin() - margin) > _TOLERANCE:
        look = QTextBlockFormat()
        look.setBottomMargin(margin)
        QTextCursor(block).mergeBlockFormat(look)
