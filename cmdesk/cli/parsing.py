"""The standard argument parser, taught to speak the interface's language and to complain on one line."""

import argparse
import gettext
import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from cmdesk import assets, i18n
from cmdesk.cli.folding import fold
from cmdesk.cli.status import Status
from cmdesk.i18n import N_, _

ARGPARSE_WORDS = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
    N_("expected one argument"),
    N_("expected at most one argument"),
    N_("ignored explicit argument %r"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
)
"""What argparse says of itself, listed here so that the catalogue has it."""

_LANGUAGE = "LANGUAGE"


@contextmanager
def argparse_speaks() -> Iterator[None]:
    """Within, argparse takes its own words from our catalogue, in the interface's language.

    WORKAROUND for argparse knowing no catalogue but that of gettext's global domain, and gettext choosing the language
    by the environment: both are ours for a moment, and put back.
    """
    domain, language = gettext.textdomain(), os.environ.get(_LANGUAGE)
    gettext.bindtextdomain(i18n.DOMAIN, str(assets.catalogues()))
    gettext.textdomain(i18n.DOMAIN)
    os.environ[_LANGUAGE] = i18n.language()
    try:
        yield
    finally:
        gettext.textdomain(domain)
        if language is None:
            del os.environ[_LANGUAGE]
        else:
            os.environ[_LANGUAGE] = language


class _Help(argparse.HelpFormatter):
    """Help folded between Thai words.

    WORKAROUND for argparse folding at spaces only, which Thai has none of: it would part vowels from consonants. The
    two methods are private, but it has no other door.
    """

    def _split_lines(self, text: str, width: int) -> list[str]:
        return fold(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        return "\n".join(indent + line for line in fold(text, width - len(indent)))


class Parser(argparse.ArgumentParser):
    """A parser whose options are never abbreviated and whose complaints take one line."""

    def __init__(self, **words: str) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_Help, **words)  # type: ignore[arg-type]  # texts only

    def error(self, message: str) -> NoReturn:
        """Leave with a complaint and the way to the help."""
        complaint = gettext.gettext("%(prog)s: error: %(message)s\n") % {"prog": self.prog, "message": message}
        line = _("{complaint}. See “{command} --help”.").format(complaint=complaint.rstrip(), command=self.prog)
        self.exit(Status.USAGE, f"{line}\n")
