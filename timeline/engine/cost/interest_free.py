"""A debt on which nothing was agreed to run: what a private lender may yet claim."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from timeline.engine.cost.accrual import Owed, owed_on
from timeline.engine.cost.debt import Debt, Penalty, RatePer
from timeline.engine.money import whole_fen
from timeline.engine.series import Series


class OverdueLpr(NamedTuple):
    """The LPR of the due day in percent, and what it comes to so far, in fen.

    Both are ``None`` where we know of no LPR of that day.
    """

    percent: Decimal | None
    interest: int | None


def overdue_lpr(debt: Debt, day: date, lpr: Series) -> OverdueLpr | None:
    """What a lender may claim who agreed on no interest and on no rate when overdue.

    民间借贷解释 第二十八条第二款第一项 (private-lending:28): from the overdue day on,
    by the one-year LPR of the time, without interest on it.  Which day's LPR is not
    said; we take the first due day's.  It is for lenders without a licence only, which
    the caller has to say.

    Returns:
        ``None`` where some rate, interest or a penalty by rate was agreed.
    """
    rates = (debt.percent, *(change.percent for change in debt.changes))
    borne = (debt.interest, *(instalment.interest for instalment in debt.later))
    if any(rates) or any(borne) or debt.penalty is not Penalty.NONE:
        return None
    percent = lpr.on(debt.due)
    if percent is None:
        return OverdueLpr(None, None)
    claimed = replace(
        debt, percent=percent, per=RatePer.YEAR, changes=(), compound=False
    )
    more = _open(owed_on(claimed, day)) - _open(owed_on(debt, day))
    return OverdueLpr(percent, whole_fen(more))


def _open(owed: Owed) -> Decimal:
    return owed.total - owed.credit
