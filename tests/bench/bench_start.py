"""How long from the start of the process to a painted window, empty and with the sample dossier; by hand, under X.

    python tests/bench/bench_start.py [RUNS]

Painting is measured, not mapping: the clock stops when Qt has painted the window, or the page of the dossier.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WATCHED = """
import os, resource, sys, time
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

class Watch(QObject):
    wanted = sys.argv.pop(1)
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and type(watched).__name__ == self.wanted:
            seconds = time.time() - float(os.environ["BENCH_START"])
            print(seconds * 1000, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, flush=True)
            os._exit(0)
        return False

application = QApplication(["cmdesk"])
watch = Watch()
application.installEventFilter(watch)
from ui.app import main
main(sys.argv[1:])
"""
CASES = (("start page", "MainWindow", False), ("page of the sample dossier", "AnswerPage", True))


def measured(widget: str, dossier: Path | None, home: str) -> tuple[float, float]:
    """Milliseconds to the first painting of a widget and MB used by then."""
    words = [sys.executable, "-c", WATCHED, widget, *(["--dossier", str(dossier)] if dossier else [])]
    environ = {**os.environ, "HOME": home, "BENCH_START": str(time.time())}
    told = subprocess.run(words, env=environ, capture_output=True, text=True, check=True)
    milliseconds, megabytes = told.stdout.split()
    return float(milliseconds), float(megabytes)


def main(runs: int = 9) -> None:
    """Print one row a case: the median of the runs after one to warm up."""
    from cmdesk import sample  # noqa: PLC0415 - the other process must not profit from ours

    print("| start to painted | ms, median | ms, range | MB |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as home:
        dossier = Path(home, "sample.cmdesk")
        sample.copy_to(dossier)
        for name, widget, opened in CASES:
            figures = [measured(widget, dossier if opened else None, home) for _run in range(runs + 1)][1:]
            times = [time for time, _size in figures]
            size = statistics.median(size for _time, size in figures)
            print(f"| {name} | {statistics.median(times):.0f} | {min(times):.0f}–{max(times):.0f} | {size:.0f} |")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
