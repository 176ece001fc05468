"""What was offered for one debt, and what its debtor brings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from timeline.engine.errors import FactsError
from timeline.engine.facts import LenderKind, check_today
from timeline.engine.instalments import MOST_MONTHS
from timeline.engine.limitation import Event, LimitationFacts


class Option(StrEnum):
    """What can be agreed on, in the order of the page."""

    EXTENSION = "extension"
    INSTALMENTS = "instalments"
    REDUCTION = "reduction"
    SETTLEMENT = "settlement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """One option as it was offered; ``None`` is what was not said.

    Args:
        sum_fen: What is to be paid before new interest: the debt itself, for a
            reduction what is left of it, for a settlement the one sum.
        months: Until the last payment.  A settlement is paid at once.
        annual_rate: From today on, as a share; zero when it was said that none runs.
        fee_fen: What is asked before anything else begins.
    """

    option: Option
    sum_fen: int
    months: int | None = None
    annual_rate: Decimal | None = None
    fee_fen: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferFacts:
    """One debt, and what both sides bring.

    Args:
        owed_fen: What the other side asks for today, all in.
        can_pay_fen: What can be paid a month; ``cash_fen`` what there is at once.
        credit_card: Whether it is a credit card, for which a rule on plans exists.
        last_instalment_due: With ``judgment``, ``last_payment_or_promise``: see
            ``LimitationFacts``.

    Raises:
        FactsError: A figure is impossible.
    """

    today: date
    owed_fen: int
    terms: tuple[Terms, ...] = ()
    can_pay_fen: int | None = None
    cash_fen: int | None = None
    lender_kind: LenderKind = LenderKind.UNKNOWN
    credit_card: bool | None = None
    last_instalment_due: date | None = None
    last_payment_or_promise: Event = None
    judgment: Event = None

    def __post_init__(self) -> None:
        check_today(self.today)
        if self.owed_fen <= 0:
            raise FactsError("owed", "金额须大于零。")
        for terms in self.terms:
            name = terms.option.value
            if terms.months is not None and not 1 <= terms.months <= MOST_MONTHS:
                raise FactsError(f"{name}.months", f"月数请写 1 到 {MOST_MONTHS}。")
            if terms.sum_fen <= 0:
                raise FactsError(f"{name}.sum", "金额须大于零，也要少于对方要的总数。")
        _ = self.course  # refuses days that cannot be

    @property
    def course(self) -> LimitationFacts:
        """What is known of the three years."""
        return LimitationFacts(
            today=self.today,
            last_instalment_due=self.last_instalment_due,
            last_payment_or_promise=self.last_payment_or_promise,
            judgment=self.judgment,
        )
