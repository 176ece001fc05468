"""Answers outlive the day they were written for, and old checks are found."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.engine.golden import TODAY, cases
from timeline import catalog
from timeline.tools.assess.ask import answer

REVIEW_AFTER = timedelta(180)
ACCEPTED = [case for case in cases() if not case.refused]


@pytest.mark.parametrize("ahead", [30, 90, 365])
def test_every_case_still_has_an_answer_later(ahead: int) -> None:
    for case in ACCEPTED:
        given = dict(case.given)
        given["today"] = (case.today + timedelta(ahead)).isoformat()
        if given.get("due_date"):
            given.pop("overdue_days", None)
        found = answer(given, TODAY)
        assert found["actions"], case.name
        assert found["rights"], case.name


@pytest.mark.parametrize("ahead", [30, 90, 365])
def test_no_rule_that_holds_today_runs_out_unnoticed(ahead: int) -> None:
    assert expiring(TODAY, TODAY + timedelta(ahead)) == []


def test_no_norm_was_checked_more_than_180_days_before_the_release() -> None:
    assert overdue_for_review(TODAY) == []


def test_a_norm_that_nobody_checks_is_listed_in_the_end() -> None:
    assert overdue_for_review(TODAY + timedelta(365)) == sorted(catalog.norms())


def test_later_the_holidays_of_2027_are_still_said_to_be_unknown() -> None:
    paper = {"kind": "judgment", "received": "2027-01-20"}
    given = {"role": "borrower", "today": "2027-02-01", "papers": [paper]}
    (row,) = answer(given, TODAY)["deadlines"]
    assert row["safe_date"] == "2027-02-04"
    assert row["rolled_date"] is None
    assert row["calendar_known"] is False


def expiring(today: date, later: date) -> list[str]:
    """Norms that apply today and no longer on the later day."""
    now, then = catalog.norms().on(today), catalog.norms().on(later)
    return sorted(set(now) - set(then))


def overdue_for_review(day: date) -> list[str]:
    """Norms of which some version was last checked more than 180 days before."""
    return sorted(
        key
        for key, record in catalog.norm_records().items()
        if any(day - version.checked > REVIEW_AFTER for version in record.versions)
    )
