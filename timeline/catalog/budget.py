"""What 「我每月能还多少」 asks and says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from timeline.catalog.files import DATA
from timeline.catalog.records import read, same_keys
from timeline.catalog.steps import NextWords
from timeline.engine.budget import ESSENTIALS, Months, Outcome

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
SHEET: Final = ("income", "people", "open", "partial")
SUMS: Final = (
    "month",
    "month-of",
    "months",
    "steady",
    "essentials",
    "promised",
    "margin",
    "share",
    "left",
    "short",
    "rounded",
    "too-high",
    "none",
)


@dataclass(frozen=True, slots=True)
class EssentialWords:
    """One kind of expense that comes before any debt."""

    label: str
    hint: str


@dataclass(frozen=True, slots=True)
class OutcomeWords:
    """What a result means; ``first`` is said before anything else.

    ``{sum}`` stands for what can be paid a month, ``{average}`` for what the average
    month would leave, ``{promised}`` for what is promised to others, ``{month}`` and
    ``{holds}`` for the words of ``MonthsWords``.  ``partial`` is the title while
    expenses are open.
    """

    title: str
    text: str
    first: str = ""
    partial: str = ""


@dataclass(frozen=True, slots=True)
class MonthsWords:
    """Which month an income was taken from, and how far a promise of it carries."""

    name: str
    holds: str


@dataclass(frozen=True, slots=True)
class TodoWords:
    """One thing to do next, after the outcomes it fits."""

    outcomes: tuple[Outcome, ...]
    step: NextWords


@dataclass(frozen=True, slots=True)
class BudgetWords:
    """All words of the tool, and the share of the essentials kept as a margin."""

    margin_percent: int
    checked: date
    review_by: date
    basis: tuple[str, ...]
    unchecked: tuple[str, ...]
    essentials: Mapping[str, EssentialWords]
    months: Mapping[str, MonthsWords]
    outcomes: Mapping[str, OutcomeWords]
    missing: str
    ask: str
    withheld: str
    average: str
    sums: Mapping[str, str]
    todo: tuple[TodoWords, ...]
    shown: Mapping[str, str]
    sheet: Mapping[str, str]

    def __post_init__(self) -> None:
        same_keys("essentials", self.essentials, ESSENTIALS, ordered=True)
        same_keys("months", self.months, Months, ordered=True)
        same_keys("outcomes", self.outcomes, Outcome, ordered=True)
        same_keys("sums", self.sums, SUMS)
        same_keys("sheet", self.sheet, SHEET)
        same_keys("shown", self.shown, SHOWN, ordered=True)

    @property
    def cites(self) -> tuple[str, ...]:
        """Everything that the page rests on."""
        return (*self.basis, *(cite for todo in self.todo for cite in todo.step.cites))


@cache
def budget_words() -> BudgetWords:
    """The words of ``budget.toml``."""
    return read(DATA / "budget.toml", BudgetWords)
