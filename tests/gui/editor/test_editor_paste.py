from typing import Any

import pytest
from PySide6.QtCore import QMimeData

from cmdesk.edits.prose import SetText
from cmdesk.model.answer import ParagraphKind
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language
from cmdesk.model.text import Citation, Span, Text
from ui.editor.paste import LONGEST_PASTE, MOST_PASTED
from ui.editor.places import Place, Stretch

TH, EN = Language.THAI, Language.ENGLISH


def paste(desk: Any, html: str, words: str = "plain") -> None:
    data = QMimeData()
    data.setHtml(html)
    data.setText(words)
    desk.page.prose.column.insertFromMimeData(data)


def test_looks_and_links_are_kept_and_all_else_is_dropped(desk: Any) -> None:
    desk.at(0, 3)
    paste(desk, "<p style='color:red'> <b>b</b><u>u</u><a href='https://a.org'>l</a><img src='file:///x'></p>")
    assert desk.prose.paragraphs[0].english == Text(
        (Span("One"), Span("b", bold=True), Span("u"), Span("l", link="https://a.org"))
    )


def test_several_paragraphs_become_pairs_of_their_kinds(desk: Any) -> None:
    desk.at(0, 3)
    paste(desk, "<p>a</p><ul><li>b</ul><ol><li>c</ol><blockquote>d</blockquote>")
    assert desk.texts()[:4] == [("หนึ่ง", "Onea"), ("", "b"), ("", "c"), ("", "d")]
    kinds = [row.kind for row in desk.prose.paragraphs[:4]]
    assert kinds == [ParagraphKind.BODY, ParagraphKind.BULLET, ParagraphKind.NUMBERED, ParagraphKind.QUOTATION]


def test_a_blank_pair_takes_the_kind_of_what_is_pasted_first(open_desk: Any) -> None:
    desk = open_desk()
    desk.at(0, 0, TH)
    paste(desk, "<ul><li>ก</ul>")
    assert [(row.kind, row.thai) for row in desk.prose.paragraphs] == [(ParagraphKind.BULLET, Text.of("ก"))]


def test_a_pasted_list_is_undone_in_one_step(desk: Any) -> None:
    before = desk.prose
    desk.at(0, 3)
    paste(desk, "<ul><li>a<li>b</ul>")
    desk.page.prose.undo()
    assert desk.prose == before


def test_a_table_becomes_lines_with_tabs_and_it_is_said(desk: Any) -> None:
    desk.at(0, 3)
    paste(desk, "<table><tr><td>1<td>2<tr><td>3<td>4</table>")
    assert [pair[1] for pair in desk.texts()[:2]] == ["One1\t2", "3\t4"]
    assert "table" in desk.page.notice.words


def test_a_page_without_words_gives_way_to_the_plain_text(desk: Any) -> None:
    desk.at(0, 3)
    paste(desk, "<img src='x'>", "x")
    assert desk.texts()[0][1] == "Onex"


@pytest.mark.parametrize(
    ("html", "limit"), [("<p>x" * (MOST_PASTED + 1), "500"), ("x" * (LONGEST_PASTE + 1), "200,000")]
)
def test_a_page_out_of_all_measure_is_refused_with_a_reason(desk: Any, html: str, limit: str) -> None:
    desk.at(0, 3)
    paste(desk, html)
    assert len(desk.texts()) == 3
    assert limit in desk.page.notice.words


def test_what_is_copied_here_is_pasted_here_with_its_looks_and_citations(desk: Any) -> None:
    record = next(iter(desk.session.dossier.evidence))
    text = Text((Span("O", bold=True), Span("n "), Citation(record, "p. 3")))
    desk.session.do(SetText(QuestionId("P1"), desk.prose.paragraphs[0].id, EN, text))
    column = desk.at(0, 0)
    column.select(Stretch(EN, 0, 0, 1, 3))
    column.copy()
    desk.page.prose.go_to(Place(2, EN, 5))
    column.paste()
    assert desk.prose.paragraphs[2].english == Text.of("Three") + text
    assert desk.texts()[3] == ("", "Two")


def test_what_is_cut_comes_back_whole(desk: Any) -> None:
    desk.at(0, 0).select(Stretch(EN, 0, 0, 0, 2))
    desk.page.toggle_bold()
    desk.page.hands.cut()
    desk.page.prose.column.paste()
    assert desk.prose.paragraphs[0].english == Text((Span("On", bold=True), Span("e")))
