"""What a visitor told us about one debt, on one day."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from timeline.engine.errors import FactsError
from timeline.engine.stages import LegalStage, PaperKind

MOST_DAYS_AHEAD: Final = 366
MOST_DAYS_OVERDUE: Final = 36_500
MOST_PAPERS: Final = 20
FIRST_DAY: Final = date(2000, 1, 1)
LAST_DAY: Final = date(2100, 12, 31)
NOT_YET: Final = "收到的日期不能晚于今天。"
TOO_MANY_PAPERS: Final = f"最多填 {MOST_PAPERS} 份文书。"
TOO_FAR: Final = "日期太远了，请检查年份。"


def check_today(today: date) -> None:
    """Every answer is for one day, of a year that somebody can mean.

    Raises:
        FactsError: At ``today``, where it cannot be that.
    """
    if not FIRST_DAY <= today <= LAST_DAY:
        raise FactsError("today", "今天的日期不对，请检查年份。")


class Role(StrEnum):
    """Who is asking.  It comes first: a contact is never shown a repayment step."""

    BORROWER = "borrower"
    CONTACT = "contact"
    GUARANTOR = "guarantor"


class LenderKind(StrEnum):
    """Which rules bind the lender.  ``UNKNOWN`` is an answer, not a gap."""

    BANK = "bank"
    CONSUMER_FINANCE = "consumer-finance"
    MICRO_LOAN = "micro-loan"
    PLATFORM = "platform"
    PRIVATE = "private"
    UNKNOWN = "unknown"


class Agreement(StrEnum):
    """How far talks about a new repayment date have come."""

    NONE = "none"
    ASKED = "asked"
    KEPT = "kept"
    BROKEN = "broken"


class Freeze(StrEnum):
    """What an account was frozen for: security before judgment, or enforcement."""

    PRESERVATION = "preservation"
    ENFORCEMENT = "enforcement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A document that arrived.  ``None`` means that the visitor does not know.

    Args:
        received: The day it reached phone, post box or household; of several
            ways the earliest.
        verified: ``True`` or ``False`` only when the court itself said so.
        own_date: A date printed on it for the step; it wins over a computed one.
        over: Objection accepted, case withdrawn or debt paid: it moves nothing.
        confirmed: A mediation agreement that a court has confirmed.

    Attributes:
        live: Whether it counts: neither forged (says the court) nor over.
        moves: Whether its kind puts a debt on the legal track at all.
        opens: The kind whose steps it opens: a freeze in enforcement opens those.
    """

    kind: PaperKind
    received: date | None = None
    verified: bool | None = None
    own_date: date | None = None
    hearing: date | None = None
    over: bool = False
    freeze: Freeze | None = None
    confirmed: bool | None = None
    live: bool = field(init=False, repr=False, compare=False)
    moves: bool = field(init=False, repr=False, compare=False)
    opens: PaperKind = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        enforces = self.freeze is Freeze.ENFORCEMENT
        if not enforces or self.kind is not PaperKind.ASSET_FREEZE:
            opens = self.kind
        else:
            opens = PaperKind.ENFORCEMENT_NOTICE
        # Each rule reads these; a frozen dataclass leaves no other way to set them.
        store = object.__setattr__
        store(self, "live", self.verified is not False and not self.over)
        store(self, "moves", self.kind.proves is not LegalStage.NONE)
        store(self, "opens", opens)


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """One debt, on one day; ``None`` and ``unknown`` are legal everywhere.

    Args:
        today: The day the question is asked, in Asia/Shanghai.
        product: Key of a profile, or ``unknown``.
        due_date: The day payment was due; on that day the debt is 0 days overdue.
        overdue_days: Lowest and highest possible number of days, inclusive.
        principal_fen: Unpaid principal, in fen.
        papers: ``None`` when not known, empty when there are none.

    Raises:
        FactsError: Something is impossible or contradictory.
    """

    role: Role
    today: date
    product: str = "unknown"
    lender_kind: LenderKind = LenderKind.UNKNOWN
    due_date: date | None = None
    overdue_days: tuple[int, int] | None = None
    principal_fen: int | None = None
    reachable: bool | None = None
    contact_called: bool | None = None
    contact_refused: bool | None = None
    agreement: Agreement | None = None
    agreement_next_due: date | None = None
    papers: tuple[Paper, ...] | None = None

    def __post_init__(self) -> None:
        check_today(self.today)
        self._check_days()
        if self.principal_fen is not None and self.principal_fen <= 0:
            raise FactsError("principal", "金额须大于零；不清楚就空着。")
        if self.agreement_next_due and self.agreement is Agreement.NONE:
            raise FactsError(
                "agreement_next_due", "您选了「没有谈过」，就不会有约定的下次还款日。"
            )
        if self.agreement_next_due and self.agreement_next_due > LAST_DAY:
            raise FactsError("agreement_next_due", TOO_FAR)
        if self.papers:
            self._check_papers(self.papers)

    def _check_days(self) -> None:
        days = self.overdue_days
        if days is not None:
            low, high = days
            if low > high:
                raise FactsError("overdue_days", "天数的范围前后颠倒了：先写少的。")
            if low < -MOST_DAYS_AHEAD:
                raise FactsError("overdue_days", "还款日最多填到一年以后。")
            if high > MOST_DAYS_OVERDUE:
                raise FactsError("overdue_days", "天数太大了，请检查一下。")
        if self.due_date is None:
            return
        ahead = (self.due_date - self.today).days
        if ahead > MOST_DAYS_AHEAD:
            raise FactsError("due_date", "还款日最多填到一年以后。")
        if -ahead > MOST_DAYS_OVERDUE:
            raise FactsError("due_date", "还款日太早了，请检查年份。")
        if days is not None and not days[0] <= -ahead <= days[1]:
            raise FactsError(
                "overdue_days", f"天数和还款日对不上：按还款日算是 {-ahead} 天。"
            )

    def _check_papers(self, papers: tuple[Paper, ...]) -> None:
        if len(papers) > MOST_PAPERS:
            raise FactsError("papers", TOO_MANY_PAPERS)
        for number, paper in enumerate(papers):
            if paper.received is not None and paper.received > self.today:
                raise FactsError(f"papers.{number}.received", NOT_YET)
            if paper.own_date and paper.received and paper.own_date < paper.received:
                raise FactsError(
                    f"papers.{number}.own_date", "印着的期限早于收到的日期，请检查。"
                )
            for name, day in (("own_date", paper.own_date), ("hearing", paper.hearing)):
                if day is not None and day > LAST_DAY:
                    raise FactsError(f"papers.{number}.{name}", TOO_FAR)

    @property
    def days(self) -> tuple[int, int] | None:
        """Lowest and highest possible days overdue, or ``None`` when unknown."""
        if self.due_date is not None:
            exact = (self.today - self.due_date).days
            return exact, exact
        return self.overdue_days

    def reaches(self, days: int) -> date | None:
        """The earliest day on which the debt can be ``days`` overdue."""
        known = self.days
        return None if known is None else self.today + timedelta(days - known[1])
