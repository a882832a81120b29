"""The form for a rating: a mark from 1 to the highest for each thing that is listed."""

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QWidget

from cmdesk.i18n import _
from cmdesk.model.answer import Rating, Score
from cmdesk.model.form import Item
from ui.editor.answer_form import AnswerForm
from ui.editor.names import label_of, tongue
from ui.editor.paper import Paper
from ui.theme import SPACE
from ui.widgets.label import label

_USUAL_MOST = 5
_NONE = 0


class RatingForm(AnswerForm):
    """Each thing with its marks."""

    def lay_out(self, paper: Paper) -> None:
        """Put the things and their marks on the paper."""
        paper.set_shares((1, 1))
        self.groups: dict[str, QButtonGroup] = {}
        if not self.question.items:
            paper.add_wide(label("muted", _("The form lists nothing to rate.")))
        for item in self.question.items:
            paper.add_line(label_of(item), self._marks(item))
        self._show()

    def refresh(self) -> None:
        """Show the marks as they are now."""
        self._show()

    def focus_first(self) -> None:
        """Go to the first mark."""
        for group in self.groups.values():
            group.buttons()[0].setFocus()
            return

    def _marks(self, item: Item) -> QWidget:
        marks = QWidget()
        layout = QHBoxLayout(marks)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * SPACE)
        group = self.groups[item.id] = QButtonGroup(marks)
        for value in range((self.question.most or _USUAL_MOST) + 1):
            button = QRadioButton(str(value) if value else _("No mark"))
            button.setAccessibleName(f"{item.label.best(tongue())}: {button.text()}")
            button.setEnabled(self.session.writable)
            group.addButton(button, value)
            layout.addWidget(button)
        layout.addStretch()
        group.idClicked.connect(self._marked)
        return marks

    def _rating(self) -> Rating:
        answer = self.session.dossier.answer(self.question.id)
        return answer if isinstance(answer, Rating) else Rating()

    def _show(self) -> None:
        for item, group in self.groups.items():
            button = group.button(self._rating().value(item) or _NONE)
            if button is not None:
                button.setChecked(True)

    def _marked(self) -> None:
        marks = {item: group.checkedId() for item, group in self.groups.items()}
        unlisted = tuple(score for score in self._rating().scores if score.item not in marks)
        scores = tuple(Score(item, mark) for item, mark in marks.items() if mark != _NONE)
        self.write("", Rating((*scores, *unlisted)))
