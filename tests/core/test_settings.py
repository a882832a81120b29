import json
from pathlib import Path

import pytest

from cmdesk import settings
from cmdesk.settings import LANGUAGE, LAST_SECTION, RECENT, RECENT_DOSSIERS, TEXT_SIZE, THEME, Settings


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.json"


def test_without_a_file_the_defaults_hold(file: Path) -> None:
    assert Settings.load(file).get(TEXT_SIZE) == 13


def test_what_was_set_is_there_next_time(file: Path) -> None:
    Settings.load(file).set(THEME, "dark")
    assert Settings.load(file).get(THEME) == "dark"


def test_a_broken_file_is_kept_aside(file: Path) -> None:
    file.parent.mkdir()
    file.write_text("{not json", encoding="utf-8")
    Settings.load(file)
    assert file.with_name("settings.broken.json").read_text(encoding="utf-8") == "{not json"


@pytest.mark.parametrize("content", ["{not json", "[]", "\x00", '"text"'])
def test_a_broken_file_is_reported_and_the_defaults_hold(file: Path, content: str) -> None:
    file.parent.mkdir()
    file.write_text(content, encoding="utf-8")
    loaded = Settings.load(file)
    assert loaded.problem is not None
    assert "settings.broken.json" in loaded.problem.advice
    assert loaded.get(THEME) == "light"


def test_a_file_that_is_not_text_is_reported(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"\xff\xfe\x00")
    assert Settings.load(file).problem is not None


def test_a_broken_file_that_cannot_be_moved_is_reported_all_the_same(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.parent.mkdir()
    file.write_text("{", encoding="utf-8")

    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(self, target)

    monkeypatch.setattr(Path, "replace", refuse)
    problem = Settings.load(file).problem
    assert problem is not None
    assert problem.advice == ""


@pytest.mark.parametrize("value", ["huge", 1, True, None, [13], 12.5])
def test_a_value_that_makes_no_sense_counts_as_never_set(file: Path, value: object) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"text_size": value, "theme": "dark"}), encoding="utf-8")
    loaded = Settings.load(file)
    assert (loaded.get(TEXT_SIZE), loaded.get(THEME)) == (13, "dark")


def test_only_sound_values_can_be_set(file: Path) -> None:
    with pytest.raises(ValueError, match="theme"):
        Settings.load(file).set(THEME, "pink")


def test_a_setting_of_a_later_version_is_kept(file: Path) -> None:
    file.parent.mkdir()
    file.write_text('{"later": [1]}', encoding="utf-8")
    Settings.load(file).set(THEME, "dark")
    assert json.loads(file.read_text(encoding="utf-8"))["later"] == [1]


def test_a_disk_that_refuses_costs_only_the_memory(tmp_path: Path) -> None:
    (tmp_path / "config").write_text("a file where the folder should be", encoding="utf-8")
    held = Settings(tmp_path / "config" / "settings.json")
    held.set(THEME, "dark")
    assert held.get(THEME) == "dark"


def test_the_dossier_opened_last_comes_first_and_only_once(file: Path) -> None:
    held = Settings(file)
    for name in ("a", "b", "a"):
        held.remember(Path(name))
    assert held.recent == (Path("a"), Path("b"))


def test_no_more_than_some_dossiers_are_remembered(file: Path) -> None:
    held = Settings(file)
    for number in range(20):
        held.remember(Path(str(number)))
    assert len(held.recent) == RECENT_DOSSIERS


def test_a_forgotten_dossier_is_remembered_no_more(file: Path) -> None:
    held = Settings(file)
    held.remember(Path("a"))
    held.forget(Path("a"))
    assert held.recent == ()


def test_a_list_that_was_asked_for_is_not_the_one_that_is_kept(file: Path) -> None:
    Settings(file).get(RECENT).append("x")
    assert Settings(file).get(RECENT) == []


@pytest.mark.parametrize("value", [{"a": 1}, ["a"], {"a": None}])
def test_last_sections_are_texts_by_text(file: Path, value: object) -> None:
    file.parent.mkdir()
    file.write_text(json.dumps({"last_section": value}), encoding="utf-8")
    assert Settings.load(file).get(LAST_SECTION) == {}


@pytest.mark.parametrize(("system", "language"), [("th_TH", "th"), ("en_GB", "en"), ("de_DE", "en")])
def test_the_interface_begins_in_the_computers_language(
    system: str, language: str, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (system, "UTF-8"))
    assert Settings(file).get(LANGUAGE) == language


def test_a_computer_that_tells_no_locale_may_tell_lang(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (None, None))
    monkeypatch.setenv("LANG", "th_TH.UTF-8")
    assert settings.system_language() == "th"


def test_every_default_is_sound() -> None:
    assert [setting.key for setting in settings.ALL if not setting.sound(setting.default())] == []
