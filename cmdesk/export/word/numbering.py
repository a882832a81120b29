"""Real Word lists for bullets and numbers (17.9): they renumber themselves when someone adds a paragraph."""

import re
from dataclasses import dataclass

from lxml import etree

from cmdesk.export.blocks import Look, Paragraph
from cmdesk.export.word.looks import HANGING, OTHER_HANGING
from cmdesk.export.word.markup import el, from_millimetres
from cmdesk.model.language import Language
from cmdesk.thai.numerals import to_arabic_digits

_COUNTED = re.compile(r"(?P<before>\D*)(?P<number>\d+)(?P<after>\D*)")


@dataclass(frozen=True, slots=True)
class Kind:
    """How a list counts. Thai and English columns count apart, though their paragraphs alternate."""

    look: Look
    language: Language
    words: str
    """What stands before each paragraph; %1 is its number."""
    format: str
    """bullet, decimal or thaiNumbers."""


class Lists:
    """The lists of a document, in the order in which they begin."""

    def __init__(self, spacing: float = 1.0) -> None:
        self._spacing = spacing
        self._kinds: list[Kind] = []
        self._begun: list[tuple[Kind, int]] = []
        self._latest: dict[Kind, tuple[int, int]] = {}

    def number_of(self, paragraph: Paragraph) -> int:
        """Word's number of the list that a paragraph with a label goes on with or begins."""
        kind, place = _read(paragraph)
        latest = self._latest.get(kind)
        goes_on = latest is not None and (kind.format == "bullet" or place == latest[1] + 1)
        number = latest[0] if goes_on and latest is not None else self._begin(kind, place)
        self._latest[kind] = (number, place)
        return number

    def _begin(self, kind: Kind, place: int) -> int:
        if kind not in self._kinds:
            self._kinds.append(kind)
        self._begun.append((kind, place))
        return len(self._begun)

    def part(self) -> etree._Element:
        """The root of the numbering part."""
        kinds = [_definition(number, kind, self._spacing) for number, kind in enumerate(self._kinds)]
        begun = [
            _instance(number, self._kinds.index(kind), start)
            for number, (kind, start) in enumerate(self._begun, start=1)
        ]
        return el("numbering", *kinds, *begun)


def _read(paragraph: Paragraph) -> tuple[Kind, int]:
    look, language, label = paragraph.look, paragraph.flow.language, paragraph.label
    match = _COUNTED.fullmatch(label)
    if match is None:
        return Kind(look, language, label, "bullet"), 0
    arabic = to_arabic_digits(match["number"])
    counting = "decimal" if arabic == match["number"] else "thaiNumbers"
    return Kind(look, language, f"{match['before']}%1{match['after']}", counting), int(arabic)


def _definition(number: int, kind: Kind, spacing: float) -> etree._Element:
    hanging = from_millimetres(HANGING.get(kind.look, OTHER_HANGING) * spacing)
    level = el(
        "lvl",
        el("start", val=1),
        el("numFmt", val=kind.format),
        el("lvlText", val=kind.words),
        el("lvlJc", val="left"),
        el("pPr", el("ind", left=hanging, hanging=hanging)),
        ilvl=0,
    )
    return el("abstractNum", el("multiLevelType", val="singleLevel"), level, abstractNumId=number)


def _instance(number: int, kind: int, start: int) -> etree._Element:
    restart = el("lvlOverride", el("startOverride", val=start), ilvl=0) if start else None
    return el("num", el("abstractNumId", val=kind), restart, numId=number)
