"""Which process this is, and whether another one still runs."""

import ctypes
import getpass
import os
import socket
import sys
from functools import cache
from pathlib import Path
from typing import Any


def user() -> str:
    """The name under which the user is logged in; empty when the system has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return ""


@cache
def host() -> str:
    """The name of this computer."""
    return socket.gethostname()


@cache
def boot() -> str:
    """Something that differs from one start of the computer to the next; empty where we know of nothing."""
    return _first_line("/proc/sys/kernel/random/boot_id")


def birth(pid: int) -> str:
    """When a process began, in the system's own terms, so that a number given again is noticed; empty if unknown."""
    words = _first_line(f"/proc/{pid}/stat").rpartition(")")[2].split()
    return words[19] if len(words) > 19 else ""  # noqa: PLR2004 - field 22 of proc(5), two of them cut off before ")"


def _first_line(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""


def is_running(pid: int) -> bool:
    """Whether there is a process of this number."""
    return pid > 0 and (_is_open(pid) if sys.platform == "win32" else _answers(pid))


def _answers(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _is_open(pid: int) -> bool:  # pragma: no cover - Windows only, where os.kill would end the process
    kernel: Any = getattr(ctypes, "windll").kernel32  # noqa: B009 - there on Windows only, which the types know
    handle = kernel.OpenProcess(0x1000, 0, pid)  # PROCESS_QUERY_LIMITED_INFORMATION
    if not handle:
        return False
    code = ctypes.c_ulong()
    known = kernel.GetExitCodeProcess(handle, ctypes.byref(code))
    kernel.CloseHandle(handle)
    return not known or code.value == 259  # noqa: PLR2004 - STILL_ACTIVE
