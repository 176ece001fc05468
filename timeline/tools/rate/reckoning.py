"""From the answers to the sums of a loan, its yearly cost and the lines for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from timeline import catalog
from timeline.catalog.series import lpr
from timeline.engine.errors import FactsError
from timeline.engine.facts import LenderKind, check_today
from timeline.engine.flows import Flow
from timeline.engine.irr import NoRate, YearlyRate, yearly_rate
from timeline.engine.ledger import Entry, monthly
from timeline.engine.rate_lines import Line, lines

MOST_INSTALMENTS: Final = 360
EARLIEST: Final = date(1990, 1, 1)
FURTHEST: Final = 10 * 366  # days ahead of today; instalments follow from there
INSTALMENT: Final = "每月还款"
MONTHLY_FEE: Final = "每月另收"
RECEIVED: Final = "到手"


@dataclass(frozen=True, slots=True)
class Loan:
    """What came, what was paid, and under what contract.

    Attributes:
        contract_on: The day by which a line is chosen; of a contract without one, the
            first day on which money came.
        assumed: Whether it is that day, and not one that was told.
    """

    entries: tuple[Entry, ...]
    lender_kind: LenderKind
    contract_on: date | None
    assumed: bool

    @property
    def flows(self) -> Iterator[Flow]:
        """The sums with their signs."""
        for entry in self.entries:
            yield Flow(entry.day, entry.fen if entry.came else -entry.fen)


@dataclass(frozen=True, slots=True)
class RateAnswer:
    """The rate, or why there is none, and the lines."""

    rate: YearlyRate | NoRate
    lines: tuple[Line, ...]


def loan(values: dict[str, Any], today: date) -> Loan:
    """The sums of one loan, in the order of their days; values are typed already.

    Raises:
        FactsError: With the name of the field that is wrong or missing.
    """
    check_today(today)
    contract_on = values.get("contract_on")
    if contract_on is not None and not EARLIEST <= contract_on <= today:
        raise FactsError("contract_on", "合同日期不能晚于今天，也不会早于 1990 年。")
    for name in ("received_on", "first_on"):
        _near(values.get(name, today), today, name)
    for entry in values.get("payments", ()):
        _near(entry.day, today, "payments")
    entries = [
        *_received(values),
        *_instalments(values),
        *values.get("payments", ()),
    ]
    came = min((entry.day for entry in entries if entry.came), default=None)
    assumed = contract_on is None and came is not None and came <= today
    return Loan(
        entries=tuple(sorted(entries, key=lambda entry: (entry.day, not entry.came))),
        lender_kind=values.get("lender_kind", LenderKind.UNKNOWN),
        contract_on=came if assumed else contract_on,
        assumed=assumed,
    )


def rate_answer(given: Loan) -> RateAnswer:
    """The rate of a loan and every line for it."""
    rate = yearly_rate(given.flows)
    found = lines(
        rate if isinstance(rate, YearlyRate) else None,
        given.lender_kind,
        given.contract_on,
        catalog.norms(),
        lpr(),
    )
    return RateAnswer(rate, found)


def _near(day: date, today: date, field: str) -> None:
    if day < EARLIEST or (day - today).days > FURTHEST:
        raise FactsError(field, "这一天太早或太远了，请检查年份。")


def _received(values: dict[str, Any]) -> Iterator[Entry]:
    """The money received; its day and its sum need each other."""
    total, day = values.get("received"), values.get("received_on")
    if total is None and day is None:
        return
    if total is None:
        raise FactsError("received", "请填实际到手多少。")
    if day is None:
        raise FactsError("received_on", "请填钱是哪天到手的。")
    yield Entry(day, total, True, RECEIVED)


def _instalments(values: dict[str, Any]) -> Iterator[Entry]:
    names = {
        "instalment": "每期还多少",
        "first_on": "第一期是哪天",
        "count": "一共几期",
    }
    if not values.keys() & {*names, "monthly_fee"}:
        return
    for name, words in names.items():
        if name not in values:
            raise FactsError(name, f"请填{words}；每期不一样的，写在下面的明细里。")
    for day in monthly(values["first_on"], values["count"]):
        yield Entry(day, values["instalment"], False, INSTALMENT)
        if "monthly_fee" in values:
            yield Entry(day, values["monthly_fee"], False, MONTHLY_FEE)
