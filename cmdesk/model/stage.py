"""How far one side of a pair is, and whether a review still holds for the text that it was given to."""

import hashlib
from dataclasses import dataclass
from enum import Enum

from cmdesk.model.text import Citation, Figure, Run, Span, Text

_FIELD, _RUN = "\x1f", "\x1e"
"""Between the parts of what is sealed: control characters, which no text holds."""
_SEAL_BYTES = 10


class Stage(Enum):
    """How far one side of a pair is, in the order of the work.

    The leading side becomes ready to translate, the other one translated; each is a draft before, and may be reviewed
    and locked after.
    """

    DRAFT = "draft"
    READY = "ready"
    TRANSLATED = "translated"
    REVIEWED = "reviewed"
    LOCKED = "locked"

    @property
    def place(self) -> int:
        """Place in the order of the work, from 0."""
        return tuple(Stage).index(self)


_SEALED = (Stage.REVIEWED, Stage.LOCKED)


@dataclass(frozen=True, slots=True)
class Status:
    """A stage, and for one that was given to a certain text, the seal of that text."""

    stage: Stage = Stage.DRAFT
    seal: str = ""

    @classmethod
    def given(cls, stage: Stage, text: Text) -> "Status":
        """The status of a text at a stage."""
        return cls(stage, seal(text) if stage in _SEALED else "")

    def holding(self, text: Text, *, leads: bool) -> Stage:
        """The stage that holds for a text: a review of another text counts no more, and nothing written is a draft."""
        if not text:
            return Stage.DRAFT
        if self.stage in _SEALED and self.seal != seal(text):
            return done(leads=leads)
        return self.stage


def done(*, leads: bool) -> Stage:
    """The stage of a side that is written but not reviewed: what leads is ready, what follows is translated."""
    return Stage.READY if leads else Stage.TRANSLATED


def fitting(stage: Stage, *, leads: bool) -> Stage:
    """A stage as that side knows it: ready and translated are the same step, seen from either side."""
    return done(leads=leads) if stage in (Stage.READY, Stage.TRANSLATED) else stage


def seal(text: Text) -> str:
    """A fingerprint of a text with its looks, links and records. It is stored: it never changes for the same text."""
    whole = _RUN.join(map(_sealed, text.runs))
    return hashlib.blake2b(whole.encode(), digest_size=_SEAL_BYTES).hexdigest()


def _sealed(run: Run) -> str:
    match run:
        case Span():
            return _FIELD.join((f"{run.bold:d}{run.italic:d}", run.link, run.text))
        case Citation():
            return _FIELD.join(("cite", run.evidence, run.locator))
        case Figure():
            return _FIELD.join(("figure", run.evidence))
