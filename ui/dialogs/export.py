"""The dossier as a document: of which kind, in which manner, where to, how far, and what came of it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cmdesk.export import profiles
from cmdesk.export.compose import Languages
from cmdesk.export.exporting import Format, Receipt, export, suggested_name
from cmdesk.export.profile import Manner
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.progress import Progress
from ui import messages
from ui.dialogs.making import MakingDialog
from ui.dialogs.manners import described
from ui.widgets.choices import Choices
from ui.widgets.picker import Picker

FORMATS = tuple(Format)
_HOUSE = (Languages.BOTH, Languages.THAI, Languages.ENGLISH)


class ExportDialog(MakingDialog):
    """Offers every format and every profile that there is."""

    def __init__(self, dossier: Dossier, place: Path, parent: QWidget | None = None) -> None:
        super().__init__(640, dossier, parent)
        self._place = place
        self._own_target: Path | None = None
        self.manners: tuple[Manner, ...] = (*_HOUSE, *profiles.available())
        self.format, self.manner = Choices(len(FORMATS), columns=3), Picker()
        self.ask(self.format, self.manner)
        self.format.chosen.connect(self._chosen)
        self.manner.chosen.connect(self._chosen)
        self._say()
        self._chosen()

    def _say(self) -> None:
        self.title(_("Export"))
        self.format.say(_("As"), *map(_kind, FORMATS))
        self.manner.offer(_("&Style"), described(self.manners))
        self.target_name.setText(_("Into the file"))
        self.elsewhere.setText(_("C&hoose…"))
        self.start.setText(_("E&xport"))
        self.open_file.setText(_("&Open file"))
        self.show_in.setText(_("Show in &folder"))

    @property
    def _wanted(self) -> tuple[Format, Manner]:
        return FORMATS[self.format.place], self.manners[self.manner.place]

    @property
    def path(self) -> Path:
        """The file that will be written."""
        return self._own_target or self._place / suggested_name(self.dossier, *self._wanted)

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
        """The export."""
        return partial(export, self.dossier, *self._wanted, self.path)

    def told(self, receipt: Receipt) -> tuple[str, str]:
        """What was written."""
        return receipt_words(receipt), ""


def _kind(form: Format) -> str:
    return {
        Format.DOCX: _("&Word document"),
        Format.PDF: _("&PDF document"),
        Format.HTML: _("We&b page"),
        Format.MARKDOWN: _("&Markdown text"),
        Format.TEXT: _("Plain &text"),
        Format.XLSX: _("Figures as a sp&readsheet"),
    }[form]


def receipt_words(receipt: Receipt) -> str:
    """What was written, for people."""
    size = max(1, round(receipt.size / 1000))
    told = _("Written: {file}, {size} KB").format(file=receipt.path.name, size=size)
    if receipt.pages is None:
        return told
    pages = ngettext("{count} page", "{count} pages", receipt.pages).format(count=receipt.pages)
    return f"{told} · {pages}"
