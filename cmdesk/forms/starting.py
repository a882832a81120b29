"""How a dossier begins."""

from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Dossier, Milestone, Profile
from cmdesk.model.form import Form
from cmdesk.model.ids import DossierId, new_ulid
from cmdesk.model.language import Wording


def new_dossier(
    form: Form,
    title: Wording,
    city: Wording,
    joined_network: PartialDate | None = None,
    milestones: tuple[Milestone, ...] = (),
) -> Dossier:
    """A dossier that answers a form and holds nothing yet; without a title it bears the form's."""
    return Dossier(
        id=DossierId(new_ulid()),
        form=form,
        profile=Profile(title or form.title, city, joined_network, milestones),
    )
