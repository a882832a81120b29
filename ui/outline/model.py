"""The outline as Qt's model: parts, and in them sections. It follows the dossier, a little behind."""

from typing import TypeAlias, overload

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer

from cmdesk.checks import Finding
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import QuestionId
from ui.outline.sections import PartHead, Section, part_head, section
from ui.widgets.plain import tip

Index: TypeAlias = QModelIndex | QPersistentModelIndex

LINE = Qt.ItemDataRole.UserRole
"""Role of the `Section` or `PartHead` itself."""
PAUSE_MS = 250
"""Rest after a change before states and counts are looked at anew: typing must not wait for them."""
_NOWHERE = QModelIndex()


class OutlineModel(QAbstractItemModel):
    """Parts and their sections. An index of a section bears its part's row plus one, that of a part 0."""

    def __init__(self, dossier: Dossier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dossier = dossier
        self._lines: dict[QuestionId, Section] = {}
        self._stale: set[QuestionId] = set()
        self._findings: tuple[Finding, ...] = ()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.refresh)

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """Index of a child."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @overload
    def parent(self) -> QObject | None: ...
    @overload
    def parent(self, child: Index, /) -> QModelIndex: ...
    def parent(self, child: Index | None = None) -> QModelIndex | QObject | None:
        """Index of the part that a section is in; without an index, the object that owns this one."""
        if child is None:
            return QObject.parent(self)
        if not child.isValid() or child.internalId() == 0:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, 0)

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """How many children an index has."""
        parts = self._dossier.form.parts
        if not parent.isValid():
            return len(parts)
        return len(parts[parent.row()].questions) if parent.internalId() == 0 else 0

    def columnCount(self, _parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """One."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Sections can be chosen, parts cannot."""
        if isinstance(self.line(index), Section):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The line, its title, or what is said of it."""
        line = self.line(index)
        if line is None:
            return None
        said = line.spoken if isinstance(line, Section) else f"{line.title}. {line.words}"
        return {
            int(LINE): line,
            int(Qt.ItemDataRole.DisplayRole): line.title,
            int(Qt.ItemDataRole.AccessibleTextRole): said,
            int(Qt.ItemDataRole.ToolTipRole): tip(said),
        }.get(int(role))

    def line(self, index: Index) -> Section | PartHead | None:
        """What stands at an index."""
        if not index.isValid():
            return None
        if index.internalId() == 0:
            return part_head(self._dossier, self._dossier.form.parts[index.row()])
        question = self._dossier.form.parts[index.internalId() - 1].questions[index.row()]
        if question.id not in self._lines:
            self._lines[question.id] = section(self._dossier, question, self._findings)
        return self._lines[question.id]

    def place(self, question_id: QuestionId) -> QModelIndex:
        """Index of a question's section; an invalid one when the form has no such question."""
        for row, part in enumerate(self._dossier.form.parts):
            for place, question in enumerate(part.questions):
                if question.id == question_id:
                    return self.createIndex(place, 0, row + 1)
        return QModelIndex()

    def follow(self, before: Dossier, after: Dossier) -> None:
        """Take the dossier's new state; its changed sections are looked at after a pause."""
        self._dossier = after
        if before.evidence is not after.evidence:
            self._stale.update(question.id for question in after.form.questions)
        self._stale.update(changed_answers(before, after))
        self._stale.update(_newly_noted(before, after))
        if self._stale:
            self._pause.start()

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Mark the sections in which something was found; only those are looked at anew where that has changed."""
        before, self._findings = self._findings, findings
        known = {finding.question for finding in set(before) ^ set(findings)}
        self._stale.update(question for question in known if question is not None)
        self.refresh()

    def refresh(self) -> None:
        """Look at the changed sections now."""
        self._pause.stop()
        stale, self._stale = self._stale, set()
        for question_id in stale:
            self._lines.pop(question_id, None)
            place = self.place(question_id)
            if place.isValid():
                self.dataChanged.emit(place, place)
                self.dataChanged.emit(place.parent(), place.parent())

    def retranslate(self) -> None:
        """Say everything anew, in the interface's language."""
        self.layoutAboutToBeChanged.emit()
        self._lines.clear()
        self.layoutChanged.emit()


def changed_answers(before: Dossier, after: Dossier) -> list[QuestionId]:
    """Questions whose answers differ between two states, in the form's order; told by identity, so at once."""
    if before.answers is after.answers:
        return []
    return [
        question.id
        for question in after.form.questions
        if before.answers.get(question.id) is not after.answers.get(question.id)
    ]


def _newly_noted(before: Dossier, after: Dossier) -> set[QuestionId]:
    if before.notes is after.notes:
        return set()
    names = before.notes.keys() | after.notes.keys()
    pairs = ((before.notes.get(name), after.notes.get(name)) for name in names)
    return {note.question for old, new in pairs if old is not new for note in (old, new) if note is not None}
