"""The court's scales of fees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read_tables
from timeline.engine.court_cost import Band, FeeScale
from timeline.engine.errors import DataError


@dataclass(frozen=True, slots=True)
class BandRecord:
    """``percent`` of what lies over ``over`` 元."""

    over: int
    percent: str


@dataclass(frozen=True, slots=True)
class FeeRecord:
    """One scale, in 元, with its source."""

    name: str
    cite: str
    since: date
    checked: date
    least: int
    bands: tuple[BandRecord, ...]
    most: int | None = None

    def __post_init__(self) -> None:
        self.scale()

    def scale(self) -> FeeScale:
        """The scale as the engine takes it, in fen.

        Raises:
            DataError: A percentage is no number, or the bands do not rise.
        """
        try:
            bands = [
                Band(band.over * 100, Decimal(band.percent) / 100)
                for band in self.bands
            ]
        except InvalidOperation as error:
            raise DataError("a percentage is no number") from error
        most = None if self.most is None else self.most * 100
        return FeeScale(self.least * 100, tuple(bands), most, self.cite)


@cache
def fee_records() -> Mapping[str, FeeRecord]:
    """The scales as written, by key."""
    return read_tables(DATA / "court-fees.toml", FeeRecord)


@cache
def fee_scales() -> Mapping[str, FeeScale]:
    """The scales as the engine takes them."""
    return {key: record.scale() for key, record in fee_records().items()}
