"""The simulated disk under Windows' rules, as far as they matter to a store.

Names are found whatever their case; a file that is open can't be removed or renamed; other programs hold files for a
while, which is an error 5, 32 or 33; folders can't be synced, but the log of names is in order, and syncing any file
brings it to the disk.
"""

import errno
import re

from simulated_files import KILL, PREFIX, SimulatedFiles, _rename

RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)
FORBIDDEN = re.compile(r'[<>:"\\|?*\x00-\x1f]|[. ]$')


def held(code, name):
    """The error of a file that somebody else has in hand."""
    error = PermissionError(errno.EACCES, "The process cannot access the file", name)
    error.winerror = code
    return error


class SimulatedWindows(SimulatedFiles):
    """`schedule(kind, name)` gives the error code of an operation that somebody is in the way of, or None."""

    def __init__(self):
        super().__init__()
        self.schedule = lambda _kind, _name: None
        self.refused = 0

    def copy(self):
        twin = super().copy()
        return self._as_windows(twin)

    def reboot(self, rng, mode):
        after = super().reboot(rng, mode if mode == KILL else PREFIX)
        return self._as_windows(after)

    def _as_windows(self, other):
        made = SimulatedWindows()
        made.__dict__.update({name: value for name, value in other.__dict__.items() if name != "schedule"})
        return made

    def _may(self, kind, name):
        code = self.schedule(kind, name)
        if code is not None:
            self.refused += 1
            raise held(code, name)

    def _real(self, name):
        return next((each for each in self.names if each.casefold() == name.casefold()), name)

    def _op(self, kind, name):
        if kind in ("create", "rename", "unlink", "mkdir"):
            self._may(kind, name)
        super()._op(kind, name)

    def listdir(self, folder):
        self._may("listdir", folder)
        return super().listdir(self._real(folder))

    def exists(self, name):
        return super().exists(self._real(name))

    def chunks(self, name):
        self._may("read", name)
        return super().chunks(self._real(name))

    def create(self, name):
        self._check_name(name)
        return super().create(self._real(name))

    def rename(self, old, new):
        self._check_name(new)
        self._check_closed(old)
        super().rename(self._real(old), self._real(new))
        self._log_to_disk()

    def unlink(self, name):
        self._check_closed(name)
        super().unlink(self._real(name))

    def fsync(self, handle):
        super().fsync(handle)
        self._log_to_disk()

    def fsyncdir(self, folder):
        self._op("fsyncdir", folder)

    def _log_to_disk(self):
        pending, self.pending = self.pending, []
        for op in pending:
            _rename(self.durable_names, *op)

    def _check_closed(self, name):
        if self.names.get(self._real(name)) in self.open:
            raise held(32, name)

    def _check_name(self, name):
        for part in name.split("/"):
            if RESERVED.fullmatch(part) or FORBIDDEN.search(part):
                raise OSError(errno.EINVAL, "The filename, directory name, or volume label syntax is incorrect", name)
