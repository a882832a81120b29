"""All rules over one dossier."""

from collections.abc import Callable, Iterator

from cmdesk.checks.evidence import before_joining, people_without_permission
from cmdesk.checks.fields import fields_empty, rows_empty
from cmdesk.checks.figures import facts_incomplete, statistics_incomplete
from cmdesk.checks.finding import Finding
from cmdesk.checks.lettering import letters_odd
from cmdesk.checks.limits import too_long
from cmdesk.checks.options import choices_out_of_range, marks_out_of_range
from cmdesk.checks.pairs import half_written, numbers_differ
from cmdesk.checks.papers import consents_missing, signatures_missing
from cmdesk.checks.sources import figures_without_value, records_gone, unsupported
from cmdesk.checks.translations import translations_stale, translations_unreviewed
from cmdesk.checks.unanswered import unanswered
from cmdesk.model.dossier import Dossier

RULES: tuple[Callable[[Dossier], Iterator[Finding]], ...] = (
    unanswered,
    fields_empty,
    rows_empty,
    signatures_missing,
    consents_missing,
    too_long,
    choices_out_of_range,
    marks_out_of_range,
    half_written,
    numbers_differ,
    translations_stale,
    translations_unreviewed,
    letters_odd,
    records_gone,
    figures_without_value,
    unsupported,
    facts_incomplete,
    statistics_incomplete,
    before_joining,
    people_without_permission,
)


def check(dossier: Dossier) -> tuple[Finding, ...]:
    """Everything that is found, in the form's order, the worst first within a question, what names no question last."""
    places = {question.id: place for place, question in enumerate(dossier.form.questions)}
    found = (finding for rule in RULES for finding in rule(dossier))

    def place(finding: Finding) -> tuple[int, int]:
        at = len(places) if finding.question is None else places[finding.question]
        return at, -finding.severity.value

    return tuple(sorted(found, key=place))
