"""A disk in memory that crashes, tears, reorders, fills up, lies and comes back in any state the real one might.

It has what `cmdesk.store.disk.Disk` has. Every file has the bytes that programs see and the bytes that would survive
a power cut; every name likewise. Names below a folder become durable by `fsyncdir`, bytes by `fsync`.
"""

import errno
import os
from dataclasses import dataclass, replace
from pathlib import Path

SECTOR = 512
KILL, PREFIX, SUBSET = "kill", "prefix", "subset"
MODES = (KILL, PREFIX, SUBSET)
FOLDER = -1


class Crash(BaseException):
    """The machine stops here. No program can catch it, so it is no Exception."""


@dataclass(frozen=True, slots=True)
class Inode:
    """A file's bytes, and how they would be after a power cut."""

    seen: bytes = b""
    durable: bytes = b""
    lost: tuple = ()
    """Stretches that a failed fsync dropped: no later fsync brings them to the disk."""


class SimulatedFiles:
    """The disk. `ops` counts what changes it; `before_op(disk, kind, name)` may watch, raise OSError or Crash."""

    def __init__(self):
        self.root = Path("/simulated/dossier")
        self.inodes = {}
        self.names = {"": FOLDER}
        self.durable_names = {"": FOLDER}
        self.pending = []
        self.open = {}
        self.ops = 0
        self.before_op = lambda *_: None
        self.alter = lambda _name, data: data
        self.most = None
        """Bytes that one write takes at most; None for all."""
        self.dead = False

    def copy(self):
        """The same disk at this moment, with nobody watching."""
        twin = SimulatedFiles()
        twin.inodes, twin.names, twin.durable_names = dict(self.inodes), dict(self.names), dict(self.durable_names)
        twin.pending = list(self.pending)
        return twin

    def _op(self, kind, name):
        if self.dead:
            raise Crash
        self.ops += 1
        try:
            self.before_op(self, kind, name)
        except Crash:
            self.dead = True
            raise

    def _inode(self, name):
        number = self.names.get(name)
        if number is None:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), name)
        return number

    # What programs ask

    def make_root(self):
        self._op("make_root", "")

    def listdir(self, folder):
        if self._inode(folder) != FOLDER:
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), folder)
        head = f"{folder}/" if folder else ""
        return [n[len(head) :] for n in self.names if n and n.startswith(head) and "/" not in n[len(head) :]]

    def exists(self, name):
        return name in self.names

    def chunks(self, name):
        return iter((self.inodes[self._inode(name)].seen,))

    def size(self, name):
        return len(self.inodes[self._inode(name)].seen)

    def create(self, name):
        self._op("create", name)
        if name in self.names:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), name)
        self._inode(name.rpartition("/")[0])
        number = len(self.inodes) + 1
        self.inodes[number] = Inode()
        self._named("link", name, number)
        self.open[number] = name
        return number

    def write(self, handle, data):
        name = self.open[handle]
        piece = bytes(data)[: self.most]
        half = len(piece) // 2
        # A crash may come in the middle of a write, and a full disk takes what still fits.
        self._append(handle, name, piece[:half])
        try:
            self._op("write", name)
        except OSError:
            if half:
                return half
            raise
        self._append(handle, name, piece[half:])
        return len(piece)

    def _append(self, handle, name, data):
        if self.dead:
            raise Crash
        inode = self.inodes[handle]
        self.inodes[handle] = replace(inode, seen=inode.seen + self.alter(name, data))

    def fsync(self, handle):
        inode = self.inodes[handle]
        try:
            self._op("fsync", self.open[handle])
        except OSError:
            lost = (*inode.lost, (len(inode.durable), len(inode.seen)))
            self.inodes[handle] = replace(inode, lost=lost)
            raise
        kept = bytearray(inode.seen)
        for start, stop in inode.lost:
            kept[start:stop] = bytes(stop - start)
        self.inodes[handle] = replace(inode, durable=bytes(kept))

    def leads_to(self, name, handle):
        return self.names.get(name) == handle

    def close(self, handle):
        if self.dead:
            raise Crash
        del self.open[handle]

    def rename(self, old, new):
        self._op("rename", new)
        if new in self.names:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), new)
        self._named("move", new, self._inode(old), old)

    def unlink(self, name):
        self._op("unlink", name)
        self._named("unlink", name, self._inode(name))

    def mkdir(self, folder):
        self._op("mkdir", folder)
        if folder not in self.names:
            self._named("link", folder, FOLDER)

    def rmdir(self, folder):
        self._op("rmdir", folder)
        if self.listdir(folder):
            raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), folder)
        self._named("unlink", folder, FOLDER)

    def fsyncdir(self, folder):
        self._op("fsyncdir", folder)
        mine = [op for op in self.pending if op[1].rpartition("/")[0] == folder]
        self.pending = [op for op in self.pending if op not in mine]
        for op in mine:
            _rename(self.durable_names, *op)

    def _named(self, *op):
        op = (*op, None)[:4]
        _rename(self.names, *op)
        self.pending.append(op)

    # What the machine does

    def reboot(self, rng, mode):
        """The disk as a program may find it afterwards: `kill` spares the system, the others cut the power."""
        after = SimulatedFiles()
        after.most = self.most
        after.names = dict(self.names) if mode == KILL else self._names_after(rng, mode)
        for name, number in list(after.names.items()):
            if number != FOLDER:
                inode = self.inodes[number]
                data = inode.seen if mode == KILL else _survived(inode, rng)
                after.inodes[len(after.inodes) + 1] = Inode(data, data)
                after.names[name] = len(after.inodes)
        after.durable_names = dict(after.names)
        return after

    def _names_after(self, rng, mode):
        names = dict(self.durable_names)
        count = rng.randint(0, len(self.pending))
        survived = self.pending[:count] if mode == PREFIX else [op for op in self.pending if rng.random() < 0.5]
        for op in survived:
            _rename(names, *op)
        return {name: number for name, number in names.items() if _is_reachable(name, names)}


def _rename(names, kind, name, number, old=None):
    if kind == "unlink":
        names.pop(name, None)
        return
    if kind == "move":
        names.pop(old, None)
    names[name] = number


def _is_reachable(name, names):
    folder = name.rpartition("/")[0]
    return folder in names


def _survived(inode, rng):
    """Durable bytes, and of the rest nothing, all, a part, or sectors some of which are zeros."""
    kept, rest = inode.durable, inode.seen[len(inode.durable) :]
    fate = rng.randrange(4)
    if fate == 0:
        return kept
    if fate == 1:
        return kept + rest
    if fate == 2:
        return kept + rest[: rng.randint(0, len(rest))]
    whole = bytearray(kept + rest)
    for start in range(len(kept) // SECTOR * SECTOR, len(whole), SECTOR):
        if rng.random() < 0.5:
            low, high = max(start, len(kept)), min(start + SECTOR, len(whole))
            whole[low:high] = bytes(high - low)
    return bytes(whole)
