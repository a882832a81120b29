"""Walls around a reading process: what it may use, and what it may not even try.

The limits are the system's (POSIX); on Windows the parent's clock and the size of the answer hold alone.
"""

import os
import sys
from pathlib import Path

from cmdesk.library.reading.limits import LIMITS

_FILES = 64
_READING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.exec",
    "os.fork",
    "os.posix_spawn",
    "os.spawn",
    "os.startfile",
    "os.system",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.mkdir",
    "os.link",
    "os.symlink",
    "os.chmod",
    "os.chown",
    "os.truncate",
    "os.putenv",
    "pty.",
    "shutil.",
    "ctypes.dlopen",
    "urllib.",
    "http.",
    "ftplib.",
    "webbrowser.",
)


def limit_resources() -> None:
    """Let the system end this process when it takes too much; no file can be written from now on."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - only POSIX has it

    wanted = {
        resource.RLIMIT_CPU: LIMITS.cpu,
        resource.RLIMIT_AS: LIMITS.memory,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_NOFILE: _FILES,
    }
    for kind, most in wanted.items():
        _soft, hard = resource.getrlimit(kind)
        allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (allowed, allowed))


def forbid() -> None:
    """Refuse, until the process ends, every connection, program and change, and reading but Python's own modules."""
    ours = Path(__file__).parents[2]
    roots = tuple({str(Path(part).resolve()) + os.sep for part in (sys.prefix, sys.base_prefix, ours)})

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_FORBIDDEN) or (event == "open" and not _may_open(arguments, roots)):
            raise PermissionError(f"forbidden while reading a foreign file: {event}")

    sys.addaudithook(hook)


def _may_open(arguments: tuple[object, ...], roots: tuple[str, ...]) -> bool:
    path, _mode, flags = arguments
    if isinstance(path, int):
        return True
    if not isinstance(path, str) or (isinstance(flags, int) and flags & _READING):
        return False
    return os.path.realpath(path).startswith(roots)
