"""Colours that can be read, and pictures that wear them."""

import re

import pytest

from cmdesk import assets
from ui import style
from ui.theme import CONTRAST, PALETTES, Colours

TEXTS = ("text", "muted", "accent", "good", "warn", "bad")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_text_can_be_read_on_every_ground(colours: Colours) -> None:
    wanted = 7.0 if colours is CONTRAST else 4.5
    for ink in TEXTS:
        for ground in ("page", "window", "raised"):
            assert contrast(getattr(colours, ink), getattr(colours, ground)) >= wanted, (ink, ground)
    assert contrast(colours.text, colours.selected) >= wanted
    assert contrast(colours.on_accent, colours.accent) >= wanted


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_the_edge_of_a_field_is_seen(colours: Colours) -> None:
    assert contrast(colours.edge, colours.page) >= 3
    assert contrast(colours.edge, colours.window) >= 3


@pytest.mark.parametrize("colours", PALETTES.values(), ids=PALETTES)
def test_pictures_of_the_sheet_wear_the_themes_colours(colours: Colours) -> None:
    wanted = {"check": colours.on_accent, "chevron": colours.text}
    for name, ink in wanted.items():
        drawing = assets.resource("icons", "themed", f"{name}_{colours.name}.svg").read_text(encoding="utf-8")
        assert ink in drawing


def test_a_sheet_grows_with_the_interface_but_not_its_hairlines() -> None:
    sheet = style.sheet(CONTRAST, 200)
    assert "font-size: 48pt" in sheet
    assert "border: 1px solid" in sheet
    assert set(re.findall(r"\{\w+\}", sheet)) == set()
