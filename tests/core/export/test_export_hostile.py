"""Hostile text in every field of a dossier, through every format."""

import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import openpyxl
import pypdf
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from lxml import etree, html

from cmdesk.export.compose import Languages
from cmdesk.export.exporting import Format, export
from cmdesk.model.answer import Answer, Card, Choice, Facts, Material, Materials, Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.language import Wording
from cmdesk.model.links import is_allowed
from cmdesk.model.text import Citation, Figure, Run, Span, Text

FIELDS = 40
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""A failure is told as it was met: making forty texts smaller would take minutes."""

PAYLOADS = (
    "<w:p/>]]>&amp;",
    "</script><img src=x onerror=alert(1)>",
    '=HYPERLINK("http://a.b","c")',
    "[x](javascript:alert(1))",
    "{page}{pages}%s%(a)s{0}",
    "\u202eexe.jpg\u200b\u00ad",
    "น\u0e4d\u0e49\u0e32" * 30,
    "\x00\x1b[31m\ud800",
    "e" + "\u0301" * 200,
    "file:///etc/passwd",
    "ก" * 3000,
)
HOSTILE = st.lists(st.one_of(st.text(max_size=200), st.sampled_from(PAYLOADS)), min_size=FIELDS, max_size=FIELDS)


class Poisoner:
    """Puts one hostile text after the other into the fields of a dossier."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = cycle(texts)

    def next(self) -> str:
        return next(self._texts)

    def words(self) -> Wording:
        return Wording(self.next(), self.next())

    def dossier(self, dossier: Dossier) -> Dossier:
        return replace(
            dossier,
            profile=replace(dossier.profile, title=self.words(), city=self.words()),
            answers=FrozenMap({name: self.answer(each) for name, each in dossier.answers.items()}),
            evidence=FrozenMap({name: self.record(each) for name, each in dossier.evidence.items()}),
        )

    def answer(self, one: Answer) -> Answer:
        match one:
            case Prose(paragraphs):
                return Prose(tuple(map(self.paragraph, paragraphs)))
            case Facts(rows):
                more = ("label", "unit", "remark")
                return Facts(tuple(replace(row, **{name: self.words() for name in more}) for row in rows))
            case Materials(items):
                return Materials(tuple(map(self.material, items)))
            case Card(entries):
                return Card(tuple(replace(each, words=self.words()) for each in entries))
            case Choice():
                return replace(one, remark=self.words())
            case _:
                return one

    def paragraph(self, one: Paragraph) -> Paragraph:
        return replace(one, thai=self.text(one.thai), english=self.text(one.english))

    def text(self, one: Text) -> Text:
        return Text(tuple(map(self.run, one.runs)))

    def run(self, one: Run) -> Run:
        match one:
            case Span():
                return replace(one, text=self.next())
            case Citation():
                return replace(one, locator=self.next())
            case Figure():
                return one

    def material(self, one: Material) -> Material:
        return replace(one, title=self.words(), address=self.next(), language=self.next())

    def record(self, one: Evidence) -> Evidence:
        more = {name: self.words() for name in ("title", "caption", "summary", "source", "author", "rights_holder")}
        return replace(one, address=self.next(), licence=self.next(), **more)


def followed(path: Path) -> Iterator[str]:
    """Every address outside that a file can lead to."""
    match path.suffix:
        case ".docx" | ".xlsx":
            packed = zipfile.ZipFile(path)
            for name in packed.namelist():
                if name.endswith(".rels"):
                    relations = etree.fromstring(packed.read(name))
                    yield from (each.get("Target") for each in relations if each.get("TargetMode") == "External")
        case ".html":
            root = html.fromstring(path.read_bytes().decode())
            targets = (each.get(name) for each in root.iter() for name in ("href", "src") if each.get(name))
            yield from (target for target in targets if not target.startswith("#"))
        case ".pdf":
            for page in pypdf.PdfReader(path).pages:
                actions = (each.get_object().get("/A", {}) for each in page.get("/Annots", ()))
                yield from (str(action["/URI"]) for action in actions if "/URI" in action)


def said(path: Path) -> str:
    """All letters of a file, without blanks."""
    match path.suffix:
        case ".docx":
            words = "".join(etree.fromstring(zipfile.ZipFile(path).read("word/document.xml")).itertext())
        case ".html":
            words = html.fromstring(path.read_bytes().decode()).text_content()
        case _:
            words = path.read_text("utf-8")
    return "".join(words.split())


def check(dossier: Dossier, folder: Path) -> None:
    runs = dossier.prose(dossier.form.question("A3").id).paragraphs[0].english.runs
    first = "".join(next((run.text for run in runs if isinstance(run, Span)), "").split())
    for kind in Format:
        target = folder / f"a{kind.suffix}"
        export(dossier, kind, Languages.BOTH, target)
        assert [address for address in followed(target) if not is_allowed(address)] == []
        if kind in (Format.DOCX, Format.HTML, Format.TEXT):
            assert first in said(target)
    book = zipfile.ZipFile(folder / "a.xlsx")
    assert not any(b"<f>" in book.read(name) for name in book.namelist())
    assert openpyxl.load_workbook(folder / "a.xlsx").sheetnames


@given(HOSTILE)
@settings(deadline=None, max_examples=6, phases=PHASES, suppress_health_check=list(HealthCheck))
def test_hostile_text_in_every_field_harms_no_format(dossier: Dossier, tmp_path: Path, texts: list[str]) -> None:
    check(Poisoner(texts).dossier(dossier), tmp_path)


@pytest.mark.campaign
@given(HOSTILE)
@settings(deadline=None, max_examples=50_000 // FIELDS, phases=PHASES, suppress_health_check=list(HealthCheck))
def test_fifty_thousand_hostile_texts_harm_no_format(dossier: Dossier, tmp_path: Path, texts: list[str]) -> None:
    check(Poisoner(texts).dossier(dossier), tmp_path)


def test_exporting_opens_no_socket_and_reads_no_file_that_a_text_names(dossier: Dossier, tmp_path: Path) -> None:
    canary = tmp_path / "canary.txt"
    canary.write_text("seen")
    seen: list[str] = []
    active = True

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if active and (event.startswith("socket.") or (event == "open" and str(arguments[0]) == str(canary))):
            seen.append(event)

    sys.addaudithook(hook)
    texts = [str(canary), f"file://{canary}", f'<img src="{canary}"/>', "http://127.0.0.1:9/x"] * (FIELDS // 4)
    try:
        check(Poisoner(texts).dossier(dossier), tmp_path)
    finally:
        active = False
    assert seen == []
