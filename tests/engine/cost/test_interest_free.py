"""What may be claimed of a debt on which nothing was agreed to run."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from timeline.engine.cost import (
    Debt,
    Instalment,
    OverdueLpr,
    Penalty,
    RateChange,
    overdue_lpr,
)
from timeline.engine.series import Run, Series

DUE = date(2026, 1, 1)
LATER = DUE + timedelta(31)
LPR = Series((Run(date(2025, 12, 20), date(2026, 1, 20), Decimal("3.65")),))
FREE = Debt(due=DUE, principal=10_000_00, percent=Decimal(0))


def claimed(debt: Debt, number: int = 100) -> OverdueLpr | None:
    return overdue_lpr(debt, DUE + timedelta(number), LPR)


def test_nothing_agreed_is_claimed_at_the_lpr_of_the_due_day():
    """10,000 × 3.65 % ÷ 365 = 1.00 a day."""
    assert claimed(FREE) == OverdueLpr(Decimal("3.65"), 100_00)


def test_each_instalment_is_claimed_from_its_own_day():
    """100 days of 1.00, and 69 days of 0.50."""
    missed = replace(FREE, later=(Instalment(LATER, 5_000_00),))
    assert claimed(missed) == OverdueLpr(Decimal("3.65"), 134_50)


def test_of_a_day_without_a_known_lpr_no_figure_is_told():
    assert claimed(replace(FREE, due=LATER)) == OverdueLpr(None, None)


@pytest.mark.parametrize(
    "terms",
    [
        {"percent": Decimal("0.01")},
        {"changes": (RateChange(LATER, Decimal(1)),)},
        {"interest": 1},
        {"later": (Instalment(LATER, 5_000_00, 1),)},
        {"penalty": Penalty.DAILY, "figure": Decimal(1)},
    ],
)
def test_where_anything_was_agreed_the_rule_is_another(terms):
    """Interest of one later instalment is interest too."""
    assert claimed(replace(FREE, **terms)) is None
