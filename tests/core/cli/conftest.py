from typing import NamedTuple

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from cmdesk import assets, i18n
from cmdesk.cli.main import main

LANGUAGE_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class Heard(NamedTuple):
    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def quiet_room(monkeypatch, tmp_path):
    """An English machine with a terminal of 80 columns, whose home and working folder are the test's own."""
    for name in LANGUAGE_VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("CMDESK_HOME", str(tmp_path / "home"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    yield
    i18n.use_language("en")


@pytest.fixture
def cmdesk(capsys):
    """Runs a command line and hears what it says."""

    def run(*words):
        status = main(words)
        return Heard(status, *capsys.readouterr())

    return run


@pytest.fixture
def thai(tmp_path, monkeypatch):
    """Gives the program a Thai catalogue of some words only."""

    def speak(words):
        folder = tmp_path / "catalogues"
        (folder / "th" / "LC_MESSAGES").mkdir(parents=True)
        catalogue = Catalog(locale="th")
        for message, translation in words.items():
            catalogue.add(message, translation)
        with (folder / "th" / "LC_MESSAGES" / "cmdesk.mo").open("wb") as file:
            write_mo(file, catalogue)
        monkeypatch.setattr(assets, "catalogues", lambda: folder)
        i18n.catalogue.cache_clear()

    yield speak
    i18n.catalogue.cache_clear()


@pytest.fixture
def dossier(cmdesk):
    """Name of the folder of an empty dossier."""
    made = cmdesk(
        "new", "city.cmdesk", "--form", "award-application", "--city-th", "เชียงใหม่", "--city-en", "Chiang Mai"
    )
    assert made.status == 0
    return "city.cmdesk"
