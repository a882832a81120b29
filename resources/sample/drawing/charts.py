"""Charts of horizontal bars: two of the city, one of a test, two of invented figures."""

from dataclasses import dataclass

from resources.sample.drawing.paper import BRICK, GOLD, GREY, INDIGO, INK, RULE, TEAL, Pen, Words, font, save, sheet

LEFT, RIGHT, TOP, ROW = 470, 1100, 210, 104


@dataclass(frozen=True)
class Bar:
    """A row of a chart: `low` is above 0 when the bar is a range."""

    thai: str
    english: str
    value: float
    shown: Words
    colour: str = TEAL
    low: float = 0


@dataclass(frozen=True)
class Chart:
    """A chart; a bar of the value `full` has the whole length."""

    name: str
    title: Words
    bars: tuple[Bar, ...]
    full: float
    foot: Words


AREA = Chart(
    "chart-area-of-four-khwaeng.png",
    Words("พื้นที่ของ 4 แขวง เทศบาลนครเชียงใหม่", "Area of the 4 khwaeng of Chiang Mai City Municipality"),
    (
        Bar("แขวงนครพิงค์", "Nakhon Ping", 11.7, Words("11.7 ตร.กม.", "11.7 km²")),
        Bar("แขวงกาวิละ", "Kawila", 11.4, Words("11.4 ตร.กม.", "11.4 km²"), INDIGO),
        Bar("แขวงศรีวิชัย", "Siwichai", 9.2, Words("9.2 ตร.กม.", "9.2 km²"), GOLD),
        Bar("แขวงเม็งราย", "Mengrai", 7.7, Words("7.7 ตร.กม.", "7.7 km²"), BRICK),
    ),
    12,
    Words(
        "พื้นที่เทศบาล 40.216 ตร.กม. ตั้งแต่วันที่ 5 เมษายน 2526 ตัวเลขรายแขวงเป็นค่าปัดเศษ  ที่มา: วิกิพีเดียภาษาไทย",
        "Municipality: 40.216 km² since 5 April 1983; figures by khwaeng are rounded. Source: Thai Wikipedia",
    ),
)
POPULATION = Chart(
    "chart-population-by-scope.png",
    Words("ประชากรเชียงใหม่: ปีและขอบเขตต่างกัน", "The population of Chiang Mai: year and scope matter"),
    (
        Bar("ทะเบียนราษฎร 2560", "On the register, 2017", 131_091, Words("131,091 คน", "131,091 people")),
        Bar("ทะเบียนราษฎร 2562", "On the register, 2019", 127_240, Words("127,240 คน", "127,240 people")),
        Bar("พื้นที่เมืองทั้งหมด 2565", "Urban area, 2022", 1_198_000, Words("1,198,000 คน", "1,198,000 people"), GOLD),
    ),
    1_198_000,
    Words(
        "พื้นที่เมืองกว้างกว่าเขตเทศบาล จึงนำตัวเลขมาเปรียบเทียบกันโดยตรงไม่ได้  ที่มา: วิกิพีเดียภาษาอังกฤษ",
        "The urban area is wider than the municipality; do not compare the two. Source: English Wikipedia",
    ),
)
KNOWLEDGE = Chart(
    "chart-local-knowledge-test.png",
    Words("ความรู้ท้องถิ่นของนักเรียน พ.ศ. 2561", "Pupils’ knowledge of their own city, 2018"),
    (
        Bar("คะแนนเฉลี่ยโดยประมาณ", "Mean, about", 20, Words("10–20 ข้อ", "10–20 correct"), low=10),
        Bar("คะแนนสูงสุด", "Best result", 42, Words("42 ข้อ", "42 correct"), GOLD),
        Bar("จำนวนข้อทั้งหมด", "Questions", 100, Words("100 ข้อ", "100 questions"), RULE),
    ),
    100,
    Words(
        "นักเรียน 800 คน ไม่ทราบวิธีเลือกกลุ่มตัวอย่าง  ที่มา: เชียงใหม่ซิตี้ไลฟ์ พ.ศ. 2561",
        "800 pupils; how they were chosen is not known. Source: Chiang Mai Citylife, 2018",
    ),
)
INVENTED = Words("ตัวเลขสมมุติสำหรับเอกสารตัวอย่าง", "Invented figures for the sample dossier")
BUDGET = Chart(
    "chart-learning-budget-example.png",
    Words("งบประมาณด้านการเรียนรู้ของเทศบาล (ตัวอย่าง)", "Municipal budget for learning (example)"),
    (
        Bar("พ.ศ. 2563", "2020", 12.4, Words("12.4 ล้านบาท", "12.4 million baht"), RULE),
        Bar("พ.ศ. 2564", "2021", 15.1, Words("15.1 ล้านบาท", "15.1 million baht"), GOLD),
        Bar("พ.ศ. 2565", "2022", 18.6, Words("18.6 ล้านบาท", "18.6 million baht")),
    ),
    20,
    INVENTED,
)
PARTICIPANTS = Chart(
    "chart-ccbd-participants-example.png",
    Words("ผู้เข้าร่วมงานประเพณีคนข้าวยาคู้ พ.ศ. 2565 (ตัวอย่าง)", "Participants in Khon Khao Ya Khu, 2022 (example)"),
    (
        Bar("คนในชุมชนและเมือง", "Residents", 610, Words("610 คน", "610 people")),
        Bar("นักเรียนและนักศึกษา", "Pupils and students", 380, Words("380 คน", "380 people"), GOLD),
        Bar("ผู้มาเยือน", "Visitors", 250, Words("250 คน", "250 people"), BRICK),
    ),
    700,
    INVENTED,
)


def draw() -> None:
    """Draw all charts."""
    for chart in (AREA, POPULATION, KNOWLEDGE, BUDGET, PARTICIPANTS):
        height = ROW * len(chart.bars)
        picture, pen = sheet(chart.title, TOP + height + 150, chart.foot)
        for number, bar in enumerate(chart.bars):
            _bar(pen, TOP + ROW * number, bar, chart.full)
        pen.line((LEFT, TOP - 8, LEFT, TOP + height - 12), fill=GREY, width=2)
        save(picture, chart.name)


def _bar(pen: Pen, top: int, bar: Bar, full: float) -> None:
    start, end = (LEFT + (RIGHT - LEFT) * value / full for value in (bar.low, bar.value))
    pen.text((LEFT - 24, top + 2), bar.thai, font=font(30), fill=INK, anchor="ra")
    pen.text((LEFT - 24, top + 44), bar.english, font=font(23), fill=GREY, anchor="ra")
    pen.rounded_rectangle((start, top + 10, end, top + 76), radius=6, fill=bar.colour)
    pen.text((end + 18, top + 2), bar.shown.thai, font=font(32, "Bold"), fill=INK)
    pen.text((end + 18, top + 46), bar.shown.english, font=font(23), fill=GREY)
