"""The dossier's rich text as flows: citations become numbers, figures are written out."""

from dataclasses import replace

from cmdesk.export.blocks import Flow, Piece
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.setting import Setting, say
from cmdesk.i18n import N_
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language
from cmdesk.model.links import is_allowed
from cmdesk.model.text import Citation, Figure, Run, Span, Text
from cmdesk.reading import figure_words

SOURCE_GONE = N_("[source missing]")
FIGURE_GONE = N_("[figure missing]")


def flow_of(setting: Setting, text: Text, language: Language) -> Flow:
    """A text as it is read in the document."""
    return Flow(language, tuple(_piece(setting, run, language) for run in text.runs))


def _piece(setting: Setting, run: Run, language: Language) -> Piece:
    match run:
        case Span():
            return Piece(run.text, bold=run.bold, italic=run.italic, link=run.link)
        case Citation():
            return mark(setting, run.evidence, language, run.locator)
        case Figure():
            return _figure(setting, run.evidence, language)


def mark(setting: Setting, evidence: EvidenceId, language: Language, locator: str = "") -> Piece:
    """The raised number of a record, leading to it; words that cannot be overlooked when it is gone."""
    number = setting.citations.number(evidence)
    if number is None:
        return Piece(say(language, SOURCE_GONE), bold=True)
    inside = f"{number}, {locator}" if locator else str(number)
    return Piece(f"[{inside}]", anchor=Citations.anchor(number), raised=True)


def _figure(setting: Setting, evidence: EvidenceId, language: Language) -> Piece:
    record = setting.dossier.evidence.get(evidence)
    number = setting.citations.number(evidence)
    if record is None or record.measure is None or number is None:
        return Piece(say(language, FIGURE_GONE), bold=True)
    return Piece(figure_words(record, language), anchor=Citations.anchor(number))


def source_mark(setting: Setting, evidence: EvidenceId) -> tuple[Flow, ...]:
    """The mark of a source in a cell: once and not raised, for it stands alone there."""
    language = setting.languages.furniture
    return (Flow(language, (replace(mark(setting, evidence, language), raised=False),)),)


def linked(address: str) -> Piece:
    """An address that can be followed, or only read when nobody should follow it."""
    return Piece(address, link=address if is_allowed(address) else "")
