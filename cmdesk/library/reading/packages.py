"""Zip packages of others, read by name and through a counter; nothing is ever unpacked to the disk."""

import unicodedata
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from typing import BinaryIO

from cmdesk.library.reading.found import Notice, Remark, Trouble
from cmdesk.library.reading.limits import ALL_BYTES, ENTRIES, ENTRY_BYTES, PART_BYTES, RATIO, RATIO_FROM
from cmdesk.library.reading.markup import Element, attribute, elements, local
from cmdesk.library.reading.refused import Refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""Begins old Office files, and new ones with a password."""
_ENCRYPTED = 0x1
_HEADER = 30
_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CORE = "docProps/core.xml"
_MAIN = "/officeDocument"


class Package:
    """The parts of an Office file that holds to the limits."""

    def __init__(self, stream: BinaryIO) -> None:
        _look_at_start(stream)
        try:
            self._zip = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError) as error:
            raise Refused(Trouble.DAMAGED, str(error)) from error
        _check(self._zip.infolist())
        self.names = self._zip.namelist()
        self._actual = {name.casefold(): name for name in self.names}

    def read(self, name: str) -> bytes:
        """Bytes of a part; Refused when it is missing, damaged or too large."""
        actual = self._actual.get(name.lstrip("/").casefold())
        if actual is None:
            raise Refused(Trouble.MISSING_PART, name)
        if self._zip.getinfo(actual).file_size > PART_BYTES:
            raise Refused(Trouble.TOO_LARGE_INSIDE, name)
        try:
            with self._zip.open(actual) as part:
                content = part.read(PART_BYTES + 1)
        except (zipfile.BadZipFile, zipfile.zlib.error, EOFError, NotImplementedError, RuntimeError) as error:  # type: ignore[attr-defined] # zipfile's own name for the module that it reads with
            raise Refused(Trouble.DAMAGED, f"{name}: {error}") from error
        if len(content) > PART_BYTES:
            raise Refused(Trouble.BOMB, name)
        return content

    def __contains__(self, name: str) -> bool:
        return name.lstrip("/").casefold() in self._actual

    def parts(self, beginning: str, ending: str = ".xml") -> list[str]:
        """Names of parts by how they begin and end."""
        return [name for name in self.names if name.startswith(beginning) and name.endswith(ending)]

    def main(self, usual: str) -> str:
        """Name of the main part, as the package says, or the usual one."""
        for relation in self.relations("_rels/.rels"):
            if attribute(relation, "Type").endswith(_MAIN):
                return attribute(relation, "Target").lstrip("/")
        return usual

    def relations(self, name: str) -> Iterator[Element]:
        """The relations that a part of relations lists; none when there is no such part."""
        if name in self:
            events = elements(self.read(name), name)
            yield from (element for event, element in events if event == "end" and local(element) == "Relationship")

    def properties(self) -> dict[str, str]:
        """The title, creator, date and other core properties that are written."""
        if _CORE not in self:
            return {}
        ended = (element for event, element in elements(self.read(_CORE), _CORE) if event == "end")
        return {local(element): (element.text or "").strip() for element in ended}

    def remarks(self) -> list[Remark]:
        """What is active or foreign in the package, and was left alone."""
        lower = [name.casefold() for name in self.names]
        remarks = []
        if any(name.endswith("vbaproject.bin") for name in lower):
            remarks.append(Remark(Notice.MACROS))
        if embedded := sum("/embeddings/" in name or "/activex/" in name or "/afchunk" in name for name in lower):
            remarks.append(Remark(Notice.EMBEDDED, str(embedded)))
        if linked := sum(map(_is_foreign, self._all_relations())):
            remarks.append(Remark(Notice.LINKED, str(linked)))
        return remarks

    def _all_relations(self) -> Iterator[Element]:
        return (relation for name in self.names if name.endswith(".rels") for relation in self.relations(name))


def _is_foreign(relation: Element) -> bool:
    """Whether a relation would fetch something from outside; a link only waits to be followed."""
    outside = attribute(relation, "TargetMode") == "External"
    return outside and not attribute(relation, "Type").endswith("/hyperlink")


def _look_at_start(stream: BinaryIO) -> None:
    start = stream.read(len(_OLE))
    stream.seek(0)
    if not start:
        raise Refused(Trouble.EMPTY)
    if start == _OLE:
        raise Refused(Trouble.PASSWORD)


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > ENTRIES:
        raise Refused(Trouble.TOO_MANY_ENTRIES, str(len(entries)))
    if sum(entry.file_size for entry in entries) > ALL_BYTES:
        raise Refused(Trouble.TOO_LARGE_INSIDE)
    seen: set[str] = set()
    for entry in entries:
        _check_entry(entry)
        name = _as_systems_see(entry.filename)
        if name in seen:
            raise Refused(Trouble.TWICE, entry.filename)
        seen.add(name)
    _check_overlap(entries)


def _check_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & _ENCRYPTED:
        raise Refused(Trouble.PASSWORD, entry.filename)
    if entry.compress_type not in _PLAIN:
        raise Refused(Trouble.DAMAGED, entry.filename)
    if entry.file_size > ENTRY_BYTES:
        raise Refused(Trouble.TOO_LARGE_INSIDE, entry.filename)
    if entry.file_size > RATIO_FROM and entry.file_size > RATIO * max(entry.compress_size, 1):
        raise Refused(Trouble.BOMB, entry.filename)


def _as_systems_see(name: str) -> str:
    """The name as a disk that minds neither case nor accents' spelling nor trailing dots would see it."""
    return unicodedata.normalize("NFC", name).casefold().replace("\\", "/").rstrip(". ")


def _check_overlap(entries: list[zipfile.ZipInfo]) -> None:
    placed = sorted((entry.header_offset, entry.compress_size, entry.filename) for entry in entries)
    for (start, size, name), (following, _size, _name) in pairwise(placed):
        if start + _HEADER + size > following:
            raise Refused(Trouble.BOMB, name)
