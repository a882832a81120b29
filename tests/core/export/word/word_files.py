"""Word files opened as XML, and documents to write."""

import zipfile
from pathlib import Path

from lxml import etree

from cmdesk.export.blocks import Block, Document, Flow, Piece
from cmdesk.model.language import Language

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


class Opened:
    """A Word file, part by part."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with zipfile.ZipFile(path) as packed:
            self.parts = {name: packed.read(name) for name in packed.namelist()}
        self.document = self.part("word/document.xml")
        self.styles = self.part("word/styles.xml")

    def part(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def all(self, name: str, **attributes: str) -> list[etree._Element]:
        """Elements of the main document with a name and attributes of the `w` name space."""
        return [
            each
            for each in self.document.iter(f"{W}{name}")
            if all(each.get(W + key) == value for key, value in attributes.items())
        ]

    def values(self, name: str, attribute: str = "val") -> list[str]:
        return [each.get(W + attribute) or "" for each in self.all(name)]

    def styled(self, style: str) -> list[str]:
        """Texts of all paragraphs of a style."""
        return [text(each) for each in self.all("p") if style_of(each) == style]

    def style(self, name: str) -> etree._Element:
        return next(each for each in self.styles.iter(f"{W}style") if each.get(f"{W}styleId") == name)


def style_of(paragraph: etree._Element) -> str:
    return paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")


def text(element: etree._Element) -> str:
    marks = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(marks.get(each.tag) or each.text or "" for each in element.iter(f"{W}t", *marks) if _is_shown(each))


def _is_shown(element: etree._Element) -> bool:
    """Whether it is a letter, and no tab stop of a style."""
    return element.getparent().tag == f"{W}r"


def of(*blocks: Block, language: Language = Language.ENGLISH) -> Document:
    """A document of these blocks."""
    head = Flow(language, (Piece("Head"),))
    return Document("Title", language, head, Flow(language, (Piece("Page {page} of {pages}"),)), blocks)


def flow(*pieces: str | Piece, language: Language = Language.ENGLISH) -> Flow:
    return Flow(language, tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces))
