"""What is owed on a debt, day by day.

Day 0 is the due day; the charge of a day is for the night before it, so the charge of a
payment's day is counted and then set off.  Charges accrue unrounded; a sum is rounded
half-up to a fen once, when it is shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal, localcontext
from typing import Final

from timeline.engine.cost.debt import BASES, Debt, Instalment, Order, Penalty
from timeline.engine.deadlines import add_months
from timeline.engine.errors import FactsError
from timeline.engine.money import EXACT

DAY: Final = timedelta(1)
TOO_MUCH: Final = "照这样算，数目大得没有意义：请检查利率、违约金和日期。"
_NOTHING: Final = Decimal(0)
MOST_OWED: Final = 10**16  # fen; more is a slip of the pen, not a debt


class BeyondSenseError(FactsError):
    """One reading of a debt leads beyond ``MOST_OWED``; another reading may not."""

    def __init__(self) -> None:
        super().__init__("rate", TOO_MUCH)


@dataclass(frozen=True, slots=True)
class Owed:
    """What is owed at the end of a day, in fen, unrounded.

    Attributes:
        credit: What was paid beyond everything owed.
        base: The sum that bore the interest of this day, and ``percent`` its yearly
            rate.  ``penalized``: the sum that bore the penalty.
        taken: What a payment of this day was set off against, part by part.
    """

    day: date
    principal: Decimal
    interest: Decimal
    penalty: Decimal
    fees: Decimal
    credit: Decimal = _NOTHING
    base: Decimal = _NOTHING
    penalized: Decimal = _NOTHING
    percent: Decimal = _NOTHING
    taken: tuple[tuple[str, Decimal], ...] = ()

    @property
    def total(self) -> Decimal:
        """All four parts."""
        return self.principal + self.interest + self.penalty + self.fees


def days(debt: Debt, until: date) -> Iterator[Owed]:
    """Every day from the due day to ``until``, both included.

    Raises:
        BeyondSenseError: On one of them more is owed than any debt comes to.
    """
    with localcontext(EXACT):
        found = list(_days(debt, until))
    return iter(found)


def owed_on(debt: Debt, day: date) -> Owed:
    """What is owed at the end of one day, on or after the due day."""
    *_, last = days(debt, day)
    return last


def yearly_charge(debt: Debt, day: date) -> Decimal:
    """What a year overdue costs at that day's rates, as a share of the principal.

    Without late fee and without interest on interest.
    """
    with localcontext(EXACT):
        # As many years as a year has days, then one division: a share that ends is
        # exact, and a tie is still a tie when it is rounded.
        interest, penalty = _shares(debt, _percent(debt, day), BASES[0] * debt.basis)
        return (interest + penalty) / debt.basis


def _days(debt: Debt, until: date) -> Iterator[Owed]:
    owed = Owed(
        debt.due,
        Decimal(debt.principal),
        Decimal(debt.interest),
        _NOTHING,
        Decimal(debt.fees),
    )
    yield owed
    joined = Decimal(debt.interest) if debt.compound else _NOTHING
    months = 1
    percent = _yearly(debt, debt.percent)
    changes = {change.since: change.percent for change in debt.changes}
    paid: dict[date, int] = {}
    for payment in debt.payments:
        paid[payment.day] = paid.get(payment.day, 0) + payment.fen
    later: dict[date, list[Instalment]] = {}
    for instalment in debt.later:
        later.setdefault(instalment.due, []).append(instalment)
    share = _shares(debt, percent)
    while owed.day < until:
        # The night that ends on this day has the rate of the day it began on.
        if owed.day in changes:
            percent = _yearly(debt, changes[owed.day])
            share = _shares(debt, percent)
        day = owed.day + DAY
        base = owed.principal + min(joined, _bears_interest(debt, owed))
        uplifted = debt.penalty is Penalty.UPLIFT
        penalized = base if uplifted else owed.principal
        owed = Owed(
            day,
            owed.principal,
            owed.interest + base * share[0],
            owed.penalty + penalized * share[1],
            owed.fees + (debt.late_fee if day == debt.due + DAY else 0),
            owed.credit,
            base,
            penalized,
            percent,
        )
        for instalment in later.get(day, ()):  # charged from the night after its day
            owed = replace(
                owed,
                principal=owed.principal + instalment.principal,
                interest=owed.interest + instalment.interest,
            )
            joined += instalment.interest if debt.compound else 0
        if day in paid or (day in later and owed.credit):
            there = Decimal(paid.get(day, 0)) + owed.credit
            owed = _set_off(owed, there, debt.order)
            joined = min(joined, _bears_interest(debt, owed))
        if debt.compound and day == add_months(debt.due, months):
            joined = _bears_interest(debt, owed)
            months += 1
        if owed.total > MOST_OWED:
            raise BeyondSenseError
        yield owed


def _bears_interest(debt: Debt, owed: Owed) -> Decimal:
    """What may join the sum: unpaid interest, and 罚息, which is a higher rate of it.

    A 违约金 by the day is a sum of its own; it never bears interest.
    """
    joins = debt.penalty is Penalty.UPLIFT and debt.uplift_joins
    return owed.interest + (owed.penalty if joins else _NOTHING)


def _yearly(debt: Debt, percent: Decimal) -> Decimal:
    """A rate as the contract quotes it, for a year of its days."""
    return debt.per.yearly(percent, debt.basis)


def _percent(debt: Debt, day: date) -> Decimal:
    """The yearly rate that holds on a day."""
    percent = debt.percent
    for change in debt.changes:
        if change.since <= day:
            percent = change.percent
    return _yearly(debt, percent)


def _shares(debt: Debt, percent: Decimal, nights: int = 1) -> tuple[Decimal, Decimal]:
    """The shares of the sum that so many days take: as interest, and as penalty."""
    rate = percent * nights / (100 * debt.basis)
    match debt.penalty:
        case Penalty.UPLIFT:
            return rate, rate * debt.figure / 100
        case Penalty.DAILY:
            return _NOTHING, debt.figure * nights / 1000
        case Penalty.DAILY_ADDED:
            return rate, debt.figure * nights / 1000
        case Penalty.NONE:
            return rate, _NOTHING


def _set_off(owed: Owed, paid: Decimal, order: Order) -> Owed:
    """Take a payment off the parts in turn; what is over is a credit."""
    turns = ["fees", "interest", "penalty", "principal"]
    if order == Order.PRINCIPAL_FIRST:
        turns = ["principal", "fees", "interest", "penalty"]
    parts = {name: getattr(owed, name) for name in turns}
    taken = []
    for name in turns:
        part = min(paid, parts[name])
        parts[name] -= part
        paid -= part
        if part:
            taken.append((name, part))
    return replace(owed, credit=paid, taken=tuple(taken), **parts)
