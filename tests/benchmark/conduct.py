"""How long a log takes, and how often real incidents agree with the collection.

``python -m tests.benchmark.conduct`` prints; nothing here is asserted.
"""

from __future__ import annotations

import sys
from statistics import median
from time import perf_counter
from typing import Final

from tests.engine.conduct.asking import TODAY, event, judged, real_cases
from timeline.tools.conduct.ask import answer

RUNS: Final = 15


def log(size: int) -> list[dict[str, object]]:
    """So many contacts over three weeks, with something said in each."""
    people = ["borrower", "contact", "family"]
    return [
        event(
            f"2026-11-{1 + n // 10:02}T{n % 24:02}:{n % 60:02}",
            to=people[n % 3],
            answered=True,
            mode="conversation",
            said=["threat", "debt-details"],
        )
        for n in range(size)
    ]


def milliseconds(size: int) -> float:
    """The median of several runs."""
    events, took = log(size), []
    for _ in range(RUNS):
        start = perf_counter()
        judged(*events)
        took.append((perf_counter() - start) * 1000)
    return median(took)


def main() -> None:
    """Print the figures."""
    for size in (1, 10, 200):
        sys.stdout.write(f"{size} contacts: {milliseconds(size):.1f} ms\n")
    cases = real_cases()
    agreeing = [c for c in cases if answer(c["given"], TODAY)["overall"] == c["judged"]]
    sys.stdout.write(f"real incidents: {len(agreeing)} of {len(cases)} agree\n")


if __name__ == "__main__":
    main()
