"""What the page of a lawsuit's costs says of each of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.catalog.sources import article
from timeline.catalog.steps import StepWords
from timeline.engine.court_cost import CourtFees, Doubt, Unknown

LATE_INTEREST: Final = "late_interest"


@dataclass(frozen=True, slots=True)
class CostRecord:
    """One cost: when it arises, who pays first, who bears it."""

    name: str
    bears: str
    text: str
    cites: tuple[str, ...]

    def __post_init__(self) -> None:
        for reference in self.cites:
            article(reference)


class When(StrEnum):
    """Whether a step is for the time before the judgment or after it."""

    BEFORE = "before"
    JUDGED = "judged"


@dataclass(frozen=True, slots=True)
class ActionWords(StepWords):
    """One thing to do; without ``when`` it holds before and after the judgment."""

    when: When | None = None


@dataclass(frozen=True, slots=True)
class DoubtWords:
    """What had better be looked at again, and the rule behind it."""

    text: str
    cites: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for reference in self.cites:
            article(reference)


@dataclass(frozen=True, slots=True)
class BasisWords:
    """On which sum a fee was reckoned, said behind its arithmetic."""

    whole: str
    claimed: str
    judged: str


@dataclass(frozen=True, slots=True)
class CourtCostWords:
    """The file; its costs are those of the engine.

    Attributes:
        title: With ``{least}`` and ``{most}``; ``no_title`` for a day without a scale;
            ``enforcement_title``, with ``{sum}``, where only a judgment was told.
        basis: On which sum a fee was reckoned, said behind its arithmetic.
        unknown: Why a figure is not there.
    """

    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    title: str
    enforcement_title: str
    no_title: str
    hedge: str
    basis: BasisWords
    unknown: Mapping[str, str]
    doubts: Mapping[str, DoubtWords]
    costs: Mapping[str, CostRecord]
    actions: tuple[ActionWords, ...]

    def __post_init__(self) -> None:
        same_keys("costs", self.costs, (*CourtFees._fields, LATE_INTEREST))
        same_keys("unknown", self.unknown, Unknown)
        same_keys("doubts", self.doubts, Doubt)


@cache
def court_cost_words() -> CourtCostWords:
    """The words of ``court-cost.toml``."""
    return read(DATA / "court-cost.toml", CourtCostWords)
