"""What the page of the yearly cost says: problems, lines, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.catalog.sources import article
from timeline.catalog.steps import StepWords
from timeline.engine.irr import NoRate
from timeline.engine.rate_lines import LINES, Measure, Side

RATES: Final = ("nothing-more", "rate", "rate-late", "far-above")


@dataclass(frozen=True, slots=True)
class LineWords:
    """Whose line, what may be asked of whom, and what holds for older contracts.

    Attributes:
        only_if: Said before the verdict where it binds some of a lender's loans.
    """

    title: str
    text: str
    before: str
    cites: tuple[str, ...]
    only_if: str = ""

    def __post_init__(self) -> None:
        for reference in self.cites:
            article(reference)


@dataclass(frozen=True, slots=True)
class RateWords:
    """The file; its keys are those of the engine."""

    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    titles: Mapping[str, str]
    hedges: Mapping[str, str]
    asks: Mapping[str, str]
    assumed: str
    problems: Mapping[str, str]
    sides: Mapping[str, str]
    depends: Mapping[str, str]
    lpr: Mapping[str, str]
    lines: Mapping[str, LineWords]
    actions: tuple[StepWords, ...]

    def __post_init__(self) -> None:
        same_keys("problems", self.problems, NoRate)
        same_keys("titles", self.titles, ("none", *RATES))
        same_keys("hedges", self.hedges, RATES)
        same_keys("asks", self.asks, ("lender", "contract"))
        same_keys("sides", self.sides, set(Side) - {Side.DEPENDS})
        same_keys("depends", self.depends, Measure)
        same_keys("lpr", self.lpr, ("unknown", "above"))
        same_keys("lines", self.lines, LINES)


@cache
def rate_words() -> RateWords:
    """The words of ``rate.toml``."""
    return read(DATA / "rate.toml", RateWords)
