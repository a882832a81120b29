import pytest

from cmdesk.checks import Finding, Severity, Summary, exit_status, summary

NOTE, WARNING, ERROR = (
    Finding("rule", severity, "Told.") for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)
)


@pytest.mark.parametrize(
    ("findings", "status"), [((), 0), ((NOTE,), 0), ((WARNING, NOTE), 1), ((WARNING, ERROR, NOTE), 2)]
)
def test_the_worst_finding_gives_the_exit_status(findings: tuple[Finding, ...], status: int) -> None:
    assert exit_status(findings) == status


def test_a_summary_counts_each_severity() -> None:
    assert summary((NOTE, ERROR, NOTE, WARNING, NOTE)) == Summary(1, 1, 3)


def test_a_summary_is_a_sentence() -> None:
    assert Summary(1, 2, 0).sentence == "1 error, 2 warnings, 0 notes"
