"""A comparison of two states of a dossier as a document: what changed, for those who decide."""

from dataclasses import dataclass

from cmdesk.comparing import Kind
from cmdesk.export.blocks import Block, Cell, Document, Flow, Heading, Look, Paragraph, Piece, Table
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.cover import footer, running_head
from cmdesk.export.composing.digits import with_thai_digits
from cmdesk.export.composing.grid import cell
from cmdesk.export.composing.prose import BULLET, LOOKS
from cmdesk.export.composing.setting import Setting, plain, say
from cmdesk.export.profile import Digits, Manner, profile_of
from cmdesk.i18n import N_
from cmdesk.model.answer import ParagraphKind
from cmdesk.model.language import Language, Wording
from cmdesk.versions.comparison import Change, Comparison, LineChange, Section
from cmdesk.versions.wording import CHANGES, Said, said

TITLE = N_("What changed")
NOTHING = N_("Nothing changed.")
EARLIER, LATER = N_("Earlier state"), N_("Later state")
COUNTED = N_("Paragraphs and entries")
COUNTS = N_("{changed} changed, {added} added, {removed} taken out, {moved} moved")
STRUCK, UNDERLINED = N_("Struck out: what was taken out"), N_("Underlined: what is new")
_WIDTHS = (0.34, 0.66)


@dataclass(frozen=True, slots=True)
class Names:
    """What the two states of a comparison are called."""

    before: Wording
    after: Wording


def changes_document(comparison: Comparison, names: Names, manner: Manner) -> Document:
    """The document that shows a comparison, in one language or both; only what changed is in it."""
    profile = profile_of(manner)
    setting = Setting(comparison.after, profile, Citations(comparison.after))
    main = profile.languages.furniture
    document = Document(
        title=say(main, TITLE),
        language=main,
        running_head=running_head(setting),
        footer=footer(setting),
        blocks=tuple(_head(setting, comparison, names) + _sections(setting, comparison)),
        author=comparison.after.profile.city.best(main),
        subject=comparison.after.profile.title.best(main),
        page=profile.page,
        looks=profile.looks,
    )
    return with_thai_digits(document) if profile.digits is Digits.THAI else document


def _head(setting: Setting, comparison: Comparison, names: Names) -> list[Block]:
    counts = {
        "changed": comparison.count(Change.CHANGED, Change.OTHERWISE),
        "added": comparison.count(Change.ADDED),
        "removed": comparison.count(Change.REMOVED),
        "moved": comparison.count(Change.MOVED),
    }
    rows = (
        _row(setting, EARLIER, setting.worded(names.before)),
        _row(setting, LATER, setting.worded(names.after)),
        _row(setting, COUNTED, setting.said(COUNTS, **counts)),
    )
    head = (cell(setting.said(N_("Dossier"))), cell(setting.worded(comparison.after.profile.title)))
    return [
        Heading(1, "", setting.said(TITLE), "changes"),
        Table(head, rows, _WIDTHS),
        *setting.rows(lambda language: Paragraph(Look.NOTE, _legend(language))),
    ]


def _row(setting: Setting, name: str, told: tuple[Flow, ...]) -> tuple[Cell, Cell]:
    return cell(setting.said(name)), cell(told)


def _legend(language: Language) -> Flow:
    struck, underlined = Piece(say(language, STRUCK), struck=True), Piece(say(language, UNDERLINED), inserted=True)
    return Flow(language, (struck, Piece(" · "), underlined))


def _sections(setting: Setting, comparison: Comparison) -> list[Block]:
    blocks = [block for section in comparison.changed for block in _section(setting, section, comparison)]
    return blocks or setting.lines(Look.EMPTY, lambda language: say(language, NOTHING))


def _section(setting: Setting, section: Section, comparison: Comparison) -> list[Block]:
    shown = [line for line in section.changed if _concerns(setting, line)]
    if not shown:
        return []
    heading = Heading(2, section.number, setting.worded(section.title), f"section-{section.name}")
    return [heading, *(block for line in shown for block in _line(setting, line, comparison))]


def _concerns(setting: Setting, line: LineChange) -> bool:
    """Whether a change is to be seen in the document's languages."""
    if line.change is not Change.CHANGED:
        return True
    return any(each.kind is not Kind.SAME for language in setting.languages.each for each in line.in_(language))


def _line(setting: Setting, line: LineChange, comparison: Comparison) -> list[Block]:
    def in_(language: Language) -> Paragraph | None:
        pieces = tuple(_piece(setting, part) for part in said(line, language, comparison))
        kind = line.line.kind
        look = Look.BODY if kind is ParagraphKind.NUMBERED else LOOKS[kind]
        label = BULLET if kind is ParagraphKind.BULLET else ""
        return Paragraph(look, Flow(language, pieces), label=label) if pieces else None

    return [*setting.rows(lambda language: _about(line, language)), *setting.rows(in_)]


def _about(line: LineChange, language: Language) -> Paragraph | None:
    """What the line is and what became of it; nothing where its words alone tell that."""
    became = "" if line.change is Change.CHANGED else say(language, CHANGES[line.change])
    told = ": ".join(filter(None, (line.line.label.best(language), became)))
    return Paragraph(Look.GUIDANCE, plain(language, told)) if told else None


def _piece(setting: Setting, part: Said) -> Piece:
    """Letters with what became of them; a citation that stayed has its number, as in the dossier itself."""
    number = setting.citations.number(part.source) if part.source and part.kind is Kind.SAME else None
    if number is not None:
        return Piece(f"[{number}]", raised=True)
    struck, inserted = part.kind is Kind.DELETED, part.kind is Kind.INSERTED
    return Piece(part.words, bold=part.bold, italic=part.italic, struck=struck, inserted=inserted)
