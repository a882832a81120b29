"""Notes put into words: where one is, when something was said, to whom."""

from datetime import UTC, datetime

from cmdesk import i18n
from cmdesk.i18n import _
from cmdesk.model.dossier import Dossier
from cmdesk.model.language import Language
from cmdesk.model.note import Note, Remark
from cmdesk.thai.eras import date_words

_LONGEST_QUOTE = 60


def now() -> str:
    """This moment as remarks keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def when(at: str) -> str:
    """A moment in the reader's own time, language and era; nothing when it can't be read."""
    try:
        moment = datetime.fromisoformat(at).astimezone()
    except ValueError:
        return ""
    day = date_words(i18n.language(), moment.year, moment.month, moment.day)
    return _("{day}, {hour}").format(day=day, hour=f"{moment:%H:%M}")


def byline(remark: Remark) -> str:
    """Who said something, and when."""
    name = remark.author or _("Somebody")
    said = when(remark.at)
    return f"{name} · {said}" if said else name


def place_words(note: Note, dossier: Dossier) -> str:
    """What a note is on: the question's number and the words, or the paragraph's place."""
    if note.paragraph is None:
        return _("{question}: the whole answer").format(question=note.question)
    if note.anchor is not None:
        return f"{note.question} · “{_short(note.anchor.words)}”"
    for place, paragraph in enumerate(dossier.prose(note.question).paragraphs, start=1):
        if paragraph.id == note.paragraph:
            opening = _short(paragraph.in_(Language(i18n.language())).characters)
            return _("{question}, paragraph {number}: {words}").format(
                question=note.question, number=place, words=opening
            )
    return _("{question}: a paragraph that is no longer there").format(question=note.question)


def _short(words: str) -> str:
    flat = " ".join(words.split())
    return flat if len(flat) <= _LONGEST_QUOTE else flat[:_LONGEST_QUOTE].rstrip() + "…"
