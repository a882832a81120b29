"""A document as one page of HTML."""

from pathlib import Path

from lxml import etree

from cmdesk import assets
from cmdesk.export.blocks import Document, Pair
from cmdesk.export.web.body import Body
from cmdesk.export.web.tags import Element, tag
from cmdesk.progress import SILENT, Progress

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
"""What a browser may load for the page: nothing but what is in it."""


def write(document: Document, target: Path, progress: Progress = SILENT) -> None:
    """Put the document at target as a page in UTF-8 that loads nothing from anywhere."""
    root = _page(document, progress)
    target.write_bytes(etree.tostring(root, method="html", encoding="utf-8", doctype="<!DOCTYPE html>") + b"\n")
    progress.step(len(document.blocks), len(document.blocks))


def _page(document: Document, progress: Progress) -> Element:
    body = Body(document)
    side_by_side = any(isinstance(block, Pair) for block in document.blocks)
    return tag(
        "html",
        _head(document),
        tag(
            "body",
            body.cover(),
            body.contents(),
            tag("main", *body.elements(progress)),
            class_="wide" if side_by_side else "",
        ),
        lang=document.language.value,
    )


def _head(document: Document) -> Element:
    style = assets.resource("styles", "web.css").read_text(encoding="utf-8")
    described = {"author": document.author, "description": document.subject, "keywords": document.keywords}
    return tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", http_equiv="Content-Security-Policy", content=POLICY),
        tag("meta", name_="viewport", content="width=device-width, initial-scale=1"),
        tag("title", text=document.title or "CMDesk"),
        *(tag("meta", name_=name, content=value) for name, value in described.items() if value),
        tag("meta", name_="generator", content="CMDesk"),
        tag("style", text=style),
    )
