"""Which edit brings back what a link of a comparison stands for."""

from cmdesk.edits.edit import Edit
from cmdesk.model.dossier import Dossier
from cmdesk.model.ids import EvidenceId, ParagraphId, QuestionId
from cmdesk.versions.restoring import restore_paragraph, restore_record, restore_section
from ui.history.comparison_page import Place


def edit_for(version: Dossier, place: Place) -> Edit:
    """The edit that brings a line or a section of a version back."""
    if place.line is None:
        return restore_section(version, place.section.name)
    if place.section.is_evidence:
        return restore_record(version, EvidenceId(place.line.key))
    return restore_paragraph(version, QuestionId(place.section.name), ParagraphId(place.line.key))
