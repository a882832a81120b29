"""What changed between two states, as a document for those who decide."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cmdesk.export.comparing import FORMATS, Names, changes_name, export_changes
from cmdesk.export.compose import Languages
from cmdesk.export.exporting import Format, Receipt
from cmdesk.i18n import _
from cmdesk.progress import Progress
from cmdesk.session import Session
from cmdesk.versions.comparison import compare_dossiers
from ui import messages
from ui.dialogs.export import receipt_words
from ui.dialogs.making import MakingDialog
from ui.history.comparing_job import Reading, reading
from ui.history.states import State, states_of
from ui.widgets.choices import Choices
from ui.widgets.picker import Picker

_LANGUAGES = (Languages.BOTH, Languages.THAI, Languages.ENGLISH)


class ChangesDialog(MakingDialog):
    """Asks from which state to which, and writes what changed."""

    def __init__(self, session: Session, states: tuple[State, State] | None, parent: QWidget | None = None) -> None:
        super().__init__(640, session.dossier, parent)
        self._place = session.project.folder.parent
        self._own_target: Path | None = None
        self._states = states_of(session)
        self.before, self.after = Picker(), Picker()
        self.format, self.languages = Choices(len(FORMATS), columns=2), Choices(len(_LANGUAGES))
        self.ask(self.before, self.after, self.format, self.languages)
        for part in (self.format, self.languages):
            part.chosen.connect(self._chosen)
        self._say(states or self._usual())
        self._chosen()

    def _usual(self) -> tuple[State, State]:
        """From the first version that somebody named, or the very first one, to now."""
        versions = self._states[1:]
        named = [state for state in versions if state.version and not state.version.automatic]
        return (named or versions or self._states)[-1], self._states[0]

    def _say(self, states: tuple[State, State]) -> None:
        self.title(_("What changed"))
        offered = [(state.words, "") for state in self._states]
        before, after = (self._place_of(state) for state in states)
        self.before.offer(_("&From"), offered, before)
        self.after.offer(_("T&o"), offered, after)
        self.format.say(_("As"), *map(_kind, FORMATS))
        self.languages.say(_("In"), _("&Both languages, side by side"), _("&Thai"), _("&English"))
        self.target_name.setText(_("Into the file"))
        self.elsewhere.setText(_("C&hoose…"))
        self.start.setText(_("E&xport"))
        self.open_file.setText(_("Open f&ile"))
        self.show_in.setText(_("&Show in folder"))

    def _place_of(self, state: State) -> int:
        ids = [each.version.id if each.version else "" for each in self._states]
        return ids.index(state.version.id if state.version else "")

    def _look_through(self) -> None:
        """Nothing: what the checks find is no matter here."""

    @property
    def _wanted(self) -> tuple[Format, Languages]:
        return FORMATS[self.format.place], _LANGUAGES[self.languages.place]

    @property
    def path(self) -> Path:
        """The file that will be written."""
        return self._own_target or self._place / changes_name(self.dossier, *self._wanted)

    def _chosen(self) -> None:
        self._own_target = None
        self._show_target()

    def _show_target(self) -> None:
        self.receipt = None
        self.target.setText(str(self.path))
        self.problem.help(_("The file that is there now will be replaced.") if self.path.is_file() else "")
        self.stage(working=False)

    def choose_target(self) -> None:
        """Let the user say into which file."""
        form = self._wanted[0]
        kind = _kind(form).replace("&", "")
        chosen = messages.choose_target(self, _("Export into the file"), self.path, kind, form.suffix)
        if chosen is not None:
            self._own_target, self._place = chosen, chosen.parent
            self._show_target()

    def work(self) -> Callable[[Progress], Receipt]:
        """The comparison and its export."""
        before, after = (self._states[picker.place] for picker in (self.before, self.after))
        names = Names(before.name, after.name)
        return partial(_written, reading(before), reading(after), names, *self._wanted, self.path)

    def told(self, receipt: Receipt) -> tuple[str, str]:
        """What was written."""
        return receipt_words(receipt), ""


def _written(
    before: Reading, after: Reading, names: Names, form: Format, languages: Languages, path: Path, progress: Progress
) -> Receipt:
    comparison = compare_dossiers(before(), after(), progress)
    return export_changes(comparison, names, form, languages, path, progress)


def _kind(form: Format) -> str:
    return {
        Format.DOCX: _("&Word document"),
        Format.PDF: _("&PDF document"),
        Format.HTML: _("Web pa&ge"),
        Format.MARKDOWN: _("&Markdown text"),
    }[form]
