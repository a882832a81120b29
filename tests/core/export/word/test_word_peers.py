"""LibreOffice, the other program that people open these files with."""

import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from word_files import W

from cmdesk.export.blocks import Document, Pair
from cmdesk.export.compose import Languages, compose
from cmdesk.export.word.writer import write
from cmdesk.model.dossier import Dossier

pytestmark = pytest.mark.peers


def convert(source: Path, kind: str, folder: Path) -> Path:
    home = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / "out" / f"{source.stem}.{kind}"


def squeezed(words: str) -> str:
    return "".join(words.split())


def texts(document: Document) -> list[str]:
    sides = [side for block in document.blocks if isinstance(block, Pair) for side in (block.thai, block.english)]
    return [side.flow.plain for side in sides if side]


@pytest.fixture
def document(dossier: Dossier) -> Document:
    return compose(dossier, Languages.BOTH)


@pytest.fixture
def written(document: Document, tmp_path: Path) -> Path:
    write(document, tmp_path / "dossier.docx")
    return tmp_path / "dossier.docx"


def test_libreoffice_shows_every_text_of_the_dossier(document: Document, written: Path, tmp_path: Path) -> None:
    shown = squeezed(convert(written, "txt:Text (encoded):UTF8", tmp_path).with_suffix(".txt").read_text("utf-8-sig"))
    assert [words for words in texts(document) if squeezed(words) not in shown] == []


def test_libreoffice_makes_a_pdf_of_it(written: Path, tmp_path: Path) -> None:
    assert convert(written, "pdf", tmp_path).read_bytes().startswith(b"%PDF")


def test_the_names_of_all_texts_survive_libreoffice(written: Path, tmp_path: Path) -> None:
    assert names(convert(written, "docx", tmp_path)) >= names(written)
    assert len(names(written)) == 13


def names(path: Path) -> set[str]:
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    marks = {each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")}
    return {mark for mark in marks if mark.startswith("_p_")}
