"""The stretches of a comparison as words: figures written out, citations by the titles of their records."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from cmdesk.comparing import Kind, Stretch
from cmdesk.i18n import N_, catalogue
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Figure, Span
from cmdesk.reading import MISSING_FIGURE, figure_words
from cmdesk.versions.comparison import Change, Comparison, LineChange

CHANGES: Mapping[Change, str] = {
    Change.ADDED: N_("Added"),
    Change.REMOVED: N_("Taken out"),
    Change.CHANGED: N_("Changed"),
    Change.MOVED: N_("Moved"),
    Change.OTHERWISE: N_("Same words, other details"),
}
"""What became of a line, to be translated when shown."""


@dataclass(frozen=True, slots=True)
class Said:
    """Letters of one look, and what became of them."""

    words: str
    kind: Kind
    bold: bool = False
    italic: bool = False
    source: EvidenceId | None = None
    """The record that a citation names."""


def said(line: LineChange, language: Language, comparison: Comparison) -> Iterator[Said]:
    """The words of a line in one language: what was deleted as it read then, all else as it reads later."""
    for stretch in line.in_(language):
        state = comparison.before if stretch.kind is Kind.DELETED else comparison.after
        yield from _said(stretch, language, state.evidence)


def _said(stretch: Stretch, language: Language, evidence: Mapping[EvidenceId, Evidence]) -> Iterator[Said]:
    for run in stretch.text.runs:
        match run:
            case Span():
                yield Said(run.text, stretch.kind, run.bold, run.italic)
            case Figure():
                record = evidence.get(run.evidence)
                yield Said(MISSING_FIGURE if record is None else figure_words(record, language), stretch.kind)
            case Citation():
                words = _citation(run, language, evidence.get(run.evidence))
                yield Said(words, stretch.kind, source=run.evidence)


def _citation(citation: Citation, language: Language, record: Evidence | None) -> str:
    gone = catalogue(language.value).gettext(N_("source missing"))
    title = gone if record is None else record.title.best(language)
    return f" [{title}, {citation.locator}]" if citation.locator else f" [{title}]"
