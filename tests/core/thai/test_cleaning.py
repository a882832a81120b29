from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from cmdesk.thai.cleaning import OBJECT, clean, cleaned


def test_every_kind_of_line_end_becomes_a_line_feed() -> None:
    assert clean("a\r\nb\rc\u2028d\u2029e\u0085f\vg\fh") == "a\nb\nc\nd\ne\nf\ng\nh"


def test_what_typists_set_on_purpose_stays() -> None:
    assert clean("ก\u200bข\u200cค\u200dง\u00ad\tจ") == "ก\u200bข\u200cค\u200dง\u00ad\tจ"


def test_what_is_taken_out_is_counted() -> None:
    assert cleaned("a\0b\x1fc\ud800d\uffff\ufdd0\x7f") == ("abcd", 6)


def test_the_sign_of_an_inline_object_is_no_letter() -> None:
    assert clean(f"a{OBJECT}b") == "ab"


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec=None)))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)

    assert cleaned(once) == (once, 0)


@settings(max_examples=300, deadline=None)
@given(st.text(st.characters(codec=None)))
def test_clean_text_goes_through_xml_and_comes_back(text: str) -> None:
    element = etree.Element("t")
    element.text = clean(text)

    assert (etree.fromstring(etree.tostring(element, encoding="utf-8")).text or "") == clean(text)
