"""The commands for bad days: repair, salvage, versions, backups."""

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from cmdesk import places
from cmdesk.cli.status import Status
from cmdesk.model.language import Wording
from cmdesk.store.project import open_project


def edit(folder, words):
    project = open_project(Path(folder))
    keeper = project.keeper(lambda _state: None)
    profile = replace(project.present.profile, title=Wording("", words))
    keeper.keep(replace(project.present, profile=profile), "rename")
    keeper.close()


def title(folder):
    return open_project(Path(folder), writable=False).dossier.profile.title.english


@pytest.fixture
def damaged(dossier):
    """A dossier of two edits whose newest snapshot and second copy are gone."""
    edit(dossier, "one")
    edit(dossier, "two")
    newest = max(Path(dossier, "data").glob("snap-*"))
    newest.write_bytes(b"{}")
    shutil.rmtree(places.local_data() / "shadow")
    return dossier


def test_a_damaged_dossier_is_repaired_to_a_new_folder(cmdesk, damaged):
    before = sorted(Path(damaged).rglob("*"))

    heard = cmdesk("repair", damaged, "--to", "sound")

    assert heard == (0, "The dossier is in “sound”, and nothing is missing.\n", "")
    assert (title("sound"), sorted(Path(damaged).rglob("*"))) == ("two", before)


def test_what_is_missing_after_a_repair_is_named(cmdesk, damaged):
    for path in Path(damaged, "data").glob("jnl-*"):
        path.write_bytes(b"00000000 5 {}\n" + path.read_bytes())
        lines = path.read_bytes().split(b"\n")
        path.write_bytes(b"\n".join(lines[:1] + lines[2:]))

    heard = cmdesk("repair", damaged, "--to", "sound")

    assert heard.status in (0, 1)
    assert Path("sound", "project.json").exists()


def test_a_repair_never_writes_in_a_folder_with_something_in_it(cmdesk, damaged):
    assert cmdesk("repair", damaged, "--to", damaged).status == Status.FAILED


def test_a_dossier_past_opening_is_salvaged(cmdesk, dossier):
    edit(dossier, "one")
    shutil.move(f"{dossier}/data", "heap")
    shutil.rmtree(places.local_data() / "shadow")

    heard = cmdesk("salvage", "heap", "--to", "found")

    assert (heard.status, title("found")) == (0, "one")


def test_a_heap_without_any_state_is_told(cmdesk):
    Path("heap").mkdir()
    Path("heap", "notes.txt").write_text("nothing", encoding="utf-8")

    heard = cmdesk("salvage", "heap", "--to", "found")

    assert (heard.status, Path("found").exists()) == (Status.FAILED, False)


def test_versions_are_kept_and_listed(cmdesk, dossier):
    assert cmdesk("versions", dossier).out == "There are no versions yet.\n"
    assert cmdesk("versions", dossier, "--add", "First draft").out == "The present state is kept as “First draft”.\n"

    assert cmdesk("versions", dossier).out.endswith("  First draft\n")
    (found,) = json.loads(cmdesk("versions", dossier, "--json").out)["versions"]
    assert (found["name"], found["automatic"]) == ("First draft", False)


def test_backups_are_listed_and_restored(cmdesk, dossier):
    assert cmdesk("backups", dossier).out == "There are no backups yet.\n"
    edit(dossier, "one")

    assert "records" in cmdesk("backups", dossier).out
    assert len(json.loads(cmdesk("backups", dossier, "--json").out)["backups"]) == 1
    assert cmdesk("backups", dossier, "--restore", "1", "--to", "again").status == 0
    assert title("again") == "one"


def test_a_backup_made_before_something_says_so(cmdesk, dossier):
    project = open_project(Path(dossier))
    project.back_up("merging")
    project.close()

    assert cmdesk("backups", dossier).out.endswith("  before: merging\n")


@pytest.mark.parametrize(
    "words", [("--restore", "9", "--to", "again"), ("--restore", "1"), ("--restore", "0", "--to", "x")]
)
def test_a_backup_that_there_is_not_can_not_be_restored(cmdesk, dossier, words):
    edit(dossier, "one")

    assert cmdesk("backups", dossier, *words).status == Status.USAGE
