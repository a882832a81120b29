"""How the window looks: fonts, colours and distances, said once. Light and dark are two palettes of one design."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from cmdesk import assets
from ui import style

FAMILY = "Sarabun"


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by their meaning, as `#rrggbb`; all text colours reach 4.5:1 on `page` and `window`."""

    name: str
    """What the settings call them."""
    window: str
    page: str
    raised: str
    """Bars and cards that stand out from the window."""
    line: str
    """Between neighbours; nobody needs to see it to understand."""
    edge: str
    """Round a field or button: 3:1 on `page` and `window`."""
    text: str
    muted: str
    accent: str
    accent_strong: str
    """The accent under the pointer."""
    on_accent: str
    selected: str
    """Ground of the chosen row."""
    good: str
    warn: str
    bad: str


LIGHT = Colours(
    name="light",
    window="#f6f4f0",
    page="#ffffff",
    raised="#fbfaf7",
    line="#ddd8ce",
    edge="#8c8476",
    text="#23211d",
    muted="#6a655b",
    accent="#8a3b12",
    accent_strong="#6f2e0c",
    on_accent="#ffffff",
    selected="#f1e4d8",
    good="#2f6b3a",
    warn="#8a5a00",
    bad="#a3231f",
)
DARK = Colours(
    name="dark",
    window="#1f1e1b",
    page="#282723",
    raised="#25241f",
    line="#45423a",
    edge="#8a8477",
    text="#ece8df",
    muted="#aaa497",
    accent="#e79a6b",
    accent_strong="#f2b18a",
    on_accent="#2a1608",
    selected="#47372b",
    good="#8cc894",
    warn="#e2b35a",
    bad="#f0938c",
)
CONTRAST = Colours(
    name="contrast",
    window="#000000",
    page="#0a0a0a",
    raised="#000000",
    line="#9a9a9a",
    edge="#ffffff",
    text="#ffffff",
    muted="#e4e4e4",
    accent="#ffd60a",
    accent_strong="#ffe66b",
    on_accent="#000000",
    selected="#1d3c66",
    good="#7dff9a",
    warn="#ffc14d",
    bad="#ffa39c",
)
"""All text colours reach 7:1, and every border can be seen."""
PALETTES = {colours.name: colours for colours in (LIGHT, DARK, CONTRAST)}

_POINTS = "cmdesk-text-points"
_SCALE = "cmdesk-scale"

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


def apply(application: QApplication, colours: Colours = LIGHT, points: int = TEXT_POINTS, scale: int = 100) -> None:
    """Dress the whole application; `points` is the size of the text being written, `scale` the interface's in %."""
    load_fonts()
    application.setStyle("Fusion")
    dress(application, colours, points, scale)


def dress(application: QApplication, colours: Colours, points: int = TEXT_POINTS, scale: int = 100) -> None:
    """Put on other colours and sizes while the program runs; widgets hear `PaletteChange`."""
    application.setProperty(_SCALE, scale)
    application.setProperty(_POINTS, points)
    font = QFont(FAMILY)
    font.setPointSizeF(INTERFACE_POINTS * scale / 100)
    application.setFont(font)
    application.setPalette(palette(colours))
    application.setStyleSheet(style.sheet(colours, scale))


def in_force() -> Colours:
    """The colours that the application wears now."""
    ground = QApplication.palette().color(QPalette.ColorRole.Window).name()
    return next((colours for colours in PALETTES.values() if colours.window == ground), LIGHT)


def scaled(pixels: int) -> int:
    """A length in the size that the interface has now."""
    application = QApplication.instance()
    scale = application.property(_SCALE) if application is not None else None
    return round(pixels * scale / 100) if isinstance(scale, int) else pixels


def text_points() -> int:
    """Size of the text being written, as the user set it."""
    application = QApplication.instance()
    set_by_user = application.property(_POINTS) if application is not None else None
    return set_by_user if isinstance(set_by_user, int) else TEXT_POINTS


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
        QPalette.ColorRole.Accent: colours.accent,
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
