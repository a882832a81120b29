from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from cmdesk.export.composing.languages import Languages
from cmdesk.export.exporting import Format, export
from cmdesk.export.preview import Preview, Previewer
from cmdesk.model.answer import Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.model.text import Span, Text
from cmdesk.sample import sample


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return sample()


@pytest.fixture(scope="module")
def preview(dossier) -> Preview:
    return Previewer().show(dossier, Languages.BOTH)


def changed(dossier: Dossier, words: str) -> Dossier:
    """The dossier with other English words in its longest answer's first paragraph."""
    name, answer = next((name, one) for name, one in dossier.answers.items() if isinstance(one, Prose))
    first, *others = answer.paragraphs
    made = replace(answer, paragraphs=(replace(first, english=Text((Span(words),))), *others))
    return replace(dossier, answers=dossier.answers.with_(name, made))


def test_a_preview_is_the_very_file_of_an_export(dossier, preview, tmp_path):
    export(dossier, Format.PDF, Languages.BOTH, tmp_path / "x.pdf")
    assert preview.content == (tmp_path / "x.pdf").read_bytes()


def test_a_preview_after_an_edit_is_the_one_that_would_be_made_anew(dossier):
    previewer = Previewer()
    previewer.show(dossier, Languages.BOTH)
    edited = changed(dossier, "Quite other words, set once.")
    assert previewer.show(edited, Languages.BOTH) == Previewer().show(edited, Languages.BOTH)


def test_after_an_edit_only_the_edited_paragraph_is_set(dossier, monkeypatch):
    previewer = Previewer()
    previewer.show(dossier, Languages.BOTH)
    from cmdesk.export.pdf import lines  # noqa: PLC0415 - patched after its first use

    set_again: list[str] = []
    real = lines.parts
    monkeypatch.setattr(lines, "parts", lambda flow, *others: set_again.append(flow.plain) or real(flow, *others))
    previewer.show(changed(dossier, "Quite other words, set once."), Languages.BOTH)
    assert [words for words in set_again if "other words" in words] == ["Quite other words, set once."]
    assert len(set_again) < 6


def test_every_paragraph_leads_to_its_place_and_back(preview):
    assert len(preview.spots) > 20
    for spot in preview.spots:
        assert preview.at(spot.page, spot.left + 1, spot.top + 1) == spot
        assert spot in preview.of(spot.paragraph)


def test_where_a_paragraph_is_said_to_stand_its_words_are(dossier, preview):
    name, answer = next((name, one) for name, one in dossier.answers.items() if isinstance(one, Prose))
    paragraph = answer.paragraphs[0]
    spot = next(one for one in preview.of(paragraph.id) if one.language is Language.ENGLISH)
    with pypdfium2.PdfDocument(preview.content) as pdf:
        foot = preview.height - spot.top - spot.height
        box = (spot.left - 2, foot, spot.left + spot.width + 2, preview.height - spot.top)
        words = pdf[spot.page - 1].get_textpage().get_text_bounded(*box)
    assert "".join(words.split())[:12] == "".join(paragraph.english.runs[0].text.split())[:12], name


def test_beside_all_paragraphs_there_is_nothing(preview):
    assert preview.at(1, 1, 1) is None


def test_a_page_is_drawn_as_wide_as_asked(preview):
    with Image.open(BytesIO(preview.picture(2, 300))) as image:
        assert (image.format, image.width) == ("PNG", 300)
        assert image.height / image.width == pytest.approx(2**0.5, abs=0.01)


def test_no_picture_is_wider_than_the_memory_bears(preview):
    with Image.open(BytesIO(preview.picture(1, 10**9))) as image:
        assert image.width == 4000


@pytest.mark.parametrize("page", [0, -1, 10_000])
def test_there_is_no_picture_of_a_page_that_there_is_not(preview, page):
    with pytest.raises(IndexError):
        preview.picture(page, 100)
