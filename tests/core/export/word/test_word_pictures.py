from collections.abc import Callable
from io import BytesIO

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from PIL import Image
from word_files import Opened, W, flow, style_of, text

from cmdesk.export.blocks import ContactSheet, Look, PageBreak, Paragraph, Picture

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
EMUS_OF_MILLIMETRE = 36_000


def picture(width: int = 600, height: int = 400, kind: str = "JPEG", **more: object) -> Picture:
    written = BytesIO()
    Image.new("RGB", (width, height), "teal").save(written, kind)
    return Picture(written.getvalue(), f"image/{kind.lower()}", width, height, flow('Rice & "steam" <1>'), **more)


def sizes(opened: Opened) -> list[tuple[float, float]]:
    """Widths and heights of all pictures, in millimetres."""
    extents = opened.document.iter(f"{WP}extent")
    return [tuple(int(each.get(side)) / EMUS_OF_MILLIMETRE for side in ("cx", "cy")) for each in extents]


def test_a_picture_says_what_it_shows(made: Callable[..., Opened]) -> None:
    [named] = made(picture()).document.iter(f"{WP}docPr")
    assert named.get("descr") == 'Rice & "steam" <1>'


def test_a_picture_is_kept_with_its_caption(made: Callable[..., Opened]) -> None:
    opened = made(picture(label="Picture 1", caption=(flow("A festival"), flow("Credit: City"))))
    shown, below = opened.all("p")[:2]
    assert (style_of(shown), style_of(below)) == ("Picture", "Caption")
    assert opened.style("Picture").find(f"{W}pPr/{W}keepNext") is not None
    assert text(below) == "Picture 1  A festival\nCredit: City"


def test_a_picture_without_words_has_no_caption(made: Callable[..., Opened]) -> None:
    assert made(picture()).styled("Caption") == []


@pytest.mark.parametrize(
    ("width", "height", "wanted"),
    [(600, 400, (101.6, 67.7)), (6000, 3000, (160, 80)), (3000, 6000, (75, 150)), (20000, 20, (160, 0.16))],
)
def test_a_picture_fits_the_page_and_is_not_blown_up(
    made, width: int, height: int, wanted: tuple[float, float]
) -> None:
    [size] = sizes(made(picture(width, height)))
    assert size == pytest.approx(wanted, abs=0.1)


def test_a_picture_takes_no_more_of_the_measure_than_it_may(made: Callable[..., Opened]) -> None:
    [(width, _height)] = sizes(made(picture(6000, 3000, share=0.5)))
    assert width == pytest.approx(80, abs=0.1)


def test_the_same_picture_is_packed_once(made: Callable[..., Opened]) -> None:
    opened = made(picture(), picture(), picture(kind="PNG"))
    media = [name for name in opened.parts if name.startswith("word/media/")]
    used = [each.get(f"{R}embed") for each in opened.document.iter(f"{A}blip")]
    assert sorted(media) == ["word/media/image1.jpeg", "word/media/image2.png"]
    assert used[0] == used[1] != used[2]


def test_pictures_have_numbers_of_their_own(made: Callable[..., Opened]) -> None:
    opened = made(picture(), ContactSheet((picture(), picture())))
    assert [each.get("id") for each in opened.document.iter(f"{WP}docPr")] == ["1", "2", "3"]


def test_a_contact_sheet_has_its_pictures_in_rows(made: Callable[..., Opened]) -> None:
    small = picture(caption=(flow("name.jpg"),))
    [table] = made(ContactSheet((small,) * 4, columns=3)).all("tbl")
    rows = table.findall(f"{W}tr")
    assert [len(row.findall(f"{W}tc")) for row in rows] == [3, 3]
    assert [len(list(row.iter(f"{WP}inline"))) for row in rows] == [3, 1]


def test_an_empty_contact_sheet_leaves_the_next_page_alone(made: Callable[..., Opened]) -> None:
    opened = made(ContactSheet(()), Paragraph(Look.BODY, flow("a")), PageBreak(), Paragraph(Look.BODY, flow("b")))
    breaks = [text(each) for each in opened.all("p") if each.find(f"{W}pPr/{W}pageBreakBefore") is not None]
    assert breaks == ["b"]


def test_a_picture_can_be_led_to(made: Callable[..., Opened]) -> None:
    assert "picture_1" in made(picture(anchor="picture-1")).values("bookmarkStart", "name")


def test_a_validator_finds_no_fault_in_pictures(made: Callable[..., Opened]) -> None:
    small = picture(caption=(flow("name.jpg"),))
    opened = made(PageBreak(), picture(label="1", anchor="p"), ContactSheet((small,) * 4), picture(kind="PNG"))
    found = OpenXmlValidator(file_format=FileFormat.OFFICE_2019, max_errors=20).validate(opened.path)
    assert [str(error) for error in found.errors] == []
