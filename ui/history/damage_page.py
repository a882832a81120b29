"""One page after damage: what was damaged, what was used instead, what is missing; and what can be done now."""

from collections.abc import Sequence
from datetime import datetime
from enum import Enum
from itertools import groupby
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cmdesk import __version__, places
from cmdesk.i18n import N_, _
from cmdesk.store.findings import Finding, Severity
from ui import errors, messages
from ui.dialogs.frame import Frame
from ui.history.report_error import ReportNotWrittenError
from ui.widgets.label import label
from ui.widgets.rows import Row, RowsView

_HEADS = {
    Severity.LOSS: N_("Missing or doubtful"),
    Severity.DAMAGE: N_("Damaged, and read from elsewhere"),
    Severity.WARNING: N_("To look at"),
}


class Way(Enum):
    """What the user wants after damage."""

    OPEN = "open"
    COMPARE = "compare"
    BACKUP = "backup"
    REPAIR = "repair"
    LEAVE = "leave"


class DamagePage(Frame):
    """Tells of damage and offers the ways on. A dossier that can't be opened at all has fewer of them."""

    def __init__(
        self, folder: Path, findings: Sequence[Finding], *, recovered: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(760, parent)
        self._folder, self._recovered = folder, recovered
        self._findings = sorted(findings, key=lambda finding: -finding.severity)
        self.way = Way.LEAVE
        self.about, self.calm, self.rows = label(), label("muted"), RowsView()
        for part in (self.about, self.rows, self.calm):
            self.body.addWidget(part)
        self.body.setStretchFactor(self.rows, 1)
        self.save, self.leave = self.add_button(), self.add_button()
        self.backup, self.compare = self.add_button(), self.add_button()
        self.repair, self.open_ = self.add_button(primary=not recovered), self.add_button(primary=recovered)
        self._connect()
        self._say()
        self.resize(860, 560)

    def _connect(self) -> None:
        self.save.clicked.connect(self._save)
        self.leave.clicked.connect(self.reject)
        self.backup.clicked.connect(lambda: self._go(Way.BACKUP))
        self.compare.clicked.connect(lambda: self._go(Way.COMPARE))
        self.open_.clicked.connect(lambda: self._go(Way.OPEN))
        self.repair.clicked.connect(lambda: self._go(Way.REPAIR))
        self.repair.setVisible(not self._recovered)
        self.compare.setVisible(self._recovered)
        self.open_.setVisible(self._recovered)

    def _say(self) -> None:
        self.title(_("This dossier was damaged"))
        self.about.setText(self._intro())
        self.calm.setText(_("Nothing was changed in the folder {folder}.").format(folder=self._folder))
        self.rows.setAccessibleName(_("What was found"))
        self.rows.show_rows(_rows(self._findings))
        self.save.setText(_("&Save report…"))
        self.leave.setText(_("Close"))
        self.backup.setText(_("Choose a &backup…"))
        self.repair.setText(_("&Repair into a new folder…"))
        self.compare.setText(_("&Compare…"))
        self.open_.setText(_("&Open recovered"))

    def _intro(self) -> str:
        if not self._recovered:
            return _("No state of it can be read as it stands. A backup may have it, or a repair may find it.")
        if any(finding.severity is Severity.LOSS for finding in self._findings):
            return _("All that could be read was put together. Something is missing or doubtful: it is listed here.")
        return _("Everything in it could be read, some of it from its second copy. Nothing is lost.")

    def _go(self, way: Way) -> None:
        self.way = way
        self.accept()

    def _save(self) -> None:
        suggested = places.documents() / f"{self._folder.stem} – {_('report')}.txt"
        target = messages.choose_target(self, _("Save the report"), suggested, _("Text"), ".txt")
        if target is None:
            return
        try:
            target.write_text(report_words(self._folder, self._findings), encoding="utf-8")
        except OSError as error:
            errors.show(self, ReportNotWrittenError(target, error.strerror or str(error)))


def _rows(findings: Sequence[Finding]) -> list[Row]:
    rows: list[Row] = []
    for severity, group in groupby(findings, key=lambda finding: finding.severity):
        rows.append(Row(_(_HEADS[severity])))
        ink = "bad" if severity is Severity.LOSS else "warn"
        rows += [Row(finding.sentence, len(rows) + place, ink=ink) for place, finding in enumerate(group)]
    return rows


def report_words(folder: Path, findings: Sequence[Finding]) -> str:
    """The page as plain text, for whoever looks after the computer."""
    now = datetime.now().astimezone()
    head = [_("Report on the dossier {folder}").format(folder=folder), f"CMDesk {__version__}, {now:%Y-%m-%d %H:%M %z}"]
    told = [f"{row.words}\n" if row.target is None else f"  - {row.words}" for row in _rows(findings)]
    return "\n".join([*head, "", *told]) + "\n"
