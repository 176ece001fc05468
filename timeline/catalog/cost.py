"""What the page of the costs says: other readings, notes, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.catalog.steps import StepWords
from timeline.engine.cost import READINGS, Doubt, uplift_reading


@dataclass(frozen=True, slots=True)
class LprWords(StepWords):
    """What is said of a debt on which nothing was agreed to run.

    ``known`` holds ``{percent}`` and ``{interest}``; ``unknown`` is for a day of whose
    LPR we know nothing.
    """

    known: str = ""
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class CheckWords:
    """What stands first where a figure looks like one of another unit."""

    title: str
    hedge: str


@dataclass(frozen=True, slots=True)
class ComparedWords:
    """The lender's figure beside ours.

    ``same`` and ``near`` hold ``{name}``; ``near``, ``less`` and ``more`` ``{gap}``.
    """

    same: str
    near: str
    between: str
    less: str
    more: str


@dataclass(frozen=True, slots=True)
class LineWords:
    """How a sum came about, line by line.

    Attributes:
        missed: Holds ``{count}`` and ``{principal}``; ``late`` holds ``{sum}``.
        compounded: Said of interest on interest where 罚息 runs.
        stretch: Holds ``{first}``, ``{last}``, ``{days}`` and ``{charges}``.
        paid: Holds ``{day}``, ``{sum}``, ``{parts}`` and ``{over}``, which is nothing
            or ``over``; ``credited`` holds them but for ``{sum}``.
    """

    missed: str
    late: str
    compounded: str
    stretch: str
    paid: str
    credited: str
    over: str


@dataclass(frozen=True, slots=True)
class CostWords:
    """The file; the keys of its readings are those of the engine.

    Attributes:
        title: Holds ``{owed}``; so does ``least``, for a contract in which the penalty
            is not known.
        beyond: Said where a reading was left out.
        bare: Said where the penalty is not known.
        chart: Holds the days ``{first}`` and ``{last}``, and the sums ``{then}``,
            ``{now}`` and ``{later}``.
        uplifts: What lenders usually add to the rate of an overdue loan, in percent of
            it; ``uplift`` says so of ``{percent}``.
    """

    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    title: str
    least: str
    hedge: str
    several: str
    beyond: str
    bare: str
    chart: str
    check: CheckWords
    compared: ComparedWords
    lines: LineWords
    uplifts: tuple[int, ...]
    uplift: str
    readings: Mapping[str, str]
    doubts: Mapping[str, str]
    lpr: LprWords
    notes: tuple[StepWords, ...]
    actions: tuple[StepWords, ...]

    def __post_init__(self) -> None:
        same_keys("readings", self.readings, READINGS)
        same_keys("doubts", self.doubts, Doubt)

    @property
    def explained(self) -> Mapping[str, str]:
        """Every reading that may explain a figure, by its key."""
        added = {
            uplift_reading(percent): self.uplift.format(percent=percent)
            for percent in self.uplifts
        }
        return {**self.readings, **added}


@cache
def cost_words() -> CostWords:
    """The words of ``cost.toml``."""
    return read(DATA / "cost.toml", CostWords)
