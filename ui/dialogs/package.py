"""All that is handed in, in one folder: in which style, how big at most, where to, and what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cmdesk import places
from cmdesk.export import profiles
from cmdesk.export.naming import safe_stem
from cmdesk.i18n import _, ngettext
from cmdesk.model.dossier import Dossier
from cmdesk.progress import Progress
from cmdesk.submission.failures import MEGABYTE, megabytes
from cmdesk.submission.package import PackageReceipt, make_package
from ui import messages
from ui.dialogs.making import MakingDialog
from ui.dialogs.manners import described
from ui.widgets.picker import Picker

if TYPE_CHECKING:
    from cmdesk.submission.enclosures import Kept

_USUAL = "unesco-submission"
_LIMITS = (None, 10, 20, 25, 50, 100)
"""Megabytes that mail programs and upload pages commonly take."""
_TOLD = 8
"""Files left out that are named one by one."""


@dataclass(frozen=True, slots=True)
class PackageSource:
    """The dossier as it is now, and where its files are."""

    dossier: Dossier
    attachments: "Kept"


class PackageDialog(MakingDialog):
    """Makes the submission package."""

    def __init__(self, source: PackageSource, place: Path, parent: QWidget | None = None) -> None:
        super().__init__(640, source.dossier, parent)
        self._source, self._place = source, place
        self.profiles = profiles.available()
        self.style_, self.limit = Picker(), Picker()
        self.ask(self.style_, self.limit)
        self._say()
        self._target = self._free()
        self._show_target()

    def _say(self) -> None:
        self.title(_("Submission package"))
        usual = next((place for place, each in enumerate(self.profiles) if each.id == _USUAL), 0)
        self.style_.offer(_("&Style"), described(self.profiles), usual)
        self.limit.offer(_("&At most"), [_limit_words(limit) for limit in _LIMITS])
        self.target_name.setText(_("Into the new folder"))
        self.elsewhere.setText(_("C&hoose…"))
        self.start.setText(_("Make the &package"))
        self.open_file.setText(_("&Open folder"))
        self.show_in.setText(_("Show in &folder"))

    def _free(self) -> Path:
        profile = self.dossier.profile
        title = profile.title.english or profile.title.thai
        return places.free(self._place / safe_stem(title, _(" – to hand in")))

    @property
    def path(self) -> Path:
        """The folder that will be made."""
        return self._target

    def _show_target(self) -> None:
        self.receipt = None
        self.target.setText(str(self._target))
        self.stage(working=False)

    def choose_target(self) -> None:
        """Let the user say in which folder the new one is made."""
        place = messages.choose_folder(self, _("Choose the folder to put the package into"), self._place)
        if place is not None:
            self._place = place
            self._target = self._free()
            self._show_target()

    def work(self) -> Callable[[Progress], PackageReceipt]:
        """The making of the package."""
        limit = _LIMITS[self.limit.place]
        size = None if limit is None else limit * MEGABYTE
        return partial(make_package, self._source, self._target, self.profiles[self.style_.place], size)

    def told(self, receipt: PackageReceipt) -> tuple[str, str]:
        """What was made, and what stays out of it."""
        return package_words(receipt), left_out_words(receipt)


def _limit_words(limit: int | None) -> tuple[str, str]:
    if limit is None:
        return _("Any size"), _("Photographs stay as they are.")
    return _("{limit} MB").format(limit=limit), _("Photographs are made smaller until the package is no bigger.")


def package_words(receipt: PackageReceipt) -> str:
    """What was made, for people."""
    told = ngettext(
        "Made: {folder}, {count} file, {size} MB", "Made: {folder}, {count} files, {size} MB", len(receipt.files)
    )
    return told.format(folder=receipt.folder.name, count=len(receipt.files), size=megabytes(receipt.size))


def left_out_words(receipt: PackageReceipt) -> str:
    """What became of pictures, and which files stay out and why, a line each."""
    lines = [receipt.shrunk] if receipt.shrunk else []
    for left in receipt.left_out[:_TOLD]:
        reasons = " ".join(reason.sentence for reason in left.reasons)
        lines.append(_("“{file}” stays out. {reasons}").format(file=left.attachment.name, reasons=reasons))
    more = len(receipt.left_out) - _TOLD
    if more > 0:
        told = ngettext(
            "{count} more file stays out; see the checklist.", "{count} more files stay out; see the checklist.", more
        )
        lines.append(told.format(count=more))
    return "\n".join(lines)
