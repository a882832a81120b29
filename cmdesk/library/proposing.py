"""Records proposed for files and references: a person goes over them afterwards."""

import re
from pathlib import PurePath

from cmdesk.library.reading.found import Found, Picture, Reference
from cmdesk.library.sorts import kind_of
from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind
from cmdesk.model.ids import EvidenceId, new_ulid
from cmdesk.model.language import Wording
from cmdesk.model.links import is_allowed
from cmdesk.thai.cleaning import clean

_THAI = re.compile("[\u0e01-\u0e5b]")
_NAME_SIGNS = re.compile(r"[_\s]+")
_NO_TITLES = re.compile(r"(microsoft (word|excel|powerpoint) - |untitled|document\d*|ไม่มีชื่อ)", re.IGNORECASE)
"""What programs write into the title when nobody has given one."""
_LONGEST_TITLE = 300
_LONGEST = 5_000
_KINDS = {
    "webpage": EvidenceKind.LINK,
    "post-weblog": EvidenceKind.LINK,
    "dataset": EvidenceKind.STATISTIC,
    "motion_picture": EvidenceKind.MEDIA,
    "broadcast": EvidenceKind.MEDIA,
    "song": EvidenceKind.MEDIA,
    "graphic": EvidenceKind.PHOTOGRAPH,
    "interview": EvidenceKind.TESTIMONY,
    "speech": EvidenceKind.EVENT,
}
_LANGUAGES = {"thai": "th", "english": "en", "tha": "th", "eng": "en", "british": "en", "american": "en"}


def spoken(words: str, most: int = _LONGEST_TITLE) -> Wording:
    """Words on the side of the language that they are in: Thai when they have a Thai letter."""
    kept = clean(words).strip()[:most]
    return Wording(thai=kept) if _THAI.search(kept) else Wording(english=kept)


def from_file(attachment: Attachment, found: Found | None) -> Evidence:
    """The record proposed for an attached file, of which perhaps something could be read."""
    told = found or Found()
    return Evidence(
        id=EvidenceId(new_ulid()),
        kind=kind_of(attachment.name),
        title=spoken(_title(attachment.name, told)),
        period=period_of(told.picture.taken if told.picture else told.created),
        author=spoken(told.author) if kind_of(attachment.name) is EvidenceKind.DOCUMENT else Wording(),
        language=_language(told),
        notes=_place_note(told.picture),
        attachments=(attachment,),
    )


def _title(name: str, found: Found) -> str:
    if found.title and not _NO_TITLES.match(found.title):
        return found.title
    return _NAME_SIGNS.sub(" ", PurePath(name).stem).strip() or name


def _language(found: Found) -> str:
    """The language that most of the letters are of; empty when there are hardly any."""
    text = "".join(found.pages)[:20_000]
    thai = len(_THAI.findall(text))
    latin = sum(letter.isascii() and letter.isalpha() for letter in text)
    if thai + latin < 20:  # noqa: PLR2004 - too few letters to tell
        return ""
    return "th" if thai > latin else "en"


def _place_note(picture: Picture | None) -> Wording:
    """Where a photograph was taken, for the team only: exports leave out notes and remove it from the file."""
    if picture is None or picture.north is None or picture.east is None:
        return Wording()
    place = f"{picture.north:.5f}, {picture.east:.5f}"
    return Wording(f"พิกัดจากกล้อง {place}", f"Place by the camera: {place}")


def period_of(iso: str) -> Period | None:
    """The period of a date as somebody wrote it, None when it is none or cannot be."""
    try:
        return Period(PartialDate.parse(iso))
    except ValueError:
        return None


def from_reference(reference: Reference) -> Evidence:
    """The record of a work as a reference manager knows it."""
    seen = period_of(reference.accessed)
    return Evidence(
        id=EvidenceId(new_ulid()),
        kind=_KINDS.get(reference.type, EvidenceKind.DOCUMENT),
        title=spoken(reference.title),
        summary=spoken(reference.abstract, _LONGEST),
        period=period_of(reference.issued),
        place=spoken(reference.place),
        source=spoken(reference.publisher or reference.container),
        author=spoken("; ".join(reference.authors)),
        language=_code(reference.language),
        locator=clean(reference.pages)[:100],
        licence=clean(reference.rights)[:200],
        tags=tuple(dict.fromkeys(clean(word)[:60] for word in reference.keywords))[:30],
        notes=spoken(reference.note, _LONGEST),
        address=_address(reference),
        seen_on=seen.start if seen else None,
    )


def _code(written: str) -> str:
    lower = written.strip().casefold()
    return _LANGUAGES.get(lower, lower[:2] if re.fullmatch(r"[a-z]{2}([-_].*)?", lower) else "")


def _address(reference: Reference) -> str:
    doi = reference.doi.strip()
    if not reference.url and doi:
        doi = doi if doi.startswith("http") else f"https://doi.org/{doi}"
    address = reference.url.strip() or doi
    return address if is_allowed(address) else ""


def from_link(address: str, seen_on: PartialDate, title: str = "") -> Evidence:
    """The record of a web page with the date that it was seen on; ValueError for an address that can't be a link."""
    if not is_allowed(address):
        raise ValueError(f"not a link: {address[:80]!r}")
    words = spoken(title or address)
    return Evidence(EvidenceId(new_ulid()), EvidenceKind.LINK, title=words, address=address, seen_on=seen_on)
