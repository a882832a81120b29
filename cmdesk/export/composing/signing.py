"""Answers that are given on paper: signatures and consents."""

from cmdesk.export.blocks import Block, Look, Paragraph
from cmdesk.export.composing.setting import Setting, plain, say
from cmdesk.i18n import N_
from cmdesk.model.answer import Consent, Signature
from cmdesk.model.language import Language

SIGNED = N_("Signed on {date}.")
NOT_SIGNED = N_("Not signed yet.")
STAMPED = N_("The official stamp is on the paper.")
NOT_STAMPED = N_("The official stamp is not on the paper yet.")
CONSENT = N_("Consent to publish is given.")
CONSENT_BY = N_("Consent to publish is given by {name}.")
CONSENT_DATE = N_("Date of the consent: {date}.")
NO_CONSENT = N_("Consent to publish is not given yet.")


def signature(setting: Setting, answer: Signature) -> list[Block]:
    """A line to sign on with the name and title under it, and what is known of the signing."""
    if not setting.profile.included.status:
        return [signing_line(setting, answer)]
    signed, stamped = answer.signed_on, answer.stamped
    return [
        signing_line(setting, answer),
        *setting.lines(
            Look.NOTE if signed else Look.EMPTY,
            lambda language: (
                say(language, SIGNED, date=setting.moment(signed, language)) if signed else say(language, NOT_SIGNED)
            ),
        ),
        *setting.lines(
            Look.NOTE if stamped else Look.EMPTY, lambda language: say(language, STAMPED if stamped else NOT_STAMPED)
        ),
    ]


def signing_line(setting: Setting, answer: Signature) -> Paragraph:
    """One line, also for two languages: a person signs once."""
    names = dict.fromkeys(_under_the_line(answer, language) for language in setting.languages.each)
    return Paragraph(Look.SIGNATURE, plain(setting.languages.furniture, "\n".join(names)))


def _under_the_line(answer: Signature, language: Language) -> str:
    lines = [answer.name.best(language), answer.title.best(language)]
    return "\n".join(line for line in lines if line) or say(language, N_("Name and title"))


def consent(setting: Setting, answer: Consent) -> list[Block]:
    """Whether consent is given, by whom and when."""
    if not answer.given:
        return setting.lines(Look.EMPTY, lambda language: say(language, NO_CONSENT))
    return [
        *setting.lines(Look.NOTE, lambda language: _given_by(answer, language)),
        *setting.lines(Look.NOTE, lambda language: _given_on(setting, answer, language)),
    ]


def _given_by(answer: Consent, language: Language) -> str:
    name = answer.given_by.best(language)
    return say(language, CONSENT_BY, name=name) if name else say(language, CONSENT)


def _given_on(setting: Setting, answer: Consent, language: Language) -> str:
    return say(language, CONSENT_DATE, date=setting.moment(answer.given_on, language)) if answer.given_on else ""
