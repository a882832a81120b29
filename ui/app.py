"""The program with a window: the only place where things are put together."""

import argparse
import logging
import signal
import sys
from collections.abc import Sequence
from logging.handlers import RotatingFileHandler
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cmdesk import __version__, places
from cmdesk.settings import Settings
from ui import errors
from ui.comfort import Comfort
from ui.errors import FaultTeller, FaultWatch
from ui.main_window import MainWindow
from ui.thai_keys import ThaiKeys

_LOG_BYTES = 500_000
_LISTEN_MS = 400
"""How often Python gets its turn to hear a signal of the system's while Qt waits."""


def main(argv: Sequence[str] | None = None) -> int:
    """Exit status of the program, which this runs."""
    wishes = _wishes(sys.argv[1:] if argv is None else argv)
    if wishes.self_check:
        from ui.self_check import self_check  # noqa: PLC0415 - loads what the window does without

        return self_check()
    application = _application()
    _begin_log(places.logs())
    settings = Settings.load(places.settings_file())
    comfort = Comfort(application, settings)
    comfort.put_on()
    ThaiKeys(application)
    window = assemble(application, settings, comfort)
    _listen_to_system(window)
    if wishes.dossier is None and not window.door.remembers():
        window.show_start()
    window.show()
    QTimer.singleShot(0, lambda: _begin(window, settings, wishes.dossier))
    return application.exec()


class _Wishes(argparse.Namespace):
    dossier: Path | None
    self_check: bool


def _wishes(argv: Sequence[str]) -> _Wishes:
    reader = argparse.ArgumentParser(prog="cmdesk-window", description="Write a dossier in Thai and English.")
    reader.add_argument("--dossier", metavar="FOLDER", type=Path, default=None, help="open this dossier")
    reader.add_argument("--self-check", action="store_true", help="try the parts out, print what works, and end")
    reader.add_argument("--version", action="version", version=f"CMDesk {__version__}")
    return reader.parse_args(argv, _Wishes())


def _application() -> QApplication:
    existing = QApplication.instance()
    application = existing if isinstance(existing, QApplication) else QApplication(["cmdesk"])
    application.setApplicationName("CMDesk")
    application.setDesktopFileName("cmdesk")
    return application


def assemble(application: QApplication, settings: Settings, comfort: Comfort) -> MainWindow:
    """The main window with all that it needs, not shown yet."""
    window = MainWindow(settings, comfort)
    watch = FaultWatch(places.logs(), window)
    teller = FaultTeller(window)
    watch.refused.connect(teller.tell_error)
    watch.failed.connect(teller.tell_failure)
    watch.install()
    window.destroyed.connect(watch.remove)
    application.aboutToQuit.connect(window.release)
    return window


def _begin(window: MainWindow, settings: Settings, dossier: Path | None) -> None:
    """What happens once the window is painted."""
    if dossier is not None:
        window.door.open(dossier.resolve())
    else:
        window.door.reopen_last()
    window.show_start()
    if settings.problem is not None:
        errors.show(window, settings.problem)


def _begin_log(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        log = RotatingFileHandler(folder / "cmdesk.log", maxBytes=_LOG_BYTES, backupCount=2, encoding="utf-8")
    except OSError:
        return  # nowhere to write a log: the program works without
    log.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger().addHandler(log)


def _listen_to_system(window: MainWindow) -> None:
    """End properly when the system says so: what was typed last is written, and nobody is asked."""
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: QApplication.exit(0))
    # Python hears signals only while it runs, and Qt's loop may rest for long.
    ear = QTimer(window, interval=_LISTEN_MS)
    ear.timeout.connect(lambda: None)
    ear.start()


if __name__ == "__main__":
    sys.exit(main())
