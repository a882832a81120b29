"""Letters of a rich text replaced, each stretch by letters that look as its first one did."""

from collections.abc import Iterable
from dataclasses import replace

from cmdesk.model.text import Span, Text
from cmdesk.thai.converting import Replacement


def replaced(text: Text, replacements: Iterable[Replacement]) -> Text:
    """A text after replacements, whose positions are those before any of them; they do not overlap."""
    made, at = Text(), 0
    for start, stop, letters in sorted(replacements):
        look = next((run for run in text.part(start, stop).runs if isinstance(run, Span)), Span(""))
        made, at = made + text.part(at, start) + Text((replace(look, text=letters),)), stop
    return made + text.part(at)
