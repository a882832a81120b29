"""What all drawings share: colours, letters, a sheet, and a way to save small."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont

from cmdesk.assets import font as font_file

FILES = Path(__file__).parent.parent / "files"

INK, GREY, RULE, PAPER = "#1f2a37", "#5b6675", "#d7d2c4", "#fbf8f1"
TEAL, GOLD, BRICK, INDIGO = "#1f6f78", "#d09a2c", "#a8482f", "#2c3763"
WIDTH, MARGIN = 1400, 70

Pen = ImageDraw.ImageDraw


@dataclass(frozen=True)
class Words:
    """A label in both languages."""

    thai: str
    english: str


def font(size: int, face: str = "Regular") -> FreeTypeFont:
    """Sarabun at a size, shaped so that Thai marks stand where they should."""
    return ImageFont.truetype(str(font_file(face)), size, layout_engine=ImageFont.Layout.RAQM)


def save(picture: Image.Image, name: str) -> None:
    """Put a picture among the files, small: 128 colours are enough for flat drawings."""
    small = picture.quantize(128, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    small.save(FILES / name, optimize=True)


def sheet(title: Words, height: int, foot: Words) -> tuple[Image.Image, Pen]:
    """A paper with title and source, free for a drawing between y = 200 and height - 120."""
    picture = Image.new("RGB", (WIDTH, height), PAPER)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, WIDTH, 12), fill=GOLD)
    pen.text((MARGIN, 48), title.thai, font=font(46, "Bold"), fill=INK)
    pen.text((MARGIN, 118), title.english, font=font(32), fill=GREY)
    pen.line((MARGIN, height - 112, WIDTH - MARGIN, height - 112), fill=RULE, width=2)
    pen.text((MARGIN, height - 96), foot.thai, font=font(23), fill=GREY)
    pen.text((MARGIN, height - 60), foot.english, font=font(23), fill=GREY)
    return picture, pen
