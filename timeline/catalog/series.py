"""Series of published rates: when they changed, and where we read it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read
from timeline.engine.errors import DataError
from timeline.engine.series import Run, Series


@dataclass(frozen=True, slots=True)
class RunRecord:
    """One value, a decimal in quotes, from its publication to the next."""

    since: date
    until: date
    percent: str


@dataclass(frozen=True, slots=True)
class SeriesRecord:
    """A series as its file has it."""

    title: str
    source: str
    url: str
    checked: date
    runs: tuple[RunRecord, ...]


@cache
def lpr_record() -> SeriesRecord:
    """The one-year LPR as written."""
    return read(DATA / "series" / "lpr.toml", SeriesRecord)


def lpr_figures(multiple: int) -> dict[str, str]:
    """For texts: so many times the lowest, highest and latest LPR that we know of.

    ``lowest``, ``highest``, ``latest`` are the multiples, ``percent`` and ``month``
    the latest value itself and when it was published.
    """
    known = lpr()
    latest = known.latest
    return {
        "lowest": _percent(known.lowest.percent * multiple),
        "highest": _percent(known.highest.percent * multiple),
        "latest": _percent(latest.percent * multiple),
        "percent": _percent(latest.percent),
        "month": f"{latest.since.year}年{latest.since.month}月",
    }


def _percent(percent: Decimal) -> str:
    """A published figure: ``3.00`` is ``3%``."""
    return f"{percent.normalize():f}%"


@cache
def lpr() -> Series:
    """The one-year LPR as the engine takes it.

    Raises:
        DataError: A value is no number, or two hold on one day.
    """
    try:
        runs = [
            Run(run.since, run.until, Decimal(run.percent)) for run in lpr_record().runs
        ]
    except InvalidOperation as error:
        raise DataError("lpr.toml: a percentage is no number") from error
    return Series(tuple(runs))
