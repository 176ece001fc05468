"""What the page of the yearly cost says: problems, lines, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.catalog.sources import article
from timeline.catalog.steps import StepWords
from timeline.engine.irr import NoRate
from timeline.engine.rate_lines import LINES, Side


@dataclass(frozen=True, slots=True)
class LineWords:
    """Whose line, what may be asked of whom, and what holds for older contracts."""

    title: str
    text: str
    before: str
    cites: tuple[str, ...]

    def __post_init__(self) -> None:
        for reference in self.cites:
            article(reference)


@dataclass(frozen=True, slots=True)
class RateWords:
    """The file; its keys are those of the engine."""

    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    nothing_more: str
    problems: Mapping[str, str]
    sides: Mapping[str, str]
    lines: Mapping[str, LineWords]
    actions: tuple[StepWords, ...]

    def __post_init__(self) -> None:
        same_keys("problems", self.problems, NoRate)
        same_keys("sides", self.sides, Side)
        same_keys("lines", self.lines, LINES)


@cache
def rate_words() -> RateWords:
    """The words of ``rate.toml``."""
    return read(DATA / "rate.toml", RateWords)
