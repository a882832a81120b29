import pytest

from cmdesk.model import ranks
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety
from cmdesk.model.ids import DossierId, ParagraphId, QuestionId
from cmdesk.model.language import Wording
from cmdesk.model.text import Text

SOURCED = Provenance(Surety.SOURCED)
QUESTIONS = (
    Question(QuestionId("plan"), Wording(), QuestionKind.PROSE, SOURCED),
    Question(QuestionId("area"), Wording(), QuestionKind.FACTS, SOURCED),
)


@pytest.fixture(scope="session")
def dossier() -> Dossier:
    """Three paragraphs, a, b and c, in answer to `plan`; nothing in answer to `area`."""
    form = Form("form", "1", Wording(), Wording(), SOURCED, (Part(Wording(), QUESTIONS),))
    paragraphs = (
        Paragraph(ParagraphId(name), rank, thai=Text.of(f"ไทย {name}"), english=Text.of(f"English {name}"))
        for name, rank in zip("abc", ranks.evenly(3), strict=True)
    )
    empty = Dossier(DossierId("d"), form, Profile(Wording("เรื่อง", "Title"), Wording("เมือง", "City")))
    return empty.with_answer(QuestionId("plan"), Prose(tuple(paragraphs)))
