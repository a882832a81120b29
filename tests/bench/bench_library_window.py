"""Benchmark of the library's page: `python tests/bench/bench_library_window.py`.

Opens a dossier with many records and prints, in milliseconds, what the window's thread spends until the table is
painted, until one looks at it again, on a search, on sorting, and on scrolling by a page.
"""

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[2]))

from PySide6.QtWidgets import QApplication

from cmdesk.model.dossier import Dossier
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import EvidenceId, new_ulid
from cmdesk.model.language import Wording
from cmdesk.places import PORTABLE
from cmdesk.sample.dossier import sample
from cmdesk.session import Session
from ui import theme
from ui.workspace import Workspace

RECORDS = 10_000


def many(count: int) -> Dossier:
    """The sample with this many records more."""
    dossier = sample()
    base, more = list(dossier.evidence.values()), dict(dossier.evidence)
    for number in range(count):
        like = base[number % len(base)]
        name = EvidenceId(new_ulid())
        title = Wording(f"{like.title.thai} {number}", f"{like.title.english} {number}")
        more[name] = replace(like, id=name, title=title)
    return replace(dossier, evidence=FrozenMap(more))


def told(what: str, work: Callable[[], object]) -> None:
    """Print how long some work takes, by the clock and of this process's own time."""
    began, spent = time.perf_counter(), time.process_time()
    work()
    clock, own = time.perf_counter() - began, time.process_time() - spent
    print(f"{what:<28}{clock * 1000:9.1f} ms{own * 1000:9.1f} ms of our own")


def settled(workspace: Workspace) -> None:
    """Wait until nothing is worked out beside the window."""
    application = QApplication.instance()
    while application is not None and workspace.library.catalogue.is_busy:
        application.processEvents()
        time.sleep(0.01)


def main() -> None:
    """Run it."""
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as home:
        os.environ[PORTABLE] = home
        theme.apply(application)
        session = Session.create(Path(home) / "many.cmdesk", many(RECORDS))
        workspace = Workspace(session)
        workspace.resize(1280, 800)
        workspace.show()
        application.processEvents()
        library = workspace.library

        def painted() -> None:
            library.toggle()
            workspace.repaint()

        import ui.library.room  # noqa: F401, PLC0415 - the imports are told apart from the opening

        told(f"open, {RECORDS} records", painted)
        application.processEvents()
        settled(workspace)
        library.leave()
        told("open again", painted)
        for words in ("lantern", "โคม", "๒๕๖๕", "city pl"):
            told(f"search {words}", lambda each=words: library.catalogue.search(each))
        library.catalogue.search("")
        model = library.room.records.browser.model
        told("sort by title", lambda: model.sort(1))
        bar = library.room.records.browser.table.verticalScrollBar()

        def scrolled() -> None:
            bar.setValue(bar.value() + bar.pageStep())
            workspace.repaint()

        told("scroll a page", scrolled)
        library.room.show_page("gallery")
        told("scroll a page of pictures", scrolled)
        workspace.leave()
        settled(workspace)
        session.close()


if __name__ == "__main__":
    main()
