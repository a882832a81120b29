from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_files import Opened, R, W, flow, of, style_of, text

from cmdesk.export.blocks import Cell, Heading, Look, PageBreak, Pair, Paragraph, Piece, Table
from cmdesk.export.compose import Languages, compose
from cmdesk.export.word.draft import bookmark
from cmdesk.export.word.writer import write
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId
from cmdesk.model.language import Language
from cmdesk.thai.cleaning import clean

GOLDEN = Path(__file__).parents[3] / "golden" / "word-english.txt"


def numbered(words: str, label: str, look: Look = Look.NUMBERED, language: Language = Language.ENGLISH) -> Paragraph:
    return Paragraph(look, flow(words, language=language), label=label)


def labels(opened: Opened) -> list[str]:
    """The labels that Word would show, by its own rules of counting."""
    root = opened.part("word/numbering.xml")
    kinds = {each.get(f"{W}abstractNumId"): each for each in root.iter(f"{W}abstractNum")}
    lists = {each.get(f"{W}numId"): each for each in root.iter(f"{W}num")}
    counts: dict[str, int] = {}
    begun: set[str] = set()
    shown = []
    for reference in opened.values("numId"):
        one = lists[reference]
        kind = one.find(f"{W}abstractNumId").get(f"{W}val")
        start = one.find(f"{W}lvlOverride/{W}startOverride")
        fresh = start is not None and reference not in begun
        counts[kind] = int(start.get(f"{W}val")) if fresh else counts.get(kind, 0) + 1
        begun.add(reference)
        shown.append(next(kinds[kind].iter(f"{W}lvlText")).get(f"{W}val").replace("%1", str(counts[kind])))
    return shown


def test_the_english_file_reads_as_it_did(dossier: Dossier, made: Callable[..., Opened]) -> None:
    opened = made(document=compose(dossier, Languages.ENGLISH))
    lines = [f"{style_of(each)}: {text(each)!r}" for each in opened.all("p")]
    assert "\n".join(lines) + "\n" == GOLDEN.read_text(encoding="utf-8")


def test_every_word_of_the_document_is_in_the_file(dossier: Dossier, made: Callable[..., Opened]) -> None:
    document = compose(dossier, Languages.BOTH)
    opened = made(document=document)
    there = Counter(text(each) for each in opened.all("p"))
    for block in document.blocks:
        if isinstance(block, Pair):
            assert all(there[_shown(side)] for side in (block.thai, block.english) if side)


def test_no_paragraph_is_empty_but_between_tables(whole: Opened) -> None:
    assert {style_of(each) for each in whole.all("p") if not text(each)} <= {"TableGap"}


def test_line_feeds_and_tabs_are_words_own(made: Callable[..., Opened]) -> None:
    [paragraph] = made(Paragraph(Look.BODY, flow("a\nb\tc"))).all("p")
    assert text(paragraph) == "a\nb\tc"
    assert [len(list(paragraph.iter(f"{W}{name}"))) for name in ("br", "tab", "t")] == [1, 1, 3]


def _shown(side: Paragraph) -> str:
    """Its words; the number of an entry is a field, and so is among them."""
    return f"{side.label}\t{side.flow.plain}" if side.look is Look.ENTRY else side.flow.plain


def test_blanks_at_the_ends_of_runs_are_kept(made: Callable[..., Opened]) -> None:
    [paragraph] = made(Paragraph(Look.BODY, flow(" a ", "b "))).all("p")
    assert text(paragraph) == " a b "


def test_lists_are_real_and_begin_anew(made: Callable[..., Opened]) -> None:
    opened = made(
        numbered("a", "1."),
        numbered("b", "2."),
        Paragraph(Look.BODY, flow("between")),
        numbered("c", "1."),
        numbered("d", "•", Look.BULLET),
        numbered("e", "[1]", Look.ENTRY),
        numbered("f", "[2]", Look.ENTRY),
    )
    assert labels(opened) == ["1.", "2.", "1.", "•", "[1]", "[2]"]
    assert "1." not in "".join(text(each) for each in opened.all("p"))


def test_a_number_that_is_left_out_stays_left_out(made: Callable[..., Opened]) -> None:
    assert labels(made(numbered("a", "1."), numbered("c", "3."))) == ["1.", "3."]


def test_the_two_languages_of_a_row_have_the_same_number(made: Callable[..., Opened]) -> None:
    rows = [Pair(numbered("ก", label, language=Language.THAI), numbered("a", label)) for label in ("1.", "2.", "3.")]
    assert labels(made(*rows)) == ["1.", "1.", "2.", "2.", "3.", "3."]


def test_thai_digits_are_counted_in_thai_digits(made: Callable[..., Opened]) -> None:
    opened = made(numbered("ก", "๑."), numbered("ข", "๒."))
    formats = [each.get(f"{W}val") for each in opened.part("word/numbering.xml").iter(f"{W}numFmt")]
    assert formats == ["thaiNumbers"]
    assert labels(opened) == ["1.", "2."]


def test_each_text_of_the_dossier_is_in_a_control_and_a_bookmark_with_its_name(
    dossier: Dossier, made: Callable[..., Opened]
) -> None:
    document = compose(dossier, Languages.BOTH)
    sides = [side for block in document.blocks if isinstance(block, Pair) for side in (block.thai, block.english)]
    named = [(side.source, side.flow) for side in sides if side and side.source]
    opened = made(document=document)
    tags = {each.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): text(each) for each in opened.all("sdt")}
    marks = set(opened.values("bookmarkStart", "name"))
    assert len(named) == 13
    for source, words in named:
        assert tags[f"cmdesk:{source}:{words.language.value}"] == words.plain
        assert f"_p_{source}_{words.language.value}" in marks


@pytest.mark.parametrize("name", ["sdtPr", "bookmarkStart"])
def test_numbers_of_controls_and_bookmarks_are_unique(whole: Opened, name: str) -> None:
    elements = whole.all(name)
    numbers = [each.get(f"{W}id") or each.find(f"{W}id").get(f"{W}val") for each in elements]
    assert len(numbers) == len(set(numbers)) > 5


def test_the_same_paragraph_twice_has_two_controls(made: Callable[..., Opened]) -> None:
    twice = Paragraph(Look.BODY, flow("a"), source=ParagraphId("x"))
    numbers = [each.find(f"{W}sdtPr/{W}id").get(f"{W}val") for each in made(twice, twice).all("sdt")]
    assert len(set(numbers)) == 2


def test_every_inner_link_and_page_reference_leads_to_a_bookmark(whole: Opened) -> None:
    places = whole.values("bookmarkStart", "name")
    inner = [each.get(f"{W}anchor") for each in whole.all("hyperlink") if each.get(f"{W}anchor")]
    referred = [each.text.split()[1] for each in whole.all("instrText") if each.text.startswith(" PAGEREF")]
    assert len(places) == len(set(places))
    assert inner
    assert set(inner + referred) <= set(places)
    assert all(len(place) <= 40 for place in places)


def test_marks_of_citations_are_links_of_their_own_style(made: Callable[..., Opened]) -> None:
    opened = made(
        Paragraph(Look.BODY, flow("Claim", Piece("[1]", anchor="evidence-1", raised=True))),
        Paragraph(Look.ENTRY, flow("Source"), label="[1]", anchor="evidence-1"),
    )
    [link] = opened.all("hyperlink")
    assert link.get(f"{W}anchor") == "evidence_1"
    assert link.find(f"{W}r/{W}rPr/{W}rStyle").get(f"{W}val") == "CitationMark"


def test_links_out_are_relationships_and_one_address_is_one(made: Callable[..., Opened]) -> None:
    address = "https://example.org/a?b=1&c=2"
    opened = made(Paragraph(Look.BODY, flow(Piece("here", link=address), " ", Piece("there", link=address))))
    relations = opened.part("word/_rels/document.xml.rels")
    targets = {each.get("Id"): each.get("Target") for each in relations if each.get("TargetMode") == "External"}
    assert [targets[each.get(f"{R}id")] for each in opened.all("hyperlink")] == [address, address]
    assert len(targets) == 1


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "//host/x", "https://a:b@c", "C:\\x"])
def test_a_forbidden_address_is_text(made: Callable[..., Opened], address: str) -> None:
    opened = made(Paragraph(Look.BODY, flow(Piece("here", link=address))))
    assert not opened.all("hyperlink")
    assert address.encode() not in b"".join(opened.parts.values())


def test_the_contents_are_filled_in(bilingual: Opened) -> None:
    [control] = [each for each in bilingual.all("sdt") if each.find(f"{W}sdtPr/{W}docPartObj") is not None]
    entries = [text(each) for each in control.iter(f"{W}p")][1:]
    assert len(entries) == 13
    assert entries[0].startswith("เมือง\nThe city\t")
    assert entries[1].startswith("A1\tผู้ประสานงาน\nContact\t")
    assert all(entry.rsplit("\t", 1)[1].isdecimal() for entry in entries)


def test_the_contents_are_one_field_around_all_entries(whole: Opened) -> None:
    kinds = whole.values("fldChar", "fldCharType")
    assert next(each.text for each in whole.all("instrText")) == ' TOC \\o "1-2" \\h \\z \\u '
    assert kinds[:2] == ["begin", "separate"]
    assert kinds[-1] == "end"
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end")


def test_pages_of_headings_never_go_back(dossier: Dossier, made: Callable[..., Opened]) -> None:
    opened = made(document=compose(dossier, Languages.ENGLISH))
    pages = [int(entry.rsplit("\t", 1)[1]) for style in ("TOC1", "TOC2") for entry in opened.styled(style)]
    assert min(pages) == 3
    assert opened.styled("TOC2") == sorted(opened.styled("TOC2"), key=lambda entry: int(entry.rsplit("\t", 1)[1]))


def test_tables_repeat_their_heads_and_keep_their_rows_whole(made: Callable[..., Opened]) -> None:
    cell = Cell((flow("x"),))
    opened = made(Table((cell, cell), ((cell, cell),) * 30, (0.3, 0.7)))
    rows = opened.all("tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 30
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_widths_of_columns_sum_to_the_measure(made: Callable[..., Opened]) -> None:
    cell = Cell((flow("x"),))
    opened = made(Table((cell,) * 3, (), (1 / 3, 1 / 3, 1 / 3)))
    assert sum(int(width) for width in opened.values("gridCol", "w")) == int(opened.values("tblW", "w")[0]) == 9071


def test_pairs_in_a_row_are_one_table_whose_long_rows_may_split(made: Callable[..., Opened]) -> None:
    long = Paragraph(Look.BODY, flow("long " * 100))
    short = Paragraph(Look.BODY, flow("short"))
    opened = made(Pair(short, short), Pair(short, long), Paragraph(Look.NOTE, flow("n")), Pair(short, short))
    assert len(opened.all("tbl")) == 2
    assert [row.find(f"{W}trPr/{W}cantSplit") is not None for row in opened.all("tr")] == [True, False, True]


def test_two_tables_do_not_touch_and_none_is_last(made: Callable[..., Opened]) -> None:
    short = Paragraph(Look.BODY, flow("short"))
    opened = made(Pair(short, short), Table((Cell((flow("x"),)),), (), (1.0,)))
    assert [each.tag.removeprefix(W) for each in opened.document[0]] == ["tbl", "p", "tbl", "p", "sectPr"]


def test_a_page_begins_without_an_empty_paragraph(made: Callable[..., Opened]) -> None:
    opened = made(Paragraph(Look.BODY, flow("a")), PageBreak(), Heading(1, "", (flow("b"),), "b"))
    first, second = opened.all("p")
    assert first.find(f"{W}pPr/{W}pageBreakBefore") is None
    assert second.find(f"{W}pPr/{W}pageBreakBefore") is not None


def test_the_sheet_is_a4_with_official_margins(whole: Opened) -> None:
    [size], [margins] = whole.all("pgSz"), whole.all("pgMar")
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert (margins.get(f"{W}left"), margins.get(f"{W}right")) == ("1701", "1134")


def test_the_cover_has_no_running_head(whole: Opened) -> None:
    assert len(whole.all("titlePg")) == 1
    assert whole.values("headerReference", "type") == ["default"]


def test_the_foot_counts_pages_with_fields(whole: Opened) -> None:
    foot = whole.part("word/footer1.xml")
    assert [each.text.strip() for each in foot.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("anchor", ["question-A7", "คำถาม", "a b", "x" * 60, "1a", ""])
def test_any_anchor_gives_a_name_that_word_takes(anchor: str) -> None:
    name = bookmark(anchor)
    assert name.replace("_", "").isalnum() or not anchor
    assert name.isascii()
    assert len(name) <= 40


def test_different_anchors_have_different_bookmarks() -> None:
    anchors = ["a-b", "a_b", "a.b", "a b", "ก", "ข"]
    assert len({bookmark(anchor) for anchor in anchors}) == len(anchors)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(max_size=40).map(clean), max_size=5), st.sampled_from(Language))
def test_any_text_of_the_model_comes_back_equal(tmp_path_factory: Any, words: list[str], language: Language) -> None:
    path = tmp_path_factory.mktemp("hostile") / "a.docx"
    pieces = [Piece(each, bold=place % 2 == 0) for place, each in enumerate(words)]
    write(of(Paragraph(Look.BODY, flow(*pieces, language=language))), path)
    assert text(Opened(path).all("p")[0]) == "".join(words)
