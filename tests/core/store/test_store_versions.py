import gzip
import json
from datetime import UTC, datetime

import pytest
from small_dossiers import evidence, small_dossier

from cmdesk.store import archive
from cmdesk.store.errors import DamagedFileError, StoreError
from cmdesk.store.files import Files
from cmdesk.store.project import create, open_project

DAY = datetime(2023, 4, 5, 9, 30, tzinfo=UTC)


@pytest.fixture
def project(tmp_path):
    made = create(tmp_path / "d", small_dossier().with_evidence(evidence(1)))
    yield made
    made.close()


def only_file(project):
    (path,) = (project.folder / "versions").iterdir()
    return path


def test_a_new_dossier_has_no_versions(project):
    assert project.versions.list() == []


def test_a_version_holds_the_state_and_says_what_it_is(project):
    made = project.versions.add("ร่างแรก, 5 เมษายน 2566", DAY)

    (found,) = project.versions.list()
    assert found == made
    assert (found.name, found.at, found.automatic, found.counts["evidence"]) == ("ร่างแรก, 5 เมษายน 2566", DAY, False, 1)
    assert project.versions.dossier(found) == project.dossier


def test_a_version_is_of_the_state_last_handed_over(project):
    keeper = project.keeper(lambda _state: None)
    later = project.dossier.with_evidence(evidence(2))
    keeper.keep(later, "edit", resting=True)

    made = project.versions.add("later")

    assert project.versions.dossier(made) == later
    keeper.close()


def test_any_state_can_be_made_a_version(project):
    other = small_dossier().with_evidence(evidence(7))

    assert project.versions.dossier(project.versions.add("other", dossier=other)) == other


def test_versions_are_listed_the_newest_first(project):
    for year in (2022, 2024, 2023):
        project.versions.add(str(year), DAY.replace(year=year))

    assert [each.name for each in project.versions.list()] == ["2024", "2023", "2022"]


def test_two_versions_of_one_name_are_two_versions(project):
    made = [project.versions.add("draft", DAY), project.versions.add("draft", DAY)]

    assert len({each.file for each in made}) == 2


def test_versions_are_no_foreign_files_and_stay_after_opening(project):
    project.versions.add("draft")
    project.close()

    again = open_project(project.folder, writable=False)

    assert again.report.foreign == ()
    assert [each.name for each in again.versions.list()] == ["draft"]


def test_a_version_can_be_unpacked_and_read_without_us(project):
    project.versions.add("draft", DAY)

    head, state = gzip.decompress(only_file(project).read_bytes()).decode().splitlines()

    assert json.loads(head.split(" ", 2)[2])["name"] == "draft"
    assert len(json.loads(state)["evidence"]) == 1


def test_no_damaged_byte_of_a_version_goes_unnoticed(project):
    version = project.versions.add("draft", DAY)
    path = only_file(project)
    data = path.read_bytes()
    missed = []
    for at in range(10, len(data), 3):
        path.write_bytes(data[:at] + bytes([data[at] ^ 4]) + data[at + 1 :])
        try:
            same = project.versions.dossier(version) == project.dossier
        except StoreError:
            continue
        missed += [] if same else [at]

    assert missed == []


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"x",
        b"\x1f\x8b",
        gzip.compress(b""),
        gzip.compress(b"00000000 2 {}\n{}\n"),
        gzip.compress(b"a3a6bf43 2 {}\n{}\n"),
    ],
    ids=["nothing", "a letter", "a beginning", "nothing packed", "a wrong head", "a wrong checksum"],
)
def test_a_file_that_is_no_version_is_passed_over_in_the_list(project, data):
    version = project.versions.add("draft")
    only_file(project).write_bytes(data)

    assert project.versions.list() == []
    with pytest.raises(DamagedFileError):
        project.versions.dossier(version)


def test_a_version_under_the_name_of_another_is_not_listed(project):
    first, second = project.versions.add("one"), project.versions.add("two")
    (project.folder / first.file).write_bytes((project.folder / second.file).read_bytes())

    assert [each.name for each in project.versions.list()] == ["two"]


def test_a_head_on_the_state_of_another_is_noticed(project):
    first = project.versions.add("one")
    second = project.versions.add("two", dossier=small_dossier())
    texts = [gzip.decompress((project.folder / each.file).read_bytes()).split(b"\n") for each in (first, second)]
    (project.folder / first.file).write_bytes(gzip.compress(texts[0][0] + b"\n" + texts[1][1] + b"\n"))

    with pytest.raises(DamagedFileError):
        project.versions.dossier(first)


def test_a_foreign_file_among_the_versions_is_passed_over(project):
    project.versions.add("draft")
    (project.folder / "versions" / "notes.txt").write_bytes(b"mine")

    assert len(project.versions.list()) == 1


def test_a_folder_that_can_not_be_read_has_no_list(project, monkeypatch):
    def fail(_files, folder=""):
        raise StoreError(project.folder / folder, "gone")

    monkeypatch.setattr(Files, "listdir", fail)
    (project.folder / "versions").mkdir()

    assert archive.listed(project.versions._files, "versions") == []
