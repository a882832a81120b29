"""Peers of the typesetter, on the same content: `python pdf_peers.py PEER CONTENT.json FONTS OUT.pdf`.

Run by a Python that has typst, weasyprint and fpdf2, which CMDesk itself never needs.
"""

import json
import sys
from html import escape
from pathlib import Path


def typst_source(content: list[list[object]]) -> str:
    """The content as a typst document."""
    out = [
        '#set page(paper: "a4", margin: (left: 30mm, right: 20mm, top: 25mm, bottom: 22mm), numbering: "1 / 1")',
        '#set text(font: "Sarabun", size: 10.7pt)',
        "#set par(justify: false)",
        "#outline()",
        "#pagebreak()",
    ]
    for kind, *told in content:
        if kind == "heading":
            out.append(f"= {_plain(' '.join(told))}")
        elif kind == "pair":
            thai, english = (f"#text(lang: {json.dumps(lang)})[{_plain(words)}]" for lang, words in _sides(told))
            out.append(f"#grid(columns: (1fr, 1fr), column-gutter: 20pt, [{thai}], [{english}])")
        else:
            cells = ", ".join(f"[{_plain(cell)}]" for row in told[0] for cell in row)
            head, *_ = told[0]
            rows = ", ".join(f"[{_plain(cell)}]" for row in told[0][1:] for cell in row)
            first = ", ".join(f"[{_plain(cell)}]" for cell in head)
            out.append(f"#table(columns: (35fr, 20fr, 45fr), table.header({first}), {rows})" if rows else cells)
    return "\n\n".join(out)


def _sides(told: list[str]) -> list[tuple[str, str]]:
    return [("th", told[0]), ("en", told[1])]


def _plain(words: str) -> str:
    return "".join(f"\\{letter}" if letter in "\\#$*_[]@<>`~=-+/" else letter for letter in words)


def html(content: list[list[object]], fonts: Path) -> str:
    """The content as a page for WeasyPrint."""
    faces = "".join(
        f"@font-face{{font-family:Sarabun;font-weight:{weight};src:url({(fonts / f'Sarabun-{name}.ttf').as_uri()})}}"
        for name, weight in (("Regular", 400), ("Bold", 700))
    )
    rules = (
        "@page{size:A4;margin:25mm 20mm 22mm 30mm;@bottom-right{content:counter(page) ' / ' counter(pages)}}"
        "body{font:10.7pt/1.48 Sarabun}table{border-collapse:collapse;width:100%}td,th{vertical-align:top;width:50%}"
        "thead{display:table-header-group}"
    )
    out = [f"<html lang=en><style>{faces}{rules}</style>"]
    for kind, *told in content:
        if kind == "heading":
            out.append(f"<h2>{escape(' '.join(told))}</h2>")
        elif kind == "pair":
            cells = "".join(f"<td lang={lang}>{escape(words)}</td>" for lang, words in _sides(told))
            out.append(f"<table><tr>{cells}</tr></table>")
        else:
            head, *rows = ("".join(f"<td>{escape(cell)}</td>" for cell in row) for row in told[0])
            body = "".join(f"<tr>{row}</tr>" for row in rows)
            out.append(f"<table><thead><tr>{head}</tr></thead>{body}</table>")
    return "".join(out)


def by_typst(content: list[list[object]], fonts: Path, target: Path) -> None:
    """Write it with typst."""
    import typst  # noqa: PLC0415 - each peer is loaded only when it is measured

    source = target.with_suffix(".typ")
    source.write_text(typst_source(content), encoding="utf-8")
    typst.compile(str(source), output=str(target), font_paths=[str(fonts)])


def by_weasyprint(content: list[list[object]], fonts: Path, target: Path) -> None:
    """Write it with WeasyPrint."""
    import weasyprint  # noqa: PLC0415 - each peer is loaded only when it is measured

    weasyprint.HTML(string=html(content, fonts)).write_pdf(str(target))


def by_fpdf2(content: list[list[object]], fonts: Path, target: Path) -> None:
    """Write it with fpdf2, shaped."""
    import fpdf  # noqa: PLC0415 - each peer is loaded only when it is measured

    pdf = fpdf.FPDF()
    pdf.set_margins(30, 25, 20)
    pdf.add_font("Sarabun", fname=str(fonts / "Sarabun-Regular.ttf"))
    pdf.add_font("Sarabun", style="B", fname=str(fonts / "Sarabun-Bold.ttf"))
    pdf.add_page()
    pdf.set_font("Sarabun", size=10.7)
    pdf.set_text_shaping(use_shaping_engine=True)
    for kind, *told in content:
        if kind == "heading":
            pdf.multi_cell(0, 7, " ".join(told), new_x="LMARGIN", new_y="NEXT")
        elif kind == "pair":
            with pdf.table(borders_layout="NONE", line_height=5.6, first_row_as_headings=False) as table:
                table.row(told[:2])
        else:
            with pdf.table(line_height=5, col_widths=(35, 20, 45)) as table:
                for row in told[0]:
                    table.row(row)
    pdf.output(str(target))


PEERS = {"typst": by_typst, "WeasyPrint": by_weasyprint, "fpdf2": by_fpdf2}

if __name__ == "__main__":
    name, told, fonts_at, out_at = sys.argv[1:]
    PEERS[name](json.loads(Path(told).read_text(encoding="utf-8")), Path(fonts_at), Path(out_at))
