from io import BytesIO

import pypdf
import pypdfium2
import pytest
from PIL import Image

from cmdesk.export.blocks import ContactSheet, Look, Paragraph, Picture
from cmdesk.export.pdf.typesetter import paged, typeset
from cmdesk.progress import SILENT


def picture_bytes(kind: str, mode: str = "RGB", size: tuple[int, int] = (60, 40)) -> bytes:
    image = Image.linear_gradient("L").resize(size).convert(mode)
    written = BytesIO()
    image.save(written, kind)
    return written.getvalue()


JPEG = picture_bytes("JPEG")


@pytest.fixture
def picture(english):
    def made(content: bytes = JPEG, size=(1200, 800), **others) -> Picture:
        media = "image/png" if content.startswith(b"\x89PNG") else "image/jpeg"
        return Picture(content, media, *size, english("A slope of grey"), **others)

    return made


def images(path) -> list[pypdf.generic.StreamObject]:
    return [
        thing.get_object()
        for page in pypdf.PdfReader(path).pages
        for thing in page["/Resources"].get("/XObject", {}).values()
    ]


def test_a_jpeg_is_in_the_file_byte_by_byte(document, written, picture):
    content = picture_bytes("JPEG")
    path = written(document(picture(content)))
    assert content in path.read_bytes()
    assert [image["/Filter"] for image in images(path)] == ["/DCTDecode"]


@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA", "LA", "1"])
def test_the_pixels_of_a_png_are_those_of_the_picture(document, written, picture, mode):
    content = picture_bytes("PNG", mode)
    (image,) = images(written(document(picture(content))))
    with Image.open(BytesIO(content)) as original:
        grey = mode in {"L", "LA", "1"}
        assert image.get_data() == original.convert("L" if grey else "RGB").tobytes()
    assert ("/SMask" in image) == (mode in {"RGBA", "LA"})


def test_bytes_that_are_no_picture_leave_a_white_place(document, written, picture):
    (image,) = images(written(document(picture(b"no picture at all"))))
    assert (image["/Width"], image.get_data()) == (1, b"\xff")


def test_a_picture_shown_twice_is_in_the_file_once(document, written, picture):
    path = written(document(picture(), picture(), ContactSheet((picture(),))))
    assert path.read_bytes().count(b"/DCTDecode") == 1


def test_the_same_pictures_give_the_same_bytes(document, picture):
    made = document(picture(), picture(picture_bytes("PNG", "RGBA")))
    assert typeset(made, SILENT).content == typeset(made, SILENT).content


def test_a_picture_says_what_it_shows_to_those_who_cannot_see_it(document, written, picture):
    tree = pypdf.PdfReader(written(document(picture()))).root_object["/StructTreeRoot"]["/K"].get_object()
    figure = tree["/K"][0].get_object()["/K"][0].get_object()
    assert (figure["/S"], figure["/Alt"], figure["/Lang"]) == ("/Figure", "A slope of grey", "en")
    assert float(figure["/A"]["/BBox"][0]) == pytest.approx(85, abs=0.5)


def test_the_caption_follows_its_picture_and_is_never_parted_from_it(document, fonts, picture, english):
    caption = (english("What it shows"),)
    for count in range(6, 16):
        fillers = [Paragraph(Look.BODY, english("One line."))] * count
        for leaf in paged(document(*fillers, picture(caption=caption, label="Picture 1")), fonts, SILENT):
            assert all(one.drop + one.box.height < 720 for one in leaf.placed)
    assert leaf.placed[-1].box.caption[0].lines[0].text == "Picture 1  What it shows".replace("  ", " ")


@pytest.mark.parametrize(
    ("size", "share", "width"), [((9000, 10), 1.0, 453.5), ((9000, 10), 0.5, 226.8), ((75, 75), 1.0, 36)]
)
def test_a_picture_is_no_wider_than_its_share_and_never_enlarged(document, fonts, picture, size, share, width):
    (leaf,) = paged(document(picture(size=size, share=share)), fonts, SILENT)
    assert leaf.placed[0].box.width == pytest.approx(width, abs=0.1)


def test_a_tall_picture_leaves_room_on_its_page(document, fonts, picture):
    (leaf,) = paged(document(picture(size=(10, 9000))), fonts, SILENT)
    assert leaf.placed[0].box.height < 720 * 0.61


def test_contact_sheets_stand_in_rows_that_are_never_parted(document, fonts, picture):
    pages = paged(document(ContactSheet((picture(size=(600, 600)),) * 25, columns=3)), fonts, SILENT)
    rows = [one.box for leaf in pages for one in leaf.placed]
    assert [len(row.cells) for row in rows] == [3] * 8 + [1]
    assert len(pages) == 2


def test_pictures_are_seen(document, written, picture):
    content = BytesIO()
    Image.new("RGB", (300, 300), (200, 30, 30)).save(content, "PNG")
    with pypdfium2.PdfDocument(written(document(picture(content.getvalue(), size=(300, 300))))) as pdf:
        page = pdf[0].render(scale=1).to_pil()
    assert page.getpixel((100, 100))[:3] == (200, 30, 30)
