"""The entrance: reads the command line, runs the command, and puts failures into one line."""

import io
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import TextIO

from cmdesk.cli import speaking
from cmdesk.cli.arguments import parser
from cmdesk.cli.failures import UsageError
from cmdesk.cli.parsing import argparse_speaks
from cmdesk.cli.showing import warn
from cmdesk.cli.status import Status
from cmdesk.errors import CMDeskError
from cmdesk.i18n import _


def main(argv: Sequence[str] | None = None) -> int:
    """Exit status of a command; `argv` is the command line without the program's name."""
    for stream in (sys.stdout, sys.stderr):
        _prepare(stream)
    try:
        status = _status(sys.argv[1:] if argv is None else argv)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence()
        return Status.UNHEARD
    except OSError as error:
        _silence()
        warn(_("The output could not be written: {reason}.").format(reason=error.strerror or error))
        return Status.FAILED
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    return status


def _prepare(stream: TextIO) -> None:
    """Let a stream take every letter: what it can't show is spelt out, and files and pipes get UTF-8 everywhere."""
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")


def _status(words: Sequence[str]) -> int:
    speaking.speak(speaking.wanted(words, os.environ))
    try:
        return _run(words)
    except SystemExit as leaving:  # argparse leaves so, after its help as after a complaint
        return int(leaving.code or 0)
    except CMDeskError as error:
        warn(f"{error.what} {error.advice}")
        return Status.USAGE if isinstance(error, UsageError) else Status.FAILED


def _run(words: Sequence[str]) -> int:
    with argparse_speaks():
        arguments = parser().parse_args(words)
    # Only the command asked for is loaded: the help shall not wait for the typesetter.
    command = import_module(f"cmdesk.cli.commands.{arguments.command}")
    status: int = command.run(arguments)
    return status


def _silence() -> None:
    """Send nowhere what standard output still holds back, or Python would complain of it at the end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


if __name__ == "__main__":  # pragma: no cover - the frozen program begins here
    sys.exit(main())
