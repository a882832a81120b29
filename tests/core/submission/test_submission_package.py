import errno
import hashlib
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from cmdesk.export.failures import DiskFullError, FolderMissingError, UnfitNameError
from cmdesk.export.profile import Profile
from cmdesk.model.evidence import PeopleShown
from cmdesk.progress import Cancelled, Progress
from cmdesk.submission.failures import PackageExistsError, PackageTooBigError
from cmdesk.submission.package import PackageReceipt, make_package


class Impatient(Progress):
    """Cancels after some steps."""

    def __init__(self, patience: int) -> None:
        self.left = patience

    def step(self, done: int, total: int) -> None:
        assert 0 <= done <= total
        self.left -= 1
        if self.left < 0:
            raise Cancelled


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "package"


@pytest.fixture
def made(kept, target: Path, style: Profile) -> PackageReceipt:
    return make_package(kept.project, target, style)


def manifest(receipt: PackageReceipt) -> dict:
    return json.loads((receipt.folder / "manifest.json").read_text("utf-8"))


def test_a_package_has_dossier_annex_papers_checklist_and_files(made: PackageReceipt) -> None:
    assert sorted(file.name for file in made.files) == [
        "1-dossier.docx",
        "1-dossier.pdf",
        "2-annex.docx",
        "2-annex.pdf",
        "3-to-sign.docx",
        "3-to-sign.pdf",
        "checklist.docx",
        "checklist.pdf",
        "documents/01 City plan part 1.pdf",
        "manifest.json",
        "pictures/02 Festival.jpg",
        "read-me-first.txt",
    ]


def test_the_receipt_tells_the_truth_of_every_file(made: PackageReceipt) -> None:
    contents = {file.name: (made.folder / file.name).read_bytes() for file in made.files}
    there = {path.relative_to(made.folder).as_posix() for path in made.folder.rglob("*") if path.is_file()}
    assert set(contents) == there
    assert all(hashlib.sha256(contents[file.name]).hexdigest() == file.sha256 for file in made.files)
    assert made.size == sum(map(len, contents.values()))


def test_the_manifest_lists_every_file_but_itself_and_its_twin(made: PackageReceipt) -> None:
    listed = {(file["name"], file["size"], file["sha256"]) for file in manifest(made)["files"]}
    assert listed == {
        (file.name, file.size, file.sha256)
        for file in made.files
        if file.name not in ("manifest.json", "read-me-first.txt")
    }


def test_the_manifest_tells_versions_counts_and_what_is_open(made: PackageReceipt) -> None:
    told = manifest(made)
    assert told["program"].startswith("CMDesk ")
    assert (told["form"], told["profile"]) == ({"id": "award", "edition": "2024"}, "unesco-submission")
    assert (told["counts"]["pictures"], told["counts"]["documents"], told["counts"]["left_out"]) == (1, 1, 2)
    assert told["counts"]["answers"]["A1"]["en"] == {"used": 7, "unit": "words"}
    assert {each["question"] for each in told["open"] if each["severity"] == "error"} >= {"A3"}


def test_pictures_without_rights_or_consent_stay_and_are_listed(made: PackageReceipt) -> None:
    assert [(left.record.title.english, [each.value for each in left.reasons]) for left in made.left_out] == [
        ("Children", ["minors_missing"]),
        ("Lamps", ["no_rights"]),
    ]
    assert [left["reasons"] for left in manifest(made)["left_out"]] == [["minors_missing"], ["no_rights"]]
    assert "2 files stay out" in (made.folder / "read-me-first.txt").read_text("utf-8")


def test_no_bytes_of_a_picture_that_stays_are_in_the_package(made: PackageReceipt) -> None:
    packed = zipfile.ZipFile(made.folder / "2-annex.docx")
    assert len([name for name in packed.namelist() if name.startswith("word/media/")]) == 2  # shown, and small


def test_a_picture_leaves_without_what_the_camera_wrote(made: PackageReceipt) -> None:
    with Image.open(made.folder / "pictures" / "02 Festival.jpg") as image:
        assert image.size == (900, 600)
        assert not dict(image.getexif())
    assert not any(b"Somchai" in path.read_bytes() for path in made.folder.glob("pictures/*"))


def test_the_annex_shows_pictures_with_caption_credit_and_words_for_the_blind(made: PackageReceipt) -> None:
    annex = zipfile.ZipFile(made.folder / "2-annex.docx").read("word/document.xml").decode()
    assert 'descr="Rice is stirred"' in annex
    assert "Credit: Somchai · City · CC BY 4.0" in annex
    assert "Evidence [2]" in annex


def test_a_document_goes_along_as_it_is(made: PackageReceipt) -> None:
    assert (made.folder / "documents" / "01 City plan part 1.pdf").read_bytes() == b"%PDF-1.4 the plan"


def test_making_it_twice_gives_the_same_bytes(kept, made: PackageReceipt, style: Profile) -> None:
    again = make_package(kept.project, made.folder.with_name("again"), style)
    assert again.files == made.files


def test_pictures_are_made_smaller_to_fit_and_it_is_said(
    kept, target: Path, style: Profile, made: PackageReceipt
) -> None:
    limit = made.size // 2
    small = make_package(kept.project, target.with_name("small"), style, limit)
    assert small.size <= limit
    assert "pixels" in small.shrunk
    assert small.shrunk in (small.folder / "read-me-first.txt").read_text("utf-8")
    assert manifest(small)["pictures"]["longest_side"] is not None
    assert made.shrunk == ""


def test_a_limit_that_is_kept_anyway_changes_no_picture(
    kept, target: Path, style: Profile, made: PackageReceipt
) -> None:
    again = make_package(kept.project, target.with_name("again"), style, made.size + 1000)
    assert again.shrunk == ""


def test_a_package_that_cannot_be_small_enough_is_not_made(kept, target: Path, style: Profile) -> None:
    with pytest.raises(PackageTooBigError) as refused:
        make_package(kept.project, target, style, 20_000)
    assert refused.value.least > 20_000
    assert "0.0 MB" in refused.value.what
    assert refused.value.advice
    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("patience", [0, 4, 6, 12, 60])
def test_a_cancelled_package_leaves_nothing(kept, target: Path, style: Profile, patience: int) -> None:
    with pytest.raises(Cancelled):
        make_package(kept.project, target, style, progress=Impatient(patience))
    assert list(target.parent.iterdir()) == []


def test_a_package_is_never_written_over(kept, target: Path, style: Profile) -> None:
    target.mkdir()
    (target / "mine.txt").touch()
    with pytest.raises(PackageExistsError) as refused:
        make_package(kept.project, target, style)
    assert str(target) in refused.value.what
    assert refused.value.advice
    assert [path.name for path in target.iterdir()] == ["mine.txt"]


def test_a_folder_that_appears_meanwhile_is_left_alone(kept, target: Path, style: Profile) -> None:
    class Rival(Progress):
        def step(self, done: int, total: int) -> None:
            if done == total:
                target.mkdir(exist_ok=True)

    with pytest.raises(PackageExistsError):
        make_package(kept.project, target, style, progress=Rival())
    assert [path.name for path in target.parent.iterdir()] == ["package"]
    assert list(target.iterdir()) == []


def test_a_package_needs_a_folder_to_be_in_and_a_fit_name(kept, target: Path, style: Profile) -> None:
    with pytest.raises(FolderMissingError):
        make_package(kept.project, target / "deeper" / "package", style)
    with pytest.raises(UnfitNameError):
        make_package(kept.project, target.with_name("CON"), style)


def test_a_full_disk_is_told_and_leaves_nothing(kept, target: Path, style: Profile) -> None:
    class Full(Progress):
        def step(self, done: int, total: int) -> None:
            if done > total / 2:
                raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(DiskFullError):
        make_package(kept.project, target, style, progress=Full())
    assert list(target.parent.iterdir()) == []


def test_a_file_that_is_gone_stays_out_and_is_listed(kept, target: Path, style: Profile) -> None:
    plan = kept.project.dossier.evidence[kept.evidence["City plan / part 1"]]
    kept.project.attachments.path_of(plan.attachments[0]).unlink()
    receipt = make_package(kept.project, target, style)
    assert [reason.value for reason in receipt.left_out[0].reasons] == ["not_here"]
    assert "not in the dossier's folder" in receipt.left_out[0].reasons[0].sentence


def test_a_picture_that_cannot_be_cleaned_stays_out(kept, target: Path, style: Profile) -> None:
    festival = kept.project.dossier.evidence[kept.evidence["Festival"]]
    path = kept.project.attachments.path_of(festival.attachments[0])
    path.chmod(0o600)
    path.write_bytes(path.read_bytes()[:400])
    receipt = make_package(kept.project, target, style)
    assert [reason.value for reason in receipt.left_out[0].reasons] == ["damaged"]
    assert not (target / "pictures").exists()


def test_names_are_in_the_language_of_the_package(kept, target: Path) -> None:
    from cmdesk.export import profiles  # noqa: PLC0415 - only here

    receipt = make_package(kept.project, target, profiles.named("thai-official"))
    assert "pictures/02 Festival (ไทย).jpg" in [file.name for file in receipt.files]


def test_files_of_one_record_have_names_of_their_own(kept, target: Path, style: Profile, tmp_path: Path) -> None:
    dossier = kept.project.dossier
    festival = dossier.evidence[kept.evidence["Festival"]]
    note = tmp_path / "note.txt"
    note.write_text("note")
    both = replace(
        festival, attachments=(*festival.attachments, kept.project.attachments.put(note)), people=PeopleShown()
    )
    kept.project.dossier = dossier.with_evidence(both)
    names = [file.name for file in make_package(kept.project, target, style).files]
    assert {"pictures/02-1 Festival.jpg", "documents/02-2 Festival.txt"} <= set(names)
