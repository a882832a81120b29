"""Notes as authored, turned into the model's."""

from collections.abc import Mapping
from datetime import UTC, datetime

from cmdesk.i18n import _
from cmdesk.model.answer import Answer, Paragraph, Prose
from cmdesk.model.ids import NoteId, QuestionId, RowId
from cmdesk.model.language import Language
from cmdesk.model.note import Anchor, Note, Remark
from cmdesk.sample.authored import Said, Thread, Words
from cmdesk.sample.errors import located
from cmdesk.sample.keys import id_at

FILE = "notes.toml"


def note(key: str, thread: Thread, answers: Mapping[QuestionId, Answer]) -> Note:
    """The note of a key, on one of these answers. Raises SampleError."""
    with located(FILE, f"{key}.question"):
        prose = _prose(thread.question, answers)
    with located(FILE, f"{key}.paragraph"):
        paragraph = _paragraph(thread.paragraph, prose)
    with located(FILE, f"{key}.on"):
        anchor = _anchor(thread.on, paragraph)
    return Note(
        id=NoteId(id_at(thread.remark[0].at, "note", key)),
        question=QuestionId(thread.question),
        paragraph=None if paragraph is None else paragraph.id,
        anchor=anchor,
        to=thread.to,
        done=thread.done,
        remarks=tuple(_remark(key, said) for said in thread.remark),
    )


def _prose(question: str, answers: Mapping[QuestionId, Answer]) -> Prose:
    answer = answers.get(QuestionId(question))
    if isinstance(answer, Prose):
        return answer
    raise ValueError(_("no answer in prose is given to “{question}”.").format(question=question))


def _paragraph(number: int | None, prose: Prose) -> Paragraph | None:
    if number is None:
        return None
    if number > len(prose.paragraphs):
        raise ValueError(_("there is no paragraph {number}.").format(number=number))
    return prose.paragraphs[number - 1]


def _anchor(on: Words, paragraph: Paragraph | None) -> Anchor | None:
    for language, words in ((Language.THAI, on.thai), (Language.ENGLISH, on.english)):
        if words:
            start = -1 if paragraph is None else paragraph.in_(language).characters.find(words)
            if start < 0:
                raise ValueError(_("the paragraph doesn't say “{words}”.").format(words=words))
            return Anchor(language, words, start)
    return None


def _remark(key: str, said: Said) -> Remark:
    return Remark(RowId(id_at(said.at, "remark", key)), " ".join(said.words.split()), said.author, _written(said.at))


def _written(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
