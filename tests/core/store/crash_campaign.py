"""Thousands of crashes of a writing session, and after each a look whether every acknowledged edit is there."""

import errno
import os
import random
from collections import Counter
from dataclasses import dataclass, field

from simulated_files import KILL, MODES, Crash, Inode, SimulatedFiles
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
DEVICE = "aaaa"
NOT_YET = -1


class LostError(AssertionError):
    """An acknowledged edit is gone, or a dossier does not open, or damage goes unnoticed."""


@dataclass
class Progress:
    """Which of the states are acknowledged and which were at least begun, by their places in the history."""

    acknowledged: int = NOT_YET
    begun: int = NOT_YET


@dataclass
class Tally:
    """How many states were tried and which faults really fired in them."""

    states: int = 0
    fired: Counter = field(default_factory=Counter)


class Life:
    """One dossier's history on one simulated disk, from its creation over several sessions."""

    def __init__(self, rng, *, faulty=False, lying=False):
        self.rng = rng
        self.states = history(rng, EDITS)
        self.disk = SimulatedFiles()
        self.progress = Progress()
        self.tally = Counter()
        self.faulty = faulty
        if lying:
            self.disk.alter = self._lie
        if rng.random() < 0.3:
            self.disk.most = rng.choice((7, 100, 600))
        self.moments = []

    def _lie(self, name, data):
        if data and "snap-" in name and "-00000001-" not in name and self.rng.random() < 0.5:
            self.tally["lies"] += 1
            return flipped(data, self.rng)
        return data

    def run(self):
        """Live it, noting the disk at every step."""
        self.disk.before_op = self._note
        lay_down(Files(self.disk), self.states[0], DEVICE)
        self.progress = Progress(0, 0)
        while self.progress.begun < EDITS:
            session(self.disk, self, self.rng.randint(1, 6))
        self.moments.append((self.disk.copy(), self.progress))
        return self

    def _note(self, disk, kind, _name):
        progress = Progress(self.progress.acknowledged, self.progress.begun)
        self.moments.append((disk.copy(), progress))
        if self.faulty and progress.begun > 0 and kind != "unlink" and self.rng.random() < 0.08:
            code = self.rng.choice((errno.ENOSPC, errno.EIO))
            self.tally["disk errors"] += 1
            raise OSError(code, os.strerror(code))


def session(disk, life, edits):
    """Open, go on with the history for some edits, and end with a close or a crash."""
    files = Files(disk)
    recovered, dossier, _reading = opened(files)
    life.progress.begun = life.progress.acknowledged = place_of(dossier, life)
    pace = Pace(lines=life.rng.choice((2, 3, 5)), size=5_000)
    ledger = Ledger(recovered, dossier, Writer(DEVICE, now=lambda: "2026-11-22T07:00:00Z"), pace)
    for _edit in range(min(edits, EDITS - life.progress.begun)):
        life.progress.begun += 1
        ledger.record(life.states[life.progress.begun], "edit")
        save(ledger, life)
        if ledger.snapshot_due:
            ledger.snapshot()
    while not ledger.synced:
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


def opened(files):
    """What opening finds."""
    recovered = recover(files)
    reading = Reading(recovered.tables, recovered.identity.id)
    return recovered, reading.dossier(), reading


def place_of(dossier, life):
    """The place of a state in the history, among those that it may be now; LostError when it is none of them."""
    low, high = life.progress.acknowledged, life.progress.begun
    for place in range(high, low - 1, -1):
        if life.states[place] == dossier:
            return place
    raise LostError(f"not one of the states {low} to {high}")


def check(disk, life):
    """Open and look: every acknowledged edit there, nothing reported as damaged. Reading must not write."""
    before = disk.ops
    try:
        recovered, dossier, reading = opened(Files(disk))
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
    if alarms or reading.damaged or disk.ops != before:
        raise LostError(f"a false alarm: {alarms} {reading.damaged}")


def check_damaged(disk, life):
    """Flip a bit in one data file: the state is right, or nothing wrong is shown and the damage is told."""
    victims = [name for name in disk.names if name.startswith("data/") and not name.endswith(".tmp")]
    victims = [name for name in victims if disk.inodes[disk.names[name]].seen]
    snapshots = [name for name in victims if "snap-" in name]
    if life.progress.acknowledged == NOT_YET or len(snapshots) < 2:
        return "nothing"
    victim, deed = _damage(disk, victims, life.rng)
    try:
        recovered, dossier, _reading = opened(Files(disk))
    except StoreError as error:
        raise LostError(f"{victim}: {error}") from error
    versions = {_version(*item) for state in life.states for item in _records(tables_of(state))}
    if not all(_version(*item) in versions for item in _records(recovered.tables)):
        raise LostError(f"{victim}: wrong data shown as right")
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
        kind = rng.random()
        life = Life(random.Random(rng.random()), faulty=kind < 0.3, lying=kind > 0.8).run()
        tally.fired += life.tally
        for disk, progress in life.moments[: limit - tally.states]:
            tally.states += 1
            _crash(disk, progress, rng.choice(MODES), life, tally.fired)
    return tally


def _crash(disk, progress, mode, life, fired):
    life.progress = Progress(progress.acknowledged, progress.begun)
    after = disk.reboot(life.rng, mode)
    fired["unsynced bytes lost"] += mode != KILL and _bytes(after) < _bytes(disk)
    fired["names lost or kept against order"] += set(after.names) != set(disk.names)
    while life.rng.random() < 0.5 and life.progress.acknowledged != NOT_YET:
        after = _crash_again(after, mode, life, fired)
    if life.rng.random() < 0.2:
        fired[check_damaged(after, life)] += 1
    else:
        check(after, life)


def _bytes(disk):
    return sum(len(disk.inodes[number].seen) for number in disk.names.values() if number in disk.inodes)


def _crash_again(disk, mode, life, fired):
    """A new session on the disk, which crashes at one of its first steps."""
    at = life.rng.randint(1, 25)

    def stop(disk, _kind, _name):
        if disk.ops == at:
            raise Crash

    disk.before_op = stop
    try:
        session(disk, life, 4)
    except Crash:
        fired["crashes after a crash"] += 1
    except StoreError as error:
        raise LostError(f"can't be opened again: {error}") from error
    return disk.reboot(life.rng, mode)
