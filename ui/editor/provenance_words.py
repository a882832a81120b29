"""How surely a limit is known, in words."""

from cmdesk.counting import Budget, method
from cmdesk.i18n import _
from cmdesk.model.form import Limit, Surety
from cmdesk.model.language import Language


def budget_details(budget: Budget, tongue: Language) -> str:
    """How an answer is counted, and whose limit it is counted against; lines for a tool tip."""
    lines = [] if budget.limit is None else limit_details(budget.limit, tongue)
    return "\n".join([*lines, method(budget.unit)])


def limit_details(limit: Limit, tongue: Language) -> list[str]:
    """How surely a limit is known, on what basis, and where it is published."""
    basis, address = limit.provenance.basis.best(tongue), limit.provenance.address
    source = _("Source: {address}").format(address=address) if address else ""
    return [line for line in (_surety(limit.provenance.surety), basis, source) if line]


def _surety(surety: Surety) -> str:
    match surety:
        case Surety.SOURCED:
            return _("This limit is published.")
        case Surety.TOPIC_SOURCED:
            return _("The topic is published; the limit is inferred.")
        case Surety.INFERRED:
            return _("This limit is inferred, not published.")
        case Surety.RECALLED:
            return _("This limit is from memory and has not been verified.")
        case Surety.HOUSE_TARGET:
            return _("This is our own target and no rule of UNESCO’s; it may be passed.")
