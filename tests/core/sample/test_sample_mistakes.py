"""Mistakes in authored files, each told with its file and place."""

from collections.abc import Callable

import pytest

from cmdesk.model.dossier import Dossier
from cmdesk.model.form import QuestionKind
from cmdesk.model.ids import QuestionId
from cmdesk.model.noted import notes_of
from cmdesk.sample import sample
from cmdesk.sample.answers import answer
from cmdesk.sample.authored import Reply
from cmdesk.sample.errors import SampleError

PLAN = "answers/A07-plan.toml"
PROFILE = "answers/A04-profile.toml"
MATERIALS = "answers/A15-materials.toml"
ACCESS = "answers/A11-access.toml"
NETWORK = "answers/A14-network.toml"
EVIDENCE = "evidence.toml"
NOTES = "notes.toml"


@pytest.mark.parametrize(
    ("file", "old", "new", "place", "told"),
    [
        (PLAN, "แม่น้ำปิง[@ping-2021]", "แม่น้ำปิง[@ping]", "paragraph[5].th", "“ping”"),
        (PLAN, "Ping River.[@ping-2021]", "**Ping River.", "paragraph[5].en", "never ends"),
        (PLAN, 'question = "A7"', 'question = "Z9"', "question", "“Z9”"),
        (PLAN, 'question = "A7"', 'question = "A7"\ncolour = "red"', "at the top", "colour"),
        (PLAN, 'question = "A7"', "question = ", "TOML", "line 1"),
        (PROFILE, 'source = "area"', 'source = "aera"', "row[2].source", "“aera”"),
        (PROFILE, 'value = "40.216"', 'value = "forty"', "row[2].value", "decimal"),
        (MATERIALS, 'date = "2022-11"', 'date = "2022-13"', "material[5].date", "month"),
        (MATERIALS, 'evidence = "award-page"', 'evidence = "award"', "material[1].evidence", "“award”"),
        (EVIDENCE, 'period = "1983-04-05"', 'period = "5 April 1983"', "area.period", "5 April 1983"),
        (EVIDENCE, "2021-06/2022-09", "2022-09/2021-06", "network-webinar.period", "before"),
        (EVIDENCE, '[area]\nkind = "statistic"', '[area]\nkind = "number"', "area.kind", "'number'"),
        (EVIDENCE, "chart-area-of-four-khwaeng.png", "chart.png", "area.files", "“chart.png”"),
        (EVIDENCE, "chart-area-of-four-khwaeng.png", "../evidence.toml", "area.files", "“evidence.toml”"),
        (PLAN, 'stage.en = "translated"', 'stage.en = "ready"', "paragraph[1].stage", "only the other one"),
        (PLAN, 'stage.th = "ready"', 'stage.th = "translated"', "paragraph[1].stage", "only the other one"),
        (PLAN, 'stage.th = "ready"', 'stage.th = "done"', "stage.th", "'done'"),
        (PLAN, "th = '''ทุกย่าน", "before = '''ย่าน[@x]'''\nth = '''ทุกย่าน", "paragraph[2].before", "“x”"),
        (ACCESS, 'stage.en = "translated"', 'stage.en = "draft"', "paragraph[6].before", "stands with a translation"),
        (ACCESS, "สถานประกอบการ ตลาด และสถานีขนส่ง", "สถานประกอบการและตลาด", "paragraph[6].before", "differs"),
        (NETWORK, 'en = ""', 'en = ""\nbefore = "เดิม"', "paragraph[3].before", "stands with a translation"),
        (NOTES, 'question = "A14"', 'question = "A4"', "mentor.question", "“A4”"),
        (NOTES, 'question = "A14"', 'question = "Z9"', "mentor.question", "“Z9”"),
        (
            NOTES,
            'question = "A14"\nparagraph = 3',
            'question = "A14"\nparagraph = 4',
            "mentor.paragraph",
            "paragraph 4",
        ),
        (NOTES, 'question = "A14"\nparagraph = 3', 'question = "A14"\nparagraph = 0', "mentor.paragraph", ">= 1"),
        (NOTES, 'question = "A14"\nparagraph = 3', 'question = "A14"', "mentor.on", "“พี่เลี้ยง”"),
        (NOTES, 'on.th = "พี่เลี้ยง"', 'on.th = "พี่ชาย"', "mentor.on", "“พี่ชาย”"),
        (NOTES, 'on.th = "พี่เลี้ยง"', 'on.en = "mentor"', "mentor.on", "“mentor”"),
        (NOTES, "2024-02-07T04:15:00Z", "2024-02-07T04:15:00", "mentor.remark[1].at", "timezone"),
        (NOTES, "[[mentor.remark]]", "[other]", "mentor", "remark"),
        ("dossier.toml", 'due = "2024-06"', 'due = "June"', "milestone[3].due", "June"),
        ("dossier.toml", "2020-09-23", "2020-02-30", "joined_network", "day"),
    ],
)
def test_a_mistake_names_its_file_and_place(
    changed: Callable[[str, str, str], Dossier], file: str, old: str, new: str, place: str, told: str
) -> None:
    with pytest.raises(SampleError) as caught:
        changed(file, old, new)

    assert caught.value.file == file.rpartition("/")[2]
    assert caught.value.place == place
    assert told in caught.value.what
    assert "README.md" in caught.value.advice


def test_a_note_may_be_on_an_answer_as_a_whole(changed: Callable[[str, str, str], Dossier]) -> None:
    dossier = changed(NOTES, 'question = "A14"\nparagraph = 3\non.th = "พี่เลี้ยง"', 'question = "A14"')

    (note,) = notes_of(dossier, QuestionId("A14"))
    assert note.anchor is None


def test_a_time_in_chiang_mai_is_kept_as_that_of_greenwich(changed: Callable[[str, str, str], Dossier]) -> None:
    dossier = changed(NOTES, "2024-02-07T04:15:00Z", "2024-02-07T11:15:00+07:00")

    assert dossier == sample()


def test_an_answer_of_a_kind_without_notation_is_told() -> None:
    with pytest.raises(SampleError) as caught:
        answer(QuestionKind.RATING, Reply("B8"), "B08.toml", {})

    assert (caught.value.file, caught.value.place) == ("B08.toml", "question")


def test_a_field_that_is_left_out_stays_empty(changed: Callable[[str, str, str], Dossier]) -> None:
    dossier = changed(EVIDENCE, 'period = "1983-04-05"\n', "")

    (area,) = (each for each in dossier.evidence.values() if each.title.english.startswith("Area of Chiang Mai City"))
    assert area.period is None
