import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import docx
import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from word_files import Opened, flow, of

from cmdesk.export.blocks import Cell, Contents, Cover, Heading, Look, PageBreak, Pair, Paragraph, Piece, Table
from cmdesk.export.compose import Languages, compose
from cmdesk.export.word.writer import write
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language
from cmdesk.progress import Cancelled, Progress

HOSTILE = "<w:p>&amp;]]>\u200b\u00ad\U0001f3d9ก\u0e33\u0e4d\u0e32\u202e{page}%s\n\t\n"

ONE_PAGE = """
import sys
from pathlib import Path
from cmdesk.export.blocks import Document, Flow, Look, Paragraph, Piece
from cmdesk.export.word.writer import write
from cmdesk.model.language import Language
links = tuple(Piece(str(n), link=f"https://example.org/{n}") for n in range(20))
flow = Flow(Language.ENGLISH, links)
blocks = tuple(Paragraph(look, flow, label="1.") for look in Look)
write(Document("T", Language.ENGLISH, flow, flow, blocks), Path(sys.argv[1]))
"""


def errors(path: Path) -> list[str]:
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=20).validate(path)
    return [str(error) for error in found.errors]


def test_a_validator_finds_no_fault(whole: Opened) -> None:
    assert errors(whole.path) == []


def test_the_validator_would_find_one(whole: Opened, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "wrong.docx", "w") as packed:
        for name, content in whole.parts.items():
            packed.writestr(name, content.replace(b"<w:pStyle w:val=", b"<w:pStyleless w:val="))
    assert errors(tmp_path / "wrong.docx")


def test_a_validator_finds_no_fault_in_an_empty_dossier(empty_dossier: Dossier, tmp_path: Path) -> None:
    write(compose(empty_dossier, Languages.BOTH), tmp_path / "a.docx")
    assert errors(tmp_path / "a.docx") == []


def test_a_validator_finds_no_fault_in_odd_blocks_full_of_hostile_text(made: Callable[..., Opened]) -> None:
    words = flow(Piece(HOSTILE, bold=True, italic=True, raised=True), Piece("x", link="https://a.b/?q=<&>'\"%00"))
    thai = flow(HOSTILE, language=Language.THAI)
    opened = made(
        PageBreak(),
        Contents((), depth=3),
        PageBreak(),
        PageBreak(),
        *(Paragraph(look, words, label=f"{place}{HOSTILE}", anchor=HOSTILE[:place]) for place, look in enumerate(Look)),
        Heading(7, HOSTILE, (words, thai), HOSTILE * 9),
        Pair(None, Paragraph(Look.BODY, words, source=ParagraphId("x"))),
        Table((), ((Cell((words, thai)), Cell(())),), (0.5, 0.5)),
        Table((Cell(()),), (), (1.0,)),
        Cover((), (), (words,)),
        PageBreak(),
        Pair(Paragraph(Look.BODY, thai, source=ParagraphId("x")), None),
        PageBreak(),
    )
    assert errors(opened.path) == []


def test_python_docx_opens_it(whole: Opened) -> None:
    assert len(docx.Document(str(whole.path)).paragraphs) > 10


def test_two_builds_are_the_same_bytes(dossier: Dossier, tmp_path: Path) -> None:
    for name in ("a.docx", "b.docx"):
        write(compose(dossier, Languages.BOTH), tmp_path / name)
    assert (tmp_path / "a.docx").read_bytes() == (tmp_path / "b.docx").read_bytes()


def test_builds_of_two_processes_are_the_same_bytes(tmp_path: Path) -> None:
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", ONE_PAGE, str(tmp_path / seed)], check=True, env=environment)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


def test_the_packed_files_have_no_date_of_their_own(whole: Opened) -> None:
    with zipfile.ZipFile(whole.path) as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_there_are_no_parts_but_ours(whole: Opened) -> None:
    assert sorted(whole.parts) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/fontTable.xml",
        "word/footer1.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    ]


def test_the_properties_tell_title_city_and_form(dossier: Dossier, made: Callable[..., Opened]) -> None:
    opened = made(document=compose(dossier, Languages.ENGLISH))
    properties = docx.Document(str(opened.path)).core_properties
    assert (properties.title, properties.author, properties.subject, properties.language) == (
        "Chiang Mai, a learning city",
        "Chiang Mai",
        "Application",
        "en",
    )
    assert properties.modified == properties.created == datetime(2000, 1, 1, tzinfo=UTC)


def test_progress_runs_to_its_end(dossier: Dossier, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    class Watched(Progress):
        def step(self, done: int, total: int) -> None:
            seen.append((done, total))

    document = compose(dossier, Languages.BOTH)
    write(document, tmp_path / "a.docx", Watched())
    assert seen == sorted(seen)
    assert seen[-1] == (len(document.blocks), len(document.blocks))
    assert len(seen) > 20


def test_a_cancelled_build_stops(dossier: Dossier, tmp_path: Path) -> None:
    class Unwanted(Progress):
        def step(self, done: int, total: int) -> None:
            if done > total / 2:
                raise Cancelled

    with pytest.raises(Cancelled):
        write(compose(dossier, Languages.BOTH), tmp_path / "a.docx", Unwanted())
    assert not (tmp_path / "a.docx").exists()


def test_a_title_longer_than_properties_can_hold_is_cut_there_alone(made: Callable[..., Opened]) -> None:
    title = "ก" * 300
    opened = made(document=replace(of(Heading(1, "", (flow(title),), "a")), title=title, author=title, keywords=title))
    assert docx.Document(str(opened.path)).core_properties.title == "ก" * 255
    assert title in opened.parts["word/document.xml"].decode()
