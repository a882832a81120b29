"""Undo and redo over states: taking back an edit is putting the old state back."""

from dataclasses import dataclass

from cmdesk.edits.edit import Edit
from cmdesk.model.dossier import Dossier


@dataclass(frozen=True, slots=True)
class Step:
    """One undo: the states around it and the edit that made it."""

    before: Dossier
    after: Dossier
    edit: Edit


class History:
    """The states that a dossier has been in since it was opened, and where among them we are."""

    def __init__(self, start: Dossier) -> None:
        self._present = start
        self._past: list[Step] = []
        self._future: list[Step] = []
        self._open = False

    @property
    def present(self) -> Dossier:
        """The dossier as it is now."""
        return self._present

    def record(self, after: Dossier, edit: Edit) -> bool:
        """Note that an edit made `after` out of the present.

        Returns whether it went on with the open step, as typing does, rather than begin one of its own.
        """
        goes_on = self._open and bool(self._past) and edit.continues(self._past[-1].edit)
        before = self._past.pop().before if goes_on else self._present
        self._past.append(Step(before, after, edit))
        self._future.clear()
        self._present = after
        self._open = True
        return goes_on

    def seal(self) -> None:
        """End the open step: the next edit begins a new one, whatever it is."""
        self._open = False

    @property
    def undoable(self) -> Step | None:
        """The step that `undo` would take back."""
        return self._past[-1] if self._past else None

    @property
    def redoable(self) -> Step | None:
        """The step that `redo` would make again."""
        return self._future[-1] if self._future else None

    def undo(self) -> Step | None:
        """Take the last step back; returns it, None when there is none."""
        self.seal()
        if not self._past:
            return None
        step = self._past.pop()
        self._future.append(step)
        self._present = step.before
        return step

    def redo(self) -> Step | None:
        """Make the last undone step again; returns it, None when there is none."""
        self.seal()
        if not self._future:
            return None
        step = self._future.pop()
        self._past.append(step)
        self._present = step.after
        return step
