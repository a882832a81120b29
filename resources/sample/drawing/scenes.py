"""Pictures in place of photographs, each with a strip that says so."""

from collections.abc import Sequence

from PIL import Image, ImageDraw

from resources.sample.drawing.paper import BRICK, GOLD, INDIGO, INK, PAPER, TEAL, Pen, Words, font, save

SCENE = (1350, 900)


def sky(top: str, bottom: str) -> tuple[Image.Image, Pen]:
    """An empty scene under a sky of broad bands, as on a woodcut."""
    picture = Image.new("RGB", SCENE, bottom)
    pen = ImageDraw.Draw(picture)
    start, end = Image.new("RGB", (1, 1), top), Image.new("RGB", (1, 1), bottom)
    for band in range(14):
        shade = Image.blend(start, end, band / 13).getpixel((0, 0))
        pen.rectangle((0, band * 46, SCENE[0], band * 46 + 46), fill=shade)
    return picture, pen


def labelled(picture: Image.Image, name: str, words: Words) -> None:
    """Save a scene with the strip that says it is a drawing."""
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 832, SCENE[0], 900), fill=INK)
    pen.text((40, 847), words.thai, font=font(27), fill=PAPER)
    pen.text((SCENE[0] - 40, 850), words.english, font=font(24), fill="#c9c3b3", anchor="ra")
    save(picture, name)


def mountain(pen: Pen, base: int, colour: str, peaks: Sequence[tuple[int, int]]) -> None:
    """A range of mountains through the peaks, standing on a line."""
    pen.polygon([(0, base), *peaks, (SCENE[0], base)], fill=colour)


def chedi(pen: Pen, x: int, foot: int, size: float, colour: str) -> None:
    """A Lanna chedi: steps, bell and spire."""
    for step in range(3):
        half, low = (110 - 22 * step) * size, foot - 34 * step * size
        pen.rectangle((x - half, low - 34 * size, x + half, low), fill=colour, outline=INK, width=2)
    top = foot - 102 * size
    pen.pieslice((x - 62 * size, top - 92 * size, x + 62 * size, top + 92 * size), 180, 360, fill=colour, outline=INK)
    tip = top - 92 * size
    pen.polygon(
        [(x - 20 * size, tip + 10 * size), (x + 20 * size, tip + 10 * size), (x, tip - 150 * size)], fill=colour
    )
    pen.line((x, tip - 150 * size, x, tip - 172 * size), fill=GOLD, width=3)


def hall(pen: Pen, x: int, foot: int, size: float) -> None:
    """A temple hall with three tiers of roof."""
    pen.rectangle((x - 190 * size, foot - 150 * size, x + 190 * size, foot), fill="#f3e7cf", outline=INK, width=2)
    for column in range(-2, 3):
        middle = x + column * 84 * size
        pen.rectangle((middle - 9 * size, foot - 150 * size, middle + 9 * size, foot), fill=BRICK)
    pen.rectangle((x - 34 * size, foot - 110 * size, x + 34 * size, foot), fill=INDIGO)
    for tier, (half, low, high) in enumerate(((262, 140, 260), (190, 220, 345), (112, 305, 430))):
        eaves, ridge = foot - low * size, foot - high * size
        pen.polygon(
            [(x - half * size, eaves), (x + half * size, eaves), (x, ridge)],
            fill=("#7d3525", BRICK, "#bd5b3d")[tier],
            outline=GOLD,
            width=4,
        )


def person(pen: Pen, x: int, foot: int, colour: str, lean: int) -> None:
    """Somebody who stirs: head, body, and arms toward the pan."""
    pen.polygon([(x - 34, foot), (x + 34, foot), (x + 24 + lean, foot - 104), (x - 24 + lean, foot - 104)], fill=colour)
    pen.ellipse((x - 24 + lean, foot - 154, x + 24 + lean, foot - 106), fill="#c99a6b", outline=INK)
    pen.pieslice((x - 26 + lean, foot - 160, x + 26 + lean, foot - 108), 180, 360, fill=INK)
    pen.line((x + lean, foot - 82, x + lean * 3, foot - 48), fill="#c99a6b", width=13)


def lantern(pen: Pen, x: int, y: int, size: float, colour: str) -> None:
    """A hanging lantern of eight sides with its tails."""
    pen.line((x, 0, x, y), fill="#4d557f", width=2)
    half, side = 46 * size, 20 * size
    points = ((-side, -half), (side, -half), (half, -side), (half, side), (side, half), (-side, half), (-half, side))
    pen.polygon([(x + dx, y + half + dy) for dx, dy in (*points, (-half, -side))], fill=colour, outline=PAPER, width=3)
    pen.ellipse((x - side, y + half - side, x + side, y + half + side), fill="#fff1c2")
    for tail in (-1, 0, 1):
        left = x + tail * 16 * size
        pen.line((left, y + 2 * half, left + tail * 6, y + 2 * half + 54 * size), fill=colour, width=4)


def ping_river() -> None:
    """Draw the river at evening."""
    picture, pen = sky("#f7c978", "#fbe9c6")
    pen.ellipse((905, 150, 1055, 300), fill="#f08a4b")
    mountain(pen, 560, "#8aa0a8", [(0, 420), (210, 300), (420, 390), (640, 250), (900, 400), (1150, 330), (1350, 430)])
    mountain(pen, 560, "#4f7a74", [(0, 500), (260, 440), (560, 500), (860, 430), (1130, 490), (1350, 450)])
    pen.rectangle((0, 548, SCENE[0], 900), fill="#3d7f8c")
    pen.polygon([(0, 548), (560, 548), (380, 620), (0, 680)], fill="#5f8f4e")
    chedi(pen, 230, 575, 1.1, "#efe2bd")
    for number, (x, y, wide) in enumerate(((700, 610, 230), (980, 660, 300), (520, 720, 260), (860, 770, 340))):
        pen.rounded_rectangle((x, y, x + wide, y + 7), radius=4, fill=("#f4c481", "#76b0b5")[number % 2])
    pen.polygon([(760, 690), (1080, 690), (1030, 738), (810, 738)], fill="#6b3f2a", outline=INK)
    pen.pieslice((830, 610, 1010, 770), 180, 360, fill=GOLD, outline=INK)
    words = Words("ภาพวาดตัวอย่าง: แม่น้ำปิงยามเย็น", "Example illustration: the Ping River in the evening")
    labelled(picture, "illustration-ping-river.png", words)


def temple_court() -> None:
    """Draw the stirring of the rice before the temple hall."""
    picture, pen = sky("#bfe0e2", "#f5f0dc")
    mountain(pen, 560, "#a9c3b4", [(0, 470), (300, 390), (620, 450), (980, 370), (1350, 460)])
    pen.rectangle((0, 556, SCENE[0], 900), fill="#d9b77c")
    chedi(pen, 1080, 590, 1.25, "#efe2bd")
    hall(pen, 480, 600, 1.1)
    for x, colour, lean in ((430, TEAL, 20), (560, GOLD, 12), (850, INDIGO, -12), (980, BRICK, -20)):
        person(pen, x, 770, colour, lean)
    pen.ellipse((540, 700, 870, 800), fill="#3a3a3a", outline=INK, width=4)
    pen.ellipse((565, 705, 845, 770), fill="#f6ead0")
    for flame in range(6):
        left = 590 + flame * 42
        pen.polygon([(left, 828), (left + 34, 828), (left + 17, 790)], fill="#e0672d")
    words = Words("ภาพวาดตัวอย่าง: คนข้าวยาคู้ในลานวัด", "Example illustration: stirring the rice in the temple court")
    labelled(picture, "illustration-khon-khao-ya-khu.png", words)


def lanterns() -> None:
    """Draw lanterns over the moat at night."""
    picture, pen = sky("#141a3c", "#3b4378")
    pen.ellipse((1060, 90, 1180, 210), fill="#f6ecc9")
    mountain(pen, 600, "#222a55", [(0, 500), (330, 400), (650, 480), (1000, 410), (1350, 490)])
    pen.rectangle((0, 590, SCENE[0], 900), fill="#1b2450")
    pen.rectangle((0, 560, SCENE[0], 612), fill="#6f3a2a")
    for x in range(0, SCENE[0], 90):
        pen.rectangle((x, 536, x + 52, 562), fill="#6f3a2a")
    places = ((150, 150, 1.5), (360, 300, 1.0), (560, 120, 1.7), (790, 290, 1.2), (960, 170, 1.0), (1230, 260, 1.5))
    for number, (x, y, size) in enumerate(places):
        colour = ("#e9a23b", "#d65f3a", "#f0c75e")[number % 3]
        lantern(pen, x, y, size, colour)
        for ripple in range(4):
            wide = (70 - 13 * ripple) * size
            pen.rounded_rectangle((x - wide, 660 + ripple * 36, x + wide, 668 + ripple * 36), radius=4, fill=colour)
    words = Words("ภาพวาดตัวอย่าง: โคมยี่เป็งเหนือคูเมือง", "Example illustration: Yi Peng lanterns over the moat")
    labelled(picture, "illustration-yi-peng-lanterns.png", words)


def draw() -> None:
    """Draw all scenes."""
    ping_river()
    temple_court()
    lanterns()
