"""Paragraphs as HTML for the clipboard: other programs see text and looks, we find citations and figures again."""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import TypeAlias

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.text import Citation, Figure, Run, Span
from cmdesk.pasting.pieces import Piece

MARK = '<meta name="generator" content="CMDesk">'
"""At the head of what we write: blanks in it are meant."""
CITE, LOCATOR, FIGURE = "data-cmdesk-cite", "data-cmdesk-locator", "data-cmdesk-figure"

Words: TypeAlias = Callable[[Citation | Figure], str]

_LISTS = {ParagraphKind.BULLET: "ul", ParagraphKind.NUMBERED: "ol"}


def html_of(pieces: Sequence[Piece], words: Words) -> str:
    """HTML of paragraphs; a single one is no paragraph there, so that it goes into a line. `words` shows objects."""
    if len(pieces) == 1:
        return MARK + _inline(pieces[0], words)
    return MARK + "".join(_blocks(pieces, words))


def _blocks(pieces: Sequence[Piece], words: Words) -> Iterator[str]:
    for kind, members in groupby(pieces, key=lambda piece: piece.kind):
        lines = [_inline(piece, words) for piece in members]
        if kind in _LISTS:
            items = "".join(f"<li>{line}</li>" for line in lines)
            yield f"<{_LISTS[kind]}>{items}</{_LISTS[kind]}>"
        else:
            tag = "blockquote" if kind is ParagraphKind.QUOTATION else "p"
            yield "".join(f"<{tag}>{line}</{tag}>" for line in lines)


def _inline(piece: Piece, words: Words) -> str:
    return "".join(_run(run, words) for run in piece.text.runs)


def _run(run: Run, words: Words) -> str:
    match run:
        case Citation():
            return f'<sup {CITE}="{escape(run.evidence)}" {LOCATOR}="{escape(run.locator)}">{escape(words(run))}</sup>'
        case Figure():
            return f'<span {FIGURE}="{escape(run.evidence)}">{escape(words(run))}</span>'
        case Span():
            return _span(run)


def _span(span: Span) -> str:
    made = escape(span.text).replace("\n", "<br>")
    for tag, wanted in (("b", span.bold), ("i", span.italic)):
        made = f"<{tag}>{made}</{tag}>" if wanted else made
    return f'<a href="{escape(span.link)}">{made}</a>' if span.link else made
