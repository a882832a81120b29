import itertools
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from cmdesk.export.blocks import Block, ContactSheet, Document, Flow, Heading, Look, Pair, Paragraph, Picture, Piece
from cmdesk.export.compose import Languages, compose
from cmdesk.export.web.writer import write
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.sample.dossier import sample
from cmdesk.thai.cleaning import clean

PHOTO = Picture(
    b"bytes",
    "image/jpeg",
    4,
    3,
    Flow(Language.ENGLISH, (Piece("Rice is stirred"),)),
    (Flow(Language.ENGLISH, (Piece("A festival"),)),),
    label="Picture 1",
    anchor="picture-1",
)


@pytest.fixture
def page(tmp_path: Path):
    """Writes blocks, or a whole document, and reads the page as a browser does."""

    def make(*blocks: Block, document: Document | None = None):
        head = Flow(Language.ENGLISH, (Piece("Head"),))
        whole = document or Document("Title", Language.ENGLISH, head, head, blocks)
        write(whole, tmp_path / "a.html")
        return html.fromstring((tmp_path / "a.html").read_bytes().decode())

    return make


def words(*pieces: str | Piece, language: Language = Language.ENGLISH) -> Flow:
    return Flow(language, tuple(Piece(piece) if isinstance(piece, str) else piece for piece in pieces))


@pytest.mark.parametrize("languages", Languages)
def test_every_paragraph_of_the_sample_is_on_the_page(page, languages: Languages) -> None:
    document = compose(sample(), languages)
    shown = "".join(page(document=document).text_content().split())
    sides = [
        side for block in document.blocks if isinstance(block, Pair) for side in (block.thai, block.english) if side
    ]
    alone = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert len(sides) + len(alone) > 100
    assert [each.flow.plain for each in (*sides, *alone) if "".join(each.flow.plain.split()) not in shown] == []


def test_every_place_is_there_once_and_every_mark_leads_to_one(page, dossier: Dossier) -> None:
    root = page(document=compose(dossier, Languages.BOTH))
    places = [each.get("id") for each in root.iter() if each.get("id")]
    targets = {each.get("href")[1:] for each in root.iter("a") if each.get("href").startswith("#")}
    assert len(places) == len(set(places))
    assert targets
    assert targets <= set(places)


def test_headings_go_down_one_level_at_a_time(page, dossier: Dossier) -> None:
    levels = [int(each.tag[1]) for each in page(document=compose(dossier, Languages.BOTH)).iter("h1", "h2", "h3", "h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below - above <= 1 for above, below in itertools.pairwise(levels))


def test_the_page_loads_nothing_and_says_so(page, dossier: Dossier) -> None:
    root = page(document=compose(dossier, Languages.BOTH))
    sources = [each.get("src") for each in root.iter() if each.get("src")] + list(root.iter("link", "script"))
    assert sources == []
    assert "default-src 'none'" in root.find(".//meta[@http-equiv]").get("content")
    assert "url(" not in root.findtext(".//style")


def test_each_side_of_a_pair_tells_its_language(page) -> None:
    pair = Pair(Paragraph(Look.BODY, words("ก", language=Language.THAI)), Paragraph(Look.BODY, words("a")), ())
    sides = page(pair).find(".//main/div")
    assert [each.get("lang") for each in sides] == ["th", "en", None]
    assert sides.get("class") == "pair noted"


def test_a_thai_flow_on_an_english_page_tells_its_language(page) -> None:
    assert page(Paragraph(Look.BODY, words("ก", language=Language.THAI))).find(".//main/p").get("lang") == "th"


def test_a_table_names_its_heads_and_its_rows(page, dossier: Dossier) -> None:
    root = page(document=compose(dossier, Languages.ENGLISH))
    table = root.find(".//table")
    assert [each.get("scope") for each in table.find("thead/tr")] == ["col", "col"]
    assert [each.find("th").get("scope") for each in table.findall("tbody/tr")] == ["row", "row"]
    assert table.getparent().get("aria-label") == "Field, Entry"


def test_lists_are_lists_and_begin_anew_where_their_numbers_do(page) -> None:
    labelled = [("1.", "a"), ("2.", "b"), ("1.", "c")]
    blocks = [Paragraph(Look.NUMBERED, words(text), label=label) for label, text in labelled]
    bullets = [Paragraph(Look.BULLET, words("d"), label="•")]
    lists = page(*blocks, Paragraph(Look.BODY, words("x")), *bullets, Paragraph(Look.NUMBERED, words("e"), label="๓."))
    found = [
        (each.tag, each.get("start"), [item.text for item in each]) for each in lists.find(".//main").iter("ol", "ul")
    ]
    assert found == [("ol", None, ["a", "b"]), ("ol", None, ["c"]), ("ul", None, ["d"]), ("ol", "3", ["e"])]


def test_a_picture_is_in_the_page_with_its_words(page) -> None:
    figure = page(PHOTO, ContactSheet((PHOTO,))).find(".//figure")
    image = figure.find("img")
    assert image.get("src") == "data:image/jpeg;base64,Ynl0ZXM="
    assert (image.get("alt"), image.get("width"), image.get("height")) == ("Rice is stirred", "4", "3")
    assert figure.find("figcaption").text_content() == "Picture 1A festival"


def test_looks_and_links_are_kept(page) -> None:
    piece = Piece("x", bold=True, italic=True, link="https://a.b/?c=1&d=2")
    assert html.tostring(page(Paragraph(Look.BODY, words(piece))).find(".//main/p")).decode() == (
        '<p class="body"><strong><em><a href="https://a.b/?c=1&amp;d=2">x</a></em></strong></p>'
    )


def test_a_link_that_nobody_should_follow_is_only_text(page) -> None:
    assert list(page(Paragraph(Look.BODY, words(Piece("x", link="javascript:alert(1)")))).iter("a")) == []


def test_a_page_without_a_cover_has_the_title_of_the_document(page) -> None:
    assert page(Heading(1, "", (words("a"),), "b")).findtext(".//h1") == "Title"


HOSTILE = st.one_of(
    st.text(min_size=1),
    st.sampled_from(["<script>alert(1)</script>", '"><img src=x onerror=y>', "&lt;b&gt;", "]]>", "<!--", "</style>"]),
)


@given(HOSTILE)
@settings(deadline=None, max_examples=100)
def test_no_text_becomes_markup(tmp_path_factory, text: str) -> None:
    target = tmp_path_factory.mktemp("web") / "a.html"
    flow = words("a", Piece(text), "z")
    write(Document(text, Language.ENGLISH, flow, flow, (Paragraph(Look.BODY, flow),), author=text), target)
    root = html.fromstring(target.read_bytes().decode())
    shown = root.find(".//main/p")
    assert "".join(shown.text_content().split()) == "".join(f"a{clean(text)}z".split())
    assert {each.tag for each in shown.iter()} <= {"p", "br"}
