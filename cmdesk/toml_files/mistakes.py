"""What can be wrong with a file that somebody wrote, told so that its author finds the place."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _

Place: TypeAlias = tuple[str | int, ...]
"""Road from the top of a file to a value: keys, and positions in lists from 0."""


def spelt(place: Place) -> str:
    """Place as a person writes it, positions counted from 1: `parts[1].questions[2].kind`."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in place)
    return "".join(steps).removeprefix(".")


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing wrong in a file; `field` is empty when the file as a whole is meant."""

    line: int
    field: str
    problem: str

    @property
    def sentence(self) -> str:
        """Line, field and problem, in the interface's language."""
        if not self.field:
            return _("Line {line}: {problem}").format(line=self.line, problem=self.problem)
        return _("Line {line}, {field}: {problem}").format(line=self.line, field=self.field, problem=self.problem)


class FaultyFileError(CMDeskError):
    """A file is not as its schema wants it; all that is wrong with it is named at once. Each kind of file derives."""

    def __init__(self, path: Path, mistakes: Iterable[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(sorted(mistakes))
        super().__init__(f"{path}: " + "; ".join(f"{m.line}: {m.field}: {m.problem}" for m in self.mistakes))

    @property
    def told(self) -> str:
        """Lines, fields and what is wrong with them, on one line."""
        return " ".join(mistake.sentence for mistake in self.mistakes)


class UnreadableFileError(CMDeskError):
    """A file could not be read from the disk. Each kind of file derives."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"cannot read {path}: {reason}")
        self.path = path
        self.reason = reason

    @property
    def advice(self) -> str:
        """What to look at."""
        return _("Check that the file is there and that you may read it.")
