"""The ranges of comments (17.13.4.3): each on the very words that it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from lxml import etree

from cmdesk.export.blocks import Comment, Flow, Piece
from cmdesk.export.word.draft import Draft
from cmdesk.export.word.markup import el
from cmdesk.export.word.runs import flow_elements

_Span = tuple[int, int, int]
"""From where to where a comment goes, and its number."""


def commented(flow: Flow, comments: Sequence[Comment], draft: Draft) -> list[etree._Element]:
    """A flow with the ranges of its comments."""
    spans = [(*_span(flow, comment), draft.comment(comment)) for comment in comments]
    edges = sorted({0, len(flow.plain), *(edge for start, stop, _number in spans for edge in (start, stop))})
    made = list(_starting(0, spans))
    for start, stop in pairwise(edges):
        made += _starting(start, spans) if start else ()
        made += flow_elements(_part(flow, start, stop), draft)
        made += _ending(stop, spans)
    return made if flow.plain else [*made, *_ending(0, spans)]


def _span(flow: Flow, comment: Comment) -> tuple[int, int]:
    """Where the words of a comment stand; all of the flow when they are gone, or it is about all of it."""
    start = flow.plain.find(comment.on) if comment.on else -1
    return (0, len(flow.plain)) if start < 0 else (start, start + len(comment.on))


def _starting(place: int, spans: Sequence[_Span]) -> Iterator[etree._Element]:
    return (el("commentRangeStart", id=number) for start, _stop, number in spans if start == place)


def _ending(place: int, spans: Sequence[_Span]) -> Iterator[etree._Element]:
    for _start, stop, number in spans:
        if stop == place:
            yield el("commentRangeEnd", id=number)
            yield el("r", el("rPr", el("rStyle", val="CommentReference")), el("commentReference", id=number))


def _part(flow: Flow, start: int, stop: int) -> Flow:
    return Flow(flow.language, tuple(_pieces(flow, start, stop)))


def _pieces(flow: Flow, start: int, stop: int) -> Iterator[Piece]:
    at = 0
    for piece in flow.pieces:
        low, high = max(start - at, 0), min(stop - at, len(piece.text))
        if low < high:
            yield replace(piece, text=piece.text[low:high])
        at += len(piece.text)
