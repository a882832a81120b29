"""Failures put before the user, and faults of the program put into a file without a word of anybody's dossier."""

import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TypeAlias

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cmdesk import __version__, i18n
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _
from ui import messages

Hook: TypeAlias = Callable[[type[BaseException], BaseException, TracebackType | None], object]
_REPORTS = 20
"""Reports that are kept; older ones go."""


def show(parent: QWidget | None, error: CMDeskError) -> None:
    """Tell the user what went wrong and what to do next."""
    messages.tell(parent, error.what, error.advice, messages.Tone.WARNING)


class FaultWatch(QObject):
    """Hears of every exception that nobody caught, on whatever thread: writes it down and tells the window.

    The program goes on: what was changed is in the journal already.
    """

    refused = Signal(object)
    """A `CMDeskError` that some slot let pass: not a fault, to be told as it is."""
    failed = Signal(object)
    """Path of the report, or None when it could not be written."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._before: tuple[Hook, Callable[[threading.ExceptHookArgs], object]] | None = None

    def install(self) -> None:
        """Hear of all exceptions from now on."""
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self.hear
        threading.excepthook = self._hear_thread

    def remove(self) -> None:
        """Hear of no more; safe to call twice."""
        if self._before is not None:
            sys.excepthook, threading.excepthook = self._before
            self._before = None

    def hear(self, _kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        """Take note of one exception. Only logs and signals: it may be called on a worker's thread."""
        if isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(KeyboardInterrupt, error, None)
        elif isinstance(error, CMDeskError):
            self.refused.emit(error)
        else:
            self.failed.emit(self._report(error))

    def _hear_thread(self, heard: threading.ExceptHookArgs) -> None:
        if heard.exc_value is not None:
            self.hear(heard.exc_type, heard.exc_value, heard.exc_traceback)

    def _report(self, error: BaseException) -> Path | None:
        words = report(error)
        path = self._folder / f"fault-{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(words, encoding="utf-8")
            _thin_out(self._folder)
        except OSError:
            sys.stderr.write(words)
            return None
        return path


def _thin_out(folder: Path) -> None:
    for old in sorted(folder.glob("fault-*.txt"))[:-_REPORTS]:
        old.unlink(missing_ok=True)


def report(error: BaseException) -> str:
    """What a developer needs to know of a fault: its kind and where it came about, and no text of the dossier.

    The message of an exception may quote the dossier, so only our own errors' terse form is kept.
    """
    chain = list(_causes(error))
    parts = [f"CMDesk {__version__}, Python {sys.version.split()[0]}, {sys.platform}, interface {i18n.language()}"]
    for link in reversed(chain):
        terse = f": {link}" if isinstance(link, CMDeskError) else ""
        parts.append(f"{type(link).__module__}.{type(link).__qualname__}{terse}")
        parts += [
            f"  {frame.filename}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(link.__traceback__)
        ]
    return "\n".join(parts) + "\n"


def _causes(error: BaseException | None) -> list[BaseException]:
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or error.__context__
    return found


def tell_fault(parent: QWidget | None, path: Path | None) -> bool:
    """Put a fault of the program before the user; returns whether they want to go on."""
    kept = "" if path is None else _("A report without any text of yours was written to {path}.").format(path=path)
    answer = messages.ask(
        parent,
        _("CMDesk made a mistake, and the last action may not have been carried out."),
        "\n\n".join(filter(None, (_("Your dossier is safe: every change was written down as it was made."), kept))),
        messages.Answer("go_on", _("Go on")),
        messages.Answer("quit", _("Quit CMDesk")),
        tone=messages.Tone.FAULT,
    )
    return answer == "go_on"


class FaultTeller(QObject):
    """Tells what the watch heard, on the window's thread whatever thread it was heard on."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def tell_error(self, error: CMDeskError) -> None:
        """Put an error before the user that some slot let pass."""
        show(self._window, error)

    def tell_failure(self, path: Path | None) -> None:
        """Put a fault before the user, and close the window if they would rather not go on."""
        if not tell_fault(self._window, path):
            self._window.close()
