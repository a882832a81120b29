"""LibreOffice, the other program that people open these files with."""

import os
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from word_files import W

from cmdesk import assets
from cmdesk.export import profiles
from cmdesk.export.blocks import Block, Document, Pair, Paragraph
from cmdesk.export.compose import Languages, compose
from cmdesk.export.profile import Profile
from cmdesk.export.word.writer import write
from cmdesk.model.dossier import Dossier
from cmdesk.sample.dossier import sample

pytestmark = pytest.mark.peers

FONTS = """<fontconfig><include ignore_missing="yes">/etc/fonts/fonts.conf</include>
<dir>{ours}</dir><cachedir>{cache}</cachedir></fontconfig>"""
PLAIN = "txt:Text (encoded):UTF8"


def convert(source: Path, kind: str, folder: Path) -> Path:
    home = f"-env:UserInstallation=file://{folder / 'profile'}"
    (folder / "fonts.conf").write_text(FONTS.format(ours=assets.font("Regular").parent, cache=folder / "cache"))
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    command = ["soffice", home, "--headless", "--convert-to", kind, "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=environment)
    return folder / "out" / f"{source.stem}.{kind.split(':', maxsplit=1)[0]}"


def squeezed(words: str) -> str:
    return "".join(words.split())


def texts(document: Document) -> list[str]:
    return [side.flow.plain for block in document.blocks for side in _sides(block)]


def _sides(block: Block) -> list[Paragraph]:
    if isinstance(block, Pair):
        return [side for side in (block.thai, block.english) if side]
    return [block] if isinstance(block, Paragraph) else []


@pytest.fixture
def document(dossier: Dossier) -> Document:
    return compose(dossier, Languages.BOTH)


@pytest.fixture
def written(document: Document, tmp_path: Path) -> Path:
    write(document, tmp_path / "dossier.docx")
    return tmp_path / "dossier.docx"


def test_libreoffice_shows_every_text_of_the_dossier(document: Document, written: Path, tmp_path: Path) -> None:
    shown = squeezed(convert(written, PLAIN, tmp_path).read_text("utf-8-sig"))
    assert [words for words in texts(document) if squeezed(words) not in shown] == []


@pytest.mark.parametrize("languages", Languages)
def test_libreoffice_shows_every_text_of_the_sample(languages: Languages, tmp_path: Path) -> None:
    document = compose(sample(), languages)
    write(document, tmp_path / "sample.docx")
    shown = squeezed(convert(tmp_path / "sample.docx", PLAIN, tmp_path).read_text("utf-8-sig"))
    assert len(texts(document)) > 100
    assert [words for words in texts(document) if squeezed(words) not in shown] == []


@pytest.mark.parametrize("profile", profiles.available(), ids=lambda profile: profile.id)
def test_libreoffice_shows_every_text_of_each_style(profile: Profile, tmp_path: Path) -> None:
    document = compose(sample(), profile)
    write(document, tmp_path / "sample.docx")
    shown = squeezed(convert(tmp_path / "sample.docx", PLAIN, tmp_path).read_text("utf-8-sig"))
    assert [words for words in texts(document) if squeezed(words) not in shown] == []


def test_the_thai_of_the_sample_is_the_same_on_libreoffices_pages(tmp_path: Path) -> None:
    document = compose(sample(), Languages.THAI)
    write(document, tmp_path / "sample.docx")
    pages = convert(tmp_path / "sample.docx", "pdf", tmp_path)
    shown = subprocess.run(["pdftotext", "-raw", str(pages), "-"], check=True, capture_output=True).stdout.decode()
    assert [words for words in texts(document) if squeezed(words) not in squeezed(shown)] == []


def test_the_names_of_all_texts_survive_libreoffice(written: Path, tmp_path: Path) -> None:
    assert names(convert(written, "docx", tmp_path)) >= names(written)
    assert len(names(written)) == 13


def names(path: Path) -> set[str]:
    root = etree.fromstring(zipfile.ZipFile(path).read("word/document.xml"))
    marks = {each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart")}
    return {mark for mark in marks if mark.startswith("_p_")}
