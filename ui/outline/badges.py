"""What needs looking at in a section, as small signs with numbers. Pure: no Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass

from cmdesk.checks import Finding, Severity
from cmdesk.i18n import ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.model.noted import notes_of_answer
from cmdesk.model.tally import tally_of_answer

UNSUPPORTED = {"source.none", "source.gone", "source.no_value"}
"""Rules that tell of evidence which is missing."""
_STALE = "pair.stale"


@dataclass(frozen=True, slots=True)
class Badge:
    """A sign of a shape of its own, a number, and what they mean."""

    icon: str
    ink: str
    count: int
    words: str


def badges(dossier: Dossier, question: QuestionId, findings: Sequence[Finding]) -> tuple[Badge, ...]:
    """Those that a section has, the gravest first."""
    here = [finding for finding in findings if finding.question == question]
    errors = [finding for finding in here if finding.severity is Severity.ERROR]
    other = [each for each in here if each.severity is Severity.WARNING and each.rule not in {*UNSUPPORTED, _STALE}]
    bare = [finding for finding in here if finding.rule in UNSUPPORTED]
    stale = sum(tally_of_answer(dossier, question, language).stale for language in Language)
    notes = sum(not note.done for note in notes_of_answer(dossier, question))
    made = (
        Badge("error", "bad", len(errors), ngettext("{count} error", "{count} errors", len(errors))),
        Badge("stale", "warn", len(other), ngettext("{count} warning", "{count} warnings", len(other))),
        Badge("stale_pair", "warn", stale, ngettext("{count} stale translation", "{count} stale translations", stale)),
        Badge(
            "citation",
            "warn",
            len(bare),
            ngettext("evidence missing in {count} place", "evidence missing in {count} places", len(bare)),
        ),
        Badge("note", "accent", notes, ngettext("{count} open note", "{count} open notes", notes)),
    )
    return tuple(_counted(badge) for badge in made if badge.count)


def _counted(badge: Badge) -> Badge:
    return Badge(badge.icon, badge.ink, badge.count, badge.words.format(count=badge.count))
