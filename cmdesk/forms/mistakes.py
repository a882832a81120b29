"""What can be wrong with a form template, told so that its author finds the place."""

from collections.abc import Iterable

from cmdesk.errors import CMDeskError
from cmdesk.i18n import _, ngettext
from cmdesk.toml_files.mistakes import FaultyFileError, UnreadableFileError


class FormError(FaultyFileError):
    """A template is not as the schema wants it; all that is wrong with it is named at once."""

    @property
    def what(self) -> str:
        """File, lines, fields and what is wrong with them, on one line."""
        count = len(self.mistakes)
        message = ngettext(
            "The form file “{file}” has {count} mistake. {mistakes}",
            "The form file “{file}” has {count} mistakes. {mistakes}",
            count,
        )
        return message.format(file=self.path.name, count=count, mistakes=self.told)

    @property
    def advice(self) -> str:
        """Where to look the schema up."""
        return _("Correct the lines named; SCHEMA.md beside the forms shipped with CMDesk explains every key.")


class UnreadableFormError(UnreadableFileError):
    """A template could not be read from the disk."""

    @property
    def what(self) -> str:
        """The file and the system's reason."""
        return _("The form file “{file}” cannot be read: {reason}.").format(file=self.path.name, reason=self.reason)


class UnknownFormError(CMDeskError):
    """No template has the id asked for."""

    def __init__(self, form_id: str, known: Iterable[str]) -> None:
        self.form_id = form_id
        self.known = tuple(known)
        super().__init__(f"no form {form_id!r} among {', '.join(self.known)}")

    @property
    def what(self) -> str:
        """The id that nothing answers to."""
        return _("There is no form named “{form}”.").format(form=self.form_id)

    @property
    def advice(self) -> str:
        """The ids that there are."""
        return _("Choose one of these: {forms}.").format(forms=", ".join(self.known))
