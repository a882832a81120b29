"""Page, running head and foot (17.6, 17.10)."""

import re

from lxml import etree

from cmdesk.export.blocks import Document, Flow, Page
from cmdesk.export.word.draft import Draft
from cmdesk.export.word.markup import RELATION, el, from_millimetres
from cmdesk.export.word.paragraphs import styled
from cmdesk.export.word.runs import flow_elements, numeral_field, text_runs
from cmdesk.model.language import Language

FURNITURE_DISTANCE = 12.5
"""Millimetres from the edge of the sheet to the running head, and to the foot."""

_PLACES = re.compile(r"(\{pages?\})")
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def section(page: Page, header: str, footer: str, *, thai_digits: bool = False) -> etree._Element:
    """The one section; its first page, the cover, has neither head nor foot."""
    return el(
        "sectPr",
        _reference("headerReference", header),
        _reference("footerReference", footer),
        el(
            "pgSz",
            w=from_millimetres(page.width),
            h=from_millimetres(page.height),
            orient="landscape" if page.width > page.height else None,
        ),
        el(
            "pgMar",
            top=from_millimetres(page.top),
            right=from_millimetres(page.right),
            bottom=from_millimetres(page.bottom),
            left=from_millimetres(page.left),
            header=from_millimetres(FURNITURE_DISTANCE),
            footer=from_millimetres(FURNITURE_DISTANCE),
            gutter=0,
        ),
        el("pgNumType", fmt="thaiNumbers") if thai_digits else None,
        el("titlePg"),
    )


def _reference(name: str, relation: str) -> etree._Element:
    made = el(name, type="default")
    made.set(RELATION, relation)
    return made


def header_part(document: Document, draft: Draft) -> etree._Element:
    """The root of the running head."""
    return el("hdr", styled("Header", *flow_elements(document.running_head, draft)))


def footer_part(footer: Flow, pages: int, *, thai_digits: bool = False) -> etree._Element:
    """The root of the foot, its places as fields."""
    thai = footer.language is Language.THAI
    content: list[etree._Element] = []
    for part in _PLACES.split(footer.plain):
        if part in _FIELDS:
            shown = "1" if part == "{page}" else str(pages)
            # The section says which digits the pages have; their sum has no section.
            in_thai = thai_digits and part == "{pages}"
            content += numeral_field(_FIELDS[part], shown, thai=thai, thai_digits=in_thai)
        else:
            content += text_runs(part, thai=thai)
    return el("ftr", styled("Footer", *content))
