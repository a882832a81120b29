import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]
DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n'
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'
DISPLAY = {"DISPLAY": ":0"}


@pytest.fixture(scope="module")
def run() -> ModuleType:
    spec = importlib.util.spec_from_file_location("cmdesk_bootstrap", ROOT / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["cmdesk_bootstrap"] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


def machine(run: ModuleType, **facts: object) -> object:
    described = {"system": "Linux", "environ": {}, "python": "python3", "version": (3, 11), "os_release": DEBIAN}
    return run.Machine(**{**described, **facts})


def commands(steps: list[object]) -> list[str]:
    return [" ".join(step.command) for step in steps]


def test_a_bare_debian_gets_its_libraries_by_sudo_and_is_told_so(run):
    bare = machine(run, environ=DISPLAY, found=lambda name: f"/usr/bin/{name}")
    steps = run.plan(bare, "start")
    assert steps[1].command[:3] == ["sudo", "apt-get", "install"]
    assert "libxcb-cursor0" in steps[1].command
    assert "sudo" in steps[1].why


def test_root_needs_no_sudo(run):
    assert run.plan(machine(run, root=True), "start")[0].command[0] == "apt-get"


def test_without_root_and_sudo_the_packages_to_install_are_named(run):
    with pytest.raises(run.CannotSetUpError, match="As root: apt-get install libegl1 "):
        run.plan(machine(run, found=lambda _name: None), "start")


def test_packages_that_are_there_are_not_installed_again(run):
    whole = frozenset([*run.OFFSCREEN, *run.SCREEN])
    assert not any("apt-get" in line for line in commands(run.plan(machine(run, packages=whole), "start")))


def test_a_machine_without_a_display_needs_no_libraries_of_the_screen(run):
    assert "libxcb-cursor0" not in run.wanted_packages(machine(run), "start", [])


def test_a_python_without_ensurepip_gets_its_venv_package(run):
    assert "python3.11-venv" in run.wanted_packages(machine(run, modules=frozenset({"venv"})), "start", [])


def test_only_the_peers_need_libreoffice(run):
    assert not set(run.PEERS) & set(run.wanted_packages(machine(run), "test", []))
    assert set(run.PEERS) <= set(run.wanted_packages(machine(run), "test", ["--peers"]))


def test_relatives_of_debian_are_recognised(run):
    assert machine(run, os_release=MINT).debian


@pytest.mark.parametrize("system", ["Windows", "Darwin"])
def test_other_systems_get_no_system_packages(run, system):
    steps = run.plan(machine(run, system=system, os_release=""), "start")
    assert not any("apt-get" in line for line in commands(steps))


def test_windows_programs_are_looked_for_in_scripts(run):
    windows = machine(run, system="Windows", os_release="")
    assert windows.program("cmdesk").replace("\\", "/") == ".venv/Scripts/cmdesk.exe"


@pytest.mark.parametrize("system", ["Windows", "Darwin"])
def test_windows_and_macos_always_have_a_display(run, system):
    assert "ui.app" in commands(run.sample_steps(machine(run, system=system)))[-1]


def test_with_a_display_the_window_opens_on_the_sample(run):
    assert "--dossier" in commands(run.sample_steps(machine(run, environ=DISPLAY)))[-1]


def test_without_a_display_the_sample_is_exported_to_both_formats(run):
    lines = commands(run.sample_steps(machine(run)))
    assert [line.rpartition(" ")[2] for line in lines[-2:]] == ["out/sample.docx", "out/sample.pdf"]


def test_an_environment_made_from_the_same_files_is_not_made_again(run):
    ready = machine(run, stamp=run.fingerprint("dev"))
    assert run.python_steps(ready, "start") == []
    assert run.python_steps(ready, "test") == []


def test_an_environment_without_development_tools_does_not_do_for_tests(run):
    assert run.python_steps(machine(run, stamp=run.fingerprint("run")), "test") != []


def test_a_mac_without_venv_is_told_where_python_is_to_be_had(run):
    with pytest.raises(run.CannotSetUpError, match=r"python\.org"):
        run.plan(machine(run, system="Darwin", os_release="", modules=frozenset()), "start")


def test_an_old_python_is_refused_with_its_version(run):
    with pytest.raises(run.CannotSetUpError, match=r"3\.11 or newer; this is 3\.10"):
        run.plan(machine(run, version=(3, 10)), "start")


def test_picked_tests_run_without_asking_for_coverage(run):
    steps = run.test_steps(machine(run), ["tests/core/test_run.py"])
    assert [step.command[-1] for step in steps] == ["tests/core/test_run.py"]


def test_the_frozen_program_is_started_without_our_environment(run):
    start = run.freeze_steps(machine(run, environ={"HOME": "somewhere"}))[-1]
    assert start.bare
    assert "HOME" not in start.environ


def test_check_prints_the_steps_and_does_none_of_them(tmp_path):
    before = sorted(ROOT.iterdir())
    told = subprocess.run(
        [sys.executable, str(ROOT / "run.py"), "freeze", "--check"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    )
    assert "Build the one-folder program" in told.stdout
    assert sorted(ROOT.iterdir()) == before


def test_a_failing_step_ends_with_its_status_and_its_command(run, capfd):
    status = run.carry_out(run.Step("Fail on purpose", [sys.executable, "-c", "raise SystemExit(7)"]))
    assert status == 7
    assert "raise SystemExit(7)" in capfd.readouterr().err
