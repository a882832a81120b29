"""Generated paragraphs of everything that may be written, letter by letter as each reader tells them."""

import random
import re
from dataclasses import replace
from itertools import permutations

import pytest

from cmdesk.export.blocks import Flow, Look, Paragraph, Piece
from cmdesk.model.language import Language

CONSONANTS = [chr(code) for code in range(0xE01, 0xE2F)]
ABOVE, BELOW, TONES, SIGNS = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e47", "\u0e38\u0e39\u0e3a", "่้๊๋", "\u0e4c\u0e4e"
LEADING, FOLLOWING = "เแโใไ", "ะาำๅ"
LATIN = "learning city office efficient “quoted” naïve café Ångström e\u0301 km² fi ffl 3.5% A–B".split()  # noqa: SIM905 - words read better so
OTHERS = [
    "😀",
    "👩\u200d👧",
    "🇹🇭",
    "汉字",
    "Ж",
    "日本",
    "한국",
    "ñ",
    "€",
    "฿100",
    "™",
    "(ก)",
    "[12]",
    "https://example.org/a-b",
]
ORDERS = [
    *(base + "".join(marks) for base in "กปฝญฐนรอ" for n in (1, 2, 3) for marks in permutations("\u0e35\u0e38้", n)),
    *(base + tone + am for base in "กปฝฟนฬ" for tone in ["", *TONES] for am in ("ำ", "\u0e4dา")),
    *(f"{base}ำ{tone}" for base in "กปฝฟนฬ" for tone in TONES),
]
BROUGHT_BY_LINE_ENDS = re.compile("[\\s\u00ad\ufffe\u0002]+")


def cluster(chance: random.Random) -> str:
    marks = [chance.choice(kind) for kind in (ABOVE, BELOW, TONES, SIGNS)]
    over = "".join(chance.sample(marks, chance.randrange(3)))
    return chance.choice(["", *LEADING]) + chance.choice(CONSONANTS) + over + chance.choice(["", "", *FOLLOWING])


def piece(chance: random.Random) -> str:
    kinds = (
        lambda: "".join(cluster(chance) for _ in range(chance.randrange(1, 10))),
        lambda: "".join(cluster(chance) for _ in range(chance.choice([3, 5, 150]))),
        lambda: chance.choice(LATIN),
        lambda: chance.choice(OTHERS),
        lambda: str(chance.randrange(10 ** chance.randrange(1, 10))),
        lambda: "".join(chance.choices("๐๑๒๓๔๕๖๗๘๙", k=4)),
        lambda: "x" * chance.choice([3, 7, 200]),
        lambda: "ต่าง ๆ ฯลฯ",
    )
    return chance.choice(kinds)()


def paragraphs(seed: int, count: int) -> list[str]:
    chance = random.Random(seed)
    made: list[str] = []
    for number in range(count):
        words = [piece(chance) for _ in range(chance.randrange(3, 30))] + chance.sample(ORDERS, 3)
        chance.shuffle(words)
        made.append(" ".join([f"§{number}", *words, f"¶{number}"]))
    return made


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.campaign) for seed in range(1, 26))])
def test_generated_paragraphs_are_exact(document, written, extracted, seed):
    chance = random.Random(seed)
    looks = (Look.BODY, Look.QUOTATION, Look.ENTRY)
    texts = paragraphs(seed, 40)
    blocks = [Paragraph(chance.choice(looks), Flow(chance.choice([*Language]), (Piece(text),))) for text in texts]
    nothing = Flow(Language.ENGLISH)  # digits of a page's number would mix with those of a paragraph over its end
    made = replace(document(*blocks), running_head=nothing, footer=nothing)
    found = BROUGHT_BY_LINE_ENDS.sub("", extracted(written(made)))
    assert [text for text in texts if BROUGHT_BY_LINE_ENDS.sub("", text) not in found] == []
