"""BibTeX files (as Patashnik's "BibTeXing" and biblatex describe them) into references."""

import re
from collections.abc import Iterator

from cmdesk.library.reading.found import Reference
from cmdesk.library.reading.latex import plain

_ENTRY = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
_NAME = re.compile(r"\s*,?\s*([A-Za-z][\w:.+-]*)\s*=\s*")
_KEY = re.compile(r"\s*([^,\s{}]*)\s*(?:,|(?=[})]))")
_BARE = re.compile(r"[^\s,#{}()\"]+")
_JOIN = re.compile(r"\s*#\s*")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SKIPPED = {"comment", "preamble"}
_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "manual": "report",
    "techreport": "report",
    "report": "report",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "thesis": "thesis",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "dataset": "dataset",
}


def references(text: str) -> Iterator[Reference | None]:
    """The entries of a file in order; None for each that is broken."""
    strings = {name: str(number) for number, name in enumerate(_MONTHS, start=1)}
    at = 0
    while match := _ENTRY.search(text, at):
        kind = match[1].lower()
        at = match.end()
        if kind in _SKIPPED:
            continue
        key = None if kind == "string" else _KEY.match(text, at)
        if kind != "string" and key is None:
            yield None
            continue
        fields, at = _fields(text, at if key is None else key.end(), strings)
        if kind == "string":
            strings.update(fields)
        else:
            yield _reference(kind, key[1] if key else "", fields)


def _fields(text: str, at: int, strings: dict[str, str]) -> tuple[dict[str, str], int]:
    """The fields from a place on, and the place after them."""
    fields: dict[str, str] = {}
    while match := _NAME.match(text, at):
        value, at = _value(text, match.end(), strings)
        fields.setdefault(match[1].lower(), value)
    return fields, at


def _value(text: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    pieces = []
    while True:
        piece, at = _piece(text, at, strings)
        pieces.append(piece)
        joined = _JOIN.match(text, at)
        if joined is None:
            return "".join(pieces), at
        at = joined.end()


def _piece(text: str, at: int, strings: dict[str, str]) -> tuple[str, int]:
    opening = text[at : at + 1]
    if opening in ("{", '"'):
        stop = _closing(text, at, opening)
        return text[at + 1 : stop], stop + 1
    match = _BARE.match(text, at)
    if match is None:
        return "", at
    return strings.get(match[0].lower(), match[0]), match.end()


def _closing(text: str, at: int, opening: str) -> int:
    """Place of the brace or quotation mark that closes a value; the end of the text when nothing does."""
    depth = 0
    for place in range(at, len(text)):
        sign = text[place]
        if text[place - 1 : place] == "\\":
            continue
        depth += (sign == "{") - (sign == "}")
        if (opening == "{" and depth == 0) or (opening == '"' and sign == '"' and depth == 0 and place > at):
            return place
    return len(text)


def _reference(kind: str, key: str, raw: dict[str, str]) -> Reference | None:
    fields = {name: plain(value) for name, value in raw.items() if name not in {"url", "author", "editor"}}
    url = raw.get("url", "").strip()
    authors = raw.get("author") or raw.get("editor") or ""
    found = Reference(
        type=_TYPES.get(kind, "document"),
        key=key,
        title=_first(fields, "title"),
        authors=tuple(_name(name) for name in re.split(r"\s+and\s+", authors.strip()) if name),
        issued=_issued(fields),
        publisher=_first(fields, "publisher", "institution", "school", "organization"),
        container=_first(fields, "journal", "journaltitle", "booktitle"),
        place=_first(fields, "address", "location"),
        pages=_first(fields, "pages"),
        url=url.replace("\\_", "_").replace("\\%", "%").strip("{}"),
        doi=_first(fields, "doi"),
        accessed=_first(fields, "urldate"),
        language=_first(fields, "langid", "language"),
        abstract=_first(fields, "abstract"),
        note=_first(fields, "note"),
        rights=_first(fields, "copyright", "rights"),
        keywords=tuple(word.strip() for word in _first(fields, "keywords").split(",") if word.strip()),
    )
    return found if found.title or found.authors or found.url else None


def _first(fields: dict[str, str], *names: str) -> str:
    return next((fields[name] for name in names if fields.get(name)), "")


def _name(written: str) -> str:
    """A person's name in reading order."""
    family, comma, given = plain(written).partition(",")
    return f"{given.strip()} {family.strip()}".strip() if comma else family


def _issued(fields: dict[str, str]) -> str:
    if dated := _DATE.match(fields.get("date", "")):
        return dated[0]
    year, month = fields.get("year", ""), fields.get("month", "")[:3].lower()
    if _DATE.fullmatch(year) is None:
        return ""
    number = month if month.isdecimal() else str(_MONTHS.index(month) + 1 if month in _MONTHS else "")
    return f"{year}-{int(number):02}" if number and 1 <= int(number) <= 12 else year  # noqa: PLR2004 - months
