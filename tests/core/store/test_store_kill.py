import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the killed process is forked")


def killed(folder, kills):
    script = Path(__file__).with_name("killed_writer.py")
    done = subprocess.run(
        [sys.executable, script, folder, str(kills), "1"], capture_output=True, text=True, check=False, timeout=7_200
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_killing_the_writer_loses_no_acknowledged_edit(tmp_path):
    figures = killed(tmp_path / "dossier", 30)

    assert figures["acknowledged"] > 30
    assert (figures["kills"], figures["lost"], figures["damage"]) == (30, 0, [])


@pytest.mark.campaign
def test_killing_the_writer_twenty_thousand_times_loses_no_acknowledged_edit(tmp_path, capsys):
    figures = killed(tmp_path / "dossier", 20_000)

    with capsys.disabled():
        print(f"\n{figures}")  # noqa: T201 - the figures are what a campaign is run for
    assert (figures["kills"], figures["lost"], figures["damage"]) == (20_000, 0, [])
