"""Every action of the window, in one table; and when each can be used, in one place."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from cmdesk.i18n import N_


class Need(Enum):
    """What has to be so for an action to be of use."""

    NOTHING = auto()
    DOSSIER = auto()
    """A dossier is open."""
    WRITABLE = auto()
    """A dossier is open and may be changed."""
    UNDO = auto()
    REDO = auto()
    PROSE = auto()
    """A section of paragraphs that may be changed is shown."""
    PARAGRAPH = auto()
    """The caret is in a paragraph that may be changed."""
    JOIN = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    STALE = auto()
    """The caret is in a pair whose translation was left behind."""
    SECTION_BEFORE = auto()
    SECTION_AFTER = auto()


@dataclass(frozen=True, slots=True)
class Situation:
    """All that the actions' availability hangs on."""

    dossier: bool = False
    writable: bool = False
    undo: str = ""
    """Label of the edit that would be undone; empty when there is none."""
    redo: str = ""
    prose: bool = False
    paragraph: bool = False
    can_join: bool = False
    can_move_up: bool = False
    can_move_down: bool = False
    stale: bool = False
    section_before: bool = False
    section_after: bool = False
    checked: frozenset[str] = frozenset()
    """Ids of the checkable actions that are on."""

    def meets(self, need: Need) -> bool:
        """Whether an action of this need can be used now."""
        return {
            Need.NOTHING: True,
            Need.DOSSIER: self.dossier,
            Need.WRITABLE: self.writable,
            Need.UNDO: self.writable and bool(self.undo),
            Need.REDO: self.writable and bool(self.redo),
            Need.PROSE: self.writable and self.prose,
            Need.PARAGRAPH: self.writable and self.paragraph,
            Need.JOIN: self.writable and self.can_join,
            Need.MOVE_UP: self.writable and self.can_move_up,
            Need.MOVE_DOWN: self.writable and self.can_move_down,
            Need.STALE: self.writable and self.stale,
            Need.SECTION_BEFORE: self.section_before,
            Need.SECTION_AFTER: self.section_after,
        }[need]


class Menu(Enum):
    """A menu of the menu bar, in its order; the value is its title."""

    FILE = N_("&File")
    EDIT = N_("&Edit")
    INSERT = N_("&Insert")
    PARAGRAPH = N_("&Paragraph")
    REVIEW = N_("&Review")
    VIEW = N_("&View")
    HELP = N_("&Help")


@dataclass(frozen=True, slots=True)
class Action:
    """One line of the table. Texts are messages to be translated when shown; `&` marks the letter to press with Alt.

    `group` separates an action from its neighbours in the menu, `bar` in the tool bar (0: not there).
    """

    id: str
    text: str
    menu: Menu
    group: int
    need: Need = Need.NOTHING
    icon: str = ""
    shortcut: str = ""
    """Keys, as `QKeySequence` reads them; several are separated by `; `."""
    bar: int = 0
    checkable: bool = False
    description: str = ""


# A table reads by its lines, two to an action.
# fmt: off
_FILE: Final = (
    Action("new", N_("&New dossier…"), Menu.FILE, 1, icon="new", shortcut="Ctrl+N",
           description=N_("Begin a dossier from a form")),
    Action("open", N_("&Open…"), Menu.FILE, 1, icon="open", shortcut="Ctrl+O",
           description=N_("Open the folder of a dossier")),
    Action("open_sample", N_("Open the &sample dossier"), Menu.FILE, 1, icon="sample",
           description=N_("Open a copy of the dossier of Chiang Mai to try things out")),
    Action("save", N_("Save no&w"), Menu.FILE, 2, Need.WRITABLE, "save", "Ctrl+S",
           description=N_("Write what you typed at once; CMDesk saves by itself as well")),
    Action("save_copy", N_("Save a &copy…"), Menu.FILE, 2, Need.DOSSIER,
           description=N_("Put a copy of the dossier as it is now into another folder")),
    Action("details", N_("&Dossier details…"), Menu.FILE, 3, Need.DOSSIER, "details",
           description=N_("Change the title, the city and the date of joining the network")),
    Action("show_folder", N_("Show in &folder"), Menu.FILE, 3, Need.DOSSIER, "folder",
           description=N_("Show the dossier's folder among the other files")),
    Action("versions", N_("&Versions…"), Menu.FILE, 3, Need.DOSSIER, "milestone", "Ctrl+Alt+V",
           description=N_("Keep the dossier as it is now under a name, see what changed, and bring back what was")),
    Action("backups", N_("&Backups…"), Menu.FILE, 3, Need.DOSSIER,
           description=N_("Look into the backups that CMDesk made, and restore one into a new folder")),
    Action("verify", N_("Ver&ify the files…"), Menu.FILE, 3, Need.DOSSIER,
           description=N_("Read every file of the dossier and tell whether all is sound")),
    Action("export", N_("&Export…"), Menu.FILE, 4, Need.DOSSIER, "export", "Ctrl+E", 6,
           description=N_("Write the dossier as a document: Word, PDF, web page, text or spreadsheet")),
    Action("package", N_("Submission pac&kage…"), Menu.FILE, 4, Need.DOSSIER, "package", "Ctrl+Shift+E",
           description=N_("Put all that is handed in into one folder: documents, annex, papers to sign, checklist")),
    Action("export_changes", N_("W&hat changed…"), Menu.FILE, 4, Need.DOSSIER,
           description=N_("Write what changed from one version to another as a document, for those who decide")),
    Action("close", N_("C&lose dossier"), Menu.FILE, 5, Need.DOSSIER, shortcut="Ctrl+W",
           description=N_("Close the dossier and go back to the start page")),
    Action("quit", N_("&Quit"), Menu.FILE, 5, shortcut="Ctrl+Q",
           description=N_("Close CMDesk")),
)
_EDIT: Final = (
    Action("undo", N_("&Undo"), Menu.EDIT, 1, Need.UNDO, "undo", "Ctrl+Z", 1,
           description=N_("Take the last change back")),
    Action("redo", N_("&Redo"), Menu.EDIT, 1, Need.REDO, "redo", "Ctrl+Shift+Z; Ctrl+Y", 1,
           description=N_("Make the change again that was taken back")),
    Action("cut", N_("Cu&t"), Menu.EDIT, 2, Need.WRITABLE, shortcut="Ctrl+X",
           description=N_("Take the marked words out and keep them for pasting")),
    Action("copy", N_("&Copy"), Menu.EDIT, 2, Need.DOSSIER, shortcut="Ctrl+C",
           description=N_("Keep the marked words for pasting")),
    Action("paste", N_("&Paste"), Menu.EDIT, 2, Need.WRITABLE, shortcut="Ctrl+V",
           description=N_("Insert what was cut or copied")),
    Action("select_all", N_("Select &all"), Menu.EDIT, 2, Need.DOSSIER, shortcut="Ctrl+A",
           description=N_("Mark all the text of this language")),
    Action("bold", N_("&Bold"), Menu.EDIT, 3, Need.PARAGRAPH, "bold", "Ctrl+B", 2,
           checkable=True, description=N_("Make the marked words bold")),
    Action("italic", N_("&Italic"), Menu.EDIT, 3, Need.PARAGRAPH, "italic", "Ctrl+I", 2,
           checkable=True, description=N_("Make the marked words italic")),
    Action("thai_digits", N_("T&hai digits"), Menu.EDIT, 4, Need.PARAGRAPH,
           description=N_("Write the marked numbers, or the one at the caret, in Thai digits")),
    Action("arabic_digits", N_("Arabic &digits"), Menu.EDIT, 4, Need.PARAGRAPH,
           description=N_("Write the marked numbers, or the one at the caret, in Arabic digits")),
    Action("buddhist_years", N_("Buddhist &years"), Menu.EDIT, 4, Need.PARAGRAPH,
           description=N_("Turn the marked years, or the one at the caret, into years of the Buddhist Era")),
    Action("common_years", N_("Commo&n years"), Menu.EDIT, 4, Need.PARAGRAPH,
           description=N_("Turn the marked years, or the one at the caret, into years of the Common Era")),
    Action("spelling", N_("Check spellin&g"), Menu.EDIT, 5, Need.DOSSIER, "spelling", "Ctrl+F7",
           checkable=True, description=N_("Mark what may be misspelt, or nothing")),
    Action("find", N_("&Find…"), Menu.EDIT, 5, Need.DOSSIER, "find", "Ctrl+F", 7,
           description=N_("Look for words everywhere: both languages, evidence and notes")),
    Action("find_next", N_("Find ne&xt"), Menu.EDIT, 5, Need.DOSSIER, shortcut="F3",
           description=N_("Go to the next place found")),
    Action("find_previous", N_("Find pre&vious"), Menu.EDIT, 5, Need.DOSSIER, shortcut="Shift+F3",
           description=N_("Go to the place found before")),
    Action("replace", N_("R&eplace…"), Menu.EDIT, 5, Need.WRITABLE, "replace", "Ctrl+H",
           description=N_("Put other words in place of those found, after looking at all of them")),
    Action("settings", N_("&Settings…"), Menu.EDIT, 6, icon="settings", shortcut="Ctrl+,",
           description=N_("Change language, colours and text size")),
)
_INSERT: Final = (
    Action("link", N_("&Link…"), Menu.INSERT, 1, Need.PARAGRAPH, "link", "Ctrl+Shift+K", 5,
           description=N_("Make the marked words a link to an address")),
    Action("unlink", N_("&Remove link"), Menu.INSERT, 1, Need.PARAGRAPH, "unlink",
           description=N_("Keep the words and remove their link")),
    Action("citation", N_("&Citation…"), Menu.INSERT, 2, Need.PARAGRAPH, "citation", "Ctrl+Shift+C", 5,
           description=N_("Cite the evidence that a claim rests on")),
    Action("figure", N_("&Figure from a statistic…"), Menu.INSERT, 2, Need.PARAGRAPH, "figure", "Ctrl+Shift+F", 5,
           description=N_("Insert a figure that follows its statistic record")),
)
_PARAGRAPH: Final = (
    Action("body", N_("&Body text"), Menu.PARAGRAPH, 1, Need.PARAGRAPH, "body", "Ctrl+Alt+0", 3,
           checkable=True, description=N_("Make the paragraph body text")),
    Action("bullet", N_("B&ulleted list"), Menu.PARAGRAPH, 1, Need.PARAGRAPH, "bullet", "Ctrl+Shift+8", 3,
           checkable=True, description=N_("Make the paragraph an item of a bulleted list")),
    Action("numbered", N_("&Numbered list"), Menu.PARAGRAPH, 1, Need.PARAGRAPH, "numbered", "Ctrl+Shift+7", 3,
           checkable=True, description=N_("Make the paragraph an item of a numbered list")),
    Action("quotation", N_("&Quotation"), Menu.PARAGRAPH, 1, Need.PARAGRAPH, "quotation", "Ctrl+Shift+9", 3,
           checkable=True, description=N_("Make the paragraph a quotation")),
    Action("add", N_("&Add paragraph"), Menu.PARAGRAPH, 2, Need.PROSE, "add", "Ctrl+Shift+Return", 4,
           description=N_("Add an empty pair of paragraphs below")),
    Action("split", N_("&Split paragraph"), Menu.PARAGRAPH, 2, Need.PARAGRAPH, "split", "Ctrl+Return", 4,
           description=N_("Split the pair at the caret")),
    Action("join", N_("&Join to the one above"), Menu.PARAGRAPH, 2, Need.JOIN, "join", "Ctrl+J", 4,
           description=N_("Join the pair to the one above it")),
    Action("up", N_("&Move up"), Menu.PARAGRAPH, 3, Need.MOVE_UP, "up", "Alt+Up", 4,
           description=N_("Move the pair one place up")),
    Action("down", N_("Move &down"), Menu.PARAGRAPH, 3, Need.MOVE_DOWN, "down", "Alt+Down", 4,
           description=N_("Move the pair one place down")),
    Action("delete", N_("D&elete paragraph"), Menu.PARAGRAPH, 4, Need.PARAGRAPH, "delete", "Ctrl+Shift+Backspace",
           description=N_("Delete the pair in both languages")),
    Action("lead_thai", N_("&Thai leads"), Menu.PARAGRAPH, 5, Need.PARAGRAPH, "thai_first",
           checkable=True, description=N_("The paragraph is written in Thai first and translated into English")),
    Action("lead_english", N_("En&glish leads"), Menu.PARAGRAPH, 5, Need.PARAGRAPH, "english_first",
           checkable=True, description=N_("The paragraph is written in English first and translated into Thai")),
)
_REVIEW: Final = (
    Action("finish", N_("&Done, next one"), Menu.REVIEW, 1, Need.PARAGRAPH, "done_next", "Alt+Return",
           description=N_("Mark this text as ready or translated, and go on with the next one")),
    Action("next_due", N_("&Next to translate"), Menu.REVIEW, 1, Need.DOSSIER, "next_due", "F8",
           description=N_("Go to the next text that is not translated or was left behind")),
    Action("previous_due", N_("&Previous to translate"), Menu.REVIEW, 1, Need.DOSSIER, shortcut="Shift+F8",
           description=N_("Go to the text before that is not translated or was left behind")),
    Action("stage_draft", N_("D&raft"), Menu.REVIEW, 2, Need.PARAGRAPH, "stage_draft",
           checkable=True, description=N_("Mark this text as a draft")),
    Action("stage_done", N_("Ready or &translated"), Menu.REVIEW, 2, Need.PARAGRAPH, "stage_translated",
           checkable=True, description=N_("Mark this text as ready to translate, or as translated")),
    Action("stage_reviewed", N_("Re&viewed"), Menu.REVIEW, 2, Need.PARAGRAPH, "stage_reviewed",
           checkable=True, description=N_("Mark this text as reviewed; the mark goes when the text changes")),
    Action("lock", N_("&Locked"), Menu.REVIEW, 2, Need.PARAGRAPH, "stage_locked",
           checkable=True, description=N_("Guard this text against changes, or let it be changed again")),
    Action("agree_updated", N_("Translation &updated"), Menu.REVIEW, 3, Need.STALE, "stale",
           description=N_("You have changed the translation to say the same again")),
    Action("agree_still_right", N_("&Still right"), Menu.REVIEW, 3, Need.STALE,
           description=N_("The translation needs no change; it has to be reviewed again")),
    Action("agree_typo", N_("T&ypo only"), Menu.REVIEW, 3, Need.STALE,
           description=N_("Only a slip was mended, so a review of the translation still holds")),
    Action("note", N_("&Add note…"), Menu.REVIEW, 4, Need.WRITABLE, "note_add", "Ctrl+Alt+M", 5,
           description=N_("Write a note on the marked words or on the paragraph")),
    Action("notes", N_("N&otes"), Menu.REVIEW, 4, Need.DOSSIER, "note", "Shift+F9",
           checkable=True, description=N_("Show or hide the notes")),
)
_VIEW: Final = (
    Action("previous", N_("&Previous section"), Menu.VIEW, 1, Need.SECTION_BEFORE, "previous", "Ctrl+PgUp",
           description=N_("Go to the section before")),
    Action("next", N_("&Next section"), Menu.VIEW, 1, Need.SECTION_AFTER, "next", "Ctrl+PgDown",
           description=N_("Go to the next section")),
    Action("other_pane", N_("&Other pane"), Menu.VIEW, 1, Need.DOSSIER, shortcut="F6",
           description=N_("Go from the outline to the page and back")),
    Action("outline", N_("O&utline"), Menu.VIEW, 2, Need.DOSSIER, "outline", "F9",
           checkable=True, description=N_("Show or hide the outline")),
    Action("read", N_("&Read the whole dossier"), Menu.VIEW, 2, Need.DOSSIER, shortcut="Ctrl+Shift+R",
           description=N_("Show all sections in a window of their own, to be read")),
    Action("library", N_("E&vidence library"), Menu.VIEW, 2, Need.DOSSIER, "library", "Ctrl+L", 7,
           checkable=True, description=N_("Go to the evidence library, or back to writing")),
    Action("coverage", N_("&Coverage by evidence"), Menu.VIEW, 2, Need.DOSSIER,
           description=N_("See which sections stand on evidence, and where it is missing")),
    Action("overview", N_("Overvie&w"), Menu.VIEW, 2, Need.DOSSIER, "overview", "F7",
           checkable=True, description=N_("See how far each section is, and the days that are left")),
    Action("checks", N_("Chec&ks"), Menu.VIEW, 2, Need.DOSSIER, "checks", "Shift+F7", 7,
           checkable=True, description=N_("Show or hide what the checks have found")),
    Action("focus", N_("&Focus on the page"), Menu.VIEW, 2, Need.DOSSIER, "focus", "F11",
           checkable=True, description=N_("Show the page alone, or everything again")),
    Action("side_both", N_("&Both languages"), Menu.VIEW, 3, Need.DOSSIER, "side_both",
           checkable=True, description=N_("Show Thai and English side by side")),
    Action("side_thai", N_("&Thai alone"), Menu.VIEW, 3, Need.DOSSIER,
           checkable=True, description=N_("Show only the Thai text")),
    Action("side_english", N_("&English alone"), Menu.VIEW, 3, Need.DOSSIER,
           checkable=True, description=N_("Show only the English text")),
    Action("side_thai_large", N_("T&hai large, English beside it"), Menu.VIEW, 3, Need.DOSSIER,
           checkable=True, description=N_("Give the Thai text more room, the English being there for reference")),
    Action("side_english_large", N_("En&glish large, Thai beside it"), Menu.VIEW, 3, Need.DOSSIER,
           checkable=True, description=N_("Give the English text more room, the Thai being there for reference")),
    Action("larger", N_("&Larger text"), Menu.VIEW, 4, icon="larger", shortcut="Ctrl++; Ctrl+=",
           description=N_("Show the text being written larger")),
    Action("smaller", N_("&Smaller text"), Menu.VIEW, 4, icon="smaller", shortcut="Ctrl+-",
           description=N_("Show the text being written smaller")),
)
_HELP: Final = (
    Action("palette", N_("&Command palette…"), Menu.HELP, 1, icon="palette", shortcut="Ctrl+K",
           description=N_("Do anything or go anywhere by a few letters of its name")),
    Action("shortcuts", N_("&Keyboard shortcuts…"), Menu.HELP, 1, icon="keyboard", shortcut="F1",
           description=N_("See all keys")),
    Action("about", N_("&About CMDesk"), Menu.HELP, 2, icon="about",
           description=N_("Version, licence and fonts")),
)
# fmt: on

TABLE: Final[tuple[Action, ...]] = (*_FILE, *_EDIT, *_INSERT, *_PARAGRAPH, *_REVIEW, *_VIEW, *_HELP)
KINDS: Final = ("body", "bullet", "numbered", "quotation")
"""Ids of the actions that set a paragraph's kind; each is the value of its `ParagraphKind`."""
