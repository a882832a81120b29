from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from cmdesk.checks import check
from cmdesk.export.blocks import Document, Heading, Look, PageBreak, Paragraph, Table
from cmdesk.export.profile import Digits, Profile
from cmdesk.i18n import use_language
from cmdesk.progress import SILENT
from cmdesk.submission.annex import annex
from cmdesk.submission.checklist import checklist
from cmdesk.submission.enclosures import Enclosures, gathered
from cmdesk.submission.papers import papers
from cmdesk.submission.photographs import RUNGS, Rung, brought_down, lower

NOTHING = Enclosures((), (), ())


def words(document: Document, look: Look) -> list[str]:
    return [block.flow.plain for block in document.blocks if isinstance(block, Paragraph) and block.look is look]


def headings(document: Document) -> list[str]:
    return [block.flows[0].plain for block in document.blocks if isinstance(block, Heading)]


def cells(document: Document) -> list[str]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return [flow.plain for table in tables for row in table.rows for cell in row for flow in cell.flows]


def test_each_paper_to_sign_has_a_page_with_a_line(kept, style: Profile) -> None:
    made = papers(kept.project.dossier, style)
    assert headings(made) == ["Mayor's signature", "Consent form"]
    assert words(made, Look.SIGNATURE) == ["Assanee\nMayor", "Name and title"]
    assert sum(isinstance(block, PageBreak) for block in made.blocks) == 1


def test_the_papers_say_what_is_signed_and_that_they_are_not_unescos(kept, style: Profile) -> None:
    made = papers(kept.project.dossier, style)
    assert words(made, Look.BODY)[0] == (
        "The dossier “Chiang Mai, a learning city” is handed in for Chiang Mai in answer to: Application."
    )
    assert len([each for each in words(made, Look.NOTE) if "made by CMDesk" in each]) == 2


def test_a_form_without_signatures_has_no_papers(kept, style: Profile) -> None:
    dossier = kept.project.dossier
    part = replace(dossier.form.parts[0], questions=dossier.form.parts[0].questions[:1])
    assert papers(replace(dossier, form=replace(dossier.form, parts=(part,))), style).blocks == ()


def test_the_checklist_tells_what_is_to_be_signed_and_what_the_checks_found(kept, style: Profile) -> None:
    findings = check(kept.project.dossier)
    told = cells(checklist(kept.project.dossier, style, findings, NOTHING))
    assert "Signed on 5 April 2023. The official stamp is missing." in told
    assert "Consent to publish is not given yet." in told
    assert [finding.sentence for finding in findings if finding.severity.value and finding.sentence not in told] == []


def test_the_checklist_speaks_the_interfaces_language(kept, style: Profile) -> None:
    use_language("th")
    made = checklist(kept.project.dossier, style, (), NOTHING)
    assert made.language.value == "th"
    assert any("ความยินยอม" in each for each in cells(made))


def test_the_checklist_lists_the_files_that_stay_with_their_reasons(kept, style: Profile) -> None:
    found = gathered(kept.project.dossier, kept.project.attachments, style.languages.furniture, SILENT)
    told = cells(checklist(kept.project.dossier, style, (), found))
    assert "[3] Children: child.jpg" in told
    assert "Neither a rights holder nor a licence is written down." in told


def test_where_there_is_nothing_to_do_the_checklist_says_nothing(kept, style: Profile) -> None:
    made = checklist(kept.project.dossier, style, (), NOTHING)
    assert words(made, Look.BODY)[1:] == ["Nothing.", "Nothing."]


def test_an_annex_without_files_is_the_list_of_evidence(kept, style: Profile) -> None:
    assert headings(annex(kept.project.dossier, style, NOTHING, RUNGS[0])) == ["Evidence"]


def test_an_annex_in_thai_digits_keeps_the_names_of_files(kept, style: Profile) -> None:
    found = gathered(kept.project.dossier, kept.project.attachments, style.languages.furniture, SILENT)
    thai = replace(style, digits=Digits.THAI, languages=type(style.languages).THAI)
    told = cells(annex(kept.project.dossier, thai, found, RUNGS[0]))
    assert "pictures/02 Festival.jpg" in told
    assert "[๒]" in told


def picture(kind: str, size: tuple[int, int]) -> bytes:
    written = BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(written, kind, quality=95)
    return written.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_each_rung_makes_a_picture_smaller_and_keeps_its_kind_and_shape(kind: str) -> None:
    content = picture(kind, (3200, 1600))
    made = [brought_down(content, rung) for rung in RUNGS]
    assert made[0] == content
    assert [len(each) for each in made] == sorted((len(each) for each in made), reverse=True)
    for rung, each in zip(RUNGS[1:], made[1:], strict=True):
        with Image.open(BytesIO(each)) as image:
            assert (image.format, image.size) == (kind, (rung.longest, rung.longest // 2))


def test_a_picture_that_would_grow_is_left_as_it_is() -> None:
    written = BytesIO()
    Image.effect_noise((40, 30), 60).convert("RGB").save(written, "JPEG", quality=5, optimize=True)
    assert brought_down(written.getvalue(), RUNGS[1]) == written.getvalue()


def test_the_lower_of_two_rungs_has_the_smaller_side_and_the_lower_quality() -> None:
    assert lower(Rung(0, 92), Rung(1400, 80)) == Rung(1400, 80)
    assert lower(Rung(900, 66), Rung(1400, 80)) == Rung(900, 66)
