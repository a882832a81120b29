"""The checklist for the team, in the interface's language: what to sign, what the checks found, which files stay."""

from collections.abc import Iterable

from cmdesk.checks import Finding, Severity
from cmdesk.export.blocks import Block, Cell, Document, Flow, Heading, Look, Paragraph, Piece, Table
from cmdesk.export.composing.setting import plain
from cmdesk.export.profile import Profile
from cmdesk.i18n import N_, _, language
from cmdesk.model.answer import Consent, Signature
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.reading import moment_words
from cmdesk.submission.enclosures import Enclosures, LeftOut, reasons

TICK = 0.09
SEVERITIES = {Severity.ERROR: N_("error"), Severity.WARNING: N_("warning"), Severity.NOTE: N_("note")}


def checklist(dossier: Dossier, profile: Profile, findings: Iterable[Finding], enclosures: Enclosures) -> Document:
    """The checklist as a document, each line with room for a tick."""
    main = Language(language())
    title = _("Checklist before the dossier is handed in")
    blocks = [
        Heading(1, "", (plain(main, title),), "checklist"),
        Paragraph(Look.BODY, plain(main, _("For the team: this paper is not handed in."))),
        *_part(main, _("To be signed"), "sign", (_("Paper"), _("State")), (0.5, 0.41), _to_sign(dossier, main)),
        *_part(main, _("Found by the checks"), "checks", (_("Where"), _("What")), (0.2, 0.71), _found(findings)),
        *_part(
            main, _("Files that stay here"), "files", (_("File"), _("Why")), (0.45, 0.46), _staying(enclosures, main)
        ),
    ]
    name = dossier.profile.title.best(main) or dossier.form.title.best(main)
    foot = plain(main, _("Page {page} of {pages}"))
    return Document(title, main, plain(main, name), foot, tuple(blocks), page=profile.page)


def _part(
    main: Language,
    title: str,
    anchor: str,
    names: tuple[str, str],
    widths: tuple[float, float],
    rows: list[tuple[str, str]],
) -> list[Block]:
    heading = Heading(2, "", (plain(main, title),), anchor)
    if not rows:
        return [heading, Paragraph(Look.BODY, plain(main, _("Nothing.")))]
    head = tuple(_cell(main, name) for name in (_("Done"), *names))
    filled = tuple((_cell(main, " "), *(_cell(main, words) for words in row)) for row in rows)
    return [heading, Table(head, filled, (TICK, *widths))]


def _cell(main: Language, words: str) -> Cell:
    return Cell((Flow(main, (Piece(words),)),))


def _to_sign(dossier: Dossier, main: Language) -> list[tuple[str, str]]:
    found = []
    for question in dossier.form.questions:
        match dossier.answer(question.id):
            case Signature(signed_on=day, stamped=stamped):
                state = _("Signed on {date}.").format(date=moment_words(day, main)) if day else _("Not signed yet.")
                seal = _("The official stamp is on the paper.") if stamped else _("The official stamp is missing.")
                found.append((f"{question.id} {question.title.best(main)}", f"{state} {seal}"))
            case Consent(given=given):
                state = _("Consent to publish is given.") if given else _("Consent to publish is not given yet.")
                found.append((f"{question.id} {question.title.best(main)}", state))
            case _:
                pass
    return found


def _found(findings: Iterable[Finding]) -> list[tuple[str, str]]:
    return [
        (" ".join(filter(None, (finding.question, _(SEVERITIES[finding.severity])))), finding.sentence)
        for finding in findings
        if finding.severity is not Severity.NOTE
    ]


def _staying(enclosures: Enclosures, main: Language) -> list[tuple[str, str]]:
    return [(_file(left, main), " ".join(reasons(left))) for left in enclosures.left_out]


def _file(left: LeftOut, main: Language) -> str:
    return f"[{left.number}] {left.record.title.best(main)}: {left.attachment.name}"
