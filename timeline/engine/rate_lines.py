"""Which lines are there for the yearly cost of a loan, and on which side is it?

A line binds a kind of lender for contracts from a day on; no line is held against a
lender whom it does not bind, and none is invented where we know of none.

A line is held against the measure that its rule names.  For private lending that is
interest without interest on interest (民间借贷司法解释 25, 27).  No rule that we have
read says how the other lines are measured: there both customs have to agree.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from timeline.engine.facts import LenderKind
from timeline.engine.irr import YearlyRate
from timeline.engine.norms import EVERYONE, Norm, Norms, Version
from timeline.engine.series import Series

PRIVATE: Final = (
    "private-lending-lpr-multiple"  # a multiple of the LPR, not a percentage
)
ASSISTED: Final = "assisted-loan-cost-limit"  # of banks' loans those with a platform
DISCLOSURE: Final = "cost-disclosure"  # a duty to say, not a line
LINES: Final = (
    PRIVATE,
    "reducible-finance-rate",
    "micro-loan-cost-limit",
    ASSISTED,
    DISCLOSURE,
)
WHO_LENDS_UNKNOWN: Final = (LenderKind.UNKNOWN, LenderKind.PLATFORM)


class Measure(StrEnum):
    """How a yearly cost is told; see ``YearlyRate``."""

    COMPOUND = "compound"
    SIMPLE = "simple"


_MEASURES: Final[Mapping[str, tuple[Measure, ...]]] = {PRIVATE: (Measure.SIMPLE,)}


class Side(StrEnum):
    """On which side of a line the cost lies.

    ``DEPENDS``: above it by one measure, not above it by the other.
    ``BEFORE``: the contract is older than the line.  ``UNKNOWN``: no contract date, no
    LPR of that month, or no rate.  ``DUTY``: the line has no figure.
    """

    OVER = "over"
    DEPENDS = "depends"
    WITHIN = "within"
    BEFORE = "before"
    UNKNOWN = "unknown"
    DUTY = "duty"


@dataclass(frozen=True, slots=True)
class Line:
    """One line and the side of it.

    Attributes:
        percent: The yearly figure, or ``None`` where it is not known or there is none.
        above: The measures by which the cost lies above it.
        sure: Whether it binds this loan; ``False`` while we do not know who lends, and
            where it binds only some loans of this lender.
        version: The dated value it comes from: the one of the contract's day, or the
            first one when the contract is older or has no date.
    """

    key: str
    side: Side
    percent: Decimal | None
    above: tuple[Measure, ...]
    sure: bool
    version: Version


def lines(
    rate: YearlyRate | None,
    kind: LenderKind,
    contract_on: date | None,
    norms: Norms,
    lpr: Series,
) -> tuple[Line, ...]:
    """Every line that binds, or may bind, this kind of lender.

    One that may not be for this lender at all comes after those that are; the line for
    lenders without a licence comes last then, for most readers do not have one.
    """
    found = []
    for key in LINES:
        version = _version(norms[key], contract_on)
        if version is None or not version.binds_lender(kind):
            continue
        percent = _percent(version, contract_on, lpr)
        where = _side(rate, percent, version, contract_on)
        above: tuple[Measure, ...] = ()
        if where in (Side.OVER, Side.DEPENDS) and rate and percent is not None:
            above = exceeded(rate, percent, key)
        known = kind not in WHO_LENDS_UNKNOWN and key != ASSISTED
        found.append(
            Line(
                key=key,
                side=where,
                percent=percent,
                above=above,
                sure=known or EVERYONE in version.binds,
                version=version,
            )
        )
    found.sort(key=lambda line: (not line.sure, not line.sure and line.key == PRIVATE))
    return tuple(found)


def measures(key: str) -> tuple[Measure, ...]:
    """Those that count for line ``key``."""
    return _MEASURES.get(key, tuple(Measure))


def exceeded(rate: YearlyRate, percent: Decimal | int, key: str) -> tuple[Measure, ...]:
    """By which of the measures of line ``key`` the rate lies above ``percent``."""
    shares = {Measure.COMPOUND: rate.compound, Measure.SIMPLE: rate.simple}
    line = Decimal(percent) / 100
    return tuple(measure for measure in measures(key) if shares[measure] > line)


def side(rate: YearlyRate, percent: Decimal | int, key: str) -> Side:
    """The side of a line with a figure, by every measure that counts for it."""
    above = exceeded(rate, percent, key)
    if not above:
        return Side.WITHIN
    return Side.OVER if above == measures(key) else Side.DEPENDS


def _version(norm: Norm, contract_on: date | None) -> Version | None:
    """The one of the contract's day; the first one for an older or undated contract.

    A line that has ended, or has a gap on that day, is held against nobody.
    """
    first = norm.versions[0]
    if contract_on is None or contract_on < first.since:
        return first
    return norm.on(contract_on)


def _percent(version: Version, contract_on: date | None, lpr: Series) -> Decimal | None:
    """The figure for a contract of that day, in percent a year."""
    if not isinstance(version.value, int):
        return None
    if version.norm != PRIVATE:
        return Decimal(version.value)
    if contract_on is None or contract_on < version.since:
        return None
    published = lpr.on(contract_on)
    return None if published is None else published * version.value


def _side(
    rate: YearlyRate | None,
    percent: Decimal | None,
    version: Version,
    contract_on: date | None,
) -> Side:
    if contract_on is None:
        return Side.UNKNOWN
    if contract_on < version.since:
        return Side.BEFORE
    if version.norm == DISCLOSURE:
        return Side.DUTY
    if rate is None or percent is None:
        return Side.UNKNOWN
    return side(rate, percent, version.norm)
