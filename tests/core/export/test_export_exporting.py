import errno
import hashlib
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cmdesk.export import failures
from cmdesk.export.compose import Languages
from cmdesk.export.exporting import Format, export, suggested_name
from cmdesk.export.failures import (
    DiskFullError,
    ExportError,
    FolderMissingError,
    NotWritableError,
    TargetIsFolderError,
    TargetOpenError,
    UnfitNameError,
    failure,
)
from cmdesk.export.naming import LONGEST_STEM, is_fit
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Wording
from cmdesk.progress import Cancelled, Progress


class Impatient(Progress):
    """Cancels after some steps."""

    def __init__(self, patience: int) -> None:
        self.left = patience

    def step(self, done: int, total: int) -> None:  # noqa: ARG002 - the signature of Progress
        self.left -= 1
        if self.left < 0:
            raise Cancelled


class Full(Progress):
    """A disk that is full as soon as work begins."""

    def step(self, done: int, total: int) -> None:  # noqa: ARG002 - the signature of Progress
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A folder of its own for exports, whose temporary files must all be gone at the end."""
    made = tmp_path / "ส่งออก"
    made.mkdir()
    yield made
    assert not list(made.glob(".cmdesk-*"))


def test_the_receipt_tells_path_size_and_checksum(dossier: Dossier, folder: Path) -> None:
    receipt = export(dossier, Format.DOCX, Languages.BOTH, folder / "a.docx")
    content = (folder / "a.docx").read_bytes()
    assert (receipt.path, receipt.size, receipt.sha256, receipt.pages) == (
        folder / "a.docx",
        len(content),
        hashlib.sha256(content).hexdigest(),
        None,
    )


def test_a_pdf_receipt_tells_its_pages(dossier: Dossier, folder: Path) -> None:
    receipt = export(dossier, Format.PDF, Languages.ENGLISH, folder / "a.pdf")
    assert receipt.pages is not None
    assert receipt.pages > 3
    assert (folder / "a.pdf").read_bytes().startswith(b"%PDF")


def test_exporting_twice_gives_the_same_bytes(dossier: Dossier, folder: Path) -> None:
    first = export(dossier, Format.DOCX, Languages.BOTH, folder / "a.docx")
    second = export(dossier, Format.DOCX, Languages.BOTH, folder / "b.docx")
    assert first.sha256 == second.sha256


def test_an_older_export_is_replaced(dossier: Dossier, folder: Path) -> None:
    target = folder / "a.docx"
    target.write_bytes(b"old")
    export(dossier, Format.DOCX, Languages.THAI, target)
    assert target.read_bytes().startswith(b"PK")


@pytest.mark.parametrize("patience", [0, 3, 10])
def test_a_cancelled_export_leaves_the_older_one(dossier: Dossier, folder: Path, patience: int) -> None:
    target = folder / "a.docx"
    target.write_bytes(b"old")
    with pytest.raises(Cancelled):
        export(dossier, Format.DOCX, Languages.BOTH, target, Impatient(patience))
    assert target.read_bytes() == b"old"
    assert [each.name for each in folder.iterdir()] == ["a.docx"]


def test_a_full_disk_is_told_and_leaves_nothing(dossier: Dossier, folder: Path) -> None:
    with pytest.raises(DiskFullError, match=r"a\.docx"):
        export(dossier, Format.DOCX, Languages.BOTH, folder / "a.docx", Full())
    assert not list(folder.iterdir())


def test_a_missing_folder_is_named(dossier: Dossier, folder: Path) -> None:
    with pytest.raises(FolderMissingError) as caught:
        export(dossier, Format.DOCX, Languages.BOTH, folder / "none" / "a.docx")
    assert str(folder / "none") in caught.value.what


def test_a_folder_is_not_overwritten(dossier: Dossier, folder: Path) -> None:
    (folder / "a.docx").mkdir()
    with pytest.raises(TargetIsFolderError):
        export(dossier, Format.DOCX, Languages.BOTH, folder / "a.docx")


@pytest.mark.parametrize("lock", [".~lock.plan.docx#", "~$plan.docx", "~$an.docx"])
def test_a_file_that_is_open_elsewhere_is_left_alone(dossier: Dossier, folder: Path, lock: str) -> None:
    (folder / lock).touch()
    with pytest.raises(TargetOpenError) as caught:
        export(dossier, Format.DOCX, Languages.BOTH, folder / "plan.docx")
    assert "plan.docx" in caught.value.what
    assert not (folder / "plan.docx").exists()


def test_a_place_that_may_not_be_written_to_is_named(
    dossier: Dossier, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(_self: Path, _target: Path) -> None:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "replace", denied)
    with pytest.raises(NotWritableError) as caught:
        export(dossier, Format.DOCX, Languages.BOTH, folder / "a.docx")
    assert str(folder / "a.docx") in caught.value.what


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.EACCES, NotWritableError),
        (errno.EROFS, NotWritableError),
        (errno.ENOSPC, DiskFullError),
        (errno.EDQUOT, DiskFullError),
        (errno.ENAMETOOLONG, UnfitNameError),
        (errno.ENOENT, FolderMissingError),
        (errno.EIO, ExportError),
    ],
)
def test_each_complaint_of_the_system_has_its_error(number: int, kind: type[ExportError]) -> None:
    assert type(failure(Path("a.docx"), OSError(number, ""))) is kind


def test_windows_denies_access_to_a_file_that_is_open(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "a.docx").touch()
    monkeypatch.setattr(failures.sys, "platform", "win32")
    assert type(failure(folder / "a.docx", PermissionError(errno.EACCES, ""))) is TargetOpenError


@pytest.mark.parametrize("kind", [ExportError, *ExportError.__subclasses__()])
def test_every_error_says_what_happened_where_and_what_to_do(kind: type[ExportError]) -> None:
    error = kind(Path("folder") / "plan.docx")
    assert "plan.docx" in error.what or "folder" in error.what
    assert error.advice.endswith(".")


@pytest.mark.parametrize(
    "name",
    [
        "a.pdf",
        "a",
        ".docx",
        "CON.docx",
        "con.x.docx",
        "a:b.docx",
        "a?.docx",
        "a\n.docx",
        "LPT1 .docx",
        "ก" * 90 + ".docx",
    ],
)
def test_a_name_that_some_computer_cannot_hold_is_refused(dossier: Dossier, folder: Path, name: str) -> None:
    with pytest.raises(UnfitNameError) as caught:
        export(dossier, Format.DOCX, Languages.BOTH, folder / name)
    assert caught.value.advice


def test_an_ending_in_capitals_is_an_ending(dossier: Dossier, folder: Path) -> None:
    assert export(dossier, Format.DOCX, Languages.THAI, folder / "PLAN.DOCX").size


def test_the_suggested_name_is_made_of_title_and_languages(dossier: Dossier) -> None:
    assert suggested_name(dossier, Format.PDF, Languages.BOTH) == "Chiang Mai, a learning city (th-en).pdf"


@pytest.mark.parametrize(
    "title",
    [
        "",
        "...",
        "CON",
        'a/b\\c:d*e?f"g<h>i|j',
        "ก" * 200,
        "กำ" * 60,
        "น้ำ\u200b",
        "e\u0301" * 100,
        "\t\n",
        "🏙️" * 40,
        " . x . ",
    ],
)
@pytest.mark.parametrize("languages", Languages)
def test_any_title_gives_a_name_for_all_systems(dossier: Dossier, title: str, languages: Languages) -> None:
    titled = replace(dossier, profile=replace(dossier.profile, title=Wording(title, title)))
    name = suggested_name(titled, Format.DOCX, languages)
    assert is_fit(name, ".docx")
    assert len(name.removesuffix(".docx").encode()) <= LONGEST_STEM
    assert unicodedata.is_normalized("NFC", name)


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("ที่" * 40, "ที่" * 8 + " (th)"),
        ("เชียงใหม่ เมืองแห่งการเรียนรู้ตลอดชีวิต", "เชียงใหม่ เมืองแห่งการ (th)"),
        ("a" * 200, "a" * 75 + " (th)"),
        (
            "Chiang Mai Learning City (an application for the Award, and with its (annexes))",
            "Chiang Mai Learning City (an application for the Award, and with its (th)",
        ),
    ],
)
def test_a_long_title_is_cut_between_words_or_else_between_characters(dossier: Dossier, title: str, stem: str) -> None:
    titled = replace(dossier, profile=replace(dossier.profile, title=Wording(title)))
    assert suggested_name(titled, Format.DOCX, Languages.THAI).removesuffix(".docx") == stem
