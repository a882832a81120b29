"""What a page is built of: boxes with a height, some of which can be split, filled into columns from the top."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from cmdesk.export.pdf.sheet import Sheet
from cmdesk.model.language import Language

_SLACK = 1e-6


class Box:
    """Something with a height that paints itself; lengths in points, `top` measured from the sheet's lower edge."""

    __slots__ = ()

    @property
    def height(self) -> float:
        """How high it is, without the space before and after."""
        raise NotImplementedError

    @property
    def before(self) -> float:
        """Space above it, none at the top of a page; of two spaces that meet, the bigger one counts."""
        return 0.0

    @property
    def after(self) -> float:
        """Space below it."""
        return 0.0

    @property
    def with_next(self) -> bool:
        """Whether it may not be the last thing on a page."""
        return False

    @property
    def with_previous(self) -> bool:
        """Whether it may not be the first thing on a page."""
        return False

    def split(self, room: float) -> "tuple[Box, Box] | None":  # noqa: ARG002 - most boxes stay whole in any room
        """What fits into a height, and the rest; None where there is no good place to part it."""
        return None

    def anchors(self) -> Iterator[str]:
        """Names of the places inside it that links lead to."""
        return iter(())

    def cited(self) -> Iterator[tuple[str, Language]]:
        """Places that marks of citations in it lead to, each with the language that cites."""
        return iter(())

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put it on the sheet."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Placed:
    """A box and how far its top is below the top of the column."""

    box: Box
    drop: float


def fill(queue: deque[Box], room: float) -> list[Placed]:
    """Boxes from the front of a queue that go into a column of this height; always at least one."""
    placed: list[Placed] = []
    depth = 0.0
    while queue:
        drop = depth + space_between(placed, queue[0])
        box = _fitting(queue, room - drop)
        if box is None and placed:
            _give_back(placed, queue)
            break
        placed.append(Placed(box or queue.popleft(), drop))
        depth = drop + placed[-1].box.height
    return placed


def space_between(placed: list[Placed], box: Box) -> float:
    """Space above a box that comes next."""
    return max(placed[-1].box.after, box.before) if placed else 0.0


def _fitting(queue: deque[Box], room: float) -> Box | None:
    """The next box, or as much of it as fits, taken from the queue."""
    box = queue[0]
    if box.height <= room + _SLACK:
        return queue.popleft()
    halves = box.split(room)
    if halves is None:
        return None
    queue[0] = halves[1]
    return halves[0]


def _give_back(placed: list[Placed], queue: deque[Box]) -> None:
    """Return what would stand alone at the foot, or what the next page may not begin without."""
    if queue[0].with_previous:
        _part_last(placed, queue)
    kept = len(placed)
    while kept and placed[kept - 1].box.with_next:
        kept -= 1
    if kept:
        queue.extendleft(one.box for one in reversed(placed[kept:]))
        del placed[kept:]


def _part_last(placed: list[Placed], queue: deque[Box]) -> None:
    """Return the end of the last box, or the whole of it where it can't be parted and others remain."""
    last = placed[-1]
    halves = last.box.split(last.box.height - 2 * _SLACK)
    if halves:
        placed[-1] = Placed(halves[0], last.drop)
        queue.appendleft(halves[1])
    elif len(placed) > 1:
        queue.appendleft(placed.pop().box)


@dataclass(frozen=True)
class Stack(Box):
    """Boxes one under the other, as in a cell."""

    boxes: tuple[Box, ...] = ()
    with_next: bool = False

    @property
    def before(self) -> float:
        """Space above the first box."""
        return self.boxes[0].before if self.boxes else 0.0

    @property
    def after(self) -> float:
        """Space below the last box."""
        return self.boxes[-1].after if self.boxes else 0.0

    @cached_property
    def height(self) -> float:
        """From the first box's top to the last one's foot."""
        placed = self._placed()
        return placed[-1].drop + placed[-1].box.height if placed else 0.0

    def _placed(self) -> list[Placed]:
        return fill(deque(self.boxes), float("inf"))

    def split(self, room: float) -> "tuple[Stack, Stack] | None":
        """What fits into a height, and the rest."""
        queue = deque(self.boxes)
        placed = fill(queue, room)
        if not queue or not placed or placed[-1].drop + placed[-1].box.height > room + _SLACK:
            return None
        return Stack(tuple(one.box for one in placed)), Stack(tuple(queue))

    def anchors(self) -> Iterator[str]:
        """Names of the places inside it."""
        for box in self.boxes:
            yield from box.anchors()

    def cited(self) -> Iterator[tuple[str, Language]]:
        """Places that marks inside it lead to."""
        for box in self.boxes:
            yield from box.cited()

    def paint(self, sheet: Sheet, x: float, top: float) -> None:
        """Put each box on the sheet."""
        for one in self._placed():
            one.box.paint(sheet, x, top - one.drop)
