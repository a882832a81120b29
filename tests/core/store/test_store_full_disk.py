"""The disk is full from some step on, for every step of three scripts; then there is room again."""

import errno
import os
import random
from contextlib import suppress

import pytest
from crash_campaign import DEVICE, opened
from simulated_files import SimulatedFiles
from small_dossiers import history

from cmdesk.store.errors import DiskFullError
from cmdesk.store.files import Files
from cmdesk.store.founding import lay_down
from cmdesk.store.ledger import Ledger, Pace, Writer

SCRIPTS = {"edits only": Pace(100, 10**6), "a snapshot every other edit": Pace(2, 10**6), "closing": Pace(4, 3_000)}
EDITS = 8


def full_from(disk, step):
    """Let everything that takes room fail from a step on."""
    start = disk.ops

    def refuse(disk, kind, _name):
        if disk.ops - start >= step and kind in ("create", "write", "fsync", "mkdir"):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    disk.before_op = refuse


def ledger_on(disk, pace):
    recovered, dossier, _reading = opened(Files(disk))
    return Ledger(recovered, dossier, Writer(DEVICE, now=lambda: "now"), pace)


def run_script(disk, states, pace, close):
    """Numbers of the acknowledged edits, and the ledger that may still hold others."""
    ledger = ledger_on(disk, pace)
    for state in states[1:]:
        ledger.record(state, "edit")
        attempt(ledger.sync)
        if ledger.synced and ledger.snapshot_due:
            ledger.snapshot()
    if close:
        ledger.close()
    return ledger


def attempt(deed):
    with suppress(DiskFullError):
        deed()


def new_disk(states):
    disk = SimulatedFiles()
    lay_down(Files(disk), states[0], DEVICE)
    return disk


def steps_of(states, pace, close):
    disk = new_disk(states)
    start = disk.ops
    run_script(disk, states, pace, close)
    return disk.ops - start


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_disk_full_from_any_step_on_keeps_every_acknowledged_edit_and_takes_the_rest_later(script):
    states = history(random.Random(5), EDITS)
    pace, close = SCRIPTS[script], script == "closing"
    for step in range(1, steps_of(states, pace, close) + 1):
        disk = new_disk(states)
        full_from(disk, step)

        ledger = run_script(disk, states, pace, close)

        assert opened(Files(disk.copy()))[1] in states[ledger.sequence :], "on the full disk"
        disk.before_op = lambda *_: None
        ledger.sync()
        assert opened(Files(disk))[1] == states[-1], "once there is room again"


def test_a_disk_that_stays_full_is_not_littered():
    states = history(random.Random(6), EDITS)
    disk = new_disk(states)
    ledger = run_script(disk, states, Pace(), close=False)
    before = set(disk.names)
    full_from(disk, 1)
    ledger.record(states[0], "edit")

    for _try in range(20):
        attempt(ledger.sync)
        ledger.snapshot()

    assert set(disk.names) == before
