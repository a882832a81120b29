"""What the program and its spelling process say to each other: one line of JSON a question, one an answer."""

import msgspec

from cmdesk.model.language import Language
from cmdesk.spelling.mistake import Mistake


class Know(msgspec.Struct, tag="know"):
    """Mark none of these from now on."""

    words: tuple[str, ...]
    titles: tuple[str, ...]


class Check(msgspec.Struct, tag="check"):
    """Tell the mistakes of this text."""

    text: str
    language: Language


class Suggest(msgspec.Struct, tag="suggest"):
    """Tell what these words may have been meant to be."""

    words: str


Question = Know | Check | Suggest


class Answer(msgspec.Struct):
    """What was found: mistakes of a text, or suggestions."""

    mistakes: tuple[Mistake, ...] = ()
    suggestions: tuple[str, ...] = ()


def line(message: Question | Answer) -> bytes:
    """A message as one line: JSON has no bare line feed."""
    return msgspec.json.encode(message) + b"\n"


def question(line: bytes) -> Question:
    """The question in a line; `msgspec.DecodeError` when it is none."""
    return _QUESTIONS.decode(line)


def answer(line: bytes) -> Answer:
    """The answer in a line; `msgspec.DecodeError` when it is none, as when its writer died."""
    return _ANSWERS.decode(line)


_QUESTIONS: msgspec.json.Decoder[Question] = msgspec.json.Decoder(Question)
_ANSWERS = msgspec.json.Decoder(Answer)
