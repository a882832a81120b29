"""Everything has a name for those who can't see it, and can be reached by those who have no mouse."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolBar,
    QWidget,
)

from cmdesk.forms import starting, templates
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Dossier, Milestone
from cmdesk.model.language import Wording
from ui.dialogs.about import AboutDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.new_dossier import NewDossierDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.main_window import MainWindow
from ui.palette.dialog import PaletteDialog
from ui.palette.entries import of_actions

TOUCHED = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView, QTextEdit, QPlainTextEdit)


def touched(root: QWidget) -> list[QWidget]:
    """What a person uses, as far as it is shown; the parts that Qt makes of other widgets are theirs."""
    found = [widget for kind in TOUCHED for widget in root.findChildren(kind) if widget.isVisible()]
    return [
        widget for widget in found if not isinstance(widget, QHeaderView) and not widget.objectName().startswith("qt_")
    ]


def nameless(root: QWidget) -> list[str]:
    return [
        f"{type(widget).__name__} in {type(widget.parentWidget()).__name__}"
        for widget in touched(root)
        if not QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)
    ]


def unreachable(root: QWidget) -> list[str]:
    """What the Tab key passes by; the tool bar's buttons are in the menus as well."""
    return [
        f"{type(widget).__name__} {widget.accessibleName()}"
        for widget in touched(root)
        if widget.isEnabled()
        and not widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not isinstance(widget.parentWidget(), QToolBar)
    ]


@pytest.fixture
def dossier() -> Dossier:
    stones = (Milestone(Wording("ก", "a"), PartialDate(2027)),)
    both = Wording("น่าน", "Nan")
    return starting.new_dossier(templates.form("award-application"), both, both, milestones=stones)


DIALOGS: list[Callable[[MainWindow, Dossier, Path], QWidget]] = [
    lambda window, _dossier, place: NewDossierDialog(templates.available(), place, window),
    lambda window, dossier, _place: DetailsDialog(dossier.profile, writable=True, parent=window),
    lambda window, dossier, place: ExportDialog(dossier, place, window),
    lambda window, _dossier, _place: PreferencesDialog(window._settings, window._comfort, window),
    lambda window, _dossier, _place: AboutDialog(window),
    lambda window, _dossier, _place: ShortcutsDialog(window),
    lambda window, _dossier, _place: PaletteDialog(tuple(of_actions(window.actions_.by_id)), window),
]


@pytest.mark.parametrize("made", DIALOGS)
def test_dialogs_are_named_and_reachable(
    made: Any, window: MainWindow, dossier: Dossier, tmp_path: Path, qtbot: Any
) -> None:
    dialog = made(window, dossier, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert nameless(dialog) == []
    assert unreachable(dialog) == []


def test_the_start_page_is_named_and_reachable(window: MainWindow) -> None:
    window.show_start()
    assert nameless(window) == []
    assert unreachable(window.start) == []


@pytest.mark.parametrize("action", ["checks", "replace", "overview", "notes", "outline", "library"])
def test_the_window_is_named_and_reachable_with_every_panel(action: str, person: Any) -> None:
    person.asks("open_sample")
    person.asks(action)
    person.qtbot.wait(30)
    assert nameless(person.window) == []
    assert unreachable(person.window.workspace) == []


@pytest.mark.parametrize("question", ["A1", "A4", "A15", "A16", "A17", "A18"])
def test_every_form_is_named_and_reachable(question: str, person: Any) -> None:
    person.asks("open_sample")
    person.window.workspace.show_section(question)
    person.qtbot.wait(30)
    assert nameless(person.window.workspace.page) == []
    assert unreachable(person.window.workspace.page) == []
