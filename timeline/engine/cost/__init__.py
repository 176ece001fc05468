"""What an overdue loan costs: the debt, its days, other readings of its contract."""

from timeline.engine.cost.accrual import Owed, days, fen, owed_on, yearly_charge
from timeline.engine.cost.debt import (
    BASES,
    Debt,
    Instalment,
    Order,
    Payment,
    Penalty,
    RateChange,
    RatePer,
)
from timeline.engine.cost.doubts import Doubt, doubts
from timeline.engine.cost.readings import READINGS, Explanation, other_readings

__all__ = [
    "BASES",
    "READINGS",
    "Debt",
    "Doubt",
    "Explanation",
    "Instalment",
    "Order",
    "Owed",
    "Payment",
    "Penalty",
    "RateChange",
    "RatePer",
    "days",
    "doubts",
    "fen",
    "other_readings",
    "owed_on",
    "yearly_charge",
]
