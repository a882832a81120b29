"""`cmdesk forms`: the forms that there are, or whether a form file is sound."""

from argparse import Namespace
from pathlib import Path

from cmdesk.cli.showing import in_interface_language, say
from cmdesk.cli.status import Status
from cmdesk.forms import templates
from cmdesk.i18n import ngettext


def run(arguments: Namespace) -> int:
    """Always 0; a faulty file raises `FormError`."""
    if arguments.file is None:
        _list()
    else:
        _praise(Path(arguments.file))
    return Status.FINE


def _list() -> None:
    summaries = templates.available()
    widest = max(len(summary.id) for summary in summaries)
    for summary in summaries:
        say(f"{summary.id:{widest}}  {summary.edition:9}  {in_interface_language(summary.title)}")


def _praise(path: Path) -> None:
    form = templates.load(path)
    count = len(list(form.questions))
    message = ngettext(
        "The form file “{file}” is sound: “{title}”, {count} question.",
        "The form file “{file}” is sound: “{title}”, {count} questions.",
        count,
    )
    say(message.format(file=path.name, title=in_interface_language(form.title), count=count))
