"""The ways into the past from the window's menus, and that all words there have their room."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QCheckBox, QDialog, QLabel, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from cmdesk import assets, i18n, places
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId, ulid
from cmdesk.model.text import Text
from cmdesk.session import Session
from cmdesk.settings import Settings
from cmdesk.store.findings import Finding, Severity
from cmdesk.versions.comparison import compare_dossiers
from ui import app
from ui.comfort import Comfort
from ui.errors import FaultWatch
from ui.history.backups_dialog import BackupsDialog
from ui.history.changes_dialog import ChangesDialog
from ui.history.comparison_view import ComparisonView
from ui.history.damage_page import DamagePage
from ui.history.recovered_dialog import RecoveredDialog
from ui.history.verify_dialog import VerifyDialog
from ui.history.versions_dialog import VersionsDialog
from ui.main_window import MainWindow

HAS_THAI = (assets.catalogues() / "th" / "LC_MESSAGES" / "cmdesk.mo").is_file()
LANGUAGES = [
    "en",
    pytest.param("th", marks=pytest.mark.skipif(not HAS_THAI, reason="catalogues were not compiled")),
]


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication, session: Session) -> Iterator[MainWindow]:
    """The main window with the dossier open."""
    folder = session.project.folder
    session.close()
    settings = Settings(places.settings_file())
    comfort = Comfort(qapp, settings)
    comfort.put_on()
    made = app.assemble(qapp, settings, comfort)
    watch = made.findChild(FaultWatch)
    assert watch is not None
    watch.remove()  # a fault in a test is the test's own
    made.show()
    qtbot.waitExposed(made)
    made.door.open(folder)
    yield made
    made.release()
    made.close()
    shiboken6.delete(made)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QDialog]:
    """The dialogs that were opened; nobody looks at them."""
    seen: list[QDialog] = []

    def put_away(dialog: QDialog) -> bool:
        seen.append(dialog)
        dialog.done(0)
        return False

    for kind in (VersionsDialog, BackupsDialog, VerifyDialog, ChangesDialog):
        monkeypatch.setattr(kind, "is_accepted", put_away)
    return seen


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("versions", VersionsDialog),
        ("backups", BackupsDialog),
        ("verify", VerifyDialog),
        ("export_changes", ChangesDialog),
    ],
)
def test_each_action_opens_its_dialog(
    action: str, kind: type[QDialog], window: MainWindow, opened: list[QDialog], qtbot: QtBot
) -> None:
    qtbot.waitUntil(window.actions_.by_id[action].isEnabled)
    window.actions_.by_id[action].trigger()
    assert [type(dialog) for dialog in opened] == [kind]
    qtbot.waitUntil(lambda: getattr(opened[0], "job", None) is None)


def test_what_was_restored_is_opened(
    window: MainWindow, dossier: Dossier, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    restored = tmp_path / "restored.cmdesk"
    Session.create(restored, dossier).close()

    def restore(dialog: BackupsDialog) -> bool:
        dialog.restored = restored
        dialog.done(1)
        return True

    monkeypatch.setattr(BackupsDialog, "is_accepted", restore)
    window.run("backups")
    assert window.workspace is not None
    assert window.workspace.session.project.folder == restored


def cut_off(root: QWidget) -> list[str]:
    """Words that need more room than they have."""
    found = []
    for shown in root.findChildren(QWidget):
        if not shown.isVisible():
            continue
        if isinstance(shown, QPushButton | QRadioButton | QCheckBox) and shown.text():
            if shown.width() < shown.sizeHint().width():
                found.append(shown.text())
        elif isinstance(shown, QLabel) and shown.wordWrap() and shown.height() < shown.heightForWidth(shown.width()):
            found.append(shown.text())
    return found


DIALOGS: dict[str, Callable[[Session], QDialog]] = {
    "versions": VersionsDialog,
    "backups": lambda session: BackupsDialog(session.project),
    "verify": lambda session: VerifyDialog(session.project.folder),
    "changes": lambda session: ChangesDialog(session, None),
    "recovered": RecoveredDialog,
    "damage": lambda session: DamagePage(
        session.project.folder, (Finding(Severity.LOSS, "One edit is missing."),), recovered=True
    ),
    "no state": lambda session: DamagePage(
        session.project.folder, (Finding(Severity.LOSS, "One edit is missing."),), recovered=False
    ),
}


@pytest.fixture(params=LANGUAGES)
def speaking(request: pytest.FixtureRequest) -> Iterator[str]:
    """Each language of the interface."""
    i18n.use_language(request.param)
    yield request.param
    i18n.use_language("en")


@pytest.mark.parametrize("name", DIALOGS)
@pytest.mark.usefixtures("speaking")
def test_no_words_are_cut_off(name: str, session: Session, qtbot: QtBot) -> None:
    dialog = DIALOGS[name](session)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    assert cut_off(dialog) == []
    assert dialog.height() <= 780
    dialog.done(0)
    qtbot.waitUntil(lambda: getattr(dialog, "job", None) is None)


@pytest.fixture
def long_view(dossier: Dossier, qtbot: QtBot) -> ComparisonView:
    """Three hundred paragraphs of a state, as much of them as can be seen."""
    rows = tuple(
        Paragraph(
            ParagraphId(ulid(number, 5)), f"{number:04}", thai=Text.of("ก" * 90), english=Text.of(f"Row {number}")
        )
        for number in range(300)
    )
    long = dossier.with_answer(QuestionId("A7"), Prose(rows))
    view = ComparisonView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.show()
    qtbot.waitExposed(view)
    with qtbot.waitSignal(view.written):
        view.show_comparison(compare_dossiers(long, long), whole=True, restorable=False)
    return view


def test_a_long_text_is_written_as_far_as_it_is_read(long_view: ComparisonView) -> None:
    assert "Row 0" in long_view.toPlainText()
    assert "Row 299" not in long_view.toPlainText()


def test_the_rest_is_written_when_the_reader_comes_near_it(long_view: ComparisonView, qtbot: QtBot) -> None:
    bar = long_view.verticalScrollBar()

    def scrolled_to_the_end() -> bool:
        bar.setValue(bar.maximum())
        return "Row 299" in long_view.toPlainText()

    qtbot.waitUntil(scrolled_to_the_end, timeout=15_000)


def test_a_section_far_below_is_gone_to_at_once(long_view: ComparisonView) -> None:
    long_view.look_at("evidence")
    assert "City plan" in long_view.toPlainText()
