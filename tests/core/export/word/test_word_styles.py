import re
from collections.abc import Callable

import pytest
from word_files import Opened, W, flow, style_of

from cmdesk.export.blocks import Look, Pair, Paragraph, Piece
from cmdesk.export.compose import Languages, compose
from cmdesk.export.word.looks import LOOKS
from cmdesk.export.word.sizes import STYLES
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language

FONTS = {f"{W}{script}": "Sarabun" for script in ("ascii", "hAnsi", "eastAsia", "cs")}
ALLOWED_DIRECT = {"pStyle", "keepNext", "pageBreakBefore", "numPr", "spacing"}


def test_every_script_has_the_font_and_its_language_by_default(whole: Opened) -> None:
    defaults = next(whole.styles.iter(f"{W}rPrDefault"))
    language = next(defaults.iter(f"{W}lang"))
    assert dict(next(defaults.iter(f"{W}rFonts")).attrib) == FONTS
    assert (language.get(f"{W}val"), language.get(f"{W}bidi")) == ("en-GB", "th-TH")


@pytest.mark.parametrize(("latin", "twin"), [("sz", "szCs"), ("b", "bCs"), ("i", "iCs")])
def test_what_a_style_says_of_latin_it_says_of_thai(whole: Opened, latin: str, twin: str) -> None:
    said = [dict(each.attrib) for each in whole.styles.iter(f"{W}{latin}")]
    assert said
    assert said == [dict(each.attrib) for each in whole.styles.iter(f"{W}{twin}")]


def test_every_style_used_is_defined(whole: Opened) -> None:
    defined = {each.get(f"{W}styleId") for each in whole.styles.iter(f"{W}style")}
    assert set(whole.values("pStyle") + whole.values("rStyle") + whole.values("tblStyle")) <= defined


@pytest.mark.parametrize("look", Look)
def test_each_look_is_a_style_of_its_own(made: Callable[..., Opened], look: Look) -> None:
    [paragraph] = made(Paragraph(look, flow("words"))).all("p")
    assert style_of(paragraph) == LOOKS[look]
    assert len(set(LOOKS.values())) == len(Look)


def test_paragraphs_say_nothing_of_their_looks_themselves(whole: Opened) -> None:
    said = {each.tag.removeprefix(W) for properties in whole.all("pPr") for each in properties}
    assert said <= ALLOWED_DIRECT


def test_runs_say_nothing_of_size_font_and_colour_themselves(whole: Opened) -> None:
    said = {each.tag.removeprefix(W) for properties in whole.all("rPr") for each in properties}
    assert said <= {"rStyle", "b", "bCs", "i", "iCs", "cs", "lang"}


def test_bold_and_italic_runs_are_so_in_both_scripts(made: Callable[..., Opened]) -> None:
    opened = made(Paragraph(Look.BODY, flow(Piece("กขค abc", bold=True, italic=True))))
    for name in ("b", "bCs", "i", "iCs"):
        assert len(opened.all(name)) == 2


def test_thai_runs_are_complex_script_and_thai(bilingual: Opened) -> None:
    for run in bilingual.all("r"):
        words = "".join(each.text for each in run.iter(f"{W}t"))
        if re.search("[ก-ฮ]", words):
            assert not re.search("[A-Za-z]", words)
            assert run.find(f"{W}rPr/{W}cs") is not None
            assert run.find(f"{W}rPr/{W}lang").get(f"{W}bidi") == "th-TH"
        elif re.search("[A-Za-z]", words):
            assert run.find(f"{W}rPr/{W}cs") is None
            assert run.find(f"{W}rPr/{W}lang").get(f"{W}val") == "en-GB"


@pytest.mark.parametrize(
    ("languages", "align"), [(Languages.ENGLISH, "both"), (Languages.THAI, "thaiDistribute"), (Languages.BOTH, "left")]
)
def test_prose_is_aligned_as_its_language_and_measure_need(
    dossier: Dossier, made: Callable[..., Opened], languages: Languages, align: str
) -> None:
    opened = made(document=compose(dossier, languages))
    assert opened.style("BodyText").find(f"{W}pPr/{W}jc").get(f"{W}val") == align


def test_headings_keep_with_what_follows_and_stand_in_the_outline(whole: Opened) -> None:
    for level in (1, 2, 3):
        properties = whole.style(f"Heading{level}").find(f"{W}pPr")
        assert properties.find(f"{W}keepNext") is not None
        assert properties.find(f"{W}outlineLvl").get(f"{W}val") == str(level - 1)


def test_the_built_in_names_are_words_own(whole: Opened) -> None:
    names = {each.get(f"{W}val") for each in whole.styles.iter(f"{W}name")}
    assert {"Normal", "heading 1", "toc 2", "header", "List Bullet", "Hyperlink", "Title"} <= names
    assert len(STYLES) == len({style.name for style in STYLES.values()})


def test_the_font_table_names_a_fallback(whole: Opened) -> None:
    table = whole.part("word/fontTable.xml")
    assert next(table.iter(f"{W}altName")).get(f"{W}val").startswith("TH Sarabun New")


def test_a_side_without_text_is_an_empty_cell(made: Callable[..., Opened]) -> None:
    opened = made(Pair(None, Paragraph(Look.BODY, flow("right", language=Language.ENGLISH))))
    assert ["".join(cell.itertext()) for cell in opened.all("tc")] == ["", "right"]


def test_the_line_to_sign_on_is_short_but_fills_a_column(made: Callable[..., Opened]) -> None:
    line = Paragraph(Look.SIGNATURE, flow("Mayor"))
    alone = made(line).style("Signature").find(f"{W}pPr/{W}ind")
    assert int(alone.get(f"{W}right")) > 1_000
    assert made(Pair(line, line)).style("Signature").find(f"{W}pPr/{W}ind") is None


def test_letters_are_smaller_in_columns(bilingual: Opened) -> None:
    sizes = [
        bilingual.style(name).find(f"{W}rPr/{W}sz").get(f"{W}val") for name in ("Normal", "BodyText", "EvidenceEntry")
    ]
    assert sizes == ["23", "21", "18"]


def test_lists_and_prose_take_their_letters_from_one_style(whole: Opened) -> None:
    for name in ("ListBullet", "ListNumber"):
        assert whole.style(name).find(f"{W}basedOn").get(f"{W}val") == "BodyText"
        assert whole.style(name).find(f"{W}rPr/{W}sz") is None
