"""Names of folders: suggested so that they hold everywhere, judged in words."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmdesk.export.naming import is_fit
from ui.dialogs.folder_names import LONGEST, SUFFIX, problem, suggested


@pytest.mark.parametrize("name", ["เชียงใหม่ เมืองแห่งการเรียนรู้", "Chiang Mai 2024", "a.b", "ก" * 80])
def test_thai_and_spaces_are_good_names(name: str, tmp_path: Path) -> None:
    assert problem(name, tmp_path) == ""


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("", "Give the folder a name"),
        ("a/b", "can't have /"),
        ("a\\b", "can't have \\"),
        ("a\tb", "can't have \\t"),
        ("what?", "can't have ?"),
        ("CON", "Windows keeps the name"),
        ("nul.txt", "Windows keeps the name"),
        ("ends.", "full stop"),
        (" begins", "space"),
        ("a" * 241, "too long"),
        ("ก" * 200, "too long: it takes 600 bytes"),
    ],
)
def test_a_bad_name_is_told_in_words(name: str, told: str, tmp_path: Path) -> None:
    assert told in problem(name, tmp_path)


def test_a_name_that_is_taken_is_told(tmp_path: Path) -> None:
    (tmp_path / f"a{SUFFIX}").mkdir()
    assert "already" in problem("a", tmp_path)


def test_a_place_that_is_not_there_is_told(tmp_path: Path) -> None:
    assert "is not there" in problem("a", tmp_path / "none")


def test_a_long_thai_title_is_not_cut_inside_a_letter() -> None:
    assert suggested("ที่" * 100).endswith("ที่")


def test_a_long_thai_title_is_cut_between_words() -> None:
    title = "ใบสมัครสมาชิกเครือข่ายระดับโลกด้านเมืองแห่งการเรียนรู้ขององค์การยูเนสโก"
    assert title.startswith(suggested(title))
    assert suggested(title).endswith("การเรียนรู้ของ")


@settings(deadline=None, max_examples=150)
@given(st.text(max_size=300))
def test_a_suggested_name_is_good_on_every_computer(title: str) -> None:
    name = suggested(title)
    assert not name or problem(name, Path.cwd()) == ""
    assert not name or is_fit(name + SUFFIX, SUFFIX)
    assert len(name.encode()) <= LONGEST
