"""The form templates on disk: which there are, and the form that each stands for."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

from cmdesk import assets
from cmdesk.forms import positions, schema
from cmdesk.forms.mistakes import FormError, Mistake, UnknownFormError, UnreadableFormError
from cmdesk.i18n import _
from cmdesk.model.form import Form
from cmdesk.model.language import Wording

_LINE = re.compile(r"\s*\(at line (\d+), column (\d+)\)")
_END = re.compile(r"\s*\(at end of document\)")


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
    source = _source(path)
    content = _content(path, source)
    found, ledger = schema.read(content, positions.lines(source))
    if ledger.mistakes:
        raise FormError(path, ledger.mistakes)
    return found


def _files(folder: Path | None) -> list[Path]:
    return sorted((folder or shipped()).glob("*.toml"))


def _summary(path: Path) -> FormSummary:
    found = load(path)
    return FormSummary(found.id, found.edition, found.title, path)


def _source(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UnreadableFormError(path, error.strerror or str(error)) from error
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")  # Windows' editors put both
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        problem = _("this is not UTF-8 text; save the file with the encoding UTF-8.")
        raise FormError(path, [Mistake(line, "", problem)]) from error


def _content(path: Path, source: str) -> dict[str, object]:
    try:
        return tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise FormError(path, [_syntax(str(error), source)]) from error


def _syntax(message: str, source: str) -> Mistake:
    """The mistake that the standard reader tells of; it puts line and column into its words only."""
    found = _LINE.search(message)
    line = int(found[1]) if found else len(source.splitlines())
    reason = _END.sub("", _LINE.sub("", message))
    return Mistake(line, "", _("this is not valid TOML ({reason}).").format(reason=reason))
