"""What an offer costs a year, and the lines that this is held against.

What is owed today is the money, the payments of the offer pay it back.  The months are
those of the plan, so that a plan at 24 % without a fee costs 24 %.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from timeline.engine.deadlines import add_months
from timeline.engine.flows import Flow
from timeline.engine.instalments import Row
from timeline.engine.irr import NoRate, YearlyRate, yearly_rate
from timeline.engine.norms import Norms, Version
from timeline.engine.rate_lines import PRIVATE, Side, side
from timeline.engine.series import Series
from timeline.engine.terms import OfferFacts, Terms

FINANCE: Final = "reducible-finance-rate"


class LineSides(NamedTuple):
    """Where a cost lies; ``None`` when the line is not there for this lender.

    Attributes:
        private: The line is four times the LPR of the contract's month, and that month
            is not asked for here: ``OVER`` above the highest LPR that we know of,
            ``UNKNOWN`` otherwise.
    """

    finance: Side | None
    private: Side | None


def offer_rate(
    terms: Terms, rows: tuple[Row, ...], facts: OfferFacts
) -> YearlyRate | None:
    """The yearly rate for which all payments are worth what is owed today.

    Where nothing but the quoted rate makes the offer dearer, that is the simple rate as
    quoted: rounding to fen must not push a plan over a line that it lies on.
    """
    flows = [Flow(facts.today, facts.owed_fen - terms.fee_fen)]
    flows += [Flow(add_months(facts.today, row.number), -row.payment) for row in rows]
    found = yearly_rate(flows)
    if isinstance(found, NoRate):
        return None
    quoted = terms.annual_rate
    if quoted is None or terms.fee_fen or terms.sum_fen != facts.owed_fen:
        return found
    return YearlyRate(found.compound, quoted, found.far_above)


def line_sides(
    rate: YearlyRate | None, facts: OfferFacts, norms: Norms, lpr: Series
) -> LineSides:
    """The lines that are there for this lender today."""
    if rate is None:
        return LineSides(None, None)
    in_force = norms.on(facts.today)
    return LineSides(
        _finance(rate, facts, in_force.get(FINANCE)),
        _private(rate, facts, in_force.get(PRIVATE), lpr),
    )


def _finance(
    rate: YearlyRate, facts: OfferFacts, version: Version | None
) -> Side | None:
    if version is None or not version.binds_lender(facts.lender_kind):
        return None
    return (
        side(rate, version.value, FINANCE) if isinstance(version.value, int) else None
    )


def _private(
    rate: YearlyRate, facts: OfferFacts, version: Version | None, lpr: Series
) -> Side | None:
    """Only where the lender is said to be private: else two lines would be told."""
    if version is None or facts.lender_kind not in version.binds:
        return None
    if not isinstance(version.value, int):
        return Side.UNKNOWN
    highest = side(rate, lpr.highest.percent * version.value, PRIVATE)
    return Side.OVER if highest is Side.OVER else Side.UNKNOWN
