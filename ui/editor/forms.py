"""The form for each kind of answer that is no prose."""

from cmdesk.model.form import Question, QuestionKind
from cmdesk.session import Session
from ui.editor.answer_form import AnswerForm
from ui.editor.card_form import CardForm
from ui.editor.choice_form import ChoiceForm
from ui.editor.facts_form import FactsForm
from ui.editor.materials_form import MaterialsForm
from ui.editor.rating_form import RatingForm
from ui.editor.signing_forms import ConsentForm, SignatureForm

_FORMS: dict[QuestionKind, type[AnswerForm]] = {
    QuestionKind.FACTS: FactsForm,
    QuestionKind.CARD: CardForm,
    QuestionKind.MATERIALS: MaterialsForm,
    QuestionKind.CHOICE: ChoiceForm,
    QuestionKind.RATING: RatingForm,
    QuestionKind.SIGNATURE: SignatureForm,
    QuestionKind.CONSENT: ConsentForm,
}


def form_for(session: Session, question: Question) -> AnswerForm:
    """The form to answer a question in; KeyError for prose, which has the bilingual page."""
    return _FORMS[question.kind](session, question)
