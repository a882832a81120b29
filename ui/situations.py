"""What can be done with the open dossier at a moment: told here, and nowhere else."""

from cmdesk.model.answer import Prose
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage
from cmdesk.session import Session
from ui.actions import Situation
from ui.editor.state import EditorState
from ui.outline.view import OutlineView


def situation_of(session: Session, outline: OutlineView, editor: EditorState, panes: set[str]) -> Situation:
    """The situation of the window with this session, section and caret; `panes` are those shown beside the page."""
    undoable, redoable = session.undoable, session.redoable
    return Situation(
        dossier=True,
        writable=session.writable,
        undo=undoable.edit.label if undoable else "",
        redo=redoable.edit.label if redoable else "",
        prose="library" not in panes and _is_prose(session, outline),
        paragraph=editor.can_format,
        can_join=editor.can_join,
        can_move_up=editor.can_move_up,
        can_move_down=editor.can_move_down,
        stale=editor.stale,
        section_before=outline.beside(-1) is not None,
        section_after=outline.beside(1) is not None,
        checked=_checked(editor) | panes,
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
    stages = {
        Stage.DRAFT: "stage_draft",
        Stage.READY: "stage_done",
        Stage.TRANSLATED: "stage_done",
        Stage.REVIEWED: "stage_reviewed",
        Stage.LOCKED: "lock",
    }
    stage = {stages[editor.stage]} if editor.stage else set()
    kind = {editor.kind.value} if editor.kind else set()
    return frozenset(kind | stage | {editor.sides.value} | {action for action, is_on in marks.items() if is_on})
