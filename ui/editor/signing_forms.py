"""The forms for what is signed on paper: a signature, and a consent."""

from collections.abc import Callable
from dataclasses import replace

from cmdesk.i18n import _
from cmdesk.model.answer import Answer, Consent, Signature
from cmdesk.model.language import Language, Wording
from ui.editor import parsing
from ui.editor.answer_form import AnswerForm, words_binding
from ui.editor.fields import Binding, CheckField
from ui.editor.names import NAMES, in_language
from ui.editor.paper import Paper
from ui.widgets.label import label


class SigningForm(AnswerForm):
    """What the two have in common: a sentence on what is needed, words in two languages, a date, a box to tick."""

    def add_words(
        self, paper: Paper, key: str, name: str, read: Callable[[], Wording], write: Callable[[Wording], Answer]
    ) -> None:
        """Add a line of words in both languages."""
        places = {language: words_binding(key, language, read, write) for language in Language}
        paper.add_line(name, *(self.words(place, in_language(name, each)) for each, place in places.items()))

    def add_date(self, paper: Paper, binding: Binding) -> None:
        """Add a line for the date."""
        paper.add_line(_("Date"), self.line(binding, _("Date"), _("5/4/2023, 4/2023 or 2023")))

    def add_box(self, paper: Paper, binding: Binding, name: str) -> None:
        """Add a box to tick."""
        paper.add_line("", self.bound(CheckField(binding, name)))


class SignatureForm(SigningForm):
    """Who signs, when, and whether the stamp is on it."""

    def lay_out(self, paper: Paper) -> None:
        """Put the fields on the paper."""
        paper.add_wide(
            label("muted", _("The form is printed, signed by hand and stamped. Note here who signed, and when."))
        )
        paper.add_heads("", *NAMES.values())
        self.add_words(paper, "name", _("Name"), lambda: self._signature().name, self._with_name)
        self.add_words(paper, "title", _("Position"), lambda: self._signature().title, self._with_title)
        self.add_date(paper, Binding("signed_on", self._date, self._with_date))
        self.add_box(paper, Binding("stamped", self._stamped, self._with_stamp), _("The official stamp is on it"))

    def _signature(self) -> Signature:
        answer = self.session.dossier.answer(self.question.id)
        return answer if isinstance(answer, Signature) else Signature()

    def _with_name(self, words: Wording) -> Answer:
        return replace(self._signature(), name=words)

    def _with_title(self, words: Wording) -> Answer:
        return replace(self._signature(), title=words)

    def _date(self) -> str:
        return parsing.date_shown(self._signature().signed_on)

    def _with_date(self, words: str) -> Answer:
        return replace(self._signature(), signed_on=parsing.date(words))

    def _stamped(self) -> str:
        return CheckField.YES if self._signature().stamped else ""

    def _with_stamp(self, words: str) -> Answer:
        return replace(self._signature(), stamped=bool(words))


class ConsentForm(SigningForm):
    """Whether the consent is given, by whom, and when."""

    def lay_out(self, paper: Paper) -> None:
        """Put the fields on the paper."""
        paper.add_wide(
            label("muted", _("The consent is given on paper and sent with the form. Note here that it is there."))
        )
        self.add_box(paper, Binding("given", self._given, self._with_given), _("The consent is signed"))
        paper.add_heads("", *NAMES.values())
        self.add_words(paper, "given_by", _("Given by"), lambda: self._consent().given_by, self._with_giver)
        self.add_date(paper, Binding("given_on", self._date, self._with_date))

    def _consent(self) -> Consent:
        answer = self.session.dossier.answer(self.question.id)
        return answer if isinstance(answer, Consent) else Consent()

    def _given(self) -> str:
        return CheckField.YES if self._consent().given else ""

    def _with_given(self, words: str) -> Answer:
        return replace(self._consent(), given=bool(words))

    def _with_giver(self, words: Wording) -> Answer:
        return replace(self._consent(), given_by=words)

    def _date(self) -> str:
        return parsing.date_shown(self._consent().given_on)

    def _with_date(self, words: str) -> Answer:
        return replace(self._consent(), given_on=parsing.date(words))
