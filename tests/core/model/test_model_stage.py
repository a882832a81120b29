from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId
from cmdesk.model.language import Language, Wording
from cmdesk.model.stage import Stage, Status, seal
from cmdesk.model.tally import Tally, tally, tally_of_answer, tally_of_dossier
from cmdesk.model.text import Citation, Figure, Span, Text

THAI, ENGLISH = Language
EVIDENCE = EvidenceId("e")


def test_the_seal_of_a_text_is_stored_and_never_changes() -> None:
    text = Text((Span("ก", bold=True), Citation(EVIDENCE, "p. 3"), Figure(EVIDENCE), Span("x", link="https://a.org")))

    assert seal(text) == "11b51d4b4a5a80fb7566"


def test_texts_that_differ_in_looks_alone_have_other_seals() -> None:
    texts = [
        Text.of("ab"),
        Text((Span("ab", bold=True),)),
        Text((Span("ab", italic=True),)),
        Text((Span("ab", link="https://a.org"),)),
        Text((Span("a"), Span("b", bold=True))),
        Text((Citation(EVIDENCE),)),
        Text((Citation(EVIDENCE, "p. 1"),)),
        Text((Figure(EVIDENCE),)),
    ]

    assert len(set(map(seal, texts))) == len(texts)


def paragraph(name: str, thai: str, english: str, agreed: str | None = None, **statuses: Status) -> Paragraph:
    said = None if agreed is None else Text.of(agreed)
    return Paragraph(ParagraphId(name), name, thai=Text.of(thai), english=Text.of(english), agreed=said, **statuses)


def test_a_tally_counts_each_stage_and_what_is_stale_or_unwritten() -> None:
    paragraphs = (
        paragraph("a", "ก", "A", "ก", english_status=Status(Stage.TRANSLATED)),
        paragraph("b", "ข", "B", "ค", english_status=Status.given(Stage.REVIEWED, Text.of("B"))),
        paragraph("c", "ค", ""),
        paragraph("d", "", ""),
    )

    assert tally(paragraphs, ENGLISH) == Tally(draft=1, translated=1, reviewed=1, stale=1, unwritten=1)
    assert tally(paragraphs, THAI) == Tally(draft=3)


def test_an_answer_is_as_far_as_its_last_paragraph() -> None:
    assert Tally(translated=1, locked=4).stage is Stage.TRANSLATED


def test_an_answer_without_words_is_at_no_stage() -> None:
    assert tally(Prose().paragraphs, THAI).stage is None


def test_tallies_are_added_stage_by_stage() -> None:
    added = Tally(draft=1, stale=1) + Tally(draft=2, ready=3)

    assert added == Tally(draft=3, ready=3, stale=1)
    assert added.total == 6


def test_answers_and_whole_dossiers_are_tallied() -> None:
    known = Provenance(Surety.SOURCED)
    kinds = {"p": QuestionKind.PROSE, "q": QuestionKind.PROSE, "f": QuestionKind.FACTS}
    questions = tuple(Question(QuestionId(name), Wording(), kind, known) for name, kind in kinds.items())
    form = Form("f", "1", Wording(), Wording(), known, (Part(Wording(), questions),))
    dossier = Dossier(DossierId("d"), form, Profile(Wording(), Wording()))
    for name in "pq":
        dossier = dossier.with_answer(QuestionId(name), Prose((paragraph(name, "ก", ""),)))

    assert tally_of_answer(dossier, QuestionId("p"), ENGLISH) == Tally(draft=1, unwritten=1)
    assert tally_of_answer(dossier, QuestionId("f"), ENGLISH) == Tally()
    assert tally_of_dossier(dossier, ENGLISH) == Tally(draft=2, unwritten=2)
