"""A document as a PDF file."""

from pathlib import Path

from cmdesk.export.blocks import Document
from cmdesk.progress import SILENT, Progress


def write(document: Document, target: Path, progress: Progress = SILENT) -> int:
    """Number of pages written to a path; the caller puts the file in its place when all went well."""
    from cmdesk.export.pdf.typesetter import typeset  # noqa: PLC0415 - reportlab costs a third of a second to import

    made = typeset(document, progress)
    target.write_bytes(made.content)
    return made.pages
