"""What a profile changes in a document."""

from dataclasses import replace

import pytest

from cmdesk.export.blocks import Block, Contents, Cover, Document, Flow, Heading, Look, Pair, Paragraph, Piece, Table
from cmdesk.export.compose import Languages, compose
from cmdesk.export.composing.dates import moment_in, span_in, year_in
from cmdesk.export.composing.digits import with_thai_digits
from cmdesk.export.exporting import Format, suggested_name
from cmdesk.export.profile import Backing, Digits, Era, Inclusion, Margin, Numbering, Profile, profile_of
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language, Wording

NOTHING = Inclusion(
    cover=False, contents=False, about=False, guidance=False, counts=False, status=False, evidence=Backing.NOWHERE
)


def profile(languages: Languages = Languages.ENGLISH, **more: object) -> Profile:
    return Profile("own", Wording(), Wording(), languages, **more)


def paragraphs(document: Document) -> list[Paragraph]:
    return [each for block in document.blocks for each in _of(block)]


def _of(block: Block) -> list[Paragraph]:
    if isinstance(block, Pair):
        return [each for each in (block.thai, block.english) if each]
    return [block] if isinstance(block, Paragraph) else []


def looks(document: Document) -> set[Look]:
    return {each.look for each in paragraphs(document)}


def test_languages_alone_mean_the_house_style(dossier: Dossier) -> None:
    assert compose(dossier, Languages.BOTH) == compose(dossier, profile_of(Languages.BOTH))


def test_what_is_not_included_is_not_there(dossier: Dossier) -> None:
    document = compose(dossier, profile(included=NOTHING))
    assert isinstance(document.blocks[0], Heading)
    assert not any(isinstance(block, Cover | Contents) for block in document.blocks)
    assert looks(document) & {Look.GUIDANCE, Look.COUNT, Look.ENTRY, Look.NOTE} == {Look.NOTE}
    assert next(each.flow.plain for each in paragraphs(document) if each.look is Look.NOTE) == "Gladly"


def test_a_cover_alone_is_followed_by_a_new_page(dossier: Dossier) -> None:
    blocks = compose(dossier, profile(included=replace(NOTHING, cover=True))).blocks
    assert [type(block).__name__ for block in blocks[:3]] == ["Cover", "PageBreak", "Heading"]


def test_the_state_of_the_draft_can_be_left_out(dossier: Dossier) -> None:
    document = compose(dossier, profile(included=replace(Inclusion(), status=False)))
    cover = document.blocks[0]
    assert isinstance(cover, Cover)
    assert not any("draft" in line.plain for line in cover.lines)
    assert not any("Signed on" in each.flow.plain for each in paragraphs(document))


def test_marks_lead_nowhere_when_the_evidence_is_left_out(dossier: Dossier) -> None:
    document = compose(dossier, profile(included=replace(Inclusion(), evidence=Backing.NOWHERE)))
    pieces = [piece for each in paragraphs(document) for piece in each.flow.pieces if piece.raised]
    assert [piece.text for piece in pieces] == ["[2, p. 4]"]
    assert {piece.anchor for piece in pieces} == {""}


def test_evidence_beside_its_claims_stands_in_full_once(dossier: Dossier) -> None:
    document = compose(dossier, profile(included=replace(Inclusion(), evidence=Backing.BESIDE_CLAIMS)))
    entries = [(each.label, each.anchor, each.flow.plain) for each in paragraphs(document) if each.look is Look.BACKING]
    assert entries == [
        ("[1]", "evidence-1", "Area · Statistic · 40.216 km²"),
        ("[1]", "", "Area, shown above"),
        ("[2]", "evidence-2", "City plan · Document · 5 April 2023 · Municipality\nhttps://example.org/plan"),
    ]


def test_evidence_stands_right_below_its_claim(dossier: Dossier) -> None:
    document = compose(dossier, profile(included=replace(Inclusion(), evidence=Backing.BESIDE_CLAIMS)))
    blocks = list(document.blocks)
    claim = next(
        place for place, block in enumerate(blocks) if isinstance(block, Paragraph) and block.look is Look.BODY
    )
    assert [block.label for block in blocks[claim + 1 : claim + 3] if isinstance(block, Paragraph)] == ["[1]", "[2]"]


def test_notes_have_a_column_to_be_written_in(dossier: Dossier) -> None:
    document = compose(dossier, profile(Languages.BOTH, included=replace(Inclusion(), notes=Margin.COLUMN)))
    assert {block.notes for block in document.blocks if isinstance(block, Pair)} == {()}


def test_numbers_are_as_the_profile_wants_them(dossier: Dossier) -> None:
    document = compose(dossier, profile(numbering=Numbering(parts=True, questions=False, totals=False)))
    numbers = [block.number for block in document.blocks if isinstance(block, Heading)]
    assert numbers[:4] == ["1", "", "", "2"]
    assert document.footer.plain == "Page {page}"


def test_the_page_and_the_looks_are_those_of_the_profile(dossier: Dossier) -> None:
    mine = profile()
    assert (compose(dossier, mine).page, compose(dossier, mine).looks) == (mine.page, mine.looks)


def test_a_file_is_named_after_its_profile(dossier: Dossier) -> None:
    assert suggested_name(dossier, Format.HTML, profile()) == "Chiang Mai, a learning city (own).html"


def test_thai_digits_stand_in_thai_text_alone(dossier: Dossier) -> None:
    document = compose(dossier, profile(Languages.BOTH, digits=Digits.THAI))
    pairs = [block for block in document.blocks if isinstance(block, Pair)]
    first = next(pair for pair in pairs if pair.thai and "มีแผน" in pair.thai.flow.plain)
    assert first.thai is not None
    assert first.english is not None
    assert "๔๐.๒๑๖" in first.thai.flow.plain
    assert "40.216" in first.english.flow.plain


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("พ.ศ. 2566", "พ.ศ. ๒๕๖๖"),
        ("ฝุ่น PM2.5 สูง 37 หน่วย", "ฝุ่น PM2.5 สูง ๓๗ หน่วย"),
        ("ข้อ A7 และ a@b5.th", "ข้อ A7 และ a@b5.th"),
        ("https://example.org/2024 ปี 2567", "https://example.org/2024 ปี ๒๕๖๗"),
    ],
)
def test_digits_beside_latin_letters_stay(text: str, shown: str) -> None:
    flow = Flow(Language.THAI, (Piece(text), Piece("https://a.b/1", link="https://a.b/1")))
    document = Document("t", Language.THAI, flow, flow, (Paragraph(Look.BODY, flow),))
    made = with_thai_digits(document).blocks[0]
    assert isinstance(made, Paragraph)
    assert made.flow.plain == shown + "https://a.b/1"


def test_every_block_has_its_thai_digits(dossier: Dossier) -> None:
    document = compose(dossier, profile(Languages.THAI, digits=Digits.THAI, numbering=Numbering(parts=True)))
    assert document.thai_digits
    [heading] = [block for block in document.blocks if isinstance(block, Heading) and block.anchor == "part-1"]
    cover, tables = document.blocks[0], [block for block in document.blocks if isinstance(block, Table)]
    assert heading.number == "๑"
    assert isinstance(cover, Cover)
    assert any("๒๕๖๓" in line.plain for line in cover.lines)
    assert any("๔๐.๒๑๖" in flow.plain for table in tables for row in table.rows for cell in row for flow in cell.flows)
    assert [each.label for each in paragraphs(document) if each.look is Look.NUMBERED] == ["๑.", "๒.", "๑."]


@pytest.mark.parametrize(
    ("moment", "thai", "english"),
    [
        (PartialDate(2023, 4, 5), "5 เมษายน ค.ศ. 2023", "5 April 2023"),
        (PartialDate(2023, 4), "เมษายน ค.ศ. 2023", "April 2023"),
        (PartialDate(2023), "ค.ศ. 2023", "2023"),
        (PartialDate(2020, 2, 29), "29 กุมภาพันธ์ ค.ศ. 2020", "29 February 2020"),
    ],
)
def test_a_date_of_the_common_era_says_so_in_thai(moment: PartialDate, thai: str, english: str) -> None:
    assert moment_in(Era.COMMON, moment, Language.THAI) == thai
    assert moment_in(Era.COMMON, moment, Language.ENGLISH) == english
    assert "ค.ศ." not in moment_in(Era.BUDDHIST, moment, Language.THAI)


def test_both_ends_of_a_period_are_in_the_same_era() -> None:
    period = Period(PartialDate(2020, 9, 23), PartialDate(2022, 11, 8))
    assert span_in(Era.COMMON, period, Language.THAI) == "23 กันยายน ค.ศ. 2020 – 8 พฤศจิกายน ค.ศ. 2022"
    assert span_in(Era.COMMON, Period(PartialDate(2020), PartialDate(2023)), Language.THAI) == "ค.ศ. 2020–ค.ศ. 2023"


def test_a_bare_year_is_in_the_era_of_its_language() -> None:
    years = [year_in(era, 2020, language) for era in Era for language in Language]
    assert years == ["2563", "2020", "2020", "2020"]
