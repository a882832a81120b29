"""The spelling process: answers questions on its standard input until that ends. A program of its own when frozen."""

import os
import signal
import sys
from typing import BinaryIO

from cmdesk.spelling.speller import Speller
from cmdesk.spelling.wire import Answer, Check, Know, Question, Suggest, line, question

_NICE = 5


def main() -> None:  # pragma: no cover - runs in a process whose lines nobody counts
    """Serve the program that started this one, less urgently than it; end with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the program, which then ends us
    if hasattr(os, "nice"):
        os.nice(_NICE)
    serve(sys.stdin.buffer, _answers_only())


def serve(questions: BinaryIO, answers: BinaryIO) -> None:
    """Answer every question, one line each, until there are no more or nobody listens."""
    speller = Speller()
    for asked in questions:
        answers.write(line(_answer(speller, question(asked))))
        answers.flush()


def _answer(speller: Speller, asked: Question) -> Answer:
    match asked:
        case Know(words, titles):
            speller.know(words, titles)
            return Answer()
        case Check(text, language):
            return Answer(mistakes=tuple(speller.check(text, language)))
        case Suggest(words):
            return Answer(suggestions=speller.suggest(words))


def _answers_only() -> BinaryIO:  # pragma: no cover - likewise
    """Standard output for answers alone: whatever a library prints goes where errors go."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return answers


if __name__ == "__main__":  # pragma: no cover - likewise
    main()
