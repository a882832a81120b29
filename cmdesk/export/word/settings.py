"""The settings and font table parts (17.15, 17.8)."""

from lxml import etree

from cmdesk.export.looks import FONT
from cmdesk.export.word.looks import FALLBACKS
from cmdesk.export.word.markup import el
from cmdesk.export.word.styles import ENGLISH, THAI

WORD_2013 = 15
"""The compatibility mode of Word 2013 and all later ones."""


def settings_part(notes: str = "") -> etree._Element:
    """The root of the settings: no compatibility with old layouts, Thai as the language of complex script."""
    compatible = el(
        "compatSetting", name="compatibilityMode", uri="http://schemas.microsoft.com/office/word", val=WORD_2013
    )
    return el(
        "settings",
        el("zoom", percent=100),
        el("defaultTabStop", val=720),
        el("characterSpacingControl", val="doNotCompress"),
        el(f"{notes}Pr", *(el(notes, id=number) for number in (-1, 0))) if notes else None,
        el("compat", compatible),
        el("themeFontLang", val=ENGLISH, bidi=THAI),
        el("decimalSymbol", val="."),
        el("listSeparator", val=","),
    )


def fonts_part(font: str) -> etree._Element:
    """The root of the font table, with what to take where the font is not installed."""
    return el(
        "fonts",
        el(
            "font",
            el("altName", val=FALLBACKS if font == FONT else FONT),
            el("charset", val="DE"),
            el("family", val="auto"),
            el("pitch", val="variable"),
            name=font,
        ),
    )
