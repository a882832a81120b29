"""Hits put into rows and words."""

from collections.abc import Sequence
from itertools import groupby

from cmdesk import i18n
from cmdesk.finding.passages import Passage, Room
from cmdesk.finding.searching import Hit
from cmdesk.i18n import _, ngettext
from cmdesk.model.answer import Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.thai.cleaning import OBJECT
from ui.widgets.rows import Row

MOST_SHOWN = 500
"""Hits listed; who has more writes another word."""
_SHOWN_OBJECT = "·"


def rows(hits: Sequence[Hit], dossier: Dossier, instead: str | None) -> list[Row]:
    """The hits under the names of what they are in; with what would stand there `instead`, when given."""
    made: list[Row] = []
    for name, group in groupby(hits[:MOST_SHOWN], key=lambda hit: _heading(hit.passage, dossier)):
        made.append(Row(name))
        made.extend(_row(hit, dossier, instead) for hit in group)
    if len(hits) > MOST_SHOWN:
        more = len(hits) - MOST_SHOWN
        made.append(Row(ngettext("{count} more place", "{count} more places", more).format(count=more)))
    return made


def _row(hit: Hit, dossier: Dossier, instead: str | None) -> Row:
    before, found, after = map(_readable, (hit.before, hit.words, hit.after))
    remark = ""
    if hit.passage.locked:
        remark = _("Locked: it stays as it is.")
    elif instead is not None:
        remark = f"→ {before}{_readable(instead)}{after}"
    mark = len(before), len(before) + len(found)
    over = _where(hit.passage, dossier)
    return Row(f"{before}{found}{after}", hit, over, remark, "locked" if hit.passage.locked else "", "muted", mark)


def _readable(words: str) -> str:
    return words.replace(OBJECT, _SHOWN_OBJECT).replace("\n", " ")


def _heading(passage: Passage, dossier: Dossier) -> str:
    tongue = Language(i18n.language())
    if passage.room is Room.PROFILE:
        return _("Dossier details")
    if passage.evidence is not None:
        title = dossier.evidence[passage.evidence].title if passage.evidence in dossier.evidence else None
        return _("Evidence: {title}").format(title=title.best(tongue) if title else _("Untitled record"))
    question = dossier.form.question(passage.question or QuestionId(""))
    return f"{question.id} {question.title.best(tongue)}"


def _where(passage: Passage, dossier: Dossier) -> str:
    language = {Language.THAI: _("Thai"), Language.ENGLISH: _("English")}.get(passage.language or Language.THAI, "")
    if passage.room is Room.NOTE:
        return _("Note")
    number = _number(dossier, passage.question, passage.paragraph)
    if number and passage.language:
        return _("Paragraph {number}, {language}").format(number=number, language=language)
    return language if passage.language else ""


def _number(dossier: Dossier, question: QuestionId | None, paragraph: ParagraphId | None) -> int:
    answer = dossier.answer(question) if question else None
    found = answer.paragraphs if isinstance(answer, Prose) else ()
    return next((place for place, row in enumerate(found, start=1) if row.id == paragraph), 0)


def told(hits: Sequence[Hit], words: str) -> str:
    """How often something was found, in a sentence."""
    if not words:
        return _("Write what to find: in both languages, evidence and notes.")
    if not hits:
        return _("Not found.")
    return ngettext("Found in {count} place", "Found in {count} places", len(hits)).format(count=len(hits))
