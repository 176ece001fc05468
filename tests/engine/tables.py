"""The enumerated tables: outcome keys for tens of thousands of facts, as sorted CSV.

``python -m tests.engine.tables`` writes ``tests/cases/tables`` anew; look at the
difference before you keep it.  Runs of days with one outcome are written as a range,
and ``next`` as the day of the debt on which the next band begins.
"""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

from tests.engine.enumerations import (
    LEGAL_GIVEN,
    PAIRS_GIVEN,
    legal_facts,
    pairs_facts,
    time_facts,
)
from tests.engine.pairwise import Row
from timeline import catalog
from timeline.engine import Assessment, Facts, Ruleset, assess

TABLES: Final = Path(__file__).resolve().parents[1] / "cases" / "tables"


class Table(NamedTuple):
    """A table's columns, and how its facts are enumerated and its rows folded."""

    given: Row
    facts: Callable[[], Iterator[tuple[Row, Facts]]]
    fold: Callable[[Iterable[Row]], Iterable[Row]] = sorted


def _ranges(rows: Iterable[Row]) -> list[Row]:
    """Consecutive days with one outcome as one row: first and last day."""
    folded = []
    for (head, outcome), run in groupby(rows, key=lambda row: (row[:3], row[4:])):
        days = [row[3] for row in run]
        folded.append((*head, days[0], days[-1], *outcome))
    return sorted(folded, key=lambda row: (*row[:3], int(row[3])))


ALL: Final = {
    "time": Table(
        ("profile", "agreement", "amount", "first_day", "last_day"), time_facts, _ranges
    ),
    "legal": Table(LEGAL_GIVEN, legal_facts),
    "pairs": Table(PAIRS_GIVEN, pairs_facts),
}
OUTCOME: Final = (
    "time_stages",
    "paused",
    "legal_stage",
    "proven_stage",
    "headline_stage",
    "confidence",
    "next",
    "deadlines",
    "findings",
    "actions",
    "rights",
    "ask",
    "unknown",
)


def outcome(facts: Facts, found: Assessment) -> Row:
    """An answer as keys, one column for each of ``OUTCOME``."""
    upcoming = ""
    if found.next and found.days:
        day = (found.next.start - facts.today).days + found.days[1]
        upcoming = f"{found.next.stage} {day}"
    dates = [
        f"{row.key}={row.safe_date}/{row.rolled_date}{'!' if row.passed else ''}"
        for row in found.deadlines
    ]
    return (
        " ".join(found.time_stages),
        "paused" if found.paused else "",
        str(found.legal_stage),
        str(found.proven_stage),
        str(found.headline_stage or ""),
        str(found.confidence),
        upcoming,
        " ".join(dates),
        " ".join(found.findings),
        " ".join(found.actions),
        " ".join(found.rights),
        found.ask or "",
        " ".join(found.unknown),
    )


def enumerated(name: str, ruleset: Ruleset) -> Iterator[Row]:
    """Every row of a table before it is folded."""
    for given, facts in ALL[name].facts():
        yield (*given, *outcome(facts, assess(facts, ruleset)))


def written(name: str, ruleset: Ruleset) -> str:
    """The table as its CSV file has it."""
    table = ALL[name]
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow((*table.given, *OUTCOME))
    writer.writerows(table.fold(enumerated(name, ruleset)))
    return text.getvalue()


def main() -> None:
    """Write all three files and say how long they are."""
    TABLES.mkdir(exist_ok=True)
    for name in ALL:
        text = written(name, catalog.ruleset())
        (TABLES / f"{name}.csv").write_text(text, encoding="utf-8")
        sys.stdout.write(f"{name}.csv: {text.count(chr(10)) - 1} rows\n")


if __name__ == "__main__":
    main()
