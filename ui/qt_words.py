"""Qt's own words in the interface's language.

WORKAROUND for Qt shipping no Thai catalogue (there is no qtbase_th.qm): context menus, file choosers and standard
buttons ask this translator, which answers from our catalogue.
"""

from typing import Final, Self

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from cmdesk.i18n import N_, SOURCE_LANGUAGE, _, language

WORDS: Final = (
    N_("&Undo"), N_("&Redo"), N_("Cu&t"), N_("&Copy"), N_("&Paste"), N_("Delete"), N_("Select All"),
    N_("Copy &Link Location"), N_("OK"), N_("Cancel"), N_("&Cancel"), N_("Close"), N_("&Yes"), N_("&No"), N_("Save"),
    N_("&Save"), N_("Open"), N_("&Open"), N_("&Choose"), N_("&Look in:"), N_("Look in:"), N_("File &name:"),
    N_("Directory:"), N_("Files of &type:"), N_("Files of type:"), N_("Folder"), N_("File Folder"), N_("Directories"),
    N_("All Files (*)"), N_("Back"), N_("Forward"), N_("Parent Directory"), N_("Create New Folder"), N_("List View"),
    N_("Detail View"), N_("New Folder"), N_("&New Folder"), N_("&Rename"), N_("&Delete"), N_("Name"), N_("Size"),
    N_("Type"), N_("Date Modified"), N_("Computer"), N_("Sidebar"), N_("Show "), N_("Show &hidden files"),
)  # fmt: skip
_KNOWN: Final = frozenset(WORDS)


class QtWords(QTranslator):
    """Translator of Qt's few words that our windows show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    @classmethod
    def of(cls, application: QCoreApplication) -> Self:
        """The application's one translator, which lives as long as the application does.

        Qt holds its lock on the translators while it asks one of them. Were another collected by Python in that
        moment, its end would wait for that lock, and so for itself, for ever.
        """
        existing: Self | None = application.findChild(cls)
        return cls(application) if existing is None else existing

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Never empty: Qt refuses an empty one."""
        return False

    def translate(self, _context: str, source: str, _disambiguation: str | None = None, _n: int = -1) -> str | None:
        """Words in the interface's language; None for what we do not know, which leaves Qt's own."""
        if language() == SOURCE_LANGUAGE or source not in _KNOWN:
            return None
        return _(source)
