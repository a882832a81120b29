"""The structure tree, read back by another program's library."""

from collections.abc import Iterator
from typing import NamedTuple

import pypdf
import pytest
from pypdf.generic import DictionaryObject, IndirectObject

from cmdesk.export.blocks import Cell, Contents, Cover, Flow, Heading, Look, PageBreak, Pair, Paragraph, Piece, Table
from cmdesk.export.pdf.tags import Headings
from cmdesk.model.language import Language


class Element(NamedTuple):
    """A node as the file has it: tag, language, depth, and the numbers of its marked contents by page."""

    tag: str
    language: str
    depth: int
    marks: tuple[tuple[int, int], ...]
    raw: DictionaryObject


@pytest.fixture
def tree(written):
    def read(document) -> tuple[pypdf.PdfReader, list[Element]]:
        reader = pypdf.PdfReader(written(document))
        pages = {page.indirect_reference.idnum: number for number, page in enumerate(reader.pages)}
        top = reader.root_object["/StructTreeRoot"]["/K"]
        return reader, list(elements(top.get_object(), pages, 0))

    return read


def elements(raw: DictionaryObject, pages: dict[int, int], depth: int) -> Iterator[Element]:
    kids = raw.get("/K", [])
    marks: list[tuple[int, int]] = []
    inner: list[DictionaryObject] = []
    for kid in kids:
        thing = kid.get_object() if isinstance(kid, IndirectObject) else kid
        if isinstance(thing, int):
            marks.append((pages[raw.raw_get("/Pg").idnum], int(thing)))
        elif thing.get("/Type") == "/MCR":
            marks.append((pages[thing.raw_get("/Pg").idnum], int(thing["/MCID"])))
        elif thing.get("/Type") != "/OBJR":
            inner.append(thing)
    yield Element(raw["/S"][1:], raw.get("/Lang", ""), depth, tuple(marks), raw)
    for thing in inner:
        yield from elements(thing, pages, depth + 1)


def tags(found: list[Element]) -> list[str]:
    return [element.tag for element in found]


def test_the_file_says_that_it_is_tagged(tree, everything):
    reader, _ = tree(everything)
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert {page["/Tabs"] for page in reader.pages} == {"/S"}


def test_every_part_of_a_page_belongs_to_one_element_which_the_parent_tree_names(tree, everything):
    reader, found = tree(everything)
    leaves = reader.root_object["/StructTreeRoot"]["/ParentTree"]["/Kids"]
    numbers: dict[int, object] = {}
    for leaf in leaves:
        flat = leaf.get_object()["/Nums"]
        numbers.update(zip(flat[::2], flat[1::2], strict=True))
    owners = {mark: element.raw for element in found for mark in element.marks}
    assert len(owners) == sum(len(element.marks) for element in found)
    for number, page in enumerate(reader.pages):
        parents = numbers[page["/StructParents"]].get_object()
        assert len(parents) == page.get_contents().get_data().count(b"/MCID")
        for mark, parent in enumerate(parents):
            assert owners[number, mark] == parent.get_object()


def test_all_that_is_shown_is_tagged_or_an_ornament(tree, everything):
    reader, _ = tree(everything)
    for page in reader.pages:
        depth = 0
        for line in page.get_contents().get_data().decode("latin-1").split("\n"):
            depth += line.count("BDC") - line.count("EMC")
            if line.startswith("BT") or " re f" in line:
                assert depth >= 0
        assert depth == 0


def test_headings_go_down_by_one_level_at_a_time():
    levels = Headings()
    assert [levels.tag(level).value for level in (2, 3, 1, 4, 9)] == ["H1", "H2", "H1", "H2", "H3"]


def test_a_pair_is_read_thai_first_and_each_side_in_its_language(tree, document, thai, english):
    pair = Pair(Paragraph(Look.BODY, thai(thai().plain * 8)), Paragraph(Look.BODY, english(english().plain * 8)))
    _, found = tree(document(pair))
    assert [(element.tag, element.language) for element in found] == [("Document", "en"), ("P", "th"), ("P", "en")]
    assert [{page for page, _ in element.marks} for element in found[1:]] == [{0, 1}, {0, 1}]


def test_neighbours_with_labels_make_a_list(tree, document, english):
    items = [Paragraph(Look.BULLET, english(f"item {number}"), "•") for number in range(2)]
    numbered = Paragraph(Look.NUMBERED, english("first"), "1.")
    _, found = tree(document(*items, numbered))
    item = ["LI", "Lbl", "LBody"]
    assert tags(found) == ["Document", "L", *item, *item, "L", *item]


def test_a_table_has_its_heads_once_and_every_cell_a_place(tree, document, english):
    head = tuple(Cell((english(words),)) for words in ("Measure", "Value"))
    rows = tuple((Cell((english(f"row {number}"),)), Cell(())) for number in range(60))
    reader, found = tree(document(Table(head, rows, (0.5, 0.5))))
    assert len(reader.pages) > 1
    assert (tags(found).count("TH"), tags(found).count("TR"), tags(found).count("TD")) == (2, 61, 120)
    heads = [element.raw for element in found if element.tag == "TH"]
    assert {raw["/A"]["/Scope"] for raw in heads} == {"/Column"}


def test_contents_are_links_to_their_headings(tree, document, english, thai):
    heading = Heading(1, "A1", (english("Plan"), thai("แผน")), "plan")
    _, found = tree(document(Contents((english("Contents"),)), PageBreak(), heading))
    assert tags(found)[3:6] == ["TOC", "TOCI", "Link"]
    assert [element.language for element in found if element.tag == "Span" and element.language] == [
        "en",
        "en",
        "th",
        "en",
        "th",
    ]


def test_a_link_in_a_paragraph_stands_where_it_is_read(tree, document):
    pieces = (Piece("before "), Piece("here", link="https://example.org"), Piece(" after"))
    reader, found = tree(document(Paragraph(Look.BODY, Flow(Language.ENGLISH, pieces))))
    assert tags(found) == ["Document", "P", "Span", "Link", "Span"]
    (note,) = (note.get_object() for note in reader.pages[0]["/Annots"])
    assert (note["/Contents"], note["/F"]) == ("https://example.org", 4) or note["/F"] == 4


def test_the_furniture_is_not_read_aloud(tree, everything):
    reader, _ = tree(everything)
    for page in list(reader.pages)[1:]:
        assert b"/Artifact <</Type/Pagination>>BDC" in page.get_contents().get_data()


def test_a_cover_is_paragraphs_in_their_languages(tree, document, english, thai):
    _, found = tree(document(Cover((english("A city"), thai("เมือง")), (), ())))
    assert [(element.tag, element.language) for element in found[1:]] == [("P", "en"), ("P", "th")]


def test_metadata_name_the_document_and_claim_no_standard(everything, written):
    packet = pypdf.PdfReader(written(everything)).root_object["/Metadata"].get_data().decode()
    assert '<rdf:li xml:lang="x-default">Chiang Mai</rdf:li>' in packet
    assert "pdfuaid" not in packet
    assert "pdfaid" not in packet
