"""What this program is, who may use it, and what it is made of."""

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from cmdesk import __version__
from cmdesk.i18n import _
from ui.dialogs.frame import Frame
from ui.widgets import icons
from ui.widgets.label import label


class AboutDialog(Frame):
    """Version, licence and fonts."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(480, parent)
        self.title(_("About CMDesk"))
        sign = QLabel()
        sign.setPixmap(icons.pixmap("cmdesk", "", 64, self.devicePixelRatioF()))
        self.body.addWidget(sign, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(label("strong", _("CMDesk {version}").format(version=__version__)))
        for words in self._paragraphs():
            self.body.addWidget(label("", words))
        self.body.addStretch(1)
        close = self.add_button(primary=True)
        close.setText(_("Close"))
        close.clicked.connect(self.accept)

    def _paragraphs(self) -> tuple[str, ...]:
        return (
            _(
                "An editor for bilingual dossiers of UNESCO learning cities. "
                "It works offline: nothing leaves this computer."
            ),
            _("CMDesk is free software under the MIT licence."),
            _("The typeface is Sarabun, by Suppakit Chalermlarp, under the SIL Open Font Licence."),
            _("Made with Qt {qt} for Python, under the GNU Lesser General Public License.").format(qt=qVersion()),
            _("CMDesk is not a product of UNESCO, and its forms are not official ones."),
        )
