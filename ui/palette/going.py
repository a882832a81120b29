"""What becomes of the choice in the palette."""

from typing import TYPE_CHECKING

from cmdesk.model.ids import EvidenceId, QuestionId
from ui.going import Goal, go_to
from ui.palette.dialog import PaletteDialog
from ui.palette.entries import Entry, Sort, of_actions, of_dossier

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def ask(window: "MainWindow") -> None:
    """Ask what is wanted, and do it or go there."""
    workspace = window.workspace
    places = of_dossier(workspace.session.dossier) if workspace is not None else ()
    chosen = PaletteDialog((*of_actions(window.actions_.by_id), *places), window).ask()
    if chosen is not None:
        _follow(window, chosen)


def _follow(window: "MainWindow", entry: Entry) -> None:
    if entry.sort is Sort.ACTION:
        window.actions_.by_id[entry.id].trigger()
    elif window.workspace is not None and entry.sort is Sort.SECTION:
        go_to(window.workspace, Goal(QuestionId(entry.id)))
    elif window.workspace is not None:
        window.workspace.library.look_at(EvidenceId(entry.id))
