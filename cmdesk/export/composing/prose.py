"""Prose answers: their paragraphs, numbered where they are lists."""

from cmdesk.export.blocks import Block, Look, Paragraph
from cmdesk.export.composing.claims import Claims
from cmdesk.export.composing.margin import beside, comments
from cmdesk.export.composing.setting import Setting, plain, say
from cmdesk.export.composing.text import flow_of
from cmdesk.i18n import N_
from cmdesk.model import answer as written
from cmdesk.model.answer import ParagraphKind, Prose
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId
from cmdesk.model.language import Language

NOT_WRITTEN = N_("Not written yet.")
NOT_TRANSLATED = {
    Language.THAI: N_("This paragraph is not written in Thai yet."),
    Language.ENGLISH: N_("This paragraph is not written in English yet."),
}

BULLET = "•"
LOOKS = {
    ParagraphKind.BODY: Look.BODY,
    ParagraphKind.BULLET: Look.BULLET,
    ParagraphKind.NUMBERED: Look.NUMBERED,
    ParagraphKind.QUOTATION: Look.QUOTATION,
}


def prose(setting: Setting, question: QuestionId, answer: Prose, claims: Claims) -> list[Block]:
    """The paragraphs of an answer, or the remark that there are none."""
    paragraphs = [each for each in answer.paragraphs if each]
    if not any(each.in_(language) for each in paragraphs for language in setting.languages.each):
        return nothing(setting)
    labels = list_labels(paragraphs)
    return [
        block
        for each in paragraphs
        for block in (*_rows(setting, question, each, labels[each.id]), *claims.below(_evidence(setting, each)))
    ]


def _evidence(setting: Setting, paragraph: written.Paragraph) -> list[EvidenceId]:
    return [name for language in setting.languages.each for name in paragraph.in_(language).evidence]


def nothing(setting: Setting) -> list[Block]:
    """The remark that nothing is written here yet."""
    return setting.lines(Look.EMPTY, lambda language: say(language, NOT_WRITTEN))


def _rows(setting: Setting, question: QuestionId, paragraph: written.Paragraph, label: str) -> list[Block]:
    def in_(language: Language) -> Paragraph:
        text = paragraph.in_(language)
        if not text:
            return Paragraph(Look.EMPTY, plain(language, say(language, NOT_TRANSLATED[language])))
        flow = flow_of(setting, text, language)
        said = comments(setting, question, paragraph.id, language)
        return Paragraph(LOOKS[paragraph.kind], flow, label=label, source=paragraph.id, comments=said)

    return setting.rows(in_, beside(setting, question, paragraph.id))


def list_labels(paragraphs: list[written.Paragraph]) -> dict[ParagraphId, str]:
    """Bullet or number of each paragraph; whatever stands between two lists makes the second begin at 1."""
    labels = {}
    number = 0
    for paragraph in paragraphs:
        number = number + 1 if paragraph.kind is ParagraphKind.NUMBERED else 0
        labels[paragraph.id] = f"{number}." if number else _bullet(paragraph)
    return labels


def _bullet(paragraph: written.Paragraph) -> str:
    return BULLET if paragraph.kind is ParagraphKind.BULLET else ""
