"""The structure tree in the file: every node with the contents that belong to it (PDF 32000-1, 14.7)."""

from typing import Any, NamedTuple, TypeAlias, cast

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFObject, PDFObjectReference

from cmdesk.export.pdf.tags import Node, Tag
from cmdesk.export.pdf.to_unicode import text_string

Book: TypeAlias = Any
"""reportlab's document, of which its type stubs know half."""
Area = tuple[float, float, float, float]
"""Left, bottom, right and top of something on a sheet."""

NUMBERS_IN_LEAF = 64
"""Entries in one object of the parent tree."""


def kept(document: Book, thing: PDFObject, name: str | None = None) -> PDFObjectReference:
    """The reference by which other objects of the file call this one."""
    return cast("PDFObjectReference", document.Reference(thing, name))


def at(document: Book, reference: PDFObjectReference) -> str:
    """A reference as it stands in the file."""
    return reference.format(document).decode("ascii")


class Letters(PDFObject):
    """An object of the file whose letters we write ourselves."""

    __RefOnly__ = 1

    def __init__(self, letters: str = "") -> None:
        self.letters = letters

    def format(self, _document: Book) -> bytes:
        """The object as it stands in the file."""
        return self.letters.encode("ascii")


class _Kid(NamedTuple):
    """What an element holds: another element, or something of a page."""

    entry: str
    page: str = ""
    marked: bool = False


class Element(Letters):
    """One node in the file, with what belongs to it in the order of reading."""

    def __init__(self, node: Node, parent: str, number: int) -> None:
        super().__init__()
        self._number = number
        self.node = node
        self.area: Area | None = None
        self._parent = parent
        self._kids: list[_Kid] = []

    def holds(self, entry: str, page: str = "", *, marked: bool = False) -> None:
        """Add an element, an annotation or marked contents."""
        self._kids.append(_Kid(entry, page, marked))

    def format(self, document: Book) -> bytes:
        """The element as it stands in the file."""
        node = self.node
        home = next((kid.page for kid in self._kids if kid.marked), "")
        entries = [f"/S/{node.tag.value}/P {self._parent}"]
        entries += [f"/Pg {at(document, PDFObjectReference(home))}"] if home else []
        entries += [f"/Lang({node.language.value})"] if node.language else []
        entries += [f"/Alt{text_string(node.alt)}"] if node.alt else []
        entries += [f"/ID(note-{self._number})"] if node.tag is Tag.NOTE else []
        entries += ["/A<</O/Table/Scope/Column>>"] if node.tag is Tag.HEAD_CELL else []
        entries += [f"/A<</O/Layout/Placement/Block/BBox[{_sides(self.area)}]>>"] if self.area else []
        kids = " ".join(_written(kid, home, document) for kid in self._kids)
        self.letters = f"<<{''.join(entries)}/K[{kids}]>>"
        return super().format(document)


def _written(kid: _Kid, home: str, document: Book) -> str:
    """A kid as it stands in an element most of whose contents are on the page `home`."""
    if not kid.page or (kid.marked and kid.page == home):
        return kid.entry
    page = at(document, PDFObjectReference(kid.page))
    return f"<</Type/MCR/Pg {page}/MCID {kid.entry}>>" if kid.marked else f"<</Type/OBJR/Pg {page}/Obj {kid.entry}>>"


def _sides(area: Area) -> str:
    return " ".join(f"{side:.2f}" for side in area)


class Structure:
    """The structure tree of one document while its pages are painted."""

    def __init__(self, document: Book) -> None:
        self._document = document
        self._elements: dict[Node, tuple[Element, str]] = {}
        self._marked: list[str] = []
        """The element of each marked part of the page."""
        self._parents: list[str] = []
        """For each page its elements, for each annotation its one: what the parent tree tells."""
        self._root = PDFDictionary({"Type": "/StructTreeRoot"})
        self._root_at = at(document, kept(document, self._root))

    def element(self, node: Node) -> Element:
        """A node in the file; it comes after the siblings that were asked for before."""
        return self._known(node)[0]

    def _known(self, node: Node) -> tuple[Element, str]:
        found = self._elements.get(node)
        if found is None:
            parent, place = self._known(node.within) if node.within else (None, self._root_at)
            made = Element(node, place, len(self._elements))
            found = self._elements[node] = made, at(self._document, kept(self._document, made))
            if parent:
                parent.holds(found[1])
        return found

    def mark(self, node: Node) -> int:
        """Number of the next marked part of the page, which belongs to a node."""
        element, place = self._known(node)
        element.holds(str(len(self._marked)), self._page, marked=True)
        self._marked.append(place)
        return len(self._marked) - 1

    @property
    def _page(self) -> str:
        return str(self._document.thisPageName())

    def annotation(self, node: Node, entries: dict[str, object]) -> PDFObjectReference:
        """An annotation of the page that belongs to a node, made of its entries."""
        element, place = self._known(node)
        reference = kept(self._document, PDFDictionary({**entries, "StructParent": len(self._parents)}))
        self._parents.append(place)
        element.holds(at(self._document, reference), self._page)
        return reference

    def end_page(self) -> int:
        """Number under which the parent tree knows the page that ends here."""
        self._parents.append(f"[{' '.join(self._marked)}]")
        self._marked = []
        return len(self._parents) - 1

    def finish(self, top: Node) -> None:
        """Enter the tree below its top node in the document."""
        document = self._document
        leaves = [self._leaf(start) for start in range(0, len(self._parents), NUMBERS_IN_LEAF)]
        tree = kept(document, Letters(f"<</Kids[{' '.join(leaves)}]>>"))
        entries = {"K": self._known(top)[1], "ParentTree": tree, "ParentTreeNextKey": len(self._parents)}
        for key, value in entries.items():
            self._root[key] = value
        document.Catalog.StructTreeRoot = self._root
        document.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})

    def _leaf(self, start: int) -> str:
        entries = list(enumerate(self._parents))[start : start + NUMBERS_IN_LEAF]
        numbers = " ".join(f"{key} {value}" for key, value in entries)
        limits = f"{start} {entries[-1][0]}"
        leaf = Letters(f"<</Limits[{limits}]/Nums[{numbers}]>>")
        return at(self._document, kept(self._document, leaf))
