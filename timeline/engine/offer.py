"""延期, 分期, 减免, 一次性结清: the same debt, side by side.

No option is a right: the other side has to agree (民法典 543, 678).  What it did not
say stays unknown: without a rate nobody can say what a plan costs.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.instalments import (
    MOST_MONTHS,
    Row,
    instalments,
    simple_interest,
)
from timeline.engine.limitation import Light, Limitation, limitation
from timeline.engine.norms import Norms
from timeline.engine.offer_rate import LineSides, line_sides, offer_rate
from timeline.engine.rate_lines import Side
from timeline.engine.series import Series
from timeline.engine.terms import OfferFacts, Option, Terms

# Neither suits nor debits are asked for here: the three years are never surely over.
LIGHTS: Final = (Light.GREEN, Light.YELLOW)
LEAST_YEARLY: Final = Decimal("0.01")  # below it, a rate of the day is quoted


class Finding(StrEnum):
    """What is wrong with an option, or still open; most decisive first."""

    FEE_FIRST = "fee-first"
    OVER_BUDGET = "over-budget"
    LUMP_OVER_CASH = "lump-over-cash"
    RATE_UNKNOWN = "rate-unknown"
    MONTHS_UNKNOWN = "months-unknown"
    RATE_OVER_LINE = "rate-over-line"
    RATE_OVER_BY_ONE = "rate-over-by-one"
    PRIVATE_OVER_KNOWN = "private-over-known"
    PRIVATE_LINE_OPEN = "private-line-open"
    RATE_TOO_SMALL = "rate-too-small"
    NOT_REDUCED = "not-reduced"
    SAVE_FOR_IT = "save-for-it"
    PAYMENT_AT_ONCE = "payment-at-once"


# With one of these nobody should say yes as it stands.
REFUSE: Final = frozenset(
    {
        Finding.OVER_BUDGET,
        Finding.LUMP_OVER_CASH,
        Finding.RATE_UNKNOWN,
        Finding.MONTHS_UNKNOWN,
        Finding.FEE_FIRST,
        Finding.NOT_REDUCED,
    }
)


class Offer(NamedTuple):
    """One option worked out; sums in fen, ``None`` where nothing can be said.

    Attributes:
        monthly: The highest payment of any month, the fee apart.
        at_most: The highest sum on any day, the fee included.
        least: Where the rate was not said, what ``monthly`` would be without interest:
            no plan of that offer asks for less.
        total: All that is paid, the fee included.
        more: ``total`` less what is owed today; negative when something is waived.
        rate: All-in yearly rate (simple) on what is owed today; ``None`` without cost.
        rows: The plan, month by month.
        fits: Nothing that was said speaks against it, and the sums that were given
            cover it; ``None`` when they were not given.
    """

    terms: Terms
    months: int | None
    monthly: int | None
    at_most: int | None
    least: int | None
    total: int | None
    more: int | None
    rate: Decimal | None
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...]
    fits: bool | None


class Comparison(NamedTuple):
    """Every option, the debtor's own proposal, and the three years.

    Attributes:
        own_months: In how many months ``can_pay`` clears the debt if no more interest
            runs; ``None`` when not known, or longer than a plan can be.
        card_rule: Whether the rule on credit card plans can be named at all.
    """

    offers: tuple[Offer, ...]
    own_months: int | None
    card_rule: bool | None
    limitation: Limitation


def compare(facts: OfferFacts, norms: Norms, lpr: Series) -> Comparison:
    """Work every option out that was offered."""
    return Comparison(
        offers=tuple(_offer(terms, facts, norms, lpr) for terms in facts.terms),
        own_months=_own_months(facts),
        card_rule=facts.credit_card,
        limitation=limitation(facts.course, norms),
    )


def _own_months(facts: OfferFacts) -> int | None:
    if not facts.can_pay_fen:
        return None
    months = -(-facts.owed_fen // facts.can_pay_fen)
    return months if months <= MOST_MONTHS else None


def _offer(terms: Terms, facts: OfferFacts, norms: Norms, lpr: Series) -> Offer:
    rows = _rows(terms)
    months = 0 if terms.option is Option.SETTLEMENT else terms.months
    if not rows:
        least = _least(terms)
        found = _unsaid(terms, facts, least)
        at_most = terms.fee_fen or None
        return Offer(
            terms, months, None, at_most, least, None, None, None, (), found, fits=False
        )
    total = sum(row.payment for row in rows) + terms.fee_fen
    monthly = max(row.payment for row in rows)
    more = total - facts.owed_fen
    measured = offer_rate(terms, rows, facts) if more > 0 else None
    sides = line_sides(measured, facts, norms, lpr)
    found = _findings(terms, facts, monthly, more, sides)
    fits = _fits(terms, facts, monthly, found)
    at_most = max(monthly, terms.fee_fen)
    rate = None if measured is None else measured.simple
    return Offer(
        terms, months, monthly, at_most, None, total, more, rate, rows, found, fits
    )


def _rows(terms: Terms) -> tuple[Row, ...]:
    """The payments, or none where a part of the terms was not said."""
    sum_fen, months, rate = terms.sum_fen, terms.months, terms.annual_rate
    if terms.option is Option.SETTLEMENT:
        return (Row(0, sum_fen, 0, sum_fen, 0),)
    if months is None or rate is None:
        return ()
    if terms.option is Option.EXTENSION:
        interest = simple_interest(sum_fen, rate, months)
        return (Row(months, sum_fen + interest, interest, sum_fen, 0),)
    return instalments(sum_fen, rate, months)


def _least(terms: Terms) -> int | None:
    """The highest payment if no interest ran; ``None`` without a number of months."""
    free = _rows(replace(terms, annual_rate=Decimal(0)))
    return max((row.payment for row in free), default=None)


def _unsaid(terms: Terms, facts: OfferFacts, least: int | None) -> tuple[Finding, ...]:
    """What was not said, and what is too much even if no interest ran."""
    found = {
        Finding.RATE_UNKNOWN: terms.annual_rate is None,
        Finding.MONTHS_UNKNOWN: terms.months is None,
        Finding.FEE_FIRST: terms.fee_fen > 0,
    } | ({} if least is None else _too_much(terms, facts, least))
    return tuple(key for key in Finding if found.get(key))


def _too_much(terms: Terms, facts: OfferFacts, payment: int) -> dict[Finding, bool]:
    """Whether the highest payment is more than there is for it."""
    lump, can_pay = _lump(terms), facts.can_pay_fen
    there = _there(terms, facts, payment)
    return {
        Finding.OVER_BUDGET: not lump and can_pay is not None and payment > can_pay,
        Finding.LUMP_OVER_CASH: lump and there is not None and payment > there,
    }


def _lump(terms: Terms) -> bool:
    """Whether all of it is due on one day."""
    one_day = terms.option in (Option.EXTENSION, Option.SETTLEMENT)
    return one_day or terms.months == 1


def _findings(
    terms: Terms,
    facts: OfferFacts,
    monthly: int,
    more: int,
    sides: LineSides,
) -> tuple[Finding, ...]:
    cash, lump = facts.cash_fen, _lump(terms)
    there = _there(terms, facts, monthly)
    found = _too_much(terms, facts, monthly) | {
        Finding.FEE_FIRST: terms.fee_fen > 0,
        Finding.RATE_OVER_LINE: sides.finance is Side.OVER,
        Finding.RATE_OVER_BY_ONE: sides.finance is Side.DEPENDS,
        Finding.PRIVATE_OVER_KNOWN: sides.private is Side.OVER,
        Finding.PRIVATE_LINE_OPEN: sides.private is Side.UNKNOWN,
        Finding.RATE_TOO_SMALL: terms.annual_rate is not None
        and 0 < terms.annual_rate < LEAST_YEARLY,
        Finding.SAVE_FOR_IT: lump
        and there is not None
        and monthly <= there
        and (cash is None or cash < monthly),
        Finding.NOT_REDUCED: more >= 0
        and terms.option in (Option.REDUCTION, Option.SETTLEMENT),
        Finding.PAYMENT_AT_ONCE: lump,
    }
    return tuple(key for key in Finding if found.get(key))


def _fits(
    terms: Terms, facts: OfferFacts, payment: int, found: tuple[Finding, ...]
) -> bool | None:
    if REFUSE & set(found):
        return False
    lump = _lump(terms)
    limit = _there(terms, facts, payment) if lump else facts.can_pay_fen
    return None if limit is None else True


def _there(terms: Terms, facts: OfferFacts, payment: int) -> int | None:
    """What will be there on the one day: cash, and what the months until then leave.

    ``None`` where what was given does not settle it: the cash that nobody named may be
    what the months do not leave of the payment.
    """
    saved = (facts.can_pay_fen or 0) * (terms.months or 0)
    if facts.cash_fen is not None:
        return facts.cash_fen + saved
    return saved if payment <= saved else None
