"""A comparison as a document, for those who decide."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from cmdesk.comparing import Kind
from cmdesk.export.blocks import Document, Heading, Pair, Paragraph, Piece, Table
from cmdesk.export.comparing import FORMATS, changes_name, export_changes
from cmdesk.export.compose import Languages
from cmdesk.export.composing.changes import Names, changes_document
from cmdesk.export.exporting import Format
from cmdesk.export.profile import Digits, profile_of
from cmdesk.model.answer import Paragraph as Written
from cmdesk.model.answer import ParagraphKind
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId, ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Citation, Figure, Span, Text
from cmdesk.versions.comparison import Comparison, LineChange, compare_dossiers
from cmdesk.versions.naming import backup_title, now_title, version_title
from cmdesk.versions.wording import said

Rewritten = Callable[..., Dossier]
AT = datetime(2023, 4, 5, 9, 30, tzinfo=UTC)
NAMES = Names(Wording("ร่างแรก", "First draft"), Wording("ตอนนี้", "Now"))
PAPER, AREA = EvidenceId(ulid(1, 7)), EvidenceId(ulid(2, 7))


def pid(number: int) -> ParagraphId:
    return ParagraphId(ulid(number, 1))


def paragraph(number: int, thai: str, english: str, kind: ParagraphKind = ParagraphKind.BODY) -> Written:
    return Written(pid(number), f"{number:03}", kind, thai=Text.of(thai), english=Text.of(english))


def shown(comparison: Comparison, languages: Languages = Languages.BOTH) -> Document:
    return changes_document(comparison, NAMES, languages)


def of_type(document: Document, kind: type) -> list[object]:
    return [block for block in document.blocks if isinstance(block, kind)]


def english_pieces(document: Document) -> list[Piece]:
    pairs = [block.english for block in document.blocks if isinstance(block, Pair) and block.english]
    return [piece for side in pairs[1:] for piece in side.flow.pieces]  # the first one is the legend


@pytest.fixture
def seven(draft: Dossier, rewritten: Rewritten) -> Comparison:
    """Five libraries became seven, in English only."""
    return compare_dossiers(draft, rewritten(paragraph(3, "มีห้องสมุดห้าแห่ง", "There are seven libraries.")))


def test_what_changed_is_struck_and_inserted(seven: Comparison) -> None:
    marked = [(piece.text, piece.struck, piece.inserted) for piece in english_pieces(shown(seven))]
    assert marked[1:3] == [("five", True, False), ("seven", False, True)]


def test_only_sections_that_changed_are_there(seven: Comparison) -> None:
    headings = [block.number for block in shown(seven).blocks if isinstance(block, Heading)]
    assert headings == ["", "A1"]


def test_both_states_are_named(seven: Comparison) -> None:
    (table,) = [block for block in shown(seven).blocks if isinstance(block, Table)]
    assert [row[1].flows[-1].plain for row in table.rows] == [
        "First draft",
        "Now",
        "1 changed, 0 added, 0 taken out, 0 moved",
    ]


def test_a_change_of_the_other_language_is_not_in_a_document_of_one(seven: Comparison) -> None:
    headings = [block.number for block in shown(seven, Languages.THAI).blocks if isinstance(block, Heading)]
    assert headings == [""]


def test_nothing_is_said_to_have_changed_when_nothing_did(draft: Dossier) -> None:
    document = shown(compare_dossiers(draft, draft), Languages.ENGLISH)
    last = document.blocks[-1]
    assert isinstance(last, Paragraph)
    assert last.flow.plain == "Nothing changed."


def test_a_new_paragraph_is_named_so(draft: Dossier, rewritten: Rewritten) -> None:
    after = rewritten(paragraph(4, "ใหม่", "New.", ParagraphKind.BULLET))
    document = shown(compare_dossiers(draft, after), Languages.ENGLISH)
    words = [(block.flow.plain, block.label) for block in document.blocks if isinstance(block, Paragraph)]
    assert words[-2:] == [("Added", ""), ("New.", "•")]


def test_a_citation_that_stayed_has_its_number(draft: Dossier, rewritten: Rewritten) -> None:
    cited = Text((Span("The city has a better plan."), Citation(PAPER)))
    after = rewritten(replace(draft.prose(QuestionId("A1")).paragraphs[0], english=cited))
    pair = next(block for block in shown(compare_dossiers(draft, after)).blocks[-1:] if isinstance(block, Pair))
    assert pair.thai is not None
    assert pair.thai.flow.pieces[-1] == Piece("[1]", raised=True)


def test_thai_digits_reach_the_comparison(seven: Comparison) -> None:
    manner = replace(profile_of(Languages.THAI), digits=Digits.THAI)
    names = replace(NAMES, before=Wording("ร่าง 2566", "Draft"))
    (table,) = [block for block in changes_document(seven, names, manner).blocks if isinstance(block, Table)]
    assert table.rows[0][1].flows[0].plain == "ร่าง ๒๕๖๖"


@pytest.mark.parametrize("form", FORMATS)
def test_it_is_written_in_every_format_that_can_show_it(seven: Comparison, form: Format, tmp_path: Path) -> None:
    target = tmp_path / changes_name(seven.after, form, Languages.BOTH)
    receipt = export_changes(seven, NAMES, form, Languages.BOTH, target)
    assert receipt.size == target.stat().st_size > 0
    assert target.name == f"Chiang Mai (changes){form.suffix}"


def line_of(comparison: Comparison) -> LineChange:
    return comparison.changed[0].changed[0]


def test_a_deleted_citation_reads_by_its_title_of_then(rewritten: Rewritten) -> None:
    before = rewritten(replace(paragraph(3, "ก", ""), english=Text((Span("Five"), Citation(PAPER, "p. 4")))))
    comparison = compare_dossiers(before, rewritten(paragraph(3, "ก", "Five")).without_evidence(PAPER))
    parts = [(part.words, part.kind) for part in said(line_of(comparison), Language.ENGLISH, comparison)]
    assert parts == [("Five", Kind.SAME), (" [City plan, p. 4]", Kind.DELETED)]


def test_a_source_that_is_gone_is_told(draft: Dossier, rewritten: Rewritten) -> None:
    after = rewritten(replace(paragraph(3, "ก", ""), english=Text((Citation(EvidenceId(ulid(8, 8))),))))
    comparison = compare_dossiers(draft, after)
    assert list(said(line_of(comparison), Language.ENGLISH, comparison))[-1].words == " [source missing]"


@pytest.mark.parametrize(("record", "words"), [(AREA, "40.2 km²"), (EvidenceId(ulid(8, 8)), "[?]")])
def test_a_figure_is_written_out(draft: Dossier, rewritten: Rewritten, record: EvidenceId, words: str) -> None:
    after = rewritten(replace(paragraph(4, "ก", ""), english=Text((Figure(record),))))
    comparison = compare_dossiers(draft, after)
    assert [part.words for part in said(line_of(comparison), Language.ENGLISH, comparison)] == [words]


def test_a_version_is_named_with_its_day_in_the_readers_era() -> None:
    named = version_title("First draft", AT)
    assert named.english == "First draft, 5 April 2023"
    assert named.thai.endswith("5 เมษายน 2566")


def test_an_automatic_version_is_named_by_its_day() -> None:
    assert version_title("", AT).english == "End of 5 April 2023"


def test_a_backup_is_named_by_day_and_time() -> None:
    assert backup_title(AT).english.startswith("5 April 2023, ")


def test_the_present_has_a_name() -> None:
    assert now_title().english == "Now"


def test_braces_in_a_name_are_only_letters() -> None:
    assert version_title("{date}", AT).english == "{date}, 5 April 2023"
