"""What another program says of the tags; by hand, with `outloud` (from PyPI, in a place of its own) on the path."""

import shutil
import subprocess

import pytest

from cmdesk.export import profiles
from cmdesk.export.compose import compose
from cmdesk.export.pdf.writer import write
from cmdesk.sample import sample

CLAIM = "DOC-012"
"""That the file does not claim to be PDF/UA: it never does before a validator has confirmed it."""


@pytest.mark.campaign
@pytest.mark.parametrize("profile", profiles.available(), ids=lambda profile: profile.id)
def test_a_checker_of_tags_finds_no_fault_in_any_profile(tmp_path, profile):
    program = shutil.which("outloud")
    assert program, "outloud is missing: install it with pip"
    write(compose(sample(), profile), tmp_path / "x.pdf")
    done = subprocess.run([program, "--skip", CLAIM, tmp_path / "x.pdf"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
