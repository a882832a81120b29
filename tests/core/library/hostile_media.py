"""Pictures (I8) and PDF files (I9) that mean harm or are broken."""

import struct
import zlib

import foreign_files as make
from hostile import Hostile

from cmdesk.library.reading.found import Task


def pictures(target):
    def chunk(kind, content):
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    def png(width, height, data, *more):
        header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
        return b"\x89PNG\r\n\x1a\n" + header + b"".join(more) + chunk(b"IDAT", data) + chunk(b"IEND", b"")

    yield Hostile("I8", "bomb.png", png(60_000, 60_000, zlib.compress(b"0" * 1_000_000)), Task.PICTURE, refused=True)
    yield Hostile("I8", "warning.png", png(9_900, 9_900, zlib.compress(b"0" * 1000)), Task.PICTURE, refused=True)
    text = chunk(b"zTXt", b"k\x00\x00" + zlib.compress(b"x" * 50_000_000))
    yield Hostile("I8", "text-bomb.png", png(2, 2, zlib.compress(bytes(14)), text), Task.PICTURE)
    yield Hostile("I8", "cut.png", make.picture("PNG")[:-80], Task.PICTURE, refused=True)
    yield Hostile("I8", "cut.jpg", make.picture("JPEG", size=(800, 800))[:-3000], Task.PICTURE, refused=True)
    yield Hostile(
        "I8",
        "eps.jpg",
        b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(" + target.encode() + b") run\n",
        Task.PICTURE,
        refused=True,
    )
    svg = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="file://{target}"/></svg>'
    yield Hostile("I8", "svg.png", svg.encode(), Task.PICTURE, refused=True)
    yield Hostile("I8", "psd.png", b"8BPS\x00\x01" + bytes(500), Task.PICTURE, refused=True)
    yield Hostile("I8", "wmf.bmp", b"\xd7\xcd\xc6\x9a" + bytes(500), Task.PICTURE, refused=True)
    yield Hostile("I8", "empty.jpg", b"", Task.PICTURE, refused=True)
    yield Hostile("I8", "exif-loop.jpg", _exif_loop(), Task.PICTURE)
    frames = make.picture("GIF", mode="P")
    yield Hostile("I8", "frames.gif", frames[:-1] + frames[13:-1] * 200 + b";", Task.PICTURE)
    yield Hostile("I8", "nothing.tif", b"II*\x00\xff\xff\xff\x7f", Task.PICTURE, refused=True)
    yield Hostile("I8", "loop.tif", b"II*\x00\x08\x00\x00\x00\x00\x00\x08\x00\x00\x00", Task.PICTURE, refused=True)


def _exif_loop():
    content = make.picture(orientation=3, taken="2023:01:01 00:00:00")
    at = content.index(b"Exif\x00\x00") + 6
    return content[: at + 4] + struct.pack(">I", 8) + content[at + 8 :]


def pdfs(target, port):
    yield Hostile(
        "I9", "loop-kids.pdf", make.pdf("x", extra={2: "<< /Type /Pages /Count 99999 /Kids [2 0 R] >>"}), Task.PDF
    )
    outlines = {
        90: "<< /First 91 0 R /Last 91 0 R >>",
        91: "<< /Title (x) /Next 91 0 R /First 91 0 R /Parent 90 0 R >>",
    }
    yield Hostile("I9", "outline.pdf", make.pdf("x", catalogue="/Outlines 90 0 R", extra=outlines), Task.PDF)
    script = f"/OpenAction << /S /JavaScript /JS (app.launchURL('http://127.0.0.1:{port}')) >>"
    yield Hostile("I9", "javascript.pdf", make.pdf("x", catalogue=script), Task.PDF)
    launch = f"/OpenAction << /S /Launch /F ({target}) >>"
    yield Hostile("I9", "launch.pdf", make.pdf("x", catalogue=launch), Task.PDF)
    uri = f"/OpenAction << /S /URI /URI (http://127.0.0.1:{port}/) >>"
    yield Hostile("I9", "uri.pdf", make.pdf("x", catalogue=uri), Task.PDF)
    stream = {
        60: f"<< /Length 0 /F ({target}) >>\nstream\n\nendstream",
        6: f"<< /Length 0 /F ({target}) >>\nstream\n\nendstream",
    }
    yield Hostile("I9", "outer-stream.pdf", make.pdf("x", extra=stream), Task.PDF)
    bomb = zlib.compress(b"0 0 m 1 1 l S\n" * 8_000_000, 9)
    inside = {6: b"<< /Length %d /Filter /FlateDecode >>\nstream\n" % len(bomb) + bomb + b"\nendstream"}
    yield Hostile("I9", "flate-bomb.pdf", make.pdf("x", extra=inside), Task.PDF)
    twice = zlib.compress(zlib.compress(b"x" * 300_000_000, 9), 9)
    inside = {
        6: b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(twice) + twice + b"\nendstream"
    }
    yield Hostile("I9", "double-bomb.pdf", make.pdf("x", extra=inside), Task.PDF)
    prev = make.pdf("x").replace(b"/Root 1 0 R", b"/Prev 9 /Root 1 0 R")
    yield Hostile("I9", "prev-loop.pdf", prev, Task.PDF)
    yield Hostile("I9", "huge-page.pdf", make.pdf("x", page="/UserUnit 1000000 /MediaBox [0 0 1e9 1e9]"), Task.PDF)
    yield Hostile("I9", "flat-page.pdf", make.pdf("x", page="/MediaBox [0 0 0 0]"), Task.PDF)
    yield Hostile("I9", "many-pages.pdf", make.pdf(*["x"] * 3000), Task.PDF)
    yield Hostile("I9", "cut.pdf", make.pdf("x")[:300], Task.PDF)
    yield Hostile("I9", "empty.pdf", b"", Task.PDF, refused=True)
    yield Hostile("I9", "word.pdf", make.docx(), Task.PDF, refused=True)
    crypt = make.pdf("x").replace(b"/Root 1 0 R", b"/Encrypt << /Filter /Standard /V 4 /R 4 /P -1 >> /Root 1 0 R")
    yield Hostile("I9", "encrypt.pdf", crypt, Task.PDF, refused=True)
    unicode_map = {3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 3 0 R >>"}
    yield Hostile("I9", "to-unicode.pdf", make.pdf("x", extra=unicode_map), Task.PDF)
    drawn = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 70 0 R >> >> /Length 5 >>"
    form = {70: drawn + "\nstream\n/F Do\nendstream"}
    own = "/Resources << /XObject << /F 70 0 R >> >>"
    inner = {6: "<< /Length 5 >>\nstream\n/F Do\nendstream"}
    yield Hostile("I9", "form-loop.pdf", make.pdf("x", extra=form | inner, page=own), Task.PDF)
