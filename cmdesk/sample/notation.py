r"""The small notation in which the sample's paragraphs are authored.

`**bold**`, `*italic*`, `[@key]` or `[@key, p. 4]` for a citation, `[#key]` for a live figure, `[words](address)` for a
link; a backslash takes the meaning from `\ * [ ]`. A line end and the blanks around it read as one space.
"""

import re
from collections.abc import Callable, Iterator, Mapping

from cmdesk.i18n import _
from cmdesk.model.ids import EvidenceId
from cmdesk.model.links import is_allowed
from cmdesk.model.text import Citation, Figure, Run, Span, Text
from cmdesk.sample.errors import NotationError

_LINE_END = re.compile(r"[ \t]*\n\s*")
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)
_TOKEN = re.compile(
    r"""
    (?P<escape>\\.?)
  | (?P<bold>\*\*)
  | (?P<italic>\*)
  | (?P<citation>\[@(?P<cited>[^\],]*)(?:,\s*(?P<locator>[^\]]*))?\])
  | (?P<figure>\[\#(?P<measured>[^\]]*)\])
  | (?P<link>\[(?P<words>(?:\\.|[^\\\[\]])+)\]\((?P<address>[^)]*)\))
  | (?P<bracket>[\[\]])
  | (?P<plain>[^\\*\[\]]+)
    """,
    re.VERBOSE | re.DOTALL,
)


def folded(authored: str) -> str:
    """The text on one line."""
    return _LINE_END.sub(" ", authored.strip())


def text(authored: str, keys: Mapping[str, EvidenceId]) -> Text:
    """The rich text that is meant; `keys` are the records it may name. Raises NotationError."""
    return Text(tuple(_Reader(keys).runs(folded(authored))))


class _Reader:
    """One reading of one text: remembers which look is switched on, and where it was."""

    def __init__(self, keys: Mapping[str, EvidenceId]) -> None:
        self._keys = keys
        self._opened: dict[str, int] = {}
        self._readers: dict[str, Callable[[re.Match[str]], Run]] = {
            "escape": self._escape,
            "citation": self._citation,
            "figure": self._figure,
            "link": self._link,
            "bracket": self._bracket,
            "plain": lambda token: self._span(token[0]),
        }

    def runs(self, authored: str) -> Iterator[Run]:
        """The runs in order; NotationError at the first mistake."""
        for token in _TOKEN.finditer(authored):
            kind = str(token.lastgroup)
            if kind in ("bold", "italic"):
                self._switch(kind, token.start())
            else:
                yield self._readers[kind](token)
        for start in self._opened.values():
            raise NotationError(start + 1, _("bold or italic begins here and never ends."))

    def _switch(self, look: str, start: int) -> None:
        if self._opened.pop(look, None) is None:
            self._opened[look] = start

    def _span(self, words: str, link: str = "") -> Span:
        return Span(words, bold="bold" in self._opened, italic="italic" in self._opened, link=link)

    def _escape(self, token: re.Match[str]) -> Span:
        if token[0][1:] not in ("\\", "*", "[", "]"):
            raise NotationError(token.start() + 1, _("a backslash stands only before \\ * [ or ]."))
        return self._span(token[0][1:])

    def _citation(self, token: re.Match[str]) -> Citation:
        return Citation(self._record(token["cited"], token.start("cited")), (token["locator"] or "").strip())

    def _figure(self, token: re.Match[str]) -> Figure:
        return Figure(self._record(token["measured"], token.start("measured")))

    def _record(self, key: str, start: int) -> EvidenceId:
        if key not in self._keys:
            raise NotationError(start + 1, _("there is no evidence record “{key}”.").format(key=key))
        return self._keys[key]

    def _link(self, token: re.Match[str]) -> Span:
        if not is_allowed(token["address"]):
            problem = _("“{address}” can't be used as a link.").format(address=token["address"])
            raise NotationError(token.start("address") + 1, problem)
        return self._span(_ESCAPED.sub(r"\1", token["words"]), token["address"])

    def _bracket(self, token: re.Match[str]) -> Run:
        problem = _("a bracket that is meant as a bracket needs a backslash before it.")
        raise NotationError(token.start() + 1, problem)
