"""Files that mean harm or are broken: each a name, its bytes and the task that reads it.

The kinds are those of the team's list: I1 markup that fetches or explodes, I2 dishonest packages, I3 Word, I4 Excel,
I5 tables of text, I8 pictures, I9 PDF, I10 types that must never be opened.
"""

import io
import struct
import zipfile
from collections.abc import Iterator

import foreign_files as make
from hostile import Hostile
from hostile_media import pdfs, pictures

from cmdesk.library.reading.found import Task


def all_kinds(target: str, port: int) -> Iterator[Hostile]:
    """One or more of every kind, made by hand; they aim at a file and at a port of this computer."""
    yield from _markup(target, port)
    yield from _packages()
    yield from _word(target, port)
    yield from _excel()
    yield from _tables()
    yield from pictures(target)
    yield from pdfs(target, port)
    yield from _references()


def _document(text, encoding="utf-8"):
    return make.docx(**{"word/document.xml": text.encode(encoding)})


def _markup(target, port):
    root = f'<w:document xmlns:w="{make.W}"><w:body><w:p><w:r><w:t>&e;</w:t></w:r></w:p></w:body></w:document>'
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    types = {
        "xxe-file": f'<!DOCTYPE d [<!ENTITY e SYSTEM "file://{target}">]>',
        "xxe-relative": f'<!DOCTYPE d [<!ENTITY e SYSTEM "{target}">]>',
        "xxe-http": f'<!DOCTYPE d [<!ENTITY e SYSTEM "http://127.0.0.1:{port}/x">]>',
        "xxe-ftp": f'<!DOCTYPE d [<!ENTITY e SYSTEM "ftp://127.0.0.1:{port}/x">]>',
        "dtd-http": f'<!DOCTYPE d SYSTEM "http://127.0.0.1:{port}/x.dtd">',
        "dtd-file": f'<!DOCTYPE d SYSTEM "file://{target}">',
        "parameter": f'<!DOCTYPE d [<!ENTITY % p SYSTEM "http://127.0.0.1:{port}/p">%p;]>',
        "laughs": f'<!DOCTYPE d [<!ENTITY l0 "ha">{laughs}<!ENTITY e "&l9;">]>',
        "quadratic": f'<!DOCTYPE d [<!ENTITY e "{"a" * 100_000}">]>',
        "after-comment": f'<!--{"x" * 100_000}--><!DOCTYPE d [<!ENTITY e SYSTEM "file://{target}">]>',
    }
    for name, doctype in types.items():
        for encoding in ("utf-8", "utf-16"):
            document = _document(f'<?xml version="1.0"?>{doctype}{root}', encoding)
            yield Hostile("I1", f"{name}-{encoding}.docx", document, Task.WORD, refused=True)
    seven = f'<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE d SYSTEM "file://{target}"+AD4-{root}'
    yield Hostile("I1", "utf7.docx", _document(seven, "ascii"), Task.WORD, refused=True)
    include = f'<w:t xmlns:w="{make.W}"><i:include xmlns:i="http://www.w3.org/2001/XInclude" href="{target}"/></w:t>'
    yield Hostile("I1", "xinclude.docx", _document(include), Task.WORD)
    sheet = f'<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="http://127.0.0.1:{port}/s.xsl"?><a/>'
    yield Hostile("I1", "stylesheet.docx", _document(sheet), Task.WORD)
    for part in ("_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels"):
        text = f'<!DOCTYPE d [<!ENTITY e SYSTEM "file://{target}">]><d>&e;</d>'
        yield Hostile("I1", f"in-{part.replace('/', '_')}.docx", make.docx(**{part: text}), Task.WORD, refused=True)
    for part in ("xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/workbook.xml"):
        parts = make.xlsx_parts("") | {part: types["xxe-file"] + "<a>&e;</a>"}
        yield Hostile("I1", f"in-{part.replace('/', '_')}.xlsx", make.zipped(parts), Task.EXCEL, refused=True)


_NAMES = (
    "../../evil.txt",
    "/etc/evil",
    "C:\\evil.txt",
    "\\\\host\\share\\evil",
    "a\\..\\b",
    "x.txt:stream",
    "CON",
    "NUL.txt",
    "COM1",
    "aux.txt",
    "name. ",
    "name.",
    "\u202egpj.exe",
    "a" * 5000,
)


def _packages():
    good = make.docx_parts()
    for number, name in enumerate(_NAMES):
        yield Hostile("I2", f"name-{number}.docx", make.zipped(good | {name: "evil"}), Task.WORD)
    for number, twins in enumerate((("A.txt", "a.TXT"), ("é.txt", "e\u0301.txt"), ("x/y", "x\\y"), ("b", "b. "))):
        parts = good | dict.fromkeys(twins, "x")
        yield Hostile("I2", f"twins-{number}.docx", make.zipped(parts), Task.WORD, refused=True)
    many = make.zipped(good | {f"p{number}": "" for number in range(10_100)})
    yield Hostile("I2", "many.docx", many, Task.WORD, refused=True)
    yield Hostile("I2", "bomb.docx", make.docx(bomb=b"0" * 50_000_000), Task.WORD, refused=True)
    deep = b"<a>" * 100_000
    yield Hostile("I2", "zip-in-zip.docx", make.docx(**{"inner.zip": make.zipped({"b": b"0" * 5_000_000})}), Task.WORD)
    content = make.docx()
    lying = _with_size(content, b"word/document.xml", 10)
    yield Hostile("I2", "lying-small.docx", lying, Task.WORD, refused=True)
    huge = _with_size(content, b"word/document.xml", 0xFFFFFFF0)
    yield Hostile("I2", "lying-large.docx", huge, Task.WORD, refused=True)
    yield Hostile("I2", "encrypted.docx", _flagged(content, 1), Task.WORD, refused=True)
    yield Hostile("I2", "descriptor.docx", _flagged(content, 8), Task.WORD)
    yield Hostile("I2", "overlap.docx", _overlapping(), Task.WORD, refused=True)
    yield Hostile("I2", "symlink.docx", _symlink(), Task.WORD)
    yield Hostile("I2", "lzma.docx", _packed(zipfile.ZIP_LZMA), Task.WORD, refused=True)
    yield Hostile("I2", "bzip2.docx", _packed(zipfile.ZIP_BZIP2), Task.WORD, refused=True)
    yield Hostile("I2", "zip64-lie.docx", content[:-22] + b"PK\x06\x07" + bytes(16) + content[-22:], Task.WORD)
    yield Hostile("I2", "no-end.docx", content[:-22], Task.WORD, refused=True)
    yield Hostile("I2", "deep.docx", make.docx(**{"word/document.xml": deep}), Task.WORD, refused=True)


def _with_size(content, name, size):
    """The package with another size told for an entry in its directory."""
    at = content.index(b"PK\x01\x02")
    while content[at + 46 : at + 46 + len(name)] != name:
        at = content.index(b"PK\x01\x02", at + 4)
    return content[: at + 24] + struct.pack("<I", size) + content[at + 28 :]


def _flagged(content, flag):
    """The package with a bit set for every entry."""
    changed = bytearray(content)
    for signature, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = content.find(signature)
        while at >= 0:
            changed[at + place] |= flag
            at = content.find(signature, at + 4)
    return bytes(changed)


def _overlapping():
    """Entries that all point at the same bytes."""
    content = bytearray(make.docx(**{f"part{number}": b"0" * 100_000 for number in range(20)}))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        content[at + 42 : at + 46] = bytes(4)
        at = content.find(b"PK\x01\x02", at + 4)
    return bytes(content)


def _symlink():
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in make.docx_parts().items():
            package.writestr(name, content)
        link = zipfile.ZipInfo("word/media/link")
        link.external_attr = 0o120777 << 16
        package.writestr(link, "/etc/passwd")
    return stream.getvalue()


def _packed(method):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as package:
        for name, content in make.docx_parts().items():
            package.writestr(name, content)
    return stream.getvalue()


def _word(target, port):
    flood = "<w:p/>" * 2_100_000
    yield Hostile("I3", "flood.docx", make.docx(flood), Task.WORD, refused=True)
    yield Hostile("I3", "long-node.docx", make.docx(f"<w:t>{'ก' * 11_000_000}</w:t>"), Task.WORD, refused=True)
    yield Hostile("I3", "nested.docx", make.docx("<w:tbl>" * 3000 + "</w:tbl>" * 3000), Task.WORD, refused=True)
    yield Hostile(
        "I3", "no-document.docx", make.zipped({"_rels/.rels": make.relations("word/x.xml")}), Task.WORD, refused=True
    )
    yield Hostile("I3", "no-parts.docx", make.zipped({}), Task.WORD, refused=True)
    yield Hostile("I3", "broken-rels.docx", make.docx(**{"_rels/.rels": "<Relationships"}), Task.WORD, refused=True)
    loop = make.docx(**{"_rels/.rels": make.relations("_rels/.rels")})
    yield Hostile("I3", "rels-loop.docx", loop, Task.WORD)
    outside = make.docx(**{"_rels/.rels": make.relations(f"../../../..{target}")})
    yield Hostile("I3", "rels-outside.docx", outside, Task.WORD, refused=True)
    external = make.relations(f"http://127.0.0.1:{port}/t.dotm", "attachedTemplate", ' TargetMode="External"')
    yield Hostile("I3", "template.docx", make.docx(**{"word/_rels/document.xml.rels": external}), Task.WORD)
    for number, code in enumerate(
        (f'INCLUDEPICTURE "file://{target}"', 'DDEAUTO c:\\\\cmd.exe "/k"', f"INCLUDETEXT {target}")
    ):
        field = f"<w:p><w:r><w:instrText>{code}</w:instrText></w:r></w:p>"
        yield Hostile("I3", f"field-{number}.docx", make.docx(field), Task.WORD)
    parts = {"word/vbaProject.bin": b"x", "word/embeddings/o.bin": b"y", "word/afchunk.mht": b"z"}
    yield Hostile("I3", "active.docx", make.docx(**parts), Task.WORD)
    yield Hostile("I3", "ole.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), Task.WORD, refused=True)


def _excel():
    def cells(row, count):
        return f'<row r="{row}">' + f'<c r="A{row}"><v>1</v></c>' * count + "</row>"

    wide = "".join(f'<row r="{row}"><c r="XFD{row}"><v>1</v></c></row>' for row in range(1, 400))
    yield Hostile("I4", "last-row.xlsx", make.xlsx('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'), Task.EXCEL)
    yield Hostile(
        "I4", "row-beyond.xlsx", make.xlsx('<row r="99999999"><c r="A99999999"><v>1</v></c></row>'), Task.EXCEL
    )
    yield Hostile(
        "I4", "column-beyond.xlsx", make.xlsx('<row><c r="XFE1"><v>1</v></c></row>'), Task.EXCEL, refused=True
    )
    yield Hostile("I4", "wide.xlsx", make.xlsx(wide), Task.EXCEL)
    strings = f"<si><t>{'x' * 1000}</t></si>"
    bomb = make.xlsx("".join('<row><c t="s"><v>0</v></c></row>' for _ in range(90_000)), strings=strings)
    yield Hostile("I4", "string-bomb.xlsx", bomb, Task.EXCEL)
    yield Hostile(
        "I4", "no-string.xlsx", make.xlsx('<row><c t="s"><v>99</v></c><c t="s"><v>-1</v></c></row>'), Task.EXCEL
    )
    odd = '<row><c><v>1e999</v></c><c><v>NaN</v></c><c s="0"><v>9e9</v></c><c t="zz"><v>x</v></c><c r="A0"/></row>'
    styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    yield Hostile("I4", "odd-numbers.xlsx", make.xlsx(odd, styles=styles), Task.EXCEL)
    formula = '<row><c><f>WEBSERVICE("http://127.0.0.1/")</f></c><c t="e"><v>#REF!</v></c></row>'
    yield Hostile("I4", "formula.xlsx", make.xlsx(formula), Task.EXCEL)
    yield Hostile("I4", "backwards.xlsx", make.xlsx(cells(9, 1) + cells(3, 1) + cells(3, 2)), Task.EXCEL)
    parts = make.xlsx_parts(cells(1, 1)) | {"xl/externalLinks/externalLink1.xml": "<a/>"}
    yield Hostile("I4", "external.xlsx", make.zipped(parts), Task.EXCEL)
    gone = {name: part for name, part in make.xlsx_parts("").items() if "sheet1" not in name}
    yield Hostile("I4", "no-sheet.xlsx", make.zipped(gone), Task.EXCEL, refused=True)


def _tables():
    yield Hostile("I5", "zeros.csv", b"\x00" * 10_000, Task.TABLE, refused=True)
    yield Hostile("I5", "some-zeros.csv", b"a,b\n1\x00,2\n" * 50, Task.TABLE)
    yield Hostile("I5", "open-quote.csv", b'a,"b\n' + b"1,2\n" * 1000, Task.TABLE)
    yield Hostile("I5", "field.csv", b'"' + b"x" * 10_000_000 + b'"', Task.TABLE, refused=True)
    yield Hostile("I5", "mixed.csv", "ก,ข\n".encode() + "ค,ง\n".encode("cp874") * 20, Task.TABLE)
    yield Hostile("I5", "half.csv", "ก,ข\n".encode("utf-16")[:-1], Task.TABLE)
    yield Hostile("I5", "returns.csv", b"a,b\r1,2\r3,4", Task.TABLE)
    yield Hostile("I5", "formulas.csv", b"=1+1,@SUM(A1)\n+cmd|' /C calc'!A0,-2\n", Task.TABLE)
    yield Hostile("I5", "long.csv", b"1,2,3,4,5\n" * 400_000, Task.TABLE)
    yield Hostile("I5", "wide.csv", b"," * 3_000_000 + b"\n", Task.TABLE)
    yield Hostile("I5", "quotes.csv", b'"' * 100_001, Task.TABLE)
    yield Hostile("I5", "empty.csv", b"", Task.TABLE, refused=True)


def _references():
    yield Hostile("I5", "deep.json", b"[" * 200_000, Task.REFERENCES, refused=True)
    yield Hostile("I5", "nan.json", b'[{"title": NaN}]', Task.REFERENCES, refused=True)
    yield Hostile("I5", "digits.json", b'[{"title": ' + b"9" * 6000 + b"}]", Task.REFERENCES, refused=True)
    yield Hostile("I5", "braces.bib", b"@book{k, title = " + b"{" * 300_000, Task.REFERENCES)
    yield Hostile("I5", "many.bib", b"@book{" * 100_000, Task.REFERENCES, refused=True)
    yield Hostile("I5", "tags.ris", b"TY  - " + b"x" * 1_000_000 + b"\n" * 100_000, Task.REFERENCES, refused=True)


DANGEROUS = (
    *"a.exe b.lnk c.url d.hta e.js f.docm g.iso h.pdf.exe i.exe.pdf j.SCR k.jar l.html m.svg n.xlsm o.ps1".split(),  # noqa: SIM905 - a list to be read
    *"p.desktop q.vbs r.bat s.cmd t.msi u.chm v.jnlp w.command x.sh y.py z.appimage".split(),  # noqa: SIM905 - likewise
    "photo\u202egpj.exe",
    "exe\u202egpj",
    "a.exe. ",
    "b.exe\u00a0",
    "c.txt:evil.exe",
    "d.exe.",
    "e. exe",
)
