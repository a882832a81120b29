"""The sample as a dossier: whole, sourced, and a good example."""

import hashlib
from collections import Counter
from collections.abc import Iterator

import pytest

from cmdesk.checks.evidence import before_joining
from cmdesk.checks.finding import Severity
from cmdesk.counting import count_answer
from cmdesk.model.answer import ANSWERS, Facts, Materials, Paragraph, ParagraphKind, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence, EvidenceKind
from cmdesk.model.ids import EvidenceId, QuestionId, is_ulid
from cmdesk.model.language import Language
from cmdesk.model.text import Figure, Span
from cmdesk.sample import sample
from cmdesk.sample.dossier import folder

SECTIONS = tuple(QuestionId(f"A{number}") for number in range(6, 15))
UNFINISHED = QuestionId("A14")


def paragraphs(dossier: Dossier) -> Iterator[Paragraph]:
    return (paragraph for section in SECTIONS for paragraph in dossier.prose(section).paragraphs)


def test_reading_it_again_gives_an_equal_dossier(dossier: Dossier) -> None:
    again = sample()

    assert again is not dossier
    assert again == dossier


def test_all_its_ids_are_ulids_and_none_is_given_twice(dossier: Dossier) -> None:
    ids = [dossier.id, *dossier.evidence, *(paragraph.id for paragraph in paragraphs(dossier))]

    assert all(map(is_ulid, ids))
    assert len(set(ids)) == len(ids)


def test_every_question_is_answered_in_its_kind(dossier: Dossier) -> None:
    kinds = {question.id: ANSWERS[question.kind] for question in dossier.form.questions}

    assert {question: type(answer) for question, answer in dossier.answers.items()} == kinds


@pytest.mark.parametrize("section", SECTIONS)
def test_a_section_has_three_to_six_pairs(dossier: Dossier, section: QuestionId) -> None:
    assert len(dossier.prose(section).paragraphs) in range(3, 7)


@pytest.mark.parametrize("section", [section for section in SECTIONS if section != UNFINISHED])
def test_a_section_fills_its_target_without_passing_it(dossier: Dossier, section: QuestionId) -> None:
    limit = dossier.form.question(section).limit(Language.ENGLISH)

    assert limit is not None
    assert 0.6 * limit.amount <= count_answer(dossier, section, Language.ENGLISH) <= limit.amount


def test_one_paragraph_waits_for_its_english(dossier: Dossier) -> None:
    waiting = [paragraph for paragraph in paragraphs(dossier) if not paragraph.english]

    assert waiting == [dossier.prose(UNFINISHED).paragraphs[-1]]
    assert waiting[0].thai


def test_it_uses_every_kind_of_paragraph(dossier: Dossier) -> None:
    assert {paragraph.kind for paragraph in paragraphs(dossier)} == set(ParagraphKind)


def test_bold_is_used_sparingly(dossier: Dossier) -> None:
    bold = sum(len(run.text) for run in spans(dossier) if run.bold)

    assert 0 < bold < 0.1 * sum(len(run.text) for run in spans(dossier))


def spans(dossier: Dossier) -> Iterator[Span]:
    for paragraph in paragraphs(dossier):
        yield from (run for run in (*paragraph.thai.runs, *paragraph.english.runs) if isinstance(run, Span))


def test_both_languages_of_a_pair_rest_on_the_same_records(dossier: Dossier) -> None:
    for paragraph in paragraphs(dossier):
        if paragraph.english:
            assert Counter(paragraph.thai.evidence) == Counter(paragraph.english.evidence)


def test_every_section_cites_evidence_and_every_citation_resolves(dossier: Dossier) -> None:
    for section in SECTIONS:
        cited = [each for paragraph in dossier.prose(section).paragraphs for each in paragraph.thai.evidence]
        assert cited
        assert set(cited) <= set(dossier.evidence)


def test_every_live_figure_has_a_value(dossier: Dossier) -> None:
    figures = [run for paragraph in paragraphs(dossier) for run in paragraph.thai.runs if isinstance(run, Figure)]

    assert len(figures) >= 8
    assert all(dossier.evidence[figure.evidence].measure for figure in figures)


def test_each_value_of_the_city_profile_has_year_scope_and_source(dossier: Dossier) -> None:
    facts = dossier.answer(QuestionId("A4"))

    assert isinstance(facts, Facts)
    filled = [row for row in facts.rows if row.value is not None]
    assert len(filled) >= 5
    assert all(row.year and row.scope and row.source in dossier.evidence for row in filled)
    assert all(row.remark for row in facts.rows)


def test_a_profile_value_is_that_of_its_record(dossier: Dossier) -> None:
    facts = dossier.answer(QuestionId("A4"))

    assert isinstance(facts, Facts)
    for row in facts.rows:
        measure = dossier.evidence[row.source].measure if row.source else None
        if measure is not None:
            assert (row.value, row.year) == (measure.value, measure.year)


def test_materials_back_sections_and_rest_on_records(dossier: Dossier) -> None:
    materials = dossier.answer(QuestionId("A15"))

    assert isinstance(materials, Materials)
    assert {each.evidence for each in materials.items} <= set(dossier.evidence)
    assert {section for each in materials.items for section in each.backs} <= {q.id for q in dossier.form.questions}


def records(dossier: Dossier) -> tuple[Evidence, ...]:
    return tuple(dossier.evidence.values())


def test_there_are_many_records_of_every_kind(dossier: Dossier) -> None:
    assert len(records(dossier)) >= 25
    assert {record.kind for record in records(dossier)} == set(EvidenceKind)


def test_every_record_is_described_in_both_languages(dossier: Dossier) -> None:
    for record in records(dossier):
        for wording in (record.title, record.source, record.summary or record.caption):
            assert wording.thai, record.title
            assert wording.english, record.title
        assert record.period, record.title
        assert record.level, record.title
        assert record.tags, record.title


def test_every_record_is_linked_to_topics_that_the_form_knows(dossier: Dossier) -> None:
    features = {topic.code for topic in dossier.form.key_features}
    criteria = {topic.code for topic in dossier.form.criteria}

    for record in records(dossier):
        assert set(record.key_features) <= features
        assert set(record.criteria) <= criteria
    assert {code for record in records(dossier) for code in record.criteria} == criteria
    assert {code for record in records(dossier) for code in record.key_features} == features


def test_what_has_no_public_source_is_called_an_example(dossier: Dossier) -> None:
    for record in records(dossier):
        invented = not record.address or "example.org" in record.address
        assert ("example" in record.title.english) == invented, record.title
        assert ("ตัวอย่าง" in record.title.thai) == invented, record.title


def test_only_one_record_that_backs_a_criterion_is_older_than_membership(dossier: Dossier) -> None:
    warned = [each for each in before_joining(dossier) if each.severity is Severity.WARNING]

    assert [dossier.evidence[EvidenceId(str(each.evidence))].title.english for each in warned] == [
        "Pupils’ test of local knowledge, 2018"
    ]


def test_attachments_are_the_files_that_they_name(dossier: Dossier) -> None:
    attached = [each for record in records(dossier) for each in record.attachments]

    assert sum(bool(record.attachments) for record in records(dossier)) >= 10
    for attachment in attached:
        content = (folder() / "files" / attachment.name).read_bytes()
        assert (hashlib.sha256(content).hexdigest(), len(content)) == (attachment.sha256, attachment.size)


def test_every_file_is_attached_and_all_are_small(dossier: Dossier) -> None:
    files = list((folder() / "files").iterdir())

    assert {path.name for path in files} == {a.name for record in records(dossier) for a in record.attachments}
    assert sum(path.stat().st_size for path in files) < 1_500_000


def test_it_is_neither_signed_nor_consented_nor_sent(dossier: Dossier) -> None:
    assert not getattr(dossier.answer(QuestionId("A16")), "signed_on", True)
    assert not getattr(dossier.answer(QuestionId("A17")), "given", True)
    assert getattr(dossier.answer(QuestionId("A18")), "chosen", ()) == ("not_sent",)


def test_its_milestones_and_membership_are_those_of_the_record(dossier: Dossier) -> None:
    assert str(dossier.profile.joined_network) == "2020-09-23"
    assert [str(stone.due) for stone in dossier.profile.milestones] == ["2023-04-05", "2024-03", "2024-06"]


def test_prose_is_led_by_thai(dossier: Dossier) -> None:
    assert isinstance(dossier.answer(SECTIONS[0]), Prose)
    assert {paragraph.leading for paragraph in paragraphs(dossier)} == {Language.THAI}
