"""What sort of file a name tells of: how it is read, and whether it may ever be opened from the program."""

import re
from enum import Enum
from pathlib import PurePath

from cmdesk.library.reading.found import Task
from cmdesk.model.evidence import Attachment, EvidenceKind


class Sort(Enum):
    """A sort of file."""

    PDF = "pdf"
    WORD = "word"
    EXCEL = "excel"
    PICTURE = "picture"
    TABLE = "table"
    TEXT = "text"
    REFERENCES = "references"
    MEDIA = "media"
    OTHER = "other"
    """Kept, and neither read nor opened."""
    DANGEROUS = "dangerous"
    """Kept and marked; it could run as a program."""


_SUFFIXES = {
    Sort.PDF: "pdf",
    Sort.WORD: "docx",
    Sort.EXCEL: "xlsx",
    Sort.PICTURE: "jpg jpeg png tif tiff webp gif bmp",
    Sort.TABLE: "csv tsv",
    Sort.TEXT: "txt md",
    Sort.REFERENCES: "bib ris json",
    Sort.MEDIA: "mp3 m4a wav ogg flac mp4 m4v mov webm mkv avi",
    Sort.DANGEROUS: (
        "exe com scr pif bat cmd ps1 psm1 vbs vbe js jse mjs wsf wsh hta msi msp mst msc cpl dll sys drv jar jnlp lnk "
        "url website webloc desktop scf reg inf iso img vhd vhdx dmg pkg app apk deb rpm appimage sh bash zsh csh run "
        "py pyw pyc pyz rb pl php lua docm dotm xlsm xltm xlam xll pptm potm ppam ppsm sldm chm hlp swf svg svgz html "
        "htm xhtml mht mhtml xml xsl xslt application gadget settingcontent-ms library-ms search-ms theme themepack "
        "diagcab appref-ms appx msix xbap slk iqy rqy ade adp mde mdb accde one odb rdp wim cab command workflow"
    ),
}
_BY_SUFFIX = {suffix: sort for sort, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}
_TASKS = {
    Sort.PDF: Task.PDF,
    Sort.WORD: Task.WORD,
    Sort.EXCEL: Task.EXCEL,
    Sort.PICTURE: Task.PICTURE,
    Sort.TABLE: Task.TABLE,
    Sort.TEXT: Task.TEXT,
    Sort.REFERENCES: Task.REFERENCES,
}
_KINDS = {Sort.PICTURE: EvidenceKind.PHOTOGRAPH, Sort.TABLE: EvidenceKind.STATISTIC, Sort.MEDIA: EvidenceKind.MEDIA}
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of writing: gpj.exe can be made to look like exe.jpg."""
_TRAILING = ". \t\u00a0"


def sort_of(name: str) -> Sort:
    """The sort of a file by its name; a name that hides its suffix is dangerous whatever it is."""
    if _TURNING.search(name):
        return Sort.DANGEROUS
    shown = name.rstrip(_TRAILING)
    inner = [part.strip(_TRAILING).casefold() for part in shown.split(".")[1:]]
    last = _BY_SUFFIX.get(inner[-1], Sort.OTHER) if inner else Sort.OTHER
    if ":" in name or any(_BY_SUFFIX.get(part) is Sort.DANGEROUS for part in inner[-2:]):
        return Sort.DANGEROUS
    return last


def is_openable(attachment: Attachment) -> bool:
    """Whether the file may be handed to another program after a click: only sorts that are listed as harmless."""
    return sort_of(attachment.name) not in (Sort.OTHER, Sort.DANGEROUS)


def opening_name(attachment: Attachment) -> str:
    """The name under which a checked copy is opened: plain letters, nothing of what somebody called the file."""
    suffix = PurePath(attachment.name.rstrip(_TRAILING)).suffix.casefold()
    return attachment.sha256[:16] + (suffix if is_openable(attachment) else ".bin")


def shown_name(name: str) -> str:
    """The name for people, with signs that turn the direction made visible."""
    return _TURNING.sub("�", name)


def task_of(name: str) -> Task | None:
    """How a file of a name is read; None when it is only kept."""
    return _TASKS.get(sort_of(name))


def kind_of(name: str) -> EvidenceKind:
    """The kind of record that a file proposes."""
    return _KINDS.get(sort_of(name), EvidenceKind.DOCUMENT)
