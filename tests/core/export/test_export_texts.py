from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cmdesk.export import markdown, plain
from cmdesk.export.blocks import (
    Align,
    Block,
    Cell,
    ContactSheet,
    Document,
    Flow,
    Heading,
    Look,
    Pair,
    Paragraph,
    Picture,
    Piece,
    Table,
)
from cmdesk.export.compose import Languages, compose
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.thai.cleaning import clean


def flow(*pieces: str | Piece, language: Language = Language.ENGLISH) -> Flow:
    return Flow(language, tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces))


def document(*blocks: Block) -> Document:
    return Document("Title", Language.ENGLISH, flow("Head"), flow("Page {page}"), blocks)


PHOTO = Picture(b"", "image/jpeg", 4, 3, flow("Rice is stirred"), (flow("A festival"),), label="Picture 1")
TABLE = Table(
    (Cell((flow("Item"),)), Cell((flow("Value"),), Align.END)),
    ((Cell((flow("Area"),)), Cell((flow("40"),), Align.END)), (Cell((flow("a|b"),)), Cell((flow("1\n2"),)))),
    (0.5, 0.5),
)


@pytest.fixture
def as_text(tmp_path: Path):
    def write(*blocks: Block) -> str:
        plain.write(document(*blocks), tmp_path / "a.txt")
        return (tmp_path / "a.txt").read_text("utf-8")

    return write


@pytest.fixture
def as_markdown(tmp_path: Path):
    def write(*blocks: Block) -> str:
        markdown.write(document(*blocks), tmp_path / "a.md")
        return (tmp_path / "a.md").read_text("utf-8")

    return write


def rendered(source: str) -> str:
    return str(MarkdownIt("commonmark").enable("table").render(source))


@pytest.mark.parametrize("languages", Languages)
def test_plain_text_has_every_paragraph_of_the_dossier(dossier: Dossier, languages: Languages, tmp_path: Path) -> None:
    made = compose(dossier, languages)
    plain.write(made, tmp_path / "a.txt")
    shown = (tmp_path / "a.txt").read_text("utf-8")
    sides = [side for block in made.blocks if isinstance(block, Pair) for side in (block.thai, block.english) if side]
    alone = [block for block in made.blocks if isinstance(block, Paragraph)]
    assert [each.flow.plain for each in (*sides, *alone) if each.flow.plain not in shown] == []


def test_plain_headings_are_underlined(as_text) -> None:
    assert as_text(Heading(1, "", (flow("City"),), "a"), Heading(2, "A1", (flow("Name"),), "b")) == (
        "City\n====\n\nA1  Name\n--------\n"
    )


def test_a_plain_table_of_two_columns_is_a_list_of_names_and_values(as_text) -> None:
    assert as_text(TABLE) == "Area: 40\na|b: 1 2\n"


def test_a_plain_table_of_more_columns_names_each_value(as_text) -> None:
    three = Table(
        (*TABLE.head, Cell((flow("Year"),))),
        ((*TABLE.rows[0], Cell((flow("2019"),))),),
        (0.4, 0.3, 0.3),
    )
    assert as_text(three) == "Area\n  Value: 40\n  Year: 2019\n"


def test_a_plain_picture_is_its_caption_and_what_it_shows(as_text) -> None:
    assert as_text(PHOTO, ContactSheet((PHOTO,))) == (
        "[Picture 1: A festival: Rice is stirred]\n\n[Picture 1: A festival: Rice is stirred]\n"
    )


def test_plain_text_draws_a_line_to_sign_on(as_text) -> None:
    assert as_text(Paragraph(Look.SIGNATURE, flow("Mayor"))) == "_" * 40 + "\nMayor\n"


def test_notes_stand_below_their_pair(as_text, as_markdown) -> None:
    pair = Pair(Paragraph(Look.BODY, flow("ก")), None, (flow("A remark"),))
    assert as_text(pair) == "ก\n\nA remark\n"
    assert as_markdown(pair) == "ก\n\nA remark\n"


def test_markdown_keeps_looks_and_links(as_markdown) -> None:
    made = as_markdown(
        Paragraph(
            Look.BODY,
            flow(Piece("bold ", bold=True), Piece("both", bold=True, italic=True), Piece("web", link="https://a.b/c")),
        )
    )
    assert rendered(made) == (
        '<p><strong>bold</strong> <em><strong>both</strong></em><a href="https://a.b/c">web</a></p>\n'
    )


def test_markdown_marks_lead_to_places_that_are_there(dossier: Dossier, tmp_path: Path) -> None:
    markdown.write(compose(dossier, Languages.BOTH), tmp_path / "a.md")
    tokens = MarkdownIt("commonmark").enable("table").parse((tmp_path / "a.md").read_text("utf-8"))
    inner = [child for token in tokens for child in token.children or ()]
    targets = {str(child.attrs["href"]) for child in inner if child.type == "link_open"}
    places = {child.content for child in inner if child.type == "html_inline"}
    missing = [each for each in targets if each.startswith("#") and f'<a id="{each[1:]}">' not in places]
    assert targets
    assert missing == []


def test_markdown_numbers_lists_as_the_document_does(as_markdown) -> None:
    made = as_markdown(
        Paragraph(Look.NUMBERED, flow("third"), label="๓."), Paragraph(Look.BULLET, flow("point"), label="•")
    )
    assert made == "3. third\n\n- point\n"


def test_a_markdown_table_has_a_head_and_keeps_bars_and_lines_in_their_cells(as_markdown) -> None:
    shown = rendered(as_markdown(TABLE))
    assert "<th>Item</th>" in shown
    assert "<td>a|b</td>" in shown
    assert "1<br>2" in shown


def test_a_markdown_link_that_nobody_should_follow_is_only_text(as_markdown) -> None:
    assert as_markdown(Paragraph(Look.BODY, flow(Piece("x", link="javascript:alert(1)")))) == "x\n"


TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\u2028\u2029\x85"), min_size=1).map(
    clean
)


@given(TEXTS, st.booleans(), st.booleans())
@settings(deadline=None, max_examples=150)
def test_any_text_comes_back_from_markdown(tmp_path_factory, words: str, bold: bool, italic: bool) -> None:  # noqa: FBT001 - drawn
    piece = Piece(words, bold=bold, italic=italic)
    target = tmp_path_factory.mktemp("md") / "a.md"
    markdown.write(document(Paragraph(Look.BODY, flow("a ", piece, " z"))), target)
    tokens = MarkdownIt("commonmark").parse(target.read_text("utf-8"))
    inner = [child for token in tokens for child in token.children or ()]
    assert "".join("".join(child.content for child in inner if child.type == "text").split()) == (
        "".join(f"a {words} z".split())
    )
