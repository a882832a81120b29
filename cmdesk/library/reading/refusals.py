"""Why a file was not read, and what was left out of one that was, as sentences for people."""

from cmdesk.errors import CMDeskError
from cmdesk.i18n import N_, _
from cmdesk.library.reading.found import Notice, Refusal, Remark, Trouble

_TROUBLES = {
    Trouble.EMPTY: N_("“{file}” is empty."),
    Trouble.DAMAGED: N_("“{file}” is damaged, or not what its name says, and can't be read ({detail})."),
    Trouble.DOCTYPE: N_(
        "“{file}” has a document type declaration ({detail}), which could fetch other files; it was not read."
    ),
    Trouble.PASSWORD: N_("“{file}” is protected by a password, or of an old format, and can't be read."),
    Trouble.TOO_MANY_ENTRIES: N_("“{file}” holds too many parts ({detail}); at most 10,000 are read."),
    Trouble.TOO_LARGE_INSIDE: N_("“{file}” holds a part that is too large to be read ({detail})."),
    Trouble.BOMB: N_("“{file}” would grow to an unreasonable size when unpacked ({detail}); it was not read."),
    Trouble.TWICE: N_("“{file}” holds two parts of one name ({detail}); it was not read."),
    Trouble.MISSING_PART: N_("“{file}” lacks a part that it needs ({detail})."),
    Trouble.TOO_MANY_ELEMENTS: N_("“{file}” has a part of more than two million elements ({detail}); it was not read."),
    Trouble.TOO_MANY_PIXELS: N_("“{file}” has more than 50 million pixels; it was not read."),
    Trouble.OTHER_FORMAT: N_("“{file}” is not a picture of a format that CMDesk reads."),
    Trouble.NOT_TEXT: N_("“{file}” is not a text file."),
    Trouble.NOTHING_FOUND: N_("“{file}” holds no reference that CMDesk can read."),
    Trouble.TOO_LARGE: N_("“{file}” is larger than 512 MB; it was not read."),
    Trouble.TIME: N_("Reading “{file}” took longer than it may ({detail} s) and was ended."),
    Trouble.MEMORY: N_("Reading “{file}” took more memory than it may (1 GB) and was ended."),
    Trouble.OUTPUT: N_("“{file}” holds more than 64 MB of text; it was not read."),
    Trouble.CRASHED: N_("The reader of “{file}” broke down ({detail}); the file is probably damaged."),
}

_NOTICES = {
    Notice.ROWS_CUT: N_("NOT ALL ROWS were read, only {detail}: the table is larger than CMDesk takes."),
    Notice.TEXT_CUT: N_("Not all text was read, only the first {detail} letters."),
    Notice.PAGES_CUT: N_("Not all pages were read, only {detail}."),
    Notice.MACROS: N_("It contains macros, which were left alone."),
    Notice.EMBEDDED: N_("It contains embedded files or parts ({detail}), which were left alone."),
    Notice.LINKED: N_("It points at files or pages elsewhere ({detail}), which were not fetched."),
    Notice.FIELD_CODES: N_("It contains field codes ({detail}), which were not carried out."),
    Notice.TRACKED: N_("It contains tracked changes ({detail}); the text was read as if all were accepted."),
    Notice.FORMULAS: N_("Cells with formulas show the value that was last saved: {detail}."),
    Notice.HIDDEN_SHEETS: N_("Hidden sheets were read too: {detail}."),
    Notice.CODE_PAGE_UNSURE: N_("It is not certain how its letters are encoded ({detail} is assumed): look at them."),
    Notice.NO_TEXT: N_("No text was found; it may hold only pictures."),
    Notice.ANIMATED: N_("It has {detail} frames, of which only the first is shown."),
    Notice.ACTIVE_PDF: N_("It contains scripts or attached files, which were left alone."),
    Notice.UNCLOSED_QUOTE: N_("A quotation mark is never closed; every line was read as a row of its own."),
    Notice.RAGGED_ROWS: N_("Some rows are longer or shorter than the others: {detail}."),
    Notice.CHARACTERS_REMOVED: N_("Characters that no document can hold were removed: {detail}."),
    Notice.REFERENCES_SKIPPED: N_("Entries that could not be read were left out: {detail}."),
}


class ForeignFileError(CMDeskError):
    """A file of somebody else's that was not read; `refusal` says why."""

    def __init__(self, name: str, refusal: Refusal) -> None:
        super().__init__(f"{name}: {refusal.trouble.value} {refusal.detail}")
        self.name = name
        self.refusal = refusal

    @property
    def what(self) -> str:
        """Which file was refused, and why."""
        return _(_TROUBLES[self.refusal.trouble]).format(file=self.name, detail=self.refusal.detail[:200])

    @property
    def advice(self) -> str:
        """What can still be done with it."""
        return _("It can be kept as evidence all the same; only its words and its picture stay unknown to CMDesk.")


class UnreadableFileError(CMDeskError):
    """A file that the system doesn't let us read."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    @property
    def what(self) -> str:
        """Which file, and the system's reason."""
        return _("“{file}” can't be opened ({reason}).").format(file=self.name, reason=self.reason)

    @property
    def advice(self) -> str:
        """What to look at."""
        return _("Check that it is still there and that you may read it.")


def remark_words(remark: Remark) -> str:
    """A remark as a sentence in the interface's language."""
    return _(_NOTICES[remark.notice]).format(detail=remark.detail[:300])
