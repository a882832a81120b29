"""Where a citation and a figure go in both languages."""

from dataclasses import replace
from decimal import Decimal

from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.evidence import Evidence, EvidenceKind, Measure
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId
from cmdesk.model.language import Language, Wording
from cmdesk.model.stage import Stage, Status
from cmdesk.model.text import Citation, Figure, Span, Text
from ui.editor.places import Stretch
from ui.library import citing

ENGLISH, THAI = Language.ENGLISH, Language.THAI
Q = QuestionId("q")
NEW = Citation(EvidenceId("new"))
RECORD = Evidence(EvidenceId("new"), EvidenceKind.STATISTIC, measure=Measure(Decimal(1234), Wording("คน", "people")))


def pair(thai: object, english: object) -> Paragraph:
    texts = (each if isinstance(each, Text) else Text.of(str(each)) for each in (thai, english))
    return Paragraph(ParagraphId("p"), "a", thai=next(texts), english=next(texts))


def after(paragraph: Paragraph, at: int, other: int | None = None, language: Language = ENGLISH) -> tuple[str, str]:
    stretch = Stretch(language, 0, at, 0, at)
    return applied(paragraph, citing.cited(Q, Prose((paragraph,)), stretch, NEW, other).edit)


def applied(paragraph: Paragraph, edit: object) -> tuple[str, str]:
    prose = Prose((paragraph,))
    for part in edit.edits:
        prose = part.changed(prose)
    row = prose.paragraphs[0]
    return row.thai.characters.replace("\ufffc", "*"), row.english.characters.replace("\ufffc", "*")


def test_a_citation_at_the_end_stands_at_the_end_of_both() -> None:
    assert after(pair("หนึ่ง สอง", "One. Two."), 9) == ("หนึ่ง สอง*", "One. Two.*")


def test_a_citation_inside_goes_to_the_phrase_as_far_along() -> None:
    assert after(pair("ประโยคแรก ประโยคที่สอง", "First one. Second one."), 10) == (
        "ประโยคแรก* ประโยคที่สอง",
        "First one.* Second one.",
    )


def test_a_thai_citation_goes_behind_an_english_sentence() -> None:
    assert (
        after(pair("ประโยคแรก ประโยคที่สอง", "First one. Second one."), 9, language=THAI)[1] == "First one.* Second one."
    )


def test_the_other_carets_place_is_taken_when_there_is_one() -> None:
    assert after(pair("หนึ่ง สอง สาม", "One. Two. Three."), 16, other=5)[0] == "หนึ่ง* สอง สาม"


def test_marks_that_both_have_keep_a_citation_on_their_side() -> None:
    mark = Citation(EvidenceId("old"))
    thai = Text((Span("ก ข "), mark, Span(" ยาวมากมายก่ายกอง จบ")))
    english = Text((Span("A. B."), mark, Span(" Long.")))
    assert after(pair(thai, english), 5)[0].index("*") < 5


def test_sides_that_agreed_still_agree_after_a_citation_in_both() -> None:
    agreed = replace(pair("หนึ่ง", "One."), agreed=Text.of("หนึ่ง"))
    prose = Prose((agreed,))
    for part in citing.cited(Q, prose, Stretch(ENGLISH, 0, 4, 0, 4), NEW, None).edit.edits:
        prose = part.changed(prose)
    assert not prose.paragraphs[0].is_stale


def test_sides_that_never_agreed_are_not_said_to_agree() -> None:
    prose = Prose((pair("หนึ่ง", "One."),))
    for part in citing.cited(Q, prose, Stretch(ENGLISH, 0, 4, 0, 4), NEW, None).edit.edits:
        prose = part.changed(prose)
    assert prose.paragraphs[0].agreed is None


def test_a_side_without_words_stays_without() -> None:
    assert after(pair("", "One."), 4) == ("", "One.*")


def test_a_locked_side_is_left_alone() -> None:
    paragraph = pair("หนึ่ง", "One.").with_status(THAI, Status.given(Stage.LOCKED, Text.of("หนึ่ง")))
    assert after(paragraph, 4) == ("หนึ่ง", "One.*")


def test_a_side_that_has_the_citation_already_gets_no_second_one() -> None:
    thai = Text((Span("หนึ่ง"), NEW))
    assert after(pair(thai, "One."), 4) == ("หนึ่ง*", "One.*")


def test_a_citation_stands_after_what_is_selected() -> None:
    prose = Prose((pair("", "One two."),))
    plan = citing.cited(Q, prose, Stretch(ENGLISH, 0, 0, 0, 3), NEW, None)
    assert applied(prose.paragraphs[0], plan.edit)[1] == "One* two."
    assert plan.caret.position == 4


def figured(paragraph: Paragraph, start: int, stop: int, other: int | None = None) -> tuple[str, str]:
    plan = citing.figured(Q, Prose((paragraph,)), Stretch(ENGLISH, 0, start, 0, stop), RECORD, other)
    return applied(paragraph, plan.edit)


def test_a_figure_takes_the_place_of_the_number_in_both() -> None:
    assert figured(pair("มีผู้เรียน 1,234 คน ทุกปี", "There were 1,234 people."), 11, 23) == ("มีผู้เรียน * ทุกปี", "There were *.")


def test_a_number_in_thai_digits_is_the_same_number() -> None:
    assert figured(pair("มี ๑๒๓๔ คน", "1,234 people"), 0, 12)[0] == "มี *"


def test_another_number_is_left_alone() -> None:
    assert figured(pair("มี 12,345 คน", "1,234 people"), 0, 12)[0] == "มี 12,345 คน"


def test_without_the_number_the_other_caret_says_where() -> None:
    assert figured(pair("มีมาก", "1,234 people"), 0, 12, other=2)[0] == "มี*มาก"


def test_a_selection_over_several_rows_counts_in_its_last() -> None:
    assert citing.whole_row(Stretch(ENGLISH, 0, 4, 2, 6)) == Stretch(ENGLISH, 2, 0, 2, 6)
    assert Figure(RECORD.id) == Figure(EvidenceId("new"))
