"""States put away on the writer's thread unasked: of each working day, of each hour, before mass changes."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime

import msgspec

from cmdesk.store import snapshot
from cmdesk.store.apart import Apart
from cmdesk.store.archive import counts
from cmdesk.store.backups import REGULAR, Backups
from cmdesk.store.copies import Whole
from cmdesk.store.errors import StoreError
from cmdesk.store.line import Change
from cmdesk.store.versions import DAILY, ELSEWHERE, Versions

Present = Callable[[], Whole]

MANY_REMOVED = 10
MANY_CHANGED = 50
"""An edit of so many records that were there before is kept a backup of, in case it was a mistake."""


def now() -> datetime:
    """This moment, where the user is: a working day is a day of theirs."""
    return datetime.now(UTC).astimezone()


class Keepsakes:
    """What is put away. No failure here may stop an edit from being saved, so none is raised."""

    def __init__(
        self,
        versions: Versions,
        backups: Backups,
        last_edit: datetime | None,
        apart: Sequence[Apart] = (),
        clock: Callable[[], datetime] = now,
    ) -> None:
        self._apart = list(apart)
        self._versions = versions
        self._backups = backups
        self._last_edit = last_edit
        self._clock = clock

    def before(self, present: Present, changes: Sequence[Change], changed: int, action: str) -> None:
        """Put away what an edit is about to change: the last state of an earlier day, or what many records were."""
        moment = self._clock()
        self._keep_apart()
        with suppress(StoreError):  # as said
            if self._is_new_day(moment):
                self._keep_day(present())
        with suppress(StoreError):  # as said
            removed = sum(1 for _table, _id, record in changes if record is None)
            if removed >= MANY_REMOVED or changed >= MANY_CHANGED:
                whole = present()
                self._backups.make(whole.data, whole.meta, action, moment)
        self._last_edit = moment

    def _keep_apart(self) -> None:
        while self._apart:
            state = self._apart.pop().snapshot
            with suppress(StoreError):  # its file is not removed, only set aside
                meta = msgspec.structs.replace(state.meta, counts=counts(state.tables))
                self._versions.keep_bytes(snapshot.encode(state.tables, meta), meta, ELSEWHERE, None)

    def _is_new_day(self, moment: datetime) -> bool:
        return self._last_edit is None or self._last_edit.astimezone(moment.tzinfo).date() != moment.date()

    def _keep_day(self, whole: Whole) -> None:
        at = (whole.meta.sequence, whole.meta.last)
        if whole.meta.sequence and self._versions.last_mark(DAILY) != at:
            self._versions.keep_bytes(whole.data, whole.meta, DAILY, self._last_edit)

    def after(self, whole: Whole) -> None:
        """Put away what was just taken up, when the last backup is an hour old."""
        moment = self._clock()
        with suppress(StoreError):  # as said
            if self._backups.is_due(moment):
                self._backups.make(whole.data, whole.meta, REGULAR, moment)
