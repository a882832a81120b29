from dataclasses import replace
from typing import Any

from cmdesk.checks.finding import Severity
from cmdesk.checks.translations import translations_stale, translations_unreviewed
from cmdesk.edits.prose import SetText
from cmdesk.edits.stages import SetStage
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage
from cmdesk.model.text import Text

ASKED = QuestionId("asked")
P0, P1 = ParagraphId("p0"), ParagraphId("p1")
THAI, ENGLISH = Language


def staged(dossier: Any, stage: Stage, *paragraphs: ParagraphId) -> Any:
    return SetStage(ASKED, paragraphs, ENGLISH, stage).apply(dossier)


def test_a_translation_left_behind_is_a_warning(ask: Any, pairs: Any) -> None:
    translated = staged(ask(pairs(("ก", "A"), ("ข", "B"))), Stage.TRANSLATED, P0, P1)

    [found] = translations_stale(SetText(ASKED, P1, THAI, Text.of("ค")).apply(translated))

    assert (found.rule, found.severity, found.paragraph) == ("pair.stale", Severity.WARNING, P1)
    assert found.sentence.startswith("The Thai text has changed")


def test_the_language_that_changed_is_named(ask: Any, pairs: Any) -> None:
    prose = pairs(("ก", "A"))
    row = replace(prose.paragraphs[0], leading=ENGLISH, agreed=Text.of("B"))

    [found] = translations_stale(ask(prose.with_(row)))

    assert found.sentence.startswith("The English text has changed")


def test_translations_in_agreement_are_not_stale(ask: Any, pairs: Any) -> None:
    assert not list(translations_stale(staged(ask(pairs(("ก", "A"))), Stage.TRANSLATED, P0)))


def test_unreviewed_translations_are_one_note_an_answer(ask: Any, pairs: Any) -> None:
    dossier = staged(ask(pairs(("ก", "A"), ("ข", "B"), ("ค", ""))), Stage.TRANSLATED, P0)

    [found] = translations_unreviewed(dossier)

    assert (found.rule, found.severity, found.paragraph) == ("pair.unreviewed", Severity.NOTE, P0)
    assert found.sentence.startswith("2 translated paragraphs")


def test_reviewed_and_locked_translations_are_not_noted(ask: Any, pairs: Any) -> None:
    dossier = staged(ask(pairs(("ก", "A"), ("ข", "B"))), Stage.REVIEWED, P0)

    assert not list(translations_unreviewed(staged(dossier, Stage.LOCKED, P1)))


def test_a_team_that_keeps_no_stages_hears_nothing_of_reviews(ask: Any, pairs: Any) -> None:
    assert not list(translations_unreviewed(ask(pairs(("ก", "A")))))
