"""Dialogs as a person meets them."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from cmdesk.export import profiles
from cmdesk.export.exporting import Format, Receipt
from cmdesk.forms import starting, templates
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language, Wording
from cmdesk.settings import LANGUAGE, REOPEN, SCALE, TEXT_SIZE, THEME, Settings
from cmdesk.submission.enclosures import Fault, LeftOut
from cmdesk.submission.package import PackageReceipt
from ui import comfort as comfort_module
from ui import errands, theme
from ui.comfort import Comfort
from ui.dialogs.about import AboutDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.export import FORMATS, ExportDialog, receipt_words
from ui.dialogs.making import things_to_look_at
from ui.dialogs.new_dossier import NewDossierDialog
from ui.dialogs.package import PackageDialog, PackageSource, left_out_words
from ui.dialogs.preferences import PreferencesDialog

BOTH = Wording("เชียงใหม่", "Chiang Mai")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    return folder


@pytest.fixture
def wizard(qtbot: QtBot, place: Path) -> NewDossierDialog:
    dialog = NewDossierDialog(templates.available(), place)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def city(dialog: NewDossierDialog, qtbot: QtBot, words: str, language: Language = Language.ENGLISH) -> None:
    qtbot.keyClicks(dialog.city.fields[language].line, words)


def test_create_can_be_pressed_when_all_is_good(wizard: NewDossierDialog, qtbot: QtBot) -> None:
    assert not wizard.create_.isEnabled()
    city(wizard, qtbot, "Nan")
    assert wizard.create_.isEnabled()


def test_what_is_missing_is_said_and_not_in_red(wizard: NewDossierDialog) -> None:
    assert "name of the city" in wizard.still.text()
    assert not wizard.folder.remark.isVisible()


def test_name_and_folder_follow_city_and_form(wizard: NewDossierDialog, qtbot: QtBot) -> None:
    city(wizard, qtbot, "Nan")
    wizard.form_group.button(1).click()
    title = templates.available()[1].title.english
    assert wizard.plan().title.english == f"Nan – {title}"
    assert wizard.plan().folder.name == f"Nan – {title}.cmdesk"


def test_a_name_of_ones_own_is_left_alone(wizard: NewDossierDialog, qtbot: QtBot) -> None:
    qtbot.keyClicks(wizard.name.fields[Language.ENGLISH].line, "Mine")
    city(wizard, qtbot, "Nan")
    assert wizard.plan().title.english == "Mine"
    assert wizard.plan().folder.name == "Mine.cmdesk"


def test_a_bad_folder_is_told_beside_it_and_stops_create(wizard: NewDossierDialog, qtbot: QtBot) -> None:
    city(wizard, qtbot, "Nan")
    wizard.folder.line.clear()
    qtbot.keyClicks(wizard.folder.line, "a/b")
    assert "can't have /" in wizard.folder.remark.words
    assert not wizard.create_.isEnabled()


def test_another_place_can_be_chosen(
    wizard: NewDossierDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    city(wizard, qtbot, "Nan")
    qtbot.mouseClick(wizard._where, Qt.MouseButton.LeftButton)
    assert wizard.plan().folder.parent == tmp_path


def test_the_form_says_that_it_is_not_official(wizard: NewDossierDialog) -> None:
    assert "not an official UNESCO form" in wizard.about.text()


def test_details_give_the_profile_as_written(qtbot: QtBot) -> None:
    dialog = DetailsDialog(Profile(BOTH, BOTH), writable=True)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.joined.line, "2020-09-23")
    assert dialog.profile() == Profile(BOTH, BOTH, PartialDate(2020, 9, 23))


@pytest.mark.parametrize("words", ["2563-13", "yesterday", "2020-02-30"])
def test_a_date_that_is_none_is_told(words: str, qtbot: QtBot) -> None:
    dialog = DetailsDialog(Profile(BOTH, BOTH), writable=True)
    qtbot.addWidget(dialog)
    qtbot.keyClicks(dialog.joined.line, words)
    assert words in dialog.joined.remark.words
    assert not dialog.keep.isEnabled()


def test_a_dossier_keeps_a_name(qtbot: QtBot) -> None:
    dialog = DetailsDialog(Profile(Wording(), BOTH), writable=True)
    qtbot.addWidget(dialog)
    assert not dialog.keep.isEnabled()


def test_what_is_read_only_cannot_be_written_here(qtbot: QtBot) -> None:
    dialog = DetailsDialog(Profile(BOTH, BOTH), writable=False)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.name.isEnabled()
    assert not dialog.keep.isVisible()


@pytest.fixture
def preferences(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Any:
    settings = Settings(tmp_path / "settings.json")
    comfort = Comfort(qapp, settings)
    comfort.put_on()
    dialog = PreferencesDialog(settings, comfort)
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog, settings, comfort
    theme.apply(qapp)


def test_the_dark_theme_is_worn_at_once(preferences: Any) -> None:
    dialog, settings, _comfort = preferences
    dialog.theme.group.button(1).click()
    assert settings.get(THEME) == "dark"
    assert theme.in_force() is theme.DARK


def test_a_system_in_dark_begins_in_dark(preferences: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _dialog, _settings, comfort = preferences
    monkeypatch.setattr(comfort_module, "is_dark", lambda _application: True)
    assert comfort.colours == "dark"


def test_a_system_in_thai_begins_in_thai(preferences: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    _dialog, _settings, comfort = preferences
    monkeypatch.setattr(comfort_module, "QLocale", SpeakingThai)
    assert comfort.language == "th"


class SpeakingThai:
    """A system with French first and Thai next."""

    @classmethod
    def system(cls) -> "SpeakingThai":
        return cls()

    def uiLanguages(self) -> list[str]:  # noqa: N802 - Qt's name
        return ["fr-FR", "th-TH", "en-GB"]


def test_the_interface_grows_at_once(preferences: Any, qapp: QApplication) -> None:
    dialog, settings, _comfort = preferences
    dialog.scale.group.button(5).click()
    assert settings.get(SCALE) == 200
    assert qapp.font().pointSizeF() == 2 * theme.INTERFACE_POINTS
    assert theme.scaled(10) == 20


def test_a_size_of_text_holds_at_once(preferences: Any, qtbot: QtBot) -> None:
    dialog, settings, comfort = preferences
    with qtbot.waitSignal(comfort.changed):
        dialog.points.group.button(0).click()
    assert settings.get(TEXT_SIZE) == theme.text_points() == 11


def test_text_grows_by_a_step_and_stops_at_the_largest(preferences: Any) -> None:
    _dialog, settings, comfort = preferences
    for _time in range(12):
        comfort.step_text_size(1)
    assert settings.get(TEXT_SIZE) == 24


def test_the_language_is_chosen_in_its_own_words(preferences: Any) -> None:
    dialog, settings, _comfort = preferences
    assert dialog.language.group.button(0).text() == "ไทย"
    dialog.language.group.button(0).click()
    assert settings.get(LANGUAGE) == "th"


def test_whether_the_last_dossier_is_reopened_is_kept(preferences: Any) -> None:
    dialog, settings, _comfort = preferences
    dialog.reopen.click()
    assert settings.get(REOPEN) is False


def test_about_names_version_licence_and_typeface(qtbot: QtBot) -> None:
    dialog = AboutDialog()
    qtbot.addWidget(dialog)
    words = " ".join(shown.text() for shown in dialog.findChildren(QLabel))
    assert "0.1.0" in words
    assert "MIT" in words
    assert "Sarabun" in words


@pytest.fixture
def dossier() -> Dossier:
    return starting.new_dossier(templates.form("award-application"), BOTH, BOTH)


@pytest.fixture
def exporting(qtbot: QtBot, dossier: Dossier, place: Path) -> ExportDialog:
    dialog = ExportDialog(dossier, place)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_suggested_file_follows_format_and_language(exporting: ExportDialog) -> None:
    exporting.format.group.button(1).click()
    exporting.manner.choose(1)
    assert exporting.path.name == "เชียงใหม่ (th).pdf"
    assert exporting.target.text() == str(exporting.path)


def test_a_file_that_would_be_replaced_is_told(exporting: ExportDialog) -> None:
    exporting.path.write_bytes(b"old")
    exporting.format.group.button(0).click()
    assert "will be replaced" in exporting.problem.words


def test_another_target_can_be_chosen(
    exporting: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(tmp_path / "mine"), ""))
    qtbot.mouseClick(exporting.elsewhere, Qt.MouseButton.LeftButton)
    assert exporting.path == tmp_path / "mine.docx"


def test_a_failed_export_says_why_and_can_be_tried_again(exporting: ExportDialog, qtbot: QtBot, place: Path) -> None:
    place.rmdir()
    qtbot.mouseClick(exporting.start, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(exporting.job.ended if exporting.job else exporting.exported):
        pass
    assert exporting.problem.isVisible()
    assert exporting.start.isVisible()


def test_a_finished_export_can_be_opened_and_shown(
    exporting: ExportDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(errands, "reveal", opened.append)
    with qtbot.waitSignal(exporting.exported, timeout=30_000):
        qtbot.mouseClick(exporting.start, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(exporting.open_file, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(exporting.show_in, Qt.MouseButton.LeftButton)
    assert opened == [exporting.path, exporting.path.parent]


def test_a_receipt_tells_pages_where_they_are_known() -> None:
    told = receipt_words(Receipt(Path("a.pdf"), 12, 34_567, ""))
    assert told == "Written: a.pdf, 35 KB · 12 pages"
    assert "page" not in receipt_words(Receipt(Path("a.docx"), None, 34_567, ""))


def test_findings_are_counted_before_the_export(dossier: Dossier) -> None:
    assert "things to look at" in things_to_look_at(dossier)


def test_every_format_and_style_is_offered(exporting: ExportDialog) -> None:
    assert len({button.text() for button in exporting.format.group.buttons()}) == len(Format) == len(FORMATS)
    styles = {exporting.manner.box.itemText(place) for place in range(exporting.manner.box.count())}
    assert styles >= {profile.title.english for profile in profiles.available()}
    assert len(styles) == len(exporting.manners)


def test_a_style_is_explained(exporting: ExportDialog) -> None:
    exporting.manner.choose(len(exporting.manners) - 1)
    assert exporting.manner.about.text() == exporting.manners[-1].about.english
    assert "unesco" in exporting.path.name


def test_the_wheel_changes_no_choice(exporting: ExportDialog, qtbot: QtBot) -> None:
    box = exporting.manner.box
    box.setFocus()
    event = QWheelEvent(
        QPointF(5, 5),
        box.mapToGlobal(QPointF(5, 5)),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt takes it by its place only
    )
    QApplication.sendEvent(box, event)
    qtbot.wait(10)
    assert exporting.manner.place == 0


@dataclass
class NoFiles:
    """A dossier without attached files."""

    def path_of(self, attachment: object) -> Path:
        raise AssertionError(attachment)


@pytest.fixture
def packing(qtbot: QtBot, dossier: Dossier, place: Path) -> PackageDialog:
    dialog = PackageDialog(PackageSource(dossier, NoFiles()), place)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_a_package_is_made_and_its_receipt_shown(packing: PackageDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(packing.exported, timeout=60_000):
        qtbot.mouseClick(packing.start, Qt.MouseButton.LeftButton)
    assert packing.path.is_dir()
    assert packing.outcome.text().startswith(f"Made: {packing.path.name}, ")
    assert packing.open_file.isVisible()


def test_the_submission_style_is_the_usual_one(packing: PackageDialog) -> None:
    assert packing.profiles[packing.style_.place].id == "unesco-submission"


def test_a_package_never_takes_a_name_that_is_taken(packing: PackageDialog, qtbot: QtBot, dossier: Dossier) -> None:
    packing.path.mkdir()
    again = PackageDialog(PackageSource(dossier, NoFiles()), packing.path.parent)
    qtbot.addWidget(again)
    assert again.path != packing.path


def test_files_that_stay_out_are_named_with_their_reasons() -> None:
    record = Evidence(EvidenceId("e"), EvidenceKind.DOCUMENT)
    left = [LeftOut(1, record, Attachment("", f"{n}.pdf", "", 1), (Fault.NOT_HERE,)) for n in range(10)]
    receipt = PackageReceipt(Path("x"), (), tuple(left), (), "Smaller.")
    lines = left_out_words(receipt).splitlines()
    assert lines[0] == "Smaller."
    assert lines[1] == "“0.pdf” stays out. The file is not in the dossier's folder."
    assert lines[-1] == "2 more files stay out; see the checklist."
