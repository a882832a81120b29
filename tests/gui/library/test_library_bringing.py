"""Bringing things into the library, attaching files, and writing the library out."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from cmdesk.edits.records import SetEvidence
from cmdesk.library import lossless
from cmdesk.library.columns import Column
from cmdesk.library.importing import Gathered
from cmdesk.model.evidence import Attachment, EvidenceKind
from cmdesk.model.ids import EvidenceId
from cmdesk.session import Session
from ui import errands, errors, messages
from ui.library import outgoing
from ui.library.mapping import MappingDialog, bring_table
from ui.library.report import ImportReport
from ui.library.waiting import Waiting

REPORT, VALUE, PHOTO, TWIN, PAGE = (EvidenceId(f"01HZZZZZZZZZZZZZZZZZZZZZ{number:02}") for number in range(1, 6))
CSV = "ชื่อ,value,year\nนักเรียน,10,2566\nครู,soon,2566\n"


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch) -> list[Gathered]:
    """The reports that were put before the user."""
    seen: list[Gathered] = []
    real = ImportReport.__init__

    def noted(self: ImportReport, gathered: Gathered, parent: Any = None) -> None:
        seen.append(gathered)
        real(self, gathered, parent)

    monkeypatch.setattr(ImportReport, "__init__", noted)
    monkeypatch.setattr(ImportReport, "exec", lambda _self: ImportReport.DialogCode.Accepted)
    return seen


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the user was told."""
    said: list[str] = []
    monkeypatch.setattr(messages, "tell", lambda _parent, what, *_more: said.append(what))
    monkeypatch.setattr(errors, "show", lambda _parent, error: said.append(error.what))
    return said


def chooses(monkeypatch: pytest.MonkeyPatch, *paths: Path) -> None:
    """Let the user choose these in any file dialog."""
    names = [str(path) for path in paths]
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: (names, ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (names[0] if names else "", ""))
    monkeypatch.setattr(messages, "choose_folder", lambda *_args: paths[0] if paths else None)


def test_a_folder_is_brought_in_with_a_report_of_every_file(
    library: Any, tmp_path: Path, reports: list[Gathered]
) -> None:
    folder = tmp_path / "things"
    (folder / "inner").mkdir(parents=True)
    (folder / "story.txt").write_text("เรื่องเล่าของชุมชน", encoding="utf-8")
    (folder / "inner" / "empty.pdf").write_bytes(b"")
    names = library.room.bringing.bring([folder])
    assert [library.record(each).title.english for each in names] == ["story"]
    assert "1 added" in reports[0].summary
    assert "1 refused" in reports[0].summary
    library.session.undo()
    assert names[0] not in library.session.dossier.evidence


def test_what_is_dropped_is_brought_in(library: Any, tmp_path: Path, reports: list[Gathered]) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("@book{a, title={A good book}, year={2021}}", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    move = Qt.DropAction.CopyAction
    event = QDropEvent(QPointF(5, 5), move, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    library.room.dropEvent(event)
    assert "A good book" in library.listed()
    assert library.room.records.detail.heading.text() == "A good book"
    assert len(reports) == 1


def test_files_and_folders_can_be_picked(
    library: Any, tmp_path: Path, reports: list[Gathered], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words", encoding="utf-8")
    chooses(monkeypatch, path)
    library.room._fill_add()
    assert len(library.room.bringing.choose_files()) == 1
    assert library.room.bringing.choose_folder() == ()
    assert len(reports) == 2


def test_a_cancelled_import_changes_nothing(library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text("words", encoding="utf-8")
    real = Waiting.wait

    def wait(self: Waiting) -> Any:
        self.reject()
        return real(self)

    monkeypatch.setattr(Waiting, "wait", wait)
    before = library.session.dossier
    assert library.room.bringing.bring([path]) == ()
    assert library.session.dossier is before


@pytest.mark.parametrize("kind", EvidenceKind)
def test_a_new_record_of_any_kind_is_shown_for_writing(library: Any, kind: EvidenceKind) -> None:
    library.room._new(kind)
    shown = library.record(library.room.records.browser.current)
    assert shown.kind is kind
    assert (shown.seen_on is not None) == (kind is EvidenceKind.LINK)


def test_a_file_can_be_attached_shown_and_taken_off(
    library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "words.txt"
    path.write_text("words of a file", encoding="utf-8")
    chooses(monkeypatch, path)
    detail = library.looks_at(REPORT)
    with library.qtbot.waitSignal(detail.files.preview.seen, timeout=10_000):
        detail.files.add.click()
    assert [file.name for file in library.record(REPORT).attachments] == ["words.txt"]
    detail.files.off.click()
    assert library.record(REPORT).attachments == ()


def test_a_safe_file_is_opened_as_a_checked_copy(library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "words.txt"
    path.write_text("words", encoding="utf-8")
    library.attaches(REPORT, path)
    opened: list[Path] = []
    monkeypatch.setattr(errands, "reveal", opened.append)
    library.looks_at(REPORT).files.open_file()
    assert opened[0].read_text(encoding="utf-8") == "words"
    assert library.session.project.folder not in opened[0].parents


def test_a_dangerous_file_is_never_opened(library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "words.exe"
    path.write_bytes(b"MZ")
    library.attaches(REPORT, path)
    opened: list[Path] = []
    monkeypatch.setattr(errands, "reveal", opened.append)
    files = library.looks_at(REPORT).files
    files.open_file()
    assert opened == []
    assert not files.open.isVisibleTo(library.room)


def altered(library: Any, tmp_path: Path) -> Attachment:
    """Attach a file and change its bytes behind the program's back."""
    library.looks_at(PHOTO)
    path = tmp_path / "words.txt"
    path.write_text("words", encoding="utf-8")
    library.attaches(REPORT, path)
    file = library.record(REPORT).attachments[0]
    kept = library.session.project.attachments.path_of(file)
    kept.chmod(0o600)
    kept.write_text("other", encoding="utf-8")
    return file


def test_an_altered_file_is_named_and_not_opened(library: Any, tmp_path: Path, told: list[str]) -> None:
    altered(library, tmp_path)
    files = library.looks_at(REPORT).files
    library.qtbot.waitUntil(lambda: "words.txt" in files.preview.trouble.text(), timeout=10_000)
    assert files.again.isVisibleTo(library.room)
    files.open_file()
    assert len(told) == 1


def test_a_missing_file_is_found_again(
    library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    file = altered(library, tmp_path)
    library.session.project.attachments.path_of(file).unlink()
    detail = library.looks_at(REPORT)
    library.qtbot.waitUntil(lambda: file.sha256 in library.catalogue.unsound, timeout=10_000)
    other = tmp_path / "other.txt"
    other.write_text("something else", encoding="utf-8")
    chooses(monkeypatch, other)
    detail.files.again.click()
    assert "another file" in told[0]
    chooses(monkeypatch, tmp_path / "words.txt")
    detail.files.again.click()
    library.qtbot.waitUntil(lambda: library.catalogue.unsound == set(), timeout=10_000)


def test_records_of_another_dossier_come_with_their_files(
    library: Any, open_library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    other = open_library()
    assert told == []
    path = tmp_path / "words.txt"
    path.write_text("words", encoding="utf-8")
    fresh = EvidenceId("01HZZZZZZZZZZZZZZZZZZZZZ77")
    other.session.do(SetEvidence(replace(other.record(REPORT), id=fresh)))
    other.attaches(fresh, path)
    other.session.flush(5)
    monkeypatch.setattr(Session, "open", lambda _folder, **_more: Borrowed(other.session))
    chooses(monkeypatch, other.session.project.folder)
    assert library.room.bringing.from_dossier() == (fresh,)
    kept = library.session.project.attachments.path_of(library.record(fresh).attachments[0])
    assert kept.read_text(encoding="utf-8") == "words"


class Borrowed:
    """An open session that is not to be closed."""

    def __init__(self, session: Session) -> None:
        self.dossier, self.project = session.dossier, session.project

    def close(self) -> None:
        """Leave it open."""


def test_a_library_file_comes_back(
    library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    before = dict(library.session.dossier.evidence)
    path = tmp_path / "library.csv"
    path.write_bytes(lossless.to_csv(before.values()))
    library.room.remove(PHOTO)
    chooses(monkeypatch, path)
    library.room.bringing.from_library_file()
    assert dict(library.session.dossier.evidence) == before
    path.write_text("id,kind\nx,y\n", encoding="utf-8")
    assert library.room.bringing.from_library_file() == ()
    assert len(told) == 2


def test_a_tables_rows_are_shown_before_they_come_in(
    library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "table.csv"
    path.write_text(CSV, encoding="utf-8")
    chooses(monkeypatch, path)
    said: list[str] = []

    def look(dialog: MappingDialog) -> MappingDialog.DialogCode:
        said.extend((dialog.summary.text(), dialog.wrong.text()))
        dialog.choices[2].setCurrentIndex(list(Column).index(Column.IGNORED))
        dialog.choices[2].setCurrentIndex(list(Column).index(Column.YEAR))
        dialog.grab()
        return MappingDialog.DialogCode.Accepted

    monkeypatch.setattr(MappingDialog, "exec", look)
    names = bring_table(library.room, library.catalogue)
    assert said[0].startswith("3 rows in the file: 1 records")
    assert "Row 3" in said[1]
    record = library.record(names[0])
    assert (record.title.thai, record.measure.value, record.measure.year) == ("นักเรียน", 10, 2023)
    assert record.attachments[0].name == "table.csv"


def test_a_table_can_be_left(library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "table.csv"
    path.write_text(CSV, encoding="utf-8")
    chooses(monkeypatch, path)
    monkeypatch.setattr(MappingDialog, "exec", lambda _self: MappingDialog.DialogCode.Rejected)
    assert library.room.map_table() == ()
    chooses(monkeypatch)
    assert library.room.map_table() == ()


def test_a_table_can_be_read_in_another_encoding(library: Any, tmp_path: Path) -> None:
    path = tmp_path / "table.csv"
    path.write_bytes("ชื่อ,value\nครู,10\n".encode("cp874"))
    from ui.library.mapping import read_table  # noqa: PLC0415 - of this test alone

    found = read_table(library.room, path, "cp874")
    assert found is not None
    dialog = MappingDialog(path, found.sheets, library.room)
    dialog.code_page.activated.emit(0)
    assert dialog.chosen.rows[1][0] == "ครู"


@pytest.mark.parametrize("way", outgoing.WAYS, ids=lambda way: way.key)
def test_the_library_is_written_out(
    library: Any, way: outgoing.Way, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    target = tmp_path / f"out{way.suffix}"
    monkeypatch.setattr(messages, "choose_target", lambda *_args: target)
    library.room._fill_out()
    assert outgoing.write_out(library.room, library.session.dossier, way) == target
    assert target.stat().st_size > 100
    if way.key == "csl":
        assert len(json.loads(target.read_text(encoding="utf-8"))) == 5
    assert str(target) in told[0]


def test_a_library_that_can_not_be_written_is_told(
    library: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]
) -> None:
    monkeypatch.setattr(messages, "choose_target", lambda *_args: tmp_path / "no" / "where.csv")
    assert outgoing.write_out(library.room, library.session.dossier, outgoing.WAYS[2]) is None
    assert "where.csv" in told[0]


def test_nothing_is_written_when_no_place_is_chosen(library: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "choose_target", lambda *_args: None)
    assert outgoing.write_out(library.room, library.session.dossier, outgoing.WAYS[0]) is None
    assert QApplication.activeModalWidget() is None
