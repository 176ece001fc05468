"""How messages are read, and how long it takes: ``python -m tests.benchmark.message``.

Prints the confusion table of each labelled set, and milliseconds by length of the
text: twice the text should take twice the time.  Nothing here is asserted.
"""

from __future__ import annotations

import sys
from statistics import median
from time import process_time
from typing import Final

from tests.engine.message.messages import SETS, confusion, messages, read
from timeline.engine.message import Kind

RUNS: Final = 3
LENGTHS: Final = (12_500, 25_000, 50_000, 100_000)
TEXTS: Final = {
    "every message": "\n".join(m.text for name in SETS for m in messages(name)),
    "without an end": "".join(m.text for m in messages("real")).replace("。", ""),
    "one letter": "a",
    "labels without end": "a.",
    "open brackets": "【(2026)浙",
    "digits": "1",
    "half a payment": "转账到",
    "separators": "法.",
    "schemes": "http://a@",
}


def milliseconds(text: str) -> float:
    """The median of a few runs."""
    took = []
    for _ in range(RUNS):
        start = process_time()
        read(text)
        took.append(process_time() - start)
    return 1000 * median(took)


def main() -> None:
    """Print the figures."""
    out = sys.stdout.write
    kinds = list(Kind)
    for name in SETS:
        table = confusion(name)
        right = sum(count for (a, b), count in table.items() if a == b)
        out(
            f"{name}: {right} of {table.total()} right; rows: label, columns: read as\n"
        )
        out(" " * 21 + "".join(f"{kind[:10]:>11}" for kind in kinds) + "\n")
        for wanted in kinds[:-1]:
            row = "".join(f"{table[wanted, found]:11}" for found in kinds)
            out(f"{wanted:21}{row}\n")
    for name, text in TEXTS.items():
        took = []
        for length in LENGTHS:
            long = (text * (length // len(text) + 1))[:length]
            took.append(f"{milliseconds(long):7.0f}")
        out(f"{name:20} {' '.join(took)} ms for {LENGTHS} characters\n")


if __name__ == "__main__":
    main()
