from pathlib import Path

import pytest

from cmdesk import places


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(places.PORTABLE, str(tmp_path))
    return tmp_path


def test_a_portable_program_keeps_everything_in_one_folder(home: Path) -> None:
    told = (places.settings_file(), places.logs(), places.local_data(), places.documents())
    assert all(path.is_relative_to(home) for path in told)


def test_otherwise_settings_are_where_the_system_wants_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.PORTABLE, raising=False)
    assert places.settings_file().parent.name == places.NAME


def test_who_has_no_folder_for_documents_has_a_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(places.PORTABLE, raising=False)
    monkeypatch.setattr("platformdirs.user_documents_path", lambda: tmp_path / "none")
    assert places.documents() == Path.home()


def test_a_free_path_is_the_wished_one(tmp_path: Path) -> None:
    assert places.free(tmp_path / "a.cmdesk") == tmp_path / "a.cmdesk"


def test_a_taken_path_gets_a_number_before_its_suffix(tmp_path: Path) -> None:
    (tmp_path / "a.cmdesk").mkdir()
    (tmp_path / "a (2).cmdesk").symlink_to(tmp_path / "nowhere")
    assert places.free(tmp_path / "a.cmdesk") == tmp_path / "a (3).cmdesk"


def test_a_scratch_folder_is_the_users_own() -> None:
    folder = places.scratch()
    try:
        assert folder.stat().st_mode & 0o077 == 0
    finally:
        folder.rmdir()
