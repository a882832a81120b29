import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmdesk.thai.converting import (
    Replacement,
    with_arabic_digits,
    with_buddhist_years,
    with_common_years,
    with_thai_digits,
)


def done(text: str, replacements: list[Replacement]) -> str:
    for start, stop, letters in reversed(replacements):
        text = text[:start] + letters + text[stop:]
    return text


def test_digits_change_their_script() -> None:
    assert done("ปี 2566 มี ๑๒ คน", with_thai_digits("ปี 2566 มี ๑๒ คน")) == "ปี ๒๕๖๖ มี ๑๒ คน"
    assert done("ปี ๒๕๖๖ มี 12 คน", with_arabic_digits("ปี ๒๕๖๖ มี 12 คน")) == "ปี 2566 มี 12 คน"


@pytest.mark.parametrize(
    ("common", "buddhist"),
    [
        ("ค.ศ. 2023", "พ.ศ. 2566"),
        ("ค.ศ.2023", "พ.ศ.2566"),
        ("in 2019 and 2022", "in 2562 and 2565"),
        ("คริสต์ศักราช ๒๐๒๓", "พุทธศักราช ๒๕๖๖"),
        ("2023 CE", "2566 BE"),
        ("C.E. 1296", "B.E. 1839"),
        ("ปี2023", "ปี2566"),
    ],
)
def test_years_go_from_era_to_era_with_their_marks(common: str, buddhist: str) -> None:
    assert done(common, with_buddhist_years(common)) == buddhist
    assert done(buddhist, with_common_years(buddhist)) == common


def test_the_christian_mark_becomes_the_buddhist_one() -> None:
    assert done("AD 2023", with_buddhist_years("AD 2023")) == "BE 2566"


@pytest.mark.parametrize("text", ["1,234", "12023", "20230", "2023.5", "พ.ศ. 2566", "1296", "0.2023"])
def test_what_is_no_year_of_the_common_era_stays(text: str) -> None:
    assert with_buddhist_years(text) == []


@pytest.mark.parametrize("text", ["2023", "ค.ศ. 2566", "2,566"])
def test_what_is_no_year_of_the_buddhist_era_stays(text: str) -> None:
    assert with_common_years(text) == []


@given(st.text(st.sampled_from("ค.ศพ 2053๒๕BECAD"), max_size=20))
def test_replacements_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    for found in (with_buddhist_years(text), with_common_years(text), with_thai_digits(text)):
        ends = [end for start, stop, _letters in found for end in (start, stop)]
        assert ends == sorted(ends)
        assert all(0 <= end <= len(text) for end in ends)
