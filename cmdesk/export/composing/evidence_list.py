"""The numbered list of the evidence that the dossier cites."""

from cmdesk.export.blocks import Block, Flow, Heading, Look, PageBreak, Paragraph, Piece
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.dates import span_in
from cmdesk.export.composing.names import KINDS
from cmdesk.export.composing.setting import Setting, say
from cmdesk.export.composing.text import linked
from cmdesk.export.profile import Backing
from cmdesk.i18n import N_
from cmdesk.model.evidence import Evidence
from cmdesk.model.language import Language
from cmdesk.reading import figure_words

TITLE = N_("Evidence")
UNTITLED = N_("Untitled record")
SEPARATOR = " · "


def evidence_list(setting: Setting) -> list[Block]:
    """Every cited record under its number, from a new page on; nothing when none is cited, or they stand elsewhere."""
    records = setting.citations.records
    if not records or setting.profile.included.evidence is not Backing.AT_END:
        return []
    blocks: list[Block] = [PageBreak(), Heading(1, "", setting.said(TITLE), "evidence")]
    for number in range(1, len(records) + 1):
        blocks += entry(setting, number)
    return blocks


def entry(setting: Setting, number: int, look: Look = Look.ENTRY) -> list[Block]:
    """The record of a number in full, and the place that its marks lead to."""
    record = setting.citations.records[number - 1]
    first = setting.languages.each[0]

    def in_(language: Language) -> Paragraph:
        # An anchor is a place, so it stands once, on the left.
        place, is_first = Citations.anchor(number), language is first
        return Paragraph(
            look,
            _flow(setting, record, language),
            label=f"[{number}]",
            anchor=place if is_first else "",
            refers="" if is_first else place,
        )

    return setting.rows(in_)


def _flow(setting: Setting, record: Evidence, language: Language) -> Flow:
    pieces = [Piece(record.title.best(language) or say(language, UNTITLED), bold=True)]
    details = [
        say(language, KINDS[record.kind]),
        figure_words(record, language) if record.measure else "",
        span_in(setting.profile.era, record.period, language) if record.period else "",
        record.source.best(language),
    ]
    pieces += [Piece(SEPARATOR + detail) for detail in details if detail]
    if record.address:
        pieces += [Piece("\n"), linked(record.address)]
    return Flow(language, tuple(pieces))
