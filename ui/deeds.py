"""What the actions of an open dossier do."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.language import Language
from ui import clipboard

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
        **{action: partial(clipboard.act, action) for action in clipboard.IDS},
        **_words(workspace.page),
        **_paragraphs(workspace.page),
    }


def _words(page: "AnswerPage") -> Deeds:
    return {
        "bold": page.toggle_bold,
        "italic": page.toggle_italic,
        "link": page.insert_link,
        "unlink": page.remove_link,
        "citation": page.insert_citation,
        "figure": page.insert_figure,
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
