"""Prints what the bilingual page costs with 300 pairs, as rows of a Markdown table. Run it with the program's Python.

Every pair is reviewed, and every third one stale, so that the marks of both are in the times.
A key's time runs from the key to the painted window: Qt's edit, our edit of the session and its store, levelling the
rows, and the paint.
"""

import os
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from cmdesk.model import ranks
from cmdesk.model.answer import Paragraph, ParagraphKind, Prose
from cmdesk.model.dossier import Dossier, Profile
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, ParagraphId, QuestionId, new_ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.stage import Stage, Status
from cmdesk.model.text import Text
from cmdesk.session import Session
from ui import theme
from ui.bridge import SessionBridge
from ui.editor.answer_page import AnswerPage
from ui.editor.places import Place

PAIRS = 300
KEYS = 400
THAI = "เมืองเชียงใหม่ขับเคลื่อนเมืองแห่งการเรียนรู้ร่วมกับภาคีเครือข่าย "
ENGLISH = "Chiang Mai advances the learning city together with its partners and communities. "
LONG, SHORT = QuestionId("A"), QuestionId("B")


def dossier() -> Dossier:
    """Two questions: one answered by 300 pairs of one to eight sentences, one by three."""
    dice = random.Random(1)
    known = Provenance(Surety.SOURCED, "https://example.org")
    questions = tuple(Question(name, Wording(name, name), QuestionKind.PROSE, known) for name in (LONG, SHORT))
    form = Form("bench", "1", Wording("แบบ", "Form"), Wording(), known, (Part(Wording("ส่วน", "Part"), questions),))
    answers = FrozenMap({LONG: prose(PAIRS, dice), SHORT: prose(3, dice)})
    return Dossier(DossierId(new_ulid()), form, Profile(Wording("ก", "A"), Wording("ก", "A")), answers)


def prose(pairs: int, dice: random.Random) -> Prose:
    """An answer of that many pairs."""
    return Prose(tuple(pair(place, rank, dice) for place, rank in enumerate(ranks.evenly(pairs))))


def pair(place: int, rank: str, dice: random.Random) -> Paragraph:
    """A reviewed pair; every third one is stale."""
    thai, english = Text.of(THAI * dice.randint(1, 8)), Text.of(ENGLISH * dice.randint(1, 8))
    return Paragraph(
        ParagraphId(new_ulid()),
        rank,
        ParagraphKind.BODY,
        Language.THAI,
        thai,
        english,
        Status.given(Stage.REVIEWED, thai),
        Status.given(Stage.REVIEWED, english),
        agreed=thai if place % 3 else Text.of(THAI + thai.characters),
    )


def timed(deed: Callable[[], object]) -> float:
    """Milliseconds that a deed takes until the window is painted."""
    begun = time.perf_counter()
    deed()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - begun)


def row(name: str, times: list[float]) -> str:
    """A row of the table: what was done, median, 95th percentile, worst."""
    ordered = sorted(times)
    p95 = ordered[int(len(ordered) * 0.95)] if len(ordered) > 1 else ordered[0]
    return f"| {name} | {statistics.median(times):.1f} | {p95:.1f} | {ordered[-1]:.1f} |"


def measure(page: AnswerPage) -> list[str]:
    """All rows."""
    first = timed(lambda: page.show_question(LONG))
    switches = [timed(lambda name=name: page.show_question(name)) for name in (SHORT, LONG) * 5]
    page.focus_text(Language.ENGLISH)
    page.prose.go_to(Place(PAIRS // 2, Language.ENGLISH, 10))
    column = page.prose.column
    keys = [
        timed(lambda key=key: QTest.keyClick(column, key))
        for key in (Qt.Key.Key_A if n % 7 else Qt.Key.Key_Space for n in range(KEYS))
    ]
    bar = column.verticalScrollBar()
    bar.setValue(0)
    scrolls = [timed(lambda: bar.setValue(bar.value() + 60)) for _step in range(200)]
    widths = [timed(lambda width=width: resize(page, width)) for width in (1100, 1300, 1000)]
    splits = [timed(page.split_paragraph) for _split in range(20)]
    return [
        row(f"open {PAIRS} pairs", [first]),
        row("switch between 3 and 300 pairs", switches),
        row(f"key to paint, {PAIRS} pairs", keys),
        row("scroll by 60 px", scrolls),
        row("change of width", widths),
        row("split a pair", splits),
    ]


def resize(page: AnswerPage, width: int) -> None:
    """Make the page another width, and its rows level at once rather than after a pause."""
    page.resize(width, 900)
    page.prose.rows.level_all()


def main() -> None:
    """Measure and print."""
    application = QApplication([])
    theme.apply(application)
    with tempfile.TemporaryDirectory() as folder:
        session = Session.create(Path(folder) / "dossier", dossier())
        page = AnswerPage(SessionBridge(session))
        page.resize(1400, 900)
        page.show()
        QTest.qWaitForWindowExposed(page)
        print("| editor, ms | median | p95 | worst |\n|---|---|---|---|")
        print("\n".join(measure(page)))
        session.close()


if __name__ == "__main__":
    main()
