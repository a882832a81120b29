"""A thousand mixed files at once, and imports killed anywhere."""

import os
import random
import signal
import subprocess
import sys
import time

import pytest
from mixed_files import mixed

from cmdesk.forms.starting import new_dossier
from cmdesk.forms.templates import form
from cmdesk.library.importing import Outcome, gather
from cmdesk.library.shelf import Shelf
from cmdesk.model.language import Wording
from cmdesk.session import Session

IMPORTING = """
import sys
from pathlib import Path
from cmdesk.library.importing import gather
from cmdesk.library.shelf import Shelf
from cmdesk.session import Session
session = Session.open(Path(sys.argv[1]))
shelf = Shelf.open(Path(sys.argv[3]))
result = gather([Path(sys.argv[2])], session.project.attachments, session.dossier.evidence, remembering=shelf)
print("gathered", flush=True)
session.do(result.edit)
session.close()
print("saved", flush=True)
"""


@pytest.fixture
def folder(tmp_path):
    dossier = new_dossier(form("award-application"), Wording("", "Draft"), Wording("", "Chiang Mai"))
    Session.create(tmp_path / "dossier", dossier).close()
    return tmp_path / "dossier"


def imported(folder, source, shelf):
    session = Session.open(folder)
    result = gather([source], session.project.attachments, session.dossier.evidence, remembering=shelf)
    session.do(result.edit)
    assert session.close()
    return result


def check(folder, source, count, shelf):
    doubles, empty = mixed(source, count)
    result = imported(folder, source, shelf)
    lists = sum(line.path.suffix == ".bib" for line in result.lines)
    assert len(result.lines) == count
    assert result.count(Outcome.REFUSED) == empty
    assert result.count(Outcome.ALREADY_THERE) == doubles
    assert len(result.records) == count - empty - doubles - lists + 2 * lists
    again = Session.open(folder, writable=False)
    files = [each for record in again.dossier.evidence.values() for each in record.attachments]
    assert len(again.dossier.evidence) == len(result.records)
    assert all(again.project.attachments.path_of(attachment).stat().st_size == attachment.size for attachment in files)
    again.close()
    return result


def test_mixed_files_come_in_with_a_right_report(folder, tmp_path):
    shelf = Shelf.open(tmp_path / "shelf.sqlite")
    check(folder, tmp_path / "in", 40, shelf)
    shelf.close()


@pytest.mark.campaign
def test_a_thousand_mixed_files_come_in_with_a_right_report(folder, tmp_path, capsys):
    shelf = Shelf.open(tmp_path / "shelf.sqlite")
    begun = time.monotonic()
    result = check(folder, tmp_path / "in", 1000, shelf)
    with capsys.disabled():
        sys.stdout.write(f"\n1,000 files in {time.monotonic() - begun:.0f} s: {result.summary}\n")
    shelf.close()


def kill_after(seconds, folder, source, shelf, *, gathered=False):
    """Start an import, kill it some time later or some time after it gathered, and tell what it had said by then."""
    process = subprocess.Popen(
        [sys.executable, "-c", IMPORTING, str(folder), str(source), str(shelf)], stdout=subprocess.PIPE, text=True
    )
    first = process.stdout.readline() if gathered else ""
    time.sleep(seconds)
    os.kill(process.pid, signal.SIGKILL)
    return first + process.communicate()[0]


def check_after_kill(folder, said, whole):
    """Nothing half-imported: all records or none; all of them once it had said that they are saved."""
    session = Session.open(folder)
    count = len(session.dossier.evidence)
    assert count in (0, whole)
    assert count == whole or "saved" not in said
    for record in session.dossier.evidence.values():
        for attachment in record.attachments:
            assert session.project.attachments.path_of(attachment).exists()
    session.close()
    return count


@pytest.mark.campaign
def test_an_import_killed_anywhere_is_whole_or_not_there(tmp_path, capsys):
    mixed(tmp_path / "in", 12)
    whole = 0
    chance = random.Random(3)
    outcomes = []
    for number in range(25):
        folder = tmp_path / f"dossier{number}"
        dossier = new_dossier(form("award-application"), Wording("", "Draft"), Wording("", "Chiang Mai"))
        Session.create(folder, dossier).close()
        if not whole:
            whole = len(imported(folder, tmp_path / "in", Shelf.open(tmp_path / "warm.sqlite")).records)
            continue
        late = number % 2 == 0
        seconds = chance.uniform(0, 0.1) if late else chance.uniform(0.2, 3.0)
        said = kill_after(seconds, folder, tmp_path / "in", tmp_path / f"shelf{number}", gathered=late)
        outcomes.append(check_after_kill(folder, said, whole))
        Shelf.open(tmp_path / f"shelf{number}").close()
    assert set(outcomes) == {0, whole}
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(outcomes)} kills: {outcomes.count(0)} before, {outcomes.count(whole)} after the edit\n"
        )


def test_an_import_killed_while_it_reads_leaves_the_dossier_as_it_was(folder, tmp_path):
    mixed(tmp_path / "in", 60)
    said = kill_after(1.0, folder, tmp_path / "in", tmp_path / "shelf")
    assert check_after_kill(folder, said, whole=-1 if not said else 57) in (0, 57)
