"""Equal monthly instalments (等额本息): every fen of a plan, row by row.

The month's rate is a twelfth of the year's.  The exact plan is rounded as a whole: each
row's interest, principal and payment become one of the two whole fen beside their exact
values, such that the columns add up, to the principal and to the total rounded half-up.
Among the ways that leaves, each row takes the one that keeps all running totals nearest
to the exact ones.  So no fen is lost, and nothing in a row is a fen or more from its
exact value.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal, localcontext
from typing import Final, NamedTuple

from timeline.engine.money import MONTHS_A_YEAR, half_up

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
        exact = _exact(principal_fen, annual_rate / MONTHS_A_YEAR, months)
        rows = []
        balance = principal_fen
        for number, (interest, principal) in enumerate(_rounded(exact), start=1):
            balance -= principal
            rows.append(Row(number, interest + principal, interest, principal, balance))
        return tuple(rows)


def simple_interest(principal_fen: int, annual_rate: Decimal, months: int) -> int:
    """Interest of whole months without interest on interest, half-up to a fen."""
    return half_up(principal_fen * annual_rate * months / MONTHS_A_YEAR)


class _Parts(NamedTuple):
    """Interest and principal of one month."""

    interest: Decimal
    principal: Decimal


def _exact(principal_fen: int, rate: Decimal, months: int) -> list[_Parts]:
    """The unrounded plan: its principal grows by the rate, its payment stays.

    The first principal is ``P·r ÷ ((1 + r)^n − 1)``, the payment ``P·r`` more.
    """
    growth = 1 + rate
    part = Decimal(principal_fen) / months
    if rate:
        part = principal_fen * rate / (growth**months - 1)
    payment = principal_fen * rate + part
    found = []
    for _ in range(months):
        found.append(_Parts(payment - part, part))
        part *= growth
    return found


def _rounded(exact: list[_Parts]) -> Iterator[tuple[int, int]]:
    """Whole fen for every month, each beside its exact value, as its payment is.

    A month takes up one of its two parts to the next fen; where their fractions make
    less than a whole fen it may take up none, where they make more, both.  What can
    still be reached is a matter of counting, so no choice leads to a dead end.
    """
    floors = [(_floor(month.interest), _floor(month.principal)) for month in exact]
    payment = _floor(exact[0].interest + exact[0].principal)
    # Months in which the fractions of both parts make a whole fen or more.
    full = [interest + principal < payment for interest, principal in floors]
    open_interest = half_up(sum(month.interest for month in exact))
    open_interest -= sum(interest for interest, _ in floors)
    open_principal = half_up(sum(month.principal for month in exact))
    open_principal -= sum(principal for _, principal in floors)
    left, left_full = len(exact), sum(full)
    off_interest = off_principal = Decimal(0)
    for month, (interest, principal), whole in zip(exact, floors, full, strict=True):
        left -= 1
        left_full -= whole
        off_interest += interest - month.interest
        off_principal += principal - month.principal
        best = min(
            (
                max(abs(a), abs(b), abs(a + b)),
                up_interest,
                up_principal,
            )
            for up_interest, up_principal in ((0, 1), (1, 0), (whole, whole))
            for a, b in [(off_interest + up_interest, off_principal + up_principal)]
            if _reachable(
                open_interest - up_interest,
                open_principal - up_principal,
                left,
                left_full,
            )
        )
        _, up_interest, up_principal = best
        open_interest -= up_interest
        open_principal -= up_principal
        off_interest += up_interest
        off_principal += up_principal
        yield interest + up_interest, principal + up_principal


def _reachable(interest: int, principal: int, months: int, full: int) -> bool:
    """Whether so many parts can be taken up in the months that are left."""
    fits = min(interest, principal) >= 0 and max(interest, principal) <= months
    return fits and full <= interest + principal <= months + full


def _floor(fen: Decimal) -> int:
    return int(fen.quantize(Decimal(1), ROUND_FLOOR))
