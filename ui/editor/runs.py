"""Texts of the model and blocks of Qt's documents, each turned into the other.

Qt's positions are UTF-16 units, the model's are code points, so an emoji is two there and one here. An inline object is
one U+FFFC in both. A line feed inside a paragraph is U+2028 inside a block.
"""

from collections.abc import Iterator

from PySide6.QtGui import QTextBlock, QTextCursor

from cmdesk.model.text import Run, Span, Text
from cmdesk.thai.cleaning import OBJECT
from ui.editor.differences import alike
from ui.editor.looks import Looks, run_of

_LINE_BREAK = "\u2028"


def units(letters: str) -> int:
    """How many of Qt's positions letters take."""
    return len(letters) + sum(letter > "\uffff" for letter in letters)


def unit_at(letters: str, position: int) -> int:
    """Qt's position of one of ours."""
    return units(letters[:position])


def position_at(letters: str, unit: int) -> int:
    """Our position of one of Qt's; inside an emoji, the one after it."""
    seen = 0
    for place, letter in enumerate(letters):
        if seen >= unit:
            return place
        seen += 1 + (letter > "\uffff")
    return len(letters)


def text_of(block: QTextBlock) -> Text:
    """The text that a block shows."""
    return Text(tuple(_runs(block)))


def _runs(block: QTextBlock) -> Iterator[Run]:
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        yield from run_of(fragment.text(), fragment.charFormat())
        iterator += 1


def _letters(text: Text) -> str:
    return text.characters.replace("\n", _LINE_BREAK)


def write(cursor: QTextCursor, text: Text, looks: Looks) -> None:
    """Write a text at a cursor."""
    for run in text.runs:
        letters = run.text.replace("\n", _LINE_BREAK) if isinstance(run, Span) else OBJECT
        cursor.insertText(letters, looks.of(run))


def rewrite(block: QTextBlock, text: Text, looks: Looks) -> bool:
    """Make a block show a text, touching only what differs, so that carets elsewhere in it stay; whether it did."""
    if text_of(block) == text and block.text() == _letters(text):
        return False
    cursor = QTextCursor(block)
    cursor.beginEditBlock()
    _replace_letters(cursor, block, _letters(text))
    _dress(cursor, block.position(), text, looks)
    cursor.endEditBlock()
    return True


def _replace_letters(cursor: QTextCursor, block: QTextBlock, letters: str) -> None:
    old = block.text()
    same = alike(old, letters)
    tail = alike(old[same:][::-1], letters[same:][::-1])
    start = block.position() + unit_at(old, same)
    cursor.setPosition(start)
    cursor.setPosition(start + units(old[same : len(old) - tail]), QTextCursor.MoveMode.KeepAnchor)
    cursor.insertText(letters[same : len(letters) - tail])


def _dress(cursor: QTextCursor, start: int, text: Text, looks: Looks) -> None:
    for run in text.runs:
        stop = start + (units(run.text) if isinstance(run, Span) else 1)
        cursor.setPosition(start)
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(looks.of(run))
        start = stop
