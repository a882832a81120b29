"""One question: its heading, what it asks, the answer."""

from cmdesk.export.blocks import Block, Heading, Look
from cmdesk.export.composing.facts import facts
from cmdesk.export.composing.length import length
from cmdesk.export.composing.lists import card, choice, materials, question_anchor, rating
from cmdesk.export.composing.prose import prose
from cmdesk.export.composing.setting import Setting
from cmdesk.export.composing.signing import consent, signature
from cmdesk.model.answer import Card, Choice, Consent, Facts, Materials, Prose, Rating, Signature
from cmdesk.model.form import Question


def question_blocks(setting: Setting, question: Question) -> list[Block]:
    """Everything that a question puts on the page."""
    return [
        Heading(2, question.id, setting.worded(question.title), question_anchor(question.id)),
        *setting.lines(Look.GUIDANCE, question.guidance.in_),
        *_answer(setting, question),
    ]


def _answer(setting: Setting, question: Question) -> list[Block]:  # noqa: PLR0911 - one line for each kind
    match setting.dossier.answer(question.id):
        case Prose() as answer:
            return prose(setting, answer) + length(setting, question)
        case Facts() as answer:
            return facts(setting, question, answer)
        case Card() as answer:
            return card(setting, question, answer)
        case Materials() as answer:
            return materials(setting, answer)
        case Choice() as answer:
            return choice(setting, question, answer)
        case Rating() as answer:
            return rating(setting, question, answer)
        case Signature() as answer:
            return signature(setting, answer)
        case Consent() as answer:
            return consent(setting, answer)
