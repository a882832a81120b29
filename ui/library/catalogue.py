"""The records of the open dossier as the library shows them: searched, filtered, sorted, with what is wrong."""

from collections.abc import Callable, Collection
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from cmdesk.library.index import Index
from cmdesk.library.search import ANYTHING, Filters, Hit
from cmdesk.library.shelf import shelf_path
from cmdesk.library.uses import uses
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import EvidenceId
from cmdesk.progress import Progress
from ui.bridge import SessionBridge
from ui.jobs import Job
from ui.library.problems import Places, Problem, Problems, problems

_LATER = 120
"""Milliseconds after the last change before what is wrong is worked out anew."""
MANY = 2_000
"""Records from which on the search keys are prepared beside the window."""
_MOST_HITS = 500
_NOTHING: FrozenMap[EvidenceId, Evidence] = FrozenMap()


class Catalogue(QObject):
    """Follows one session."""

    listed = Signal()
    """Other records are listed, or in another order."""
    judged = Signal()
    """The problems or the uses of records were worked out anew."""
    replaced = Signal(object)
    """Ids of records that changed, came or went."""
    filled = Signal()
    """Files were read that had never been read on this computer."""

    def __init__(self, bridge: SessionBridge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = bridge.session
        self.ids: list[EvidenceId] = []
        self.hits: dict[EvidenceId, Hit] = {}
        self.more = False
        """Whether a search found more than is listed."""
        self.problems: Problems = {}
        self.places: Places = {}
        self.unsound: set[str] = set()
        self._typed, self._filters = "", ANYTHING
        self._wanted_problems: tuple[Problem, ...] = ()
        self.path: Final = shelf_path(self.dossier.id)
        """Where the shelf lies, for other threads to open one of their own."""
        self._index: Index | None = None
        self._known = _NOTHING
        self._jobs: list[Job] = []
        self._watched, self._stale = False, True
        self.prepared = len(self.dossier.evidence) <= MANY
        """Whether one may search: the keys of many records are worked out beside the window first."""
        self._later = QTimer(self, singleShot=True, interval=_LATER)
        self._later.timeout.connect(self._judge_soon)
        bridge.changed.connect(self._changed)

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self.session.dossier

    def wake(self) -> None:
        """List everything as it is now, and work out the rest once that is painted."""
        self._watched = True
        if self._stale:
            self.refresh()
            self._later.start(0)

    def sleep(self) -> None:
        """Work nothing out while nobody looks."""
        self._watched = False

    def record(self, name: EvidenceId | None) -> Evidence | None:
        """A record as it is now; None when it is gone."""
        return None if name is None else self.dossier.evidence.get(name)

    def search(self, typed: str) -> None:
        """List what these words are found in; all records for none."""
        if typed.strip() != self._typed:
            self._typed = typed.strip()
            self.refresh()

    def narrow(self, filters: Filters, wanted: tuple[Problem, ...] = ()) -> None:
        """List only records that are like this, and have one of some problems when any is named."""
        self._filters, self._wanted_problems = filters, wanted
        self.refresh()

    @property
    def is_narrowed(self) -> bool:
        """Whether some records may be left out."""
        return bool(self._typed) or self._filters is not ANYTHING or bool(self._wanted_problems)

    def refresh(self) -> None:
        """List the records anew."""
        if self._typed and not self.prepared:
            return  # the keys are being worked out, and the list follows
        if self._typed:
            results = self.index.search(self._typed, self._filters, _MOST_HITS)
            self.hits = {hit.evidence: hit for hit in reversed(results.hits)}
            self.more = results.more
            found: Collection[EvidenceId] = results.records
        else:
            self.hits, self.more = {}, False
            records = self.dossier.evidence
            plain = self._filters is ANYTHING
            found = list(records) if plain else [name for name in records if self._filters.match(records[name])]
        self.ids = [name for name in found if self._is_wanted(name)]
        self.listed.emit()

    def _is_wanted(self, name: EvidenceId) -> bool:
        return not self._wanted_problems or not set(self._wanted_problems).isdisjoint(self.problems.get(name, ()))

    @property
    def index(self) -> Index:
        """What searches; it knows the records as they are now."""
        if self._index is None:
            self._index = Index.open(self.path)
        if self._known is not self.dossier.evidence:
            self._index.update(self._known, self.dossier.evidence)
            self._known = self.dossier.evidence
        return self._index

    def learn(self) -> None:
        """Let the index know all records now, and not while somebody types."""
        if self.index and self._typed:
            self.refresh()

    def judge(self) -> None:
        """Work out uses and problems."""
        self._stale = False
        self._judge(_judged(self.dossier, frozenset(self.unsound)))

    def _judge_soon(self) -> None:
        """Work them out, beside the window when there is much to look at."""
        dossier, unsound = self.dossier, frozenset(self.unsound)
        if len(dossier.evidence) <= MANY:
            self.judge()
            return
        self._stale = False
        self.run(lambda _progress: _judged(dossier, unsound), self._judge)

    def _judge(self, found: tuple[Places, Problems]) -> None:
        self.places, self.problems = found
        if self._wanted_problems:
            self.refresh()
        self.judged.emit()

    def find_unsound(self, shas: Collection[str], sound: Collection[str] = ()) -> None:
        """Take note of files that are missing or altered, and of those that are not."""
        before = set(self.unsound)
        self.unsound = (self.unsound - set(sound)) | set(shas)
        if self.unsound != before:
            self._later.start()

    def run(self, work: Callable[[Progress], Any], done: Callable[[Any], object]) -> Job:
        """Do some work beside the window; it ends with the catalogue."""
        job = Job(work)
        self._jobs.append(job)
        job.succeeded.connect(done)
        job.ended.connect(lambda: self._jobs.remove(job))
        job.start()
        return job

    def _changed(self, before: Dossier, after: Dossier) -> None:
        if before.evidence is after.evidence and before.answers is after.answers:
            return
        self._stale = True
        if not self._watched:
            return
        if before.evidence is not after.evidence:
            names = list(after.evidence.differing_from(before.evidence))
            if self._typed or self._filters is not ANYTHING or len(before.evidence) != len(after.evidence):
                self.refresh()
            self.replaced.emit(names)
        self._later.start()

    @property
    def is_busy(self) -> bool:
        """Whether anything is being worked out beside the window."""
        return bool(self._jobs)

    def close(self) -> None:
        """Stop all work and let go of the files."""
        self._later.stop()
        for job in tuple(self._jobs):
            job.cancel()
        if self._index is not None:
            self._index.close()
            self._index = None


def _judged(dossier: Dossier, unsound: frozenset[str]) -> tuple[Places, Problems]:
    places = uses(dossier)
    return places, problems(dossier, places, unsound)
