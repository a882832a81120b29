"""Damages to one copy of a dossier, or to both: nothing wrong is ever shown, and what is missing is told."""

import random
from collections import Counter

from crash_campaign import DEVICE, LostError, _check_versions, flipped, opened
from simulated_files import FOLDER, Inode, SimulatedFiles
from small_dossiers import history

from cmdesk.store import snapshot
from cmdesk.store.codec import Reading, tables_of
from cmdesk.store.errors import StoreError
from cmdesk.store.files import Files
from cmdesk.store.findings import Severity
from cmdesk.store.founding import lay_down
from cmdesk.store.ledger import Ledger, Pace, Writer
from cmdesk.store.snapshot import Meta
from cmdesk.store.verifying import verdict_of

EDITS = 14


class Saved:
    """A dossier saved to two disks over several sessions, the last one killed."""

    def __init__(self, rng):
        self.rng = rng
        self.states = history(rng, EDITS)
        self.disks = [SimulatedFiles(), SimulatedFiles()]
        lay_down(Files(self.disks[0]), self.states[0], DEVICE)
        done = 0
        while done < EDITS:
            done = self._session(done)
        self.sound = verdict_of(*self.files()).severity

    def _session(self, done):
        recovered, dossier, _reading = opened(*self.files())
        pace = Pace(self.rng.choice((3, 4, 100)), 10**6)
        ledger = Ledger(recovered, dossier, Writer(DEVICE, now=lambda: "now"), pace, whose="home")
        stop = min(EDITS, done + self.rng.randint(1, 6))
        for place in range(done + 1, stop + 1):
            ledger.record(self.states[place], "edit")
            ledger.sync()
            if ledger.snapshot_due:
                ledger.snapshot()
        if stop < EDITS:
            ledger.close()
        return stop

    def files(self, disks=None):
        return [Files(disk) for disk in disks or self.disks]


def damage(disk, rng):
    """Damage one file, or swap two; returns what was done and to what kind of file."""
    names = sorted(name for name, number in disk.names.items() if number != FOLDER and not name.endswith("folder"))
    name = rng.choice(names)
    deed = rng.choice(("bit flipped", "cut", "block zeroed", "deleted", "swapped", "replayed"))
    data = disk.inodes[disk.names[name]].seen
    other = rng.choice([each for each in names if each != name])
    place = rng.randrange(len(data) or 1)
    if deed == "deleted" or not data:
        del disk.names[name]
    elif deed == "swapped":
        disk.names[name], disk.names[other] = disk.names[other], disk.names[name]
    elif deed == "replayed":
        disk.names[name] = disk.names[other]
    else:
        spoilt = {
            "bit flipped": lambda: flipped(data, rng),
            "cut": lambda: data[:place],
            "block zeroed": lambda: data[:place] + bytes(len(data[place : place + 64])) + data[place + 64 :],
        }[deed]()
        disk.inodes[len(disk.inodes) + 1] = Inode(spoilt, spoilt)
        disk.names[name] = len(disk.inodes)
    kind = "project.json" if name == "project.json" else name[5:9].strip("-")
    return deed, kind


def one_copy(saved, fired):
    """Damage one of two copies: the state is whole, and all but the loss of a whole file is noticed."""
    disks = [disk.copy() for disk in saved.disks]
    deed, kind = damage(saved.rng.choice(disks), saved.rng)
    try:
        recovered, dossier, _reading = opened(*saved.files(disks))
        noticed = verdict_of(*saved.files(disks)).severity > saved.sound
    except StoreError as error:
        raise LostError(f"{deed} {kind}: {error}") from error
    if dossier != saved.states[-1]:
        raise LostError(f"{deed} {kind}: not the last state")
    healed = not all(copy.complete for copy in recovered.copies)
    if not noticed and deed != "deleted":
        # A journal whose end is gone looks like one that a crash left behind; a stand-in for it is not needed.
        fired["cuts at the end of a line, or of lines also in a snapshot"] += 1
        if kind != "jnl":
            raise LostError(f"{deed} {kind}: unnoticed")
    fired[f"{kind} {deed}: " + ("noticed" if noticed else "filled again" if healed else "not needed")] += 1


def both_copies(saved, fired):
    """Damage both copies several times: something opens, nothing wrong is shown, and what is missing is told."""
    disks = [disk.copy() for disk in saved.disks]
    for disk in disks:
        for _time in range(saved.rng.randint(1, 4)):
            if sum(number != FOLDER for number in disk.names.values()) > 2:
                damage(disk, saved.rng)
    try:
        recovered, dossier, _reading = opened(*saved.files(disks))
    except StoreError:
        from_backup(saved)
        fired["only a backup was left"] += 1
        return
    _check_versions(recovered, saved, "both")
    told = any(each.severity >= Severity.WARNING for each in recovered.findings)
    if dossier == saved.states[-1]:
        fired["whole"] += 1
    elif told:
        fired["less, and told"] += 1
    elif dossier in saved.states:
        fired["an earlier state, since whole files are gone"] += 1
    else:
        raise LostError("something is missing and nothing is told")


def from_backup(saved):
    """Open the backup, whose file lies beside both."""
    tables = tables_of(saved.states[3])
    meta = Meta(saved.states[0].id, "1.0", 0, 3, 0, {}, {})
    found = snapshot.decode(snapshot.encode(tables, meta))
    if Reading(found.tables, saved.states[0].id).dossier() != saved.states[3]:
        raise LostError("the backup does not open")


def campaign(trial, limit, seed=1):
    """How often each thing happened in so many trials."""
    rng, fired = random.Random(seed), Counter()
    saved = Saved(rng)
    for number in range(limit):
        if number % 200 == 0:
            saved = Saved(random.Random(rng.random()))
        trial(saved, fired)
    return fired
