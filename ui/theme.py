"""How the window looks: fonts, colours and distances, said once. Light and dark are two palettes of one design."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from cmdesk import assets

FAMILY = "Sarabun"


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by their meaning, as `#rrggbb`; all text colours reach 4.5:1 on `page` and `window`."""

    window: str
    page: str
    raised: str
    """Bars and cards that stand out from the window."""
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selected: str
    """Ground of the chosen row."""
    good: str
    warn: str
    bad: str


LIGHT = Colours(
    window="#f6f4f0",
    page="#ffffff",
    raised="#fbfaf7",
    line="#ddd8ce",
    text="#23211d",
    muted="#6a655b",
    accent="#8a3b12",
    on_accent="#ffffff",
    selected="#f1e4d8",
    good="#2f6b3a",
    warn="#8a5a00",
    bad="#a3231f",
)
DARK = Colours(
    window="#1f1e1b",
    page="#282723",
    raised="#25241f",
    line="#45423a",
    text="#ece8df",
    muted="#aaa497",
    accent="#e79a6b",
    on_accent="#2a1608",
    selected="#47372b",
    good="#8cc894",
    warn="#e2b35a",
    bad="#f0938c",
)

SPACE = 8
"""Distance between neighbours, in device-independent pixels; use its multiples."""
INTERFACE_POINTS = 11
TEXT_POINTS = 13
"""Size of the text being written; Thai needs to be larger than Latin to read as well."""


def load_fonts() -> None:
    """Make Sarabun known to Qt: a bare Linux shows boxes for Thai without it."""
    for face in assets.FONT_FACES:
        if QFontDatabase.addApplicationFont(str(assets.font(face))) < 0:
            raise FileNotFoundError(assets.font(face))


def apply(application: QApplication, colours: Colours = LIGHT) -> None:
    """Dress the whole application."""
    load_fonts()
    application.setStyle("Fusion")
    application.setFont(QFont(FAMILY, INTERFACE_POINTS))
    application.setPalette(palette(colours))


def palette(colours: Colours) -> QPalette:
    """Qt's palette for these colours."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: colours.window,
        QPalette.ColorRole.WindowText: colours.text,
        QPalette.ColorRole.Base: colours.page,
        QPalette.ColorRole.AlternateBase: colours.raised,
        QPalette.ColorRole.Text: colours.text,
        QPalette.ColorRole.Button: colours.raised,
        QPalette.ColorRole.ButtonText: colours.text,
        QPalette.ColorRole.Highlight: colours.accent,
        QPalette.ColorRole.HighlightedText: colours.on_accent,
        QPalette.ColorRole.PlaceholderText: colours.muted,
        QPalette.ColorRole.ToolTipBase: colours.raised,
        QPalette.ColorRole.ToolTipText: colours.text,
        QPalette.ColorRole.Mid: colours.line,
        QPalette.ColorRole.Link: colours.accent,
    }
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.muted))
    return made
