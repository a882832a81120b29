"""Deleting a record that something may rest on."""

from PySide6.QtWidgets import QWidget

from cmdesk.edits.records import RemoveEvidence
from cmdesk.i18n import _, ngettext
from cmdesk.library.uses import uses_of, without
from cmdesk.model.evidence import Evidence
from ui import messages
from ui.library.catalogue import Catalogue
from ui.library.places_text import section_name, spots
from ui.library.words import title_of

_SHOWN = 6


def may_remove(parent: QWidget, catalogue: Catalogue, record: Evidence) -> bool:
    """Delete a record; one that is used only after asking, with the places named. Returns whether it is gone."""
    found = spots(catalogue.dossier, uses_of(catalogue.dossier, record.id))
    if found and not _ask(parent, catalogue, record):
        return False
    catalogue.session.do(RemoveEvidence(record.id))
    return True


def _ask(parent: QWidget, catalogue: Catalogue, record: Evidence) -> bool:
    dossier = catalogue.dossier
    found = spots(dossier, uses_of(dossier, record.id))
    fall = without(dossier, record.id)
    told = ngettext(
        "“{record}” is used in {count} place. Delete it all the same?",
        "“{record}” is used in {count} places. Delete it all the same?",
        len(found),
    ).format(record=title_of(record), count=len(found))
    lines = [f"• {spot.section}: {spot.words}" for spot in found[:_SHOWN]]
    if len(found) > _SHOWN:
        lines.append(_("… and {count} more").format(count=len(found) - _SHOWN))
    if fall.questions:
        names = ", ".join(section_name(dossier, question) for question in fall.questions)
        lines.append(_("These sections would rest on nothing: {sections}.").format(sections=names))
    lines.append(_("Its marks stay in the text, as question marks, until they are deleted or you undo this."))
    keep, delete = messages.Answer("keep", _("Keep it")), messages.Answer("delete", _("Delete"))
    return messages.ask(parent, told, "\n".join(lines), keep, delete) == "delete"
