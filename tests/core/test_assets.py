import sys

import pytest

from cmdesk import assets


def test_resources_and_catalogues_are_found_in_a_checkout():
    assert assets.resource("forms").parent == assets.root() / "resources"
    assert assets.catalogues().is_dir()


@pytest.mark.parametrize("face", assets.FONT_FACES)
def test_every_face_of_the_font_is_a_truetype_file(face):
    assert assets.font(face).read_bytes()[:4] == b"\0\1\0\0"


def test_the_frozen_program_looks_where_it_was_unpacked(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert assets.root() == tmp_path
