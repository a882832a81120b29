import pytest

from cmdesk.thai.agreement import agreed_breaks


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("แมวกินปลา", {0, 3, 6, 9}),
        ("เรียนรู้", {0, 8}),
        ("ต่าง ๆ", {0, 4}),
        ("ไป 12 บ้าน", {0, 2, 6, 10}),
        ("learning city", set()),
        ("", set()),
    ],
)
def test_newmm_parts_each_run_of_thai_letters(text, places):
    assert agreed_breaks(text) == places


def test_a_run_of_many_letters_is_parted_like_a_short_one():
    assert agreed_breaks("แมวกินปลา" * 500) >= {*range(0, 4500, 9)}
