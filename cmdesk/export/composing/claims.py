"""The records that a claim rests on, right below it."""

from collections.abc import Iterable

from cmdesk.export.blocks import Block, Flow, Look, Paragraph, Piece
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.evidence_list import entry
from cmdesk.export.composing.setting import Setting, say
from cmdesk.export.profile import Backing
from cmdesk.i18n import N_
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language

SEE_ABOVE = N_("{title}, shown above")


class Claims:
    """What was shown so far of one document's evidence."""

    def __init__(self, setting: Setting) -> None:
        self._setting = setting
        self._shown: set[int] = set()

    def below(self, evidence: Iterable[EvidenceId]) -> list[Block]:
        """The records of a claim: in full where they are met first, by their titles later; nothing at other times."""
        if self._setting.profile.included.evidence is not Backing.BESIDE_CLAIMS:
            return []
        numbers = (self._setting.citations.number(each) for each in dict.fromkeys(evidence))
        return [block for number in numbers if number is not None for block in self._record(number)]

    def new(self, evidence: Iterable[EvidenceId]) -> list[Block]:
        """The records of a table that were not shown before: its own marks lead to the others."""
        numbers = {each: self._setting.citations.number(each) for each in dict.fromkeys(evidence)}
        return self.below(each for each, number in numbers.items() if number not in self._shown)

    def _record(self, number: int) -> list[Block]:
        if number not in self._shown:
            self._shown.add(number)
            return entry(self._setting, number, Look.BACKING)
        return self._setting.rows(lambda language: self._again(number, language))

    def _again(self, number: int, language: Language) -> Paragraph:
        title = self._setting.citations.records[number - 1].title.best(language)
        words = say(language, SEE_ABOVE, title=title)
        place = Citations.anchor(number)
        return Paragraph(Look.BACKING, Flow(language, (Piece(words, anchor=place),)), label=f"[{number}]", refers=place)
