"""Several debts, one sum a month: which first, and why.

The order is our own; no rule sets it.  Debts with a court's paper come first, then
those behind which somebody or something stands, then the dear ones, then what is small
enough to be cleared.  Where a rate is unknown the answer says that costs are a least.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.assess import Assessment, assess
from timeline.engine.errors import FactsError
from timeline.engine.facts import Facts, Role
from timeline.engine.repayment import MONTHS_A_YEAR, Debt, Idle, Plan, idle, plans
from timeline.engine.ruleset import Ruleset
from timeline.engine.stages import LegalStage

MOST_DEBTS: Final = 20


class Reason(StrEnum):
    """Why a debt stands where it stands, most urgent first."""

    COURT = "court"  # a paper that a court or tribunal may have sent
    BACKED = "backed"  # a guarantor, or a thing given as security
    DEAR = "dear"  # interest runs, the dearest first
    SMALL = "small"  # no interest is known to run, the smallest first


class Note(StrEnum):
    """What else to know of one debt, in the order of the page."""

    DEADLINE = "deadline"
    SALARY_ACCOUNT = "salary-account"
    GUARANTOR = "guarantor"
    SECURED = "secured"
    RATE_UNKNOWN = "rate-unknown"
    UNVERIFIED = "unverified"


class Place(NamedTuple):
    """One debt in our order; ``number`` is its place in the question."""

    number: int
    reason: Reason
    notes: tuple[Note, ...]
    assessment: Assessment
    deadline: date | None


class Answer(NamedTuple):
    """The order, the plans, and nothing done, side by side."""

    places: tuple[Place, ...]
    plans: tuple[Plan, ...]
    idle: Idle
    rates_unknown: tuple[int, ...]


def debts_plan(
    debts: tuple[Debt, ...], budget_fen: int, today: date, ruleset: Ruleset
) -> Answer:
    """Order the debts, and split ``budget_fen`` a month in four ways.

    Raises:
        FactsError: No debt or too many; a sum, a budget or a paper is impossible.
    """
    _check(debts, budget_fen)
    places = sorted(
        (_place(number, debt, today, ruleset) for number, debt in enumerate(debts)),
        key=lambda place: _urgency(place, debts[place.number]),
    )
    made = plans(debts, (place.number for place in places), budget_fen)
    return Answer(
        places=tuple(places),
        plans=made,
        idle=idle(debts, len(made[0].months) or MONTHS_A_YEAR),
        rates_unknown=tuple(
            number for number, debt in enumerate(debts) if debt.annual_rate is None
        ),
    )


def _check(debts: tuple[Debt, ...], budget_fen: int) -> None:
    if not debts:
        raise FactsError("debts", "请至少填一笔债。")
    if len(debts) > MOST_DEBTS:
        raise FactsError("debts", f"最多填 {MOST_DEBTS} 笔。")
    if budget_fen < 0:
        raise FactsError("budget", "每月的数不能是负的。")
    for number, debt in enumerate(debts):
        if debt.sum_fen <= 0:
            raise FactsError(f"debts.{number}.sum", "金额须大于零。")


def _place(number: int, debt: Debt, today: date, ruleset: Ruleset) -> Place:
    """The stage of one debt, why it stands where it does, and what else to know."""
    try:
        facts = Facts(
            role=Role.BORROWER,
            today=today,
            lender_kind=debt.lender_kind,
            overdue_days=debt.overdue_days,
            principal_fen=debt.sum_fen,
            papers=debt.papers,
        )
    except FactsError as error:
        raise FactsError(f"debts.{number}.{error.field}", str(error)) from None
    found = assess(facts, ruleset)
    ahead = [date.safe_date for date in found.deadlines if not date.passed]
    deadline = min((day for day in ahead if day is not None), default=None)
    if found.legal_stage is not LegalStage.NONE:
        reason = Reason.COURT
    elif debt.guaranteed or debt.secured:
        reason = Reason.BACKED
    else:
        reason = Reason.DEAR if debt.annual_rate else Reason.SMALL
    holds = {
        Note.DEADLINE: bool(found.deadlines),
        Note.SALARY_ACCOUNT: debt.salary_account is True,
        Note.GUARANTOR: debt.guaranteed is True,
        Note.SECURED: debt.secured is True,
        Note.RATE_UNKNOWN: debt.annual_rate is None,
        Note.UNVERIFIED: reason is Reason.COURT and not found.proven,
    }
    notes = tuple(note for note in Note if holds[note])
    return Place(number, reason, notes, found, deadline)


def _urgency(place: Place, debt: Debt) -> tuple[object, ...]:
    """First the reason, then the next deadline, then what is dear, then what is small.

    The number of the row decides at last, so that the order never depends on chance.
    """
    rank = list(Reason).index(place.reason)
    day = place.deadline or date.max
    return rank, day, *debt.dearness, place.number
