"""What 「我每月能还多少」 asks and says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.records import read
from timeline.engine.budget import ESSENTIALS, Outcome
from timeline.engine.errors import DataError

# What a page for a lender can show, each only when ticked.
SHOWN: Final = (
    "people",
    "income",
    "essentials",
    "items",
    "promised",
    "margin",
    "can-pay",
)


@dataclass(frozen=True, slots=True)
class EssentialWords:
    """One kind of expense that comes before any debt."""

    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What a result means; ``{sum}`` stands for what can be paid a month."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class StepWords:
    """One thing to do next, after the outcomes it fits; ``link`` names a page."""

    outcomes: tuple[Outcome, ...]
    title: str
    text: str
    cites: tuple[str, ...]
    link: str
    link_label: str


@dataclass(frozen=True, slots=True)
class BudgetWords:
    """All words of the tool, and the share of the essentials kept as a margin."""

    margin_percent: int
    checked: date
    review_by: date
    basis: tuple[str, ...]
    unchecked: tuple[str, ...]
    essentials: Mapping[str, EssentialWords]
    outcomes: Mapping[str, OutcomeWords]
    todo: tuple[StepWords, ...]
    shown: Mapping[str, str]

    def __post_init__(self) -> None:
        pairs: tuple[tuple[str, list[str], list[str]], ...] = (
            ("essentials", list(self.essentials), list(ESSENTIALS)),
            ("outcomes", list(self.outcomes), list(Outcome)),
            ("shown", list(self.shown), list(SHOWN)),
        )
        for name, given, keys in pairs:
            if given != keys:
                raise DataError(f"{name}: the keys must be {', '.join(keys)}")

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything that the page rests on."""
        return (*self.basis, *(cite for step in self.todo for cite in step.cites))


@cache
def budget_words() -> BudgetWords:
    """The words of ``budget.toml``."""
    return read(DATA / "budget.toml", BudgetWords)
