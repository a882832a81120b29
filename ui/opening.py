"""The ways to an open dossier: a new one, an old one, the sample."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cmdesk import places
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from cmdesk.settings import REOPEN, Settings
from ui import collecting, errors, messages

if TYPE_CHECKING:
    from cmdesk.session import Session

# Sessions, forms and dialogs are imported when they are asked for: the window is painted before that.


class Doorway(QObject):
    """Opens dossiers, tells what stood in the way, and remembers those opened."""

    opened = Signal(object)
    """A `Session`, whose closing is the receiver's duty."""

    def __init__(self, window: QWidget, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self.present: Path | None = None
        """Folder of the dossier that is open: opening it again would only find it locked, by ourselves."""

    def begin(self) -> None:
        """Ask for what a new dossier needs, and make it."""
        from cmdesk.forms import starting, templates  # noqa: PLC0415 - see above
        from cmdesk.session import Session  # noqa: PLC0415 - see above
        from ui.dialogs.new_dossier import NewDossierDialog  # noqa: PLC0415 - see above

        dialog = NewDossierDialog(templates.available(), places.documents(), self._window)
        if not dialog.is_accepted():
            return
        plan = dialog.plan()
        try:
            form = templates.form(plan.form_id)
            session = Session.create(plan.folder, starting.new_dossier(form, plan.title, plan.city))
        except CMDeskError as error:
            errors.show(self._window, error)
        else:
            self._let_in(session)

    def choose(self) -> None:
        """Ask for a folder and open the dossier in it."""
        recent = self._settings.recent
        start = recent[0].parent if recent else places.documents()
        folder = messages.choose_folder(self._window, _("Open the folder of a dossier"), start)
        if folder is not None:
            self.open(folder)

    def open(self, folder: Path) -> None:
        """Open the dossier in a folder."""
        from cmdesk.session import Session  # noqa: PLC0415 - see above
        from cmdesk.store.refusals import LostIdentityError, NothingReadableError  # noqa: PLC0415 - see above

        if folder == self.present:
            return
        try:
            session = Session.open(folder)
        except (NothingReadableError, LostIdentityError) as error:
            self._rescue(folder, error)
        except CMDeskError as error:
            if folder.parent.is_dir() and not folder.exists():  # gone for good, not a disk that is unplugged
                self._settings.forget(folder)
            errors.show(self._window, error)
        else:
            self._look_at(session)

    def take_over(self, reading: "Session") -> None:
        """Open a dossier for writing that is only read, because another window has it, if that is meant."""
        from cmdesk.session import Session  # noqa: PLC0415 - see above
        from ui.history import holding  # noqa: PLC0415 - see above

        holder = holding.holding(reading)
        if holder is None or not holding.is_meant(self._window, holder):
            return
        try:
            session = Session.open(reading.project.folder, take_over=True)
        except CMDeskError as error:
            errors.show(self._window, error)
        else:
            self._look_at(session)

    def _look_at(self, session: "Session") -> None:
        """Let a dossier in, after the user has seen what was damaged in it."""
        if not session.project.report.damage:
            self._let_in(session)
            return
        from ui.history import damage  # noqa: PLC0415 - see above

        wanted = damage.ask(self._window, session)
        if wanted == session.project.folder:
            self._let_in(session)
            return
        session.close()
        if wanted is not None:
            self.open(wanted)

    def _rescue(self, folder: Path, error: CMDeskError) -> None:
        from ui.history import damage  # noqa: PLC0415 - see above

        restored = damage.ask_without(self._window, folder, error)
        if restored is not None:
            self.open(restored)

    def open_sample(self) -> None:
        """Open a fresh copy of the sample dossier, among the user's documents."""
        from cmdesk.sample import copy_to  # noqa: PLC0415 - see above

        folder = places.free(places.documents() / _("Sample dossier of Chiang Mai.cmdesk"))
        try:
            copy_to(folder)
        except CMDeskError as error:
            errors.show(self._window, error)
        else:
            self.open(folder)

    def remembers(self) -> bool:
        """Whether there is a dossier that was open last, and the user likes it to be opened again."""
        recent = self._settings.recent
        wanted = self._settings.get(REOPEN)
        return bool(recent) and wanted and recent[0].is_dir()

    def reopen_last(self) -> None:
        """Open the dossier that was open last, if there is one and the user likes that."""
        if self.remembers():
            self.open(self._settings.recent[0])

    def _let_in(self, session: "Session") -> None:
        self._settings.remember(session.project.folder)
        self.opened.emit(session)
        collecting.spare()
