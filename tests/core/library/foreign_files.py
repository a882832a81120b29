"""Foreign files made for the tests: sound ones, to be bent by `hostile_files`."""

import io
import zipfile

from PIL import ExifTags, Image, ImageDraw

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">'
    "<dc:title>รายงาน</dc:title><dc:creator>สมชาย</dc:creator>"
    "<dcterms:created>2023-04-05T10:00:00Z</dcterms:created></cp:coreProperties>"
)


def zipped(parts):
    """A zip of names and contents."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return stream.getvalue()


def relations(target, kind="officeDocument", mode=""):
    return (
        f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{R}/{kind}" Target="{target}"{mode}/>'
        "</Relationships>"
    )


def docx_parts(body="<w:p><w:r><w:t>เมืองแห่งการเรียนรู้</w:t></w:r></w:p>", **more):
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations("word/document.xml"),
        "word/document.xml": document,
        "docProps/core.xml": CORE,
        **more,
    }


def docx(body="<w:p><w:r><w:t>เมืองแห่งการเรียนรู้</w:t></w:r></w:p>", **more):
    return zipped(docx_parts(body, **more))


def xlsx_parts(rows, strings="", styles="", book="", state="", name="ข้อมูล"):
    sheet = f'<worksheet xmlns="{S}"><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>'
    workbook = (
        f'<workbook xmlns="{S}" xmlns:r="{R}">{book}<sheets><sheet name="{name}" sheetId="1"{state} r:id="rId1"/>'
        "</sheets></workbook>"
    )
    return {
        "[Content_Types].xml": "<Types/>",
        "_rels/.rels": relations("xl/workbook.xml"),
        "xl/workbook.xml": workbook,
        "xl/_rels/workbook.xml.rels": relations("worksheets/sheet1.xml", "worksheet"),
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": f'<sst xmlns="{S}">{strings}</sst>',
        "xl/styles.xml": f'<styleSheet xmlns="{S}">{styles}</styleSheet>',
        "docProps/core.xml": CORE,
    }


def xlsx(rows, **parts):
    return zipped(xlsx_parts(rows, **parts))


def picture(format_="JPEG", size=(64, 48), mode="RGB", orientation=None, taken=None, place=None, **options):
    """A picture with a slope and a disc, so that its fingerprint says something."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    ImageDraw.Draw(image).ellipse((size[0] // 8, size[1] // 4, size[0] // 2, size[1] * 3 // 4), fill="orange")
    exif = Image.Exif()
    if orientation is not None:
        exif[ExifTags.Base.Orientation] = orientation
    if taken is not None:
        exif.get_ifd(ExifTags.IFD.Exif)[ExifTags.Base.DateTimeOriginal] = taken
        exif[ExifTags.Base.Make] = "CameraMaker"
    if place is not None:
        north, east = place
        exif.get_ifd(ExifTags.IFD.GPSInfo).update({1: "N", 2: north, 3: "E", 4: east})
    stream = io.BytesIO()
    options = {**options, "exif": exif} if len(exif) or place else options
    image.convert(mode).save(stream, format_, **options)
    return stream.getvalue()


def pdf(*texts, info="", catalogue="", extra=(), page=""):
    """A small PDF file with a page for each Latin text."""
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(texts)))
    objects = {
        1: f"<< /Type /Catalog /Pages 2 0 R {catalogue} >>",
        2: f"<< /Type /Pages /Count {len(texts)} /Kids [{kids}] >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        4: f"<< {info} >>",
    }
    for number, text in enumerate(texts):
        content = f"BT /F1 12 Tf 20 20 Td ({text}) Tj ET"
        at = 5 + 2 * number
        objects[at] = (
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents {at + 1} 0 R "
            f"/Resources << /Font << /F1 3 0 R >> >> {page} >>"
        )
        objects[at + 1] = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    objects |= dict(extra)
    return _written(objects)


def _written(objects):
    out = bytearray(b"%PDF-1.7\n")
    offsets = {}
    for number, content in sorted(objects.items()):
        offsets[number] = len(out)
        out += f"{number} 0 obj\n".encode() + (content if isinstance(content, bytes) else content.encode("latin-1"))
        out += b"\nendobj\n"
    start = len(out)
    last = max(objects)
    out += f"xref\n0 {last + 1}\n0000000000 65535 f \n".encode()
    for number in range(1, last + 1):
        out += f"{offsets.get(number, 0):010} 00000 {'n' if number in offsets else 'f'} \n".encode()
    out += f"trailer\n<< /Size {last + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


BIBTEX = r"""
@comment{ignored}
@string{uil = "UNESCO Institute for " # {Lifelong Learning}}
@book{key1,
  title = {Learning {Cities} for {\'E}quity},
  author = {Vald{\'e}s-Cotera, Ra{\'u}l and Longworth, Norman},
  publisher = uil, year = 2015, month = mar, pages = {1--20},
  keywords = {learning, cities}, url = {https://example.org/a_b}
}
@online(key2, title = "แผนเมืองแห่งการเรียนรู้", date = {2023-05-01}, urldate = {2024-01-02}, doi = {10.1/x})
@misc{}
"""
RIS = """TY  - RPRT
TI  - A report on
 learning
AU  - Longworth, Norman
DA  - 2019/07/03
PB  - UIL
UR  - https://example.org/r
KW  - one
KW  - two
ER  -

TY  - JOUR
ER  -
"""
CSL = """[{"id": "a", "type": "webpage", "title": "City page", "author": [{"given": "Ann", "family": "Lee"},
{"literal": "The Office"}], "issued": {"date-parts": [[2020, 5]]}, "accessed": {"date-parts": [["2021", "1", "2"]]},
"URL": "https://example.org", "language": "en-GB"}, {"id": "b"}, 3]"""
