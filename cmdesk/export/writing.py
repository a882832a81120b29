"""The formats, and what writes each.

A writer is only loaded when its format is asked for; its import is spelt out here, so that the frozen program has it.
"""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TypeAlias

from cmdesk.export import markdown, plain
from cmdesk.export.blocks import Document
from cmdesk.export.compose import compose, figures
from cmdesk.export.profile import Manner
from cmdesk.model.dossier import Dossier
from cmdesk.progress import Progress

Write: TypeAlias = Callable[[Document, Path, Progress], int | None]


class Format(Enum):
    """A kind of file; the value is its suffix without the dot."""

    DOCX = "docx"
    PDF = "pdf"
    HTML = "html"
    MARKDOWN = "md"
    TEXT = "txt"
    XLSX = "xlsx"
    """The figures alone, as a spreadsheet."""

    @property
    def suffix(self) -> str:
        """What its names end with."""
        return f".{self.value}"


def write(dossier: Dossier, kind: Format, manner: Manner, target: Path, progress: Progress) -> int | None:
    """Number of pages of a dossier written to a path, where they can be known."""
    if kind is Format.XLSX:
        from cmdesk.export.sheets import writer as sheets  # noqa: PLC0415 - openpyxl takes half a second

        sheets.write(figures(dossier, manner), target, progress)
        return None
    return writer_of(kind)(compose(dossier, manner), target, progress)


def writer_of(kind: Format) -> Write:
    """What writes neutral blocks in a format; KeyError for a spreadsheet, which is made of figures."""
    match kind:
        case Format.DOCX:
            from cmdesk.export.word import writer as word  # noqa: PLC0415 - python-docx takes its time

            return word.write
        case Format.PDF:
            from cmdesk.export.pdf import writer as pdf  # noqa: PLC0415 - as reportlab does

            return pdf.write
        case Format.HTML:
            from cmdesk.export.web import writer as web  # noqa: PLC0415 - as lxml does

            return web.write
        case Format.MARKDOWN:
            return markdown.write
        case Format.TEXT:
            return plain.write
        case Format.XLSX:
            raise KeyError(kind)
