from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.export.word.scripts import by_script

LETTERS = st.text(alphabet="กำี่ๆ๑ABé1 .,“”(—😀\u200b\n", max_size=30)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("", []),
        ("เชียงใหม่", [(True, "เชียงใหม่")]),
        ("Chiang Mai", [(False, "Chiang Mai")]),
        ("เครือข่าย GNLC ของ", [(True, "เครือข่าย "), (False, "GNLC "), (True, "ของ")]),
        ("5 เมษายน 2566", [(True, "5 เมษายน 2566")]),
        ("(PM2.5)", [(False, "(PM2.5)")]),
        ("Mai (เชียง) is", [(False, "Mai ("), (True, "เชียง) "), (False, "is")]),
    ],
)
def test_blanks_digits_and_points_go_with_the_letters_before_them(words: str, parts: list[tuple[bool, str]]) -> None:
    assert by_script(words, thai=False) == parts


@pytest.mark.parametrize("thai", [True, False])
def test_a_text_without_letters_is_of_the_language_of_its_flow(thai: bool) -> None:  # noqa: FBT001 - a parameter
    assert by_script("2566 – [1]", thai=thai) == [(thai, "2566 – [1]")]


@settings(deadline=None, max_examples=100)
@given(LETTERS)
def test_no_letter_is_lost_and_neighbours_differ_in_script(words: str) -> None:
    parts = by_script(words, thai=True)
    assert "".join(part for _thai, part in parts) == words
    assert all(before[0] != after[0] for before, after in pairwise(parts))


@settings(deadline=None, max_examples=100)
@given(LETTERS)
def test_no_latin_letter_is_in_a_thai_stretch(words: str) -> None:
    assert not any(letter in "ABé" for is_thai, part in by_script(words, thai=True) if is_thai for letter in part)
