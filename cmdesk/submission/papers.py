"""The papers to sign: one page for each signature and consent that the form asks for."""

from cmdesk.export.blocks import Block, Document, Heading, Look, PageBreak, Paragraph
from cmdesk.export.composing.citations import Citations
from cmdesk.export.composing.cover import footer, running_head
from cmdesk.export.composing.digits import with_thai_digits
from cmdesk.export.composing.setting import Setting, plain, say
from cmdesk.export.composing.signing import signing_line
from cmdesk.export.profile import Digits, Profile
from cmdesk.i18n import N_
from cmdesk.model.answer import Consent, Signature
from cmdesk.model.dossier import Dossier
from cmdesk.model.form import Question
from cmdesk.model.language import Language

TITLE = N_("Papers to sign")
HANDED_IN = N_("The dossier “{title}” is handed in for {city} in answer to: {form}.")
CONSENT_ASKED = N_(
    "{city} agrees that the material handed in with the dossier “{title}” is published and shared free of charge, "
    "with credit to the city."
)
NOT_THEIR_OWN = N_("This page was made by CMDesk. Where UNESCO's own form is at hand, sign that one.")
PLACE_AND_DATE = N_("Place and date: ____________________________")
STAMP = N_("Official stamp:")


def papers(dossier: Dossier, profile: Profile) -> Document:
    """A document with a page for each paper; it has none when the form asks for nothing on paper."""
    setting = Setting(dossier, profile, Citations(dossier))
    main = profile.languages.furniture
    pages = [_page(setting, question) for question in dossier.form.questions]
    blocks = [block for page in pages if page for block in (*page, PageBreak())]
    document = Document(
        title=say(main, TITLE),
        language=main,
        running_head=running_head(setting),
        footer=footer(setting),
        blocks=tuple(blocks[:-1]),
        author=dossier.profile.city.best(main),
        subject=dossier.profile.title.best(main),
        page=profile.page,
        looks=profile.looks,
    )
    return with_thai_digits(document) if profile.digits is Digits.THAI else document


def _page(setting: Setting, question: Question) -> list[Block]:
    match setting.dossier.answer(question.id):
        case Signature() as answer:
            return [*_head(setting, question, HANDED_IN), signing_line(setting, answer), *_below(setting)]
        case Consent(given_by=name):
            signer = signing_line(setting, Signature(name))
            return [*_head(setting, question, CONSENT_ASKED), signer, *_below(setting)]
        case _:
            return []


def _head(setting: Setting, question: Question, message: str) -> list[Block]:
    profile, form = setting.dossier.profile, setting.dossier.form

    def sentence(language: Language) -> str:
        city, title = profile.city.best(language), profile.title.best(language)
        return say(
            language, message, city=city, title=title or form.title.best(language), form=form.title.best(language)
        )

    return [
        Heading(1, question.id, setting.worded(question.title), f"paper-{question.id}"),
        *setting.lines(Look.BODY, sentence),
        *setting.lines(Look.NOTE, lambda language: say(language, NOT_THEIR_OWN)),
    ]


def _below(setting: Setting) -> list[Block]:
    main = setting.languages.furniture
    lines = (say(main, message) for message in (PLACE_AND_DATE, STAMP))
    return [Paragraph(Look.BODY, plain(main, line)) for line in lines]
