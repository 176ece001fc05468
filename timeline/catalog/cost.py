"""What the page of the costs says: other readings, notes, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.catalog.steps import StepWords
from timeline.engine.cost import READINGS, Doubt


@dataclass(frozen=True, slots=True)
class CostWords:
    """The file; the keys of its readings are those of the engine."""

    checked: date
    review_by: date
    unchecked: tuple[str, ...]
    readings: Mapping[str, str]
    doubts: Mapping[str, str]
    notes: tuple[StepWords, ...]
    actions: tuple[StepWords, ...]

    def __post_init__(self) -> None:
        same_keys("readings", self.readings, READINGS)
        same_keys("doubts", self.doubts, Doubt)


@cache
def cost_words() -> CostWords:
    """The words of ``cost.toml``."""
    return read(DATA / "cost.toml", CostWords)
