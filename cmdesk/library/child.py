"""The reading process: reads one foreign file from its standard input and writes what it found to its standard output.

It is started by `cmdesk.library.reading.process`, from Python or from the frozen program, which must hand over to
`main` before it does anything else when its first argument is `--read-foreign-file`.
"""

import os
import sys
from types import TracebackType
from typing import BinaryIO

import msgspec

from cmdesk.library.reading.confinement import forbid, limit_resources
from cmdesk.library.reading.found import Found, Refusal, Reply, Request, Task, Trouble
from cmdesk.library.reading.refused import Refused


def main() -> int:
    """Exit status, always 0 after an answer; the request is the last argument."""
    request = msgspec.json.decode(sys.argv[-1], type=Request)
    answer = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints must not become part of the answer
    sys.excepthook = lambda kind, _error, _trace: _give_up(answer, kind, _trace)
    limit_resources()
    _say(answer, _reply(sys.stdin.buffer, request))
    return 0


def _say(answer: BinaryIO, reply: Reply) -> None:
    answer.write(msgspec.json.encode(reply))
    answer.close()


def _give_up(answer: BinaryIO, kind: type[BaseException], _trace: TracebackType | None) -> None:
    """Answer for an exception that no reader foresaw: the file is damaged in a way of its own."""
    trouble = Trouble.MEMORY if issubclass(kind, MemoryError) else Trouble.DAMAGED
    _say(answer, Reply(refusal=Refusal(trouble, kind.__name__)))


def _reply(stream: BinaryIO, request: Request) -> Reply:
    try:
        return Reply(found=_read(stream, request))
    except Refused as refused:
        return Reply(refusal=refused.refusal)


def _read(stream: BinaryIO, request: Request) -> Found:
    """What the task's reader finds; each is loaded only when wanted, since a process starts for every file."""
    match request.task:
        case Task.PDF | Task.PDF_PAGE:
            return _read_pdf(stream, request)
        case Task.PICTURE | Task.CLEANED_PICTURE:
            return _read_picture(stream, request)
        case Task.WORD | Task.EXCEL:
            return _read_office(stream, request)
        case _:
            return _read_text(stream, request)


def _read_pdf(stream: BinaryIO, request: Request) -> Found:
    from cmdesk.library.reading import pdf  # noqa: PLC0415 - pdfium is loaded for PDF files alone

    forbid()
    return pdf.read(stream) if request.task is Task.PDF else pdf.page(stream, request.page, request.most_pixels)


def _read_picture(stream: BinaryIO, request: Request) -> Found:
    from cmdesk.library.reading import pictures  # noqa: PLC0415 - Pillow is loaded for pictures alone

    pictures.prepare()
    forbid()
    return pictures.read(stream) if request.task is Task.PICTURE else pictures.cleaned(stream, request.most_pixels)


def _read_office(stream: BinaryIO, request: Request) -> Found:
    from cmdesk.library.reading import sheets, word  # noqa: PLC0415 - lxml is loaded for Office files alone

    forbid()
    return word.read(stream) if request.task is Task.WORD else sheets.read(stream)


def _read_text(stream: BinaryIO, request: Request) -> Found:
    from cmdesk.library.reading import plain_text, references, tables  # noqa: PLC0415 - beside the others

    forbid()
    match request.task:
        case Task.TABLE:
            return tables.read(stream, request.code_page)
        case Task.REFERENCES:
            return references.read(stream, request.code_page)
        case _:
            return plain_text.read(stream, request.code_page)
