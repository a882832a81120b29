import io
import json
import sys
from pathlib import Path

import pytest

from cmdesk.cli import arguments
from cmdesk.cli.progress_bar import shown
from cmdesk.cli.status import Status
from cmdesk.export.compose import Languages
from cmdesk.export.exporting import Format
from cmdesk.forms import templates
from cmdesk.model.dates import PartialDate
from cmdesk.model.language import Wording
from cmdesk.progress import SILENT
from cmdesk.store.project import open_project

NEW = ("--form", "award-application", "--city-en", "Chiang Mai")


def opened(folder):
    project = open_project(Path(folder), writable=False)
    project.close()
    return project.dossier


# ---- forms ----


def test_the_forms_are_listed_by_name_edition_and_title(cmdesk):
    assert cmdesk("forms").out.splitlines() == [
        "award-application     2024       UNESCO Learning City Award application",
        "gnlc-membership       2015–2018  GNLC membership application",
        "gnlc-progress-report  2019–2021  GNLC biennial progress report",
    ]


def test_a_sound_form_file_is_praised(cmdesk):
    path = templates.shipped() / "gnlc-membership.toml"

    assert cmdesk("forms", str(path)).out == (
        "The form file “gnlc-membership.toml” is sound: “GNLC membership application”, 10 questions.\n"
    )


def test_a_faulty_form_file_is_told_with_its_line(cmdesk):
    Path("own.toml").write_text("id = 1\n", "utf-8")

    heard = cmdesk("forms", "own.toml")

    assert (heard.status, "Line 1, id: this must be a text in quotation marks." in heard.err) == (Status.FAILED, True)
    assert heard.err.count("\n") == 1


# ---- new ----


def test_a_new_dossier_is_made_where_it_was_wanted(cmdesk):
    heard = cmdesk("new", "ours", *NEW)

    assert heard == (0, "The dossier “ours” is made.\n", "")
    assert opened("ours").form.id == "award-application"


def test_a_new_dossier_keeps_what_was_said_of_it(cmdesk):
    cmdesk(
        "new", "ours", *NEW, "--city-th", "เชียงใหม่", "--title-th", "ชื่อ", "--title-en", "Title", "--joined", "2020-09-23"
    )

    profile = opened("ours").profile

    assert (profile.city, profile.title) == (Wording("เชียงใหม่", "Chiang Mai"), Wording("ชื่อ", "Title"))
    assert profile.joined_network == PartialDate(2020, 9, 23)


def test_a_new_dossier_can_answer_a_form_file_of_ones_own(cmdesk):
    source = (templates.shipped() / "gnlc-progress-report.toml").read_text("utf-8")
    Path("own.toml").write_text(source.replace('"gnlc-progress-report"', '"our-report"', 1), "utf-8")

    cmdesk("new", "ours", "--form", "own.toml", "--city-en", "Chiang Mai")

    assert opened("ours").form.id == "our-report"


def test_an_unknown_form_is_told_with_those_there_are(cmdesk):
    assert cmdesk("new", "ours", "--form", "award", "--city-en", "x").err == (
        "cmdesk: There is no form named “award”. "
        "Choose one of these: award-application, gnlc-membership, gnlc-progress-report.\n"
    )


def test_a_dossier_without_a_city_is_a_mistake_of_usage(cmdesk):
    assert cmdesk("new", "ours", "--form", "award-application") == (
        Status.USAGE,
        "",
        "cmdesk: A new dossier needs the name of its city. Give --city-th, --city-en, or both.\n",
    )


@pytest.mark.parametrize("date", ["2563", "23/9/2020", "2020-13"])
def test_what_is_no_date_of_the_common_era_is_a_mistake_of_usage(cmdesk, date):
    assert cmdesk("new", "ours", *NEW, "--joined", date) == (
        Status.USAGE,
        "",
        f"cmdesk: “{date}” is no date of the Common Era. Write it as 2020, 2020-09 or 2020-09-23.\n",
    )


def test_nothing_is_made_when_the_command_is_refused(cmdesk):
    cmdesk("new", "ours", "--form", "award", "--city-en", "x")

    assert not Path("ours").exists()


@pytest.mark.parametrize("name", ["เอกสารของเรา", "our dossier 2569", "of/2569/ours", "it's “ours”", "-ours", "ก" * 80])
def test_a_folder_may_have_any_name_that_the_system_takes(cmdesk, name):
    heard = cmdesk("new", *NEW, "--", name)

    assert (heard.status, heard.out) == (0, f"The dossier “{name}” is made.\n")
    assert opened(name).profile.city.english == "Chiang Mai"


def test_a_name_too_long_for_the_system_is_told_on_one_line(cmdesk):
    name = "ก" * 200

    heard = cmdesk("new", name, *NEW)

    assert heard == (
        Status.FAILED,
        "",
        (
            f"cmdesk: The name “{name}” is too long for this disk. "
            "Use a shorter one: most disks hold 255 bytes, which is 255 Latin or 85 Thai letters.\n"
        ),
    )


def test_a_folder_that_holds_something_is_left_alone(cmdesk):
    Path("ours").mkdir()
    Path("ours", "letter.txt").write_text("kept", "utf-8")

    heard = cmdesk("new", "ours", *NEW)

    assert heard.err == "cmdesk: The folder “ours” is not empty. Choose a new name for the dossier's folder.\n"
    assert [path.name for path in Path("ours").iterdir()] == ["letter.txt"]


# ---- check ----


def test_the_exit_status_of_a_check_tells_of_errors(cmdesk, dossier):
    assert cmdesk("check", dossier).status == 2


def test_a_finding_is_told_with_its_question_and_how_bad_it_is(cmdesk, dossier):
    assert "A7: error: This required question isn't answered yet. *\n" in cmdesk("check", dossier).out


def test_a_rule_of_our_own_is_marked_as_such(cmdesk, dossier):
    assert cmdesk("check", dossier).out.endswith("\n* a rule of CMDesk's own, which rests on no published source\n")


def test_a_check_for_other_programs_is_json(cmdesk, dossier):
    told = json.loads(cmdesk("check", dossier, "--json").out)

    assert told["exit_status"] == 2
    assert {"rule", "severity", "sentence", "question", "paragraph", "evidence", "sourced"} == set(told["findings"][0])


def test_a_check_leaves_no_trace_in_the_dossier(cmdesk, dossier):
    before = sorted(Path(dossier).rglob("*"))

    cmdesk("check", dossier)

    assert sorted(Path(dossier).rglob("*")) == before


# ---- verify ----


def test_a_sound_dossier_is_told_to_be_sound(cmdesk, dossier):
    assert cmdesk("verify", dossier) == (0, "The dossier is sound.\n", "")


def test_a_foreign_file_is_a_warning(cmdesk, dossier):
    Path(dossier, "letter.txt").write_text("?", "utf-8")

    heard = cmdesk("verify", dossier)

    assert (heard.status, heard.out.splitlines()) == (
        1,
        [
            "“letter.txt” is not part of the dossier; it is left alone.",
            "The dossier is sound, but there is something to look at.",
        ],
    )


def test_a_truncated_snapshot_is_a_loss(cmdesk, dossier):
    snapshot = next(Path(dossier, "data").iterdir())
    snapshot.write_bytes(snapshot.read_bytes()[:1000])

    assert cmdesk("verify", dossier).status == 3


def test_a_verdict_for_other_programs_is_json(cmdesk, dossier):
    assert json.loads(cmdesk("verify", dossier, "--json").out) == {
        "exit_status": 0,
        "severity": "sound",
        "findings": [],
    }


@pytest.mark.parametrize("command", ["check", "verify"])
def test_a_folder_that_is_no_dossier_is_told_on_one_line(cmdesk, command):
    Path("letters").mkdir()
    Path("letters", "a.txt").write_text("?", "utf-8")

    heard = cmdesk(command, "letters")

    assert (heard.status, heard.err.count("\n")) == (Status.FAILED, 1)
    assert "“letters” is not a CMDesk dossier" in heard.err


# ---- export ----


@pytest.mark.parametrize("kind", arguments.FORMATS)
def test_a_dossier_is_written_as_a_document(cmdesk, dossier, kind):
    heard = cmdesk("export", dossier, "--format", kind, "--languages", "en", "--out", f"out.{kind}")

    assert (heard.status, heard.out.startswith(f"“out.{kind}” is written"), heard.err) == (0, True, "")
    assert Path(f"out.{kind}").stat().st_size > 1000


def test_the_pages_of_a_pdf_are_counted(cmdesk, dossier):
    assert "pages.\n" in cmdesk("export", dossier, "--format", "pdf", "--languages", "en", "--out", "out.pdf").out


def test_a_document_without_a_name_is_named_by_the_title(cmdesk, dossier):
    cmdesk("export", dossier, "--format", "docx")

    assert Path("UNESCO Learning City Award application (th-en).docx").is_file()


def test_a_document_for_a_folder_that_is_not_there_is_refused(cmdesk, dossier):
    heard = cmdesk("export", dossier, "--format", "docx", "--out", "nowhere/out.docx")

    assert heard == (
        Status.FAILED,
        "",
        "cmdesk: There is no folder “nowhere”. Make the folder first, or choose another one.\n",
    )


def test_formats_and_languages_are_those_of_the_exports():
    assert set(arguments.FORMATS) == {form.value for form in Format}
    assert set(arguments.DOCUMENT_LANGUAGES) == {languages.value for languages in Languages}


def test_damage_found_at_opening_is_told_beside_the_findings(cmdesk, dossier):
    snapshot = next(Path(dossier, "data").iterdir())
    good = snapshot.read_bytes()
    newer = snapshot.with_name(snapshot.name.replace("00000001", "00000002"))
    newer.write_bytes(good[:1000])

    heard = cmdesk("check", dossier)

    assert (heard.status, heard.err.startswith("cmdesk: ")) == (2, True)


# ---- sample ----


def test_the_sample_is_a_dossier_of_the_award(cmdesk):
    heard = cmdesk("sample", "sample.cmdesk")

    assert heard == (0, "The sample dossier is in “sample.cmdesk”.\n", "")
    assert opened("sample.cmdesk").form.id == "award-application"


# ---- progress ----


class Screen(io.StringIO):
    def isatty(self):
        return True


def test_progress_is_shown_on_a_terminal(monkeypatch):
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)

    with shown("Exporting") as progress:
        progress.step(1, 2)

    assert "Exporting" in screen.getvalue()


def test_progress_is_silent_when_piped(capsys):
    with shown("Exporting") as progress:
        progress.step(1, 2)

    assert progress is SILENT
    assert capsys.readouterr() == ("", "")
