import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.export.blocks import Flow, Look, Piece
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.lines import WIDEST_TRACKING, lines
from cmdesk.export.pdf.style import LOOKS, TextStyle
from cmdesk.model.language import Language

BODY = LOOKS[Look.BODY]
RAGGED = TextStyle(11, 16)
FONTS = Fonts()


def reach(line) -> float:
    """How wide a line is with what justifying added."""
    gaps = sum(part.width for part in line.parts if part.gap)
    clusters = sum(len(part.word.clusters) for part in line.parts if part.word.thai)
    last = bool(line.parts and line.parts[-1].word.thai)
    return line.width + gaps * line.gap + (clusters - last) * line.tracking


def flow(*texts: str) -> Flow:
    return Flow(Language.THAI, tuple(Piece(text, bold=bool(place % 2)) for place, text in enumerate(texts)))


def joined(set_lines) -> str:
    return "".join("".join(line.text for line in set_lines).split())


@pytest.mark.parametrize("measure", [453.0, 217.0])
def test_every_line_but_the_last_of_a_justified_paragraph_fills_the_measure(english, measure):
    *full, _last = lines(english(), BODY, measure, FONTS)
    assert [reach(line) for line in full] == [pytest.approx(measure, abs=0.01)] * len(full)


def test_thai_lines_are_filled_between_clusters_too(thai):
    *full, _last = lines(thai(), BODY, 453, FONTS)
    assert all(0 <= line.tracking <= WIDEST_TRACKING * BODY.size for line in full)
    assert any(line.tracking > 0 for line in full)


def test_the_last_line_is_not_stretched(english):
    last = lines(english(), BODY, 453, FONTS)[-1]
    assert (last.gap, last.tracking) == (0.0, 0.0)


def test_a_ragged_line_is_never_stretched(thai):
    assert {(line.gap, line.tracking) for line in lines(thai(), RAGGED, 200, FONTS)} == {(0.0, 0.0)}


def filled_one_by_one(text: str, size: float, measure: float) -> list[float]:
    """Widths of the lines that a writer gets who never looks back."""
    face = FONTS.face(bold=False, italic=False)
    blank, widths = face.word(" ").em * size, [0.0]
    for word in text.split():
        width = face.word(word).em * size
        if widths[-1] and widths[-1] + blank + width > measure:
            widths.append(width)
        else:
            widths[-1] += width + (blank if widths[-1] else 0.0)
    return widths


def roughness(widths: list[float], measure: float) -> float:
    """How much worse than even the right edge is; the last line does not count."""
    return sum((measure - width) ** 3 for width in widths[:-1])


@pytest.mark.parametrize("measure", [120, 140, 170, 190, 217])
def test_lines_weighed_together_are_no_rougher_than_lines_filled_one_by_one(english, measure):
    text = english().plain.replace("/", "")
    together = [line.width for line in lines(flow(text), RAGGED, measure, FONTS)]
    alone = filled_one_by_one(text, RAGGED.size, measure)
    assert roughness(together, measure) <= roughness(alone, measure) + 1


def test_an_unbreakable_word_is_broken_at_clusters_rather_than_run_over():
    set_lines = lines(flow("น้ำ" * 200), BODY, 100, FONTS)
    assert max(line.width for line in set_lines) <= 100
    assert all(line.text.startswith("น") for line in set_lines)


def test_words_tied_by_hard_blanks_are_broken_when_no_line_holds_them():
    set_lines = lines(flow("\u00a0".join(["ทดสอบ"] * 40)), BODY, 120, FONTS)
    assert max(reach(line) for line in set_lines) <= 120.01


def test_a_written_line_end_ends_a_line():
    assert [line.text for line in lines(flow("หนึ่ง\nสอง"), BODY, 453, FONTS)] == ["หนึ่ง", "สอง"]


def test_an_empty_flow_is_one_empty_line():
    assert [line.parts for line in lines(Flow(Language.THAI), BODY, 453, FONTS)] == [()]


def test_blanks_at_the_ends_are_dropped():
    assert [line.text for line in lines(flow("  คำ  "), BODY, 453, FONTS)] == ["คำ"]


def test_a_change_of_look_never_parts_a_mark_from_its_consonant():
    (line,) = lines(flow("ก", "\u0e34น"), BODY, 453, FONTS)
    assert [(part.word.text, part.ink.face.bold) for part in line.parts] == [("กิ", False), ("น", True)]


def test_titles_are_balanced_over_their_lines():
    style = TextStyle(18, 26, balanced=True)
    first, second = lines(flow("Chiang Mai: a city that learns by doing"), style, 250, FONTS)
    assert abs(first.width - second.width) < 60


def test_a_title_is_not_parted_inside_a_compound_only_to_be_even():
    style = TextStyle(28, 40, balanced=True)
    first, second = lines(flow("ใบสมัครรางวัลเมืองแห่งการเรียนรู้ของยูเนสโก"), style, 400, FONTS)
    assert (first.text, second.text) == ("ใบสมัครรางวัล", "เมืองแห่งการเรียนรู้ของยูเนสโก")


def test_a_file_link_is_set_as_plain_text():
    linked = Flow(Language.ENGLISH, (Piece("x", link="file:///etc/passwd"),))
    (line,) = lines(linked, BODY, 453, FONTS)
    assert line.parts[0].ink.link == ""


@pytest.mark.parametrize("measure", range(90, 250, 9))
def test_the_mark_of_a_citation_never_begins_a_line(measure):
    word, mark = Piece(" the learning city, "), Piece("[1]", raised=True)
    set_lines = lines(Flow(Language.ENGLISH, (word, mark) * 30), RAGGED, measure, FONTS)
    assert len(set_lines) > 5
    assert not any(line.parts[0].ink.rise for line in set_lines)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(alphabet=st.sampled_from("กขปฝฟญนำาิีุู่้๊์ๆฯเแไ abc-/.,()😀\u200b\u200d๑2\n"), max_size=40), max_size=4),
    st.sampled_from([20.0, 80.0, 217.0, 453.0]),
    st.booleans(),
)
def test_no_letter_is_lost(texts, measure, justified):
    set_lines = lines(flow(*texts), BODY if justified else RAGGED, measure, FONTS)
    assert joined(set_lines) == "".join("".join(texts).split())


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["การ", "เรียนรู้", "ต่าง ๆ", "น้ำ", "ฯลฯ", "เกาะ", "ฤๅษี", "กะทันหัน", " ", "city, ", "(ดู)"]),
        max_size=60,
    )
)
def test_no_line_begins_with_a_mark_or_a_following_vowel(words):
    texts = [line.text for line in lines(flow("".join(words)), BODY, 60.0, FONTS)]
    assert [text for text in texts[1:] if text[:1] in "ๆฯะาำๅ,)" and text] == []
