"""Words as glyphs: placed by HarfBuzz, each glyph with the letters it stands for.

What is copied or searched in the PDF comes from these letters, so together they must spell the word exactly.
"""

import unicodedata
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb

if TYPE_CHECKING:
    from cmdesk.export.pdf.fonts import Face

NIKHAHIT = "\u0e4d"
SARA_AA = "\u0e32"
SARA_AM = "\u0e33"
SOFT_HYPHEN = "\u00ad"

NEVER_FIRST = "ะาำๅๆฯ)]}»›”’,.;:!?%…"
NEVER_LAST = "เแโใไ([{«‹“‘"

UNSHIFTED = 40
"""A nikhahit moved less than this stands where the one inside sara am stands."""
UNSEEN = 20
"""A mark may be moved this much without anyone seeing it, in thousandths of an em."""
MOST_LETTERS = 100
"""Of one glyph; a string in a ToUnicode table ends at 512 bytes."""
LEAST_GAP = 45
"""A step of 0.05 em may be taken for a blank."""
PLAIN = 0.4
"""Shifts below this are rounding."""


class Glyph(NamedTuple):
    """A glyph, its letters, and where it stands from the pen, in thousandths of an em."""

    glyph: int
    text: str
    advance: float
    dx: float
    dy: float


class Cluster(NamedTuple):
    """Glyphs that are never torn apart. `spelled` says that the glyphs' letters alone do not read as the text."""

    text: str
    glyphs: tuple[Glyph, ...]
    spelled: bool

    @property
    def advance(self) -> float:
        """How far it moves the pen."""
        return sum(glyph.advance for glyph in self.glyphs)

    def stretches(self) -> "list[Cluster]":
        """Itself; where the letters of its glyphs add up, apart from them a glyph without letters with the next one.

        MuPDF would read such a glyph as the end of what they all spell together.
        """
        if all(glyph.text for glyph in self.glyphs) or "".join(glyph.text for glyph in self.glyphs) != self.text:
            return [self]
        parts: list[list[Glyph]] = []
        for glyph in self.glyphs:
            parts[-1:] = [*parts[-1:], [glyph]] if not parts or _ends(parts[-1], glyph) else [[*parts[-1], glyph]]
        groups = map(tuple, parts)
        return [Cluster("".join(one.text for one in group), group, _needs_spelling(group)) for group in groups]


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """Shaped text without a place to break; equal only to itself, so that it can be a key cheaply."""

    clusters: tuple[Cluster, ...]
    em: float
    """Width as a share of the size."""
    thai: bool

    @property
    def text(self) -> str:
        """Its letters."""
        return "".join(cluster.text for cluster in self.clusters)

    def pieces(self, em: float) -> "list[Word]":
        """The word in pieces about this wide; clusters that belong together are parted only where all do."""
        pieces: list[list[Cluster]] = [[]]
        wide = 0.0
        for cluster in self.clusters:
            wide += cluster.advance / 1000
            inseparable = bool(pieces[-1]) and belong_together(pieces[-1][-1].text, cluster.text)
            if pieces[-1] and wide > (2 * em if inseparable else em):
                pieces.append([])
                wide = cluster.advance / 1000
            pieces[-1].append(cluster)
        return [word_of(tuple(piece), thai=self.thai) for piece in pieces]


def belong_together(first: str, second: str) -> bool:
    """Whether no line may begin with the second of two texts, or end with the first."""
    return second[:1] in NEVER_FIRST or first[-1:] in NEVER_LAST


def word_of(clusters: tuple[Cluster, ...], *, thai: bool) -> Word:
    """Clusters as one word."""
    return Word(clusters, sum(cluster.advance for cluster in clusters) / 1000, thai)


class _Shaped(NamedTuple):
    """What HarfBuzz says of one glyph."""

    glyph: int
    start: int
    advance: float
    dx: float
    dy: float


def shape(face: "Face", text: str) -> Word:
    """Text as one shaped word of this face."""
    glyphs = _recomposed(face, _harfbuzz(face, text), text)
    clusters = tuple(_cluster(group) for group in _grouped(_lettered(face, glyphs, text)))
    return word_of(clusters, thai="\u0e00" <= text[:1] <= "\u0e7f")


def _harfbuzz(face: "Face", text: str) -> list[_Shaped]:
    buffer = hb.Buffer()
    buffer.add_str(text.translate(face.spare))
    buffer.guess_segment_properties()
    buffer.direction = "ltr"  # the text layer is in logical order, and the family has no script that runs leftwards
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(face.font, buffer)
    scale = 1000 / face.program.upem
    return [
        _Shaped(info.codepoint, info.cluster, place[2] * scale, place[0] * scale, place[1] * scale)
        for info, place in zip(buffer.glyph_infos, (p.position for p in buffer.glyph_positions), strict=True)
    ]


def _recomposed(face: "Face", glyphs: list[_Shaped], text: str) -> list[_Shaped]:
    """Glyphs with sara am whole again wherever HarfBuzz took it apart and its ring has not moved."""
    if SARA_AM not in text:
        return glyphs
    ring, aa, whole = (face.glyph(letter) for letter in (NIKHAHIT, SARA_AA, SARA_AM))
    kept = list(glyphs)
    for here, one in enumerate(glyphs):
        if one.glyph == aa and (before := _ring_before(glyphs, here, ring)) is not None:
            kept[here] = one._replace(glyph=whole)
            kept[before] = one._replace(glyph=-1)
    return [one for one in kept if one.glyph >= 0]


def _ring_before(glyphs: list[_Shaped], here: int, ring: int) -> int | None:
    """Where the unmoved ring of the sara am that ends here is, among the marks before it."""
    for there in range(here - 1, -1, -1):
        one = glyphs[there]
        if one.start != glyphs[here].start or one.advance:
            return None
        if one.glyph == ring:
            return there if abs(one.dx) <= UNSHIFTED else None
    return None


class _Lettered(NamedTuple):
    """A glyph with its letters; `spelling` is the text of its group where the letters do not add up to it."""

    glyph: Glyph
    start: int
    spelling: str | None


def _lettered(face: "Face", glyphs: list[_Shaped], text: str) -> list[_Lettered]:
    groups = [list(group) for _, group in groupby(glyphs, key=lambda one: one.start)]
    ends = [group[0].start for group in groups[1:]] + [len(text)]
    lettered: list[_Lettered] = []
    for group, end in zip(groups, ends, strict=True):
        letters = text[group[0].start : end]
        if lettered and all(map(_invisible, letters)) and len(lettered[-1].glyph.text) < MOST_LETTERS:
            lettered[-1] = _with_more(lettered[-1], letters)
        else:
            lettered += _spread(face, group, letters)
    return lettered


def _invisible(letter: str) -> bool:
    """Whether a character never has a look of its own: joiners, zero-width spaces, variation selectors."""
    return unicodedata.category(letter) == "Cf" or "\ufe00" <= letter <= "\ufe0f"


def _with_more(one: _Lettered, letters: str) -> _Lettered:
    spelling = None if one.spelling is None else one.spelling + letters
    return one._replace(glyph=one.glyph._replace(text=one.glyph.text + letters), spelling=spelling)


def _spread(face: "Face", group: list[_Shaped], letters: str) -> list[_Lettered]:
    """The glyphs of one group, each with its share of the letters."""
    enough = len(group) <= len(letters)
    shares = [*letters[: len(group) - 1], letters[len(group) - 1 :]] if enough else _stand_ins(face, group, letters)
    return [
        _Lettered(Glyph(one.glyph, share, one.advance, one.dx, one.dy), one.start, None if enough else letters)
        for one, share in zip(group, shares, strict=True)
    ]


def _stand_ins(face: "Face", group: list[_Shaped], letters: str) -> list[str]:
    """Letters for more glyphs than characters: where sara am is two, its ring has none, and its other half all."""
    aa = face.glyph(SARA_AA)
    here = next((at for at, one in enumerate(group) if one.glyph == aa), len(group) - 1)
    before, am, after = letters.partition(SARA_AM)
    if not am:
        before, am, after = letters, "", ""
    return [*_shared(before, here), am, *_shared(after, len(group) - here - 1)]


def _shared(letters: str, glyphs: int) -> list[str]:
    """Letters for so many glyphs, one each and the last what is left; none where there are too few."""
    if not glyphs:
        return []
    first = [*letters[: glyphs - 1]]
    return [*first, *[""] * (glyphs - 1 - len(first)), letters[glyphs - 1 :]]


def _grouped(glyphs: list[_Lettered]) -> list[list[_Lettered]]:
    """Glyphs by cluster: a base with its marks, and sara am with the base it is written after."""
    groups: list[list[_Lettered]] = []
    for one in glyphs:
        joins = not one.glyph.advance or one.glyph.text.startswith(SARA_AM)
        if groups and (joins or groups[-1][-1].start == one.start):
            groups[-1].append(one)
        else:
            groups.append([one])
    return groups


def _cluster(group: list[_Lettered]) -> Cluster:
    glyphs = _in_order([one.glyph for one in group])
    text = "".join(map(_spelling, (list(ones) for _, ones in groupby(group, key=lambda one: one.start))))
    odd = any(one.spelling is not None for one in group)
    return Cluster(text, glyphs, odd or _stands_out(glyphs))


def _spelling(ones: list[_Lettered]) -> str:
    """What the glyphs of one group stand for together."""
    whole = ones[-1].spelling
    return "".join(one.glyph.text for one in ones) if whole is None else whole


def _in_order(glyphs: list[Glyph]) -> tuple[Glyph, ...]:
    """Glyphs with the marks of each base running rightwards, and the letters still in their own order.

    Readers such as poppler sort letters by where they stand and would swap the marks. Where the eye cannot tell, a mark
    is nudged; elsewhere the marks change places in the file, and each is given the letters of the one it stands for.
    """
    placed: list[Glyph] = []
    for _, group in groupby(glyphs, key=lambda one: not one.advance):
        ones = list(group)
        placed += ones if ones[0].advance else _sorted_marks([*map(_settled, ones)])
    return tuple(placed)


def _settled(one: Glyph) -> Glyph:
    """A mark without shifts that are rounding, and not right of the pen by what nobody sees."""
    dx = 0.0 if abs(one.dx) <= PLAIN or 0 < one.dx < UNSEEN else one.dx
    return one._replace(dx=dx, dy=one.dy if abs(one.dy) > PLAIN else 0.0)


def _sorted_marks(marks: list[Glyph]) -> list[Glyph]:
    nudged: list[Glyph] = []
    for one in marks:
        least = nudged[-1].dx if nudged else one.dx
        nudged.append(one._replace(dx=least) if 0 < least - one.dx < UNSEEN else one)
    ordered = sorted(nudged, key=lambda one: one.dx)
    return [one._replace(text=lettered.text) for one, lettered in zip(ordered, marks, strict=True)]


def _ends(part: list[Glyph], glyph: Glyph) -> bool:
    """Whether a glyph is no longer part of a stretch: that has letters only, or begins without and ends with some."""
    return not glyph.text if part[0].text else bool(part[-1].text)


def _needs_spelling(glyphs: tuple[Glyph, ...]) -> bool:
    return not glyphs[0].text or _stands_out(glyphs)


def _stands_out(glyphs: tuple[Glyph, ...]) -> bool:
    """Whether a reader that goes by places may see a new word or line within these glyphs.

    poppler takes letters that begin within 0.1 em of each other for a bold one printed twice, and steps of 0.05 em for
    blanks; so two marks on a base never read rightly by themselves.
    """
    if any(one.dy or not -LEAST_GAP <= one.dx <= 0 for one in glyphs if not one.advance):
        return True
    return any(not first.advance and not second.advance for first, second in pairwise(glyphs))
