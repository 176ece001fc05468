"""An act is held against a norm from its first day on, and not a day before.

The days are those of the texts, put down here a second time for a lawyer to check.
"""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.engine.conduct.asking import event, judged

FIRST_DAYS = {
    "harassment-penalty": ("psapl-2012:42", "2013-01-01", "bank", "threat"),
    "harassment-penalty (2025)": ("psapl-2025:50", "2026-01-01", "bank", "threat"),
    "no-insult": ("civil-code:1024", "2021-01-01", "bank", "insult"),
    "no-indignity": ("civil-code:991", "2021-01-01", "bank", "insult"),
    "right-to-be-told": ("consumer-law:8", "2014-03-15", "bank", "private-account"),
    "told-who-processes": ("pipl:17", "2021-11-01", "bank", "withheld-identity"),
    "forbidden-means-bank": (
        "bank-consumer-protection:41",
        "2023-03-01",
        "bank",
        "threat",
    ),
    "forbidden-means-association": (
        "cba-guideline:prohibited",
        "2026-01-30",
        "bank",
        "threat",
    ),
    "forbidden-means-consumer-finance": (
        "consumer-finance-measures:collection",
        "2024-04-18",
        "consumer-finance",
        "threat",
    ),
    "forbidden-means-micro-loan": (
        "micro-loan-measures:37",
        "2025-01-17",
        "micro-loan",
        "threat",
    ),
}


def cited(day: date, lender: str, said: str) -> set[str]:
    """Everything that one act of one day is held against."""
    act = event(f"{day}T10:00", answered=True, said=[said])
    found = judged(act, lender_kind=lender)["findings"]
    return {one["cite"] for one in found}


@pytest.mark.parametrize("norm", FIRST_DAYS)
def test_a_norm_counts_from_its_first_day(norm):
    cite, first, lender, said = FIRST_DAYS[norm]
    day = date.fromisoformat(first)
    assert cite in cited(day, lender, said)
    assert cite not in cited(day - timedelta(1), lender, said)
