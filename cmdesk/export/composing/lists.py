"""Answers that are lists of short things: cards, materials, choices, ratings."""

from collections.abc import Callable

from cmdesk.export.blocks import Block, Cell, Flow, Look, Piece, Table
from cmdesk.export.composing.grid import cell, head
from cmdesk.export.composing.names import language_name
from cmdesk.export.composing.prose import nothing
from cmdesk.export.composing.setting import Setting, plain
from cmdesk.export.composing.text import linked, source_mark
from cmdesk.i18n import N_
from cmdesk.model.answer import Card, Choice, Material, Materials, Rating
from cmdesk.model.form import Question
from cmdesk.model.ids import QuestionId
from cmdesk.model.language import Language

CARD_HEAD = (N_("Field"), N_("Entry"))
CARD_WIDTHS = (0.34, 0.66)
MATERIAL_HEAD = (N_("No."), N_("Title and address"), N_("Date"), N_("Language"), N_("Supports"), N_("Source"))
MATERIAL_WIDTHS = (0.07, 0.4, 0.17, 0.13, 0.12, 0.11)
CHOICE_HEAD = (N_("Option"), N_("Chosen"))
RATING_HEAD = (N_("Subject"), N_("Mark"))
MARK_WIDTHS = (0.78, 0.22)
YES = N_("Yes")
NO = N_("No")
MARK_OF = N_("{mark} of {most}")


def question_anchor(question: QuestionId) -> str:
    """Name of the place where a question stands."""
    return f"question-{question}"


def card(setting: Setting, question: Question, answer: Card) -> list[Block]:
    """A table of the card's fields, filled or not."""
    rows = tuple(
        (cell(setting.worded(item.label)), cell(setting.worded(answer.words(item.id)))) for item in question.items
    )
    return [Table(head(setting, CARD_HEAD), rows, CARD_WIDTHS)]


def materials(setting: Setting, answer: Materials) -> list[Block]:
    """A numbered table of the materials."""
    if not answer.items:
        return nothing(setting)
    rows = tuple(_material(setting, number, item) for number, item in enumerate(answer.items, start=1))
    return [Table(head(setting, MATERIAL_HEAD), rows, MATERIAL_WIDTHS)]


def _material(setting: Setting, number: int, material: Material) -> tuple[Cell, ...]:
    main = setting.languages.furniture
    address = (Flow(main, (linked(material.address),)),) if material.address else ()
    return (
        cell((plain(main, str(number)),)),
        cell(setting.worded(material.title) + address),
        cell(setting.flows(lambda language: _date(setting, material, language))),
        cell(setting.flows(lambda language: language_name(material.language, language)) if material.language else ()),
        cell(_backs(main, material)),
        cell(source_mark(setting, material.evidence) if material.evidence else ()),
    )


def _date(setting: Setting, material: Material, language: Language) -> str:
    return setting.moment(material.date, language) if material.date else ""


def _backs(language: Language, material: Material) -> tuple[Flow, ...]:
    pieces: list[Piece] = []
    for question in material.backs:
        pieces += [Piece(", ")] if pieces else []
        pieces.append(Piece(question, anchor=question_anchor(question)))
    return (Flow(language, tuple(pieces)),) if pieces else ()


def choice(setting: Setting, question: Question, answer: Choice) -> list[Block]:
    """Every option, and in words whether it is chosen: the document's font has no ticked box."""
    table = _marked(setting, question, CHOICE_HEAD, lambda item: setting.said(YES if item in answer.chosen else NO))
    return [table, *setting.lines(Look.NOTE, answer.remark.in_)]


def rating(setting: Setting, question: Question, answer: Rating) -> list[Block]:
    """Every thing to rate with its mark, out of the highest when the form names one."""
    return [_marked(setting, question, RATING_HEAD, lambda item: _mark(setting, question, answer.value(item)))]


def _mark(setting: Setting, question: Question, value: int | None) -> tuple[Flow, ...]:
    if value is None:
        return ()
    if question.most is None:
        return (plain(setting.languages.furniture, str(value)),)
    return setting.said(MARK_OF, mark=value, most=question.most)


def _marked(
    setting: Setting, question: Question, names: tuple[str, ...], mark: Callable[[str], tuple[Flow, ...]]
) -> Table:
    rows = tuple((cell(setting.worded(item.label)), cell(mark(item.id))) for item in question.items)
    return Table(head(setting, names), rows, MARK_WIDTHS)
