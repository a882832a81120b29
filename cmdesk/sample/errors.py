"""What may be wrong with an authored file."""

from collections.abc import Iterator
from contextlib import contextmanager

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _


class NotationError(CMDeskError):
    """An authored text that breaks the notation at a character, counted from 1."""

    def __init__(self, position: int, problem: str) -> None:
        super().__init__(f"character {position}: {problem}")
        self.position = position
        self.problem = problem

    @property
    def what(self) -> str:
        """What is wrong, and at which character."""
        return _("At character {position}: {problem}").format(position=self.position, problem=self.problem)


class SampleError(CMDeskError):
    """An authored file that says something we can't read: `place` is the field in it."""

    def __init__(self, file: str, place: str, problem: str) -> None:
        super().__init__(f"{file}, {place}: {problem}")
        self.file = file
        self.place = place
        self.problem = problem

    @property
    def what(self) -> str:
        """What is wrong, in which field of which file."""
        return _("{file}, {place}: {problem}").format(file=self.file, place=self.place, problem=self.problem)

    @property
    def advice(self) -> str:
        """Where the rules are."""
        return _("Correct the file in resources/sample; its README.md describes the format.")


@contextmanager
def located(file: str, place: str) -> Iterator[None]:
    """Whatever goes wrong inside is told as a fault of this place in this file."""
    try:
        yield
    except CMDeskError as error:
        raise SampleError(file, place, error.what) from error
    except ValueError as error:
        raise SampleError(file, place, str(error)) from error
