"""The wizard of one page: all that a new dossier needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QVBoxLayout, QWidget

from cmdesk import i18n
from cmdesk.forms.templates import FormSummary, load
from cmdesk.i18n import _
from cmdesk.model.language import Language, Wording
from ui import messages
from ui.dialogs.folder_names import SUFFIX, problem, suggested
from ui.dialogs.frame import Frame
from ui.theme import SPACE
from ui.widgets.field import TextField, WordingField
from ui.widgets.label import label


@dataclass(frozen=True, slots=True)
class Plan:
    """A dossier to be made."""

    form_id: str
    city: Wording
    title: Wording
    folder: Path


class NewDossierDialog(Frame):
    """Asks for form, city, name and folder; *Create* can be pressed when all of it is good."""

    def __init__(self, forms: Sequence[FormSummary], place: Path, parent: QWidget | None = None) -> None:
        super().__init__(680, parent)
        self._forms, self._place = forms, place
        self.form_group = QButtonGroup(self)
        self.about, self.still = label("small"), label("muted")
        self.city, self.name = WordingField(), WordingField()
        self.folder = TextField()
        self._where = QPushButton()
        self._own_title, self._own_folder = False, False
        self._lay_out()
        self._connect()
        self._say()
        self._form_chosen()
        self.city.fields[Language.THAI].line.setFocus()

    def _lay_out(self) -> None:
        forms = QVBoxLayout()
        forms.setSpacing(SPACE // 2)
        forms.addWidget(label("strong", _("Form")))
        for place, form in enumerate(self._forms):
            button = QRadioButton(_form_name(form))
            button.setChecked(place == 0)
            self.form_group.addButton(button, place)
            forms.addWidget(button)
        forms.addWidget(self.about)
        self.body.addLayout(forms)
        self.body.addWidget(self.city)
        self.body.addWidget(self.name)
        self.folder.put_beside(self._where)
        self.body.addWidget(self.folder)
        self.body.addStretch(1)
        self.foot.addWidget(self.still, 1)
        self.cancel = self.add_button()
        self.create_ = self.add_button(primary=True)

    def _connect(self) -> None:
        self.form_group.idToggled.connect(self._form_chosen)
        self.city.edited.connect(self._suggest)
        self.name.edited.connect(self._title_typed)
        self.folder.edited.connect(self._folder_typed)
        self._where.clicked.connect(self._choose_place)
        self.cancel.clicked.connect(self.reject)
        self.create_.clicked.connect(self.accept)

    def _say(self) -> None:
        self.title(_("New dossier"))
        self.city.fields[Language.THAI].say(_("&City, in Thai"))
        self.city.fields[Language.ENGLISH].say(_("City, in &English"))
        self.name.fields[Language.THAI].say(_("&Name of the dossier, in Thai"))
        self.name.fields[Language.ENGLISH].say(_("Name of the dossier, in En&glish"))
        self.folder.say(_("&Folder"))
        self._where.setText(_("Choose another &place…"))
        self.cancel.setText(_("Cancel"))
        self.create_.setText(_("Create dossier"))

    @property
    def form(self) -> FormSummary:
        """The form chosen."""
        return self._forms[self.form_group.checkedId()]

    def plan(self) -> Plan:
        """The dossier to be made; good once the dialog was accepted."""
        return Plan(self.form.id, self.city.wording, self.name.wording, self._target)

    @property
    def _target(self) -> Path:
        return self._place / f"{self.folder.words}{SUFFIX}"

    def _form_chosen(self) -> None:
        self.about.setText(load(self.form.path).about.best(Language(i18n.language())))
        self._suggest()

    def _suggest(self) -> None:
        """Suggest a name from form and city, and a folder from the name, unless the user chose their own."""
        if not self._own_title:
            self.name.write(_title_of(self.form.title, self.city.wording))
        if not self._own_folder:
            self.folder.write(suggested(self.name.wording.best(Language(i18n.language()))))
        self._judge()

    def _title_typed(self) -> None:
        self._own_title = bool(self.name.wording)
        self._suggest()

    def _folder_typed(self) -> None:
        self._own_folder = bool(self.folder.words)
        self._judge()

    def _choose_place(self) -> None:
        place = messages.choose_folder(self, _("Choose the folder to put the dossier into"), self._place)
        if place is not None:
            self._place = place
            self._judge()

    def _judge(self) -> None:
        """Look at everything; what is wrong is said beside its field, what is only missing at the foot."""
        wrong = problem(self.folder.words, self._place) if self.folder.words or self._own_folder else ""
        there = _("It will be at {path}").format(path=self._target) if self.folder.words else ""
        self.folder.judge(wrong, there)
        missing = [
            words
            for words, there in (
                (_("Write the name of the city, in one language at least."), bool(self.city.wording)),
                (_("Give the dossier a name, in one language at least."), bool(self.name.wording)),
                (_("Give the folder a name."), bool(self.folder.words)),
            )
            if not there
        ]
        self.still.setText(missing[0] if missing else "")
        self.create_.setEnabled(not missing and not wrong)


def _form_name(form: FormSummary) -> str:
    title = form.title.best(Language(i18n.language())).replace("&", "&&")
    return _("{form} ({edition})").format(form=title, edition=form.edition)


def _title_of(form: Wording, city: Wording) -> Wording:
    if not city:
        return Wording()
    parts = {language: (city.in_(language), form.in_(language)) for language in Language}
    joined = {language: " – ".join(filter(None, both)) if both[0] else "" for language, both in parts.items()}
    return Wording(joined[Language.THAI], joined[Language.ENGLISH])
