"""Every format version that ever landed opens for ever. These folders were written once, by the program of their time.

Each is a dossier as a killed program leaves it, so that its journal matters: never change one, only add the next.
"""

import hashlib
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from cmdesk.model.answer import Card, Facts, Prose
from cmdesk.model.ids import QuestionId
from cmdesk.store.identity import FORMAT
from cmdesk.store.project import open_project
from cmdesk.store.verifying import verify

HERE = Path(__file__).parent
FORMATS = {"1.0": "482c700c53864669ab5c5984ffedd1b3cee9ef25c7dd8ba0d4602ead00c4d44f"}
"""Versions, and the hash of all that was written."""


@pytest.fixture(autouse=True)
def _own_home(tmp_path, monkeypatch):
    monkeypatch.setenv("CMDESK_HOME", str(tmp_path / "home"))


@pytest.fixture(params=FORMATS)
def folder(request, tmp_path):
    return shutil.copytree(HERE / request.param, tmp_path / "dossier")


def test_the_present_format_is_among_them():
    assert FORMAT in FORMATS


@pytest.mark.parametrize("version", FORMATS)
def test_nobody_has_touched_it(version):
    digest = hashlib.sha256()
    for path in sorted(path for path in (HERE / version).rglob("*") if path.is_file()):
        digest.update(path.relative_to(HERE).as_posix().encode() + path.read_bytes())

    assert digest.hexdigest() == FORMATS[version]


def test_it_opens_with_all_that_is_in_it(folder):
    project = open_project(folder, writable=False)

    dossier = project.dossier
    (evidence,) = dossier.evidence.values()
    prose, facts, card = (dossier.answers[QuestionId(name)] for name in ("plan", "figures", "contact"))
    assert (dossier.profile.city.english, dossier.form.id, project.report.recovered) == ("Chiang Mai", "small", 3)
    assert (evidence.title.thai, evidence.measure.value) == ("หลักฐาน ๑", Decimal("1.50"))
    assert isinstance(prose, Prose)
    assert [each.english.characters for each in prose.paragraphs] == ["A paragraph", "A paragraph"]
    assert isinstance(facts, Facts)
    assert isinstance(card, Card)
    assert project.attachments.path_of(evidence.attachments[0]).read_text("utf-8") == "แผนภูมิ\n"


def test_it_is_sound(folder):
    assert (verify(folder).exit_status, verify(folder).findings) == (0, ())


def test_its_versions_and_backups_can_be_read(folder):
    project = open_project(folder, writable=False)

    (version,), (backup,) = project.versions.list(), project.backups
    assert (version.name, len(project.versions.dossier(version).evidence)) == ("ร่างแรก", 1)
    assert (backup.reason, len(project.look_into(backup).answers)) == ("before merging", 1)


def test_it_can_be_written(folder):
    project = open_project(folder)
    keeper = project.keeper(lambda _state: None)
    (evidence,) = project.dossier.evidence
    keeper.keep(project.dossier.without_evidence(evidence), "Remove")
    assert keeper.close()

    again = open_project(folder, writable=False)
    assert (len(again.dossier.evidence), len(again.dossier.answers)) == (0, 3)
