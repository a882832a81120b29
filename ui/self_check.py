"""The program tries itself out: for a frozen program on a machine that has nothing else."""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from cmdesk import i18n
from cmdesk.errors import CMDeskError
from cmdesk.export.compose import Languages
from cmdesk.export.exporting import Format, export
from cmdesk.forms import starting, templates
from cmdesk.i18n import use_language
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Wording
from cmdesk.session import Session
from cmdesk.settings import Settings
from ui import theme
from ui.comfort import Comfort
from ui.main_window import MainWindow

_WORD: Final = "ภาษา"
"""Thai in which a font without Thai would show boxes."""


def self_check() -> int:
    """0 when all parts work, else 1; prints a line for each."""
    with tempfile.TemporaryDirectory(prefix="cmdesk-check-") as scratch:
        try:
            for told in _steps(Path(scratch)):
                _say(f"ok    {told}")
        except (CMDeskError, OSError, AssertionError, ImportError) as error:
            _say(f"FAILS {type(error).__name__}: {error}")
            return 1
    return 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _steps(scratch: Path) -> Iterator[str]:
    application = _offscreen_if_need_be()
    yield f"Qt on {QGuiApplication.platformName()}"
    use_language("th")
    _demand(i18n.catalogue("th").gettext("&File") != "&File", "the Thai catalogue is empty")
    yield "Thai catalogue"
    settings = Settings(scratch / "settings.json")
    comfort = Comfort(application, settings)
    comfort.put_on()
    _demand(theme.FAMILY in QFontDatabase.families(QFontDatabase.WritingSystem.Thai), "Sarabun writes no Thai")
    yield f"{theme.FAMILY} with Thai"
    dossier = _small()
    yield from _window(MainWindow(settings, comfort), Session.create(scratch / "ก ข.cmdesk", dossier))
    for form in (Format.DOCX, Format.PDF):
        receipt = export(dossier, form, Languages.BOTH, scratch / f"page{form.suffix}")
        yield f"export to {form.value}: {receipt.size} bytes"


def _window(window: MainWindow, session: Session) -> Iterator[str]:
    window.show_session(session)
    window.show()
    QApplication.processEvents()
    _demand(not window.grab().isNull(), "the window can't be painted")
    yield "main window with a dossier"
    window.release()
    window.close()


def _small() -> Dossier:
    form = templates.form(templates.available()[0].id)
    return starting.new_dossier(form, Wording("ทดลอง", "A trial"), Wording(_WORD, "Language"))


def _offscreen_if_need_be() -> QApplication:
    shown = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform.startswith("linux") and not any(os.environ.get(name) for name in shown):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    existing = QApplication.instance()
    return existing if isinstance(existing, QApplication) else QApplication(["cmdesk"])


def _demand(holds: bool, else_: str) -> None:  # noqa: FBT001 - the very thing to be judged
    if not holds:
        raise AssertionError(else_)
