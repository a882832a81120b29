"""The styles fitted to a document: justified as its language needs, smaller where two languages share the page."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cmdesk.export.blocks import Block, Document, Look, Pair
from cmdesk.export.word.looks import LOOKS, Style
from cmdesk.export.word.sizes import sized
from cmdesk.model.language import Language

NARROW = 0.915
"""Of their size: the letters of a column that is half as wide, as in the PDF."""
SMALLEST = 8.0
PROSE = LOOKS[Look.BODY]
COVER_OF_TWO = 0.6
"""Of the room above the title, when it stands there twice."""


def fitted(document: Document) -> Mapping[str, Style]:
    """Each paragraph style by its id, as this document needs it."""
    styles = sized(document.looks)
    in_columns = _in_columns(document.blocks)
    if in_columns:
        columns = {name: _narrow(styles[name], styles) for name in in_columns | {PROSE}}
        title = replace(styles["Title"], before=styles["Title"].before * COVER_OF_TWO)
        return {**styles, **columns, "Title": title}
    prose = "thaiDistribute" if document.language is Language.THAI else "both"
    return {name: replace(style, align=prose) if style.prose else style for name, style in styles.items()}


def _in_columns(blocks: Iterable[Block]) -> set[str]:
    """Styles of the paragraphs that stand side by side."""
    pairs = (block for block in blocks if isinstance(block, Pair))
    return {LOOKS[side.look] for pair in pairs for side in (pair.thai, pair.english) if side}


def _narrow(style: Style, styles: Mapping[str, Style]) -> Style:
    """A style for columns: ragged, for few words stand on a line, and using all of the width."""
    ragged = replace(style, align="left", left=style.left if style.hanging else style.left / 2, right=0)
    if style.based_on == PROSE:
        return ragged  # lists take their letters from the prose around them
    shown = style if style.letters.size else styles[style.based_on]
    was, leading = shown.letters.size or SMALLEST, shown.leading or SMALLEST
    size = max(round(was * NARROW * 2) / 2, SMALLEST)
    return replace(ragged, letters=replace(style.letters, size=size), leading=leading * size / was)
