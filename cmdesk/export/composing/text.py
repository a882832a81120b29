"""The dossier's rich text as flows: citations become numbers, figures are written out."""

import re
import unicodedata
from dataclasses import replace
from urllib.parse import unquote

from cmdesk.export.blocks import Flow, Piece
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.setting import Setting, say
from cmdesk.export.profile import Backing
from cmdesk.i18n import N_
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language
from cmdesk.model.links import is_allowed
from cmdesk.model.text import Citation, Figure, Run, Span, Text
from cmdesk.reading import MISSING_FIGURE, figure_words

SOURCE_GONE = N_("[source missing]")

_CODED = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


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
    return Piece(f"[{inside}]", anchor=_place(setting, number), raised=True)


def _figure(setting: Setting, evidence: EvidenceId, language: Language) -> Piece:
    record = setting.dossier.evidence.get(evidence)
    number = setting.citations.number(evidence)
    if record is None or record.measure is None or number is None:
        return Piece(MISSING_FIGURE, bold=True)
    return Piece(figure_words(record, language), anchor=_place(setting, number))


def _place(setting: Setting, number: int) -> str:
    """Where the record of a number stands; nowhere when the document leaves the records out."""
    return "" if setting.profile.included.evidence is Backing.NOWHERE else Citations.anchor(number)


def source_mark(setting: Setting, evidence: EvidenceId) -> tuple[Flow, ...]:
    """The mark of a source in a cell: once and not raised, for it stands alone there."""
    language = setting.languages.furniture
    return (Flow(language, (replace(mark(setting, evidence, language), raised=False),)),)


def linked(address: str) -> Piece:
    """An address as people read it, which can be followed unless it leads where nobody should be led."""
    return Piece(_readable(address), link=address if is_allowed(address) else "")


def _readable(address: str) -> str:
    """An address with its letters for their codes, as far as they are letters: a Thai one is ten lines long else."""
    return _CODED.sub(lambda match: _letters(match[0]), address)


def _letters(coded: str) -> str:
    plain = unquote(coded, errors="replace")
    return plain if all(unicodedata.category(letter)[0] in "LM" for letter in plain) else coded
