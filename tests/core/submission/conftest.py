"""A project with photographs that may leave, photographs that may not, and documents."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pytest
from PIL import Image

from cmdesk.export import profiles
from cmdesk.export.profile import Profile
from cmdesk.i18n import use_language
from cmdesk.model.answer import Consent, Paragraph, Prose, Signature
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Dossier
from cmdesk.model.dossier import Profile as About
from cmdesk.model.evidence import Attachment, Evidence, EvidenceKind, PeopleShown, Permission
from cmdesk.model.form import Form, Part, Provenance, Question, QuestionKind, Surety
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, EvidenceId, ParagraphId, QuestionId, ulid
from cmdesk.model.language import Wording
from cmdesk.model.text import Citation, Span, Text
from cmdesk.store.project import Project, create

SOURCED = Provenance(Surety.SOURCED, "https://uil.unesco.org/")


def question(name: str, kind: QuestionKind, title: Wording) -> Question:
    return Question(QuestionId(name), title, kind, SOURCED)


FORM = Form(
    "award",
    "2024",
    Wording("ใบสมัคร", "Application"),
    Wording("ไม่ใช่แบบทางการ", "Not official"),
    SOURCED,
    (
        Part(
            Wording("คำตอบ", "Answers"),
            (
                question("A1", QuestionKind.PROSE, Wording("แผน", "The plan")),
                question("A2", QuestionKind.SIGNATURE, Wording("ลายมือชื่อ", "Mayor's signature")),
                question("A3", QuestionKind.CONSENT, Wording("ความยินยอม", "Consent form")),
            ),
        ),
    ),
)


def noise(width: int, height: int, seed: int) -> Image.Image:
    """A picture that JPEG cannot make small."""
    image = Image.effect_noise((width, height), 80).convert("RGB")
    image.putpixel((0, 0), (seed, seed, seed))
    return image


def photograph(path: Path, size: tuple[int, int] = (900, 600)) -> Path:
    """A photograph of a telephone, which has written where it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "Telephone of Somchai"
    noise(*size, seed=len(path.name)).save(path, "JPEG", quality=90, exif=exif)
    return path


class Kept(NamedTuple):
    """An open project and the evidence in it, by short names."""

    project: Project
    evidence: dict[str, EvidenceId]


def record(number: int, kind: EvidenceKind, title: str, attachment: Attachment, **more: object) -> Evidence:
    name = EvidenceId(ulid(number, 7))
    return Evidence(name, kind, Wording(f"{title} (ไทย)", title), attachments=(attachment,), **more)


def evidence(folder: Path, put) -> list[Evidence]:
    """Records with their files, in the order in which they are cited."""
    plan = folder / "plan.pdf"
    plan.write_bytes(b"%PDF-1.4 the plan")
    rice, child, lamp = (photograph(folder / f"{name}.jpg") for name in ("rice", "child", "lamp"))
    owner = {"rights_holder": Wording("เมือง", "City"), "licence": "CC BY 4.0"}
    shown = {"caption": Wording("กวนข้าว", "Rice is stirred"), "author": Wording("สมชาย", "Somchai")}
    return [
        record(1, EvidenceKind.DOCUMENT, "City plan / part 1", put(plan)),
        record(2, EvidenceKind.PHOTOGRAPH, "Festival", put(rice), **owner, **shown),
        record(
            3, EvidenceKind.PHOTOGRAPH, "Children", put(child), people=PeopleShown(minors=Permission.MISSING), **owner
        ),
        record(4, EvidenceKind.PHOTOGRAPH, "Lamps", put(lamp)),
    ]


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    """The project; its dossier cites every record."""
    folder = tmp_path / "ก files"
    folder.mkdir()
    about = About(Wording("เชียงใหม่ เมืองแห่งการเรียนรู้", "Chiang Mai, a learning city"), Wording("เชียงใหม่", "Chiang Mai"))
    dossier = Dossier(DossierId(ulid(1, 1)), FORM, about)
    project = create(tmp_path / "dossier", dossier)
    records = evidence(folder, project.attachments.put)
    runs = tuple(run for each in records for run in (Span(f"{each.title.english} "), Citation(each.id)))
    prose = Prose((Paragraph(ParagraphId(ulid(1, 2)), "5", thai=Text(runs), english=Text(runs)),))
    answers = {
        QuestionId("A1"): prose,
        QuestionId("A2"): Signature(Wording("อัศนี", "Assanee"), Wording("นายก", "Mayor"), PartialDate(2023, 4, 5)),
        QuestionId("A3"): Consent(),
    }
    library = FrozenMap({each.id: each for each in records})
    project.dossier = replace(dossier, answers=FrozenMap(answers), evidence=library)
    yield Kept(project, {each.title.english: each.id for each in records})
    project.close()


@pytest.fixture
def style() -> Profile:
    """The style of what is handed in."""
    return profiles.named("unesco-submission")


@pytest.fixture(autouse=True)
def english_interface() -> Iterator[None]:
    """The interface speaks English."""
    use_language("en")
    yield
    use_language("en")


def jpeg(width: int, height: int) -> bytes:
    """The bytes of a picture."""
    written = BytesIO()
    noise(width, height, 1).save(written, "JPEG", quality=92)
    return written.getvalue()
