"""Dates as sources give them: sometimes only a year. Stored in the Common Era; eras are a matter of showing."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Self

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year or a day, in the Common Era; ValueError when there is no such day."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.day is not None and self.month is None:
            raise ValueError("a day needs its month")
        date(self.year, self.month or 1, self.day or 1)

    @classmethod
    def parse(cls, iso: str) -> Self:
        """Date of an ISO 8601 text: `2023`, `2023-04` or `2023-04-05`; ValueError for anything else."""
        match = _ISO.fullmatch(iso)
        if match is None:
            raise ValueError(f"not a date: {iso!r}")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> Self:
        """Partial date of a whole one."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        parts = [f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part is not None)]
        return "-".join(parts)

    def is_before(self, other: "PartialDate") -> bool:
        """Whether it lies before another for certain, whichever day either means: 2019 before 2020-09, not 2020."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        known = [(mine, theirs) for mine, theirs in pairs if mine is not None and theirs is not None]
        return [mine for mine, _theirs in known] < [theirs for _mine, theirs in known]

    @property
    def first_day(self) -> date:
        """The first day that it may mean."""
        return date(self.year, self.month or 1, self.day or 1)


@dataclass(frozen=True, slots=True)
class Period:
    """A day, month or year, or everything from `start` to `end`; ValueError when it surely ends before it starts."""

    start: PartialDate
    end: PartialDate | None = None

    def __post_init__(self) -> None:
        if self.end is not None and self.end.is_before(self.start):
            raise ValueError(f"{self.end} is before {self.start}")
