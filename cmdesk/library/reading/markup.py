"""XML of others: no document type, no entities, nothing fetched, and no more elements than one may have."""

import io
import re
from collections.abc import Iterator
from typing import Any, TypeAlias

from lxml import etree

from cmdesk.library.reading.found import Trouble
from cmdesk.library.reading.limits import ELEMENTS
from cmdesk.library.reading.refused import Refused

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml gives its element no public name
_DOCTYPE = "<!DOCTYPE"
_SPELLINGS = tuple(_DOCTYPE.encode(code) for code in ("ascii", "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"))
_DECLARED = re.compile(rb"""\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([^"']{0,40})""")
_ENCODINGS = (b"UTF-8", b"UTF-16", b"UTF-16LE", b"UTF-16BE", b"ASCII", b"US-ASCII", b"ISO-8859-1")
"""In others, such as UTF-7, a document type could hide from the search for its letters."""


def elements(content: bytes, name: str, most: int = ELEMENTS) -> Iterator[tuple[str, Element]]:
    """Starts and ends of the elements of a part, in order; what has ended is emptied once the next event is asked for.

    Refused when it has a document type, is damaged or has more than `most` elements.
    """
    if any(spelling in content for spelling in _SPELLINGS):
        raise Refused(Trouble.DOCTYPE, name)
    declared = _DECLARED.match(content)
    if declared is not None and declared[1].upper() not in _ENCODINGS:
        raise Refused(Trouble.DAMAGED, f"{name}: {declared[1].decode('ascii', 'replace')}")
    parser = etree.iterparse(
        io.BytesIO(content),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )
    try:
        yield from _counted(parser, name, most)
    except etree.XMLSyntaxError as error:
        raise Refused(Trouble.DAMAGED, f"{name}: {error.msg}") from error


def _counted(parser: Iterator[tuple[str, Element]], name: str, most: int) -> Iterator[tuple[str, Element]]:
    count = 0
    for event, element in parser:
        if event == "start":
            count += 1
            if count == 1:
                _check_root(element, name)
            if count > most:
                raise Refused(Trouble.TOO_MANY_ELEMENTS, name)
        yield event, element
        if event == "end":
            element.clear()
            _drop_earlier(element)


def _check_root(root: Element, name: str) -> None:
    document: Any = root.getroottree().docinfo  # its stub lacks the document type
    if document.doctype:
        raise Refused(Trouble.DOCTYPE, name)


def _drop_earlier(element: Element) -> None:
    """Let go of what stands before an element that has ended, so that a flood fills no memory."""
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]


def local(element: Element) -> str:
    """Name of an element without its namespace."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: Element, name: str) -> str:
    """Value of an attribute by its name without namespace; empty when it has none."""
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), "")
