"""Paragraphs to be put in, and how they grow while a page is read."""

from dataclasses import dataclass, replace

from cmdesk.model.answer import ParagraphKind
from cmdesk.model.text import Citation, Figure, Run, Span, Text
from cmdesk.thai.cleaning import OBJECT


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
    """A paragraph that is being read: runs with blanks made one, as a browser shows them, unless they are meant."""

    def __init__(self, *, as_written: bool = False) -> None:
        self._runs: list[Run] = []
        self._as_written = as_written

    @property
    def is_empty(self) -> bool:
        """Whether nothing was read yet."""
        return not self._runs

    @property
    def ends_line(self) -> bool:
        """Whether a line was just begun."""
        return self._last == "\n"

    @property
    def _last(self) -> str:
        last = self._runs[-1] if self._runs else Span("")
        return last.text[-1:] if isinstance(last, Span) else OBJECT

    def add(self, words: str, look: Span, *, as_written: bool = False) -> None:
        """Go on with words in a look; their blanks count as one unless they are to stay as written."""
        if not (as_written or self._as_written):
            words = _with_single_blanks(words, after=self._last)
        if words:
            self._runs.append(replace(look, text=words))

    def put(self, run: Citation | Figure) -> None:
        """Go on with a citation or a figure."""
        self._runs.append(run)

    def break_line(self, look: Span) -> None:
        """Begin a new line; the blank before it goes."""
        self._trim()
        self._runs.append(replace(look, text="\n"))

    def text(self) -> Text:
        """What was read, without blanks around it."""
        whole = Text(tuple(self._runs))
        letters = whole.characters
        if self._as_written:
            return whole
        return whole.part(len(letters) - len(letters.lstrip()), len(letters.rstrip()))

    def _trim(self) -> None:
        last = self._runs[-1] if self._runs else None
        if not self._as_written and isinstance(last, Span) and last.text.endswith(" "):
            self._runs[-1] = replace(last, text=last.text[:-1])


_BLANKS = " \t\r\n\f\u00a0"


def _with_single_blanks(words: str, *, after: str) -> str:
    """Words with one blank for each run of them, none behind a blank or a line's end, nor at the very start."""
    parts = words.translate(dict.fromkeys(map(ord, _BLANKS), " ")).split(" ")
    single = " ".join(part for place, part in enumerate(parts) if part or place in (0, len(parts) - 1))
    return single.lstrip(" ") if after in ("", " ", "\n") else single
