#!/usr/bin/env python3
"""Sets CMDesk up on this machine and starts it. Needs Python 3.11 and nothing else.

python3 run.py              set up, then open the window on a copy of the sample dossier;
                            without a display: export the sample to Word and PDF into ./out
python3 run.py test         set up, then run every test; more words go to pytest
                            (--peers adds the tests that need LibreOffice)
python3 run.py gates        set up, then run the linters and type checks
python3 run.py freeze       set up, build the one-folder program and start it once
python3 run.py --check      only print what any of these would do
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
UV = "uv==0.13.9"

OFFSCREEN = (
    "libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libfreetype6 libxkbcommon0 libx11-6 libthai0".split()
)
SCREEN = (
    "libx11-xcb1 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0 "
    "libxcb-render-util0 libxcb-shape0 libxcb-sync1 libxcb-xfixes0 libxcb-xkb1"
).split()
TESTING = ["poppler-utils", "qpdf"]
FREEZING = ["binutils"]
PEERS = ["libreoffice-writer-nogui"]
GOALS = ("start", "test", "gates", "freeze")


@dataclass(frozen=True)
class Machine:
    """What setting up needs to know of a machine; tests describe others than the one they run on."""

    system: str
    environ: Mapping[str, str]
    python: str = sys.executable
    version: tuple[int, ...] = sys.version_info[:2]
    root: bool = False
    os_release: str = ""
    found: Callable[[str], str | None] = shutil.which
    packages: frozenset[str] = frozenset()
    modules: frozenset[str] = frozenset({"venv", "ensurepip"})
    stamp: str = ""

    @property
    def windows(self) -> bool:
        """Whether programs live in `Scripts` and end in `.exe`."""
        return self.system == "Windows"

    @property
    def debian(self) -> bool:
        """Whether packages come from apt."""
        names = [line.partition("=")[2].strip('"') for line in self.os_release.splitlines() if line.startswith("ID")]
        return self.system == "Linux" and any({"debian", "ubuntu"} & set(name.split()) for name in names)

    @property
    def has_display(self) -> bool:
        """Whether a window can be shown."""
        return self.system != "Linux" or any(self.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY"))

    def program(self, name: str) -> str:
        """Path of a program in the virtual environment, from the project's folder."""
        return str(Path(".venv", "Scripts", f"{name}.exe") if self.windows else Path(".venv", "bin", name))


@dataclass(frozen=True)
class Step:
    """One thing to be done, and why, in words for the person who waits."""

    why: str
    command: Sequence[str]
    environ: Mapping[str, str] = field(default_factory=dict)
    bare: bool = False
    """Whether nothing of our own environment is handed on."""


class CannotSetUpError(Exception):
    """Something is missing that this script may not or cannot install; the message says what to do."""


def this_machine() -> Machine:
    """The machine that we are on."""
    system = platform.system()
    release = Path("/etc/os-release")
    stamp = HERE / ".venv" / "cmdesk-stamp"
    return Machine(
        system=system,
        environ=os.environ,
        root=system != "Windows" and os.geteuid() == 0,
        os_release=release.read_text("utf-8") if release.is_file() else "",
        packages=installed_packages() if shutil.which("dpkg-query") else frozenset(),
        modules=frozenset(name for name in ("venv", "ensurepip") if importable(name)),
        stamp=stamp.read_text("utf-8") if stamp.is_file() else "",
    )


def installed_packages() -> frozenset[str]:
    """Names of the Debian packages that are installed; a package renamed for 64-bit time goes by both names."""
    listing = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Abbrev} ${Package}\n"], capture_output=True, text=True, check=True
    )
    names = {line.split()[1] for line in listing.stdout.splitlines() if line.startswith("ii")}
    return frozenset(names | {name.removesuffix("t64") for name in names})


def importable(module: str) -> bool:
    """Whether this Python has a module; Debian ships `venv` without `ensurepip`."""
    try:
        __import__(module)
    except ImportError:
        return False
    return True


def wanted_packages(machine: Machine, goal: str, words: Sequence[str]) -> list[str]:
    """Debian packages that a goal needs."""
    wanted = [*OFFSCREEN]
    wanted += SCREEN if goal == "start" and machine.has_display else []
    wanted += TESTING if goal == "test" else []
    wanted += FREEZING if goal == "freeze" else []
    wanted += PEERS if "--peers" in words else []
    if {"venv", "ensurepip"} - machine.modules:
        wanted.append(f"python{machine.version[0]}.{machine.version[1]}-venv")
    return wanted


def system_steps(machine: Machine, goal: str, words: Sequence[str]) -> list[Step]:
    """Steps that install the system's libraries; none on Windows and macOS, whose Qt wheels need none."""
    missing = [name for name in wanted_packages(machine, goal, words) if name not in machine.packages]
    if not machine.debian:
        if {"venv", "ensurepip"} - machine.modules:
            raise CannotSetUpError("This Python has no venv module. Install Python 3.11 or newer from python.org.")
        return []
    if not missing:
        return []
    prefix = [] if machine.root else ["sudo"]
    if prefix and not machine.found("sudo"):
        raise CannotSetUpError("Some system libraries are missing. As root: apt-get install " + " ".join(missing))
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    asked = "" if machine.root else " (asks for your password: it uses sudo)"
    return [
        Step(f"Refresh the list of system packages{asked}", [*prefix, "apt-get", "update", "-q"], quiet),
        Step(
            f"Install system packages: {', '.join(missing)}{asked}",
            [*prefix, "apt-get", "install", "-y", "-q", "--no-install-recommends", *missing],
            quiet,
        ),
    ]


def fingerprint(group: str) -> str:
    """Hash of all that the environment is made from, so that a change of any of it sets up anew."""
    sources = [HERE / "pyproject.toml", HERE / "uv.lock", *sorted(HERE.glob("translations/*/LC_MESSAGES/*.po"))]
    digest = hashlib.sha256(group.encode())
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()


def python_steps(machine: Machine, goal: str) -> list[Step]:
    """Steps that make `.venv`, with the locked versions of everything, and the compiled catalogues."""
    group = "run" if goal == "start" else "dev"
    if machine.stamp in (fingerprint("dev"), fingerprint(group)):
        return []
    python = machine.program("python")
    sync = [machine.program("uv"), "sync", "--frozen", "--inexact", "--python", python]
    sync += ["--no-dev"] if group == "run" else []
    return [
        Step("Make a Python environment in .venv", [machine.python, "-m", "venv", ".venv"]),
        Step("Install the installer, uv", [python, "-m", "pip", "install", "--quiet", UV]),
        Step("Install what CMDesk stands on, as locked in uv.lock", sync, {"VIRTUAL_ENV": str(HERE / ".venv")}),
        Step(
            "Compile the Thai catalogue",
            [machine.program("pybabel"), "-q", "compile", "-D", "cmdesk", "-d", "translations"],
        ),
        Step("Note that all is set up", [python, "run.py", "--stamp", group]),
    ]


def goal_steps(machine: Machine, goal: str, words: Sequence[str]) -> list[Step]:
    """Steps that do what was asked, once all is set up."""
    if goal == "gates":
        return gate_steps(machine)
    if goal == "test":
        return test_steps(machine, words)
    if goal == "freeze":
        return freeze_steps(machine)
    return sample_steps(machine)


def sample_steps(machine: Machine) -> list[Step]:
    """Steps that show the sample dossier: in the window, or as files where there is no display."""
    cmdesk, sample = machine.program("cmdesk"), str(Path("out", "sample.cmdesk"))
    making = [] if (HERE / sample).exists() else [Step("Copy the sample dossier", [cmdesk, "sample", sample])]
    if machine.has_display:
        window = [machine.program("python"), "-m", "ui.app", "--dossier", sample]
        return [*making, Step(f"Open the window on {sample}", window)]
    return making + [
        Step(
            f"No display here: export the sample to {kind.upper()}",
            [cmdesk, "export", sample, "--format", kind, "--languages", "both", "--out", f"out/sample.{kind}"],
        )
        for kind in ("docx", "pdf")
    ]


def freeze_steps(machine: Machine) -> list[Step]:
    """Steps that build the one-folder program and start it as a machine without Python would."""
    build = [machine.program("python"), "-m", "PyInstaller", "pyinstaller.spec", "--noconfirm", "--log-level", "WARN"]
    frozen = str(Path("build", "program", "cmdesk", "cmdesk.exe" if machine.windows else "cmdesk"))
    kept = {name: machine.environ[name] for name in ("SYSTEMROOT", "TEMP") if name in machine.environ}
    return [
        Step("Build the one-folder program", [*build, "--distpath", "build/program", "--workpath", "build/work"]),
        Step("Start it once", [frozen, "--self-check"], {**kept, "QT_QPA_PLATFORM": "offscreen"}, bare=True),
    ]


def gate_steps(machine: Machine) -> list[Step]:
    """Steps that check the code without running it."""
    ruff = machine.program("ruff")
    return [
        Step("Check the code's style", [ruff, "check", "."]),
        Step("Check its layout", [ruff, "format", "--check", "."]),
        Step("Check its types", [machine.program("mypy")]),
        Step("Check who imports whom", [machine.program("lint-imports")]),
    ]


def test_steps(machine: Machine, words: Sequence[str]) -> list[Step]:
    """Steps that run the tests, and, when none were picked out, ask that they reach enough of the code."""
    python = machine.program("python")
    offscreen = {"QT_QPA_PLATFORM": "offscreen"}
    picked = [word for word in words if word != "--peers"]
    marks = [] if picked else ["-m", "not campaign" if "--peers" in words else "not campaign and not peers"]
    run = [python, "-m", "pytest", *marks, *picked]
    if picked:
        return [Step("Run these tests", run, offscreen)]
    covered = [*run, "-q", "-n", "2", "--cov", "--cov-report="]
    report = [python, "-m", "coverage", "report", "--skip-covered", "--skip-empty"]
    return [
        Step("Run the tests", covered, offscreen),
        Step("Ask for 95 % of the branches of cmdesk", [*report, "--include", "cmdesk/*", "--fail-under", "95"]),
        Step("Ask for 85 % of the branches of ui", [*report, "--include", "ui/*", "--fail-under", "85"]),
    ]


def plan(machine: Machine, goal: str, words: Sequence[str] = ()) -> list[Step]:
    """All steps from this machine as it is to the goal; raises `CannotSetUpError`."""
    if machine.version < OLDEST_PYTHON:
        raise CannotSetUpError(f"CMDesk needs Python 3.11 or newer; this is {'.'.join(map(str, machine.version))}.")
    return [
        *system_steps(machine, goal, words),
        *python_steps(machine, goal),
        *goal_steps(machine, goal, words),
    ]


def carry_out(step: Step) -> int:
    """Exit status of a step, which is announced and then run in the project's folder."""
    print(f"* {step.why}", flush=True)
    inherited = {} if step.bare else os.environ
    status = subprocess.run(step.command, cwd=HERE, env={**inherited, **step.environ}, check=False).returncode
    if status:
        print(f"This step failed with status {status}: {' '.join(step.command)}", file=sys.stderr)
    return status


def main(words: Sequence[str]) -> int:
    """Exit status: 0 when all was done, that of the step that failed, or 3 when something must be installed by hand."""
    if words[:1] == ["--stamp"]:
        (HERE / ".venv" / "cmdesk-stamp").write_text(fingerprint(words[1]), "utf-8")
        return 0
    if {"-h", "--help"} & set(words):
        print(__doc__)
        return 0
    only_print = "--check" in words
    rest = [word for word in words if word != "--check"]
    goal = rest.pop(0) if rest and rest[0] in GOALS else "start"
    try:
        steps = plan(this_machine(), goal, rest)
    except CannotSetUpError as error:
        print(error, file=sys.stderr)
        return 3
    if only_print:
        print("\n".join(f"* {step.why}\n    {' '.join(step.command)}" for step in steps))
        return 0
    return next((status for status in map(carry_out, steps) if status), 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
