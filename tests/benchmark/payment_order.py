"""How objections are read: ``python -m tests.benchmark.payment_order``.

Prints, for each set of labelled texts, how many are read as labelled, and how many that
only speak of inability pass as contesting (alone, or beside it); then milliseconds for
the longest draft a page takes.  ``unseen-sentences`` is the set that no marker was ever
changed for.  Nothing here is asserted.
"""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path
from time import process_time
from typing import Final

from timeline.catalog.payment_order import grammar
from timeline.engine.payment_order import Reading, Verdict, read_objection

CASES: Final = Path("tests/cases/payment-order")
SETS: Final = (
    *("sentences", "further-sentences", "later-sentences"),
    "unseen-sentences",
)
LABELS: Final = {
    "contests": Verdict.CONTESTS,
    "ability": Verdict.ABILITY_ONLY,
    "mixed": Verdict.MIXED,
    "unclear": Verdict.UNCLEAR,
}
LONGEST: Final = 20_000


def reading(text: str) -> Reading:
    """A draft, as the product reads it."""
    return read_objection(text, grammar())


def main() -> None:
    """Print the figures."""
    for name in SETS:
        cases = tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))
        found = {
            label: [reading(text).verdict for text in texts]
            for label, texts in cases.items()
        }
        right = {label: found[label].count(LABELS[label]) for label in found}
        passing = [found["ability"].count(v) for v in (Verdict.CONTESTS, Verdict.MIXED)]
        parts = ", ".join(f"{k} {n}/{len(found[k])}" for k, n in right.items())
        total = sum(map(len, found.values()))
        sys.stdout.write(
            f"{name}: {sum(right.values())}/{total} ({parts}); inability read as "
            f"contesting {passing[0]}, as mixed {passing[1]}\n"
        )
    for what, unit in {
        "one clause": "我",
        "sentences": "我没有钱还利息，请求分期。",
        "quotes": "他说「",
        "suppositions": "如果如果",
        "negations": "没有没有不是说过",
    }.items():
        text = (unit * LONGEST)[:LONGEST]
        begun = process_time()
        reading(text)
        taken = 1000 * (process_time() - begun)
        sys.stdout.write(f"{LONGEST} characters, {what}: {taken:.0f} ms\n")


if __name__ == "__main__":
    main()
