"""The form templates on disk: which there are, and the form that each stands for."""

from dataclasses import dataclass
from pathlib import Path

from cmdesk import assets
from cmdesk.forms import schema
from cmdesk.forms.mistakes import FormError, UnknownFormError, UnreadableFormError
from cmdesk.model.form import Form
from cmdesk.model.language import Wording
from cmdesk.toml_files.reading import Kind, read

KIND = Kind(FormError, UnreadableFormError)


@dataclass(frozen=True, slots=True)
class FormSummary:
    """What a list of forms shows of one."""

    id: str
    edition: str
    title: Wording
    path: Path


def shipped() -> Path:
    """Folder of the templates that come with the program."""
    return assets.resource("forms")


def available(folder: Path | None = None) -> tuple[FormSummary, ...]:
    """The forms of a folder (the shipped ones by default), by file name; raises `FormError` for a faulty one."""
    return tuple(_summary(path) for path in _files(folder))


def form(form_id: str, folder: Path | None = None) -> Form:
    """The form of an id; raises `UnknownFormError`, which lists those there are."""
    known = []
    for path in _files(folder):
        found = load(path)
        if found.id == form_id:
            return found
        known.append(found.id)
    raise UnknownFormError(form_id, known)


def load(path: Path) -> Form:
    """The form that a template stands for; raises `FormError` with all that is wrong, or `UnreadableFormError`."""
    found, ledger = schema.read(*read(path, KIND))
    if ledger.mistakes:
        raise FormError(path, ledger.mistakes)
    return found


def _files(folder: Path | None) -> list[Path]:
    return sorted((folder or shipped()).glob("*.toml"))


def _summary(path: Path) -> FormSummary:
    found = load(path)
    return FormSummary(found.id, found.edition, found.title, path)
