"""The commands on the stages of paragraphs, and the way from one that is to be translated to the next."""

from collections.abc import Iterator

from cmdesk.edits.stages import Agree, Agreement, SetStage, Unlock
from cmdesk.i18n import _
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.model.stage import Stage, done
from ui.editor.prose_page import ProsePage


def is_due(paragraph: Paragraph) -> bool:
    """Whether a translator has work with it: it is not translated yet, or its translation was left behind."""
    untranslated = paragraph.stage(paragraph.following) is Stage.DRAFT
    return bool(paragraph.in_(paragraph.leading)) and (untranslated or paragraph.is_stale)


def due_from(dossier: Dossier, question: QuestionId, row: int, step: int) -> Iterator[tuple[QuestionId, int]]:
    """Questions and rows that are due, from behind a row on, then in the sections further on, around to that row."""
    questions = [each.id for each in dossier.form.questions]
    here = questions.index(question)
    places = [(name, place) for name in (*questions[here:], *questions[:here]) for place in _due_rows(dossier, name)]
    ahead = [place for place in places if place[0] != question or place[1] > row]
    behind = [place for place in places if place[0] == question and place[1] < row]
    found = [*ahead, *behind]
    return iter(found if step > 0 else found[::-1])


def _due_rows(dossier: Dossier, question: QuestionId) -> list[int]:
    answer = dossier.answer(question)
    rows = answer.paragraphs if isinstance(answer, Prose) else ()
    return [place for place, paragraph in enumerate(rows) if is_due(paragraph)]


class Reviewing:
    """The commands on the stages of one page. One that does not apply does nothing."""

    def __init__(self, page: ProsePage) -> None:
        self._page = page

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph that the caret is in; None in an answer without any."""
        paragraphs, row = self._page.prose.paragraphs, self._page.place.row
        return paragraphs[row] if row < len(paragraphs) else None

    def _selected(self) -> tuple[ParagraphId, ...]:
        stretch, paragraphs = self._page.column.stretch, self._page.prose.paragraphs
        return tuple(paragraph.id for paragraph in paragraphs[stretch.first_row : stretch.last_row + 1])

    def set_stage(self, stage: Stage) -> None:
        """Say how far the side with the caret is, of the row or of those selected."""
        if self._page.may_write:
            page = self._page
            page.do_alone(SetStage(page.question, self._selected(), page.language, stage))

    def toggle_lock(self) -> None:
        """Lock the text with the caret, or unlock it."""
        locked = self.paragraph is not None and self.paragraph.stage(self._page.language) is Stage.LOCKED
        self.unlock() if locked else self.set_stage(Stage.LOCKED)

    def unlock(self) -> None:
        """Let the texts that are selected be changed again."""
        if self._page.may_write:
            page = self._page
            page.do_alone(Unlock(page.question, self._selected(), page.language))

    def agree(self, how: Agreement) -> None:
        """Say that the translation of the row agrees with its leading text again."""
        if self._page.may_write and self.paragraph is not None:
            self._page.do_alone(Agree(self._page.question, self.paragraph.id, how))

    def finish(self) -> None:
        """Say that the side with the caret is ready or translated, and go on with the next one like it."""
        paragraph, page = self.paragraph, self._page
        if paragraph is None or not page.may_write:
            return
        leads = page.language is paragraph.leading
        if _needs_saying(paragraph, page.language):
            page.do_alone(SetStage(page.question, (paragraph.id,), page.language, done(leads=leads)))
        if leads:
            self._go_to_next_draft(page.language)
        else:
            self.go_to_due(1)

    def _go_to_next_draft(self, language: Language) -> None:
        rows = enumerate(self._page.prose.paragraphs)
        drafts = [row for row, each in rows if each.leading is language and each.stage(language) is Stage.DRAFT]
        following = [row for row in drafts if row > self._page.place.row] or drafts
        if following:
            self.go_to_row(following[0], language)

    def go_to_due(self, step: int) -> None:
        """Go to the next translation that is due, or to the one before; into another section when none is left here."""
        page = self._page
        found = (
            next(due_from(page.session.dossier, page.question, page.place.row, step), None) if page.question else None
        )
        if found is None:
            page.refused.emit(_("Nothing else is left to translate."))
        elif found[0] == page.question:
            self.go_to_row(found[1], page.prose.paragraphs[found[1]].following)
        else:
            page.elsewhere.emit(*found)

    def go_to_row(self, row: int, language: Language) -> None:
        """Put the caret at the end of one side of a row, and write there."""
        column = self._page.sheet.columns[language]
        column.go_to_end(row)
        self._page.focus(language)


def _needs_saying(paragraph: Paragraph, language: Language) -> bool:
    """Whether finishing says anything new: a review or a lock says more already, unless it is behind."""
    behind = paragraph.is_stale and language is paragraph.following
    return paragraph.stage(language) is Stage.DRAFT or behind
