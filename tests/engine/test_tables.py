"""The enumerated tables: every outcome is the one that was looked at and kept."""

from __future__ import annotations

from dataclasses import replace
from difflib import unified_diff
from functools import cache
from itertools import combinations

import pytest

from tests.engine.pairwise import pairwise_sample
from tests.engine.tables import ALL, OUTCOME, TABLES, enumerated, written
from timeline import catalog
from timeline.engine import Band, Ruleset, TimeStage

MOST_ROWS = 100_000
MOST_BYTES = 2 * 1024 * 1024
SHOWN = 30
ACTIONS = OUTCOME.index("actions") - len(OUTCOME)
RIGHTS = OUTCOME.index("rights") - len(OUTCOME)


@pytest.mark.parametrize("name", ALL)
def test_the_table_is_what_was_kept(name: str) -> None:
    difference = _difference(name, catalog.ruleset())
    assert not difference, "\n".join(
        [
            f"{name}.csv differs; if that is meant: python -m tests.engine.tables",
            *difference[:SHOWN],
            f"… {max(0, len(difference) - SHOWN)} more lines",
        ]
    )


def test_the_tables_stay_small_enough_to_be_read() -> None:
    rows = sum(1 for table in ALL.values() for _ in table.facts())
    assert rows <= MOST_ROWS
    assert sum(path.stat().st_size for path in TABLES.glob("*.csv")) <= MOST_BYTES


def test_a_contact_is_shown_no_repayment_in_any_row() -> None:
    words = catalog.words.actions()
    for name in ("legal", "pairs"):
        table = ALL[name]
        role = table.given.index("role")
        for row in _rows(name):
            if row[role] == "contact":
                shown = row[ACTIONS].split()
                assert not [key for key in shown if words[key].repayment], row


def test_every_row_has_something_to_do_and_a_right() -> None:
    for name in ALL:
        for row in _rows(name):
            assert row[ACTIONS], row
            assert row[RIGHTS], row


def test_in_the_sample_every_two_values_of_two_columns_meet() -> None:
    columns = {
        "colour": ["red", "green", "blue"],
        "size": ["small", "large"],
        "shape": ["round", "square", "flat", "long"],
    }
    rows = pairwise_sample(columns)
    for one, two in combinations(range(3), 2):
        names = list(columns)
        met = {(row[one], row[two]) for row in rows}
        assert len(met) == len(columns[names[one]]) * len(columns[names[two]])
    assert len(rows) < 3 * 2 * 4


def test_a_moved_boundary_shows_in_the_table() -> None:
    ruleset = catalog.ruleset()
    bands = list(ruleset.profiles["bank"].bands)
    bands[1:3] = [
        Band(TimeStage.REMINDER, 1, 9, bands[1].cite),
        Band(TimeStage.CONTACT, 9, 15, bands[2].cite),
    ]
    moved = replace(ruleset.profiles["bank"], bands=tuple(bands))
    mutant = replace(ruleset, profiles={**ruleset.profiles, "bank": moved})
    assert _difference("time", mutant)


@cache
def _rows(name: str) -> tuple[tuple[str, ...], ...]:
    return tuple(enumerated(name, catalog.ruleset()))


def _difference(name: str, ruleset: Ruleset) -> list[str]:
    kept = (TABLES / f"{name}.csv").read_text(encoding="utf-8").splitlines()
    found = written(name, ruleset).splitlines()
    if kept == found:
        return []
    return list(unified_diff(kept, found, f"{name}.csv", "the engine", "", "", 0, ""))
