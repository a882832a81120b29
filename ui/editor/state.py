"""What the editor tells the window's actions: which of them apply where the caret is."""

from dataclasses import dataclass

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage
from ui.editor.pen import Pen
from ui.editor.prose_page import ProsePage
from ui.editor.sides import Sides


@dataclass(frozen=True, slots=True)
class EditorState:
    """What can be done here; everything is off outside prose."""

    can_format: bool = False
    bold: bool = False
    italic: bool = False
    kind: ParagraphKind | None = None
    language: Language | None = None
    leading: Language | None = None
    """The language that the caret's row is written in first."""
    stage: Stage | None = None
    """How far the side with the caret is."""
    stale: bool = False
    sides: Sides = Sides.BOTH
    can_join: bool = False
    can_move_up: bool = False
    can_move_down: bool = False
    read_only: bool = False


def prose_state(page: ProsePage, pen: Pen) -> EditorState:
    """What can be done at the caret of a bilingual page."""
    paragraphs, row = page.prose.paragraphs, page.place.row
    paragraph = paragraphs[row] if row < len(paragraphs) else None
    writable = page.may_write
    return EditorState(
        can_format=writable,
        bold=pen.bold,
        italic=pen.italic,
        kind=paragraph.kind if paragraph else None,
        language=page.language,
        leading=paragraph.leading if paragraph else None,
        stage=paragraph.stage(page.language) if paragraph else None,
        stale=paragraph is not None and paragraph.is_stale,
        sides=page.sheet.sides,
        can_join=writable and 0 < row < len(paragraphs),
        can_move_up=writable and 0 < row < len(paragraphs),
        can_move_down=writable and row + 1 < len(paragraphs),
        read_only=not page.session.writable,
    )
