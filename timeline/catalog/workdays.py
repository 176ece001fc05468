"""Days off and shifted working days, from the yearly notices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read
from timeline.engine import Workdays
from timeline.engine.errors import DataError
from timeline.engine.workdays import DAY


@dataclass(frozen=True, slots=True)
class Holiday:
    """Days off in a row, both ends included."""

    name: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class YearRecord:
    """One year's notice; ``shifted`` are the weekend days on which people work."""

    notice: str
    announced: date
    checked: date
    shifted: tuple[date, ...]
    holidays: tuple[Holiday, ...]


@cache
def year_records() -> Mapping[int, YearRecord]:
    """Every year whose notice was read."""
    found = {}
    for path in sorted((DATA / "workdays").glob("*.toml")):
        year, record = int(path.stem), read(path, YearRecord)
        days = [*record.shifted, *_days_off(record)]
        if any(day.year != year for day in days):
            raise DataError(f"{path.name}: a day of another year")
        found[year] = record
    return found


@cache
def workdays() -> Workdays:
    """The calendar for the engine."""
    records = year_records()
    return Workdays(
        years=frozenset(records),
        holidays=frozenset(d for record in records.values() for d in _days_off(record)),
        shifted=frozenset(d for record in records.values() for d in record.shifted),
    )


def _days_off(record: YearRecord) -> list[date]:
    days = []
    for holiday in record.holidays:
        if holiday.first > holiday.last:
            raise DataError(f"{holiday.name}: ends before it begins")
        length = (holiday.last - holiday.first).days + 1
        days += [holiday.first + number * DAY for number in range(length)]
    return days
