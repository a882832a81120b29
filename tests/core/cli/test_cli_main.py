import io
import os
import subprocess
import sys

import pytest

from cmdesk import __version__
from cmdesk.cli.main import main
from cmdesk.cli.status import Status
from cmdesk.forms import templates

HEAVY = ("PIL", "PySide6", "babel", "docx", "lxml", "reportlab", "rich", "tinydb", "uharfbuzz")


def test_the_version_is_told(cmdesk):
    assert cmdesk("--version") == (0, f"CMDesk {__version__}\n", "")


def test_the_help_names_every_command(cmdesk):
    help_text = cmdesk("--help").out

    assert [
        name for name in ("new", "export", "check", "verify", "forms", "sample") if f"\n    {name} " not in help_text
    ] == []


def test_the_help_keeps_to_the_width_of_the_terminal(cmdesk):
    assert [line for line in cmdesk("--help").out.splitlines() if len(line) > 80] == []


@pytest.mark.parametrize("command", ["new", "export", "check", "verify", "forms", "sample"])
def test_every_command_has_help(cmdesk, command):
    heard = cmdesk(command, "--help")

    assert (heard.status, heard.out.startswith(f"usage: cmdesk {command} ")) == (0, True)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "cmdesk: error: the following arguments are required: COMMAND. See “cmdesk --help”.\n"),
        (["check"], "cmdesk check: error: the following arguments are required: DOSSIER. See “cmdesk check --help”.\n"),
        (["forms", "--all"], "cmdesk: error: unrecognized arguments: --all. See “cmdesk --help”.\n"),
        (["check", "x", "--js"], "cmdesk: error: unrecognized arguments: --js. See “cmdesk --help”.\n"),
    ],
)
def test_a_mistake_on_the_command_line_is_told_on_one_line(cmdesk, words, complaint):
    assert cmdesk(*words) == (Status.USAGE, "", complaint)


def test_an_unknown_command_is_told_with_those_there_are(cmdesk):
    assert "'new', 'export', 'package', 'check', 'compare', 'verify'" in cmdesk("chek").err


def test_a_failure_is_told_on_one_line_with_advice(cmdesk):
    assert cmdesk("forms", "none.toml") == (
        Status.FAILED,
        "",
        (
            "cmdesk: The form file “none.toml” cannot be read: No such file or directory. "
            "Check that the file is there and that you may read it.\n"
        ),
    )


def test_ctrl_c_ends_quietly(cmdesk, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr(templates, "available", interrupted)

    assert cmdesk("forms") == (Status.INTERRUPTED, "", "")


def test_a_reader_who_leaves_early_is_no_failure_to_talk_of(monkeypatch, capsys):
    reading, writing = os.pipe()
    os.close(reading)
    with os.fdopen(writing, "w") as pipe:
        monkeypatch.setattr(sys, "stdout", pipe)

        assert main(["forms"]) == Status.UNHEARD

    assert capsys.readouterr().err == ""


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="only Linux has a device that is always full")  # noqa: PTH110 - a device
def test_output_that_finds_no_room_is_told_on_one_line(monkeypatch, capsys):
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123 - a device
        monkeypatch.setattr(sys, "stdout", full)

        assert main(["forms"]) == Status.FAILED

    assert capsys.readouterr().err == "cmdesk: The output could not be written: No space left on device.\n"


def test_letters_that_a_terminal_lacks_are_spelt_out(monkeypatch):
    class Terminal(io.BytesIO):
        def isatty(self):
            return True

    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(screen, "ascii"))

    assert (main(["forms"]), b"2015\\u20132018" in screen.getvalue()) == (0, True)


def test_a_pipe_gets_utf_8_whatever_the_system_writes(monkeypatch):
    pipe = io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(pipe, "cp1252"))

    assert (main(["forms"]), "2015–2018".encode() in pipe.getvalue()) == (0, True)


def test_the_program_starts_without_loading_what_only_commands_need():
    script = (
        f"import sys; from cmdesk.cli.main import main; main(['--version']); print(*set(sys.modules) & {set(HEAVY)})"
    )

    told = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout

    assert told.splitlines()[1:] == [""]


def test_the_command_line_of_the_system_is_taken_when_none_is_given(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["cmdesk", "--version"])

    assert (main(), capsys.readouterr().out) == (0, f"CMDesk {__version__}\n")
