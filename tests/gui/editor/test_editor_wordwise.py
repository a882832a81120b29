import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from cmdesk.model.language import Language
from cmdesk.thai.words import word_bounds
from ui.editor.places import Place
from ui.editor.wordwise import next_edge, previous_edge, word_around

TH = Language.THAI
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
THAI = "เมืองแห่งการเรียนรู้ 2569"
"""เมือง|แห่ง|การ|เรียนรู้| |2569, as ICU splits it."""
EDGES = [edge for edge in word_bounds(THAI) if edge == len(THAI) or THAI[edge] != " "]


@pytest.fixture
def thai(open_desk: Callable[..., Any]) -> Any:
    desk = open_desk((THAI, "A"), ("สอง", "B"))
    desk.at(0, 0, TH)
    return desk


def test_ctrl_and_arrows_go_from_word_to_word_in_thai(thai: Any) -> None:
    stops = [0]
    for _word in EDGES[1:]:
        thai.press(Qt.Key.Key_Right, CTRL)
        stops.append(thai.page.prose.place.position)
    assert stops == EDGES
    assert len(EDGES) > 4
    for edge in reversed(EDGES[:-1]):
        thai.press(Qt.Key.Key_Left, CTRL)
        assert thai.page.prose.place.position == edge


def test_ctrl_and_arrows_go_over_the_edge_of_a_paragraph(thai: Any) -> None:
    thai.page.prose.go_to(Place(0, TH, len(THAI)))
    thai.press(Qt.Key.Key_Right, CTRL)
    assert thai.page.prose.place == Place(1, TH, 0)
    thai.press(Qt.Key.Key_Left, CTRL)
    assert thai.page.prose.place == Place(0, TH, len(THAI))


def test_ctrl_and_shift_select_by_words(thai: Any) -> None:
    thai.press(Qt.Key.Key_Right, CTRL | SHIFT)
    assert thai.column(TH).plain_selection() == "เมือง"


def test_ctrl_with_backspace_and_delete_take_a_thai_word(thai: Any) -> None:
    thai.page.prose.go_to(Place(0, TH, 5))
    thai.press(Qt.Key.Key_Delete, CTRL)
    assert thai.texts()[0][0] == THAI.replace("แห่ง", "")
    thai.press(Qt.Key.Key_Backspace, CTRL)
    assert thai.texts()[0][0] == THAI.replace("เมืองแห่ง", "")


def test_a_double_click_selects_a_thai_word(thai: Any) -> None:
    column = thai.column(TH)
    column.go_to(Place(0, TH, 6))
    spot = column.cursorRect().center()
    QTest.mouseDClick(column.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert column.plain_selection() == "แห่ง"


@pytest.mark.parametrize(("position", "word"), [(0, "one"), (3, " "), (6, "two"), (7, "two")])
def test_the_word_around_a_position(position: int, word: str) -> None:
    start, stop = word_around("one two", position)
    assert "one two"[start:stop] == word


def test_nothing_has_no_words() -> None:
    assert (next_edge("", 0), previous_edge("", 0), word_around("", 0)) == (0, 0, (0, 0))


@given(st.text(st.sampled_from("aก็่ .😀เ"), max_size=12), st.integers(0, 12))
def test_edges_always_lie_further_on(letters: str, position: int) -> None:
    position = min(position, len(letters))
    assert next_edge(letters, position) > position or position == len(letters)
    assert previous_edge(letters, position) < position or position == 0


@pytest.mark.skipif(sys.platform != "linux", reason="only there is libthai a library of the system's")
def test_thai_without_libthai_wraps_between_letters_and_is_never_cut_off(tmp_path: Path) -> None:
    (tmp_path / "libthai.so.0").write_bytes(b"no library")
    hidden = {**os.environ, "LD_LIBRARY_PATH": str(tmp_path), "PYTHONPATH": os.pathsep.join(sys.path)}
    script = Path(__file__).with_name("lines_without_libthai.py")

    ended = subprocess.run([sys.executable, script], env=hidden, capture_output=True, text=True, check=False)

    assert (ended.returncode, ended.stdout.strip()) == (0, ""), ended.stderr
