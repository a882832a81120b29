"""What a project knows: where it stands in a text."""

import pytest

from cmdesk.spelling.known import Known


def found(known, text):
    return [text[start:stop] for start, stop in known.spans(text)]


def test_nothing_known_is_found_nowhere():
    assert found(Known(), "anything ใดๆ") == []


@pytest.mark.parametrize("empty", ["", " ", "\n"])
def test_an_empty_word_is_found_nowhere(empty):
    assert found(Known([empty], [empty]), "a b ก") == []


def test_the_longest_of_several_is_found():
    assert found(Known(["แม่แจ่ม", "แม่"]), "ไปแม่แจ่มกับแม่") == ["แม่แจ่ม", "แม่"]


def test_a_name_is_found_by_its_parts():
    assert found(Known(["อัศนี บูรณุปกรณ์"]), "บูรณุปกรณ์กับอัศนี") == ["บูรณุปกรณ์", "อัศนี"]


def test_a_title_is_found_whole_over_any_white_space_and_nowhere_in_part():
    known = Known(titles=["Key  Features"])
    assert found(known, "Key\nFeatures, Key and Features") == ["Key\nFeatures"]


def test_no_letter_is_parted_from_its_marks():
    assert found(Known(["กา"]), "กาก่ากา้") == ["กา"]


def test_a_word_with_capitals_is_found_only_so():
    assert found(Known(["Ping"]), "Ping ping PING Ping’s") == ["Ping", "Ping’s"]


def test_letters_that_mean_something_in_patterns_are_letters():
    assert found(Known(["C++ (new)"]), "in C++ (new) style") == ["C++ (new)"]
