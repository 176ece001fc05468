"""How one product or kind of lender is said to proceed.  Practice, never law."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from timeline.engine.errors import DataError
from timeline.engine.facts import LenderKind
from timeline.engine.stages import TimeStage


@dataclass(frozen=True, slots=True)
class Band:
    """Days overdue from ``start`` up to, not including, ``end``; ``None`` is open."""

    stage: TimeStage
    start: int | None
    end: int | None
    cite: str
    label: str = field(init=False, compare=False)

    def __post_init__(self) -> None:
        """``第8–14天``; generated, so that it can never disagree with the band."""
        if self.start is None:
            label = f"第{self.end}天之前"
        elif self.end is None:
            label = f"第{self.start}天起"
        else:
            label = f"第{self.start}–{self.end - 1}天"
        object.__setattr__(self, "label", label)

    def meets(self, low: int, high: int) -> bool:
        """Whether any day of the closed interval lies in this band."""
        return (self.start is None or self.start <= high) and (
            self.end is None or low < self.end
        )


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """The bands of one product, and the sums from which its pace is said to differ."""

    key: str
    lender_kind: LenderKind
    bands: tuple[Band, ...]
    small_sum_fen: int
    large_sum_fen: int

    def __post_init__(self) -> None:
        if [band.stage for band in self.bands] != list(TimeStage):
            raise DataError(f"{self.key}: bands must name every stage once, in order")
        if self.bands[0].start is not None or self.bands[-1].end is not None:
            raise DataError(f"{self.key}: the first and last band must be open")
        for one, next_one in pairwise(self.bands):
            if one.end is None or one.end != next_one.start:
                raise DataError(
                    f"{self.key}: gap or overlap after {one.stage}, day {one.end}"
                )
        for band in self.bands[1:-1]:
            if band.start is None or band.end is None or band.start >= band.end:
                raise DataError(f"{self.key}: band {band.stage} is empty")

    def band(self, stage: TimeStage) -> Band:
        """The band of ``stage``; every profile has each of them."""
        return next(band for band in self.bands if band.stage is stage)
