"""Elements of WordprocessingML (ECMA-376, part 1, chapter 17)."""

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML = "http://www.w3.org/XML/1998/namespace"
SPACES = {"w": W, "r": R}

RELATION = f"{{{R}}}id"
_SPACE = f"{{{XML}}}space"

TWIPS_OF_POINT = 20
POINTS_OF_MILLIMETRE = 72 / 25.4


def el(name: str, /, *children: etree._Element | None, **attributes: str | int | None) -> etree._Element:
    """Element of the `w` name space; children and attributes that are None are left out."""
    made = etree.Element(f"{{{W}}}{name}", nsmap=SPACES)
    for key, value in attributes.items():
        if value is not None:
            made.set(f"{{{W}}}{key}", str(value))
    made.extend([child for child in children if child is not None])
    return made


def switch(name: str, on: bool | None) -> etree._Element | None:  # noqa: FBT001 - the value of the element itself
    """A toggle such as `w:b`, None when it is not said."""
    return None if on is None else el(name, val=None if on else "0")


def words(name: str, text: str) -> etree._Element:
    """An element that holds text, blanks at its ends included."""
    made = el(name)
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def twips(points: float) -> int:
    """Twentieths of a point, Word's unit of length."""
    return round(points * TWIPS_OF_POINT)


def from_millimetres(length: float) -> int:
    """Twips of a length in millimetres."""
    return twips(length * POINTS_OF_MILLIMETRE)


def serialized(root: etree._Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
