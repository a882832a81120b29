"""The spelling process as seen from the program that starts it."""

import os
import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from threading import Timer

import msgspec

import cmdesk
from cmdesk.spelling.errors import SpellingFailedError, SpellingUnavailableError
from cmdesk.spelling.wire import Answer, Question, answer, line

PATIENCE = 30.0
"""Seconds after which an unanswered question counts as the peer's end."""
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def command() -> list[str]:
    """What starts the spelling process; the frozen program has one for it beside its own."""
    if getattr(sys, "frozen", False):
        own = Path(sys.executable)
        return [str(own.with_name("cmdesk-spelling" + own.suffix))]
    return [sys.executable, "-P", "-m", "cmdesk.spelling.child"]


class Peer:
    """A running spelling process: one question, one answer."""

    def __init__(self, starting: Sequence[str]) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - our own program
                starting,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(),
                creationflags=_NO_WINDOW,
            )
        except OSError as error:
            raise SpellingUnavailableError(str(error)) from error

    def ask(self, asked: Question) -> Answer:
        """The answer; SpellingFailedError when the process ended over it, or had to be ended."""
        assert self._process.stdin is not None  # noqa: S101 - Popen was given pipes
        assert self._process.stdout is not None  # noqa: S101 - likewise
        alarm = Timer(PATIENCE, self._process.kill)
        alarm.start()
        try:
            self._process.stdin.write(line(asked))
            self._process.stdin.flush()
            return answer(self._process.stdout.readline())
        except (OSError, ValueError, msgspec.DecodeError) as error:  # a ValueError tells of a pipe already closed
            raise SpellingFailedError(str(error)) from error
        finally:
            alarm.cancel()

    def kill(self) -> None:
        """End the process at once; it holds nothing that could be lost. Whoever waits for an answer gets none."""
        self._process.kill()

    def end(self) -> None:
        """End the process and let go of its pipes."""
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            assert pipe is not None  # noqa: S101 - Popen was given pipes
            with suppress(OSError):  # what was not yet written has nobody to read it any more
                pipe.close()
        self._process.wait()


def _environment() -> dict[str, str]:
    """Ours, and where this very package is, so that a checkout need not be installed."""
    here = str(Path(cmdesk.__file__).parents[1])
    paths = [here, *filter(None, [os.environ.get("PYTHONPATH")])]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
