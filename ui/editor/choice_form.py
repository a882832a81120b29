"""The form for a choice: radio buttons for one option, boxes to tick for more, and a remark."""

from dataclasses import replace

from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QRadioButton

from cmdesk.i18n import _, ngettext
from cmdesk.model.answer import Answer, Choice
from cmdesk.model.language import Language, Wording
from ui.editor.answer_form import AnswerForm, words_binding
from ui.editor.names import in_language, tongue
from ui.editor.paper import Paper
from ui.widgets.label import label


class ChoiceForm(AnswerForm):
    """The options, one below the other."""

    def lay_out(self, paper: Paper) -> None:
        """Put the options and the remark on the paper."""
        paper.add_wide(label("muted", self._advice()))
        self.buttons: dict[str, QAbstractButton] = {}
        self._group = QButtonGroup(paper)
        self._group.setExclusive(self._only_one)
        for item in self.question.items:
            made = QRadioButton if self._only_one else QCheckBox
            button = self.buttons[item.id] = made(item.label.best(tongue()).replace("&", "&&"))
            button.setEnabled(self.session.writable)
            button.clicked.connect(self._clicked)
            self._group.addButton(button)
            paper.add_wide(button)
        self._add_remark(paper)
        self._show()

    def refresh(self) -> None:
        """Show the choice as it is now."""
        super().refresh()
        self._show()

    def focus_first(self) -> None:
        """Go to the first option."""
        for button in self.buttons.values():
            button.setFocus()
            return

    @property
    def _only_one(self) -> bool:
        return self.question.most == 1

    def _advice(self) -> str:
        most = self.question.most
        if most is None:
            return _("Choose all that apply.")
        return ngettext("Choose one.", "Choose at most {count}.", most).format(count=most)

    def _add_remark(self, paper: Paper) -> None:
        def read() -> Wording:
            return self._choice().remark

        def write(words: Wording) -> Answer:
            return replace(self._choice(), remark=words)

        name = _("Remark")
        places = {language: words_binding("remark", language, read, write) for language in Language}
        paper.add_line(name, *(self.words(place, in_language(name, each)) for each, place in places.items()))

    def _choice(self) -> Choice:
        answer = self.session.dossier.answer(self.question.id)
        return answer if isinstance(answer, Choice) else Choice()

    def _show(self) -> None:
        chosen = self._choice().chosen
        self._group.setExclusive(False)  # or Qt would not let the last one go
        for item, button in self.buttons.items():
            button.setChecked(item in chosen)
            full = not self._only_one and len(chosen) >= (self.question.most or len(self.buttons))
            button.setEnabled(self.session.writable and (item in chosen or not full))
        self._group.setExclusive(self._only_one)

    def _clicked(self) -> None:
        ticked = tuple(item for item, button in self.buttons.items() if button.isChecked())
        self.write("", replace(self._choice(), chosen=ticked))
