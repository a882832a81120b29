"""The command line: every command with its arguments."""

import argparse
from typing import TYPE_CHECKING, TypeAlias

from cmdesk import __version__
from cmdesk.cli.parsing import Parser
from cmdesk.cli.speaking import OPTION
from cmdesk.i18n import LANGUAGES, _

if TYPE_CHECKING:
    Commands: TypeAlias = argparse._SubParsersAction[Parser]  # noqa: SLF001 - argparse gives the type no other name

FORMATS = ("docx", "pdf", "html", "md", "txt", "xlsx")
COMPARED = ("docx", "pdf", "html", "md")
DOCUMENT_LANGUAGES = ("en", "th", "both")


def parser() -> Parser:
    """The parser of the whole command line; `command` names the module that runs."""
    whole = Parser(
        prog="cmdesk",
        description=_("Works on Thai and English dossiers for the UNESCO Learning City Award, without a window."),
        epilog=_(
            "Exit status: 0 all well, 2 a mistake on the command line, 4 it could not be done; “check” gives 1 for "
            "warnings and 2 for errors, “verify” 1 for warnings, 2 for damage and 3 for loss."
        ),
    )
    whole.add_argument("--version", action="version", version=f"CMDesk {__version__}", help=_("show the version"))
    _interface(whole)
    commands = whole.add_subparsers(
        dest="command", metavar="COMMAND", required=True, title=_("commands"), parser_class=Parser
    )
    for declare in (
        _new,
        _export,
        _package,
        _check,
        _compare,
        _verify,
        _repair,
        _salvage,
        _versions,
        _backups,
        _forms,
        _sample,
    ):
        declare(commands)
    return whole


def _interface(one: Parser) -> None:
    one.add_argument(
        OPTION,
        choices=LANGUAGES,
        default=argparse.SUPPRESS,
        help=_("the language of help and messages (default: that of the system)"),
    )


def _command(commands: "Commands", name: str, purpose: str) -> Parser:
    one = commands.add_parser(name, help=purpose, description=purpose)
    _interface(one)
    return one


def _dossier(one: Parser) -> None:
    one.add_argument("dossier", metavar="DOSSIER", help=_("the dossier's folder"))


def _json(one: Parser) -> None:
    one.add_argument("--json", action="store_true", help=_("write the findings as JSON, for other programs"))


def _new(commands: "Commands") -> None:
    one = _command(commands, "new", _("Make an empty dossier that answers a form."))
    one.add_argument("folder", metavar="FOLDER", help=_("a new folder for the dossier, or an empty one"))
    one.add_argument(
        "--form", required=True, metavar="FORM", help=_("a form's name from “cmdesk forms”, or a form file (.toml)")
    )
    one.add_argument("--city-th", metavar="NAME", default="", help=_("the city's name in Thai"))
    one.add_argument("--city-en", metavar="NAME", default="", help=_("the city's name in English"))
    one.add_argument(
        "--title-th", metavar="TITLE", default="", help=_("the dossier's title in Thai (default: the form's)")
    )
    one.add_argument(
        "--title-en", metavar="TITLE", default="", help=_("the dossier's title in English (default: the form's)")
    )
    one.add_argument(
        "--joined", metavar="DATE", help=_("when the city joined the network of learning cities, such as 2020-09-23")
    )


def _export(commands: "Commands") -> None:
    one = _command(commands, "export", _("Write a dossier as a document, or its figures as a spreadsheet."))
    _dossier(one)
    one.add_argument("--format", choices=FORMATS, required=True, help=_("the kind of document"))
    _profile(one)
    one.add_argument(
        "--languages",
        choices=DOCUMENT_LANGUAGES,
        help=_("the languages of the document (default: those of the style, else both, side by side)"),
    )
    one.add_argument(
        "--out", metavar="FILE", help=_("the file to write; one of that name is replaced (default: named by the title)")
    )


def _package(commands: "Commands") -> None:
    one = _command(
        commands, "package", _("Make a folder with all that is handed in: dossier, annex, papers to sign, a manifest.")
    )
    _dossier(one)
    one.add_argument("--out", metavar="FOLDER", required=True, help=_("a new folder for the package"))
    _profile(one)
    one.add_argument(
        "--limit-mb",
        metavar="N",
        type=float,
        help=_("how many megabytes the package may have; pictures are made smaller to fit (default: no limit)"),
    )


def _profile(one: Parser) -> None:
    one.add_argument(
        "--profile",
        metavar="STYLE",
        help=_("how the document is made: a style's name, such as “unesco-submission”, or a style file (.toml)"),
    )


def _check(commands: "Commands") -> None:
    one = _command(commands, "check", _("Tell what still stands between a dossier and its submission."))
    _dossier(one)
    _json(one)


def _compare(commands: "Commands") -> None:
    one = _command(commands, "compare", _("Write what changed from one version of a dossier to another."))
    _dossier(one)
    version = _("a version's name, its day such as 2023-04-05, or “now”")
    one.add_argument("--from", dest="before", metavar="VERSION", required=True, help=version)
    one.add_argument("--to", dest="after", metavar="VERSION", default="now", help=_("the later one (default: now)"))
    one.add_argument("--format", choices=COMPARED, required=True, help=_("the kind of document"))
    one.add_argument(
        "--languages", choices=DOCUMENT_LANGUAGES, default="both", help=_("the languages to compare (default: both)")
    )
    one.add_argument(
        "--out", metavar="FILE", help=_("the file to write; one of that name is replaced (default: named by the title)")
    )


def _verify(commands: "Commands") -> None:
    one = _command(commands, "verify", _("Read every file of a dossier and tell whether all is sound."))
    _dossier(one)
    _json(one)


def _repair(commands: "Commands") -> None:
    one = _command(commands, "repair", _("Make a sound dossier from a damaged one, in a new folder."))
    one.add_argument("source", metavar="DOSSIER", help=_("the damaged dossier's folder, which is left as it is"))
    _to(one, required=True)


def _salvage(commands: "Commands") -> None:
    one = _command(commands, "salvage", _("Put a dossier together from whatever files can still be read."))
    one.add_argument("source", metavar="PLACE", help=_("a folder or a file that holds what is left of the dossier"))
    _to(one, required=True)


def _to(one: Parser, *, required: bool) -> None:
    one.add_argument("--to", metavar="FOLDER", required=required, help=_("a new folder, or an empty one"))


def _versions(commands: "Commands") -> None:
    one = _command(commands, "versions", _("List the versions of a dossier, or keep its present state as one."))
    _dossier(one)
    _json(one)
    one.add_argument("--add", metavar="NAME", help=_("keep the present state under this name"))


def _backups(commands: "Commands") -> None:
    one = _command(commands, "backups", _("List the backups of a dossier, or restore one to a new folder."))
    _dossier(one)
    _json(one)
    one.add_argument("--restore", metavar="NUMBER", type=int, help=_("the number of a backup in the list"))
    _to(one, required=False)


def _forms(commands: "Commands") -> None:
    one = _command(commands, "forms", _("List the forms that a dossier can answer, or check a form file of your own."))
    one.add_argument("file", metavar="FILE", nargs="?", help=_("a form file (.toml) to check"))


def _sample(commands: "Commands") -> None:
    one = _command(commands, "sample", _("Make a copy of the sample dossier, to look at and to play with."))
    one.add_argument("folder", metavar="FOLDER", help=_("a new folder for the copy, or an empty one"))
