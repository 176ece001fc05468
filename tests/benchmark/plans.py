"""How long plans take: ``python -m tests.benchmark.plans``.

Prints milliseconds for the longest plan and for twenty debts; nothing is asserted, for
machines differ.
"""

from __future__ import annotations

import sys
from datetime import date
from decimal import Decimal
from statistics import median
from time import process_time
from typing import Final

from timeline import catalog
from timeline.catalog.series import lpr
from timeline.engine.debts import MOST_DEBTS, debts_plan
from timeline.engine.instalments import MOST_MONTHS, instalments
from timeline.engine.offer import compare
from timeline.engine.repayment import Debt
from timeline.engine.terms import OfferFacts, Option, Terms

RUNS: Final = 9
TODAY: Final = date(2026, 11, 23)
RATE: Final = Decimal("0.1799")


def plan() -> None:
    """Equal instalments over thirty years."""
    instalments(1_000_000_00, RATE, MOST_MONTHS)


def offer() -> None:
    """The same as an offer, with its all-in rate."""
    terms = Terms(
        option=Option.INSTALMENTS,
        sum_fen=1_000_000_00,
        months=MOST_MONTHS,
        annual_rate=RATE,
    )
    facts = OfferFacts(today=TODAY, owed_fen=1_000_000_00, terms=(terms,))
    compare(facts, catalog.norms(), lpr())


def debts() -> None:
    """Twenty debts for ten years, split in five ways."""
    owed = tuple(
        Debt(
            sum_fen=10_000_00 + 123_45 * number,
            annual_rate=RATE + Decimal(number) / 1000,
            overdue_days=(number, number),
            guaranteed=number % 2 == 0,
        )
        for number in range(MOST_DEBTS)
    )
    debts_plan(
        owed, 3_300_00, TODAY, catalog.ruleset(), share_percent=20, old_days=1000
    )


def main() -> None:
    """Print the median of a few runs of each."""
    for task in (plan, offer, debts):
        task()  # data is read once
        took = []
        for _ in range(RUNS):
            start = process_time()
            task()
            took.append(1000 * (process_time() - start))
        sys.stdout.write(f"{task.__doc__}  {median(took):.1f} ms\n")


if __name__ == "__main__":
    main()
