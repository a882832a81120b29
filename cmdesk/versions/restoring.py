"""Edits that bring back what an earlier state of a dossier said: one paragraph, one section, all of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from cmdesk.edits import sides
from cmdesk.edits.edit import Edit, Several, StaleEditError
from cmdesk.edits.prose import ProseEdit, rank_after
from cmdesk.edits.records import RemoveEvidence, SetEvidence, SetProfile
from cmdesk.i18n import _
from cmdesk.model.answer import Answer, Paragraph, Prose
from cmdesk.model.dossier import Dossier
from cmdesk.model.evidence import Evidence
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId
from cmdesk.model.language import Language
from cmdesk.versions.comparison import EVIDENCE, PROFILE


@dataclass(frozen=True, slots=True)
class BringBackParagraph(ProseEdit):
    """Let a paragraph say what it said; where it stands now stays, and one that was not there is taken out."""

    id: ParagraphId
    paragraph: Paragraph | None
    followed: tuple[ParagraphId, ...] = ()
    """The paragraphs that stood before it, the nearest first: where it goes if it is gone."""
    sources: tuple[Evidence, ...] = ()

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Restore paragraph")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with the paragraph, and with the records that it stands on if they are gone."""
        _ask_for(dossier, self.question)
        return _with_sources(ProseEdit.apply(self, dossier), self.sources)

    def changed(self, prose: Prose) -> Prose:
        """The prose with the paragraph as it was."""
        now = next((each for each in prose.paragraphs if each.id == self.id), None)
        _refuse_locked(now, self.paragraph)
        if self.paragraph is None:
            return prose if now is None else prose.without(self.id)
        rank = now.rank if now else rank_after(prose, self._neighbour(prose))
        then = replace(self.paragraph, rank=rank)
        return prose if then == now else prose.with_(then)

    def _neighbour(self, prose: Prose) -> ParagraphId | None:
        here = {paragraph.id for paragraph in prose.paragraphs}
        return next((each for each in self.followed if each in here), None)


@dataclass(frozen=True, slots=True)
class BringBackAnswer:
    """Answer a question as it was answered; None when it was not."""

    question: QuestionId
    answer: Answer | None
    sources: tuple[Evidence, ...] = ()

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Restore section")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with the answer; the same one when it says the same."""
        _ask_for(dossier, self.question)
        return _with_sources(_with_answer(dossier, self.question, self.answer), self.sources)

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question, always answered no
        """Never."""
        return False


@dataclass(frozen=True, slots=True)
class BringBackEvidence:
    """Let the evidence be what it was."""

    version: Dossier

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Restore the evidence")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier with the earlier evidence."""
        return _with_evidence(dossier, self.version)

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question, always answered no
        """Never."""
        return False


@dataclass(frozen=True, slots=True)
class BringBackAll:
    """Let the dossier say all that it said. Notes stay: what people said to one another is no part of the text."""

    version: Dossier

    @property
    def label(self) -> str:
        """Its name in the undo menu."""
        return _("Restore the whole dossier")

    def apply(self, dossier: Dossier) -> Dossier:
        """The dossier as it was; what is the same stays the very same object."""
        then = self.version
        for question in dossier.answers.keys() | then.answers.keys():
            dossier = _with_answer(dossier, question, then.answers.get(question))
        dossier = _with_evidence(dossier, then)
        if dossier.profile != then.profile:
            dossier = replace(dossier, profile=then.profile)
        return dossier if dossier.form == then.form else replace(dossier, form=then.form)

    def continues(self, earlier: Edit) -> bool:  # noqa: ARG002 - the protocol's question, always answered no
        """Never."""
        return False


def restore_paragraph(version: Dossier, question: QuestionId, paragraph: ParagraphId) -> Edit:
    """The edit that lets a paragraph say what it said in a version."""
    answer = version.answers.get(question)
    then = answer.paragraphs if isinstance(answer, Prose) else ()
    place = next((place for place, each in enumerate(then) if each.id == paragraph), None)
    if place is None:
        return BringBackParagraph(question, paragraph, None)
    before = tuple(each.id for each in reversed(then[:place]))
    return BringBackParagraph(question, paragraph, then[place], before, _sources(version, [then[place]]))


def restore_record(version: Dossier, name: EvidenceId) -> Edit:
    """The edit that makes an evidence record what it was in a version; one that was not there is taken out."""
    record = version.evidence.get(name)
    edit: Edit = RemoveEvidence(name) if record is None else SetEvidence(record)
    return Several(_("Restore evidence record"), (edit,))


def restore_section(version: Dossier, name: str) -> Edit:
    """The edit that brings a section of a comparison back: an answer, the dossier's own facts, or its evidence."""
    if name == PROFILE:
        return Several(_("Restore dossier details"), (SetProfile(version.profile),))
    if name == EVIDENCE:
        return BringBackEvidence(version)
    question = QuestionId(name)
    answer = version.answers.get(question)
    paragraphs = answer.paragraphs if isinstance(answer, Prose) else ()
    return BringBackAnswer(question, answer, _sources(version, paragraphs))


def _ask_for(dossier: Dossier, question: QuestionId) -> None:
    """Pass when the form still asks this; StaleEditError else."""
    try:
        dossier.form.question(question)
    except KeyError as error:
        raise StaleEditError(question) from error


def _sources(version: Dossier, paragraphs: Iterable[Paragraph]) -> tuple[Evidence, ...]:
    """The records that paragraphs stand on, as far as the version has them."""
    named = dict.fromkeys(name for each in paragraphs for language in Language for name in each.in_(language).evidence)
    return tuple(version.evidence[name] for name in named if name in version.evidence)


def _with_sources(dossier: Dossier, sources: Iterable[Evidence]) -> Dossier:
    for record in sources:
        if record.id not in dossier.evidence:
            dossier = dossier.with_evidence(record)
    return dossier


def _with_evidence(dossier: Dossier, then: Dossier) -> Dossier:
    for name in dossier.evidence.keys() - then.evidence.keys():
        dossier = dossier.without_evidence(name)
    for record in then.evidence.values():
        if dossier.evidence.get(record.id) != record:
            dossier = dossier.with_evidence(record)
    return dossier


def _with_answer(dossier: Dossier, question: QuestionId, then: Answer | None) -> Dossier:
    now = dossier.answers.get(question)
    if now == then:
        return dossier
    if isinstance(now, Prose):
        kept = {each.id: each for each in then.paragraphs} if isinstance(then, Prose) else {}
        for paragraph in now.paragraphs:
            _refuse_locked(paragraph, kept.get(paragraph.id))
    if then is None:
        return replace(dossier, answers=dossier.answers.without(question))
    return dossier.with_answer(question, then)


def _refuse_locked(now: Paragraph | None, then: Paragraph | None) -> None:
    """Pass unless a locked text would change; LockedError else."""
    if now is None:
        return
    for language in Language:
        if then is None or then.in_(language) != now.in_(language):
            sides.refuse_locked(now, language)
