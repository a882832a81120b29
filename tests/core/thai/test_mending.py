import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.thai.mending import mended
from cmdesk.thai.normalizing import search_key

THAI = st.text("กนเแาำๅะ\u0e31\u0e34\u0e38\u0e3a\u0e47\u0e48\u0e49\u0e4c\u0e4d\u0e4e a", max_size=12)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("เเม่", "แม่"),
        ("นํ้า", "น้ำ"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("กํา", "กำ"),
        ("ท่ี", "ที่"),
        ("ที่่", "ที่"),
        ("ทา้", "ท้า"),
        ("พิสูจน์์", "พิสูจน์"),
        ("พุทฺธํ", "พุทฺธํ"),
    ],
)
def test_what_looks_right_is_typed_right(typed: str, wanted: str) -> None:
    assert mended(typed) == wanted


@pytest.mark.parametrize("text", ["การเรียนรู้ตลอดชีวิตของเมืองเชียงใหม่ น้ำใจ พ.ศ. ๒๕๖๖", "ตามา ฤๅษี", "Learning", ""])
def test_what_is_typed_right_stays(text: str) -> None:
    assert mended(text) == text


@settings(max_examples=400, deadline=None)
@given(THAI)
def test_mending_is_done_once_and_for_all(text: str) -> None:
    assert mended(mended(text)) == mended(text)


@settings(max_examples=400, deadline=None)
@given(THAI)
def test_what_is_mended_is_found_as_before(text: str) -> None:
    assert search_key(mended(text)) == search_key(text)
