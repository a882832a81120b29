"""Kill a saving process again and again, and see what is left: `python killed_writer.py FOLDER KILLS SEED`.

A small process of its own, since only one without threads may fork. Prints a JSON object of figures.
"""

import json
import os
import random
import signal
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from small_dossiers import evidence, small_dossier

from cmdesk.model.language import Wording
from cmdesk.store.ledger import Pace
from cmdesk.store.project import create, open_project

LONGEST = 0.03
"""Seconds from the first acknowledged edit to the kill, at most."""


def number_of(dossier):
    """Which edit a dossier is after: the edits count in the city's name."""
    words = dossier.profile.city.english
    return int(words) if words.isdigit() else 0


def write(folder, pipe):
    """Edit and save until killed, telling the pipe of every acknowledged edit."""
    project = open_project(folder)
    keeper = project.keeper(lambda _state: None, pace=Pace(lines=4))
    state = project.dossier
    while True:
        number = number_of(state) + 1
        profile = replace(state.profile, city=Wording("เชียงใหม่" * (number % 40), str(number)))
        state = replace(state, profile=profile).with_evidence(evidence(number % 9, str(number)))
        keeper.keep(state, "edit", resting=number % 7 == 0)
        if keeper.flush():
            os.write(pipe, b"%d\n" % number)


def kill_once(folder, rng):
    """Number of the last edit that was acknowledged before the kill, or 0."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write(folder, writing)
    os.close(writing)
    told = os.read(reading, 64) if rng.random() < 0.8 else b""
    time.sleep(rng.random() * LONGEST)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    while more := os.read(reading, 65_536):
        told += more
    os.close(reading)
    return int(told.split()[-1]) if told else 0


def main(folder, kills, seed):
    rng = random.Random(seed)
    create(folder, small_dossier()).close()
    figures = {"kills": 0, "acknowledged": 0, "lost": 0, "recovered": 0, "damage": []}
    last = 0
    for _kill in range(kills):
        before, last = last, max(last, kill_once(folder, rng))
        project = open_project(folder, writable=False)
        number = number_of(project.dossier)
        figures["kills"] += 1
        figures["acknowledged"] += last - before
        figures["lost"] += max(0, last - number)
        figures["recovered"] += project.report.recovered
        figures["damage"] += project.report.damage
        last = number
    print(json.dumps(figures))  # noqa: T201 - what the test reads


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
