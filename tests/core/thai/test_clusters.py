from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.thai.clusters import cluster_starts, clusters

THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E4E), max_size=40)


def test_marks_stay_on_their_consonant() -> None:
    assert clusters("ที่นี่") == ["ที่", "นี่"]


def test_sara_am_stays_with_its_consonant() -> None:
    assert clusters("น้ำ") == ["น้ำ"]


def test_sara_am_typed_as_two_signs_is_one_character_too() -> None:
    assert clusters("นํ้ากํา") == ["นํ้า", "กํา"]


def test_a_leading_vowel_is_a_character_of_its_own() -> None:
    assert clusters("เมือง") == ["เ", "มื", "อ", "ง"]


def test_an_emoji_of_several_code_points_is_one_character() -> None:
    assert clusters("a👍🏽👩‍👧") == ["a", "👍🏽", "👩‍👧"]


def test_starts_count_code_points_beyond_the_basic_plane() -> None:
    assert cluster_starts("😀ก่ข") == [0, 1, 3]


def test_no_text_has_no_characters() -> None:
    assert clusters("") == []


def test_a_lone_surrogate_is_given_back_as_it_came() -> None:
    assert clusters("ก\ud800") == ["ก", "\ud800"]


@settings(max_examples=200, deadline=None)
@given(st.one_of(THAI, st.text(max_size=40)))
def test_characters_joined_are_the_text(text: str) -> None:
    assert "".join(clusters(text)) == text


@settings(max_examples=200, deadline=None)
@given(THAI)
def test_no_character_but_the_first_begins_with_a_mark(text: str) -> None:
    marks = "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39\u0e3a\u0e47\u0e48\u0e49\u0e4a\u0e4b\u0e4c\u0e4d\u0e4e\u0e33"

    assert [cluster for cluster in clusters(text)[1:] if cluster[0] in marks] == []
