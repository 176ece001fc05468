"""One overdue debt, as its contract words it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from timeline.engine.errors import FactsError
from timeline.engine.money import MONTHS_A_YEAR

BASES: Final = (365, 360)


class Penalty(StrEnum):
    """What the contract takes after the due day.

    ``UPLIFT``: its rate and so many percent of it on top (罚息, 加收).
    ``DAILY``: so many per mille of the principal a day, in place of the rate.
    ``DAILY_ADDED``: the same, beside the rate.
    ``NONE``: the rate goes on, nothing else.
    """

    UPLIFT = "uplift"
    DAILY = "daily"
    DAILY_ADDED = "daily-added"
    NONE = "none"


class RatePer(StrEnum):
    """What a contract's rate is for: lenders like to quote the day's."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"

    def yearly(self, percent: Decimal, basis: int) -> Decimal:
        """The rate of a year of ``basis`` days."""
        times = {RatePer.YEAR: 1, RatePer.MONTH: MONTHS_A_YEAR, RatePer.DAY: basis}
        return percent * times[self]


class Order(StrEnum):
    """What a payment is set off against first.

    ``STATUTORY``: costs, interest, principal (民法典 第五百六十一条).
    ``PRINCIPAL_FIRST``: only where the parties agreed on it.
    """

    STATUTORY = "statutory"
    PRINCIPAL_FIRST = "principal-first"


class RateChange(NamedTuple):
    """A rate in percent from a day on, quoted as the debt's first rate is."""

    since: date
    percent: Decimal


class Instalment(NamedTuple):
    """What fell due later than the rest, in fen."""

    due: date
    principal: int
    interest: int = 0


class Payment(NamedTuple):
    """Fen paid on a day."""

    day: date
    fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Debt:
    """One overdue debt and its contract; sums in fen.

    Attributes:
        principal: What was unpaid of it on the due day; so ``interest`` and ``fees``.
        later: Instalments that fell due afterwards and were not paid either.
        percent: The contract's rate on the due day, ``per`` year, month or day.
        changes: Later rates of the same unit, oldest first.
        figure: Percent of the rate for ``UPLIFT``, per mille a day for ``DAILY…``.
        late_fee: Taken once, on the first day overdue.
        compound: Whether unpaid interest joins the sum that bears interest, at the end
            of every month from the due day.  A 违约金 by the day is never joined, and
            is taken of the principal alone.
        uplift_joins: Whether 罚息 is joined as well; contracts differ, and the rule
            that we read a report of (pboc-penalty-rate:2003) speaks of interest only.
        basis: 365 or 360 days in a year.
    """

    due: date
    principal: int
    percent: Decimal
    per: RatePer = RatePer.YEAR
    interest: int = 0
    fees: int = 0
    later: tuple[Instalment, ...] = ()
    changes: tuple[RateChange, ...] = ()
    penalty: Penalty = Penalty.NONE
    figure: Decimal = Decimal(0)
    late_fee: int = 0
    compound: bool = False
    uplift_joins: bool = True
    basis: int = BASES[0]
    payments: tuple[Payment, ...] = ()
    order: Order = Order.STATUTORY

    def __post_init__(self) -> None:
        if any(payment.day <= self.due for payment in self.payments):
            raise FactsError(
                "payments",
                "只写到期日以后还的；以前还的，请从没还的本金里先减掉。",
            )
        if any(instalment.due <= self.due for instalment in self.later):
            raise FactsError("missed", "后来到期的各期，要晚于最早没还的那一期。")
        if any(change.since <= self.due for change in self.changes):
            raise FactsError("rate_changes", "只写到期日以后的利率变化。")

    @property
    def bears_interest(self) -> bool:
        """Whether a rate runs after the due day; else a year may have any days."""
        percents = (self.percent, *(change.percent for change in self.changes))
        return self.penalty is not Penalty.DAILY and any(percents)
