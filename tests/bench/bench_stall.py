"""Prints the longest stalls of the window's event loop while a big dossier is saved under load, as a Markdown table.

A stall is the time between two turns of the loop, which does nothing but edit and hand over. The first rows save
nothing: what they show is the machine's own. "Our own" is how much of a stall this program was running, on any of its
threads: other programs on a busy machine add to the first figure and not to this one. Run it with the program's Python:
`bench_stall.py [SECONDS]`.
"""

import os
import platform
import sys
import tempfile
import time
from array import array
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from bench_store import PAGES, dossier, evidence
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from cmdesk.edits.prose import SetText
from cmdesk.edits.records import SetEvidence
from cmdesk.history import History
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.model.text import Text
from cmdesk.session import Session
from ui import collecting
from ui.bridge import SessionBridge

RECORDS = 10_000
EDIT_EVERY_MS = 4
SNAPSHOTS = "snap-*"
AIM_MS = 16.0


class Watch:
    """Counts the loop's turns: how long each took, and how much of it this program was running."""

    def __init__(self) -> None:
        # Arrays hold nothing that Python's collector would look through.
        self.gaps, self.own = array("d"), array("d")
        self._last, self._ran = time.perf_counter(), time.process_time()
        self._timer = QTimer(interval=0)
        self._timer.timeout.connect(self._turn)
        self._timer.start()

    def _turn(self) -> None:
        now, ran = time.perf_counter(), time.process_time()
        self.gaps.append(now - self._last)
        self.own.append(min(now - self._last, ran - self._ran))
        self._last, self._ran = now, ran


def edits(state: Callable[[], Dossier]) -> Callable[[], object]:
    """Gives one edit after the other: evidence changed, paragraphs typed in."""
    paragraphs = [(name, each.id) for name, prose in state().answers.items() for each in prose.paragraphs]
    count = 0

    def next_edit():
        nonlocal count
        count += 1
        if count % 2:
            return SetEvidence(evidence(count % RECORDS, f"แก้ไข {count}"))
        question, paragraph = paragraphs[count * 7 % len(paragraphs)]
        return SetText(question, paragraph, Language.ENGLISH, Text.of(f"Edited {count}. " * 12))

    return next_edit


def watched(do: Callable[[], object], seconds: float) -> Watch:
    """The turns of the loop while something is done every few milliseconds."""
    busy, loop = QTimer(interval=EDIT_EVERY_MS), QEventLoop()
    busy.timeout.connect(do)
    busy.start()
    watch = Watch()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()
    return watch


def without_saving(big: Dossier, seconds: float) -> Watch:
    """Edits to states only."""
    history = History(big)
    following = edits(lambda: history.present)

    def edit():
        made = following()
        history.record(made.apply(history.present), made)

    return watched(edit, seconds)


def with_saving(big: Dossier, folder: Path, seconds: float) -> tuple[Watch, int, int]:
    """Edits through a session, and how many lines and snapshots that came to."""
    Session.create(folder, big).close()
    session = Session.open(folder)
    bridge = SessionBridge(session)
    collecting.spare()  # as the window does
    following = edits(lambda: session.dossier)
    watch = watched(lambda: session.do(following()), seconds)
    session.flush(60)
    sequence, snapshots = session.save_state.sequence, newest(folder)
    collecting.look_again()
    bridge.release()
    session.close()
    return watch, sequence, snapshots


def newest(folder: Path) -> int:
    """Number of the newest snapshot."""
    return max(int(path.name.split("-")[1]) for path in (folder / "data").glob(SNAPSHOTS))


def row(name: str, watch: Watch, more: str = "") -> None:
    """Print a row of the table."""
    ordered, own = sorted(watch.gaps), sorted(watch.own)
    over = [sum(each * 1e3 > AIM_MS for each in side) for side in (ordered, own)]
    high = ordered[int(len(ordered) * 0.999)]
    figures = f"{high * 1e3:.2f} | {ordered[-1] * 1e3:.1f} | {over[0]} | {own[-1] * 1e3:.1f} | {over[1]}"
    print(f"| {name} | {len(ordered):,} | {figures} | {more} |")


def main() -> None:
    """Print the table."""
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 10.0
    application = QApplication([])
    load = os.getloadavg()[0]
    print(f"{platform.system()}, {os.cpu_count()} cores, load {load:.1f}, Python {platform.python_version()}, ", end="")
    print(f"{RECORDS:,} records, {PAGES} pages, an edit every {EDIT_EVERY_MS} ms for {seconds:.0f} s\n")
    aim = f"over {AIM_MS:.0f} ms"
    print(f"| loop | turns | 99.9 % within ms | longest stall ms | {aim} | longest of our own ms | {aim} | |")
    print("|---|---:|---:|---:|---:|---:|---:|---|")
    with tempfile.TemporaryDirectory() as place:
        os.environ["CMDESK_HOME"] = place
        big = dossier(RECORDS, PAGES)
        row("nothing but turning", watched(lambda: None, seconds))
        row("editing, not saving", without_saving(big, seconds))
        watch, lines, generation = with_saving(big, Path(place) / "big.cmdesk", seconds)
        row("editing and saving", watch, f"{lines:,} edits on disk, snapshot {generation}")
    application.quit()


if __name__ == "__main__":
    main()
