"""Which of several debts first, and why: by papers, by whom it reaches, by rate.

The order is our own; no rule sets it.  A rate nobody told is not taken for nothing:
until it is known, such a debt stands before the first larger one whose interest runs,
for a small one is cleared soon, so that a wrong guess costs little; and it stands
before every debt on which none runs.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from timeline.engine.assess import Assessment, assess
from timeline.engine.cost import LEAST_YEARLY
from timeline.engine.deadlines import PERIODS, Deadline
from timeline.engine.errors import FactsError
from timeline.engine.facts import Facts, Paper, Role
from timeline.engine.norms import Unit
from timeline.engine.repayment import Debt
from timeline.engine.ruleset import Ruleset
from timeline.engine.stages import LegalStage


class Reason(StrEnum):
    """Why a debt stands where it stands, most urgent first."""

    ENFORCEMENT = "enforcement"
    COURT = "court"  # another paper that a court or tribunal may have sent
    BACKED = "backed"  # a guarantor, or a thing given as security
    DEAR = "dear"  # dearer than one behind it
    RUNNING = "running"  # interest runs, and there is nothing to compare it with
    SLOW = "slow"  # of all known rates it has the lowest
    UNTOLD = "untold"  # nobody told its rate; it stands before a larger one
    UNTOLD_LARGE = "untold-large"  # the same, but those before it are no larger
    UNTOLD_ONLY = "untold-only"  # the same, with nothing of its kind to compare it with
    SMALL = "small"  # no interest runs, the smallest first
    ALONE = "alone"  # the only debt, and no interest is known to run


class Note(StrEnum):
    """What else to know of one debt, in the order of the page."""

    MISSED = "missed"
    UNDATED = "undated"
    OLD = "old"  # so long overdue that a payment may give a defence away
    SALARY_ACCOUNT = "salary-account"
    GUARANTOR = "guarantor"
    SECURED = "secured"
    RATE_UNKNOWN = "rate-unknown"
    RATE_SMALL = "rate-small"  # below 1 % a year: more often a rate of the day
    UNVERIFIED = "unverified"


class Place(NamedTuple):
    """One debt in our order; ``number`` is its place in the question.

    Attributes:
        papers: Those of the debt, as a deadline counts them.
        due: The next step with a day, and ``day``, by which it should be done.
        missed: Steps whose day is over.  ``undated``: those whose day is not known.
    """

    number: int
    reason: Reason
    notes: tuple[Note, ...]
    assessment: Assessment
    papers: tuple[Paper, ...]
    due: Deadline | None
    day: date | None
    missed: tuple[Deadline, ...]
    undated: tuple[Deadline, ...]


def in_order(
    debts: tuple[Debt, ...], today: date, ruleset: Ruleset, old_days: int
) -> tuple[Place, ...]:
    """Every debt in its place, most urgent first; ``old_days`` make one an old one.

    Raises:
        FactsError: A debt contradicts itself; the field is that of its row.
    """
    found = sorted(
        (
            _place(number, debt, today, ruleset, old_days)
            for number, debt in enumerate(debts)
        ),
        key=_urgency,
    )
    places = [
        place
        for _, alike in groupby(found, key=_urgency)
        for place in _by_cost(list(alike), debts)
    ]
    return tuple(
        place._replace(reason=_compared(places, at, debts))
        for at, place in enumerate(places)
    )


def _place(
    number: int, debt: Debt, today: date, ruleset: Ruleset, old_days: int
) -> Place:
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
    dated = [step for step in found.deadlines if step.safe_date and not step.passed]
    due = min(dated, key=lambda step: _day(step, today), default=None)
    missed = tuple(step for step in found.deadlines if step.passed)
    undated = tuple(step for step in found.deadlines if step.safe_date is None)
    reason = _reason(found.legal_stage, debt)
    in_court = reason in (Reason.ENFORCEMENT, Reason.COURT)
    papers = debt.papers or ()
    holds = {
        Note.MISSED: bool(missed),
        Note.UNDATED: any(_counted(step, papers, ruleset) for step in undated),
        Note.OLD: _old(found, debt, old_days),
        Note.SALARY_ACCOUNT: debt.salary_account is True,
        Note.GUARANTOR: debt.guaranteed is True,
        Note.SECURED: debt.secured is True,
        Note.RATE_UNKNOWN: debt.annual_rate is None,
        Note.RATE_SMALL: 0 < (debt.annual_rate or 0) * 100 < LEAST_YEARLY,
        Note.UNVERIFIED: in_court and not found.proven,
    }
    return Place(
        number=number,
        reason=reason,
        notes=tuple(note for note in Note if holds[note]),
        assessment=found,
        papers=papers,
        due=due,
        day=_day(due, today) if due else None,
        missed=missed,
        undated=undated,
    )


def _old(found: Assessment, debt: Debt, old_days: int) -> bool:
    """Perhaps older than the limitation period, and no judgment has settled it."""
    settled = found.legal_stage in (LegalStage.JUDGMENT, LegalStage.ENFORCEMENT)
    days = debt.overdue_days
    return days is not None and days[1] >= old_days and not settled


def _counted(step: Deadline, papers: tuple[Paper, ...], ruleset: Ruleset) -> bool:
    """Whether the day of receipt would give the step its last day."""
    kind = papers[step.paper].opens
    return any(
        period.key == step.key
        and kind in period.papers
        and ruleset.units[period.norm] is not Unit.STATED
        for period in PERIODS
    )


def _day(step: Deadline, today: date) -> date:
    """By when to act: the unrolled day, until it is over."""
    safe = step.safe_date or date.max
    return safe if safe >= today else step.rolled_date or today


def _reason(stage: LegalStage, debt: Debt) -> Reason:
    """By the debt alone; ``_compared`` sees the others."""
    if stage is LegalStage.ENFORCEMENT:
        return Reason.ENFORCEMENT
    if stage is not LegalStage.NONE:
        return Reason.COURT
    if debt.guaranteed or debt.secured:
        return Reason.BACKED
    return Reason.SMALL if debt.annual_rate == 0 else Reason.DEAR


def _compared(places: Sequence[Place], at: int, debts: tuple[Debt, ...]) -> Reason:
    """What is true of the debt at this place; ``places`` stand in our order."""
    reason = places[at].reason
    if reason not in (Reason.DEAR, Reason.SMALL):
        return reason
    ordered = [debts[place.number] for place in places]
    rate = ordered[at].annual_rate
    if not rate and len(places) == 1:
        return Reason.ALONE
    if reason is Reason.SMALL:
        return reason
    if rate is None:
        return _untold(places, at, ordered)
    known = [debt.annual_rate for debt in ordered if debt.annual_rate is not None]
    behind = (debt.annual_rate for debt in ordered[at + 1 :])
    if any(other is not None and other < rate for other in behind):
        return Reason.DEAR
    return Reason.SLOW if min(known) == rate < max(known) else Reason.RUNNING


def _untold(places: Sequence[Place], at: int, ordered: Sequence[Debt]) -> Reason:
    """Where a debt stands whose rate nobody told, among those on which it may run."""
    alike = [place.reason is Reason.DEAR for place in places]
    if any(
        same and debt.sum_fen > ordered[at].sum_fen
        for same, debt in zip(alike[at + 1 :], ordered[at + 1 :], strict=True)
    ):
        return Reason.UNTOLD
    return Reason.UNTOLD_LARGE if any(alike[:at]) else Reason.UNTOLD_ONLY


def _urgency(place: Place) -> tuple[int, int, date]:
    """First the reason, then the next day; what is alike in both is told by its cost.

    A day that can still be kept comes first, then one that nobody knows, for it may be
    the nearest of all; then one that is over, for what was missed may be lost already.
    """
    rank = list(Reason).index(place.reason)
    open_day = Note.UNDATED in place.notes
    kept = 0 if place.day else 1 if open_day else 2 if place.missed else 3
    return rank, kept, place.day or date.max


def _by_cost(alike: Sequence[Place], debts: tuple[Debt, ...]) -> list[Place]:
    """What is dear first, then what is small; untold rates by their size.

    The number of the row decides at last, so that the order never depends on chance.
    """

    def standing(place: Place) -> tuple[object, ...]:
        return *debts[place.number].dearness, place.number

    found: list[Place] = []
    for place in sorted(alike, key=standing):
        debt = debts[place.number]
        larger = (
            at
            for at, other in enumerate(found)
            if debts[other.number].annual_rate
            and debts[other.number].sum_fen > debt.sum_fen
        )
        untold = debt.annual_rate is None
        found.insert(next(larger, len(found)) if untold else len(found), place)
    return found
