"""The court's scales of fees."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from functools import cache

from timeline.catalog.files import DATA
from timeline.catalog.records import read_tables
from timeline.engine.court_cost import ACCEPTANCE, PARTS, Band, FeeScale
from timeline.engine.errors import DataError


@dataclass(frozen=True, slots=True)
class BandRecord:
    """``percent`` of what lies over ``over`` 元."""

    over: int
    percent: str


@dataclass(frozen=True, slots=True)
class FeeRecord:
    """One scale, in 元, with its source; ``parts`` are fees that divide this one."""

    name: str
    cite: str
    since: date
    checked: date
    least: int
    bands: tuple[BandRecord, ...]
    most: int | None = None
    parts: Mapping[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.scale()

    def scale(self) -> FeeScale:
        """The scale as the engine takes it, in fen.

        Raises:
            DataError: A percentage is no number, the bands do not rise, or a part
                divides by nothing.
        """
        try:
            bands = [
                Band(band.over * 100, Decimal(band.percent) / 100)
                for band in self.bands
            ]
        except InvalidOperation as error:
            raise DataError("a percentage is no number") from error
        if any(divisor <= 0 for divisor in self.parts.values()):
            raise DataError("a part divides by nothing")
        most = None if self.most is None else self.most * 100
        return FeeScale(
            self.least * 100, tuple(bands), most, self.since, dict(self.parts)
        )


@cache
def fee_records() -> Mapping[str, FeeRecord]:
    """The scales as written, by key."""
    return read_tables(DATA / "court-fees.toml", FeeRecord)


@cache
def fee_scales() -> Mapping[str, FeeScale]:
    """The scales as the engine takes them.

    Raises:
        DataError: The parts of the acceptance fee are not those of the engine.
    """
    if odd := set(fee_records()[ACCEPTANCE].parts) ^ set(PARTS):
        raise DataError(f"court-fees.toml: parts and the engine differ: {sorted(odd)}")
    return {key: record.scale() for key, record in fee_records().items()}
