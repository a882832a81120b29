"""A key under which spellings that look alike are one: for search, translation memory, duplicates and terms.

Unicode's own normalizing orders only the Thai vowels below and the tones; vowels above and signs have combining class
0, so that the same word can be typed in several orders that all look right.
"""

import re
import unicodedata

from cmdesk.thai.letters import MARK_ORDER, MARKS, NIKHAHIT, SARA_AA, SARA_AE, SARA_AM, TWO_SARA_E
from cmdesk.thai.numerals import to_arabic_digits

UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff"
_UNSEEN = re.compile(f"[{UNSEEN}]")
"""Soft hyphen, zero-width blanks and joiners, marks of direction, byte order mark."""
_BLANKS = re.compile(r"\s+")
_MARKS_AND_AA = re.compile(f"[{MARKS}{SARA_AA}]+")


def search_key(text: str) -> str:
    """The key of a text: equal for texts that a reader would call the same, and its own key.

    Case, white space, Thai and Arabic digits, unseen characters, the order of marks on a consonant, doubled marks,
    sara am as nikhahit and sara aa, and two sara e for sara ae make no difference.
    """
    folded = _canonically_folded(_UNSEEN.sub("", to_arabic_digits(text))).replace(SARA_AM, NIKHAHIT + SARA_AA)
    return _BLANKS.sub(" ", _settled(folded.replace(TWO_SARA_E, SARA_AE))).strip()


def written_alike(text: str) -> str:
    """Text in the one of its spellings that look the same; case, digits and blanks stay, unseen characters don't."""
    letters = unicodedata.normalize("NFD", _UNSEEN.sub("", text)).replace(SARA_AM, NIKHAHIT + SARA_AA)
    return _settled(letters.replace(TWO_SARA_E, SARA_AE))


def _canonically_folded(text: str) -> str:
    """Text without case, decomposed: caseless matching as in chapter 3.13 of the Unicode standard."""
    decomposed = unicodedata.normalize("NFD", text)
    return unicodedata.normalize("NFD", decomposed.casefold())


def _settled(text: str) -> str:
    """Text with its marks in order, also where composing brings foreign marks and Thai ones side by side."""
    while (ordered := unicodedata.normalize("NFC", _MARKS_AND_AA.sub(_in_order, text))) != text:
        text = ordered
    return text


def _in_order(run: re.Match[str]) -> str:
    """Each mark once and in order, then sara aa, which no mark can follow."""
    marks = sorted(set(run[0]) - {SARA_AA}, key=MARK_ORDER.index)
    return "".join(marks) + SARA_AA * run[0].count(SARA_AA)
