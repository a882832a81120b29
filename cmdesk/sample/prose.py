"""Paragraphs as authored, with their stages, turned into the model's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from typing import TypeAlias

from cmdesk.model import ranks
from cmdesk.model.answer import Paragraph, Prose
from cmdesk.model.ids import EvidenceId, ParagraphId
from cmdesk.model.text import Text
from cmdesk.sample import notation
from cmdesk.sample.authored import Pair, Reply
from cmdesk.sample.errors import located
from cmdesk.sample.keys import id_of
from cmdesk.sample.staging import at_stages, translated_from

Keys: TypeAlias = Mapping[str, EvidenceId]


def places(field: str) -> Iterator[str]:
    """The places of a repeated field, in order: `row[1]`, `row[2]` and so on."""
    return (f"{field}[{number}]" for number in count(1))


def prose(reply: Reply, file: str, keys: Keys) -> Prose:
    """The answer in prose; `keys` are the records that it may name. Raises SampleError."""
    pairs = zip(ranks.evenly(len(reply.paragraph)), reply.paragraph, strict=True)
    return Prose(
        tuple(
            _paragraph(reply, pair, rank, _Place(file, place, keys))
            for (rank, pair), place in zip(pairs, places("paragraph"), strict=False)
        )
    )


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a paragraph is authored, and the records that it may name."""

    file: str
    name: str
    keys: Keys

    def text(self, authored: str, field: str) -> Text:
        """The text of one of its fields."""
        with located(self.file, f"{self.name}.{field}"):
            return notation.text(authored, self.keys)


def _paragraph(reply: Reply, pair: Pair, rank: str, place: _Place) -> Paragraph:
    written = Paragraph(
        id=ParagraphId(id_of(reply.question, place.name)),
        rank=rank,
        kind=pair.kind,
        leading=pair.leading,
        thai=place.text(pair.thai, "th"),
        english=place.text(pair.english, "en"),
    )
    with located(place.file, f"{place.name}.stage"):
        paragraph = at_stages(written, pair.stage.over(reply.stage))
    if not pair.before:
        return paragraph
    before = place.text(pair.before, "before")
    with located(place.file, f"{place.name}.before"):
        return translated_from(before, paragraph)
