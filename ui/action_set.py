"""The table of actions made into Qt's: menus, tool bar, shortcuts, and which of them can be used now."""

from itertools import groupby

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QToolBar, QToolButton, QWidget

from cmdesk.i18n import _
from ui.actions import TABLE, Action, Menu, Situation
from ui.widgets import icons
from ui.widgets.plain import bare, tip

_LABELLED = "export"
"""The action that has its name beside its icon: what all the writing is for."""


class ActionSet(QObject):
    """All actions of one window."""

    asked = Signal(str)
    """Id of the action that the user wants."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._menus: dict[Menu, QMenu] = {}
        self._situation = Situation()
        self.by_id: dict[str, QAction] = {}
        for line in TABLE:
            self.by_id[line.id] = self._made(line, window)
        self.retranslate()
        self.redress()

    def _made(self, line: Action, window: QWidget) -> QAction:
        action = QAction(window)
        action.setObjectName(line.id)
        action.setCheckable(line.checkable)
        action.setShortcuts([QKeySequence(keys) for keys in line.shortcut.split("; ") if keys])
        action.setMenuRole(QAction.MenuRole.NoRole)
        action.triggered.connect(self._triggered)
        window.addAction(action)
        return action

    def _triggered(self) -> None:
        sender = self.sender()
        if isinstance(sender, QAction):
            self.asked.emit(sender.objectName())
            # A checkable action is on when the situation says so, not because it was pressed.
            self.show_situation(self._situation)

    def fill_menus(self, bar: QMenuBar) -> None:
        """Put every action into its menu."""
        for menu, lines in groupby(TABLE, key=lambda line: line.menu):
            made = self._menus[menu] = bar.addMenu("")
            for group, members in groupby(lines, key=lambda line: line.group):
                if group > 1:
                    made.addSeparator()
                made.addActions([self.by_id[line.id] for line in members])
        self.retranslate()

    def fill_bar(self, bar: QToolBar) -> None:
        """Put the actions of the tool bar there."""
        shown = sorted((line for line in TABLE if line.bar), key=lambda line: line.bar)
        for group, members in groupby(shown, key=lambda line: line.bar):
            if group > 1:
                bar.addSeparator()
            bar.addActions([self.by_id[line.id] for line in members])
        labelled = bar.widgetForAction(self.by_id[_LABELLED])
        if isinstance(labelled, QToolButton):
            labelled.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def add_recent(self, recent: QMenu) -> None:
        """Put the menu of recent dossiers below *Open*."""
        self._menus[Menu.FILE].insertMenu(self.by_id["open_sample"], recent)

    def show_situation(self, situation: Situation) -> None:
        """Enable and check what this situation asks for, and name what would be undone."""
        self._situation = situation
        for line in TABLE:
            action = self.by_id[line.id]
            action.setEnabled(situation.meets(line.need))
            if line.checkable:
                action.setChecked(line.id in situation.checked)
        self._name("undo", _("&Undo"), _("&Undo: {action}"), situation.undo)
        self._name("redo", _("&Redo"), _("&Redo: {action}"), situation.redo)

    def _name(self, action_id: str, plain: str, full: str, label: str) -> None:
        words = full.format(action=label.replace("&", "&&")) if label else plain
        self.by_id[action_id].setText(words)
        self._explain(self.by_id[action_id], bare(words))

    def retranslate(self) -> None:
        """Speak the interface's language."""
        for menu, made in self._menus.items():
            made.setTitle(_(menu.value))
        for line in TABLE:
            action = self.by_id[line.id]
            action.setText(_(line.text))
            action.setIconText(bare(_(line.text)))
            self._explain(action, _(line.description))
        self.show_situation(self._situation)

    def redress(self) -> None:
        """Draw the icons in the colours in force."""
        for line in TABLE:
            if line.icon:
                self.by_id[line.id].setIcon(icons.icon(line.icon))

    def _explain(self, action: QAction, words: str) -> None:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(tip(f"{words} ({keys})" if keys else words))
