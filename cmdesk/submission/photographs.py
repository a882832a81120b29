"""Pictures made smaller, and shown: from bytes that the cleaning wrote, never from those of a camera or the web."""

from dataclasses import dataclass
from io import BytesIO

from PIL import Image

from cmdesk.export.blocks import Flow, Picture


@dataclass(frozen=True, slots=True)
class Rung:
    """How far pictures are brought down: the longest side in pixels (0 for as it is), and the quality of JPEG."""

    longest: int
    quality: int


RUNGS = (Rung(0, 92), Rung(3000, 88), Rung(2200, 84), Rung(1600, 80), Rung(1200, 74), Rung(900, 66), Rung(640, 58))
"""From as they are to as small as one can still see them."""
FULL_COLOURS = 85
"""The quality below which charts and drawings keep 256 colours."""
SHOWN = Rung(1400, 80)
"""In the annex, where they are 16 cm wide at most."""
SMALL = Rung(420, 76)
"""On a contact sheet."""


def lower(one: Rung, other: Rung) -> Rung:
    """The one that makes smaller pictures."""
    sides = [rung.longest for rung in (one, other) if rung.longest]
    return Rung(min(sides, default=0), min(one.quality, other.quality))


def brought_down(content: bytes, rung: Rung) -> bytes:
    """A picture of the same kind, no bigger than a rung allows; the bytes themselves where that saves nothing."""
    if rung == RUNGS[0]:
        return content
    with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as image:
        kind = image.format or "JPEG"
        made = image.copy()
        if rung.longest and max(image.size) > rung.longest:
            made.thumbnail((rung.longest, rung.longest), Image.Resampling.LANCZOS)
        if kind == "PNG" and rung.quality < FULL_COLOURS:
            made = made.quantize(256)
        written = BytesIO()
        made.save(written, kind, quality=rung.quality, optimize=True)
    return min(content, written.getvalue(), key=len)


def shown(content: bytes, alt: Flow, caption: tuple[Flow, ...], *, label: str = "", anchor: str = "") -> Picture:
    """A picture for a document."""
    with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as image:
        media_type = "image/png" if image.format == "PNG" else "image/jpeg"
        return Picture(content, media_type, *image.size, alt, caption, label, anchor)
