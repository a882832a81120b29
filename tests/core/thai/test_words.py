from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.thai.words import line_breaks, word_bounds, word_starts, words

SENTENCE = "การเรียนรู้ตลอดชีวิตของเมืองเชียงใหม่"
TEXTS = st.one_of(
    st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B), max_size=60),
    st.text(st.sampled_from("กานำเมืองเรียนรู้ๆฯ ที่น์ (“a1.”)\n\u200b😀"), max_size=60),
    st.text(max_size=40),
)
NEVER_FIRST = "\u0e30\u0e32\u0e33\u0e45\u0e46\u0e2f\u0e31\u0e34\u0e35\u0e38\u0e47\u0e48\u0e4c\u0e4d)]}”’,.;:!?"


def spelled(text: str) -> list[str]:
    return [word.text for word in words(text)]


def lines(text: str) -> list[str]:
    bounds = [0, *line_breaks(text), len(text)]
    return [text[start:stop] for start, stop in pairwise(bounds)]


def test_thai_without_blanks_is_split_by_dictionary() -> None:
    assert spelled(SENTENCE) == ["การ", "เรียน", "รู้", "ตลอด", "ชีวิต", "ของ", "เมือง", "เชียงใหม่"]


def test_a_contraction_is_one_word_and_a_compound_with_a_hyphen_is_two() -> None:
    assert spelled("It doesn't end: life-long.") == ["It", "doesn't", "end", "life", "long"]


def test_a_number_with_comma_and_point_is_one_word_in_either_digits() -> None:
    assert spelled("1,234.5 ๑,๒๓๔.๕") == ["1,234.5", "๑,๒๓๔.๕"]


@pytest.mark.parametrize("text", ["", "  \n", "— … “”", "ๆ", "ฯ", "👍🏽", "%", "\u200b"])
def test_signs_and_blanks_are_no_words(text: str) -> None:
    assert words(text) == []


def test_maiyamok_written_apart_adds_no_word() -> None:
    assert spelled("ต่าง ๆ") == ["ต่าง"]


def test_a_word_knows_where_it_stands_in_code_points() -> None:
    assert [(word.start, word.stop) for word in words("😀 เมือง of")] == [(2, 7), (8, 10)]


def test_word_starts_are_where_the_caret_jumps() -> None:
    assert word_starts("เมือง of 😀 art") == [0, 6, 11]


def test_word_bounds_include_blanks_and_both_ends() -> None:
    assert word_bounds("a เมือง.") == [0, 1, 2, 7, 8]


def test_no_text_has_one_bound() -> None:
    assert word_bounds("") == [0]


def test_a_line_may_begin_at_each_thai_word() -> None:
    assert lines("การเรียนรู้ตลอดชีวิต") == ["การ", "เรียน", "รู้", "ตลอด", "ชีวิต"]


def test_no_line_begins_with_maiyamok_after_a_blank() -> None:
    assert lines("ต่าง ๆ นานา")[0] == "ต่าง ๆ "


def test_no_line_begins_with_a_closing_sign_after_a_blank() -> None:
    assert lines("ร้อยละ 12.5 % )")[-1] == "12.5 % )"


def test_no_line_begins_with_a_silenced_letter() -> None:
    assert [line for line in lines("ซอฟต์แวร์ออนไลน์เว็บไซต์พิธีสงฆ์ศักดิ์สิทธิ์") if line[1:2] == "์"] == []


def test_what_follows_a_line_feed_begins_a_line_whatever_it_is() -> None:
    assert line_breaks("ต่าง\nๆ") == [5]


def test_a_zero_width_space_lets_a_line_begin() -> None:
    assert 4 in line_breaks("มมม\u200bมมม")


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("ขององค์การยูเนสโกใน", "ของ|องค์การ|ยูเนสโก|ใน"),
        ("นายอัศนี", "นาย|อัศนี"),
        ("จะบันทึกไว้", "จะ|บันทึก|ไว้"),
        ("คณะกรรมการแห่งชาติฯ จะ", "คณะ|กรรมการ|แห่งชาติฯ |จะ"),
        ("ใช้เป็นกรอบใน", "ใช้|เป็นกรอบ|ใน"),
        ("“ยูเนสโก”/UIL", "“ยูเนสโก”/|UIL"),
        ("ธรรมาภิบาล", "ธรรมาภิบาล"),
        ("ณยูเนสโกณ ที่", "ณ|ยูเนสโก|ณ |ที่"),
        ("แยูเนสโก", "แยูเนสโก"),
    ],
)
def test_words_that_icu_does_not_know_stay_whole_and_leave_their_neighbours_right(text: str, wanted: str) -> None:
    assert "|".join(lines(text)) == wanted


def test_words_are_counted_by_icu_alone() -> None:
    assert spelled("ยูเนสโก") == ["ยู", "เนส", "โก"]


def test_a_lone_surrogate_does_no_harm() -> None:
    assert spelled("ดี \ud800 ok") == ["ดี", "ok"]


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_words_are_where_they_say(text: str) -> None:
    assert [text[word.start : word.stop] for word in words(text)] == spelled(text)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_line_begins_with_what_must_follow(text: str) -> None:
    begun = {text[place] for place in line_breaks(text) if text[place - 1] != "\n"}

    assert begun & set(NEVER_FIRST) == set()


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_breaks_lie_inside_the_text_and_in_order(text: str) -> None:
    breaks = line_breaks(text)

    assert breaks == sorted({place for place in breaks if 0 < place < len(text)})
