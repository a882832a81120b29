"""No words are cut off, in either language, at the sizes that screens have."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton, QWidget

from cmdesk import assets, i18n
from cmdesk.forms import starting, templates
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Wording
from cmdesk.store.attachments import Attachments
from cmdesk.store.disk import Disk
from cmdesk.store.files import Files
from ui.dialogs.about import AboutDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.export import ExportDialog
from ui.dialogs.new_dossier import NewDossierDialog
from ui.dialogs.package import PackageDialog, PackageSource
from ui.dialogs.preferences import PreferencesDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.main_window import MainWindow
from ui.palette.dialog import PaletteDialog
from ui.palette.entries import of_actions, of_dossier

HAS_THAI = (assets.catalogues() / "th" / "LC_MESSAGES" / "cmdesk.mo").is_file()
LANGUAGES = [
    "en",
    pytest.param("th", marks=pytest.mark.skipif(not HAS_THAI, reason="catalogues were not compiled")),
]
TITLE = Wording("ใบสมัครรางวัลเมืองแห่งการเรียนรู้ของเทศบาลนครเชียงใหม่ จังหวัดเชียงใหม่", "Application of Chiang Mai")


@pytest.fixture
def dossier() -> Dossier:
    return starting.new_dossier(templates.form("award-application"), TITLE, TITLE)


@pytest.fixture(params=LANGUAGES)
def speaking(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.use_language(request.param)
    yield request.param
    i18n.use_language("en")


def cut_off(root: QWidget) -> list[str]:
    """Words that need more room than they have."""
    found = []
    for shown in root.findChildren(QWidget):
        if not shown.isVisible():
            continue
        if isinstance(shown, QPushButton | QRadioButton | QCheckBox) and shown.text():
            if shown.width() < shown.sizeHint().width():
                found.append(shown.text())
        elif isinstance(shown, QLabel) and shown.text():
            needed = shown.heightForWidth(shown.width()) if shown.wordWrap() else shown.sizeHint().height()
            if shown.height() < needed or (not shown.wordWrap() and shown.width() < shown.sizeHint().width()):
                found.append(shown.text())
    return found


DIALOGS: list[Callable[[MainWindow, Dossier, Path], QWidget]] = [
    lambda window, _dossier, place: NewDossierDialog(templates.available(), place, window),
    lambda window, dossier, _place: DetailsDialog(dossier.profile, writable=True, parent=window),
    lambda window, dossier, place: ExportDialog(dossier, place, window),
    lambda window, _dossier, _place: PreferencesDialog(window._settings, window._comfort, window),
    lambda window, _dossier, _place: AboutDialog(window),
    lambda window, _dossier, _place: ShortcutsDialog(window),
    lambda window, dossier, place: PackageDialog(
        PackageSource(dossier, Attachments(Files(Disk(place)))), place, window
    ),
    lambda window, dossier, _place: PaletteDialog((*of_actions(window.actions_.by_id), *of_dossier(dossier)), window),
]


@pytest.fixture(params=[100, 200])
def scale(request: pytest.FixtureRequest, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> int:
    # Qt's offscreen screen is smaller than any that somebody enlarges the interface on.
    monkeypatch.setattr("ui.dialogs.frame.room_for", lambda _dialog: 1400)
    window._comfort.set_scale(request.param)
    percent: int = request.param
    return percent


@pytest.mark.parametrize("made", DIALOGS)
@pytest.mark.usefixtures("speaking")
def test_in_a_dialog(made: Any, scale: int, window: MainWindow, dossier: Dossier, tmp_path: Path, qtbot: Any) -> None:
    dialog = made(window, dossier, tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert cut_off(dialog) == []
    assert dialog.height() <= 700 * scale / 100


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
@pytest.mark.usefixtures("speaking")
def test_on_the_start_page(size: tuple[int, int], window: MainWindow, qtbot: Any) -> None:
    window.resize(*size)
    window.show_start()
    window.retranslate()
    qtbot.wait(50)
    assert cut_off(window.start) == []


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900)])
@pytest.mark.usefixtures("speaking")
def test_around_a_dossier(size: tuple[int, int], person: Any) -> None:
    person.asks("open_sample")
    person.window.resize(*size)
    person.qtbot.wait(50)
    assert cut_off(person.window.status) == []
    assert (person.window.width(), person.window.height()) == size


@pytest.mark.usefixtures("speaking", "scale")
def test_beside_the_page(person: Any) -> None:
    person.asks("open_sample")
    person.window.resize(1440, 900)
    tools = person.window.workspace.tools
    for action in ("checks", "replace", "overview"):
        person.asks(action)
        person.qtbot.wait(50)
        assert cut_off(tools.side) == []
        assert cut_off(tools.overview) == []
    assert cut_off(person.window.workspace.outline_pane) == []
