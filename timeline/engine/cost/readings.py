"""Other ways to reckon the same debt: what may explain a lender's figure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from timeline.engine.cost.accrual import DAY, fen, owed_on
from timeline.engine.cost.debt import BASES, Debt, Order, Penalty

READINGS: Final = (
    "basis-360",
    "basis-365",
    "compound",
    "without-compound",
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


def other_readings(debt: Debt, day: date) -> tuple[Explanation, ...]:
    """What a lender may have reckoned differently, one difference at a time."""
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
    if debt.payments:
        readings[f"order-{other_order}"] = replace(debt, order=other_order)
        readings["payments-missing"] = replace(debt, payments=())
    if debt.late_fee:
        readings["without-late-fee"] = replace(debt, late_fee=0)
    if debt.penalty == Penalty.DAILY:
        readings["rate-beside-penalty"] = replace(debt, penalty=Penalty.DAILY_ADDED)
    if debt.changes:
        readings["rate-unchanged"] = replace(debt, changes=())
    own = fen(owed_on(debt, day).total)
    totals = {key: fen(owed_on(one, day).total) for key, one in readings.items()}
    return tuple(Explanation(key, fen) for key, fen in totals.items() if fen != own)
