import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.ids import EvidenceId
from cmdesk.model.text import Citation, Figure, Run, Span, Text
from cmdesk.pasting import LONGEST, Pasted, Piece, html_of, pieces_of_html, plain_pieces

BODY, BULLET, NUMBERED, QUOTATION = ParagraphKind
WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p {mso-x: 1}</style></head>
<body lang=TH><!--StartFragment--><p class=MsoNormal><b><span style='font-family:"Sarabun"'>เมือง</span></b>
<span lang=TH>แห่งการ<i>เรียนรู้</i><o:p></o:p></span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>
first</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span>1.
<span>&nbsp; </span></span><!--[endif]-->second</p>
<!--EndFragment--></body></html>"""
GOOGLE = """<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1"><p dir="ltr"><span
style="font-weight:400;font-style:normal">plain </span><span style="font-weight:700">bold</span></p><ul><li
dir="ltr"><p><span>item</span></p></li></ul></b>"""


def told(html: str) -> list[tuple[str, ParagraphKind | None]]:
    return [(piece.text.characters, piece.kind) for piece in pieces_of_html(html).pieces]


def test_paragraphs_from_word_keep_their_looks_and_lists() -> None:
    pieces = pieces_of_html(WORD).pieces

    assert pieces[0] == Piece(Text((Span("เมือง", bold=True), Span(" แห่งการ"), Span("เรียนรู้", italic=True))), BODY)
    assert [(piece.text.characters, piece.kind) for piece in pieces[1:]] == [("first", BULLET), ("second", NUMBERED)]


def test_paragraphs_from_a_web_office_keep_their_looks_and_lists() -> None:
    first, second = pieces_of_html(GOOGLE).pieces

    assert first == Piece(Text((Span("plain "), Span("bold", bold=True))), BODY)
    assert second == Piece(Text.of("item"), BULLET)


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("<p>one<p>two", [("one", BODY), ("two", BODY)]),
        ("one<div>two</div>three", [("one", BODY), ("two", BODY), ("three", BODY)]),
        ("<h1>Head</h1>text", [("Head", BODY), ("text", BODY)]),
        ("<ul><li>a</li><li>b</ul><ol><li>c</ol>", [("a", BULLET), ("b", BULLET), ("c", NUMBERED)]),
        ("<ul><li>a<ol><li>b</ol>", [("a", BULLET), ("b", NUMBERED)]),
        ("<blockquote><p>said</p></blockquote>", [("said", QUOTATION)]),
        ("<p> much \n  <b> room </b>\t</p>", [("much room", BODY)]),
        ("<p>one<br>two</p>", [("one\ntwo", BODY)]),
        ("one <br><br> two", [("one", BODY), ("two", BODY)]),
        ("<pre>a  b\nc</pre>", [("a  b", BODY), ("c", BODY)]),
        ("a&nbsp;b &lt;i&gt; &#3585;", [("a b <i> ก", BODY)]),
        ("<p></p><p> </p>", []),
        ("<script>x</script><style>y</style><title>z</title>text", [("text", BODY)]),
        ("<svg><text>x</text></svg><textarea>y</textarea>text", [("text", BODY)]),
        ("</p></b>stray<img src=x onerror=y>", [("stray", BODY)]),
        ("<p>a<hr>b", [("a", BODY), ("b", BODY)]),
    ],
)
def test_a_page_becomes_clean_paragraphs(html: str, pieces: list[tuple[str, ParagraphKind]]) -> None:
    assert told(html) == pieces


@pytest.mark.parametrize(
    ("html", "look"),
    [
        ("<strong>x</strong>", Span("x", bold=True)),
        ("<em>x</em>", Span("x", italic=True)),
        ("<span style='color:red; font-weight: 600'>x</span>", Span("x", bold=True)),
        ("<span style='font-style:oblique'>x</span>", Span("x", italic=True)),
        ("<b style='font-weight:normal'>x</b>", Span("x")),
        ("<u><font size=7 color=red>x</font></u>", Span("x")),
        ("<a href=' https://example.org '>x</a>", Span("x", link="https://example.org")),
        ("<a href='javascript:alert(1)'>x</a>", Span("x")),
        ("<a href='file:///etc/passwd'>x</a>", Span("x")),
        ("<a name=top>x</a>", Span("x")),
    ],
)
def test_only_bold_italic_and_good_links_stay(html: str, look: Span) -> None:
    assert pieces_of_html(html).pieces == (Piece(Text((look,)), BODY),)


def test_a_table_becomes_lines_with_tabs_and_is_counted() -> None:
    html = "<table><tr><th>a</th><th><p>b</p> <p>c</p></th></tr><tr><td>1</td><td>2<br>3</td></tr></table>end"

    pasted = pieces_of_html(html)

    assert [piece.text.characters for piece in pasted.pieces] == ["a\tb c", "1\t2 3", "end"]
    assert pasted.tables == 1


def test_a_page_out_of_all_measure_is_not_read() -> None:
    assert pieces_of_html("x" * (LONGEST + 1)) == Pasted(())


@pytest.mark.parametrize(
    "hostile", ["<b>", "<![", "<!--", "<a href='", "&", "<table><tr><td>", "</p>", "<ul><li>", "<p>x"]
)
def test_hostile_pages_do_not_make_one_wait(hostile: str) -> None:
    begun = time.thread_time()
    pieces_of_html(hostile * (300_000 // len(hostile)))
    assert time.thread_time() - begun < 4


@settings(deadline=None, max_examples=200)
@given(st.text(st.sampled_from("<>/pbai!-[]&; ก\n='"), max_size=60))
def test_any_text_can_be_read(html: str) -> None:
    assert all(piece.text for piece in pieces_of_html(html).pieces)


def test_plain_lines_are_paragraphs_and_blank_ones_are_none() -> None:
    assert [piece.text.characters for piece in plain_pieces("a\r\n\r\n b \n")] == ["a", " b "]
    assert plain_pieces(" one ") == (Piece(Text.of(" one ")),)


EVIDENCE = EvidenceId("01EVIDENCE")
RUNS: st.SearchStrategy[Run] = st.one_of(
    st.builds(
        Span, st.text(st.sampled_from("ab ก<&\n"), min_size=1, max_size=6), st.booleans(), st.booleans(),
        st.sampled_from(["", "https://a.org/?b=1&c='"]),
    ),
    st.builds(Citation, st.just(EVIDENCE), st.sampled_from(["", 'p. "3"'])),
    st.builds(Figure, st.just(EVIDENCE)),
)  # fmt: skip
PIECES = st.builds(
    Piece, st.builds(Text, st.lists(RUNS, min_size=1, max_size=5).map(tuple)), st.sampled_from(ParagraphKind)
)


def words(_run: Citation | Figure) -> str:
    return "[3]"


@settings(deadline=None, max_examples=150)
@given(st.lists(PIECES, min_size=2, max_size=4))
def test_what_we_copy_comes_back_as_it_was(pieces: list[Piece]) -> None:
    assert list(pieces_of_html(html_of(pieces, words), {EVIDENCE}).pieces) == pieces


def test_a_part_of_a_line_keeps_its_blanks_and_is_no_paragraph() -> None:
    html = html_of([Piece(Text.of(" so "), BULLET)], words)

    assert "<li>" not in html
    assert pieces_of_html(html).pieces == (Piece(Text.of(" so "), BODY),)


def test_citations_of_records_that_are_not_here_become_their_words() -> None:
    html = html_of([Piece(Text((Span("so"), Citation(EVIDENCE))), BODY)], words)

    assert pieces_of_html(html).pieces[0].text == Text.of("so[3]")


def test_other_programs_see_what_an_object_says() -> None:
    assert ">[3]</span>" in html_of([Piece(Text((Figure(EVIDENCE),)), BODY)], words)
