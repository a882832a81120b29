"""Paragraphs whose two languages do not say the same."""

from collections.abc import Iterator

from cmdesk.checks.asked import answers, language_name, paragraphs
from cmdesk.checks.finding import Finding, Severity
from cmdesk.checks.quantities import Difference, difference
from cmdesk.i18n import _
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question
from cmdesk.model.language import Language
from cmdesk.reading import shown


def half_written(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each paragraph written in one language only, unless the whole answer is."""
    for question, prose in answers(dossier, Prose):
        expected = [language for language in Language if _is_begun(question, prose, language)]
        for paragraph in filter(None, prose.paragraphs):
            yield from (_half(question, paragraph, absent) for absent in expected if not paragraph.in_(absent))


def _is_begun(question: Question, prose: Prose, language: Language) -> bool:
    """A required answer that lacks a language altogether is one finding already (`unanswered`)."""
    return not question.required or any(paragraph.in_(language) for paragraph in prose.paragraphs)


def _half(question: Question, paragraph: Paragraph, absent: Language) -> Finding:
    told = _("This paragraph isn't written in {language} yet.").format(language=language_name(absent))
    return Finding("pair.missing_language", Severity.WARNING, told, question.id, paragraph.id)


def numbers_differ(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each pair whose numbers differ, years compared across the eras."""
    for question, paragraph in paragraphs(dossier):
        if paragraph.thai and paragraph.english:
            thai, english = (shown(paragraph.in_(language), language, dossier.evidence) for language in Language)
            found = difference(thai, english)
            if found:
                yield Finding("pair.numbers", Severity.WARNING, _differs(found), question.id, paragraph.id)


def _differs(found: Difference) -> str:
    thai, english = ", ".join(found.only_thai), ", ".join(found.only_english)
    if not english:
        return _("A number is only in the Thai text: {numbers}.").format(numbers=thai)
    if not thai:
        return _("A number is only in the English text: {numbers}.").format(numbers=english)
    return _("The numbers differ: {thai} in Thai, {english} in English.").format(thai=thai, english=english)
