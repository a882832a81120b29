from itertools import pairwise

import pytest

from cmdesk.export.pdf.breaking import DASH, FREE, HYPHEN, HYPHENATED, INSIDE, TIED, WORD, break_costs


def cost_before(text: str, rest: str) -> float | None:
    return break_costs(text).get(text.index(rest))


def test_after_a_blank_a_line_ends_for_nothing():
    assert cost_before("learning city", "city") == FREE


def test_between_thai_words_a_line_end_costs_a_little():
    assert cost_before("แมวกินปลา", "กิน") == WORD


def test_where_only_icu_parts_thai_a_line_end_costs_more():
    assert cost_before("ทำงานหนัก", "หนัก") == INSIDE


def test_after_a_hyphen_a_line_end_costs_much_for_readers_would_drop_it():
    assert cost_before("community-cultural", "cultural") == HYPHEN


def test_after_a_slash_a_line_end_costs_less():
    assert cost_before("https://example.org/page", "page") == DASH


def test_in_a_web_address_the_hyphen_begins_the_next_line():
    costs = break_costs("https://example.org/creative-cities")
    assert costs[len("https://example.org/creative")] == DASH
    assert len("https://example.org/creative-") not in costs


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("เมื่อ พ.ศ. 2563", "2563"),
        ("ดูหน้า 5", "5"),
        ("เงิน 12 ล้านบาท", "ล้าน"),
        ("วันที่ 5 เมษายน", "เมษายน"),
        ("see page 12 there", "12"),
        ("over 40 km away", "km"),
        ("on 5 April we", "April"),
        ("คุณ ดร. สุดา", "สุดา"),
        ("with Dr Suda", "Suda"),
    ],
)
def test_what_belongs_together_is_tied(text, rest):
    assert cost_before(text, rest) == TIED


def test_a_word_that_only_ends_like_a_title_is_not_tied():
    assert cost_before("the webpage 12", "12") == FREE


def test_no_line_begins_with_maiyamok():
    assert cost_before("ความรู้ต่าง ๆ ที่เกิด", "ๆ") is None


def test_a_compound_costs_more_inside_than_around():
    text = "แล้วกว่าสิบปี"
    assert break_costs(text).get(text.index("ว่า"), TIED) == TIED


def test_no_consonant_stands_alone_before_a_break():
    text = "เขาอยู่กอเมือง"
    places = sorted(break_costs(text))
    assert all(stop - start > 1 for start, stop in pairwise(places))


def test_after_a_soft_hyphen_a_word_may_be_parted():
    assert cost_before("inter\u00adnational", "national") == HYPHENATED


@pytest.mark.parametrize(("text", "rest", "cost"), [("มี 6 ด้าน", "ด้าน", INSIDE), ("ใน 2564 เมือง", "เมือง", FREE)])
def test_a_number_keeps_to_what_it_counts_but_a_year_does_not(text, rest, cost):
    assert cost_before(text, rest) == cost


def test_nothing_breaks_in_an_empty_text():
    assert break_costs("") == {}
