"""An open dossier. `Session.do` is the only road by which anything in it changes."""

from collections.abc import Callable
from pathlib import Path
from typing import Self, TypeAlias

from cmdesk.edits.edit import Edit
from cmdesk.errors import CMDeskError
from cmdesk.history import History, Step
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.store.project import Project, create, open_project
from cmdesk.store.saving import Safety, SaveState

Observer: TypeAlias = Callable[[Dossier, Dossier], None]
SaveObserver: TypeAlias = Callable[[SaveState], None]
Unsubscribe: TypeAlias = Callable[[], None]


class ReadOnlyError(CMDeskError):
    """A change was asked of a dossier that is open for reading only."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"read-only: {reason}")
        self.reason = reason

    @property
    def what(self) -> str:
        """Why nothing was changed."""
        return self.reason or _("This dossier is open for reading only.")

    @property
    def advice(self) -> str:
        """How to go on."""
        return _("Close it in the other window, or make a copy of its folder and open the copy.")


class Session:
    """An open dossier: its state, the states before it, those who watch it, and how safely it is kept."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._history = History(project.dossier)
        self._observers: list[Observer] = []
        self._save_observers: list[SaveObserver] = []
        self._saved_since_edit = False
        self._keeper = project.keeper(self._heard) if project.writable else None

    @classmethod
    def open(cls, folder: Path, *, writable: bool = True, take_over: bool = False) -> Self:
        """Session on the dossier in a folder; raises the store's errors.

        `take_over` takes it from another window that has it open, for a user who knows that it is gone.
        """
        return cls(open_project(folder, writable=writable, take_over=take_over))

    @classmethod
    def create(cls, folder: Path, dossier: Dossier) -> Self:
        """Session on a new dossier, which is on disk when this returns; raises the store's errors."""
        return cls(create(folder, dossier))

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self._history.present

    @property
    def writable(self) -> bool:
        """Whether it can be changed here."""
        return self._keeper is not None

    @property
    def save_state(self) -> SaveState:
        """How safely the dossier is kept at this moment."""
        return SaveState(Safety.READ_ONLY, 0) if self._keeper is None else self._keeper.state

    def do(self, edit: Edit) -> None:
        """Apply an edit, tell the observers, and hand the new state over to be kept.

        Raises `ReadOnlyError`, or the edit's own error; then nothing has changed.
        """
        if self._keeper is None:
            raise ReadOnlyError(self.project.report.read_only or "")
        before = self.dossier
        after = edit.apply(before)
        if after is before:
            return
        if self._saved_since_edit:
            self.seal()
        self._saved_since_edit = False
        self._history.record(after, edit)
        typing = edit.continues(edit)
        self._keeper.keep(after, edit.label, resting=typing)
        self._tell(before, after)

    def seal(self) -> None:
        """End a step of typing, at a pause or a word's end: what comes next is undone by itself."""
        self._history.seal()

    def rest(self) -> None:
        """Note that the user left a field: end the step of typing and write what was waiting for a pause."""
        self.seal()
        if self._keeper is not None:
            self._keeper.hurry()

    @property
    def undoable(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._history.undoable

    @property
    def redoable(self) -> Step | None:
        """The step that `redo` would make again."""
        return self._history.redoable

    def undo(self) -> Step | None:
        """Take the last step back; returns it, None when there is none."""
        before = self.dossier
        step = self._history.undo()
        if step is not None:
            self._restored(before, _("Undo: {action}").format(action=step.edit.label))
        return step

    def redo(self) -> Step | None:
        """Make the last undone step again; returns it, None when there is none."""
        before = self.dossier
        step = self._history.redo()
        if step is not None:
            self._restored(before, _("Redo: {action}").format(action=step.edit.label))
        return step

    def watch(self, observer: Observer) -> Unsubscribe:
        """Call `observer(before, after)` at every change, until the returned function is called."""
        self._observers.append(observer)
        return lambda: self._observers.remove(observer)

    def watch_saving(self, observer: SaveObserver) -> Unsubscribe:
        """Call `observer(state)` on the writer's thread whenever the safety changes, until unsubscribed."""
        self._save_observers.append(observer)
        return lambda: self._save_observers.remove(observer)

    def flush(self, timeout: float | None = None) -> bool:
        """Whether everything is on disk, waiting for it at most `timeout` seconds."""
        return True if self._keeper is None else self._keeper.flush(timeout)

    def close(self) -> bool:
        """End the session; returns whether everything is on disk."""
        if self._keeper is None:
            self.project.close()
            return True
        return self._keeper.close()

    def _restored(self, before: Dossier, action: str) -> None:
        if self._keeper is not None:
            self._keeper.keep(self.dossier, action)
        self._tell(before, self.dossier)

    def _tell(self, before: Dossier, after: Dossier) -> None:
        for observer in tuple(self._observers):
            observer(before, after)

    def _heard(self, state: SaveState) -> None:
        # Called on the writer's thread, which must not touch the history: only a note is left for the next edit.
        if state.safety in (Safety.SAVED, Safety.SAVED_HERE_ONLY):
            self._saved_since_edit = True
        for observer in tuple(self._save_observers):
            observer(state)
