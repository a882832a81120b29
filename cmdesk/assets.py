"""Where the files shipped with the program are: the same answer in a checkout, a wheel and the frozen program."""

import sys
from pathlib import Path

import fontpkg_sarabun

FONT_FACES = ("Regular", "Bold", "Italic", "BoldItalic")


def root() -> Path:
    """Folder that holds `resources` and `translations`."""
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None:
        return Path(frozen)
    here = Path(__file__).resolve().parent
    inside = here / "shipped"  # where the wheel puts them
    return inside if inside.is_dir() else here.parent


def resource(*parts: str) -> Path:
    """Path of a shipped resource; `parts` are below `resources/`."""
    return root().joinpath("resources", *parts)


def catalogues() -> Path:
    """Folder of the compiled message catalogues, laid out as gettext wants them."""
    return root() / "translations"


def font(face: str) -> Path:
    """TrueType file of a Sarabun face; `face` is one of `FONT_FACES`."""
    return Path(fontpkg_sarabun.ROOT) / "files" / f"Sarabun-{face}.ttf"
