"""Backups: listed, looked into, restored into a new folder."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from cmdesk import i18n, places
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.progress import Progress
from cmdesk.store.backups import REGULAR, Backup
from cmdesk.versions.comparison import Comparison
from cmdesk.versions.naming import backup_title
from ui import errors, messages
from ui.dialogs.frame import Frame
from ui.history.comparing_job import ComparingJob
from ui.history.comparison_view import ComparisonView
from ui.history.panes import SIZE, column, side_by_side
from ui.history.states import State, extent
from ui.jobs import Job
from ui.theme import SPACE
from ui.widgets.label import label
from ui.widgets.picker import CalmComboBox
from ui.widgets.rows import Row, RowsView


class Source(Protocol):
    """Where backups come from: an open dossier, or a folder that can't be opened."""

    folder: Path

    @property
    def backups(self) -> Sequence[Backup]:
        """The backups, the newest first."""

    def look_into(self, backup: Backup) -> Dossier:
        """The state of one; raises the store's errors."""

    def restore(self, backup: Backup, folder: Path) -> list[str]:
        """Lay one down in a new folder; returns sentences on what is missing of it."""


class BackupsDialog(Frame):
    """The list of backups left, and right what is in the chosen one."""

    def __init__(self, source: Source, parent: QWidget | None = None) -> None:
        super().__init__(900, parent)
        self._source = source
        self._backups = {str(backup.path): backup for backup in source.backups}
        self.restored: Path | None = None
        """The folder into which one was restored, to be opened next."""
        self.jobs = ComparingJob(self)
        self.job: Job | None = None
        self.list, self.empty, self.sections = RowsView(), label("muted"), CalmComboBox()
        self.about, self.view, self.bar = label("muted"), ComparisonView(), QProgressBar()
        self.close_, self.restore = self.add_button(), self.add_button(primary=True)
        self._lay_out()
        self._connect()
        self._say()
        self._fill()

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.about, 1)
        row.addWidget(self.sections)
        left = column(self.list, self.empty, right=2 * SPACE)
        right = column(row, self.view, self.bar, left=2 * SPACE)
        self.body.addWidget(side_by_side(left, right), 1)
        self.sections.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToContents)
        self.sections.setMaximumWidth(420)
        self.bar.hide()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.resize(*SIZE)

    def _connect(self) -> None:
        self.list.selectionModel().currentChanged.connect(self._look)
        self.jobs.compared.connect(self._show)
        self.jobs.failed.connect(self._failed)
        self.sections.activated.connect(self._go)
        self.restore.clicked.connect(self._restore)
        self.close_.clicked.connect(self.reject)

    def _say(self) -> None:
        self.title(_("Backups"))
        self.list.setAccessibleName(_("Backups"))
        self.sections.setAccessibleName(_("Section"))
        self.restore.setText(_("&Restore into a new folder…"))
        self.close_.setText(_("Close"))
        self.empty.setText(_("There are none yet. CMDesk makes one every hour in which you work."))

    def _fill(self) -> None:
        self.list.show_rows([_row(key, backup) for key, backup in self._backups.items()])
        self.empty.setVisible(not self._backups)
        self.list.setVisible(bool(self._backups))
        self.restore.setEnabled(bool(self._backups))
        self.list.step(1)

    @property
    def backup(self) -> Backup | None:
        """The one that is chosen."""
        return self._backups.get(self.list.current)

    def _look(self) -> None:
        backup = self.backup
        if backup is None:
            return
        self.about.setText(about(backup))
        self.sections.clear()
        self.view.say(_("Reading…"))
        state = State(backup_title(backup.at), partial(self._source.look_into, backup))
        self.jobs.look_into(state)

    def _show(self, comparison: Comparison) -> None:
        tongue = Language(i18n.language())
        self.view.show_comparison(comparison, whole=True, restorable=False)
        for section in comparison.sections:
            if section.lines:
                named = filter(None, (section.number, section.title.best(tongue)))
                self.sections.addItem("  ".join(named), section.name)

    def _go(self) -> None:
        self.view.look_at(self.sections.currentData())

    def _failed(self, error: CMDeskError) -> None:
        self.view.say("\n\n".join(filter(None, (error.what, error.advice))))

    def _restore(self) -> None:
        backup = self.backup
        if backup is None or self.job is not None:
            return
        around = messages.choose_folder(self, _("Choose where to put the restored dossier"), places.documents())
        if around is not None:
            named = _("{dossier} – restored").format(dossier=self._source.folder.stem)
            self._begin(backup, places.free(around / f"{named}{self._source.folder.suffix}"))

    def _begin(self, backup: Backup, target: Path) -> None:
        self.job = Job(partial(_restored, self._source, backup, target), self)
        self.job.succeeded.connect(partial(self._done, target))
        self.job.failed.connect(partial(errors.show, self))
        self.job.ended.connect(self._ended)
        self.bar.show()
        self.restore.setEnabled(False)
        self.job.start()

    def _done(self, target: Path, missing: list[str]) -> None:
        self.restored = target
        if missing:
            messages.tell(self, _("It is restored, but these files are missing from it."), "\n".join(missing))

    def _ended(self) -> None:
        self.job = None
        self.bar.hide()
        self.restore.setEnabled(True)
        if self.restored is not None:
            self.accept()

    def done(self, result: int) -> None:
        """Close, unless a backup is just being laid down; what is being read is no longer wanted."""
        if self.job is None:
            self.jobs.stop()
            super().done(result)


def _restored(source: Source, backup: Backup, target: Path, _progress: Progress) -> list[str]:
    return source.restore(backup, target)


def _row(key: str, backup: Backup) -> Row:
    words = backup_title(backup.at).best(Language(i18n.language()))
    return Row(words, key, remark=about(backup), icon="day", ink="muted")


def about(backup: Backup) -> str:
    """How much is in a backup, and why it was made."""
    reason = "" if backup.reason == REGULAR else _("before: {action}").format(action=backup.reason)
    return " · ".join(filter(None, (extent(backup.counts), reason)))
