import shutil
from datetime import UTC, datetime, timedelta

import pytest
from small_dossiers import evidence, small_dossier

from cmdesk.model.evidence import Attachment
from cmdesk.model.ids import ulid
from cmdesk.store import archive, keepsakes
from cmdesk.store.archive import Head, Kept
from cmdesk.store.attachments import Attachments
from cmdesk.store.backups import LAST, Backups, superfluous
from cmdesk.store.errors import DamagedFileError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.ledger import Pace
from cmdesk.store.project import create, open_project
from cmdesk.store.refusals import FolderInUseError

NOW = datetime.now(UTC).replace(microsecond=0)


class Wall:
    """A clock on the wall that the test sets."""

    def __init__(self):
        self.moment = NOW

    def __call__(self):
        return self.moment


@pytest.fixture
def wall(monkeypatch):
    clock = Wall()
    monkeypatch.setattr(keepsakes.Keepsakes.__init__, "__defaults__", ((), clock))
    return clock


def many(count):
    dossier = small_dossier()
    for number in range(count):
        dossier = dossier.with_evidence(evidence(number))
    return dossier


def at_work(folder, *states, pace=None):
    """Open, save states, close; returns the project as opened anew."""
    keeper = open_project(folder).keeper(lambda _state: None, pace=pace)
    for state in states:
        keeper.keep(state, "edit")
        assert keeper.flush(10)
    keeper.close()
    return open_project(folder, writable=False)


@pytest.fixture
def folder(tmp_path, wall):  # noqa: ARG001 - the clock is to be there before the first edit
    create(tmp_path / "d", many(12)).close()
    return tmp_path / "d"


def test_closing_after_an_edit_leaves_a_backup(folder):
    project = at_work(folder, many(13))

    (backup,) = project.backups
    assert (backup.at, backup.counts["evidence"], backup.reason) == (NOW, 13, "regular")
    assert project.look_into(backup) == many(13)


def test_within_an_hour_there_is_one_backup(folder, wall):
    at_work(folder, many(13))
    wall.moment += timedelta(minutes=59)
    assert len(at_work(folder, many(14)).backups) == 1
    wall.moment += timedelta(minutes=2)

    assert [each.counts["evidence"] for each in at_work(folder, many(15)).backups] == [15, 13]


def test_removing_many_records_makes_a_backup_first(folder):
    project = at_work(folder, many(2), pace=Pace(100, 10**6))

    before = next(each for each in project.backups if each.reason == "edit")
    assert project.look_into(before) == many(12)


def test_changing_many_records_makes_a_backup_first(folder):
    at_work(folder, many(60))
    changed = small_dossier()
    for number in range(60):
        changed = changed.with_evidence(evidence(number, "changed"))

    assert any(each.reason == "edit" for each in at_work(folder, changed).backups)


def test_adding_many_records_needs_no_backup(folder):
    assert [each.reason for each in at_work(folder, many(90)).backups] == ["regular"]


def test_a_backup_can_be_asked_for(folder):
    project = open_project(folder)

    made = project.back_up("before merging")

    assert project.backups == [made]
    assert (made.reason, project.look_into(made)) == ("before merging", many(12))
    project.close()


def test_a_backup_that_can_not_be_made_does_not_stop_saving(folder, monkeypatch):
    def fail(*_arguments):
        raise StoreError(folder)

    monkeypatch.setattr(Backups, "make", fail)

    assert at_work(folder, many(1)).dossier == many(1)


def test_a_backup_is_restored_to_a_new_folder_with_its_attachments(folder, tmp_path):
    (tmp_path / "photo.png").write_bytes(b"pixels")
    project = open_project(folder)
    attachment = project.attachments.put(tmp_path / "photo.png")
    lost = Attachment("0" * 64, "gone.pdf", "application/pdf", 1)
    state = many(2).with_evidence(evidence(1, files=(attachment, lost)))
    keeper = project.keeper(lambda _state: None)
    keeper.keep(state, "edit")
    keeper.close()

    told = project.restore(project.backups[0], tmp_path / "new")

    restored = open_project(tmp_path / "new", writable=False)
    assert restored.dossier == state
    assert restored.attachments.path_of(attachment).read_bytes() == b"pixels"
    assert [("gone.pdf" in each) for each in told] == [True]


def test_restoring_never_touches_a_folder_with_something_in_it(folder):
    project = at_work(folder, many(3))

    with pytest.raises(FolderInUseError):
        project.restore(project.backups[0], folder)


def test_an_attached_file_that_changed_is_not_brought_along(folder, tmp_path):
    (tmp_path / "a.txt").write_bytes(b"one")
    project = open_project(folder)
    attachment = project.attachments.put(tmp_path / "a.txt")
    project.attachments.path_of(attachment).write_bytes(b"two")

    with pytest.raises(DamagedFileError):
        Attachments(Files(_disk(tmp_path))).take(project.attachments, attachment)
    project.close()


def _disk(path):
    from cmdesk.store.disk import Disk  # noqa: PLC0415 - only this test needs a bare one

    return Disk(path)


def test_what_unpacks_to_something_else_is_no_backup(folder, monkeypatch):
    monkeypatch.setattr(archive.gzip, "decompress", lambda _data: b"other")
    project = open_project(folder)

    with pytest.raises(DamagedFileError):
        project.back_up("now")
    project.close()


def test_the_first_edit_of_a_day_keeps_the_last_state_of_the_day_before(folder, wall):
    project = at_work(folder, many(13))
    assert project.versions.list() == []
    wall.moment += timedelta(days=1)

    project = at_work(folder, many(14), many(15))

    (version,) = project.versions.list()
    assert (version.automatic, version.name, project.versions.dossier(version)) == (True, "", many(13))


def test_a_window_left_open_over_night_keeps_the_day_as_well(folder, wall):
    keeper = open_project(folder).keeper(lambda _state: None)
    for state in (many(13), many(14)):
        keeper.keep(state, "edit")
        assert keeper.flush(10)
        wall.moment += timedelta(days=1)
    keeper.close()

    project = open_project(folder, writable=False)
    assert [project.versions.dossier(each) for each in project.versions.list()] == [many(13)]


def test_a_day_without_edits_has_no_version(folder, wall):
    at_work(folder, many(13))
    for _day in range(3):
        wall.moment += timedelta(days=1)
        project = at_work(folder)

    assert project.versions.list() == []


LATE = datetime(2026, 11, 22, 12, 59, tzinfo=UTC)


def kept(ages, totals=None):
    """Backups of these ages in hours, the newest first, as many records in each."""
    totals = totals or [100] * len(ages)
    heads = [
        Head(
            ulid(1, place), "p", "regular", "regular", (LATE - timedelta(hours=age)).isoformat(), "", 1, 1, {"e": total}
        )
        for place, (age, total) in enumerate(zip(ages, totals, strict=True))
    ]
    return [Kept(str(place), head) for place, head in enumerate(heads)]


def left(ages, totals=None, size=1):
    backups = kept(ages, totals)
    doomed = superfluous(backups, LATE, {each.file: size for each in backups})
    return [place for place, each in enumerate(backups) if each.file not in doomed]


def test_the_last_ten_are_kept_however_close():
    assert left([0.01 * place for place in range(25)]) == list(range(LAST))


def test_of_older_ones_there_is_one_an_hour_a_day_a_month():
    ages = [place / 2 for place in range(96)] + [24.0 * day for day in range(3, 200)]
    surviving = [ages[place] for place in left(ages)]

    assert len([age for age in surviving if age < 24]) in range(24, 32)
    assert len([age for age in surviving if 48 <= age < 720]) in range(27, 31)
    assert len([age for age in surviving if age >= 720]) in range(5, 8)


def test_a_shrunken_backup_does_not_take_the_place_of_a_fuller_one():
    ages = [0.01 * place for place in range(30)]

    assert left(ages, [10] * 15 + [100] * 15) == [*range(LAST), 15]


def test_the_oldest_go_when_there_are_too_many_bytes():
    ages = [0.1] * LAST + [24.0 * 31 * month for month in range(1, 30)]

    assert left(ages, size=20_000_000) == list(range(15))
    assert left(ages[:LAST], size=10**9) == list(range(LAST))


def test_old_backups_go_when_a_new_one_is_made(folder, wall):
    project = open_project(folder)
    for _try in range(LAST + 3):
        project.back_up("again")
        wall.moment += timedelta(seconds=1)

    assert len(project.backups) == LAST
    project.close()


def test_backups_go_with_the_folder(folder):
    at_work(folder, many(13))
    moved = shutil.move(folder, folder.with_name("moved"))

    assert len(open_project(moved, writable=False).backups) == 1
