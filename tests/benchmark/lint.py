"""How long the linter takes, and what it finds: ``python -m tests.benchmark.lint``.

Prints recall and false alarms by kind, and milliseconds by length of the text: twice
the text should take twice the time.  Nothing here is asserted: machines differ.
"""

from __future__ import annotations

import sys
from statistics import median
from time import process_time
from typing import Final

from tests.engine.lint.drafts import check, kinds, seeded
from timeline.engine.lint import Kind

RUNS: Final = 5
LENGTHS: Final = (12_500, 25_000, 50_000, 100_000)
FULL: Final = "".join(case.text for case in seeded())
TEXTS: Final = {
    "the corpus again and again": FULL,
    "one sentence without end": FULL.replace("。", "").replace("\n", ""),
    "one character": "我",
    "half a promise": "我会在",
    "digits": "1",
    "open quotation marks": "「",
}


def milliseconds(text: str) -> float:
    """The median of a few runs."""
    took = []
    for _ in range(RUNS):
        start = process_time()
        check(text, "micro-loan")
        took.append(process_time() - start)
    return 1000 * median(took)


def main() -> None:
    """Print the figures."""
    out = sys.stdout.write
    for kind in Kind:
        faults = [case for case in seeded() if case.kind is kind and case.faulty]
        alike = [case for case in seeded() if case.kind is kind and not case.faulty]
        hit = sum(kind in kinds(case.text, case.lender_kind) for case in faults)
        alarms = sum(kind in kinds(case.text, case.lender_kind) for case in alike)
        out(f"{kind:24} {hit}/{len(faults)} found, {alarms}/{len(alike)} alarms\n")
    for name, text in TEXTS.items():
        took = []
        for length in LENGTHS:
            long = (text * (length // len(text) + 1))[:length]
            took.append(f"{milliseconds(long):7.0f}")
        out(f"{name:28} {' '.join(took)} ms for {LENGTHS} characters\n")


if __name__ == "__main__":
    main()
