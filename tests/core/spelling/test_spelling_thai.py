"""Thai: what is marked and what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.spelling.known import Known
from cmdesk.spelling.mistake import Kind, Mistake
from cmdesk.spelling.thai.slips import LIKELY, POSSIBLE, RANDOM, UNLIKELY, slip

NOTHING = Known()


def marked(speller, text, known=NOTHING):
    return [text[m.start : m.stop] for m in speller.check(text, known)]


def test_a_mistake_is_told_with_its_place_and_what_is_meant(thai):
    assert thai.check("ได้รับอนุญาติแล้ว", NOTHING) == [Mistake(6, 13, Kind.MISSPELT, "อนุญาติ", ("อนุญาต",))]


def test_offsets_count_code_points_beyond_the_first_plane_as_one(thai):
    (found,) = thai.check("😀 อนุญาติ", NOTHING)
    assert (found.start, found.stop) == (2, 9)


def test_a_slip_that_no_list_has_is_found_across_tokens(unlisted):
    (found,) = unlisted.check("เทศบาลอนุญาติให้ใช้อาคาร", NOTHING)
    assert (found.words, found.meant) == ("อนุญาติ", ("อนุญาต",))


def test_a_mistake_whose_end_a_token_swallowed_is_found(thai):
    assert marked(thai, "ความปลอดภันบนถนน") == ["ปลอดภัน"]


@pytest.mark.parametrize(
    "text",
    [
        "ปรากฏการณ์ของเสน่หาตามกฎหมาย",
        "เทศบาลนครเชียงใหม่ พ.ศ. ๒๕๖๖ งบ 1,250 บาท",
        "เด็ก ๆ ฯลฯ ไปๆ มาๆ กรุงเทพฯ",
        "",
        "https://cmu.ac.th Chiang Mai 😀",
    ],
)
def test_right_thai_is_left_alone(thai, text):
    assert marked(thai, text) == []


@pytest.mark.parametrize("text", ["นายดำรงค์ บูรณุปกรณ์ กล่าวว่า", "ดร.จำนงค์ เพ็ชรรัตน์", "รศ.ดร.สุพรรณี ฉายะบุตร กล่าว"])
def test_names_of_persons_after_a_title_are_spelt_as_their_bearers_like(thai, text):
    assert marked(thai, text) == []


@pytest.mark.parametrize("office", ["นายกเทศมนตรี", "นายกสมาคม", "นายจ้าง", "นายอำเภอ", "นางพยาบาล", "เด็กชายคน", "คุณภาพ"])
def test_an_office_is_no_name(thai, office):
    assert marked(thai, f"{office}อนุญาติแล้ว") == ["อนุญาติ"]


@given(st.text(st.sampled_from("กขนมยรวสอาะิีุ่้์ๆฯเแำํ๎ ab-.1\u200b\n😀"), max_size=60))
@settings(deadline=None, max_examples=150)
def test_mistakes_of_any_text_are_stretches_of_it_in_order_and_apart(thai, text):
    found = thai.check(text, NOTHING)
    edges = [edge for mistake in found for edge in (mistake.start, mistake.stop)]
    assert (edges, [m.words for m in found]) == (sorted(edges), [text[m.start : m.stop] for m in found])


@given(st.text(st.sampled_from("กขนมยรวสอาะิีุ่้์เแำ"), max_size=40), st.integers(0, 40), st.integers(1, 8))
@settings(deadline=None, max_examples=100)
def test_what_the_project_knows_is_never_marked(thai, text, start, length):
    word = text[start : start + length]
    assert word not in marked(thai, text, Known([word]))


@pytest.mark.parametrize("word", ["กา", "ชล", "บท"])
def test_a_short_word_of_the_project_disturbs_no_longer_one(thai, word):
    text = "การเรียนรู้ของประชาชนในบทเรียนเรื่องชลประทานอนุญาติ"
    assert marked(thai, text, Known([word])) == ["อนุญาติ"]


def test_an_abbreviation_with_a_point_is_left_alone(thai):
    assert marked(thai, "ที่ประชุม ครม. เห็นชอบ") == []


def test_words_of_the_project_are_known_and_cut_the_text(thai):
    text = "งานฮอมปอยที่ข่วงอนุญาติ"
    assert marked(thai, text, Known(["ฮอมปอย"])) == ["อนุญาติ"]


def test_even_a_listed_mistake_is_left_alone_when_the_project_knows_it(thai):
    assert marked(thai, "ร้านอินเตอร์เน็ต", Known(["อินเตอร์เน็ต"])) == []


def test_a_fixed_title_is_left_alone(thai):
    title = "มูลนิธิเพ็ชรล้านนาเพื่อการอนุรักษณ์"
    assert marked(thai, f"{title}มอบทุน", Known(titles=[title])) == []


@pytest.mark.parametrize(
    ("odd", "right"),
    [("นํ้า", "น้ำ"), ("ที่ี", "ที่"), ("เเม่", "แม่"), ("ปู่่", "ปู่"), ("ทํา", "ทำ")],
)
def test_signs_in_an_odd_order_are_told_with_the_right_one(thai, odd, right):
    (found,) = thai.check(f"กิน {odd} เย็น", NOTHING)
    assert (found.kind, found.words, found.meant) == (Kind.MARKS, odd, (right,))


def test_a_known_word_may_have_odd_signs(thai):
    assert marked(thai, "ร้านนํ้าใส", Known(["นํ้าใส"])) == []


def test_a_mistake_in_the_list_is_suggested_first(thai):
    assert thai.suggest("ซอฟแวร์")[0] == "ซอฟต์แวร์"


def test_never_more_than_five_words_are_suggested(thai):
    assert len(thai.suggest("กาน")) == 5


def test_nothing_is_suggested_for_what_is_like_no_word(thai):
    assert thai.suggest("ฮฮฮฮฮฮฮ") == ()


@pytest.mark.parametrize(
    ("wrong", "right", "weight"),
    [
        ("สังเกตุ", "สังเกต", LIKELY),
        ("ปรากฎ", "ปรากฏ", LIKELY),
        ("อัตตรา", "อัตรา", LIKELY),
        ("ความร่วมมอื", "ความร่วมมือ", POSSIBLE),
        ("คลุมเคือ", "คลุมเครือ", POSSIBLE),
        ("ยุทธศาสต์", "ยุทธศาสตร์", POSSIBLE),
        ("ห้องสุด", "ห้องสมุด", UNLIKELY),
        ("ปลอดภัน", "ปลอดภัย", RANDOM),
        ("อนุญาต", "อนุญาต", None),
        ("กขค", "งจฉ", None),
    ],
)
def test_slips_are_weighed_by_how_often_they_happen(wrong, right, weight):
    assert slip(wrong, right) == weight


def test_a_long_text_without_blanks_takes_no_more_than_its_share(thai):
    assert len(thai.check("เทศบาลอนุญาติให้ใช้อาคารเก่าเป็นห้องสมุด" * 200, NOTHING)) == 200
