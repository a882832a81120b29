"""Damages, failing system calls and long use: a small part of each; the whole is run by hand with `-m campaign`."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import damage_campaign
import pytest

HERE = Path(__file__).parent
TRACED = pytest.mark.skipif(shutil.which("strace") is None, reason="the faults are strace's")


def figures(script, folder, count, seed=1):
    """What a script of this folder found out."""
    done = subprocess.run(
        [sys.executable, HERE / script, folder, str(count), str(seed)], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])


def test_a_damage_to_one_copy_loses_nothing():
    fired = damage_campaign.campaign(damage_campaign.one_copy, 400)

    assert sum(count for what, count in fired.items() if what.endswith("noticed")) > 200


def test_damages_to_both_copies_are_told():
    fired = damage_campaign.campaign(damage_campaign.both_copies, 200)

    assert fired["less, and told"] > 10


def test_random_edits_give_what_they_give_in_memory(tmp_path):
    found = figures("soak.py", tmp_path / "d", 2_000)

    assert (found["unequal"], found["not saved"], found["handles grown"]) == (0, 0, 0)


@TRACED
def test_failing_calls_lose_no_acknowledged_edit(tmp_path):
    found = figures("faulty_calls.py", tmp_path / "d", 5)

    assert (found["lost"], found["faults"] >= 5) == (0, True)


def say(capsys, found):
    with capsys.disabled():
        print(f"\n{found}")  # noqa: T201 - the figures are what a campaign is run for


@pytest.mark.campaign
@pytest.mark.parametrize(("trial", "count"), [("one_copy", 100_000), ("both_copies", 5_000)])
def test_no_damage_in_the_full_campaign_shows_anything_wrong(trial, count, capsys):
    say(capsys, damage_campaign.campaign(getattr(damage_campaign, trial), count, seed=2))


@pytest.mark.campaign
def test_a_million_edits_give_what_they_give_in_memory(tmp_path, capsys):
    found = figures("soak.py", tmp_path / "d", 1_000_000)

    say(capsys, found)
    assert (found["unequal"], found["not saved"], found["handles grown"], found["MB grown"] < 50) == (0, 0, 0, True)
    assert found["largest data"] < 5 * (found["snapshot"] + 1_000_000)


@TRACED
@pytest.mark.campaign
def test_two_thousand_failing_calls_lose_no_acknowledged_edit(tmp_path, capsys):
    found = figures("faulty_calls.py", tmp_path / "d", 2_000)

    say(capsys, found)
    assert found["lost"] == 0
