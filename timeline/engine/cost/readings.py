"""Other ways to reckon the same debt: what may explain a lender's figure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Final

from timeline.engine.cost.accrual import DAY, BeyondSenseError, owed_on
from timeline.engine.cost.debt import BASES, Debt, Order, Penalty
from timeline.engine.money import whole_fen

READINGS: Final = (
    "basis-360",
    "basis-365",
    "compound",
    "without-compound",
    "uplift-not-compounded",
    "both-days-counted",
    "order-statutory",
    "order-principal-first",
    "payments-missing",
    "without-late-fee",
    "rate-beside-penalty",
    "rate-unchanged",
)


@dataclass(frozen=True, slots=True)
class Explanation:
    """One other reading of the contract, and what it comes to, in fen."""

    key: str
    total: int


def uplift_reading(percent: int) -> str:
    """The key of the reading with so many percent of the rate on top."""
    return f"uplift-{percent}"


def other_readings(
    debt: Debt, day: date, uplifts: Iterable[int] = ()
) -> tuple[Explanation, ...]:
    """What a lender may have reckoned differently, one difference at a time.

    A reading that comes to the same sum explains nothing: so a rate quoted by the day
    is never explained by the days of a year.  Nor does one that leads beyond sense:
    nobody asks for such a sum.

    Args:
        uplifts: What lenders usually add to the rate, in percent of it; tried where the
            contract is said to add nothing, or nobody knows.
    """
    other_basis = BASES[debt.basis == BASES[0]]
    principal_first = debt.order == Order.PRINCIPAL_FIRST
    other_order = Order.STATUTORY if principal_first else Order.PRINCIPAL_FIRST
    readings: dict[str, Debt] = {
        f"basis-{other_basis}": replace(debt, basis=other_basis),
        "without-compound" if debt.compound else "compound": replace(
            debt, compound=not debt.compound
        ),
        "both-days-counted": replace(
            debt,
            due=debt.due - DAY,
            later=tuple(one._replace(due=one.due - DAY) for one in debt.later),
        ),
    }
    if debt.compound and debt.penalty == Penalty.UPLIFT:
        readings["uplift-not-compounded"] = replace(debt, uplift_joins=False)
    if debt.payments:
        readings[f"order-{other_order}"] = replace(debt, order=other_order)
        readings["payments-missing"] = replace(debt, payments=())
    if debt.late_fee:
        readings["without-late-fee"] = replace(debt, late_fee=0)
    if debt.penalty == Penalty.DAILY:
        readings["rate-beside-penalty"] = replace(debt, penalty=Penalty.DAILY_ADDED)
    if debt.changes:
        readings["rate-unchanged"] = replace(debt, changes=())
    if debt.penalty == Penalty.NONE:
        for percent in uplifts:
            readings[uplift_reading(percent)] = replace(
                debt, penalty=Penalty.UPLIFT, figure=Decimal(percent)
            )
    own = whole_fen(owed_on(debt, day).total)
    totals = {}
    for key, one in readings.items():
        try:
            totals[key] = whole_fen(owed_on(one, day).total)
        except BeyondSenseError:
            continue
    return tuple(
        Explanation(key, total) for key, total in totals.items() if total != own
    )
