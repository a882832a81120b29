import pytest

from cmdesk.errors import CMDeskError
from cmdesk.forms import templates
from cmdesk.forms.mistakes import FormError, UnknownFormError, UnreadableFormError
from cmdesk.toml_files.mistakes import Mistake

SHIPPED = ("award-application", "gnlc-membership", "gnlc-progress-report")


def test_the_list_names_every_shipped_form():
    assert [summary.id for summary in templates.available()] == list(SHIPPED)


def test_a_summary_tells_title_edition_and_file():
    award = templates.available()[0]

    assert (award.title.english, award.edition, award.path.name) == (
        "UNESCO Learning City Award application",
        "2024",
        "award-application.toml",
    )


@pytest.mark.parametrize("form_id", SHIPPED)
def test_a_shipped_form_is_found_by_its_id(form_id):
    assert templates.form(form_id).id == form_id


def test_an_unknown_form_is_refused_with_those_there_are():
    with pytest.raises(UnknownFormError) as refused:
        templates.form("award")

    assert (refused.value.what, refused.value.advice) == (
        "There is no form named “award”.",
        "Choose one of these: award-application, gnlc-membership, gnlc-progress-report.",
    )


def test_the_message_names_the_file_and_every_mistake_on_one_line(written):
    with pytest.raises(FormError) as refused:
        templates.load(written("edition", "editoin"))

    assert refused.value.what == (
        "The form file “small.toml” has 2 mistakes. Line 1, edition: this field is missing. "
        "Line 2, editoin: no field has this name; did you mean “edition”?"
    )


def test_a_mistake_of_syntax_is_told_with_its_line(written):
    with pytest.raises(FormError) as refused:
        templates.load(written('kind = "card"', 'kind = card"'))

    assert refused.value.mistakes == (Mistake(36, "", "this is not valid TOML (Invalid value)."),)


def test_a_file_that_breaks_off_is_told_with_its_last_line(tmp_path):
    path = tmp_path / "cut.toml"
    path.write_text('id = "cut"\nedition = [', "utf-8")

    with pytest.raises(FormError) as refused:
        templates.load(path)

    assert refused.value.what == (
        "The form file “cut.toml” has 1 mistake. Line 2: this is not valid TOML (Invalid value)."
    )


def test_a_file_in_another_encoding_is_told_with_the_line_of_the_first_strange_letter(tmp_path):
    path = tmp_path / "thai.toml"
    path.write_bytes('id = "x"\ntitle = "เชียงใหม่"'.encode("cp874"))

    with pytest.raises(FormError) as refused:
        templates.load(path)

    assert [(found.line, found.problem) for found in refused.value.mistakes] == [
        (2, "this is not UTF-8 text; save the file with the encoding UTF-8.")
    ]


def test_a_file_saved_by_a_windows_editor_is_read(written, tmp_path):
    source = written().read_text("utf-8")
    path = tmp_path / "windows.toml"
    path.write_bytes(b"\xef\xbb\xbf" + source.replace("\n", "\r\n").encode())

    assert templates.load(path).id == "small"


def test_the_line_of_a_mistake_is_right_in_a_file_saved_by_a_windows_editor(written, tmp_path):
    source = written('kind = "card"', 'kind = "crad"').read_text("utf-8")
    path = tmp_path / "windows.toml"
    path.write_bytes(source.replace("\n", "\r\n").encode())

    with pytest.raises(FormError) as refused:
        templates.load(path)

    assert [found.line for found in refused.value.mistakes] == [36]


def test_a_file_that_is_not_there_is_told_by_name(tmp_path):
    with pytest.raises(UnreadableFormError) as refused:
        templates.load(tmp_path / "none.toml")

    assert refused.value.what == "The form file “none.toml” cannot be read: No such file or directory."


@pytest.mark.parametrize("error", [FormError, UnknownFormError, UnreadableFormError], ids=lambda error: error.__name__)
def test_every_failure_is_one_that_people_are_told_about(error):
    assert issubclass(error, CMDeskError)


def test_a_failure_to_read_comes_with_advice(tmp_path):
    with pytest.raises(UnreadableFormError) as refused:
        templates.load(tmp_path)

    assert refused.value.advice == "Check that the file is there and that you may read it."


def test_a_mistake_comes_with_the_place_of_the_schema(written):
    with pytest.raises(FormError) as refused:
        templates.load(written('"card"', '"crad"'))

    assert "SCHEMA.md" in refused.value.advice


def test_the_forms_of_another_folder_can_be_listed(written):
    folder = written().parent

    assert [summary.id for summary in templates.available(folder)] == ["small"]
