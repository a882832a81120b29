"""What the jury would see first: gaps, piles, claims without proof, figures of the wrong place or time."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from cmdesk.checks.asked import interface_language, record_name
from cmdesk.checks.evidence import before_joining
from cmdesk.checks.finding import Finding, Severity
from cmdesk.i18n import _, ngettext
from cmdesk.library.claims import claims
from cmdesk.library.coverage import Coverage, Matrix, coverage, overused
from cmdesk.library.uses import Role, Use, unused, uses
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence, EvidenceKind, Level
from cmdesk.model.form import Responder, Surety, Topic
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId
from cmdesk.thai.eras import date_words
from cmdesk.thai.normalizing import search_key

_WIDER = (Level.PROVINCE, Level.COUNTRY, Level.WORLD)
_OLD_YEARS = 3
"""Years by which a figure may be older than the newest one before it is worth a note."""
_NUMBERS = re.compile(r"\d+|พ\.ศ\.|ค\.ศ\.|ปี")
_SHOWN = 80

Places = Mapping[EvidenceId, tuple[Use, ...]]


def library_findings(dossier: Dossier) -> list[Finding]:
    """All that the library finds in a dossier, the gravest first."""
    places = uses(dossier)
    found = [
        *topic_findings(coverage(dossier)),
        *uncited_claims(dossier),
        *before_joining(dossier),
        *wider_figures(dossier, places),
        *older_figures(dossier, places),
        *overused_records(dossier),
        *unused_records(dossier),
    ]
    return sorted(found, key=lambda finding: -finding.severity.value)


def topic_findings(covered: Coverage) -> Iterator[Finding]:
    """A warning for each criterion without evidence, a note for each key feature, and for each pile."""
    yield from (_gap(topic, Severity.WARNING) for topic in covered.criteria.gaps)
    yield from (_gap(topic, Severity.NOTE) for topic in covered.key_features.gaps)
    for matrix in (covered.criteria, covered.key_features):
        yield from (_pile(matrix, topic) for topic in matrix.piles)


def _gap(topic: Topic, severity: Severity) -> Finding:
    sentence = _("Nothing in the library stands behind “{topic}”.").format(topic=_name(topic))
    return Finding("coverage.gap", severity, sentence, sourced=_is_sourced(topic))


def _pile(matrix: Matrix, topic: Topic) -> Finding:
    count = len(matrix.records(topic.code))
    told = ngettext(
        "{count} record is piled up behind “{topic}”, many more than behind the others.",
        "{count} records are piled up behind “{topic}”, many more than behind the others.",
        count,
    )
    return Finding("coverage.pile_up", Severity.NOTE, told.format(count=count, topic=_name(topic)))


def _name(topic: Topic) -> str:
    return f"{topic.code} {topic.title.best(interface_language())}"


def _is_sourced(topic: Topic) -> bool:
    return topic.provenance.surety is Surety.SOURCED


def uncited_claims(dossier: Dossier) -> Iterator[Finding]:
    """A warning for each paragraph with claims that cite nothing."""
    first: dict[tuple[QuestionId, ParagraphId], str] = {}
    counts: Counter[tuple[QuestionId, ParagraphId]] = Counter()
    for claim in claims(dossier):
        place = claim.question, claim.paragraph
        counts[place] += 1
        first.setdefault(place, claim.words)
    for (question, paragraph), words in first.items():
        yield _uncited(question, paragraph, words, counts[question, paragraph])


def _uncited(question: QuestionId, paragraph: ParagraphId, words: str, count: int) -> Finding:
    shown = words if len(words) <= _SHOWN else words[:_SHOWN] + "…"
    told = ngettext(
        "A claim with a number, date or superlative cites nothing: “{words}”",
        "{count} claims with numbers, dates or superlatives cite nothing, first “{words}”",
        count,
    )
    return Finding("claim.uncited", Severity.WARNING, told.format(count=count, words=shown), question, paragraph)


def wider_figures(dossier: Dossier, places: Places) -> Iterator[Finding]:
    """A warning wherever a figure of the province or beyond stands in an answer of the city."""
    for record in _statistics(dossier):
        if record.level in _WIDER:
            yield from (
                _wider(record, use) for use in _once(places.get(record.id, ())) if _is_of_city(dossier, use.question)
            )


def _is_of_city(dossier: Dossier, question: QuestionId) -> bool:
    return dossier.form.question(question).responder is Responder.CITY


def _once(places: tuple[Use, ...]) -> list[Use]:
    """The places where a figure is shown or a row rests on it, both languages as one."""
    shown = (use for use in places if use.role in (Role.FIGURE, Role.SOURCE, Role.CITED))
    return list({(use.question, use.paragraph, use.row): use for use in shown}.values())


def _wider(record: Evidence, use: Use) -> Finding:
    told = _("“{record}” holds for the province or beyond; the form asks for the city.")
    sentence = told.format(record=record_name(record))
    return Finding("figure.wider", Severity.WARNING, sentence, use.question, use.paragraph, record.id)


def older_figures(dossier: Dossier, places: Places) -> Iterator[Finding]:
    """A warning for a used figure of which the library has a newer year, a note for one much older than the others."""
    used = [(record, year) for record in _statistics(dossier) if record.id in places and (year := _year(record))]
    newest_of: dict[tuple[object, ...], int] = {}
    for record in _statistics(dossier):
        subject = subject_of(record)
        newest_of[subject] = max(newest_of.get(subject, 0), _year(record))
    newest = max((year for _record, year in used), default=0)
    for record, year in used:
        if year < newest_of[subject_of(record)]:
            told = _("“{record}” is of {year}, and the library has a newer figure, of {newest}.")
            yield _older(record, told, year, newest_of[subject_of(record)], Severity.WARNING)
        elif newest - year >= _OLD_YEARS:
            told = _("“{record}” is of {year}, while figures elsewhere in the dossier go up to {newest}.")
            yield _older(record, told, year, newest, Severity.NOTE)


def _older(record: Evidence, told: str, year: int, newest: int, severity: Severity) -> Finding:
    language = interface_language()
    years = {name: date_words(language.value, each) for name, each in (("year", year), ("newest", newest))}
    return Finding("figure.older", severity, told.format(record=record_name(record), **years), evidence=record.id)


def subject_of(record: Evidence) -> tuple[object, ...]:
    """What a figure is of, whatever its year: its title without numbers, its unit and its area."""
    title = search_key(record.title.thai or record.title.english)
    unit = None if record.measure is None else record.measure.unit
    return " ".join(_NUMBERS.sub("", title).split()), unit, record.level


def _statistics(dossier: Dossier) -> Iterator[Evidence]:
    records = dossier.evidence.values()
    return (record for record in records if record.kind is EvidenceKind.STATISTIC and record.measure is not None)


def _year(record: Evidence) -> int:
    return 0 if record.measure is None else record.measure.year or 0


def overused_records(dossier: Dossier) -> Iterator[Finding]:
    """A note for each record on which much more rests than on the others."""
    for name, count in overused(dossier).items():
        record = dossier.evidence.get(name)
        if record is not None:
            told = _("“{record}” is used in {count} places; should it be doubted, they all are.")
            sentence = told.format(record=record_name(record), count=count)
            yield Finding("evidence.overused", Severity.NOTE, sentence, evidence=name)


def unused_records(dossier: Dossier) -> Iterator[Finding]:
    """A note for each record that nothing rests on."""
    for name in unused(dossier):
        sentence = _("“{record}” is not used anywhere.").format(record=record_name(dossier.evidence[name]))
        yield Finding("evidence.unused", Severity.NOTE, sentence, evidence=name)
