"""Sentences that claim something that could be asked to be shown, and cite nothing."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from cmdesk.checks.asked import paragraphs
from cmdesk.model.answer import Paragraph
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.model.text import Text
from cmdesk.thai.cleaning import OBJECT
from cmdesk.thai.numerals import to_arabic_digits


class Sign(Enum):
    """What makes a sentence a claim."""

    NUMBER = "number"
    DATE = "date"
    SUPERLATIVE = "superlative"


@dataclass(frozen=True, slots=True)
class Claim:
    """A sentence without citation, where it stands in the text of its paragraph, and what makes it a claim."""

    question: QuestionId
    paragraph: ParagraphId
    language: Language
    start: int
    stop: int
    words: str
    signs: tuple[Sign, ...]


_ABBREVIATED = r"(?<!\b[A-Z])(?<!\b(?:Dr|Mr|St|No))(?<!\bMrs)(?<!\be\.g)(?<!\bi\.e)(?<!\bcf)"
_ENGLISH_END = re.compile(rf"{_ABBREVIATED}[.!?]+[”\"’)]*{OBJECT}*(?:\s+|$)|\n")
_THAI_END = re.compile(r"\n")
_DATE = re.compile(
    r"\b(?:1[89]|20|24|25|26)\d\d\b|(?:พ|ค)\.\s?ศ\.|มกราคม|กุมภาพันธ์|มีนาคม|เมษายน|พฤษภาคม|มิถุนายน|กรกฎาคม|สิงหาคม|กันยายน"
    r"|ตุลาคม|พฤศจิกายน|ธันวาคม|\b(?:January|February|March|April|June|July|August|September|October|November|December)\b"
)
_NUMBER = re.compile(r"(?<![\w.])\d[\d,.]*(?!\w)|\d+\s?(?:%|คน|ครั้ง|แห่ง|บาท|ปี|ล้าน)|ร้อยละ")
_LIST_NUMBER = re.compile(r"^\s*\(?\d{1,2}[.)]\s")
_SUPERLATIVE = re.compile(
    r"ที่สุด|แห่งแรก|ครั้งแรก|แห่งเดียว|หนึ่งเดียว|อันดับ\s?(?:1|หนึ่ง)|เป็นเลิศ"
    r"|(?<!at )\b(?:largest|biggest|smallest|highest|lowest|oldest|newest|youngest|richest|poorest|greatest|longest"
    r"|best|unique|unprecedented|leading|foremost|unrivalled)\b|\bthe (?:very )?(?:first|only|most)\b|\bno other\b",
    re.IGNORECASE,
)


def claims(dossier: Dossier) -> Iterator[Claim]:
    """The claims without citation, in the form's order.

    In English sentence by sentence; in Thai, which does not mark where a sentence ends, paragraph by paragraph. A
    paragraph that is written in both languages is looked at in English alone, where it can be said more exactly.
    """
    for question, paragraph in paragraphs(dossier):
        language = Language.ENGLISH if paragraph.english else Language.THAI
        yield from _in_paragraph(question.id, paragraph, language)


def _in_paragraph(question: QuestionId, paragraph: Paragraph, language: Language) -> Iterator[Claim]:
    for start, stop in sentences(paragraph.in_(language), language):
        words = paragraph.in_(language).characters[start:stop]
        if OBJECT not in words and (signs := signs_in(words)):
            yield Claim(question, paragraph.id, language, start, stop, words.strip(), signs)


def sentences(text: Text, language: Language) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; a citation right after its full stop belongs to it."""
    end = _ENGLISH_END if language is Language.ENGLISH else _THAI_END
    words, start = text.characters, 0
    for match in end.finditer(words):
        yield start, match.end()
        start = match.end()
    if words[start:].strip():
        yield start, len(words)


def signs_in(words: str) -> tuple[Sign, ...]:
    """What makes a sentence a claim, nothing when it is none; the number of a list's item is no number."""
    plain = _LIST_NUMBER.sub("", to_arabic_digits(words))
    undated = _DATE.sub(" ", plain)
    found = {
        Sign.DATE: _DATE.search(plain),
        Sign.NUMBER: _NUMBER.search(undated),
        Sign.SUPERLATIVE: _SUPERLATIVE.search(plain),
    }
    return tuple(sign for sign, match in found.items() if match)
