"""Which lines are there for the yearly cost of a loan, and on which side is it?

A line binds a kind of lender for contracts from a day on; no line is held against a
lender whom it does not bind, and none is invented where we know of none.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from timeline.engine.facts import LenderKind
from timeline.engine.irr import YearlyRate
from timeline.engine.norms import EVERYONE, Norms, Version
from timeline.engine.series import Series

PRIVATE: Final = (
    "private-lending-lpr-multiple"  # a multiple of the LPR, not a percentage
)
DISCLOSURE: Final = "cost-disclosure"  # a duty to say, not a line
LINES: Final = (
    PRIVATE,
    "reducible-finance-rate",
    "micro-loan-cost-limit",
    "assisted-loan-cost-limit",
    DISCLOSURE,
)
_WHO_LENDS_UNKNOWN: Final = (LenderKind.UNKNOWN, LenderKind.PLATFORM)


class Side(StrEnum):
    """On which side of a line the cost lies.

    ``DEPENDS``: above it with interest on interest, not above it without.
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
        sure: Whether it binds this lender; ``False`` while we do not know who lends.
        version: The dated value it comes from: the one of the contract's day, or the
            first one when the contract is older or has no date.
    """

    key: str
    side: Side
    percent: Decimal | None
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
        version = (contract_on and norms[key].on(contract_on)) or norms[key].versions[0]
        if not version.binds_lender(kind):
            continue
        percent = _percent(version, contract_on, lpr)
        found.append(
            Line(
                key=key,
                side=_side(rate, percent, version, contract_on),
                percent=percent,
                sure=kind not in _WHO_LENDS_UNKNOWN or EVERYONE in version.binds,
                version=version,
            )
        )
    found.sort(key=lambda line: (not line.sure, not line.sure and line.key == PRIVATE))
    return tuple(found)


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
    line = percent / 100
    above = [share > line for share in (rate.compound, rate.simple)]
    if all(above):
        return Side.OVER
    return Side.DEPENDS if any(above) else Side.WITHIN
