"""How long the calculators take.

``python -m tests.benchmark.money`` prints; nothing here is asserted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date
from statistics import median
from time import perf_counter
from typing import Any, Final

from timeline.tools.cost import ask as cost
from timeline.tools.court_cost import ask as court_cost
from timeline.tools.rate import ask as rate

RUNS: Final = 9
TODAY: Final = date(2026, 11, 23)
OVERDUE: Final = {
    "principal": "50000",
    "rate": "18",
    "penalty": "uplift",
    "penalty_figure": "50",
    "lender_total": "90000",
}
LOAN: Final = {"received": "300000", "received_on": "2026-01-15"}
PLAN: Final = {"instalment": "2000", "first_on": "2026-02-15"}
QUESTIONS: Final[tuple[tuple[str, Any, dict[str, Any]], ...]] = (
    ("rate, 12 instalments", rate, LOAN | PLAN | {"count": 12, "instalment": "27000"}),
    ("rate, 360 instalments", rate, LOAN | PLAN | {"count": 360}),
    ("cost, half a year, 4 readings", cost, OVERDUE | {"due_date": "2026-05-10"}),
    ("cost, ten years, 4 readings", cost, OVERDUE | {"due_date": "2016-12-10"}),
    ("court-cost", court_cost, {"sum": "50000"}),
)


def milliseconds(ask: Callable[[], object]) -> float:
    """The median of several runs."""
    took = []
    for _ in range(RUNS):
        start = perf_counter()
        ask()
        took.append((perf_counter() - start) * 1000)
    return median(took)


def main() -> None:
    """Print the figures."""
    for name, tool, question in QUESTIONS:
        tool.answer(question, TODAY)  # reads the data once
        took = milliseconds(lambda tool=tool, q=question: tool.answer(q, TODAY))
        sys.stdout.write(f"{name}: {took:.1f} ms\n")


if __name__ == "__main__":
    main()
