"""Dates as people type them."""

import pytest

from cmdesk.model.dates import PartialDate
from cmdesk.model.language import Language
from ui.library.moments import parse_moment, shown


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2566", "2023"),
        ("พ.ศ. ๒๕๖๖", "2023"),
        ("2023", "2023"),
        ("2023-04", "2023-04"),
        ("2023-4-5", "2023-04-05"),
        ("5/4/2566", "2023-04-05"),
        ("4/2566", "2023-04"),
        ("5 เมษายน 2566", "2023-04-05"),
        ("5 เม.ย. 2566", "2023-04-05"),
        ("เมษายน 2566", "2023-04"),
        ("April 2023", "2023-04"),
        ("5 Apr 2023", "2023-04-05"),
        ("April 5, 2023", "2023-04-05"),
    ],
)
def test_a_date_is_understood_in_either_era(typed: str, meant: str) -> None:
    assert str(parse_moment(typed)) == meant


@pytest.mark.parametrize("typed", ["", "soon", "31/2/2023", "5 Foo 2023", "13/2023", "2023-13", "5/4/0000"])
def test_what_is_no_date_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_moment(typed)


@pytest.mark.parametrize("iso", ["2023", "2023-04", "2023-04-05"])
@pytest.mark.parametrize("language", Language)
def test_what_is_shown_is_read_back(iso: str, language: Language) -> None:
    moment = PartialDate.parse(iso)
    assert parse_moment(shown(moment, language)) == moment


def test_no_date_shows_as_nothing() -> None:
    assert shown(None, Language.THAI) == ""
