"""Equal monthly instalments (等额本息): every fen of a plan, row by row.

The month's rate is a twelfth of the year's.  Interest accrues unrounded; what has been
paid up to each month is rounded half-up once, and a row is the difference of two such
sums.  So the rows add up to the total, no fen is lost, and a row differs from its exact
value by less than a fen.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Final, NamedTuple

MONTHS_A_YEAR: Final = 12
MOST_MONTHS: Final = 360
_DIGITS: Final = 40


class Row(NamedTuple):
    """One month, in fen; ``balance`` is the principal left after it."""

    number: int
    payment: int
    interest: int
    principal: int
    balance: int


def instalments(
    principal_fen: int, annual_rate: Decimal, months: int
) -> tuple[Row, ...]:
    """The plan that pays ``principal_fen`` back in ``months`` equal instalments.

    Args:
        annual_rate: As a share: ``Decimal("0.24")`` is 24 % a year; not negative.

    Raises:
        ValueError: A sum or a number of months that is no plan.
    """
    if principal_fen <= 0 or annual_rate < 0 or not 1 <= months <= MOST_MONTHS:
        raise ValueError((principal_fen, annual_rate, months))
    with localcontext() as context:
        context.prec = _DIGITS
        return _rows(principal_fen, annual_rate / MONTHS_A_YEAR, months)


def simple_interest(principal_fen: int, annual_rate: Decimal, months: int) -> int:
    """Interest of whole months without interest on interest, half-up to a fen."""
    return _round(principal_fen * annual_rate * months / MONTHS_A_YEAR)


def _rows(principal_fen: int, rate: Decimal, months: int) -> tuple[Row, ...]:
    payment = _payment(principal_fen, rate, months)
    exact_balance = Decimal(principal_fen)
    exact_interest = Decimal(0)
    all_interest = _round(payment * months) - principal_fen
    paid = interest = 0
    rows = []
    for number in range(1, months + 1):
        accrued = exact_balance * rate
        exact_interest += accrued
        exact_balance += accrued - payment
        before_paid, before_interest = paid, interest
        paid = _round(payment * number)
        # A row never lends more, and never pays principal or interest back twice.
        least = max(before_interest, paid - principal_fen)
        most = min(before_interest + paid - before_paid, all_interest)
        interest = max(least, min(_round(exact_interest), most))
        row_payment, row_interest = paid - before_paid, interest - before_interest
        balance = principal_fen - (paid - interest)
        rows.append(
            Row(number, row_payment, row_interest, row_payment - row_interest, balance)
        )
    return tuple(rows)


def _payment(principal_fen: int, rate: Decimal, months: int) -> Decimal:
    """The exact instalment: ``P·r ÷ (1 − (1 + r)^−n)``."""
    if not rate:
        return Decimal(principal_fen) / months
    return principal_fen * rate / (1 - (1 + rate) ** -months)


def _round(fen: Decimal) -> int:
    return int(fen.quantize(Decimal(1), ROUND_HALF_UP))
