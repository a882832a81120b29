"""What still stands between a dossier and its submission: one rule to a function, pure, over a state."""

from cmdesk.checks.finding import Finding, Severity, Summary, exit_status, summary
from cmdesk.checks.readiness import check

__all__ = ["Finding", "Severity", "Summary", "check", "exit_status", "summary"]
