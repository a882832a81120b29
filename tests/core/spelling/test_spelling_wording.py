"""Why something was marked, in words."""

import pytest

from cmdesk import i18n
from cmdesk.spelling.errors import SpellingError, SpellingFailedError, SpellingUnavailableError
from cmdesk.spelling.mistake import Kind, Mistake
from cmdesk.spelling.wording import why


@pytest.fixture(autouse=True)
def in_english():
    i18n.use_language("en")


@pytest.mark.parametrize(
    ("kind", "meant", "part"),
    [
        (Kind.OXFORD, ("organize",), "Oxford spelling, which the United Nations follow, has “organize”."),
        (Kind.AMERICAN, ("centre",), "British English has “centre”."),
        (Kind.MARKS, ("น้ำ",), "a search would miss this word."),
        (Kind.MISSPELT, ("อนุญาต",), "“อนุญาต” may be meant."),
        (Kind.MISSPELT, (), "The dictionary does not know this word."),
    ],
)
def test_every_kind_of_mistake_is_told_in_one_sentence(kind, meant, part):
    assert part in why(Mistake(0, 1, kind, "x", meant))


@pytest.mark.parametrize("error", [SpellingError, SpellingFailedError, SpellingUnavailableError])
def test_a_failure_says_what_and_what_next(error):
    failure = error("detail")
    assert (failure.what.endswith("."), failure.advice.endswith(".")) == (True, True)
