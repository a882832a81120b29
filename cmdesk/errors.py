"""The root of every failure that a person is told about.

Each room derives its own errors from `CMDeskError` and words them itself: `what` happened and `advice`, the next step,
in the language of the interface. The window and the command line only show them.
"""


class CMDeskError(Exception):
    """A failure that has a message for people; `str(error)` is the terse form for logs."""

    @property
    def what(self) -> str:
        """One whole sentence in the interface's language: what happened, naming the file, field or limit."""
        return str(self)

    @property
    def advice(self) -> str:
        """One whole sentence in the interface's language: what to do next; empty when there is nothing to do."""
        return ""
