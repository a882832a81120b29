"""The sample dossier, put together from its authored files."""

from pathlib import Path

from cmdesk import assets
from cmdesk.forms import templates
from cmdesk.i18n import _
from cmdesk.model.answer import Answer
from cmdesk.model.dates import PartialDate
from cmdesk.model.dossier import Dossier, Milestone, Profile
from cmdesk.model.form import Form
from cmdesk.model.frozen_map import FrozenMap
from cmdesk.model.ids import DossierId, QuestionId
from cmdesk.sample import evidence, notes
from cmdesk.sample.answers import answer
from cmdesk.sample.authored import Frame, Record, Reply, Stone, Thread, read, read_each
from cmdesk.sample.errors import SampleError, located
from cmdesk.sample.keys import id_of
from cmdesk.sample.prose import Keys

FILE = "dossier.toml"


def sample() -> Dossier:
    """The sample dossier, equal at each call."""
    return authored(folder())


def folder() -> Path:
    """Folder of the sample's authored files."""
    return assets.resource("sample")


def authored(source: Path) -> Dossier:
    """The dossier that a folder of authored files describes; SampleError names the file and the place of a mistake."""
    frame = read(source / FILE, Frame)
    records = read_each(source / evidence.FILE, Record)
    keys = evidence.ids(records)
    form = templates.form(frame.form)
    made = (evidence.evidence(key, record, source / "files") for key, record in records.items())
    answers = dict(_answered(path, form, keys) for path in sorted(source.glob("answers/*.toml")))
    threads = read_each(source / notes.FILE, Thread)
    said = (notes.note(key, thread, answers) for key, thread in threads.items())
    return Dossier(
        id=DossierId(id_of("dossier", frame.form)),
        form=form,
        profile=_profile(frame),
        answers=FrozenMap(answers),
        evidence=FrozenMap({record.id: record for record in made}),
        notes=FrozenMap({note.id: note for note in said}),
    )


def _profile(frame: Frame) -> Profile:
    with located(FILE, "joined_network"):
        joined = PartialDate.parse(frame.joined_network)
    stones = tuple(_milestone(number, stone) for number, stone in enumerate(frame.milestone, start=1))
    return Profile(frame.title.wording, frame.city.wording, joined, stones)


def _milestone(number: int, stone: Stone) -> Milestone:
    with located(FILE, f"milestone[{number}].due"):
        return Milestone(stone.title.wording, PartialDate.parse(stone.due))


def _answered(path: Path, form: Form, keys: Keys) -> tuple[QuestionId, Answer]:
    reply = read(path, Reply)
    question = QuestionId(reply.question)
    try:
        kind = form.question(question).kind
    except KeyError as error:
        problem = _("the form has no question “{question}”.").format(question=question)
        raise SampleError(path.name, "question", problem) from error
    return question, answer(kind, reply, path.name, keys)
