"""Dossiers small enough for thousands of tests, and long histories of them."""

import shutil
from dataclasses import replace
from decimal import Decimal

from cmdesk import places
from cmdesk.model.answer import Card, Choice, Entry, FactRow, Facts, Paragraph, ParagraphKind
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence, EvidenceKind, Measure
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId, RowId, ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.text import Citation, Span, Text

PROSE = QuestionId("plan")
FACTS = QuestionId("figures")
CARD = QuestionId("contact")
_GUESSED = Provenance(Surety.INFERRED)


def small_form():
    kinds = ((PROSE, QuestionKind.PROSE), (FACTS, QuestionKind.FACTS), (CARD, QuestionKind.CARD))
    questions = tuple(Question(name, Wording("คำถาม", "Question"), kind, _GUESSED) for name, kind in kinds)
    return Form(
        "small", "2026", Wording("แบบ", "Form"), Wording(), _GUESSED, (Part(Wording("ตอน", "Part"), questions),)
    )


def small_dossier():
    profile = Profile(
        Wording("เชียงใหม่ เมืองแห่งการเรียนรู้", "Chiang Mai, a learning city"), Wording("เชียงใหม่", "Chiang Mai")
    )
    return Dossier(DossierId(ulid(1, 1)), small_form(), profile)


def paragraph(number, words="ย่อหน้า", rank="i"):
    text = Text((Span(words), Span("หนา", bold=True), Citation(EvidenceId(ulid(3, number)), "น. 4")))
    return Paragraph(
        ParagraphId(ulid(2, number)), rank, ParagraphKind.BULLET, Language.ENGLISH, text, Text.of("A paragraph")
    )


def evidence(number, title="หลักฐาน", files=()):
    return Evidence(
        EvidenceId(ulid(3, number)),
        EvidenceKind.STATISTIC,
        Wording(title, "Evidence"),
        measure=Measure(Decimal("1.50")),
        attachments=files,
    )


def history(rng, length):
    """States of one dossier as a user's actions make them, the first being the new dossier."""
    states = [small_dossier()]
    while len(states) <= length:
        after = rng.choice((_typed, _typed, _filed, _filed, _unfiled, _answered, _renamed))(states[-1], rng)
        states.append(after)
    return states


def _words(rng):
    return "".join(rng.choice("กขคงจ ฉชซ0123") for _letter in range(rng.choice((0, 5, 60, 400))))


def _typed(state, rng):
    written = paragraph(rng.randrange(6), f"{rng.random()}{_words(rng)}", rank=rng.choice("abc"))
    return state.with_answer(PROSE, state.prose(PROSE).with_(written))


def _filed(state, rng):
    for number in rng.sample(range(8), rng.choice((1, 1, 3))):
        state = state.with_evidence(evidence(number, f"{rng.random()}{_words(rng)}"))
    return state


def _unfiled(state, rng):
    if not state.evidence:
        return _renamed(state, rng)
    return state.without_evidence(rng.choice(sorted(state.evidence)))


def _answered(state, rng):
    rows = tuple(FactRow(RowId(ulid(4, n)), value=Decimal(rng.randrange(9**9))) for n in range(rng.randrange(1, 4)))
    return rng.choice(
        (
            state.with_answer(FACTS, Facts(rows)),
            state.with_answer(CARD, Card((Entry("name", Wording("", str(rng.random()))),))),
            state.with_answer(CARD, Choice((str(rng.random()),))),
        )
    )


def _renamed(state, rng):
    return replace(state, profile=replace(state.profile, title=Wording("", str(rng.random()))))


def forget_second_copies():
    """Leave dossiers with the copies in their folders."""
    shutil.rmtree(places.local_data() / "shadow")
