import pytest

from cmdesk.export.blocks import Look, Paragraph
from cmdesk.export.pdf.fonts import Fonts
from cmdesk.export.pdf.hyphenating import hyphenated
from cmdesk.export.pdf.lines import lines
from cmdesk.export.pdf.parts import plain_parts
from cmdesk.export.pdf.style import LOOKS, TextStyle

LONG = "The international representatives appreciated extraordinarily comprehensive documentation. " * 6
NARROW = TextStyle(11, 16, justified=True, hyphenated=True)


def pieces(text: str, fonts: Fonts) -> list[str]:
    return [part.word.text for part in hyphenated(plain_parts(text, NARROW, fonts)) if not part.gap]


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("community", ["com", "munity"]),
        ("(learning),", ["(learn", "ing),"]),
        ("Chiangmai", ["Chiangmai"]),
        ("UNESCO", ["UNESCO"]),
        ("words", ["words"]),
        ("https://example.org/international", ["https:/", "/", "example.org/", "in", "ter", "na", "tional"]),
    ],
)
def test_words_of_small_letters_are_parted_by_the_patterns(fonts, text, parted):
    found = pieces(text, fonts)
    assert "".join(found) == text
    if "://" not in text:
        assert found == parted


def test_a_parted_line_ends_on_a_soft_hyphen_and_the_letters_stay(fonts, english):
    found = lines(english(LONG), NARROW, 130, fonts)
    ends = [line.text[-1] for line in found]
    assert ends.count("\u00ad") > 2
    assert "".join("".join(line.text for line in found).replace("\u00ad", "").split()) == "".join(LONG.split())


def test_lines_with_hyphens_are_as_wide_as_the_measure(fonts, english):
    for line in lines(english(LONG), NARROW, 130, fonts)[:-1]:
        gaps = sum(part.width for part in line.parts if part.gap)
        assert line.width + line.gap * gaps == pytest.approx(130, abs=0.1)


def test_a_word_that_no_line_parts_is_shaped_whole(fonts, english):
    found = [part.word.text for line in lines(english(LONG), NARROW, 130, fonts) for part in line.parts]
    assert {"The", "appreciated"} <= {*found}


def test_thai_text_and_titles_are_never_hyphenated(fonts, thai, english):
    title = TextStyle(11, 16, balanced=True)
    found = [*lines(thai(LONG), NARROW, 130, fonts), *lines(english(LONG), title, 130, fonts)]
    assert not any("\u00ad" in line.text for line in found)


def test_text_that_fits_well_is_not_hyphenated(fonts, english):
    assert not any("\u00ad" in line.text for line in lines(english("all of it is short " * 30), NARROW, 400, fonts))


def test_a_soft_hyphen_of_the_writer_is_shown_at_a_line_end_only(fonts, thai):
    text = "mmmmmmmm\u00admmmmmmmm " * 4
    found = lines(thai(text), TextStyle(11, 16), 130, fonts)
    glyph = fonts.face(bold=False, italic=False).glyph("-")
    drawn = [[g.glyph for part in line.parts for c in part.word.clusters for g in c.glyphs] for line in found]
    assert all((line.text[-1] == "\u00ad") == (glyph in glyphs) for line, glyphs in zip(found, drawn, strict=True))
    assert any(glyph in glyphs for glyphs in drawn)
    assert "".join("".join(line.text for line in found).split()) == "".join(text.split())


def test_a_soft_hyphen_alone_is_set_too(fonts, english):
    assert lines(english("\u00ad \u00ad\u00ad " * 9), NARROW, 30, fonts)


def test_hyphenated_words_are_found_by_readers(document, english, written, extracted):
    path = written(document(Paragraph(Look.BODY, english(LONG))))
    found = extracted(path)
    for drop in ("\u00ad", "\ufffe", "\u0002", "-"):
        found = found.replace(drop, "")
    assert "".join(LONG.split()) in found


@pytest.mark.parametrize("look", [Look.BODY, Look.BULLET, Look.NUMBERED, Look.QUOTATION, Look.GUIDANCE, Look.ENTRY])
def test_what_answers_are_written_in_is_hyphenated(look):
    assert LOOKS[look].hyphenated
