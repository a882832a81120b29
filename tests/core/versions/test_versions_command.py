"""`cmdesk compare`."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from cmdesk.cli.main import main
from cmdesk.edits.prose import SetText
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId, ulid
from cmdesk.model.language import Language
from cmdesk.model.text import Text
from cmdesk.session import Session

AT = datetime(2023, 4, 5, 9, 30, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path, draft: Dossier, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier with one version, after which five libraries became seven."""
    monkeypatch.setenv("CMDESK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.chdir(tmp_path)
    session = Session.create(tmp_path / "nan.cmdesk", draft)
    session.project.versions.add("First draft", AT)
    seven = Text.of("There are seven libraries.")
    session.do(SetText(QuestionId("A1"), ParagraphId(ulid(3, 1)), Language.ENGLISH, seven))
    assert session.close()
    return tmp_path / "nan.cmdesk"


@pytest.mark.parametrize("version", ["First draft", "first draft", "2023-04-05", "First draft, 5 April 2023"])
def test_a_version_is_compared_with_now(folder: Path, version: str, tmp_path: Path) -> None:
    target = tmp_path / "changes.md"
    assert main(["compare", str(folder), "--from", version, "--format", "md", "--out", str(target)]) == 0
    assert "<del>five</del><ins>seven</ins>" in target.read_text(encoding="utf-8")


def test_the_order_is_the_users(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "changes.md"
    words = ["--from", "now", "--to", "First draft", "--format", "md", "--out", str(target)]
    main(["compare", str(folder), *words])
    assert "<del>seven</del><ins>five</ins>" in target.read_text(encoding="utf-8")


def test_the_file_is_named_by_the_title(folder: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main(["compare", str(folder), "--from", "First draft", "--format", "pdf"]) == 0
    assert (tmp_path / "Chiang Mai (changes).pdf").is_file()
    assert capsys.readouterr().out == "“Chiang Mai (changes).pdf” is written: 1 section changed.\n"


def test_a_version_that_is_not_there_is_answered_by_those_that_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["compare", str(folder), "--from", "second", "--format", "pdf"]) == 2
    told = capsys.readouterr().err
    assert "no version “second”" in told
    assert "First draft, 5 April 2023; now" in told
