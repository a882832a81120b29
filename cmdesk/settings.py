"""The user's settings: each declared once as data, kept in one readable file."""

import json
import locale
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, Generic, Self, TypeVar

from cmdesk.errors import CMDeskError
from cmdesk.i18n import LANGUAGES, SOURCE_LANGUAGE, _

T = TypeVar("T")
RECENT_DOSSIERS = 8


@dataclass(frozen=True, slots=True)
class Setting(Generic[T]):
    """One thing that a user can set; a kept value that is not `sound` counts as never set."""

    key: str
    default: Callable[[], T]
    sound: Callable[[Any], bool]


def system_language() -> str:
    """The interface's language that fits the computer's: Thai on a Thai one, else English."""
    spoken = locale.getlocale()[0] or os.environ.get("LANG", "")
    code = spoken[:2].lower()
    return code if code in LANGUAGES else SOURCE_LANGUAGE


def _is_text(value: object) -> bool:
    return isinstance(value, str)


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _are_texts_by_text(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value)) and all(map(_is_text, value.values()))


def _is_one_of(*choices: object) -> Callable[[Any], bool]:
    return lambda value: value in choices and not isinstance(value, bool)


THEMES: Final = ("light", "dark", "contrast")
TEXT_SIZES: Final = (11, 12, 13, 14, 16, 18, 20, 24)
"""Sizes in points of the text being written."""

SCALES: Final = (100, 110, 125, 150, 175, 200, 250, 300)
"""Sizes of the interface in per cent."""

LANGUAGE = Setting("language", system_language, _is_one_of(*LANGUAGES))
THEME = Setting("theme", lambda: "light", _is_one_of(*THEMES))
TEXT_SIZE = Setting("text_size", lambda: 13, _is_one_of(*TEXT_SIZES))
SCALE = Setting("scale", lambda: 100, _is_one_of(*SCALES))
RECENT: Setting[list[str]] = Setting("recent_dossiers", list, _are_texts)
"""Folders of dossiers, the last opened first."""
REOPEN = Setting("reopen_last", lambda: True, lambda value: isinstance(value, bool))
LAST_SECTION: Setting[dict[str, str]] = Setting("last_section", dict, _are_texts_by_text)
"""The question looked at last, by the dossier's id."""
AUTHOR = Setting("author", lambda: os.environ.get("USER") or os.environ.get("USERNAME") or "", _is_text)
"""The name that stands beside the user's notes."""
GEOMETRY = Setting("window_geometry", str, _is_text)
"""Base64 of what Qt remembers of the window's place."""
PANES = Setting("window_panes", str, _is_text)
"""Base64 of what Qt remembers of the panes' widths."""
SIDE_PANEL = Setting("side_panel", str, _is_text)
"""Name of the panel beside the page, empty when it is put away."""
SPELLING = Setting("spelling", lambda: True, lambda value: isinstance(value, bool))
"""Whether what is misspelt is marked."""
DICTIONARY: Setting[list[str]] = Setting("dictionary", list, _are_texts)
"""Words that the user wants never to be marked as misspelt."""

ALL: Final[tuple[Setting[Any], ...]] = (
    LANGUAGE,
    THEME,
    TEXT_SIZE,
    SCALE,
    RECENT,
    REOPEN,
    LAST_SECTION,
    GEOMETRY,
    PANES,
    SIDE_PANEL,
    SPELLING,
    DICTIONARY,
)


class BrokenSettingsError(CMDeskError):
    """The settings could not be read; the broken file was kept under another name, `aside`, if that was possible."""

    def __init__(self, path: Path, aside: Path | None) -> None:
        super().__init__(f"{path}: settings unreadable, kept as {aside}")
        self.path = path
        self.aside = aside

    @property
    def what(self) -> str:
        """The sentence for people."""
        return _("Your settings could not be read, so CMDesk started with its own.")

    @property
    def advice(self) -> str:
        """Where the old ones are."""
        if self.aside is None:
            return ""
        return _("The old settings are kept in {path}.").format(path=self.aside)


class Settings:
    """What the user has set. `problem` tells why the kept ones were not used, if so."""

    def __init__(self, path: Path, values: dict[str, Any] | None = None, problem: CMDeskError | None = None) -> None:
        self.path = path
        self.problem = problem
        self._values = values or {}

    @classmethod
    def load(cls, path: Path) -> Self:
        """Settings kept in a file; the defaults when there is none or it is broken, which `problem` then tells."""
        try:
            values = json.loads(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return cls(path)
        except (OSError, ValueError):
            return cls(path, problem=BrokenSettingsError(path, _put_aside(path)))
        if not isinstance(values, dict):
            return cls(path, problem=BrokenSettingsError(path, _put_aside(path)))
        return cls(path, values)

    def get(self, setting: Setting[T]) -> T:
        """What is set, the default when nothing sound is."""
        if setting.key not in self._values:
            return setting.default()
        value: T = self._values[setting.key]
        return value if setting.sound(value) else setting.default()

    def knows(self, setting: Setting[T]) -> bool:
        """Whether something sound was ever set."""
        return setting.key in self._values and setting.sound(self._values[setting.key])

    def set(self, setting: Setting[T], value: T) -> None:
        """Set a value and keep it; ValueError when it is not sound. A disk that refuses costs only the memory of it."""
        if not setting.sound(value):
            raise ValueError(f"{setting.key}: {value!r}")
        if self._values.get(setting.key) != value:
            self._values[setting.key] = value
            with suppress(OSError):
                self._keep()

    def remember(self, folder: Path) -> None:
        """Put a dossier's folder first among the recent ones."""
        self.forget(folder)
        recent = self.get(RECENT)
        self.set(RECENT, [str(folder), *recent][:RECENT_DOSSIERS])

    def forget(self, folder: Path) -> None:
        """Take a folder off the recent ones."""
        recent = self.get(RECENT)
        self.set(RECENT, [other for other in recent if other != str(folder)])

    @property
    def recent(self) -> tuple[Path, ...]:
        """Folders of the dossiers opened last, the latest first."""
        recent = self.get(RECENT)
        return tuple(map(Path, recent))

    def _keep(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        fresh = self.path.with_name(self.path.name + ".new")
        fresh.write_text(json.dumps(self._values, ensure_ascii=False, indent=2, sort_keys=True), encoding="utf-8")
        fresh.replace(self.path)


def _put_aside(path: Path) -> Path | None:
    aside = path.with_name(path.stem + ".broken" + path.suffix)
    try:
        path.replace(aside)
    except OSError:
        return None
    return aside
