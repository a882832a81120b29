"""Numbers that are fields, notes below their marks, and what nobody may change."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from word_files import Opened, R, W, flow, of, style_of, text

from cmdesk.export.blocks import Heading, Look, Pair, Paragraph, Piece, Sourcing
from cmdesk.export.compose import Languages, compose
from cmdesk.export.profile import Backing, Inclusion, profile_of
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language

MARK = Piece("[5, p. 4]", anchor="evidence-5", raised=True)
CLAIM = Paragraph(Look.BODY, flow("Claim", MARK))
ENTRY = Paragraph(Look.ENTRY, flow("Source ", Piece("page", link="https://a.b/")), label="[5]", anchor="evidence-5")


def instructions(opened: Opened) -> list[str]:
    return [each.text.strip() for each in opened.all("instrText")]


def errors(opened: Opened) -> list[str]:
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=20).validate(opened.path)
    return [str(error) for error in found.errors]


def test_an_entry_counts_itself_and_marks_ask_it_for_its_number(made: Callable[..., Opened]) -> None:
    opened = made(CLAIM, ENTRY)
    assert instructions(opened) == ["REF evidence_5 \\h", "SEQ evidence \\* ARABIC"]
    assert [text(each) for each in opened.all("p")] == ["Claim[5, p. 4]", "[5]\tSource page"]


def test_the_bookmark_that_marks_ask_holds_the_number_alone(made: Callable[..., Opened]) -> None:
    opened = made(CLAIM, ENTRY)
    [start] = [each for each in opened.all("bookmarkStart") if each.get(f"{W}name") == "evidence_5"]
    inside = []
    for each in start.itersiblings():
        if each.tag == f"{W}bookmarkEnd":
            break
        inside.append("".join(found.text or "" for found in each.iter(f"{W}t")))
    assert "".join(inside) == "5"


def test_the_entry_in_the_other_language_asks_too(made: Callable[..., Opened]) -> None:
    thai = Paragraph(Look.ENTRY, flow("ก", language=Language.THAI), label="[5]", anchor="evidence-5")
    english = Paragraph(Look.ENTRY, flow("a"), label="[5]", refers="evidence-5")
    assert instructions(made(Pair(thai, english))) == ["SEQ evidence \\* ARABIC", "REF evidence_5 \\h"]


def test_thai_digits_are_no_fields(made: Callable[..., Opened]) -> None:
    thai = Paragraph(Look.ENTRY, flow("ก", language=Language.THAI), label="[๕]", anchor="evidence-5")
    mark = flow("ข", Piece("[๕]", anchor="evidence-5", raised=True), language=Language.THAI)
    assert instructions(made(thai, Paragraph(Look.BODY, mark))) == []


def test_every_field_asks_for_a_place_that_is_there(whole: Opened) -> None:
    places = set(whole.values("bookmarkStart", "name"))
    asked = [each.split()[1] for each in instructions(whole) if each.startswith("REF")]
    assert asked
    assert set(asked) <= places


@pytest.mark.parametrize(("sourcing", "name"), [(Sourcing.FOOTNOTES, "footnote"), (Sourcing.ENDNOTES, "endnote")])
def test_a_mark_has_its_record_in_a_note_under_the_same_mark(made, sourcing: Sourcing, name: str) -> None:
    opened = made(document=replace(of(CLAIM, CLAIM, ENTRY), sourcing=sourcing))
    part = opened.part(f"word/{name}s.xml")
    notes = {each.get(f"{W}id"): text(each) for each in part.iter(f"{W}{name}") if each.get(f"{W}type") is None}
    marks = [(each.get(f"{W}id"), text(each.getparent())) for each in opened.all(f"{name}Reference")]
    assert marks == [("1", "[5, p. 4]"), ("2", "[5, p. 4]")]
    assert notes == dict.fromkeys("12", "[5, p. 4]\tSource page")
    assert errors(opened) == []


def test_links_in_notes_are_relationships_of_the_notes(made: Callable[..., Opened]) -> None:
    opened = made(document=replace(of(CLAIM, ENTRY), sourcing=Sourcing.FOOTNOTES))
    relations = {each.get("Id"): each.get("Target") for each in opened.part("word/_rels/footnotes.xml.rels")}
    [link] = opened.part("word/footnotes.xml").iter(f"{W}hyperlink")
    assert relations[link.get(f"{R}id")] == "https://a.b/"


def test_each_language_has_its_own_notes(dossier: Dossier, made: Callable[..., Opened]) -> None:
    opened = made(document=replace(compose(dossier, Languages.BOTH), sourcing=Sourcing.FOOTNOTES))
    notes = [text(each) for each in opened.part("word/footnotes.xml").iter(f"{W}footnote")]
    assert any("แผนเมือง" in note for note in notes)
    assert any("City plan" in note for note in notes)
    assert errors(opened) == []


def test_a_mark_whose_record_is_not_in_the_document_has_no_note(dossier: Dossier, made: Callable[..., Opened]) -> None:
    included = replace(Inclusion(), evidence=Backing.NOWHERE, sources=Sourcing.FOOTNOTES)
    opened = made(document=compose(dossier, replace(profile_of(Languages.ENGLISH), included=included)))
    assert opened.all("footnoteReference") == []
    assert errors(opened) == []


def test_a_record_shown_again_is_noted_in_full(dossier: Dossier, made: Callable[..., Opened]) -> None:
    included = replace(Inclusion(), evidence=Backing.BESIDE_CLAIMS, sources=Sourcing.ENDNOTES)
    opened = made(document=compose(dossier, replace(profile_of(Languages.ENGLISH), included=included)))
    notes = [text(each) for each in opened.part("word/endnotes.xml").iter(f"{W}endnote")]
    assert not any("shown above" in note for note in notes)


def test_a_document_without_notes_has_no_part_for_them(whole: Opened) -> None:
    assert not any("notes.xml" in name for name in whole.parts)


def test_what_the_form_asks_can_be_locked(made: Callable[..., Opened]) -> None:
    blocks = Heading(2, "A1", (flow("Plan"),), "question-A1"), Paragraph(Look.GUIDANCE, flow("Tell")), CLAIM
    opened = made(document=replace(of(*blocks), protects_questions=True))
    locked = [text(each) for each in opened.all("sdt") if each.find(f"{W}sdtPr/{W}lock") is not None]
    assert locked == ["A1\tPlan", "Tell"]
    assert errors(opened) == []


def test_nothing_is_locked_unless_it_is_wanted(whole: Opened) -> None:
    assert whole.all("lock") == []


def test_notes_have_styles_of_their_own(made: Callable[..., Opened]) -> None:
    opened = made(document=replace(of(CLAIM, ENTRY), sourcing=Sourcing.FOOTNOTES))
    notes = opened.part("word/footnotes.xml")
    paragraphs = [each for each in notes.iter(f"{W}p") if each.find(f"{W}pPr/{W}pStyle") is not None]
    assert {style_of(each) for each in paragraphs} == {"FootnoteText"}
