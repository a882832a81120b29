"""The way of the dossier, from joining the network to the international committee."""

from resources.sample.drawing.paper import GREY, INK, PAPER, RULE, TEAL, WIDTH, Pen, Words, font, save, sheet

LEFT, STEP, LEVEL = 170, 212, 345
STATIONS = (
    (Words("23 กันยายน 2563", "23 September 2020"), Words("เข้าร่วม\nเครือข่าย", "joins the network")),
    (Words("พ.ศ. 2564", "2021"), Words("เริ่ม\nโครงการ", "project begins")),
    (Words("7–8 พฤศจิกายน 2565", "7–8 November 2022"), Words("ประเพณี\nคนข้าวยาคู้", "Khon Khao Ya Khu")),
    (Words("5 เมษายน 2566", "5 April 2023"), Words("เสนอ\nร่างแรก", "first draft")),
    (Words("มีนาคม 2567", "March 2024"), Words("คณะกรรมการ\nแห่งชาติฯ", "National Commission")),
    (Words("มิถุนายน 2567", "June 2024"), Words("คณะกรรมการ\nระหว่างประเทศ", "international committee")),
)
REACHED = 4
"""Stations up to the first draft; the others were still to come on its day."""


def draw() -> None:
    """Draw the time line."""
    title = Words("เส้นทางสู่รางวัลเมืองแห่งการเรียนรู้", "The way to the Learning City Award")
    foot = Words(
        "วงกลมโปร่งคือกำหนดการที่ยังมาไม่ถึงในวันเสนอร่างแรก  ที่มา: เชียงใหม่นิวส์และโครงการ Chiang Mai Learning City",
        "Hollow circles were still to come on the day of the first draft. Source: Chiang Mai News and the project",
    )
    picture, pen = sheet(title, 660, foot)
    pen.line((LEFT, LEVEL, WIDTH - LEFT, LEVEL), fill=RULE, width=8)
    for number, (day, what) in enumerate(STATIONS):
        _station(pen, LEFT + number * STEP, day, what, PAPER if number >= REACHED else TEAL)
    save(picture, "time-line-of-the-dossier.png")


def _station(pen: Pen, x: int, day: Words, what: Words, colour: str) -> None:
    pen.ellipse((x - 20, LEVEL - 20, x + 20, LEVEL + 20), fill=colour, outline=TEAL, width=6)
    pen.text((x, LEVEL - 96), day.thai, font=font(22, "Bold"), fill=INK, anchor="ma")
    pen.text((x, LEVEL - 62), day.english, font=font(19), fill=GREY, anchor="ma")
    pen.multiline_text((x, LEVEL + 36), what.thai, font=font(24, "Bold"), fill=INK, anchor="ma", align="center")
    pen.text((x, LEVEL + 116), what.english, font=font(19), fill=GREY, anchor="ma")
