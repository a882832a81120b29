from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmdesk.checks.quantities import difference
from cmdesk.thai.eras import to_buddhist
from cmdesk.thai.numerals import to_thai_digits

SAME = [
    ("เมื่อ พ.ศ. 2566 มี 12 คน", "In 2023 there were 12"),
    ("เมื่อปี ๒๕๖๖", "in 2023"),
    ("พ.ศ. 2563–2566", "2020–2023"),
    ("พ.ศ. 2563-66", "2020–23"),
    ("2,566 คน", "2,566 people"),
    ("2566 คน", "2,566 people"),
    ("ค.ศ. 2023", "2023"),
    ("ปี 2400 ถึง 2699", "1857 to 2156"),
    ("ปี 2566", "2566 B.E."),
    ("1.198 ล้านคน", "1.198 million people"),
    ("120 ล้านบาท", "THB 120,000,000"),
    ("3 แสน 5 หมื่น", "300,000 and 50,000"),
    ("4 พัน", "4,000"),
    ("2 พันล้านบาท", "2 billion baht"),
    ("7,000 ล้าน", "7 billion"),
    ("20 พัน", "20 thousand"),
    ("ร้อยละ 12.50", "12.5%"),
    ("๕ ปี", "five years"),
    ("ห้าปี", "5 years"),
    ("ครั้งที่ 3", "the third time"),
    ("เดือนละ 1 ครั้ง", "once a month"),
    ("2 เมือง", "both cities"),
    ("7–8 พ.ย. 2565", "7–8 November 2022"),
    ("PM2.5", "PM2.5"),
    ("พ.ศ. 2566 และ พ.ศ. 2566", "2023 and again 2023"),
    ("", ""),
]
DIFFERENT = [
    ("127,240 คน", "127,420 people", ("127,240",), ("127,420",)),
    ("5 เมษายน 2566", "5 April 2022", ("2566",), ("2022",)),
    ("2,566 คน", "2,023 people", ("2,566",), ("2,023",)),
    ("12 คน", "people", ("12",), ()),
    ("คน", "40 people", (), ("40",)),
    ("2 ล้านคน", "2,000 people", ("2 ล้าน",), ("2,000",)),
    ("15 และ 15", "15", ("15",), ()),
    ("2022-11", "2022", ("11",), ()),
    ("พ.ศ. 66", "66 BE 2023", (), ("2023",)),
]


@pytest.mark.parametrize(("thai", "english"), SAME)
def test_numbers_worth_the_same_make_no_difference(thai: str, english: str) -> None:
    assert not difference(thai, english)


@pytest.mark.parametrize(("thai", "english", "only_thai", "only_english"), DIFFERENT)
def test_a_number_of_one_language_only_is_named_as_it_is_written(
    thai: str, english: str, only_thai: tuple[str, ...], only_english: tuple[str, ...]
) -> None:
    found = difference(thai, english)

    assert (found.only_thai, found.only_english) == (only_thai, only_english)


@given(st.lists(st.integers(1900, 2100), max_size=4))
def test_the_same_years_in_both_eras_make_no_difference(years: list[int]) -> None:
    thai = " ".join(f"ปี {to_thai_digits(str(to_buddhist(year)))}" for year in years)
    english = ", ".join(f"in {year}" for year in reversed(years))

    assert not difference(thai, english)


@given(st.lists(st.decimals(0, 10**9, places=2), max_size=6), st.randoms(use_true_random=False))
def test_the_same_numbers_in_another_order_and_dress_make_no_difference(values: list[Decimal], random: Random) -> None:
    thai = " ".join(to_thai_digits(f"{value:,}") for value in values)
    english = ", ".join(map(str, random.sample(values, len(values))))

    assert not difference(thai, english)


@given(st.lists(st.integers(13, 2300), min_size=1, max_size=6, unique=True))
def test_a_number_left_out_is_always_found(values: list[int]) -> None:
    thai, english = (" ".join(map(str, side)) for side in (values, values[1:]))

    assert difference(thai, english).only_thai == (str(values[0]),)


def test_a_hostile_row_of_digits_is_compared_without_failing() -> None:
    assert difference("9" * 100_000, "9" * 100_000).only_thai == ()
