"""What is the matter with records: the findings of the library, record by record."""

from collections.abc import Collection, Mapping
from enum import Enum

from cmdesk.checks.evidence import before_joining
from cmdesk.i18n import N_, _
from cmdesk.library.gaps import older_figures, wider_figures
from cmdesk.library.rights import Objection, rights_of
from cmdesk.library.uses import Use
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId


class Problem(Enum):
    """Something about a record that a person should look at; the gravest first."""

    CONSENT = N_("Consent is missing or refused")
    RIGHTS = N_("Rights are not written down")
    FILE = N_("A file is missing or altered")
    UNSAFE = N_("A file is never handed on")
    EARLY = N_("Before the city joined")
    WIDER = N_("Holds for a wider area")
    OLDER = N_("Older than other figures")
    SOURCELESS = N_("No source")
    UNDATED = N_("No date")
    UNUSED = N_("Not used anywhere")

    @property
    def label(self) -> str:
        """Its name in the interface's language."""
        return _(self.value)


_OF_RIGHTS = {Objection.NO_RIGHTS: Problem.RIGHTS, Objection.UNSAFE_FILE: Problem.UNSAFE}
_ORDER = list(Problem)
Places = Mapping[EvidenceId, tuple[Use, ...]]
Problems = dict[EvidenceId, tuple[Problem, ...]]


def problems(dossier: Dossier, places: Places, unsound: Collection[str] = ()) -> Problems:
    """The problems of each record that has any; `unsound` are hashes of files that are missing or altered."""
    found: dict[EvidenceId, set[Problem]] = {
        record.id: set(_of_record(record, places, unsound)) for record in dossier.evidence.values()
    }
    for problem, findings in (
        (Problem.EARLY, before_joining(dossier)),
        (Problem.WIDER, wider_figures(dossier, places)),
        (Problem.OLDER, older_figures(dossier, places)),
    ):
        for finding in findings:
            if finding.evidence is not None:
                found[finding.evidence].add(problem)
    return {name: tuple(sorted(each, key=_ORDER.index)) for name, each in found.items() if each}


def _of_record(record: Evidence, places: Places, unsound: Collection[str]) -> list[Problem]:
    said = [_OF_RIGHTS.get(objection, Problem.CONSENT) for objection in rights_of(record).objections]
    facts = {
        Problem.FILE: any(file.sha256 in unsound for file in record.attachments),
        Problem.SOURCELESS: not (record.source or record.author or record.rights_holder or record.address),
        Problem.UNDATED: record.period is None and (record.measure is None or record.measure.year is None),
        Problem.UNUSED: record.id not in places,
    }
    return said + [problem for problem, holds in facts.items() if holds]
