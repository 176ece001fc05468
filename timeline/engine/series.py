"""A rate that is published from time to time, and days for which we know none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from timeline.engine.errors import DataError


class Run(NamedTuple):
    """``percent`` a year from ``since`` up to, not including, ``until``."""

    since: date
    until: date
    percent: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """Runs, oldest first; between them nothing is known."""

    runs: tuple[Run, ...]

    def __post_init__(self) -> None:
        for run in self.runs:
            if run.until <= run.since:
                raise DataError(f"{run.since}: ends before it begins")
        for run, later in pairwise(self.runs):
            if later.since < run.until:
                raise DataError(f"two values on {later.since}")

    def on(self, day: date) -> Decimal | None:
        """The value of a day in percent; ``None`` when we know of none."""
        for run in self.runs:
            if run.since <= day < run.until:
                return run.percent
        return None

    @property
    def highest(self) -> Run:
        """The run with the highest value, the latest of several.

        Raises:
            DataError: The series is empty.
        """
        return max(self._known, key=lambda run: (run.percent, run.since))

    @property
    def lowest(self) -> Run:
        """The run with the lowest value, the latest of several; raises alike."""
        return min(reversed(self._known), key=lambda run: run.percent)

    @property
    def latest(self) -> Run:
        """The last run that we know of; raises as ``highest``."""
        return self._known[-1]

    @property
    def _known(self) -> tuple[Run, ...]:
        if not self.runs:
            raise DataError("a series without any value")
        return self.runs
