from pathlib import Path

import pytest

from cmdesk.cli.status import Status
from cmdesk.export import profiles


@pytest.fixture
def dossier(cmdesk):
    cmdesk("new", "ours", "--form", "award-application", "--city-en", "Chiang Mai")
    return "ours"


def text(name):
    return Path(name).read_text("utf-8")


def test_a_dossier_is_exported_in_a_shipped_style(cmdesk, dossier):
    cmdesk("export", dossier, "--format", "txt", "--profile", "unesco-submission", "--out", "out.txt")

    assert "1  The city and its representatives" in text("out.txt")


def test_a_style_names_the_file(cmdesk, dossier):
    cmdesk("export", dossier, "--format", "txt", "--profile", "jury-view")

    assert [path.name for path in Path().glob("*.txt")] == ["UNESCO Learning City Award application (jury-view).txt"]


def test_a_style_file_of_ones_own_is_taken(cmdesk, dossier):
    own = (profiles.shipped() / "unesco-submission.toml").read_text("utf-8").replace("parts = true", "parts = false")
    Path("own.toml").write_text(own, "utf-8")

    cmdesk("export", dossier, "--format", "txt", "--profile", "own.toml", "--out", "out.txt")

    assert "1  The city and its representatives" not in text("out.txt")


def test_languages_asked_for_go_before_those_of_the_style(cmdesk, dossier):
    words = ("--format", "txt", "--profile", "unesco-submission", "--languages", "th", "--out", "out.txt")

    cmdesk("export", dossier, *words)

    assert "The city" not in text("out.txt")


def test_a_faulty_style_is_told_with_its_line(cmdesk, dossier):
    Path("own.toml").write_text("id = 1\n", "utf-8")

    heard = cmdesk("export", dossier, "--format", "txt", "--profile", "own.toml")

    assert (heard.status, "Line 1, id: this must be a text in quotation marks." in heard.err) == (Status.FAILED, True)
    assert heard.err.count("\n") == 1


def test_an_unknown_style_is_answered_with_those_there_are(cmdesk, dossier):
    heard = cmdesk("export", dossier, "--format", "txt", "--profile", "fine")

    assert (heard.status, "thai-official" in heard.err) == (Status.FAILED, True)


def test_a_package_is_made_and_told(cmdesk, dossier):
    heard = cmdesk("package", dossier, "--out", "package")

    assert heard.status == Status.FINE
    assert heard.out.startswith("The package “package” is made: ")
    assert (Path("package") / "manifest.json").is_file()


def test_a_package_says_what_stays_out_and_that_pictures_were_made_smaller(cmdesk):
    cmdesk("sample", "sample")

    heard = cmdesk("package", "sample", "--out", "package", "--limit-mb", "1.5")

    assert heard.status == Status.FINE
    assert "pixels at most" in heard.out


def test_a_package_that_is_there_is_not_written_over(cmdesk, dossier):
    Path("package").mkdir()

    heard = cmdesk("package", dossier, "--out", "package")

    assert (heard.status, heard.err.count("\n")) == (Status.FAILED, 1)
    assert "There is already something named “package”." in heard.err


@pytest.mark.parametrize("size", ["0", "-3", "nan", "inf"])
def test_a_size_that_is_none_is_a_mistake_of_the_command_line(cmdesk, dossier, size):
    heard = cmdesk("package", dossier, "--out", "package", f"--limit-mb={size}")

    assert heard.status == Status.USAGE
    assert not Path("package").exists()
