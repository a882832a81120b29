from dataclasses import replace

import pytest

from cmdesk.counting import method
from cmdesk.export.blocks import (
    Block,
    Contents,
    Cover,
    Document,
    Flow,
    Heading,
    Look,
    Pair,
    Paragraph,
    Piece,
    Table,
)
from cmdesk.export.compose import Languages, compose
from cmdesk.export.composing.text import linked
from cmdesk.i18n import use_language
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Unit
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language


def paragraphs(document: Document, look: Look) -> list[Paragraph]:
    return [each for block in document.blocks for each in _of(block) if each.look is look]


def _of(block: Block) -> list[Paragraph]:
    if isinstance(block, Pair):
        return [each for each in (block.thai, block.english) if each]
    return [block] if isinstance(block, Paragraph) else []


def texts(document: Document, look: Look) -> list[str]:
    return [each.flow.plain for each in paragraphs(document, look)]


def under(document: Document, number: str) -> list[Block]:
    """The blocks that follow the heading of a question, up to the next heading."""
    found: list[Block] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading):
            inside = block.number == number
        elif inside:
            found.append(block)
    return found


def grid(document: Document, number: str) -> list[list[str]]:
    [table] = [block for block in under(document, number) if isinstance(block, Table)]
    return [[" / ".join(flow.plain for flow in cell.flows) for cell in row] for row in table.rows]


def test_composing_twice_gives_equal_documents(dossier: Dossier) -> None:
    assert compose(dossier, Languages.BOTH) == compose(dossier, Languages.BOTH)


def test_the_interface_language_does_not_change_the_document(dossier: Dossier) -> None:
    in_english = compose(dossier, Languages.ENGLISH)
    use_language("th")
    assert compose(dossier, Languages.ENGLISH) == in_english


def test_the_cover_names_form_dossier_city_and_the_day_of_joining(dossier: Dossier) -> None:
    cover = compose(dossier, Languages.ENGLISH).blocks[0]
    assert isinstance(cover, Cover)
    shown = [flow.plain for flow in cover.title + cover.subtitle + cover.lines]
    assert shown == [
        "Application",
        "Chiang Mai, a learning city",
        "Chiang Mai",
        "Member of the UNESCO Global Network of Learning Cities since 23 September 2020",
        "Working draft: 8 of 9 questions have an answer.",
    ]


def test_the_thai_cover_counts_years_in_the_buddhist_era(dossier: Dossier) -> None:
    cover = compose(dossier, Languages.THAI).blocks[0]
    assert isinstance(cover, Cover)
    assert any("23 กันยายน 2563" in line.plain for line in cover.lines)


def test_the_document_says_that_its_form_is_not_official(dossier: Dossier) -> None:
    document = compose(dossier, Languages.BOTH)
    assert texts(document, Look.NOTE)[:2] == [
        "แบบนี้มิใช่แบบฟอร์มทางการของยูเนสโก",
        "This is not an official UNESCO form.",
    ]


def test_there_is_one_table_of_contents(dossier: Dossier) -> None:
    blocks = compose(dossier, Languages.BOTH).blocks
    assert sum(isinstance(block, Contents) for block in blocks) == 1


def test_parts_and_questions_have_headings_of_two_levels(dossier: Dossier) -> None:
    headings = [block for block in compose(dossier, Languages.ENGLISH).blocks if isinstance(block, Heading)]
    assert [(each.level, each.number, each.flows[0].plain) for each in headings[:4]] == [
        (1, "", "The city"),
        (2, "A1", "Contact"),
        (2, "A2", "City data"),
        (1, "", "Progress"),
    ]


def test_every_anchor_stands_once_and_every_mark_leads_to_one(dossier: Dossier) -> None:
    document = compose(dossier, Languages.BOTH)
    places = [block.anchor for block in document.blocks if isinstance(block, Heading)]
    places += [each.anchor for look in Look for each in paragraphs(document, look) if each.anchor]
    targets = {piece.anchor for look in Look for each in paragraphs(document, look) for piece in each.flow.pieces}
    assert len(places) == len(set(places))
    assert targets - {""} <= set(places)


def test_a_bilingual_document_puts_thai_left_and_english_right(dossier: Dossier) -> None:
    pairs = [block for block in under(compose(dossier, Languages.BOTH), "A3") if isinstance(block, Pair)]
    second = pairs[2]
    assert second.thai is not None
    assert second.english is not None
    assert (second.thai.flow.plain, second.english.flow.plain) == ("ข้อหนึ่ง", "First")


def test_each_list_of_an_answer_is_numbered_from_one(dossier: Dossier) -> None:
    labels = [each.label for each in paragraphs(compose(dossier, Languages.ENGLISH), Look.NUMBERED)]
    assert labels == ["1.", "2.", "1."]


def test_paragraphs_carry_the_names_of_those_they_came_from(dossier: Dossier) -> None:
    document = compose(dossier, Languages.ENGLISH)
    written = [each.source for block in under(document, "A3") for each in _of(block) if each.source]
    assert written == [each.id for each in dossier.prose(dossier.form.question("A3").id).paragraphs[:-1]]


@pytest.mark.parametrize("languages", Languages)
def test_citations_have_the_same_numbers_in_every_language(dossier: Dossier, languages: Languages) -> None:
    document = compose(dossier, languages)
    raised = [piece for each in paragraphs(document, Look.BODY) for piece in each.flow.pieces if piece.raised]
    assert {piece.anchor for piece in raised} == {"evidence-2"}
    assert all(piece.text.startswith("[2, ") for piece in raised)


def test_a_citation_of_a_record_that_is_gone_is_marked_in_words(dossier: Dossier) -> None:
    assert texts(compose(dossier, Languages.ENGLISH), Look.NUMBERED)[-1] == "Anew[source missing]"


def test_a_figure_is_written_out_with_its_unit(dossier: Dossier) -> None:
    assert "and 40.216 km²[2, p. 4]." in texts(compose(dossier, Languages.ENGLISH), Look.BODY)[0]


def test_a_figure_whose_record_is_gone_is_marked(dossier: Dossier) -> None:
    area = next(record for record in dossier.evidence.values() if record.measure)
    without = dossier.without_evidence(area.id)
    assert "and [?]" in texts(compose(without, Languages.ENGLISH), Look.BODY)[0]


def test_the_evidence_list_stands_in_the_order_of_the_numbers(dossier: Dossier) -> None:
    entries = paragraphs(compose(dossier, Languages.ENGLISH), Look.ENTRY)
    assert [(each.label, each.anchor, each.flow.plain) for each in entries] == [
        ("[1]", "evidence-1", "Area · Statistic · 40.216 km²"),
        ("[2]", "evidence-2", "City plan · Document · 5 April 2023 · Municipality\nhttps://example.org/plan"),
    ]


def test_an_untranslated_paragraph_is_said_to_be_missing(dossier: Dossier) -> None:
    assert "This paragraph is not written in English yet." in texts(compose(dossier, Languages.ENGLISH), Look.EMPTY)


def test_an_empty_answer_is_said_to_be_empty(dossier: Dossier) -> None:
    [empty, _count] = under(compose(dossier, Languages.ENGLISH), "A4")
    assert empty == Paragraph(Look.EMPTY, Flow(Language.ENGLISH, (Piece("Not written yet."),)))


def test_the_count_calls_a_target_a_target(dossier: Dossier) -> None:
    counted = under(compose(dossier, Languages.ENGLISH), "A3")[-1]
    assert isinstance(counted, Paragraph)
    assert counted.flow.plain == "15 of a target of 300 words · house target, no rule of UNESCO's"


def test_the_method_of_counting_is_said_once_and_in_the_documents_language(dossier: Dossier) -> None:
    use_language("th")
    notes = texts(compose(dossier, Languages.ENGLISH), Look.NOTE)
    assert notes.count(method(Unit.WORDS, Language.ENGLISH)) == 1


def test_a_fact_table_has_the_forms_rows_first_and_the_citys_own_after(dossier: Dossier) -> None:
    assert grid(compose(dossier, Languages.ENGLISH), "A2") == [
        ["Area", "40.216", "km²", "2019", "City", "[1]"],
        ["Population", "–", "people", "–", "–", "–"],
        ["Temples / About", "1,240", "–", "–", "–", "–"],
    ]


def test_a_bilingual_table_says_once_what_is_the_same_in_both(dossier: Dossier) -> None:
    area = grid(compose(dossier, Languages.BOTH), "A2")[0]
    assert area[:2] == ["พื้นที่ / Area", "40.216"]
    assert area[3] == "2562 / 2019"


def test_a_card_lists_its_fields(dossier: Dossier) -> None:
    assert grid(compose(dossier, Languages.BOTH), "A1") == [
        ["ชื่อ / Name", "สุดารัตน์ / Sudarat"],
        ["อีเมล / Email", "a@b.th"],
    ]


def test_materials_are_numbered_and_tell_what_they_support(dossier: Dossier) -> None:
    assert grid(compose(dossier, Languages.ENGLISH), "A7") == [
        ["1", "No address", "–", "–", "A3", "–"],
        ["2", "A film / https://example.org/film", "November 2022", "Thai", "–", "[2]"],
    ]


def test_a_choice_says_in_words_what_is_chosen(dossier: Dossier) -> None:
    assert grid(compose(dossier, Languages.ENGLISH), "A5") == [["We agree", "Yes"], ["We do not agree", "No"]]


def test_a_rating_gives_marks_out_of_the_highest(dossier: Dossier) -> None:
    assert grid(compose(dossier, Languages.ENGLISH), "A6") == [["We agree", "4 of 5"], ["We do not agree", "–"]]


def test_a_signature_stands_under_its_line_with_its_day(dossier: Dossier) -> None:
    shown = [each.flow.plain for block in under(compose(dossier, Languages.ENGLISH), "A8") for each in _of(block)]
    assert shown == ["Assanee\nMayor", "Signed on 5 April 2023.", "The official stamp is not on the paper yet."]


def test_two_languages_share_one_line_to_sign_on(dossier: Dossier) -> None:
    signatures = texts(compose(dossier, Languages.BOTH), Look.SIGNATURE)
    assert signatures == ["อัศนี\nนายกเทศมนตรี\nAssanee\nMayor"]


def test_the_cover_says_when_every_question_has_an_answer(dossier: Dossier) -> None:
    written = replace(dossier, answers=dossier.answers.with_(QuestionId("A4"), dossier.answers[QuestionId("A3")]))
    cover = compose(written, Languages.ENGLISH).blocks[0]
    assert isinstance(cover, Cover)
    assert cover.lines[-1].plain == "Every question has an answer."


def test_a_rating_without_a_highest_mark_is_a_bare_number(dossier: Dossier) -> None:
    parts = tuple(
        replace(part, questions=tuple(replace(question, most=None) for question in part.questions))
        for part in dossier.form.parts
    )
    unbound = replace(dossier, form=replace(dossier.form, parts=parts))
    assert grid(compose(unbound, Languages.ENGLISH), "A6")[0] == ["We agree", "4"]


def test_a_consent_names_giver_and_day(dossier: Dossier) -> None:
    shown = [each.flow.plain for block in under(compose(dossier, Languages.ENGLISH), "A9") for each in _of(block)]
    assert shown == ["Consent to publish is given by Assanee.", "Date of the consent: 2023."]


@pytest.mark.parametrize("languages", Languages)
def test_a_dossier_without_a_word_still_makes_a_document(empty_dossier: Dossier, languages: Languages) -> None:
    document = compose(empty_dossier, languages)
    assert document.title
    assert len([block for block in document.blocks if isinstance(block, Heading)]) == 12
    assert not paragraphs(document, Look.ENTRY)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        (
            "https://th.wikipedia.org/wiki/%E0%B9%80%E0%B8%A1%E0%B8%B7%E0%B8%AD%E0%B8%87",
            "https://th.wikipedia.org/wiki/เมือง",
        ),
        ("https://example.org/a%20b%2Fc", "https://example.org/a%20b%2Fc"),
        ("https://example.org/%E0%B9", "https://example.org/%E0%B9"),
        ("https://example.org/%E2%80%AE", "https://example.org/%E2%80%AE"),
    ],
)
def test_an_address_is_shown_with_its_letters_and_followed_as_it_is(address: str, shown: str) -> None:
    assert linked(address) == Piece(shown, link=address)


def test_an_address_that_nobody_should_follow_is_only_shown() -> None:
    assert linked("javascript:alert(1)") == Piece("javascript:alert(1)")
