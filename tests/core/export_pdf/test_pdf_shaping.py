import pytest

from cmdesk.export.pdf.fonts import Fonts

WORDS = [
    "น้ำ",
    "ทำ",
    "ป้ำ",
    "ที่",
    "ปั่น",
    "ฟื้น",
    "กตัญญู",
    "ฐู",
    "ผู้ว่าฯ",
    "ฤๅ",
    "office",
    "e\u0301\u0302",
    "ก\u200bข",
    "นำ้",
    "\u0e49ก",
    "😀",
    "ฝำ",
]


@pytest.fixture
def face(fonts: Fonts):
    return fonts.face(bold=False, italic=False)


@pytest.mark.parametrize("text", WORDS)
def test_clusters_of_a_word_spell_it_exactly(face, text):
    assert face.word(text).text == text


@pytest.mark.parametrize("text", [word for word in WORDS if word != "ฝำ"])
def test_letters_of_the_glyphs_spell_the_word_even_without_replacement_text(face, text):
    glyphs = [glyph for cluster in face.word(text).clusters for glyph in cluster.glyphs]
    assert "".join(glyph.text for glyph in glyphs) == text


def test_sara_am_is_one_glyph_again_where_its_ring_has_not_moved(face):
    (cluster,) = face.word("ทำ").clusters
    assert [glyph.glyph for glyph in cluster.glyphs] == [face.glyph("ท"), face.glyph("ำ")]


def test_sara_am_under_a_tall_consonant_reads_as_written_by_replacement_text(face):
    (cluster,) = face.word("ฝำ").clusters
    assert (cluster.text, cluster.spelled) == ("ฝำ", True)


def test_the_ring_of_a_sara_am_in_two_has_no_letters_of_its_own(face):
    (cluster,) = face.word("ปำ้").clusters
    assert [glyph.text for glyph in cluster.glyphs] == ["ป", "", "ำ", "้"]
    assert [(part.text, part.spelled) for part in cluster.stretches()] == [("ป", False), ("ำ", True), ("้", False)]


def test_sara_am_is_never_torn_from_its_consonant(face):
    assert [cluster.text for cluster in face.word("น้ำใจ").clusters] == ["น้ำ", "ใ", "จ"]


@pytest.mark.parametrize("text", ["ที่", "ปั่น", "ฟื้น", "ปิ่น", "กู้"])
def test_marks_of_one_base_run_rightwards(face, text):
    for cluster in face.word(text).clusters:
        marks = [glyph.dx for glyph in cluster.glyphs if not glyph.advance]
        assert marks == sorted(marks)


def test_marks_stand_where_harfbuzz_puts_them(face):
    (cluster,) = face.word("ปั่").clusters
    tone = next(glyph for glyph in cluster.glyphs if glyph.dy)
    assert (tone.dx, tone.dy) == (-163, -32)


def test_a_joiner_leaves_no_glyph_but_its_letter_stays(face):
    (joined, alone) = face.word("👩\u200d👧").clusters
    assert (joined.text, alone.text) == ("👩\u200d", "👧")


def test_a_character_without_a_glyph_shows_the_replacement_box(face):
    (cluster,) = face.word("😀").clusters
    assert (cluster.glyphs[0].glyph, cluster.glyphs[0].advance > 0) == (0, True)


def test_an_unbreakable_hyphen_is_drawn_as_a_hyphen_and_read_as_itself(face):
    (cluster,) = face.word("\u2011").clusters
    assert (cluster.glyphs[0].glyph, cluster.text) == (face.glyph("-"), "\u2011")


def test_a_hundred_thousand_joiners_do_not_end_up_on_one_glyph(face):
    word = face.word("ก" + "\u200d" * 1000)
    assert max(len(glyph.text) for cluster in word.clusters for glyph in cluster.glyphs) <= 101


def test_pieces_of_a_word_make_up_the_word(face):
    pieces = face.word("ก" * 50).pieces(2.0)
    assert "".join(piece.text for piece in pieces) == "ก" * 50
    assert all(piece.em <= 2.0 for piece in pieces)


def test_pieces_begin_with_no_following_vowel_and_end_with_no_leading_one(face):
    pieces = [piece.text for piece in face.word("กาเก" * 20).pieces(1.0)]
    assert len(pieces) > 10
    assert not any(piece.startswith("า") or piece.endswith("เ") for piece in pieces)


def test_vowels_that_never_end_are_parted_all_the_same(face):
    assert len(face.word("า" * 100).pieces(2.0)) > 10


def test_a_cluster_wider_than_a_piece_is_kept_whole(face):
    assert [piece.text for piece in face.word("น้ำ").pieces(0.1)] == ["น้ำ"]


def test_four_faces_measure_differently(fonts):
    widths = {fonts.face(bold=bold, italic=italic).word("เรียนรู้ learning").em for bold in (0, 1) for italic in (0, 1)}
    assert len(widths) >= 3
