"""A paragraph set in lines, with its label hanging before it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from cmdesk.export.pdf import style as look
from cmdesk.export.pdf.boxes import Box
from cmdesk.export.pdf.lines import Line
from cmdesk.export.pdf.sheet import Sheet
from cmdesk.export.pdf.style import TextStyle
from cmdesk.export.pdf.tags import Node
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language


@dataclass(frozen=True, slots=True)
class TextBox(Box):
    """Lines of one style from an indent on; `label` stands `hang` before it, and `room` is the whole width."""

    lines: tuple[Line, ...]
    style: TextStyle
    indent: float = 0
    room: float = 0
    hang: float = 0
    node: Node | None = None
    label: Line | None = None
    label_node: Node | None = None
    anchor: str = ""
    source: ParagraphId | None = None
    """The paragraph of the dossier that it came from."""
    ends_right: bool = False
    begins: bool = True
    """Whether these are the paragraph's first lines."""
    ends: bool = True

    @property
    def language(self) -> Language | None:
        """The language of its words."""
        return self.node.language if self.node else None

    @property
    def before(self) -> float:
        """Space above."""
        return self.style.before if self.begins else 0.0

    @property
    def after(self) -> float:
        """Space below."""
        return self.style.after if self.ends else 0.0

    @property
    def with_next(self) -> bool:
        """Whether its style leads in to what follows."""
        return self.style.with_next

    @property
    def with_previous(self) -> bool:
        """Whether its style closes what went before."""
        return self.style.with_previous and self.begins

    @property
    def height(self) -> float:
        """All its lines."""
        return len(self.lines) * self.style.leading

    def split(self, room: float) -> "tuple[TextBox, TextBox] | None":
        """Lines that fit and the rest, leaving no line alone on either side."""
        fitting = int((room + 1e-6) // self.style.leading)
        kept = min(fitting, len(self.lines) - look.LEAST_LINES)
        if kept < look.LEAST_LINES:
            return None
        first = replace(self, lines=self.lines[:kept], ends=False)
        return first, replace(self, lines=self.lines[kept:], begins=False, label=None, anchor="")

    def anchors(self) -> Iterator[str]:
        """Its own name, if it has one."""
        if self.anchor:
            yield self.anchor

    def cited(self) -> Iterator[tuple[str, Language]]:
        """Places that its raised marks lead to."""
        language = self.language
        if language:
            inks = (part.ink for line in self.lines for part in line.parts)
            yield from ((ink.anchor, language) for ink in inks if ink.anchor and ink.rise)

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put its lines on the sheet."""
        if self.anchor:
            sheet.anchor(self.anchor, top)
        if self.source and self.language:
            sheet.note(self.source, self.language, (x, top - self.height, x + self.room, top))
        if self.label:
            sheet.text([(x + self.indent - self.hang, self.baseline(top, 0), self.label)], self.label_node)
        placed = [(x + self._left(line), self.baseline(top, at), line) for at, line in enumerate(self.lines)]
        sheet.text(placed, self.node)

    def _left(self, line: Line) -> float:
        return self.room - line.width if self.ends_right else self.indent

    def baseline(self, top: float, line: int) -> float:
        """Where a line's letters stand: their whole height is in the middle of the leading."""
        style = self.style
        above = (style.leading - look.LETTERS_HEIGHT * style.size) / 2 + look.LETTERS_ASCENT * style.size
        return top - above - line * style.leading
