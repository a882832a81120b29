"""Random hands on the page: after each deed the columns show the model, and undoing all of it goes back."""

import random
from html import escape
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, Qt

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.language import Language
from cmdesk.model.text import Citation
from ui.editor.places import Place, Stretch
from ui.editor.runs import text_of

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LETTERS = "aก่😀 \n"


class Hands:
    """Does something at random."""

    def __init__(self, desk: Any, seed: int) -> None:
        self.desk, self.random = desk, random.Random(seed)

    def place(self) -> Place:
        rows = self.desk.prose.paragraphs
        row = self.random.randrange(len(rows)) if rows else 0
        language = self.random.choice(list(Language))
        length = len(rows[row].in_(language)) if rows else 0
        return Place(row, language, self.random.randint(0, length))

    def act(self) -> None:
        page, place = self.desk.page, self.place()
        page.focus_text(place.language)
        page.prose.go_to(place)
        if self.random.random() < 0.3:
            self.select(place)
        self.random.choice([self.write, self.press, self.command, self.paste])()

    def select(self, place: Place) -> None:
        other = self.place()
        if other.row >= place.row:
            column = self.desk.column(place.language)
            column.select(Stretch(place.language, place.row, 0, other.row, min(other.position, 1)))

    def write(self) -> None:
        self.desk.write("".join(self.random.choice(LETTERS[:4]) for _letter in range(3)))

    def press(self) -> None:
        keys = [Qt.Key.Key_Return, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Tab, Qt.Key.Key_Left]
        self.desk.press(self.random.choice(keys))

    def command(self) -> None:
        page = self.desk.page
        self.random.choice(
            [
                page.split_paragraph, page.join_paragraph, page.move_up, page.move_down, page.add_paragraph,
                page.delete_paragraph, page.toggle_bold, page.toggle_italic, page.prose.undo, page.prose.redo,
                lambda: page.pen.insert(Citation(self.random.choice(list(self.desk.session.dossier.evidence)))),
                lambda: page.set_kind(self.random.choice(list(ParagraphKind))),
            ]
        )()  # fmt: skip

    def paste(self) -> None:
        letters = "".join(self.random.choice(LETTERS) for _letter in range(6))
        data = QMimeData()
        data.setText(letters)
        if self.random.random() < 0.5:
            data.setHtml("".join(f"<p>{escape(line)}<li><b>{escape(line)}</b>" for line in letters.split("\n")))
        self.desk.page.paste.take(data)


def shown(desk: Any) -> list[tuple[Any, ...]]:
    documents = [column.document() for column in desk.page.prose.sheet.columns.values()]
    return [
        tuple(text_of(document.findBlockByNumber(row)) for document in documents)
        for row in range(documents[0].blockCount())
    ]


@pytest.mark.parametrize("seed", range(4))
def test_the_page_always_shows_the_dossier(open_desk: Any, seed: int) -> None:
    desk = open_desk(("หนึ่ง", "One"), ("สอง", "Two"))
    start, hands = desk.session.dossier.answers, Hands(desk, seed)
    for _deed in range(60):
        hands.act()
        texts = [(row.thai, row.english) for row in desk.prose.paragraphs]
        blank = desk.prose.paragraphs == ()
        assert blank or shown(desk) == texts
    while desk.session.undo() is not None:
        pass
    assert desk.session.dossier.answers == start
