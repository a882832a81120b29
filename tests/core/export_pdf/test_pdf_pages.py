from collections import deque
from dataclasses import dataclass

import pytest

from cmdesk.export.blocks import Cell, Heading, Look, Page, PageBreak, Pair, Paragraph, Table
from cmdesk.export.pdf.boxes import Box, Stack, fill
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.rows import Grid, Row
from cmdesk.export.pdf.text_box import TextBox
from cmdesk.export.pdf.typesetter import paged
from cmdesk.progress import SILENT


@dataclass(frozen=True, slots=True)
class Brick(Box):
    """A box of any height that is never split."""

    height: float
    name: str = ""
    before: float = 0
    after: float = 0
    with_next: bool = False
    with_previous: bool = False


def names(placed) -> list[str]:
    return [one.box.name for one in placed]


def test_boxes_stand_one_under_the_other_with_the_bigger_of_two_spaces():
    placed = fill(deque([Brick(10, after=5), Brick(10, before=8)]), 100)
    assert [one.drop for one in placed] == [0, 18]


def test_no_space_stands_above_the_first_box():
    assert fill(deque([Brick(10, before=50)]), 100)[0].drop == 0


def test_what_does_not_fit_waits_in_the_queue():
    queue = deque([Brick(60, "a"), Brick(60, "b")])
    assert (names(fill(queue, 100)), names_of(queue)) == (["a"], ["b"])


def names_of(queue) -> list[str]:
    return [box.name for box in queue]


def test_a_box_higher_than_the_page_is_placed_all_the_same():
    assert names(fill(deque([Brick(900, "a")]), 100)) == ["a"]


def test_a_heading_goes_with_what_follows():
    queue = deque([Brick(50, "text"), Brick(20, "heading", with_next=True), Brick(40, "answer")])
    assert (names(fill(queue, 100)), names_of(queue)) == (["text"], ["heading", "answer"])


def test_headings_alone_stay_where_nothing_else_would():
    queue = deque([Brick(50, "a", with_next=True), Brick(80, "b")])
    assert names(fill(queue, 100)) == ["a"]


def test_a_closing_line_takes_the_box_before_it_along():
    queue = deque([Brick(40, "a"), Brick(55, "b"), Brick(20, "count", with_previous=True)])
    assert (names(fill(queue, 100)), names_of(queue)) == (["a"], ["b", "count"])


def test_a_closing_line_takes_the_last_lines_of_a_paragraph_along(document, thai, fonts: Fonts):
    blocks = [Paragraph(Look.BODY, thai()) for _ in range(7)]
    count = Paragraph(Look.COUNT, thai("นับแล้ว"))
    for extra in range(1, 9):
        fillers = [Paragraph(Look.NOTE, thai("หมายเหตุ"))] * extra
        pages = paged(document(*blocks, *fillers, Paragraph(Look.BODY, thai()), count), fonts, SILENT)
        firsts = [leaf.placed[0].box for leaf in pages]
        assert not any(box.with_previous for box in firsts)


def test_a_paragraph_leaves_two_lines_on_each_side(document, thai, fonts: Fonts):
    pages = paged(document(*[Paragraph(Look.BODY, thai(thai().plain * 3))] * 30), fonts, SILENT)
    pieces = [one.box for leaf in pages for one in leaf.placed if not (one.box.begins and one.box.ends)]
    assert pieces
    assert min(len(piece.lines) for piece in pieces) >= 2


def test_text_never_runs_below_the_page(document, thai, fonts: Fonts):
    pages = paged(document(*[Paragraph(Look.BODY, thai())] * 60), fonts, SILENT)
    room = (297 - 25 - 22) * 72 / 25.4
    assert max(one.drop + one.box.height for leaf in pages for one in leaf.placed) <= room + 0.01


def test_a_page_break_begins_a_page_and_two_of_them_no_empty_one(document, thai, fonts: Fonts):
    one = Paragraph(Look.BODY, thai())
    assert len(paged(document(one, PageBreak(), PageBreak(), one), fonts, SILENT)) == 2


def test_a_document_of_nothing_has_one_page(document, fonts: Fonts):
    assert len(paged(document(), fonts, SILENT)) == 1


def test_a_pair_crosses_the_page_column_by_column(document, thai, english, fonts: Fonts):
    long = Pair(Paragraph(Look.BODY, thai(thai().plain * 9)), Paragraph(Look.BODY, english(english().plain * 9)))
    pages = paged(document(long), fonts, SILENT)
    rows = [one.box for leaf in pages for one in leaf.placed]
    sides = [
        "".join(line.text for row in rows for box in row.cells[side].boxes for line in box.lines) for side in (0, 1)
    ]
    assert len(pages) > 1
    assert all(isinstance(row, Row) for row in rows)
    assert "".join(sides[0].split()) == "".join((thai().plain * 9).split())
    assert "".join(sides[1].split()) == "".join((english().plain * 9).split())


def test_the_shorter_column_of_a_split_pair_stays_on_its_first_page(document, thai, english, fonts: Fonts):
    pair = Pair(Paragraph(Look.BODY, thai("สั้น")), Paragraph(Look.BODY, english(english().plain * 12)))
    _first, second, *_ = (leaf.placed[0].box for leaf in paged(document(pair), fonts, SILENT))
    assert second.cells[0].boxes == ()


def table_pages(document, fonts, rows) -> list[Grid]:
    table = Table((rows[0][0],) * 2, rows, (0.5, 0.5))
    return [one.box for leaf in paged(document(table), fonts, SILENT) for one in leaf.placed]


def test_a_table_repeats_its_head_on_every_page(document, english, fonts: Fonts):
    cell = Cell((english("A cell of some words"),))
    grids = table_pages(document, fonts, ((cell, cell),) * 90)
    assert len(grids) > 2
    assert all(grid.head is grids[0].head for grid in grids)


def test_no_row_of_a_table_is_lost_or_doubled_over_pages(document, english, fonts: Fonts):
    rows = tuple((Cell((english(f"row {number}"),)),) * 2 for number in range(120))
    grids = table_pages(document, fonts, rows)
    texts = [row.cells[0].boxes[0].lines[0].text for grid in grids for row in grid.rows]
    assert texts == [f"row {number}" for number in range(120)]


def test_a_low_row_is_moved_rather_than_split(document, english, fonts: Fonts):
    cell = Cell((english("One line. " * 9),))
    grids = table_pages(document, fonts, ((cell, cell),) * 40)
    whole = len(grids[0].rows[0].cells[0].boxes[0].lines)
    assert {len(row.cells[0].boxes[0].lines) for grid in grids for row in grid.rows} == {whole}


def test_a_row_higher_than_a_page_is_split(document, english, fonts: Fonts):
    tall = Cell((english("word " * 1500),))
    grids = table_pages(document, fonts, ((Cell((english("head"),)),) * 2, (tall, Cell((english("short"),)))))
    assert len(grids) > 1
    assert (
        "".join(
            line.text for grid in grids for row in grid.rows for box in row.cells[0].boxes for line in box.lines
        ).count("word")
        == 1500
    )


def test_a_cell_keeps_the_order_of_its_paragraphs_over_a_split(document, english, thai, fonts: Fonts):
    tall = Cell((english("first " * 600), thai("หลัง " * 600)))
    grids = table_pages(document, fonts, ((Cell(()), Cell(())), (tall, tall)))
    languages = [box.language for grid in grids for row in grid.rows for box in row.cells[0].boxes]
    assert languages == sorted(languages, key=lambda language: language.value)


def test_a_head_too_high_to_repeat_is_set_once_as_a_row(document, english, fonts: Fonts):
    tall = Cell((english("word " * 1500),))
    grids = table_pages(document, fonts, ((tall, tall),))
    assert len(grids) > 1
    assert {grid.head for grid in grids} == {None}


def test_missing_cells_stay_empty(document, english, fonts: Fonts):
    (grid,) = table_pages(document, fonts, ((Cell((english("only"),)),),))
    assert [len(cell.boxes) for cell in grid.rows[0].cells] == [1, 0]


def test_guidance_stays_with_its_answer_in_pairs_too(document, thai, english, fonts: Fonts):
    ask = Pair(Paragraph(Look.GUIDANCE, thai("ถาม")), Paragraph(Look.GUIDANCE, english("Ask")))
    for count in range(20, 32):
        fillers = [Paragraph(Look.NOTE, thai("หมายเหตุ"))] * count
        pages = paged(
            document(*fillers, Heading(2, "A1", (english("Q"),), "q"), ask, Paragraph(Look.BODY, thai())), fonts, SILENT
        )
        assert not any(leaf.placed[-1].box.with_next for leaf in pages)


def test_an_empty_stack_has_no_height():
    assert (Stack().height, Stack().before, Stack().after) == (0, 0, 0)


def test_three_lines_are_not_split(document, thai, fonts: Fonts):
    (leaf,) = paged(document(Paragraph(Look.BODY, thai("ก\nข\nค"))), fonts, SILENT)
    box = leaf.placed[0].box
    assert isinstance(box, TextBox)
    assert box.split(box.style.leading * 2.5) is None


@pytest.mark.parametrize("margin", [0, 100, 140])
def test_foolish_margins_still_give_pages(document, thai, fonts: Fonts, margin):
    page = Page(left=margin, right=margin, top=margin, bottom=margin)
    assert paged(document(Paragraph(Look.BODY, thai()), page=page), fonts, SILENT)
