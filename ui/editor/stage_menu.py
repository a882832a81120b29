"""The menu at a mark in the margin: how far that text is, and what else can be said of it."""

from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from cmdesk.i18n import _
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage, fitting
from ui.editor.reviewing import Reviewing
from ui.editor.stage_words import stage_name


def stage_menu(reviewing: Reviewing, language: Language, parent: QWidget) -> QMenu:
    """A menu of the stages that the side in a language of the caret's row can have; it deletes itself when closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    paragraph = reviewing.paragraph
    if paragraph is None:
        return menu
    now = paragraph.stage(language)
    leads = language is paragraph.leading
    for stage in dict.fromkeys(fitting(stage, leads=leads) for stage in Stage):
        action = menu.addAction(stage_name(stage), partial(reviewing.set_stage, stage))
        action.setCheckable(True)
        action.setChecked(stage is now)
        action.setEnabled(stage is Stage.LOCKED or now is not Stage.LOCKED)
    if now is Stage.LOCKED:
        menu.addSeparator()
        menu.addAction(_("Unlock"), reviewing.unlock)
    return menu
