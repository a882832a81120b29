"""Asks for the address that a link points at."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from cmdesk.i18n import _
from cmdesk.model.links import ForbiddenLinkError, is_allowed
from ui.style import ROLE
from ui.theme import SPACE
from ui.widgets.field import TextField

_WIDTH = 480


class LinkDialog(QDialog):
    """A field for an address, which can be left only with one that a dossier may point at."""

    def __init__(self, address: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Link"))
        self.setMinimumWidth(_WIDTH)
        self.field = TextField(self)
        self.field.say(_("Web address"), _("A web address (https://…) or a mail address (mailto:…)"))
        self.field.line.setText(address)
        self.field.line.selectAll()
        self.ok = QPushButton(_("Set link"))
        self.ok.setDefault(True)
        self.ok.setProperty(ROLE, "primary")
        self._lay_out()
        self.field.edited.connect(self._judge)
        self._judge()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.ok, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setSpacing(2 * SPACE)
        layout.addWidget(self.field)
        layout.addWidget(buttons)

    @property
    def address(self) -> str:
        """The address, with https:// before it when it names no scheme."""
        words = self.field.words
        return words if ":" in words or not words else f"https://{words}"

    def _judge(self) -> None:
        allowed = is_allowed(self.address)
        self.ok.setEnabled(allowed)
        wrong = bool(self.address) and not allowed
        self.field.judge(ForbiddenLinkError(self.address).what if wrong else "", self._help())

    def _help(self) -> str:
        return _("A web address (https://…) or a mail address (mailto:…)")
