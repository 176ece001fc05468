"""A small sample of many columns in which every two values meet."""

from __future__ import annotations

from itertools import combinations
from typing import TypeAlias

Row: TypeAlias = tuple[str, ...]
Pair: TypeAlias = tuple[int, int, str, str]


def pairwise_sample(columns: dict[str, list[str]]) -> list[Row]:
    """A few rows in which every two values of two columns meet; greedy, repeatable."""
    places = list(combinations(range(len(columns)), 2))
    values = list(columns.values())
    left = {
        (one, two, a, b)
        for one, two in places
        for a in values[one]
        for b in values[two]
    }
    rows = []
    while left:
        seed = min(left)
        row: list[str | None] = [None] * len(values)
        row[seed[0]], row[seed[1]] = seed[2], seed[3]
        for place, options in enumerate(values):
            if row[place] is None:
                row[place] = max(options, key=lambda v: _new(left, row, place, v))
        done = tuple(value or "" for value in row)
        left -= {(one, two, done[one], done[two]) for one, two in places}
        rows.append(done)
    return rows


def _new(left: set[Pair], row: list[str | None], place: int, value: str) -> int:
    """How many pairs that are still missing ``value`` would bring at ``place``."""
    count = 0
    for other, there in enumerate(row):
        if there is not None:
            pair = (
                (other, place, there, value)
                if other < place
                else (place, other, value, there)
            )
            count += pair in left
    return count
