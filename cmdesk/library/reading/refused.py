"""How a reader says that it will not read a file."""

from cmdesk.library.reading.found import Refusal, Trouble


class Refused(Exception):  # noqa: N818 - named as the reply that it becomes
    """A file is not read, for a reason that people are told."""

    def __init__(self, trouble: Trouble, detail: str = "") -> None:
        super().__init__(f"{trouble.value}: {detail}")
        self.refusal = Refusal(trouble, detail)
