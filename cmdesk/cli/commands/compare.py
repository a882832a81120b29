"""`cmdesk compare`: what changed from one version of a dossier to another, as a document."""

from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from cmdesk.cli.failures import UnknownVersionError
from cmdesk.cli.opening import opened_project
from cmdesk.cli.progress_bar import shown
from cmdesk.cli.showing import in_interface_language, say
from cmdesk.cli.status import Status
from cmdesk.export.comparing import Names, changes_name, export_changes
from cmdesk.export.compose import Languages
from cmdesk.export.exporting import Format
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Wording
from cmdesk.store.project import Project
from cmdesk.store.versions import Version
from cmdesk.versions.comparison import Comparison, compare_dossiers
from cmdesk.versions.naming import now_title, version_title

NOW = "now"


@dataclass(frozen=True, slots=True)
class _State:
    name: Wording
    dossier: Dossier


def run(arguments: Namespace) -> int:
    """0 when the comparison is written."""
    form, languages = Format(arguments.format), Languages(arguments.languages)
    with opened_project(arguments.dossier) as project:
        before, after = (_state(project, word) for word in (arguments.before, arguments.after))
    comparison = compare_dossiers(before.dossier, after.dossier)
    target = Path(arguments.out or changes_name(after.dossier, form, languages))
    with shown(_("Exporting")) as progress:
        export_changes(comparison, Names(before.name, after.name), form, languages, target, progress)
    say(_told(comparison, target))
    return Status.FINE


def _state(project: Project, wanted: str) -> _State:
    if wanted.casefold() == NOW:
        return _State(now_title(), project.dossier)
    versions = project.versions.list()
    found = next((version for version in versions if _is(version, wanted)), None)
    if found is None:
        known = (in_interface_language(version_title(each.name, each.at)) for each in versions)
        raise UnknownVersionError(wanted, (*known, NOW))
    return _State(version_title(found.name, found.at), project.versions.dossier(found))


def _is(version: Version, wanted: str) -> bool:
    day = f"{version.at.astimezone():%Y-%m-%d}"
    titles = version_title(version.name, version.at)
    names = (version.id, version.name, day, titles.thai, titles.english)
    return wanted.casefold() in {name.casefold() for name in names if name}


def _told(comparison: Comparison, target: Path) -> str:
    changed = len(comparison.changed)
    message = ngettext(
        "“{file}” is written: {count} section changed.", "“{file}” is written: {count} sections changed.", changed
    )
    return message.format(file=target, count=changed)
