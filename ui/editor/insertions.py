"""Commands that ask something before they write: links, citations, figures."""

from cmdesk.model.evidence import Evidence
from cmdesk.model.text import Citation, Figure, Span
from ui.editor.evidence_picker import EvidencePicker
from ui.editor.link_dialog import LinkDialog
from ui.editor.pen import Pen
from ui.editor.prose_page import ProsePage


class Insertions:
    """What can be put into the text of one page after a question."""

    def __init__(self, page: ProsePage, pen: Pen) -> None:
        self._page = page
        self._pen = pen

    def insert_link(self) -> None:
        """Make what is selected point at an address; without a selection, the link at the caret, or a new one."""
        if not self._applies():
            return
        self._select_link()
        dialog = LinkDialog(self._pen.link, self._page)
        if dialog.exec() != LinkDialog.DialogCode.Accepted:
            return
        if self._page.column.textCursor().hasSelection():
            self._pen.set_link(dialog.address)
        else:
            self._pen.insert(Span(dialog.address, link=dialog.address))

    def remove_link(self) -> None:
        """Keep the words of the link at the caret, and forget its address."""
        if self._applies():
            self._select_link()
            self._pen.set_link("")

    def insert_citation(self) -> None:
        """Cite a record that is chosen from a list."""
        if self._applies():
            picker = EvidencePicker(tuple(self._page.session.dossier.evidence.values()), self._page)
            if picker.exec() == EvidencePicker.DialogCode.Accepted and picker.chosen is not None:
                self._pen.insert(Citation(picker.chosen, picker.locator))

    def insert_figure(self) -> None:
        """Show the value of a statistic that is chosen from a list."""
        if self._applies():
            statistics = tuple(filter(_has_value, self._page.session.dossier.evidence.values()))
            picker = EvidencePicker(statistics, self._page, figures=True)
            if picker.exec() == EvidencePicker.DialogCode.Accepted and picker.chosen is not None:
                self._pen.insert(Figure(picker.chosen))

    def _applies(self) -> bool:
        return self._page.may_write and self._page.isVisibleTo(self._page.window())

    def _select_link(self) -> None:
        if not self._page.column.textCursor().hasSelection():
            self._pen.select_link()


def _has_value(record: Evidence) -> bool:
    return record.measure is not None
