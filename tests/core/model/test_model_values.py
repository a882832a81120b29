"""Dates, ids, links, languages and mappings: the small values of the model."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmdesk.model.dates import PartialDate, Period
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import is_ulid, new_ulid, ulid
from cmdesk.model.language import Language, Wording
from cmdesk.model.links import LONGEST, ForbiddenLinkError, is_allowed

THAI, ENGLISH = Language
MAPS = st.dictionaries(st.sampled_from("abcdef"), st.integers(0, 3)).map(FrozenMap)


@pytest.mark.parametrize("iso", ["2023", "2023-04", "2023-04-05", "0001"])
def test_a_date_is_written_as_it_was_read(iso: str) -> None:
    assert str(PartialDate.parse(iso)) == iso


@pytest.mark.parametrize(
    "iso", ["", "23", "2023-4", "2023-13", "2023-02-30", "0000", "2023-04-05T00", "๒๐๒๓", "2023\n"]
)
def test_what_is_no_date_is_refused(iso: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        PartialDate.parse(iso)


def test_a_day_needs_its_month() -> None:
    with pytest.raises(ValueError, match="month"):
        PartialDate(2023, day=5)


@given(st.dates())
def test_a_whole_day_is_its_own_first_day(day: date) -> None:
    assert PartialDate.of(day).first_day == day


@pytest.mark.parametrize(("iso", "first"), [("2023", "2023-01-01"), ("2023-04", "2023-04-01")])
def test_the_first_day_of_a_year_or_a_month_is_its_first(iso: str, first: str) -> None:
    assert PartialDate.parse(iso).first_day.isoformat() == first


@pytest.mark.parametrize(
    ("one", "other"), [("2019", "2020-09"), ("2020-08", "2020-09-23"), ("2020-09-22", "2020-09-23"), ("2019", "2020")]
)
def test_a_date_is_before_another_when_that_is_certain(one: str, other: str) -> None:
    earlier, later = PartialDate.parse(one), PartialDate.parse(other)

    assert (earlier.is_before(later), later.is_before(earlier)) == (True, False)


@pytest.mark.parametrize(("one", "other"), [("2020", "2020-09"), ("2020-09", "2020-09-23"), ("2020", "2020")])
def test_of_dates_that_may_be_the_same_neither_is_before(one: str, other: str) -> None:
    first, second = PartialDate.parse(one), PartialDate.parse(other)

    assert (first.is_before(second), second.is_before(first)) == (False, False)


def test_a_period_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueError, match="2022 is before 2023"):
        Period(PartialDate(2023), PartialDate(2022))


def test_a_period_may_end_in_the_year_of_its_first_day() -> None:
    assert Period(PartialDate(2023, 4, 5), PartialDate(2023)).end == PartialDate(2023)


def test_new_ids_differ_and_are_ulids() -> None:
    made = {new_ulid() for _time in range(100)}

    assert (len(made), all(map(is_ulid, made))) == (100, True)


def test_a_ulid_is_spelled_as_its_specification_does() -> None:
    assert ulid(1_469_918_176_385, 0)[:10] == "01ARYZ6S41"


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**48 - 1), st.integers(0, 2**80 - 1))
def test_ulids_sort_by_time(one: int, other: int, randomness: int) -> None:
    assert (ulid(one, 0) < ulid(other, randomness)) or one > other or (one, randomness) == (other, 0)


@pytest.mark.parametrize(
    "text", ["", "../../etc", "__proto__", "01ARYZ6S41TSV4RRFFQ69G5FAV\n", "01aryz6s41tsv4rrffq69g5fav", "8" + "Z" * 25]
)
def test_what_is_no_ulid_is_known(text: str) -> None:
    assert not is_ulid(text)


@pytest.mark.parametrize(
    "address", ["https://uil.unesco.org/a?b=c#d", "http://example.org", "HTTPS://EXAMPLE.ORG", "mailto:a@example.org"]
)
def test_web_and_mail_addresses_are_allowed(address: str) -> None:
    assert is_allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "javascript:alert(1)",
        "java\tscript:alert(1)",
        "file:///etc/passwd",
        "data:text/html,x",
        "ftp://example.org",
        "//host/share",
        "\\\\host\\share",
        "https:///nowhere",
        "https://user:secret@example.org",
        "https://exa mple.org",
        "https://example.org\n",
        "https://[::1",
        "mailto:nobody",
        "https://example.org/" + "a" * LONGEST,
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    assert not is_allowed(address)


def test_a_refused_address_is_named_with_what_would_do() -> None:
    error = ForbiddenLinkError("file:///etc/passwd")

    assert ("file:///etc/passwd" in error.what, "https://" in error.advice) == (True, True)


def test_each_language_has_the_other() -> None:
    assert (THAI.other, ENGLISH.other) == (ENGLISH, THAI)


def test_a_wording_gives_the_other_language_where_one_is_missing() -> None:
    assert (Wording("ไทย", "").best(ENGLISH), Wording("ไทย", "Thai").best(ENGLISH)) == ("ไทย", "Thai")


def test_a_wording_changes_in_one_language_only() -> None:
    words = Wording("ก", "a")

    assert (words.with_(THAI, "ข"), words.with_(ENGLISH, "b")) == (Wording("ข", "a"), Wording("ก", "b"))


def test_a_wording_is_true_when_either_language_is_written() -> None:
    assert [bool(words) for words in (Wording(), Wording("ก"), Wording("", "a"))] == [False, True, True]


def test_a_wording_is_clean() -> None:
    assert Wording("ก\0", "a\r\nb") == Wording("ก", "a\nb")


@given(MAPS, st.sampled_from("abcdefg"), st.integers(0, 3))
def test_setting_a_key_changes_a_copy_only(before: FrozenMap[str, int], key: str, value: int) -> None:
    kept = dict(before)
    after = before.with_(key, value)

    assert (dict(before), dict(after)) == (kept, {**kept, key: value})


@given(MAPS)
def test_taking_a_key_out_changes_a_copy_only(before: FrozenMap[str, int]) -> None:
    kept = dict(before)
    rests = [dict(before.without(key)) for key in before]

    assert dict(before) == kept
    assert rests == [{key: value for key, value in kept.items() if key != gone} for gone in kept]


def test_taking_out_what_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        FrozenMap({"a": 1}).without("b")


def test_equal_maps_have_one_hash_whatever_their_order() -> None:
    one, other = FrozenMap({"a": 1, "b": 2}), FrozenMap({"b": 2, "a": 1})

    assert (one == other, hash(one) == hash(other)) == (True, True)


def test_a_map_does_not_follow_the_dictionary_it_was_made_of() -> None:
    source = {"a": 1}
    made = FrozenMap(source)
    source["b"] = 2

    assert made == {"a": 1}


def test_a_map_is_shown_with_its_items() -> None:
    assert repr(FrozenMap({"a": 1})) == "FrozenMap({'a': 1})"


@given(MAPS, MAPS)
def test_keys_that_differ_are_those_changed_or_only_in_one(
    one: FrozenMap[str, int], other: FrozenMap[str, int]
) -> None:
    wanted = {key for key in {*one, *other} if one.get(key) != other.get(key)}

    assert set(one.differing_from(other)) == wanted
