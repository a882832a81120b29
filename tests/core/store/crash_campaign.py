"""Thousands of crashes of a writing session, and after each a look whether every acknowledged edit is there."""

import errno
import os
import random
from collections import Counter
from dataclasses import dataclass, field, replace

from simulated_files import FOLDER, KILL, MODES, Crash, Inode, SimulatedFiles
from simulated_windows import SimulatedWindows
from small_dossiers import history

from cmdesk.store import line as lines
from cmdesk.store.canonical import canonical
from cmdesk.store.codec import Reading, tables_of
from cmdesk.store.errors import AbsentError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.findings import Severity
from cmdesk.store.founding import lay_down
from cmdesk.store.ledger import Ledger, Pace, Writer
from cmdesk.store.recovery import recover
from cmdesk.store.refusals import NotADossierError

EDITS = 12
MOMENTS = 120
DEVICE = "aaaa"
NOT_YET = -1


class LostError(AssertionError):
    """An acknowledged edit is gone, or a dossier does not open, or damage goes unnoticed."""


@dataclass
class Progress:
    """Which of the states are acknowledged and which were at least begun, by their places in the history."""

    acknowledged: int = NOT_YET
    begun: int = NOT_YET
    safe: int = NOT_YET
    """The last one that is said to be in every copy."""


@dataclass
class Tally:
    """How many states were tried and which faults really fired in them."""

    states: int = 0
    fired: Counter = field(default_factory=Counter)


class Life:
    """One dossier's history on simulated disks, from its creation over several sessions.

    On two disks it has a second copy; under Windows both follow that system's rules.
    """

    def __init__(self, rng, *, faulty=False, lying=False, copies=1, windows=False):
        self.rng = rng
        self.states = history(rng, EDITS)
        self.disks = [SimulatedWindows() if windows else SimulatedFiles() for _copy in range(copies)]
        self.progress = Progress()
        self.tally = Counter()
        self.faulty = faulty
        self.moments = []
        self.told = set()
        for disk in self.disks:
            disk.alter = self._lie if lying else disk.alter
            disk.before_op = self._note
            if windows:
                disk.schedule = self._hold
        if rng.random() < 0.3:
            self.disks[0].most = rng.choice((7, 100, 600))

    def _lie(self, name, data):
        if data and "snap-" in name and "-00000001-" not in name and name not in self.told:
            self.told.add(name)
            if self.rng.random() < 0.5:
                self.tally["lies"] += 1
                return flipped(data, self.rng)
        return data

    def _hold(self, _kind, _name):
        if self.progress.begun > 0 and self.rng.random() < 0.05:
            self.tally["files held by others"] += 1
            return self.rng.choice((5, 32, 33))
        return None

    def run(self):
        """Live it, noting the disks at every step."""
        lay_down(waiting(self.disks[0]), self.states[0], DEVICE)
        self.progress = Progress(0, 0, 0 if len(self.disks) == 1 else NOT_YET)
        while self.progress.begun < EDITS:
            session(self.disks, self, self.rng.randint(1, 6))
        self._note(None, "", "")
        return self

    def _note(self, _disk, kind, _name):
        progress = replace(self.progress)
        self.moments.append(([disk.copy() for disk in self.disks], progress))
        if self.faulty and progress.begun > 0 and kind not in ("", "unlink") and self.rng.random() < 0.08:
            code = self.rng.choice((errno.ENOSPC, errno.EIO))
            self.tally["disk errors"] += 1
            raise OSError(code, os.strerror(code))


def waiting(disk):
    """Files on a simulated disk, whose patience costs no time."""
    return Files(disk, lambda _seconds: None)


def session(disks, life, edits):
    """Open, go on with the history for some edits, and end with a close or a crash."""
    recovered, dossier, _reading = opened(*map(waiting, disks))
    place = place_of(dossier, life)
    life.progress = Progress(place, place, min(place, life.progress.safe))
    pace = Pace(lines=life.rng.choice((2, 3, 5)), size=5_000)
    ledger = Ledger(recovered, dossier, Writer(DEVICE, now=lambda: "2026-11-22T07:00:00Z"), pace, whose="home")
    for _edit in range(min(edits, EDITS - life.progress.begun)):
        life.progress.begun += 1
        ledger.record(life.states[life.progress.begun], "edit")
        save(ledger, life)
        if ledger.snapshot_due:
            ledger.snapshot()
    for _try in range(40):
        if ledger.synced:
            break
        save(ledger, life)
    if life.rng.random() < 0.6:
        ledger.close()


def save(ledger, life):
    """One try; what fails is tried again with the next edit."""
    try:
        ledger.sync()
    except StoreError:
        return
    finally:
        life.progress.acknowledged = max(life.progress.acknowledged, ledger.sequence)
        # What one copy lacked when it was opened, it lacks until it is healed.
        whole = [copy.sequence for copy in ledger._copies if not copy.needs_whole]
        if len(whole) == len(ledger._copies):
            life.progress.safe = max(life.progress.safe, min(whole))


def opened(*places):
    """What opening finds."""
    recovered = recover(*places)
    reading = Reading(recovered.tables, recovered.identity.id)
    return recovered, reading.dossier(), reading


def place_of(dossier, life, low=None):
    """The place of a state in the history, among those that it may be now; LostError when it is none of them."""
    low, high = life.progress.acknowledged if low is None else low, life.progress.begun
    for place in range(high, low - 1, -1):
        if life.states[place] == dossier:
            return place
    raise LostError(f"not one of the states {low} to {high}")


def check(disks, life):
    """Open and look: every acknowledged edit there, nothing reported as damaged. Reading must not write."""
    before = [disk.ops for disk in disks]
    try:
        recovered, dossier, reading = opened(*map(waiting, disks))
    except (NotADossierError, AbsentError) as error:
        if life.progress.acknowledged == NOT_YET:
            return
        raise LostError(str(error)) from error
    except StoreError as error:
        raise LostError(str(error)) from error
    if life.progress.acknowledged == NOT_YET:
        life.progress.acknowledged = life.progress.begun = 0
    place_of(dossier, life)
    alarms = [each.sentence for each in recovered.findings if each.severity >= Severity.DAMAGE]
    if alarms or reading.damaged or [disk.ops for disk in disks] != before:
        raise LostError(f"a false alarm: {alarms} {reading.damaged}")


def check_one_spoilt(disks, life):
    """Spoil one of two copies in any way: what was said to be in both is there, and nothing wrong is shown."""
    if life.progress.safe == NOT_YET:
        return "nothing"
    deed = spoil(life.rng.choice(disks), life.rng)
    try:
        recovered, dossier, _reading = opened(*map(waiting, disks))
    except StoreError as error:
        raise LostError(f"{deed}: {error}") from error
    _check_versions(recovered, life, deed)
    told = any(each.severity is Severity.LOSS for each in recovered.findings)
    if not (told and life.progress.begun > life.progress.safe):
        place_of(dossier, life, life.progress.safe)
    return deed


def spoil(disk, rng):
    """Wipe a disk, or garble, cut, zero or remove some of its files; returns the name of what was done."""
    deed = rng.choice(("wiped copies", "garbled copies", "cut copies", "zeroed copies", "copies with files removed"))
    files = [name for name, number in disk.names.items() if number != FOLDER]
    for name in files if deed == "wiped copies" else rng.sample(files, rng.randint(min(1, len(files)), len(files))):
        number = disk.names[name]
        data = disk.inodes[number].seen
        if deed in ("wiped copies", "copies with files removed") or not data:
            del disk.names[name]
            continue
        place = rng.randrange(len(data))
        rest = {
            "garbled copies": rng.randbytes(len(data[place : place + 4096])) + data[place + 4096 :],
            "zeroed copies": bytes(len(data[place : place + 512])) + data[place + 512 :],
        }
        disk.inodes[number] = Inode(data[:place] + rest.get(deed, b""))
    return deed


def _check_versions(recovered, life, victim):
    versions = {_version(*item) for state in life.states for item in _records(tables_of(state))}
    if not all(_version(*item) in versions for item in _records(recovered.tables)):
        raise LostError(f"{victim}: wrong data shown as right")


def check_damaged(disk, life):
    """Flip a bit in one data file: the state is right, or nothing wrong is shown and the damage is told."""
    victims = [name for name in disk.names if name.startswith("data/") and not name.endswith(".tmp")]
    victims = [name for name in victims if disk.inodes[disk.names[name]].seen]
    snapshots = [name for name in victims if "snap-" in name]
    if life.progress.acknowledged == NOT_YET or len(snapshots) < 2:
        return "nothing"
    victim, deed = _damage(disk, victims, life.rng)
    try:
        recovered, dossier, _reading = opened(waiting(disk))
    except StoreError as error:
        raise LostError(f"{victim}: {error}") from error
    _check_versions(recovered, life, victim)
    try:
        place_of(dossier, life)
    except LostError:
        if "snap-" in victim or not recovered.findings:
            raise
    return deed


def _damage(disk, victims, rng):
    """Flip a bit of a file, or take a journal away that has another after it: the last one would not be missed."""
    last = {name: max((each.line.sequence for each in lines_of(disk, name)), default=0) for name in victims}
    spare = [name for name in victims if 0 < last[name] < max(last.values())]
    if spare and rng.random() < 0.3:
        victim = rng.choice(spare)
        del disk.names[victim]
        return victim, "deleted journals"
    victim = rng.choice(victims)
    number = disk.names[victim]
    disk.inodes[number] = Inode(flipped(disk.inodes[number].seen, rng))
    return victim, "damaged snapshots" if "snap-" in victim else "damaged journals"


def lines_of(disk, name):
    """The good lines of a journal; none in a snapshot."""
    return lines.scan(disk.inodes[disk.names[name]].seen).lines if "jnl-" in name else ()


def _records(tables):
    return ((name, key, record) for name, table in tables.items() for key, record in table.items())


def _version(name, key, record):
    return name, key, canonical(record)


def flipped(data, rng):
    """The bytes with one bit another."""
    place = rng.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 << rng.randrange(7))]) + data[place + 1 :]


def campaign(limit, seed=1):
    """Tally of `limit` crash states; LostError at the first that loses anything."""
    rng = random.Random(seed)
    tally = Tally()
    while tally.states < limit:
        kind, copies, windows = rng.random(), rng.choice((1, 2)), rng.random() < 1 / 3
        own = random.Random(rng.random())
        life = Life(own, faulty=kind < 0.3, lying=kind > 0.8, copies=copies, windows=windows).run()
        tally.fired += life.tally
        # A life full of faults has many times the moments of a quiet one; each counts the same here.
        for disks, progress in rng.sample(life.moments, min(len(life.moments), MOMENTS, limit - tally.states)):
            tally.states += 1
            tally.fired["under Windows"] += windows
            tally.fired["with two copies"] += copies == 2
            _crash(disks, progress, rng.choice(MODES), life, tally.fired)
    return tally


def _crash(disks, progress, mode, life, fired):
    life.progress = replace(progress)
    after = [disk.reboot(life.rng, mode) for disk in disks]
    fired["unsynced bytes lost"] += mode != KILL and sum(map(_bytes, after)) < sum(map(_bytes, disks))
    fired["names lost or kept against order"] += [set(disk.names) for disk in after] != [set(d.names) for d in disks]
    while life.rng.random() < 0.5 and life.progress.acknowledged != NOT_YET:
        after = _crash_again(after, mode, life, fired)
    if life.rng.random() >= 0.2:
        check(after, life)
    elif len(after) == 1:
        fired[check_damaged(after[0], life)] += 1
    else:
        fired[check_one_spoilt(after, life)] += 1


def _bytes(disk):
    return sum(len(disk.inodes[number].seen) for number in disk.names.values() if number in disk.inodes)


def _crash_again(disks, mode, life, fired):
    """A new session on the disks, which crashes at one of its first steps."""
    left = [life.rng.randint(1, 25 * len(disks))]

    def stop(_disk, _kind, _name):
        left[0] -= 1
        if left[0] <= 0:
            raise Crash

    for disk in disks:
        disk.before_op = stop
    try:
        session(disks, life, 4)
    except Crash:
        fired["crashes after a crash"] += 1
    except StoreError as error:
        raise LostError(f"can't be opened again: {error}") from error
    return [disk.reboot(life.rng, mode) for disk in disks]
