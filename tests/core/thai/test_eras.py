from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmdesk.thai.eras import date_words, parse_year, period_words, to_buddhist, to_common


class Moment(NamedTuple):
    year: int
    month: int | None = None
    day: int | None = None


def test_the_buddhist_era_is_543_years_ahead() -> None:
    assert (to_buddhist(2023), to_common(2566)) == (2566, 2023)


@pytest.mark.parametrize(
    ("code", "moment", "words"),
    [
        ("en", Moment(2023, 4, 5), "5 April 2023"),
        ("en", Moment(2023, 4), "April 2023"),
        ("en", Moment(2023), "2023"),
        ("th", Moment(2023, 4, 5), "5 เมษายน 2566"),
        ("th", Moment(2023, 4), "เมษายน 2566"),
        ("th", Moment(2023), "พ.ศ. 2566"),
    ],
)
def test_a_date_is_written_as_its_language_does(code: str, moment: Moment, words: str) -> None:
    assert date_words(code, *moment) == words


@pytest.mark.parametrize(
    ("start", "end", "english", "thai"),
    [
        (Moment(2022, 11, 7), Moment(2022, 11, 8), "7–8 November 2022", "7–8 พฤศจิกายน 2565"),
        (
            Moment(2022, 11, 28),
            Moment(2022, 12, 3),
            "28 November – 3 December 2022",
            "28 พฤศจิกายน – 3 ธันวาคม 2565",
        ),
        (
            Moment(2022, 12, 28),
            Moment(2023, 1, 2),
            "28 December 2022 – 2 January 2023",
            "28 ธันวาคม 2565 – 2 มกราคม 2566",
        ),
        (Moment(2022, 3), Moment(2022, 5), "March–May 2022", "มีนาคม–พฤษภาคม 2565"),
        (Moment(2021, 3), Moment(2022, 3), "March 2021 – March 2022", "มีนาคม 2564 – มีนาคม 2565"),
        (Moment(2020), Moment(2023), "2020–2023", "พ.ศ. 2563–2566"),
        (Moment(2022), Moment(2023, 4, 5), "2022 – 5 April 2023", "พ.ศ. 2565 – 5 เมษายน 2566"),
        (Moment(2022, 5), Moment(2022, 5), "May 2022", "พฤษภาคม 2565"),
        (Moment(2022, 5, 1), None, "1 May 2022", "1 พฤษภาคม 2565"),
    ],
)
def test_a_period_says_once_what_both_ends_share(start: Moment, end: Moment | None, english: str, thai: str) -> None:
    assert (period_words("en", start, end), period_words("th", start, end)) == (english, thai)


@pytest.mark.parametrize(
    "typed",
    ["2566", "๒๕๖๖", "พ.ศ. 2566", "พ.ศ.๒๕๖๖", "พศ 2566", "พุทธศักราช 2566", "ปี 2566", "B.E. 2566", "2566 BE", " 2566 "],
)
def test_a_buddhist_year_is_known_however_it_is_typed(typed: str) -> None:
    assert parse_year(typed) == 2023


@pytest.mark.parametrize("typed", ["2023", "๒๐๒๓", "ค.ศ. 2023", "C.E. 2023", "2023 CE", "AD 2023", "a.d. 2023"])
def test_a_common_year_is_known_however_it_is_typed(typed: str) -> None:
    assert parse_year(typed) == 2023


def test_a_marked_year_is_taken_at_its_word() -> None:
    assert (parse_year("ค.ศ. 2566"), parse_year("พ.ศ. 2300")) == (2566, 1757)


@pytest.mark.parametrize("typed", ["", "66", "พ.ศ. 66", "20233", "in 2023", "พ.ศ. 2566 CE", "พ.ศ. 0543", "0000"])
def test_what_is_no_year_is_none(typed: str) -> None:
    assert parse_year(typed) is None


@given(st.integers(1000, 9999 - 543))
def test_a_thai_year_as_written_reads_as_the_same_year(year: int) -> None:
    assert parse_year(date_words("th", year)) == year
