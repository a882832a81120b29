from collections.abc import Callable
from dataclasses import replace

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from word_files import Opened, W

from cmdesk.export import profiles
from cmdesk.export.compose import compose
from cmdesk.model.dossier import Dossier

SHIPPED = profiles.available()
IDS = [each.id for each in SHIPPED]


@pytest.fixture
def styled(dossier: Dossier, made: Callable[..., Opened]):
    return lambda name: made(document=compose(dossier, profiles.named(name)))


@pytest.mark.parametrize("name", IDS)
def test_a_validator_finds_no_fault_in_any_shipped_style(styled, name: str) -> None:
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=20).validate(styled(name).path)
    assert [str(error) for error in found.errors] == []


def test_the_official_style_has_letters_of_16_points_for_both_scripts(styled) -> None:
    normal = styled("thai-official").style("Normal").find(f"{W}rPr")
    assert [normal.find(f"{W}{name}").get(f"{W}val") for name in ("sz", "szCs")] == ["32", "32"]


def test_pages_in_thai_digits_are_numbered_so_by_word_itself(styled) -> None:
    opened = styled("thai-official")
    assert opened.values("pgNumType", "fmt") == ["thaiNumbers"]
    assert "thaiNumbers" in [each.get(f"{W}val") for each in opened.part("word/numbering.xml").iter(f"{W}numFmt")]
    assert opened.styled("TOC1")[0].endswith("\t๓")


def test_a_sheet_that_lies_says_so(styled) -> None:
    size = styled("review-copy").all("pgSz")[0]
    assert size.get(f"{W}orient") == "landscape"
    assert int(size.get(f"{W}w")) > int(size.get(f"{W}h"))


def test_a_review_copy_has_a_third_column_to_write_in(styled) -> None:
    rows = [row for table in styled("review-copy").all("tbl") for row in table.findall(f"{W}tr")]
    noted = [row for row in rows if len(row.findall(f"{W}tc")) == 3 and row.find(f".//{W}sdt") is not None]
    assert noted
    assert all("".join(row.findall(f"{W}tc")[2].itertext()) == "" for row in noted)


def test_indents_grow_with_the_letters(styled) -> None:
    indents = [
        int(styled(name).style("Heading2").find(f"{W}pPr/{W}ind").get(f"{W}hanging"))
        for name in ("unesco-submission", "thai-official")
    ]
    assert indents[1] / indents[0] == pytest.approx(16 / 11.5, abs=0.01)


def test_the_sum_of_pages_in_thai_digits_is_asked_for_in_them(dossier: Dossier, made: Callable[..., Opened]) -> None:
    official = profiles.named("thai-official")
    summed = replace(official, numbering=replace(official.numbering, totals=True))
    foot = made(document=compose(dossier, summed)).part("word/footer1.xml")
    assert [each.text.strip() for each in foot.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES \\* ThaiArabic"]
