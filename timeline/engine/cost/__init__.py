"""What an overdue loan costs: the debt, its days, other readings of its contract."""

from timeline.engine.cost.accrual import (
    BeyondSenseError,
    Owed,
    days,
    owed_on,
    yearly_charge,
)
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
from timeline.engine.cost.doubts import LEAST_YEARLY, Doubt, doubts
from timeline.engine.cost.interest_free import OverdueLpr, overdue_lpr
from timeline.engine.cost.readings import (
    READINGS,
    Explanation,
    other_readings,
    uplift_reading,
)
from timeline.engine.money import whole_fen as fen

__all__ = [
    "BASES",
    "LEAST_YEARLY",
    "READINGS",
    "BeyondSenseError",
    "Debt",
    "Doubt",
    "Explanation",
    "Instalment",
    "Order",
    "OverdueLpr",
    "Owed",
    "Payment",
    "Penalty",
    "RateChange",
    "RatePer",
    "days",
    "doubts",
    "fen",
    "other_readings",
    "overdue_lpr",
    "owed_on",
    "uplift_reading",
    "yearly_charge",
]
