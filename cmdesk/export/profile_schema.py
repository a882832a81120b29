"""The schema of style files: what one may hold, and the profile that it stands for."""

import re
from collections.abc import Mapping
from dataclasses import replace
from enum import Enum
from typing import TypeVar

from cmdesk.export.blocks import Page, Sourcing
from cmdesk.export.composing.languages import Languages
from cmdesk.export.looks import HOUSE, Looks
from cmdesk.export.profile import Backing, Digits, Era, Inclusion, Margin, Numbering, Profile
from cmdesk.i18n import _
from cmdesk.toml_files.fields import Ledger, Table
from cmdesk.toml_files.mistakes import Place

E = TypeVar("E", bound=Enum)

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_HOUSE_PAGE = Page()
_LEAST_MEASURE, _LEAST_HEIGHT = 60.0, 80.0
_SIZES = (6.0, 72.0)


class Paper(Enum):
    """Sheets, upright."""

    A3 = "a3"
    A4 = "a4"
    A5 = "a5"
    LETTER = "letter"


class Orientation(Enum):
    """How a sheet lies."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"


_SHEETS = {Paper.A3: (297.0, 420.0), Paper.A4: (210.0, 297.0), Paper.A5: (148.0, 210.0), Paper.LETTER: (215.9, 279.4)}


def read(content: dict[str, object], lines: Mapping[Place, int]) -> tuple[Profile, Ledger]:
    """The profile in a file's tables, and the mistakes found; with any, the profile is good for nothing."""
    ledger = Ledger(lines)
    return _profile(Table(content, (), ledger)), ledger


def _profile(table: Table) -> Profile:
    languages = _choice(table, "languages", Languages.BOTH)
    profile = Profile(
        id=_identifier(table),
        title=table.wording("title"),
        about=table.wording("about"),
        languages=languages,
        page=_page(_inner(table, "page")),
        looks=_looks(_inner(table, "letters")),
        numbering=_numbering(_inner(table, "numbering")),
        digits=_choice(table, "digits", Digits.ARABIC),
        era=_choice(table, "era", Era.BUDDHIST),
        included=_included(_inner(table, "include"), languages),
    )
    table.close()
    return profile


def _inner(table: Table, key: str) -> Table:
    """The table in a field, an empty one when there is none."""
    return table.table(key) if key in table else Table({}, (*table.place, key), table.ledger)


def _choice(table: Table, key: str, default: E) -> E:
    return table.one_of(key, type(default), required=False) or default


def _identifier(table: Table) -> str:
    name = table.text("id")
    if name and not _ID.fullmatch(name):
        table.note("id", _("“{id}” is no id: use small Latin letters and digits, joined by “-”.").format(id=name))
    return name


def _page(table: Table) -> Page:
    sides = _SHEETS[_choice(table, "paper", Paper.A4)]
    width, height = (
        sides if _choice(table, "orientation", Orientation.PORTRAIT) is Orientation.PORTRAIT else sides[::-1]
    )
    page = Page(
        width,
        height,
        **{side: _margin(table, side, getattr(_HOUSE_PAGE, side)) for side in ("left", "right", "top", "bottom")},
    )
    if width - page.left - page.right < _LEAST_MEASURE:
        table.note(
            "left", _("the margins leave less than {least} mm for the text.").format(least=f"{_LEAST_MEASURE:g}")
        )
    if height - page.top - page.bottom < _LEAST_HEIGHT:
        table.note("top", _("the margins leave less than {least} mm for the text.").format(least=f"{_LEAST_HEIGHT:g}"))
    table.close()
    return page


def _margin(table: Table, side: str, default: float) -> float:
    given = table.size(side, least=5, most=150)
    return default if given is None else given


def _looks(table: Table) -> Looks:
    least, most = _SIZES
    looks = Looks.of_size(table.size("size", least=least, most=most) or HOUSE["body"].size)
    sizes = _inner(table, "sizes")
    for part in sizes.names:
        sizes.listed(part, part, HOUSE)
        size = sizes.size(part, least=least, most=most)
        if part in HOUSE and size is not None:
            looks = looks.with_size(part, size)
    font = table.text("font", required=False)
    table.close()
    return replace(looks, font=font) if font else looks


def _numbering(table: Table) -> Numbering:
    defaults = {"parts": False, "questions": True, "totals": True}
    made = Numbering(**{name: table.flag(name, default=default) for name, default in defaults.items()})
    table.close()
    return made


def _included(table: Table, languages: Languages) -> Inclusion:
    flags = ("cover", "contents", "about", "guidance", "counts", "status")
    made = Inclusion(
        **{name: table.flag(name, default=True) for name in flags},
        notes=_choice(table, "notes", Margin.NOWHERE),
        evidence=_choice(table, "evidence", Backing.AT_END),
        sources=_choice(table, "sources", Sourcing.MARKS),
        protected=table.flag("protected", default=False),
    )
    if made.notes is Margin.COLUMN and languages is not Languages.BOTH:
        table.note("notes", _("notes have a column only where both languages stand side by side."))
    table.close()
    return made
