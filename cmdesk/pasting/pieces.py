"""Paragraphs to be put in, and how they grow while a page is read."""

from dataclasses import dataclass, replace

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.text import Span, Text


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph in one language; a kind of None is that of the paragraph it is put into."""

    text: Text
    kind: ParagraphKind | None = None


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read: its paragraphs, and how many tables are among them as lines with tabs."""

    pieces: tuple[Piece, ...]
    tables: int = 0


def plain_pieces(words: str) -> tuple[Piece, ...]:
    """The paragraphs of plain text, blank lines left out; one line keeps the blanks around it."""
    lines = Text.of(words).characters.split("\n")
    return tuple(Piece(Text.of(line)) for line in lines if line.strip()) if len(lines) > 1 else (Piece(Text.of(words)),)


class Draft:
    """A paragraph that is being read: spans with blanks made one, as a browser shows them."""

    def __init__(self) -> None:
        self._spans: list[Span] = []

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read yet."""
        return not self._spans

    @property
    def letters_end_line(self) -> bool:
        """Whether a line was just begun."""
        return self._last == "\n"

    @property
    def _last(self) -> str:
        return self._spans[-1].text[-1:] if self._spans else ""

    def add(self, words: str, look: Span, *, as_written: bool = False) -> None:
        """Go on with words in a look; their blanks count as one unless they are to stay as written."""
        if not as_written:
            words = _with_single_blanks(words, after=self._last)
        if words:
            self._spans.append(replace(look, text=words))

    def break_line(self) -> None:
        """Begin a new line; the blank before it goes."""
        self._trim()
        self._spans.append(Span("\n"))

    def text(self) -> Text:
        """What was read, without blanks around it."""
        self._trim()
        whole = Text(tuple(self._spans))
        letters = whole.characters
        return whole.part(len(letters) - len(letters.lstrip()), len(letters.rstrip()))

    def _trim(self) -> None:
        if self._last == " ":
            self._spans[-1] = replace(self._spans[-1], text=self._spans[-1].text[:-1])
        if self._spans and not self._spans[-1].text:
            self._spans.pop()


_BLANKS = " \t\r\n\f\u00a0"


def _with_single_blanks(words: str, *, after: str) -> str:
    """Words with one blank for each run of them, none behind a blank or a line's end, nor at the very start."""
    parts = words.translate(dict.fromkeys(map(ord, _BLANKS), " ")).split(" ")
    single = " ".join(part for place, part in enumerate(parts) if part or place in (0, len(parts) - 1))
    return single.lstrip(" ") if after in ("", " ", "\n") else single
