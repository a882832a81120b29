"""The theme part (20.1.6.9), which Word demands: our colours and our font, so that its menus offer them."""

from lxml import etree

from cmdesk.export.word.looks import ACCENT, GREY, HAIRLINE, INK, PALE

A = "http://schemas.openxmlformats.org/drawingml/2006/main"

_COLOURS = {
    "dk1": INK,
    "lt1": "FFFFFF",
    "dk2": ACCENT,
    "lt2": PALE,
    "accent1": ACCENT,
    "accent2": "2F7F79",
    "accent3": "A8742A",
    "accent4": "7A4A72",
    "accent5": GREY,
    "accent6": HAIRLINE,
    "hlink": ACCENT,
    "folHlink": "7A4A72",
}
_TIMES = 3
"""The schema wants three of each kind of fill, line and effect: subtle, moderate, intense."""


def theme_part(font: str) -> etree._Element:
    """The root of the theme."""
    colours = [_a(name, _a("srgbClr", val=value)) for name, value in _COLOURS.items()]
    parts = (
        _a("clrScheme", *colours, name="CMDesk"),
        _a("fontScheme", _fonts("majorFont", font), _fonts("minorFont", font), name="CMDesk"),
        _a(
            "fmtScheme",
            _a("fillStyleLst", *_fills()),
            _a("lnStyleLst", *(_a("ln", _fill(), w=6350 * weight) for weight in range(1, _TIMES + 1))),
            _a("effectStyleLst", *(_a("effectStyle", _a("effectLst")) for _each in range(_TIMES))),
            _a("bgFillStyleLst", *_fills()),
            name="CMDesk",
        ),
    )
    return _a("theme", _a("themeElements", *parts), name="CMDesk")


def _a(tag: str, /, *children: etree._Element, **attributes: str | int) -> etree._Element:
    made = etree.Element(f"{{{A}}}{tag}", {key: str(value) for key, value in attributes.items()}, nsmap={"a": A})
    made.extend(children)
    return made


def _fonts(kind: str, font: str) -> etree._Element:
    thai = _a("font", script="Thai", typeface=font)
    return _a(kind, _a("latin", typeface=font), _a("ea", typeface=""), _a("cs", typeface=font), thai)


def _fills() -> list[etree._Element]:
    return [_fill() for _each in range(_TIMES)]


def _fill() -> etree._Element:
    return _a("solidFill", _a("schemeClr", val="phClr"))
