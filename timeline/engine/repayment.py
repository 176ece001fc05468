"""One sum a month for several debts: how it is split, until when, and at what cost.

Interest runs on the principal alone, a twelfth of the year's rate a month, unrounded; a
payment covers interest before principal (民法典 561).  Of an unknown rate nothing is
reckoned, and whoever shows a plan has to say that it is a least.  A sum that is shown
is rounded half-up to a fen, once.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, localcontext
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.facts import LenderKind, Paper
from timeline.engine.money import EXACT, MONTHS_A_YEAR, whole_fen
from timeline.engine.splits import Split, in_order, pro_rata, shared

MOST_MONTHS: Final = 120


class Strategy(StrEnum):
    """Ways of splitting the monthly sum; the first is ours."""

    OURS = "ours"
    PRO_RATA = "pro-rata"  # 按比例: by what is still owed
    SNOWBALL = "snowball"  # 雪球: the smallest first
    AVALANCHE = "avalanche"  # 雪崩: the dearest first
    SHARED = "shared"  # ours, but a small part to those that reach others or wages


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
    def dearness(self) -> tuple[int, Decimal, int]:
        """Sorts the dearest first, of equally dear ones the smallest.

        A debt whose rate nobody told comes behind those that are known to cost
        something, and before those that are known to cost nothing: what it costs is
        not in any figure.  Our own order does not leave it there.
        """
        rate = self.annual_rate
        known = 1 if rate is None else 0 if rate else 2
        return known, -(rate or Decimal(0)), self.sum_fen

    @property
    def reaches_further(self) -> bool:
        """Left unpaid, it may be felt by a guarantor, or on the day of wages."""
        return self.guaranteed is True or self.salary_account is True


class Month(NamedTuple):
    """What one month pays to each debt, by its place in the question; in fen.

    ``left`` is what is still owed on all debts after it.
    """

    number: int
    paid: tuple[int, ...]
    left: int


class Plan(NamedTuple):
    """One strategy to its end; sums in fen.

    Attributes:
        ends: For each debt the month in which it is cleared; ``None``: not in time.
        total: All that is paid.
        cost: All interest that runs, paid or not.
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
    debts: tuple[Debt, ...], order: Iterable[int], budget_fen: int, share_percent: int
) -> tuple[Plan, ...]:
    """The plan of every strategy; ``order`` holds the numbers of the debts in ours.

    The share for debts that reach further is offered where one of them has to wait.
    """
    ours, numbers = tuple(order), range(len(debts))
    small = sorted(numbers, key=lambda number: debts[number].sum_fen)
    dear = sorted(numbers, key=lambda number: debts[number].dearness)
    splits: dict[Strategy, Split] = {
        Strategy.OURS: in_order(ours),
        Strategy.PRO_RATA: pro_rata,
        Strategy.SNOWBALL: in_order(small),
        Strategy.AVALANCHE: in_order(dear),
    }
    waiting = {number for number in ours[1:] if debts[number].reaches_further}
    if waiting:
        splits[Strategy.SHARED] = shared(ours, waiting, share_percent)
    return tuple(_plan(way, debts, budget_fen, split) for way, split in splits.items())


def idle(debts: tuple[Debt, ...], months: int) -> Idle:
    """What would be owed after so many months without any payment."""
    with localcontext(EXACT):
        rates = ((debt.sum_fen, debt.annual_rate or Decimal(0)) for debt in debts)
        yearly = sum((sum_fen * rate for sum_fen, rate in rates), Decimal(0))
        more = whole_fen(yearly * months / MONTHS_A_YEAR)
    owed = sum(debt.sum_fen for debt in debts)
    return Idle(months, owed + more, more)


def interest_a_month(debts: tuple[Debt, ...]) -> int:
    """What one month adds to all debts as they stand, at the rates that are known."""
    return idle(debts, 1).more


class _Account:
    """What is owed on one debt, while a plan runs."""

    def __init__(self, debt: Debt) -> None:
        self.principal = Decimal(debt.sum_fen)
        self.interest = Decimal(0)
        self.rate = (debt.annual_rate or Decimal(0)) / MONTHS_A_YEAR
        self.owed = debt.sum_fen

    def accrue(self) -> int:
        """A month later: what would clear it, in fen, rounded half-up."""
        self.interest += self.principal * self.rate
        self.owed = whole_fen(self.left)
        return self.owed

    @property
    def left(self) -> Decimal:
        """What is owed, unrounded."""
        return self.principal + self.interest

    def pay(self, fen: int) -> None:
        """Interest first; what clears the debt takes the part of a fen with it."""
        if fen >= self.owed:
            self.principal = self.interest = Decimal(0)
            return
        to_interest = min(Decimal(fen), self.interest)
        self.interest -= to_interest
        self.principal -= fen - to_interest


def _plan(
    strategy: Strategy, debts: tuple[Debt, ...], budget_fen: int, split: Split
) -> Plan:
    """Pay month by month until all is cleared, or for the longest time we look at."""
    with localcontext(EXACT):
        months, ends, left = _paid(debts, budget_fen, split)
    total = sum(sum(month.paid) for month in months)
    cost = total + left - sum(debt.sum_fen for debt in debts)
    return Plan(strategy, tuple(months), tuple(ends), total, cost, left)


def _paid(
    debts: tuple[Debt, ...], budget_fen: int, split: Split
) -> tuple[list[Month], list[int | None], int]:
    """The months, the end of each debt, and what is left; in exact sums."""
    accounts = [_Account(debt) for debt in debts]
    months: list[Month] = []
    ends: list[int | None] = [None] * len(debts)
    left = sum(debt.sum_fen for debt in debts)
    while left and budget_fen and len(months) < MOST_MONTHS:
        number = len(months) + 1
        owed = [account.accrue() for account in accounts]
        paid = split(owed, budget_fen)
        for place, (account, fen) in enumerate(zip(accounts, paid, strict=True)):
            account.pay(fen)
            if fen == owed[place] and ends[place] is None:
                ends[place] = number
        left = whole_fen(sum((account.left for account in accounts), Decimal(0)))
        months.append(Month(number, tuple(paid), left))
    return months, ends, left
