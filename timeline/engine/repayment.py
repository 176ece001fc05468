"""One sum a month for several debts: how it is split, until when, and at what cost.

Interest runs on the principal alone, a twelfth of the year's rate a month, unrounded; a
payment covers interest before principal (民法典 561).  An unknown rate counts as none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.facts import LenderKind, Paper

MOST_MONTHS: Final = 120
MONTHS_A_YEAR: Final = 12


class Strategy(StrEnum):
    """Ways of splitting the monthly sum; the first is ours."""

    OURS = "ours"
    PRO_RATA = "pro-rata"  # 按比例: by what is still owed
    SNOWBALL = "snowball"  # 雪球: the smallest first
    AVALANCHE = "avalanche"  # 雪崩: the dearest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One debt as its borrower knows it.

    Args:
        sum_fen: What is owed today, all in.
        annual_rate: What runs from today on, as a share; ``None`` when not known.
        overdue_days: Lowest and highest possible number of days.
        papers: ``None`` when not known, empty when there are none.
        guaranteed: Somebody signed as guarantor.  ``secured``: a thing was pledged.
        salary_account: Wages arrive in an account of the same lender.
    """

    sum_fen: int
    annual_rate: Decimal | None = None
    lender_kind: LenderKind = LenderKind.UNKNOWN
    overdue_days: tuple[int, int] | None = None
    papers: tuple[Paper, ...] | None = None
    guaranteed: bool | None = None
    secured: bool | None = None
    salary_account: bool | None = None

    @property
    def dearness(self) -> tuple[Decimal, int]:
        """Sorts the dearest first, of equally dear ones the smallest."""
        return -(self.annual_rate or Decimal(0)), self.sum_fen


class Month(NamedTuple):
    """What one month pays to each debt, by its place in the question; in fen."""

    number: int
    paid: tuple[int, ...]


class Plan(NamedTuple):
    """One strategy to its end; sums in fen.

    Attributes:
        ends: For each debt the month in which it is cleared; ``None``: not in time.
        total: All that is paid.  ``cost`` is the part of it that is interest.
        left: What is still owed at the end; zero when everything is cleared.
    """

    strategy: Strategy
    months: tuple[Month, ...]
    ends: tuple[int | None, ...]
    total: int
    cost: int
    left: int


class Idle(NamedTuple):
    """Doing nothing: what would be owed after as many months; in fen."""

    months: int
    owed: int
    more: int


def plans(
    debts: tuple[Debt, ...], order: Iterable[int], budget_fen: int
) -> tuple[Plan, ...]:
    """The plan of every strategy; ``order`` holds the numbers of the debts in ours."""
    numbers = range(len(debts))
    small = sorted(numbers, key=lambda number: debts[number].sum_fen)
    dear = sorted(numbers, key=lambda number: debts[number].dearness)
    splits: dict[Strategy, Split] = {
        Strategy.OURS: _in_order(order),
        Strategy.PRO_RATA: _pro_rata,
        Strategy.SNOWBALL: _in_order(small),
        Strategy.AVALANCHE: _in_order(dear),
    }
    return tuple(_plan(way, debts, budget_fen, split) for way, split in splits.items())


def idle(debts: tuple[Debt, ...], months: int) -> Idle:
    """What would be owed after so many months without any payment."""
    more = sum(
        _round(debt.sum_fen * (debt.annual_rate or Decimal(0)) * months / MONTHS_A_YEAR)
        for debt in debts
    )
    owed = sum(debt.sum_fen for debt in debts)
    return Idle(months, owed + more, more)


class _Account:
    """What is owed on one debt, while a plan runs."""

    def __init__(self, debt: Debt) -> None:
        self.principal = Decimal(debt.sum_fen)
        self.interest = Decimal(0)
        self.rate = (debt.annual_rate or Decimal(0)) / MONTHS_A_YEAR

    def accrue(self) -> None:
        self.interest += self.principal * self.rate

    @property
    def owed(self) -> int:
        """Rounded half-up: what would clear it today, in fen."""
        return _round(self.principal + self.interest)

    def pay(self, fen: int) -> None:
        """Interest first; what clears the debt takes the part of a fen with it."""
        if fen >= self.owed:
            self.principal = self.interest = Decimal(0)
            return
        to_interest = min(Decimal(fen), self.interest)
        self.interest -= to_interest
        self.principal -= fen - to_interest


# Owed by each account, and the budget → paid to each account.
Split = Callable[[list[int], int], list[int]]


def _in_order(order: Iterable[int]) -> Split:
    """Everything to the first that is not cleared, the rest to the next."""
    fixed = tuple(order)

    def split(owed: list[int], budget: int) -> list[int]:
        paid = [0] * len(owed)
        for number in fixed:
            paid[number] = min(owed[number], budget)
            budget -= paid[number]
        return paid

    return split


def _pro_rata(owed: list[int], budget: int) -> list[int]:
    """By what is owed; fen that division leaves go to the first rows with room."""
    total = sum(owed)
    if total <= budget:
        return list(owed)
    paid = [budget * sum_ // total for sum_ in owed]
    rest = budget - sum(paid)
    for number, sum_ in enumerate(owed):
        extra = min(rest, sum_ - paid[number], 1)
        paid[number] += extra
        rest -= extra
    return paid


def _plan(
    strategy: Strategy, debts: tuple[Debt, ...], budget_fen: int, split: Split
) -> Plan:
    """Pay month by month until all is cleared, or for the longest time we look at."""
    accounts = [_Account(debt) for debt in debts]
    months: list[Month] = []
    ends: list[int | None] = [None] * len(debts)
    owed = [account.owed for account in accounts]
    while any(owed) and budget_fen and len(months) < MOST_MONTHS:
        number = len(months) + 1
        for account in accounts:
            account.accrue()
        owed = [account.owed for account in accounts]
        paid = split(owed, budget_fen)
        for place, (account, fen) in enumerate(zip(accounts, paid, strict=True)):
            account.pay(fen)
            if ends[place] is None and not account.owed:
                ends[place] = number
        owed = [account.owed for account in accounts]
        months.append(Month(number, tuple(paid)))
    total = sum(sum(month.paid) for month in months)
    left = sum(owed)
    cost = total + left - sum(debt.sum_fen for debt in debts)
    return Plan(strategy, tuple(months), tuple(ends), total, cost, left)


def _round(fen: Decimal) -> int:
    return int(fen.quantize(Decimal(1), ROUND_HALF_UP))
