"""English: British, with Oxford's -ize, quiet about names and signs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.spelling.english.tokens import tokens
from cmdesk.spelling.known import Known
from cmdesk.spelling.mistake import Kind, Mistake

NOTHING = Known()


def marked(speller, text, known=NOTHING):
    return [m.words for m in speller.check(text, known)]


def test_a_misspelt_word_is_told_with_its_place(english):
    assert english.check("A learnig city", NOTHING) == [Mistake(2, 9, Kind.MISSPELT, "learnig")]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("organisation", "organization"),
        ("Organised", "Organized"),
        ("organisation’s", "organization’s"),
        ("re-vitalised", "re-vitalized"),
        ("judgment", "judgement"),
        ("programs", "programmes"),
    ],
)
def test_oxford_has_another_form(english, written, form):
    (found,) = english.check(f"the {written} here", NOTHING)
    assert (found.kind, found.meant) == (Kind.OXFORD, (form,))


@pytest.mark.parametrize(
    "words",
    [
        "to advise, surprise, analyse, exercise, improvise, franchise or supervise",
        "expertise in a valise, prised open and raised, a promise that comprises",
        "to organize and digitalize what revitalizes a programme, by judgement and licence",
    ],
)
def test_oxford_is_content(english, words):
    assert marked(english, words) == []


@pytest.mark.parametrize("word", ["advertize", "surprize", "exercize", "televize"])
def test_no_z_is_taken_where_the_root_has_none(english, word):
    assert marked(english, word) == [word]


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("center", "centre"),
        ("Colors", "Colours"),
        ("analyzed", "analysed"),
        ("traveling", "travelling"),
        ("fulfill", "fulfil"),
        ("skillful", "skilful"),
        ("defense", "defence"),
        ("catalog", "catalogue"),
        ("aluminum", "aluminium"),
        ("pediatric", "paediatric"),
        ("esophagus", "oesophagus"),
        ("maneuvered", "manoeuvred"),
    ],
)
def test_american_spelling_is_told_with_the_british_form(english, written, form):
    (found,) = english.check(f"the {written} here", NOTHING)
    assert (found.kind, found.meant) == (Kind.AMERICAN, (form,))


@pytest.mark.parametrize(
    "text",
    [
        "the learner's, the learners’ and the learner’s book",
        "UNESCO’s NGOs at the GNLC, PMU-A and YouTube",
        "in the 1990s, on the 21st, 4.8m, B2B, 3D",
        "see https://uil.unesco.org/organise-xyzzy or www.xyzzy.org and xyzzy@foo.org",
        "open xyzzy.docx, xyzzy_final.pdf, e.g. unesco.org/xyzzy",
        "a well-being, co-created, non-formal, socio-economic, anti-bullying idea",
        "Côte d’Ivoire, naïve café",
        "the mayor, Assanee Wichitphan, spoke",
        "เมือง ๒๕๖๖",
        "x y z",
    ],
)
def test_what_is_right_or_no_business_of_a_dictionary_is_left_alone(english, text):
    assert marked(english, text) == []


def test_only_the_wrong_part_of_a_compound_is_marked(english):
    (found,) = english.check("a well-beeing", NOTHING)
    assert (found.start, found.words) == (7, "beeing")


def test_a_name_inside_a_sentence_is_marked_when_it_is_nearly_a_word(english):
    assert marked(english, "the Internationl Office") == ["Internationl"]


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name(english):
    assert marked(english, "Good. Teh city. “Teh end”") == ["Teh", "Teh"]


def test_names_and_terms_are_known_by_their_parts(english):
    assert marked(english, "Buranupakorn met xyzzyes.", Known(["Assanee Buranupakorn", "xyzzyes"])) == []


def test_a_word_in_lower_case_is_known_in_any_case(english):
    assert marked(english, "Khwaeng. KHWAENG, khwaeng’s", Known(["khwaeng"])) == []


def test_a_title_is_known_only_whole(english, shipped):
    text = "the Thailand Creative & Design Center is a center"
    assert marked(english, text, shipped) == ["center"]


def test_the_key_features_keep_the_spelling_of_their_title(english, shipped):
    text = "Effective mobilisation and utilisation of resources needs mobilisation."
    assert [(m.start, m.words) for m in english.check(text, shipped)] == [(58, "mobilisation")]


def test_a_known_word_is_not_known_inside_another(english):
    assert marked(english, "a xyzzyfoo", Known(["xyzzy"])) == ["xyzzyfoo"]


def test_the_form_that_is_surely_meant_is_suggested_first(english):
    assert english.suggest("center")[0] == "centre"


def test_suggestions_are_five_at_most_and_in_oxfords_spelling(english):
    offered = english.suggest("organisaton")
    assert ("organization" in offered, "organisation" in offered, len(offered) <= 5) == (True, False, True)


def test_a_suggestion_keeps_the_apostrophe_out_of_trouble(english):
    assert "learner's" in english.suggest("lerner’s") or "learner's" in english.suggest("learnner’s")


def test_tokens_know_whether_they_begin_a_sentence():
    found = tokens("One two. “Three” four\nFive")
    assert [token.text for token in found if token.begins] == ["One", "Three", "Five"]


@given(st.text(st.sampled_from("aeinorstlcz'’-@./: AEZé1ก\n"), max_size=60))
@settings(deadline=None, max_examples=150)
def test_mistakes_of_any_text_are_stretches_of_it_in_order_and_apart(english, text):
    found = english.check(text, NOTHING)
    edges = [edge for mistake in found for edge in (mistake.start, mistake.stop)]
    assert (edges, [m.words for m in found]) == (sorted(edges), [text[m.start : m.stop] for m in found])
