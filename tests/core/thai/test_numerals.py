from hypothesis import given
from hypothesis import strategies as st

from cmdesk.thai.numerals import to_arabic_digits, to_thai_digits


def test_arabic_digits_become_thai() -> None:
    assert to_thai_digits("พ.ศ. 2566, 0.19 ก") == "พ.ศ. ๒๕๖๖, ๐.๑๙ ก"


def test_thai_digits_become_arabic() -> None:
    assert to_arabic_digits("๐๑๒๓๔๕๖๗๘๙") == "0123456789"


@given(st.text(st.characters(exclude_characters="๐๑๒๓๔๕๖๗๘๙")))
def test_there_and_back_is_the_same_text(text: str) -> None:
    assert to_arabic_digits(to_thai_digits(text)) == text
