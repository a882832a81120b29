"""What the actions of an open dossier do."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from cmdesk.edits.stages import Agreement
from cmdesk.model.answer import ParagraphKind
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage
from cmdesk.thai import converting
from ui import clipboard
from ui.editor.sides import Sides

if TYPE_CHECKING:
    from ui.editor.answer_page import AnswerPage
    from ui.workspace import Workspace

Deeds: TypeAlias = dict[str, Callable[[], object]]


def deeds(workspace: "Workspace") -> Deeds:
    """What to do, by the action's id."""
    return {
        "undo": workspace.undo,
        "redo": workspace.redo,
        "save": workspace.session.rest,
        "previous": partial(workspace.go, -1),
        "next": partial(workspace.go, 1),
        "other_pane": workspace.other_pane,
        "outline": workspace.toggle_outline,
        "library": workspace.library.toggle,
        "coverage": partial(workspace.library.show_page, "coverage"),
        **{action: partial(clipboard.act, action) for action in clipboard.IDS},
        **_words(workspace.page),
        **_paragraphs(workspace.page),
        "citation": workspace.library.cite,
        "figure": workspace.library.insert_figure,
        **_review(workspace.page),
        **workspace.tools.deeds(),
        "notes": workspace.noted.toggle,
        "read": partial(_read, workspace),
    }


def _words(page: "AnswerPage") -> Deeds:
    return {
        "bold": page.toggle_bold,
        "italic": page.toggle_italic,
        "link": page.insert_link,
        "unlink": page.remove_link,
        "thai_digits": partial(page.pen.convert, converting.with_thai_digits),
        "arabic_digits": partial(page.pen.convert, converting.with_arabic_digits),
        "buddhist_years": partial(page.pen.convert, converting.with_buddhist_years),
        "common_years": partial(page.pen.convert, converting.with_common_years),
    }


def _read(workspace: "Workspace") -> None:
    from ui.editor.reading_window import ReadingWindow  # noqa: PLC0415 - few read in every session

    window = workspace.findChild(ReadingWindow)
    if window is None:
        window = ReadingWindow(workspace.bridge, workspace)
        window.section_wanted.connect(workspace.show_section)
    window.read()


def _review(page: "AnswerPage") -> Deeds:
    review = page.reviewing
    return {
        "finish": review.finish,
        "next_due": partial(review.go_to_due, 1),
        "previous_due": partial(review.go_to_due, -1),
        "stage_draft": partial(review.set_stage, Stage.DRAFT),
        "stage_done": partial(review.set_stage, Stage.TRANSLATED),
        "stage_reviewed": partial(review.set_stage, Stage.REVIEWED),
        "lock": review.toggle_lock,
        **{f"agree_{how.value}": partial(review.agree, how) for how in Agreement},
        "note": page.noting.begin,
        **{sides.value: partial(page.prose.show_sides, sides) for sides in Sides},
    }


def _paragraphs(page: "AnswerPage") -> Deeds:
    return {
        "add": page.add_paragraph,
        "split": page.split_paragraph,
        "join": page.join_paragraph,
        "up": page.move_up,
        "down": page.move_down,
        "delete": page.delete_paragraph,
        "lead_thai": partial(page.set_leading, Language.THAI),
        "lead_english": partial(page.set_leading, Language.ENGLISH),
        **{kind.value: partial(page.set_kind, kind) for kind in ParagraphKind},
    }
