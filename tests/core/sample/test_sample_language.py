"""The sample's Thai and English: the same numbers, each in its own style."""

import re
from collections.abc import Iterator

import pytest

from cmdesk.checks.quantities import difference
from cmdesk.model.answer import Card, Facts, Materials, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language, Wording
from cmdesk.reading import shown
from cmdesk.sample import sample


def pairs(dossier: Dossier) -> Iterator[tuple[str, str]]:
    """Everything that is said, in Thai and in English."""
    for wording in wordings(dossier):
        yield wording.thai, wording.english
    for answer in dossier.answers.values():
        if isinstance(answer, Prose):
            for paragraph in answer.paragraphs:
                yield tuple(shown(paragraph.in_(each), each, dossier.evidence) for each in Language)  # type: ignore[misc] # two languages, two texts


def wordings(dossier: Dossier) -> Iterator[Wording]:
    yield from (dossier.profile.title, dossier.profile.city)
    yield from (stone.title for stone in dossier.profile.milestones)
    for record in dossier.evidence.values():
        yield from (record.title, record.caption, record.summary, record.place, record.source, record.notes)
    for answer in dossier.answers.values():
        if isinstance(answer, Facts):
            yield from (wording for row in answer.rows for wording in (row.label, row.remark))
        if isinstance(answer, Card):
            yield from (entry.words for entry in answer.entries)
        if isinstance(answer, Materials):
            yield from (item.title for item in answer.items)


PAIRS = tuple(pairs(sample()))
NOTES = tuple(remark.words for note in sample().notes.values() for remark in note.remarks)
THAI = (*(thai for thai, _english in PAIRS), *NOTES)
ENGLISH = tuple(english for _thai, english in PAIRS)


@pytest.mark.parametrize(("thai", "english"), [pair for pair in PAIRS if all(pair)])
def test_both_languages_say_the_same_numbers(thai: str, english: str) -> None:
    found = difference(thai, english)

    assert (found.only_thai, found.only_english) == ((), ())


@pytest.mark.parametrize(("thai", "english"), [pair for pair in PAIRS if all(pair)])
def test_both_languages_mark_examples_alike(thai: str, english: str) -> None:
    assert thai.count("(ตัวอย่าง)") == english.count("(example)")


def found(pattern: str, texts: tuple[str, ...]) -> list[str]:
    return [match[0] for words in texts for match in re.finditer(pattern, words)]


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        (r"\b(?:19|20)\d\d\b", "a year of the Common Era"),
        (r"[๐-๙]", "a Thai digit"),
        (r"[^\s]ๆ|ๆ[^\s]", "ๆ without its spaces"),
        (r"  ", "two spaces"),
        (r"[ก-๙]{3}[.,;]\s", "Latin punctuation"),
        (r"\(\s|\s\)", "a space inside brackets"),
        (r"[ก-๙]\d|\d[ก-๙]", "a number without its spaces"),
        (r"ํา|เเ|[่-๋][ัิ-ู]", "letters typed in a wrong order"),
        (r"[\"']", "a straight quotation mark"),
    ],
)
def test_thai_has_none_of_the_usual_faults(pattern: str, fault: str) -> None:
    assert found(pattern, THAI) == [], fault


@pytest.mark.parametrize(
    ("pattern", "fault"),
    [
        (r"\b25\d\d\b", "a year of the Buddhist Era"),
        (r"[ก-๙]", "Thai letters"),
        (r"  ", "two spaces"),
        (r"[\"']", "a straight quotation mark"),
        (r"\w’(?:t|re|ve|ll)\b", "a contraction"),
        (r"\b\w+i[sz]ation\b(?<!ization)", "-isation"),
        (r"\b(?:organis|mobilis|recognis|realis|revitalis)\w+", "-ise"),
        (r"\b(?:center(?!, Chiang)|program(?! Management)|color|labor)\b", "American spelling"),
        (r"\d%", "a per-cent sign in running text"),
    ],
)
def test_english_has_none_of_the_usual_faults(pattern: str, fault: str) -> None:
    assert found(pattern, ENGLISH) == [], fault
