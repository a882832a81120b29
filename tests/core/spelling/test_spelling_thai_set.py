"""The labelled sentences: what is found, what is marked in vain, in both halves."""

import pytest

from cmdesk.spelling.known import Known
from cmdesk.thai.words import words

NOTHING = Known()
HALVES = ("development", "held_out")


def recall(speller, half):
    return sum(any(m.overlaps(p.start, p.stop) for m in speller.check(p.text, NOTHING)) for p in half.planted) / len(
        half.planted
    )


def marked_in_vain(speller, half, known=NOTHING):
    """Marks of clean sentences, and beside the mistakes of the others, per 200 words."""
    clean = sum(len(speller.check(text, known)) for text in half.clean)
    beside = sum(not m.overlaps(p.start, p.stop) for p in half.planted for m in speller.check(p.text, known))
    texts = [*half.clean, *(p.text for p in half.planted)]
    return 200 * (clean + beside) / sum(len(words(text)) for text in texts)


@pytest.mark.parametrize("name", HALVES)
def test_each_half_has_150_sentences_of_either_kind(halves, name):
    assert (len(halves[name].planted), len(set(halves[name].clean))) == (150, 150)


def test_no_mistake_is_planted_twice(halves):
    pairs = [(p.text[p.start : p.stop], p.right[p.start :]) for half in halves.values() for p in half.planted]
    assert len({wrong for wrong, _right in pairs}) == len(pairs)


@pytest.mark.parametrize("name", HALVES)
def test_nine_of_ten_mistakes_are_found(thai, halves, name):
    assert recall(thai, halves[name]) >= 0.9


@pytest.mark.parametrize("name", HALVES)
def test_the_rules_alone_find_three_quarters_without_the_list(unlisted, halves, name):
    assert recall(unlisted, halves[name]) >= 0.75


@pytest.mark.parametrize("name", HALVES)
def test_less_than_one_word_in_two_hundred_is_marked_in_vain(thai, halves, name):
    assert marked_in_vain(thai, halves[name]) <= 1


@pytest.mark.parametrize("name", HALVES)
def test_what_was_meant_is_among_the_suggestions(thai, halves, name):
    def is_offered(p):
        marks = [m for m in thai.check(p.text, NOTHING) if m.overlaps(p.start, p.stop)]
        forms = {p.text[: m.start] + form + p.text[m.stop :] for m in marks for form in thai.suggest(m.words)}
        return p.right in forms

    assert sum(map(is_offered, halves[name].planted)) >= 135
