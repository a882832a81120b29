"""The fields of a record in which one chooses: kinds and levels, consent, criteria and key features."""

from collections.abc import Callable
from enum import Enum
from typing import Any

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMenu, QToolButton

from cmdesk.i18n import _
from cmdesk.model.evidence import Evidence, PeopleShown, Permission
from cmdesk.model.form import Topic
from ui.library.field_kit import RecordField, Say
from ui.library.words import name_of, topic_name
from ui.style import ROLE


class ChoiceField(RecordField):
    """One of a few, or none."""

    def __init__(self, name: str, say: Say, choices: type[Enum], *, needed: bool = False) -> None:
        super().__init__((name,), say)
        self._choices: list[Enum | None] = [*([] if needed else [None]), *choices]
        self.box = QComboBox()
        self.box.addItems(["" for _choice in self._choices])
        self.box.activated.connect(self.edited)
        self.add_line(self.box)
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the interface's language."""
        super().retranslate()
        for place, choice in enumerate(getattr(self, "_choices", ())):
            self.box.setItemText(place, "–" if choice is None else name_of(choice))

    def show_record(self, record: Evidence) -> None:
        """Show which one holds."""
        self.box.setCurrentIndex(self._choices.index(getattr(record, self.names[0])))

    def taken(self, record: Evidence) -> dict[str, Any]:  # noqa: ARG002 - the box is all it is
        """The one chosen."""
        return {self.names[0]: self._choices[self.box.currentIndex()]}


class PeopleField(RecordField):
    """Whether adults and minors shown have agreed."""

    def __init__(self, say: Say) -> None:
        super().__init__(("people",), say)
        self.boxes = (QComboBox(), QComboBox())
        for box in self.boxes:
            box.addItems(["" for _permission in Permission])
            box.activated.connect(self.edited)
        self.add_line(self.boxes[0])
        self.add_line(self.boxes[1])
        self.retranslate()

    def retranslate(self) -> None:
        """Speak the interface's language."""
        super().retranslate()
        told = (_("Adults: {answer}"), _("Minors: {answer}"))
        for box, words in zip(getattr(self, "boxes", ()), told, strict=False):
            box.setAccessibleName(words.format(answer=""))
            for place, permission in enumerate(Permission):
                box.setItemText(place, words.format(answer=name_of(permission)))

    def is_blank(self, record: Evidence) -> bool:
        """Whether nobody is shown."""
        return record.people == PeopleShown()

    def show_record(self, record: Evidence) -> None:
        """Show both answers."""
        for box, permission in zip(self.boxes, (record.people.adults, record.people.minors), strict=True):
            box.setCurrentIndex(list(Permission).index(permission))

    def taken(self, record: Evidence) -> dict[str, Any]:  # noqa: ARG002 - the boxes are all it is
        """Both answers."""
        permissions = list(Permission)
        return {"people": PeopleShown(*(permissions[box.currentIndex()] for box in self.boxes))}


class CodesField(RecordField):
    """Criteria or key features, chosen from those of the form; codes that the form doesn't know stay."""

    def __init__(self, name: str, say: Say, topics: Callable[[], tuple[Topic, ...]]) -> None:
        super().__init__((name,), say)
        self._topics = topics
        self._codes: tuple[str, ...] = ()
        self.button, self._menu = QToolButton(), QMenu(self)
        self.button.setMenu(self._menu)
        self.button.setProperty(ROLE, "chip")
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu.aboutToShow.connect(self._fill)
        self.add_line(self.button)

    def show_record(self, record: Evidence) -> None:
        """Show the codes with their names."""
        self._codes = getattr(record, self.names[0])
        titles = {topic.code: topic_name(topic) for topic in self._topics()}
        told = [titles.get(code, code) for code in self._codes]
        first = told[0] if told else _("Choose…")
        self.button.setText(first if len(told) <= 1 else ", ".join(code for code in self._codes))
        self.button.setToolTip("\n".join(told))

    def taken(self, record: Evidence) -> dict[str, Any]:  # noqa: ARG002 - the codes are all it is
        """The codes chosen."""
        return {self.names[0]: self._codes}

    def _fill(self) -> None:
        self._menu.clear()
        for topic in self._topics():
            line = self._menu.addAction(topic_name(topic).replace("&", "&&"))
            line.setCheckable(True)
            line.setChecked(topic.code in self._codes)
            line.setData(topic.code)
            line.triggered.connect(self._toggled)

    def _toggled(self) -> None:
        line = self.sender()
        if isinstance(line, QAction):
            code = str(line.data())
            others = tuple(each for each in self._codes if each != code)
            self._codes = (*others, code) if line.isChecked() else others
            self.edited.emit()
