"""What the coverage page lists: the records of a cell, gaps, piles, claims without proof, what would fall."""

from collections.abc import Iterator
from enum import Enum

from cmdesk.i18n import N_, _, ngettext
from cmdesk.library.claims import claims
from cmdesk.library.coverage import Cell, coverage, overused
from cmdesk.library.gaps import library_findings
from cmdesk.library.uses import Role, Use, unused, without
from cmdesk.model.form import Question, Topic
from cmdesk.model.ids import EvidenceId
from ui.library.catalogue import Catalogue
from ui.library.entry_list import Entry
from ui.library.matrix_view import told
from ui.library.places_text import section_name
from ui.library.records_model import second_line
from ui.library.words import title_of, topic_name


class Subject(Enum):
    """What is listed; the value is its name and a sentence that explains it."""

    CELL = N_("The chosen cell"), N_("Choose a cell to see what it stands on.")
    GAPS = N_("Gaps and pile-ups"), N_("Topics that stand on nothing, and those with far more than the others.")
    CLAIMS = N_("Claims without citation"), N_("Sentences with a number, a date or a superlative that cite nothing.")
    UNUSED = N_("Unused evidence"), N_("Records that nothing rests on.")
    FALLS = N_("If one were withdrawn"), N_("What would rest on nothing without a record; the heaviest losses first.")
    FIGURES = N_("Doubtful figures"), N_("Figures of a wider area, of older years, or from before the city joined.")

    @property
    def label(self) -> str:
        """Its name in the interface's language."""
        return _(self.value[0])

    @property
    def explained(self) -> str:
        """What it lists, in a sentence."""
        return _(self.value[1])


Chosen = tuple[Question, Topic, Cell] | None
_FIGURE_RULES = ("figure.wider", "figure.older", "evidence.before_joining")


def entries(subject: Subject, catalogue: Catalogue, chosen: Chosen) -> list[Entry]:
    """The lines of a subject."""
    match subject:
        case Subject.CELL:
            return list(_of_cell(catalogue, chosen))
        case Subject.GAPS:
            return list(_gaps(catalogue))
        case Subject.CLAIMS:
            return list(_claims(catalogue))
        case Subject.UNUSED:
            return [_record(catalogue, name) for name in unused(catalogue.dossier)]
        case Subject.FALLS:
            return list(_falls(catalogue))
        case Subject.FIGURES:
            return list(_figures(catalogue))


def _record(catalogue: Catalogue, name: EvidenceId, words: str = "") -> Entry:
    record = catalogue.dossier.evidence[name]
    return Entry(title_of(record), words or second_line(record), record=name)


def _of_cell(catalogue: Catalogue, chosen: Chosen) -> Iterator[Entry]:
    if chosen is None:
        return
    question, _topic, cell = chosen
    place = Use(EvidenceId(""), Role.CITED, question.id)
    yield Entry(told(cell), section_name(catalogue.dossier, question.id), place=place)
    yield from (_record(catalogue, name) for name in cell.records if name in catalogue.dossier.evidence)


def _gaps(catalogue: Catalogue) -> Iterator[Entry]:
    covered = coverage(catalogue.dossier)
    for matrix in (covered.criteria, covered.key_features):
        for topic in matrix.gaps:
            asking = next((q for q in matrix.questions if matrix.cell(q.id, topic.code).asked), None)
            place = Use(EvidenceId(""), Role.CITED, asking.id) if asking else None
            yield Entry(topic_name(topic), _("Nothing in the library stands behind it."), place=place)
        for topic in matrix.piles:
            yield Entry(topic_name(topic), _records_words(len(matrix.records(topic.code))))
    for name, count in overused(catalogue.dossier).items():
        if name in catalogue.dossier.evidence:
            words = _("Used in {count} places; should it be doubted, they all are.").format(count=count)
            yield _record(catalogue, name, words)


def _records_words(count: int) -> str:
    return ngettext("{count} record is piled up here.", "{count} records are piled up here.", count).format(count=count)


def _claims(catalogue: Catalogue) -> Iterator[Entry]:
    for claim in claims(catalogue.dossier):
        place = Use(EvidenceId(""), Role.CITED, claim.question, claim.paragraph, claim.language, claim.start)
        yield Entry(claim.words, section_name(catalogue.dossier, claim.question), place=place)


def _falls(catalogue: Catalogue) -> Iterator[Entry]:
    dossier = catalogue.dossier
    falls = [(name, without(dossier, name)) for name in catalogue.places if name in dossier.evidence]
    weight = {name: (len(f.questions), len(f.criteria), len(f.paragraphs) + len(f.rows)) for name, f in falls}
    for name, fall in sorted(falls, key=lambda each: weight[each[0]], reverse=True):
        losses = len(fall.paragraphs) + len(fall.rows)
        if not losses and not fall.questions:
            continue
        words = ngettext(
            "{count} paragraph or row would rest on nothing", "{count} paragraphs or rows would rest on nothing", losses
        ).format(count=losses)
        named = [section_name(dossier, question) for question in fall.questions]
        named += [_("criterion {code}").format(code=code) for code in fall.criteria]
        yield _record(catalogue, name, ": ".join(filter(None, (words, ", ".join(named)))))


def _figures(catalogue: Catalogue) -> Iterator[Entry]:
    for finding in library_findings(catalogue.dossier):
        if finding.rule in _FIGURE_RULES and finding.evidence is not None:
            yield _record(catalogue, finding.evidence, finding.sentence)
