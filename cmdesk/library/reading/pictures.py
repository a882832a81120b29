"""Size, date, place and a small copy of pictures, by Pillow and only in formats that photographs come in."""

import io
import warnings
from datetime import date
from typing import Any, BinaryIO

from PIL import (
    BmpImagePlugin,  # noqa: F401 - loaded now: nothing may be opened later
    ExifTags,
    GifImagePlugin,  # noqa: F401 - likewise
    Image,
    ImageCms,
    ImageOps,
    JpegImagePlugin,  # noqa: F401 - likewise
    PngImagePlugin,  # noqa: F401 - likewise
    TiffImagePlugin,  # noqa: F401 - likewise
    UnidentifiedImageError,
    WebPImagePlugin,  # noqa: F401 - likewise
)

from cmdesk.library.reading.found import Found, Notice, Picture, Remark, Trouble
from cmdesk.library.reading.limits import PIXELS
from cmdesk.library.reading.refused import Refused

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
_THUMBNAIL = 320
_DATE_DIGITS = 10
_QUALITY = 92
_SIDE = 8


def prepare() -> None:
    """Set Pillow's limits; a picture that it would only warn of is refused."""
    Image.MAX_IMAGE_PIXELS = PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)


def read(stream: BinaryIO) -> Found:
    """What a picture tells of itself, and a thumbnail of it."""
    image = _opened(stream)
    size, format_ = image.size, image.format or ""
    frames = getattr(image, "n_frames", 1)
    told = _told(image)
    image.draft("RGB", (4 * _THUMBNAIL, 4 * _THUMBNAIL))
    upright = _upright(image)
    small = upright.copy()
    small.thumbnail((_THUMBNAIL, _THUMBNAIL))
    turned = told.get("orientation", 1) in (5, 6, 7, 8)
    picture = Picture(
        width=size[1] if turned else size[0],
        height=size[0] if turned else size[1],
        format=format_,
        fingerprint=fingerprint(upright),
        **told,
    )
    remarks = (Remark(Notice.ANIMATED, str(frames)),) if frames > 1 else ()
    return Found(
        picture=picture,
        created=picture.taken,
        image=_encoded(small, "PNG" if format_ == "PNG" else "JPEG"),
        remarks=remarks,
    )


def cleaned(stream: BinaryIO, most_pixels: int) -> Found:
    """The picture anew, upright and without a word of where, when, by whom and with what it was taken."""
    image = _opened(stream)
    profile = image.info.get("icc_profile")
    keeps_edges = image.format in ("PNG", "GIF", "BMP")
    upright = _in_common_colours(_upright(image), profile)
    if most_pixels:
        upright.thumbnail((most_pixels, most_pixels))
    bare = Image.frombytes(upright.mode, upright.size, upright.tobytes())
    return Found(image=_encoded(bare, "PNG" if keeps_edges else "JPEG"))


def _opened(stream: BinaryIO) -> Image.Image:
    if not stream.read(1):
        raise Refused(Trouble.EMPTY)
    stream.seek(0)
    try:
        image = Image.open(stream, formats=FORMATS)
    except UnidentifiedImageError as error:
        raise Refused(Trouble.OTHER_FORMAT) from error
    except (Image.DecompressionBombWarning, Image.DecompressionBombError) as error:
        raise Refused(Trouble.TOO_MANY_PIXELS, str(PIXELS)) from error
    return image


def _upright(image: Image.Image) -> Image.Image:
    """All of the picture, decoded and turned as its camera says, in plain colours."""
    try:
        image.load()
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise Refused(Trouble.DAMAGED, str(error)) from error
    turned = ImageOps.exif_transpose(image) if _sound_exif(image) else image
    if turned.mode in ("I;16", "I;16B", "I;16L", "I"):
        turned = turned.convert("I").point(lambda value: value / 256).convert("L")
    return turned if turned.mode in ("RGB", "L") else _on_white(turned)


def _on_white(image: Image.Image) -> Image.Image:
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    ground = Image.new("RGBA", image.size, "white")
    ground.alpha_composite(image.convert("RGBA"))
    return ground.convert("RGB")


def _in_common_colours(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB, so that it needs no profile, which may tell of a device."""
    if not profile or image.mode != "RGB":
        return image
    try:
        own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(image, own, ImageCms.createProfile("sRGB"))
    except (ImageCms.PyCMSError, OSError):
        return image
    return image if converted is None else converted


def fingerprint(image: Image.Image) -> str:
    """Perceptual hash: whether it grows brighter, cell by cell of an 8 x 8 grid, to the right and downwards."""
    grey = image.convert("L")
    across = grey.resize((_SIDE + 1, _SIDE), Image.Resampling.BOX).tobytes()
    down = grey.resize((_SIDE, _SIDE + 1), Image.Resampling.BOX).tobytes()
    bits = [across[row * 9 + place] < across[row * 9 + place + 1] for row in range(_SIDE) for place in range(_SIDE)]
    bits += [down[row * 8 + place] < down[row * 8 + 8 + place] for row in range(_SIDE) for place in range(_SIDE)]
    return f"{int(''.join('01'[bit] for bit in bits), 2):032x}"


def _encoded(image: Image.Image, format_: str) -> bytes:
    written = io.BytesIO()
    image.save(written, format_, quality=_QUALITY)
    return written.getvalue()


def _sound_exif(image: Image.Image) -> bool:
    try:
        image.getexif().get(ExifTags.Base.Orientation)
    except (OSError, SyntaxError, ValueError, KeyError, TypeError):
        return False
    return True


def _told(image: Image.Image) -> dict[str, Any]:
    """Orientation, date and place as far as they are written and make sense."""
    if not _sound_exif(image):
        return {}
    exif = image.getexif()
    camera, place = exif.get_ifd(ExifTags.IFD.Exif), exif.get_ifd(ExifTags.IFD.GPSInfo)
    orientation = exif.get(ExifTags.Base.Orientation)
    taken = camera.get(ExifTags.Base.DateTimeOriginal) or exif.get(ExifTags.Base.DateTime)
    told: dict[str, Any] = {"taken": _date(taken)}
    if orientation in range(1, 9):
        told["orientation"] = orientation
    north = _degrees(place.get(ExifTags.GPS.GPSLatitude), place.get(ExifTags.GPS.GPSLatitudeRef), "S", 90)
    east = _degrees(place.get(ExifTags.GPS.GPSLongitude), place.get(ExifTags.GPS.GPSLongitudeRef), "W", 180)
    return {**told, "north": north, "east": east} if north is not None and east is not None else told


def _date(written: object) -> str:
    """ISO date of the camera's 2024:03:15 12:00:00; empty when there is no such day."""
    if not isinstance(written, str):
        return ""
    iso = written[:_DATE_DIGITS].replace(":", "-")
    try:
        return date.fromisoformat(iso).isoformat()
    except ValueError:
        return ""


def _degrees(parts: object, side: object, negative: str, most: int) -> float | None:
    try:
        hours, minutes, seconds = (float(part) for part in parts)  # type: ignore[attr-defined] # checked by failing
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    degrees = hours + minutes / 60 + seconds / 3600
    if not -most <= degrees <= most:  # NaN is not within either
        return None
    return round(-degrees if side == negative else degrees, 6)
