"""The way to a place in the open dossier: a section, a paragraph, some letters of it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cmdesk.model.answer import Prose
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language
from ui.editor.places import Place, Stretch

if TYPE_CHECKING:
    from ui.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Goal:
    """Where somebody wants to go; what isn't said doesn't matter."""

    question: QuestionId
    paragraph: ParagraphId | None = None
    language: Language | None = None
    start: int = 0
    stop: int = 0


def go_to(workspace: "Workspace", goal: Goal, *, writing: bool = True) -> None:
    """Show a place, what is wanted of it selected; `writing` takes the keyboard there as well."""
    workspace.show_section(goal.question)
    page = workspace.page
    row = _row(workspace, goal)
    if row is None:
        if writing:
            page.focus_text()
        return
    language = goal.language or page.prose.language
    page.prose.go_to(Place(row, language, goal.start))
    if goal.stop > goal.start:
        page.prose.column.select(Stretch(language, row, goal.start, row, goal.stop))
        page.prose.column.ensureCursorVisible()
    if writing:
        page.prose.focus(language)


def _row(workspace: "Workspace", goal: Goal) -> int | None:
    answer = workspace.session.dossier.answer(goal.question)
    if not isinstance(answer, Prose) or goal.paragraph is None:
        return None
    places = [place for place, row in enumerate(answer.paragraphs) if row.id == goal.paragraph]
    return places[0] if places else None


def next_pane(workspace: "Workspace") -> None:
    """Take the keyboard from the page to the panel beside it if there is one, to the outline, to the page again."""
    focused = workspace.window().focusWidget()
    panels = [panel for panel in (workspace.tools.side, workspace.notes) if panel.isVisibleTo(workspace)]
    here = next(
        (place for place, panel in enumerate(panels) if focused is not None and panel.isAncestorOf(focused)), -1
    )
    if focused is workspace.outline:
        workspace.page.focus_text()
    elif here + 1 < len(panels):
        panels[here + 1].setFocus()
    else:
        workspace.outline_pane.show()
        workspace.outline.setFocus()
