"""The parts of a Word file put together by python-docx, and packed so that equal documents are equal files."""

import hashlib
from collections.abc import Callable
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, cast

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part, XmlPart
from docx.package import Package as WordPackage
from lxml import etree

from cmdesk.export.blocks import Document
from cmdesk.export.packing import repack
from cmdesk.export.word.markup import serialized

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

STARTED = datetime(2000, 1, 1, tzinfo=UTC)
"""The date of every document: the true one would make each file differ from the last."""

LONGEST_PROPERTY = 255
"""Letters that python-docx takes; what is cut off stands on the cover in full."""

SUFFIXES = {"image/jpeg": "jpeg", "image/png": "png"}

_APP = (
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>CMDesk</Application></Properties>"
)


class Package:
    """A Word file being put together around its main part, whose root may still grow."""

    def __init__(self, root: etree._Element) -> None:
        self._package = WordPackage()
        place = PackURI("/word/document.xml")
        self._main = XmlPart(place, CONTENT_TYPE.WML_DOCUMENT_MAIN, cast("BaseOxmlElement", root), self._package)
        self._package.relate_to(self._main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
        app = self._part("docProps/app.xml", CONTENT_TYPE.OFC_EXTENDED_PROPERTIES, _APP)
        self._package.relate_to(app, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
        self._pictures: dict[str, str] = {}

    def _part(self, path: str, kind: str, content: bytes) -> Part:
        return Part(PackURI(f"/{path}"), kind, content, self._package)

    def link(self, address: str) -> str:
        """Id of the relationship to an address outside."""
        return str(self._main.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def embed(self, content: bytes, media_type: str) -> str:
        """Id of the relationship to a picture; the same picture is packed once."""
        digest = hashlib.sha256(content).hexdigest()
        if digest not in self._pictures:
            name = f"word/media/image{len(self._pictures) + 1}.{SUFFIXES[media_type]}"
            self._pictures[digest] = str(
                self._main.relate_to(self._part(name, media_type, content), RELATIONSHIP_TYPE.IMAGE)
            )
        return self._pictures[digest]

    def add(self, name: str, kind: str, root: etree._Element) -> str:
        """Id of the relationship to a new part; `kind` is the constant's name in python-docx, for both tables."""
        content_type = getattr(CONTENT_TYPE, f"OFC_{kind}" if kind == "THEME" else f"WML_{kind}")
        part = self._part(f"word/{name}.xml", content_type, serialized(root))
        return str(self._main.relate_to(part, getattr(RELATIONSHIP_TYPE, kind)))

    def grow(self, name: str, kind: str, root: etree._Element) -> Callable[[str], str]:
        """What relates a new part, whose root may still grow, to addresses outside."""
        place = PackURI(f"/word/{name}.xml")
        content_type = getattr(CONTENT_TYPE, f"WML_{kind}")
        part = XmlPart(place, content_type, cast("BaseOxmlElement", root), self._package)
        self._main.relate_to(part, getattr(RELATIONSHIP_TYPE, kind))
        return lambda address: str(part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def describe(self, document: Document) -> None:
        """Set the properties that file managers and libraries read."""
        properties = self._package.core_properties
        properties.title = document.title[:LONGEST_PROPERTY]
        properties.author = properties.last_modified_by = document.author[:LONGEST_PROPERTY]
        properties.subject = document.subject[:LONGEST_PROPERTY]
        properties.keywords = document.keywords[:LONGEST_PROPERTY]
        properties.language = document.language.value
        properties.created = properties.modified = STARTED
        properties.revision = 1

    def save(self, target: Path) -> None:
        """Write the file, the same bytes for the same parts."""
        packed = BytesIO()
        self._package.save(packed)
        repack(packed, target)
