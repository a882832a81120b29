"""What can be done with the open dossier at a moment: told here, and nowhere else."""

from cmdesk.model.answer import Prose
from cmdesk.model.language import Language
from cmdesk.session import Session
from ui.actions import Situation
from ui.editor.state import EditorState
from ui.outline.view import OutlineView


def situation_of(session: Session, outline: OutlineView, editor: EditorState, outline_shown: bool) -> Situation:  # noqa: FBT001 - a fact, not a switch
    """The situation of the window with this session, section and caret."""
    undoable, redoable = session.undoable, session.redoable
    return Situation(
        dossier=True,
        writable=session.writable,
        undo=undoable.edit.label if undoable else "",
        redo=redoable.edit.label if redoable else "",
        prose=_is_prose(session, outline),
        paragraph=editor.can_format,
        can_join=editor.can_join,
        can_move_up=editor.can_move_up,
        can_move_down=editor.can_move_down,
        section_before=outline.beside(-1) is not None,
        section_after=outline.beside(1) is not None,
        checked=_checked(editor) | ({"outline"} if outline_shown else set()),
    )


def _is_prose(session: Session, outline: OutlineView) -> bool:
    question = outline.question
    return question is not None and isinstance(session.dossier.answer(question), Prose)


def _checked(editor: EditorState) -> frozenset[str]:
    marks = {
        "bold": editor.bold,
        "italic": editor.italic,
        "lead_thai": editor.leading is Language.THAI,
        "lead_english": editor.leading is Language.ENGLISH,
    }
    kind = {editor.kind.value} if editor.kind else set()
    return frozenset(kind | {action for action, is_on in marks.items() if is_on})
