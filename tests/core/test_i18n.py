import pytest

from cmdesk import i18n


@pytest.fixture(autouse=True)
def english_afterwards():
    yield
    i18n.use_language("en")


def test_the_interface_speaks_english_at_first():
    assert i18n.language() == "en"
    assert i18n._("Cancelled. Nothing was changed.") == "Cancelled. Nothing was changed."


def test_the_interface_speaks_thai_when_told():
    i18n.use_language("th")
    assert i18n.language() == "th"
    assert i18n._("Cancelled. Nothing was changed.").startswith("ยกเลิก")


def test_an_empty_message_stays_empty():
    assert i18n.catalogue("th").gettext("") == ""


def test_thai_has_one_form_for_any_number():
    thai = i18n.catalogue("th")
    assert thai.ngettext("{n} thing nobody translated", "{n} things nobody translated", 1)


def test_a_marked_message_stays_as_it_is():
    assert i18n.N_("Sections") == "Sections"


def test_words_with_a_context_fall_back_to_themselves():
    assert i18n.pgettext("nowhere", "Untranslated") == "Untranslated"


def test_numbers_of_things_are_worded_in_the_language_spoken():
    assert i18n.ngettext("{n} page", "{n} pages", 2) == "{n} pages"


def test_a_language_without_a_catalogue_is_refused():
    with pytest.raises(FileNotFoundError):
        i18n.Catalogue("xx")
