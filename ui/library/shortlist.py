"""A list of records of its own beside the library's, for finding one to cite."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance

from cmdesk.library.search import Filters, Hit
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId
from ui.library.catalogue import Catalogue
from ui.library.problems import Places, Problems

_MOST = 200


class Listing(Protocol):
    """What a model of records shows."""

    listed: SignalInstance
    judged: SignalInstance
    replaced: SignalInstance
    ids: list[EvidenceId]
    hits: dict[EvidenceId, Hit]
    problems: Problems
    places: Places

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""

    def record(self, name: EvidenceId | None) -> Evidence | None:
        """A record as it is now; None when it is gone."""


class Shortlist(QObject):
    """The records that fit what is typed, out of those that may be chosen."""

    listed = Signal()
    judged = Signal()
    replaced = Signal(object)

    def __init__(self, catalogue: Catalogue, may: Callable[[Evidence], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue = catalogue
        self._among = frozenset(record.id for record in catalogue.dossier.evidence.values() if may(record))
        self.ids: list[EvidenceId] = []
        self.hits: dict[EvidenceId, Hit] = {}
        self.problems: Problems = {}
        self.places: Places = {}

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self._catalogue.dossier

    def record(self, name: EvidenceId | None) -> Evidence | None:
        """A record as it is now; None when it is gone."""
        return self._catalogue.record(name)

    def find(self, typed: str) -> None:
        """List what fits these words, the best first."""
        results = self._catalogue.index.search(typed, Filters(among=self._among), _MOST)
        self.ids = list(results.records)
        self.hits = {hit.evidence: hit for hit in reversed(results.hits)} if typed.strip() else {}
        self.listed.emit()
