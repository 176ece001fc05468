"""What an overdue loan costs: the debt, its days, other readings of its contract."""

from timeline.engine.cost.accrual import Owed, days, fen, owed_on, yearly_charge
from timeline.engine.cost.debt import (
    BASES,
    Debt,
    Order,
    Payment,
    Penalty,
    RateChange,
)
from timeline.engine.cost.readings import READINGS, Explanation, other_readings

__all__ = [
    "BASES",
    "READINGS",
    "Debt",
    "Explanation",
    "Order",
    "Owed",
    "Payment",
    "Penalty",
    "RateChange",
    "days",
    "fen",
    "other_readings",
    "owed_on",
    "yearly_charge",
]
