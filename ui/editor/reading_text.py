"""The whole dossier as one text to be read: every section with its answer, in one language or both side by side."""

from collections.abc import Iterator
from typing import TypeAlias

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
    QTextLength,
    QTextTableFormat,
)

from cmdesk import i18n
from cmdesk.i18n import _
from cmdesk.model.answer import Answer, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Figure, Span, Text
from cmdesk.reading import answer_texts
from ui import theme
from ui.editor.backdrop import labels as list_labels
from ui.editor.inline import Labels
from ui.editor.looks import LINE_HEIGHT, Looks
from ui.editor.sides import Sides

QUESTION = QTextFormat.Property.UserProperty.value + 10
"""Property of a heading's block: the id of its question."""
_GAP = 18
_CELL = 8


_Row: TypeAlias = tuple[str, dict[Language, Text]]
"""A bullet or number, and what follows it in each language."""


class ReadingText:
    """Writes a dossier at a cursor."""

    def __init__(self, dossier: Dossier, sides: Sides, cursor: QTextCursor) -> None:
        self._dossier = dossier
        self._languages = [language for language in Language if sides.share(language)]
        self._labels, self._looks = Labels(dossier), Looks()
        self._cursor = cursor
        self._line = QTextBlockFormat()
        self._line.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)

    def write(self) -> None:
        """Write every section."""
        self._cursor.beginEditBlock()
        for question in self._dossier.form.questions:
            self._write_heading(question)
            answer = self._dossier.answer(question.id)
            rows = list(_rows(answer, self._languages, self._dossier))
            if rows:
                self._write_rows(rows)
            else:
                self._cursor.insertText(_("Nothing is written here yet."), _muted())
        self._cursor.endEditBlock()

    def _write_heading(self, question: Question) -> None:
        look, block = QTextCharFormat(), QTextBlockFormat(self._line)
        look.setFontWeight(QFont.Weight.DemiBold)
        look.setFontPointSize(theme.text_points() + 2)
        block.setTopMargin(_GAP)
        block.setProperty(QUESTION, question.id)
        self._cursor.insertBlock(block, look)
        title = question.title.best(Language(i18n.language()))
        self._cursor.insertText(f"{question.id}  {title}", look)
        self._cursor.insertBlock(self._line, QTextCharFormat())

    def _write_rows(self, rows: list[_Row]) -> None:
        look = QTextTableFormat()
        look.setBorder(0)
        look.setCellPadding(_CELL)
        share = QTextLength(QTextLength.Type.PercentageLength, 100 / len(self._languages))
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        look.setColumnWidthConstraints([share] * len(self._languages))
        table = self._cursor.insertTable(len(rows), len(self._languages), look)
        for row, (mark, texts) in enumerate(rows):
            for column, language in enumerate(self._languages):
                at = table.cellAt(row, column).firstCursorPosition()
                at.setBlockFormat(self._line)
                if mark:
                    at.insertText(f"{mark} ", _muted())
                self._write_text(at, texts[language], language)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _write_text(self, at: QTextCursor, text: Text, language: Language) -> None:
        for run in text.runs:
            if isinstance(run, Span):
                at.insertText(run.text.replace("\n", "\u2028"), self._looks.of(run))
            else:
                at.insertText(self._labels.words(run, language), _object(run))


def _rows(answer: Answer, languages: list[Language], dossier: Dossier) -> Iterator[_Row]:
    """The lines of an answer: its paragraphs, or all that it says in one."""
    if isinstance(answer, Prose):
        written = tuple(filter(None, answer.paragraphs))
        for mark, paragraph in zip(list_labels(written), written, strict=True):
            yield mark, {language: paragraph.in_(language) for language in languages}
        return
    said = {language: "\n".join(answer_texts(answer, language, dossier.evidence)) for language in languages}
    if any(said.values()):
        yield "", {language: Text.of(words) for language, words in said.items()}


def _look(colour: str) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setForeground(QColor(colour))
    return look


def _muted() -> QTextCharFormat:
    return _look(theme.in_force().muted)


def _object(run: Citation | Figure) -> QTextCharFormat:
    look = _look(theme.in_force().accent)
    if isinstance(run, Citation):
        look.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
    return look
