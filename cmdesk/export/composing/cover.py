"""The first page, and what stands on every page."""

from cmdesk.export.blocks import Block, Contents, Cover, Flow, Look, PageBreak
from cmdesk.export.composing.length import methods
from cmdesk.export.composing.setting import Setting, plain, say
from cmdesk.i18n import N_
from cmdesk.model.form import Question, Responder
from cmdesk.model.language import Language
from cmdesk.reading import entries

JOINED = N_("Member of the UNESCO Global Network of Learning Cities since {date}")
ALL_ANSWERED = N_("Every question has an answer.")
ANSWERED = N_("Working draft: {answered} of {total} questions have an answer.")
CONTENTS = N_("Contents")
FOOTER = N_("Page {page} of {pages}")
PLAIN_FOOTER = N_("Page {page}")


def cover(setting: Setting) -> list[Block]:
    """Title page, then the contents and below them what the form is and how it counts, then a new page."""
    profile, form = setting.dossier.profile, setting.dossier.form
    lines = (
        *setting.worded(profile.city),
        *setting.flows(lambda language: _joined(setting, language)),
        *setting.flows(lambda language: _status(setting, language)),
    )
    included = setting.profile.included
    first: list[Block] = [Cover(title=setting.worded(form.title), subtitle=setting.worded(profile.title), lines=lines)]
    front: list[Block] = [
        *([Contents(setting.said(CONTENTS))] if included.contents else []),
        *(setting.lines(Look.NOTE, form.about.in_) if included.about else []),
        *(methods(setting) if included.counts else []),
    ]
    pages = [first, front] if included.cover else [front]
    return [block for page in pages if page for block in (*page, PageBreak())]


def _joined(setting: Setting, language: Language) -> str:
    joined = setting.dossier.profile.joined_network
    return say(language, JOINED, date=setting.moment(joined, language)) if joined else ""


def _status(setting: Setting, language: Language) -> str:
    if not setting.profile.included.status:
        return ""
    dossier = setting.dossier
    asked = [question for question in dossier.form.questions if question.responder is Responder.CITY]
    done = sum(_is_answered(setting, question) for question in asked)
    if done == len(asked):
        return say(language, ALL_ANSWERED)
    return say(language, ANSWERED, answered=done, total=len(asked))


def _is_answered(setting: Setting, question: Question) -> bool:
    answer = setting.dossier.answer(question.id)
    return all(entries(answer, language) for language in setting.languages.each)


def running_head(setting: Setting) -> Flow:
    """What stands at the head of each page."""
    language = setting.languages.furniture
    return plain(language, setting.dossier.profile.title.best(language))


def footer(setting: Setting) -> Flow:
    """What stands at the foot of each page, with places for its number and, if wanted, how many there are."""
    language = setting.languages.furniture
    return plain(language, say(language, FOOTER if setting.profile.numbering.totals else PLAIN_FOOTER))
