"""The window around the dossier."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDropEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from cmdesk import i18n
from cmdesk.errors import CMDeskError
from cmdesk.i18n import Catalogue
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.session import Session
from cmdesk.settings import LANGUAGE, TEXT_SIZE, Settings
from cmdesk.store.findings import OpeningReport
from cmdesk.store.saving import Safety, SaveState
from ui import messages
from ui.actions import KINDS, TABLE, Menu, Need, Situation
from ui.dialogs.about import AboutDialog
from ui.dialogs.details import DetailsDialog
from ui.dialogs.preferences import PreferencesDialog
from ui.errands import ON_DOSSIER
from ui.main_window import MainWindow, dropped_folder
from ui.opening_news import news
from ui.qt_words import QtWords
from ui.widgets import icons
from ui.widgets.save_light import SaveLight


class FullError(CMDeskError):
    """The disk is full."""

    @property
    def what(self) -> str:
        return "The disk is full."


@pytest.fixture
def thai(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A Thai catalogue that marks every message, so that what is not translated shows."""

    class Marked(Catalogue):
        def __init__(self) -> None:
            super().__init__("en")
            self.code = "th"

        def gettext(self, message: str) -> str:
            return f"ก{message}" if message else ""

        def ngettext(self, one: str, many: str, n: int) -> str:
            return f"ก{one if n == 1 else many}"

    real = i18n.catalogue
    monkeypatch.setattr(i18n, "catalogue", lambda code: Marked() if code == "th" else real(code))
    yield
    i18n.use_language("en")


def test_every_action_has_an_id_words_and_a_description_of_its_own() -> None:
    assert len({line.id for line in TABLE}) == len(TABLE)
    assert all(line.text and line.description for line in TABLE)
    assert len({line.description for line in TABLE}) == len(TABLE)


def test_no_two_actions_share_keys() -> None:
    keys = [QKeySequence(part).toString() for line in TABLE for part in line.shortcut.split("; ") if part]
    assert len(set(keys)) == len(keys)
    assert "" not in keys


def test_letters_to_press_with_alt_are_told_apart_in_every_menu() -> None:
    for menu in Menu:
        letters = [line.text[line.text.index("&") + 1].lower() for line in TABLE if line.menu is menu]
        assert len(set(letters)) == len(letters), menu


@pytest.mark.usefixtures("qapp")
def test_every_icon_of_the_table_can_be_drawn() -> None:
    for line in TABLE:
        if line.icon:
            assert icons.pixmap(line.icon, "#000000", 24).toImage().pixelColor(12, 12) is not None
            assert not icons.icon(line.icon).isNull()


def test_without_a_dossier_only_what_needs_none_can_be_done(window: MainWindow) -> None:
    able = {line.id for line in TABLE if window.actions_.by_id[line.id].isEnabled()}
    assert able == {line.id for line in TABLE if line.need is Need.NOTHING}


def test_read_only_allows_no_change() -> None:
    everything = Situation(True, False, "u", "r", True, True, True, True, True, True, True)  # noqa: FBT003 - all of it
    changing = {Need.WRITABLE, Need.UNDO, Need.REDO, Need.PROSE, Need.PARAGRAPH, Need.JOIN}
    assert not any(everything.meets(need) for need in changing)
    assert everything.meets(Need.DOSSIER)


def test_every_action_is_answered(person: Any) -> None:
    person.makes_a_dossier()
    window = person.window
    known = set(window._deeds) | set(window.workspace._deeds) | set(ON_DOSSIER)
    assert {line.id for line in TABLE} <= known


@pytest.mark.parametrize("kind", KINDS)
def test_a_paragraphs_kind_is_set_and_shown(kind: str, person: Any) -> None:
    person.makes_a_dossier()
    window = person.window
    window.workspace.show_section("A7")
    window.workspace.page.focus_text()
    person.writes("ก")
    person.asks(kind)
    person.qtbot.waitUntil(window.actions_.by_id[kind].isChecked)
    assert window.workspace.session.dossier.prose(QuestionId("A7")).paragraphs[0].kind.value == kind


def test_next_and_previous_go_through_the_sections(person: Any) -> None:
    person.makes_a_dossier()
    person.window.workspace.show_section("A7")
    person.asks("next")
    assert person.window.workspace.outline.question == "A8"
    person.asks("previous")
    assert person.window.workspace.outline.question == "A7"


def test_who_writes_goes_on_writing_in_the_next_section(person: Any) -> None:
    person.makes_a_dossier()
    workspace = person.window.workspace
    workspace.show_section("A7")
    workspace.page.focus_text(Language.ENGLISH)
    person.asks("next")
    person.writes("Eight")
    assert workspace.session.dossier.prose(QuestionId("A8")).paragraphs[0].english.characters == "Eight"


def test_f6_goes_from_page_to_outline_and_back(person: Any) -> None:
    person.makes_a_dossier()
    workspace = person.window.workspace
    workspace.show_section("A7")
    workspace.page.focus_text()
    person.asks("other_pane")
    assert person.window.focusWidget() is workspace.outline
    person.asks("other_pane")
    assert workspace.page.isAncestorOf(person.window.focusWidget())


def test_the_outline_can_be_hidden(person: Any) -> None:
    person.makes_a_dossier()
    person.asks("outline")
    assert not person.window.workspace.outline.isVisible()
    person.qtbot.waitUntil(lambda: not person.window.actions_.by_id["outline"].isChecked())


def test_the_title_bar_names_the_dossier(person: Any) -> None:
    person.makes_a_dossier("Nan")
    assert person.window.windowTitle().startswith("Nan")


def test_a_changed_name_is_in_the_title_bar(person: Any) -> None:
    person.makes_a_dossier("Nan")

    def rename(dialog: DetailsDialog) -> None:
        line = dialog.name.fields[Language.ENGLISH].line
        line.clear()
        person.qtbot.keyClicks(line, "Another")
        person.clicks(dialog.keep)

    person.meets(DetailsDialog, rename)
    person.asks("details")
    person.qtbot.waitUntil(lambda: person.window.windowTitle().startswith("Another"))


def test_a_second_window_is_read_only_and_says_why(person: Any) -> None:
    folder = person.makes_a_dossier()
    other = Session.open(folder)
    try:
        person.window.status.follow(other)
        assert person.light == "Read only"
        assert news(other.project.report)
    finally:
        other.close()


def test_a_folder_can_be_dropped_on_the_window(person: Any) -> None:
    folder = person.makes_a_dossier()
    person.asks("close")
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(folder))])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    person.window.dropEvent(event)
    assert person.window.workspace.session.project.folder == folder


def test_only_one_folder_can_be_dropped(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "file"))])
    assert dropped_folder(data) is None
    data.setUrls([QUrl("https://example.org")])
    assert dropped_folder(data) is None


def test_a_dossier_opened_before_is_on_the_start_page(person: Any) -> None:
    folder = person.makes_a_dossier()
    person.asks("close")
    row = person.window.start._rows.itemAt(0).widget()
    person.clicks(row)
    assert person.window.workspace.session.project.folder == folder


def test_and_in_the_menu(person: Any) -> None:
    folder = person.makes_a_dossier()
    person.asks("close")
    person.window._recent.aboutToShow.emit()
    person.window._recent.actions()[0].trigger()
    assert person.window.workspace.session.project.folder == folder


def test_the_sample_is_opened_as_a_copy_under_a_free_name(person: Any, home: Path) -> None:
    person.window.start.sample_wanted.emit()
    person.asks("open_sample")
    names = sorted(path.name for path in (home / "documents").iterdir())
    assert names == ["Sample dossier of Chiang Mai (2).cmdesk", "Sample dossier of Chiang Mai.cmdesk"]


def test_a_folder_chosen_is_opened(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = person.makes_a_dossier()
    person.asks("close")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(folder))
    person.asks("open")
    assert person.window.workspace.session.project.folder == folder


def test_a_copy_holds_all_that_the_dossier_holds(person: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    person.asks("open_sample")
    session = person.window.workspace.session
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: str(tmp_path))
    person.meets(QMessageBox, lambda box: person.clicks_named(box, "ok"))
    person.asks("save_copy")
    copied = Session.open(tmp_path / session.project.folder.name, writable=False)
    attached = [file for record in copied.dossier.evidence.values() for file in record.attachments]
    assert copied.dossier == session.dossier
    assert attached
    assert all(copied.project.attachments.path_of(file).is_file() for file in attached)


def test_show_in_folder_asks_the_system(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = person.makes_a_dossier()
    shown: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: shown.append(url.toLocalFile()))
    person.asks("show_folder")
    assert shown == [str(folder.parent)]


@pytest.mark.parametrize(("action", "kind"), [("settings", PreferencesDialog), ("about", AboutDialog)])
def test_a_dialog_of_the_program_opens_without_a_dossier(action: str, kind: Any, person: Any) -> None:
    met: list[Any] = []
    person.meets(kind, lambda dialog: (met.append(dialog), dialog.accept()))
    person.asks(action)
    assert len(met) == 1


def test_larger_text_is_seen_at_once(person: Any, settings: Settings) -> None:
    person.asks("larger")
    assert settings.get(TEXT_SIZE) == 14
    person.asks("smaller")
    assert settings.get(TEXT_SIZE) == 13


@pytest.mark.usefixtures("thai")
def test_the_language_is_switched_without_a_restart(person: Any) -> None:
    person.makes_a_dossier()
    person.window._comfort.set_language("th")
    said = [action.text() for action in person.window.menuBar().actions()]
    assert all(words.startswith("ก") for words in said)
    assert all(action.text().startswith("ก") for action in person.window.actions_.by_id.values())
    assert person.light.startswith("ก")


@pytest.mark.usefixtures("thai")
def test_the_start_page_is_switched_as_well(person: Any) -> None:
    person.window._comfort.set_language("th")
    shown = [words.text() for words in person.window.start.findChildren(QLabel) if words.text()]
    assert shown
    assert all(words.startswith("ก") for words in shown)


@pytest.mark.usefixtures("thai")
def test_qt_speaks_the_interfaces_language(person: Any) -> None:
    person.window._comfort.set_language("th")
    assert QApplication.translate("QWidgetTextControl", "&Copy") == "ก&Copy"


@pytest.mark.usefixtures("qapp")
def test_qt_keeps_its_words_in_english() -> None:
    assert QtWords().translate("any", "&Copy") is None


def test_an_application_has_one_translator_that_nothing_collects(qapp: QApplication) -> None:
    first = QtWords.of(qapp)
    assert QtWords.of(qapp) is first
    assert first.parent() is qapp


def test_a_language_without_a_catalogue_leaves_english(
    person: Any, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(code: str) -> Catalogue:
        raise FileNotFoundError(code)

    monkeypatch.setattr("ui.comfort.use_language", lambda code: missing(code) if code == "th" else None)
    person.window._comfort.set_language("th")
    assert settings.get(LANGUAGE) == "th"
    assert person.window.menuBar().actions()[0].text() == "&File"


@pytest.mark.parametrize(
    ("safety", "words"),
    [
        (Safety.SAVED, "Saved"),
        (Safety.SAVED_HERE_ONLY, "Saved on this computer only"),
        (Safety.PENDING, "Saving…"),
        (Safety.NOT_SAVED, "Not saved"),
        (Safety.READ_ONLY, "Read only"),
    ],
)
def test_the_light_says_what_the_store_says(safety: Safety, words: str, qtbot: Any) -> None:
    light = SaveLight()
    qtbot.addWidget(light)
    light.show_state(SaveState(safety, 1))
    assert light.words == words


def test_what_is_not_saved_has_its_reason_and_a_way_out(qtbot: Any) -> None:
    light = SaveLight()
    qtbot.addWidget(light)
    light.show()
    light.show_state(SaveState(Safety.NOT_SAVED, 1, FullError("full")))
    assert "The disk is full." in light.accessibleName()
    with qtbot.waitSignal(light.copy_wanted):
        qtbot.mouseClick(light._copy, Qt.MouseButton.LeftButton)


def test_news_of_the_opening_is_told_in_sentences() -> None:
    told = news(OpeningReport(recovered=3, damage=("A snapshot was damaged.",), foreign=("a.txt",)))
    assert "Recovered 3 changes" in told
    assert "A snapshot was damaged." in told
    assert "a.txt" in told


def test_no_news_is_said_when_all_is_well() -> None:
    assert news(OpeningReport()) == ""


@pytest.mark.parametrize("answer", ["stay", "leave"])
def test_closing_asks_when_not_all_is_on_disk(answer: str, person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    person.makes_a_dossier()
    with monkeypatch.context() as patched:
        patched.setattr(person.window.workspace.session, "flush", lambda _timeout=None: False)
        person.meets(QMessageBox, lambda box: person.clicks_named(box, answer))
        person.asks("close")
    assert (person.window.workspace is None) is (answer == "leave")


@pytest.mark.usefixtures("qapp")
def test_a_message_box_shows_markup_as_it_is() -> None:
    made = messages.box(None, messages.Tone.NOTE, "<b>x</b>", "", (messages.Answer("ok", "OK"),))
    assert made.textFormat() is Qt.TextFormat.PlainText


def test_a_target_gets_its_suffix(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("/x/a.txt", ""))
    assert messages.choose_target(None, "", Path("/x"), "Word document", ".docx") == Path("/x/a.txt.docx")


def test_who_changes_their_mind_chooses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_given: "")
    assert messages.choose_target(None, "", Path("/x"), "Word document", ".docx") is None
    assert messages.choose_folder(None, "", Path("/x")) is None


def test_who_ends_the_program_while_it_asks_gives_the_safe_answer(person: Any) -> None:
    person.meets(QMessageBox, lambda box: box.done(0))
    answers = (messages.Answer("safe", "Safe"), messages.Answer("bold", "Bold"))
    assert messages.ask(person.window, "?", "", *answers) == "safe"


def test_work_that_stays_unsafe_asks_for_attention(qtbot: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[object] = []
    monkeypatch.setattr("ui.widgets.save_light._ALARM_MS", 20)
    monkeypatch.setattr(QApplication, "alert", called.append)
    light = SaveLight()
    qtbot.addWidget(light)
    light.show_state(SaveState(Safety.NOT_SAVED, 1))
    qtbot.waitUntil(lambda: bool(called))
    light.show_state(SaveState(Safety.SAVED, 1))
    assert not light._alarm.isActive()


def test_enter_chooses_on_the_start_page(window: MainWindow, qtbot: Any) -> None:
    with qtbot.waitSignal(window.start.recent_wanted):
        window.start.show_recent((Path("/nowhere/a.cmdesk"),))
        window.start.recent_wanted.disconnect(window.door.open)
        qtbot.keyClick(window.start._rows.itemAt(0).widget(), Qt.Key.Key_Return)


def test_words_are_copied_and_pasted_from_the_menu(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    person.makes_a_dossier()
    workspace = person.window.workspace
    workspace.show_section("A7")
    workspace.page.focus_text(Language.ENGLISH)
    person.writes("abc")
    monkeypatch.setattr(
        QApplication, "focusWidget", person.window.focusWidget
    )  # offscreen, no window is the active one
    for action in ("select_all", "copy", "cut", "paste", "paste"):
        person.asks(action)
    assert workspace.session.dossier.prose(QuestionId("A7")).paragraphs[0].english.characters == "abcabc"


def test_where_nothing_is_written_nothing_is_cut(person: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    person.makes_a_dossier()
    monkeypatch.setattr(QApplication, "focusWidget", lambda: person.window.workspace.outline)
    person.asks("cut")
    assert person.window.workspace.session.undoable is None


def test_opening_the_dossier_that_is_open_changes_nothing(person: Any) -> None:
    folder = person.makes_a_dossier()
    workspace = person.window.workspace
    person.window.door.open(folder)
    assert person.window.workspace is workspace
    assert workspace.session.writable


def test_a_dossier_that_was_deleted_is_forgotten(person: Any, settings: Settings, tmp_path: Path) -> None:
    settings.remember(tmp_path / "gone.cmdesk")
    settings.remember(tmp_path / "unplugged" / "there.cmdesk")
    for folder in settings.recent:
        person.meets(QMessageBox, lambda box: person.clicks_named(box, "ok"))
        person.window.door.open(folder)
    assert [path.stem for path in settings.recent] == ["there"]
