from dataclasses import replace

import pypdf
import pytest

from cmdesk.export.blocks import Flow, Heading, Look, PageBreak, Paragraph, Piece, Sourcing
from cmdesk.export.pdf.footnotes import room_of
from cmdesk.export.pdf.typesetter import paged
from cmdesk.model.language import Language
from cmdesk.progress import SILENT


@pytest.fixture
def cited(document, english):
    """Paragraphs that each cite a record, and the list of records on a page of its own."""

    def made(sourcing: Sourcing, count: int = 60):
        claims = [
            Paragraph(
                Look.BODY, Flow(Language.ENGLISH, (*english().pieces, Piece(f"[{n}]", raised=True, anchor=f"e{n}")))
            )
            for n in range(count)
        ]
        entries = [Paragraph(Look.ENTRY, english(f"Record{n} of it."), f"[{n}]", f"e{n}") for n in range(count)]
        heading = Heading(1, "", (english("Evidence"),), "evidence")
        return replace(document(*claims, PageBreak(), heading, *entries), sourcing=sourcing)

    return made


def records(page: pypdf.PageObject) -> set[str]:
    return {word.removeprefix("Record") for word in page.extract_text().split() if word.startswith("Record")}


def marks(page: pypdf.PageObject) -> set[str]:
    text = page.extract_text().replace("[", " [").replace("]", "] ")
    return {word.strip("[]") for word in text.split() if word.startswith("[")}


def test_each_page_notes_what_it_cites_and_nothing_else(cited, written):
    pages = list(pypdf.PdfReader(written(cited(Sourcing.FOOTNOTES))).pages)
    texts = pages[: next(at for at, page in enumerate(pages) if "Evidence" in page.extract_text())]
    assert len(texts) > 5
    assert all(records(page) == marks(page) and records(page) for page in texts)


@pytest.mark.parametrize("sourcing", [Sourcing.MARKS, Sourcing.ENDNOTES])
def test_without_footnotes_records_stand_in_their_list_alone(cited, written, sourcing):
    first, *_ = pypdf.PdfReader(written(cited(sourcing))).pages
    assert records(first) == set()


def test_text_and_notes_never_meet(cited, fonts):
    made = cited(Sourcing.FOOTNOTES)
    height = (made.page.height - made.page.top - made.page.bottom) / 25.4 * 72
    for leaf in paged(made, fonts, SILENT):
        last = leaf.placed[-1]
        assert last.drop + last.box.height + room_of(leaf.notes) <= height + 0.01


def test_a_record_cited_twice_on_a_page_is_noted_once(cited, fonts):
    made = cited(Sourcing.FOOTNOTES, 1)
    (first, *_) = paged(replace(made, blocks=(made.blocks[0], *made.blocks)), fonts, SILENT)
    assert len(first.notes) == 1


def test_notes_longer_than_a_page_leave_room_for_what_cites_them(document, english, fonts):
    claim = Paragraph(Look.BODY, Flow(Language.ENGLISH, (Piece("Said."), Piece("[1]", raised=True, anchor="e"))))
    entry = Paragraph(Look.ENTRY, english("word " * 3000), "[1]", "e")
    made = replace(document(claim, claim, PageBreak(), entry), sourcing=Sourcing.FOOTNOTES)
    (first, *_) = paged(made, fonts, SILENT)
    assert len(first.placed) == 2


def test_notes_are_tagged_with_names_of_their_own(cited, written):
    reader = pypdf.PdfReader(written(cited(Sourcing.FOOTNOTES, 3)))
    kids = reader.root_object["/StructTreeRoot"]["/K"].get_object()["/K"]
    names = [kid.get_object()["/ID"] for kid in kids if kid.get_object()["/S"] == "/Note"]
    assert len({*names}) == 3
