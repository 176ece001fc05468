"""Several debts, one sum a month: which first, and why.

The order is our own; no rule sets it.  What is being enforced comes first, then debts
with another paper of a court by their next date, those whose date is over behind them,
then those behind which somebody or something stands, then the dear ones, then what is
small enough to be cleared.  Where a rate is unknown the answer says where such a debt
stands, and that months and costs are a least.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.debt_order import Note, Place, Reason, in_order
from timeline.engine.errors import FactsError
from timeline.engine.facts import check_today
from timeline.engine.money import MONTHS_A_YEAR
from timeline.engine.repayment import (
    Debt,
    Idle,
    Plan,
    idle,
    interest_a_month,
    plans,
)
from timeline.engine.ruleset import Ruleset

MOST_DEBTS: Final = 20


class Outcome(StrEnum):
    """What the sum a month comes to."""

    NOTHING = "nothing"  # there is nothing to split
    STUCK = "stuck"  # whatever the way, after ten years no less is owed than today
    LONG = "long"  # it shrinks, but is not cleared in ten years
    AT_LEAST = "at-least"  # cleared, were it not for rates that nobody told
    CLEARED = "cleared"


class Answer(NamedTuple):
    """The order, the plans, and nothing done, side by side; sums in fen."""

    debts: tuple[Debt, ...]
    budget: int
    outcome: Outcome
    places: tuple[Place, ...]
    plans: tuple[Plan, ...]
    idle: Idle
    rates_unknown: tuple[int, ...]
    interest_a_month: int


def debts_plan(
    debts: tuple[Debt, ...],
    budget_fen: int,
    today: date,
    ruleset: Ruleset,
    *,
    share_percent: int,
    old_days: int,
) -> Answer:
    """Order the debts, and split ``budget_fen`` a month in several ways.

    Raises:
        FactsError: No debt or too many; a day, sum, budget or paper is impossible.
    """
    _check(debts, budget_fen, today)
    places = in_order(debts, today, ruleset, old_days)
    order = [place.number for place in places]
    made = plans(debts, order, budget_fen, share_percent)
    unknown = tuple(
        number for number, debt in enumerate(debts) if debt.annual_rate is None
    )
    outcome = _outcome(made, sum(debt.sum_fen for debt in debts), bool(unknown))
    months = 0 if outcome is Outcome.STUCK else len(made[0].months)
    return Answer(
        debts=debts,
        budget=budget_fen,
        outcome=outcome,
        places=places,
        plans=made,
        idle=idle(debts, months or MONTHS_A_YEAR),
        rates_unknown=unknown,
        interest_a_month=interest_a_month(debts),
    )


def _check(debts: tuple[Debt, ...], budget_fen: int, today: date) -> None:
    check_today(today)
    if not debts:
        raise FactsError("debts", "请至少填一笔债。")
    if len(debts) > MOST_DEBTS:
        raise FactsError("debts", f"最多填 {MOST_DEBTS} 笔。")
    if budget_fen < 0:
        raise FactsError("budget", "每月的数不能是负的。")
    for number, debt in enumerate(debts):
        if debt.sum_fen <= 0:
            raise FactsError(f"debts.{number}.sum", "金额须大于零。")


def _outcome(made: tuple[Plan, ...], owed: int, unknown: bool) -> Outcome:
    ours = made[0]
    if not ours.months:
        return Outcome.NOTHING
    if not ours.left:
        return Outcome.AT_LEAST if unknown else Outcome.CLEARED
    stuck = min(plan.left for plan in made) >= owed
    return Outcome.STUCK if stuck else Outcome.LONG


__all__ = [
    "MOST_DEBTS",
    "Answer",
    "Note",
    "Outcome",
    "Place",
    "Reason",
    "debts_plan",
]
