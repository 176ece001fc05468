"""How long an assessment takes: ``python -m tests.benchmark.assess``.

Prints the median of several runs in microseconds, each with its full trace, and the
speed of the enumerated tables.  Nothing here is asserted: machines differ.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter, process_time
from typing import Final

from tests.engine.tables import ALL, enumerated
from timeline import catalog
from timeline.engine import Agreement, Facts, LenderKind, Paper, PaperKind, Role, assess

TODAY: Final = date(2026, 11, 23)
RUNS: Final = 15
REPEATS: Final = 1000
TYPICAL: Final = {
    "nine days, no papers": Facts(
        role=Role.BORROWER,
        today=TODAY,
        product="renxingdai",
        due_date=date(2026, 11, 14),
        papers=(),
    ),
    "nothing known": Facts(role=Role.BORROWER, today=TODAY),
    "contact, refused": Facts(
        role=Role.CONTACT,
        today=TODAY,
        lender_kind=LenderKind.MICRO_LOAN,
        overdue_days=(14, 21),
        contact_called=True,
        contact_refused=True,
        papers=(),
    ),
    "three papers, broken agreement": Facts(
        role=Role.BORROWER,
        today=TODAY,
        lender_kind=LenderKind.BANK,
        due_date=date(2026, 6, 1),
        principal_fen=3_000_000,
        agreement=Agreement.BROKEN,
        papers=(
            Paper(kind=PaperKind.COMPLAINT_COPY, received=date(2026, 11, 16)),
            Paper(
                kind=PaperKind.SUMMONS,
                hearing=date(2026, 12, 8),
                verified=True,
            ),
            Paper(kind=PaperKind.ASSET_FREEZE, received=date(2026, 11, 20)),
        ),
    ),
}


def main() -> None:
    """Print one line for each of the typical facts and for each table."""
    ruleset = catalog.ruleset()
    for name, facts in TYPICAL.items():
        micros = _median(lambda facts=facts: assess(facts, ruleset))
        sys.stdout.write(f"{name}: {micros:.1f} µs (median of {RUNS} runs)\n")
    rows, seconds = 0, 0.0
    for name in ALL:
        start = perf_counter()
        count = sum(1 for _ in enumerated(name, ruleset))
        taken = perf_counter() - start
        rows, seconds = rows + count, seconds + taken
        sys.stdout.write(f"{name}: {count} rows, {taken:.2f} s\n")
    sys.stdout.write(
        f"tables: {rows} rows, {seconds:.2f} s, {rows / seconds:.0f} rows/s\n"
    )


def _median(work: Callable[[], object]) -> float:
    """Microseconds of one core for one call; what else the machine does is not ours."""
    times = []
    for _ in range(RUNS):
        start = process_time()
        for _ in range(REPEATS):
            work()
        times.append((process_time() - start) / REPEATS * 1e6)
    return median(times)


if __name__ == "__main__":
    main()
