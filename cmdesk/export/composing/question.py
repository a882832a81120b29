"""One question: its heading, what it asks, the answer."""

from cmdesk.export.blocks import Block, Heading, Look
from cmdesk.export.composing.claims import Claims
from cmdesk.export.composing.facts import facts
from cmdesk.export.composing.length import length
from cmdesk.export.composing.lists import card, choice, materials, question_anchor, rating
from cmdesk.export.composing.margin import above
from cmdesk.export.composing.prose import prose
from cmdesk.export.composing.setting import Setting
from cmdesk.export.composing.signing import consent, signature
from cmdesk.model.answer import Card, Choice, Consent, Facts, Materials, Prose, Rating, Signature
from cmdesk.model.form import Question


def question_blocks(setting: Setting, question: Question, claims: Claims) -> list[Block]:
    """Everything that a question puts on the page."""
    number = question.id if setting.profile.numbering.questions else ""
    return [
        Heading(2, number, setting.worded(question.title), question_anchor(question.id)),
        *(setting.lines(Look.GUIDANCE, question.guidance.in_) if setting.profile.included.guidance else []),
        *above(setting, question.id),
        *_answer(setting, question, claims),
    ]


def _answer(setting: Setting, question: Question, claims: Claims) -> list[Block]:  # noqa: PLR0911 - one line for each kind
    match setting.dossier.answer(question.id):
        case Prose() as answer:
            return prose(setting, question.id, answer, claims) + length(setting, question)
        case Facts(rows) as answer:
            return facts(setting, question, answer) + claims.new(row.source for row in rows if row.source)
        case Card() as answer:
            return card(setting, question, answer)
        case Materials(items) as answer:
            return materials(setting, answer) + claims.new(item.evidence for item in items if item.evidence)
        case Choice() as answer:
            return choice(setting, question, answer)
        case Rating() as answer:
            return rating(setting, question, answer)
        case Signature() as answer:
            return signature(setting, answer)
        case Consent() as answer:
            return consent(setting, answer)
