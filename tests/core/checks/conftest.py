from collections.abc import Callable, Iterable

import pytest

from cmdesk.model.answer import ANSWERS, Answer, Paragraph, Prose
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.evidence import Evidence
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety, Topic
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, ParagraphId, QuestionId
from cmdesk.model.language import Wording
from cmdesk.model.text import Text

SOURCED = Provenance(Surety.SOURCED)
CRITERION = Topic("1", Wording("แผน", "Plan"), SOURCED)

Ask = Callable[..., Dossier]
Pair = Callable[..., Prose]


@pytest.fixture
def ask() -> Ask:
    """A dossier of one question, `asked`, with an answer."""

    def made(
        answer: Answer,
        *evidence: Evidence,
        joined: PartialDate | None = None,
        criteria: tuple[Topic, ...] = (CRITERION,),
        criteria_answered: tuple[str, ...] = (),
        languages: tuple[str, ...] = ("en",),
        **fields: object,
    ) -> Dossier:
        question = _question(answer, {"criteria": criteria_answered, **fields})
        parts = (Part(Wording(), (question,)),)
        form = Form("form", "1", Wording(), Wording(), SOURCED, parts, criteria, submission_languages=languages)
        profile = Profile(Wording("เรื่อง", "Title"), Wording("เมือง", "City"), joined)
        library = FrozenMap({record.id: record for record in evidence})
        return Dossier(DossierId("d"), form, profile, FrozenMap({question.id: answer}), library)

    return made


def _question(answer: Answer, fields: dict[str, object]) -> Question:
    kind = next(kind for kind, type_ in ANSWERS.items() if isinstance(answer, type_))
    given = {"title": Wording("ถาม", "Asked"), "provenance": SOURCED, **fields}
    return Question(QuestionId("asked"), kind=QuestionKind(kind), **given)  # type: ignore[arg-type]


@pytest.fixture
def pairs() -> Pair:
    """Prose of (Thai, English) pairs, each plain words or a text."""

    def made(*written: Iterable[str | Text]) -> Prose:
        return Prose(
            tuple(
                Paragraph(ParagraphId(f"p{place}"), f"{place:02}i", thai=_text(thai), english=_text(english))
                for place, (thai, english) in enumerate(written)
            )
        )

    return made


def _text(words: str | Text) -> Text:
    return Text.of(words) if isinstance(words, str) else words
