"""What can be wrong with a form template, told so that its author finds the place."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _, ngettext

Place: TypeAlias = tuple[str | int, ...]
"""Road from the top of a template to a value: keys, and positions in lists from 0."""


def spelt(place: Place) -> str:
    """Place as a person writes it, positions counted from 1: `parts[1].questions[2].kind`."""
    steps = (f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in place)
    return "".join(steps).removeprefix(".")


@dataclass(frozen=True, slots=True, order=True)
class Mistake:
    """One thing wrong in a template; `field` is empty when the file as a whole is meant."""

    line: int
    field: str
    problem: str

    @property
    def sentence(self) -> str:
        """Line, field and problem, in the interface's language."""
        if not self.field:
            return _("Line {line}: {problem}").format(line=self.line, problem=self.problem)
        return _("Line {line}, {field}: {problem}").format(line=self.line, field=self.field, problem=self.problem)


class FormError(CMDeskError):
    """A template is not as the schema wants it; all that is wrong with it is named at once."""

    def __init__(self, path: Path, mistakes: Iterable[Mistake]) -> None:
        self.path = path
        self.mistakes = tuple(sorted(mistakes))
        super().__init__(f"{path}: " + "; ".join(f"{m.line}: {m.field}: {m.problem}" for m in self.mistakes))

    @property
    def what(self) -> str:
        """File, lines, fields and what is wrong with them, on one line."""
        count = len(self.mistakes)
        message = ngettext(
            "The form file “{file}” has {count} mistake. {mistakes}",
            "The form file “{file}” has {count} mistakes. {mistakes}",
            count,
        )
        told = " ".join(mistake.sentence for mistake in self.mistakes)
        return message.format(file=self.path.name, count=count, mistakes=told)

    @property
    def advice(self) -> str:
        """Where to look the schema up."""
        return _("Correct the lines named; SCHEMA.md beside the forms shipped with CMDesk explains every key.")


class UnreadableFormError(CMDeskError):
    """A template could not be read from the disk."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(f"cannot read {path}: {reason}")
        self.path = path
        self.reason = reason

    @property
    def what(self) -> str:
        """The file and the system's reason."""
        return _("The form file “{file}” cannot be read: {reason}.").format(file=self.path.name, reason=self.reason)

    @property
    def advice(self) -> str:
        """What to look at."""
        return _("Check that the file is there and that you may read it.")


class UnknownFormError(CMDeskError):
    """No template has the id asked for."""

    def __init__(self, form_id: str, known: Iterable[str]) -> None:
        self.form_id = form_id
        self.known = tuple(known)
        super().__init__(f"no form {form_id!r} among {', '.join(self.known)}")

    @property
    def what(self) -> str:
        """The id that nothing answers to."""
        return _("There is no form named “{form}”.").format(form=self.form_id)

    @property
    def advice(self) -> str:
        """The ids that there are."""
        return _("Choose one of these: {forms}.").format(forms=", ".join(self.known))
