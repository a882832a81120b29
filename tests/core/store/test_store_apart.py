"""Two computers that edit one folder apart from each other: nothing that either did is lost."""

import random
import shutil

import pytest
from small_dossiers import evidence, forget_second_copies, small_dossier

from cmdesk.store import project as projects
from cmdesk.store.ledger import Pace
from cmdesk.store.project import create, open_project


def work(folder, device, monkeypatch, *numbers, title="", pace=1):
    """Edit on another computer."""
    monkeypatch.setattr(projects, "installation", lambda: device)
    (folder / "lock.json").unlink(missing_ok=True)
    project = open_project(folder)
    keeper = project.keeper(lambda _state: None, pace=Pace(lines=pace))
    state = project.dossier
    for number in numbers:
        state = state.with_evidence(evidence(number, title or str(number)))
        keeper.keep(state, "edit")
        assert keeper.flush(10)
    keeper.close()


@pytest.fixture
def both(tmp_path, monkeypatch):
    """A folder in which two computers' files met, each having taken snapshots until its journals were gone."""
    create(tmp_path / "a", small_dossier()).close()
    shutil.copytree(tmp_path / "a", tmp_path / "b")
    work(tmp_path / "a", "aaaa", monkeypatch, 1, 2, 3, 4, title="A")
    work(tmp_path / "b", "bbbb", monkeypatch, 4, 5, 6, 7, 8, title="B")
    for path in (tmp_path / "b" / "data").iterdir():
        shutil.copy(path, tmp_path / "a" / "data")
    forget_second_copies()
    return tmp_path / "a"


def titles(dossier):
    return {int(name[-1]): record.title.thai for name, record in dossier.evidence.items()}


def test_what_both_added_is_there(both):
    project = open_project(both, writable=False)

    assert sorted(titles(project.dossier)) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert any("apart" in each for each in project.report.damage)


def test_the_other_state_is_kept_among_the_versions_and_told_once(both, monkeypatch):
    work(both, "aaaa", monkeypatch, 9)

    project = open_project(both, writable=False)
    versions = project.versions.list()
    assert {titles(project.versions.dossier(each))[4] for each in versions} == {"A", "B"}
    assert (all(each.automatic for each in versions), project.report.damage) == (True, ())
    assert sorted(titles(project.dossier)) == list(range(1, 10))


def test_the_other_state_s_file_is_set_aside_and_not_removed(both, monkeypatch):
    work(both, "aaaa", monkeypatch, 9, 10, 11)

    assert len(list((both / "quarantine").iterdir())) >= 1


def test_two_that_take_turns_are_not_apart(tmp_path, monkeypatch):
    create(tmp_path / "a", small_dossier()).close()
    for number in range(6):
        work(tmp_path / "a", random.Random(number).choice(("aaaa", "bbbb")), monkeypatch, number)

    project = open_project(tmp_path / "a", writable=False)
    assert (sorted(titles(project.dossier)), project.report.damage) == (list(range(6)), ())
    assert project.versions.list() == []
