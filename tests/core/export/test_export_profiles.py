from pathlib import Path

import pytest

from cmdesk.export import profiles
from cmdesk.export.composing.languages import Languages
from cmdesk.export.faulty_profiles import ProfileError, UnknownProfileError, UnreadableProfileError
from cmdesk.export.looks import HOUSE, Looks
from cmdesk.export.profile import Backing, Digits, Era, Margin, Profile

SMALL = """\
id = "small"
title = { th = "เล็ก", en = "Small" }
about = { th = "สำหรับทดสอบ", en = "For tests" }
languages = "both"
digits = "thai"
era = "common"
[page]
paper = "a5"
orientation = "landscape"
left = 20
[letters]
size = 16
font = "TH SarabunPSK"
[letters.sizes]
heading_1 = 20
[numbering]
parts = true
totals = false
[include]
guidance = false
notes = "column"
evidence = "nowhere"
"""


@pytest.fixture
def written(tmp_path: Path):
    """Writes a style file: the small one with one text replaced by another."""

    def write(old: str = "", new: str = "") -> Path:
        assert old in SMALL
        path = tmp_path / "small.toml"
        path.write_text(SMALL.replace(old, new, 1), "utf-8")
        return path

    return write


@pytest.fixture
def mistakes(written):
    def tell(old: str, new: str) -> list[tuple[int, str]]:
        with pytest.raises(ProfileError) as refused:
            profiles.load(written(old, new))
        return [(found.line, found.field) for found in refused.value.mistakes]

    return tell


def test_a_style_file_says_everything_about_a_document(written) -> None:
    profile = profiles.load(written())
    assert profile.languages is Languages.BOTH
    assert (profile.digits, profile.era) == (Digits.THAI, Era.COMMON)
    assert (profile.page.width, profile.page.height, profile.page.left, profile.page.right) == (210, 148, 20, 20)
    assert profile.looks.font == "TH SarabunPSK"
    assert (profile.numbering.parts, profile.numbering.questions, profile.numbering.totals) == (True, True, False)
    assert (profile.included.guidance, profile.included.counts, profile.included.notes) == (False, True, Margin.COLUMN)
    assert profile.included.evidence is Backing.NOWHERE


def test_sizes_grow_together_but_for_those_that_are_given(written) -> None:
    looks = profiles.load(written()).looks
    by = 16 / HOUSE["body"].size
    assert looks["body"].size == 16
    assert looks["heading_1"].size == 20
    assert looks["table"].size == pytest.approx(HOUSE["table"].size * by, abs=0.13)
    assert looks["heading_1"].leading / 20 == pytest.approx(
        HOUSE["heading_1"].leading / HOUSE["heading_1"].size, abs=0.01
    )
    assert looks.spacing == pytest.approx(by)


def test_a_style_without_sizes_is_the_house_style(written) -> None:
    path = written('size = 16\nfont = "TH SarabunPSK"\n[letters.sizes]\nheading_1 = 20\n', "")
    assert profiles.load(path).looks == Looks()


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ('id = "small"', 'id = "Small Style"', 1, "id"),
        ('languages = "both"', 'languages = "french"', 4, "languages"),
        ('digits = "thai"', "digits = 7", 5, "digits"),
        ('paper = "a5"', 'paper = "a7"', 8, "page.paper"),
        ("left = 20", 'left = "20 mm"', 10, "page.left"),
        ("left = 20", "left = true", 10, "page.left"),
        ("left = 20", "left = 400", 10, "page.left"),
        ("left = 20", "left = nan", 10, "page.left"),
        ("left = 20", "left = 130\nright = 30", 10, "page.left"),
        ("left = 20", "top = 50\nbottom = 40", 10, "page.top"),
        ("size = 16", "size = 3", 12, "letters.size"),
        ("heading_1 = 20", "headings = 20", 15, "letters.sizes.headings"),
        ("heading_1 = 20", "heading_1 = 99", 15, "letters.sizes.heading_1"),
        ("parts = true", 'parts = "yes"', 17, "numbering.parts"),
        ("guidance = false", "guidence = false", 20, "include.guidence"),
        ('languages = "both"', 'languages = "en"', 21, "include.notes"),
        ('evidence = "nowhere"', 'evidence = "here"', 22, "include.evidence"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_field(mistakes, old: str, new: str, line: int, field: str) -> None:
    assert mistakes(old, new) == [(line, field)]


def test_a_misspelt_size_is_answered_with_the_nearest(written) -> None:
    with pytest.raises(ProfileError) as refused:
        profiles.load(written("heading_1 = 20", "hading_1 = 20"))
    assert "heading_1" in refused.value.what
    assert "SCHEMA.md" in refused.value.advice


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableProfileError) as refused:
        profiles.load(tmp_path / "none.toml")
    assert "none.toml" in refused.value.what


def test_an_unknown_style_is_answered_with_those_there_are() -> None:
    with pytest.raises(UnknownProfileError) as refused:
        profiles.named("unesco")
    assert "unesco" in refused.value.what
    assert "unesco-submission" in refused.value.advice


SHIPPED = profiles.available()


def test_five_styles_are_shipped() -> None:
    assert [each.id for each in SHIPPED] == [
        "bilingual",
        "jury-view",
        "review-copy",
        "thai-official",
        "unesco-submission",
    ]


@pytest.mark.parametrize("profile", SHIPPED, ids=lambda each: each.id)
def test_a_shipped_style_is_named_as_its_file_and_in_both_languages(profile: Profile) -> None:
    assert (profiles.shipped() / f"{profile.id}.toml").is_file()
    assert profile.title.thai
    assert profile.title.english


def test_the_official_style_keeps_to_the_rules_of_thai_offices() -> None:
    official = profiles.named("thai-official")
    assert (official.looks["body"].size, official.page.left, official.page.right) == (16, 30, 20)
    assert (official.page.width, official.page.height) == (210, 297)


def test_the_schema_explains_every_key_and_every_part() -> None:
    explained = (profiles.shipped() / "SCHEMA.md").read_text("utf-8")
    keys = [
        *(
            "id",
            "title",
            "about",
            "languages",
            "digits",
            "era",
            "paper",
            "orientation",
            "left",
            "right",
            "top",
            "bottom",
        ),
        *("size", "font", "parts", "questions", "totals", "cover", "contents", "guidance", "counts", "status", "notes"),
        *(
            "sources",
            "footnotes",
            "protected",
            "column",
            "comments",
            "evidence",
            "beside_claims",
            "nowhere",
            "common",
            "thai",
            "landscape",
        ),
    ]
    families = {part.rpartition("_")[0] if part[-1].isdigit() else part for part in HOUSE}
    assert [key for key in keys if f"`{key}`" not in explained and f'"{key}"' not in explained] == []
    assert [name for name in families if name not in explained] == []
