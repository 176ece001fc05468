"""Conditions of rules that take more than one line to say."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from timeline.engine.stages import PaperKind, TimeStage
from timeline.engine.standing import Standing

REPAIR_WINDOW_NORM: Final = "one-off-repair-deadline"
REPAIR_COVER_NORM: Final = "one-off-repair-last-default"
REPAIR_NORMS: Final = (REPAIR_WINDOW_NORM, REPAIR_COVER_NORM)
LIMITATION_NORM: Final = "limitation-years"
DAYS_A_YEAR: Final = 365
EARLY: Final = frozenset({TimeStage.REMINDER, TimeStage.CONTACT})


def _sum_matters(s: Standing) -> bool:
    return (
        s.facts.principal_fen is not None
        and not s.paused
        and not s.is_contact
        and not EARLY.isdisjoint(s.stages)
    )


def small_sum(s: Standing) -> bool:
    """A small sum, early on: said to delay calls to contacts."""
    return _sum_matters(s) and (s.facts.principal_fen or 0) <= s.profile.small_sum_fen


def large_sum(s: Standing) -> bool:
    """A large sum, early on: said to bring them forward."""
    return _sum_matters(s) and (s.facts.principal_fen or 0) >= s.profile.large_sum_fen


def called_early(s: Standing) -> bool:
    """Contacts were called although no possible day lies in their band."""
    start = s.profile.band(TimeStage.CONTACT).start
    return bool(
        s.facts.contact_called
        and s.high is not None
        and start is not None
        and s.high < start
    )


def repair_window_over(s: Standing) -> bool:
    """The one-off repair of credit records can no longer be had for this default.

    Defaults after the last day it covered were never in it; for them it is no news.
    """
    deadline = s.norms.get(REPAIR_WINDOW_NORM)
    covered = s.norms.get(REPAIR_COVER_NORM)
    if deadline is None or covered is None:
        return s.owing  # the rule is then skipped, and the norm named as unknown
    if not isinstance(deadline.value, date) or not isinstance(covered.value, date):
        return False
    since = None if s.high is None else s.facts.today - timedelta(s.high - 1)
    was_covered = since is None or since <= covered.value
    return s.owing and was_covered and s.facts.today > deadline.value


def old_debt(s: Standing) -> bool:
    """So long overdue that a promise or a payment may give a defence away."""
    version = s.norms.get(LIMITATION_NORM)
    if version is None or not isinstance(version.value, int):
        return s.low is not None and s.owing
    return s.low is not None and s.low >= version.value * DAYS_A_YEAR


def mediation_confirmed(s: Standing) -> bool:
    """A court has confirmed the agreement: it can be enforced."""
    return any(p.live and p.confirmed for p in s.facts.papers or ())


def paper_before_due(s: Standing) -> bool:
    """A paper arrived before the payment was even due."""
    due = s.facts.due_date
    papers = s.facts.papers or ()
    return due is not None and any(p.received and p.received < due for p in papers)


def agreement_due_passed(s: Standing) -> bool:
    """An agreement is called kept although its next date lies behind."""
    day = s.facts.agreement_next_due
    return s.paused and day is not None and day < s.facts.today


def freeze_unclear(s: Standing) -> bool:
    """A freeze of which it is not known whether it secures or enforces."""
    return any(
        p.live and p.kind is PaperKind.ASSET_FREEZE and p.freeze is None
        for p in s.facts.papers or ()
    )


def copy_missing(s: Standing) -> bool:
    """Court papers, but not the copy of the complaint that starts the clock."""
    return PaperKind.COMPLAINT_COPY not in s.kinds
