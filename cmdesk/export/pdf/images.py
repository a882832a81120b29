"""Pictures as objects of the file: a JPEG as it is, anything else as packed pixels."""

from io import BytesIO

from PIL import Image
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFStream, PDFZCompress

from cmdesk.export.blocks import Picture
from cmdesk.export.pdf.structure import kept

SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}
UNREADABLE = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)
"""What Pillow raises for bytes that are no picture."""


def image_of(picture: Picture, document: PDFDocument) -> PDFStream:
    """A picture as an object of the document; a white dot for bytes that nobody can read."""
    try:
        with Image.open(BytesIO(picture.content), formats=("JPEG", "PNG")) as image:
            if image.format == "JPEG" and image.mode in SPACES:
                return _as_it_is(picture.content, image)
            return _pixels(image, document)
    except UNREADABLE:
        return _stream(b"\xff", (1, 1), "L")


def _as_it_is(content: bytes, image: Image.Image) -> PDFStream:
    stream = _stream(content, image.size, image.mode)
    stream.filters = []
    stream.dictionary["Filter"] = "/DCTDecode"
    if image.mode == "CMYK" and "adobe" in image.info:
        stream.dictionary["Decode"] = PDFArray([1, 0] * 4)  # Adobe's programs write such pictures inverted
    return stream


def _pixels(image: Image.Image, document: PDFDocument) -> PDFStream:
    """The pixels of a picture, with how much of each is seen where not all are."""
    clear = image.mode in {"LA", "PA", "RGBA", "La", "RGBa"} or "transparency" in image.info
    grey = image.mode in {"1", "L", "LA", "La"}
    mode = "L" if grey else "RGB"
    whole = image.convert("LA" if grey else "RGBA") if clear else image.convert(mode)
    stream = _stream(whole.convert(mode).tobytes(), image.size, mode)
    if clear:
        mask = _stream(whole.getchannel("A").tobytes(), image.size, "L")
        stream.dictionary["SMask"] = kept(document, mask)
    return stream


def _stream(content: bytes, size: tuple[int, int], mode: str) -> PDFStream:
    entries = {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": size[0],
        "Height": size[1],
        "ColorSpace": SPACES[mode],
        "BitsPerComponent": 8,
    }
    return PDFStream(PDFDictionary(entries), content, [PDFZCompress])
