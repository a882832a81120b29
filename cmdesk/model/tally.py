"""How far the paragraphs of an answer are, added up."""

from collections.abc import Iterable
from dataclasses import dataclass

from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage


@dataclass(frozen=True, slots=True)
class Tally:
    """How many paragraphs there are in one language, by how far each is. Blank pairs are not counted."""

    draft: int = 0
    """Those with nothing written in this language are among them."""
    ready: int = 0
    translated: int = 0
    reviewed: int = 0
    locked: int = 0
    stale: int = 0
    """Translations that the leading text has left behind; each is counted at its stage as well."""
    unwritten: int = 0

    @property
    def total(self) -> int:
        """All paragraphs."""
        return self.draft + self.ready + self.translated + self.reviewed + self.locked

    @property
    def stage(self) -> Stage | None:
        """The stage that all of them have reached; None when there are none."""
        return next((stage for stage in Stage if getattr(self, stage.value)), None)

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))


def tally(paragraphs: Iterable[Paragraph], language: Language) -> Tally:
    """The tally of paragraphs in one language."""
    written = [paragraph for paragraph in paragraphs if paragraph]
    stages = [paragraph.stage(language) for paragraph in written]
    stale = sum(paragraph.is_stale and paragraph.following is language for paragraph in written)
    unwritten = sum(not paragraph.in_(language) for paragraph in written)
    counts = {stage.value: stages.count(stage) for stage in Stage}
    return Tally(**counts, stale=stale, unwritten=unwritten)


def tally_of_answer(dossier: Dossier, question: QuestionId, language: Language) -> Tally:
    """The tally of the answer to a question; an empty one when it is not answered in prose."""
    answer = dossier.answer(question)
    return tally(answer.paragraphs, language) if isinstance(answer, Prose) else Tally()


def tally_of_dossier(dossier: Dossier, language: Language) -> Tally:
    """The tally of all answers."""
    proses = (answer for answer in dossier.answers.values() if isinstance(answer, Prose))
    return sum((tally(prose.paragraphs, language) for prose in proses), Tally())
