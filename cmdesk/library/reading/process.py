"""Reading a foreign file in a process of its own, and ending that process when it takes too much."""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import IO

import msgspec

import cmdesk
from cmdesk.library.reading.found import Found, Refusal, Reply, Request, Trouble
from cmdesk.library.reading.limits import LIMITS, Limits
from cmdesk.library.reading.refusals import ForeignFileError, UnreadableFileError
from cmdesk.progress import SILENT, Progress

ARGUMENT = "--read-foreign-file"
"""First argument by which the frozen program knows that it is to read (see `cmdesk.library.child`)."""
_PIECE = 1 << 16
_LOOK = 0.05
"""Seconds between looks at the clock and at the user's wish to stop."""
_START = "import sys; sys.path.insert(0, sys.argv[1]); from cmdesk.library.child import main; sys.exit(main())"
_KEPT = ("SYSTEMROOT", "TEMP", "TMP") if sys.platform == "win32" else ()


def command() -> list[str]:
    """How to start a reading process, but for the request."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ARGUMENT]
    return [sys.executable, "-I", "-X", "utf8", "-c", _START, str(Path(cmdesk.__file__).parents[1])]


@dataclass(frozen=True)
class Reader:
    """Reads foreign files, each in a new process; `start` is the command, for tests that watch it."""

    limits: Limits = LIMITS
    start: tuple[str, ...] = ()

    def read(self, path: Path, request: Request, progress: Progress = SILENT, name: str = "") -> Found:
        """What a file holds; ForeignFileError says why nothing could be read, Cancelled that nobody wants it.

        `name` is what people call the file, where that is not its name on the disk.
        """
        called = name or path.name
        try:
            if path.stat().st_size > self.limits.file:
                raise ForeignFileError(called, Refusal(Trouble.TOO_LARGE, str(self.limits.file)))
            with path.open("rb") as stream, tempfile.TemporaryDirectory(prefix="cmdesk-") as nowhere:
                reply = self._asked(stream, Path(nowhere), request, progress)
        except OSError as error:
            raise UnreadableFileError(called, error.strerror or str(error)) from error
        if reply.found is None:
            raise ForeignFileError(called, reply.refusal or Refusal(Trouble.CRASHED))
        return reply.found

    def _asked(self, stream: IO[bytes], nowhere: Path, request: Request, progress: Progress) -> Reply:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [*(self.start or command()), msgspec.json.encode(request).decode()],
            stdin=stream,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            cwd=nowhere,
            env={name: os.environ[name] for name in _KEPT if name in os.environ},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        with process:
            try:
                return _Listening(process, self.limits).reply(progress)
            finally:
                process.kill()


class _Listening:
    """Hears a process out, as long as it keeps to the limits."""

    def __init__(self, process: "subprocess.Popen[bytes]", limits: Limits) -> None:
        self._process = process
        self._limits = limits
        self._said = bytearray()
        self._ear = threading.Thread(target=self._hear, daemon=True)

    def _hear(self) -> None:
        stdout = self._process.stdout
        while stdout is not None and len(self._said) <= self._limits.output:
            piece = stdout.read(_PIECE)
            if not piece:
                return
            self._said += piece

    def reply(self, progress: Progress) -> Reply:
        """The process's answer, or which limit it broke."""
        begun = time.monotonic()
        self._ear.start()
        while self._ear.is_alive():
            self._ear.join(_LOOK)
            progress.step(0, 1)
            if time.monotonic() - begun > self._limits.wall:
                return Reply(refusal=Refusal(Trouble.TIME, f"{self._limits.wall:.0f}"))
        if len(self._said) > self._limits.output:
            return Reply(refusal=Refusal(Trouble.OUTPUT, str(self._limits.output)))
        return self._understood()

    def _understood(self) -> Reply:
        try:
            return msgspec.json.decode(bytes(self._said), type=Reply)
        except msgspec.DecodeError:
            return Reply(refusal=_ended(self._process.wait(), self._limits))


def _ended(status: int, limits: Limits) -> Refusal:
    """Why a process ended without an answer."""
    if hasattr(signal, "SIGXCPU") and status in (-signal.SIGXCPU, -signal.SIGKILL):
        return Refusal(Trouble.TIME, str(limits.cpu))
    if status == -signal.SIGABRT:  # so C++ libraries end when they are given no more memory
        return Refusal(Trouble.MEMORY)
    return Refusal(Trouble.CRASHED, str(status))
