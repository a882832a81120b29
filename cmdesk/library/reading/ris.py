"""RIS files (Research Information Systems' tagged format) into references."""

import re
from collections.abc import Iterator

from cmdesk.library.reading.found import Reference

_LINE = re.compile(r"([A-Z][A-Z0-9])  ?- ?(.*)", re.ASCII)
_DATE = re.compile(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?", re.ASCII)
_TYPES = {
    "BOOK": "book",
    "CHAP": "chapter",
    "CONF": "paper-conference",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "ELEC": "webpage",
    "BLOG": "webpage",
    "JOUR": "article-journal",
    "MGZN": "article-magazine",
    "NEWS": "article-newspaper",
    "RPRT": "report",
    "THES": "thesis",
    "VIDEO": "motion_picture",
}
Fields = dict[str, list[str]]


def references(text: str) -> Iterator[Reference | None]:
    """The entries of a file in order; None for each that has neither title, author nor address."""
    fields: Fields = {}
    last = ""
    for line in text.split("\n"):
        match = _LINE.match(line.lstrip("\ufeff"))
        if match is None:
            _continue(fields, last, line)
        elif match[1] == "ER":
            yield _reference(fields)
            fields, last = {}, ""
        else:
            last = match[1]
            fields.setdefault(last, []).append(match[2].strip())
    if fields:
        yield _reference(fields)


def _continue(fields: Fields, last: str, line: str) -> None:
    if last and line.strip():
        fields[last][-1] += " " + line.strip()


def _reference(fields: Fields) -> Reference | None:
    found = Reference(
        type=_TYPES.get(_first(fields, "TY"), "document"),
        key=_first(fields, "ID"),
        title=_first(fields, "TI", "T1", "CT", "BT"),
        authors=tuple(map(_name, fields.get("AU") or fields.get("A1") or fields.get("A2") or [])),
        issued=_date(_first(fields, "DA", "PY", "Y1")),
        publisher=_first(fields, "PB"),
        container=_first(fields, "JO", "JF", "T2", "JA"),
        place=_first(fields, "CY", "PP"),
        pages="–".join(filter(None, (_first(fields, "SP"), _first(fields, "EP")))),
        url=_first(fields, "UR", "L2"),
        doi=_first(fields, "DO"),
        accessed=_date(_first(fields, "Y2")),
        language=_first(fields, "LA"),
        abstract=_first(fields, "AB", "N2"),
        note=_first(fields, "N1"),
        rights=_first(fields, "C1"),
        keywords=tuple(filter(None, fields.get("KW", []))),
    )
    return found if found.title or found.authors or found.url else None


def _first(fields: Fields, *names: str) -> str:
    return next((value for name in names for value in fields.get(name, ()) if value), "")


def _name(written: str) -> str:
    family, comma, given = written.partition(",")
    return f"{given.replace(',', ' ').strip()} {family.strip()}".strip() if comma else family.strip()


def _date(written: str) -> str:
    match = _DATE.match(written)
    if match is None:
        return ""
    year, month, day = match.groups()
    return year + (f"-{int(month):02}" if month else "") + (f"-{int(day):02}" if month and day else "")
