"""A comparison written into a document of Qt's: sections, their lines side by side, links that restore."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from cmdesk import i18n
from cmdesk.comparing import Kind
from cmdesk.i18n import _
from cmdesk.model.language import Language
from cmdesk.versions.comparison import Change, Comparison, LineChange, Section
from cmdesk.versions.wording import CHANGES, Said, said
from ui import theme
from ui.theme import SPACE

SIDES = (Language.THAI, Language.ENGLISH)
_LINE_BREAK = "\u2028"
_LINE_HEIGHT = 135.0


@dataclass(frozen=True, slots=True)
class Place:
    """What a link restores: a line, or the whole section when `line` is None."""

    section: Section
    line: LineChange | None = None


class ComparisonPage:
    """Writes at a cursor; `places` are what its links mean, by their numbers."""

    def __init__(self, cursor: QTextCursor, comparison: Comparison, *, whole: bool, restorable: bool) -> None:
        self._cursor = cursor
        self._comparison = comparison
        self._whole = whole
        self._restorable = restorable
        self._colours = theme.in_force()
        self.places: list[Place] = []

    def write(self) -> Iterator[str]:
        """Write it, one line at each step, which gives the name of its section."""
        comparison = self._comparison
        sections = comparison.sections if self._whole else comparison.changed
        shown = [section for section in sections if section.lines]
        if not shown:
            self._say(_("Nothing changed.") if not self._whole else _("Nothing is written here."))
        for section in shown:
            yield from self._section(section)

    def _say(self, words: str) -> None:
        self._cursor.insertText(words, self._plain(self._colours.muted))

    def _section(self, section: Section) -> Iterator[str]:
        tongue = Language(i18n.language())
        lines = section.lines if self._whole else section.changed
        for place, line in enumerate(lines):
            self._cursor.beginEditBlock()  # laid out once for all of it
            if place == 0:
                self._heading(section, tongue)
            self._line(section, line, tongue)
            self._cursor.endEditBlock()
            yield section.name

    def _heading(self, section: Section, tongue: Language) -> None:
        look = QTextBlockFormat()
        look.setTopMargin(3 * SPACE)
        look.setBottomMargin(SPACE / 2)
        look.setHeadingLevel(2)
        self._block(look)
        bold = self._plain(self._colours.text)
        bold.setFontWeight(QFont.Weight.DemiBold)
        bold.setFontPointSize(theme.text_points())
        named = filter(None, (section.number, section.title.best(tongue)))
        bold.setAnchor(True)
        bold.setAnchorNames([section.name])
        self._cursor.insertText("  ".join(named), bold)
        if section.changed:
            self._link(Place(section), _("Restore this section"))

    def _block(self, look: QTextBlockFormat) -> None:
        """Begin a paragraph: in the empty one that a table leaves behind it, if there is one."""
        self._cursor.movePosition(QTextCursor.MoveOperation.End)
        if self._cursor.atBlockStart():
            self._cursor.setBlockFormat(look)
        else:
            self._cursor.insertBlock(look)

    def _line(self, section: Section, line: LineChange, tongue: Language) -> None:
        self._about(section, line, tongue)
        table = self._table()
        for column, language in enumerate(SIDES):
            cursor = table.cellAt(0, column).firstCursorPosition()
            look = QTextBlockFormat()
            look.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setBlockFormat(look)
            for part in said(line, language, self._comparison):
                cursor.insertText(part.words.replace("\n", _LINE_BREAK), self._look(part))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _about(self, section: Section, line: LineChange, tongue: Language) -> None:
        look = QTextBlockFormat()
        look.setTopMargin(SPACE)
        self._block(look)
        label = line.line.label.best(tongue)
        became = "" if line.change in (Change.SAME, Change.CHANGED) else _(CHANGES[line.change])
        self._cursor.insertText(" · ".join(filter(None, (label, became))), self._plain(self._colours.muted))
        if line.change is not Change.SAME and can_restore(section, line):
            self._link(Place(section, line), _("Restore this"))

    def _table(self) -> QTextTable:
        look = QTextTableFormat()
        look.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        half = QTextLength(QTextLength.Type.PercentageLength, 50)
        look.setColumnWidthConstraints([half, half])
        look.setCellPadding(SPACE / 2)
        look.setCellSpacing(0)
        look.setBottomMargin(SPACE)
        look.setBorder(0)
        look.setBorderStyle(QTextTableFormat.BorderStyle.BorderStyle_None)
        return self._cursor.insertTable(1, len(SIDES), look)

    def _link(self, place: Place, words: str) -> None:
        if not self._restorable:
            return
        look = self._plain(self._colours.accent)
        look.setAnchor(True)
        look.setAnchorHref(str(len(self.places)))
        self.places.append(place)
        if not self._cursor.atBlockStart():
            self._cursor.insertText("   ", self._plain(self._colours.muted))
        self._cursor.insertText(words, look)

    def _plain(self, colour: str) -> QTextCharFormat:
        look = QTextCharFormat()
        look.setFontPointSize(theme.INTERFACE_POINTS - 1)
        look.setForeground(QColor(colour))
        return look

    def _look(self, part: Said) -> QTextCharFormat:
        """How letters look: what was deleted is struck out, what was inserted underlined, and coloured besides."""
        kinds = {Kind.SAME: self._colours.text, Kind.DELETED: self._colours.bad, Kind.INSERTED: self._colours.good}
        look = self._plain(self._colours.muted if part.source and part.kind is Kind.SAME else kinds[part.kind])
        look.setFontPointSize(theme.text_points() - 1)
        look.setFontStrikeOut(part.kind is Kind.DELETED)
        look.setFontUnderline(part.kind is Kind.INSERTED)
        look.setFontItalic(part.italic)
        look.setFontWeight(QFont.Weight.Bold if part.bold else QFont.Weight.Normal)
        return look


def can_restore(section: Section, line: LineChange) -> bool:
    """Whether a line can come back by itself: a paragraph or a record can, a field only with its section."""
    return section.is_evidence or (section.is_prose and line.change is not Change.MOVED)
