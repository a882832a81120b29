"""`cmdesk new`: an empty dossier."""

from argparse import Namespace
from pathlib import Path

from cmdesk.cli.failures import CityMissingError, NoDateError
from cmdesk.cli.showing import say
from cmdesk.cli.status import Status
from cmdesk.forms import templates
from cmdesk.forms.starting import new_dossier
from cmdesk.i18n import _
from cmdesk.model.dates import PartialDate
from cmdesk.model.form import Form
from cmdesk.model.language import Wording
from cmdesk.store.project import create

_LAST_YEAR = 2400
"""Years after it are meant in the Buddhist Era."""


def run(arguments: Namespace) -> int:
    """0 when the dossier is on disk."""
    city = Wording(arguments.city_th, arguments.city_en)
    if not city:
        raise CityMissingError
    title = Wording(arguments.title_th, arguments.title_en)
    dossier = new_dossier(_form(arguments.form), title, city, _date(arguments.joined))
    create(Path(arguments.folder), dossier).close()
    say(_("The dossier “{folder}” is made.").format(folder=arguments.folder))
    return Status.FINE


def _form(name: str) -> Form:
    return templates.load(Path(name)) if name.endswith(".toml") else templates.form(name)


def _date(words: str | None) -> PartialDate | None:
    if words is None:
        return None
    try:
        date = PartialDate.parse(words)
    except ValueError as error:
        raise NoDateError(words) from error
    if date.year > _LAST_YEAR:
        raise NoDateError(words)
    return date
