"""Words are found whatever they look like inside, and exactly where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.finding.folding import find
from cmdesk.finding.wish import Wish
from cmdesk.thai.clusters import cluster_starts
from cmdesk.thai.normalizing import search_key
from cmdesk.thai.words import word_bounds

ALPHABET = "กนำเแาิ่้ํ์๑1aAé\u0301 \u200b\u00a0ß"
TEXTS = st.text(ALPHABET, max_size=14)


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("Learning city, learning CITY", "city", ["city", "CITY"]),
        ("พ.ศ. ๒๕๖๓ และ 2563", "2563", ["๒๕๖๓", "2563"]),
        ("ทํางาน กับ ทำงาน", "ทำงาน", ["ทํางาน", "ทำงาน"]),
        ("น้ํา น้ำ นํ้า", "น้ำ", ["น้ํา", "น้ำ", "นํ้า"]),
        ("เเม่ แม่", "แม่", ["เเม่", "แม่"]),
        ("เรียน\u200bรู้ เรียนรู้", "เรียนรู้", ["เรียน\u200bรู้", "เรียนรู้"]),
        ("cafe\u0301 café", "café", ["cafe\u0301", "café"]),
        ("two  blanks, two\u00a0blanks", "two blanks", ["two  blanks", "two\u00a0blanks"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("ก่อน กา", "ก", ["ก"]),
        ("Straße", "strasse", ["Straße"]),
        ("Straße", "s", ["S"]),
        ("", "a", []),
        ("a", "", []),
    ],
)
def test_what_looks_the_same_is_found_as_it_is_written(text: str, words: str, found: list[str]) -> None:
    assert [text[start:stop] for start, stop in find(text, Wish(words))] == found


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("City", Wish("city", any_case=False)),
        ("๑", Wish("1", any_digits=False)),
        ("ทํา", Wish("ทำ", any_spelling=False)),
        ("เรียน\u200bรู้", Wish("เรียนรู้", any_spelling=False)),
        ("unlearning", Wish("learning", whole=True)),
        ("การเรียนรู้ตลอดชีวิต", Wish("ตลอ", whole=True)),
    ],
)
def test_where_it_was_asked_a_difference_counts(text: str, wish: Wish) -> None:
    assert find(text, wish) == []


def test_whole_words_are_those_that_are_counted() -> None:
    text = "เมืองแห่งการเรียนรู้"
    assert [text[a:b] for a, b in find(text, Wish("เมือง", whole=True))] == ["เมือง"]


@settings(deadline=None, max_examples=300)
@given(TEXTS, st.text(ALPHABET, min_size=1, max_size=4))
def test_what_is_found_is_what_was_wanted(text: str, words: str) -> None:
    for start, stop in find(text, Wish(words)):
        assert search_key(text[start:stop]) == search_key(words)


@settings(deadline=None, max_examples=300)
@given(TEXTS, TEXTS, st.sampled_from(["เมือง", "น้ำ", "กา", "aé", "1ก"]))
def test_what_is_there_between_blanks_is_found(before: str, after: str, words: str) -> None:
    text = f"{before} {words} {after}"
    place = len(before) + 1
    assert (place, place + len(words)) in find(text, Wish(words))


@settings(deadline=None, max_examples=300)
@given(text=TEXTS, words=st.text(ALPHABET, min_size=1, max_size=3), whole=st.booleans())
def test_finds_are_in_order_apart_and_part_no_character(text: str, words: str, *, whole: bool) -> None:
    found = find(text, Wish(words, whole=whole))
    edges = [edge for span in found for edge in span]
    assert edges == sorted(edges)
    allowed = set(word_bounds(text)) if whole else {*cluster_starts(text), len(text)}
    begins_with_mark = words[0] in "ำิ่้ํ์\u0301"
    assert all((start in allowed or begins_with_mark) and stop in allowed for start, stop in found)


@settings(deadline=None, max_examples=200)
@given(TEXTS, st.text("กนa1 ", min_size=1, max_size=3))
def test_exact_finds_are_those_of_the_plain_text(text: str, words: str) -> None:
    wish = Wish(words, any_case=False, any_digits=False, any_spelling=False)
    allowed = {*cluster_starts(text), len(text)}
    expected, at = [], text.find(words)
    while at >= 0:
        fits = at in allowed and at + len(words) in allowed
        expected += [(at, at + len(words))] if fits else []
        at = text.find(words, at + (len(words) if fits else 1))
    assert find(text, wish) == expected
