from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.thai.normalizing import search_key

CONSONANTS = [chr(code) for code in range(0x0E01, 0x0E2F)]
VOWELS = ["", *(chr(code) for code in (0x0E31, 0x0E34, 0x0E35, 0x0E36, 0x0E37, 0x0E38, 0x0E39, 0x0E3A, 0x0E47))]
TONES = [chr(code) for code in range(0x0E48, 0x0E4C)]
THAI = st.characters(min_codepoint=0x0E00, max_codepoint=0x0E5B)
ANYTHING = st.text(st.one_of(THAI, st.characters(), st.sampled_from("\u200b\u00ad \t\u0301\u0345İßΣ")))


def test_every_order_of_vowel_and_tone_on_every_consonant_has_one_key() -> None:
    kinds = [(base, vowel, tone) for base in CONSONANTS for vowel in VOWELS for tone in TONES]

    split = [kind for kind in kinds if len({search_key(kind[0] + a + b) for a, b in permutations(kind[1:])}) != 1]

    assert split == []


def test_every_way_to_type_sara_am_with_a_tone_has_one_key() -> None:
    ways = ("{t}ำ", "ำ{t}", "ํ{t}า", "{t}ํา", "ํา{t}")

    split = [
        (base, tone)
        for base in CONSONANTS
        for tone in ["", *TONES]
        if len({search_key(base + way.format(t=tone)) for way in ways}) != 1
    ]

    assert split == []


def test_words_that_differ_keep_different_keys() -> None:
    syllables = {base + vowel + tone for base in CONSONANTS for vowel in VOWELS for tone in ["", *TONES]}

    assert len({search_key(syllable) for syllable in syllables}) == len(syllables)


def test_two_sara_e_are_sara_ae() -> None:
    assert search_key("เเม่น้ำ") == search_key("แม่นํ้า")


def test_a_mark_typed_twice_counts_once() -> None:
    assert search_key("ที่่") == search_key("ที่")


def test_unseen_characters_make_no_difference() -> None:
    assert search_key("เมือง\u200bแห่ง\u200cการ\u200dเรียน\u00adรู้\u2060\ufeff") == search_key("เมืองแห่งการเรียนรู้")


def test_marks_parted_by_a_zero_width_space_are_ordered_together() -> None:
    assert search_key("ท่\u200bี") == search_key("ที่")


def test_thai_digits_are_arabic_ones() -> None:
    assert search_key("พ.ศ. ๒๕๖๖") == search_key("พ.ศ. 2566")


def test_case_makes_no_difference() -> None:
    assert search_key("UNESCO Straße") == search_key("unesco STRASSE")


def test_composed_and_decomposed_latin_letters_have_one_key() -> None:
    assert search_key("Querétaro") == search_key("Quere\u0301taro")


def test_white_space_is_one_blank_and_none_at_the_ends() -> None:
    assert search_key(" learning\u00a0\n city\t") == "learning city"


@settings(max_examples=400, deadline=None)
@given(ANYTHING)
def test_a_key_is_its_own_key(text: str) -> None:
    key = search_key(text)

    assert search_key(key) == key
